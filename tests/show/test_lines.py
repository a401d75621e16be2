from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from hingecli.show.sheet import Page, Sheet
from show.screens import printed


def lines(draw: Callable[[Sheet], Iterable[Text]], *, width: int) -> list[str]:
    return printed(Page(draw), width=width).splitlines()


def test_a_pair_stands_at_both_ends() -> None:
    assert lines(lambda sheet: sheet.pair(["left"], ["a", "b"]), width=20) == [
        "left           a · b"
    ]


def test_a_pair_without_room_is_stacked() -> None:
    assert lines(lambda sheet: sheet.pair(["left side"], ["right"]), width=15) == [
        "left side",
        "right",
    ]


def test_later_lines_stand_under_the_first_word() -> None:
    assert lines(lambda sheet: sheet.hang("1 ", "push your hips back"), width=15) == [
        "1 push your",
        "  hips back",
    ]


def test_dotted_parts_break_only_between_parts() -> None:
    assert lines(lambda sheet: sheet.dots(["rest 45 s", "about 5 min"]), width=20) == [
        "rest 45 s",
        "about 5 min",
    ]


def test_a_number_keeps_its_percent_sign() -> None:
    assert lines(lambda sheet: sheet.wrap("contact kept in 95 % of all"), width=18) == [
        "contact kept in",
        "95 % of all",
    ]


@pytest.mark.parametrize(
    ("share", "drawn"),
    [
        (0.0, "░░░░░░░░░░"),
        (0.01, "█░░░░░░░░░"),
        (0.5, "█████░░░░░"),
        (0.99, "█████████░"),
        (1.0, "██████████"),
        (7.0, "██████████"),
    ],
)
def test_a_bar_shows_a_beginning_and_is_full_only_at_the_end(share: float, drawn: str) -> None:
    assert lines(lambda sheet: [sheet.bar(share, 10)], width=20) == [drawn]


@pytest.mark.parametrize(
    ("share", "drawn"),
    [(-1.0, "┄┄┄┄┄"), (0.09, "┄┄┄┄┄"), (0.11, "━┄┄┄┄"), (0.95, "━━━━━"), (7.0, "━━━━━")],
)
def test_a_meter_is_full_to_the_nearest_column(share: float, drawn: str) -> None:
    assert lines(lambda sheet: [sheet.meter(share, 5, colour="")], width=20) == [drawn]


def test_columns_wrap_each_in_its_own_width() -> None:
    assert lines(lambda sheet: sheet.columns([(6, "one two"), (5, "three")]), width=20) == [
        "one     three",
        "two",
    ]


def test_a_figure_stands_at_the_left_of_the_words() -> None:
    def draw(sheet: Sheet) -> list[Text]:
        figure = sheet.figure(("⠿⠀⠀", "⠿⠿⠀"))
        return sheet.beside(figure, [sheet.text("go"), sheet.text("back"), sheet.text("!")], gap=2)

    assert lines(draw, width=20) == ["⠿   go", "⠿⠿  back", "    !"]


def test_a_figure_wider_than_the_sheet_is_left_out() -> None:
    assert lines(lambda sheet: sheet.figure(("⠿" * 21,)), width=20) == []


@given(st.integers(1, 100), st.text(max_size=200), st.text(max_size=30))
def test_wrapped_words_never_run_over(width: int, words: str, lead: str) -> None:
    wide = [cell_len(line) for line in lines(lambda s: s.hang(lead, words), width=max(2, width))]

    assert max(wide, default=0) <= max(2, width)
