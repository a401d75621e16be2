"""A session put right: `hinge edit`, `hinge delete`, and a purge."""

from pathlib import Path

import pytest

from cli.running import Hinge, on
from factories import Journal
from hingecli.coach.log.events import Purged, Session, ToldOnce
from hingecli.store import EventLog


def test_edit_changes_what_is_typed_and_keeps_the_rest(hinge: Hinge) -> None:
    session = hinge(
        *("log", "wall", "20", "--pain", "1", "-n", "first", "-m", "looking-up", "--json")
    ).json["session"]

    answer = hinge("edit", session["id"][:6], "18/20", "--effort", "4", "--plain")
    (after,) = hinge("history", "--json").json["sessions"]

    assert "Changed: wall hinge 18 clean of 20" in answer.out
    assert "Closed again: dowel hinge." in answer.out
    assert after == session | {
        "sets": [session["sets"][0] | {"clean": 18}],
        "effort": 4,
    }


def test_edit_takes_answers_away_and_moves_the_day(hinge: Hinge) -> None:
    session = hinge(
        *("log", "wall", "20", "--pain", "1", "-n", "first", "-m", "looking-up", "--json")
    ).json["session"]

    hinge("edit", session["id"], *("--pain", "none", "-n", "none", "-m", "none", "-d", "-1d"))
    (after,) = hinge("history", "--json").json["sessions"]

    assert (after["pain"], after["note"], after["mistakes"]) == (None, None, [])
    assert after["date"] == "2026-11-22"
    assert after["id"] == session["id"]


@pytest.mark.parametrize(
    ("now", "day", "at"),
    [
        ("2026-11-20T18:45:00+01:00", "2026-11-17", "2026-11-17T18:45:00+01:00"),
        ("2026-11-20T18:45:00+01:00", "2026-11-22", "2026-11-22T18:45:00+01:00"),
        ("2026-11-21T01:30:00+01:00", "2026-11-17", "2026-11-18T01:30:00+01:00"),
        ("2026-11-20T18:45:00-05:00", "2026-11-20", "2026-11-20T18:45:00-05:00"),
    ],
)
def test_a_session_moved_to_another_day_keeps_its_hour(
    hinge: Hinge, now: str, day: str, at: str
) -> None:
    id_ = hinge("log", "wall", "20", "--json", now=now).json["session"]["id"]

    hinge("edit", id_, "19", "-d", day)
    (after,) = hinge("history", "--json").json["sessions"]

    assert (after["date"], after["at"]) == (day, at)


def test_an_edit_is_one_step_to_undo(hinge: Hinge) -> None:
    id_ = hinge("log", "wall", "20", "--json").json["session"]["id"]
    hinge("edit", id_, "19")

    undone = hinge("undo", "--plain")

    assert "Undone: the change of wall hinge 20" in undone.out
    assert hinge("history", "--json").json["sessions"][0]["sets"][0]["reps"] == 20


@pytest.mark.parametrize(
    ("words", "code"),
    [((), 2), (("20",), 2), (("-d", "tomorrow"), 2), (("--effort", "11"), 2), (("3xx",), 2)],
)
def test_an_edit_without_sense_is_refused(hinge: Hinge, words: tuple[str, ...], code: int) -> None:
    id_ = hinge("log", "wall", "20", "--json").json["session"]["id"]

    answer = hinge("edit", id_, *words)

    assert answer.code == code
    assert answer.error


@pytest.mark.parametrize("command", ["edit", "delete"])
def test_a_session_that_is_not_there_is_an_unknown_name(hinge: Hinge, command: str) -> None:
    words = ("20",) if command == "edit" else ()

    answer = hinge(command, "abc", *words)

    assert answer.code == 3
    assert "hinge history" in answer.error


def test_delete_is_undone_and_redone(hinge: Hinge) -> None:
    id_ = hinge("log", "wall", "20", "--json").json["session"]["id"]

    deleted = hinge("delete", id_[:8], "--plain")
    gone = hinge("history", "--json").json["sessions"]
    hinge("undo")
    back = hinge("history", "--json").json["sessions"]
    hinge("redo")

    assert deleted.out.startswith("Deleted: wall hinge 20, today.")
    assert "Closed again: dowel hinge." in deleted.out
    assert (len(gone), len(back)) == (0, 1)
    assert hinge("history", "--json").json["sessions"] == []


def test_purge_takes_the_words_out_of_every_file(hinge: Hinge, home: Path) -> None:
    id_ = hinge("log", "wall", "20", "-n", "my secret", "--json").json["session"]["id"]
    hinge("edit", id_, "-n", "another secret")

    refused = hinge("delete", id_, "--purge")
    hinge("delete", id_, "--purge", "--yes")

    assert refused.code == 2
    assert "--yes" in refused.error
    files = [path for path in home.rglob("*") if path.is_file()]
    assert files
    assert not any(b"secret" in path.read_bytes() for path in files)
    assert hinge("history", "--json").json["sessions"] == []


