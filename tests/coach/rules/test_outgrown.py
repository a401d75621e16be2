"""D15: a heaviest weight that became light is varied, one way after the other."""

import msgspec
import pytest

from factories import Journal, day, dose, learner, lifter, main_block, reason_of, state_on, today
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.plan import plan
from hingecli.coach.rules import (
    ladder,
    outgrown,
    prescription,
    rotation,
)
from hingecli.coach.state.state import State

KB = "kettlebell-deadlift"


TOPPED = 5
"""The day of the second session at the top of the one bell there is."""


def tops(days: int, *, bells: tuple[int, ...] = (16,)) -> tuple[Journal, int]:
    """A lifter at the top of one bell every third day before `TOPPED` + `days`; that day."""
    on = TOPPED + days
    journal = lifter("kb", "sl", bells=bells).session(0, "sl 8")
    return journal.sessions(range(2, on, 3), "kb 4x12 @16"), on


def topped_out(index: Index, days: int, *, bells: tuple[int, ...] = (16,)) -> State:
    journal, on = tops(days, bells=bells)
    return state_on(index, journal, on)


@pytest.mark.parametrize(
    ("days", "change"),
    [
        (0, None),
        (1, "down"),
        (27, "down"),
        (28, "pause"),
        (55, "pause"),
        (56, "set"),
        (83, "set"),
        (84, "single-leg"),
        (111, "single-leg"),
        (112, "down"),
        (140, "pause"),
    ],
)
def test_the_heaviest_weight_outgrown_is_varied_in_turn_every_four_weeks(
    index: Index, days: int, change: str | None
) -> None:
    state = topped_out(index, days)

    light = outgrown.outgrown(state, KB)

    found = None
    if light is not None:
        own = index.rungs[KB].tempo
        if light.tempo is not None:
            found = "down" if light.tempo.down != own.down else "pause"
        else:
            found = "set" if light.sets_more else "single-leg"
        says = "To grow stronger you need more weight." in [told.text for told in light.reasons]
        assert says is (days % 28 < 7)  # in the first week of each way alone
    assert found == change


def test_a_slow_lowering_takes_three_seconds_and_a_pause_two(index: Index) -> None:
    slow = prescription.advise(topped_out(index, 1), KB)
    still = prescription.advise(topped_out(index, 28), KB)

    assert slow.tempo is not None
    assert slow.tempo.down == 3
    assert still.tempo is not None
    assert still.tempo.pause == 2


def test_one_more_set_is_one_more_than_usual(index: Index) -> None:
    usual, more = (
        prescription.advise(topped_out(index, 55), KB),
        prescription.advise(topped_out(index, 56), KB),
    )

    assert (usual.sets, more.sets) == (4, 5)


def test_the_drill_on_one_leg_is_named_as_the_protocol_does(index: Index) -> None:
    ladder = tuple(
        msgspec.structs.replace(rung, name="airplane") if rung.family == "single-leg" else rung
        for rung in index.ladder
    )
    renamed = Index(msgspec.structs.replace(index.protocol, ladder=ladder))

    told = outgrown.outgrown(topped_out(renamed, 84), KB)

    assert told is not None
    assert "the airplane takes its turn" in told.reasons[0].text


def test_at_last_single_leg_comes_first(index: Index) -> None:
    def main(days: int) -> str:
        journal, on = tops(days - 4)
        turned = journal.session(on, "sl 8").session(on + 2, "rdl 8")
        return rotation.pick(state_on(index, turned, on + 4)).main.id

    assert (main(83), main(84)) == (KB, "single-leg-rdl")


def test_a_turn_given_to_the_single_leg_is_over_and_told(index: Index) -> None:
    journal, on = tops(84)
    mains, told = [], []
    for number in range(on, on + 24, 3):
        decision = today(index, journal, number)
        block = main_block(decision)
        mains.append(block.drill)
        reason = reason_of(decision, "D15")
        told.append(reason is not None and "the single-leg RDL takes its turn" in reason.text)
        journal = journal.session(number, f"{block.drill} 3x8").session(number, "kb 4x12 @16")

    assert {"romanian-deadlift", "single-leg-rdl"} <= set(mains)
    assert mains.count("single-leg-rdl") < len(mains)
    assert any(told)
    assert all(main == "single-leg-rdl" for main, said in zip(mains, told, strict=True) if said)


