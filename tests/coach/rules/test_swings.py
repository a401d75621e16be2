"""D11: swings and jumps, their sets, their bell, and how many a week has room for."""

from decimal import Decimal
from typing import Any

import pytest

from factories import Journal, lifter, main_block, state_on, today
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import prescription, rotation
from hingecli.coach.rules.swings import lifted_lately


@pytest.mark.parametrize(
    ("sessions", "sets", "reps"),
    [(0, 5, 5), (1, 6, 5), (4, 9, 5), (5, 10, 5), (6, 10, 6), (12, 10, 10)],
)
def test_swings_grow_by_a_set_to_ten_and_then_by_reps(
    index: Index, sessions: int, sets: int, reps: int
) -> None:
    journal = lifter("kb", "swing").session(0, "kb 3x8 @8")
    for number in range(sessions):
        words = f"swing {min(10, 5 + number)}x{min(10, 5 + max(0, number - 5))} @8"
        journal = journal.session(2 + 3 * number, words)

    assert swings(index, journal, on=2 + 3 * sessions) == (Decimal(8), sets, reps)


def swings(index: Index, journal: Journal, *, on: int) -> tuple[Any, int, int]:
    """Return load, sets and reps of the swing as the main drill."""
    advised = prescription.advise(state_on(index, journal, on), "kettlebell-swing")
    return advised.load_kg, advised.sets, advised.reps


def swinger(*words: str, bells: tuple[int, ...] = (8, 10, 12)) -> tuple[Journal, int]:
    """One who did each of `words` as the swings of a day of its own, and the day after them."""
    journal = lifter("kb", "swing", bells=bells).session(0, "kb 3x8 @8")
    for number, text in enumerate(words):
        journal = journal.session(2 + 3 * number, text).morning(3 + 3 * number, 0)
    return journal, 2 + 3 * len(words)


def test_a_swing_session_that_was_not_clean_adds_nothing(index: Index) -> None:
    journal, on = swinger("swing 5x4/5 @8")

    assert swings(index, journal, on=on) == (Decimal(8), 5, 5)


TOP = "swing 10x10 @8"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((TOP,), (8, 10, 10)),
        ((TOP, TOP), (10, 5, 5)),
        ((TOP, "swing 10x9 @8", TOP), (8, 10, 10)),
        (("swing 9x10 @8", "swing 9x10 @8"), (8, 10, 5)),
    ],
)
def test_ten_tens_made_twice_bring_the_next_bell_from_five_fives(
    index: Index, words: tuple[str, ...], expected: tuple[int, int, int]
) -> None:
    load, sets, reps = expected
    journal, on = swinger(*words)
    lifted = journal.session(on, "kb 3x8 @12")

    assert swings(index, lifted, on=on + 2) == (Decimal(load), sets, reps)


@pytest.mark.parametrize(("lifted", "bell"), [(8, 8), (10, 10)])
def test_no_bell_is_swung_over_the_heaviest_weight_lifted_lately(
    index: Index, lifted: int, bell: int
) -> None:
    journal, on = swinger(TOP, TOP)

    assert swings(index, journal.session(on, f"rdl 3x8 @{lifted}"), on=on + 2)[0] == bell


@pytest.mark.parametrize(
    ("words", "bell"),
    [
        ("kb 3x3 @12", 12),
        ("kb 3x2 @12", 8),
        ("kb 3x9/10 @12", 12),
        ("kb 3x8/10 @12", 8),
        ("rdl 8 @12", 12),
        ("sl 8 @12", 8),
        ("sumo 8 @12", 12),
    ],
)
def test_a_weight_counts_as_lifted_in_sets_of_three_at_ninety_percent(
    index: Index, words: str, bell: int
) -> None:
    journal, on = swinger("swing 5x5 @12")

    assert swings(index, journal.session(on, words), on=on + 2)[0] == bell


@pytest.mark.parametrize(("on", "swung"), [(55, True), (56, False)])
def test_what_was_lifted_eight_weeks_ago_counts_no_more(index: Index, on: int, swung: bool) -> None:
    journal, _ = swinger("swing 5x5 @8")

    assert (lifted_lately(state_on(index, journal, on)) is not None) is swung


