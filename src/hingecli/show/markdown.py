"""A lesson through Rich's Markdown, with its headings at the left. Heavy: imported for lessons.

Owns the look of headings and tables. Nothing else of the program needs Markdown.
"""

from collections.abc import Iterable
from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Heading, Markdown, MarkdownElement
from rich.segment import Segment
from rich.text import Text
from rich.theme import Theme

from hingecli.show import style
from hingecli.show.sheet import MOST_COLUMNS
from hingecli.text import to_ascii

_THEME = Theme(
    {
        "markdown.h1": style.TITLE,
        "markdown.h2": style.TITLE,
        "markdown.h3": style.STRONG,
        "markdown.code": style.COMMAND,
        "markdown.link": "",
        "markdown.link_url": style.QUIET,
        "markdown.item.bullet": style.ACCENT,
        "markdown.item.number": style.ACCENT,
        "markdown.hr": style.LINE,
        "markdown.table.header": style.STRONG,
        "markdown.table.border": style.LINE,
        "markdown.block_quote": style.QUIET,
    }
)


class LeftHeading(Heading):
    """A heading at the left, in its own weight and nothing else."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Return the heading's words."""
        self.text.justify = "left"
        yield self.text


class FencedPicture(CodeBlock):
    """A fenced block as it stands: the lessons' figures are drawn in them."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Return the block's lines, without colours of its own."""
        yield Text(str(self.text).rstrip("\n"), no_wrap=True, overflow="crop")


class LeftMarkdown(Markdown):
    """Markdown whose headings stand at the left, and whose fenced blocks are pictures."""

    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "heading_open": LeftHeading,
        "fence": FencedPicture,
    }


class LessonText:
    """A lesson as a renderable: its title over a line, then its text."""

    def __init__(self, *, title: str, text: str) -> None:
        """Show `text`, which is Markdown and clean, under `title`."""
        self.title = title
        self.text = text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Return title and text, no wider than the eye likes."""
        width = min(options.max_width, MOST_COLUMNS)
        narrow = options.update(width=width)
        convert = to_ascii if options.ascii_only else str
        yield Text(convert(self.title), style=style.TITLE)
        yield Text(convert("─" * width), style=style.LINE)
        yield from self._body(console, narrow, convert(self.text))

    def _body(self, console: Console, options: ConsoleOptions, text: str) -> Iterable[Segment]:
        """Render the text, without the blanks that Rich fills its lines up with."""
        with console.use_theme(_THEME):
            drawn = tuple(console.render(LeftMarkdown(text, hyperlinks=False), options))
        for line in Segment.split_lines(drawn):
            while line and not line[-1].text.strip():
                line.pop()
            if line:
                last = line.pop()
                line.append(Segment(last.text.rstrip(), last.style, last.control))
            if options.ascii_only:
                line = [Segment(to_ascii(segment.text), segment.style) for segment in line]
            yield from line
            yield Segment.line()
