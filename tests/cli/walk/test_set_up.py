"""What is shown before the first rep, and the weight that can be told there."""

from dataclasses import replace

import pytest

from cli.walk.walkfakes import (
    END_S,
    LOADED,
    Fakes,
    make_block,
    stops,
    typed_from,
)
from hingecli.cli.walk.parts import WalkStopped
from hingecli.cli.walk.stages import walk_sets
from hingecli.coach.log.events import KG_PER_LB, Range
from hingecli.show.steps import Step


def test_enter_in_the_first_moment_begins_nothing() -> None:
    early = Fakes([(0.9, "enter"), (20, "q")])
    late = Fakes([(1.0, "enter"), (20, "q")])

    stops(early)
    stops(late)

    assert "Set 1 of 3: 10 reps." not in early.screen.lines
    assert "Set 1 of 3: 10 reps." in late.screen.lines


@pytest.mark.parametrize(("asked", "deepest"), [("full", 1.0), ("half", 0.5)])
def test_half_the_range_is_said_and_drawn(asked: Range, deepest: float) -> None:
    fakes = Fakes([(1, "enter")], blocks=[make_block(sets=1, reach=asked)])

    walk_sets(fakes.walk)

    depths = [float(line) for scene in fakes.screen.scenes for line in scene.figure]
    assert max(depths) == deepest
    assert ("Go half the range only." in fakes.screen.lines) == (asked == "half")


def test_a_variation_at_half_the_range_is_said_to_be_both() -> None:
    block = make_block(sets=1, variant="kickstand", reach="half")
    fakes = Fakes([(1, "enter")], blocks=[block])

    walk_sets(fakes.walk)

    lines = fakes.screen.lines
    assert "Go half the range only." in lines
    assert "Nearly all your weight on the front leg." in lines
    assert "Go half the range only." in " ".join(fakes.audio.said)


def test_another_weight_is_taken_for_the_whole_block() -> None:
    keys = [*typed_from(1, "w", "3", "5", "l", "b", "enter"), (3, "enter")]
    fakes = Fakes(keys, blocks=[make_block(sets=2)], loaded=LOADED)

    walk_sets(fakes.walk)

    sets = [done.run.paced for done in fakes.log.kept.values()]
    assert {(one.load_kg, one.unit) for one in sets} == {(35 * KG_PER_LB, "lb")}
    assert "Wall hinge: 2 sets × 10 · 35 lb." in fakes.screen.lines


def test_a_weight_that_cannot_be_read_is_asked_again() -> None:
    keys = [*typed_from(1, "w", "x", "enter", "1", "2", "enter"), (3, "enter")]
    fakes = Fakes(keys, blocks=[make_block(sets=1)], loaded=LOADED)

    walk_sets(fakes.walk)

    assert fakes.log.kept[0].run.paced.load_kg == 12
    assert any("not a weight" in line for line in fakes.screen.lines)


def test_enter_alone_keeps_the_weight() -> None:
    keys = [*typed_from(1, "w", "enter"), (3, "enter")]
    fakes = Fakes(keys, blocks=[make_block(sets=1)], loaded=LOADED)

    walk_sets(fakes.walk)

    assert fakes.log.kept[0].run.paced.load_kg is None


def test_ctrl_c_leaves_while_a_weight_is_typed() -> None:
    fakes = Fakes(typed_from(1, "w", "1", "ctrl-c"), loaded=LOADED)

    assert not stops(fakes).asking


def test_in_the_middle_of_a_block_no_other_weight_is_offered() -> None:
    at = END_S + 60  # in the second set
    pain = [(at, "!"), (at + 3, "enter"), (at + 5, "3"), (at + 6, "enter"), (at + 9, "g")]
    keys = [(1.0, "enter"), *pain, (at + 12, "w"), (at + 14, "q")]
    fakes = Fakes(keys, blocks=[make_block(sets=3)], loaded=LOADED)

    stops(fakes)

    first, last = fakes.screen.scenes[0], fakes.screen.scenes[-1]
    assert "w" in dict(first.keys)
    assert dict(last.keys)["enter"] == "begin"
    assert "w" not in dict(last.keys)
    assert last.ask == ""


def test_a_drill_without_load_asks_no_weight() -> None:
    fakes = Fakes([(1, "w"), (2, "enter")], blocks=[make_block(sets=1)])

    walk_sets(fakes.walk)

    assert fakes.log.kept[0].run.paced.load_kg is None


def test_the_steps_have_the_numbers_that_they_have_on_the_card() -> None:
    fakes = Fakes([(2, "end")])
    with pytest.raises(WalkStopped):
        walk_sets(fakes.walk)

    assert fakes.screen.scenes[0].lines == (
        Step("Stand a foot from the wall."),
        Step("Push your hips back.", 1),
        Step("Stand tall.", 2),
    )


def test_lines_that_the_card_said_right_before_are_not_said_again() -> None:
    again, once = Fakes([(2, "end")]), Fakes([(2, "end")])
    once.walk.plan = replace(once.walk.plan, said=frozenset({"Step 1: Push your hips back."}))
    for fakes in (again, once):
        with pytest.raises(WalkStopped):
            walk_sets(fakes.walk)

    assert "Step 1: Push your hips back." in again.screen.lines
    assert "Step 1: Push your hips back." not in once.screen.lines
    assert "Step 2: Stand tall." in once.screen.lines
    assert len(once.screen.scenes[0].lines) == 3  # a picture hides the card: it says all
