"""What must hold of weights: each invariant with a day that breaks it and one that does not."""

from decimal import Decimal

import pytest

from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Reason
from simulate.past import WHY, Past, block, gate

STEP = "no load over the next step"
LIGHT = "no weight too light"
SWING = "a swing's bell was deadlifted before"
RISES = "every drill rises for who does all"
NAMED = "a standstill is named"
STUCK = Reason(topic="stuck", rule="D16 stuck", text="Six weeks.", source="coach", grade="C")


@pytest.mark.parametrize(
    ("before", "load", "breaks"),
    [
        (12, "16", False),
        (12, "20", True),
        (16, "20", False),
        (24, "28", False),
        (24, "32", True),
    ],
)
def test_a_weight_is_one_step_up(index: Index, before: int, load: str, breaks: bool) -> None:
    past = Past(index).setup(equipment=("kettlebell",), bells=(8, 12, 16, 20, 24, 28, 32))
    past.does(0, f"kb 3x12 @{before}")

    assert (STEP in past.breaks(2, f"kb 3x8 @{load}")) is breaks


@pytest.mark.parametrize(("load", "breaks"), [("52.5", False), ("55", False), ("60", True)])
def test_two_small_steps_at_once_may_be(index: Index, load: str, breaks: bool) -> None:
    past = Past(index, opened=("barbell-deadlift",)).setup(equipment=("barbell",))
    past.does(0, "bb 3x12 @50")

    assert (STEP in past.breaks(2, f"bb 3x8 @{load}")) is breaks


@pytest.mark.parametrize(("load", "breaks"), [("8", False), ("4", True)])
def test_no_weight_is_under_the_lightest_owned(index: Index, load: str, breaks: bool) -> None:
    past = Past(index).setup(equipment=("kettlebell",), bells=(8, 12))

    assert (LIGHT in past.breaks(0, f"rdl 2x6 @{load}")) is breaks


@pytest.mark.parametrize(("load", "breaks"), [("10", False), ("8", True)])
def test_no_weight_is_under_half_of_the_first(index: Index, load: str, breaks: bool) -> None:
    past = Past(index).does(0, "kb 3x8 @20").does(2, "kb 3x8 @24")

    assert (LIGHT in past.breaks(4, f"kb 3x8 @{load}")) is breaks


def test_a_warm_up_may_be_light(index: Index) -> None:
    past = Past(index).does(0, "kb 3x8 @24")
    warm_up = block(index, "kb 1x6 @8", purpose="warm-up")

    assert LIGHT not in past.breaks(2, warm_up, "kb 3x8 @24")


@pytest.mark.parametrize(
    ("lifted", "on", "breaks"),
    [
        ("kb 3x8 @16", 2, False),
        ("rdl 3x8 @16", 2, False),
        ("kb 3x8 @12", 2, True),
        ("kb 3x2 @16", 2, True),
        ("kb 3x6/8 @16", 2, True),
        ("kb 3x8 @16", 56, False),
        ("kb 3x8 @16", 57, True),
    ],
    ids=["deadlifted", "an RDL", "lighter", "doubles", "not clean", "8 weeks ago", "too long ago"],
)
def test_a_swings_bell_was_lifted_clean_in_eight_weeks(
    index: Index, lifted: str, on: int, breaks: bool
) -> None:
    past = Past(index).logs(0, lifted)

    assert (SWING in past.breaks(on, "swing 5x5 @16")) is breaks


def test_a_swing_may_follow_the_heaviest_of_many_days(index: Index) -> None:
    past = Past(index).logs(0, "kb 3x8 @20").logs(2, "kb 3x8 @16").logs(4, "rdl 3x8 @12")

    assert SWING not in past.breaks(6, "swing 5x5 @20")
    assert SWING in past.breaks(58, "swing 5x5 @20")
    assert SWING not in past.breaks(58, "swing 5x5 @16")


def trained(index: Index, *doses: str) -> Past:
    """Somebody obedient who was asked for these doses, one a week."""
    past = Past(index, obedient=True).setup(equipment=("kettlebell",), bells=(8, 12, 16))
    for week, dose in enumerate(doses):
        past.does(7 * week, dose)
    return past


@pytest.mark.parametrize(
    ("dose", "breaks"),
    [("kb 3x8 @12", True), ("kb 3x9 @12", False), ("kb 3x8 @16", False)],
    ids=["the same again", "a rep more", "a weight more"],
)
def test_a_drill_rises_by_the_fourth_week(index: Index, dose: str, breaks: bool) -> None:
    past = trained(index, *["kb 3x8 @12"] * 5)

    assert (RISES in past.breaks(35, dose)) is breaks


def test_weeks_without_the_drill_do_not_count(index: Index) -> None:
    past = trained(index, "kb 3x8 @12", "kb 3x8 @12", *["rdl 3x8 @8"] * 3)

    assert RISES not in past.breaks(35, "kb 3x8 @12")


