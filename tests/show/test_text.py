import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.text import (
    clean,
    clean_lines,
    plain_lines,
    sentence,
    to_ascii,
    typed_line,
)


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x9b2Jgone", "2Jgone"),
        ("two\nlines\tand\r\nmore", "two lines and more"),
        ("a\u202eb\u2066c\u200f", "abc"),
        ("flag \U0001f3f4\U000e0067\U000e007f", "flag \U0001f3f4"),
        ("half \ud83d here", "half  here"),
        ("\x00\x07\x08\x7f", ""),
        ("[/red] [bold]", "[/red] [bold]"),
        ("naïve · 日本語 🙂", "naïve · 日本語 🙂"),
    ],
)
def test_clean_drops_what_steers_a_terminal_and_keeps_the_words(hostile: str, shown: str) -> None:
    assert clean(hostile) == shown


@given(st.text(st.characters(codec=None)))
def test_clean_text_has_no_control_and_no_surrogate(text: str) -> None:
    kinds = {unicodedata.category(sign) for sign in clean(text)}

    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}
    clean(text).encode("utf-8")


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


def test_clean_lines_keeps_the_lines() -> None:
    assert clean_lines("# One\n\x1btwo\n") == "# One\ntwo\n"


def test_plain_lines_are_one_fact_each_without_the_empty_ones() -> None:
    assert plain_lines(" first ", "", "sec\nond") == "first\nsec ond"


@pytest.mark.parametrize(
    ("text", "said"),
    [("go back", "Go back."), ("Done?", "Done?"), ("", ""), ("one: ", "One:"), ("so.", "So.")],
)
def test_a_sentence_begins_large_and_ends_once(text: str, said: str) -> None:
    assert sentence(text) == said


def test_signs_have_a_likeness_in_ascii() -> None:
    assert to_ascii("3 × 10 · 50–100 █░ → ü") == "3 x 10 - 50-100 #. -> ?"


@pytest.mark.parametrize(
    ("system", "line"),
    [("posix", "hinge log 10 -n 'felt good'"), ("nt", 'hinge log 10 -n "felt good"')],
)
def test_a_line_to_type_is_quoted_as_the_system_wants_it(
    monkeypatch: pytest.MonkeyPatch, system: str, line: str
) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(os, "name", system)
        typed = typed_line(("hinge", "log", "10", "-n", "felt good"))

    assert typed == line


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("très bien".encode(), "très bien"),
        (b"caf\xe9", "café"),
        ("日本".encode(), "日本"),
        (b"a\x1b[31m\xc3\xa9", "a[31mé"),
    ],
)
def test_letters_that_the_locale_does_not_know_are_kept(raw: bytes, kept: str) -> None:
    assert clean(raw.decode("ascii", "surrogateescape")) == kept


def test_halves_of_pairs_go() -> None:
    assert clean("a\ud83d\udc80b") == "ab"
