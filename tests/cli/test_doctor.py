"""`hinge doctor`: how the files are, what is wrong, and how it is mended."""

import shutil
from pathlib import Path

import pytest

from cli.running import Hinge
from factories import Journal
from hingecli.coach.log.events import SetRecord
from hingecli.store import EventLog
from store.logs import file_bytes, newer_format

COPIES = ("hinge.json", "hinge.json.bak")


def notes(hinge: Hinge) -> list[str | None]:
    return [one["note"] for one in hinge("history", "--json").json["sessions"]]


@pytest.fixture
def two(hinge: Hinge, home: Path) -> Path:
    """A log with two sessions; gives its folder."""
    hinge("log", "wall", "12", "-n", "first")
    hinge("log", "wall", "13", "-n", "second")
    return home


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


def test_a_hand_edit_is_shown_taken_and_kept(hinge: Hinge, two: Path) -> None:
    main = two / "hinge.json"
    main.write_bytes(main.read_bytes().replace(b"first", b"FIRST"))

    shown = hinge("doctor")
    preview = hinge("doctor", "--accept", "--dry-run")
    assert notes(hinge) == ["second", "first"]
    taken = hinge("doctor", "--accept")

    assert '"FIRST"' in shown.out
    assert "1 changed, 0 added, 0 taken out" in preview.out
    assert taken.code == 0
    assert notes(hinge) == ["second", "FIRST"]
    assert hinge("doctor").code == 0
    hinge("log", "wall", "14")
    assert notes(hinge) == [None, "second", "FIRST"]


def test_a_session_taken_out_by_hand_is_undone(hinge: Hinge, two: Path) -> None:
    main = two / "hinge.json"
    lines = main.read_bytes().split(b"\n")
    main.write_bytes(b"\n".join([*lines[:2], lines[3], *lines[4:]]))

    hinge("doctor", "--accept")

    assert notes(hinge) == ["second"]
    hinge("redo")
    assert notes(hinge) == ["second", "first"]


def test_a_hand_edit_can_be_taken_after_the_next_write(hinge: Hinge, two: Path) -> None:
    main = two / "hinge.json"
    main.write_bytes(main.read_bytes().replace(b"first", b"FIRST"))
    hinge("log", "wall", "14", "-n", "third")
    assert notes(hinge) == ["third", "second", "first"]

    hinge("doctor", "--accept")

    assert notes(hinge) == ["third", "second", "FIRST"]
    assert not list(two.glob("*damaged*"))


def test_nothing_to_accept_is_said(hinge: Hinge, two: Path) -> None:
    answer = hinge("doctor", "--accept")

    assert answer.code == 0
    assert "Nothing was changed" in answer.out


def test_two_damaged_copies_give_back_the_rows_that_are_whole(hinge: Hinge, two: Path) -> None:
    for name in COPIES:
        data = (two / name).read_bytes()
        (two / name).write_bytes(data[: data.index(b'"2":') + 30])
    assert hinge("history").code == 5
    assert hinge("doctor").code == 5

    hinge("doctor", "--accept")

    assert notes(hinge) == ["first"]
    assert hinge("doctor").code == 0


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


def test_a_restore_shows_what_the_snapshot_had(hinge: Hinge, snapshot: Path) -> None:
    preview = hinge("doctor", "--restore", "2", "--dry-run")
    assert notes(hinge) == ["fourth", "second", "third"]
    answer = hinge("doctor", "--restore", "2")

    assert "Snapshot 2: 2 sessions" in preview.out
    assert answer.code == 0
    assert notes(hinge) == ["second", "first"]


def test_a_restore_is_taken_back_by_redo(hinge: Hinge, snapshot: Path) -> None:
    hinge("doctor", "--restore", "2")

    hinge("redo")

    assert notes(hinge) == ["fourth", "second", "third"]


def test_a_restore_works_when_both_copies_are_gone(hinge: Hinge, snapshot: Path) -> None:
    for name in COPIES:
        (snapshot / name).write_bytes(b"")

    answer = hinge("doctor", "--restore", "2")

    assert answer.code == 0
    assert notes(hinge) == ["second", "first"]
    assert (snapshot / "hinge.json.damaged-1").exists()


def test_a_lost_log_with_snapshots_is_told(hinge: Hinge, snapshot: Path) -> None:
    for name in COPIES:
        (snapshot / name).unlink()

    assert "snapshots" in hinge("history").err
    hinge("doctor", "--restore", "2")
    assert notes(hinge) == ["second", "first"]


def test_an_unknown_snapshot_is_exit_2_and_names_the_others(hinge: Hinge, snapshot: Path) -> None:
    answer = hinge("doctor", "--restore", "99")

    assert answer.code == 2
    assert "There are: 2" in answer.error


def test_a_damaged_snapshot_is_exit_5(hinge: Hinge, snapshot: Path) -> None:
    (snapshot / "snapshots" / "2.json").write_bytes(b"null")

    assert "Snapshot 2: damaged" in hinge("doctor").out
    assert hinge("doctor", "--restore", "2").code == 5


def test_restore_and_accept_together_are_a_usage_error(hinge: Hinge) -> None:
    assert hinge("doctor", "--restore", "2", "--accept").code == 2


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


