"""D6, D11 and D13: what a loaded day holds, who takes the turn, swings, and who joins."""

import pytest

from factories import Journal, dose, learner, lifter, main_block, reason_of, state_on, today
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import prescription, rotation

KB = "kettlebell-deadlift"
RDL = "romanian-deadlift"
SWING = "kettlebell-swing"
LIFT = "kb 3x8 @16"
"""What lets a bell of 16 kg be swung: no swing without a lift lately."""


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
    journal = lifter("kb", "rdl", "sl", "swing", "bb")
    journal = journal.sessions((0, 2), LIFT, "sl 8", "swing 8", "bb 8")

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


def test_a_lighter_set_that_does_not_exist_is_left_out(index: Index) -> None:
    journal = lifter(bells=(24,)).session(0, "kb 3x8 @24")

    blocks = today(index, journal, 2).blocks

    assert [block.drill for block in blocks if block.purpose == "warm-up"] == ["dowel-hinge"]


@pytest.mark.parametrize(("load", "second"), [("10", True), ("24", False)])
def test_a_second_drill_that_would_take_too_long_is_left_out(
    index: Index, load: str, second: bool
) -> None:
    journal = lifter("kb", "sl").session(0, f"sl 3x15 @{load}").session(8, "kb 3x15 @16")

    decision = today(index, journal, 14)

    assert dose(decision) == ("single-leg-rdl", 3, 15)
    assert ("second" in [block.purpose for block in decision.blocks]) is second
    assert decision.minutes <= 20


@pytest.mark.parametrize(("first_day", "sits_out"), [("rdl 2x8", False), ("rdl 2x5/10", True)])
def test_a_second_drill_too_much_twice_running_sits_out_until_the_dowel_was_done(
    index: Index, first_day: str, sits_out: bool
) -> None:
    journal = lifter("kb", "rdl", bells=(16,)).session(0, "kb 3x8 @16", f"{first_day} @16")
    journal = journal.session(2, "rdl 2x5/10 @16", "kb 2x8 @16")

    decision = today(index, journal, 4)
    after = today(index, journal.session(3, "dowel 10"), 4)

    assert dose(decision)[0] == KB
    assert ("second" not in [block.purpose for block in decision.blocks]) is sits_out
    assert reason_of(decision, "D9") is not None
    assert "second" in [block.purpose for block in after.blocks]


def test_where_no_lighter_weight_is_there_sets_and_reps_go_first(index: Index) -> None:
    journal = lifter("kb", bells=(16,)).session(0, "kb 3x5/10 @16")

    decision = today(index, journal, 2)

    assert dose(decision) == (KB, 2, 6)
    assert main_block(decision).load_kg == 16


@pytest.mark.parametrize(
    ("between", "main"), [("", "dowel-hinge"), ("dowel 2x8", "dowel-hinge"), ("dowel 3x10", KB)]
)
def test_a_weight_too_much_twice_running_has_its_dowel_day_whatever_was_practised_between(
    index: Index, between: str, main: str
) -> None:
    journal = lifter("kb", bells=(16,)).sessions((0, 2), "kb 3x5/10 @16")
    if between:
        journal = journal.session(3, between)

    assert dose(today(index, journal, 4))[0] == main


def test_a_dowel_day_in_the_place_of_load_counts_however_much_of_it_was_done(index: Index) -> None:
    journal = lifter("kb", bells=(16,)).sessions((0, 2), "kb 3x5/10 @16")
    assert dose(today(index, journal, 4))[0] == "dowel-hinge"

    assert dose(today(index, journal.session(4, "dowel 10"), 5))[0] == KB


# --- D11: swings ---


def swings(index: Index, journal: Journal, on: int) -> tuple[int, int]:
    """Give the sets and reps of the swing as main drill of day `on`."""
    advice = prescription.advise(state_on(index, journal, on), SWING)
    return advice.sets, advice.reps


def pool_of(index: Index, journal: Journal, on: int) -> list[str]:
    return [rung.id for rung in rotation.pool(state_on(index, journal, on))]


@pytest.mark.parametrize(
    ("sessions", "sets", "reps"),
    [(0, 5, 5), (1, 6, 5), (4, 9, 5), (5, 10, 5), (6, 10, 6), (12, 10, 10)],
)
def test_swings_grow_by_a_set_to_ten_and_then_by_reps(
    index: Index, sessions: int, sets: int, reps: int
) -> None:
    journal = lifter("kb", "swing")
    for number in range(sessions):
        words = f"swing {min(10, 5 + number)}x{min(10, 5 + max(0, number - 5))} @16"
        journal = journal.session(3 * number, words, LIFT)

    assert swings(index, journal, 3 * sessions) == (sets, reps)


@pytest.mark.parametrize(("sets", "then"), [("5x4/5", (5, 5)), ("4x5", (5, 5)), ("5x5", (6, 5))])
def test_a_swing_session_that_was_not_clean_or_not_whole_adds_nothing(
    index: Index, sets: str, then: tuple[int, int]
) -> None:
    journal = lifter("kb", "swing").session(0, f"swing {sets} @16", LIFT)

    assert swings(index, journal, 2) == then


