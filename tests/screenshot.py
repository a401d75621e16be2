"""Turns what a terminal shows into an SVG image, still or moving, that no font can break.

Dots, bars and lines are drawn as such; words are set letter by letter on the terminal's grid.
Nothing is loaded from anywhere, and nothing runs.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from rich.console import Console
from rich.style import Style
from rich.text import Text

WIDE, HIGH = 9.6, 19.2
"""A cell (pixels): so that the dots of braille stand in a square grid."""
TALL = HIGH + 1.0
"""A bar reaches into the row below, or a seam would be seen between the two."""
DOT = WIDE / 2
MARGIN = 14.0
BAR = 30.0
"""The bar above, with the window's title."""
FONTS = "ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace"

Colours = dict[str, str]
DARK: Colours = {
    "paper": "#111418", "bar": "#1c2127", "ink": "#dee1e6", "244": "#8a9097", "31": "#2fa5c7",
    "64": "#7db043", "166": "#e58e3c", "161": "#ee5a86",
}  # fmt: skip
LIGHT: Colours = {
    "paper": "#ffffff", "bar": "#eef0f2", "ink": "#1e2228", "244": "#666c73", "31": "#00759c",
    "64": "#4a7a16", "166": "#b8570a", "161": "#c2185b",
}  # fmt: skip

_BRAILLE = 0x2800
_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_BLOCKS = {"█": 1.0, "▉": 0.875, "▊": 0.75, "▋": 0.625, "▌": 0.5, "▍": 0.375, "▎": 0.25, "▏": 0.125}
_SHADES = {"░": 0.22, "▒": 0.45, "▓": 0.7}
_CONSOLE = Console()
_RUN = re.compile(
    r"[\u2801-\u28ff]+(?:\u2800+[\u2801-\u28ff]+)*|─+|[█▉▊▋▌▍▎▏]+|░+|▒+|▓+"
    r"|[^\s\u2800-\u28ff─█▉▊▋▌▍▎▏░▒▓]+(?:[ \u00a0][^\s\u2800-\u28ff─█▉▊▋▌▍▎▏░▒▓]+)*"
)
"""What is drawn together: dots, a line, a bar, or words one space apart."""
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-ln-z]|\x1b[=>]|[\x07\r]")


class Frame(NamedTuple):
    """What stood on the screen, from `at` on (seconds)."""

    at: float
    rows: tuple[str, ...]
    """Each row as the elements that draw it."""


def rows_of(printed: str) -> tuple[str, ...]:
    """Return each row of printed text, with its colours, as the elements that draw it."""
    lines = _CONTROL.sub("", printed).rstrip("\n").split("\n")
    return tuple(_row(Text.from_ansi(line)) for line in lines)


def still(rows: Sequence[str], *, columns: int, title: str, colours: Colours) -> str:
    """Draw one screen."""
    body = "".join(_placed(row, n) for n, row in enumerate(rows))
    return _window(body, columns=columns, rows=len(rows), title=title, style=_style(colours))


def moving(frames: Sequence[Frame], *, until: float, columns: int, title: str) -> str:
    """Draw screens that follow each other as they did, until `until` (seconds), over and over.

    They stand in a long strip behind the window, which jumps from one to the next. Who asked
    their system for less motion sees the last one, still.
    """
    shared = _shared(frames)
    wide, pitch = columns * WIDE, columns * WIDE + MARGIN
    rows = max(n for frame in frames for n, row in enumerate(frame.rows, 1) if row)
    defs = "".join(f'<g id="r{id_}">{row}</g>' for row, id_ in shared.items())
    strip = "".join(
        f'<g transform="translate({n * pitch:.0f} 0)">'
        + "".join(
            f'<use href="#r{shared[row]}" y="{line * HIGH:.1f}"/>'
            for line, row in enumerate(frame.rows)
            if row
        )
        + "</g>"
        for n, frame in enumerate(frames)
    )
    begin = frames[0].at
    shares = [100 * (frame.at - begin) / (until - begin) for frame in frames]
    places = [f"{{transform:translateX({-n * pitch:.0f}px)}}" for n in range(len(frames))]
    steps = "".join(f"{share:.2f}%{place}" for share, place in zip(shares, places, strict=True))
    style = (
        f"{_style(DARK)}@media(prefers-color-scheme:light){{{_style(LIGHT)}}}"
        f"@keyframes walk{{{steps}}}"
        f".strip{{animation:walk {until - begin:.2f}s step-end infinite}}"
        f"@media(prefers-reduced-motion:reduce)"
        f"{{.strip{{animation:none}}.strip{places[-1]}}}"
    )
    body = (
        f'<defs>{defs}</defs><svg width="{wide:.1f}" height="{rows * HIGH:.1f}">'
        f'<g class="strip">{strip}</g></svg>'
    )
    return _window(body, columns=columns, rows=rows, title=title, style=style)


def _shared(frames: Iterable[Frame]) -> dict[str, int]:
    """Number each different row once."""
    rows = dict.fromkeys(row for frame in frames for row in frame.rows if row)
    return {row: n for n, row in enumerate(rows)}


def _placed(row: str, line: int) -> str:
    return f'<g transform="translate(0 {line * HIGH:.1f})">{row}</g>' if row else ""


