"""Files that survive: folders and files made durable, replaced whole, private under any umask.

Owns system calls on the log's folder. Knows nothing of what the bytes mean.
"""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from hingecli.errors import LogError, cause_of

_Result = TypeVar("_Result")

_TEMP_ENDING = ".tmp"
_SHARED_S = 2.0 if os.name == "nt" else 0.0
"""Seconds to ask again: Windows refuses what a reader or a virus scanner has open just now."""
_GLANCE_S = 0.02
_NO_DIRECTORY_FSYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})
_NEXT_STEPS = {
    errno.ENOSPC: "Make room on the disk, then type it again.",
    errno.EDQUOT: "Make room on the disk, then type it again.",
    errno.EACCES: "See who owns it, or choose another folder with --home.",
    errno.EPERM: "See who owns it, or choose another folder with --home.",
    errno.EROFS: "Make the disk writable, or choose another folder with --home.",
    errno.EISDIR: "Move that folder away, or choose another with --home.",
    errno.ENOTDIR: "Choose another folder with --home.",
}


def read_file(path: Path, *, most: int | None = None) -> bytes | None:
    """Read the whole file; None if there is none. Raises OSError for what cannot be read.

    A file of more than `most` bytes is not.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(found.st_mode):  # opening a pipe would wait forever
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        if most is not None and found.st_size > most:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        return _asking_again(path.read_bytes)
    except FileNotFoundError:
        return None


def same_bytes(path: Path, data: bytes, *, step: int = 1 << 16) -> bool:
    """Return whether the file's bytes are `data`, without holding both."""
    if path.stat().st_size != len(data):
        return False
    with path.open("rb") as file:
        for start in range(0, len(data), step):
            if not data.startswith(file.read(step), start):
                return False
        return not file.read(1)


def make_folder(folder: Path) -> None:
    """Make `folder` and what leads to it, each 0700 and on the disk before this returns."""
    missing: list[Path] = []
    while not folder.is_dir():
        missing.append(folder)
        if folder == folder.parent:
            break
        folder = folder.parent
    for path in reversed(missing):
        try:
            path.mkdir(mode=0o700)
        except FileExistsError:
            if not path.is_dir():
                raise
        else:
            path.chmod(0o700)
        sync_folder(path.parent, must=False)


def replace_file(path: Path, chunks: Iterable[bytes | memoryview]) -> None:
    """Replace the file, or what a link of that name points at, by `chunks`: whole or not at all.

    On the disk when this returns, 0600 under any umask. Raises OSError, and leaves the old file.
    """
    target = Path(os.path.realpath(path))
    temp = target.with_name(f"{target.name}.{os.urandom(8).hex()}{_TEMP_ENDING}")
    try:
        _write_new(temp, chunks)
        _asking_again(lambda: temp.replace(target))
    except BaseException:
        with suppress(OSError):
            temp.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def sync_folder(folder: Path, *, must: bool = True) -> None:
    """Put the folder's names on the disk. Without `must`, one that may not be opened is let be."""
    if os.name == "nt":  # Windows cannot open a folder, and keeps its names by itself
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        if must:
            raise
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_DIRECTORY_FSYNC:
            raise
    finally:
        os.close(descriptor)


def stray_temps(path: Path) -> tuple[Path, ...]:
    """Find what killed writers of `path` left behind; with the lock held nobody needs them."""
    target = Path(os.path.realpath(path))
    try:
        names = sorted(os.listdir(target.parent))
    except OSError:
        return ()
    return tuple(
        target.with_name(name)
        for name in names
        if name.startswith(f"{target.name}.") and name.endswith(_TEMP_ENDING)
    )


def failure(doing: str, path: Path, error: OSError) -> LogError:
    """Make the sentence for a failed system call: what, the file, the cause, the next step."""
    step = _NEXT_STEPS.get(error.errno or 0, "hinge doctor shows more.")
    return LogError(f"cannot {doing} {path}: {cause_of(error)}. {step}")


def _write_new(path: Path, chunks: Iterable[bytes | memoryview]) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, 0o600)
        for chunk in chunks:
            view = memoryview(chunk)
            while view:
                view = view[os.write(descriptor, view) :]
        _sync(descriptor)
    finally:
        os.close(descriptor)


def _sync(descriptor: int) -> None:
    """Put a file on the disk itself: on macOS fsync leaves it in the drive's memory."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # not every file system can
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def _asking_again(action: Callable[[], _Result]) -> _Result:
    """Return what `action` does, tried for a while where another's open file may forbid it."""
    until = time.monotonic() + _SHARED_S
    while True:
        try:
            return action()
        except PermissionError:
            if time.monotonic() >= until:
                raise
        time.sleep(_GLANCE_S)
