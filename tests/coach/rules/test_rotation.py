"""D6 and D13: what a loaded day holds, who takes the turn, and who joins."""

from decimal import Decimal
from typing import Any

import pytest

from factories import Journal, dose, learner, lifter, main_block, reason_of, sets, state_on, today
from hingecli.coach.day.asked import as_asked
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import rotation

KB = "kettlebell-deadlift"
RDL = "romanian-deadlift"


def drills(index: Index, journal: Journal, on: int) -> list[tuple[str, str, int, int]]:
    """List the blocks of day `on`: purpose, drill, sets, reps."""
    blocks = today(index, journal, on).blocks
    return [(block.purpose, block.drill, block.sets, block.reps) for block in blocks]


# --- what is in it ---


def test_a_first_loaded_day_is_a_dowel_set_and_three_sets_of_eight(index: Index) -> None:
    assert drills(index, lifter(), 0) == [
        ("warm-up", "dowel-hinge", 1, 10),
        ("main", KB, 3, 8),
    ]
    block = main_block(today(index, lifter(), 0))
    assert (block.rest_s, block.reps_range) == (90, (8, 12))
    assert 2 <= block.tempo.down <= 3
    assert 1 <= block.tempo.up <= 2


@pytest.mark.parametrize(("on", "sets"), [(13, 3), (14, 4)])
def test_the_first_two_load_weeks_have_three_sets_later_four(
    index: Index, on: int, sets: int
) -> None:
    journal = lifter().sessions((0, 8), "kb 3x8")

    assert main_block(today(index, journal, on)).sets == sets


def test_the_second_drill_has_two_sets(index: Index) -> None:
    journal = lifter("kb", "rdl").session(0, "kb 3x8", "rdl 2x8")

    assert drills(index, journal, 2) == [
        ("warm-up", "dowel-hinge", 1, 10),
        ("main", RDL, 3, 9),
        ("second", KB, 2, 9),
    ]


def test_main_is_the_one_least_recently_done_as_main(index: Index) -> None:
    journal = lifter("kb", "rdl").session(0, "kb 3x8", "rdl 2x8")
    turned = journal.session(2, "rdl 3x8", "kb 2x8")

    assert dose(today(index, journal, 2))[0] == RDL
    assert dose(today(index, turned, 4))[0] == KB


def test_a_turn_goes_to_the_later_on_the_ladder_among_equals(index: Index) -> None:
    assert dose(today(index, lifter("kb", "rdl"), 0))[0] == RDL


def test_the_main_drill_of_a_day_is_the_first_loaded_one_logged(index: Index) -> None:
    journal = lifter("kb", "rdl").session(0, "dowel 10", "rdl 2x8", "kb 3x8")

    assert dose(today(index, journal, 2))[0] == KB


def test_the_second_is_the_least_recently_trained(index: Index) -> None:
    journal = (
        lifter("kb", "rdl", "sl")
        .session(0, "rdl 2x8")
        .session(2, "sl 2x8")
        .session(4, "kb 2x8", "sl 2x8")
        .session(7, "rdl 2x8")
        .session(9, "sl 2x8")
    )

    turn = rotation.pick(state_on(index, journal, 11))

    assert (turn.main.id, turn.second.id if turn.second else None) == (KB, RDL)


def test_the_pool_holds_the_highest_open_drill_of_each_family(index: Index) -> None:
    journal = lifter("kb", "rdl", "sl", "swing", "bb").sessions(
        (0, 2), "sl 8", "swing 8", "bb 8 @20"
    )

    pool = [rung.id for rung in rotation.pool(state_on(index, journal, 4))]

    assert pool == ["barbell-deadlift", RDL, "single-leg-rdl", "kettlebell-swing"]


def test_a_person_without_a_barbell_keeps_the_kettlebell(index: Index) -> None:
    journal = lifter("kb", "bb", equipment=("kettlebell",)).sessions((0, 2), "bb 8")

    assert [rung.id for rung in rotation.pool(state_on(index, journal, 4))] == [KB]


@pytest.mark.parametrize(
    ("equipment", "limits", "drill"),
    [
        (("kettlebell", "trap-bar"), ("low-back",), "trap-bar-deadlift"),
        (("kettlebell", "cable"), ("low-back",), "cable-pull-through"),
        (("kettlebell",), ("low-back",), KB),
        (None, ("low-back",), KB),
        (None, ("knee",), "sumo-deadlift"),
        (("kettlebell", "trap-bar"), ("knee",), "sumo-deadlift"),
        (("kettlebell", "trap-bar"), (), KB),
        (("kettlebell", "trap-bar"), None, KB),
    ],
)
def test_a_limit_brings_its_substitute_when_it_can_be_done(
    index: Index, equipment: tuple[str, ...] | None, limits: tuple[str, ...] | None, drill: str
) -> None:
    decision = today(index, lifter(equipment=equipment, limits=limits), 0)

    assert dose(decision)[0] == drill
    assert (reason_of(decision, "S8 limits") is not None) is bool(limits)


