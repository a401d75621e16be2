"""The load week: four light weeks for everyone, however late the first load."""

import pytest

from factories import Journal, state_on
from hingecli.coach.protocol.protocol import Index


@pytest.mark.parametrize(
    ("on", "week"), [(0, 5), (6, 5), (7, 6), (27, 8), (28, 9)], ids=lambda n: str(n)
)
def test_the_load_week_counts_from_the_first_loaded_day(index: Index, on: int, week: int) -> None:
    journal = Journal().setup(0, start=-70).override(0, "kb").session(0, "kb 3x8")

    assert state_on(index, journal, on).load_week == week


def test_a_late_starter_gets_four_light_weeks_too(index: Index) -> None:
    journal = Journal().setup(0, start=-200).override(0, "kb").session(0, "kb 3x8")

    state = state_on(index, journal, 8)

    assert (state.load_week, state.plan_week) == (6, 30)


def test_the_load_week_is_never_ahead_of_the_plan_week_nor_under_five(index: Index) -> None:
    journal = Journal().setup(0, start=0).override(0, "kb").session(0, "kb 3x8")

    assert [state_on(index, journal, on).load_week for on in (20, 35, 42)] == [5, 6, 7]


def test_paused_days_do_not_count_for_the_load_week(index: Index) -> None:
    journal = Journal().setup(0, start=-70).override(0, "kb").session(0, "kb 3x8")

    assert state_on(index, journal.pause(2, until=3), 8).load_week == 5
    assert state_on(index, journal.pause(2, until=3), 9).load_week == 6


def test_without_a_loaded_day_the_load_week_is_five(index: Index) -> None:
    assert state_on(index, Journal().setup(0, start=-200), 0).load_week == 5


def test_a_locked_drill_that_was_logged_begins_no_load_week(index: Index) -> None:
    journal = Journal().setup(0, start=-70).session(0, "kb 3x8").override(14, "kb")

    assert state_on(index, journal, 20).load_week == 5
    assert state_on(index, journal.session(14, "kb 3x8"), 21).load_week == 6


def test_an_open_drill_begins_the_load_week_even_after_a_locked_one(index: Index) -> None:
    journal = Journal().setup(0, start=-70).override(0, "kb").session(0, "rdl 3x8", "kb 3x8")

    assert state_on(index, journal, 7).load_week == 6
