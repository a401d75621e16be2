"""Completion knows commands, options, drills, mistakes and topics, and imports nothing heavy."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.running import NOW, Hinge
from hingecli.cli.command_list import COMMANDS
from hingecli.cli.root import root

TINY = Path(__file__).parents[1] / "protocols" / "tiny"


ASSISTANCE = ["american-swing", "deficit-deadlift", "block-pull", "good-morning"]


def offered(line: str, *, shell: str = "bash", **environment: str) -> list[str]:
    """Return the lines that are offered for the last word of `line`."""
    words = {
        "_HINGE_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "HINGE_NOW": NOW,
    }
    result = CliRunner().invoke(root, [], env=words | environment, prog_name="hinge")
    assert (result.exit_code, result.stderr) == (0, "")
    return [line for line in result.stdout.splitlines() if line]


def complete(line: str, **environment: str) -> list[str]:
    return [word for words in offered(line, **environment) for word in words.split()]


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
        ("hinge setup --assist ", [*ASSISTANCE, "none"]),
        ("hinge log --dry", ["--dry-run"]),
        ("hinge --pl", ["--plain"]),
        ("hinge protocol che", ["check"]),
        ("hinge log wall 10 --where sh", ["shoulder"]),
        ("hinge log wall 10 --effort h", ["hard"]),
        ("hinge log wall 10 --pain 1", ["1", "10"]),
        ("hinge log wall 10 -d y", ["yesterday"]),
        ("hinge pause --until tom", ["tomorrow"]),
        ("hinge setup --goal h", ["hypertrophy"]),
        ("hinge setup --units ", ["kg", "lb"]),
        ("hinge setup --experience ", ["new", "some", "trained"]),
        ("hinge setup --screen ", ["clear", "unloaded", "stop"]),
        ("hinge setup --limits ", ["low-back", "knee", "none"]),
        ("hinge setup --limits knee,", ["knee,low-back"]),
        ("hinge setup --days mon,w", ["mon,wed"]),
        ("hinge setup --equipment do", ["dowel"]),
        ("hinge setup --equipment wall,dowel,d", ["wall,dowel,dumbbells"]),
        ("hinge setup --without kettlebell-", ["kettlebell-deadlift", "kettlebell-swing"]),
        ("hinge setup --without kettlebell-swing,good", ["kettlebell-swing,good-morning"]),
        ("hinge setup --without wa", []),
        ("hinge export --format ", ["json", "csv", "md"]),
    ],
)
def test_names_are_completed(line: str, found: list[str]) -> None:
    assert complete(line) == found


OPTIONS = [
    ("setup", "goal", "str", "strength"),
    ("setup", "days", "mon,w", "mon,wed"),
    ("setup", "limits", "kn", "knee"),
    ("setup", "equipment", "dowel,ket", "dowel,kettlebell"),
    ("setup", "without", "sumo", "sumo-deadlift"),
    ("log wall 10", "where", "sho", "shoulder"),
    ("log wall 10", "mistake", "loo", "looking-up"),
    ("log wall 10", "date", "yest", "yesterday"),
    ("export", "format", "js", "json"),
    ("pause", "until", "tom", "tomorrow"),
]


@pytest.mark.parametrize(("command", "option", "typed", "value"), OPTIONS)
def test_tab_completes_behind_the_sign_of_an_option(
    command: str, option: str, typed: str, value: str
) -> None:
    """bash parts the word at the sign, the others do not."""
    assert complete(f"hinge {command} --{option} = {typed}") == [value]
    for shell in ("zsh", "fish"):
        (line,) = offered(f"hinge {command} --{option}={typed}", shell=shell)
        assert f"--{option}={value}" in line


def test_every_value_is_offered_right_behind_the_sign() -> None:
    assert complete("hinge setup --goal =") == ["strength", "hypertrophy", "athletic"]
    lines = offered("hinge setup --goal=", shell="fish")
    assert lines == ["--goal=strength", "--goal=hypertrophy", "--goal=athletic"]


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
    assert complete("hinge setup --equipment d", HINGE_PROTOCOL=nowhere) == []


def test_a_protocol_that_is_no_toml_completes_nothing(tmp_path: Path) -> None:
    (tmp_path / "protocol.toml").write_text("= oh no")

    assert complete("hinge setup --equipment d", HINGE_PROTOCOL=str(tmp_path)) == []


def test_sessions_are_offered_with_day_and_drills_the_last_first(hinge: Hinge, home: Path) -> None:
    hinge("log", "wall", "10", "-d", "-3d", "--id", "a" * 32)
    hinge("log", "wall", "10", "dowel", "10", "--id", "b" * 32)
    hinge("log", "wall", "12", "--id", "c" * 32)
    hinge("undo")

    assert offered("hinge edit ", shell="fish") == [
        "bbbbbb\ttoday, Mon 23 Nov: wall-hinge, dowel-hinge",
        "aaaaaa\tFri 20 Nov: wall-hinge",
    ]
    assert offered("hinge delete a", shell="fish") == ["aaaaaa\tFri 20 Nov: wall-hinge"]
    assert offered("hinge edit ") == [
        "bbbbbb  (today, Mon 23 Nov: wall-hinge, dowel-hinge)",
        "aaaaaa  (Fri 20 Nov: wall-hinge)",
    ]
    assert offered("hinge edit a") == ["aaaaaa"]
    assert offered(f"hinge edit {'a' * 8}", shell="fish") == [f"{'a' * 8}\tFri 20 Nov: wall-hinge"]
    assert offered(f"hinge --home {home} edit b", shell="fish")[0].startswith("bbbbbb")


def test_a_log_that_cannot_be_read_offers_no_session(home: Path) -> None:
    home.mkdir()
    (home / "hinge.json").write_text("null")

    assert offered("hinge edit ", shell="fish") == []
    assert (home / "hinge.json").read_text() == "null"


def test_no_log_offers_no_session_and_none_is_begun(home: Path) -> None:
    assert offered("hinge edit ", shell="fish") == []
    assert not home.exists()


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


@pytest.mark.parametrize(
    "line",
    [
        "hinge log wall --where ",
        "hinge setup --equipment ",
        "hinge setup --assist ",
        "hinge log wall 10 -m ",
    ],
)
def test_lists_are_offered_without_what_reads_them(line: str) -> None:
    completing = imported(
        _HINGE_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(line.count(" "))
    )

    assert "hingecli.cli.complete" in completing
    assert not HEAVY & completing


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


@pytest.mark.parametrize("words", [("today",), ("today", "--plain"), ("setup", "--show")])
def test_before_a_walk_nothing_of_it_is_imported(home: Path, words: tuple[str, ...]) -> None:
    modules = imported(*words)

    assert "hingecli.app" in modules
    assert not {"prompt_toolkit", "rich.live"} & modules
    assert not any(name.startswith("hingecli.cli.walk") for name in modules)


RULES = {"hingecli.coach.protocol.parameters", "hingecli.coach.protocol.protocol"}
WRITING = {"hingecli.store.commit", "hingecli.store.lock", "tinydb", "filelock"}


def test_what_reads_the_log_or_the_texts_alone_imports_no_rules(hinge: Hinge) -> None:
    hinge("log", "wall", "3x10")

    offering = imported(_HINGE_COMPLETE="complete_bash", COMP_WORDS="hinge edit ", COMP_CWORD="2")
    looking_up = imported("mistakes")

    assert "hingecli.coach.log.sessions" in offering
    assert not (RULES | WRITING | {"rich.console"}) & offering
    assert "hingecli.coach.protocol.texts" in looking_up
    assert not (RULES | WRITING | {"hingecli.store"}) & looking_up


def test_the_first_card_imports_nothing_that_only_a_log_needs(home: Path) -> None:
    modules = imported("today", "--no-walk")

    assert "rich.console" in modules
    assert not (WRITING | {"hashlib"}) & modules
