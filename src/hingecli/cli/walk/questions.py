"""The questions after a walk, three at most: clean counts if unsaid, worst pain, effort.

Owns how an answer typed there is read. What was kept before stays kept, answered or not.
"""

import re
from collections.abc import Callable
from typing import TypeVar, get_args

from hingecli.cli.walk.parts import Done, Walk, edited, stop_on
from hingecli.cli.walk.stages import put_right, told_clean
from hingecli.coach.answers import read_place
from hingecli.coach.events import Pain, Place
from hingecli.errors import UsageError
from hingecli.show.walk import Scene

T = TypeVar("T")
PLACES: tuple[Place, ...] = get_args(Place)
ASK_WHERE_FROM = 1
_BLINK_S = 0.2
_PAIN_HINT = "0-10, and where: 0 · 3 low-back · 6 leg sharp · Enter skips"
_SHARP = {"sharp", "spreading"}


def ask_after(here: Walk) -> None:
    """Ask what is not known yet and keep each answer. Raises Left when the person stops."""
    unsure = [done for done in here.done if not done.sure]
    if unsure:
        counts = " ".join(str(done.reps) for done in unsure)
        hint = f"{counts} done · Enter: all clean · or type like {counts}"
        told = _ask(here, "How many were clean?", hint, lambda text: read_counts(text, unsure))
        for done, clean in zip(unsure, told or [done.clean for done in unsure], strict=True):
            put_right(here, told_clean(done, clean))
    pain = _ask(here, "Worst pain?", _PAIN_HINT, read_pain)
    if pain is not None:
        here.log.finish(pain=pain, effort=None)
    effort = _ask(here, "How hard was it?", "effort 1-10 · Enter skips", read_effort)
    if effort is not None:
        here.log.finish(pain=pain, effort=effort)


def read_counts(text: str, sets: list[Done]) -> list[int]:
    """Read one count of clean reps a set. Raises UsageError with a sentence."""
    counts = [int(word) for word in re.findall(r"[0-9]{1,9}", text)]
    if len(counts) != len(sets):
        raise UsageError(
            f"{len(sets)} sets: type {len(sets)} numbers." if len(sets) > 1 else "Type one number."
        )
    for count, done in zip(counts, sets, strict=True):
        if count > done.reps:
            raise UsageError(f"{count} of {done.reps}? At most {done.reps}.")
    return counts


def read_pain(text: str) -> Pain:
    """Read a score 0-10, a place and whether it was sharp. Raises UsageError with a sentence."""
    words = text.replace(",", " ").split()
    score = _number(words[0]) if words else None
    if score is None or score > 10:
        raise UsageError("Begin with a number from 0 to 10.")
    sharp = any(word in _SHARP for word in words)
    rest = "-".join(word for word in words[1:] if word not in _SHARP)
    try:
        where = read_place(rest) if rest else None
    except UsageError as problem:
        raise UsageError(f"Where? One of {', '.join(PLACES)}.") from problem
    return Pain(score=score, where=where, sharp=sharp)


def read_effort(text: str) -> int:
    """Read effort 1-10. Raises UsageError with a sentence."""
    effort = _number(text)
    if effort is None or not 1 <= effort <= 10:
        raise UsageError("A number from 1 (easy) to 10 (all you had).")
    return effort


def _number(word: str) -> int | None:
    """Return the count that `word` is; None for any other word, or one of too many digits."""
    return int(word) if re.fullmatch(r"[0-9]{1,9}", word) else None


def _ask(here: Walk, question: str, hint: str, read: Callable[[str], T]) -> T | None:
    """Ask until an answer can be read; Enter alone is None."""
    typed, told = "", ""
    here.screen.line(f"{question} {hint}")
    here.ear.say(question)
    while True:
        scene = Scene(
            title="How was it?",
            where=_sum(here.done),
            ask=question,
            typed=typed,
            lines=(hint, *((told,) if told else ())),
            keys=(("enter", "next"), ("q", "leave; all is kept")),
        )
        here.screen.frame(lambda _width, _height, scene=scene: scene)  # type: ignore[misc]
        for key in here.keys.read(_BLINK_S):
            if key != "q" or not typed:
                stop_on(key)
            if key == "enter":
                if not typed.strip():
                    return None
                try:
                    answer = read(typed.strip().lower())
                except UsageError as problem:
                    typed, told = "", str(problem)
                    here.screen.line(told)
                else:
                    return answer
            else:
                typed = edited(typed, key)


def _sum(sets: list[Done]) -> str:
    clean, reps = sum(done.clean for done in sets), sum(done.reps for done in sets)
    return f"{clean} clean of {reps}"
