"""The load week: four light weeks for everyone, however late the first load or rare the next."""

import pytest

from factories import Journal, state_on
from hingecli.coach.protocol.conditions import reckoned
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.state.gates import condition_states


def loaded(*days: int, start: int = -200) -> Journal:
    """A person for whom the first load is open from day 0, with a load on each of `days`."""
    return Journal().setup(0, start=start).override(0, "kb").sessions(days, "kb 3x8")


@pytest.mark.parametrize(
    ("on", "week"), [(0, 5), (6, 5), (7, 6), (13, 6), (14, 7), (21, 8), (27, 8), (28, 9)]
)
def test_each_week_with_a_loaded_day_is_a_load_week(index: Index, on: int, week: int) -> None:
    journal = loaded(*(day for day in (0, 2, 9, 16, 20, 23) if day <= on))

    assert state_on(index, journal, on).load_week == week


@pytest.mark.parametrize(("sunday", "week"), [(6, 5), (7, 6)])
def test_a_week_is_monday_to_sunday(index: Index, sunday: int, week: int) -> None:
    assert state_on(index, loaded(0, sunday), sunday).load_week == week


@pytest.mark.parametrize("on", [7, 13, 30, 200])
def test_a_week_without_load_is_none_but_the_running_one(index: Index, on: int) -> None:
    assert state_on(index, loaded(0), on).load_week == 6


def test_a_load_changes_nothing_about_the_week_it_is_done_in(index: Index) -> None:
    before, after = loaded(0, 7), loaded(0, 7, 14)

    assert state_on(index, before, 14).load_week == state_on(index, after, 14).load_week == 7


def test_a_late_starter_gets_four_light_weeks_too(index: Index) -> None:
    state = state_on(index, loaded(0), 8)

    assert (state.load_week, state.plan_week) == (6, 30)


def test_a_rare_starter_gets_four_light_weeks_too(index: Index) -> None:
    journal = loaded(0, 21, 42, 63)

    assert [state_on(index, journal, on).load_week for on in (42, 63, 69, 70)] == [7, 8, 8, 9]


def test_without_a_loaded_day_the_load_week_is_five(index: Index) -> None:
    assert state_on(index, loaded(), 0).load_week == 5
    assert state_on(index, loaded(), 100).load_week == 5


def test_a_locked_drill_that_was_logged_begins_no_load_week(index: Index) -> None:
    journal = Journal().setup(0, start=-70).session(0, "kb 3x8").override(14, "kb")

    assert state_on(index, journal, 20).load_week == 5
    assert state_on(index, journal.session(14, "kb 3x8"), 21).load_week == 6


def test_an_open_drill_begins_the_load_week_even_after_a_locked_one(index: Index) -> None:
    journal = Journal().setup(0, start=-70).override(0, "kb").session(0, "rdl 3x8", "kb 3x8")

    assert state_on(index, journal, 7).load_week == 6


@pytest.mark.parametrize(("on", "behind", "met"), [(0, 0, False), (27, 3, False), (28, 4, True)])
def test_a_gate_says_the_load_week_as_light_weeks(
    index: Index, on: int, behind: int, met: bool
) -> None:
    state = state_on(index, loaded(*(day for day in (0, 9, 16, 23) if day <= on)), on)

    (light,) = (
        condition
        for condition in condition_states(state, "single-leg-rdl")
        if condition.id == "load-week-9"
    )

    assert light.text == "4 light weeks with load"
    assert (light.have, light.need, light.met) == (behind, 4, met)


def test_the_text_of_a_load_week_may_name_the_weeks_before_it(index: Index) -> None:
    gate = index.rungs["single-leg-rdl"].gate

    assert [reckoned(condition) for condition in gate if condition.id == "load-week-9"] == [
        {"weeks"}
    ]
    assert {reckoned(condition) for condition in gate if condition.id != "load-week-9"} == {
        frozenset()
    }
