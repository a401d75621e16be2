"""Snapshots: when one is kept, how many, and what becomes of one that cannot be."""

import errno
from pathlib import Path

import pytest

from factories import Journal
from hingecli.errors import LogError
from hingecli.store import EventLog, snapshots
from hingecli.store.codec import Format
from store.logs import NEWER, file_bytes, listing, log_of, paths, refusing, write

TWO = Journal().session(0, "wall 20").session(1, "wall 12", note="words")
THREE = TWO.morning(2, 0)


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


def test_a_snapshot_of_a_newer_hinge_is_refused(tmp_path: Path) -> None:
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots" / "7.json").write_bytes(file_bytes(TWO, schema=NEWER))

    with pytest.raises(LogError, match="newer"):
        snapshots.load(tmp_path, 7, layout=Format())
    with pytest.raises(FileNotFoundError):
        snapshots.load(tmp_path, 8, layout=Format())


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
