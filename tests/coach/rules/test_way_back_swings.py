"""The way back after pain: swings and jumps come last."""

import pytest

from factories import (
    lifter,
    reason_of,
    state_on,
    today,
)
from hingecli.coach.log.events import Place
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import way_back
from hingecli.coach.state.state import State

# --- swings and jumps come last ---

SWINGER = lifter("kb", "swing", bells=(16,)).session(0, "kb 3x8 @16", pain=0)
SWINGER = SWINGER.session(2, "swing 5x5 @16", pain=0)


@pytest.mark.parametrize(
    ("where", "waits"),
    [
        ("low-back", True),
        ("hip", True),
        ("leg", True),
        (None, True),
        ("other", True),
        ("ankle", False),
        ("knee", False),
        ("wrist", False),
    ],
)
def test_after_amber_pain_where_they_load_most_swings_wait(
    index: Index, where: Place | None, waits: bool
) -> None:
    journal = SWINGER.session(4, "kb 3x9 @16", pain=3, where=where)

    assert bars(state_on(index, journal, 7)) is waits


def bars(state: State) -> bool:
    """Return whether a swing that was done before waits."""
    state.lifts["kettlebell-swing"].days = 1
    return way_back.bars_fast(state, "kettlebell-swing")


def test_green_pain_lets_swings_be(index: Index) -> None:
    journal = SWINGER.session(4, "kb 3x9 @16", pain=2, where="low-back")

    assert not bars(state_on(index, journal, 7))


@pytest.mark.parametrize(
    ("sessions", "waits"),
    [
        (("kb 2x8 @16",), True),
        (("kb 2x8 @16", "kb 3x8 @16"), False),
        (("swing 5x5 @16", "kb 3x8 @16"), True),
    ],
)
def test_two_green_loaded_days_without_them_bring_swings_back(
    index: Index, sessions: tuple[str, ...], waits: bool
) -> None:
    journal = SWINGER.session(4, "kb 3x9 @16", pain=3, where="hip")
    for number, words in enumerate(sessions):
        journal = journal.session(7 + 2 * number, words, pain=1)

    assert bars(state_on(index, journal, 11)) is waits


@pytest.mark.parametrize(("green", "new", "known"), [(1, 3, 1), (2, 2, 0), (3, 1, 0), (4, 0, 0)])
def test_a_swing_never_done_waits_twice_as_long_and_no_known_one_holds_it_up(
    index: Index, green: int, new: int, known: int
) -> None:
    journal = SWINGER.session(4, "kb 3x9 @16", pain=3, where="hip")
    for number in range(green):
        words = ("kb 2x8 @16",) if number < 2 else ("swing 5x5 @16",)
        journal = journal.session(7 + 2 * number, *words, pain=1)

    state = state_on(index, journal, 7 + 2 * green)

    assert way_back.fast_days_owed(state, new=True) == new
    assert way_back.fast_days_owed(state, new=False) == known


def test_after_a_flare_no_swing_is_the_first_new_drill(index: Index) -> None:
    learned = lifter("kb", "rdl", "swing", equipment=("kettlebell",), bells=(16, 20))
    learned = learned.sessions((0, 3), "kb 3x8 @16", "rdl 2x8 @16").session(5, "dowel 10", pain=6)
    journal, mains = learned.morning(6, 0).morning(7, 0), []
    for number in range(6):
        decision = today(index, journal, 9 + 2 * number)
        mains.append({block.drill for block in decision.blocks})
        journal = journal.session(9 + 2 * number, "kb 2x8 @16", "rdl 1x8 @16", pain=0)

    fast = ["kettlebell-swing" in drills for drills in mains]
    assert fast[:4] == [False] * 4
    assert fast[4]


@pytest.mark.parametrize("pain", [None, 3])
def test_a_day_without_a_green_score_brings_them_no_nearer(index: Index, pain: int | None) -> None:
    journal = SWINGER.session(4, "kb 3x9 @16", pain=3, where="hip")

    state = state_on(index, journal.session(7, "kb 2x8 @16", pain=pain, where="knee"), 7)

    assert way_back.fast_days_owed(state, new=False) == 2


def test_the_card_says_that_swings_come_last(index: Index) -> None:
    journal = SWINGER.session(4, "kb 3x9 @16", pain=3, where="hip")

    first = reason_of(today(index, journal, 7), "D11")
    second = reason_of(today(index, journal.session(7, "kb 2x8 @16", pain=0), 9), "D11")

    assert first is not None
    assert second is not None
    assert "after 2 more loaded days with a pain score of 2 or less" in first.text
    assert "after 1 more loaded day with" in second.text


@pytest.mark.parametrize(("days", "waits"), [(14, False), (15, True)])
def test_from_fifteen_days_away_on_swings_come_last(index: Index, days: int, waits: bool) -> None:
    on = 2 + days
    journal = SWINGER.session(on, "dowel 10")

    assert bars(state_on(index, journal, on)) is waits
    back = journal.session(on, "kb 1x8 @16", pain=0)
    assert bars(state_on(index, back, on + 2)) is waits
    twice = back.session(on + 2, "kb 1x8 @16", pain=0)
    assert not bars(state_on(index, twice, on + 4))


# --- after a professional's yes (S1) ---


@pytest.mark.parametrize(
    ("screen", "weeks", "barred"),
    [("unloaded", 3, True), ("unloaded", 4, False), ("clear", 0, False)],
)
def test_after_a_yes_the_first_four_load_weeks_have_no_swing(
    index: Index, screen: str, weeks: int, barred: bool
) -> None:
    journal = lifter("kb", "swing", screen=screen).cleared(0)
    journal = journal.sessions(range(0, 7 * weeks, 7), "kb 3x8 @16")

    decision = today(index, journal, 7 * weeks)

    assert decision.kind == "load"
    assert bars(state_on(index, journal, 7 * weeks)) is barred
    assert (reason_of(decision, "S1") is not None) is barred


@pytest.mark.parametrize(("where", "goes_on"), [("ankle", True), ("hip", False)])
def test_a_hold_of_one_place_leaves_the_way_back_of_the_rest(
    index: Index, where: Place, goes_on: bool
) -> None:
    journal = lifter("kb").sessions((0, 2), "kb 3x8 @16").session(4, "kb 3x8 @16", pain=6)
    journal = journal.morning(5, 0).morning(6, 0).session(6, "wall 5", pain=5, where=where)

    assert (state_on(index, journal, 7).way_back is not None) is goes_on


@pytest.mark.parametrize(("pain", "done"), [(0, 1), (2, 1), (3, 0), (6, 0)])
def test_a_loaded_day_that_hurt_is_no_step_of_the_way_back(
    index: Index, pain: int, done: int
) -> None:
    journal = lifter("kb").sessions((0, 2), "kb 3x8 @16").session(4, "kb 3x8 @16", pain=6)
    journal = journal.morning(5, 0).morning(6, 0).session(7, "kb 2x8 @14", pain=pain, where="ankle")

    back = state_on(index, journal, 7).way_back

    assert back is not None
    assert back.done == done
