"""The body as a chain of joints: angles in, points out, seen from the side (or the front).

Owns limb lengths and forward kinematics; the feet stay put and limbs keep their length. Draws
nothing. Lengths are shares of body height, angles degrees, x forward, y up, ankle over x = 0.
"""

from math import asin, cos, radians, sin
from typing import Literal

import msgspec

from hingecli.coach.protocol.protocol import ProtocolPart

Prop = Literal[
    "dowel", "bell", "dumbbell", "bar", "bar-on-back", "trap-bar", "cable", "wall", "platform",
    "blocks",
]  # fmt: skip
Point = tuple[float, float]

SHIN, THIGH, TRUNK, NECK, UPPER_ARM, FOREARM = 0.25, 0.25, 0.30, 0.06, 0.17, 0.16
HEEL, TOE, BALL, ANKLE_HEIGHT = -0.04, 0.12, 0.08, 0.035
HEAD, HIP_WIDTH, SHOULDER_WIDTH = 0.06, 0.09, 0.13
VERTEBRAE = 8
"""Into so many straight pieces the trunk is cut, so that it can round."""

_MASSES = {"trunk": 0.434, "head": 0.069, "arms": 0.100, "thighs": 0.284, "shins": 0.113}
"""Shares of body mass; feet with the shins (Winter, Biomechanics and Motor Control, table 4.1)."""


class Pose(ProtocolPart, frozen=True, kw_only=True):
    """Joint angles (degrees).

    `ankle`: shin from vertical, knee forward is positive. `knee`, `hip`, `elbow`: flexion.
    `spine`: rounding spread along the trunk, arching is negative. `shoulder`: arm forward from
    along the trunk. `neck`: bent back. `heel`: heel off the floor. `free_hip` and `free_knee`:
    the other leg, where it does not stand beside the first.
    """

    ankle: float = 0.0
    knee: float = 0.0
    hip: float = 0.0
    spine: float = 0.0
    shoulder: float = 0.0
    elbow: float = 0.0
    neck: float = 0.0
    heel: float = 0.0
    free_hip: float | None = None
    free_knee: float = 0.0


class Keyframe(Pose, frozen=True, kw_only=True):
    """A pose at a depth of the rep: 0 where it begins, 1 at its turn."""

    at: float


class FrontPose(ProtocolPart, frozen=True, kw_only=True):
    """A squat-like stance from the front: shins leaning inward (degrees), feet `stance` apart."""

    inward: float
    stance: float = 0.2


class Figure(ProtocolPart, frozen=True, kw_only=True):
    """How one drill moves, and with what; `labels` name its start and its turn."""

    id: str
    labels: tuple[str, str]
    keyframes: tuple[Keyframe, ...]
    props: tuple[Prop, ...] = ()


class Comparison(ProtocolPart, frozen=True, kw_only=True):
    """A mistake beside the right form, at the moment where it shows; from the front or the side."""

    id: str
    right: Pose | None = None
    wrong: Pose | None = None
    front_right: FrontPose | None = None
    front_wrong: FrontPose | None = None
    props: tuple[Prop, ...] = ()


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
    hand: Point
    free: tuple[Point, Point, Point] | None = None

    @property
    def shoulder(self) -> Point:
        """The upper end of the trunk."""
        return self.spine[-1]


class FrontSkeleton(msgspec.Struct, frozen=True, kw_only=True):
    """Where the joints are from the front; legs as (foot, knee, hip), left and right."""

    legs: tuple[tuple[Point, Point, Point], tuple[Point, Point, Point]]
    neck: Point
    head: Point
    shoulders: tuple[Point, Point]


def pose_at(keyframes: tuple[Keyframe, ...], depth: float) -> Pose:
    """Return the pose at `depth` (0-1), between the keyframes around it."""
    frames = sorted(keyframes, key=lambda frame: frame.at)
    before = frames[0]
    for after in frames:
        if after.at >= depth:
            span = after.at - before.at
            return _between(before, after, (depth - before.at) / span if span > 0 else 0.0)
        before = after
    return _between(before, before, 0.0)


def skeleton(pose: Pose) -> Skeleton:
    """Place the joints of `pose`, from the floor up."""
    pivot: Point = (BALL, 0.0)
    heel = _turned((HEEL, 0.0), pivot, pose.heel)
    ankle = _turned((0.0, ANKLE_HEIGHT), pivot, pose.heel)
    knee = _up(ankle, SHIN, pose.ankle)
    hip = _up(knee, THIGH, pose.ankle - pose.knee)
    lean = pose.ankle - pose.knee + pose.hip
    spine = [hip]
    for n in range(VERTEBRAE):
        spine.append(_up(spine[-1], TRUNK / VERTEBRAE, lean + pose.spine * (n + 0.5) / VERTEBRAE))
    top = lean + pose.spine
    head = _up(spine[-1], NECK + HEAD, top - pose.neck)
    elbow = _down(spine[-1], UPPER_ARM, pose.shoulder - top)
    hand = _down(elbow, FOREARM, pose.shoulder - top + pose.elbow)
    return Skeleton(
        heel=heel,
        toe=(TOE, 0.0),
        ankle=ankle,
        knee=knee,
        hip=hip,
        spine=tuple(spine),
        head=head,
        elbow=elbow,
        hand=hand,
        free=_free_leg(pose, hip, lean),
    )


