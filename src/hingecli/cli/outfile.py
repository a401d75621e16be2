"""Writes a file that a command makes: whole or not at all, and over nothing but one of its own.

Owns what `-o` may name. What is in the file is the command's.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hingecli.errors import LogError, UsageError, cause_of
from hingecli.paths import typed_path, whole_path

if TYPE_CHECKING:
    from hingecli.app import App

STDOUT = "-"


class OwnFile(NamedTuple):
    """What a command writes: its noun, its ending, and whether bytes are one written before."""

    noun: str
    ending: str
    is_own: Callable[[bytes], bool]


def file_to_write(app: "App", typed: str | None, *, default: str, kind: OwnFile) -> Path | None:
    """Return the file that may be written; None for standard output. Raises UsageError."""
    if typed == STDOUT:
        return None
    path = typed_path(default if typed is None else typed)
    if _is_device(path):
        return path
    refuse_no_place(path, default=default)
    refuse_own(app, path)
    # The ending also keeps it off every other log, its copies and its lock.
    if not all(name.lower().endswith(kind.ending) for name in (path.name, os.path.realpath(path))):
        raise UsageError(f"{path} does not end in {kind.ending}, as a {kind.noun} does.")
    if path.exists() and not kind.is_own(_begin(path)):
        raise UsageError(
            f"{path} is there already, and hinge did not write it. Choose another -o FILE."
        )
    return path


def refuse_no_place(path: Path, *, default: str) -> None:
    """Refuse a folder, and a file in none. Raises UsageError; `default` is a name for the file."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder. Name the file: -o {path / default}")
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent}. Make it, or choose another -o FILE.")


def refuse_own(app: "App", path: Path) -> None:
    """Refuse to write over the log. Raises UsageError."""
    from hingecli.store.ownfiles import own_file

    own = own_file(path, folder=app.log.folder)
    if own is not None:
        raise UsageError(f"{path} is {own}; nothing is written over it. Choose another -o FILE.")


def write(app: "App", data: bytes, path: Path | None, *, whole: bool = False) -> None:
    """Write `data` to `path`, or to standard output without one. Raises LogError.

    With `whole` the path is said from its beginning: for a file that another program opens.
    """
    if path is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    from hingecli.store.files import replace_file

    try:
        if _is_device(path):
            path.write_bytes(data)
        else:
            replace_file(path, (data,))
    except OSError as error:
        raise LogError(
            f"cannot write {path}: {cause_of(error)}. Choose another -o FILE."
        ) from error
    app.tell(f"Written: {whole_path(path) if whole else path}")


def _is_device(path: Path) -> bool:
    """Return whether `path` is a pipe or a device: written to, never replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _begin(path: Path) -> bytes:
    """Return the first bytes of a file, enough to know it by."""
    try:
        with path.open("rb") as file:
            return file.read(2048)
    except OSError as error:
        raise LogError(f"cannot read {path}: {cause_of(error)}. Choose another -o FILE.") from error