def test_swings_as_the_second_drill_have_half_the_sets_and_move_nothing(index: Index) -> None:
    journal = lifter("kb", "swing").session(0, "swing 5x5 @16", LIFT)
    state = state_on(index, journal, 2)

    assert drills(index, journal, 2)[-1] == ("second", SWING, 3, 5)
    assert prescription.advise(state, SWING, main=False).sets == 3
    assert swings(index, journal.session(2, LIFT, "swing 6x5 @16"), 4) == (6, 5)


def test_no_bell_is_swung_before_a_weight_was_lifted(index: Index) -> None:
    journal = lifter("kb", "swing")

    assert SWING not in pool_of(index, journal.sessions((0, 2), "kb 3x8"), 4)
    assert SWING in pool_of(index, journal.sessions((0, 2), LIFT), 4)


@pytest.mark.parametrize(
    ("lift", "bell"),
    [("kb 3x8 @12", 12), ("kb 3x8 @20", 16), ("kb 3x2 @20", 12), ("kb 3x7/8 @20", 12)],
)
def test_the_bell_is_never_heavier_than_what_was_lifted_cleanly_in_threes(
    index: Index, lift: str, bell: int
) -> None:
    journal = lifter("kb", "swing", bells=(12, 16, 20)).session(0, "kb 3x8 @12")
    journal = journal.session(2, "swing 5x5 @16", lift)

    advice = prescription.advise(state_on(index, journal, 4), SWING)

    assert advice.load_kg == bell


@pytest.mark.parametrize(("on", "swung"), [(55, True), (56, False)])
def test_what_was_lifted_counts_for_eight_weeks(index: Index, on: int, swung: bool) -> None:
    journal = lifter("kb", "sl", "swing").session(0, LIFT).session(1, "kb 3x8")
    journal = journal.sessions(range(3, 54, 5), "sl 2x8")

    assert (SWING in pool_of(index, journal, on)) is swung


@pytest.mark.parametrize(
    ("reps", "on", "swung"), [(145, 4, True), (146, 4, False), (146, 6, False), (146, 7, True)]
)
def test_at_most_three_hundred_swings_in_a_week(
    index: Index, reps: int, on: int, swung: bool
) -> None:
    journal = lifter("kb", "swing").sessions((0, 2), LIFT, f"swing {reps}")

    assert (SWING in pool_of(index, journal, on)) is swung


@pytest.mark.parametrize(("reps", "sets"), [(14, 4), (13, 7)])
def test_the_last_swings_of_a_week_are_trimmed_to_three_hundred(
    index: Index, reps: int, sets: int
) -> None:
    journal = lifter("kb", "swing").sessions((0, 2), f"swing 10x{reps} @16", LIFT)

    assert swings(index, journal, 4) == (sets, 5)


@pytest.mark.parametrize(
    ("days", "on", "swung"), [((0, 1), 4, True), ((0, 1, 2), 4, False), ((0, 1, 2), 7, True)]
)
def test_at_most_three_swing_days_in_a_week(
    index: Index, days: tuple[int, ...], on: int, swung: bool
) -> None:
    journal = lifter("kb", "swing").sessions(days, LIFT, "swing 5")

    assert (SWING in pool_of(index, journal, on)) is swung


def test_swing_and_jump_take_turns(index: Index) -> None:
    journal = lifter("kb", "swing", "jump", goal="athletic").session(0, "swing 5x5", LIFT)

    assert pool_of(index, journal, 2) == [KB, "broad-jump"]
    assert pool_of(index, journal.session(2, "jump 5"), 4) == [KB, SWING]


def test_an_american_swing_chosen_as_assistance_keeps_the_caps(index: Index) -> None:
    journal = lifter("kb", "swing", "american", assist=("american-swing",))
    journal = journal.session(0, LIFT, "swing 150")

    assert pool_of(index, journal, 2) == [KB, "american-swing"]
    assert pool_of(index, journal.session(2, LIFT, "swing 150"), 4) == [KB]


# --- D13: one new drill at a time ---


@pytest.mark.parametrize(("days", "joins"), [(1, False), (2, True)])
def test_a_new_drill_joins_when_the_last_one_has_two_days(
    index: Index, days: int, joins: bool
) -> None:
    old = lifter("kb", "rdl", "sl", "swing").sessions((0, 2), LIFT, "rdl 2x8")
    journal = old.sessions(range(4, 4 + 2 * days, 2), "sl 2x8")

    pool = [rung.id for rung in rotation.pool(state_on(index, journal, 10))]

    assert ("kettlebell-swing" in pool) is joins


def test_drills_that_open_together_join_single_leg_first_barbell_last(index: Index) -> None:
    journal = lifter("kb", "rdl", "sl", "swing", "bb").sessions((0, 2), LIFT, "rdl 2x8")

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
    journal = lifter("kb", "sl", "swing").sessions((0, 2), LIFT).session(4, "swing 5x5")

    joined = rotation.joined(state_on(index, journal, 6))

    assert {"single-leg-rdl", "kettlebell-swing"} <= joined
