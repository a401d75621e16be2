"""`hinge doctor --accept`: what was changed outside of hinge, shown and taken."""

from pathlib import Path

import pytest

from cli.running import COPIES, Hinge, last_command, notes
from factories import Journal
from hingecli.coach.log.events import SetRecord
from hingecli.store import EventLog


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


def test_many_changes_are_counted_after_the_first(hinge: Hinge, two: Path) -> None:
    for _ in range(23):
        hinge("morning", "2")
    main = two / "hinge.json"
    main.write_bytes(main.read_bytes().replace(b'"score":2', b'"score":3'))

    assert "changed: 3 more" in hinge("doctor").out


def test_a_hand_edit_that_was_taken_is_taken_back(hinge: Hinge, two: Path) -> None:
    main = two / "hinge.json"
    main.write_bytes(main.read_bytes().replace(b"first", b"FIRST"))
    answer = hinge("doctor", "--accept")
    back = last_command(answer.out)

    preview = hinge(*back, "--dry-run")
    hinge(*back)

    assert "as it was: 2026-11-23 session" in preview.out
    assert notes(hinge) == ["second", "first"]
    hinge("log", "wall", "14")
    assert notes(hinge) == [None, "second", "first"]
