"""The body's promises: feet stay, limbs keep their length, the balance is over the feet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.motion.body import (
    BALL,
    FOREARM,
    GRIP,
    HEAD,
    HEAD_ABOVE_SHOULDER,
    MASSES,
    SHIN,
    THIGH,
    TOE,
    TRUNK,
    UPPER_ARM,
)
from hingecli.motion.figure import Pose
from hingecli.motion.geometry import distance
from hingecli.motion.skeleton import can_stand, centre_of_mass, over_feet, skeleton

HINGE = Pose(ankle=-3, knee=22, hip=95)
SQUAT = Pose(ankle=30, knee=95, hip=90)

angles = st.floats(-180, 180, allow_nan=False)
poses = st.builds(
    Pose,
    ankle=st.floats(-30, 45),
    knee=st.floats(0, 140),
    hip=st.floats(-20, 130),
    spine=st.floats(-60, 90),
    shoulder=angles,
    elbow=st.floats(0, 170),
    neck=st.floats(-60, 80),
    heel=st.floats(0, 40),
    free_hip=st.one_of(st.none(), angles),
    free_knee=st.floats(0, 120),
    behind=st.one_of(st.none(), st.floats(0, 0.6)),
)


@given(poses)
def test_limbs_keep_their_length_in_any_pose(pose: Pose) -> None:
    body = skeleton(pose)

    assert distance(body.ankle, body.knee) == pytest.approx(SHIN)
    assert distance(body.knee, body.hip) == pytest.approx(THIGH)
    assert distance(body.shoulder, body.elbow) == pytest.approx(UPPER_ARM)
    assert distance(body.elbow, body.wrist) == pytest.approx(FOREARM)
    assert distance(body.elbow, body.hand) == pytest.approx(FOREARM + GRIP)
    assert distance(body.shoulder, body.head) == pytest.approx(HEAD_ABOVE_SHOULDER)
    pieces = zip(body.spine, body.spine[1:], strict=False)
    assert sum(distance(one, two) for one, two in pieces) == pytest.approx(TRUNK)


@given(poses)
def test_the_other_leg_keeps_its_length_where_it_can_stand(pose: Pose) -> None:
    body = skeleton(pose)

    if body.other is not None and can_stand(pose):
        assert distance(body.other.ankle, body.other.knee) == pytest.approx(SHIN)
        assert distance(body.other.knee, body.hip) == pytest.approx(THIGH)


@given(poses)
def test_the_toes_never_move(pose: Pose) -> None:
    body = skeleton(pose)

    assert body.toe == skeleton(Pose()).toe
    if pose.behind is not None:
        assert body.other is not None
        assert body.other.toe == (TOE - pose.behind, 0.0)
        assert body.other.ball == (BALL - pose.behind, 0.0)


def test_a_foot_too_far_behind_is_not_reached() -> None:
    assert can_stand(Pose())
    assert can_stand(Pose(behind=0.2, ankle=2, knee=4))
    assert not can_stand(Pose(behind=0.45))


def test_a_knee_behind_bends_forward() -> None:
    body = skeleton(Pose(behind=0.2, ankle=0, knee=25, hip=93))

    assert body.other is not None
    straight = (body.other.ankle[0] + body.hip[0]) / 2
    assert body.other.knee[0] > straight


def test_a_leg_in_the_air_is_in_line_with_the_trunk_when_its_hip_is_straight() -> None:
    body = skeleton(Pose(knee=20, hip=97, free_hip=0))

    assert body.other is not None
    assert body.other.ball is None
    trunk = body.shoulder[0] - body.hip[0], body.shoulder[1] - body.hip[1]
    thigh = body.hip[0] - body.other.knee[0], body.hip[1] - body.other.knee[1]
    assert trunk[0] * thigh[1] == pytest.approx(trunk[1] * thigh[0])


def test_a_hinge_has_hips_behind_the_heels_and_shins_near_vertical() -> None:
    body = skeleton(HINGE)

    assert body.hip[0] < body.heel[0]
    assert abs(body.knee[0] - body.ankle[0]) < 0.02
    assert body.shoulder[0] > 0.1


def test_a_squat_has_knees_past_the_toes_and_an_upright_trunk() -> None:
    body = skeleton(SQUAT)

    assert body.knee[0] >= body.toe[0]
    assert body.shoulder[0] - body.hip[0] < 0.5 * TRUNK


def test_rounding_bends_the_low_back_and_keeps_the_chest_straight() -> None:
    flat, round_ = skeleton(HINGE), skeleton(Pose(ankle=-3, knee=22, hip=75, spine=70))

    assert round_.head[1] < flat.head[1]
    assert distance(round_.hip, round_.shoulder) < distance(flat.hip, flat.shoulder)
    assert distance(round_.spine[4], round_.spine[8]) == pytest.approx(TRUNK / 2)


def test_standing_is_straight_and_one_body_high() -> None:
    body = skeleton(Pose())

    assert body.hip[0] == body.knee[0] == body.ankle[0] == 0
    assert body.head[1] + HEAD == pytest.approx(1.0, abs=0.002)


def test_the_parts_weigh_one_body() -> None:
    assert sum(MASSES.values()) == pytest.approx(1.0)


def test_the_balance_moves_with_a_leg_that_is_lifted_or_set_back() -> None:
    both = centre_of_mass(skeleton(HINGE))[0]
    lifted = centre_of_mass(skeleton(Pose(ankle=-3, knee=22, hip=95, free_hip=0)))[0]
    behind = centre_of_mass(skeleton(Pose(ankle=-3, knee=22, hip=95, behind=0.2)))[0]

    assert lifted < behind < both


def test_a_body_that_leans_with_straight_legs_falls() -> None:
    assert over_feet(Pose())
    assert not over_feet(Pose(ankle=15, hip=80))
    assert not over_feet(Pose(heel=20))
