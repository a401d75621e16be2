"""Cuts a track into pieces of one person, and picks the one to look at.

Owns what another person is: hips that jump. Looks at no angle.
"""

from collections.abc import Sequence
from math import hypot
from typing import NamedTuple

from hingecli.motion.film.parameters import PieceRule
from hingecli.motion.film.track import ANKLES, HIPS, KNEES, SHOULDERS, Frame, Landmark, Track
from hingecli.motion.geometry import Point

_LEGS_PER_TRUNK = 0.6
"""The trunk's length over the leg's: from the front a bent trunk is short in the picture, a leg
stays (segment lengths after Winter, Biomechanics and Motor Control, table 4.1)."""


class Piece(NamedTuple):
    """Frames of one person, in order, each with landmarks; `of` counts those without, too."""

    frames: tuple[Frame, ...]
    of: int

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.frames[-1].t - self.frames[0].t

    @property
    def found(self) -> float:
        """In which share of its frames (0-1) the person was found."""
        return len(self.frames) / self.of


class CutTrack(NamedTuple):
    """A track in pieces, and whether the hips jump from one of them to the next."""

    pieces: tuple[Piece, ...]
    jumps: bool


def cut(track: Track, rule: PieceRule) -> CutTrack:
    """Cut `track` where one person ends and where nobody is seen."""
    groups: list[list[tuple[int, Frame]]] = []
    jumps: set[int] = set()
    for number, frame in enumerate(track.frames):
        if frame.landmarks is None or not _trunk(frame):
            continue  # a trunk in one point: nobody was found
        if not groups:
            groups.append([(number, frame)])
            continue
        before = groups[-1][-1][1]
        if _jumps(before, frame, rule):
            home = _home(groups, frame, rule)
            if home is None:
                jumps.add(len(groups))
                groups.append([(number, frame)])
            else:
                del groups[home + 1 :]
                groups[home].append((number, frame))
                jumps = {at for at in jumps if at <= home}
        elif frame.t - before.t > rule.lost_s:
            groups.append([(number, frame)])
        else:
            groups[-1].append((number, frame))
    pieces = tuple(
        Piece(tuple(frame for _, frame in group), group[-1][0] - group[0][0] + 1)
        for group in groups
    )
    return CutTrack(pieces, bool(jumps))


def middle(landmarks: Sequence[Landmark], pair: tuple[int, int]) -> Point:
    """Return the point between the left and the right of a pair of landmarks."""
    left, right = landmarks[pair[0]], landmarks[pair[1]]
    return (left.x + right.x) / 2, (left.y + right.y) / 2


def _home(groups: list[list[tuple[int, Frame]]], frame: Frame, rule: PieceRule) -> int | None:
    """Return the group that the person of `frame` left for a moment, as when the camera slipped."""
    for at in range(len(groups) - 2, -1, -1):
        last = groups[at][-1][1]
        if frame.t - last.t > rule.glitch_s:
            return None
        if not _jumps(last, frame, rule):
            return at
    return None


def _jumps(before: Frame, after: Frame, rule: PieceRule) -> bool:
    (ax, ay), (bx, by) = _hips(before), _hips(after)
    size = max(_size(before), _size(after))
    return hypot(bx - ax, by - ay) > rule.jump * size


def _hips(frame: Frame) -> Point:
    return middle(frame.landmarks or (), HIPS)


def _size(frame: Frame) -> float:
    """Return the length of the trunk (px), also of one that is bent towards the camera."""
    marks = frame.landmarks or ()
    shoulder, hip, knee, ankle = (middle(marks, pair) for pair in (SHOULDERS, HIPS, KNEES, ANKLES))
    leg = _length(hip, knee) + _length(knee, ankle)
    return max(_length(shoulder, hip), _LEGS_PER_TRUNK * leg)


def _trunk(frame: Frame) -> float:
    shoulder, hip = (middle(frame.landmarks or (), pair) for pair in (SHOULDERS, HIPS))
    return _length(shoulder, hip)


def _length(a: Point, b: Point) -> float:
    return hypot(b[0] - a[0], b[1] - a[1])
