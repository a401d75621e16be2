"""The copies of the log that lie in its folder: found, read, verified, decoded.

Owns which names count as copies. Writes nothing.
"""

import os
import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from hingecli.errors import LogError, cause_of
from hingecli.store.codec import (
    Contents,
    DamagedError,
    Format,
    Meta,
    NewerSchemaError,
    begins_as_log,
    decode,
    read_meta,
    verify,
)
from hingecli.store.files import read_file, same_bytes
from hingecli.store.union import unite

MAIN = "hinge.json"
BACKUP = "hinge.json.bak"
LOCK = "hinge.lock"
SNAPSHOTS = "snapshots"
MOST_BYTES = 200_000_000
"""Of a copy: many times 100,000 sessions. What is larger is no log, and is not read."""

_OWN = frozenset((MAIN, BACKUP, LOCK, SNAPSHOTS))
_CONFLICT = r"""(?ix)hinge.*(
        \.sync-conflict-.*          # Syncthing
      | conflicted\ copy.*          # Dropbox, Nextcloud
      | [ ._-]\(?conflict.*         # ownCloud, Resilio
      | \s\(.*(conflict|konflikt|conflit|conflicto|kopie|copie|copia).*  # Seafile; Dropbox abroad
      | \s\(\d+\)(\.json)?(\.bak)?  # Google Drive, Windows
      | \s\d+(\.json)?(\.bak)?      # iCloud
    )"""
_NAMED_SO = r"(?i)hinge.*\.(json|bak)"
"""OneDrive puts the machine's name behind ours: such a file is a copy if it begins as a log."""
_NOT_CONFLICT = r"(?i)hinge\.json\.damaged-\d+|.*\.tmp"


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """A copy that verifies. `data` is kept only if asked for."""

    path: Path
    meta: Meta
    contents: Contents
    data: bytes | None = None


class Broken(msgspec.Struct, frozen=True, kw_only=True):
    """A copy that does not verify, and why not."""

    path: Path
    why: str
    data: bytes


class Unreadable(msgspec.Struct, frozen=True, kw_only=True):
    """A copy that is there and cannot be read."""

    path: Path
    error: OSError


class Survey(msgspec.Struct, frozen=True, kw_only=True):
    """All that lies in the folder: valid copies (hinge.json first), broken ones, unreadable ones.

    `identical` names the copies whose bytes are those of hinge.json.
    """

    copies: tuple[Copy, ...] = ()
    identical: tuple[Path, ...] = ()
    broken: tuple[Broken, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()

    def copy(self, path: Path) -> Copy | None:
        """Return the valid copy at `path`, if that is one."""
        return next((copy for copy in self.copies if copy.path == path), None)

    @property
    def generation(self) -> int:
        """The newest generation of any copy that verifies; 0 if there is none."""
        return max((copy.meta.generation for copy in self.copies), default=0)

    @property
    def seq(self) -> int:
        """The highest `seq` that any valid copy has used; 0 if there is none."""
        return max((copy.meta.seq for copy in self.copies), default=0)


def survey(folder: Path, *, layout: Format, keep: bool = False) -> Survey:
    """Read every copy of the log in `folder`; `keep` the bytes of hinge.json.

    Raises LogError if a copy was written by a newer hinge.
    """
    main = folder / MAIN
    raw: bytes | None = None
    copies: list[Copy] = []
    identical: list[Path] = []
    broken: list[Broken] = []
    unreadable: list[Unreadable] = []
    for path in (main, folder / BACKUP, *conflict_copies(folder)):
        try:
            if raw is not None and path != main and path.exists() and same_bytes(path, raw):
                identical.append(path)
                continue
            data = read_file(path, most=MOST_BYTES)
        except OSError as error:
            unreadable.append(Unreadable(path=path, error=error))
            continue
        if data is None:
            continue
        try:
            meta = verify(data)
            contents = decode(data, meta=meta, layout=layout)
        except DamagedError as error:
            broken.append(Broken(path=path, why=str(error), data=data))
            continue
        except NewerSchemaError as error:
            raise newer(path, error) from error
        if path == main:
            raw = data
        copies.append(
            Copy(
                path=path, meta=meta, contents=contents, data=raw if keep and path == main else None
            )
        )
    return Survey(
        copies=tuple(copies),
        identical=tuple(identical),
        broken=tuple(broken),
        unreadable=tuple(unreadable),
    )


def contents_of(found: Survey) -> Contents:
    """Unite the valid copies. Raises LogError if there are files and none is valid."""
    unreadable = [
        copy
        for copy in found.unreadable
        if copy.path.name == MAIN or not isinstance(copy.error, IsADirectoryError)
    ]
    if not found.copies and (found.broken or unreadable):
        causes = [f"{broken.path} is damaged: {broken.why}" for broken in found.broken]
        causes += [f"{copy.path} cannot be read: {cause_of(copy.error)}" for copy in unreadable]
        raise LogError(
            f"{'; '.join(causes)}. Nothing is written over it; hinge doctor shows the ways out."
        )
    if len(found.copies) == 1:
        return found.copies[0].contents
    return unite([copy.contents for copy in found.copies])


def conflict_copies(folder: Path) -> tuple[Path, ...]:
    """Find what sync tools left beside the log: by name, or by how a file named alike begins."""
    try:
        names: Sequence[str] = sorted(os.listdir(folder))
    except OSError:
        return ()
    return tuple(folder / name for name in names if _is_conflict_copy(folder, name))


def _is_conflict_copy(folder: Path, name: str) -> bool:
    if name in _OWN:  # in most folders all of them: no expression is compiled
        return False
    if is_conflict_name(name):
        return True
    return re.fullmatch(_NAMED_SO, name) is not None and looks_like_a_log(folder / name)


def is_conflict_name(name: str) -> bool:
    """Return whether a sync tool would give this name to its second version of the log."""
    is_one = re.fullmatch(_CONFLICT, name) is not None
    return is_one and re.fullmatch(_NOT_CONFLICT, name) is None


def looks_like_a_log(path: Path) -> bool:
    """Return whether a file begins as a log of hinge; what is no file, or unreadable, does not."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return begins_as_log(file.read(512))
    except OSError:
        return False


def says_newer(path: Path, layout: Format) -> bool:
    """Return whether the first bytes of the file claim a newer schema, which may be damage."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return read_meta(file.read(512)).schema > layout.schema
    except (OSError, DamagedError):
        return False


def newer(path: Path, error: NewerSchemaError) -> LogError:
    """Make the sentence for a log that a newer hinge wrote."""
    return LogError(
        f"{path} was written by a newer hinge ({error}). Update hinge; nothing is changed."
    )
