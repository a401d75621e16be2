"""The pose track: where a person's landmarks are, frame by frame. BlazePose's order."""

from typing import Final, NamedTuple

import msgspec

LANDMARKS: Final = 33
"""BlazePose's landmarks of a body."""

NOSE: Final = 0
EARS: Final = (7, 8)
"""Pairs are left, right, of the person."""
SHOULDERS: Final = (11, 12)
HIPS: Final = (23, 24)
KNEES: Final = (25, 26)
ANKLES: Final = (27, 28)
HEELS: Final = (29, 30)
TOES: Final = (31, 32)


class Landmark(NamedTuple):
    """A point of the body (px, y down); a smaller `z` is nearer, on any scale; visibility 0-1."""

    x: float
    y: float
    z: float
    visibility: float


class Frame(msgspec.Struct, frozen=True):
    """One picture of the clip at `t` seconds; None where nobody was found."""

    t: float
    landmarks: tuple[Landmark, ...] | None


class Track(msgspec.Struct, frozen=True, kw_only=True):
    """What was seen of a person in a clip of `width` x `height` px; frames in order of time."""

    fps: float
    width: float
    height: float
    frames: tuple[Frame, ...]

    @property
    def seconds(self) -> float:
        """How long it lasts, to the hundredth."""
        return round(self.frames[-1].t - self.frames[0].t, 2)
