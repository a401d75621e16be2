"""D2: the test of one long set, when it is offered and what it says."""

import pytest

from coach.rules.trained import CLEAN_DAYS, offered
from factories import Journal, day, dose, opened, reason_of, state_on, today
from hingecli.coach.protocol.protocol import Index

WALL = "wall-hinge"


@pytest.mark.parametrize(("days", "offers"), [(0, False), (1, False), (2, True)])
def test_the_test_is_offered_after_two_clean_days(index: Index, days: int, offers: bool) -> None:
    assert offered(index, Journal().sessions(range(days), "wall 3x10"), 5) is offers


@pytest.mark.parametrize(
    ("words", "offers"), [("wall 3x9/10", True), ("wall 3x8/10", False), ("wall 2x10", False)]
)
def test_a_clean_day_for_the_test_is_three_sets_at_ninety_percent(
    index: Index, words: str, offers: bool
) -> None:
    assert offered(index, Journal().session(0, "wall 3x10").session(3, words), 4) is offers


def test_any_two_days_will_do(index: Index) -> None:
    journal = Journal().session(0, "wall 3x10").session(1, "wall 3x5/10").session(9, "wall 3x10")

    assert offered(index, journal, 10)


def test_the_test_is_up_to_three_runs_of_twenty(index: Index) -> None:
    decision = today(index, CLEAN_DAYS, 2)

    assert dose(decision) == (WALL, 3, 20)
    assert decision.blocks[0].purpose == "test"
    assert decision.title == "Test: 20 wall hinges in a row"


@pytest.mark.parametrize(("on", "offers"), [(3, False), (4, False), (5, True)])
def test_the_test_comes_at_most_every_third_day(index: Index, on: int, offers: bool) -> None:
    assert offered(index, CLEAN_DAYS.session(2, "wall 17/18"), on) is offers


@pytest.mark.parametrize(("reps", "tested"), [(10, False), (11, True)])
def test_a_set_of_eleven_on_an_offered_day_is_a_test(index: Index, reps: int, tested: bool) -> None:
    state = state_on(index, CLEAN_DAYS.session(2, f"wall {reps}"), 2)

    assert (state.tests.last == day(2)) is tested


def test_a_long_set_on_a_day_without_the_offer_is_no_test(index: Index) -> None:
    assert state_on(index, Journal().session(0, "wall 15"), 0).tests.last is None


def test_a_day_after_the_test_shows_the_best_run_and_the_next(index: Index) -> None:
    journal = CLEAN_DAYS.session(2, "wall 17/18 12/13")

    told = reason_of(today(index, journal, 3), "D2")

    assert told is not None
    assert told.text == "Best run 17 of 20. Next test Saturday."
    assert "fail" not in told.text


def test_before_the_first_test_the_card_says_what_brings_it(index: Index) -> None:
    first = reason_of(today(index, Journal(), 0), "D2")
    second = reason_of(today(index, Journal().session(0, "wall 3x10"), 1), "D2")

    assert first is not None
    assert first.text.startswith("After 2 days of 3 sets")
    assert second is not None
    assert second.text.startswith("After 1 more day of 3 sets")


def test_on_the_day_of_a_test_to_come_nothing_more_is_said_of_it(index: Index) -> None:
    assert reason_of(today(index, CLEAN_DAYS.session(2, "wall 5"), 2), "D2") is None


def test_on_the_day_the_next_test_is_due_its_date_is_not_repeated(index: Index) -> None:
    journal = CLEAN_DAYS.session(2, "wall 17/18").session(5, "wall 5")

    assert reason_of(today(index, journal, 5), "D2") is None


THREE_TESTS = CLEAN_DAYS.sessions((2, 5, 8), "wall 17/18")


def test_after_three_tests_come_three_practice_days_of_ten(index: Index) -> None:
    decision = today(index, THREE_TESTS, 11)

    assert decision.kind == "practice"
    assert dose(decision) == (WALL, 3, 10)
    told = reason_of(decision, "D2")
    assert told is not None
    assert "3 practice days" in told.text


@pytest.mark.parametrize(("practised", "films"), [(0, True), (1, False)])
def test_the_first_of_these_practice_days_is_filmed(
    index: Index, practised: int, films: bool
) -> None:
    journal = THREE_TESTS.setup(9, start=-32).sessions(range(11, 11 + practised), "wall 3x10")

    assert today(index, journal, 11 + practised).film is films


@pytest.mark.parametrize(("days", "offers"), [(2, False), (3, True)])
def test_after_three_practice_days_the_test_comes_again(
    index: Index, days: int, offers: bool
) -> None:
    journal = THREE_TESTS.sessions(range(11, 11 + days), "wall 3x10")

    assert offered(index, journal, 20) is offers


def test_after_two_tests_the_third_is_still_offered(index: Index) -> None:
    assert offered(index, CLEAN_DAYS.sessions((2, 5), "wall 17/18"), 8)


def test_once_the_dowel_is_open_there_is_no_test(index: Index) -> None:
    decision = today(index, CLEAN_DAYS.session(2, "wall 20"), 5)

    assert decision.kind == "practice"
    assert reason_of(decision, "D2 test: next") is None


@pytest.mark.parametrize(("days", "reps"), [(1, 20), (2, 10)])
def test_the_warm_up_is_twenty_until_the_second_long_set(
    index: Index, days: int, reps: int
) -> None:
    first, main = today(index, Journal().sessions(range(days), "wall 20"), 5).blocks

    assert (first.drill, first.purpose, first.sets, first.reps) == (WALL, "warm-up", 1, reps)
    assert (main.drill, main.sets, main.reps) == ("dowel-hinge", 3, 10)


def test_the_warm_up_says_why_it_is_long_or_short(index: Index) -> None:
    long = today(index, Journal().session(0, "wall 20"), 1)
    short = today(index, Journal().sessions((0, 1), "wall 20"), 2)

    assert reason_of(long, "D2") is not None
    assert reason_of(short, "D2") is None
    assert reason_of(short, "D5") is not None


# --- a run that stands while a hold keeps its drill closed ---

RAN_IN_PAIN = Journal().sessions((0, 1), "wall 3x10").session(2, "wall 20", pain=6, where="neck")


def test_nothing_is_tested_again_while_only_a_hold_keeps_the_dowel_closed(index: Index) -> None:
    for on in (2, 3, 5, 8):
        decision = today(index, RAN_IN_PAIN, on)
        assert decision.kind == ("done" if on == 2 else "practice")
        told = reason_of(decision, "D2 test")
        assert told is not None
        assert told.text == "A run of 20 stands: the dowel hinge opens once the hold is over."
        assert (decision.test_ahead is None) is (on == 2)  # no blocks to go on with


def test_a_hold_before_the_run_leaves_the_test(index: Index) -> None:
    short = Journal().sessions((0, 1), "wall 3x10").session(2, "wall 12", pain=6, where="neck")

    assert today(index, short.session(3, "wall 5", pain=1), 5).kind == "test"


def test_the_run_opens_the_dowel_once_the_hold_is_over(index: Index) -> None:
    over = RAN_IN_PAIN.morning(3, 1).morning(4, 1)

    assert opened(index, over, 3) == []
    assert opened(index, over, 4) == ["dowel-hinge"]
