"""Finds the reps of a film: how often the hips bend and come back while the feet stay.

Owns what a rep is. Judges none.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot
from statistics import median
from typing import NamedTuple

from hingecli.motion.film.body import BodySide, FilmedBody, Trace, bend
from hingecli.motion.film.parameters import RepRule

_LEAST_INNER = 2
_NEAR = 0.95
"""So near its deepest a rep is at its turn; a held one has it in the middle of the hold."""


class RepSpan(NamedTuple):
    """Frames of one rep: where the hips begin to bend, where they turn, where they are back.

    From `deep` to `rise` they are near their deepest. At `free` the next rep begins, or the clip
    ends.
    """

    start: int
    turn: int
    end: int
    free: int
    deep: int
    rise: int

    @property
    def bottom(self) -> range:
        """The frames in which the hips are near their deepest."""
        return range(self.deep, self.rise + 1)


def find_reps(
    body: FilmedBody, side: BodySide, rule: RepRule, *, trunk: float, hz: int
) -> list[RepSpan]:
    """Return the reps in order; none where the hips move too little, or the foot of `side` goes."""
    flexion = bend(body, side)
    foot = body.of(side)["ankle"]
    planted = _planted(foot, trunk, rule, hz)
    still = [flexion[n] for n in range(len(flexion)) if planted[n]]
    brief = max(1, round(rule.brief_s * hz))
    if len(still) <= 2 * brief:
        return []
    ordered = sorted(still)
    low, high = ordered[brief], ordered[-brief]
    reach = high - low
    if reach < rule.range_deg:
        return []
    bends = _bends(
        flexion,
        low=low + reach * rule.low_percent / 100,
        high=low + reach * rule.high_percent / 100,
    )
    long_enough = [
        (start, end)
        for start, end in bends
        if end - start >= rule.bent_s * hz and _stays(foot, start, end, rule, trunk)
    ]
    half = max(1, round(rule.turn_s * hz / 2))
    spans = []
    for number, (start, end) in enumerate(long_enough):
        fresh = long_enough[number - 1][1] if number else 0
        last = number + 1 == len(long_enough)
        free = len(flexion) - 1 if last else long_enough[number + 1][0]
        whole = _straight(flexion, end, free) - _straight(flexion, fresh, start)
        if whole >= rule.least_s * hz:
            spans.append(_span(flexion, start, end, free=free, half=half))
    return spans


def set_of(
    spans: Sequence[RepSpan], knees: Sequence[float], rule: RepRule, *, hz: int
) -> list[RepSpan]:
    """Return the reps of the set: without the weight picked up before and set down behind it.

    `knees` says how far the knee is bent in each frame (degrees). Of fewer than two reps between
    the first and the last nothing is known of the set.
    """
    inner = spans[1:-1]
    if len(inner) < _LEAST_INNER:
        return list(spans)
    pauses = [after.start - before.end for before, after in pairwise(spans)]
    pause = max(rule.apart_s * hz, rule.apart * max(pauses[1:-1]))
    long = rule.longer * median(span.end - span.start for span in inner)
    bent = rule.knees_deg + median(knees[span.turn] for span in inner)

    def is_beside(span: RepSpan, to_set: int) -> bool:
        unlike = span.end - span.start > long or knees[span.turn] > bent
        return to_set > pause and unlike

    first = 1 if is_beside(spans[0], pauses[0]) else 0
    last = len(spans) - 1 if is_beside(spans[-1], pauses[-1]) else len(spans)
    return list(spans[first:last])


def _span(flexion: Sequence[float], start: int, end: int, *, free: int, half: int) -> RepSpan:
    """Return the rep from `start` to `end`, at its bottom for `half` around its turn at least."""
    turn = _turn(flexion, start, end)
    deep = [n for n in range(start, end + 1) if _is_deep(flexion, n, turn)]
    return RepSpan(
        start=start,
        turn=turn,
        end=end,
        free=free,
        deep=max(start, min(deep[0], turn - half)),
        rise=min(end, max(deep[-1], turn + half)),
    )


def _bends(flexion: Sequence[float], *, low: float, high: float) -> list[tuple[int, int]]:
    """Return where the hips bend over `high`, each from leaving `low` to being back under it."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    deep = False
    for n, angle in enumerate(flexion):
        if angle < low:
            if start is not None and deep:
                found.append((start, n))
            start, deep = n, False
        elif start is not None and angle > high:
            deep = True
    return found


def _turn(flexion: Sequence[float], start: int, end: int) -> int:
    """Return the middle of the time that the hips are near their deepest."""
    deepest = max(range(start, end + 1), key=lambda n: flexion[n])
    near = [n for n in range(start, end + 1) if _is_deep(flexion, n, deepest)]
    return near[len(near) // 2]


def _is_deep(flexion: Sequence[float], n: int, deepest: int) -> bool:
    return flexion[n] >= _NEAR * flexion[deepest]


def _straight(flexion: Sequence[float], first: int, last: int) -> int:
    """Return the frame from `first` to `last` in which the hips are straightest."""
    return min(range(first, last + 1), key=lambda n: flexion[n])


def _stays(foot: Trace, start: int, end: int, rule: RepRule, trunk: float) -> bool:
    """Return whether a foot is where it was: at the end of the bend, and never far from there."""
    far = max(_away(foot, start, n) for n in range(start, end + 1))
    return far <= rule.travel * trunk and _away(foot, start, end) <= rule.drift * trunk


def _planted(foot: Trace, trunk: float, rule: RepRule, hz: int) -> list[bool]:
    """Return in which frames a foot is not on its way: a walk is in no one's range."""
    half, last = hz // 2, len(foot.x) - 1
    return [
        _away(foot, max(0, n - half), min(last, n + half)) <= rule.drift * trunk
        for n in range(last + 1)
    ]


def _away(line: Trace, a: int, b: int) -> float:
    return hypot(line.x[b] - line.x[a], line.y[b] - line.y[a])
