"""Draws the figure: in a terminal as braille, elsewhere as an SVG image.

Owns what stands beside what, and the labels. Shapes are `shapes`, dots are `braille`.
"""

from collections.abc import Sequence

from hingecli.motion.figure import Comparison, Figure
from hingecli.motion.geometry import tangent
from hingecli.show.braille import braille, scale_for
from hingecli.show.shapes import Ring, Shape, Stroke, box_of, moment, sides

LabelledShapes = tuple[str, list[Shape]]
"""A label, and what stands above it."""

PERSON = 26.0
"""With fewer dots for a body's height than this nobody sees a person: nothing is drawn."""
_GAP = 2
"""Columns between two figures."""
_MARGIN, _LABEL_HEIGHT, _LABEL_WIDTH = 8.0, 28.0, 8.0
"""Around an image, below it for the labels, for a letter of one (pixels)."""
_LINE = 0.014
"""How thick a line without girth is drawn (body heights)."""
_OUTLINE = 0.016


def lines(figure: Figure, depth: float, *, cols: int, rows: int) -> tuple[str, ...]:
    """Draw `figure` at `depth` (0-1) of its rep on `cols` x `rows` characters, or fewer."""
    box = box_of([shape for at in (0.0, 0.5, 1.0) for shape in moment(figure, at)])
    scale = scale_for([box], cols=cols, rows=rows)
    return braille(moment(figure, depth), box, scale=scale, rows=rows)


def card_lines(figure: Figure, *, cols: int, rows: int) -> tuple[str, ...]:
    """Draw the two key positions side by side with their labels below, each line as wide.

    Empty where they would be too small to be seen as a person, or their labels too wide.
    """
    both = [moment(figure, 0.0), moment(figure, 1.0)]
    return _pair(both, figure.labels, cols=cols, rows=rows)


def compare_lines(comparison: Comparison, *, cols: int, rows: int) -> tuple[str, ...]:
    """Draw the right form beside the other, labelled; empty where that would be too small."""
    return _pair(sides(comparison), comparison.labels, cols=cols, rows=rows)


def key_moments(figure: Figure) -> list[LabelledShapes]:
    """Return a drill's start, middle and turn, labelled."""
    start, turn = figure.labels
    return [
        (start, moment(figure, 0.0)),
        ("half way", moment(figure, 0.5)),
        (turn, moment(figure, 1.0)),
    ]


def compared(comparison: Comparison) -> list[LabelledShapes]:
    """Return a comparison's two labelled pictures."""
    return list(zip(comparison.labels, sides(comparison), strict=True))


def comparison_svg(comparison: Comparison, *, title: str, text: str = "", height: int = 220) -> str:
    """Draw the right form beside the other as an SVG image that stands on its own.

    `title` names it and `text` says what it shows, for those who do not see it. It can be put into
    a page as it is: it loads nothing, its style reaches nothing else, and it has no ids.
    """
    return svg(compared(comparison), title=title, text=text, height=height)


def svg(
    pictures: Sequence[LabelledShapes], *, title: str, text: str = "", height: int = 220
) -> str:
    """Draw labelled pictures side by side as an SVG image; it follows light and dark.

    `height` is that of the figures (pixels); the labels stand below.
    """
    from html import escape

    box = box_of([shape for _, shapes in pictures for shape in shapes])
    scale = height / (box[3] - box[1])
    base, foot = _MARGIN + box[3] * scale, _MARGIN + height
    room = (box[2] - box[0]) * scale
    each = 3 * _MARGIN + max(room, *(_LABEL_WIDTH * len(label) for label, _ in pictures))
    parts = []
    for n, (label, shapes) in enumerate(pictures):
        shift = n * each + (each - room) / 2 - box[0] * scale
        parts.append(f'<g transform="translate({shift:.1f} {base:.1f}) scale({scale:.2f})">')
        parts += [_svg_shape(shape) for shape in shapes]
        middle = (n + 0.5) * each
        parts.append(f'</g><text x="{middle:.1f}" y="{foot + 20:.1f}">{escape(label)}</text>')
    wide, high = round(each * len(pictures)), round(foot + _LABEL_HEIGHT)
    described = f"<title>{escape(title)}</title>" + (f"<desc>{escape(text)}</desc>" if text else "")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="hinge-figure" role="img" '
        f'aria-label="{escape(title)}" viewBox="0 0 {wide} {high}" width="{wide}" '
        f'height="{high}">{described}<style>{_STYLE}</style>{"".join(parts)}</svg>\n'
    )


