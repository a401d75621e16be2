"""Draws the figure: poses as shapes, shapes as braille dots or SVG.

Owns what a limb, a wall or a bell looks like. Where the joints are is `coach.figure`.
"""

from collections.abc import Sequence
from math import ceil, hypot

import msgspec

from hingecli.motion.figure import (
    HEAD,
    HEEL,
    TOE,
    Comparison,
    Figure,
    FrontPose,
    Point,
    Pose,
    Prop,
    Skeleton,
    front_skeleton,
    pose_at,
    skeleton,
)

HIPS_TO_WALL = 0.062
"""From the hip joint to the skin behind it (body heights)."""
_BELL, _PLATE, _DUMBBELL = 0.055, 0.128, 0.035
_HELD = frozenset({"bell", "dumbbell", "bar", "trap-bar", "cable"})
_PULLEY: Point = (-0.42, 0.06)
_HAND = 0.045
"""From the wrist, where the arm's length ends, to what it holds (body heights)."""


class Stroke(msgspec.Struct, frozen=True):
    """A limb from `a` to `b`, round at its ends, its radius going from `ra` to `rb`."""

    a: Point
    b: Point
    ra: float
    rb: float
    prop: bool = False


class Ring(msgspec.Struct, frozen=True):
    """A circle; an outline unless `full`."""

    centre: Point
    r: float
    full: bool = False
    prop: bool = False


Shape = Stroke | Ring
Box = tuple[float, float, float, float]


def lines(figure: Figure, depth: float, *, cols: int, rows: int) -> tuple[str, ...]:
    """Draw `figure` at `depth` (0-1) of its rep on `cols` x `rows` characters, or fewer."""
    box = _box([shape for at in (0.0, 0.5, 1.0) for shape in moment(figure, at)])
    return _braille(moment(figure, depth), box, cols=cols, rows=rows)


def card_lines(figure: Figure, *, cols: int, rows: int) -> tuple[str, ...]:
    """Draw the two key positions side by side with their labels below, each line as wide."""
    both = [moment(figure, 0.0), moment(figure, 1.0)]
    return _pair(both, figure.labels, cols=cols, rows=rows)


def compare_lines(comparison: Comparison, *, cols: int, rows: int) -> tuple[str, ...]:
    """Draw right beside wrong, labelled."""
    return _pair(_compared(comparison), ("right", "wrong"), cols=cols, rows=rows)


def moment(figure: Figure, depth: float) -> list[Shape]:
    """Return the shapes of `figure` at `depth`, with what it holds and stands by."""
    turn = skeleton(pose_at(figure.keyframes, 1.0))
    return _body(pose_at(figure.keyframes, depth), figure.props, turn=turn)


def svg(pictures: Sequence[tuple[str, list[Shape]]], *, height: int = 220) -> str:
    """Draw labelled pictures side by side as an SVG image; it follows light and dark."""
    box = _box([shape for _, shapes in pictures for shape in shapes])
    scale = height / (box[3] - box[1])
    base, foot = 8 + box[3] * scale, 8 + height
    room = (box[2] - box[0]) * scale
    wide = 24 + max(room, *(8.0 * len(label) for label, _ in pictures))
    parts = []
    for n, (label, shapes) in enumerate(pictures):
        shift = n * wide + (wide - room) / 2 - box[0] * scale
        parts.append(f'<g transform="translate({shift:.1f} {base:.1f}) scale({scale:.2f})">')
        parts += [_svg_shape(shape) for shape in shapes]
        parts.append(f'</g><text x="{(n + 0.5) * wide:.1f}" y="{foot + 20:.1f}">{label}</text>')
    size = f'width="{wide * len(pictures):.0f}" height="{height + 36}"'
    style = (
        ".l{stroke:#38566b;stroke-linecap:round;fill:none}.f{fill:#38566b}"
        ".p{stroke:#b4762c;stroke-linecap:round;fill:none}.q{fill:#b4762c}"
        "text{fill:#777;font:13px sans-serif;text-anchor:middle}"
        "@media(prefers-color-scheme:dark){.l{stroke:#8fc3dd}"
        ".f{fill:#8fc3dd}.p{stroke:#e0a860}.q{fill:#e0a860}}"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}><style>{style}</style>'
        f"{''.join(parts)}</svg>\n"
    )


