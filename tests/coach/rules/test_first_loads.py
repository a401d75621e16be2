"""D10 and D12: the first weight of a drill, and its two sides."""

from decimal import Decimal
from typing import Any

import pytest

from factories import Journal, dose, lifter, main_block, reason_of, state_on, today
from hingecli.coach.log.events import Experience
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import prescription

KB = "kettlebell-deadlift"
RDL = "romanian-deadlift"
SINGLE = "single-leg-rdl"


def next_load(index: Index, journal: Journal, on: int) -> tuple[Any, int, int]:
    """Return the load, sets and reps of the main drill of day `on`."""
    block = main_block(today(index, journal, on))
    return block.load_kg, block.sets, block.reps


# --- D10: first weights ---


def first(index: Index, journal: Journal, drill: str, *, on: int = 0) -> Decimal | None:
    return prescription.advise(state_on(index, journal, on), drill).load_kg


@pytest.mark.parametrize(
    ("mass", "experience", "bell"),
    [
        (None, None, 8),
        ("64.9", None, 8),
        ("65", None, 12),
        ("95", None, 12),
        ("95.1", None, 16),
        ("120", "new", 8),
        ("120", "trained", 16),
        (None, "trained", 8),
    ],
)
def test_a_first_bell_follows_body_mass_and_experience(
    index: Index, mass: str | None, experience: Experience | None, bell: int
) -> None:
    kg = None if mass is None else Decimal(mass)

    assert first(index, lifter(body_mass_kg=kg, experience=experience), KB) == bell


def test_a_first_weight_is_suggested_and_says_so(index: Index) -> None:
    told = reason_of(today(index, lifter(), 0), "D10")

    assert told is not None
    assert "8 kg. Log the one you used" in told.text


def test_a_first_bell_is_one_that_is_owned(index: Index) -> None:
    assert first(index, lifter(bells=(6, 10)), KB) == 6


@pytest.mark.parametrize(("bells", "sets", "reps"), [((8,), 3, 8), ((12,), 2, 6)])
def test_where_no_weight_is_light_enough_the_lightest_is_done_for_two_sixes(
    index: Index, bells: tuple[int, ...], sets: int, reps: int
) -> None:
    assert next_load(index, lifter(bells=bells), 0) == (bells[0], sets, reps)


def test_too_heavy_a_lightest_weight_says_so(index: Index) -> None:
    told = reason_of(today(index, lifter(bells=(12,)), 0), "D10")

    assert told is not None
    assert "few sets and reps at first" in told.text


def test_the_rdl_begins_at_seventy_percent_of_the_deadlift(index: Index) -> None:
    journal = lifter("kb", "rdl", equipment=("dumbbells",)).session(0, "kb 3x8 @20")

    assert first(index, journal, RDL, on=2) == 14


@pytest.mark.parametrize(
    ("answers", "kb", "expected"),
    [
        ({}, 8, (8, 2, 6)),
        ({"bells": (8,)}, 8, (8, 2, 6)),
        ({"bells": (4, 8)}, 8, (4, 3, 8)),
        ({"bells": (6, 8)}, 8, (6, 3, 8)),
        ({"equipment": ("dumbbells",)}, 8, (6, 3, 8)),
    ],
)
def test_the_rdl_begins_at_the_nearest_weight_that_is_there(
    index: Index, answers: dict[str, Any], kb: int, expected: tuple[int, int, int]
) -> None:
    journal = lifter("kb", "rdl", **answers).session(0, f"kb 3x8 @{kb}")

    assert next_load(index, journal, 2) == expected


def test_the_rdl_begins_from_the_suggested_bell_where_none_was_logged(index: Index) -> None:
    assert first(index, lifter("kb", "rdl"), RDL) == 6


@pytest.mark.parametrize(("days", "load"), [(1, None), (2, 8)])
@pytest.mark.parametrize("words", [("sl 3x12L 3x12R",), ("rdl 3x8 @20", "sl 2x12L 2x12R")])
def test_single_leg_is_loaded_after_two_days_of_its_sets_of_twelve(
    index: Index, words: tuple[str, ...], days: int, load: int | None
) -> None:
    journal = lifter("rdl", "sl").session(0, "rdl 3x8 @20")
    journal = journal.sessions(range(3, 3 + 3 * days, 3), *words)

    assert first(index, journal, SINGLE, on=8) == load


def test_two_twelves_are_enough_only_as_the_second_drill(index: Index) -> None:
    journal = lifter("rdl", "sl").session(0, "rdl 3x8 @20").sessions((3, 6), "sl 2x12L 2x12R")

    assert first(index, journal, SINGLE, on=9) is None