@pytest.mark.parametrize(
    ("equipment", "drill"),
    [
        (("dowel", "trap-bar"), "trap-bar-deadlift"),
        (("dowel", "cable"), "cable-pull-through"),
    ],
)
def test_without_a_bell_the_equipments_own_deadlift_stands_in(
    index: Index, equipment: tuple[str, ...], drill: str
) -> None:
    before = today(index, learner().setup(11, equipment=equipment), 20)
    decision = today(index, learner().setup(11, equipment=equipment), 28)

    assert before.next_gate is not None
    assert before.next_gate.drill == KB
    assert dose(decision)[0] == drill
    told = reason_of(decision, "S8 limits")
    assert told is not None
    assert "it is what your equipment allows" in told.text


def test_a_bar_too_heavy_for_a_first_load_is_done_for_two_sixes(index: Index) -> None:
    decision = today(index, learner().setup(11, equipment=("dowel", "barbell")), 28)

    assert dose(decision) == (KB, 2, 6)
    assert main_block(decision).load_kg == 20
    told = reason_of(decision, "D10")
    assert told is not None
    held = [reason.text for reason in decision.reasons]
    assert "Kettlebell deadlift: the bar raised to mid-shin serves as the bell." in held


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        (("low-back",), "only as far down as the form stays perfect"),
        (("knee",), "for your knee; its sets count for the kettlebell deadlift and barbell"),
    ],
)
def test_a_limit_says_what_it_changed(index: Index, limits: tuple[str, ...], says: str) -> None:
    told = reason_of(today(index, lifter(limits=limits), 0), "S8 limits")

    assert told is not None
    assert says in told.text


def test_a_knee_limit_on_a_day_without_its_substitute_says_what_to_try(index: Index) -> None:
    told = reason_of(today(index, lifter("rdl", limits=("knee",)), 0), "S8 limits")

    assert told is not None
    assert "foot positions and widths" in told.text


@pytest.mark.parametrize(("on", "drill"), [(28, "deficit-deadlift"), (29, "barbell-deadlift")])
def test_a_chosen_assistance_drill_replaces_its_family_for_four_weeks(
    index: Index, on: int, drill: str
) -> None:
    journal = (
        lifter("kb", "bb", "deficit")
        .sessions((0, 0), "bb 3x5")
        .setup(1, assist=("deficit-deadlift",))
    )

    decision_pool = rotation.pool(state_on(index, journal, on))

    assert [rung.id for rung in decision_pool] == [drill]


def test_an_assistance_drill_that_is_not_open_replaces_nothing(index: Index) -> None:
    journal = lifter(assist=("deficit-deadlift",))

    assert dose(today(index, journal, 0))[0] == KB


def test_naming_the_same_assistance_drill_again_does_not_restart_its_weeks(index: Index) -> None:
    journal = lifter("kb", "deficit").setup(1, assist=("deficit-deadlift",))
    again = journal.setup(20, assist=("deficit-deadlift",))

    assert [rung.id for rung in rotation.pool(state_on(index, again, 30))] == [KB]


@pytest.mark.parametrize(
    ("load", "warm_ups"),
    [
        ("20", [("dowel-hinge", 10, None)]),
        ("24", [("dowel-hinge", 10, None), (KB, 6, 8), (KB, 6, 18)]),
        ("40", [("dowel-hinge", 10, None), (KB, 6, 16), (KB, 6, 32)]),
    ],
)
def test_over_twenty_kilos_two_lighter_sets_come_first(
    index: Index, load: str, warm_ups: list[tuple[str, int, int | None]]
) -> None:
    journal = lifter().session(0, f"kb 3x8 @{load}")

    blocks = [b for b in today(index, journal, 2).blocks if b.purpose == "warm-up"]

    assert [(b.drill, b.reps, b.load_kg) for b in blocks] == warm_ups


