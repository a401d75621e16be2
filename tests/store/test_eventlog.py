"""The event log on the disk: appended to, in two copies, read as a union, never lost."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from factories import Journal
from hingecli.coach.log.events import SCHEMA, AnyEvent, FilmAnswer, Pain
from hingecli.errors import LogError, RefusedError
from hingecli.store import EventLog
from hingecli.store.lock import locked
from store.logs import NEWER, file_bytes, listing, log_of, paths, write
from systems import needs_links, needs_modes, needs_named_pipes

TWO = Journal().session(0, "wall 20").session(1, "wall 12")
THREE = TWO.session(2, "wall 15", note="third")


def ids(folder: Path) -> list[str]:
    return [event.id for event in EventLog(folder).read().events]


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


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o777])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@needs_modes
@pytest.mark.usefixtures("umask")
def test_folders_are_0700_and_files_0600_under_any_umask(tmp_path: Path) -> None:
    home = tmp_path / "deep" / "home"
    EventLog(home).append(lambda held: TWO.events)
    EventLog(home).append(lambda held: THREE.events[2:], snapshot=True)

    for path in (tmp_path / "deep", *(tmp_path / "deep").rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


@needs_modes
def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)

    write(tmp_path, TWO)

    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


@needs_links
def test_a_link_stays_a_link_and_its_target_is_replaced(tmp_path: Path) -> None:
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    home.mkdir()
    elsewhere.mkdir()
    (home / "hinge.json").symlink_to(elsewhere / "log.json")

    write(home, TWO)
    write(home, THREE)

    assert (home / "hinge.json").is_symlink()
    assert (elsewhere / "log.json").read_bytes() == (home / "hinge.json.bak").read_bytes()
    assert ids(home) == ["e001", "e002", "e003"]


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


def test_a_snapshot_is_kept_on_request_and_every_fifty_generations(tmp_path: Path) -> None:
    journal = Journal()
    for number in range(53):
        journal = journal.morning(number, 0)
    log = log_of(tmp_path, journal)

    assert [path.name for path in (tmp_path / "snapshots").iterdir()] == ["50.json"]

    log.append(lambda held: journal.morning(60, 0).events[53:], snapshot=True)
    assert (tmp_path / "snapshots" / "53.json").read_bytes() == file_bytes(journal, generation=53)


def test_the_newest_three_snapshots_are_kept(tmp_path: Path) -> None:
    log = EventLog(tmp_path)
    journal = Journal()
    for number in range(6):
        journal = journal.morning(number, 0)
        log.append(lambda held: journal.events[len(held) :], snapshot=True)  # noqa: B023

    names = {path.name for path in (tmp_path / "snapshots").iterdir()}
    assert names == {"3.json", "4.json", "5.json"}


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
