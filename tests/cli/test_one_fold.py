"""Every command takes in each day of the log once, however many of its states it asks for."""

import json
from datetime import date
from pathlib import Path

import pytest

from cli.running import Hinge
from factories import Journal, day
from hingecli.coach import fold
from hingecli.coach.log.sessions import TrainingDay
from hingecli.coach.state.state import State
from hingecli.store import EventLog

DAYS = 20
TODAY = f"{day(DAYS)}T18:00:00+00:00"
MOST_ANEW = 6
"""Days near today that logs may differ in: these are taken in for each state."""


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """The days taken in, one by one."""
    seen: list[date] = []
    take_day = fold.take_day

    def noting(state: State, entry: TrainingDay) -> None:
        seen.append(entry.day)
        take_day(state, entry)

    monkeypatch.setattr(fold, "take_day", noting)
    return seen


@pytest.fixture
def lived(home: Path, hinge: Hinge) -> None:
    """A log of a session a day until yesterday."""
    journal = Journal().sessions(range(DAYS), "wall 3x10")
    EventLog(home).append(lambda _: journal.events)


LINES = (
    "",
    "today",
    "today --json",
    "log 3x10",  # the first of today
    "today --json",
    "log wall 5",
    "log wall 5 --dry-run",
    "log wall 5 -d yesterday",
    "undo",
    "redo",
    "edit last --effort 6",
    "delete last",
    "morning 1",
    "pause",
    "resume",
    "setup --units lb",
    "unlock broad-jump --because asked",
    "why",
    "why -d -3d",
    "progress",
    "plan",
)


@pytest.mark.usefixtures("lived")
def test_a_command_takes_in_each_day_once(hinge: Hinge, taken: list[date]) -> None:
    counts = {}
    for number, line in enumerate(LINES):
        taken.clear()
        answer = hinge(*line.split(), now=TODAY)
        assert answer.code == 0, answer.err
        counts[number, line] = len(taken)

    assert min(counts.values()) >= DAYS - 5
    assert {at: count for at, count in counts.items() if count > DAYS + MOST_ANEW} == {}


@pytest.mark.usefixtures("lived")
def test_a_day_that_was_trained_is_told_as_it_began(hinge: Hinge) -> None:
    began = json.loads(hinge("today", "--json", now=TODAY).out)
    hinge("log", "3x10", now=TODAY)

    after = json.loads(hinge("today", "--json", now=TODAY).out)

    assert began["done_today"]["clean_reps"] == 0
    assert after["done_today"]["clean_reps"] == 30
