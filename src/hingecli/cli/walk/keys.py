"""Keys of the terminal, one at a time and without waiting, under plain names.

Owns the raw mode of the terminal and its end. What a key means is the caller's.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from prompt_toolkit.input import Input

_NAMES = {
    " ": "space",
    "c-m": "enter",
    "c-j": "enter",
    "c-c": "ctrl-c",
    "c-d": "end",
    "c-h": "backspace",
    "escape": "escape",
}
_GLANCE_S = 0.02


class Keys(Protocol):
    """Where keys come from."""

    def read(self, seconds: float) -> tuple[str, ...]:
        """Wait up to `seconds` and give the keys pressed; `end` when no more can come."""
        ...


class Terminal:
    """The keys of a real terminal in raw mode."""

    def __init__(self, source: "Input") -> None:
        """Read from `source`, which is in raw mode."""
        self._source = source

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
        keys = [*self._source.read_keys(), *self._source.flush_keys()]
        if self._source.closed:
            return ("end",)
        return tuple(_named(press.key) for press in keys)


@contextmanager
def terminal_keys() -> Iterator[Keys]:
    """Take over the keyboard: no echo, no line at a time; given back whatever happens."""
    from prompt_toolkit.input import create_input

    source = create_input()
    with source.raw_mode():
        try:
            yield Terminal(source)
        finally:
            source.close()


def _named(key: str) -> str:
    return _NAMES.get(str(getattr(key, "value", key)), str(getattr(key, "value", key)))
