"""What `--help` looks like: whole words at any width, and examples at the end.

Owns its layout. What a command says of itself stands with the command.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from typer._click.formatting import HelpFormatter, measure_table

if TYPE_CHECKING:
    from typer._click.core import Command, Context

    Base = Command
else:
    Base = object

NARROW = 64
"""Below this width an example's explanation stands under it."""
LEAST_MEANING = 27
"""Columns for what an option means; where it has fewer it stands under the option."""
_INDENT = 4


class HelpSheet(HelpFormatter):
    """Writes help as Typer does, but on narrow terminals each meaning below its option."""

    def write_dl(
        self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write a list of words and their meanings."""
        widest = min(measure_table(rows)[0], col_max) + col_spacing
        if self.width - self.current_indent - widest >= LEAST_MEANING:
            super().write_dl(rows, col_max, col_spacing)
            return
        for words, meaning in rows:
            self.write(f"{' ' * self.current_indent}{words}\n")
            self.write_lines(meaning, self.current_indent + _INDENT)

    def write_lines(self, text: str, indent: int) -> None:
        """Write `text` with an indent, broken between its words."""
        from hingecli.wrapping import fold

        for line in fold(text, self.width - indent).splitlines():
            self.write(f"{' ' * indent}{line}\n")


class WithExamples(Base):
    """A command whose `--help` ends with examples: a line, two spaces or more, what it does."""

    examples: tuple[str, ...] = ()
    closing: str = ""

    def get_help(self, ctx: "Context") -> str:
        """Return the help, laid out for the terminal at hand."""
        ctx.formatter_class = HelpSheet
        return super().get_help(ctx)

    def format_epilog(
        self,
        ctx: "Context",  # noqa: ARG002 - the base class asks
        formatter: HelpFormatter,
    ) -> None:
        """Write the examples, at narrow widths with their explanations below."""
        if self.examples:
            with formatter.section("Examples"):
                for example in self.examples:
                    formatter.write(_example(example, formatter.width))
        if self.closing:
            formatter.write_paragraph()
            formatter.write_text(self.closing)


def _example(example: str, width: int) -> str:
    from hingecli.wrapping import fold

    if width >= NARROW:
        return f"  {example}\n"
    words, _, meaning = example.partition("  ")
    lines = fold(f"{words}\n{meaning.strip()}".rstrip(), width - 6).replace("\n", "\n      ")
    return f"  {lines}\n"
