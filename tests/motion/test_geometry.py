"""Ways from point to point: each at its simplest, and where it cannot go."""

import pytest

from hingecli.motion.geometry import (
    along,
    aside,
    distance,
    foot_of,
    joint_between,
    offset,
    part_way,
    tangent,
)


def test_left_of_the_way_up_is_behind() -> None:
    assert aside((0, 0), (0, 1), 0.5) == (-0.5, 0)
    assert aside((0, 0), (0, 1), 0.5, at=(0, 3)) == (-0.5, 3)
    assert offset((0, 0), (0, 1), (-0.5, 3)) == 0.5
    assert foot_of((0, 0), (0, 1), (-0.5, 3)) == (0, 3)


def test_a_way_of_no_length_leads_nowhere() -> None:
    assert along((1, 1), (1, 1), 2) == (1, 1)
    assert aside((1, 1), (1, 1), 2) == (1, 1)
    assert offset((1, 1), (1, 1), (2, 2)) == 0
    assert tangent(((1, 1), 0.5), ((1, 1), 0.5)) == ((1, 1), (1, 1))


def test_a_joint_is_as_far_from_both_ends_as_its_bones_are_long() -> None:
    joint = joint_between((0, 0), (0, 4), 3, 2)

    assert distance(joint, (0, 0)) == pytest.approx(3)
    assert distance(joint, (0, 4)) == pytest.approx(2)
    assert joint[0] > 0


@pytest.mark.parametrize("far", [5, 9, 1, 0])
def test_a_joint_out_of_reach_lies_between(far: float) -> None:
    assert joint_between((0, 0), (0, far), 3, 2) == part_way((0, 0), (0, far), 0.6)


def test_a_tangent_touches_both_circles() -> None:
    low, high = tangent(((0, 0), 1.0), ((0, 4), 2.0))

    assert distance(low, (0, 0)) == pytest.approx(1)
    assert distance(high, (0, 4)) == pytest.approx(2)
    assert offset(low, high, (0, 0)) == pytest.approx(-1)
    assert offset(low, high, (0, 4)) == pytest.approx(-2)
