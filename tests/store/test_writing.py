"""One write of the log: what fails before it is safe fails it, what fails after is told."""

import errno
import os
import signal
import threading
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from factories import Journal
from hingecli.errors import LogError
from hingecli.store import EventLog
from hingecli.store.codec import Contents
from hingecli.store.files import replace_file
from hingecli.store.lock import locked, sigint_deferred
from store.logs import listing, paths, refusing, write

TWO = Journal().session(0, "wall 20").session(1, "wall 12", note="words")
THREE = TWO.morning(2, 0)


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
