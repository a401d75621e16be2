"""`hinge doctor`: how the files are, what is wrong, and how it is mended."""

import shutil
from pathlib import Path

import pytest

from cli.running import COPIES, Hinge, notes
from factories import Journal
from hingecli.store import EventLog
from store.logs import file_bytes, newer_format


def test_a_new_machine_is_well(hinge: Hinge, home: Path) -> None:
    answer = hinge("doctor")

    assert answer.code == 0
    assert str(home) in answer.out
    assert "All is well" in answer.out
    assert not home.exists()


def test_a_good_log_is_told_with_its_counts(hinge: Hinge, two: Path) -> None:
    answer = hinge("doctor")

    assert answer.code == 0
    for name in COPIES:
        assert f"{name}: good, 2 events, generation 2, schema 2" in answer.out
    assert "2 events, 2 sessions that count" in answer.out


def test_one_session_counts(hinge: Hinge) -> None:
    hinge("log", "wall", "10")

    assert "1 event, 1 session that counts" in hinge("doctor").out


@pytest.mark.parametrize("name", COPIES)
def test_a_damaged_copy_is_exit_5_with_the_name(hinge: Hinge, two: Path, name: str) -> None:
    (two / name).write_bytes(b"null")

    answer = hinge("doctor")

    assert answer.code == 5
    assert f"{name}: damaged" in answer.out
    assert "Wrong:" in answer.out


def test_a_conflict_copy_is_named_and_removed_once_it_is_absorbed(
    hinge: Hinge, two: Path, tmp_path: Path
) -> None:
    shutil.copytree(two, tmp_path / "there")
    hinge("--home", str(tmp_path / "there"), "log", "wall", "15", "-n", "there")
    conflict = two / "hinge (1).json"
    shutil.copy(tmp_path / "there" / "hinge.json", conflict)

    assert "hinge (1).json, 3 events, read as part of the log" in hinge("doctor").out
    hinge("log", "wall", "16", "-n", "here")
    answer = hinge("doctor")

    assert "Removed: hinge (1).json" in answer.out
    assert not conflict.exists()
    assert set(notes(hinge)) == {"first", "second", "there", "here"}


def test_what_a_killed_write_left_is_removed(hinge: Hinge, two: Path) -> None:
    (two / "hinge.json.0011223344556677.tmp").write_bytes(b"half")

    answer = hinge("doctor")

    assert answer.code == 0
    assert "Removed: hinge.json.0011223344556677.tmp" in answer.out
    assert not list(two.glob("*.tmp"))


@pytest.mark.parametrize("older", [COPIES, COPIES[:1], COPIES[1:]])
def test_a_log_of_both_schemas_is_well_until_the_next_write_makes_it_one(
    hinge: Hinge, home: Path, older: tuple[str, ...]
) -> None:
    home.mkdir()
    journal = Journal().session(0, "wall 10", note="first").session(1, "wall 11", note="second")
    for name in COPIES:
        schema = 1 if name in older else None
        (home / name).write_bytes(file_bytes(journal, schema=schema))
    (home / "hinge (1).json").write_bytes(file_bytes(journal.session(2, "wall 12"), schema=1))

    before = hinge("doctor")
    shown = notes(hinge)
    hinge("log", "wall", "13")
    after = hinge("doctor")

    assert (before.code, after.code) == (0, 0)
    assert "an older hinge wrote schema 1; the next write makes it schema 2" in before.out
    assert shown == [None, "second", "first"]
    assert notes(hinge) == [None, None, "second", "first"]
    assert "4 sessions that count" in after.out
    assert "schema 1" not in after.out


def test_a_damaged_conflict_copy_is_named_and_left_alone(hinge: Hinge, two: Path) -> None:
    (two / "hinge (1).json").write_bytes(b"half")

    answer = hinge("doctor")

    assert answer.code == 0
    assert "Conflict copy: hinge (1).json, damaged; left alone" in answer.out


