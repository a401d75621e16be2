"""The front view's promises: bones keep their length in depth, both sides mirror each other."""

from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.motion.body import (
    FOREARM,
    GRIP,
    HEAD_ABOVE_SHOULDER,
    SHIN,
    THIGH,
    TRUNK,
    UPPER_ARM,
)
from hingecli.motion.figure import FrontPose
from hingecli.motion.front import front_skeleton

poses = st.builds(
    FrontPose,
    stance=st.floats(0.1, 0.45),
    ankle=st.floats(0, 35),
    inward=st.floats(-10, 25),
    thigh=st.floats(0, 80),
    lean=st.floats(0, 80),
    hands=st.floats(0.0, 0.5),
)


@given(poses)
def test_bones_keep_their_length_in_depth(pose: FrontPose) -> None:
    body = front_skeleton(pose)

    for side in (body.left, body.right):
        assert dist(side.ankle, side.knee) == pytest.approx(SHIN)
        assert dist(side.knee, side.hip) == pytest.approx(THIGH)
        assert dist(side.shoulder, side.elbow) == pytest.approx(UPPER_ARM)
        assert dist(side.elbow, side.hand) == pytest.approx(FOREARM + GRIP)
    assert dist(body.pelvis, body.neck) == pytest.approx(TRUNK)
    assert dist(body.neck, body.head) == pytest.approx(HEAD_ABOVE_SHOULDER)


@given(poses)
def test_one_side_is_the_mirror_of_the_other(pose: FrontPose) -> None:
    body = front_skeleton(pose)

    for name in body.left.__struct_fields__:
        x, y, z = getattr(body.left, name)
        assert getattr(body.right, name) == pytest.approx((-x, y, z))


def test_hands_hang_as_far_apart_as_asked() -> None:
    body = front_skeleton(FrontPose(hands=0.06))

    assert body.right.hand[0] - body.left.hand[0] == pytest.approx(0.06)


def test_a_trunk_that_leans_is_seen_shorter() -> None:
    tall, low = (front_skeleton(FrontPose(lean=lean)) for lean in (0, 60))

    assert tall.neck[1] - tall.pelvis[1] == pytest.approx(TRUNK)
    assert low.neck[1] - low.pelvis[1] == pytest.approx(TRUNK / 2)
