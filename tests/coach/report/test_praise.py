"""Being told that it goes well: one line after a log, the most telling one, and none in pain."""

from typing import Any

import pytest

from factories import Journal, lifter, state_on
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.praise import marks, praise


def line(index: Index, journal: Journal, on: int, *words: str, **told: Any) -> str:
    """Return the line that the session `words` of day `on` deserves."""
    before = marks(state_on(index, journal, on))
    return praise(before, state_on(index, journal.session(on, *words, **told), on))


@pytest.mark.parametrize(("more", "said"), [(19, False), (20, True)])
def test_a_milestone_passed_is_told(index: Index, more: int, said: bool) -> None:
    journal = Journal().override(0, "dowel").session(0, "dowel 280")

    assert (line(index, journal, 1, f"dowel {more}") == "300 clean reps so far.") is said


def test_the_first_load_of_a_drill_is_told_once(index: Index) -> None:
    journal = lifter("kb")

    assert line(index, journal, 0, "kb 3x8 @16") == "Your first kettlebell deadlift."
    assert line(index, journal.session(0, "kb 3x8 @16"), 2, "kb 3x8 @16") == ""


def test_a_heavier_weight_is_told(index: Index) -> None:
    journal = lifter("kb").session(0, "kb 3x8 @16")

    assert line(index, journal, 2, "kb 3x8 @20") == "Kettlebell deadlift: from 16 kg to 20 kg."
    assert line(index, journal, 2, "kb 3x8 @12") == ""


@pytest.mark.parametrize(("weeks", "said"), [(9, True), (8, False)])
def test_good_weeks_are_told_now_and_then(index: Index, weeks: int, said: bool) -> None:
    days = [7 * week + number for week in range(weeks) for number in range(4)]
    journal = (
        Journal()
        .sessions(days, "wall 3x5/10")
        .sessions([7 * weeks + number for number in range(3)], "wall 3x5/10")
    )

    assert (line(index, journal, 7 * weeks + 3, "wall 3x5/10") == "10 good weeks so far.") is said


@pytest.mark.parametrize(
    ("sets", "said"),
    [
        ("wall 12", "Your longest run so far."),
        ("wall 9", ""),
        ("wall 24/25", "Your longest run so far."),
    ],
)
def test_a_better_run_is_told(index: Index, sets: str, said: str) -> None:
    told = line(index, Journal().session(0, "wall 10"), 1, sets)

    assert told == said


def test_a_mistake_that_stayed_away_is_told_once(index: Index) -> None:
    journal = Journal().session(0, "wall 10", mistakes={"looking-up": 2})
    away = index.rules.focus.retire_after
    journal = journal.sessions(range(1, away), "wall 5/10")

    last = journal.session(away, "wall 5/10")
    assert line(index, journal, away, "wall 5/10") == f"Looking up: not once in {away} sessions."
    assert line(index, last, away + 1, "wall 5/10") == ""


@pytest.mark.parametrize(
    "told", [{"pain": 3}, {"pain": 6}, {"pain": 1, "sharp": True}], ids=["amber", "red", "sharp"]
)
def test_nothing_is_praised_in_pain(index: Index, told: dict[str, Any]) -> None:
    assert line(index, lifter("kb"), 0, "kb 3x8 @16", **told) == ""


def test_nothing_is_praised_after_a_bad_morning(index: Index) -> None:
    assert line(index, lifter("kb").morning(0, 2), 0, "kb 3x8 @16") == ""


@pytest.mark.parametrize(
    ("screen", "words", "said"),
    [
        ("stop", "wall 12", False),
        ("unloaded", "wall 12", True),
        ("unloaded", "kb 3x8 @16", False),
        ("clear", "kb 3x8 @16", True),
    ],
)
def test_nothing_is_praised_that_waits_for_a_professionals_yes(
    index: Index, screen: str, words: str, said: bool
) -> None:
    journal = Journal().override(0, "kb").setup(0, screen=screen)

    assert bool(line(index, journal, 0, words)) is said
    assert line(index, journal.cleared(0), 0, words)
