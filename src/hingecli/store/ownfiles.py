"""Which files are the log's own: what an export must never be written over.

Owns the answer for a path, whatever links lead to it. Reads a few bytes, writes nothing.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from hingecli.store.copies import (
    BACKUP,
    LOCK,
    MAIN,
    SNAPSHOTS,
    is_conflict_name,
    looks_like_a_log,
)


def own_file(path: Path, *, folder: Path) -> str | None:
    """Return what of the log in `folder` lies at `path`, or would; None if nothing does.

    A log of hinge anywhere else is one too.
    """
    target = Path(os.path.realpath(path))
    name = target.name.casefold()
    for own in _folders(folder):
        if _same(target.parent, own) and _is_own_name(name):
            return "your log's own file"
        if any(_same(parent, own / SNAPSHOTS) for parent in target.parents):
            return "a snapshot of your log"
        if any(_same(target, own / other) for other in (MAIN, BACKUP, LOCK)):
            return "your log under another name"
    return "a log of hinge" if looks_like_a_log(target) else None


def _is_own_name(name: str) -> bool:
    return name in (MAIN, LOCK) or name.startswith(f"{MAIN}.") or is_conflict_name(name)


def _folders(folder: Path) -> Iterator[Path]:
    """Yield the log's folder, and the one that a link in it leads to."""
    yield folder
    yield Path(os.path.realpath(folder / MAIN)).parent


def _same(path: Path, other: Path) -> bool:
    """Return whether both are one: by their names, or where they lie on the disk."""
    if os.path.normcase(os.path.realpath(path)) == os.path.normcase(os.path.realpath(other)):
        return True
    try:
        return path.samefile(other)
    except OSError:
        return False
