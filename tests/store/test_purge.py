"""A purge takes the words out of every file, also out of what an older hinge left."""

import errno
import os
from pathlib import Path

import pytest

from factories import Journal
from hingecli.coach.log.events import FilmAnswer, Pain
from hingecli.errors import LogError
from hingecli.store import EventLog
from hingecli.store.diagnosis import diagnose
from hingecli.store.tidy import scrub_purged
from store.logs import file_bytes, ids, listing, paths, refusing, write
from systems import needs_named_pipes

TWO = Journal().session(0, "wall 20").session(1, "wall 12", note="words")
THREE = TWO.morning(2, 0)


def test_a_purge_removes_a_snapshot_that_cannot_be_read(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    place = tmp_path / "snapshots"
    place.mkdir()
    (place / "1.json").write_bytes(file_bytes(TWO)[:-5])
    (place / "notes.txt").write_text("mine")

    write(tmp_path, TWO.purge("e002"))

    assert not [name for name, data in listing(tmp_path).items() if b"words" in data]
    assert (place / "notes.txt").exists()


def test_a_purge_that_a_sync_tool_brought_is_done_in_the_snapshots_too(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    EventLog(tmp_path).append(lambda held: THREE.events[len(held) :], snapshot=True)
    elsewhere = THREE.purge("e002")
    (tmp_path / "hinge.json").write_bytes(file_bytes(elsewhere, generation=3))

    write(tmp_path, elsewhere.morning(3, 0))

    assert not [name for name, data in listing(tmp_path).items() if b"words" in data]


def test_words_that_cannot_be_taken_out_of_a_snapshot_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, THREE)
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots" / "1.json").write_bytes(file_bytes(TWO))
    for path in paths(tmp_path):
        path.write_bytes(file_bytes(THREE.purge("e002"), generation=3))
    monkeypatch.setattr("hingecli.store.snapshots.replace_file", refusing("1.json", errno.EROFS))

    with pytest.raises(LogError, match="snapshots"):
        scrub_purged(EventLog(tmp_path))


def test_a_snapshot_with_purged_words_is_found_and_scrubbed(tmp_path: Path) -> None:
    write(tmp_path, THREE)
    log = EventLog(tmp_path)
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots" / "1.json").write_bytes(file_bytes(TWO))
    for path in paths(tmp_path):
        path.write_bytes(file_bytes(THREE.purge("e002"), generation=3))
    assert [one.purged for one in diagnose(log).snapshots] == [True]

    assert scrub_purged(log) == (1,)

    assert scrub_purged(log) == ()
    assert [(one.purged, one.events) for one in diagnose(log).snapshots] == [(False, 1)]
    assert b"words" not in (tmp_path / "snapshots" / "1.json").read_bytes()


def test_a_purge_names_what_was_put_aside_and_may_hold_the_words(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    (tmp_path / "hinge.json.damaged-1").write_bytes(b"words")

    written = write(tmp_path, TWO.purge("e002"))

    assert "damaged-1" in written.warnings[0]


def test_a_purge_names_a_damaged_conflict_copy_that_may_hold_the_words(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    (tmp_path / "hinge (1).json").write_bytes(file_bytes(TWO)[:-5])

    written = write(tmp_path, TWO.purge("e002"))

    assert "hinge (1).json may still hold the words" in written.warnings[0]


def test_a_purge_removes_a_copy_of_any_name_and_says_so(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    for name in ("hinge-LAPTOP.json", "hinge (1).json"):
        (tmp_path / name).write_bytes(file_bytes(THREE))

    written = write(tmp_path, THREE.purge("e002"))

    assert [w for w in written.warnings if "hinge-LAPTOP.json held the words" in w]
    assert not [w for w in written.warnings if "hinge (1).json" in w]
    assert not list(tmp_path.glob("hinge[- ]*.json"))
    assert b"words" not in b"".join(path.read_bytes() for path in tmp_path.glob("*.json*"))


def leave_a_cache(folder: Path) -> Path:
    (folder / "cache").mkdir()
    (folder / "cache" / "coach").write_bytes(b"what an older hinge kept")
    (folder / "cache" / "coach.123.tmp").write_bytes(b"what it had begun")
    return folder / "cache"


def test_a_write_removes_the_cache_of_an_older_hinge(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    cache = leave_a_cache(tmp_path)

    write(tmp_path, THREE)

    assert not cache.exists()


def test_a_foreign_file_in_the_cache_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    cache = leave_a_cache(tmp_path)
    (cache / "mine.txt").write_text("kept")

    write(tmp_path, THREE)

    assert [path.name for path in cache.iterdir()] == ["mine.txt"]


@needs_named_pipes
def test_a_pipe_in_the_cache_s_place_stops_nothing(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    os.mkfifo(tmp_path / "cache")

    write(tmp_path, THREE)

    assert EventLog(tmp_path).read().events == THREE.events


def test_a_purge_fails_where_the_cache_may_keep_the_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, TWO)
    cache = leave_a_cache(tmp_path)
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.parent == cache:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)

    with pytest.raises(LogError):
        write(tmp_path, TWO.purge("e002"))
    assert EventLog(tmp_path).read().events == TWO.events


def test_a_purge_takes_the_words_out_of_every_file(tmp_path: Path) -> None:
    secret = TWO.session(2, "wall 5", note="secret").edit("e003", 2, "wall 6", note="secret too")
    write(tmp_path, secret)
    (tmp_path / "hinge (1).json").write_bytes(file_bytes(secret))
    EventLog(tmp_path).append(lambda held: secret.morning(3, 0).events[4:], snapshot=True)

    purged = secret.morning(3, 0).purge("e003")
    EventLog(tmp_path).append(lambda held: purged.events[5:])

    assert ids(tmp_path) == ["e001", "e002", "e005", "e006"]
    assert not [name for name, data in listing(tmp_path).items() if b"secret" in data]
    assert len(list((tmp_path / "snapshots").iterdir())) == 2


def test_a_purge_takes_the_words_of_every_kind_out_of_every_file(tmp_path: Path) -> None:
    pain = Pain(score=3, where="leg", where_told="secret calf")
    secret = (
        TWO.session(2, "wall 5", sitting="s")
        .edit("e003", 2, "wall 6", pain=pain)
        .review(2, "s", clip="secret.mp4", answers=(FilmAnswer(question="secret", answer="no"),))
        .told_once(2, "secret", "secret", cmd="c003")
    )
    write(tmp_path, secret)
    (tmp_path / "hinge (1).json").write_bytes(file_bytes(secret))
    EventLog(tmp_path).append(lambda held: secret.morning(3, 0).events[6:], snapshot=True)

    purged = secret.morning(3, 0).purge("e003", "s", "e006")
    EventLog(tmp_path).append(lambda held: purged.events[7:])

    assert ids(tmp_path) == ["e001", "e002", "e007", "e008"]
    assert not [name for name, data in listing(tmp_path).items() if b"secret" in data]


def test_a_purged_event_does_not_come_back_from_an_old_copy(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    write(tmp_path, TWO.purge("e002"))
    (tmp_path / "hinge (1).json").write_bytes(file_bytes(TWO))

    assert ids(tmp_path) == ["e001", "e003"]
