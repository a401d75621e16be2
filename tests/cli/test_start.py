"""What a start loads: every module costs a third of a millisecond, each time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LOADED = """
import os, sys
os._exit = lambda code: print(*sys.modules, file=sys.stderr) or sys.exit(code)
from hingecli.__main__ import main
main()
"""


def loaded_by(home: Path, *words: str) -> set[str]:
    """Return the modules that are loaded when `hinge` with these words has done its work."""
    environment = {**os.environ, "HINGE_HOME": str(home), "HINGE_NOW": "2026-11-23T18:00:00+00:00"}
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *words],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(done.stderr.split())


def test_a_plain_log_loads_nothing_for_what_was_not_told(tmp_path: Path) -> None:
    unneeded = {
        *("hingecli.coach.parse.answers", "hingecli.coach.parse.places", "hingecli.cli.alarm"),
        *("hingecli.coach.parse.dates", "hingecli.coach.parse.mistakes", "hingecli.coach.log.undo"),
        *("hingecli.coach.report.why", "hingecli.coach.report.progress", "hingecli.cli.log_line"),
        *("hingecli.coach.parse.clean_answers", "hingecli.coach.protocol.texts"),
        "prompt_toolkit",
    }

    loaded = loaded_by(tmp_path, "log", "wall", "3x10")

    assert "hingecli.coach.parse.session" in loaded
    assert not unneeded & loaded


@pytest.mark.parametrize("words", [("today", "--json"), ("today", "--no-walk", "--plain")])
def test_a_day_without_boxes_loads_no_rich_and_nothing_that_writes(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    unneeded = {
        *("rich", "tinydb", "filelock", "hingecli.store.commit", "hingecli.coach.log.undo"),
        *("hingecli.show.card", "hingecli.motion.figure"),
    }

    loaded = loaded_by(tmp_path, *words)

    assert "hingecli.coach.day.decide" in loaded
    assert not unneeded & loaded
