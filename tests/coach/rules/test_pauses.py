"""Pauses, illness, soreness and the early morning: what moves or lightens a day."""

from decimal import Decimal

import pytest

from factories import Journal, learner, lifter, main_block, reason_of, state_on, today
from hingecli.coach.protocol.protocol import Index

# --- pauses ---


@pytest.mark.parametrize(("on", "paused"), [(11, False), (12, True), (14, True), (15, False)])
def test_a_pause_lasts_to_the_end_of_its_last_day(index: Index, on: int, paused: bool) -> None:
    decision = today(index, learner().pause(12, until=14), on)

    assert (decision.kind == "paused") is paused
    assert decision.blocks == () or not paused


def test_a_pause_without_an_end_lasts_until_it_is_resumed(index: Index) -> None:
    journal = learner().pause(12)

    assert today(index, journal, 200).kind == "paused"
    assert today(index, journal.resume(20), 19).kind == "paused"
    assert today(index, journal.resume(20), 20).kind == "practice"


def test_a_pause_that_was_resumed_the_same_day_costs_nothing(index: Index) -> None:
    state = state_on(index, learner().pause(12).resume(12), 28)

    assert (state.plan_week, state.pause) == (5, None)


@pytest.mark.parametrize(
    ("journal", "days"),
    [
        (Journal().session(0, "wall 5"), 0),
        (Journal().session(0, "wall 5").pause(2, until=4), 3),
        (Journal().session(0, "wall 5").pause(2).resume(5), 3),
        (Journal().session(0, "wall 5").pause(2), 18),
        (Journal().session(0, "wall 5").pause(2, until=9).pause(5, until=6), 5),
        (Journal().session(0, "wall 5").pause(2, until=3).pause(8, until=9), 4),
        (Journal().session(0, "wall 5").pause(2, until=9).resume(4), 2),
        (Journal().session(0, "wall 5").pause(2, until=3).resume(9), 2),
    ],
)
def test_paused_days_are_counted_once(index: Index, journal: Journal, days: int) -> None:
    state = state_on(index, journal, 20)

    assert state.paused_days(state.start or state.today, state.today) == days


@pytest.mark.parametrize(("on", "week"), [(6, 1), (7, 2), (27, 4), (28, 5)])
def test_the_plan_week_counts_from_the_first_session(index: Index, on: int, week: int) -> None:
    assert state_on(index, Journal().session(0, "wall 5"), on).plan_week == week


def test_before_any_session_the_plan_week_is_one(index: Index) -> None:
    assert state_on(index, Journal(), 50).plan_week == 1
    assert state_on(index, Journal().setup(0, start=60), 50).plan_week == 1


def test_a_pause_says_that_nothing_is_lost_and_how_it_ends(index: Index) -> None:
    decision = today(index, learner().pause(12, until=20), 13)

    assert "since yesterday until Sun 25 Jan" in decision.reasons[0].text
    assert decision.say == ()


# --- illness ---


def test_an_illness_says_when_not_to_train(index: Index) -> None:
    decision = today(index, learner().pause(12, ill=True), 13)

    assert decision.reasons[0].rule.startswith("S8")
    assert "24 hours" in decision.say[0]


LOADED = lifter().session(0, "kb 3x8 @20")


@pytest.mark.parametrize(
    "journal", [LOADED.pause(1, until=3, ill=True), LOADED.pause(1, ill=True).resume(4)]
)
def test_the_day_of_coming_back_from_an_illness_has_no_load(index: Index, journal: Journal) -> None:
    decision = today(index, journal, 4)

    assert decision.kind == "practice"
    assert reason_of(decision, "S8 illness") is not None
    assert today(index, journal, 5).kind == "load"


