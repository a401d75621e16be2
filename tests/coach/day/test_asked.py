"""A typed session takes the range and the variation that its day's card asks."""

import pytest

from factories import Journal, learner, lifter, sets, state_on, today
from hingecli.coach.day.asked import as_asked, as_clean_of_asked, run_together, turned_round
from hingecli.coach.protocol.protocol import Index

HELD = lifter().session(0, "kb 3x8", pain=6).morning(1, 3)
VARIED = lifter().session(0, "kb 3x8")


@pytest.mark.parametrize(
    ("words", "half"),
    [("wall 2x8", True), ("wall 2x7/8", True), ("wall 6", True), ("wall 9", False)],
)
def test_what_a_hold_leaves_is_half_the_range(index: Index, words: str, half: bool) -> None:
    blocks = today(index, HELD, 1).blocks

    assert {record.range == "half" for record in as_asked(sets(words), blocks)} == {half}


@pytest.mark.parametrize(
    ("words", "variant"), [("wall 2x10", "far-wall"), ("wall 20", None), ("dowel 10", None)]
)
def test_a_set_of_a_varied_day_is_the_variation(
    index: Index, words: str, variant: str | None
) -> None:
    blocks = today(index, VARIED, 1).blocks

    assert {record.variant for record in as_asked(sets(words), blocks)} == {variant}


def test_after_an_amber_day_the_load_is_kept_as_half_and_its_warm_up_is_not(index: Index) -> None:
    blocks = today(index, lifter().session(0, "kb 3x8", pain=4), 2).blocks

    dowel, kb = as_asked(sets("dowel 10", "kb 8"), blocks)

    assert (dowel.range, kb.range) == ("full", "half")


def test_a_plain_day_leaves_its_sets_as_they_were_typed(index: Index) -> None:
    for journal in (Journal(), learner()):
        typed = sets("wall 3x10", "dowel 3x10")
        assert as_asked(typed, today(index, journal, 20).blocks) == typed


def test_half_the_range_moves_no_dose(index: Index) -> None:
    blocks = today(index, HELD, 1).blocks

    half = HELD.with_sets(1, *as_asked(sets("wall 8 8 8"), blocks))

    assert state_on(index, half, 2).practice["wall-hinge"].last is None


@pytest.mark.parametrize(
    ("words", "clean"),
    [
        ("dowel 10 9 7", [10, 9, 7]),
        ("dowel 3x9", [9, 9, 9]),
        ("dowel 3x10", None),
        ("dowel 12 10 9", None),
        ("dowel 10 9", None),
        ("dowel 10 9/10 7", None),
        ("wall 10 9 7", None),
    ],
)
def test_as_many_sets_as_asked_of_fewer_reps_may_be_the_clean_ones(
    index: Index, words: str, clean: list[int] | None
) -> None:
    blocks = today(index, learner(), 0).blocks

    found = as_clean_of_asked(sets(words), blocks)

    assert clean == (None if found is None else [record.clean for record in found])
    assert all(record.reps == 10 for record in found or ())


@pytest.mark.parametrize(("words", "other"), [("kb 3x6", True), ("kb 3x6 @20", False)])
def test_with_another_weight_they_are_sets_of_ones_own(
    index: Index, words: str, other: bool
) -> None:
    blocks = today(index, lifter().session(0, "kb 3x8 @16"), 2).blocks

    assert (as_clean_of_asked(sets(words), blocks) is not None) is other


def test_a_day_that_asks_for_nothing_has_no_other_reading() -> None:
    assert as_clean_of_asked(sets("dowel 10 9 7"), ()) is None


@pytest.mark.parametrize(
    ("words", "times"),
    [("dowel 10x3", 3), ("dowel 9x3", None), ("dowel 10x4", None), ("wall 10x3", None)],
)
def test_sets_and_reps_may_stand_the_other_way_round(
    index: Index, words: str, times: int | None
) -> None:
    blocks = today(index, learner(), 0).blocks

    found = turned_round(sets(words), blocks)

    assert times == (None if found is None else len(found))
    assert {(record.reps, record.clean) for record in found or ()} <= {(10, 10)}


def test_sets_the_other_way_round_with_a_miss_are_meant_as_told(index: Index) -> None:
    blocks = today(index, learner(), 0).blocks

    assert turned_round(sets("dowel 9x3 2/3"), blocks) is None
    assert turned_round(sets("dowel 10x3"), ()) is None


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("dowel 3 10", True),
        ("dowel 10 3", False),
        ("dowel 3 9", False),
        ("dowel 3 9/10", False),
        ("wall 3 10", False),
        ("dowel 3 10 10", False),
    ],
)
def test_sets_and_reps_may_stand_without_their_sign(
    index: Index, words: str, *, meant: bool
) -> None:
    blocks = today(index, learner(), 0).blocks

    found = run_together(sets(words), blocks)

    assert found == (sets("dowel 3x10") if meant else None)
    assert run_together(sets(words), ()) is None