def key_moments(figure: Figure) -> list[tuple[str, list[Shape]]]:
    """Return a drill's start, middle and turn, labelled."""
    start, turn = figure.labels
    return [
        (start, moment(figure, 0.0)),
        ("half way", moment(figure, 0.5)),
        (turn, moment(figure, 1.0)),
    ]


def compared(comparison: Comparison) -> list[tuple[str, list[Shape]]]:
    """Return a comparison's two labelled pictures."""
    return list(zip(("right", "wrong"), _compared(comparison), strict=True))


def _compared(comparison: Comparison) -> list[list[Shape]]:
    if comparison.front_right is not None and comparison.front_wrong is not None:
        return [_front(comparison.front_right), _front(comparison.front_wrong)]
    right, wrong = comparison.right or Pose(), comparison.wrong or Pose()
    turn = skeleton(right)
    return [_body(pose, comparison.props, turn=turn) for pose in (right, wrong)]


def _body(pose: Pose, props: tuple[Prop, ...], *, turn: Skeleton) -> list[Shape]:
    body = skeleton(pose)
    shapes: list[Shape] = []
    if body.free is not None:
        knee, ankle, toe = body.free
        shapes += [
            Stroke(body.hip, knee, 0.036, 0.026),
            Stroke(knee, ankle, 0.024, 0.016),
            Stroke(ankle, toe, 0.015, 0.012),
        ]
    shapes += [
        Stroke(body.heel, body.toe, 0.014, 0.012),
        Stroke(body.heel, body.ankle, 0.014, 0.016),
        Stroke(body.ankle, body.knee, 0.017, 0.026),
        Stroke(body.knee, body.hip, 0.027, 0.046),
    ]
    pieces = len(body.spine) - 1
    for n in range(pieces):
        girth = [0.048, 0.042, 0.040, 0.041, 0.043, 0.045, 0.045, 0.040, 0.030]
        shapes.append(Stroke(body.spine[n], body.spine[n + 1], girth[n], girth[n + 1]))
    shapes += [
        Stroke(body.shoulder, _along(body.shoulder, body.head, -HEAD), 0.018, 0.018),
        Ring(body.head, HEAD),
        Stroke(body.shoulder, body.elbow, 0.016, 0.014),
        Stroke(body.elbow, _grip(body) if _HELD & {*props} else body.hand, 0.014, 0.012),
    ]
    for prop in props:
        shapes += _prop(prop, body, turn)
    return shapes


def _prop(prop: Prop, body: Skeleton, turn: Skeleton) -> list[Shape]:
    hand = _grip(body)
    if prop == "wall":
        x = turn.hip[0] - HIPS_TO_WALL
        return [Stroke((x, 0.0), (x, 1.0), 0.0, 0.0, prop=True)]
    if prop == "dowel":
        return [_dowel(body)]
    if prop == "bell":
        centre = _along(body.elbow, hand, _BELL + 0.015)
        return [Ring(centre, _BELL, full=True, prop=True), Stroke(hand, centre, 0.01, 0.01, True)]
    if prop == "dumbbell":
        return [Ring(hand, _DUMBBELL, full=True, prop=True)]
    if prop in {"bar", "trap-bar"}:
        return [Ring(hand, _PLATE, prop=True), Ring(hand, 0.02, full=True, prop=True)]
    if prop == "bar-on-back":
        centre = _aside(body.spine[-2], body.spine[-1], 0.05)
        return [Ring(centre, _PLATE, prop=True), Ring(centre, 0.02, full=True, prop=True)]
    if prop == "cable":
        return [Stroke(hand, _PULLEY, 0.0, 0.0, True), Ring(_PULLEY, 0.03, prop=True)]
    if prop == "platform":
        return [Stroke((HEEL - 0.06, -0.04), (TOE + 0.06, -0.04), 0.02, 0.02, True)]
    x, y = _grip(turn)
    half = max(0.01, (y - _PLATE) / 2 - 0.004)
    return [Stroke((x - 0.03, half), (x + 0.03, half), half, half, True)]


