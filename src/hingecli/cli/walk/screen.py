"""The two screens of a walk: pictures that redraw themselves, or lines for screen readers.

Owns the terminal while the walk lasts, and gives it back as it was.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING

from hingecli.cli.walk.parts import WalkStopped
from hingecli.show.console import folded, make_console
from hingecli.show.walk import Scene, render

if TYPE_CHECKING:
    from rich.live import Live

OpenScreen = AbstractContextManager["PictureScreen"] | AbstractContextManager["LineScreen"]


class PictureScreen:
    """A screen of its own, redrawn when something changed."""

    def __init__(self, live: "Live") -> None:
        """Draw on `live`."""
        self._live = live
        self._shown: tuple[int, int, Scene] | None = None

    def frame(self, scene: Callable[[int, int], Scene]) -> None:
        """Draw the scene for the terminal's size of now."""
        width, height = self._live.console.size
        drawn = (width, height, scene(width, height))
        if drawn != self._shown:
            self._shown = drawn
            with _lost_terminal_ends():
                self._live.update(render(drawn[2], width=width, height=height), refresh=True)

    def line(self, text: str) -> None:
        """Say nothing: the picture does."""

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Give the terminal back for a while, and draw anew after it."""
        self._take(alone=False)
        try:
            yield
        finally:
            self._take(alone=True)
            self._shown = None

    def _take(self, *, alone: bool) -> None:
        with suppress(OSError):
            self._live.console.set_alt_screen(alone)
            self._live.console.show_cursor(not alone)


class LineScreen:
    """Lines only, one event each; what is typed is echoed."""

    def __init__(self) -> None:
        """Begin with nothing typed."""
        self._typed = ""

    def frame(self, scene: Callable[[int, int], Scene]) -> None:
        """Echo what is being typed; draw nothing."""
        typed = scene(0, 0).typed
        if typed != self._typed:
            more = typed.removeprefix(self._typed)
            _write(more if typed.startswith(self._typed) else f"\n{typed}")
            self._typed = typed

    def aside(self) -> AbstractContextManager[None]:
        """Leave the lines where they are."""
        return nullcontext()

    def close(self) -> None:
        """End the line of what was typed."""
        if self._typed:
            _write("\n")
            self._typed = ""

    def line(self, text: str) -> None:
        """Print a line."""
        shown = folded(text, sys.stdout)
        _write(f"\n{shown}\n" if self._typed else f"{shown}\n")
        self._typed = ""


@contextmanager
def full() -> Iterator[PictureScreen]:
    """Take a screen of its own."""
    from rich.live import Live

    console = make_console()
    console.is_interactive = True  # elsewhere nothing redraws itself
    live = Live(
        console=console,
        screen=True,
        auto_refresh=False,
        redirect_stdout=False,  # a bell is not a line
        redirect_stderr=False,
    )
    with suppress(OSError):
        live.start()
    try:
        yield PictureScreen(live)
    finally:
        with suppress(OSError):
            live.stop()


@contextmanager
def lines_only() -> Iterator[LineScreen]:
    """Go on where the terminal is, line by line; what was typed last ends its line."""
    lines = LineScreen()
    try:
        yield lines
    finally:
        with suppress(WalkStopped):
            lines.close()


@contextmanager
def _lost_terminal_ends() -> Iterator[None]:
    """Let the walk end where nothing can be shown any more: what was done is kept."""
    try:
        yield
    except OSError as gone:
        raise WalkStopped(asking=False) from gone


def _write(text: str) -> None:
    with _lost_terminal_ends():
        sys.stdout.write(text)
        sys.stdout.flush()


def ring() -> None:
    """Ring the terminal's bell."""
    with suppress(OSError):
        sys.stdout.write("\a")
        sys.stdout.flush()