def test_a_missing_first_copy_is_wrong_until_the_next_write(hinge: Hinge, two: Path) -> None:
    (two / "hinge.json").unlink()
    assert hinge("doctor").code == 5

    hinge("log", "wall", "14")

    assert hinge("doctor").code == 0


def test_a_newer_log_is_exit_5(hinge: Hinge, two: Path) -> None:
    held = EventLog(two, layout=newer_format())
    first = held.read().events[0]
    import msgspec

    held.append(lambda events: (msgspec.structs.replace(first, id="new", seq=9),))

    for words in (("doctor",), ("doctor", "--accept"), ("doctor", "--restore", "2")):
        assert hinge(*words).code == 5


def test_where_nothing_is_left_doctor_names_the_ways_out(hinge: Hinge, two: Path) -> None:
    for name in COPIES:
        (two / name).write_bytes(b"")

    out = hinge("doctor").out
    assert "put it into the folder" in out
    assert "move hinge.json and hinge.json.bak out of the folder" in out

    for name in COPIES:
        (two / name).rename(two.parent / name)
    assert hinge("log", "wall", "12").code == 0
    assert hinge("doctor").code == 0


def test_where_only_a_conflict_copy_is_left_and_broken_it_is_named(
    hinge: Hinge, home: Path
) -> None:
    home.mkdir()
    (home / "hinge (1).json").write_bytes(b"half")
    assert hinge("log", "wall", "12").code == 5

    out = hinge("doctor").out

    assert "move hinge (1).json out of the folder" in out
    (home / "hinge (1).json").rename(home.parent / "away.json")
    assert hinge("log", "wall", "12").code == 0


def test_a_damaged_copy_beside_a_good_one_says_that_nothing_is_lost(
    hinge: Hinge, snapshot: Path
) -> None:
    (snapshot / "hinge.json").write_bytes(b"null")

    out = hinge("doctor").out

    assert "Nothing is lost: the next write puts hinge.json aside and makes it anew." in out
    hinge("log", "wall", "12")
    assert hinge("doctor").code == 0


def test_words_purged_elsewhere_are_told_as_they_are(
    hinge: Hinge, snapshot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = hinge("history", "--json").json["sessions"][1]["id"]
    kept = (snapshot / "snapshots" / "2.json").read_bytes()
    hinge("delete", first, "--purge", "--yes")
    (snapshot / "snapshots" / "2.json").write_bytes(kept)

    def full(*_args: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("hingecli.store.snapshots.replace_file", full)
        failed = hinge("doctor")
    mended = hinge("doctor")

    assert "Snapshot 2: still holds words that were purged" in failed.out
    assert "No space left" in failed.err
    assert "Snapshot 2: held words that were purged on another machine, now removed" in mended.out
    assert "were purged" not in hinge("doctor").out


def test_a_session_of_a_wrong_clock_is_named_with_the_way_to_move_it(hinge: Hinge) -> None:
    hinge("log", "wall", "20", now="2030-01-05T07:30:00+01:00")

    report = " ".join(hinge("doctor").out.split())
    line = report.partition("To move it: hinge ")[2].split(" All is")[0]

    assert "is dated 2030-01-05, after today." in report
    assert hinge(*line.split()).code == 0
    assert hinge("history", "--json").json["sessions"][0]["date"] == "2026-11-23"
    assert "after today" not in hinge("doctor").out


def test_other_entries_after_today_are_counted(hinge: Hinge) -> None:
    hinge("morning", "2", now="2030-01-05T07:30:00+01:00")

    assert "1 other entry dated after today, the first 2030-01-05" in hinge("doctor").out


def test_a_copy_with_a_machines_name_is_named_and_never_removed(hinge: Hinge, home: Path) -> None:
    hinge("log", "wall", "20")
    copy = home / "hinge-LAPTOP.json"
    copy.write_bytes((home / "hinge.json").read_bytes())

    report = hinge("doctor").out

    assert "Conflict copy: hinge-LAPTOP.json, 1 event, in both copies; delete it" in report
    assert copy.exists()
