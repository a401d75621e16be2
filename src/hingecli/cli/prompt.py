"""Asks questions on a terminal. Owns the prompt and how a person leaves it."""

import sys
from collections.abc import Callable
from typing import TypeVar

from hingecli.app import tell
from hingecli.coach.parse.answers import read_yes
from hingecli.errors import HingeError, StoppedError
from hingecli.show import console
from hingecli.wrapping import fold

T = TypeVar("T")
_LEAVE = ("q", "quit")
ROOM = 4
"""Columns that the last line of a question leaves for the answer."""


def ask(question: str, read: Callable[[str], T], *, default: str = "") -> T | None:
    """Ask until `read` takes the answer; Enter alone gives `default`, or None without one.

    `read` raises a HingeError with a sentence. Raises StoppedError at q, end of input, Ctrl-C.
    """
    shown = f"{question} [{default}] " if default else f"{question} "
    while True:
        typed = _typed(shown).strip() or default
        if typed.lower() in _LEAVE:
            raise StoppedError
        if not typed:
            return None
        try:
            return read(typed)
        except HingeError as problem:
            tell(str(problem))


def agree(question: str, *, default: bool) -> bool:
    """Ask for a yes or a no; Enter alone is `default`. Raises StoppedError."""
    answer = ask(f"{question} {'[Y/n]' if default else '[y/N]'}", read_yes)
    return default if answer is None else answer


def _typed(shown: str) -> str:
    try:
        return input(_folded(shown, console.columns_of(sys.stdout) or console.PIPE_COLUMNS))
    except (EOFError, KeyboardInterrupt) as left:
        tell("")
        raise StoppedError from left


def _folded(shown: str, columns: int) -> str:
    """Break a long question between words, with room for a short answer behind it."""
    return f"{fold(shown.rstrip(), columns - ROOM)} "
