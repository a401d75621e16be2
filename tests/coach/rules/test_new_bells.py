"""D10: what becomes of the weights once a person tells of other bells than before."""

from decimal import Decimal

import pytest

from coach.rules.trained import KB, next_load
from factories import Journal, lifter, reason_of, state_on, today
from hingecli.coach.log.events import KG_PER_LB
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import prescription

BEFORE = lifter(bells=(8, 12, 16)).session(0, "kb 3x10 @12")


@pytest.mark.parametrize(
    ("bells", "asks"),
    [
        ((8, 12), (12, 3, 11)),
        ((10, 14), (10, 3, 11)),
        ((6, 8), (8, 3, 11)),
        ((14, 20), (14, 3, 8)),  # only heavier ones: from the fewest reps on
        ((24,), (24, 2, 6)),  # twice the weight
    ],
)
def test_a_drill_goes_on_with_a_bell_that_there_is(
    index: Index, bells: tuple[int, ...], asks: tuple[int, int, int]
) -> None:
    assert next_load(index, BEFORE.setup(1, bells=bells), 2) == asks


@pytest.mark.parametrize(
    ("bells", "says"),
    [
        ((10, 14), "Kettlebell deadlift: your bells are others now, 12 kg → 10 kg."),
        ((24,), "12 kg → 24 kg, few sets and reps at first."),
        ((8, 12), None),
    ],
)
def test_the_card_says_so_until_a_session_follows(
    index: Index, bells: tuple[int, ...], says: str | None
) -> None:
    told = BEFORE.setup(1, bells=bells)

    why = reason_of(today(index, told, 2), "D10")
    assert (why is not None and why.text.endswith(says)) if says else why is None
    done = told.session(2, f"kb 3x8 @{bells[0]}")
    assert reason_of(today(index, done, 4), "D10") is None


def test_bells_changed_twice_are_told_from_the_first(index: Index) -> None:
    twice = BEFORE.setup(1, bells=(10, 14)).setup(1, bells=(8, 20))

    why = reason_of(today(index, twice, 2), "D10")
    assert why is not None
    assert "12 kg → 8 kg" in why.text
    back = BEFORE.setup(1, bells=(14, 20)).setup(1, bells=(14, 12))
    assert next_load(index, back, 2)[0] == 14


def test_who_tells_the_first_weight_again_is_told_nothing(index: Index) -> None:
    again = BEFORE.setup(1, bells=(14,)).setup(1, bells=(12,))

    assert next_load(index, again, 2)[0] == 12
    assert reason_of(today(index, again, 2), "D10") is None


def test_a_weight_logged_since_is_the_weight(index: Index) -> None:
    borrowed = BEFORE.setup(1, bells=(10, 14)).session(2, "kb 3x8 @12")

    assert next_load(index, borrowed, 4)[0] == 12
    assert next_load(index, borrowed.setup(4, bells=(10, 14)), 4)[0] == 12  # told anew, the same
    assert next_load(index, borrowed.setup(4, days=("mon", "wed", "fri")), 4)[0] == 12


def test_the_same_bell_in_pounds_changes_nothing_but_its_figure(index: Index) -> None:
    topped = BEFORE.session(2, "kb 3x15 @12")
    pounds = tuple(str(bell * KG_PER_LB) for bell in (18, 26, 35))

    state = state_on(index, topped.setup(3, bells=pounds, units="lb"), 4)

    assert state.lifts[KB].load_kg == 26 * KG_PER_LB
    assert prescription.advise(state, KB).reasons == ()


def test_what_is_not_a_kettlebell_keeps_its_weight(index: Index) -> None:
    owned = lifter("kb", "rdl", equipment=("dumbbells", "kettlebell"), bells=(8, 12))
    journal = owned.session(0, "kb 3x8 @12", "rdl 2x8 @22").session(2, "sl 3x8L 3x8R")

    state = state_on(index, journal.setup(3, bells=(8, 10)), 4)

    assert state.lifts["romanian-deadlift"].load_kg == 22
    assert state.lifts["single-leg-rdl"].load_kg is None


def test_what_is_to_be_won_back_is_a_bell_that_there_is_too(index: Index) -> None:
    held = BEFORE.session(2, "kb 8 @12", pain=6).morning(3, 1).morning(4, 0)
    ill = BEFORE.pause(1, ill=True).resume(2).session(4, "kb 2x9 @8")

    for journal in (held, ill):
        work = state_on(index, journal.setup(5, bells=(6, 10)), 5).lifts[KB].work
        assert {work.load_kg, work.before_kg, work.held_kg} <= {Decimal(6), Decimal(10), None}
    assert work.before_kg == 10


def test_a_row_at_the_top_begins_anew(index: Index) -> None:
    topped = lifter(bells=(8, 12)).session(0, "kb 3x15 @12").session(2, "kb 3x15 @12")

    assert state_on(index, topped.setup(3, bells=(10,)), 4).lifts[KB].work.tops == ()
    assert len(state_on(index, topped.setup(3, bells=(12, 20)), 4).lifts[KB].work.tops) == 2


def test_bells_told_for_the_first_time_count_too(index: Index) -> None:
    never = Journal().setup(0, start=-28).override(0, "dowel", "kb").session(0, "kb 3x8 @12")

    assert next_load(index, never.setup(1, bells=(8, 16)), 2)[0] == 8
