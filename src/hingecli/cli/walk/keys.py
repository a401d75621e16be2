"""Keys of the terminal, one at a time and without waiting, under plain names.

Owns the raw mode of the terminal and its end, and the signals that end a walk as Ctrl-C does.
What a key means is the caller's.
"""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from types import FrameType
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from prompt_toolkit.input import Input

SUSPENDED = "suspended"
"""The key that is read once the program goes on after Ctrl-Z."""
_NAMES = {
    " ": "space",
    "c-m": "enter",
    "c-j": "enter",
    "c-c": "ctrl-c",
    "c-\\": "ctrl-c",
    "c-d": "end",
    "c-z": SUSPENDED,
    "c-h": "backspace",
    "escape": "escape",
}
_GLANCE_S = 0.02
_ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")
"""Signals that ask for the end: Ctrl-C, a shutdown, a closed window, Ctrl-\\. Windows has two."""


class Keys(Protocol):
    """Where keys come from."""

    def read(self, seconds: float) -> tuple[str, ...]:
        """Wait up to `seconds` and return the keys pressed; `end` when no more can come."""
        ...


class Terminal:
    """The keys of a real terminal in raw mode.

    Ctrl-Z suspends the program as everywhere; `aside` is how the screen is given back meanwhile.
    """

    def __init__(self, source: "Input", *, ends: Callable[[], bool] = lambda: False) -> None:
        """Read from `source`, which is in raw mode, until `ends` says that no more is wanted."""
        self._source, self._ends = source, ends
        self.aside: Callable[[], AbstractContextManager[None]] = nullcontext

    def read(self, seconds: float) -> tuple[str, ...]:
        """Wait up to `seconds`, give the keys pressed as soon as there are some."""
        until = time.monotonic() + seconds
        while True:
            if pressed := self._pressed():
                return pressed
            left = until - time.monotonic()
            if left <= 0:
                return ()
            time.sleep(min(left, _GLANCE_S))

    def _pressed(self) -> tuple[str, ...]:
        if self._ends():
            return ("end",)
        keys = [*self._source.read_keys(), *self._source.flush_keys()]
        if self._source.closed:
            return ("end",)
        names = tuple(_named(press.key) for press in keys)
        if SUSPENDED in names:
            self._suspend()
        return names

    def _suspend(self) -> None:
        """Stop until the shell lets the program go on; Windows has no such thing."""
        stop = getattr(signal, "SIGTSTP", None)
        if stop is not None:
            with self.aside(), self._source.cooked_mode():
                os.kill(os.getpid(), stop)


@contextmanager
def terminal_keys(*, ends: Callable[[], bool]) -> Iterator[Terminal]:
    """Take over the keyboard: no echo, no line at a time; given back whatever happens."""
    from prompt_toolkit.input import create_input

    source = create_input()
    with source.raw_mode():
        try:
            yield Terminal(source, ends=ends)
        finally:
            with suppress(OSError):  # the terminal may be gone
                source.close()


@contextmanager
def requests_to_end() -> Iterator[Callable[[], bool]]:
    """Notice signals that ask for the end instead of dying; the answer says whether one came.

    Nothing is torn apart where it stands: a set is written to its end, the terminal given back.
    """
    came: list[int] = []

    def notice(number: int, _frame: FrameType | None) -> None:
        came.append(number)

    before = {}
    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) not in (signal.SIG_IGN, None):
            before[number] = signal.signal(number, notice)
    try:
        yield lambda: bool(came)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _named(key: str) -> str:
    return _NAMES.get(str(getattr(key, "value", key)), str(getattr(key, "value", key)))
