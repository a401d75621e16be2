import sys
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from rich.text import Text

from hingecli.show.console import fitted, make_console, replace_unencodable


def piped(monkeypatch: pytest.MonkeyPatch) -> StringIO:
    stream = StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    return stream


def test_a_pipe_is_eighty_columns_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = piped(monkeypatch)
    console = make_console()

    console.print(Text("red", "red"))

    assert console.width == 80
    assert stream.getvalue() == "red\n"


class Screen(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("obeys", "printed"), [(True, "\x1b[31mred\x1b[0m\n"), (False, "red\n")])
def test_a_terminal_that_shows_escapes_gets_none(
    monkeypatch: pytest.MonkeyPatch, obeys: bool, printed: str
) -> None:
    stream = Screen()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("hingecli.show.console.obeys_escapes", lambda: obeys)

    make_console().print(Text("red", "red"))

    assert stream.getvalue() == printed


@pytest.mark.parametrize(("columns", "width"), [("40", 40), ("0", 80), ("wide", 80)])
def test_a_pipe_honours_columns(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    piped(monkeypatch)
    monkeypatch.setenv("COLUMNS", columns)

    assert make_console().width == width


def test_colour_in_a_pipe_comes_with_force_color(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = piped(monkeypatch)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")

    make_console().print(Text("red", "red"))

    assert stream.getvalue() == "\x1b[31mred\x1b[0m\n"


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_color_and_dumb_terminals_win_over_force_color(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    stream = piped(monkeypatch)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv(name, value)

    make_console().print(Text("red", "red"))

    assert stream.getvalue() == "red\n"


def test_plain_has_no_colour_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = piped(monkeypatch)
    monkeypatch.setenv("FORCE_COLOR", "1")

    make_console(plain=True).print(Text("red", "bold red"))

    assert stream.getvalue() == "red\n"


def test_messages_go_to_stderr(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_console(stderr=True).print("careful")

    assert capsys.readouterr() == ("", "careful\n")


@pytest.mark.parametrize(
    ("encoding", "shown"), [("ascii", "3 x 10"), ("latin-1", "3 x 10"), ("utf-8", "3 × 10")]
)
def test_plain_text_is_fitted_to_the_encoding(encoding: str, shown: str) -> None:
    assert fitted("3 × 10", TextIOWrapper(BytesIO(), encoding=encoding)) == shown


def test_a_sign_that_the_encoding_lacks_is_a_question_mark() -> None:
    raw = BytesIO()
    stream = TextIOWrapper(raw, encoding="ascii")

    replace_unencodable(stream)
    stream.write("3 × 10")
    stream.flush()

    assert raw.getvalue() == b"3 ? 10"
