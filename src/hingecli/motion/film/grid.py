"""Puts a piece of a track on even steps of time and smooths it: series of numbers, side by side.

Owns gaps and filters. A filter that counts frames would eat the quick reps of a clip that has few.
"""

from collections.abc import Iterable, Sequence

from hingecli.motion.film.parameters import Grid
from hingecli.motion.film.pieces import Piece

Series = list[float]

PER_LANDMARK = 4
"""x, y, z and visibility, each a series of its own."""
PLACE = 2
"""The first two are smoothed: of depth and visibility only the middle is ever asked."""


def times(piece: Piece, rule: Grid) -> Series:
    """Return the even steps (seconds) from the piece's first frame to its last."""
    first = piece.frames[0].t
    return [first + n / rule.hz for n in range(int(piece.seconds * rule.hz + 1e-6) + 1)]


def series(piece: Piece, landmark: int, at: Sequence[float], rule: Grid) -> list[Series]:
    """Return x, y, z and visibility of a landmark at the times `at`, its place smoothed.

    A piece has no longer gaps than may be filled: between two frames lies a straight line.
    """
    known = [frame.t for frame in piece.frames]
    marks = [frame.landmarks[landmark] for frame in piece.frames if frame.landmarks is not None]
    raw: list[Series] = [[] for _ in range(PER_LANDMARK)]
    n = 0
    for t in at:
        while n + 2 < len(known) and known[n + 1] <= t:
            n += 1
        share = min(1.0, (t - known[n]) / (known[n + 1] - known[n]))
        for values, before, after in zip(raw, marks[n], marks[n + 1], strict=True):
            values.append(before + (after - before) * share)
    return [*(smooth(values, rule) for values in raw[:PLACE]), *raw[PLACE:]]


def smooth(values: Sequence[float], rule: Grid) -> Series:
    """Take spikes out by a median, then round the steps off by a mean."""
    calm = [sorted(window)[len(window) // 2] for window in _windows(values, rule.median_s, rule.hz)]
    return [sum(window) / len(window) for window in _windows(calm, rule.mean_s, rule.hz)]


def _windows(values: Sequence[float], seconds: float, hz: int) -> Iterable[Sequence[float]]:
    """Return the values around each value, as many before as after it, fewer at the ends."""
    half = round(seconds * hz) // 2
    for n in range(len(values)):
        reach = min(half, n, len(values) - 1 - n)
        yield values[n - reach : n + reach + 1]
