"""Draws the README's pictures of the card, on dark and on light: python tests/pictures.py

They show what the program prints, colour by colour. The drills' figures are drawn by
`hinge protocol draw`.
"""

import io
import os
import re
import subprocess
import sys
import tempfile
from html import escape, unescape
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

IMAGES = Path(__file__).parent.parent / ".github" / "images"
COMMANDS = (("log", "wall", "15", "3x12", "-d", "2026-11-23"), ("today",))
NOW = "2026-11-24T07:30+00:00"
COLUMNS = 80
FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"

CELL = 12.2
"""Width of a column in Rich's pictures."""

_TEXT = re.compile(r'x="([\d.]+)"( y="[\d.]+") textLength="[\d.]+"([^>]*)>([^<]*)<')
_ANSI = [
    *((0, 0, 0), (170, 40, 60), (80, 130, 20), (190, 110, 20)),
    *((20, 110, 170), (130, 80, 160), (20, 130, 140), (150, 150, 150)),
]
THEMES = {
    "dark": TerminalTheme((17, 20, 24), (222, 225, 230), _ANSI),
    "light": TerminalTheme((255, 255, 255), (30, 34, 40), _ANSI),
}


def main() -> None:
    """Write one picture for each theme."""
    printed = card()
    for name, theme in THEMES.items():
        (IMAGES / f"card-{name}.svg").write_text(svg(printed, theme), "utf-8")


def card() -> str:
    """Give what the last command prints, with its colours."""
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "HINGE_HOME": home,
            "HINGE_NOW": NOW,
            "FORCE_COLOR": "1",
            "TERM": "xterm-256color",
            "COLUMNS": str(COLUMNS),
        }
        for words in COMMANDS:
            done = subprocess.run(
                [sys.executable, "-m", "hingecli", *words],
                env=environment,
                capture_output=True,
                text=True,
                check=True,
            )
        return done.stdout


def svg(printed: str, theme: TerminalTheme) -> str:
    """Draw printed text as a picture that fetches no font from anywhere."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), color_system="256")
    console.print(Text.from_ansi(printed.rstrip("\n")), highlight=False)
    picture = console.export_svg(title="hinge today", theme=theme, unique_id="card")
    picture = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.S)
    picture = picture.replace("Fira Code, monospace", FONTS)
    picture = _TEXT.sub(_begin_at_the_first_sign, picture)
    return "\n".join(line.rstrip() for line in picture.splitlines() if line.strip()) + "\n"


def _begin_at_the_first_sign(found: re.Match[str]) -> str:
    """Place a text by its first sign: some viewers drop the spaces before it."""
    x, y, more, words = found.groups()
    signs = unescape(words).strip("\xa0")
    before = len(unescape(words)) - len(unescape(words).lstrip("\xa0"))
    at, length = float(x) + before * CELL, len(signs) * CELL
    return f'x="{at:.1f}"{y} textLength="{length:.1f}"{more}>{escape(signs)}<'


if __name__ == "__main__":
    main()