def _grip(body: Skeleton) -> Point:
    return _along(body.elbow, body.hand, _HAND)


def _dowel(body: Skeleton) -> Shape:
    """Lay the stick on the sacrum and on the higher of upper back and head."""
    low = _aside(body.spine[0], body.spine[1], 0.057)
    high = _aside(body.spine[-2], body.spine[-1], 0.057)
    end, start = _along(low, high, 0.2), _along(high, low, 0.08)
    return Stroke(start, end, 0.0, 0.0, prop=True)


def _front(pose: FrontPose) -> list[Shape]:
    body = front_skeleton(pose)
    shapes: list[Shape] = []
    for side, (foot, knee, hip) in zip((-1, 1), body.legs, strict=True):
        toe = (foot[0] + side * 0.035, 0.0)
        shapes += [
            Stroke((foot[0], 0.012), toe, 0.016, 0.014),
            Stroke(foot, knee, 0.018, 0.026),
            Stroke(knee, hip, 0.028, 0.042),
        ]
    for n, shoulder in enumerate(body.shoulders):
        side = -1 if n == 0 else 1
        elbow = (shoulder[0] + side * 0.035, shoulder[1] - 0.165)
        shapes += [
            Stroke(shoulder, elbow, 0.018, 0.015),
            Stroke(elbow, (shoulder[0] + side * 0.02, elbow[1] - 0.155), 0.015, 0.012),
            Stroke(body.legs[n][2], (shoulder[0] * 0.65, shoulder[1]), 0.045, 0.03),
        ]
    shapes.append(Stroke((0.0, body.legs[0][2][1]), (0.0, body.shoulders[0][1]), 0.05, 0.08))
    shapes += [
        Stroke(body.shoulders[0], body.shoulders[1], 0.02, 0.02),
        Stroke(body.neck, _along(body.neck, body.head, -HEAD), 0.02, 0.02),
        Ring(body.head, HEAD),
    ]
    return shapes


def _along(a: Point, b: Point, beyond: float) -> Point:
    """Go `beyond` past `b`, coming from `a`."""
    size = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    return b[0] + (b[0] - a[0]) / size * beyond, b[1] + (b[1] - a[1]) / size * beyond


def _aside(a: Point, b: Point, away: float) -> Point:
    """Stand `away` behind `a`, square to the way from `a` to `b`."""
    size = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    return a[0] - (b[1] - a[1]) / size * away, a[1] + (b[0] - a[0]) / size * away


def _box(shapes: Sequence[Shape]) -> Box:
    xs, ys = [], [0.0]
    for shape in shapes:
        points = [shape.centre] if isinstance(shape, Ring) else [shape.a, shape.b]
        r = shape.r if isinstance(shape, Ring) else max(shape.ra, shape.rb)
        xs += [x + d for x, _ in points for d in (-r, r)]
        ys += [y + d for _, y in points for d in (-r, r)]
    return min(xs), min(ys), max(xs), max(ys)


def _pair(
    pictures: Sequence[Sequence[Shape]], labels: tuple[str, str], *, cols: int, rows: int
) -> tuple[str, ...]:
    box = _box([shape for shapes in pictures for shape in shapes])
    each = (cols - 2) // 2
    drawn = [_braille(shapes, box, cols=each, rows=rows - 1) for shapes in pictures]
    wide = max(len(drawn[0][0]), *(len(label) for label in labels))
    return (
        *(f"{left:<{wide}}  {right:<{wide}}" for left, right in zip(*drawn, strict=True)),
        f"{labels[0]:^{wide}}  {labels[1]:^{wide}}",
    )


