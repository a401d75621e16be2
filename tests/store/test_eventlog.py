"""The event log on the disk: appended to, in two copies, read as a union, never lost."""

import os
from pathlib import Path

import pytest

from factories import Journal
from hingecli.coach.log.events import SCHEMA, AnyEvent
from hingecli.errors import LogError, RefusedError
from hingecli.store import EventLog
from hingecli.store.lock import locked
from store.logs import NEWER, file_bytes, ids, listing, paths, write
from systems import needs_named_pipes

TWO = Journal().session(0, "wall 20").session(1, "wall 12")
THREE = TWO.session(2, "wall 15", note="third")


def test_a_folder_without_a_log_is_an_empty_log(tmp_path: Path) -> None:
    reading = EventLog(tmp_path / "none").read()

    assert (reading.events, reading.warnings, reading.generation) == ((), (), 0)
    assert not (tmp_path / "none").exists()


def test_what_was_appended_is_read_in_order(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    written = write(tmp_path, THREE)

    assert written.added == THREE.events[2:]
    assert written.events == EventLog(tmp_path).read().events == THREE.events


def test_both_copies_hold_the_same_bytes(tmp_path: Path) -> None:
    write(tmp_path, TWO)

    main, backup = paths(tmp_path)
    assert main.read_bytes() == backup.read_bytes() == file_bytes(TWO)


def test_nothing_is_written_when_the_draft_raises(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    before = listing(tmp_path)

    def refuse(held: tuple[AnyEvent, ...]) -> tuple[AnyEvent, ...]:
        raise RefusedError("on hold")

    with pytest.raises(RefusedError):
        EventLog(tmp_path).append(refuse)

    assert listing(tmp_path) == before


def test_an_event_that_is_there_already_is_not_saved_twice(tmp_path: Path) -> None:
    write(tmp_path, TWO)

    written = EventLog(tmp_path).append(lambda held: TWO.events[:1])

    assert written.added == ()
    assert ids(tmp_path) == ["e001", "e002"]


def test_another_event_under_a_known_id_is_refused(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    other = Journal().session(0, "wall 5").events

    with pytest.raises(LogError, match="e001"):
        EventLog(tmp_path).append(lambda held: other)


def test_events_of_an_earlier_seq_are_put_in_order(tmp_path: Path) -> None:
    log = EventLog(tmp_path)
    log.append(lambda held: THREE.events[2:])
    log.append(lambda held: TWO.events)

    assert log.read().events == THREE.events
    assert paths(tmp_path)[0].read_bytes() == file_bytes(THREE, generation=2)


def test_a_second_copy_that_cannot_be_written_is_a_warning(tmp_path: Path) -> None:
    paths(tmp_path)[1].mkdir(parents=True)

    written = write(tmp_path, TWO)

    assert any("second copy" in warning for warning in written.warnings)
    assert ids(tmp_path) == ["e001", "e002"]


def test_a_folder_in_the_files_place_is_a_failure(tmp_path: Path) -> None:
    paths(tmp_path)[0].mkdir()

    with pytest.raises(LogError, match=r"hinge\.json"):
        write(tmp_path, TWO)


@needs_named_pipes
def test_a_pipe_in_the_files_place_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(paths(tmp_path)[0])

    with pytest.raises(LogError, match="regular"):
        EventLog(tmp_path).read()


def test_a_newer_schema_is_refused_with_no_byte_changed(tmp_path: Path) -> None:
    for copy in paths(tmp_path):
        copy.write_bytes(file_bytes(TWO, schema=NEWER))
    before = sorted(path.name for path in tmp_path.iterdir()), listing(tmp_path)

    with pytest.raises(LogError, match="newer hinge"):
        EventLog(tmp_path).read()
    with pytest.raises(LogError, match="newer hinge"):
        write(tmp_path, THREE)

    assert (sorted(path.name for path in tmp_path.iterdir()), listing(tmp_path)) == before


def test_a_damaged_digit_in_the_schema_is_damage_not_a_newer_hinge(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    main, _ = paths(tmp_path)
    main.write_bytes(main.read_bytes().replace(b'"schema":%d' % SCHEMA, b'"schema":9'))

    assert write(tmp_path, THREE).events == THREE.events


def test_what_a_killed_write_left_is_removed_by_the_next(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    for name in ("hinge.json.00ff.tmp", "hinge.json.bak.00ff.tmp"):
        (tmp_path / name).write_bytes(b"half")

    write(tmp_path, THREE)

    assert not list(tmp_path.glob("*.tmp"))


def test_a_lock_that_is_not_to_be_had_is_a_failure_with_nothing_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, TWO)
    before = listing(tmp_path)
    monkeypatch.setattr("hingecli.store.lock.PATIENCE", 0.05)

    with locked(tmp_path), pytest.raises(LogError, match="another hinge"):
        write(tmp_path, THREE)

    assert listing(tmp_path) == before


def test_reading_needs_neither_lock_nor_tinydb(tmp_path: Path) -> None:
    import subprocess
    import sys

    write(tmp_path, TWO)
    code = (
        "import sys; from pathlib import Path; from hingecli.store import EventLog;"
        f"print(len(EventLog(Path({str(tmp_path)!r})).read().events),"
        "[name for name in ('tinydb', 'filelock') if name in sys.modules])"
    )

    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert answer.stdout.split(None, 1) == ["2", "[]\n"]
