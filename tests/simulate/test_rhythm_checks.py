"""What must hold of the days' order: each invariant with a day that breaks it and one that not."""

import pytest

from hingecli.coach.protocol.protocol import Index
from simulate.past import Past, block

TWO_LOADS = "never load on two days running"
PLANNED = "no more loaded days than planned"
SWINGS = "swings within the week's limits"
MINUTES = "a sitting within its minutes"
RECHECK = "a re-check before load after a break"
ENDS = "no kind of day without end"
TWO_RESTS = "never two rest days running"
RESTS = "rest on three days of seven at most"
CARD = "the practice card varies"
COMES = "load comes for who may load"
SAYS = "every day says what to do"
KB = "kb 3x8 @16"


@pytest.mark.parametrize(("on", "breaks"), [(1, True), (2, False)])
def test_no_load_the_day_after_a_load(index: Index, on: int, breaks: bool) -> None:
    assert (TWO_LOADS in Past(index).does(0, KB).breaks(on, KB)) is breaks


@pytest.mark.parametrize(("on", "breaks"), [(6, True), (7, False)])
def test_the_planned_days_are_counted_from_monday_to_sunday(
    index: Index, on: int, breaks: bool
) -> None:
    past = Past(index).does(0, KB).does(2, KB).does(4, KB)

    assert (PLANNED in past.breaks(on, KB)) is breaks


def test_a_last_week_that_was_late_takes_nothing_from_this_one(index: Index) -> None:
    past = Past(index).does(2, KB).does(4, KB).does(6, KB).does(8, KB).does(10, KB)

    assert PLANNED not in past.breaks(12, KB)


@pytest.mark.parametrize(("sixty", "breaks"), [(True, True), (None, False)])
def test_at_sixty_two_days_are_planned(index: Index, sixty: bool | None, breaks: bool) -> None:
    past = Past(index).setup(sixty_plus=sixty).does(0, KB).does(2, KB)

    assert (PLANNED in past.breaks(4, KB)) is breaks


@pytest.mark.parametrize(
    ("today", "breaks"), [("swing 10x10 @16", False), ("swing 11x10 @16", True)]
)
def test_swings_stay_within_the_week(index: Index, today: str, breaks: bool) -> None:
    past = Past(index).logs(0, "swing 10x10 @16").logs(2, "swing 10x10 @16")

    assert (SWINGS in past.breaks(4, today)) is breaks
    assert SWINGS not in past.breaks(7, today)


def test_swings_have_three_days_a_week(index: Index) -> None:
    past = Past(index).logs(0, "swing 5 @16").logs(2, "swing 5 @16").logs(4, "swing 5 @16")

    assert SWINGS in past.breaks(6, "swing 5x5 @16")
    assert SWINGS not in past.breaks(6, KB)


@pytest.mark.parametrize(("minutes", "breaks"), [(22, False), (23, True)])
def test_a_sitting_is_about_as_long_as_said(index: Index, minutes: int, breaks: bool) -> None:
    assert (MINUTES in Past(index).breaks(0, KB, minutes=minutes)) is breaks


@pytest.mark.parametrize(("on", "breaks"), [(14, False), (15, True)])
def test_after_a_long_break_the_dowel_comes_first(index: Index, on: int, breaks: bool) -> None:
    checked = Past(index).does(0, KB).logs(on, "dowel 10")

    assert (RECHECK in Past(index).does(0, KB).breaks(on, KB)) is breaks
    assert RECHECK not in checked.breaks(on, KB)


@pytest.mark.parametrize(("lived", "breaks"), [(3, True), (2, False)])
def test_no_kind_of_day_goes_on_for_ever(index: Index, lived: int, breaks: bool) -> None:
    past = Past(index)
    for on in range(lived):
        past.does(on, "wall 1x20", kind="test")

    assert (ENDS in past.breaks(lived, "wall 3x20", kind="test")) is breaks


@pytest.mark.parametrize(("score", "breaks"), [(1, True), (5, False)])
def test_a_hold_lasts_as_long_as_it_hurts(index: Index, score: int, breaks: bool) -> None:
    past = Past(index).morning(0, 6)
    for on in range(1, 41):
        past.does(on, "wall 2x8", kind="hold", pain=score)

    assert (ENDS in past.breaks(41, kind="hold", ask="How is it?")) is breaks


@pytest.mark.parametrize(("on", "breaks"), [(1, True), (2, False)])
def test_no_rest_the_day_after_a_rest(index: Index, on: int, breaks: bool) -> None:
    past = Past(index).does(0, "dowel 1x10", kind="rest")

    assert (TWO_RESTS in past.breaks(on, "dowel 1x10", kind="rest")) is breaks


def test_a_rest_day_on_which_nobody_came_is_none(index: Index) -> None:
    past = Past(index).sees(0, "rest")

    assert TWO_RESTS not in past.breaks(1, "dowel 1x10", kind="rest")


@pytest.mark.parametrize(("on", "breaks"), [(6, True), (7, False)])
def test_three_of_seven_days_are_rest_at_most(index: Index, on: int, breaks: bool) -> None:
    past = Past(index)
    for rest in (0, 2, 4):
        past.does(rest, kind="rest")

    assert (RESTS in past.breaks(on, "dowel 1x10", kind="rest")) is breaks


@pytest.mark.parametrize(("lived", "breaks"), [(7, True), (6, False)])
def test_the_same_card_comes_on_seven_practice_days(index: Index, lived: int, breaks: bool) -> None:
    past = Past(index)
    for on in range(lived):
        past.does(on, "wall 3x10", kind="practice")

    assert (CARD in past.breaks(lived, "wall 3x10", kind="practice")) is breaks
    assert CARD not in past.breaks(lived, "wall 3x11", kind="practice")
    slow = block(index, "wall 3x10", variant="slow")
    assert CARD not in past.breaks(lived, slow, kind="practice")


def test_another_kind_of_day_between_is_no_other_card(index: Index) -> None:
    past = Past(index)
    for on in range(7):
        past.does(on, "wall 3x10", kind="practice")
    past.does(7, "wall 1x20", kind="test")

    assert CARD in past.breaks(8, "wall 3x10", kind="practice")


def test_half_the_range_is_no_choice(index: Index) -> None:
    past = Past(index)
    half = block(index, "wall 2x8", variant="half-range")
    past.ledger.card, past.ledger.card_days = (("wall-hinge", 2, 8, "half-range"),), 9

    assert CARD not in past.breaks(9, half, kind="practice")


@pytest.mark.parametrize(("lived", "breaks"), [(8, True), (7, False)])
def test_load_comes_before_long(index: Index, lived: int, breaks: bool) -> None:
    past = Past(index)
    for on in range(lived):
        past.does(on, f"wall 3x{on + 8}", kind="practice", waits=True)

    assert (COMES in past.breaks(lived, "wall 3x10", kind="practice")) is breaks
    assert COMES not in past.breaks(lived, KB)


def test_a_day_has_a_reason_and_something_to_do(index: Index) -> None:
    past = Past(index)

    assert SAYS not in past.breaks(0, KB)
    assert SAYS in past.breaks(0, KB, reasons=())
    assert SAYS in past.breaks(0, kind="hold", say=(), ask="How is it?")
    assert SAYS not in past.breaks(0, kind="hold", say=("Walking only.",), ask="How is it?")