def _style() -> str:
    """Return the colours on light and on dark, for these images alone."""
    light = {"body": "#38566b", "near": "#7f9fb4", "thing": "#b4762c", "words": "#566470"}
    dark = {"body": "#8fc3dd", "near": "#54839c", "thing": "#e0a860", "words": "#a9b6bf"}

    def rules(colours: dict[str, str]) -> str:
        return "".join(
            f".hinge-figure .{name}{{stroke:{colour}}}.hinge-figure .full-{name}{{fill:{colour}}}"
            for name, colour in colours.items()
            if name != "words"
        ) + (f".hinge-figure text{{fill:{colours['words']}}}")

    return (
        ".hinge-figure line,.hinge-figure .ring{stroke-linecap:round;fill:none}"
        ".hinge-figure text{font:13px sans-serif;text-anchor:middle}"
        f"{rules(light)}@media(prefers-color-scheme:dark){{{rules(dark)}}}"
    )


_STYLE = _style()


def _svg_shape(shape: Shape) -> str:
    if isinstance(shape, Ring):
        x, y = shape.centre
        name = "thing" if shape.thing else "body"
        place = f'cx="{x:.4f}" cy="{-y:.4f}"'
        if shape.full:
            return f'<circle {place} r="{shape.r}" class="full-{name}"/>'
        return (
            f'<circle {place} r="{shape.r - _OUTLINE / 2:.3f}" class="ring {name}" '
            f'stroke-width="{_OUTLINE}"/>'
        )
    name = "thing" if shape.thing else "near" if shape.near else "body"
    if shape.ra > 0.0:
        return f'<path d="{_outline(shape)}" class="full-{name}"/>'
    (ax, ay), (bx, by) = shape.a, shape.b
    return (
        f'<line x1="{ax:.4f}" y1="{-ay:.4f}" x2="{bx:.4f}" y2="{-by:.4f}" class="{name}" '
        f'stroke-width="{_LINE}"/>'
    )


def _outline(limb: Stroke) -> str:
    """Return the way around a limb: along one side, around its end, back, around its beginning."""
    left = tangent((limb.a, limb.ra), (limb.b, limb.rb))
    right = tangent((limb.b, limb.rb), (limb.a, limb.ra))
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = ((x, -y) for x, y in (*left, *right))
    near, far = f"{limb.ra:.4f}", f"{limb.rb:.4f}"
    wide, narrow = int(limb.ra > limb.rb), int(limb.rb > limb.ra)
    return (
        f"M{ax:.4f} {ay:.4f}L{bx:.4f} {by:.4f}A{far} {far} 0 {narrow} 1 {cx:.4f} {cy:.4f}"
        f"L{dx:.4f} {dy:.4f}A{near} {near} 0 {wide} 1 {ax:.4f} {ay:.4f}Z"
    )


def _pair(
    pictures: Sequence[Sequence[Shape]], labels: tuple[str, str], *, cols: int, rows: int
) -> tuple[str, ...]:
    boxes = [box_of(shapes) for shapes in pictures]
    low, high = min(box[1] for box in boxes), max(box[3] for box in boxes)
    boxes = [(left, low, right, high) for left, _, right, _ in boxes]
    scale = scale_for(boxes, cols=cols - _GAP, rows=rows - 1)
    if scale < PERSON:
        return ()
    columns = [
        [*braille(shapes, box, scale=scale, rows=rows - 1), label]
        for shapes, box, label in zip(pictures, boxes, labels, strict=True)
    ]
    widths = [max(map(len, column)) for column in columns]
    if sum(widths) + _GAP > cols:
        return ()
    *drawn, words = zip(*columns, strict=True)
    gap = " " * _GAP
    return (
        *(gap.join(part.ljust(w) for part, w in zip(row, widths, strict=True)) for row in drawn),
        gap.join(word.center(w) for word, w in zip(words, widths, strict=True)),
    )