def test_purge_takes_film_reviews_and_what_was_asked_once_along(hinge: Hinge, home: Path) -> None:
    id_ = hinge("log", "wall", "20", "--json").json["session"]["id"]
    session = EventLog(home).read().events[0]
    assert isinstance(session, Session)
    more = (
        Journal()
        .review(0, session.sitting, clip="my secret.mp4")
        .told_once(0, "secret", "yes", cmd=session.cmd)
        .told_once(0, "kept", "yes")
    )
    EventLog(home).append(lambda held: more.events)

    hinge("delete", id_, "--purge", "--yes")

    assert not any(b"secret" in path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert [type(event) for event in EventLog(home).read().events] == [ToldOnce, Purged]


def test_a_session_is_named_by_its_day_where_it_is_the_only_one(hinge: Hinge) -> None:
    hinge("log", "wall", "3x10", now=on(1))
    edited = hinge("edit", "yesterday", "3x9", now=on(2))
    hinge("log", "wall", "5", "-d", "yesterday", now=on(2))
    twice = hinge("edit", "yesterday", "3x8", now=on(2))
    none = hinge("delete", "today", now=on(2))
    neither = hinge("delete", "spaceship", now=on(2))

    ids = [session["id"][:6] for session in hinge("history", "--json").json["sessions"]]
    assert "Changed: wall hinge 3 × 9" in edited.out
    assert twice.code == none.code == neither.code == 3
    assert twice.error.startswith("hinge: 2 sessions yesterday: write ")
    assert all(id_ in twice.error for id_ in ids)
    assert none.error == "hinge: there is no session today. hinge history lists them."
    assert "no session has the id" in neither.error


@pytest.mark.parametrize(
    ("words", "pain"),
    [
        (("--pain", "4"), {"score": 4, "where": "knee", "sharp": False}),
        (("--where", "hip"), {"score": 2, "where": "hip", "sharp": False}),
        (("--sharp",), {"score": 2, "where": "knee", "sharp": True}),
        (("--pain", "none"), None),
    ],
)
def test_an_edit_of_the_pain_keeps_the_rest_of_it(
    hinge: Hinge, words: tuple[str, ...], pain: object
) -> None:
    hinge("log", "wall", "10", "--pain", "2", "--where", "knee")
    id_ = hinge("history", "--json").json["sessions"][0]["id"]

    assert hinge("edit", id_, *words).code == 0
    assert hinge("history", "--json").json["sessions"][0]["pain"] == pain


@pytest.mark.parametrize(
    ("words", "sharp"),
    [
        (("--pain", "4"), True),
        (("--where", "low-back"), True),
        (("--pain", "4", "--no-sharp"), False),
        (("--no-sharp",), False),
    ],
)
def test_an_edit_takes_no_sharp_pain_away_by_the_way(
    hinge: Hinge, words: tuple[str, ...], sharp: bool
) -> None:
    hinge("log", "wall", "10", "--pain", "3", "--sharp")
    id_ = hinge("history", "--json").json["sessions"][0]["id"]

    assert hinge("edit", id_, *words).code == 0
    assert hinge("history", "--json").json["sessions"][0]["pain"]["sharp"] is sharp
    assert (hinge("today", "--json").json["kind"] == "hold") is sharp


def test_an_edit_to_no_pain_takes_place_and_kind_away(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "6", "--where", "knee", "--sharp")
    id_ = hinge("history", "--json").json["sessions"][0]["id"]

    hinge("edit", id_, "--pain", "0")

    pain = hinge("history", "--json").json["sessions"][0]["pain"]
    assert pain == {"score": 0, "where": None, "sharp": False}
    assert hinge("today", "--json").json["kind"] != "hold"


def test_a_session_is_not_moved_into_the_evening_to_come(hinge: Hinge) -> None:
    hinge("log", "wall", "10", now="2026-11-22T23:30:00+01:00")
    id_ = hinge("history", "--json").json["sessions"][0]["id"]

    hinge("edit", id_, "-d", "today", now="2026-11-23T10:00:00+01:00")

    (moved,) = hinge("history", "--json").json["sessions"]
    assert (moved["date"], moved["at"][11:16]) == ("2026-11-23", "10:00")


def test_an_edit_can_tell_a_pain_that_was_not_told(hinge: Hinge) -> None:
    id_ = hinge("log", "wall", "10", "--json").json["session"]["id"]

    assert hinge("edit", id_, "--where", "hip").code == 2
    assert hinge("edit", id_, "--pain", "1", "--where", "hip", "--sore", "2").code == 0


def test_sets_without_a_session_are_no_id(hinge: Hinge) -> None:
    hinge("log", "3x10")

    assert 'no session has the id "9/10"' in hinge("edit", "9/10").error
    assert 'no session has the id ""' in hinge("edit", "", "3x9").error
    assert hinge("edit", "last").error.endswith("Write hinge edit last wall 18/20.")
