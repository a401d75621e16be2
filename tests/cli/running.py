"""What a run of the program leaves, and the times at which tests run it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

NOW = "2026-11-23T07:30:00+01:00"
"""A Monday morning."""


@dataclass(frozen=True)
class Answer:
    """What a run of the program left: its code, its results, its messages."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The results, read as JSON."""
        return json.loads(self.out)

    @property
    def error(self) -> str:
        """The message of a failure: checked to be one or two lines that begin with hinge."""
        lines = self.err.splitlines()
        assert 1 <= len(lines) <= 2
        assert lines[0].startswith("hinge: ")
        assert self.out == ""
        return self.err.strip()


Hinge = Callable[..., Answer]
COPIES = ("hinge.json", "hinge.json.bak")


def on(day: int, hour: int = 7) -> str:
    """Return a time on the day `day` of the practice; the first is a Monday."""
    first = datetime.fromisoformat(NOW)
    return (first + timedelta(days=day - 1)).replace(hour=hour).isoformat()


def answer_readiness(hinge: Hinge) -> None:
    """Answer the readiness questions, so that today does not ask them."""
    hinge("setup", "--screen", "clear", now=on(1))


def notes(hinge: Hinge) -> list[str | None]:
    """Return the notes of the sessions, the newest first."""
    return [one["note"] for one in hinge("history", "--json").json["sessions"]]


def last_command(out: str) -> list[str]:
    """Return the words of the command that the answer ends with."""
    return out.splitlines()[-1].partition("hinge ")[2].split()
