"""Snapshots: whole earlier logs, named by generation, the newest three.

Owns the folder `snapshots/`. When one is taken is the event log's business.
"""

import errno
import os
from collections.abc import Collection, Iterable
from pathlib import Path

from hingecli.store.codec import (
    Contents,
    DamagedError,
    Format,
    Meta,
    NewerSchemaError,
    decode,
    encode,
    verify,
)
from hingecli.store.copies import SNAPSHOTS, newer
from hingecli.store.files import make_folder, read_file, replace_file
from hingecli.store.union import without

EVERY = 50
"""Generations between two snapshots that are taken without an occasion."""
KEEP = 3


def take(folder: Path, generation: int, chunks: Iterable[bytes | memoryview]) -> Path:
    """Keep `chunks`, the log as of `generation`, and drop the oldest above three."""
    place = folder / SNAPSHOTS
    make_folder(place)
    path = place / f"{generation}.json"
    replace_file(path, chunks)
    for old in generations(folder)[:-KEEP]:
        (place / f"{old}.json").unlink(missing_ok=True)
    return path


def generations(folder: Path) -> tuple[int, ...]:
    """List the generations of which there is a snapshot, oldest first."""
    try:
        names = os.listdir(folder / SNAPSHOTS)
    except OSError:
        return ()
    stems = (name.removesuffix(".json") for name in names if name.endswith(".json"))
    return tuple(sorted(int(stem) for stem in stems if stem.isdecimal()))


def load(folder: Path, generation: int, *, layout: Format) -> tuple[Meta, Contents]:
    """Read one snapshot. Raises DamagedError, LogError for a newer schema, OSError."""
    path = folder / SNAPSHOTS / f"{generation}.json"
    data = read_file(path)
    if data is None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    meta = verify(data)
    try:
        return meta, decode(data, meta=meta, layout=layout)
    except NewerSchemaError as error:
        raise newer(path, error) from error


def scrub(
    folder: Path,
    gone: frozenset[str],
    *,
    layout: Format,
    only: Collection[int] | None = None,
) -> None:
    """Take the purged events out of every snapshot; one that cannot be read is removed.

    `only` names the generations to look at. Raises OSError.
    """
    for generation in generations(folder) if only is None else only:
        path = folder / SNAPSHOTS / f"{generation}.json"
        try:
            meta, contents = load(folder, generation, layout=layout)
        except DamagedError:
            path.unlink(missing_ok=True)
            continue
        kept = without(contents, gone)
        if len(kept.events) < len(contents.events):
            replace_file(path, encode(kept, generation=generation, seq=meta.seq, layout=layout))
