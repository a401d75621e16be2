"""Lays text out in lines for the width at hand: wrapping, pairs, bars, a figure beside.

Owns layout alone; what the lines say comes from the views. Nothing here runs over the width.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from hingecli.show import style
from hingecli.text import clean, to_ascii
from hingecli.wrapping import break_points

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.text import Text

MOST_COLUMNS = 88
"""A page's lines grow no longer than this: beyond it the eye loses the next line."""

LEAST_COLUMNS = 12
"""A narrower column is given up: its words start at the left."""

DOT = " · "

EMPTY_SIGNS = " \u2800"
"""What is drawn empty: the space and the braille sign without dots."""

StyledWords: TypeAlias = "str | tuple[str, str] | Text"
"""Words, words with a style, or words already styled."""


class Page:
    """A renderable that lays itself out when it is printed."""

    __slots__ = ("_draw",)

    def __init__(self, draw: "Callable[[Sheet], Iterable[Text]]") -> None:
        """Print the lines that `draw` gives for the sheet at hand."""
        self._draw = draw

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        """Return the lines as segments; they are laid out already, so Rich need not wrap them."""
        width = min(options.max_width, MOST_COLUMNS)
        sheet = Sheet(console, width=width, ascii_only=options.ascii_only)
        for line in self._draw(sheet):
            line.rstrip()
            yield from line.render(console, end="\n")


class Sheet:
    """The space that a page is laid out in: its width, and whether only ASCII may be used."""

    __slots__ = ("ascii_only", "console", "width")

    def __init__(self, console: "Console", *, width: int, ascii_only: bool) -> None:
        """Lay out for `width` columns."""
        self.console = console
        self.width = max(1, width)
        self.ascii_only = ascii_only

    def text(self, *parts: StyledWords) -> "Text":
        """Join `parts` to one line of text, cleaned, and in ASCII where it must be."""
        from rich.text import Text

        joined = Text()
        for part in parts:
            if isinstance(part, tuple):
                joined.append(self.sign(part[0]), part[1])
            elif isinstance(part, str):
                joined.append(self.sign(part))
            else:
                joined.append_text(part)
        return joined

    def sign(self, words: str) -> str:
        """Return `words` as this sheet can show them."""
        words = clean(words)
        return to_ascii(words) if self.ascii_only else words

    def narrower(self, columns: int) -> "Sheet":
        """Return a sheet that is `columns` narrower."""
        return Sheet(self.console, width=self.width - columns, ascii_only=self.ascii_only)

    def wrap(self, *parts: StyledWords, indent: int = 0) -> "list[Text]":
        """Wrap `parts` to lines; all but the first are indented."""
        return self.hang("", *parts, indent=indent)

    def hang(
        self, lead: StyledWords, *parts: StyledWords, indent: int | None = None
    ) -> "list[Text]":
        """Wrap `parts` behind `lead`; later lines stand under the first, or at `indent`."""
        first = self.text(lead)
        columns = first.cell_len if indent is None else indent
        room = self.width - max(columns, first.cell_len)
        if room < LEAST_COLUMNS:
            return self._fold(self.text(first, *parts), self.width)
        lines = self._fold(self.text(*parts), room)
        return [self.text(first if n == 0 else " " * columns, line) for n, line in enumerate(lines)]

    def dots(self, parts: Sequence[StyledWords], *, dot: str = DOT) -> "list[Text]":
        """Join `parts` with dots between them, and break lines only at these."""
        lines: list[Text] = []
        row = self.text()
        for part in parts:
            words = self.text(part)
            if not row.plain:
                row = words
            elif row.cell_len + len(dot) + words.cell_len <= self.width:
                row = self.text(row, (dot, style.QUIET), words)
            else:
                lines += self._fold(row, self.width)
                row = words
        return [*lines, *self._fold(row, self.width)]

    def pair(
        self, left: Sequence[StyledWords], right: Sequence[StyledWords], *, gap: int = 2
    ) -> "list[Text]":
        """Put `left` and `right` at both ends of one line; stack them where it is too short.

        It is where less than `gap` columns would part them.
        """
        if not right:
            return self.dots(left)
        lefts, rights = self.dots(left), self.dots(right)
        if len(lefts) == len(rights) == 1:
            space = self.width - lefts[0].cell_len - rights[0].cell_len
            if space >= gap:
                return [self.text(lefts[0], " " * space, rights[0])]
        return [*lefts, *rights]

    def rule(self) -> "Text":
        """Draw a line across the sheet."""
        return self.text(("─" * self.width, style.LINE))

    def bar(self, share: float, columns: int, *, colour: str = style.GOOD) -> "Text":
        """Draw a bar of `columns`, `share` (0-1) of it full; begun is never drawn empty."""
        share = max(0.0, min(1.0, share))
        full = int(share * columns)
        if share > 0 and full == 0:
            full = 1
        return self.text(("█" * full, colour), ("░" * (columns - full), style.QUIET))

    def meter(self, share: float, columns: int, *, colour: str) -> "Text":
        """Draw a thin bar that moves with time: `share` (0-1) of it full, to the nearest column."""
        full = round(max(0.0, min(1.0, share)) * columns)
        return self.text(("━" * full, colour), ("┄" * (columns - full), style.QUIET))

    def beside(
        self, figure: "Sequence[Text]", right: "Sequence[Text]", *, gap: int
    ) -> "list[Text]":
        """Put `figure` to the left of `right`, `gap` columns between them."""
        wide = max((line.cell_len for line in figure), default=0) + gap
        lines = []
        for n in range(max(len(figure), len(right))):
            line = figure[n] if n < len(figure) else self.text()
            if n < len(right) and right[n].plain:
                line = self.text(line, " " * (wide - line.cell_len), right[n])
            lines.append(line)
        return lines

    def columns(self, cells: "Sequence[tuple[int, StyledWords]]", *, gap: int = 2) -> "list[Text]":
        """Put cells side by side, each wrapped to its own width."""
        from itertools import zip_longest

        wrapped = [self._fold(self.text(words), width) for width, words in cells]
        lines = []
        for row in zip_longest(*wrapped):
            line = self.text()
            at = 0
            for (width, _), words in zip(cells, row, strict=True):
                if words is not None:
                    line = self.text(line, " " * (at - line.cell_len), words)
                at += width + gap
            lines.append(line)
        return lines

    def figure(self, lines: Sequence[str]) -> "list[Text]":
        """Return the lines of a figure, cut to its columns; none where it cannot be shown."""
        drawn = [self.text(line.rstrip(EMPTY_SIGNS)) for line in lines]
        fits = bool(drawn) and max(line.cell_len for line in drawn) <= self.width
        return drawn if fits and not self.ascii_only else []

    def _fold(self, text: "Text", width: int) -> "list[Text]":
        if text.cell_len <= width:
            return [text]
        from rich.cells import cell_len

        lines = list(text.divide(break_points(text.plain, width, measure=cell_len)))
        for line in lines:
            line.rstrip()
        return lines