@pytest.mark.parametrize(("pain", "ready"), [(2, True), (3, False)])
def test_a_day_with_pain_earns_no_first_load(index: Index, pain: int, ready: bool) -> None:
    journal = lifter("rdl", "sl").session(0, "rdl 3x8 @20")
    journal = journal.session(3, "sl 3x12L 3x12R", pain=0).session(6, "sl 3x12L 3x12R", pain=pain)

    assert (state_on(index, journal, 9).lifts[SINGLE].ready_days == 2) is ready


def test_single_leg_reps_begin_anew_with_the_first_weight(index: Index) -> None:
    journal = lifter("rdl", "sl", equipment=("dumbbells",)).session(0, "rdl 3x8 @20")
    journal = journal.sessions((3, 6), "sl 3x12L 3x12R")

    advised = prescription.advise(state_on(index, journal, 9), SINGLE)
    after = journal.session(9, "sl 3x6L 3x6R @8")
    then = prescription.advise(state_on(index, after, 12), SINGLE)

    assert advised.load_kg == 8
    assert (advised.reps, then.reps) == (6, 7)


@pytest.mark.parametrize(
    "words", ["sl 3x12L 2x12R", "sl 3x12L 2x12R 11/12R", "sl 3x12L", "sl 3x11"]
)
def test_a_ready_day_has_three_clean_twelves_on_both_sides(index: Index, words: str) -> None:
    journal = lifter("sl").sessions((0, 3), words)

    assert first(index, journal, SINGLE, on=6) is None


def test_twelves_without_a_side_count_for_both(index: Index) -> None:
    journal = lifter("sl").sessions((0, 3), "sl 3x12")

    assert first(index, journal, SINGLE, on=6) is not None


def test_a_swing_begins_with_the_deadlifts_bell(index: Index) -> None:
    assert first(index, lifter("kb", "swing").session(0, "kb 3x8 @16"), "kettlebell-swing") == 16


@pytest.mark.parametrize(("rdl", "bar"), [("18", 20), ("30", 30), ("50", 50), ("64", 65)])
def test_the_barbell_begins_at_the_rdls_weight_at_least_the_empty_bar(
    index: Index, rdl: str, bar: int
) -> None:
    journal = lifter("rdl", "bb").session(0, f"rdl 3x8 @{rdl}")

    assert first(index, journal, "barbell-deadlift") == bar


@pytest.mark.parametrize(
    ("experience", "bar", "bell", "rdl"),
    [("trained", 60, 40, 28), ("some", 20, 8, 6), (None, 20, 8, 6)],
)
def test_who_is_trained_may_tell_what_they_deadlift(
    index: Index, experience: Experience | None, bar: int, bell: int, rdl: int
) -> None:
    journal = lifter("kb", "rdl", "bb", deadlift_kg=Decimal(100), experience=experience)

    assert first(index, journal, "barbell-deadlift") == bar
    assert first(index, journal, KB) == bell
    assert first(index, journal, RDL) == rdl


def test_the_weight_logged_is_the_weight_from_then_on(index: Index) -> None:
    journal = lifter(bells=(12,)).session(0, "kb 3x8 @12")

    assert next_load(index, journal, 2) == (12, 3, 9)


@pytest.mark.parametrize(("effort", "asked"), [(6, (12, 3, 8)), (7, (12, 2, 6))])
def test_two_sixes_within_the_ceiling_lead_to_the_usual_dose(
    index: Index, effort: int, asked: tuple[int, int, int]
) -> None:
    journal = lifter(bells=(12,)).session(0, "kb 2x6 @12", effort=effort)

    assert next_load(index, journal, 2) == asked


def test_at_sixty_two_sixes_grow_by_sets_first(index: Index) -> None:
    journal = lifter(bells=(12,), sixty_plus=True).session(0, "kb 2x6 @12", effort=5)

    assert next_load(index, journal, 4) == (12, 3, 6)


def test_two_sixes_without_a_told_effort_grow_to_three_then_to_the_usual_eight(
    index: Index,
) -> None:
    once = lifter(bells=(12,)).session(0, "kb 2x6 @12")
    twice = once.session(2, "kb 3x6 @12")

    assert next_load(index, once, 2) == (12, 3, 6)
    assert next_load(index, twice, 4) == (12, 3, 8)
    assert next_load(index, twice.session(4, "kb 3x8 @12"), 7) == (12, 3, 9)


