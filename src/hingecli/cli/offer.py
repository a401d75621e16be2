"""What follows the card on a terminal: the walk, a log of what is done already, or nothing.

Owns the question and the log of a day that was done without the walk.
"""

from typing import TYPE_CHECKING, Literal

import msgspec

from hingecli.cli.ask_mistakes import ask_mistakes
from hingecli.cli.ask_pain import ask_pain
from hingecli.cli.prompt import ask
from hingecli.coach.day.draft import counts
from hingecli.coach.log.events import MistakeCount, SessionBody, SetRecord, Unit
from hingecli.coach.parse.clean_answers import read_each_clean, read_runs
from hingecli.coach.parse.signs import answered
from hingecli.errors import StoppedError, UsageError
from hingecli.motion import paced_sets
from hingecli.motion.paced_sets import PacedSet, sets_of
from hingecli.show.dose import example_runs
from hingecli.text import capital

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.results import Decision

Choice = Literal["walk", "done", "later"]

_CHOICES = "[Y]es walk, [d]one already, [n]ot now"
WHOLE = f"Walk through it now? {_CHOICES}"
REST = f"Walk through what is left? {_CHOICES}"
_MEANT: dict[str, Choice] = {
    **dict.fromkeys(("y", "yes", "w", "walk", "yes walk", "ok", "sure"), "walk"),
    **dict.fromkeys(("yeah", "yep", "yes please", "go", "let's go", "start", "begin"), "walk"),
    **dict.fromkeys(("d", "done", "done already", "already done", "already"), "done"),
    **dict.fromkeys(("did it", "i did it", "did it already", "i did it already"), "done"),
    **dict.fromkeys(("n", "no", "not now", "later", "not yet"), "later"),
    **dict.fromkeys(("nope", "nah", "no thanks", "not today", "skip", "tomorrow"), "later"),
}


def offer(question: str) -> Choice:
    """Ask what follows, in one of two ways; Enter is the walk, and leaving here is no failure."""
    try:
        return ask(question, _choice, enter="walks") or "walk"
    except StoppedError:
        return "later"


def log_done(app: "App", decision: "Decision") -> None:
    """Ask how many of each set were clean, all by default, what went wrong and what hurt; log it.

    Raises StoppedError where the person leaves before the counts are told.
    """
    from hingecli.cli.log_line import command_line
    from hingecli.cli.outcome import record
    from hingecli.cli.reply import reply_to_log
    from hingecli.cli.walk.last_minute import tomorrow_line

    unit: Unit = app.state.profile.units or "kg"
    work = [b for b in decision.blocks if counts(b, decision.blocks, app.index.loaded)]
    sets = sets_of(work, unit=unit, right_first=decision.right_first, loaded=app.index.loaded)
    records: list[SetRecord] = []
    for drill in dict.fromkeys((paced.drill, paced.purpose) for paced in sets):
        records += _ask_sets([paced for paced in sets if (paced.drill, paced.purpose) == drill])
    body = SessionBody(sets=tuple(records))
    try:
        body = msgspec.structs.replace(body, mistakes=_ask_mistakes(app, records))
        body = msgspec.structs.replace(body, pain=ask_pain(app, "Any pain? (Enter: none to tell)"))
    except StoppedError:
        app.tell("Stopped: what you told so far is kept.")
    from hingecli.app import new_id
    from hingecli.coach.log.events import Session

    id_ = new_id()
    outcome = record(
        app,
        lambda events: (Session(**app.stamp(events).header(id_), sitting=id_, body=body),),
        retry=lambda: command_line(body, day=app.today, id_=id_),
    )
    tomorrow = "" if decision.kind == "test" else tomorrow_line(outcome, unit=unit)
    reply_to_log(outcome, id_, tomorrow=tomorrow)


def _choice(text: str) -> Choice:
    choice = _MEANT.get(answered(text))
    if choice is None:
        raise UsageError("y walks through it, d logs what you did already, n leaves it for now.")
    return choice


def _ask_sets(sets: list[PacedSet]) -> list[SetRecord]:
    """Ask for the clean reps of the sets of one block."""
    first = sets[0]
    if first.until_miss:
        return _ask_runs(sets)
    reps = [paced.reps for paced in sets]
    shown = " ".join(map(str, reps))
    sides = {"L": "left", "R": "right"}
    order = [sides[paced.side] for paced in sets[:2] if paced.side]
    each = f", {' and '.join(order)} in turn" if order else ""
    of = " of each set" if len(sets) > 1 else ""
    question = f"{capital(first.name)}: how many{of} were clean{each}?"
    clean = ask(question, lambda text: read_each_clean(text, reps), default=shown) or tuple(reps)
    return [
        paced_sets.record(paced, reps=paced.reps, clean=n)
        for paced, n in zip(sets, clean, strict=True)
    ]


def _ask_runs(sets: list[PacedSet]) -> list[SetRecord]:
    """Ask for the runs of a test: each ends at its first miss, or with all its reps."""
    goal = sets[0].reps
    runs = ask(
        f"How many in a row were clean, run by run, up to {goal}? (as in {example_runs(goal)})",
        lambda text: read_runs(text, most=len(sets), goal=goal),
    )
    if not runs:
        raise StoppedError
    return [paced_sets.record(sets[0], reps=min(goal, clean + 1), clean=clean) for clean in runs]


def _ask_mistakes(app: "App", records: list[SetRecord]) -> tuple[MistakeCount, ...]:
    """Ask what went wrong in each drill that was not all clean."""
    found: list[MistakeCount] = []
    for drill in dict.fromkeys(record.drill for record in records):
        missed = sum(r.reps - r.clean_reps for r in records if r.drill == drill)
        if missed:
            found += ask_mistakes(app, drill, missed)
    return tuple(found)
