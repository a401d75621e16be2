"""The command line as a function: words in, code and both streams out, at a fixed time."""

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.running import NOW, Answer, Hinge, notes
from hingecli.cli.root import root


@pytest.fixture
def hinge(home: Path, monkeypatch: pytest.MonkeyPatch) -> Hinge:
    """Run the program in a home of its own; `now` replaces the clock.

    Nothing waits for the disk: that a log outlives a power cut is for tests/store and tests/faults.
    """
    assert not home.exists()
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)
    monkeypatch.setattr("hingecli.store.files._sync", lambda _descriptor: None)

    def run(*words: str, now: str = NOW, typed: str | None = None) -> Answer:
        monkeypatch.setenv("HINGE_NOW", now)
        result = CliRunner().invoke(root, list(words), input=typed, prog_name="hinge")
        return Answer(code=result.exit_code, out=result.stdout, err=result.stderr)

    return run


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program believe that it is on a terminal."""
    monkeypatch.setattr("hingecli.app.is_terminal", lambda _stream: True)


@pytest.fixture
def two(hinge: Hinge, home: Path) -> Path:
    """A log with two sessions; gives its folder."""
    hinge("log", "wall", "12", "-n", "first")
    hinge("log", "wall", "13", "-n", "second")
    return home


@pytest.fixture
def snapshot(hinge: Hinge, two: Path, tmp_path: Path) -> Path:
    """A log of which there is a snapshot with two sessions, and to which much was done since."""
    file = tmp_path / "s.csv"
    file.write_text("date,drill,reps,note\n2026-11-01,wall,10,third\n")
    hinge("import", str(file), "--apply")
    hinge("log", "wall", "14", "-n", "fourth")
    hinge("delete", hinge("history", "--json").json["sessions"][2]["id"])
    assert notes(hinge) == ["fourth", "second", "third"]
    return two
