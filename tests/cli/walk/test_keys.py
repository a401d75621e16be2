"""Keys arrive under plain names, at once, and a lost terminal is told."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from prompt_toolkit.input import create_pipe_input

from hingecli.cli.walk.keys import Terminal, requests_to_end


@pytest.mark.parametrize(
    ("sent", "named"),
    [
        (" ", ("space",)),
        ("\r", ("enter",)),
        ("\n", ("enter",)),
        ("\x03", ("ctrl-c",)),
        ("\x1c", ("ctrl-c",)),
        ("!", ("!",)),
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
        assert 0.09 < time.monotonic() - began < 30  # a busy machine comes back late


def test_a_closed_terminal_ends_the_keys() -> None:
    with create_pipe_input() as pipe:
        pipe.close()

        assert Terminal(pipe).read(1.0) == ("end",)


def test_a_request_to_end_ends_the_keys() -> None:
    with create_pipe_input() as pipe:
        assert Terminal(pipe, ends=lambda: True).read(1.0) == ("end",)


@pytest.mark.skipif(not hasattr(signal, "SIGTSTP"), reason="Windows suspends nothing")
def test_ctrl_z_gives_the_terminal_back_and_stops_until_the_shell_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    happened: list[object] = []

    @contextmanager
    def aside() -> Iterator[None]:
        happened.append("aside")
        yield
        happened.append("back")

    monkeypatch.setattr("os.kill", lambda _pid, number: happened.append(number))
    with create_pipe_input() as pipe:
        terminal = Terminal(pipe)
        terminal.aside = aside
        pipe.send_text("\x1ap")

        assert terminal.read(1.0) == ("suspended", "p")
    assert happened == ["aside", signal.SIGTSTP, "back"]


ENDING = [
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")
    if hasattr(signal, name)
]


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_that_ends_is_noticed_and_tears_nothing_apart(number: signal.Signals) -> None:
    before = signal.signal(number, signal.default_int_handler)
    try:
        with requests_to_end() as ends:
            assert not ends()

            signal.raise_signal(number)
            signal.raise_signal(number)  # a closed window sends it more than once

            assert ends()
        assert signal.getsignal(number) is signal.default_int_handler
    finally:
        signal.signal(number, before)


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows hangs nothing up")
def test_a_signal_that_was_to_be_ignored_still_is() -> None:
    """As under nohup: whoever started the program wanted it to live on."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with requests_to_end() as ends:
            signal.raise_signal(signal.SIGHUP)

            assert not ends()
    finally:
        signal.signal(signal.SIGHUP, before)
