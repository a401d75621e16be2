"""One writer at a time, and nothing that cuts a write in two.

Owns the lock file and the holding back of Ctrl-C. filelock is imported only to lock.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from hingecli.errors import LogError
from hingecli.store.copies import LOCK
from hingecli.store.files import failure

PATIENCE = 10.0
"""Seconds to wait for another writer."""


@contextmanager
def locked(folder: Path, *, patience: float | None = None) -> Iterator[None]:
    """Hold the lock of the log in `folder`.

    Raises LogError if it cannot be had within `patience` seconds (default 10).
    """
    from filelock import FileLock, Timeout

    path = folder / LOCK
    patience = PATIENCE if patience is None else patience
    lock = FileLock(path, timeout=patience, mode=0o600, poll_interval=0.02, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise LogError(
            f"another hinge has held {path} for {patience:.0f} s. Nothing was saved; "
            "let it finish, then type it again."
        ) from error
    except NotImplementedError as error:
        raise LogError(
            f"this file system cannot lock {path}. Choose a folder on a local disk with --home."
        ) from error
    except OSError as error:
        raise failure("lock", path, error) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def sigint_deferred() -> Iterator[None]:
    """Hold Ctrl-C back: what has begun to be saved is saved, and said."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, _ignore)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _ignore(signum: int, frame: FrameType | None) -> None:
    """Do nothing; unlike SIG_IGN this is not handed on to child processes."""
