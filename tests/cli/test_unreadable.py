"""A log that cannot be read: every command says so, and what it could not save is given back."""

from pathlib import Path

import pytest

from cli.running import Hinge


@pytest.fixture
def broken(hinge: Hinge, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A log of which no copy can be read, and a spreadsheet to import."""
    hinge("log", "wall", "12")
    for name in ("hinge.json", "hinge.json.bak"):
        (home / name).write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    Path("s.csv").write_text("date,drill,reps\n2026-11-01,wall,10\n")
    return home


@pytest.mark.parametrize(
    "words",
    [
        ("log", "12"),
        ("log", "wall", "12"),
        ("setup", "--goal", "strength"),
        ("unlock", "dowel", "--because", "I teach it"),
        ("resume",),
        ("pause",),
        ("morning", "2"),
        ("edit", "abc", "--pain", "2"),
        ("delete", "abc"),
        ("undo",),
        ("redo",),
        ("import", "s.csv", "--apply"),
    ],
)
def test_what_an_unreadable_log_cannot_take_is_given_back(
    hinge: Hinge, broken: Path, words: tuple[str, ...]
) -> None:
    answer = hinge(*words)

    assert answer.code == 5
    assert answer.err.count("Not saved. When that is mended: hinge ") == 1
    assert answer.err.splitlines()[-1].count(words[0]) == 1


@pytest.mark.parametrize(
    "words", [("today",), ("history",), ("setup", "--show"), ("import", "s.csv")]
)
def test_what_only_reads_has_nothing_to_give_back(
    hinge: Hinge, broken: Path, words: tuple[str, ...]
) -> None:
    answer = hinge(*words)

    assert answer.code == 5
    assert "Not saved" not in answer.err