def _row(text: Text) -> str:
    """Draw a row: cells of one look and one kind together."""
    looks = [_look(text.get_style_at_offset(_CONSOLE, n)) for n in range(len(text))]
    parts = []
    for run in _RUN.finditer(text.plain):
        first = run.start()
        for look, group in groupby(range(*run.span()), key=looks.__getitem__):
            signs = "".join(text.plain[n] for n in group)
            kept = signs.strip()
            at = first + len(signs) - len(signs.lstrip())
            if kept:
                parts.append(_DRAW[_kind(kept[0])](kept, at, look))
            first += len(signs)
    return "".join(parts)


def _kind(sign: str) -> str:
    if _BRAILLE < ord(sign) < _BRAILLE + 0x100:
        return "dots"
    if sign == "─":
        return "line"
    return "bar" if sign in _BLOCKS else "shade" if sign in _SHADES else "words"


def _look(style: Style) -> str:
    """Return the classes of a cell's style."""
    colour = style.color
    known = colour is not None and str(colour.number) in DARK
    names = [f"c{colour.number}" if known and colour is not None else "c"]
    return " ".join([*names, *(["b"] if style.bold else [])])


def _words(signs: str, column: int, look: str) -> str:
    x, wide = column * WIDE, len(signs) * WIDE
    return (
        f'<text x="{x:.1f}" y="{HIGH * 0.76:.1f}" textLength="{wide:.1f}" '
        f'lengthAdjust="spacingAndGlyphs" class="{look}">{escape(signs)}</text>'
    )


def _dots(signs: str, column: int, look: str) -> str:
    """Draw rows of dots as dashed lines: a dash without length and a round end is a dot.

    Measured in dots, the first in the middle of the first: numbers stay short.
    """
    runs = []
    for y in range(4):
        filled = [
            x for x in range(2 * len(signs)) if ord(signs[x // 2]) - _BRAILLE & _BITS[y][x % 2]
        ]
        for _, group in groupby(enumerate(filled), key=lambda pair: pair[1] - pair[0]):
            first, *rest = (x for _, x in group)
            runs.append(f"M{column * 2 + first} {y}h{len(rest) or 0.1}")
    return f'<path class="d {look}" d="{"".join(runs)}"/>'


def _line(signs: str, column: int, look: str) -> str:
    return f'<path class="l {look}" d="M{column * WIDE:.1f} {HIGH / 2}h{len(signs) * WIDE:.1f}"/>'


def _bar(signs: str, column: int, look: str) -> str:
    wide = (len(signs) - 1 + _BLOCKS[signs[-1]]) * WIDE
    return f'<path class="f {look}" d="M{column * WIDE:.1f} 0h{wide:.1f}v{TALL}h-{wide:.1f}z"/>'


def _shade(signs: str, column: int, look: str) -> str:
    wide = len(signs) * WIDE
    return (
        f'<path class="f {look}" opacity="{_SHADES[signs[0]]}" '
        f'd="M{column * WIDE:.1f} 0h{wide:.1f}v{HIGH}h-{wide:.1f}z"/>'
    )


def _window(body: str, *, columns: int, rows: int, title: str, style: str) -> str:
    wide = round(columns * WIDE + 2 * MARGIN)
    high = round(rows * HIGH + BAR + 2 * MARGIN)
    lights = "".join(f'<circle class="light" cx="{20 + n * 18}" cy="15" r="5"/>' for n in range(3))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" '
        f'height="{high}" role="img" aria-label="{escape(title)}"><title>{escape(title)}</title>'
        f"<style>{style}</style>"
        f'<rect class="paper" width="{wide}" height="{high}" rx="8"/>'
        f'<path class="bar" d="M0 {BAR}V8a8 8 0 0 1 8-8H{wide - 8}a8 8 0 0 1 8 8v{BAR - 8}z"/>'
        f'{lights}<text class="c244 t" x="{wide / 2}" y="20">{escape(title)}</text>'
        f'<svg x="{MARGIN}" y="{BAR + MARGIN}">{body}</svg></svg>\n'
    )


def _style(colours: Colours) -> str:
    looks = "".join(
        f".c{name}{{fill:{colour};stroke:{colour}}}"
        for name, colour in colours.items()
        if name.isdigit()
    )
    return (
        f".paper{{fill:{colours['paper']}}}.bar{{fill:{colours['bar']}}}"
        f".light{{fill:{colours['244']};opacity:.5}}.c{{fill:{colours['ink']};"
        f"stroke:{colours['ink']}}}{looks}"
        f"text{{font:15.5px {FONTS};stroke:none!important;white-space:pre}}.b{{font-weight:700}}"
        ".t{text-anchor:middle}"
        f".d{{fill:none;stroke-width:.73;stroke-linecap:round;stroke-dasharray:0 1;"
        f"transform:translate({DOT / 2}px,{DOT / 2}px) scale({DOT})}}"
        ".l{fill:none;stroke-width:1.4}.f{stroke:none}"
    )


_DRAW = {
    "words": _words,
    "dots": _dots,
    "line": _line,
    "bar": _bar,
    "shade": _shade,
}
