"""One person seen from the side, as series over time: which side is near, angles, places.

Owns the angles' definitions. All in degrees and px; forward is the way that the feet point.
"""

from collections.abc import Iterable, Sequence
from math import atan2, degrees, hypot
from statistics import fmean, median
from typing import Literal, NamedTuple

from hingecli.motion.film.grid import Series, series, times
from hingecli.motion.film.parameters import FilmGuide
from hingecli.motion.film.pieces import Piece
from hingecli.motion.film.track import ANKLES, EARS, HEELS, HIPS, KNEES, NOSE, SHOULDERS, TOES

BodySide = Literal["left", "right"]

_PAIRS = {
    "ear": EARS,
    "shoulder": SHOULDERS,
    "hip": HIPS,
    "knee": KNEES,
    "ankle": ANKLES,
    "heel": HEELS,
    "toe": TOES,
}
_FACE_DEAD = 0.05
"""Feet and faces that point less far aside (trunk lengths) point nowhere."""


class Trace(NamedTuple):
    """Where one landmark is over time (px), and how well it is seen (0-1)."""

    x: Series
    y: Series
    z: Series
    visibility: Series


class FilmedBody(NamedTuple):
    """A person over the times `t`: the landmarks of the left and of the right, and the nose."""

    t: Series
    left: dict[str, Trace]
    right: dict[str, Trace]
    nose: Trace

    def of(self, side: BodySide) -> dict[str, Trace]:
        """Return the landmarks of one side."""
        return self.left if side == "left" else self.right


class Angles(NamedTuple):
    """The body's angles (degrees) at each time, seen from one side.

    `trunk`, `thigh`, `shin`: from upright, forward is positive. `head` and `foot`: up from level.
    `knee_x`: the knee before the ankle, in trunk lengths.
    """

    trunk: Series
    thigh: Series
    shin: Series
    head: Series
    foot: Series
    knee_x: Series

    @property
    def knee(self) -> Series:
        """Flexion of the knee; 0 is straight."""
        return [shin - thigh for shin, thigh in zip(self.shin, self.thigh, strict=True)]

    @property
    def hip(self) -> Series:
        """Flexion of the hip; 0 is straight."""
        return [trunk - thigh for trunk, thigh in zip(self.trunk, self.thigh, strict=True)]

    @property
    def neck(self) -> Series:
        """The head bent back on the trunk."""
        return [head + trunk for head, trunk in zip(self.head, self.trunk, strict=True)]


def body_of(piece: Piece, guide: FilmGuide) -> FilmedBody:
    """Put the person of `piece` on even steps of time."""
    at = times(piece, guide.grid)

    def line(landmark: int) -> Trace:
        return Trace(*series(piece, landmark, at, guide.grid))

    return FilmedBody(
        t=at,
        left={name: line(pair[0]) for name, pair in _PAIRS.items()},
        right={name: line(pair[1]) for name, pair in _PAIRS.items()},
        nose=line(NOSE),
    )


def trunk_length(body: FilmedBody) -> float:
    """Return the length of the trunk (px), as it mostly is in the clip."""
    return max(
        median(map(hypot, _minus(side["shoulder"].x, side["hip"].x),
                   _minus(side["shoulder"].y, side["hip"].y)))
        for side in (body.left, body.right)
    )  # fmt: skip


def turned(body: FilmedBody, frames: Iterable[int], trunk: float) -> float:
    """Return how far the body is turned from the side: its width in trunk lengths."""
    chosen = tuple(frames)
    return max(
        median(abs(body.left[name].x[n] - body.right[name].x[n]) for n in chosen) / trunk
        for name in ("shoulder", "hip")
    )


def near_side(body: FilmedBody, frames: Iterable[int]) -> BodySide:
    """Return the side that is nearer to the camera, by the smaller depth.

    A track without depth says it by where the feet point.
    """
    chosen = tuple(frames)
    depths = [
        fmean(
            body.left[name].z[n] - body.right[name].z[n]
            for name in ("shoulder", "hip", "knee", "ankle")
        )
        for n in chosen
    ]
    deeper = median(depths)
    if deeper == 0:
        return "right" if forward(body, chosen, trunk_length(body)) > 0 else "left"
    return "right" if deeper > 0 else "left"


