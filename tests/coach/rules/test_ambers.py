"""S2 and S3: from which score pain is amber, and what ambers take away, one after the other."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from factories import Journal, day, have, learner, lifter, main_block, reason_of, state_on, today
from hingecli.coach.log.events import Place
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import safety

KB, RDL = "kettlebell-deadlift", "romanian-deadlift"
TWO = lifter("kb", "rdl").session(0, "kb 3x8 @16", "rdl 2x8 @12", pain=1)
AMBER = TWO.session(2, "rdl 3x9 @12", "kb 2x9 @16", pain=4)


# --- which score is amber ---


@pytest.mark.parametrize(
    ("usual", "yes", "amber"),
    [
        (None, False, 3),
        (0, False, 3),
        (2, False, 3),
        (3, False, 4),
        (3, True, 4),
        (4, False, 3),
        (4, True, 5),
        (5, False, 3),
        (5, True, 3),
    ],
)
def test_pain_is_amber_over_two_and_over_the_usual(
    index: Index, usual: int | None, yes: bool, amber: int
) -> None:
    journal = Journal() if usual is None else Journal().setup(0, usual_pain=usual)

    state = state_on(index, journal.cleared(0) if yes else journal, 0)

    assert state.bounds.amber_from == amber


@pytest.mark.parametrize(("usual", "loads"), [(3, True), (4, False), (5, False)])
def test_a_usual_four_asks_for_a_yes_before_load(index: Index, usual: int, loads: bool) -> None:
    journal = lifter(usual_pain=usual)

    assert (today(index, journal, 0).kind == "load") is loads
    assert today(index, journal.cleared(0), 0).kind == "load"


@pytest.mark.parametrize(("pain", "usual", "days"), [(2, 0, 1), (3, 0, 0), (3, 3, 1), (4, 3, 0)])
def test_sets_of_an_amber_session_count_for_no_gate_of_a_loaded_drill(
    index: Index, pain: int, usual: int, days: int
) -> None:
    journal = lifter(usual_pain=usual).session(0, "kb 3x8", pain=pain)

    assert have(index, journal, RDL)["kettlebell-deadlift-3-days"] == days


@pytest.mark.parametrize(
    ("pain", "sharp", "where"), [(6, False, None), (1, True, None), (1, False, "chest")]
)
def test_sets_of_a_red_session_count_for_no_gate_of_a_loaded_drill(
    index: Index, pain: int, sharp: bool, where: Place | None
) -> None:
    journal = lifter().session(0, "kb 3x8", pain=pain, sharp=sharp, where=where)

    assert have(index, journal, RDL)["kettlebell-deadlift-3-days"] == 0


# --- one amber session ---


@pytest.mark.parametrize(("pain", "half"), [(2, False), (3, True), (4, True)])
def test_after_an_amber_session_the_drill_has_half_the_range_and_a_set_less(
    index: Index, pain: int, half: bool
) -> None:
    journal = lifter().session(0, "kb 3x8 @16", pain=pain)

    block = main_block(today(index, journal, 2))

    assert (block.sets, block.range) == ((2, "half") if half else (3, "full"))


def test_it_is_the_next_session_of_each_drill_that_hurt(index: Index) -> None:
    journal = lifter("kb", "rdl").session(0, "kb 3x8 @16", pain=1).session(2, "rdl 3x8 @12", pain=3)

    blocks = {block.drill: block.range for block in today(index, journal, 4).blocks}

    assert (blocks[KB], blocks[RDL]) == ("full", "half")


@pytest.mark.parametrize(("pain", "reps"), [(2, 9), (3, 8)])
def test_an_amber_session_adds_nothing(index: Index, pain: int, reps: int) -> None:
    state = state_on(index, lifter().session(0, "kb 3x8 @16", pain=pain), 0)

    assert state.lifts[KB].work.reps == reps


def test_the_session_at_half_the_range_adds_nothing_and_the_one_after_it_is_whole(
    index: Index,
) -> None:
    journal = lifter().session(0, "kb 3x8 @16", pain=3).session(2, "kb 2x8 @16", pain=1)

    block = main_block(today(index, journal, 4))

    assert (block.sets, block.reps, block.range) == (3, 8, "full")


def test_a_swing_after_an_amber_session_has_a_set_less_and_no_half_range(index: Index) -> None:
    journal = lifter("kb", "swing").session(0, "kb 3x8 @16", pain=1)
    journal = journal.session(2, "swing 5x5 @8", pain=3, where="wrist")

    block = main_block(today(index, journal.session(4, "kb 3x9 @16", pain=1), 7))

    assert (block.drill, block.sets, block.range) == ("kettlebell-swing", 4, "full")


# --- two running ---


def test_two_amber_loaded_sessions_running_leave_one_easy_drill(index: Index) -> None:
    journal = AMBER.session(4, "kb 2x9 @16", "rdl 1x9 @12", pain=3)

    working = [block for block in today(index, journal, 7).blocks if block.purpose != "warm-up"]

    assert [(b.drill, b.sets, b.range, b.load_kg) for b in working] == [
        (KB, 2, "half", Decimal(16))
    ]


def test_the_easy_drill_is_at_its_first_weight(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8 @12", pain=1).session(2, "kb 3x8 @16", pain=1)
    journal = journal.sessions((4, 7), "kb 2x8 @16", pain=3)

    assert main_block(today(index, journal, 9)).load_kg == 12


def test_ambers_with_a_green_session_between_are_not_running(index: Index) -> None:
    journal = AMBER.session(4, "kb 2x9 @16", pain=1).session(7, "rdl 2x9 @12", pain=3)

    assert not safety.steps_back(state_on(index, journal, 7))


def test_ambers_with_a_session_between_of_which_nothing_was_told_are_not_running(
    index: Index,
) -> None:
    journal = AMBER.session(4, "kb 2x9 @16").session(7, "rdl 2x9 @12", pain=3)

    assert not safety.steps_back(state_on(index, journal, 7))


@pytest.mark.parametrize(
    ("where", "words", "half"),
    [
        ("ankle", ("kb 3x8 @16", "sl 2x8L 2x8R"), {"single-leg-rdl"}),
        ("ankle", ("kb 3x8 @16",), set()),
        ("wrist", ("kb 3x8 @16",), {KB}),
        ("low-back", ("kb 3x8 @16",), {KB}),
        (None, ("kb 3x8 @16",), {KB}),
    ],
)
def test_some_pain_elsewhere_asks_less_of_the_drills_that_load_that_place(
    index: Index, where: Place | None, words: tuple[str, ...], half: set[str]
) -> None:
    journal = lifter("kb", "rdl", "sl").sessions((0, 2), *words, pain=4, where=where)

    state = state_on(index, journal, 2)

    assert {drill for drill, lift in state.lifts.items() if lift.half_because} == half
    assert safety.steps_back(state) is bool(half)


def test_some_pain_in_a_place_that_nothing_loads_is_still_counted_for_a_look(index: Index) -> None:
    journal = lifter().sessions((0, 2, 4), "kb 3x8 @16", pain=4, where="ankle")

    assert safety.asks_for_a_look(state_on(index, journal, 5))


def test_two_drills_with_the_same_pain_say_it_once(index: Index) -> None:
    journal = lifter("kb", "rdl").session(0, "rdl 3x8 @12", "kb 2x8 @16", pain=4)

    told = [reason.text for reason in today(index, journal, 2).reasons if reason.topic == "amber"]

    assert told == [
        "Pain 4 last time: the kettlebell deadlift at half the range today, a set less, and no "
        "step up.",
        "The Romanian deadlift too: half the range, a set less.",
    ]


def test_a_swing_with_the_same_pain_has_a_set_less_too(index: Index) -> None:
    journal = lifter("kb", "swing").sessions((0, 2), "kb 3x8 @16", "swing 5x5 @12")
    journal = journal.session(4, "kb 3x8 @16", "swing 5x5 @12", pain=4, where="wrist")

    told = [reason.text for reason in today(index, journal, 7).reasons if reason.topic == "amber"]

    assert "The kettlebell swing too: a set less." in told or told[0].startswith("Pain 4 in the wr")


def test_amber_days_of_practice_are_no_loaded_ambers(index: Index) -> None:
    journal = AMBER.session(3, "dowel 10", pain=3)

    assert not safety.steps_back(state_on(index, journal, 3))


@pytest.mark.parametrize(("pain", "stays"), [(2, False), (3, True), (None, True)])
def test_only_a_green_session_ends_the_step_back(
    index: Index, pain: int | None, stays: bool
) -> None:
    journal = AMBER.session(4, "kb 2x9 @16", pain=3).session(7, "kb 2x8 @16", pain=pain)

    assert safety.steps_back(state_on(index, journal, 7)) is stays


@pytest.mark.parametrize(
    ("drills", "answers", "words", "easy"),
    [
        (("kb", "rdl", "bb"), {}, "bb 2x8 @20", "kettlebell-deadlift"),
        (
            ("kb", "rdl", "bb"),
            {"without": ("kettlebell-deadlift",)},
            "bb 2x8 @20",
            "romanian-deadlift",
        ),
        (("kb", "trap", "sl"), {"equipment": ("trap-bar",)}, "trap 2x8 @20", "trap-bar-deadlift"),
    ],
    ids=["the first", "the next, where that was declined", "what stands in for it"],
)
def test_the_easy_drill_is_the_first_of_the_ladder_that_can_be_done(
    index: Index, drills: tuple[str, ...], answers: dict[str, Any], words: str, easy: str
) -> None:
    journal = lifter(*drills, **answers).sessions((0, 2), words, pain=3)

    assert [block.drill for block in today(index, journal, 4).blocks[1:]] == [easy]


def test_a_jump_is_no_easy_drill(index: Index) -> None:
    """A held shoulder leaves nothing else that could be loaded."""
    journal = lifter("kb", "swing", "jump", goal="athletic").sessions((0, 2), "kb 3x8 @8", pain=3)
    held = journal.session(3, "wall 5", pain=6, where="shoulder").morning(4, 1)

    decision = today(index, held, 5)

    assert safety.steps_back(state_on(index, held, 5))
    assert decision.kind in ("practice", "rest")
    assert not any(index.rungs[block.drill].loaded for block in decision.blocks)


def test_the_easy_drill_is_a_limits_substitute_where_one_stands_in(index: Index) -> None:
    things = ("kettlebell", "trap-bar")
    journal = lifter("kb", "trap", limits=("low-back",), equipment=things)
    journal = journal.sessions((0, 2), "trap 3x8 @20", pain=3)

    assert main_block(today(index, journal, 4)).drill == "trap-bar-deadlift"


# --- more of them ---


@pytest.mark.parametrize(("third", "asks"), [(20, True), (21, False)])
def test_a_third_amber_within_twenty_one_days_asks_for_a_look(
    index: Index, third: int, asks: bool
) -> None:
    journal = Journal().sessions((0, 7, third), "wall 5", pain=3)

    told = reason_of(today(index, journal, third), "S2 pain again")

    assert (told is not None and "have it looked at" in told.text) is asks


@pytest.mark.parametrize(("on", "asks"), [(20, True), (21, False)])
def test_it_is_said_as_long_as_three_lie_within_twenty_one_days(
    index: Index, on: int, asks: bool
) -> None:
    journal = Journal().sessions((0, 7, 14), "wall 5", pain=3)

    told = reason_of(today(index, journal, on), "S2 pain again")

    assert (told is not None) is asks


@pytest.mark.parametrize(
    ("seen", "asks"),
    [
        (lambda journal: journal.cleared(14), False),
        (lambda journal: journal.seen_professional(15), False),
        (lambda journal: journal.cleared(13), False),
        (lambda journal: journal.cleared(14).sessions((15, 16, 17), "wall 5", pain=3), True),
    ],
    ids=["a yes on the last day", "seen later", "a yes before the last", "three more since"],
)
def test_what_a_professional_has_seen_is_not_asked_for_again(
    index: Index, seen: Callable[[Journal], Journal], asks: bool
) -> None:
    journal = Journal().sessions((0, 7, 14), "wall 5", pain=3)

    assert safety.asks_for_a_look(state_on(index, journal, 17))
    assert safety.asks_for_a_look(state_on(index, seen(journal), 17)) is asks


@pytest.mark.parametrize(("fifth", "holds"), [(41, True), (42, False)])
def test_a_fifth_amber_loaded_session_within_forty_two_days_holds_as_a_second_episode(
    index: Index, fifth: int, holds: bool
) -> None:
    journal = lifter().sessions((0, 9, 18, 27), "kb 2x8 @8", pain=3)

    hold = state_on(index, journal.session(fifth, "kb 2x8 @8", pain=3), fifth).hold

    assert (hold is not None) is holds
    assert hold is None or hold.grounds == "often"


FIFTH = lifter().sessions((0, 2, 4, 7, 9), "kb 2x8 @8", pain=3, where="hip")


def test_the_hold_after_five_ambers_says_why_and_shows_the_red_flags(index: Index) -> None:
    decision = today(index, FIFTH, 10)

    told = reason_of(decision, "S4")
    assert told is not None
    assert "pain 3 in the hip yesterday. It comes too often" in told.text
    assert decision.red_flags


@pytest.mark.parametrize(("seen", "over"), [("before", False), ("after", True)])
def test_on_the_day_of_the_fifth_only_a_visit_after_it_ends_the_hold(
    index: Index, seen: str, over: bool
) -> None:
    four = lifter().sessions((0, 2, 4, 7), "kb 2x8 @8", pain=3)
    journal = four.seen_professional(9).session(9, "kb 2x8 @8", pain=3)
    if seen == "after":
        journal = four.session(9, "kb 2x8 @8", pain=3).seen_professional(9)

    assert (state_on(index, journal, 10).hold is None) is over


# --- soreness that stays ---


@pytest.mark.parametrize(("days", "amber"), [(3, False), (4, True)])
def test_soreness_on_a_fourth_day_counts_as_amber(index: Index, days: int, amber: bool) -> None:
    journal = lifter().session(0, "kb 3x8 @16", pain=0)
    for on in range(1, days + 1):
        journal = journal.morning(on, 0, sore=4)

    decision = today(index, journal, days)
    state = state_on(index, journal, days)

    assert (state.ambers == [day(days)]) is amber
    assert (decision.kind == "load") is amber
    if amber:
        told = reason_of(decision, "S2 pain again")
        assert (main_block(decision).range, main_block(decision).sets) == ("half", 2)
        assert told is not None
        assert told.text.startswith("Sore on 4 days running")


def test_soreness_under_four_between_begins_the_days_anew(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8 @16")
    for on, sore in enumerate((4, 4, 4, 3, 4), start=1):
        journal = journal.morning(on, 0, sore=sore)

    assert state_on(index, journal, 5).ambers == []


@pytest.mark.parametrize(("last", "amber"), [(5, True), (6, False)])
def test_soreness_days_of_one_soreness_are_two_days_apart_at_most(
    index: Index, last: int, amber: bool
) -> None:
    journal = lifter().session(0, "kb 3x8 @16")
    for on in (1, 2, 3, last):
        journal = journal.morning(on, 0, sore=5)

    assert bool(state_on(index, journal, last).ambers) is amber


def test_soreness_told_twice_a_day_is_one_day(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8 @16")
    for on in (1, 2, 3, 3):
        journal = journal.morning(on, 0, sore=5)

    assert state_on(index, journal, 3).ambers == []
    assert len(state_on(index, journal.morning(4, 0, sore=4).morning(4, 0, sore=5), 4).ambers) == 1


def test_an_unloaded_person_with_some_pain_is_told_from_which_score_on(index: Index) -> None:
    journal = learner().setup(0, usual_pain=3).session(11, "dowel 3x10", pain=4)

    told = reason_of(today(index, journal, 12), "Painful sets")

    assert told is not None
    assert "Sets with pain 4 or more" in told.text


def test_the_easy_drill_may_be_one_at_body_weight(index: Index) -> None:
    journal = lifter("sl", equipment=("dowel",)).sessions((0, 2), "sl 3x8L 3x8R", pain=3)

    block = main_block(today(index, journal, 4))

    assert (block.drill, block.sets, block.load_kg, block.range) == (
        "single-leg-rdl",
        2,
        None,
        "half",
    )


def test_nothing_shows_while_no_pain_was_told(index: Index) -> None:
    assert not safety.hurt_last_time(state_on(index, lifter().session(0, "kb 3x8"), 1))


def test_after_a_green_session_the_weight_from_before_the_ambers_comes_back(index: Index) -> None:
    lifted = lifter(bells=(8, 12, 16)).session(0, "kb 3x8 @8").session(3, "kb 3x8 @12")
    hurt = lifted.session(6, "kb 3x8 @12", pain=3).session(9, "kb 2x8 @12", pain=4)
    easy = hurt.session(12, "kb 2x8 @8", pain=3).session(15, "kb 2x8 @8", pain=4)

    during = main_block(today(index, easy, 18))
    after = today(index, easy.session(18, "kb 2x8 @8", pain=1), 21)

    assert (during.load_kg, during.range) == (Decimal(8), "half")
    assert (main_block(after).load_kg, main_block(after).range) == (Decimal(12), "full")
    assert any("back to 12 kg" in reason.text for reason in after.reasons)


def test_a_green_session_that_was_not_clean_brings_no_more_weight(index: Index) -> None:
    lifted = lifter(bells=(8, 12, 16)).session(0, "kb 3x8 @8").session(3, "kb 3x8 @12")
    hurt = lifted.session(6, "kb 3x8 @12", pain=3).session(9, "kb 2x8 @12", pain=4)
    journal = hurt.session(12, "kb 2x7/8 @8", pain=1)

    assert main_block(today(index, journal, 15)).load_kg == 8


def test_the_one_easy_drill_on_a_way_back_is_the_limits_own_deadlift(index: Index) -> None:
    sumo = lifter("kb", "rdl", "sumo", equipment=("kettlebell",), limits=("knee",))
    hurt = sumo.session(0, "sumo 3x8 @8", "rdl 2x8 @8").session(3, "sumo 3x8 @8", pain=6)
    back = hurt.morning(4, 0).morning(5, 0)
    journal = back.session(6, "sumo 2x6 @8", pain=3).session(9, "sumo 2x6 @8", pain=3)

    assert [b.drill for b in today(index, journal, 12).blocks if b.purpose == "main"] == [
        "sumo-deadlift"
    ]


def test_a_hold_that_asks_for_a_professional_says_so_once(index: Index) -> None:
    journal = lifter().sessions((0, 2, 4, 7, 9), "kb 3x8 @16", pain=3, where="hip")

    texts = [why.text for why in today(index, journal, 10).reasons]

    assert sum("professional" in text or "looked at" in text for text in texts) == 1


def test_the_pain_of_a_hold_that_is_over_holds_nothing_back_once_more(index: Index) -> None:
    journal = lifter().sessions((0, 2, 4, 7, 9), "kb 3x8 @16", pain=3, where="hip")
    for on in (12, 15, 18, 22, 24):
        journal = journal.morning(on, 1)

    texts = [why.text for why in today(index, journal, 25).reasons]

    assert any("is over." in text for text in texts)
    assert not any("last time" in text for text in texts)


def test_what_opens_among_painful_days_waits_for_a_better_one(index: Index) -> None:
    journal = lifter("kb").sessions((0, 2, 4), "kb 3x8 @8")
    journal = journal.sessions((7, 9, 11), "rdl 3x8 @4").sessions((16, 23), "kb 8 @8")
    journal = journal.sessions((25, 27), "kb 8 @8", pain=3)
    opened = next(
        n for n in range(28, 60) if "single-leg-rdl" in state_on(index, journal, n).unlocks
    )

    told = reason_of(today(index, journal, opened), "Weeks")

    assert told is not None
    assert told.text.endswith("single-leg RDL, for the days after a session with less pain.")