def front_skeleton(pose: FrontPose) -> FrontSkeleton:
    """Place the joints of a stance from the front; thighs keep their length."""
    legs = []
    for side in (-1, 1):
        foot = (side * pose.stance / 2, ANKLE_HEIGHT)
        knee = _up(foot, SHIN, -side * pose.inward)
        hip_x = side * HIP_WIDTH / 2
        tilt = asin(max(-1.0, min(1.0, (hip_x - knee[0]) / THIGH)))
        legs.append((foot, knee, (hip_x, knee[1] + THIGH * cos(tilt))))
    hip_y = (legs[0][2][1] + legs[1][2][1]) / 2
    neck = (0.0, hip_y + TRUNK)
    return FrontSkeleton(
        legs=(legs[0], legs[1]),
        neck=neck,
        head=(0.0, neck[1] + NECK + HEAD),
        shoulders=((-SHOULDER_WIDTH, neck[1] - 0.02), (SHOULDER_WIDTH, neck[1] - 0.02)),
    )


def centre_of_mass(body: Skeleton) -> Point:
    """Return the body's centre of mass, without what it holds."""
    spine = body.spine[len(body.spine) // 2]
    arms = _middle(body.elbow, _middle(body.shoulder, body.hand))
    thigh, shin = _middle(body.hip, body.knee), _middle(body.knee, body.ankle)
    parts = [
        (_MASSES["trunk"], spine),
        (_MASSES["head"], body.head),
        (_MASSES["arms"], arms),
    ]
    if body.free is None:
        parts += [(_MASSES["thighs"], thigh), (_MASSES["shins"], shin)]
    else:
        knee, ankle, _ = body.free
        parts += [(_MASSES["thighs"] / 2, centre) for centre in (thigh, _middle(body.hip, knee))]
        parts += [(_MASSES["shins"] / 2, centre) for centre in (shin, _middle(knee, ankle))]
    return (sum(m * p[0] for m, p in parts), sum(m * p[1] for m, p in parts))


def over_feet(pose: Pose) -> bool:
    """Return whether the balance is over the feet: between heel, or ball if it is up, and toe."""
    back = BALL if pose.heel > 0 else HEEL
    return back <= centre_of_mass(skeleton(pose))[0] <= TOE


def _free_leg(pose: Pose, hip: Point, lean: float) -> tuple[Point, Point, Point] | None:
    if pose.free_hip is None:
        return None
    angle = lean - pose.free_hip
    knee = _down(hip, THIGH, -angle)
    ankle = _down(knee, SHIN, -angle - pose.free_knee)
    return knee, ankle, _down(ankle, TOE, -angle - pose.free_knee + 85)


def _between(before: Pose, after: Pose, share: float) -> Pose:
    def mix(name: str) -> float:
        start, end = float(getattr(before, name) or 0.0), float(getattr(after, name) or 0.0)
        return start + (end - start) * share

    free = before.free_hip is not None or after.free_hip is not None
    return Pose(
        ankle=mix("ankle"),
        knee=mix("knee"),
        hip=mix("hip"),
        spine=mix("spine"),
        shoulder=mix("shoulder"),
        elbow=mix("elbow"),
        neck=mix("neck"),
        heel=mix("heel"),
        free_hip=mix("free_hip") if free else None,
        free_knee=mix("free_knee"),
    )


def _up(start: Point, length: float, angle: float) -> Point:
    """Go `length` from `start`, `angle` degrees forward of straight up."""
    return start[0] + length * sin(radians(angle)), start[1] + length * cos(radians(angle))


def _down(start: Point, length: float, angle: float) -> Point:
    """Go `length` from `start`, `angle` degrees forward of straight down."""
    return start[0] + length * sin(radians(angle)), start[1] - length * cos(radians(angle))


def _turned(point: Point, pivot: Point, angle: float) -> Point:
    """Turn `point` about `pivot` so that what lies behind it rises by `angle` degrees."""
    x, y = point[0] - pivot[0], point[1] - pivot[1]
    a = radians(-angle)
    return pivot[0] + x * cos(a) - y * sin(a), pivot[1] + x * sin(a) + y * cos(a)


def _middle(first: Point, second: Point) -> Point:
    return (first[0] + second[0]) / 2, (first[1] + second[1]) / 2
