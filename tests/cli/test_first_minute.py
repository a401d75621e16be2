"""The two questions before the first card."""

import pytest

from cli.running import Hinge

FIRST = "1 Chest pain or fainting"
SECOND = "2 Trouble with heart"

pytestmark = pytest.mark.usefixtures("terminal")


def test_the_first_today_asks_two_questions_then_shows_the_card(hinge: Hinge) -> None:
    first = hinge("today", typed="n\nn\nn\n")
    second = hinge("today", typed="n\n")

    card = first.out.index("3 sets × 10")
    assert first.out.index(FIRST) < first.out.index(SECOND) < card
    assert card < first.out.index("hinge setup takes a minute")
    assert not {FIRST, SECOND, "takes a minute"} & {
        words for words in (FIRST, SECOND, "takes a minute") if words in second.out
    }
    assert "no to the first two; setup has the rest" in hinge("setup", "--show", "--plain").out


def test_a_yes_to_the_first_holds_every_session_and_says_what_to_do(hinge: Hinge) -> None:
    answer = hinge("today", typed="yes\n")

    assert SECOND not in answer.out
    assert "hinge setup --cleared DATE" in answer.out
    assert "Walk through it" not in answer.out
    assert hinge("today", "--json").json["kind"] == "hold"


def test_a_yes_to_the_second_leaves_load_for_later_and_says_what_to_do(hinge: Hinge) -> None:
    answer = hinge("today", typed="no\ny\nn\n")

    assert "Before any load a professional says yes: hinge setup --cleared DATE" in answer.out
    assert "3 sets × 10" in answer.out
    assert hinge("today", "--json").json["kind"] == "practice"
    assert "no load before a professional's yes" in hinge("setup", "--show", "--plain").out


def test_skipped_questions_are_not_asked_again_and_shown_as_skipped(hinge: Hinge) -> None:
    assert "not answered yet" in hinge("setup", "--show", "--plain").out

    hinge("today", typed="\n\nn\n")

    assert FIRST not in hinge("today", typed="n\n").out
    assert "the first two skipped" in hinge("setup", "--show", "--plain").out


def test_who_leaves_at_the_questions_is_asked_again(hinge: Hinge) -> None:
    hinge("today", typed="n\nq\n")

    assert FIRST in hinge("today", typed="q\n").out


@pytest.mark.parametrize("words", [("--no-walk",), ("--json",)])
def test_who_wants_the_card_only_is_asked_nothing(hinge: Hinge, words: tuple[str, ...]) -> None:
    assert FIRST not in hinge("today", *words, typed="").out


def test_the_first_card_keeps_its_figure_in_a_window_of_twenty_four_rows(
    hinge: Hinge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("TERM", "xterm")

    lines = hinge("today", typed="n\nn\nn\n").out.splitlines()

    card = lines[next(n for n, line in enumerate(lines) if "─" * 80 in line) :]
    assert any(line.startswith("start") for line in card)
    assert len(card) <= 23
