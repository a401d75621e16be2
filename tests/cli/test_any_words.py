"""Whatever is typed behind `hinge` is done or answered in a sentence: never a traceback."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from cli.running import NOW
from hingecli.cli.command_list import COMMANDS
from hingecli.cli.root import root

LEFT_ALONE = {"film", "simulate", "report", "calendar"}
"""Commands that cost seconds, or need what is not always installed: their own tests try them."""

OPTIONS = (
    *("-m", "-n", "-d", "-h", "-o", "--help", "--json", "--plain", "--pain", "--where", "--sharp"),
    *("--sore", "--effort", "--distance", "--note", "--date", "--id", "--dry-run", "--days"),
    *("--goal", "--equipment", "--bells", "--limits", "--units", "--body-mass", "--experience"),
    *("--sixty-plus", "--usual-pain", "--screen", "--cleared", "--assist", "--without", "--show"),
    *("--deadlift", "--since", "--limit", "--until", "--ill", "--because", "--format", "--map"),
    *("--apply", "--purge", "--yes", "--mine", "--version", "--", "-", "--pain=", "--where=back"),
    *("-m=", "-x", "--nope"),
)
SAID = (
    *(
        "wall",
        "3x10",
        "dowel",
        "10",
        "kb",
        "@16kg",
        "16",
        "kg",
        "sets",
        "of",
        "reps",
        "each",
        "side",
    ),
    *("all", "none", "yesterday", "mon", "23", "Nov", "effort", "pain", "3", "back", "low-back"),
    *("hard", "9/10", "9", "romanian", "deadlift", "kettlebell-swing", "strength", "knee", "8,12"),
    *("12,5", "2026-11-20", "-2d", "+1d", "0", "-1", "999999999999", "1e9", "½", "٣", "３", "×"),
    *("–", "“", "”", "(", ")", "[bold]", "[/red]", "\x1b[31m", "\u202e", "\ud800", "rounding:2"),
    *("lower-back-rounding", "csv", "phases", "hinge", "nope"),
)

HOSTILE = ("\ud800", "\x00", "\x1b[31m", "9" * 5000, "a" * 5000, "(" * 500)

hostile = st.text(max_size=12).filter(
    lambda text: not set("/~\\\0") & set(text) and "." not in text
)
words = st.one_of(st.sampled_from(SAID), st.sampled_from(OPTIONS), hostile)
commands = st.sampled_from(sorted(set(COMMANDS) - LEFT_ALONE)) | hostile


def answer(folder: Path, argv: list[str]) -> tuple[int, str]:
    environment = {"HINGE_HOME": str(folder / "home"), "HINGE_NOW": NOW}
    before = Path.cwd()
    os.chdir(folder)
    try:
        result = CliRunner().invoke(root, argv, env=environment, prog_name="hinge")
    finally:
        os.chdir(before)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stderr


@given(command=commands, rest=st.lists(words, max_size=6))
def test_any_words_are_done_or_answered_in_a_sentence(
    tmp_path: Path, command: str, rest: list[str]
) -> None:
    code, said = answer(tmp_path, [command, *rest])

    assert code in range(6)
    assert "unexpected" not in said
    assert "Traceback" not in said
    assert "\x1b" not in said
    if code:
        assert said.startswith("hinge: ") or command == "doctor"


@given(rest=st.lists(st.sampled_from(SAID), min_size=1, max_size=7))
def test_any_session_is_saved_or_answered_with_what_to_write(
    tmp_path: Path, rest: list[str]
) -> None:
    code, said = answer(tmp_path, ["log", "--dry-run", *rest])

    assert code in (0, 2, 3)
    assert code == 0 or len(said) < 400


@pytest.mark.parametrize(
    "line",
    [
        ("log", "{}"),
        ("log", "wall", "{}"),
        ("log", "wall", "10", "--pain", "{}"),
        ("log", "wall", "10", "--pain", "3", "--where", "{}"),
        ("log", "wall", "10", "--effort", "{}"),
        ("log", "wall", "10", "--distance", "{}"),
        ("log", "wall", "10", "-m", "{}"),
        ("log", "wall", "10", "-d", "{}"),
        ("setup", "--equipment", "{}"),
        ("setup", "--bells", "{}"),
        ("setup", "--days", "{}"),
        ("setup", "--limits", "{}"),
        ("setup", "--without", "{}"),
        ("setup", "--start", "{}"),
        ("morning", "{}"),
        ("edit", "{}", "10"),
        ("why", "{}"),
    ],
)
def test_hostile_words_are_refused_wherever_they_are_typed(
    tmp_path: Path, line: tuple[str, ...]
) -> None:
    for word in HOSTILE:
        code, said = answer(tmp_path, [part.format(word) for part in line])

        assert code in (0, 2, 3)
        assert "unexpected" not in said
        assert len(said) < 1000
