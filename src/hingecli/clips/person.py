"""Finds a person in a frame and follows them, with BlazePose's landmark network alone.

Owns the squares that the network looks into. There is no detector: squares over the frame are
tried, and a square is moved onto what the network saw in it; from then on each frame's square
comes from the frame before.
"""

from math import atan2, cos, hypot, pi, sin
from pathlib import Path
from typing import Any, NamedTuple

import cv2
import numpy as np

from hingecli.clips.video import Picture
from hingecli.motion.film.track import LANDMARKS, Landmark

Matrix = Any
"""A numpy array of numbers."""

SIDE = 256
"""The side of the network's square input (px; BlazePose's model card)."""
PRESENT = 0.5
"""From this presence (0-1) on a person counts as found (the network's own default)."""
ROOM = 1.25
"""So much larger than the circle around a body is the square that it is looked for in."""
WARM, REACH = 0.5, 3
"""How far (cells) to each side a landmark's map is read where it is warm enough (BlazePose)."""
LOOKS = 3
"""How often a square is moved onto its own answer."""
TRIED = 2
"""So many of the squares over the frame, the most promising, are moved so."""
SEARCH_EVERY_S = 1.0
MOST_SEARCHES = 10
"""Searches that find nobody after which there is nobody."""
SHARES = ((1.0, 3), (0.6, 3))
"""Squares over the frame: their side as a share of its shorter side, how many lie in a row."""
_CENTRE, _RIM = 33, 34
"""Two more points that the network gives: mid-hip, and one on the circle around the body."""


class Square(NamedTuple):
    """A square of the frame: its centre and side (px), turned by `turn` (radians)."""

    x: float
    y: float
    side: float
    turn: float = 0.0


class Sighting(NamedTuple):
    """What the network saw: how sure it is (0-1), the landmarks, the square to look in next."""

    presence: float
    landmarks: tuple[Landmark, ...]
    square: Square


class Person:
    """Follows one person from frame to frame."""

    def __init__(self, model: Path) -> None:
        """Read the network from the file `model`, which was checked before."""
        self._net = _network(model)
        self._square: Square | None = None
        self._searched: float | None = None
        self.searches = 0

    @property
    def given_up(self) -> bool:
        """Whether enough searches found nobody to say that there is nobody."""
        return self.searches >= MOST_SEARCHES

    def find(self, frame: Picture, t: float) -> tuple[Landmark, ...] | None:
        """Return the landmarks (px) of the person in `frame`, which is of second `t`."""
        if self._square is not None:
            seen = self._look(frame, self._square)
            if seen.presence >= PRESENT:
                self._square = seen.square
                return seen.landmarks
            self._square = None
        if self._searched is not None and t - self._searched < SEARCH_EVERY_S:
            return None
        self._searched = t
        found = self._search(frame)
        if found is None:
            self.searches += 1
            return None
        self.searches = 0
        self._searched = None
        self._square = found.square
        return found.landmarks

    def _search(self, frame: Picture) -> Sighting | None:
        height, width = frame.shape[:2]
        seen = [self._look(frame, square) for square in squares_over(width, height)]
        seen.sort(key=lambda sighting: sighting.presence, reverse=True)
        best: Sighting | None = None
        for start in seen[:TRIED]:
            moved = start
            for _ in range(LOOKS):
                if not _within(moved.square, width, height):
                    break
                moved = self._look(frame, moved.square)
            else:
                if moved.presence >= PRESENT and (best is None or moved.presence > best.presence):
                    best = moved
        return best

    def _look(self, frame: Picture, square: Square) -> Sighting:
        """Ask the network about one square of the frame."""
        to_frame = _to_frame(square)
        crop = cv2.warpAffine(
            frame, to_frame, (SIDE, SIDE), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        )
        self._net.setInput(cv2.dnn.blobFromImage(crop, 1 / 255, (SIDE, SIDE), swapRB=True))
        raw, presence, heat = self._net.forward(("Identity", "Identity_1", "Identity_3"))
        points = _sharpened(np.asarray(raw, dtype=np.float64).reshape(-1, 5), heat[0])
        placed = points[:, :2] @ to_frame[:, :2].T + to_frame[:, 2]
        depth = points[:, 2] * (square.side / SIDE)
        visible = 1 / (1 + np.exp(-np.clip(points[:, 3], -60, 60)))
        landmarks = tuple(
            Landmark(float(placed[n, 0]), float(placed[n, 1]), float(depth[n]), float(visible[n]))
            for n in range(LANDMARKS)
        )
        centre, rim = placed[_CENTRE], placed[_RIM]
        dx, dy = float(rim[0] - centre[0]), float(rim[1] - centre[1])
        around = Square(
            x=float(centre[0]),
            y=float(centre[1]),
            side=2 * hypot(dx, dy) * ROOM,
            turn=pi / 2 - atan2(-dy, dx),
        )
        return Sighting(float(np.asarray(presence).ravel()[0]), landmarks, around)


def _sharpened(points: Matrix, heat: Any) -> Matrix:
    """Move each landmark to the middle of what is warm around it on its own map of the square.

    The two points of the square stay as they are: its place must not jump. On our clip this halves
    the error of the knee, and without it raised heels cannot be told.
    """
    moved = points.copy()
    cells = heat.shape[-1]
    size = SIDE / cells
    for n in range(LANDMARKS):
        x, y = int(points[n, 0] / size), int(points[n, 1] / size)
        if not (0 <= x < cells and 0 <= y < cells):
            continue
        left, top = max(0, x - REACH), max(0, y - REACH)
        around = heat[n, top : y + REACH + 1, left : x + REACH + 1].astype(np.float64)
        warmth = 1 / (1 + np.exp(-np.clip(around, -60, 60)))
        if warmth.max() < WARM:
            continue
        rows, columns = np.indices(warmth.shape)
        moved[n, 0] = ((columns + left) * warmth).sum() / warmth.sum() * size
        moved[n, 1] = ((rows + top) * warmth).sum() / warmth.sum() * size
    return moved


def squares_over(width: int, height: int) -> list[Square]:
    """Return squares that cover a frame (px): all of it, then rows of smaller ones."""
    found = [Square(width / 2, height / 2, float(max(width, height)))]
    for share, in_row in SHARES:
        side = share * min(width, height)
        across = in_row if width > side else 1
        down = in_row if height > side else 1
        found += [
            Square(_place(n, across, width, side), _place(m, down, height, side), side)
            for m in range(down)
            for n in range(across)
        ]
    return found


def _place(n: int, of: int, length: float, side: float) -> float:
    if of == 1:
        return length / 2
    return side / 2 + (length - side) * n / (of - 1)


def _within(square: Square, width: int, height: int) -> bool:
    """Return whether a square can hold a person of this frame."""
    longer = max(width, height)
    return (
        0.1 * min(width, height) <= square.side <= 3 * longer
        and 0 <= square.x <= width
        and 0 <= square.y <= height
    )


def _to_frame(square: Square) -> Matrix:
    """Return the affine map from the network's pixels to the frame's."""
    scale = square.side / SIDE
    c, s = scale * cos(square.turn), scale * sin(square.turn)
    half = SIDE / 2
    return np.array(
        [
            [c, -s, square.x - c * half + s * half],
            [s, c, square.y - s * half - c * half],
        ]
    )


def _network(model: Path) -> Any:
    """Read the network. OpenCV 5 needs to be told its older engine; 4 has no other."""
    engine = getattr(cv2.dnn, "ENGINE_CLASSIC", None)
    if engine is None:
        return cv2.dnn.readNetFromTFLite(str(model))
    return cv2.dnn.readNetFromTFLite(str(model), engine)
