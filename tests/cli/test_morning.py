"""`hinge morning`: how a morning is told, and what is refused."""

import pytest

from cli.running import Hinge, on


def test_two_good_mornings_end_a_hold(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "6", now=on(1))
    hinge("morning", "1", now=on(2))

    ended = hinge("morning", "1", "--plain", now=on(3))

    assert "The hold is over." in ended.out
    assert hinge("today", "--json", now=on(3)).json["kind"] == "practice"


@pytest.mark.parametrize("words", [("11",), ("x",), ("1", "--sore", "11"), ("1", "-d", "fri2"), ()])
def test_a_morning_without_sense_is_refused(hinge: Hinge, words: tuple[str, ...]) -> None:
    answer = hinge("morning", *words)

    assert answer.code == 2
    assert answer.error


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("good", "pain 0, this morning"),
        ("all good", "pain 0, this morning"),
        ("no pain", "pain 0, this morning"),
        ("2 low back", "pain 2, this morning"),
        ("1, a little stiff", "pain 1, this morning"),
        ("0 3", "pain 0, soreness 3, this morning"),
        ("2 this morning", "pain 2, this morning"),
        ("1 yesterday", "pain 1, yesterday morning"),
        ("yesterday: 1", "pain 1, yesterday morning"),
        ("good, 2 days ago", "pain 0, on Saturday morning"),
        ("1 3, on Friday", "pain 1, soreness 3, on Friday morning"),
    ],
)
def test_a_morning_is_told_in_words(hinge: Hinge, words: str, said: str) -> None:
    assert said in hinge("morning", *words.split()).out


@pytest.mark.parametrize("words", ["a bit stiff", "stiff", "better", "ok"])
def test_a_morning_without_a_number_is_asked_for_one(hinge: Hinge, words: str) -> None:
    answer = hinge("morning", *words.split())

    assert answer.error == (
        f'hinge: "{words}": how much pain, 0 to 10? For example: hinge morning 2.'
    )


def test_a_decimal_comma_is_not_two_scores(hinge: Hinge) -> None:
    answer = hinge("morning", "2,5")

    assert answer.error == (
        'hinge: "2,5": pain 2 and soreness 5 are written 2 5; a score is a whole number.'
    )
    assert "No sessions" in hinge("history").out


def test_a_day_alone_asks_for_its_score(hinge: Hinge) -> None:
    assert "how much pain" in hinge("morning", "yesterday").error


def test_a_morning_told_on_two_days_is_refused(hinge: Hinge) -> None:
    answer = hinge("morning", "2", "yesterday", "-d", "mon")

    assert answer.error == "hinge: the day is told twice. Leave one of them out."


def test_a_morning_with_pain_in_a_grave_place_warns(hinge: Hinge) -> None:
    assert "Emergency care now" in hinge("morning", "2", "chest").err


def test_a_morning_without_a_score_off_a_terminal_says_how(hinge: Hinge) -> None:
    answer = hinge("morning")

    assert answer.code == 2
    assert "For example: hinge morning 2." in " ".join(answer.err.split())


def test_a_score_says_what_the_hold_of_one_place_still_asks(hinge: Hinge) -> None:
    hinge("log", "wall", "5", "--pain", "6", "--where", "ankle")

    assert "until one more day at 2 or less" in hinge("morning", "1", "--plain", now=on(2)).out
    hinge("pause", now=on(3))
    assert "until two days at 2 or less" in hinge("morning", "3", "--plain", now=on(3)).out


def test_a_score_without_a_hold_says_nothing_of_one(hinge: Hinge) -> None:
    hinge("log", "wall", "5")

    assert "until" not in hinge("morning", "1", "--plain", now=on(2)).out
