"""Poses: between keyframes they mix, and those of the drills and mistakes are what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.motion.body import ANKLE_HEIGHT, HEEL, SHIN, TOE, TRUNK
from hingecli.motion.figure import (
    Figure,
    FrontKeyframe,
    Keyframe,
    Pose,
    front_pose_at,
    pose_at,
    pose_from_angles,
)
from hingecli.motion.front import front_skeleton
from hingecli.motion.geometry import distance
from hingecli.motion.skeleton import over_feet, skeleton
from motion.drawn import COMPARISONS, DEPTHS, FIGURES, comparison_of, figure_of

PLATE = 0.225 / 1.75
"""The radius of the plates that a bar starts on, beside a body of 175 cm."""


def test_a_pose_between_two_keyframes_is_their_mix() -> None:
    frames = (Keyframe(at=0), Keyframe(at=0.5, hip=50), Keyframe(at=1, hip=90, free_hip=10))

    assert pose_at(frames, 0.25).hip == 25
    assert pose_at(frames, 0.75).hip == 70
    assert pose_at(frames, 0.25).free_hip is None
    assert pose_at(frames, 0.75).free_hip == 5
    assert pose_at(frames, 1).free_hip == 10


def test_beyond_its_keyframes_a_pose_stays_what_it_was() -> None:
    frames = (Keyframe(at=0, hip=5), Keyframe(at=1, hip=90))

    assert pose_at(frames, 1.5).hip == 90
    assert pose_at(frames, -1).hip == 5


def test_from_the_front_poses_mix_too() -> None:
    frames = (FrontKeyframe(at=0, inward=10), FrontKeyframe(at=1, inward=-10, stance=0.4))

    assert front_pose_at(frames, 0.5).inward == 0
    assert front_pose_at(frames, 0.5).stance == pytest.approx(0.3)


@given(st.floats(-20, 40), st.floats(0, 120), st.floats(0, 120), st.floats(-40, 70))
def test_a_pose_from_measured_angles_has_them_a_straight_back_and_hanging_arms(
    shin: float, knee: float, hip: float, neck: float
) -> None:
    pose = pose_from_angles(shin=shin, knee=knee, hip=hip, neck=neck, heel=12)
    body = skeleton(pose)

    assert (pose.ankle, pose.knee, pose.hip, pose.neck, pose.heel) == (shin, knee, hip, neck, 12)
    assert distance(body.hip, body.shoulder) == pytest.approx(TRUNK)
    assert body.hand[0] == pytest.approx(body.shoulder[0])
    assert body.hand[1] < body.shoulder[1]


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

    assert body.hip[0] < HEEL
    assert body.knee[0] < TOE


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_hands_hips_and_head_stay_above_the_floor(figure: Figure) -> None:
    for depth in DEPTHS:
        body = skeleton(pose_at(figure.keyframes, depth))

        assert min(body.hand[1], body.hip[1], body.head[1]) > 0.05


def test_the_swing_turns_in_the_measured_ranges() -> None:
    bottom = pose_at(figure_of("kettlebell-swing").keyframes, 1.0)

    assert 83 <= bottom.hip <= 95
    assert 32 <= bottom.knee <= 58
    assert 53 <= bottom.lean <= 63


def test_mid_shin_is_the_middle_of_the_shin() -> None:
    rdl = figure_of("romanian-deadlift")
    body = skeleton(pose_at(rdl.keyframes, 1.0))

    assert rdl.labels[1] == "mid-shin"
    assert body.hand[1] == pytest.approx(ANKLE_HEIGHT + SHIN / 2, abs=0.01)


@pytest.mark.parametrize(
    ("drill", "floor"),
    [("barbell-deadlift", 0.0), ("trap-bar-deadlift", 0.0), ("deficit-deadlift", -0.055)],
)
def test_a_bar_starts_with_its_plates_on_the_floor(drill: str, floor: float) -> None:
    body = skeleton(pose_at(figure_of(drill).keyframes, 1.0))

    assert body.hand[1] - PLATE == pytest.approx(floor, abs=0.01)


def test_a_block_pull_starts_below_the_knee_and_above_the_floor() -> None:
    body = skeleton(pose_at(figure_of("block-pull").keyframes, 1.0))

    assert PLATE < body.hand[1] < body.knee[1]


def test_a_bell_starts_on_the_floor_between_the_feet() -> None:
    body = skeleton(pose_at(figure_of("kettlebell-deadlift").keyframes, 1.0))

    assert body.hand[1] == pytest.approx(0.125, abs=0.01)
    assert HEEL < body.hand[0] < TOE


def test_the_kickstand_has_one_foot_half_a_step_back_on_its_toes_and_no_wall() -> None:
    kickstand = figure_of("kickstand")

    for depth in DEPTHS:
        body = skeleton(pose_at(kickstand.keyframes, depth))
        assert body.other is not None
        assert body.other.toe == pytest.approx((TOE - 0.2, 0.0))
        assert body.other.ankle[1] > 2 * ANKLE_HEIGHT
    assert "wall" not in kickstand.props


@pytest.mark.parametrize(
    ("variant", "drill", "says"),
    [
        ("slow-wall", "wall-hinge", "5 s down"),
        ("far-wall", "wall-hinge", "far out"),
        ("slow-dowel", "dowel-hinge", "5 s down"),
        ("eyes-closed", "dowel-hinge", "eyes closed"),
    ],
)
def test_a_variation_says_what_is_different(variant: str, drill: str, says: str) -> None:
    varied, plain = figure_of(variant), figure_of(drill)

    assert says in varied.labels
    assert says not in plain.labels
    assert set(plain.props) <= set(varied.props)


def test_far_from_the_wall_the_hips_reach_back_farther() -> None:
    far, near = (
        skeleton(pose_at(figure_of(id_).keyframes, 1.0)) for id_ in ("far-wall", "wall-hinge")
    )

    assert far.hip[0] < near.hip[0] - 0.01


def test_the_sumo_stance_is_wide_and_its_knees_are_over_the_feet_at_the_set() -> None:
    sumo = figure_of("sumo-deadlift")
    side = front_skeleton(front_pose_at(sumo.front, 1.0)).right

    assert side.ankle[0] > 1.5 * side.shoulder[0]
    assert side.ankle[0] <= side.knee[0] < side.ankle[0] + 0.04


def test_knees_that_cave_in_are_inside_the_feet_and_right_ones_over_them() -> None:
    both = comparison_of("knees-cave-in")
    assert both.front_right is not None
    assert both.front_wrong is not None
    right, wrong = (front_skeleton(pose).right for pose in (both.front_right, both.front_wrong))

    assert right.knee[0] == pytest.approx(right.ankle[0], abs=0.02)
    assert wrong.knee[0] < wrong.ankle[0] - 0.05


@pytest.mark.parametrize(
    "pose",
    [pose for one in COMPARISONS for pose in (one.right, one.wrong) if pose is not None],
)
def test_even_the_mistakes_do_not_fall_over(pose: Pose) -> None:
    assert over_feet(pose)


@pytest.mark.parametrize(
    "right", [comparison.right for comparison in COMPARISONS if comparison.right is not None]
)
def test_the_right_side_of_a_comparison_is_sound(right: Pose) -> None:
    assert (right.heel, right.spine, right.neck) == (0, 0, 0)


def test_a_torso_that_folds_first_is_straight_and_its_hips_stay_over_the_feet() -> None:
    both = comparison_of("torso-first")
    assert both.right is not None
    assert both.wrong is not None
    right, wrong = skeleton(both.right), skeleton(both.wrong)

    assert both.wrong.spine == 0
    assert both.wrong.lean == pytest.approx(both.right.lean, abs=5)
    assert wrong.hip[0] == pytest.approx(wrong.ankle[0], abs=0.01)
    assert right.hip[0] < HEEL


def test_a_squat_is_not_called_wrong() -> None:
    assert comparison_of("knees-forward").labels == ("a hinge", "a squat")
