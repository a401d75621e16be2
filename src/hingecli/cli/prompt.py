"""Asks questions on a terminal. Owns the prompt and how a person leaves it."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn, TypeVar

from hingecli.app import tell
from hingecli.coach.parse.answers import read_yes
from hingecli.coach.parse.signs import is_unsure
from hingecli.errors import HingeError, StoppedError
from hingecli.show import console
from hingecli.wrapping import fold

T = TypeVar("T")
_LEAVE = ("q", "quit")
_CLOSING = ("SIGHUP", "SIGTERM", "SIGQUIT")
"""Signals of a closed window, of a shutdown and of Ctrl-\\; Windows has one of them."""
ROOM = 4
"""Columns that the last line of a question leaves for the answer."""


def ask(
    question: str, read: Callable[[str], T], *, default: str = "", enter: str = "skips"
) -> T | None:
    """Ask until `read` takes the answer; Enter alone gives `default`, or None without one.

    `read` raises a HingeError with a sentence; whoever does not know, or was not understood twice,
    is told what Enter does: with None, what `enter` says. Raises StoppedError at q, end of input,
    Ctrl-C, and where the window is closed: what was told before is kept then as well.
    """
    shown = f"{question} [{default}] " if default else f"{question} "
    way_on = f"Enter {f'takes {default}' if default else enter}, q stops."
    refused = 0
    while True:
        typed = _typed(shown).strip() or default
        if typed.lower() in _LEAVE:
            raise StoppedError
        if not typed:
            return None
        try:
            return read(typed)
        except HingeError as problem:
            refused += 1
            lost = is_unsure(typed) or refused > 1
            tell(f"{problem} {way_on}" if lost else str(problem))


def agree(question: str, *, default: bool) -> bool:
    """Ask for a yes or a no; Enter alone is `default`. Raises StoppedError."""
    means = f"is {'yes' if default else 'no'}"
    answer = ask(f"{question} {'[Y/n]' if default else '[y/N]'}", read_yes, enter=means)
    return default if answer is None else answer


def _typed(shown: str) -> str:
    try:
        with _leaving_when_closed():
            return input(_folded(shown, console.columns_of(sys.stdout) or console.PIPE_COLUMNS))
    except (EOFError, KeyboardInterrupt) as left:
        tell("")
        raise StoppedError from left


@contextmanager
def _leaving_when_closed() -> Iterator[None]:
    """Take a closed window, and a shutdown, for the end of input; what ignores them goes on so."""

    def leave(_number: int, _frame: FrameType | None) -> NoReturn:
        raise EOFError

    numbers = [getattr(signal, name, None) for name in _CLOSING]
    before = {
        number: signal.signal(number, leave)
        for number in numbers
        if number is not None and signal.getsignal(number) is signal.SIG_DFL
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _folded(shown: str, columns: int) -> str:
    """Break a long question between words, with room for a short answer behind it."""
    return f"{fold(shown.rstrip(), columns - ROOM)} "
