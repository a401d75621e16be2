"""Files and folders that survive: durable, private, replaced whole, on every system."""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from factories import Journal
from hingecli.store import EventLog
from hingecli.store.files import make_folder, read_file, replace_file, same_bytes, sync_folder
from store.logs import ids, write
from systems import needs_links, needs_modes

TWO = Journal().session(0, "wall 20").session(1, "wall 12", note="words")
THREE = TWO.morning(2, 0)


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
