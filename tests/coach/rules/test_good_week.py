"""D4: the goal of the day, and the good weeks that days make."""

import pytest

from factories import Journal, day, dose, learner, lifter, reason_of, state_on, today
from hingecli.coach.protocol.protocol import Index


@pytest.mark.parametrize(
    ("words", "sets", "reps"),
    [
        ("wall 3x10", 3, 10),
        ("wall 7x10", 3, 10),
        ("wall 8x10", 2, 10),
        ("wall 9x10", 1, 10),
        ("wall 8x11 5", 0, 0),
        ("wall 10x10", 0, 0),
        ("wall 12x10", 0, 0),
    ],
)
def test_a_second_sitting_is_trimmed_to_what_is_left_to_a_hundred(
    index: Index, words: str, sets: int, reps: int
) -> None:
    decision = today(index, Journal().session(0, words), 0)

    assert decision.kind == "done"
    assert [(block.sets, block.reps) for block in decision.blocks] == (
        [(sets, reps)] if sets else []
    )


def test_one_sitting_is_a_full_session_never_a_lack(index: Index) -> None:
    decision = today(index, Journal().session(0, "wall 3x10"), 0)

    assert "30 of the day's 50-100" in decision.reasons[0].text
    assert "missing" not in decision.reasons[0].text
    assert decision.done_today.clean_reps == 30
    assert decision.done_today.goal == (50, 100)


def test_once_loaded_the_day_has_no_goal_of_reps(index: Index) -> None:
    decision = today(index, lifter().session(0, "kb 3x8"), 0)

    assert (decision.kind, decision.blocks, decision.done_today.goal) == ("done", (), None)


def test_practice_is_offered_every_day_before_the_first_load(index: Index) -> None:
    journal = Journal().sessions(range(14), "wall 3x5/10")

    assert [today(index, journal, on).kind for on in range(14, 21)] == ["practice"] * 7


@pytest.mark.parametrize(("days", "good"), [(3, 0), (4, 1)])
def test_four_days_of_seven_make_a_good_week(index: Index, days: int, good: int) -> None:
    journal = Journal().sessions(range(days), "wall 5")

    assert state_on(index, journal, 7).good_weeks == good


def test_two_sessions_of_a_day_are_one_day_of_the_week(index: Index) -> None:
    journal = Journal().sessions((0, 0, 1, 1), "wall 5")

    assert state_on(index, journal, 7).good_weeks == 0


def test_a_week_without_a_session_between_is_no_good_week(index: Index) -> None:
    journal = Journal().sessions((*range(4), *range(21, 25)), "wall 5")

    assert state_on(index, journal, 30).good_weeks == 2


def test_a_learner_practises_the_dowel(index: Index) -> None:
    assert dose(today(index, learner(), 11))[0] == "dowel-hinge"


@pytest.mark.parametrize(
    ("pains", "offered"),
    [((2, 2), True), ((2, 3), False), ((3, 2), False), ((3, 3, 2), False), ((2, 2, 3), False)],
)
def test_no_test_comes_from_painful_days_nor_right_after_one(
    index: Index, pains: tuple[int, ...], offered: bool
) -> None:
    journal = Journal()
    for number, pain in enumerate(pains):
        journal = journal.session(number, "wall 3x10", pain=pain)

    assert (today(index, journal, len(pains)).kind == "test") is offered


@pytest.mark.parametrize(
    ("words", "tested"),
    [
        (("wall 9/10",), True),
        (("wall 9/10", "wall 9/10"), True),
        (("wall 9/10", "wall 2x10"), False),
        (("wall 8/10",), False),
        (("wall 10",), False),
        (("wall 8/9", "wall 2x10"), True),
    ],
)
def test_a_run_that_misses_its_tenth_rep_is_a_test_unless_others_were_practice(
    index: Index, words: tuple[str, ...], tested: bool
) -> None:
    journal = Journal().sessions((0, 1), "wall 3x10").session(2, *words)

    assert (state_on(index, journal, 2).tests.last == day(2)) is tested


def test_half_the_range_of_an_easy_day_has_no_distance_from_the_wall(index: Index) -> None:
    decision = today(index, Journal().session(0, "wall 3x10").morning(1, 3), 1)

    assert decision.blocks[0].range == "half"
    assert reason_of(decision, "D3") is None
