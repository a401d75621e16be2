"""The event log: read as the union of its copies, appended to under the lock, in two copies.

Owns what a command may do with the log. How a write survives is `commit`'s, the bytes are
`codec`'s, the system calls `files`', the union `union`'s.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path

import msgspec

from hingecli.coach.log.events import AnyEvent, DraftEvents
from hingecli.errors import LogError, cause_of
from hingecli.store import snapshots
from hingecli.store.codec import Contents, Format
from hingecli.store.copies import (
    BACKUP,
    MAIN,
    Survey,
    contents_of,
    says_newer,
    survey,
)
from hingecli.store.files import failure, make_folder
from hingecli.store.union import purged_ids, unite

MakeRebuild = Callable[[Contents], tuple[Contents, Sequence[AnyEvent]]]
"""Makes from the log what is to be united with it, and the new events of the command."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """The events in log order, what the person should hear about the files, the generation."""

    events: tuple[AnyEvent, ...]
    warnings: tuple[str, ...]
    generation: int


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """The events after a write, those that it added, what the person should hear.

    `snapshot` is the generation of the one that was taken of the log before.
    """

    events: tuple[AnyEvent, ...]
    added: tuple[AnyEvent, ...]
    warnings: tuple[str, ...]
    snapshot: int | None = None


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

    def append(self, draft: DraftEvents, *, snapshot: bool = False) -> Written:
        """Add what `draft` makes of the current events, durably and under the lock.

        Nothing is written if `draft` raises or gives nothing. `snapshot` keeps the log as it was
        before. Raises LogError if the log cannot be read, locked or written.
        """
        from hingecli.store.commit import commit

        self.refuse_newer()
        self.prepare()
        with self.locked():
            found = self.survey(keep=True)
            before = contents_of(found)
            warnings = self._warnings(found)
            added = _unknown(draft(before.events), known=before)
            if not added:
                return Written(events=before.events, added=(), warnings=warnings)
            done = commit(self.folder, found, before, added, layout=self.layout, snapshot=snapshot)
        return Written(
            events=done.contents.events,
            added=added,
            warnings=(*warnings, *done.warnings),
        )

    def rebuild(self, make: MakeRebuild, *, damaged: bool = False) -> Written:
        """Unite the log with what `make` makes of it, under the lock, and write it all anew.

        A snapshot of the log as it was comes first. `damaged` lets a log be rebuilt of which no
        copy is valid. Nothing is written if nothing would change. Raises LogError.
        """
        from hingecli.store.commit import commit

        self.refuse_newer()
        self.prepare()
        with self.locked():
            found = self.survey(keep=True)
            held = (
                unite([copy.contents for copy in found.copies]) if damaged else contents_of(found)
            )
            extra, drafted = make(held)
            before = unite([held, extra])
            added = _unknown(drafted, known=before)
            if before == held and not added:
                return Written(events=held.events, added=(), warnings=self._warnings(found))
            done = commit(self.folder, found, before, added, layout=self.layout, snapshot=True)
        warnings = () if damaged else self._warnings(found)
        return Written(
            events=done.contents.events,
            added=added,
            warnings=(*warnings, *done.warnings),
            snapshot=done.snapshot,
        )

    def survey(self, *, keep: bool = False) -> Survey:
        """Look at all copies in the folder; `keep` the bytes of hinge.json."""
        return survey(self.folder, layout=self.layout, keep=keep)

    def locked(self) -> AbstractContextManager[None]:
        """Hold the lock, which lies beside the file that a link may point at."""
        from hingecli.store.lock import locked

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

    def _warnings(self, found: Survey) -> tuple[str, ...]:
        main, backup = self.folder / MAIN, self.folder / BACKUP
        warnings = [
            f"{broken.path.name} was changed or damaged outside hinge; hinge doctor shows what "
            "differs, --accept takes it."
            for broken in found.broken
            if broken.path in (main, backup)
        ]
        warnings += [
            f"cannot read {copy.path}: {cause_of(copy.error)}. hinge doctor shows more."
            for copy in found.unreadable
        ]
        if found.copies and not any(copy.path == main for copy in found.copies) and not warnings:
            warnings.append(f"{MAIN} is missing; read from {found.copies[0].path.name}.")
        if not found.copies and snapshots.generations(self.folder):
            warnings.append(
                "there is no log here, but there are snapshots of one: hinge doctor lists them."
            )
        return tuple(warnings)


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
