"""The questions after a walk: what is still open, and no more than that.

Owns which they are and their order. What was kept before stays kept, answered or not.
"""

from collections.abc import Sequence
from functools import partial

from hingecli.cli.walk import scenes
from hingecli.cli.walk.asking import ask
from hingecli.cli.walk.counting import (
    menu,
    menu_lines,
    named,
    put_right,
    told_clean,
)
from hingecli.cli.walk.pain import HINT, keep_pain, show_alarm, take_pain
from hingecli.cli.walk.parts import Done, Hurts, Walk
from hingecli.coach.parse import answers, measures
from hingecli.coach.parse.clean_answers import read_each_clean
from hingecli.coach.parse.felt import PlaceKept
from hingecli.coach.parse.measures import Distance, say_distance
from hingecli.coach.parse.numbered import read_numbered
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules.severity import describe, stops_training
from hingecli.errors import UsageError


def ask_after(walk: Walk) -> None:
    """Ask what is not known yet and keep each answer.

    Pain that stops the training shows the signs of an emergency, and ends the questions. Raises
    WalkStopped when the person stops.
    """
    try:
        _ask_counts(walk)
        _ask_wrong(walk)
        if _ask_pain(walk):
            return
        _ask_effort(walk)
        _ask_distance(walk)
        _ask_voice(walk)
    except Hurts:
        take_pain(walk, goes_on=False)


def _ask_counts(walk: Walk) -> None:
    unsure = [done for done in walk.done if not done.sure]
    if not unsure:
        return
    shown = " ".join(str(done.clean) for done in unsure)
    reps = [done.reps for done in unsure]
    counts = ask(
        walk,
        f"How many were clean{_which(unsure, walk.done)}? [{shown}]",
        lambda text: read_each_clean(text, reps),
        hint=_hint(unsure),
    )
    for done, clean in zip(unsure, counts or [done.clean for done in unsure], strict=True):
        put_right(walk, told_clean(done, clean))


def _ask_wrong(walk: Walk) -> None:
    """Ask once for each drill that had misses with no word on why."""
    drills = dict.fromkeys(done.run.paced.drill for done in walk.done if done.unnamed)
    for drill in drills:
        choices = menu(walk, drill)
        missed = [done for done in walk.done if done.run.paced.drill == drill and done.unnamed]
        if not choices:
            continue
        more = ", the most frequent first" if sum(done.unnamed for done in missed) > 1 else ""
        mistakes = ask(
            walk,
            "What went wrong?",
            partial(read_numbered, choices=choices),
            hint=f"numbers{more} · Enter: I cannot say",
            lines=menu_lines(walk, drill),
        )
        for done in named(missed, mistakes or ()):
            put_right(walk, done)


def _ask_pain(walk: Walk) -> bool:
    """Ask for the worst pain; return whether it stops the training."""
    known = "" if walk.pain is None else f" [{describe(walk.plan.index, walk.pain)}]"
    pain = ask(walk, f"Any pain?{known}", PlaceKept(walk.plan.index).read, hint=HINT)
    keep_pain(walk, pain)
    if pain is None or not stops_training(walk.plan.index, pain):
        return False
    show_alarm(walk)
    return True


def _ask_effort(walk: Walk) -> None:
    """Ask how hard it was where a load was lifted: only there it moves anything."""
    if not any(done.run.paced.drill in walk.plan.loaded for done in walk.done):
        return
    effort = ask(
        walk,
        "How hard was it?",
        lambda text: read_effort(text, walk.plan.index),
        hint="1 (easy) to 10 (all you had) · Enter skips",
    )
    if effort is not None:
        walk.log.finish(effort=effort)


def _ask_distance(walk: Walk) -> None:
    """Ask once how far from the wall one stood."""
    asked = walk.plan.distance
    if asked is None:
        return
    usual = say_distance(asked.cm, asked.unit)
    answer = ask(
        walk,
        f"How far from the wall were your heels? [{usual}]",
        lambda text: _read_distance(text, asked),
        hint="a foot is 30 cm or 12 in",
    )
    walk.distance = answer or asked
    walk.log.finish(distance=walk.distance)


def _ask_voice(walk: Walk) -> None:
    """Ask once whether to go on speaking, where a voice was heard."""
    if not walk.plan.ask_voice or walk.voice is not None or not walk.audio.heard:
        return
    answer = ask(walk, "Keep the voice next time? [Y/n]", answers.read_yes, hint="v turns it off")
    walk.voice = answer is not False


def read_effort(text: str, index: Index) -> int:
    """Read effort 1-10, or a word for it. Raises UsageError."""
    try:
        return answers.read_effort(text, index)
    except UsageError as problem:
        raise UsageError("A number from 1 (easy) to 10 (all you had).") from problem


def _read_distance(text: str, usual: Distance) -> Distance:
    bare = text.replace(",", ".", 1).replace(".", "", 1)
    typed = f"{text} {usual.unit}" if bare.isascii() and bare.isdigit() else text
    return measures.read_distance(typed)


def _which(asked: list[Done], done: Sequence[Done]) -> str:
    """Name the sets that are asked for, where they are some of several of one drill."""
    paced = [one.run.paced for one in asked]
    if len(asked) in (1, len(done)) or any(p.drill != paced[0].drill or p.side for p in paced):
        return ""
    words = "runs" if paced[0].until_miss else "sets"
    return f" in {words} {' and '.join(str(p.number) for p in paced)}"


def _hint(sets: list[Done]) -> str:
    if len(sets) == 1:
        return f"of {sets[0].reps}, {scenes.number(sets[0].run.paced).lower()}"
    return "one number a set · Enter: as shown"
