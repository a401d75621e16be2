"""Shapes as braille: 2 x 4 dots in a character.

Owns the dots alone: what there is to draw comes from `shapes`.
"""

from collections.abc import Iterator, Sequence
from math import ceil, hypot

from hingecli.show.shapes import Box, Shape, Stroke

SMALL = 80.0
"""Below so many dots for a body's height a head is a disc apart from the body, as on a road sign:
its outline would run together, and its neck with the chest."""
FINE = 90.0
"""From so many on a limb before the body stands out from it by a dark edge."""
_DOT = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_BLANK = 0x2800


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
        x, y = (shape.centre[0] - left) * scale, (shape.centre[1] - bottom) * scale
        apart = shape.head and scale < SMALL
        if apart:
            paper.clear(_ring(x, y, shape.r * scale + 1.0, full=True))
        paper.set(_ring(x, y, max(0.7, shape.r * scale), full=shape.full or apart))
    return paper.lines()


class _Paper:
    """A field of dots."""

    def __init__(self, wide: int, rows: int) -> None:
        self._wide, self._high = wide, rows * 4
        self._cells = [[0] * ((wide + 1) // 2) for _ in range(rows)]

    def set(self, dots: "Iterator[tuple[int, int]]") -> None:
        for row, column, bit in self._inside(dots):
            self._cells[row][column] |= bit

    def clear(self, dots: "Iterator[tuple[int, int]]") -> None:
        for row, column, bit in self._inside(dots):
            self._cells[row][column] &= ~bit

    def lines(self) -> tuple[str, ...]:
        return tuple("".join(chr(_BLANK + cell) for cell in line) for line in self._cells)

    def _inside(self, dots: "Iterator[tuple[int, int]]") -> "Iterator[tuple[int, int, int]]":
        for x, up in dots:
            y = self._high - 1 - up
            if 0 <= x < self._wide and 0 <= y < self._high:
                yield y // 4, x // 2, _DOT[y % 4][x % 2]


def _at(stroke: Stroke, scale: float, left: float, bottom: float) -> Stroke:
    """Return `stroke` measured in dots."""
    (ax, ay), (bx, by) = stroke.a, stroke.b
    return Stroke(
        ((ax - left) * scale, (ay - bottom) * scale),
        ((bx - left) * scale, (by - bottom) * scale),
        stroke.ra * scale,
        stroke.rb * scale,
    )


def _stroke(stroke: Stroke, *, wider: float = 0.0) -> Iterator[tuple[int, int]]:
    (ax, ay), (bx, by) = stroke.a, stroke.b
    ra, rb = (max(0.5, r) + wider for r in (stroke.ra, stroke.rb))
    dx, dy = bx - ax, by - ay
    size = dx * dx + dy * dy or 1e-9
    reach = max(ra, rb)
    for y in range(int(min(ay, by) - reach), int(max(ay, by) + reach) + 2):
        for x in range(int(min(ax, bx) - reach), int(max(ax, bx) + reach) + 2):
            t = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / size))
            r = ra + (rb - ra) * t
            if (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2 <= r * r:
                yield x, y


def _thin(stroke: Stroke) -> Iterator[tuple[int, int]]:
    """Every second dot of a line: things stand back behind the body."""
    (ax, ay), (bx, by) = stroke.a, stroke.b
    steps = max(1, round(max(abs(bx - ax), abs(by - ay))))
    for n in range(0, steps + 1, 2):
        yield round(ax + (bx - ax) * n / steps), round(ay + (by - ay) * n / steps)


def _ring(cx: float, cy: float, r: float, *, full: bool) -> Iterator[tuple[int, int]]:
    for y in range(int(cy - r) - 1, int(cy + r) + 2):
        for x in range(int(cx - r) - 1, int(cx + r) + 2):
            away = hypot(x - cx, y - cy)
            if away <= r and (full or away > r - 1.0):
                yield x, y
