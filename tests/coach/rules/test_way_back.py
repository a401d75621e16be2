"""S2 after a hold: two easy loaded days, nothing new, nothing fast, nothing earned (D11, S8)."""

from decimal import Decimal

import pytest

from coach.rules.trained import BEFORE, DUMBBELLS, KB, ONE_LEG, RDL, SWING, held, working
from factories import (
    Journal,
    day,
    have,
    learner,
    lifter,
    main_block,
    opened,
    reason_of,
    state_on,
    today,
)
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import prescription

HELD = held(BEFORE, 2)


# --- what it asks ---


def test_the_first_loaded_days_have_half_the_sets_and_ten_percent_less(index: Index) -> None:
    first = today(index, HELD, 5)

    assert working(first) == [(RDL, 2, Decimal(14)), (KB, 1, Decimal(18))]


def test_half_of_an_odd_number_of_sets_is_rounded_up(index: Index) -> None:
    three = lifter(equipment=DUMBBELLS).session(0, "kb 3x8 @20")

    assert main_block(today(index, held(three, 2), 5)).sets == 2


def test_both_days_are_cut_from_the_load_before_the_hold(index: Index) -> None:
    journal = HELD.session(5, "rdl 2x8 @14", "kb 1x8 @18", pain=0)

    second = today(index, journal, 7)

    assert working(second) == [(KB, 2, Decimal(18)), (RDL, 1, Decimal(14))]


def test_after_two_loaded_days_the_load_before_the_hold_returns(index: Index) -> None:
    journal = HELD.session(5, "rdl 2x8 @14", "kb 1x8 @18", pain=0)
    journal = journal.session(7, "kb 2x8 @18", "rdl 1x8 @14", pain=0)

    decision = today(index, journal, 9)

    assert working(decision) == [(RDL, 3, Decimal(16)), (KB, 2, Decimal(20))]
    assert reason_of(decision, "S2 the way back") is None


def test_where_no_weight_is_near_the_reps_go_down(index: Index) -> None:
    journal = lifter(bells=(16,)).session(0, "kb 3x8 @16").session(2, "kb 3x9 @16")

    block = main_block(today(index, held(journal, 4), 7))

    assert (block.load_kg, block.sets, block.reps) == (Decimal(16), 2, 7)


def test_body_weight_has_fewer_sets_and_reps(index: Index) -> None:
    journal = lifter("sl", equipment=("dowel",)).session(0, "sl 3x10L 3x10R")

    block = main_block(today(index, held(journal, 2), 5))

    assert (block.load_kg, block.sets, block.reps) == (None, 2, 8)


def test_no_weight_is_added_to_what_was_done_without_one(index: Index) -> None:
    journal = lifter("rdl", "sl", equipment=DUMBBELLS).session(0, "rdl 3x8 @20")
    journal = journal.sessions((2, 4), "sl 3x12L 3x12R")

    before = prescription.advise(state_on(index, journal, 7), "single-leg-rdl")
    after = prescription.advise(state_on(index, held(journal, 5), 8), "single-leg-rdl")

    assert (before.load_kg, after.load_kg) == (Decimal(8), None)


def test_nothing_new_joins(index: Index) -> None:
    journal = lifter("kb", "rdl", equipment=DUMBBELLS).sessions((0, 2), "kb 3x8 @20")

    assert RDL in {drill for drill, _, _ in working(today(index, journal, 4))}
    assert working(today(index, held(journal, 4), 7)) == [(KB, 2, Decimal(18))]


def test_with_nothing_loaded_before_that_is_open_the_first_drill_may_come(index: Index) -> None:
    journal = lifter("kb", "swing", bells=(8,)).session(0, "swing 5x5 @8")

    assert working(today(index, held(journal, 2), 5)) == [(KB, 2, Decimal(8))]


def test_no_swing_and_no_jump(index: Index) -> None:
    swinger = (
        lifter("kb", "swing", bells=(16,)).session(0, "kb 3x8 @16").session(2, "swing 5x5 @16")
    )

    decision = today(index, held(swinger, 4, where="knee"), 7)

    assert SWING not in {drill for drill, _, _ in working(decision)}
    assert reason_of(decision, "D11") is None


def test_the_card_says_that_it_is_the_way_back_and_from_which_pain(index: Index) -> None:
    decision = today(index, held(BEFORE, 2, where="low-back"), 5)

    says = "The way back after pain 6 in the low back, day 1 of 2: half the sets, less to lift"
    assert any(reason.text.startswith(says) for reason in decision.reasons)


def test_the_way_back_names_the_worst_pain_of_its_episode(index: Index) -> None:
    worse = BEFORE.session(2, "dowel 10", pain=8, where="low-back").morning(3, 5).morning(4, 0)

    decision = today(index, worse.morning(5, 0), 6)

    assert any("The way back after pain 8 in the low back" in r.text for r in decision.reasons)


