"""The body as a chain of joints from the floor up: angles in, points out, seen from the side.

Owns forward kinematics and the balance; feet stay put and limbs keep their length. Draws nothing.
x is forward, y up, the ankle of a flat foot over x = 0; lengths are shares of body height.
"""

import msgspec

from hingecli.motion.body import (
    ANKLE_HEIGHT,
    BALL,
    FOREARM,
    GRIP,
    HEAD_ABOVE_SHOULDER,
    HEEL,
    LUMBAR,
    MASSES,
    SHIN,
    THIGH,
    TOE,
    TRUNK,
    UPPER_ARM,
    VERTEBRAE,
)
from hingecli.motion.figure import Pose
from hingecli.motion.geometry import Point, along, distance, down, joint_between, middle, turned, up

TIPTOE = 40.0
"""How far the heel of a foot that stands behind is off the floor (degrees; coach, C)."""
_FREE_FOOT = 85.0
"""A foot in the air hangs nearly square to its shin (degrees)."""


class Leg(msgspec.Struct, frozen=True, kw_only=True):
    """The other leg, where it does not stand beside the first; `ball` is None in the air."""

    knee: Point
    ankle: Point
    toe: Point
    ball: Point | None = None


class Skeleton(msgspec.Struct, frozen=True, kw_only=True):
    """Where the joints are. `spine` runs from the hip to the shoulder."""

    heel: Point
    toe: Point
    ankle: Point
    knee: Point
    hip: Point
    spine: tuple[Point, ...]
    head: Point
    elbow: Point
    wrist: Point
    other: Leg | None = None

    @property
    def shoulder(self) -> Point:
        """The upper end of the trunk."""
        return self.spine[-1]

    @property
    def hand(self) -> Point:
        """The middle of the hand, where things are held."""
        return along(self.elbow, self.wrist, GRIP)


def skeleton(pose: Pose) -> Skeleton:
    """Place the joints of `pose`, from the floor up."""
    pivot: Point = (BALL, 0.0)
    heel = turned((HEEL, 0.0), pivot, pose.heel)
    ankle = turned((0.0, ANKLE_HEIGHT), pivot, pose.heel)
    knee = up(ankle, SHIN, pose.ankle)
    hip = up(knee, THIGH, pose.ankle - pose.knee)
    spine = [hip]
    for n in range(VERTEBRAE):
        bent = min(1.0, (n + 0.5) / LUMBAR)
        spine.append(up(spine[-1], TRUNK / VERTEBRAE, pose.lean + pose.spine * bent))
    top = pose.lean + pose.spine
    elbow = down(spine[-1], UPPER_ARM, pose.shoulder - top)
    return Skeleton(
        heel=heel,
        toe=(TOE, 0.0),
        ankle=ankle,
        knee=knee,
        hip=hip,
        spine=tuple(spine),
        head=up(spine[-1], HEAD_ABOVE_SHOULDER, top - pose.neck),
        elbow=elbow,
        wrist=down(elbow, FOREARM, pose.shoulder - top + pose.elbow),
        other=_other_leg(pose, hip),
    )


def centre_of_mass(body: Skeleton) -> Point:
    """Return the body's centre of mass, without what it holds."""
    thigh, shin = middle(body.hip, body.knee), middle(body.knee, body.ankle)
    other_thigh, other_shin = thigh, shin
    if body.other is not None:
        other_thigh = middle(body.hip, body.other.knee)
        other_shin = middle(body.other.knee, body.other.ankle)
    parts = (
        (MASSES["trunk"], body.spine[VERTEBRAE // 2]),
        (MASSES["head"], body.head),
        (MASSES["arms"], middle(body.elbow, middle(body.shoulder, body.wrist))),
        (MASSES["thighs"] / 2, thigh),
        (MASSES["thighs"] / 2, other_thigh),
        (MASSES["shins"] / 2, shin),
        (MASSES["shins"] / 2, other_shin),
    )
    return (sum(m * x for m, (x, _) in parts), sum(m * y for m, (_, y) in parts))


def over_feet(pose: Pose) -> bool:
    """Return whether the balance is over the feet: between heel, or ball if it is up, and toe.

    A foot that stands behind on its toes helps to balance, and carries little: the balance is
    asked of the other.
    """
    back = BALL if pose.heel > 0 else HEEL
    return back <= centre_of_mass(skeleton(pose))[0] <= TOE


def can_stand(pose: Pose) -> bool:
    """Return whether the leg whose foot stands behind, if there is one, is long enough for it."""
    body = skeleton(pose)
    if pose.behind is None or body.other is None:
        return True
    return distance(body.other.ankle, body.hip) <= THIGH + SHIN


def _other_leg(pose: Pose, hip: Point) -> Leg | None:
    if pose.behind is not None:
        ball: Point = (BALL - pose.behind, 0.0)
        ankle = turned((-pose.behind, ANKLE_HEIGHT), ball, TIPTOE)
        toe = (TOE - pose.behind, 0.0)
        knee = joint_between(ankle, hip, SHIN, THIGH)
        return Leg(knee=knee, ankle=ankle, toe=toe, ball=ball)
    if pose.free_hip is None:
        return None
    angle = pose.free_hip - pose.lean
    knee = down(hip, THIGH, angle)
    ankle = down(knee, SHIN, angle - pose.free_knee)
    return Leg(knee=knee, ankle=ankle, toe=down(ankle, TOE, angle - pose.free_knee + _FREE_FOOT))
