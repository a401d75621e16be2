"""A person who does exactly what each day asks, cleanly, and answers whatever is asked."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from factories import DAY_ONE, day
from hingecli.coach.day.decide import decide
from hingecli.coach.fold import advance, begin, open_gates, step
from hingecli.coach.log.events import Profile, ProfileSet, SetRecord, Side
from hingecli.coach.log.sessions import Sitting, TrainingDay
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Block, Decision

SIDES: tuple[Side, ...] = ("L", "R")


def decisions(
    index: Index, *, days: int, profile: Profile | None = None, share: int = 100
) -> Iterator[Decision]:
    """Return the decision of each of `days` days, each lived as it was decided.

    Of the reps of each set `share` % are clean, rounded down.
    """
    state = begin(index)
    moment = datetime.combine(DAY_ONE, datetime.min.time(), tzinfo=UTC)
    told = ProfileSet(
        id="p",
        seq=0,
        cmd="p",
        at=moment,
        day=DAY_ONE,
        recorded=moment,
        profile=profile or Profile(),
    )
    step(state, TrainingDay(day=DAY_ONE, statements=(told,)))
    for number in range(days):
        advance(state, day(number))
        open_gates(state)
        decision = decide(state)
        yield decision
        sets = tuple(record for block in decision.blocks for record in done(block, share=share))
        if sets and decision.kind != "rest":
            step(state, TrainingDay(day=day(number), sittings=(sitting(number, sets),)))


def done(block: Block, *, share: int = 100) -> Iterator[SetRecord]:
    """Do every rep of `block`, `share` % of them cleanly; a test is passed with its first run."""
    for _ in range(1 if block.purpose == "test" and share == 100 else block.sets):
        for side in SIDES if block.per_side else (None,):
            yield SetRecord(
                drill=block.drill,
                reps=block.reps,
                clean=block.reps * share // 100,
                load_kg=block.load_kg,
                side=side,
            )


def sitting(number: int, sets: tuple[SetRecord, ...]) -> Sitting:
    """Return the sitting of one day."""
    return Sitting(
        id=f"s{number}",
        ids=(f"s{number}",),
        sitting=f"s{number}",
        day=day(number),
        at=datetime.combine(DAY_ONE, datetime.min.time(), tzinfo=UTC) + timedelta(days=number),
        seq=number + 1,
        sets=sets,
        mistakes=(),
        pain=None,
        sore=None,
        effort=None,
        distance_cm=None,
        note=None,
    )
