"""Keys arrive under plain names, at once, and a lost terminal is told."""

import time

import pytest
from prompt_toolkit.input import create_pipe_input

from hingecli.cli.walk.keys import Terminal


@pytest.mark.parametrize(
    ("sent", "named"),
    [
        (" ", ("space",)),
        ("\r", ("enter",)),
        ("\n", ("enter",)),
        ("\x03", ("ctrl-c",)),
        ("\x04", ("end",)),
        ("\x7f", ("backspace",)),
        ("\x1b", ("escape",)),
        ("p2", ("p", "2")),
        ("+", ("+",)),
        ("\x1b[A", ("up",)),
    ],
)
def test_a_key_has_a_plain_name(sent: str, named: tuple[str, ...]) -> None:
    with create_pipe_input() as pipe:
        pipe.send_text(sent)

        assert Terminal(pipe).read(1.0) == named


def test_without_a_key_the_wait_is_as_long_as_asked() -> None:
    with create_pipe_input() as pipe:
        began = time.monotonic()

        assert Terminal(pipe).read(0.1) == ()
        assert 0.09 < time.monotonic() - began < 0.5


def test_a_closed_terminal_ends_the_keys() -> None:
    with create_pipe_input() as pipe:
        pipe.close()

        assert Terminal(pipe).read(1.0) == ("end",)