@pytest.mark.parametrize(("clean", "reps"), [("3x6", 8), ("3x5/6", 6)])
def test_few_reps_that_were_not_clean_stay_few(index: Index, clean: str, reps: int) -> None:
    journal = lifter(bells=(12,)).session(0, "kb 2x6 @12").session(2, f"kb {clean} @12")

    assert next_load(index, journal, 4)[2] == reps


def test_a_drill_per_side_grows_by_reps_from_its_sixes(index: Index) -> None:
    journal = lifter("sl").session(0, "sl 2x6L 2x6R").session(2, "sl 3x6L 3x6R")

    assert dose(today(index, journal, 4))[1:] == (3, 7)


def test_a_substitute_begins_with_the_deadlifts_weight(index: Index) -> None:
    journal = lifter("kb").session(0, "kb 3x8 @16")

    assert first(index, journal, "sumo-deadlift") == 16
    assert first(index, journal, "cable-pull-through") == 15
    assert first(index, journal, "trap-bar-deadlift") == 20


def test_body_weight_drills_have_no_weight(index: Index) -> None:
    assert first(index, lifter("jump"), "broad-jump") is None
    assert first(index, lifter("sl", equipment=()), SINGLE) is None


# --- D12: sides ---


def sides_told(index: Index, *days: str) -> str | None:
    journal = lifter("sl")
    for number, words in enumerate(days):
        journal = journal.session(3 * number, words)
    told = reason_of(today(index, journal, 3 * len(days)), "D12")
    return None if told is None else told.text


EVEN, UNEVEN = "sl 2x10L 2x10R", "sl 2x10L 2x8R"


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        ((UNEVEN,), False),
        ((UNEVEN, UNEVEN), True),
        ((UNEVEN, EVEN, UNEVEN), True),
        ((UNEVEN, UNEVEN, EVEN), True),
        ((UNEVEN, EVEN, EVEN, UNEVEN), False),
        ((EVEN, EVEN), False),
        (("sl 2x10L 9R 8R", "sl 2x10L 9R 8R"), True),
        (("sl 2x10L 2x9R", "sl 2x10L 2x9R"), False),
        (("sl 6L 5R", "sl 6L 5R"), False),
        (("sl 3x10", "sl 3x10"), False),
    ],
)
def test_a_gap_of_fifteen_percent_and_two_reps_is_shown_after_two_of_three(
    index: Index, days: tuple[str, ...], shown: bool
) -> None:
    assert (sides_told(index, *days) is not None) is shown


@pytest.mark.parametrize(
    ("days", "right_first"),
    [
        ((), False),
        (("sl 3x10",), False),
        ((EVEN,), False),
        ((UNEVEN,), True),
        ((UNEVEN, EVEN), False),
        ((UNEVEN, UNEVEN, EVEN), True),
        ((UNEVEN, UNEVEN, "sl 2x9L 2x10R"), True),
        (("sl 2x8L 2x10R",), False),
    ],
)
def test_the_side_of_the_gap_comes_first_else_the_lesser_of_last_time(
    index: Index, days: tuple[str, ...], right_first: bool
) -> None:
    journal = lifter("sl")
    for number, words in enumerate(days):
        journal = journal.session(3 * number, words)

    decision = today(index, journal, 3 * len(days))

    assert any(block.per_side for block in decision.blocks)
    assert decision.right_first == ((SINGLE,) if right_first else ())


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (UNEVEN, "begin with the right side and match it on the left"),
        ("sl 2x8L 2x10R", "begin with the left side and match it on the right"),
    ],
)
def test_the_weaker_side_comes_first_and_no_risk_is_claimed(
    index: Index, words: str, says: str
) -> None:
    text = sides_told(index, words, words)

    assert text is not None
    assert says in text
    assert "risk" not in text


@pytest.mark.parametrize(
    ("bells", "words", "begins"),
    [((8, 12, 16), "sumo 3x8 @16", 16), (None, "trap 3x8 @60", 8), (None, "cable 3x8 @30", 8)],
)
def test_a_swing_begins_with_the_bell_of_what_stands_in_for_the_deadlift(
    index: Index, bells: tuple[int, ...] | None, words: str, begins: int
) -> None:
    """A trap bar's weight is no bell's."""
    owned = ("kettlebell", "trap-bar", "cable")
    journal = lifter("kb", "sumo", "trap", "cable", "swing", equipment=owned, bells=bells)

    assert first(index, journal.session(0, words), "kettlebell-swing", on=2) == begins
