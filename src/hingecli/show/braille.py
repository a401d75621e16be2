"""Shapes as braille: 2 x 4 dots in a character.

Owns the dots alone: what there is to draw comes from `shapes`.
"""

from collections.abc import Iterator, Sequence
from math import ceil, floor, sqrt

from hingecli.motion.geometry import Circle, tangent
from hingecli.show.shapes import Box, Shape, Stroke

SMALL = 80.0
"""Below so many dots for a body's height a head is a disc apart from the body, as on a road sign:
its outline would run together, and its neck with the chest."""
FINE = 90.0
"""From so many on a limb before the body stands out from it by a dark edge."""
_DOT = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_BLANK = 0x2800
_EDGE = 1e-9
"""What rounding may take away: a dot on the very edge counts."""
DotRow = tuple[int, int, int]
"""A row of dots, counted from below, and its first and last dot."""


def scale_for(boxes: Sequence[Box], *, cols: int, rows: int) -> float:
    """Return how many dots a body's height can have where `boxes` stand side by side.

    `cols` and `rows` are the characters that there are for them.
    """
    wide = sum(right - left for left, _, right, _ in boxes)
    high = max(top - bottom for _, bottom, _, top in boxes)
    return min((cols * 2 - 2 * len(boxes)) / wide, (rows * 4 - 1) / high)


def braille(shapes: Sequence[Shape], box: Box, *, scale: float, rows: int) -> tuple[str, ...]:
    """Draw `shapes`, and all that `box` covers, at `scale` dots for a body's height."""
    left, bottom, right, _ = box
    paper = _Paper(ceil((right - left) * scale) + 1, rows)
    for shape in shapes:
        if shape.fine and scale < SMALL:
            continue
        if isinstance(shape, Stroke):
            placed = _at(shape, scale, left, bottom)
            if shape.near and scale >= FINE:
                paper.clear(_stroke(placed, wider=1.0))
            paper.set(_thin(placed) if shape.ra == 0.0 else _stroke(placed))
            continue
        centre = (shape.centre[0] - left) * scale, (shape.centre[1] - bottom) * scale
        circle = (centre, max(0.7, shape.r * scale))
        if shape.head and scale < SMALL:
            (x, y), r = round_head = _on_grid(circle)
            paper.clear(_disc(((x, y), r + 1.0)))
            paper.set(_disc(round_head))
        else:
            paper.set(_disc(circle) if shape.full else _ring(circle))
    return paper.lines()


class _Paper:
    """A field of dots: each of its rows a number, each dot a bit of it."""

    def __init__(self, wide: int, rows: int) -> None:
        self._cells = (wide + 1) // 2
        self._all = (1 << wide) - 1
        self._rows = [0] * (rows * 4)

    def set(self, spans: Iterator[DotRow]) -> None:
        for y, bits in self._inside(spans):
            self._rows[y] |= bits

    def clear(self, spans: Iterator[DotRow]) -> None:
        for y, bits in self._inside(spans):
            self._rows[y] &= ~bits

    def lines(self) -> tuple[str, ...]:
        fours = zip(*(self._rows[n::4] for n in range(4)), strict=True)
        return tuple(
            "".join(chr(_BLANK + _cell(four, 2 * column)) for column in range(self._cells))
            for four in fours
        )

    def _inside(self, spans: Iterator[DotRow]) -> Iterator[tuple[int, int]]:
        for up, first, last in spans:
            y = len(self._rows) - 1 - up
            if 0 <= y < len(self._rows) and last >= 0:
                yield y, ((1 << last + 1) - (1 << max(0, first))) & self._all


def _cell(four: tuple[int, ...], at: int) -> int:
    """Return the braille bits of the two columns of dots from `at` on, in four rows."""
    found = 0
    for row, (left, right) in zip(four, _DOT, strict=True):
        found |= (row >> at & 1) * left | (row >> at + 1 & 1) * right
    return found


def _at(stroke: Stroke, scale: float, left: float, bottom: float) -> Stroke:
    """Return `stroke` measured in dots."""
    (ax, ay), (bx, by) = stroke.a, stroke.b
    return Stroke(
        ((ax - left) * scale, (ay - bottom) * scale),
        ((bx - left) * scale, (by - bottom) * scale),
        stroke.ra * scale,
        stroke.rb * scale,
    )


def _stroke(stroke: Stroke, *, wider: float = 0.0) -> Iterator[DotRow]:
    """Fill a limb: its two round ends and what lies between the lines along both."""
    one = (stroke.a, max(0.5, stroke.ra) + wider)
    other = (stroke.b, max(0.5, stroke.rb) + wider)
    corners = (*tangent(one, other), *tangent(other, one))
    sides = tuple(zip(corners, (*corners[1:], corners[0]), strict=True))
    low = min(y - r for (_, y), r in (one, other))
    high = max(y + r for (_, y), r in (one, other))
    for y in range(ceil(low), floor(high) + 1):
        edges = [x for circle in (one, other) for x in _cut(circle, y)]
        for (px, py), (qx, qy) in sides:
            if min(py, qy) <= y <= max(py, qy) and py != qy:
                edges.append(px + (y - py) * (qx - px) / (qy - py))
        first, last = ceil(min(edges) - _EDGE), floor(max(edges) + _EDGE)
        if first <= last:
            yield y, first, last


def _thin(stroke: Stroke) -> Iterator[DotRow]:
    """Every second dot of a line: things stand back behind the body."""
    (ax, ay), (bx, by) = stroke.a, stroke.b
    steps = max(1, round(max(abs(bx - ax), abs(by - ay))))
    for n in range(0, steps + 1, 2):
        x = round(ax + (bx - ax) * n / steps)
        yield round(ay + (by - ay) * n / steps), x, x


def _disc(circle: Circle) -> Iterator[DotRow]:
    (_, cy), r = circle
    for y in range(ceil(cy - r), floor(cy + r) + 1):
        left, right = _cut(circle, y)
        first, last = ceil(left - _EDGE), floor(right + _EDGE)
        if first <= last:
            yield y, first, last


def _on_grid(circle: Circle) -> Circle:
    """Move a small disc to where its dots are the same on all sides."""
    (x, y), r = circle
    across = round(2 * r)
    half = 0.5 if across % 2 == 0 else 0.0
    return (round(x - half) + half, round(y - half) + half), across / 2 + 0.05


def _ring(circle: Circle) -> Iterator[DotRow]:
    """Draw the outermost dots of a disc."""
    centre, r = circle
    for y, first, last in _disc(circle):
        inner = _cut((centre, max(0.0, r - 1.0)), y)
        left, right = (floor(inner[0]), ceil(inner[1])) if inner else (last, last)
        yield y, first, left
        yield y, right, last


def _cut(circle: Circle, y: float) -> tuple[float, ...]:
    """Return where a circle is cut at height `y`: two places, or none."""
    (cx, cy), r = circle
    half = r * r - (y - cy) ** 2
    if half < -_EDGE:
        return ()
    half = sqrt(max(0.0, half))
    return cx - half, cx + half
