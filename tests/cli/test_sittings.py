"""A walk's sets are one session to edit, delete and undo, however many events it has."""

from datetime import date, datetime
from pathlib import Path

import pytest

from cli.running import NOW, Hinge
from factories import Journal
from hingecli.coach.log.events import (
    Pain,
    Session,
    SessionBody,
    SetRecord,
)
from hingecli.store import EventLog


@pytest.fixture
def walked(hinge: Hinge, home: Path) -> str:
    """Three sets of one sitting, as a walk leaves them; gives the session's id."""
    assert hinge("history").code == 0
    at = datetime.fromisoformat(NOW)

    def part(number: int) -> Session:
        return Session(
            id=f"{number}" * 32,
            seq=number,
            cmd="c" * 32,
            at=at,
            day=date(2026, 11, 23),
            recorded=at,
            sitting="5" * 32,
            body=SessionBody(
                sets=(SetRecord(drill="wall-hinge", reps=10 * number, clean=10 * number),),
                pain=Pain(score=number),
                note=f"set {number}",
            ),
        )

    EventLog(home).append(lambda _: [part(1), part(2), part(3)])
    return "1" * 32


def reps(hinge: Hinge) -> list[list[int]]:
    sessions = hinge("history", "--json").json["sessions"]
    return [[one["reps"] for one in session["sets"]] for session in sessions]


def test_it_is_shown_as_one_session(hinge: Hinge, walked: str) -> None:
    (session,) = hinge("history", "--json").json["sessions"]

    assert session["id"] == walked
    assert session["sitting"] == "5" * 32
    assert (session["pain"]["score"], session["note"]) == (3, "set 1; set 2; set 3")
    assert hinge("progress", "--json").json["totals"]["sessions"] == 1


@pytest.mark.parametrize("prefix", ["1111", "222", "3"])
def test_an_edit_replaces_all_of_it_and_keeps_what_is_not_typed(
    hinge: Hinge, walked: str, prefix: str
) -> None:
    hinge("edit", prefix, "7", "8")

    (session,) = hinge("history", "--json").json["sessions"]
    assert session["id"] == walked
    assert [one["reps"] for one in session["sets"]] == [7, 8]
    assert (session["pain"]["score"], session["note"]) == (3, "set 1; set 2; set 3")
    hinge("undo")
    assert reps(hinge) == [[10, 20, 30]]


def test_a_deletion_takes_all_of_it_and_undo_brings_all_back(hinge: Hinge, walked: str) -> None:
    answer = hinge("delete", walked[:6], "--plain")

    assert answer.out.startswith("Deleted: wall hinge 10, 20, 30, today.")
    assert reps(hinge) == []
    hinge("undo")
    assert reps(hinge) == [[10, 20, 30]]


def test_one_undo_takes_the_whole_walk(hinge: Hinge, walked: str) -> None:
    answer = hinge("undo", "--plain")

    assert "Undone: wall hinge 10, 20, 30, today." in answer.out
    assert reps(hinge) == []
    assert "Redone: wall hinge 10, 20, 30, today." in hinge("redo", "--plain").out
    assert reps(hinge) == [[10, 20, 30]]


def test_a_purge_takes_the_words_of_every_set(hinge: Hinge, home: Path, walked: str) -> None:
    hinge("delete", walked, "--purge", "--yes")

    files = [path for path in home.rglob("*") if path.is_file()]
    assert not any(b"set 1" in path.read_bytes() for path in files)
    assert not any(b"set 3" in path.read_bytes() for path in files)
    assert reps(hinge) == []


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        (("dowel", "9/10", "kb", "8", "7/8"), [(True, None), (False, None), (False, "slow")]),
        (("dowel", "9/10", "kb", "8"), [(False, None)] * 2),
        (("kb", "10", "8", "7/8"), [(False, None)] * 3),
    ],
    ids=["set for set", "fewer sets", "another drill"],
)
def test_sets_put_right_one_by_one_stay_what_they_were(
    hinge: Hinge, home: Path, typed: tuple[str, ...], marks: list[tuple[bool, str | None]]
) -> None:
    journal = Journal().with_sets(
        0,
        SetRecord(drill="dowel-hinge", reps=10, clean=10, warmup=True),
        SetRecord(drill="kettlebell-deadlift", reps=8, clean=None),
        SetRecord(drill="kettlebell-deadlift", reps=8, clean=8, variant="slow", range="half"),
    )
    EventLog(home).append(lambda held: journal.events)

    hinge("edit", "e001", *typed)

    (session,) = hinge("history", "--json").json["sessions"]
    assert [(record["warmup"], record["variant"]) for record in session["sets"]] == marks
    assert None not in [record["clean"] for record in session["sets"]]
