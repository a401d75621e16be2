"""The command line as a function: words in, code and both streams out, at a fixed time."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.running import NOW, Answer, Hinge
from hingecli.cli.root import root


@pytest.fixture
def hinge(home: Path, monkeypatch: pytest.MonkeyPatch) -> Hinge:
    """Run the program in a home of its own; `now` replaces the clock."""
    assert not home.exists()

    def run(*words: str, now: str = NOW, typed: str | None = None) -> Answer:
        monkeypatch.setenv("HINGE_NOW", now)
        result = CliRunner().invoke(root, list(words), input=typed, prog_name="hinge")
        return Answer(code=result.exit_code, out=result.stdout, err=result.stderr)

    return run
