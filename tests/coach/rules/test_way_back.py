"""S2 after a hold: two easy loaded days, nothing new, nothing fast, nothing earned (D11, S8)."""

from decimal import Decimal

import pytest

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
from hingecli.coach.log.events import Place
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Decision
from hingecli.coach.rules import prescription, rotation, way_back
from hingecli.coach.state.state import State

KB, RDL, SWING = "kettlebell-deadlift", "romanian-deadlift", "kettlebell-swing"
DUMBBELLS = ("dowel", "dumbbells")


def held(journal: Journal, on: int, *, where: Place | None = None) -> Journal:
    """A red session on day `on`, and two green mornings after it."""
    return journal.session(on, "wall 5", pain=6, where=where).morning(on + 1, 1).morning(on + 2, 0)


BEFORE = lifter("kb", "rdl", "swing", equipment=DUMBBELLS).session(0, "kb 3x8 @20", "rdl 2x8 @16")
HELD = held(BEFORE, 2)


def working(decision: Decision) -> list[tuple[str, int, Decimal | None]]:
    """Return drill, sets and load of the day's loaded blocks."""
    return [
        (block.drill, block.sets, block.load_kg)
        for block in decision.blocks
        if block.purpose in ("main", "second")
    ]


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


# --- a hold of one place: the way back is of what loads it (S8) ---

ONE_LEG = lifter("kb", "rdl", "sl", equipment=DUMBBELLS).session(0, "kb 3x8 @20", "rdl 2x8 @16")
ONE_LEG = ONE_LEG.session(2, "sl 3x6L 3x6R", "kb 2x8 @20")
SL = "single-leg-rdl"


def asked(index: Index, journal: Journal, on: int) -> dict[str, tuple[int, Decimal | None]]:
    """Return the sets and load of each loaded block of the day."""
    return {drill: (sets, load) for drill, sets, load in working(today(index, journal, on))}


def test_after_a_sore_ankle_only_what_loads_it_comes_back_by_halves(index: Index) -> None:
    ankle, knee = held(ONE_LEG, 4, where="ankle"), held(ONE_LEG, 4, where="knee")

    assert asked(index, ankle, 7) == {RDL: (3, Decimal(16)), SL: (1, None)}
    assert asked(index, knee, 7) == {RDL: (2, Decimal(14)), SL: (1, None)}


def test_the_card_names_what_is_on_the_way_back(index: Index) -> None:
    journal = held(ONE_LEG.setup(3, days=("mon", "wed", "fri")), 4, where="ankle")

    over, first = today(index, journal, 6), today(index, journal, 7)

    comes = reason_of(over, "S2 pain")
    assert comes is not None
    assert comes.text.endswith("is over. The single-leg RDL comes back over 2 easy days.")
    assert any("half the sets of the single-leg RDL" in why.text for why in first.reasons)
    assert not any("swings" in why.text for why in first.reasons)


def test_a_day_without_it_says_nothing_of_a_way_back(index: Index) -> None:
    alone = lifter("kb", "rdl", "sl", equipment=DUMBBELLS, without=(SL,))
    journal = alone.session(0, "kb 3x8 @20", "sl 3x6L 3x6R")

    assert reason_of(today(index, held(journal, 2, where="ankle"), 5), "S2 the way back") is None


@pytest.mark.parametrize(("words", "done"), [("sl 1x4L 1x4R", 1), ("kb 3x8 @20", 0)])
def test_a_step_of_it_is_a_day_with_what_it_is_for(index: Index, words: str, done: int) -> None:
    journal = held(ONE_LEG, 4, where="ankle").session(7, words, pain=0)

    back = state_on(index, journal, 7).way_back

    assert back is not None
    assert back.done == done


def test_who_never_did_what_loads_the_ankle_has_no_way_back(index: Index) -> None:
    assert state_on(index, held(BEFORE, 2, where="ankle"), 5).way_back is None


def test_what_does_not_load_the_ankle_earns_meanwhile(index: Index) -> None:
    journal = held(ONE_LEG, 4, where="ankle").session(7, "rdl 3x12 @16", "sl 2x6L 2x6R", pain=0)

    lifts = state_on(index, journal, 7).lifts

    assert len(lifts[RDL].work.tops) == 1
    assert lifts[SL].moved != day(7)


def test_a_new_drill_may_join_while_an_ankle_comes_back(index: Index) -> None:
    journal = lifter("kb", "sl", "swing", bells=(16,)).session(0, "kb 3x8 @16", pain=0)
    journal = journal.session(2, "sl 2x6L 2x6R", "kb 2x8 @16").session(4, "sl 2x6L 2x6R")

    joins = {
        where: SWING in rotation.joined(state_on(index, held(journal, 5, where=where), 9))
        for where in ("ankle", "knee")
    }

    assert joins == {"ankle": True, "knee": False}


def test_a_sore_ankle_on_the_way_back_of_all_begins_it_again_for_all(index: Index) -> None:
    journal = held(ONE_LEG, 4).session(7, "rdl 2x8 @14", pain=0)
    journal = held(journal, 12, where="ankle")

    back = state_on(index, journal, 14).way_back

    assert back is not None
    assert (back.done, back.drills == index.loaded, back.pain.where) == (0, True, None)


# --- the morning scores of a hold (S3) ---


def test_a_score_of_a_held_ankle_leaves_the_load_of_the_rest(index: Index) -> None:
    journal = ONE_LEG.session(4, "wall 5", pain=6, where="ankle").morning(6, 3)

    decision = today(index, journal, 7)

    assert today(index, journal, 6).kind != "hold"
    assert [block.sets for block in decision.blocks if block.drill == RDL] == [3]
    assert reason_of(decision, "S3") is None


def test_a_morning_beside_some_pain_that_came_often_is_like_any_other(index: Index) -> None:
    often = lifter("kb", "sl").sessions((0, 3, 6, 9, 12), "kb 3x8", pain=3, where="ankle")

    decision = today(index, often.morning(14, 3), 14)

    assert reason_of(decision, "S3") is not None
    assert [block.drill for block in decision.blocks] == ["wall-hinge"]


def test_the_morning_that_ends_a_hold_says_no_other_cut_than_the_way_back(index: Index) -> None:
    journal = BEFORE.session(2, "wall 5", pain=6).morning(3, 1).morning(4, 2)

    told = reason_of(today(index, journal, 4), "S3")

    assert told is not None
    assert told.text == (
        "Your morning score is 2: no load today; the way back begins with the next loaded day."
    )


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
