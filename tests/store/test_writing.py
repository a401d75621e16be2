"""One write of the log: what fails before it is safe fails it, what fails after is told."""

import errno
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from factories import Journal
from hingecli.errors import LogError
from hingecli.store import EventLog, snapshots
from hingecli.store.codec import Contents, DamagedError, Format, decode, encode, read_meta, verify
from hingecli.store.diagnosis import diagnose
from hingecli.store.files import make_folder, read_file, replace_file, same_bytes, sync_folder
from hingecli.store.lock import locked, sigint_deferred
from hingecli.store.migrations import Document
from hingecli.store.salvage import salvage
from hingecli.store.tidy import scrub_purged
from store.logs import NEWER, file_bytes, listing, newer_format, paths, write
from systems import needs_named_pipes

TWO = Journal().session(0, "wall 20").session(1, "wall 12", note="words")
THREE = TWO.morning(2, 0)


def refusing(name: str, code: int) -> Callable[..., None]:
    """Return a stand-in that refuses files whose name begins with `name`."""

    def refuse(path: Path, chunks: Iterable[bytes | memoryview]) -> None:
        if path.name.startswith(name):
            raise OSError(code, os.strerror(code), str(path))
        replace_file(path, chunks)

    return refuse


@pytest.mark.parametrize(
    ("code", "step"),
    [
        (errno.ENOSPC, "Make room"),
        (errno.EACCES, "who owns"),
        (errno.EROFS, "writable"),
        (errno.EIO, "doctor"),
    ],
)
def test_a_failed_first_copy_is_told_with_cause_file_and_next_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, step: str
) -> None:
    write(tmp_path, TWO)
    before = listing(tmp_path)
    monkeypatch.setattr("hingecli.store.storage.replace_file", refusing("hinge.json", code))

    with pytest.raises(LogError, match=step) as failed:
        write(tmp_path, THREE)

    assert os.strerror(code) in str(failed.value)
    assert str(tmp_path / "hinge.json") in str(failed.value)
    assert listing(tmp_path) == before


def test_a_failed_second_copy_is_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, TWO)
    monkeypatch.setattr(
        "hingecli.store.storage.replace_file", refusing("hinge.json.bak", errno.ENOSPC)
    )

    written = write(tmp_path, THREE)

    assert "No space left" in written.warnings[0]
    assert EventLog(tmp_path).read().events == THREE.events


def test_a_failed_snapshot_fails_the_write_that_asked_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, TWO)
    before = listing(tmp_path)
    monkeypatch.setattr(snapshots, "replace_file", refusing("1.json", errno.ENOSPC))

    with pytest.raises(LogError, match="No space"):
        EventLog(tmp_path).append(lambda held: THREE.events[2:], snapshot=True)

    assert listing(tmp_path) == before


def test_a_failed_snapshot_by_the_way_fails_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for copy in paths(tmp_path):
        copy.write_bytes(file_bytes(TWO, generation=50))
    monkeypatch.setattr(snapshots, "replace_file", refusing("50.json", errno.ENOSPC))

    assert write(tmp_path, THREE).warnings == ()


def test_a_log_begun_anew_is_newer_than_the_snapshots_of_the_old(tmp_path: Path) -> None:
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots" / "150.json").write_bytes(file_bytes(TWO, generation=150))

    write(tmp_path, TWO)

    assert EventLog(tmp_path).read().generation == 151


def test_words_that_cannot_be_written_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LogError, match="nothing was saved"):
        write(tmp_path, Journal().session(0, "wall 20", note="\ud800"))

    assert not paths(tmp_path)[0].exists()


@pytest.mark.parametrize("mass", ["NaN", "Infinity"])
def test_a_file_that_could_not_be_read_again_is_never_written(tmp_path: Path, mass: str) -> None:
    write(tmp_path, TWO)
    before = listing(tmp_path)
    foreign = TWO.setup(body_mass_kg=Decimal(mass)).events[2:]

    with pytest.raises(LogError, match="nothing was saved"):
        EventLog(tmp_path).rebuild(lambda _: (Contents(events=foreign), ()))

    assert listing(tmp_path) == before


def test_ctrl_c_in_the_middle_of_a_write_does_not_cut_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(path: Path, chunks: Iterable[bytes | memoryview]) -> None:
        signal.raise_signal(signal.SIGINT)
        replace_file(path, chunks)

    monkeypatch.setattr("hingecli.store.storage.replace_file", interrupted)

    write(tmp_path, TWO)

    assert paths(tmp_path)[0].read_bytes() == paths(tmp_path)[1].read_bytes()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_a_write_in_another_thread_leaves_ctrl_c_alone() -> None:
    seen: list[Any] = []

    def hold() -> None:
        with sigint_deferred():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=hold)
    thread.start()
    thread.join()

    assert seen == [signal.getsignal(signal.SIGINT)]


def test_a_file_system_without_locks_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object, **__: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr("filelock.FileLock.acquire", none)

    with pytest.raises(LogError, match="cannot lock"), locked(tmp_path):
        pytest.fail("locked without a lock")