def test_that_a_hold_is_over_is_said_until_a_session_follows(index: Index) -> None:
    over = BEFORE.session(2, "dowel 10", pain=6, where="low-back").morning(3, 0).morning(4, 0)
    over = over.setup(4, days=("fri",))
    says = "The hold after pain 6 in the low back is over. Load comes back over 2 easy days."

    texts = [
        [r.text for r in today(index, journal, on).reasons]
        for journal, on in ((over, 5), (over, 7), (over.session(5, "wall 2x10"), 7), (over, 11))
    ]

    assert [says in text for text in texts] == [True, True, False, False]


def test_a_hold_before_any_load_promises_no_load(index: Index) -> None:
    over = learner().session(11, "dowel 10", pain=6).morning(12, 0).morning(13, 0)

    texts = [reason.text for reason in today(index, over, 13).reasons]

    assert "The hold after pain 6 is over." in texts


@pytest.mark.parametrize(
    "journal", [learner(), lifter(), lifter().session(0, "wall 3x10").session(1, "dowel 10")]
)
def test_a_hold_of_one_who_never_loaded_has_no_way_back(index: Index, journal: Journal) -> None:
    assert state_on(index, held(journal, 12), 20).way_back is None


def test_a_break_takes_the_larger_cut_and_half_the_sets_stay(index: Index) -> None:
    journal = held(lifter(equipment=DUMBBELLS).session(0, "kb 3x8 @20"), 30).session(33, "dowel 10")

    block = main_block(today(index, journal, 34))

    assert (block.load_kg, block.sets) == (Decimal(14), 2)


def test_a_return_from_a_break_asks_no_more_than_was_done_before_the_hold(index: Index) -> None:
    journal = lifter(equipment=DUMBBELLS).session(0, "kb 3x8 @20").session(40, "dowel 10")
    journal = held(journal.session(40, "kb 3x8 @14", pain=0), 42)

    block = main_block(today(index, journal, 49))

    assert block.load_kg == 12


# --- what ends it ---


@pytest.mark.parametrize(("pain", "done"), [(2, 1), (None, 1), (3, 0)])
def test_an_amber_session_begins_it_again(index: Index, pain: int | None, done: int) -> None:
    once = HELD.session(5, "rdl 2x8 @14", pain=0)

    back = state_on(index, once.session(7, "kb 2x8 @18", pain=pain), 7).way_back
    first = state_on(index, HELD.session(5, "rdl 2x8 @14", pain=pain), 5).way_back

    assert (back is None) is (done == 1)
    assert first is not None
    assert first.done == done
    assert back is None or back.done == 0


def test_an_amber_practice_begins_it_again_too(index: Index) -> None:
    once = HELD.session(5, "rdl 2x8 @14", pain=0).session(6, "dowel 10", pain=3)

    back = state_on(index, once, 6).way_back

    assert back is not None
    assert back.done == 0


def test_a_red_session_ends_it_and_a_new_one_follows_its_hold(index: Index) -> None:
    red = HELD.session(5, "rdl 2x8 @14", pain=0).session(7, "kb 2x8 @18", pain=7)
    state = state_on(index, red, 7)
    seen = state_on(index, red.seen_professional(8), 9)

    assert (state.way_back, state.hold is None) == (None, False)
    assert seen.way_back is not None
    assert (seen.way_back.done, seen.way_back.pain.score) == (0, 7)


def test_a_red_on_the_way_back_is_a_new_episode(index: Index) -> None:
    soon = HELD.session(5, "rdl 2x8 @14", pain=7)
    late = HELD.session(12, "rdl 2x8 @14", pain=7)

    holds = [state_on(index, told, 12).hold for told in (soon, late)]

    assert [hold is not None and hold.grounds is not None for hold in holds] == [True, False]


def test_the_session_that_ends_a_hold_is_no_day_of_the_way_back(index: Index) -> None:
    journal = BEFORE.session(2, "wall 5", pain=6, where="knee").session(3, "wall 5", pain=1)

    back = state_on(index, journal.session(4, "kb 3x8 @20", pain=0), 4).way_back

    assert back is not None
    assert (back.done, back.since) == (0, day(5))


# --- nothing is earned ---


def test_days_of_the_way_back_count_for_no_gate(index: Index) -> None:
    two = lifter().sessions((0, 2), "kb 3x8 @16")
    journal = held(two, 3).sessions((6, 8), "kb 3x8 @16", pain=0)

    assert have(index, journal, RDL)["kettlebell-deadlift-3-days"] == 2
    assert have(index, journal.session(10, "kb 3x8 @16"), RDL)["kettlebell-deadlift-3-days"] == 3


