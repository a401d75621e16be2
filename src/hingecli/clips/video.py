"""A clip's pictures, one after the other with their seconds, and as few of them as are needed.

Owns decoding. What FFmpeg says on stderr is hushed at the descriptor: its words are for nobody.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import cv2

from hingecli.errors import UsageError

Picture = Any
"""A numpy array of rows, columns and the colours blue, green, red."""

PER_SECOND = 15
"""So many pictures a second are looked at: a quick rep has twenty of them."""
LONGEST_SIDE = 1280
"""Larger pictures are made so small first (px): thin limbs would be lost between the dots."""
_LEAD_S = 1.0
_MOST_FPS, _MOST_FRAMES = 1000, 1_000_000
_OPTIONS = "OPENCV_FFMPEG_CAPTURE_OPTIONS"
_NO_FILM = (
    "has no pictures that can be read: it may be sound alone, or cut short. Film one set from the "
    "side with your phone, and name that file."
)


class Shot(NamedTuple):
    """One picture of a clip, made smaller by `shrunk` where it was large, at `t` seconds."""

    t: float
    picture: Picture
    shrunk: float


class Clip(NamedTuple):
    """What a clip says of itself: px; frames a second. How long it is, is not asked."""

    width: int
    height: int
    fps: float


def measure(path: Path) -> Clip:
    """Return a clip's size. Raises UsageError where it has no picture."""
    capture = _open(path)
    try:
        for _, picture, shrunk in _sampled(capture, 0.0, None, PER_SECOND):
            height, width = picture.shape[:2]
            return Clip(round(width / shrunk), round(height / shrunk), _fps(capture))
    finally:
        capture.release()
    raise UsageError(f"{path.name} {_NO_FILM}")


def claimed_seconds(path: Path) -> float | None:
    """Return how long a clip claims to be: for a bar, which may lie; None where that is absurd."""
    capture = _open(path)
    try:
        fps, frames = capture.get(cv2.CAP_PROP_FPS), capture.get(cv2.CAP_PROP_FRAME_COUNT)
    finally:
        capture.release()
    return frames / fps if 1 <= fps <= _MOST_FPS and 0 < frames < _MOST_FRAMES else None


def lasts_longer(path: Path, seconds: float) -> bool:
    """Return whether a clip surely has a picture later than `seconds`; False if that is unknown."""
    capture = _open(path)
    try:
        return bool(
            capture.set(cv2.CAP_PROP_POS_MSEC, 1000 * (seconds + _LEAD_S))
            and capture.grab()
            and capture.get(cv2.CAP_PROP_POS_MSEC) > 1000 * seconds
        )
    finally:
        capture.release()


def shots(
    path: Path, *, begin: float = 0.0, end: float | None = None, per_second: float = PER_SECOND
) -> Iterator[Shot]:
    """Return the pictures from `begin` to `end` (seconds), `per_second` of them or all there are.

    Raises UsageError where the file has no picture.
    """
    capture = _open(path)
    try:
        if begin > _LEAD_S and not _skip(capture, begin):
            capture.release()
            capture = _open(path)
        yield from _sampled(capture, begin, end, per_second)
    finally:
        capture.release()


@contextmanager
def hushed() -> Iterator[TextIO]:
    """Keep what libraries print on stderr off the screen; what is written to the value is seen."""
    sys.stderr.flush()
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    try:
        with os.fdopen(os.dup(kept), "w", encoding="utf-8", errors="replace") as seen:
            yield seen
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _open(path: Path) -> Any:
    os.environ[_OPTIONS] = "protocol_whitelist;file"  # a clip may not fetch anything
    with suppress(AttributeError, cv2.error):
        cv2.setLogLevel(0)
    capture = cv2.VideoCapture(str(path.resolve()), cv2.CAP_FFMPEG)
    if not capture.isOpened():
        capture.release()
        raise UsageError(f"{path.name} {_NO_FILM}")
    capture.set(cv2.CAP_PROP_ORIENTATION_AUTO, 1)
    return capture


def _fps(capture: Any) -> float:
    fps = float(capture.get(cv2.CAP_PROP_FPS))
    return fps if 1 <= fps <= _MOST_FPS else float(PER_SECOND)


def _skip(capture: Any, begin: float) -> bool:
    """Go to a little before `begin`; return whether the clip is surely not past it."""
    went = capture.set(cv2.CAP_PROP_POS_MSEC, 1000 * (begin - _LEAD_S)) and capture.grab()
    return bool(went) and 0 < capture.get(cv2.CAP_PROP_POS_MSEC) <= 1000 * begin


def _sampled(capture: Any, begin: float, end: float | None, per_second: float) -> Iterator[Shot]:
    fps = _fps(capture)
    step, due, last = 1 / per_second, begin, -1.0
    while capture.grab():
        t = capture.get(cv2.CAP_PROP_POS_MSEC) / 1000
        if not t > last:  # some files have no times of their own
            t = max(0.0, last) + 1 / fps if last >= 0 else 0.0
        last = t
        if end is not None and t > end:
            return
        if t < due - 1e-3:
            continue
        due = max(due + step, t + step / 2)
        taken, picture = capture.retrieve()
        if taken and picture is not None and picture.size:
            yield _small(t, picture)


def _small(t: float, picture: Picture) -> Shot:
    shrunk = min(1.0, LONGEST_SIDE / max(picture.shape[:2]))
    if shrunk < 1:
        picture = cv2.resize(picture, None, fx=shrunk, fy=shrunk, interpolation=cv2.INTER_AREA)
    return Shot(t, picture, shrunk)
