"""`hinge today` off a terminal: past days, a tempo of one's own, what is left of a day."""

import pytest

from cli.running import Hinge, on


def test_today_of_a_past_day_and_never_of_a_coming_one(hinge: Hinge) -> None:
    hinge("log", "wall", "3x10", now=on(1))

    assert hinge("today", "--date", "yesterday", "--json", now=on(2)).json["kind"] == "done"
    assert hinge("today", "--date", "tomorrow").code == 2


def test_a_past_day_is_shown_as_the_log_has_it(hinge: Hinge) -> None:
    hinge("log", "wall", "3x10")

    told = hinge("today", "--date", "yesterday", "--json", now=on(2)).json

    assert told["kind"] == "done"
    assert "A past day, as the log has it." in hinge("today", "--help").out


def test_a_session_that_was_broken_off_can_be_gone_on_with(hinge: Hinge) -> None:
    answer = hinge("log", "10", "2")
    card = hinge("today", "--plain")
    status = hinge()
    rest = hinge("log", "all")

    left = "12 clean reps so far; 2 of 3 sets are left, if you like."
    assert left in answer.out
    assert "Next: hinge today" in answer.out
    assert card.out.startswith("The rest of today.")
    assert left in card.out
    assert "Left: Wall hinge, 2 sets of 10. Rest 45 seconds." in card.out
    assert status.out == f"Week 1. The rest of today: {left}\nNext: hinge today\n"
    assert "wall hinge 2 × 10 (20 clean)" in rest.out
    assert hinge("today", "--plain").out.startswith("Done for today.")


@pytest.mark.parametrize(
    "tempo",
    ["fast", "3-1", "0-1-2", "3-1-21", "3--1-2", "nan-1-2", "3-nan-2", "inf-1-2", "3-1-inf"],
)
def test_a_tempo_without_sense_is_refused(hinge: Hinge, tempo: str) -> None:
    answer = hinge("today", "--tempo", tempo)

    assert answer.code == 2
    assert f'--tempo "{tempo}"' in answer.error


@pytest.mark.parametrize("more", [("--walk",), ("--json",), ("--date", "yesterday")])
def test_a_tempo_is_refused_before_anything_is_shown(hinge: Hinge, more: tuple[str, ...]) -> None:
    answer = hinge("today", "--tempo", "fast", *more)

    assert answer.code == 2
    assert '--tempo "fast"' in answer.error


def test_without_a_terminal_the_walk_prints_what_it_would_be(hinge: Hinge) -> None:
    answer = hinge("today", "--walk", "--plain", "--tempo", "3-1-2")

    assert answer.code == 0
    assert "Wall hinge: 3 sets of 10" in answer.out


def test_a_tempo_is_that_of_the_card_and_of_the_json(hinge: Hinge) -> None:
    card = hinge("today", "--tempo", "5-2-2").out
    (block,) = hinge("today", "--tempo", "5-2-2", "--json").json["blocks"]

    assert "5 s down" in card
    assert "Your tempo today: 5 seconds down, 2 at the end, 2 up." in card
    assert block["tempo"] == {"down": 5.0, "pause": 2.0, "up": 2.0}
