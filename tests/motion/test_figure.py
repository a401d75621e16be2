"""The figure's promises: feet stay, limbs keep their length, the balance is over the feet."""

import tomllib
from math import hypot
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.motion.figure import (
    FOREARM,
    SHIN,
    THIGH,
    TRUNK,
    UPPER_ARM,
    Comparison,
    Figure,
    FrontPose,
    Keyframe,
    Point,
    Pose,
    front_skeleton,
    over_feet,
    pose_at,
    skeleton,
)

FOLDER = Path(__file__).parents[2] / "data" / "figures"
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
)


def distance(one: Point, two: Point) -> float:
    return hypot(one[0] - two[0], one[1] - two[1])


def drawings() -> list[Figure | Comparison]:
    found: list[Figure | Comparison] = []
    for path in sorted(FOLDER.glob("*.toml")):
        raw = tomllib.loads(path.read_text("utf-8"))
        if "keyframes" in raw:
            found.append(msgspec.convert(raw, Figure))
        else:
            found.append(msgspec.convert(raw, Comparison))
    return found


FIGURES = [drawn for drawn in drawings() if isinstance(drawn, Figure)]
COMPARISONS = [drawn for drawn in drawings() if isinstance(drawn, Comparison)]
DEPTHS = [n / 20 for n in range(21)]


@given(poses)
def test_limbs_keep_their_length_in_any_pose(pose: Pose) -> None:
    body = skeleton(pose)

    assert distance(body.ankle, body.knee) == pytest.approx(SHIN)
    assert distance(body.knee, body.hip) == pytest.approx(THIGH)
    assert distance(body.shoulder, body.elbow) == pytest.approx(UPPER_ARM)
    assert distance(body.elbow, body.hand) == pytest.approx(FOREARM)
    pieces = zip(body.spine, body.spine[1:], strict=False)
    assert sum(distance(one, two) for one, two in pieces) == pytest.approx(TRUNK)


@given(poses)
def test_the_toes_never_move(pose: Pose) -> None:
    assert skeleton(pose).toe == skeleton(Pose()).toe


@given(st.floats(-10, 25), st.floats(0.1, 0.4))
def test_legs_seen_from_the_front_keep_their_length(inward: float, stance: float) -> None:
    body = front_skeleton(FrontPose(inward=inward, stance=stance))

    for foot, knee, hip in body.legs:
        assert distance(foot, knee) == pytest.approx(SHIN)
        assert distance(knee, hip) == pytest.approx(THIGH)


def test_a_hinge_has_hips_behind_the_heels_and_shins_near_vertical() -> None:
    body = skeleton(HINGE)

    assert body.hip[0] < body.heel[0]
    assert abs(body.knee[0] - body.ankle[0]) < 0.02
    assert body.shoulder[0] > 0.1


def test_a_squat_has_knees_past_the_toes_and_an_upright_trunk() -> None:
    body = skeleton(SQUAT)

    assert body.knee[0] >= body.toe[0]
    lean = body.shoulder[0] - body.hip[0]
    assert lean < 0.5 * TRUNK


def test_rounding_brings_the_shoulders_lower_and_nearer_than_a_flat_back() -> None:
    flat, round_ = skeleton(HINGE), skeleton(Pose(ankle=-3, knee=22, hip=75, spine=70))

    assert round_.head[1] < flat.head[1]
    assert distance(round_.hip, round_.shoulder) < distance(flat.hip, flat.shoulder)


def test_standing_is_straight() -> None:
    body = skeleton(Pose())

    assert body.hip[0] == body.knee[0] == body.ankle[0] == 0
    assert body.head[1] == pytest.approx(0.955, abs=0.02)


def test_a_pose_between_two_keyframes_is_their_mix() -> None:
    frames = (Keyframe(at=0), Keyframe(at=0.5, hip=50), Keyframe(at=1, hip=90, free_hip=10))

    assert pose_at(frames, 0.25).hip == 25
    assert pose_at(frames, 0.75).hip == 70
    assert pose_at(frames, 1).free_hip == 10
    assert pose_at(frames, 1.5).hip == 90


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_the_balance_stays_over_the_feet_all_the_way(figure: Figure) -> None:
    for depth in DEPTHS:
        assert over_feet(pose_at(figure.keyframes, depth)), depth


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_a_drill_keeps_heels_down_and_back_and_neck_straight(figure: Figure) -> None:
    for depth in DEPTHS:
        pose = pose_at(figure.keyframes, depth)

        assert (pose.heel, pose.spine, pose.neck) == (0, 0, 0)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_at_its_turn_hips_are_behind_the_heels_and_knees_not_past_the_toes(
    figure: Figure,
) -> None:
    body = skeleton(pose_at(figure.keyframes, 1.0))

    assert body.hip[0] < body.heel[0]
    assert body.knee[0] < body.toe[0]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_hands_and_hips_stay_above_the_floor(figure: Figure) -> None:
    floor = -0.06 if "platform" in figure.props else 0.0
    for depth in DEPTHS:
        body = skeleton(pose_at(figure.keyframes, depth))

        assert min(body.hand[1], body.hip[1], body.head[1]) > floor


def test_the_swing_turns_in_the_measured_ranges() -> None:
    swing = next(figure for figure in FIGURES if figure.id == "kettlebell-swing")
    bottom = pose_at(swing.keyframes, 1.0)

    assert 83 <= bottom.hip <= 95
    assert 32 <= bottom.knee <= 58
    assert 53 <= bottom.ankle - bottom.knee + bottom.hip <= 63


@pytest.mark.parametrize(
    "pose",
    [pose for one in COMPARISONS for pose in (one.right, one.wrong) if pose is not None],
)
def test_even_the_mistakes_do_not_fall_over(pose: Pose) -> None:
    assert over_feet(pose)


def test_the_right_side_of_a_comparison_is_sound() -> None:
    for one in COMPARISONS:
        if one.right is not None:
            assert (one.right.heel, one.right.spine, one.right.neck) == (0, 0, 0), one.id
