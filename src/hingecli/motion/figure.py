"""The body's poses as angles, and how a drill or a mistake moves through them.

Owns what a figure's file can say. Where the joints then are is `skeleton` and `front`; nothing
here draws. Angles are degrees, lengths shares of body height.
"""

from typing import Any, Literal, TypeVar

from hingecli.coach.protocol.part import ProtocolPart

Prop = Literal[
    "dowel", "bell", "dumbbell", "bar", "bar-on-back", "trap-bar", "cable", "wall", "platform",
    "blocks", "closed-eyes",
]  # fmt: skip


class Pose(ProtocolPart, frozen=True, kw_only=True):
    """Joint angles, seen from the side.

    `ankle`: shin from vertical, knee forward is positive. `knee`, `hip`, `elbow`: flexion.
    `spine`: rounding of the low back, arching is negative. `shoulder`: arm forward from along the
    trunk. `neck`: bent back. `heel`: heel off the floor. `free_hip` and `free_knee`: the other leg
    where it is in the air; `behind`: how far behind the first its foot stands, on its toes.
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
    behind: float | None = None

    @property
    def lean(self) -> float:
        """How far the pelvis leans forward from upright (degrees)."""
        return self.ankle - self.knee + self.hip


class FrontPose(ProtocolPart, frozen=True, kw_only=True):
    """A body seen from the front, feet `stance` apart.

    `ankle`: shins from vertical, knees forward. `inward`: shins leaning towards each other, apart
    is negative. `thigh`: thighs leaning back from vertical. `lean`: trunk forward from upright.
    `hands`: how far apart they hang.
    """

    stance: float = 0.2
    ankle: float = 0.0
    inward: float = 0.0
    thigh: float = 0.0
    lean: float = 0.0
    hands: float = 0.3


class Keyframe(Pose, frozen=True, kw_only=True):
    """A pose at a depth of the rep: 0 where it begins, 1 at its turn."""

    at: float


class FrontKeyframe(FrontPose, frozen=True, kw_only=True):
    """A pose seen from the front at a depth of the rep (0-1)."""

    at: float


class Figure(ProtocolPart, frozen=True, kw_only=True):
    """How one drill moves, and with what; `labels` name its start and its turn.

    With `front` it is shown from the front; `keyframes` are its side view all the same.
    """

    id: str
    labels: tuple[str, str]
    keyframes: tuple[Keyframe, ...]
    front: tuple[FrontKeyframe, ...] = ()
    props: tuple[Prop, ...] = ()


class Comparison(ProtocolPart, frozen=True, kw_only=True):
    """A mistake beside the right form, at the moment where it shows; from the front or the side."""

    id: str
    labels: tuple[str, str] = ("right", "wrong")
    right: Pose | None = None
    wrong: Pose | None = None
    front_right: FrontPose | None = None
    front_wrong: FrontPose | None = None
    props: tuple[Prop, ...] = ()


def pose_from_angles(
    *, shin: float, knee: float, hip: float, neck: float = 0.0, heel: float = 0.0
) -> Pose:
    """Return the pose of a body with these angles (degrees), however they were measured.

    `shin` leans from vertical, knee forward is positive; `knee` and `hip` are flexed by so much
    from straight; `neck` is bent back and `heel` off the floor. The spine is straight and the arms
    hang. Bones keep their length in any pose: `skeleton` places them from the foot up.
    """
    return Pose(ankle=shin, knee=knee, hip=hip, neck=neck, heel=heel, shoulder=shin - knee + hip)


def pose_at(keyframes: tuple[Keyframe, ...], depth: float) -> Pose:
    """Return the pose at `depth` (0-1), between the keyframes around it."""
    before, after, share = _around(keyframes, depth)
    return Pose(**_mixed(before, after, share, Pose.__struct_fields__))


def front_pose_at(keyframes: tuple[FrontKeyframe, ...], depth: float) -> FrontPose:
    """Return the pose from the front at `depth` (0-1), between the keyframes around it."""
    before, after, share = _around(keyframes, depth)
    return FrontPose(**_mixed(before, after, share, FrontPose.__struct_fields__))


AnyKeyframe = TypeVar("AnyKeyframe", Keyframe, FrontKeyframe)


def _around(
    keyframes: tuple[AnyKeyframe, ...], depth: float
) -> tuple[AnyKeyframe, AnyKeyframe, float]:
    """Return the keyframes on both sides of `depth`, and how far it is from one to the other."""
    frames = sorted(keyframes, key=lambda frame: frame.at)
    before = after = frames[0]
    for after in frames:
        if after.at >= depth:
            break
        before = after
    span = after.at - before.at
    return before, after, (depth - before.at) / span if span > 0 else 0.0


def _mixed(before: Any, after: Any, share: float, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: _mix(getattr(before, name), getattr(after, name), share) for name in names}


def _mix(start: float | None, end: float | None, share: float) -> float | None:
    if start is None and end is None:
        return None
    start, end = start or 0.0, end or 0.0
    return start + (end - start) * share
