"""`hinge import`: says first, brings in on --apply, once, as one step to undo."""

import json
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest

from cli.running import Hinge


@pytest.fixture
def other(hinge: Hinge, home: Path, tmp_path: Path) -> Path:
    """The export of another machine with two sessions; our own log is empty again."""
    hinge("log", "wall", "20")
    hinge("log", "dowel", "18/20", "-m", "lower-back-rounding:2", "-n", "wobbly")
    file = tmp_path / "other.json"
    hinge("export", "-o", str(file))
    shutil.copy(home / "hinge.json", tmp_path / "machine.json")
    shutil.rmtree(home)
    return file


def sessions(hinge: Hinge) -> list[Any]:
    found: list[Any] = hinge("history", "--json").json["sessions"]
    return found


def test_without_apply_nothing_is_written(hinge: Hinge, other: Path, home: Path) -> None:
    answer = hinge("import", str(other))

    assert answer.code == 0
    assert "2 new, 0 known, 0 rejected" in answer.out
    assert f"hinge import {other} --apply" in answer.out
    assert not home.exists()


def test_the_line_to_bring_it_in_keeps_every_word_and_can_be_pasted(
    hinge: Hinge, tmp_path: Path
) -> None:
    file = tmp_path / "my sets.csv"
    file.write_text("Day,The Exercise,Count\n2026-11-01,wall,10\n")
    maps = ("--map", "date=Day,drill=The Exercise", "--map=reps=Count")
    words = ("import", *maps, "--home", str(tmp_path / "a home"), str(file))

    told = hinge(*words).out.partition("To bring it in: hinge ")[2]

    assert shlex.split(told) == [*words, "--apply"]
    assert "Brought in: 1 session." in hinge(*shlex.split(told)).out


def test_the_line_to_bring_in_a_file_after_two_dashes_works(
    hinge: Hinge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-sets.csv").write_text("date,drill,reps\n2026-11-01,wall,10\n")

    told = hinge("import", "--", "-sets.csv").out.partition("To bring it in: hinge ")[2]

    assert "Brought in: 1 session." in hinge(*shlex.split(told)).out


def test_apply_brings_in_what_the_other_machine_shows(hinge: Hinge, other: Path) -> None:
    answer = hinge("import", str(other), "--apply")

    assert answer.code == 0
    assert "undo: hinge undo" in answer.out
    assert [one["note"] for one in sessions(hinge)] == ["wobbly", None]
    assert hinge("export").json["events"][:2] == json.loads(other.read_bytes())["events"]


def test_a_second_time_adds_nothing(hinge: Hinge, other: Path, home: Path) -> None:
    hinge("import", str(other), "--apply")
    before = (home / "hinge.json").read_bytes()

    answer = hinge("import", str(other), "--apply")

    assert "0 new, 2 known, 0 rejected" in answer.out
    assert (home / "hinge.json").read_bytes() == before


@pytest.mark.parametrize(("pain", "said"), [(7, True), (2, False)])
def test_an_import_that_brings_a_hold_says_so(
    hinge: Hinge, tmp_path: Path, pain: int, said: bool
) -> None:
    file = tmp_path / "red.csv"
    file.write_text(f"date,drill,reps,clean,pain,where\n2026-11-22,wall,10,10,{pain},low-back\n")

    answer = hinge("import", str(file), "--apply")

    assert answer.code == 0
    assert ("You logged pain 7 in the low back yesterday." in answer.err) is said


def test_an_import_is_one_step_to_undo_and_redo(hinge: Hinge, other: Path) -> None:
    hinge("log", "wall", "12")
    hinge("import", str(other), "--apply")

    hinge("undo")
    assert len(sessions(hinge)) == 1

    hinge("redo")
    assert len(sessions(hinge)) == 3


def test_a_snapshot_comes_first(hinge: Hinge, other: Path, home: Path) -> None:
    hinge("log", "wall", "12")
    before = (home / "hinge.json").read_bytes()

    hinge("import", str(other), "--apply")

    assert (home / "snapshots" / "1.json").read_bytes() == before


def test_another_machines_file_is_read_as_it_lies(
    hinge: Hinge, other: Path, tmp_path: Path
) -> None:
    answer = hinge("import", str(tmp_path / "machine.json"), "--apply")

    assert "2 new" in answer.out
    assert len(sessions(hinge)) == 2


def test_bad_lines_are_told_and_the_good_ones_brought_in(hinge: Hinge, other: Path) -> None:
    other.write_text(other.read_text("utf-8").replace('"clean":18', '"clean":180'), "utf-8")

    answer = hinge("import", str(other), "--apply")

    assert answer.code == 0
    assert "1 new, 0 known, 1 rejected" in answer.out
    assert "line 3: sets[0].clean" in answer.out
    assert len(sessions(hinge)) == 1


def test_a_file_with_nothing_but_bad_lines_is_exit_2(hinge: Hinge, tmp_path: Path) -> None:
    file = tmp_path / "sets.csv"
    file.write_text("date,drill,reps\n2026-11-01,wall,none\n2026-11-01,bench,10\n")

    answer = hinge("import", str(file))

    assert answer.code == 2
    assert "line 2: reps" in answer.out
    assert "Left out: bench 1." in answer.out


def test_csv_with_a_map_is_brought_in_once(hinge: Hinge, tmp_path: Path) -> None:
    file = tmp_path / "sets.csv"
    file.write_text("Day,Exercise,Count\n2026-11-01,wall,10\n2026-11-01,wall hinge,12\n")
    words = ("import", str(file), "--map", "date=Day,drill=Exercise,reps=Count", "--apply")

    first, again = hinge(*words), hinge(*words)

    assert "Sessions: 1 new, 0 known" in first.out
    assert "Sessions: 0 new, 1 known" in again.out
    assert [[one["reps"] for one in s["sets"]] for s in sessions(hinge)] == [[10, 12]]


def test_our_csv_brings_every_set_to_an_empty_machine(
    hinge: Hinge, home: Path, tmp_path: Path
) -> None:
    hinge("log", "wall", "3x10", "9/10", "--pain", "2", "--where", "hip", "-n", "=a")
    hinge("log", "kb", "8", "@35lb", "--effort", "5")
    before = sessions(hinge)
    file = tmp_path / "sets.csv"
    hinge("export", "--format", "csv", "-o", str(file))
    assert "0 new, 2 known" in hinge("import", str(file)).out
    shutil.rmtree(home)

    hinge("import", str(file), "--apply")

    assert sessions(hinge) == before


@pytest.mark.parametrize("word", ["--map", "nothing"])
def test_a_map_for_json_is_a_usage_error(hinge: Hinge, other: Path, word: str) -> None:
    words = ("--map", "date=Day") if word == "--map" else ("--map", "date")

    assert hinge("import", str(other), *words).code == 2


def test_a_missing_file_is_exit_2_and_a_folder_exit_5(hinge: Hinge, tmp_path: Path) -> None:
    assert hinge("import", str(tmp_path / "none.json")).code == 2
    assert hinge("import", str(tmp_path)).code == 5


def test_a_purged_session_does_not_come_back(hinge: Hinge, other: Path) -> None:
    hinge("import", str(other), "--apply")
    first = sessions(hinge)[0]["id"]
    hinge("delete", first, "--purge", "--yes")

    answer = hinge("import", str(other), "--apply")

    assert "0 new, 1 known" in answer.out
    assert "1 purged event" in answer.out
    assert len(sessions(hinge)) == 1
