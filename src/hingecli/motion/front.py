"""The body seen from the front: a chain of joints in depth too, of which the front view shows two.

Owns where the joints are; bones keep their length in depth. Draws nothing. x is to the side, y
up, z forward; lengths are shares of body height.
"""

from math import cos, radians, sin

import msgspec

from hingecli.motion.body import (
    ANKLE_HEIGHT,
    FOREARM,
    GRIP,
    HEAD_ABOVE_SHOULDER,
    HIP_JOINTS,
    SHIN,
    SHOULDERS,
    THIGH,
    TRUNK,
    UPPER_ARM,
)
from hingecli.motion.figure import FrontPose

Point3 = tuple[float, float, float]


class FrontSide(msgspec.Struct, frozen=True, kw_only=True):
    """One side's joints."""

    ankle: Point3
    knee: Point3
    hip: Point3
    shoulder: Point3
    elbow: Point3
    hand: Point3


class FrontSkeleton(msgspec.Struct, frozen=True, kw_only=True):
    """Where the joints are: the two sides, and what stands in the middle."""

    left: FrontSide
    right: FrontSide
    pelvis: Point3
    neck: Point3
    head: Point3


def front_skeleton(pose: FrontPose) -> FrontSkeleton:
    """Place the joints of `pose`, from the floor up."""
    legs = {side: _leg(pose, side) for side in (-1, 1)}
    hip = legs[1][2]
    pelvis: Point3 = (0.0, hip[1], hip[2])
    neck = _leaning(pelvis, TRUNK, pose.lean)
    return FrontSkeleton(
        left=_side(pose, -1, legs[-1], neck),
        right=_side(pose, 1, legs[1], neck),
        pelvis=pelvis,
        neck=neck,
        head=_leaning(neck, HEAD_ABOVE_SHOULDER, pose.lean),
    )


def _leg(pose: FrontPose, side: int) -> tuple[Point3, Point3, Point3]:
    ankle: Point3 = (side * pose.stance / 2, ANKLE_HEIGHT, 0.0)
    forward, inward = radians(pose.ankle), radians(pose.inward)
    knee: Point3 = (
        ankle[0] - side * SHIN * sin(inward),
        ankle[1] + SHIN * cos(inward) * cos(forward),
        SHIN * cos(inward) * sin(forward),
    )
    hip_x = side * HIP_JOINTS / 2
    left = max(0.0, THIGH**2 - (hip_x - knee[0]) ** 2) ** 0.5
    tilt = radians(pose.thigh)
    return ankle, knee, (hip_x, knee[1] + left * cos(tilt), knee[2] - left * sin(tilt))


def _side(
    pose: FrontPose, side: int, leg: tuple[Point3, Point3, Point3], neck: Point3
) -> FrontSide:
    """Hang an arm straight from its shoulder to where its hand is."""
    ankle, knee, hip = leg
    shoulder: Point3 = (side * SHOULDERS, neck[1], neck[2])
    across = side * pose.hands / 2 - shoulder[0]
    arm = UPPER_ARM + FOREARM + GRIP
    drop = max(0.0, arm**2 - across**2) ** 0.5
    elbow, hand = (
        (shoulder[0] + across * share, shoulder[1] - drop * share, shoulder[2])
        for share in (UPPER_ARM / arm, 1.0)
    )
    return FrontSide(ankle=ankle, knee=knee, hip=hip, shoulder=shoulder, elbow=elbow, hand=hand)


def _leaning(start: Point3, length: float, lean: float) -> Point3:
    a = radians(lean)
    return start[0], start[1] + length * cos(a), start[2] + length * sin(a)