@pytest.mark.parametrize("weeks", [0, 4, 8, 12])
def test_a_swing_is_never_slowed_nor_paused(index: Index, weeks: int) -> None:
    on = 4 + 7 * weeks
    journal = lifter("swing", bells=(16,)).sessions(range(0, on, 3), "swing 10x10 @16")
    state = state_on(index, journal, on)

    assert state.lifts["kettlebell-swing"].work.topped_since == day(3)
    assert outgrown.outgrown(state, "kettlebell-swing") is None
    assert prescription.advise(state, "kettlebell-swing").tempo is None


def test_a_person_without_single_leg_keeps_the_deadlift(index: Index) -> None:
    def kept(until: int) -> tuple[str, int]:
        journal = lifter("kb", bells=(16,)).sessions(range(0, until, 3), "kb 4x12 @16")
        return dose(today(index, journal.session(until + 1, "rdl 8"), until + 3))[:2]

    assert kept(79) == (KB, 5)
    assert kept(100) == (KB, 4)  # the first way again


def test_what_strength_needs_is_said_once_for_two_outgrown_drills(index: Index) -> None:
    journal = lifter("kb", "rdl", bells=(16,), equipment=("kettlebell",))
    journal = journal.sessions((0, 2, 4), "kb 4x12 @16", "rdl 4x12 @16")

    told = [reason.text for reason in today(index, journal, 7).reasons]

    assert sum("has become light" in text for text in told) == 2
    assert told.count("To grow stronger you need more weight.") == 1


def test_after_its_first_week_a_way_is_told_in_few_words(index: Index) -> None:
    first, later = (outgrown.outgrown(topped_out(index, days), KB) for days in (6, 7))

    assert first is not None
    assert later is not None
    assert len(first.reasons) == 2
    assert [told.text for told in later.reasons] == [
        "Kettlebell deadlift: still light, so 3 s on the way down."
    ]


@pytest.mark.parametrize(
    ("days", "change"),
    [
        (0, ""),
        (2, "2 s pause"),
        (27, "2 s pause"),
        (28, "one more set"),
        (55, "one more set"),
        (56, "2 s pause"),
        (84, "one more set"),
    ],
)
def test_without_any_weight_body_weight_is_varied_in_turn_for_ever(
    index: Index, days: int, change: str
) -> None:
    on = 3 + days  # topped for the second time on day 3
    journal = lifter("sl", equipment=("wall", "dowel"))
    journal = journal.sessions(range(0, on - 1, 3), "sl 4x12L 4x12R")

    decision = today(index, journal, on)
    told = [reason.text for reason in decision.reasons if reason.topic == outgrown.OUTGROWN]

    assert decision.kind == "load"
    assert bool(told) is bool(change)
    if told:
        assert change in told[0]
        assert ("To grow stronger you need a weight." in told) is (days % 28 < 7)


@pytest.mark.parametrize(
    ("practised", "on", "variant"),
    [
        ((), 27, None),
        ((), 28, "eyes-closed"),
        ((28,), 29, "far-wall"),
        ((28, 29), 55, "slow-dowel"),
    ],
)
def test_without_any_weight_the_days_from_week_five_to_nine_are_varied(
    index: Index, practised: tuple[int, ...], on: int, variant: str | None
) -> None:
    journal = learner().setup(1, equipment=("wall", "dowel")).sessions(practised, "wall 2x10")

    decision = today(index, journal, on)

    assert main_block(decision).variant == variant
    assert ("only waits for its week" in decision.reasons[0].text) is (variant is not None)


def test_without_any_weight_what_is_not_earned_yet_is_practised(index: Index) -> None:
    journal = Journal().session(0, "wall 20").setup(1, equipment=("wall", "dowel"))

    assert main_block(today(index, journal, 30)).variant is None
    assert dose(today(index, journal, 30))[0] == "dowel-hinge"