def standing_side(body: FilmedBody) -> BodySide:
    """Return the side of the leg that stands: its ankle keeps its place."""

    def moves(side: BodySide) -> float:
        ankle = body.of(side)["ankle"]
        x, y = median(ankle.x), median(ankle.y)
        return fmean(hypot(ankle.x[n] - x, ankle.y[n] - y) for n in range(len(body.t)))

    return "left" if moves("left") < moves("right") else "right"


def forward(body: FilmedBody, frames: Iterable[int], trunk: float) -> int:
    """Return the way that the body mostly faces in the picture: 1 right, -1 left, 0 neither."""
    ways = [_way(body, n, trunk) for n in frames]
    right, left = ways.count(1), ways.count(-1)
    return 0 if right == left else 1 if right > left else -1


def flips(body: FilmedBody, frames: Iterable[int], trunk: float, way: int) -> float:
    """Return in which share (0-1) of the frames the body faces against `way`."""
    ways = [_way(body, n, trunk) for n in frames]
    return ways.count(-way) / len(ways)


def angles_of(body: FilmedBody, side: BodySide, way: int, trunk: float) -> Angles:
    """Measure the body's angles from one side; `way` is forward in the picture: 1 or -1."""
    near = body.of(side)
    return Angles(
        trunk=_lean(near["hip"], near["shoulder"], way),
        thigh=_lean(near["knee"], near["hip"], way),
        shin=_lean(near["ankle"], near["knee"], way),
        head=_rise(near["ear"], body.nose, way),
        foot=_rise(near["heel"], near["toe"], way),
        knee_x=[
            way * (knee - ankle) / trunk
            for knee, ankle in zip(near["knee"].x, near["ankle"].x, strict=True)
        ],
    )


def bend(body: FilmedBody, side: BodySide) -> Series:
    """Return how far the hip is bent whichever way (degrees): 180 less the angle of its bones."""
    return _bend(body.of(side), "shoulder", "hip", "knee")


def knee_bend(body: FilmedBody, side: BodySide) -> Series:
    """Return the same of the knee."""
    return _bend(body.of(side), "hip", "knee", "ankle")


def _bend(side: dict[str, Trace], upper: str, joint: str, lower: str) -> Series:
    a, b, c = side[upper], side[joint], side[lower]
    found = []
    for n in range(len(b.x)):
        first = atan2(a.y[n] - b.y[n], a.x[n] - b.x[n])
        second = atan2(c.y[n] - b.y[n], c.x[n] - b.x[n])
        found.append(abs(180 - abs(degrees(first - second)) % 360))
    return found


def _way(body: FilmedBody, n: int, trunk: float) -> int:
    """Return the way that the feet point in a frame, or the faces where the feet point nowhere."""
    sides = (body.left, body.right)
    for aside in (
        fmean(side["toe"].x[n] - side["heel"].x[n] for side in sides),
        body.nose.x[n] - fmean(side["ear"].x[n] for side in sides),
    ):
        if abs(aside) > _FACE_DEAD * trunk:
            return 1 if aside > 0 else -1
    return 0


def _lean(low: Trace, high: Trace, way: int) -> Series:
    """Return how far the line from `low` to `high` leans forward of upright."""
    return [
        degrees(atan2(way * dx, dy))
        for dx, dy in zip(_minus(high.x, low.x), _minus(low.y, high.y), strict=True)
    ]


def _rise(back: Trace, front: Trace, way: int) -> Series:
    """Return how far the line from `back` to `front` rises over level."""
    return [
        degrees(atan2(dy, way * dx))
        for dx, dy in zip(_minus(front.x, back.x), _minus(back.y, front.y), strict=True)
    ]


def _minus(a: Sequence[float], b: Sequence[float]) -> Series:
    return [x - y for x, y in zip(a, b, strict=True)]
