"""How the log's folder is: every copy, snapshot, leftover and permission, and what is wrong.

Owns the findings of `doctor`; changes nothing. What can go is removed by `tidy`.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec

from hingecli.errors import LogError, cause_of
from hingecli.store import snapshots
from hingecli.store.codec import Contents, DamagedError
from hingecli.store.copies import (
    BACKUP,
    MAIN,
    Copy,
    Survey,
    conflict_copies,
    contents_of,
    is_conflict_name,
)
from hingecli.store.eventlog import EventLog
from hingecli.store.files import stray_temps
from hingecli.store.repair import HandEdit, hand_edit
from hingecli.store.salvage import Salvage, salvage
from hingecli.store.union import holds_words_of, purged_ids, unite

CopyHealth = Literal["good", "stale", "damaged", "unreadable", "missing"]


class CopyReport(msgspec.Struct, frozen=True, kw_only=True):
    """One copy of the log: its condition, and what it holds if it verifies."""

    path: Path
    condition: CopyHealth
    why: str = ""
    schema: int | None = None
    generation: int | None = None
    events: int | None = None


class ConflictReport(msgspec.Struct, frozen=True, kw_only=True):
    """A copy that a sync tool left; `absorbed` when both copies hold all of it.

    `by_name`: a sync tool named it. Others may be somebody's own copy, and are never removed.
    """

    path: Path
    condition: CopyHealth
    absorbed: bool = False
    events: int | None = None

    @property
    def by_name(self) -> bool:
        """Whether the name alone says that a sync tool left it."""
        return is_conflict_name(self.path.name)


class SnapshotReport(msgspec.Struct, frozen=True, kw_only=True):
    """One snapshot; `events` is None if it does not verify.

    `purged` says that it still holds words that were purged since, on another machine.
    """

    generation: int
    events: int | None
    purged: bool = False


class Diagnosis(msgspec.Struct, frozen=True, kw_only=True):
    """All findings. `problems` need the person; `notes` do not. `held` is the union.

    `readable` says that the log can be read: from a valid copy, or it is not begun yet.
    """

    folder: Path
    readable: bool
    copies: tuple[CopyReport, ...]
    conflicts: tuple[ConflictReport, ...]
    snapshots: tuple[SnapshotReport, ...]
    temps: tuple[Path, ...]
    aside: tuple[Path, ...]
    held: Contents
    edit: HandEdit | None
    problems: tuple[str, ...]
    notes: tuple[str, ...]


def diagnose(log: EventLog) -> Diagnosis:
    """Look at everything in the folder; change nothing. Raises LogError for a newer schema."""
    found = log.survey()
    if found.broken:  # a sync tool may be half way through a file
        with suppress(LogError), log.locked():
            found = log.survey()
    problems: list[str] = []
    held = Contents()
    readable = True
    try:
        held = contents_of(found)
    except LogError:
        readable = False
        problems.append("no copy of the log can be read; nothing is written over them")
    gone = purged_ids(held.events)
    copies = tuple(_copy_report(log.folder / name, found) for name in (MAIN, BACKUP))
    problems += [
        f"{copy.path.name}: {copy.why}"
        for copy in copies
        if copy.condition in ("damaged", "unreadable")
    ]
    if copies[0].condition == "missing" and found.copies:
        problems.append(f"{MAIN} is missing; the next write makes it again from the other copies.")
    problems += _access_problems(log.folder)
    return Diagnosis(
        folder=log.folder,
        readable=readable,
        copies=copies,
        conflicts=tuple(conflict_report(path, found) for path in conflict_copies(log.folder)),
        snapshots=tuple(
            snapshot_report(log, generation, gone=gone)
            for generation in snapshots.generations(log.folder)
        ),
        temps=(*stray_temps(log.folder / MAIN), *stray_temps(log.folder / BACKUP)),
        aside=quarantined(log.folder),
        held=held,
        edit=_edit(log, found, held),
        problems=tuple(problems),
        notes=tuple(_notes(log.folder, copies, schema=log.layout.schema)),
    )


def quarantined(folder: Path) -> tuple[Path, ...]:
    """List the broken copies that earlier writes kept, oldest first."""
    found = [
        (int(number), path)
        for path in folder.glob(f"{MAIN}.damaged-*")
        if (number := path.name.rpartition("-")[2]).isdecimal()
    ]
    return tuple(path for _, path in sorted(found))


def hand_edits(log: EventLog) -> tuple[tuple[bytes, Salvage], ...]:
    """Read what a hand edit may be in: the broken copies, else the last file put aside."""
    return _hand_edits(log, log.survey())


def _hand_edits(log: EventLog, found: Survey) -> tuple[tuple[bytes, Salvage], ...]:
    files = [copy.data for copy in found.broken if copy.path.name in (MAIN, BACKUP)]
    if not files:
        with suppress(OSError):
            files = [path.read_bytes() for path in quarantined(log.folder)[-1:]]
    return tuple((data, salvage(data, layout=log.layout)) for data in files)


def _edit(log: EventLog, found: Survey, held: Contents) -> HandEdit | None:
    sources = [source for _, source in _hand_edits(log, found)]
    edit = hand_edit(held, sources)
    return None if edit.empty else edit


def _copy_report(path: Path, found: Survey) -> CopyReport:
    for broken in found.broken:
        if broken.path == path:
            return CopyReport(path=path, condition="damaged", why=broken.why)
    for copy in found.unreadable:
        if copy.path == path:
            return CopyReport(path=path, condition="unreadable", why=cause_of(copy.error))
    valid = found.copy(path)
    if valid is None and path in found.identical:
        valid = found.copies[0]
    if valid is None:
        return CopyReport(path=path, condition="missing")
    newest = valid.meta.generation == found.generation
    return CopyReport(
        path=path,
        condition="good" if newest else "stale",
        schema=valid.meta.schema,
        generation=valid.meta.generation,
        events=len(valid.contents.events),
    )


def conflict_report(path: Path, found: Survey) -> ConflictReport:
    """Return how the copy at `path` is that a sync tool left."""
    main = found.copy(path.with_name(MAIN))
    backup = found.copy(path.with_name(BACKUP))
    if main is not None and path.with_name(BACKUP) in found.identical:
        backup = main
    if path in found.identical and main is not None:
        return ConflictReport(
            path=path,
            condition="good",
            absorbed=backup is not None,
            events=len(main.contents.events),
        )
    copy = found.copy(path)
    if copy is None:
        damaged = any(broken.path == path for broken in found.broken)
        return ConflictReport(path=path, condition="damaged" if damaged else "unreadable")
    return ConflictReport(
        path=path,
        condition="good",
        absorbed=_holds(main, copy) and _holds(backup, copy),
        events=len(copy.contents.events),
    )


def _holds(copy: Copy | None, other: Copy) -> bool:
    return copy is not None and unite((copy.contents, other.contents)) == copy.contents


def snapshot_report(log: EventLog, generation: int, *, gone: frozenset[str]) -> SnapshotReport:
    """Return how one snapshot is; `gone` are the ids of purged events."""
    try:
        _, contents = snapshots.load(log.folder, generation, layout=log.layout)
    except (DamagedError, LogError, OSError):
        return SnapshotReport(generation=generation, events=None)
    return SnapshotReport(
        generation=generation,
        events=len(contents.events),
        purged=any(holds_words_of(event, gone) for event in contents.events),
    )


def _access_problems(folder: Path) -> list[str]:
    if not folder.exists():
        return []
    if not folder.is_dir():
        return [f"{folder} is not a folder."]
    if not os.access(folder, os.W_OK | os.X_OK):
        return [f"{folder} cannot be written to."]
    return []


def _notes(folder: Path, copies: tuple[CopyReport, ...], *, schema: int) -> list[str]:
    notes = [
        f"{copy.path.name} is older; the next write brings it up to date."
        for copy in copies
        if copy.condition == "stale"
    ]
    if copies[0].condition != "missing" and copies[1].condition == "missing":
        notes.append(f"{BACKUP} is missing; the next write makes it.")
    older = min((copy.schema for copy in copies if copy.schema is not None), default=schema)
    if older < schema:
        notes.append(
            f"an older hinge wrote schema {older}; the next write makes it schema {schema}, and "
            "keeps a snapshot of what was there."
        )
    if os.name == "nt":
        return notes
    for path in (folder, *(copy.path for copy in copies)):
        with suppress(OSError):
            mode = stat.S_IMODE(path.stat().st_mode)
            if mode & 0o077:
                notes.append(f"{path} can be read by others (mode {mode:03o}).")
    return notes
