"""`hinge doctor --restore`: back to a snapshot, and back again."""

from pathlib import Path

import pytest

from cli.running import COPIES, Hinge, last_command, notes


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


def test_a_restore_says_how_it_is_taken_back(hinge: Hinge, snapshot: Path) -> None:
    hinge("undo")  # the deletion: a restore that undoes and brings back at once
    hinge("delete", hinge("history", "--json").json["sessions"][1]["id"])
    before = hinge("progress", "--json").json
    answer = hinge("doctor", "--restore", "2")
    assert notes(hinge) == ["second", "first"]

    back = hinge(*last_command(answer.out))

    assert back.code == 0
    assert hinge("progress", "--json").json == before
    assert notes(hinge) == ["fourth", "first", "third"]


def test_a_restore_of_what_is_there_changes_nothing(hinge: Hinge, snapshot: Path) -> None:
    hinge("doctor", "--restore", "2")
    data = (snapshot / "hinge.json").read_bytes()

    answer = hinge("doctor", "--restore", "2")

    assert (answer.code, answer.out.count("nothing to change")) == (0, 1)
    assert (snapshot / "hinge.json").read_bytes() == data


def test_a_lost_log_counts_what_a_snapshot_brings_back(hinge: Hinge, snapshot: Path) -> None:
    for name in COPIES:
        (snapshot / name).write_bytes(b"")

    shown = hinge("doctor").out
    preview = hinge("doctor", "--restore", "2", "--dry-run").out

    assert shown.endswith("To go back to a snapshot N: hinge doctor --restore N\n")
    assert "undoes 0 events and brings back 2." in preview


def test_yes_answers_the_question(
    hinge: Hinge, snapshot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hingecli.app.App.interactive", True)

    assert hinge("doctor", "--restore", "2", "--yes").code == 0
    assert notes(hinge) == ["second", "first"]