def _braille(shapes: Sequence[Shape], box: Box, *, cols: int, rows: int) -> tuple[str, ...]:
    """Set the dots of `shapes`; 2 x 4 of them in a character."""
    left, bottom, right, top = box
    scale = min((cols * 2 - 2) / (right - left), (rows * 4 - 1) / (top - bottom))
    wide, high = ceil((right - left) * scale) + 1, rows * 4
    bits = [[0] * ((wide + 1) // 2) for _ in range(rows)]
    for shape in shapes:
        for x, y in _dots(shape, scale, left, bottom):
            row = high - 1 - y
            if 0 <= x < wide and 0 <= row < high:
                bits[row // 4][x // 2] |= _DOT[row % 4][x % 2]
    return tuple("".join(chr(0x2800 + cell) for cell in line) for line in bits)


_DOT = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))


def _dots(shape: Shape, scale: float, left: float, bottom: float) -> list[tuple[int, int]]:
    if isinstance(shape, Ring):
        return _ring_dots(shape, scale, left, bottom)
    ax, ay = (shape.a[0] - left) * scale, (shape.a[1] - bottom) * scale
    bx, by = (shape.b[0] - left) * scale, (shape.b[1] - bottom) * scale
    ra, rb = max(0.5, shape.ra * scale), max(0.5, shape.rb * scale)
    dx, dy = bx - ax, by - ay
    size = dx * dx + dy * dy or 1e-9
    if shape.ra == 0.0:
        return _thin(ax, ay, bx, by)
    reach = max(ra, rb)
    found = []
    for y in range(int(min(ay, by) - reach), int(max(ay, by) + reach) + 2):
        for x in range(int(min(ax, bx) - reach), int(max(ax, bx) + reach) + 2):
            t = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / size))
            r = ra + (rb - ra) * t
            if (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2 <= r * r:
                found.append((x, y))
    return found


def _thin(ax: float, ay: float, bx: float, by: float) -> list[tuple[int, int]]:
    """Every second dot of a line: things stand back behind the body."""
    steps = max(1, round(max(abs(bx - ax), abs(by - ay))))
    return [
        (round(ax + (bx - ax) * n / steps), round(ay + (by - ay) * n / steps))
        for n in range(0, steps + 1, 2)
    ]


def _ring_dots(ring: Ring, scale: float, left: float, bottom: float) -> list[tuple[int, int]]:
    cx, cy = (ring.centre[0] - left) * scale, (ring.centre[1] - bottom) * scale
    r = max(0.7, ring.r * scale)
    found = []
    for y in range(int(cy - r) - 1, int(cy + r) + 2):
        for x in range(int(cx - r) - 1, int(cx + r) + 2):
            away = hypot(x - cx, y - cy)
            if away <= r and (ring.full or away > r - 1.0):
                found.append((x, y))
    return found


def _svg_shape(shape: Shape) -> str:
    if isinstance(shape, Ring):
        x, y = shape.centre
        if shape.full:
            return f'<circle cx="{x:.4f}" cy="{-y:.4f}" r="{shape.r}" class="{"fq"[shape.prop]}"/>'
        return (
            f'<circle cx="{x:.4f}" cy="{-y:.4f}" r="{shape.r - 0.008:.3f}" '
            f'class="{"lp"[shape.prop]}" stroke-width="0.016"/>'
        )
    width = (shape.ra + shape.rb) or 0.014
    (ax, ay), (bx, by) = shape.a, shape.b
    return (
        f'<line x1="{ax:.4f}" y1="{-ay:.4f}" x2="{bx:.4f}" y2="{-by:.4f}" '
        f'class="{"lp"[shape.prop]}" stroke-width="{width:.4f}"/>'
    )