def test_the_heaviest_weight_need_not_rise(index: Index) -> None:
    past = trained(index, *["kb 3x12 @16"] * 5)

    assert RISES not in past.breaks(35, "kb 3x12 @16")


def test_swings_rise_by_sets_and_wait_for_the_deadlift(index: Index) -> None:
    still = trained(index, *["swing 5x5 @8"] * 5)
    may = trained(index, *["swing 5x5 @8"] * 5).logs(34, "kb 3x8 @12")
    more = trained(index, *["swing 5x5 @8"] * 5).logs(34, "kb 3x8 @12")

    assert RISES not in still.breaks(35, "swing 5x5 @8")
    assert RISES in may.breaks(35, "swing 5x5 @8")
    assert RISES not in more.breaks(35, "swing 6x5 @8")


def test_only_one_who_does_all_must_rise(index: Index) -> None:
    past = trained(index, *["kb 3x8 @12"] * 5)
    past.ledger.obedient = False

    assert RISES not in past.breaks(35, "kb 3x8 @12")


def stuck(index: Index, *, weeks: int, sessions: int = 3) -> Past:
    """Somebody who was asked for the same, so many sessions a week."""
    past = Past(index)
    for number in range(7 * weeks):
        if number % 7 < 2 * sessions and number % 2 == 0:
            past.does(number, "kb 3x8 @16")
        else:
            past.sees(number, "practice")
    return past


@pytest.mark.parametrize(("weeks", "breaks"), [(8, False), (9, True)])
def test_weights_that_stand_still_are_named(index: Index, weeks: int, breaks: bool) -> None:
    # The first week brings the drill itself: the standstill begins with the second.
    past = stuck(index, weeks=weeks)

    assert (NAMED in past.breaks(7 * weeks, "kb 3x8 @16")) is breaks


def test_the_word_itself_is_enough(index: Index) -> None:
    past = stuck(index, weeks=9)

    assert NAMED not in past.breaks(63, "kb 3x8 @16", reasons=(WHY, STUCK))


def test_two_sessions_a_week_are_no_standstill(index: Index) -> None:
    assert NAMED not in stuck(index, weeks=12, sessions=2).breaks(84, "kb 3x8 @16")


def test_a_gate_that_stands_still_is_named(index: Index) -> None:
    past = Past(index)
    ahead = gate(index, "dowel", wall_20_in_a_row=12)
    for number in range(63):
        past.does(number, "wall 3x10", kind="practice", next_gate=ahead)

    assert NAMED in past.breaks(63, "wall 3x10", kind="practice", next_gate=ahead)


def test_a_gate_that_moves_or_waits_for_its_week_is_not(index: Index) -> None:
    moving, waiting = Past(index), Past(index)
    for number in range(63):
        ahead = gate(index, "dowel", wall_20_in_a_row=number)
        moving.does(number, "wall 3x10", kind="practice", next_gate=ahead)
        waiting.does(number, "wall 3x10", kind="practice", next_gate=gate(index, "kb", week_5=2))

    assert NAMED not in moving.breaks(63, "wall 3x10", kind="practice")
    assert NAMED not in waiting.breaks(63, "wall 3x10", kind="practice")


def test_a_week_with_a_hold_is_no_standstill(index: Index) -> None:
    past = stuck(index, weeks=5)
    past.sees(35, "hold", ask="How is it?")
    for number in range(36, 63):
        past.does(number, "kb 3x8 @16")

    assert past.ledger.week.unnamed == 0
    assert Decimal(16) in past.ledger.week.loads.values()


@pytest.mark.parametrize(("away", "weeks", "breaks"), [(9, 0, True), (20, 2, False), (20, 3, True)])
def test_the_weeks_in_which_load_comes_back_are_no_standstill(
    index: Index, away: int, weeks: int, breaks: bool
) -> None:
    past = Past(index).does(0, "kb 3x8 @16")
    first = 7 * ((away + 6) // 7)
    ahead = gate(index, "dowel", wall_20_in_a_row=12)
    past.does(away, "kb 3x8 @16", next_gate=ahead)

    past.sees(first, "practice", next_gate=ahead)
    past.sees(away + 7 * weeks, "practice", next_gate=ahead)

    assert past.ledger.week.interrupted is not breaks


@pytest.mark.parametrize(("words", "breaks"), [("swing 5x5 @8", False), ("kb 3x8 @16", True)])
def test_swings_that_stand_still_are_no_standstill(index: Index, words: str, breaks: bool) -> None:
    past = Past(index)
    for number in range(63):
        if number % 7 in (0, 2, 4):
            past.does(number, words)
        else:
            past.sees(number, "practice")

    assert (NAMED in past.breaks(63, words)) is breaks
