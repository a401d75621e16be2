"""Sets that nobody counted, as another program's: reps done, and no step toward anything."""

from collections.abc import Iterable

import pytest

from factories import Journal, day, have, lifter, state_on, today
from hingecli.coach.day.notes import bad_day
from hingecli.coach.log.events import SetRecord
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules.stuck import stuck
from hingecli.coach.state.state import State

WALL, KB, BARBELL = "wall-hinge", "kettlebell-deadlift", "barbell-deadlift"
YEAR = [week * 7 + on for week in range(52) for on in (0, 2, 4)]


def done(drill: str, reps: int, *, clean: int | None = None) -> SetRecord:
    return SetRecord(drill=drill, reps=reps, clean=clean)


def history(days: Iterable[int], *, journal: Journal | None = None, drill: str = WALL) -> Journal:
    """Three sets of 20 on each of `days`, as another program keeps them."""
    journal = journal or Journal()
    for on in days:
        journal = journal.with_sets(on, *[done(drill, 20)] * 3)
    return journal


@pytest.mark.parametrize("drill", [WALL, KB, BARBELL])
def test_a_year_of_them_opens_nothing_and_begins_no_plan(index: Index, drill: str) -> None:
    state = state_on(index, history(YEAR, drill=drill), 366)

    sums = state.sums
    assert (sums.reps, sums.clean, sums.sessions) == (60 * len(YEAR), 0, len(YEAR))
    assert sorted(state.unlocks) == [WALL]
    assert (state.start, state.plan_week) == (None, 1)
    assert (state.load_week, state.loaded_weeks) == (5, 0)


def test_the_plan_begins_with_the_first_set_that_was_counted(index: Index) -> None:
    journal = history(YEAR).session(364, "wall 10")

    state = state_on(index, journal, 371)

    assert (state.start, state.plan_week) == (day(364), 2)


def test_the_first_day_after_a_year_of_them_is_practice_without_a_word_of_standstill(
    index: Index,
) -> None:
    decision = today(index, history(YEAR), 364)

    assert (decision.kind, decision.blocks[0].drill) == ("practice", WALL)
    assert not {"stuck", "bad-day"} & {reason.rule for reason in decision.reasons}


def test_weeks_of_them_are_no_standstill_and_weeks_of_counted_ones_are(index: Index) -> None:
    days = [on for on in YEAR if on < 70]
    counted = Journal()
    for on in days:
        counted = counted.with_sets(on, *[done(WALL, 10, clean=5)] * 3)

    assert stuck(_in_a_named_week(index, counted)) is not None
    assert stuck(_in_a_named_week(index, history(days))) is None


def _in_a_named_week(index: Index, journal: Journal) -> State:
    states = [state_on(index, journal, on) for on in range(49, 70, 7)]
    return next((state for state in states if stuck(state) is not None), states[-1])


def test_weeks_with_them_are_no_load_weeks(index: Index) -> None:
    before = state_on(index, lifter(), 0).load_week

    uncounted = history(range(1, 29, 7), journal=lifter(), drill=KB)
    counted = lifter()
    for on in range(1, 29, 7):
        counted = counted.with_sets(on, done(KB, 8, clean=8))

    assert state_on(index, uncounted, 29).load_week == before
    assert state_on(index, counted, 29).load_week > before


def test_a_day_of_them_is_no_bad_day_and_spoils_none(index: Index) -> None:
    clean = [done(WALL, 10, clean=10)] * 3
    sloppy = [done(WALL, 10, clean=3)] * 3

    def said(*records: SetRecord) -> bool:
        return bad_day(state_on(index, Journal().with_sets(0, *records), 0)) is not None

    assert not said(done(WALL, 90))
    assert not said(*clean, done(WALL, 90))
    assert said(*sloppy, done(WALL, 90))


def test_days_with_them_are_no_steady_days(index: Index) -> None:
    steady = [SetRecord(drill=KB, reps=8, clean=8)] * 3
    counted = mixed = lifter("kb", "rdl")
    for on in range(1, 30, 2):
        counted = counted.with_sets(on, *steady)
        mixed = mixed.with_sets(on, *steady, done(KB, 8))

    assert have(index, counted, BARBELL, on=30)["steady-8-days"] == 8
    assert have(index, mixed, BARBELL, on=30)["steady-8-days"] == 2  # those that are let pass


def test_they_count_for_the_days_between_loads(index: Index) -> None:
    state = state_on(index, history([1], journal=lifter(), drill=KB), 1)

    assert state.loaded_days[-1].day == day(1)
