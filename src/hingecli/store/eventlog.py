"""The event log: read as the union of its copies, appended to under the lock, in two copies.

Owns the order of steps that makes an acknowledged event survive. The bytes are `codec`'s, the
system calls `files`', the union `union`'s.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path

import msgspec

from hingecli.coach.events import AnyEvent
from hingecli.errors import LogError
from hingecli.store import snapshots
from hingecli.store.codec import (
    Chunks,
    Contents,
    DamagedError,
    Format,
    check_round_trip,
    encode,
    sha_of,
    splice,
    verify,
)
from hingecli.store.copies import BACKUP, MAIN, Copy, Survey, conflict_copies, says_newer, survey
from hingecli.store.files import (
    failure,
    make_folder,
    read_file,
    same_bytes,
    stray_temps,
    sync_folder,
)
from hingecli.store.lock import locked, unbroken
from hingecli.store.union import purged_ids, unite, without

Draft = Callable[[tuple[AnyEvent, ...]], Sequence[AnyEvent]]
"""Makes the new events of a command from those in the log."""

Plan = Callable[[Contents], tuple[Contents, Sequence[AnyEvent]]]
"""Makes from the log what is to be united with it, and the new events of the command."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """The events in log order, what the person should hear about the files, the generation."""

    events: tuple[AnyEvent, ...]
    warnings: tuple[str, ...]
    generation: int


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """The events after a write, those that it added, what the person should hear.

    `replaced` and `fingerprint` are those of the log before and after the write; None where the
    copies differ.
    """

    events: tuple[AnyEvent, ...]
    added: tuple[AnyEvent, ...]
    warnings: tuple[str, ...]
    replaced: str | None = None
    fingerprint: str | None = None


class EventLog:
    """The log in one folder."""

    def __init__(self, folder: Path, *, layout: Format | None = None) -> None:
        """Stand for the log in `folder`, which need not exist."""
        self.folder = folder
        self.layout = layout or Format()

    def read(self) -> Reading:
        """Read every event of every valid copy, without the lock.

        Raises LogError if there are files and none of them verifies, or if a newer hinge wrote.
        """
        found = self.survey()
        if found.broken:
            # A sync tool may be half way through a file: look again while nobody writes.
            with suppress(LogError), self.locked():
                found = self.survey()
        events = contents_of(found).events
        warnings = self._warnings(found)
        return Reading(events=events, warnings=warnings, generation=found.generation)

    def fingerprint(self) -> str | None:
        """Give the checksum of the log's bytes, if one verified set of bytes is all there is.

        None where the copies differ, or one is missing, damaged or of another schema: then only
        `read` knows what the log is.
        """
        try:
            data = read_file(self.folder / MAIN)
            if data is None or conflict_copies(self.folder):
                return None
            meta = verify(data)
            if meta.schema != self.layout.schema or not same_bytes(self.folder / BACKUP, data):
                return None
        except (OSError, DamagedError):
            return None
        return meta.sha256

    def append(self, draft: Draft, *, snapshot: bool = False) -> Written:
        """Add what `draft` makes of the current events, durably and under the lock.

        Nothing is written if `draft` raises or gives nothing. `snapshot` keeps the log as it was
        before. Raises LogError if the log cannot be read, locked or written.
        """
        self.refuse_newer()
        self.prepare()
        with self.locked():
            found = self.survey(keep=True)
            before = contents_of(found)
            warnings = self._warnings(found)
            added = _unknown(draft(before.events), known=before)
            if not added:
                return Written(events=before.events, added=(), warnings=warnings)
            after, more, now = self._commit(found, before, added, snapshot=snapshot)
        return Written(
            events=after.events,
            added=added,
            warnings=(*warnings, *more),
            replaced=self._fingerprint_of(found),
            fingerprint=now,
        )

    def rebuild(self, plan: Plan, *, damaged: bool = False) -> Written:
        """Unite the log with what `plan` makes of it, under the lock, and write it all anew.

        A snapshot of the log as it was comes first. `damaged` lets a log be rebuilt of which no
        copy is valid. Nothing is written if nothing would change. Raises LogError.
        """
        self.refuse_newer()
        self.prepare()
        with self.locked():
            found = self.survey(keep=True)
            held = (
                unite([copy.contents for copy in found.copies]) if damaged else contents_of(found)
            )
            extra, drafted = plan(held)
            before = unite([held, extra])
            added = _unknown(drafted, known=before)
            if before == held and not added:
                return Written(events=held.events, added=(), warnings=self._warnings(found))
            after, warnings, _ = self._commit(found, before, added, snapshot=True)
        told = () if damaged else self._warnings(found)
        return Written(events=after.events, added=added, warnings=(*told, *warnings))

    def survey(self, *, keep: bool = False) -> Survey:
        """Look at all copies in the folder; `keep` the bytes of hinge.json."""
        return survey(self.folder, layout=self.layout, keep=keep)

    def locked(self) -> AbstractContextManager[None]:
        """Hold the lock, which lies beside the file that a link may point at."""
        return locked(Path(os.path.realpath(self.folder / MAIN)).parent)

    def refuse_newer(self) -> None:
        """Raise LogError for a newer schema, before anything in the folder is touched."""
        if any(says_newer(self.folder / name, self.layout) for name in (MAIN, BACKUP)):
            self.survey()

    def prepare(self) -> None:
        """Make the folder, durably. Raises LogError."""
        try:
            make_folder(self.folder)
        except OSError as error:
            raise failure("make", self.folder, error) from error

    def _commit(
        self,
        found: Survey,
        before: Contents,
        added: tuple[AnyEvent, ...],
        *,
        snapshot: bool = False,
    ) -> tuple[Contents, tuple[str, ...], str | None]:
        """Write `before` and `added` to both copies; the lock is held.

        Gives the new contents, warnings about what failed after the first copy was safe, and
        the new fingerprint.
        """
        main = self.folder / MAIN
        for copy in found.unreadable:
            if copy.path == main:
                raise failure("read", main, copy.error)
        after = _after(before, added)
        held = found.copy(main)
        gone = purged_ids(after.events) - purged_ids(held.contents.events if held else ())
        generation = found.generation + 1
        chunks = self._chunks(found, before, after, added, generation=generation)
        with unbroken():
            try:
                self._make_room(found)
                self._snapshot(found, after, wanted=snapshot or bool(gone))
                if gone:
                    snapshots.scrub(self.folder, gone, layout=self.layout)
                if held is None:
                    sync_folder(self.folder.parent, must=False)
                self._save(main, chunks)
            except OSError as error:
                raise failure("write", main, error) from error
            warnings = self._save_backup(found, chunks, purging=bool(gone))
            alike = not warnings and not conflict_copies(self.folder)
            return after, warnings, sha_of(chunks) if alike else None

    def _fingerprint_of(self, found: Survey) -> str | None:
        """Give the checksum of a log whose one valid copy is hinge.json, with the other alike."""
        alike = found.identical == (self.folder / BACKUP,)
        if len(found.copies) != 1 or not alike or found.broken or found.unreadable:
            return None
        return found.copies[0].meta.sha256

    def _chunks(
        self,
        found: Survey,
        before: Contents,
        after: Contents,
        added: tuple[AnyEvent, ...],
        *,
        generation: int,
    ) -> Chunks:
        seq = max((found.seq, *(event.seq for event in after.events[-1:]), *(e.seq for e in added)))
        try:
            check_round_trip(added)
            held = found.copy(self.folder / MAIN)
            old = _spliceable(held, before, after, added, schema=self.layout.schema)
            if old is not None:
                return splice(old, added, contents=after, generation=generation, seq=seq)
            return encode(after, generation=generation, seq=seq, layout=self.layout)
        except ValueError as error:
            raise LogError(f"nothing was saved: {error}") from error

    def _make_room(self, found: Survey) -> None:
        """Clear what killed writers left, and put broken copies aside before they are replaced."""
        main, backup = self.folder / MAIN, self.folder / BACKUP
        for temp in (*stray_temps(main), *stray_temps(backup)):
            temp.unlink(missing_ok=True)
        for broken in found.broken:
            if broken.path in (main, backup):
                keep_damaged(self.folder, broken.data, save=self._save)

    def _snapshot(self, found: Survey, after: Contents, *, wanted: bool) -> None:
        """Keep the log as it was: on occasion, on a change of schema, and every 50 generations."""
        generation = found.generation
        migrated = any(copy.meta.schema < self.layout.schema for copy in found.copies)
        if not found.copies or not (wanted or migrated or generation % snapshots.EVERY == 0):
            return
        kept = without(contents_of(found), purged_ids(after.events))
        chunks = encode(kept, generation=generation, seq=found.seq, layout=self.layout)
        try:
            snapshots.take(self.folder, generation, chunks)
        except OSError:
            if wanted or migrated:
                raise

    def _save_backup(self, found: Survey, chunks: Chunks, *, purging: bool) -> tuple[str, ...]:
        """Write the second copy; the log is saved, so whatever fails here is only told."""
        backup = self.folder / BACKUP
        warnings: list[str] = []
        try:
            for copy in found.unreadable:
                if copy.path == backup:
                    raise copy.error
            self._save(backup, chunks)
        except OSError as error:
            warnings.append(
                f"saved, but not the second copy {backup}: {error.strerror or error}. "
                "The next write tries again."
            )
        if purging:
            warnings.extend(self._purge_copies(found))
        return tuple(warnings)

    def _purge_copies(self, found: Survey) -> list[str]:
        """Remove the conflict copies, absorbed by now; name the files that may hold words still."""
        for path in (*(copy.path for copy in found.copies), *found.identical):
            if path.name not in (MAIN, BACKUP):
                with suppress(OSError):
                    path.unlink()
        left = sorted(self.folder.glob(f"{MAIN}.damaged-*"))
        return [f"{path} may still hold the words; delete it by hand." for path in left]

    def _save(self, path: Path, chunks: Chunks) -> None:
        from hingecli.store.storage import LogStorage

        LogStorage(path, layout=self.layout).save(chunks)

    def _warnings(self, found: Survey) -> tuple[str, ...]:
        main, backup = self.folder / MAIN, self.folder / BACKUP
        told = [
            f"{broken.path.name} was changed or damaged outside hinge; hinge doctor shows what "
            "differs, --accept takes it."
            for broken in found.broken
            if broken.path in (main, backup)
        ]
        told += [
            f"cannot read {copy.path}: {copy.error.strerror or copy.error}. "
            "hinge doctor shows more."
            for copy in found.unreadable
        ]
        if found.copies and not any(copy.path == main for copy in found.copies) and not told:
            told.append(f"{MAIN} is missing; read from {found.copies[0].path.name}.")
        if not found.copies and snapshots.generations(self.folder):
            told.append(
                "there is no log here, but there are snapshots of one: hinge doctor lists them."
            )
        return tuple(told)


def contents_of(found: Survey) -> Contents:
    """Unite the valid copies. Raises LogError if there are files and none is valid."""
    unreadable = [
        copy
        for copy in found.unreadable
        if copy.path.name == MAIN or not isinstance(copy.error, IsADirectoryError)
    ]
    if not found.copies and (found.broken or unreadable):
        causes = [f"{broken.path} is damaged: {broken.why}" for broken in found.broken]
        causes += [
            f"{copy.path} cannot be read: {copy.error.strerror or copy.error}"
            for copy in unreadable
        ]
        raise LogError(
            f"{'; '.join(causes)}. Nothing is written over it; "
            "hinge doctor shows what can be restored."
        )
    if len(found.copies) == 1:
        return found.copies[0].contents
    return unite([copy.contents for copy in found.copies])


def keep_damaged(folder: Path, data: bytes, *, save: Callable[[Path, Chunks], None]) -> Path:
    """Keep the bytes of a broken copy as the next `hinge.json.damaged-<n>`, once."""
    number = 1
    while (path := folder / f"{MAIN}.damaged-{number}").exists():
        if path.read_bytes() == data:
            return path
        number += 1
    save(path, (data,))
    return path


def _unknown(drafted: Sequence[AnyEvent], *, known: Contents) -> tuple[AnyEvent, ...]:
    """Leave out what the log has already, or had before it was purged."""
    if not drafted:
        return ()
    held = {event.id: event for event in known.events}
    gone = purged_ids(known.events)
    for event in drafted:
        if held.setdefault(event.id, event) != event:
            raise LogError(f"nothing was saved: the log has another event with the id {event.id}.")
    return tuple(event for event in drafted if held[event.id] is event and event.id not in gone)


def _after(before: Contents, added: tuple[AnyEvent, ...]) -> Contents:
    if purged_ids(added) or not _in_order(before.events, added):
        return unite((before, Contents(events=added)))
    return Contents(events=before.events + added, accepted=before.accepted)


def _in_order(events: tuple[AnyEvent, ...], added: tuple[AnyEvent, ...]) -> bool:
    line = [(event.seq, event.id) for event in (*events[-1:], *added)]
    return line == sorted(line)


def _spliceable(
    held: Copy | None,
    before: Contents,
    after: Contents,
    added: tuple[AnyEvent, ...],
    *,
    schema: int,
) -> bytes | None:
    """Give the bytes of hinge.json if the file to be is just these and the new events behind."""
    if (
        held is not None
        and held.meta.schema == schema
        and held.contents.events == before.events
        and held.contents.accepted == before.accepted
        and len(after.events) == len(before.events) + len(added)
        and after.events[len(before.events) :] == added
    ):
        return held.data
    return None
