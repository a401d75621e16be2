"""Lines are broken between words, and what belongs together stays together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.cli.command_list import COMMANDS
from hingecli.wrapping import VERBS, break_points, columns, fold


def test_every_command_is_kept_on_a_line() -> None:
    assert set(VERBS.split("|")) == set(COMMANDS)


def test_words_stay_whole() -> None:
    assert fold("There is no pause to end.", 14) == "There is no\npause to end."


def test_the_lines_of_a_text_stay_its_own() -> None:
    assert fold("one two\nthree", 4) == "one\ntwo\nthree"


def test_what_fits_is_left_as_it_is() -> None:
    assert fold("  two  spaces kept ", 40) == "  two  spaces kept "


@pytest.mark.parametrize(
    "command",
    [
        "hinge log 3x10",
        "hinge log wall 3x10",
        "hinge log kb 3x9@16kg swing 2x5",
        "hinge setup --cleared DATE",
        "hinge setup --goal strength",
        "hinge morning 2",
        "hinge why dowel",
        "hinge show kb",
    ],
)
@given(before=st.integers(0, 40), after=st.booleans())
def test_a_command_is_never_broken(command: str, before: int, after: bool) -> None:
    text = f"{'x ' * before}{command}{' and then what follows it' if after else '.'}"

    assert command in fold(text, len(command) + 1)


def test_a_command_that_no_line_holds_is_broken_at_its_words() -> None:
    assert fold("hinge setup --cleared DATE", 15) == "hinge setup\n--cleared DATE"


@pytest.mark.parametrize("together", ["95 %", "16 kg", "45 s", "3 × 10", "2 min", "5 of 20"])
def test_a_number_stays_with_its_unit(together: str) -> None:
    assert together in fold(f"about so many: {together}", len("about so many: ") + 2)


def test_a_rest_stays_with_its_length() -> None:
    assert fold("3 sets × 10, rest 60 s, half", 18) == "3 sets × 10,\nrest 60 s, half"


def test_an_option_stays_with_its_value() -> None:
    assert fold("30 cm off the wall; else --distance 35cm.", 32) == (
        "30 cm off the wall; else\n--distance 35cm."
    )


def test_the_noun_hinge_is_a_word_like_any_other() -> None:
    assert fold("the wall hinge shows it", 16) == "the wall hinge\nshows it"


def test_a_word_longer_than_the_line_stays_whole_in_a_message() -> None:
    assert fold("no /a/very/long/path here", 8) == "no\n/a/very/long/path\nhere"


def test_a_word_longer_than_the_line_is_cut_on_a_page() -> None:
    assert break_points("abcdefgh ij", 4) == [4, 9]


def test_wide_signs_take_two_columns() -> None:
    assert columns("ab") == 2
    assert columns("日本") == 4
    assert columns("e\u0301") == 1
    assert fold("日本 語", 5) == "日本\n語"


@given(st.text(max_size=200), st.integers(2, 60))
def test_no_row_of_a_page_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    points = break_points(text, width)
    rows = [text[a:b] for a, b in zip((0, *points), (*points, len(text)), strict=True)]

    assert "".join(rows) == text
    assert points == sorted(set(points))
    assert all(columns(row.rstrip()) <= width for row in rows if row.strip() == row.rstrip())
