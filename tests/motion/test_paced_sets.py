"""The sets of a sitting come in order, each with its side and rest, and are kept as done."""

from decimal import Decimal

import msgspec
import pytest

from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.coach.results import Block, Purpose
from hingecli.motion import paced_sets, pacer


def make_block(
    *, sets: int = 3, reps: int = 10, per_side: bool = False, purpose: Purpose = "main"
) -> Block:
    return Block(
        drill="wall-hinge",
        name="wall hinge",
        purpose=purpose,
        sets=sets,
        reps=reps,
        reps_range=(10, 15),
        load_kg=None,
        per_side=per_side,
        tempo=Tempo(3, 1, 1.5),
        rest_s=45,
    )


@pytest.mark.parametrize(("load", "unit"), [(Decimal("15.875"), "lb"), (None, "kg")])
def test_a_set_is_kept_as_it_was_asked_and_done(load: Decimal | None, unit: str) -> None:
    asked = msgspec.structs.replace(
        paced_sets.sets_of([make_block()])[0],
        load_kg=load,
        unit="lb",
        side="L",
        warmup=True,
        variant="kickstand",
        range="half",
    )

    kept = paced_sets.record(asked, reps=9, clean=8)

    assert (kept.drill, kept.reps, kept.clean, kept.side) == ("wall-hinge", 9, 8, "L")
    assert (kept.load_kg, kept.unit) == (load, unit)
    assert (kept.warmup, kept.variant, kept.range) == (True, "kickstand", "half")


def test_sets_are_laid_out_in_order_and_rest_after_both_sides() -> None:
    sets = paced_sets.sets_of([make_block(sets=2, per_side=True), make_block(sets=1)])

    assert [(paced.number, paced.side, paced.rest_s, paced.first) for paced in sets] == [
        (1, "L", 0, True),
        (1, "R", 45, False),
        (2, "L", 0, False),
        (2, "R", 45, False),
        (1, None, 45, True),
    ]


def test_the_weaker_side_begins() -> None:
    block = make_block(sets=1, per_side=True)

    assert [paced.side for paced in paced_sets.sets_of([block])] == ["L", "R"]
    assert [paced.side for paced in paced_sets.sets_of([block], right_first={"wall-hinge"})] == [
        "R",
        "L",
    ]


@pytest.mark.parametrize(("done", "reps"), [(6, 6), (10, 10), (12, 10)])
def test_the_other_side_has_as_many_reps_as_the_weaker_one_did(done: int, reps: int) -> None:
    sets = paced_sets.sets_of([make_block(sets=2, per_side=True)])

    matched = paced_sets.matched(sets, 1, done)

    assert [one.reps for one in matched] == [10, reps, 10, 10]


def test_the_next_set_of_both_sides_is_whole_again() -> None:
    sided = paced_sets.sets_of([make_block(sets=2, per_side=True)])
    both = paced_sets.sets_of([make_block(sets=2)])

    assert paced_sets.matched(sided, 2, 6) == sided
    assert paced_sets.matched(both, 1, 6) == both


def test_a_test_block_ends_its_sets_at_the_first_miss() -> None:
    assert all(paced.until_miss for paced in paced_sets.sets_of([make_block(purpose="test")]))


def test_another_tempo_paces_every_set() -> None:
    sets = paced_sets.with_tempo(paced_sets.sets_of([make_block()]), Tempo(1, 0, 1))

    assert {one.tempo for one in sets} == {Tempo(1, 0, 1)}
    assert pacer.length(sets[0], count_in=3) == 23


def test_another_load_is_that_of_its_block_alone() -> None:
    sets = paced_sets.sets_of((make_block(sets=2), make_block(sets=2), make_block(sets=1)))

    heavier = paced_sets.with_load(sets, 2, load_kg=Decimal(16), unit="kg")

    assert [paced.load_kg for paced in heavier] == [None, None, 16, 16, None]
    assert paced_sets.with_load(sets, 4, load_kg=Decimal(8), unit="lb")[4].unit == "lb"
