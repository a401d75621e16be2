"""What every view promises, whatever it shows: width, cleanness, plain lines."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from show.screens import printed, printed_ascii
from show.views import NAMES, all_views

HOSTILE = "\x1b[31mred\x1b[0m [/red] [bold]x[/bold] \x07\x9b2J \u202eevil\u202c\U000e0041 \ud800"
UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\U000e0000-\U000e007f]"
)
BOXES = re.compile("[\u2500-\u259f\u2800-\u28ff\x1b]")


@pytest.mark.parametrize("name", NAMES)
@given(width=st.integers(30, 200), text=st.text(max_size=120))
def test_no_line_is_wider_than_the_screen(name: str, width: int, text: str) -> None:
    lines = printed(all_views(text)[name].render(), width=width).splitlines()

    assert max(cell_len(line) for line in lines) <= width


@pytest.mark.parametrize("name", NAMES)
@given(text=st.text(max_size=80) | st.just(HOSTILE))
def test_nothing_that_steers_a_terminal_is_printed(name: str, text: str) -> None:
    view = all_views(text)[name]

    assert not UNSAFE.search(printed(view.render()))
    assert not UNSAFE.search(view.plain())


@pytest.mark.parametrize("name", ["card", "history", "why", "saved"])
def test_markup_in_a_persons_words_is_shown_as_it_is(name: str) -> None:
    view = all_views("A [/red] and a [bold]b")[name]

    assert "A [/red] and a [bold]b" in " ".join(printed(view.render(), width=200).split())
    assert "A [/red] and a [bold]b" in view.plain()


@pytest.mark.parametrize("name", NAMES)
def test_plain_is_lines_of_facts_without_boxes_or_colour(name: str) -> None:
    text = all_views()[name].plain()

    assert text
    assert not BOXES.search(text)
    assert all(line and line == line.strip() for line in text.splitlines())


@pytest.mark.parametrize("name", NAMES)
def test_plain_needs_no_rich(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins

    real = builtins.__import__

    def without_rich(module: str, *rest: object, **more: object) -> object:
        assert not module.startswith("rich"), f"plain imported {module}"
        return real(module, *rest, **more)  # type: ignore[arg-type]

    view = all_views()[name]
    monkeypatch.setattr(builtins, "__import__", without_rich)

    assert view.plain()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [40, 80])
def test_every_view_can_be_printed_in_ascii(name: str, width: int) -> None:
    assert printed_ascii(all_views()[name].render(), width=width).isascii()


@pytest.mark.parametrize("name", NAMES)
def test_a_wide_screen_gets_no_wider_lines(name: str) -> None:
    lines = printed(all_views()[name].render(), width=200).splitlines()

    assert max(cell_len(line) for line in lines) <= 88
