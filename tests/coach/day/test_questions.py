"""When the morning after and soreness are asked."""

import pytest

from factories import Journal, day, lifter, state_on
from hingecli.coach.day import questions
from hingecli.coach.protocol.protocol import Index


@pytest.mark.parametrize(("on", "asked"), [(0, None), (1, 1), (10, 1), (11, None)])
def test_the_morning_after_a_load_is_asked_for_ten_days(
    index: Index, on: int, asked: int | None
) -> None:
    state = state_on(index, lifter().session(0, "kb 3x8"), on)

    assert questions.morning_asked(state) == (None if asked is None else day(asked))


def test_an_answer_ends_the_question(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8").morning(1, 0)

    assert questions.morning_asked(state_on(index, journal, 3)) is None


def test_the_load_of_today_is_not_asked_for_yet_but_the_one_before_is(index: Index) -> None:
    journal = lifter().sessions((0, 3), "kb 3x8")

    assert questions.morning_asked(state_on(index, journal, 3)) == day(1)


def test_without_a_load_there_is_no_question(index: Index) -> None:
    assert questions.morning_asked(state_on(index, Journal().session(0, "wall 5"), 1)) is None


def test_on_a_hold_each_morning_is_asked_until_it_is_told(index: Index) -> None:
    journal = Journal().session(0, "wall 5", pain=6)

    assert questions.morning_asked(state_on(index, journal, 0)) is None
    assert questions.morning_asked(state_on(index, journal, 4)) == day(4)
    assert questions.morning_asked(state_on(index, journal.morning(4, 3), 4)) is None


@pytest.mark.parametrize(
    ("journal", "on", "asked"),
    [
        (lifter(), 0, True),
        (lifter().morning(0, 0, sore=1), 0, False),
        (lifter().session(0, "kb 3x8", sore=2), 2, True),
        (lifter().session(0, "kb 3x8"), 1, False),
        (Journal(), 0, False),
    ],
)
def test_soreness_is_asked_before_a_loaded_day_once(
    index: Index, journal: Journal, on: int, asked: bool
) -> None:
    assert questions.soreness_asked(state_on(index, journal, on)) is asked
