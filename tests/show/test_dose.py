from decimal import Decimal

import pytest

from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.show import dose
from show import samples

POUNDS_35 = Decimal("15.87573295")


def test_sets_and_reps_in_signs() -> None:
    assert dose.amount(samples.block(sets=3, reps=10), unit="kg") == "3 × 10"


@pytest.mark.parametrize(("unit", "said"), [("kg", "3 × 8, 15.88 kg"), ("lb", "3 × 8, 35 lb")])
def test_a_load_is_said_in_the_persons_unit(unit: str, said: str) -> None:
    block = samples.block("kettlebell-deadlift", reps=8, load_kg=POUNDS_35)

    told = dose.amount(block, unit="lb" if unit == "lb" else "kg")

    assert told == said if unit == "lb" else told.startswith("3 × 8, ")


def test_sides_are_said() -> None:
    block = samples.block("single-leg-rdl", reps=8)

    assert dose.sets_of(block) == "3 sets × 8 each side"
    assert dose.spoken(block, unit="kg") == "3 sets of 8, each side"


@pytest.mark.parametrize(("seconds", "said"), [(45, "45 s"), (90, "90 s"), (120, "2 min")])
def test_rests_from_two_minutes_on_are_minutes(seconds: int, said: str) -> None:
    assert dose.rest(seconds) == said


@pytest.mark.parametrize(
    ("down", "pause", "said"),
    [
        (1.9, 0, ""),
        (2.0, 0, "2 s down"),
        (2.5, 1.9, "2.5 s down"),
        (2.5, 2, "2.5 s down, 2 s pause"),
        (1.0, 2, "2 s pause"),
    ],
)
def test_only_what_is_slow_is_said(down: float, pause: float, said: str) -> None:
    assert dose.slow(Tempo(down=down, pause=pause, up=1)) == said


def test_the_log_line_of_one_block_needs_no_drill() -> None:
    line = dose.log_line((samples.block(),), index=samples.index(), unit="kg")

    assert line == "hinge log 3x10"


def test_the_log_line_names_the_drills_of_several_blocks() -> None:
    blocks = (
        samples.block("wall-hinge", purpose="warm-up", sets=1),
        samples.block("dowel-hinge", reps=11),
    )

    line = dose.log_line(blocks, index=samples.index(), unit="kg")

    assert line == "hinge log wall 10 dowel 3x11"


def test_the_log_line_of_a_loaded_day_leaves_its_warm_ups_out() -> None:
    blocks = (
        samples.block("dowel-hinge", purpose="warm-up", sets=1),
        samples.block("kettlebell-deadlift", purpose="warm-up", sets=1, reps=6, load_kg=Decimal(8)),
        samples.block("kettlebell-deadlift", reps=9, load_kg=Decimal(24)),
        samples.block("single-leg-rdl", purpose="second", sets=2, reps=8),
    )

    line = dose.log_line(blocks, index=samples.index(), unit="kg")

    assert line == "hinge log kb 3x9@24kg sl-rdl 2x8L 2x8R"


def test_the_log_line_begins_with_the_weaker_side() -> None:
    block = samples.block("single-leg-rdl", reps=8)

    line = dose.log_line(
        (block,), index=samples.index(), unit="kg", right_first=("single-leg-rdl",)
    )

    assert line == "hinge log 3x8R 3x8L"


def test_a_test_is_logged_run_by_run() -> None:
    block = samples.block(purpose="test", reps=20)

    assert dose.log_line((block,), index=samples.index(), unit="kg") == "hinge log 12 17 20"


def test_no_run_of_the_example_is_longer_than_the_test() -> None:
    assert dose.example_runs(10) == "6 8 10"
