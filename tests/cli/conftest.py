"""The command line as a function: words in, code and both streams out, at a fixed time."""

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.running import NOW, Answer, Hinge
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