@pytest.mark.parametrize(("code", "fails"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_only_a_disk_that_knows_no_folder_fsync_may_go_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, fails: bool
) -> None:
    def refuse(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)

    if fails:
        with pytest.raises(OSError, match="error"):
            sync_folder(tmp_path)
    else:
        sync_folder(tmp_path)


def test_a_parent_that_may_not_be_opened_is_let_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(os, "open", refuse)

    sync_folder(tmp_path, must=False)
    with pytest.raises(PermissionError):
        sync_folder(tmp_path)


def test_every_folder_made_has_its_parent_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(
        "hingecli.store.files.sync_folder", lambda folder, **_: synced.append(folder)
    )

    make_folder(tmp_path / "a" / "b")

    assert synced == [tmp_path, tmp_path / "a"]


def test_a_folder_that_another_makes_meanwhile_is_as_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = Path.mkdir

    def beaten(self: Path, mode: int = 0o777) -> None:
        make(self, mode)
        raise FileExistsError(errno.EEXIST, "exists", str(self))

    monkeypatch.setattr(Path, "mkdir", beaten)

    make_folder(tmp_path / "a")

    assert (tmp_path / "a").is_dir()


@pytest.mark.parametrize(
    ("data", "same"), [(b"abcde", True), (b"abcdX", False), (b"abcd", False), (b"abcdef", False)]
)
def test_bytes_are_compared_in_steps(tmp_path: Path, data: bytes, same: bool) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)

    assert same_bytes(path, b"abcde", step=2) is same


def resealed(data: bytes, *change: tuple[bytes, bytes]) -> bytes:
    """Change a file and give it the checksum of what it has become."""
    import hashlib

    for old, new in change:
        assert old in data
        data = data.replace(old, new)
    return data[:25] + hashlib.sha256(data[89:]).hexdigest().encode() + data[89:]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b'"kind":"session"', b'"kind":"poem"', "does not write"),
        (b'"count":2', b'"count":3', "instead of 3"),
        (b'"count":2', b'"count":"two"', "first table"),
        (b'"count":2', b'"count":2,"x":' + b"[" * 100_000 + b"]" * 100_000, "first table"),
        (b'"words"', b'"w\xffrds"', "does not write"),
    ],
)
def test_sealed_bytes_that_no_hinge_writes_are_damage(old: bytes, new: bytes, why: str) -> None:
    data = resealed(file_bytes(TWO), (old, new))

    with pytest.raises(DamagedError, match=why):
        decode(data, meta=verify(data), layout=Format())


def test_a_first_table_cut_short_is_damage() -> None:
    with pytest.raises(DamagedError):
        read_meta(file_bytes(TWO)[:95])


def test_an_older_file_changed_by_hand_is_salvaged_as_the_new_schema() -> None:
    def louder(document: Document) -> Document:
        rows = {key: {**row, "cmd": "moved"} for key, row in document["events"].items()}
        return {**document, "events": rows}

    data = file_bytes(TWO).replace(b'"words"', b'"WORDS"')
    found = salvage(data, layout=newer_format(louder))

    assert [event.cmd for event in found.contents.events] == ["moved", "moved"]
    assert found.whole


def test_a_file_that_lost_its_first_table_is_salvaged() -> None:
    data = b"{" + file_bytes(TWO).partition(b",\n")[2]

    found = salvage(data, layout=Format())

    assert found.contents.events == TWO.events
    assert (found.whole, found.seq) == (True, 0)


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


def test_a_snapshot_of_a_newer_hinge_is_refused(tmp_path: Path) -> None:
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots" / "7.json").write_bytes(file_bytes(TWO, schema=NEWER))

    with pytest.raises(LogError, match="newer"):
        snapshots.load(tmp_path, 7, layout=Format())
    with pytest.raises(FileNotFoundError):
        snapshots.load(tmp_path, 8, layout=Format())


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


def test_an_empty_log_is_a_file_too() -> None:
    data = b"".join(encode(Contents(), generation=1, seq=0, layout=Format()))

    assert decode(data, meta=verify(data), layout=Format()) == Contents()


def refused(times: int, action: Callable[..., Any]) -> Callable[..., Any]:
    """Return a stand-in for `action` that another's open file forbids so many times."""
    left = iter(range(times))

    def refusing_first(*words: Any) -> Any:
        if next(left, None) is not None:
            raise PermissionError(errno.EACCES, "used by another process")
        return action(*words)

    return refusing_first


def test_a_file_that_another_has_open_is_asked_for_again_on_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "hinge.json"
    monkeypatch.setattr("hingecli.store.files._SHARED_S", 60.0)
    monkeypatch.setattr(Path, "replace", refused(2, Path.replace))
    monkeypatch.setattr(Path, "read_bytes", refused(2, Path.read_bytes))

    replace_file(file, (b"whole",))

    assert read_file(file) == b"whole"


def test_what_may_not_be_written_is_told_at_once_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hingecli.store.files._SHARED_S", 0.0)
    monkeypatch.setattr(Path, "replace", refused(1, Path.replace))

    with pytest.raises(PermissionError):
        replace_file(tmp_path / "hinge.json", (b"whole",))

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("able", "synced"), [(True, ["drive"]), (False, ["fsync"])])
def test_macos_is_asked_to_empty_the_drives_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, able: bool, synced: list[str]
) -> None:
    fcntl = pytest.importorskip("fcntl", reason="Windows has no fcntl")
    asked: list[str] = []

    def full(_descriptor: int, command: int) -> None:
        assert command == 51
        if not able:
            raise OSError(errno.ENOTSUP, "no such thing on this file system")
        asked.append("drive")

    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", full)
    monkeypatch.setattr(os, "fsync", lambda _descriptor: asked.append("fsync"))
    monkeypatch.setattr("hingecli.store.files.sync_folder", lambda _folder: None)
    monkeypatch.setattr(sys, "platform", "darwin")

    replace_file(tmp_path / "hinge.json", (b"whole",))

    assert asked == synced
