"""The days ahead are those that were told; pauses and holds are respected, nothing is promised."""

import pytest

from factories import Journal, day, lifter, state_on
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.ahead import (
    DayAhead,
    days_ahead,
    told_no_days,
    waits_for_a_professional,
)


def ahead(index: Index, journal: Journal, on: int, *, days: int = 14) -> tuple[DayAhead, ...]:
    return days_ahead(state_on(index, journal, on), day(on), day(on + days - 1))


def numbers(found: tuple[DayAhead, ...]) -> list[int]:
    return [(one.day - day(0)).days for one in found]


def test_who_told_days_has_those_before_load_and_after(index: Index) -> None:
    new = Journal().setup(0, days=("tue", "fri"))
    lifting = lifter(days=("tue", "fri"))

    assert numbers(ahead(index, new, 0)) == numbers(ahead(index, lifting, 0)) == [1, 4, 8, 11]


def test_who_told_none_practises_daily_until_a_load_is_open(index: Index) -> None:
    assert numbers(ahead(index, Journal(), 0, days=7)) == [0, 1, 2, 3, 4, 5, 6]
    assert numbers(ahead(index, lifter(), 0, days=7)) == [0, 2, 4]


def test_it_is_said_whose_days_they_are(index: Index) -> None:
    assert told_no_days(state_on(index, lifter(), 0))
    assert not told_no_days(state_on(index, lifter(days=("mon",)), 0))
    assert not told_no_days(state_on(index, Journal(), 0))


def test_each_day_says_the_week_that_it_will_be(index: Index) -> None:
    journal = Journal().session(0, "wall 10")

    found = ahead(index, journal, 27, days=2)

    assert [(one.week, one.row and one.row.weeks) for one in found] == [(4, (1, 4)), (5, (5, 8))]


def test_the_weeks_of_who_never_began_are_counted_from_the_first_of_these_days(
    index: Index,
) -> None:
    assert [one.week for one in ahead(index, Journal(), 3, days=8)] == [1] * 7 + [2]


def test_after_the_plan_there_is_no_row(index: Index) -> None:
    last, first = ahead(index, Journal().session(0, "wall 10"), 83, days=2)

    assert last.row is not None
    assert (first.week, first.row) == (13, None)


def test_with_a_goal_each_weekday_has_its_drill_once_the_goal_leads(index: Index) -> None:
    journal = lifter(days=("mon", "wed", "fri"), goal="strength")
    for week in range(9):
        journal = journal.session(7 * week, "kb 3x8 @16")

    before = ahead(index, journal, 7 * 7, days=7)
    found = ahead(index, journal, 7 * 9, days=7)

    assert [one.goal for one in before] == [None] * 3
    assert [one.goal.weekday for one in found if one.goal] == ["Monday", "Wednesday", "Friday"]


def test_the_days_of_a_pause_are_left_out(index: Index) -> None:
    journal = Journal().session(0, "wall 10").pause(1, until=3)

    assert numbers(ahead(index, journal, 1, days=5)) == [4, 5]


def test_a_pause_without_an_end_leaves_none(index: Index) -> None:
    assert ahead(index, Journal().session(0, "wall 10").pause(1), 1) == ()


def test_a_paused_week_does_not_move_the_plan_on(index: Index) -> None:
    journal = Journal().session(0, "wall 10").pause(1, until=7)

    assert [one.week for one in ahead(index, journal, 8, days=7)] == [1] * 6 + [2]


def test_a_hold_promises_nothing(index: Index) -> None:
    journal = lifter(days=("mon",), goal="strength").session(0, "kb 8 @16", pain=6, where="hip")

    found = ahead(index, journal, 1)

    assert [(one.held, one.row, one.goal) for one in found] == [(True, None, None)] * 2


@pytest.mark.parametrize(
    ("journal", "waits"),
    [
        (Journal(), False),
        (Journal().setup(0, screen="stop"), True),
        (Journal().setup(0, screen="stop").cleared(0), False),
        (lifter().session(0, "kb 8 @16", pain=6, where="hip"), False),
        (lifter().session(0, "kb 8 @16", pain=1, where="chest"), True),
        (
            lifter()
            .session(0, "kb 8 @16", pain=6, where="hip")
            .session(5, "kb 8 @16", pain=6, where="hip"),
            True,
        ),
    ],
)
def test_what_waits_for_a_professional_has_no_days_yet(
    index: Index, journal: Journal, *, waits: bool
) -> None:
    found = waits_for_a_professional(state_on(index, journal, 6))

    assert (found is not None) == waits