def test_days_of_the_way_back_count_for_no_weight(index: Index) -> None:
    top = lifter("rdl", equipment=DUMBBELLS).session(0, "rdl 3x12 @20").morning(1, 0)
    journal = held(top, 2).session(5, "rdl 3x12 @20", pain=0).morning(6, 0)

    assert state_on(index, journal, 7).lifts[RDL].work.tops == ()


@pytest.mark.parametrize(("since", "opens"), [(27, False), (29, True)])
def test_nothing_opens_in_a_hold(index: Index, since: int, opens: bool) -> None:
    journal = learner().session(since, "wall 5", pain=6)

    assert (KB in opened(index, journal, 35)) is opens


def test_what_waited_for_the_end_of_a_hold_opens_then(index: Index) -> None:
    journal = learner().session(27, "wall 5", pain=6).morning(30, 1).morning(31, 1)

    state = state_on(index, journal, 31)

    assert state.unlocks[KB] == day(31)


def test_a_session_that_begins_a_hold_opens_nothing(index: Index) -> None:
    red = Journal().session(0, "wall 20", pain=6)

    assert opened(index, red, 0) == []
    assert opened(index, red.morning(1, 0).morning(2, 0), 2) == ["dowel-hinge"]


# --- how it is said ---


def test_a_shoulder_holds_all_load_and_all_of_it_comes_back(index: Index) -> None:
    journal = held(ONE_LEG.setup(3, days=("mon", "wed", "fri")), 4, where="shoulder")

    over, first = today(index, journal, 6), today(index, journal, 7)

    comes = reason_of(over, "S2 pain")
    assert comes is not None
    assert comes.text.endswith("Load comes back over 2 easy days.")
    assert any("nothing new, no swings or jumps" in why.text for why in first.reasons)


def test_two_drills_come_back_where_jumps_do_not_mind(index: Index) -> None:
    journal = lifter("kb", "rdl", "jump", equipment=DUMBBELLS, days=("mon", "wed", "fri"))
    journal = journal.session(2, "kb 3x8 @20", "rdl 2x8 @16").session(3, "jump 3x3")

    comes = reason_of(today(index, held(journal, 4, where="shoulder"), 6), "S2 pain")

    assert comes is not None
    assert "The kettlebell deadlift and Romanian deadlift come back over" in comes.text


# --- what was too much before the hold ---


def test_what_was_too_much_before_a_hold_goes_down_a_bell_on_the_way_back(index: Index) -> None:
    bells = lifter("kb", "rdl", equipment=("dowel",), bells=(8, 12, 16))
    plain = bells.session(0, "kb 3x8 @12", "rdl 2x8 @12", effort=6)
    too_much = bells.session(0, "kb 3x8 @12", "rdl 2x8 @12", effort=9)

    assert working(today(index, held(plain, 2), 5))[0] == (RDL, 2, Decimal(12))
    day_back = today(index, held(too_much, 2), 5)
    assert working(day_back) == [(RDL, 2, Decimal(8)), (KB, 1, Decimal(8))]
    assert reason_of(day_back, "S2 the way back") is not None


def test_a_larger_cut_than_that_of_too_much_stands(index: Index) -> None:
    away = lifter("kb", equipment=("dowel",), bells=(8, 12, 14, 16))
    away = held(away.session(0, "kb 3x8 @16", effort=9), 17).session(20, "dowel 10")

    back = today(index, away, 20)

    assert working(back) == [(KB, 2, Decimal(12))]  # 20 % after the break


def test_with_one_bell_fewer_reps_come_back_than_the_cut_had_left(index: Index) -> None:
    """D9 left two sets of six; the way back asks for fewer, whichever of the two cuts it is."""
    one_bell = lifter(equipment=("dowel",), bells=(8,)).session(0, "kb 3x5/10 @8")
    six = held(one_bell.session(2, "kb 2x5/6 @8"), 3)

    block = main_block(today(index, six, 7))

    assert main_block(today(index, one_bell, 2)).reps == 6
    assert (block.load_kg, block.sets, block.reps) == (Decimal(8), 2, 5)


def test_what_the_dowel_stood_for_comes_back_as_all_does(index: Index) -> None:
    """D9 had no more to take: the way back asks for fewer reps than were done."""
    too_much = lifter(equipment=("dowel",), bells=(8,)).session(0, "kb 3x5/10 @8")
    dowel = too_much.session(2, "kb 2x3/6 @8").session(4, "dowel 3x10")

    block = main_block(today(index, held(dowel, 5), 9))

    assert (block.drill, block.sets, block.reps) == (KB, 2, 5)
