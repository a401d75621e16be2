"""Completion knows commands, options, drills, mistakes and topics, and imports nothing heavy."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hingecli.cli.table import COMMANDS

TINY = Path(__file__).parents[1] / "protocols" / "tiny"


def complete(line: str, **environment: str) -> list[str]:
    words = line.split(" ")
    result = subprocess.run(
        [sys.executable, "-m", "hingecli"],
        env=os.environ
        | {
            "_HINGE_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        }
        | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return result.stdout.split()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("hinge lo", ["log"]),
        ("hinge log wa", ["wall-hinge"]),
        ("hinge log wall 10 dow", ["dowel-hinge"]),
        ("hinge log wall 10 -m lo", ["lower-back-rounding", "looking-up"]),
        ("hinge mistakes soft", ["soft-lockout"]),
        ("hinge learn brea", ["breathing"]),
        ("hinge why kettlebell-s", ["kettlebell-swing"]),
        ("hinge show good", ["good-morning"]),
        ("hinge unlock deficit", ["deficit-deadlift"]),
        ("hinge setup --assist block", ["block-pull"]),
        ("hinge log --dry", ["--dry-run"]),
        ("hinge --pl", ["--plain"]),
        ("hinge protocol che", ["check"]),
    ],
)
def test_names_are_completed(line: str, found: list[str]) -> None:
    assert complete(line) == found


def test_every_command_is_completed() -> None:
    assert complete("hinge ") == list(COMMANDS)


def test_a_protocol_in_the_home_of_nobody_completes_nothing() -> None:
    assert complete("hinge log w", HINGE_PROTOCOL="~nosuchuser/x") == []


def test_names_come_from_the_protocol_in_use() -> None:
    drills = sorted(path.stem for path in (TINY / "drills").iterdir())

    assert complete("hinge log ", HINGE_PROTOCOL=str(TINY)) == drills
    assert complete(f"hinge --protocol {TINY} log ") == drills


def test_a_protocol_that_is_not_there_completes_nothing(tmp_path: Path) -> None:
    nowhere = str(tmp_path / "nowhere")

    assert complete("hinge log wa", HINGE_PROTOCOL=nowhere) == []
    assert complete("hinge log wall -m lo", HINGE_PROTOCOL=nowhere) == []


IMPORTED = """
import sys
from hingecli.__main__ import main
sys.argv = ["hinge", *sys.argv[1:]]
import os
os._exit = lambda code: sys.stderr.write(" ".join(sys.modules)) and sys.exit(code)
main()
"""


def imported(*words: str, **environment: str) -> set[str]:
    result = subprocess.run(
        [sys.executable, "-c", IMPORTED, *words],
        env=os.environ | {"HINGE_NOW": "2026-11-23T07:30+01:00"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return set(result.stderr.split())


HEAVY = {"rich.console", "tinydb", "filelock", "msgspec", "hingecli.coach.log.events"}


def test_completion_and_help_import_nothing_heavy() -> None:
    completing = imported(
        _HINGE_COMPLETE="complete_bash", COMP_WORDS="hinge log wa", COMP_CWORD="2"
    )
    helping = imported("--help")

    assert "hingecli.cli.commands.log" in completing
    assert not HEAVY & completing
    assert "typer" in helping
    assert not (HEAVY | {"hingecli.cli.commands.log"}) & helping


@pytest.mark.parametrize("command", ["log", "edit", "setup"])
def test_options_from_a_table_are_completed_without_what_reads_them(command: str) -> None:
    completing = imported(
        _HINGE_COMPLETE="complete_bash", COMP_WORDS=f"hinge {command} --", COMP_CWORD="2"
    )

    assert "hingecli.cli.options" in completing
    assert not HEAVY & completing


@pytest.mark.parametrize(
    "words", [("today", "--json"), ("today", "--plain"), ("history", "--json")]
)
def test_scripts_and_plain_lines_import_no_rich_and_reading_no_tinydb(
    home: Path, words: tuple[str, ...]
) -> None:
    modules = imported(*words)

    assert "hingecli.coach.engine" in modules or "hingecli.coach.log.sessions" in modules
    assert not {"rich.console", "tinydb", "filelock"} & modules


def test_the_table_of_mistakes_reads_no_log(home: Path) -> None:
    assert "hingecli.store" not in imported("mistakes")