def test_who_never_lifted_swings_nothing(index: Index) -> None:
    assert rotation.pool(state_on(index, lifter("swing"), 0)) == ()


def test_as_the_second_drill_a_swing_has_half_its_sets_and_moves_nothing(index: Index) -> None:
    journal, on = swinger("swing 7x5 @8")
    second = prescription.advise(state_on(index, journal, on), "kettlebell-swing", main=False)
    after = journal.session(on, "kb 3x8 @8", "swing 4x5 @8")

    assert (second.sets, second.reps) == (4, 5)
    assert swings(index, after, on=on + 2) == swings(index, journal, on=on)


@pytest.mark.parametrize(
    ("words", "sets", "reps"),
    [((), 3, 3), (("jump 3x3",), 4, 3), (("jump 3x3", "jump 4x3", "jump 5x3"), 5, 4)],
)
def test_jumps_begin_at_three_threes_and_grow_by_sets_first(
    index: Index, words: tuple[str, ...], sets: int, reps: int
) -> None:
    journal = lifter("jump", goal="athletic")
    for number, text in enumerate(words):
        journal = journal.session(3 * number, text)

    block = main_block(today(index, journal, 3 * len(words)))

    assert (block.drill, block.load_kg, block.sets, block.reps) == ("broad-jump", None, sets, reps)


@pytest.mark.parametrize(("reps", "swings"), [(145, True), (146, False)])
def test_at_most_three_hundred_swings_a_week(index: Index, reps: int, swings: bool) -> None:
    journal = lifter("kb", "swing").sessions((0, 2), "kb 3x8 @8", f"swing {reps}")

    pool = [rung.id for rung in rotation.pool(state_on(index, journal, 4))]

    assert ("kettlebell-swing" in pool) is swings


def test_the_last_swings_of_a_week_are_trimmed_to_three_hundred(index: Index) -> None:
    journal = lifter("swing").sessions((0, 2), "swing 10x14")

    block = main_block(today(index, journal, 4))

    assert block.sets * block.reps <= 20


@pytest.mark.parametrize(("days", "swings"), [((0, 1), True), ((0, 1, 2), False)])
def test_at_most_three_swing_days_a_week(index: Index, days: tuple[int, ...], swings: bool) -> None:
    journal = lifter("kb", "swing").sessions(days, "kb 5 @8", "swing 5")

    pool = [rung.id for rung in rotation.pool(state_on(index, journal, 4))]

    assert ("kettlebell-swing" in pool) is swings


@pytest.mark.parametrize(
    ("goal", "by_hand", "offered"),
    [
        ("athletic", False, True),
        ("strength", False, False),
        ("strength", True, True),
        (None, True, True),
    ],
)
def test_jumps_are_for_the_goal_that_opened_them_or_by_hand(
    index: Index, goal: str | None, by_hand: bool, offered: bool
) -> None:
    journal = lifter("swing", bells=(8,), goal="athletic")
    journal = journal.override(0, "jump") if by_hand else journal
    journal = journal.session(0, "swing 5x5", "kb 5 @8", pain=0)
    if goal != "athletic":
        journal = journal.setup(1, goal=goal)
    state = state_on(index, journal, 4)

    assert "broad-jump" in state.unlocks
    assert ("broad-jump" in rotation.joined(state)) is offered


def test_swing_and_jump_take_turns(index: Index) -> None:
    journal = lifter("swing", "jump", goal="athletic").session(0, "swing 5x5", "kb 5 @8")

    pool = rotation.pool(state_on(index, journal, 2))
    turned = rotation.pool(state_on(index, journal.session(2, "jump 5"), 4))

    assert [rung.id for rung in pool] == ["broad-jump"]
    assert [rung.id for rung in turned] == ["kettlebell-swing"]


def test_an_american_swing_chosen_as_assistance_keeps_the_caps(index: Index) -> None:
    journal = lifter("swing", "american", assist=("american-swing",)).sessions((0, 2), "swing 150")

    assert rotation.pool(state_on(index, journal, 4)) == ()
