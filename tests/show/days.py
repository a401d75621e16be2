"""Every kind of day that a card is drawn for, each as the log before it.

A day of one long life by the card stands for what practice and load bring; what pain, breaks and
answers bring has logs of its own.
"""

from functools import cache
from typing import NamedTuple

from factories import Journal, learner, lifter, today
from hingecli.coach.results import Decision
from show import samples
from simulate.obedient import done

DAYS = 130
DOES = ("practice", "test", "load", "recheck")


class Day(NamedTuple):
    """A day: the log before it, its number, and the hour of the card."""

    journal: Journal
    on: int
    hour: int = 18


def decision_of(day: Day) -> Decision:
    """Decide the day."""
    return today(samples.index(), day.journal, day.on, hour=day.hour)


@cache
def all_days() -> dict[str, Day]:
    """Return the days by name."""
    found: dict[str, Day] = {}
    for day, decision in _life():
        blocks = decision.blocks
        drill = blocks[-1].drill if decision.kind in ("practice", "rest") else ""
        main = next((block.drill for block in blocks if block.purpose == "main"), drill)
        variant = next((block.variant for block in blocks if block.variant), "")
        name = f"{decision.kind} {main} {variant} {len(blocks)}".replace("  ", " ")
        found.setdefault(name, day)
    return found | _told()


@cache
def _life() -> tuple[tuple[Day, Decision], ...]:
    """Live by the card for some months; on every seventh day nothing is done."""
    journal = Journal().setup(
        0,
        equipment=("wall", "dowel", "kettlebell", "dumbbells"),
        bells=(8, 12, 16, 24, 32),
        screen="clear",
        goal="athletic",
    )
    days = []
    for on in range(DAYS):
        day = Day(journal, on)
        decision = decision_of(day)
        days.append((day, decision))
        if decision.kind in DOES and on % 7 != 6:
            sets = (record for block in decision.blocks for record in done(block))
            journal = journal.with_sets(on, *sets)
    return tuple(days)


def _told() -> dict[str, Day]:
    """Return what a life without trouble does not bring."""
    clear = {"screen": "clear"}
    loaded = lifter("kb", "rdl", **clear).sessions((0, 2, 4), "kb 3x8 @16", "rdl 2x8 @12")
    sore = loaded.session(7, "kb 3x8 @16", pain=6, where="low-back")
    return {
        "the first day": Day(Journal().setup(0, **clear), 0),
        "a week of practice": Day(Journal().sessions(range(5), "wall 3x9/10"), 7),
        "a miss that comes back": Day(
            Journal().sessions(range(4), "wall 3x8/10", mistakes={"soft-lockout": 3}), 5
        ),
        "weeks of dowel": Day(learner(), 25),
        "a load unasked": Day(lifter("kb"), 0),
        "five blocks": Day(
            lifter("kb", "rdl", bells=(12, 16, 24, 32, 40), **clear).sessions(
                (0, 2), "kb 3x8 @32", "rdl 2x8 @24"
            ),
            7,
        ),
        "a bar": Day(
            lifter("kb", "rdl", "sl", "bb", equipment=("barbell", "dumbbells"), **clear).sessions(
                (0, 2), "bb 3x8 @60"
            ),
            7,
        ),
        "with a limit": Day(lifter("kb", "trap", limits=("low-back",), **clear), 0, hour=7),
        "a yes is missing": Day(lifter("kb", screen="unloaded"), 0),
        "not before a yes": Day(Journal().setup(0, screen="stop"), 0),
        "a hold that asks": Day(sore, 8),
        "a hold with a low score": Day(sore.morning(8, 2), 8),
        "a hold with a high score": Day(sore.morning(8, 6), 8),
        "red today": Day(sore, 7),
        "a hold of weeks": Day(sore, 25),
        "the way back": Day(sore.morning(8, 0).morning(9, 0), 9),
        "some pain last time": Day(loaded.session(7, "kb 3x8 @16", pain=4, where="hip"), 9),
        "a bad morning": Day(loaded.morning(7, 4), 7),
        "sore": Day(loaded.morning(7, 0, sore=5), 7),
        "back after two weeks": Day(loaded, 21),
        "back after three months": Day(loaded, 120),
        "paused": Day(loaded.pause(6, until=30), 8),
        "ill": Day(loaded.pause(6, ill=True), 8),
        "done, more if you like": Day(Journal().session(0, "wall 3x10"), 0),
        "done with load": Day(loaded.session(7, "kb 3x8 @16"), 7),
        "an outgrown bell": Day(
            lifter("kb", equipment=("kettlebell",), bells=(16,), **clear)
            .setup(0, without=("romanian-deadlift", "kettlebell-swing", "single-leg-rdl"))
            .sessions(range(0, 33, 3), "kb 4x12 @16"),
            35,
        ),
        "the plan's end": Day(learner(), 84),
        "strength": Day(
            lifter("kb", start=-100, goal="strength", **clear).sessions(
                range(0, 90, 3), "kb 4x12 @16", effort=7
            ),
            91,
        ),
    }


NAMES = tuple(all_days())