def test_the_day_after_another_pause_may_have_load(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8 @20").pause(1, until=3)

    assert today(index, journal, 4).kind == "load"


def test_the_first_loaded_day_after_illness_is_lighter_and_shorter(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8 @20")
    ill = journal.pause(1, until=3, ill=True)

    decision = today(index, ill, 5)
    after = today(index, ill.session(5, "kb 2x8 @18"), 7)

    block = main_block(decision)
    assert (block.load_kg, block.sets) == (Decimal(18), 2)
    assert reason_of(decision, "S8") is not None
    assert reason_of(after, "S8") is None


def test_a_first_weight_after_illness_is_lighter_and_shorter_too(index: Index) -> None:
    block = main_block(today(index, lifter(bells=(6, 8)).pause(0, until=1, ill=True), 3))

    assert (block.load_kg, block.sets, block.reps) == (Decimal(6), 2, 8)


@pytest.mark.parametrize(("used", "later"), [(4, 4), (6, 8), (8, 8)])
def test_a_first_weight_that_illness_made_less_comes_back_but_none_that_was_chosen(
    index: Index, used: int, later: int
) -> None:
    ill = lifter(bells=(4, 6, 8)).pause(0, until=1, ill=True)

    block = main_block(today(index, ill.session(3, f"kb 2x8 @{used}"), 5))

    assert block.load_kg == later


def test_a_first_weight_that_is_the_only_one_has_fewer_sets_and_reps(index: Index) -> None:
    block = main_block(today(index, lifter(bells=(8,)).pause(0, until=1, ill=True), 3))

    assert (block.load_kg, block.sets, block.reps) == (Decimal(8), 2, 6)


def test_a_pause_that_is_no_illness_takes_nothing_off(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8 @20").pause(1, until=3)

    block = main_block(today(index, journal, 4))

    assert (block.load_kg, block.sets) == (Decimal(20), 3)


# --- soreness ---


@pytest.mark.parametrize(("sore", "moves"), [(3, False), (4, True), (10, True)])
def test_soreness_of_four_moves_the_loaded_day(index: Index, sore: int, moves: bool) -> None:
    journal = lifter().session(0, "kb 3x8").morning(2, 0, sore=sore)

    decision = today(index, journal, 2)

    assert (decision.kind != "load") is moves
    assert (reason_of(decision, "S5") is not None) is moves


def test_soreness_is_good_for_its_own_day_alone(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8").morning(2, 0, sore=6)

    assert today(index, journal, 3).kind == "load"


def test_soreness_logged_with_a_session_counts_too(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8", sore=5)

    state = state_on(index, journal, 0)

    assert state.sore is not None
    assert state.sore[1] == 5


def test_soreness_says_nothing_while_no_load_is_open(index: Index) -> None:
    assert reason_of(today(index, Journal().morning(0, 0, sore=8), 0), "S5") is None


# --- the early morning ---


@pytest.mark.parametrize(("hour", "says"), [(0, True), (11, True), (12, False), (None, False)])
def test_with_a_low_back_limit_the_card_warns_before_noon(
    index: Index, hour: int | None, says: bool
) -> None:
    decision = today(index, Journal().setup(0, limits=("low-back",)), 0, hour=hour)

    assert (reason_of(decision, "S8 early") is not None) is says


@pytest.mark.parametrize("journal", [Journal(), Journal().setup(0, limits=("knee",))])
def test_without_a_low_back_limit_the_morning_is_free(index: Index, journal: Journal) -> None:
    assert reason_of(today(index, journal, 0, hour=7), "S8 early") is None


def test_a_day_without_hinges_says_nothing_of_the_morning(index: Index) -> None:
    journal = Journal().setup(0, limits=("low-back",)).pause(0)

    assert reason_of(today(index, journal, 0, hour=7), "S8 early") is None


@pytest.mark.parametrize("words", ["kb 2x8", "sl 2x6L 2x6R"])
def test_where_no_weight_was_used_after_illness_none_comes_back(index: Index, words: str) -> None:
    ill = lifter("kb", "sl").pause(0, until=1, ill=True).session(3, words)

    lifts = state_on(index, ill, 3).lifts

    assert all(lift.work.before_kg is None for lift in lifts.values())


# --- what else stands on such a day ---


def test_a_pause_names_the_hold_that_stands(index: Index) -> None:
    held = LOADED.session(2, "kb 8 @20", pain=7).pause(3)

    paused = today(index, held, 5)

    assert [why.rule for why in paused.reasons] == ["Pause", "S2 pain"]
    assert today(index, held.morning(4, 1).morning(5, 1), 5).reasons[1:] == ()


@pytest.mark.parametrize(
    ("journal", "says"),
    [
        (LOADED.pause(1, ill=True).resume(20), "practice at most today"),
        (LOADED.morning(20, 0, sore=5), "Soreness 5"),
        (LOADED, None),
    ],
)
def test_a_recheck_says_why_no_load_follows_it_today(
    index: Index, journal: Journal, says: str | None
) -> None:
    decision = today(index, journal, 20)

    assert decision.kind == "recheck"
    moved = [why.text for why in decision.reasons if why.rule.startswith(("S5", "S8"))]
    assert len(moved) == (says is not None)
    assert says is None or says in moved[0]
    assert (today(index, journal.session(20, "dowel 10"), 20).kind == "load") is (says is None)