@pytest.mark.parametrize(
    ("typed", "code", "note"), [("y\n", 0, "FIRST"), ("n\n", 130, "first"), ("q\n", 130, "first")]
)
def test_on_a_terminal_a_repair_is_asked_for(
    hinge: Hinge,
    two: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    code: int,
    note: str,
) -> None:
    main = two / "hinge.json"
    main.write_bytes(main.read_bytes().replace(b"first", b"FIRST"))
    monkeypatch.setattr("hingecli.app.App.interactive", True)

    answer = hinge("doctor", "--accept", typed=typed)

    assert answer.code == code
    assert notes(hinge)[1] == note


def test_yes_answers_the_question(
    hinge: Hinge, snapshot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hingecli.app.App.interactive", True)

    assert hinge("doctor", "--restore", "2", "--yes").code == 0
    assert notes(hinge) == ["second", "first"]


def test_changes_of_every_kind_are_put_in_words(hinge: Hinge, two: Path, home: Path) -> None:
    hinge("morning", "2")
    hinge("setup", "--goal", "strength")
    hinge("pause")
    for number in range(25):
        hinge("morning", str(number % 3))
    main = two / "hinge.json"
    changed = main.read_bytes().replace(b'"score":2', b'"score":3')
    changed = changed.replace(b'"goal":"strength"', b'"goal":"athletic"')
    main.write_bytes(changed.replace(b'"kind":"pause"', b'"kind":"pause","ill":true'))

    out = hinge("doctor").out

    assert "changed: 2026-11-23 morning" in out
    assert "profile" in out
    assert ": goal" in out
    assert "changed: 2026-11-23 pause" in out


def test_changes_of_the_newer_kinds_and_fields_are_put_in_words(hinge: Hinge, home: Path) -> None:
    known = Journal().with_sets(
        0,
        SetRecord(drill="dowel-hinge", reps=10, clean=10, warmup=True),
        SetRecord(drill="wall-hinge", reps=8, clean=None),
    )
    known = known.review(1, None, clip="a.mp4").told_once(2, "question", "yes")
    EventLog(home).append(lambda held: known.events)
    main = home / "hinge.json"
    changed = main.read_bytes().replace(b'"reps":8', b'"reps":9').replace(b"a.mp4", b"b.mp4")
    main.write_bytes(changed.replace(b'"yes"', b'"no"'))

    out = hinge("doctor").out

    assert "session e001: dowel-hinge 10/10 to warm up, wall-hinge 9 done" in out
    assert 'film-review e002: wall-hinge "b.mp4"' in out
    assert "told-once e003: question, no" in out


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


def test_many_changes_are_counted_after_the_first(hinge: Hinge, two: Path) -> None:
    for _ in range(23):
        hinge("morning", "2")
    main = two / "hinge.json"
    main.write_bytes(main.read_bytes().replace(b'"score":2', b'"score":3'))

    assert "changed: 3 more" in hinge("doctor").out


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


def last_line(out: str) -> list[str]:
    """Return the words of the command that the answer ends with."""
    return out.splitlines()[-1].partition("hinge ")[2].split()


def test_a_restore_says_how_it_is_taken_back(hinge: Hinge, snapshot: Path) -> None:
    hinge("undo")  # the deletion: a restore that undoes and brings back at once
    hinge("delete", hinge("history", "--json").json["sessions"][1]["id"])
    before = hinge("progress", "--json").json
    answer = hinge("doctor", "--restore", "2")
    assert notes(hinge) == ["second", "first"]

    back = hinge(*last_line(answer.out))

    assert back.code == 0
    assert hinge("progress", "--json").json == before
    assert notes(hinge) == ["fourth", "first", "third"]


def test_a_restore_of_what_is_there_changes_nothing(hinge: Hinge, snapshot: Path) -> None:
    hinge("doctor", "--restore", "2")
    data = (snapshot / "hinge.json").read_bytes()

    answer = hinge("doctor", "--restore", "2")

    assert (answer.code, answer.out.count("nothing to change")) == (0, 1)
    assert (snapshot / "hinge.json").read_bytes() == data


def test_a_hand_edit_that_was_taken_is_taken_back(hinge: Hinge, two: Path) -> None:
    main = two / "hinge.json"
    main.write_bytes(main.read_bytes().replace(b"first", b"FIRST"))
    answer = hinge("doctor", "--accept")
    back = last_line(answer.out)

    preview = hinge(*back, "--dry-run")
    hinge(*back)

    assert "as it was: 2026-11-23 session" in preview.out
    assert notes(hinge) == ["second", "first"]
    hinge("log", "wall", "14")
    assert notes(hinge) == [None, "second", "first"]


def test_a_lost_log_counts_what_a_snapshot_brings_back(hinge: Hinge, snapshot: Path) -> None:
    for name in COPIES:
        (snapshot / name).write_bytes(b"")

    shown = hinge("doctor").out
    preview = hinge("doctor", "--restore", "2", "--dry-run").out

    assert shown.endswith("To go back to a snapshot N: hinge doctor --restore N\n")
    assert "undoes 0 events and brings back 2." in preview


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
