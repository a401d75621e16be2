"""The question for the morning after, before a card."""

import pytest

from cli.running import Hinge, answer_readiness, on

pytestmark = pytest.mark.usefixtures("terminal")


@pytest.mark.parametrize("words", [("--no-walk",), ("--json",), ("--date", "yesterday")])
def test_today_asks_nothing_when_only_the_card_is_wanted(
    hinge: Hinge, words: tuple[str, ...]
) -> None:
    assert "Walk through" not in hinge("today", *words, typed="").out


def test_on_a_hold_today_asks_for_the_pain_first_and_keeps_it(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "6", now=on(1))

    answer = hinge("today", typed="2\n", now=on(2))

    assert "Pain this morning, 0-10?" in answer.out
    assert "half" in answer.out
    assert "morning score 2" in hinge("undo", "--plain", now=on(2)).out


def test_skipping_the_morning_question_keeps_nothing(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "6", now=on(1))

    assert hinge("today", typed="\n", now=on(2)).code == 0
    assert "Undone: wall hinge 10" in hinge("undo", "--plain", now=on(2)).out


def test_leaving_at_the_morning_question_shows_no_more(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "6", now=on(1))

    answer = hinge("today", typed="q\n", now=on(2))

    assert answer.code == 0
    assert "Stopped." in answer.err


def test_the_morning_after_a_loaded_day_is_asked_once(hinge: Hinge) -> None:
    answer_readiness(hinge)
    hinge("unlock", "kb", "--because", "x", now=on(1))
    hinge("log", "kb", "3x8", "@8kg", now=on(1))

    first = hinge("today", typed="0\nn\n", now=on(2))
    second = hinge("today", typed="n\n", now=on(2))

    assert "Pain this morning, 0-10?" in first.out
    assert "Pain" not in second.out.split("Walk")[0].split("─")[0]


@pytest.mark.parametrize(
    ("day", "asked"), [(3, "Pain yesterday morning, 0-10?"), (5, "Pain on Tuesday morning, 0-10?")]
)
def test_a_morning_after_a_load_that_was_left_open_is_asked_by_its_day(
    hinge: Hinge, day: int, asked: str
) -> None:
    answer_readiness(hinge)
    hinge("unlock", "kb", "--because", "x", now=on(1))
    hinge("log", "kb", "3x8", "@8kg", now=on(1))
    hinge("pause", now=on(2))

    assert asked in hinge("today", typed="\nn\n", now=on(day)).out


def test_before_a_load_pain_and_soreness_are_asked_together(hinge: Hinge) -> None:
    answer_readiness(hinge)
    hinge("unlock", "dowel", "--because", "x")
    hinge("unlock", "kb", "--because", "x")
    hinge("setup", "--days", "mon,wed,fri")

    answer = hinge("today", typed="11\n1 4\nn\n")

    assert "Pain and soreness this morning" in answer.out
    assert "from 0 to 10" in answer.err
    assert "oreness 4" in answer.out
    assert hinge("today", "--json").json["kind"] != "load"
