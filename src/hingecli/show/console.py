"""Opens the consoles that the program prints to: colour, width and encoding of the place.

Owns these choices alone; what is printed comes from the other modules.
"""

import os
import sys
from typing import IO, TYPE_CHECKING, Any, TextIO

from hingecli.text import to_ascii
from hingecli.wrapping import fold

if TYPE_CHECKING:
    from rich.console import Console

_STDOUT, _OBEY_ESCAPES = -11, 0x4  # as Windows numbers them

PIPE_COLUMNS = 80
"""Width where there is no terminal to ask and COLUMNS is not set."""


def make_console(*, stderr: bool = False, plain: bool = False) -> "Console":
    """Return a console on stdout or stderr.

    Rich honours NO_COLOR, FORCE_COLOR and TERM=dumb. A pipe has no colour, and 80 columns or
    COLUMNS. With `plain` there is no colour whatever the environment says.
    """
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    replace_unencodable(stream)
    on_terminal = stream.isatty()
    # What is printed is drawn first, with its colours as escapes: an old Windows would show those.
    colourless = plain or (on_terminal and not obeys_escapes())
    return Console(
        stderr=stderr,
        width=None if on_terminal else _told_columns() or PIPE_COLUMNS,
        color_system=None if colourless else "auto",
        force_interactive=False,
        highlight=False,
        markup=False,
        emoji=False,
    )


def fitted(text: str, stream: TextIO) -> str:
    """Return `text` as `stream` can show it: in ASCII where its encoding is not Unicode."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return text if encoding.lower().startswith("utf") else to_ascii(text)


def folded(text: str, stream: TextIO) -> str:
    """Return `text` broken between words to the width of `stream`, if that is a terminal."""
    columns = columns_of(stream)
    return text if columns is None else fold(text, columns)


def columns_of(stream: IO[Any] | None) -> int | None:
    """Return how many columns the terminal `stream` has; None where it is no terminal."""
    try:
        if stream is None or not stream.isatty():
            return None
        return _told_columns() or os.get_terminal_size(stream.fileno()).columns or None
    except (AttributeError, OSError, ValueError):
        return None


def replace_unencodable(stream: object) -> None:
    """Let `stream` print a question mark for what its encoding lacks, instead of failing."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None and getattr(stream, "errors", "") == "strict":
        reconfigure(errors="replace")


def obeys_escapes() -> bool:
    """Return whether terminals colour by escapes here; on Windows this makes the console do so."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.GetStdHandle.restype = ctypes.c_void_p
        handle, mode = ctypes.c_void_p(kernel.GetStdHandle(_STDOUT)), ctypes.c_ulong()
        if not kernel.GetConsoleMode(handle, ctypes.byref(mode)):
            return False
        return bool(kernel.SetConsoleMode(handle, mode.value | _OBEY_ESCAPES))
    return True


def _told_columns() -> int | None:
    text = os.environ.get("COLUMNS", "")
    return int(text) if text.isdecimal() and int(text) > 0 else None