@pytest.mark.parametrize(
    ("second", "ramp"),
    [
        ("20", []),
        ("22", []),  # 80 % of it is under what was just lifted
        ("30", [24]),
        ("60", [24, 48]),
    ],
)
def test_a_second_drill_has_those_that_go_on_from_the_first(
    index: Index, second: str, ramp: list[int]
) -> None:
    journal = lifter("kb", "rdl", equipment=("kettlebell", "dumbbells"))
    journal = journal.session(0, f"rdl 3x8 @{second}").session(2, f"kb 3x8 @{second}")
    journal = journal.session(4, f"rdl 3x8 @{second}", "kb 2x8 @20")

    blocks = today(index, journal, 7).blocks

    main, other = (block for block in blocks if block.purpose in ("main", "second"))
    assert (main.drill, main.load_kg, other.drill) == (KB, Decimal(20), RDL)
    lighter = [b for b in blocks if b.purpose == "warm-up" and b.drill == RDL]
    assert [(block.sets, block.reps, block.load_kg) for block in lighter] == [
        (1, 6, Decimal(load)) for load in ramp
    ]
    assert blocks[-1] == other
    assert blocks[-1 - len(ramp) : -1] == tuple(lighter)


def test_beside_body_weight_a_heavy_second_drill_has_both(index: Index) -> None:
    journal = lifter("kb", "sl").session(0, "kb 3x8 @40", "sl 2x6L 2x6R")

    blocks = [b for b in today(index, journal, 2).blocks if b.drill == KB]

    assert [(block.purpose, block.load_kg) for block in blocks] == [
        ("warm-up", Decimal(16)),
        ("warm-up", Decimal(32)),
        ("second", Decimal(40)),
    ]


def test_a_lighter_set_that_does_not_exist_is_left_out(index: Index) -> None:
    journal = lifter(bells=(24,)).session(0, "kb 3x8 @24")

    blocks = today(index, journal, 2).blocks

    assert [block.drill for block in blocks if block.purpose == "warm-up"] == ["dowel-hinge"]


@pytest.mark.parametrize(("load", "second"), [("10", True), ("24", False)])
def test_a_second_drill_that_would_take_too_long_is_left_out(
    index: Index, load: str, second: bool
) -> None:
    journal = lifter("kb", "sl").session(0, f"sl 3x14 @{load}").session(8, "kb 3x12 @16")

    decision = today(index, journal, 14)

    assert dose(decision) == ("single-leg-rdl", 3, 15)
    assert ("second" in [block.purpose for block in decision.blocks]) is second
    assert decision.minutes <= 20


def test_a_second_drill_that_was_too_much_sits_out_until_the_dowel_was_done(index: Index) -> None:
    journal = lifter("kb", "rdl", bells=(16,)).session(0, "kb 3x8 @16")
    journal = journal.session(2, "rdl 3x5/10 @16").session(4, "rdl 2x3/6 @16")

    decision = today(index, journal, 7)
    after = today(index, journal.session(5, "dowel 10"), 7)

    assert dose(decision)[0] == KB
    assert "second" not in [block.purpose for block in decision.blocks]
    assert reason_of(decision, "D9") is not None
    assert "second" in [block.purpose for block in after.blocks]


TOO_MUCH = lifter("kb", bells=(16,)).session(0, "kb 3x5/10 @16").session(2, "kb 2x3/6 @16")
"""The one bell was too much, and so were fewer sets and reps with it."""


@pytest.mark.parametrize(
    ("between", "main"), [("", "dowel-hinge"), ("dowel 2x8", "dowel-hinge"), ("dowel 3x10", KB)]
)
def test_a_weight_that_is_too_much_has_its_dowel_day_whatever_was_practised_between(
    index: Index, between: str, main: str
) -> None:
    journal = TOO_MUCH if not between else TOO_MUCH.session(3, between)

    assert dose(today(index, journal, 4))[0] == main


def test_a_dowel_day_in_the_place_of_load_counts_however_much_of_it_was_done(index: Index) -> None:
    assert dose(today(index, TOO_MUCH, 4))[0] == "dowel-hinge"

    assert dose(today(index, TOO_MUCH.session(4, "dowel 10"), 5))[0] == KB


# --- D13: one new drill at a time ---


@pytest.mark.parametrize(("days", "joins"), [(1, False), (2, True)])
def test_a_new_drill_joins_when_the_last_one_has_two_days(
    index: Index, days: int, joins: bool
) -> None:
    old = lifter("kb", "rdl", "sl", "swing").sessions((0, 2), "kb 3x8 @8", "rdl 2x8")
    journal = old.sessions(range(4, 4 + 2 * days, 2), "sl 2x8")

    pool = [rung.id for rung in rotation.pool(state_on(index, journal, 10))]

    assert ("kettlebell-swing" in pool) is joins


def test_drills_that_open_together_join_single_leg_first_barbell_last(index: Index) -> None:
    journal = lifter("kb", "rdl", "sl", "swing", "bb").sessions((0, 2), "kb 3x8 @8", "rdl 2x8")

    def joined(log: Journal, *, on: int) -> set[str]:
        return set(rotation.joined(state_on(index, log, on)))

    later = {"single-leg-rdl", "kettlebell-swing", "barbell-deadlift"}
    assert joined(journal, on=3) & later == {"single-leg-rdl"}
    two = journal.sessions((4, 6), "sl 2x8")
    assert joined(two, on=7) & later == {"single-leg-rdl", "kettlebell-swing"}
    three = two.sessions((8, 10), "swing 5x5")
    assert joined(three, on=11) & later == later


