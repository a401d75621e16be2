"""D6 and D8: how reps of a loaded drill move, and what effort does."""

from typing import Any

import pytest
from msgspec.structs import replace

from coach.rules.trained import KB, RDL, next_load
from factories import Journal, lifter, sets, state_on
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import effort as effort_rule
from hingecli.coach.rules import progression

# --- D6: reps ---


@pytest.mark.parametrize(
    ("words", "told", "reps"),
    [
        ("kb 3x8 @20", {}, 9),
        ("kb 2x8 6/8 @20", {}, 9),
        ("kb 2x9/10 8/10 @20", {}, 8),
        ("kb 8 @20", {}, 8),
        ("kb 2x8 @20", {}, 8),
        ("kb 3x8 @20", {"effort": 6}, 9),
        ("kb 3x8 @20", {"effort": 7}, 8),
        ("kb 3x8 @20", {"pain": 2}, 9),
        ("kb 3x8 @20", {"pain": 3}, 8),
        ("kb 3x10 @20", {}, 11),
        ("kb 3x15 @20", {}, 12),
        ("kb 3x7 @20", {}, 8),
    ],
)
def test_a_clean_day_within_the_ceiling_adds_one_rep(
    index: Index, words: str, told: dict[str, Any], reps: int
) -> None:
    journal = lifter(bells=(20, 22)).session(0, words, **told)

    assert next_load(index, journal, 2)[2] == reps


@pytest.mark.parametrize(
    ("bells", "top"), [((20, 22), 12), ((20, 24), 15), ((20,), 12)], ids=["10 %", "20 %", "last"]
)
def test_reps_grow_to_twelve_or_to_fifteen_before_a_big_step(
    index: Index, bells: tuple[int, ...], top: int
) -> None:
    journal = lifter(bells=bells)
    for number in range(9):
        journal = journal.session(3 * number, f"kb 3x{8 + number} @20", effort=8)

    state = state_on(index, journal, 30)

    asked = progression.asked_of(state, KB, main=True)
    assert (asked.low, asked.top) == (8, top)


def test_a_day_that_was_not_clean_keeps_the_reps(index: Index) -> None:
    journal = lifter(bells=(20, 22)).session(0, "kb 3x10 @20").session(2, "kb 3x9/11 @20")

    assert next_load(index, journal, 4)[2] == 11


def test_warm_up_sets_do_not_count_as_working_sets(index: Index) -> None:
    journal = lifter(bells=(20, 22)).session(0, "kb 6 @8", "kb 6 @16", "kb 3x8 @20")

    assert next_load(index, journal, 2) == (20, 3, 9)


def test_one_heavy_set_alone_is_the_working_set(index: Index) -> None:
    assert state_on(index, lifter().session(0, "kb 8 @12", "kb 8 @16"), 0).lifts[KB].load_kg == 16


# --- D8: effort ---


@pytest.mark.parametrize(("on", "ceiling"), [(0, 6), (27, 6), (28, 7), (55, 7), (56, 8), (300, 8)])
def test_the_effort_ceiling_rises_with_the_load_week(index: Index, on: int, ceiling: int) -> None:
    journal = lifter().sessions(range(0, on, 7), "kb 3x8")

    assert effort_rule.ceiling(state_on(index, journal, on)) == ceiling


# --- two sessions of one day ---


def test_an_effort_speaks_for_the_drills_of_its_own_session(index: Index) -> None:
    own = lifter("kb", "rdl", bells=(8, 12, 16)).session(0, "kb 3x8 @12", "rdl 2x8 @16", effort=9)
    apart = lifter("kb", "rdl", bells=(8, 12, 16)).session(0, "rdl 2x8 @16", effort=4)
    apart = apart.session(0, "kb 3x8 @12", effort=9)

    assert state_on(index, own, 2).lifts[RDL].cut_percent == 10
    assert state_on(index, apart, 2).lifts[RDL].cut_percent == 0
    assert state_on(index, apart, 2).lifts[KB].cut_percent == 10


def test_the_most_effort_of_a_drills_sessions_counts(index: Index) -> None:
    twice = lifter(bells=(8, 12, 16)).session(0, "kb 3x8 @12", effort=9)
    twice = twice.session(0, "kb 8 @12", effort=4)

    assert state_on(index, twice, 2).lifts[KB].last_effort == 9


def test_an_effort_told_without_sets_is_that_of_the_days_load(index: Index) -> None:
    later = lifter(bells=(8, 12, 16)).session(0, "kb 3x8 @12").session(0, effort=9)

    assert state_on(index, later, 2).lifts[KB].last_effort == 9


# --- half the range by choice ---


def at_half(journal: Journal, on: int, *words: str) -> Journal:
    """Log `words` on day `on`, each set at half the range."""
    return journal.with_sets(on, *(replace(record, range="half") for record in sets(*words)))


def test_half_the_range_earns_no_rep_and_no_weight(index: Index) -> None:
    whole = lifter(bells=(8, 12)).session(0, "kb 3x15 @8")
    half = at_half(lifter(bells=(8, 12)), 0, "kb 3x15 @8")
    both = at_half(whole, 2, "kb 2x15 @8").session(2, "kb 15 @8")

    assert state_on(index, whole, 2).lifts[KB].work.reps == 15
    assert state_on(index, half, 2).lifts[KB].work.reps == 8
    assert len(state_on(index, whole.session(2, "kb 3x15 @8"), 4).lifts[KB].work.tops) == 2
    assert state_on(index, both, 4).lifts[KB].work.tops == ()


def test_where_a_limit_leaves_half_the_range_it_earns_all(index: Index) -> None:
    limited = lifter(bells=(8, 12), limits=("low-back",), equipment=("kettlebell",))

    assert state_on(index, at_half(limited, 0, "kb 3x8 @8"), 2).lifts[KB].work.reps == 9


def test_half_the_range_on_one_leg_brings_no_first_weight_nearer(index: Index) -> None:
    journal = lifter("kb", "rdl", "sl")

    ready = journal.session(0, "sl 3x12L 3x12R")
    assert state_on(index, ready, 2).lifts["single-leg-rdl"].ready_days == 1
    half = at_half(journal, 0, "sl 3x12L 3x12R")
    assert state_on(index, half, 2).lifts["single-leg-rdl"].ready_days == 0