@pytest.mark.parametrize(("days", "sets", "reps"), [(9, 3, 9), (10, 2, 7), (14, 2, 7)])
def test_after_a_break_body_weight_is_done_for_fewer_sets_and_reps(
    index: Index, days: int, sets: int, reps: int
) -> None:
    journal = lifter("sl", equipment=("wall", "dowel")).session(0, "sl 3x8L 3x8R")

    assert dose(today(index, journal, days)) == ("single-leg-rdl", sets, reps)


def test_body_weight_that_was_too_much_is_fewer_sets_and_reps_then_a_dowel_day(
    index: Index,
) -> None:
    journal = lifter("sl").session(0, "sl 3x5/8L 3x5/8R")
    again = journal.session(2, "sl 3/6L 3/6R")

    first, second = today(index, journal, 2), today(index, again, 4)

    assert dose(first) == ("single-leg-rdl", 1, 4)
    assert dose(second)[0] == "dowel-hinge"
    assert reason_of(first, "D9") is not None
    assert reason_of(second, "D9") is not None


def test_the_plan_says_where_the_ladder_ends_without_any_weight(index: Index) -> None:
    notes = plan(state_on(index, Journal().setup(0, equipment=("wall",)), 0)).notes

    assert any("ends at the single-leg RDL" in note for note in notes)
    assert not any("ends at" in note for note in plan(state_on(index, Journal(), 0)).notes)


@pytest.mark.parametrize(("things", "says"), [(("kettlebell",), True), (("barbell",), False)])
def test_who_owns_a_bar_is_not_sent_for_more_weight(
    index: Index, things: tuple[str, ...], says: bool
) -> None:
    journal = lifter(bells=(16,), equipment=("kettlebell", *things)).sessions((2, 5), "kb 4x12 @16")

    light = outgrown.outgrown(state_on(index, journal, 6), KB)

    assert light is not None
    assert any("To grow stronger you need" in told.text for told in light.reasons) is says


def test_a_weight_with_a_heavier_one_is_not_outgrown(index: Index) -> None:
    assert outgrown.outgrown(topped_out(index, 28, bells=(16, 20)), KB) is None


def test_body_weight_is_not_outgrown(index: Index) -> None:
    state = state_on(index, lifter("jump").sessions((0, 3, 6), "jump 3x12"), 9)

    assert outgrown.outgrown(state, "broad-jump") is None


def test_who_has_all_that_can_be_had_without_weight_waits_for_nothing(index: Index) -> None:
    journal = learner().setup(1, equipment=("wall", "dowel"))

    assert ladder.next_gate(state_on(index, journal, 60)) is None
    assert not ladder.waits_for_a_week(state_on(index, journal, 60))
    assert ladder.waits_for_a_week(state_on(index, journal, 55))


@pytest.mark.parametrize("without", [("single-leg-rdl",), ()])
def test_a_turn_is_not_given_to_a_declined_drill_the_ways_begin_anew(
    index: Index, without: tuple[str, ...]
) -> None:
    journal, on = tops(84)
    told = outgrown.outgrown(state_on(index, journal.setup(1, without=without), on), KB)

    assert told is not None
    assert told.single_leg is not bool(without)
    assert (told.tempo is not None) is bool(without)


def test_a_turn_that_cannot_be_given_is_not_told(index: Index) -> None:
    journal = lifter("kb", "rdl", bells=(16,)).sessions(range(0, 100, 3), "kb 4x12 @16")

    for on in (101, 103):
        told = [reason.text for reason in today(index, journal, on).reasons]
        assert not any("single-leg RDL takes its turn" in text for text in told)
        journal = journal.session(on, "rdl 3x8 @16")


def test_a_dowel_day_moved_by_soreness_is_not_had_by_a_few_reps(index: Index) -> None:
    journal = lifter("kb", bells=(16,)).sessions((0, 2), "kb 3x5/10 @16")
    sore = journal.morning(4, 0, sore=6).session(4, "dowel 5")

    assert dose(today(index, sore, 5))[0] == "dowel-hinge"
    assert dose(today(index, journal.session(4, "dowel 5"), 5))[0] == KB


def test_all_variations_are_the_early_one_and_the_others(index: Index) -> None:
    rule = index.rules.variety

    assert rule.all == (rule.early, *rule.variants)
