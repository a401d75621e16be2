"""Who was trained how, and what is asked of them: shared by the tests of several rules."""

from decimal import Decimal
from typing import Any

from factories import (
    Journal,
    lifter,
    main_block,
    state_on,
    today,
)
from hingecli.coach.log.events import Place
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Decision
from hingecli.coach.rules import (
    prescription,
)

KB = "kettlebell-deadlift"
RDL = "romanian-deadlift"
SWING = "kettlebell-swing"
STRONG = ("kb", "rdl", "swing")
DUMBBELLS = ("dowel", "dumbbells")
WEEK_13 = 56
"""The first day of load week 13, for who loads from day 0 on."""
CLEAN_DAYS = Journal().sessions((0, 1), "wall 3x10")
"""After them the wall is tested."""
BEFORE = lifter("kb", "rdl", "swing", equipment=DUMBBELLS).session(0, "kb 3x8 @20", "rdl 2x8 @16")
ONE_LEG = lifter("kb", "rdl", "sl", equipment=DUMBBELLS).session(0, "kb 3x8 @20", "rdl 2x8 @16")
ONE_LEG = ONE_LEG.session(2, "sl 3x6L 3x6R", "kb 2x8 @20")


def next_load(index: Index, journal: Journal, on: int) -> tuple[Decimal | int | None, int, int]:
    """Return the load, sets and reps of the main drill of day `on`."""
    block = main_block(today(index, journal, on))
    return block.load_kg, block.sets, block.reps


def experienced(
    *drills: str, sets: str = "4x12 @20", on: int = WEEK_13, effort: int | None = None, **told: Any
) -> Journal:
    """A lifter who did all `drills` once in each of the weeks before `on`, the first on day 0."""
    journal = lifter(*drills, **told)
    return journal.sessions(
        range(0, on, 7), *(f"{drill} {sets}" for drill in drills), effort=effort
    )


def dose_of(index: Index, journal: Journal, drill: str, *, on: int = WEEK_13) -> Any:
    advised = prescription.advise(state_on(index, journal, on), drill)
    return advised.sets, advised.reps_range, advised.rest_s


def is_heavy(index: Index, journal: Journal, drill: str = KB, *, on: int = WEEK_13) -> bool:
    return bool(dose_of(index, journal, drill, on=on)[1][0] == 3)


def in_turn(*drills: str) -> Journal:
    """A lifter for strength of whom each drill was the main one, in turn, for eight weeks."""
    things = ("dumbbells",) if drills else ("kettlebell",)
    journal = lifter(*(drills or STRONG), goal="strength", equipment=things)
    for week in range(8):
        for number, drill in enumerate(drills or STRONG):
            journal = journal.session(7 * week + 2 * number, f"{drill} 8 @20")
    return journal


def heavy(*words: str, usual: str = "20") -> Journal:
    """One whose deadlift is heavy with dumbbells, after `words` in its first heavy weeks."""
    things = ("dowel", "dumbbells")
    journal = experienced("kb", "rdl", sets=f"4x12 @{usual}", goal="strength", equipment=things)
    for number, text in enumerate(words):
        journal = journal.session(WEEK_13 + 7 * number, text).morning(WEEK_13 + 7 * number + 1, 0)
    return journal


def held(journal: Journal, on: int, *, where: Place | None = None) -> Journal:
    """A red session on day `on`, and two green mornings after it."""
    return journal.session(on, "wall 5", pain=6, where=where).morning(on + 1, 1).morning(on + 2, 0)


def working(decision: Decision) -> list[tuple[str, int, Decimal | None]]:
    """Return drill, sets and load of the day's loaded blocks."""
    return [
        (block.drill, block.sets, block.load_kg)
        for block in decision.blocks
        if block.purpose in ("main", "second")
    ]


def away(days: int, *, words: str = "rdl 3x8 @40", **answers: Any) -> tuple[Journal, int]:
    """A lifter who trained on day 0, and the day of the return with its re-check passed."""
    journal = lifter("rdl", **answers).session(0, words)
    return (journal.session(days - 1, "dowel 10") if days >= 15 else journal), days


def load_and_sets(index: Index, journal: Journal, on: int) -> tuple[Any, int]:
    advised = prescription.advise(state_on(index, journal, on), RDL)
    return advised.load_kg, advised.sets


def practised(times: int) -> tuple[Journal, int]:
    """A lifter with a load on Mondays and practice on `times` Tuesdays; the next Tuesday."""
    journal = lifter().session(0, "kb 3x8")
    for week in range(times):
        journal = journal.session(7 * week + 1, "wall 2x10").session(7 * week + 7, "kb 3x8")
    return journal, 7 * times + 1


def offered(index: Index, journal: Journal, on: int) -> bool:
    return today(index, journal, on).kind == "test"
