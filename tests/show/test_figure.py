"""The drawing's promises: it fits, it says right and wrong apart, it costs little."""

import re
from xml.etree import ElementTree

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.motion.figure import (
    Comparison,
    Figure,
    FrontKeyframe,
    FrontPose,
    Keyframe,
    Pose,
    Prop,
)
from hingecli.show.braille import braille
from hingecli.show.figure import (
    PERSON,
    card_lines,
    compare_lines,
    compared,
    comparison_svg,
    key_moments,
    lines,
    svg,
)
from hingecli.show.shapes import Stroke, box_of, moment

SVG = "http://www.w3.org/2000/svg"
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


@given(st.integers(20, 60), st.integers(9, 20))
def test_the_two_key_positions_fit_and_are_labelled(cols: int, rows: int) -> None:
    drawn = card_lines(WALL, cols=cols, rows=rows)

    if drawn:
        assert len(drawn) == rows
        assert len({len(line) for line in drawn}) == 1
        assert len(drawn[0]) <= cols
        assert drawn[-1].split() == ["start", "touch"]


def test_a_figure_that_nobody_would_see_as_a_person_is_left_out() -> None:
    rows = round(PERSON / 4) + 2

    assert card_lines(WALL, cols=60, rows=rows)
    assert card_lines(WALL, cols=60, rows=rows - 2) == ()
    assert compare_lines(ROUNDING, cols=14, rows=20) == ()


def test_a_figure_whose_labels_do_not_fit_is_left_out() -> None:
    wordy = msgspec.structs.replace(WALL, labels=("a start that goes on", "a touch that does"))

    assert card_lines(wordy, cols=26, rows=9) == ()


def test_a_small_head_stands_apart_from_its_body() -> None:
    standing = Figure(id="x", labels=("a", "b"), keyframes=(Keyframe(at=0), Keyframe(at=1)))
    rows = [line for line in lines(standing, 0, cols=20, rows=8) if dots((line,))]
    fields = [[ord(cell) - 0x2800 for cell in row] for row in rows[:2]]
    levels = [
        any(cell & mask for cell in row) for row in fields for mask in (0x09, 0x12, 0x24, 0xC0)
    ]

    assert True in levels[:3]
    assert False in levels[3:7]


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
     "blocks", "closed-eyes"],
)  # fmt: skip
def test_each_thing_changes_the_picture(prop: Prop) -> None:
    bare = Figure(id="x", labels=("a", "b"), keyframes=WALL.keyframes)
    held = Figure(id="x", labels=("a", "b"), keyframes=WALL.keyframes, props=(prop,))

    assert len(moment(held, 1.0)) > len(moment(bare, 1.0))
    assert lines(held, 1.0, cols=40, rows=16)


def test_a_figure_with_a_front_is_shown_from_the_front() -> None:
    wide = Figure(
        id="sumo",
        labels=("stand", "set"),
        keyframes=WALL.keyframes,
        front=(FrontKeyframe(at=0, stance=0.4), FrontKeyframe(at=1, stance=0.4, inward=-5)),
        props=("bell",),
    )
    bare = msgspec.structs.replace(wide, props=())

    feet = [shape for shape in moment(wide, 0.0) if isinstance(shape, Stroke) and shape.a[1] < 0.02]
    assert {shape.a[0] > 0 for shape in feet} == {True, False}
    assert len(moment(wide, 0.5)) > len(moment(bare, 0.5))


def test_a_nose_is_drawn_only_where_it_is_more_than_a_stray_dot() -> None:
    def noseless(rows: int) -> bool:
        kept = [shape for shape in moment(WALL, 0.0) if not shape.fine]
        box = box_of(moment(WALL, 0.0))
        drawn = braille(moment(WALL, 0.0), box, scale=rows * 4 - 1, rows=rows)
        return drawn == braille(kept, box, scale=rows * 4 - 1, rows=rows)

    assert noseless(10)
    assert not noseless(28)


def test_a_limb_stands_out_from_the_body_where_there_are_dots_enough() -> None:
    armed = msgspec.structs.replace(WALL, props=("dumbbell",))

    assert dots(lines(armed, 0.0, cols=90, rows=30)) < dots(
        braille(
            [
                msgspec.structs.replace(shape, near=False) if isinstance(shape, Stroke) else shape
                for shape in moment(armed, 0.0)
            ],
            box_of([shape for at in (0.0, 0.5, 1.0) for shape in moment(armed, at)]),
            scale=119.0,
            rows=30,
        )
    )


def test_svg_is_an_image_that_names_its_pictures() -> None:
    image = svg(key_moments(WALL), title="Wall <hinge>", text="Standing & touching")
    root = ElementTree.fromstring(image)

    assert [part.text for part in root.iter(f"{{{SVG}}}text")] == ["start", "half way", "touch"]
    assert root.findtext(f"{{{SVG}}}title") == "Wall <hinge>"
    assert root.findtext(f"{{{SVG}}}desc") == "Standing & touching"
    assert root.get("role") == "img"


def test_a_comparison_stands_on_its_own_in_any_page() -> None:
    image = comparison_svg(ROUNDING, title="Lower back rounds")
    root = ElementTree.fromstring(image)

    assert root.get("aria-label") == "Lower back rounds"
    assert root.find(f"{{{SVG}}}desc") is None
    assert not any(part.get("id") for part in root.iter())
    assert not re.search(r"<script|href|url\(|@import|on\w+=", image)
    style = root.findtext(f"{{{SVG}}}style") or ""
    rules = [part.rpartition("}")[2] for part in style.replace("){", ")}").split("{")[:-1]]
    assert all(
        selector.strip().startswith(".hinge-figure")
        for rule in rules
        if rule and not rule.startswith("@")
        for selector in rule.split(",")
    )


def test_a_limb_in_an_image_has_the_breadth_that_the_model_gives_it() -> None:
    image = svg([("", [Stroke((0.0, 0.5), (0.0, 1.0), 0.1, 0.1)])], title="a limb")

    path = re.search(r'd="M(\S+) \S+L\S+ \S+A(\S+) ', image)
    assert path is not None
    assert float(path[1]) == pytest.approx(-0.1)
    assert float(path[2]) == pytest.approx(0.1)
