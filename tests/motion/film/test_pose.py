"""The figure at a person's own angles."""

import pytest

from hingecli.motion.figure import Pose
from hingecli.motion.film.findings import Rep
from hingecli.motion.film.pose import pose_of

RIGHT = Pose(ankle=-3, knee=22, hip=100, spine=4, shoulder=60, elbow=5)


def test_the_figure_has_the_persons_own_angles_and_a_straight_spine() -> None:
    rep = Rep(rep=1, at=1.0, trunk=35, hip=80, knee=75, shin=26, neck=-4, heel=15)

    pose = pose_of(rep, RIGHT)

    assert (pose.ankle, pose.knee, pose.hip, pose.heel) == (26, 75, 80, 15)
    assert (pose.neck, pose.spine, pose.elbow) == (0, 0, 5)


def test_arms_keep_their_way_to_the_floor() -> None:
    own = pose_of(Rep(rep=1, at=1.0, hip=60), RIGHT)

    lean = own.ankle - own.knee + own.hip
    assert lean - own.shoulder == pytest.approx((-3 - 22 + 100) - 60)


def test_arms_behind_the_back_stay_there() -> None:
    behind = Pose(ankle=-3, knee=22, hip=100, shoulder=-20)

    assert pose_of(Rep(rep=1, at=1.0, hip=60), behind).shoulder == -20


def test_what_was_not_seen_is_as_in_the_right_form() -> None:
    pose = pose_of(Rep(rep=1, at=1.0), RIGHT)

    assert (pose.ankle, pose.knee, pose.hip, pose.neck, pose.heel) == (-3, 22, 100, 0, 0)
