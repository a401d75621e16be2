"""The coach asks for the morning after a load, daily on a hold, and for soreness before a load."""

from factories import Journal, day, lifter, state_on
from hingecli.coach.protocol import Index
from hingecli.coach.questions import morning_asked, soreness_asked


def loaded(on: int = 0) -> Journal:
    return lifter(days=("mon", "wed", "fri")).session(on, "kb 3x8 @8")


def test_the_morning_after_a_load_is_asked_the_next_day(index: Index) -> None:
    assert morning_asked(state_on(index, loaded(), 0)) is None
    assert morning_asked(state_on(index, loaded(), 1)) == day(1)


def test_the_morning_after_is_asked_for_ten_days_and_no_longer(index: Index) -> None:
    assert morning_asked(state_on(index, loaded(), 10)) == day(1)
    assert morning_asked(state_on(index, loaded(), 11)) is None


def test_an_answered_morning_is_asked_no_more(index: Index) -> None:
    assert morning_asked(state_on(index, loaded().morning(1, 0), 2)) is None


def test_the_last_load_before_today_is_meant_even_when_today_has_one(index: Index) -> None:
    journal = loaded().session(2, "kb 3x8 @8")

    assert morning_asked(state_on(index, journal, 2)) == day(1)
    assert morning_asked(state_on(index, journal, 3)) == day(3)


def test_without_a_load_or_a_hold_no_morning_is_asked(index: Index) -> None:
    assert morning_asked(state_on(index, Journal().session(0, "wall 3x10"), 1)) is None


def test_on_a_hold_each_morning_is_asked_until_it_is_told(index: Index) -> None:
    journal = Journal().session(0, "wall 3x10", pain=6)

    assert morning_asked(state_on(index, journal, 0)) is None
    assert morning_asked(state_on(index, journal, 1)) == day(1)
    assert morning_asked(state_on(index, journal.morning(1, 1), 1)) is None
    assert morning_asked(state_on(index, journal.morning(1, 1), 2)) == day(2)


def test_soreness_is_asked_once_before_a_loaded_day(index: Index) -> None:
    journal = loaded().morning(1, 0)

    assert soreness_asked(state_on(index, journal, 2))
    assert not soreness_asked(state_on(index, journal.morning(2, 0, sore=1), 2))


def test_soreness_is_not_asked_on_a_day_without_load(index: Index) -> None:
    assert not soreness_asked(state_on(index, loaded(), 1))