@pytest.mark.parametrize(("on", "joins"), [(11, True), (12, False)])
def test_no_new_drill_joins_on_the_return_from_a_break(index: Index, on: int, joins: bool) -> None:
    journal = lifter("kb", "sl").sessions((0, 2), "kb 3x8")

    assert ("single-leg-rdl" in rotation.joined(state_on(index, journal, on))) is joins


def test_a_drill_done_once_before_its_turn_stays_in(index: Index) -> None:
    journal = lifter("kb", "sl", "swing").sessions((0, 2), "kb 3x8 @8").session(4, "swing 5x5")

    joined = rotation.joined(state_on(index, journal, 6))

    assert {"single-leg-rdl", "kettlebell-swing"} <= joined


def test_a_week_full_of_swings_still_has_room_for_jumps(index: Index) -> None:
    journal = lifter("swing", "jump", goal="athletic").session(0, "jump 3x3", "kb 5 @8")
    journal = journal.session(2, "swing 295")

    assert [rung.id for rung in rotation.pool(state_on(index, journal, 4))] == ["broad-jump"]


@pytest.mark.parametrize(
    ("answers", "drill"),
    [
        ({"limits": ("low-back",)}, "kettlebell-deadlift"),
        ({}, "barbell-deadlift"),
        ({"limits": ("low-back",), "things": ("trap-bar",)}, "trap-bar-deadlift"),
    ],
)
def test_at_half_the_range_for_a_limit_the_kettlebell_comes_before_the_bar(
    index: Index, answers: dict[str, Any], drill: str
) -> None:
    things = ("kettlebell", "barbell", *answers.pop("things", ()))
    journal = lifter("kb", "bb", "trap", equipment=things, **answers)

    deadlift = [rung.id for rung in rotation.pool(state_on(index, journal, 0))]

    assert deadlift == [drill]


def test_half_the_range_that_a_limit_asks_opens_the_next_drill(index: Index) -> None:
    journal = lifter(limits=("low-back",), equipment=("kettlebell",))
    for on in (0, 3, 6):
        half = as_asked(sets("kb 3x8 @8"), today(index, journal, on).blocks)
        assert {record.range for record in half} == {"half"}
        journal = journal.with_sets(on, *half)

    assert "romanian-deadlift" in state_on(index, journal, 7).unlocks


@pytest.mark.parametrize(
    ("clean", "on", "joins"), [("6/8", 10, False), ("7/8", 10, True), ("6/8", 21, False)]
)
def test_nothing_new_joins_beside_a_drill_that_was_too_much_last_time(
    index: Index, clean: str, on: int, joins: bool
) -> None:
    journal = lifter("kb", "rdl", "sl").sessions((0, 2, 4), "kb 3x8 @16", "rdl 2x8 @12")
    journal = journal.session(on - 3, f"kb 3x{clean} @16", "rdl 2x8 @12")

    assert ("single-leg-rdl" in rotation.joined(state_on(index, journal, on))) is joins


@pytest.mark.parametrize(("on", "joins"), [(17, False), (18, True)])
def test_what_was_too_much_two_weeks_ago_keeps_nothing_new_away(
    index: Index, on: int, joins: bool
) -> None:
    journal = lifter("kb", "rdl", "sl").sessions((0, 2), "kb 3x8 @16", "rdl 2x8 @12")
    journal = journal.session(4, "kb 3x6/8 @16").sessions((9, 13), "rdl 3x8 @12")

    assert ("single-leg-rdl" in rotation.joined(state_on(index, journal, on))) is joins


@pytest.mark.parametrize(("words", "joins"), [("kb 2x5/6 @16", True), ("kb 2x4/6 @16", False)])
def test_what_only_stays_as_it_was_cut_keeps_nothing_new_away(
    index: Index, words: str, joins: bool
) -> None:
    """D9: at the lightest weight 83 % clean keeps the fewer sets and reps; 67 % is too much."""
    begun = lifter("kb", "rdl", "sl", bells=(16,)).sessions((0, 2), "kb 3x8 @16", "rdl 2x8 @16")
    journal = begun.session(4, "kb 3x6/8 @16").session(7, words)

    state = state_on(index, journal, 9)

    assert state.lifts[KB].cut_percent
    assert ("single-leg-rdl" in rotation.joined(state)) is joins
