"""A picture of a rep's turn: the frame, the skeleton drawn on it, its words below.

Owns its look. The words stand under the picture, never over the feet.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np

from hingecli.clips.video import Picture, shots
from hingecli.errors import UsageError
from hingecli.motion.film.track import (
    ANKLES,
    EARS,
    HEELS,
    HIPS,
    KNEES,
    NOSE,
    SHOULDERS,
    TOES,
    Landmark,
)

_NEAR, _FAR, _JOINT = (60, 160, 250), (150, 130, 90), (255, 255, 255)
_PAPER, _INK = 255, (40, 40, 40)
_CHAIN = (EARS, SHOULDERS, HIPS, KNEES, ANKLES, HEELS, TOES)
_FONT = cv2.FONT_HERSHEY_SIMPLEX
_ASCII = str.maketrans({"–": "-", "’": "'"})


def pictures_at(path: Path, moments: Sequence[float]) -> list[Picture]:
    """Return a clip's pictures at `moments` (seconds, rising). Raises UsageError without one."""
    found: list[Picture] = []
    wanted = list(moments)
    lead = 1.0
    for t, picture, _ in shots(path, begin=max(0.0, wanted[0] - lead), per_second=1000):
        while wanted and t >= wanted[0] - _SAME_S:
            found.append(picture)
            wanted.pop(0)
        if not wanted:
            return found
    raise UsageError(f"{path.name} could not be read a second time. Try it again.")


_SAME_S = 0.002
"""Two readings of a clip give a picture the same moment, to the millisecond."""


def drawn(
    picture: Picture,
    landmarks: Sequence[Landmark],
    *,
    near: int,
    scale: float,
    words: Iterable[str],
) -> bytes:
    """Return a JPEG of `picture` with its skeleton and the `words` below.

    `near` is 0 where the left side is nearer, 1 where the right is; `scale` makes the landmarks'
    px those of the picture.
    """
    shown = picture.copy()
    unit = max(1, round(max(picture.shape[:2]) / 320))
    for side in (1 - near, near):
        points = [_place(landmarks[pair[side]], scale) for pair in _CHAIN]
        points[0:1] = [_place(landmarks[NOSE], scale), points[0]]
        colour = _NEAR if side == near else _FAR
        for a, b in pairwise(points):
            cv2.line(shown, a, b, colour, unit * (2 if side == near else 1), cv2.LINE_AA)
        if side == near:
            for point in points:
                cv2.circle(shown, point, unit * 2, _JOINT, -1, cv2.LINE_AA)
    whole = np.vstack([shown, _caption(shown.shape[1], [line.translate(_ASCII) for line in words])])
    taken, raw = cv2.imencode(".jpg", whole, [cv2.IMWRITE_JPEG_QUALITY, 90])
    if not taken:
        raise UsageError("the picture could not be made.")
    return bytes(raw)


def _place(mark: Landmark, scale: float) -> tuple[int, int]:
    return round(mark.x * scale), round(mark.y * scale)


def _caption(width: int, words: Sequence[str]) -> Picture:
    """Return a white strip of `width` px with the words, broken between them to fit."""
    size = max(0.4, width / 1100)
    thick = max(1, round(size * 1.6))
    (_, high), below = cv2.getTextSize("Hg", _FONT, size, thick)
    room = width - 2 * high
    lines = [line for text in words for line in _broken(text, room, size, thick)]
    step = round((high + below) * 1.4)
    paper = np.full((step * len(lines) + high, width, 3), _PAPER, dtype=np.uint8)
    for n, line in enumerate(lines):
        at = (high, high + step * n + high)
        cv2.putText(paper, line, at, _FONT, size, _INK, thick, cv2.LINE_AA)
    return paper


def _broken(text: str, room: int, size: float, thick: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and cv2.getTextSize(longer, _FONT, size, thick)[0][0] > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
