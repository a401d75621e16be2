"""What must hold of the ladder: each invariant with a day that breaks it and one that does not."""

import pytest

from factories import day
from hingecli.coach.log.events import Override
from hingecli.coach.protocol.protocol import Index
from simulate.past import Past, gate, head

OPEN = "a prescribed drill is open"
STAYS = "a drill that opened stays open"
DECLINED = "a declined drill is left out"
WEEK = "no load before its week"
HELD = "nothing opens in a hold"
JUMP = "broad-jump"


def test_what_is_prescribed_is_open(index: Index) -> None:
    past = Past(index)

    assert OPEN not in past.breaks(0, "kb 3x8 @16")
    assert OPEN in past.breaks(0, "bb 3x8 @20")


def test_what_opened_stays_open(index: Index) -> None:
    past = Past(index).sees(0)
    assert STAYS not in past.breaks(1, "kb 3x8 @16")

    del past.state.unlocks["kettlebell-swing"]

    assert STAYS in past.breaks(2, "kb 3x8 @16")


def test_what_is_declined_is_neither_prescribed_nor_next(index: Index) -> None:
    past = Past(index, declined=("romanian-deadlift",))

    assert DECLINED not in past.breaks(0, "kb 3x8 @16", next_gate=gate(index, "sl", a=1))
    assert DECLINED in past.breaks(0, "kb 3x8 @16", "rdl 2x8 @12")
    assert DECLINED in past.breaks(0, "kb 3x8 @16", next_gate=gate(index, "rdl", a=1))


@pytest.mark.parametrize(("paused", "breaks"), [(0, False), (1, True)])
def test_no_load_in_the_first_four_weeks(index: Index, paused: int, breaks: bool) -> None:
    past = Past(index)
    past.ledger.first_day, past.ledger.paused_days = day(0), paused

    assert WEEK in past.breaks(27, "kb 3x8 @8")
    assert (WEEK in past.breaks(28, "kb 3x8 @8")) is breaks


def test_nothing_opens_in_a_hold(index: Index) -> None:
    free, held = Past(index).sees(6), Past(index).sees(6).morning(7, 6)
    for past in (free, held):
        past.state.unlocks[JUMP] = day(8)

    assert HELD not in free.breaks(8, "kb 3x8 @16")
    assert HELD in held.breaks(8, kind="hold", ask="How is it?")


def test_a_red_session_opens_nothing_itself(index: Index) -> None:
    past = Past(index).sees(7).logs(7, "kb 3x8 @16", pain=6)
    past.state.unlocks[JUMP] = day(7)

    assert HELD in past.breaks(8, kind="hold", ask="How is it?")


def test_what_opened_earlier_that_day_opened_before_the_hold(index: Index) -> None:
    past = Past(index).sees(7).logs(7, "kb 3x8 @16").logs(7, "wall 10", pain=6)
    past.state.unlocks[JUMP] = day(7)

    assert HELD not in past.breaks(8, kind="hold", ask="How is it?")


def test_after_the_hold_and_by_override_a_drill_may_open(index: Index) -> None:
    over = Past(index).sees(6).morning(7, 6).morning(8, 1).morning(9, 1)
    by_word = Past(index).sees(6).morning(7, 6)
    over.state.unlocks[JUMP], by_word.state.unlocks[JUMP] = day(9), day(8)
    by_word.state.overrides[JUMP] = Override(**head(8), drill=JUMP, because="I jump")

    assert HELD not in over.breaks(9, "kb 2x8 @12")
    assert HELD not in by_word.breaks(8, kind="hold", ask="How is it?")
