"""Reads a pose track that any tool may have made: JSON, packed or not.

Owns the sentences for what is no track. The format is in the README.
"""

import json
import zlib
from math import isfinite
from typing import Any, Final

import msgspec

from hingecli.errors import UsageError
from hingecli.motion.film.track import LANDMARKS, Frame, Landmark, Track
from hingecli.refusals import REFUSALS

MOST_BYTES: Final = 64_000_000
"""Of a track's text: two minutes at 60 frames a second take some 20 MB."""
MOST_PIXELS: Final = 100_000
MOST_UNITS: Final = 1e9
"""No coordinate of a landmark lies beyond; larger ones overflow when they are squared."""

_MOST_SHARE: Final = 2.0
"""Shares of the picture are 0-1; a little more where a limb is out of it."""
_GZIP = b"\x1f\x8b"
_UNPACK_GZIP = 31
_FORMAT = "hinge film --help names the format."


class _Raw(msgspec.Struct):
    """A track as written. What other tools add is left alone."""

    fps: float
    width: float
    height: float
    frames: tuple["_RawFrame", ...]


class _RawFrame(msgspec.Struct):
    t: float
    landmarks: tuple[tuple[float, float, float, float], ...] | None


def read_track(raw: bytes) -> Track:
    """Read a track. Raises UsageError with a sentence that names what does not fit."""
    text = _unpacked(raw)
    try:
        read = msgspec.json.decode(text, type=_Raw)
    except REFUSALS as error:
        raise UsageError(_why(text)) from error
    fault = _fault(read)
    if fault is not None:
        raise UsageError(fault)
    return Track(
        fps=read.fps,
        width=read.width,
        height=read.height,
        frames=tuple(
            Frame(
                frame.t,
                None
                if frame.landmarks is None
                else tuple(Landmark(*point) for point in frame.landmarks),
            )
            for frame in read.frames
        ),
    )


def _unpacked(raw: bytes) -> bytes:
    if raw.startswith(_GZIP):
        unpacker = zlib.decompressobj(_UNPACK_GZIP)
        try:
            raw = unpacker.decompress(raw, MOST_BYTES + 1)
        except zlib.error as error:
            raise UsageError("the packed track is damaged. Make or copy it again.") from error
        if len(raw) <= MOST_BYTES and not unpacker.eof:
            raise UsageError("the packed track ends too early. Make or copy it again.")
    if len(raw) > MOST_BYTES:
        raise UsageError(
            f"the track is larger than {MOST_BYTES // 1_000_000} MB. Make it of a shorter clip."
        )
    return raw


def _fault(read: _Raw) -> str | None:
    if not (isfinite(read.fps) and read.fps > 0):
        return f"fps is {read.fps:g}; it should be more than 0."
    for name, pixels in (("width", read.width), ("height", read.height)):
        if not 0 < pixels <= MOST_PIXELS:
            return f"{name} is {pixels:g} px; it should be 1-{MOST_PIXELS}."
    if not read.frames:
        return "the track has no frames."
    last = -1.0
    for number, frame in enumerate(read.frames, 1):
        fault = _frame_fault(frame, after=last)
        if fault is not None:
            return f"frame {number}: {fault}"
        last = frame.t
    if _are_shares(read.frames):
        return "x and y are shares of the picture. Write px: x times the width, y times the height."
    return None


def _are_shares(frames: tuple[_RawFrame, ...]) -> bool:
    """Return whether landmarks are told in 0-1, as some trackers do: their angles would be wrong.

    A body whose points all lie within so few px is no body.
    """
    points = [point for frame in frames for point in frame.landmarks or ()]
    return 0 < max((max(abs(x), abs(y)) for x, y, _, _ in points), default=0.0) <= _MOST_SHARE


def _frame_fault(frame: _RawFrame, *, after: float) -> str | None:
    if not after < frame.t <= MOST_UNITS or frame.t < 0:
        return f"t is {frame.t:g}; seconds should grow from frame to frame."
    if frame.landmarks is None:
        return None
    if len(frame.landmarks) != LANDMARKS:
        return f"{len(frame.landmarks)} landmarks; a body has {LANDMARKS}, in BlazePose's order."
    for number, (x, y, z, visibility) in enumerate(frame.landmarks):
        if not (abs(x) <= MOST_UNITS and abs(y) <= MOST_UNITS and abs(z) <= MOST_UNITS):
            return f"landmark {number} is nowhere: x, y and z should be plain numbers."
        if not 0 <= visibility <= 1:
            return f"landmark {number}: visibility is {visibility:g}; it should be 0-1."
    return None


def _why(text: bytes) -> str:
    """Say what is wrong with what could not be read; found by a look at the values."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return f"no clip and no pose track. {_FORMAT}"
    if not isinstance(found, dict) or not isinstance(found.get("frames"), list):
        return f"no pose track: there is no list of frames. {_FORMAT}"
    for key in ("fps", "width", "height"):
        if not _is_number(found.get(key)):
            return f"no pose track: {key} should be a number. {_FORMAT}"
    for number, frame in enumerate(found["frames"], 1):
        fault = _shape_fault(frame)
        if fault is not None:
            return f"frame {number}: {fault} {_FORMAT}"
    return f"no pose track that hinge can read. {_FORMAT}"


def _shape_fault(frame: Any) -> str | None:
    if not isinstance(frame, dict) or "landmarks" not in frame:
        return "t and landmarks are needed."
    if not _is_number(frame.get("t")):
        return "t should be seconds."
    points = frame["landmarks"]
    if points is None:
        return None
    if not isinstance(points, list):
        return f"landmarks should be a list of {LANDMARKS}, or null."
    for number, point in enumerate(points):
        if not (isinstance(point, list) and len(point) == 4 and all(map(_is_number, point))):
            return f"landmark {number} should be four numbers: x, y, z, visibility."
    return None


def _is_number(value: Any) -> bool:
    """Return whether `value` is a number that JSON has, not NaN or Infinity."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) <= MOST_UNITS
