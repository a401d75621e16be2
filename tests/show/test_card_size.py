"""The card at any width and height: what fits, and what goes first."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from hingecli.show import card
from show import kinds
from show.kinds import told
from show.screens import printed_ascii

SCREEN_ROWS = 24

FIGURE = (*("⠿⠀⠀⠿⠀⠀" for _ in range(9)), " stand")


def test_the_figure_stands_at_the_left_where_there_is_room() -> None:
    one = msgspec.structs.replace(kinds.practice(), figure=FIGURE)

    lines = told(one).splitlines()

    assert lines[4] == "⠿⠀⠀⠿    · Stand a foot (30 cm) from a wall, your back to it."
    assert lines[13].startswith(" stand  ")


@pytest.mark.parametrize(("width", "shown"), [(71, False), (72, True)])
def test_the_figure_goes_where_the_words_need_the_room(width: int, shown: bool) -> None:
    one = msgspec.structs.replace(kinds.practice(), figure=FIGURE)

    assert ("⠿" in told(one, width=width)) is shown


def test_the_figure_goes_where_only_ascii_can_be_shown() -> None:
    one = msgspec.structs.replace(kinds.practice(), figure=FIGURE)

    text = printed_ascii(card.render(one))

    assert "#####" in text
    assert "stand\n" not in text


@pytest.mark.parametrize("kind", kinds.ALL)
def test_a_card_fits_a_screen(kind: str) -> None:
    one = msgspec.structs.replace(kinds.ALL[kind](), figure=FIGURE)

    assert len(told(one).splitlines()) <= SCREEN_ROWS - 1


@pytest.mark.parametrize("kind", kinds.ALL)
@given(width=st.integers(30, 200))
def test_a_card_never_runs_over(kind: str, width: int) -> None:
    one = msgspec.structs.replace(kinds.ALL[kind](), figure=FIGURE)

    assert max(cell_len(line) for line in told(one, width=width).splitlines()) <= width


@pytest.mark.parametrize("kind", kinds.ALL)
def test_a_card_says_the_same_at_any_width(kind: str) -> None:
    one = kinds.ALL[kind]()

    wide, narrow = (set(told(one, width=width).split()) for width in (80, 40))

    assert {word for word in wide ^ narrow if word.isalnum()} == set()
