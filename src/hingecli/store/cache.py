"""A disposable file beside the log: what was worked out from it, kept under a key.

Deleting it changes nothing. It is read only if its key and its checksum are right, and whatever
fails with it is passed over.
"""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from hingecli.store.files import make_folder

FOLDER = "cache"
NAME = "coach"
_DIGITS = 64


def recall(folder: Path, key: str) -> bytes | None:
    """Give what was kept under `key`; None if nothing was, or not a byte of it is sure."""
    try:
        data = (folder / FOLDER / NAME).read_bytes()
    except OSError:
        return None
    if data[:_DIGITS] != key.encode() or data[_DIGITS : 2 * _DIGITS] != _digest(data):
        return None
    return data[2 * _DIGITS :]


def keep(folder: Path, key: str, data: bytes) -> None:
    """Keep `data` under `key` (64 characters), in place of what was kept before."""
    place = folder / FOLDER
    held = key.encode() + b" " * _DIGITS + data
    temp = place / f"{NAME}.{os.getpid()}.tmp"
    with suppress(OSError):
        make_folder(place)
        with open(temp, "wb", opener=_private) as file:
            file.write(key.encode() + _digest(held) + data)
        temp.replace(place / NAME)
    with suppress(OSError):
        temp.unlink(missing_ok=True)


def forget(folder: Path) -> None:
    """Remove what was kept: it may hold words that are to be nowhere. Raises OSError."""
    (folder / FOLDER / NAME).unlink(missing_ok=True)


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data[:_DIGITS] + data[2 * _DIGITS :]).hexdigest().encode()


def _private(path: str, flags: int) -> int:
    descriptor = os.open(path, flags, 0o600)
    if hasattr(os, "fchmod"):  # whatever the umask took away
        os.fchmod(descriptor, 0o600)
    return descriptor
