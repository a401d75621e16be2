"""The drawing's promises: it fits, it says right and wrong apart, it costs little."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.motion.figure import (
    Comparison,
    Figure,
    FrontPose,
    Keyframe,
    Pose,
    Prop,
)
from hingecli.show.figure import card_lines, compare_lines, compared, lines, moment, svg

WALL = Figure(
    id="wall-hinge",
    labels=("start", "touch"),
    props=("wall",),
    keyframes=(Keyframe(at=0), Keyframe(at=1, ankle=-3, knee=22, hip=95)),
)
ROUNDING = Comparison(
    id="lower-back-rounding",
    right=Pose(ankle=-3, knee=22, hip=95),
    wrong=Pose(ankle=-3, knee=22, hip=75, spine=70),
)


def dots(drawn: tuple[str, ...]) -> int:
    return sum((ord(cell) - 0x2800).bit_count() for line in drawn for cell in line)


@given(st.integers(8, 60), st.integers(4, 30), st.floats(0, 1))
def test_a_figure_fits_its_room_and_is_braille(cols: int, rows: int, depth: float) -> None:
    drawn = lines(WALL, depth, cols=cols, rows=rows)

    assert len(drawn) == rows
    assert all(len(line) <= cols for line in drawn)
    assert all(0x2800 <= ord(cell) <= 0x28FF for line in drawn for cell in line)


@given(st.integers(20, 40), st.integers(6, 14))
def test_the_two_key_positions_fit_and_are_labelled(cols: int, rows: int) -> None:
    drawn = card_lines(WALL, cols=cols, rows=rows)

    assert len(drawn) == rows
    assert len({len(line) for line in drawn}) == 1
    assert len(drawn[0]) <= cols
    assert "start" in drawn[-1]
    assert "touch" in drawn[-1]


def test_the_picture_does_not_jump_while_it_moves() -> None:
    widths = {len(lines(WALL, n / 10, cols=34, rows=14)[0]) for n in range(11)}

    assert len(widths) == 1


def test_the_figure_gets_lower_as_it_hinges() -> None:
    heights = [
        next(n for n, line in enumerate(lines(WALL, depth, cols=34, rows=16)) if dots((line[3:],)))
        for depth in (0.0, 0.5, 1.0)
    ]

    assert heights == sorted(heights)
    assert heights[0] < heights[2]


def test_right_and_wrong_differ_and_are_named() -> None:
    drawn = compare_lines(ROUNDING, cols=32, rows=12)
    half = len(drawn[0]) // 2

    assert [line[:half].strip() for line in drawn] != [line[-half:].strip() for line in drawn]
    assert drawn[-1].split() == ["right", "wrong"]


def test_valgus_is_drawn_from_the_front() -> None:
    knees = Comparison(
        id="knees-cave-in",
        front_right=FrontPose(inward=0),
        front_wrong=FrontPose(inward=17),
    )

    assert compare_lines(knees, cols=32, rows=12)[-1].split() == ["right", "wrong"]
    assert len(compared(knees)) == 2


@pytest.mark.parametrize(
    "prop",
    ["wall", "dowel", "bell", "dumbbell", "bar", "bar-on-back", "trap-bar", "cable", "platform",
     "blocks"],
)  # fmt: skip
def test_each_thing_adds_something_to_the_picture(prop: Prop) -> None:
    bare = Figure(id="x", labels=("a", "b"), keyframes=WALL.keyframes)
    held = Figure(id="x", labels=("a", "b"), keyframes=WALL.keyframes, props=(prop,))

    assert len(moment(held, 1.0)) > len(moment(bare, 1.0))
    assert lines(held, 1.0, cols=40, rows=16)


def test_svg_is_an_image_that_names_its_pictures() -> None:
    image = svg([("start", moment(WALL, 0)), ("touch", moment(WALL, 1))])

    assert image.startswith("<svg ")
    assert image.count("<g ") == 2
    assert ">touch</text>" in image
