"""The copies of the log in its folder: which files are some, and what damage costs."""

import os
from pathlib import Path

import pytest

from factories import Journal
from hingecli.errors import LogError
from hingecli.store import EventLog
from store.logs import file_bytes, ids, listing, paths, write
from systems import needs_named_pipes

TWO = Journal().session(0, "wall 20").session(1, "wall 12")
THREE = TWO.session(2, "wall 15", note="third")


def test_an_older_copy_put_over_the_newer_loses_nothing(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    main, _ = paths(tmp_path)
    old = main.read_bytes()
    write(tmp_path, THREE)

    main.write_bytes(old)

    assert ids(tmp_path) == ["e001", "e002", "e003"]
    write(tmp_path, THREE.morning(3, 0))
    assert len(EventLog(tmp_path).survey().identical) == 1
    assert len(ids(tmp_path)) == 4


@pytest.mark.parametrize(
    "name",
    [
        "hinge.sync-conflict-20260101-120000-ABCDEFG.json",
        "hinge.json.sync-conflict-20260101-120000-ABCDEFG.bak",
        "hinge (Anna's conflicted copy 2026-01-01).json",
        "hinge (conflicted copy 2026-01-01 120000).json",
        "hinge_conflict-20260101-120000.json",
        "hinge.Conflict.json",
        "hinge (1).json",
        "hinge.json (1).bak",
        "hinge 2.json",
        "hinge (SFConflict a@x 2026-11-25-10-10-10).json",
        "hinge (In Konflikt stehende Kopie von X 2026-11-25).json",
        "hinge (Copie en conflit de X 2026-11-25).json",
        "hinge (copia en conflicto de X 2026-11-25).json",
        "hinge-LAPTOP.json",
        "hinge-LAPTOP-2.json",
        "hinge_old.JSON",
        "hinge - Kopie.json",
        "hinge.json-LAPTOP.bak",
        "hinge.json (SFConflict a@x 2026-11-25-10-10-10).bak",
    ],
)
def test_a_conflict_copy_is_read_and_carried_by_the_next_write(tmp_path: Path, name: str) -> None:
    write(tmp_path, TWO)
    (tmp_path / name).write_bytes(file_bytes(THREE))

    assert ids(tmp_path) == ["e001", "e002", "e003"]

    write(tmp_path, THREE.morning(3, 0))
    (tmp_path / name).unlink()
    assert len(ids(tmp_path)) == 4


@pytest.mark.parametrize(
    "name", ["other.json", "hinge.json.damaged-1", "hinge.json.1f.tmp", "hinge-x.txt"]
)
def test_other_files_are_no_copies(tmp_path: Path, name: str) -> None:
    write(tmp_path, TWO)
    (tmp_path / name).write_bytes(file_bytes(THREE))

    assert ids(tmp_path) == ["e001", "e002"]


@pytest.mark.parametrize("data", [b"", b'{"schema":2,"events":[]}', b"[]", b"\xff\xfe{\0"])
def test_a_file_named_alike_that_is_no_log_is_none_of_ours(tmp_path: Path, data: bytes) -> None:
    write(tmp_path, TWO)
    (tmp_path / "hinge-export.json").write_bytes(data)

    assert ids(tmp_path) == ["e001", "e002"]
    assert EventLog(tmp_path).survey().broken == ()


def test_a_file_named_alike_that_was_a_log_is_told_as_damaged(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    (tmp_path / "hinge-LAPTOP.json").write_bytes(file_bytes(THREE)[:-9])

    assert ids(tmp_path) == ["e001", "e002"]
    assert [b.path.name for b in EventLog(tmp_path).survey().broken] == ["hinge-LAPTOP.json"]


@needs_named_pipes
def test_a_pipe_named_alike_is_let_be(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    os.mkfifo(tmp_path / "hinge-LAPTOP.json")

    assert ids(tmp_path) == ["e001", "e002"]


@pytest.mark.parametrize("name", ["hinge.json.bak", "hinge (1).json"])
def test_a_copy_too_large_to_be_one_is_not_read(tmp_path: Path, name: str) -> None:
    write(tmp_path, TWO)
    with (tmp_path / name).open("wb") as sparse:
        sparse.truncate(2_000_000_000)

    assert ids(tmp_path) == ["e001", "e002"]
    assert [u.path.name for u in EventLog(tmp_path).survey().unreadable] == [name]


def test_a_log_too_large_to_be_one_is_an_error_and_not_a_fresh_start(tmp_path: Path) -> None:
    with (tmp_path / "hinge.json").open("wb") as sparse:
        sparse.truncate(2_000_000_000)

    with pytest.raises(LogError, match="File too large"):
        EventLog(tmp_path).read()


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("damage", [b"", b"null", b'{"events": {}}', b"\xff\xfe"])
def test_a_damaged_copy_is_told_left_out_and_kept_aside(
    tmp_path: Path, which: int, damage: bytes
) -> None:
    write(tmp_path, TWO)
    copy = paths(tmp_path)[which]
    copy.write_bytes(damage)

    reading = EventLog(tmp_path).read()
    written = write(tmp_path, THREE)

    assert reading.events == TWO.events
    assert [copy.name in warning for warning in reading.warnings] == [True]
    assert [copy.name in warning for warning in written.warnings] == [True]
    assert (tmp_path / "hinge.json.damaged-1").read_bytes() == damage
    assert EventLog(tmp_path).read().warnings == ()
    assert ids(tmp_path) == ["e001", "e002", "e003"]


def test_the_same_damage_is_kept_aside_once(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    for copy in paths(tmp_path):
        copy.write_bytes(b"null")
    paths(tmp_path)[1].write_bytes(file_bytes(TWO))
    write(tmp_path, THREE)
    paths(tmp_path)[0].write_bytes(b"null")
    write(tmp_path, THREE.morning(3, 0))

    assert [p.name for p in tmp_path.glob("*damaged*")] == ["hinge.json.damaged-1"]


@pytest.mark.parametrize("damage", [b"", b"null", b"{}"])
def test_no_valid_copy_means_neither_reading_nor_writing(tmp_path: Path, damage: bytes) -> None:
    write(tmp_path, TWO)
    for copy in paths(tmp_path):
        copy.write_bytes(damage)
    before = listing(tmp_path)

    with pytest.raises(LogError, match="damaged"):
        EventLog(tmp_path).read()
    with pytest.raises(LogError, match="damaged"):
        write(tmp_path, THREE)

    assert listing(tmp_path) == before


def test_a_missing_main_file_is_read_from_the_other_copy_and_told(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    paths(tmp_path)[0].unlink()

    reading = EventLog(tmp_path).read()

    assert reading.events == TWO.events
    assert "missing" in reading.warnings[0]


@pytest.mark.parametrize("stale", [None, 1])
def test_a_missing_or_older_second_copy_is_no_damage(tmp_path: Path, stale: int | None) -> None:
    write(tmp_path, TWO)
    main, backup = paths(tmp_path)
    old = backup.read_bytes()
    write(tmp_path, THREE)
    backup.unlink() if stale is None else backup.write_bytes(old)

    reading = EventLog(tmp_path).read()

    assert (reading.events, reading.warnings) == (THREE.events, ())
    write(tmp_path, THREE.morning(3, 0))
    assert main.read_bytes() == backup.read_bytes()
