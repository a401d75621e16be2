"""Points and the ways from one to the next: lengths in body heights, angles in degrees."""

from math import cos, hypot, radians, sin

Point = tuple[float, float]
Circle = tuple[Point, float]
"""Its middle and its radius."""


def up(start: Point, length: float, angle: float) -> Point:
    """Go `length` from `start`, `angle` degrees forward of straight up."""
    return start[0] + length * sin(radians(angle)), start[1] + length * cos(radians(angle))


def down(start: Point, length: float, angle: float) -> Point:
    """Go `length` from `start`, `angle` degrees forward of straight down."""
    return start[0] + length * sin(radians(angle)), start[1] - length * cos(radians(angle))


def turned(point: Point, pivot: Point, angle: float) -> Point:
    """Turn `point` about `pivot` so that what lies behind it rises by `angle` degrees."""
    x, y = point[0] - pivot[0], point[1] - pivot[1]
    a = radians(-angle)
    return pivot[0] + x * cos(a) - y * sin(a), pivot[1] + x * sin(a) + y * cos(a)


def middle(first: Point, second: Point) -> Point:
    """Return the point half way."""
    return part_way(first, second, 0.5)


def part_way(first: Point, second: Point, share: float) -> Point:
    """Return the point that lies `share` (0-1) of the way from `first` to `second`."""
    return (
        first[0] + (second[0] - first[0]) * share,
        first[1] + (second[1] - first[1]) * share,
    )


def along(a: Point, b: Point, beyond: float) -> Point:
    """Go `beyond` past `b`, coming from `a`."""
    size = distance(a, b) or 1.0
    return b[0] + (b[0] - a[0]) / size * beyond, b[1] + (b[1] - a[1]) / size * beyond


def aside(a: Point, b: Point, away: float, *, at: Point | None = None) -> Point:
    """Stand `away` to the left of the way from `a` to `b`, beside `at` or else beside `a`."""
    size = distance(a, b) or 1.0
    x, y = at or a
    return x - (b[1] - a[1]) / size * away, y + (b[0] - a[0]) / size * away


def offset(a: Point, b: Point, point: Point) -> float:
    """Return how far `point` lies to the left of the line from `a` to `b`; right is negative."""
    size = distance(a, b) or 1.0
    return ((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])) / size


def foot_of(a: Point, b: Point, point: Point) -> Point:
    """Return the point on the line from `a` to `b` that is nearest to `point`."""
    return aside(a, b, -offset(a, b, point), at=point)


def tangent(first: Circle, second: Circle) -> tuple[Point, Point]:
    """Return where the line that leaves both circles to its right touches them."""
    (a, ra), (b, rb) = first, second
    size = distance(a, b) or 1.0
    # The line leans by the difference of the two, so that it is square to both of its spokes.
    slant = (ra - rb) / size
    upright = max(0.0, 1.0 - slant**2) ** 0.5
    ahead = (b[0] - a[0]) / size * slant, (b[1] - a[1]) / size * slant
    return (
        aside(a, b, ra * upright, at=(a[0] + ra * ahead[0], a[1] + ra * ahead[1])),
        aside(a, b, rb * upright, at=(b[0] + rb * ahead[0], b[1] + rb * ahead[1])),
    )


def distance(one: Point, other: Point) -> float:
    """Return how far apart two points are."""
    return hypot(other[0] - one[0], other[1] - one[1])


def joint_between(a: Point, b: Point, from_a: float, from_b: float) -> Point:
    """Return the joint `from_a` away from `a` and `from_b` from `b`, right of the way to `b`.

    Where no joint can reach both it lies between them, in proportion.
    """
    reach = distance(a, b)
    if not abs(from_a - from_b) < reach < from_a + from_b:
        return part_way(a, b, from_a / (from_a + from_b))
    share = (from_a**2 - from_b**2 + reach**2) / (2 * reach**2)
    away = (from_a**2 - (share * reach) ** 2) ** 0.5
    return aside(a, b, -away, at=part_way(a, b, share))
