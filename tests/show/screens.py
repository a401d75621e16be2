"""Prints renderables to text, as a pipe or a terminal of some width would show them."""

from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from rich.console import RenderableType


def printed(page: "RenderableType", *, width: int = 80) -> str:
    """Return what `page` prints on `width` columns, without colour."""
    console = Console(
        file=StringIO(),
        width=width,
        color_system=None,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    console.print(page)
    stream = console.file
    assert isinstance(stream, StringIO)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines())


def printed_ascii(page: "RenderableType", *, width: int = 80) -> str:
    """Return what `page` prints where the encoding is ASCII; fails on a sign that is not."""
    from io import BytesIO, TextIOWrapper

    raw = BytesIO()
    stream = TextIOWrapper(raw, encoding="ascii", errors="strict")
    Console(file=stream, width=width, color_system=None, highlight=False, _environ={}).print(page)
    stream.flush()
    return raw.getvalue().decode("ascii")
