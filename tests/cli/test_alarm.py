"""When to call for help: shown at once, and once."""

import sys

import pytest

from cli.running import Hinge, on

pytestmark = pytest.mark.usefixtures("terminal")


def test_pain_in_a_session_shows_the_signs_before_the_next_question(hinge: Hinge) -> None:
    answer = hinge("log", typed="wall 10\n5\nq\n")

    assert "Emergency care now" in answer.err
    assert "Emergency care now" not in answer.out


def test_pain_in_a_morning_shows_the_signs_at_once(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "6", now=on(1))

    answer = hinge("today", typed="5\n", now=on(2))

    assert "Emergency care now" in answer.err
    assert "Emergency care now" not in answer.out
    assert "See a doctor soon" not in answer.out
    assert "hinge learn pain" in answer.out


def test_who_tells_two_alarming_pains_reads_the_signs_once(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "6", now=on(1))

    answer = hinge("log", typed="5\nwall 10\n6 back\nq\n", now=on(2))

    assert (answer.err + answer.out).count("Emergency care now") == 1


def test_a_morning_without_alarm_leaves_the_signs_on_the_card(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "6", now=on(1))
    hinge("morning", "5", now=on(2))

    answer = hinge("today", typed="", now=on(2))

    assert "Emergency care now" in answer.out


def test_signs_that_went_to_a_file_are_said_again(
    hinge: Hinge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hingecli.app.is_terminal", lambda stream: stream is not sys.stderr)
    hinge("log", "wall", "10", "--pain", "6", now=on(1))

    answer = hinge("today", typed="5\n", now=on(2))

    assert "Emergency care now" in answer.out
