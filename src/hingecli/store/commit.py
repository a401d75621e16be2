"""One write of the log: what happens in which order, so that what is acknowledged survives.

Owns the steps from the survey to the second copy. The lock is held by who calls it.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from hingecli.coach.log.events import AnyEvent
from hingecli.errors import LogError, cause_of
from hingecli.refusals import REFUSALS
from hingecli.store import snapshots
from hingecli.store.codec import (
    Chunks,
    Contents,
    DamagedError,
    Format,
    UnwritableError,
    check_round_trip,
    check_whole,
    encode,
    splice,
)
from hingecli.store.copies import BACKUP, MAIN, Copy, Survey, contents_of, is_conflict_name
from hingecli.store.files import failure, stray_temps, sync_folder
from hingecli.store.lock import sigint_deferred
from hingecli.store.union import purged_ids, unite, without

BOTH = (MAIN, BACKUP)
_CACHE = "cache"


class Committed(msgspec.Struct, frozen=True, kw_only=True):
    """The log after a write, and what failed once it was safe.

    `snapshot` is the generation of the one that was taken before it.
    """

    contents: Contents
    warnings: tuple[str, ...]
    snapshot: int | None


def commit(
    folder: Path,
    found: Survey,
    before: Contents,
    added: tuple[AnyEvent, ...],
    *,
    layout: Format,
    snapshot: bool = False,
) -> Committed:
    """Write `before` and `added` to both copies in `folder`, where `found` lies.

    `snapshot` keeps the log as it was. Raises LogError if the first copy could not be written.
    """
    return _Write(folder, found, layout).commit(before, added, snapshot=snapshot)


class _Write:
    """The steps of one write, on what they have in common."""

    def __init__(self, folder: Path, found: Survey, layout: Format) -> None:
        self.folder = folder
        self.found = found
        self.layout = layout
        self.main = folder / MAIN
        self.backup = folder / BACKUP

    def commit(self, before: Contents, added: tuple[AnyEvent, ...], *, snapshot: bool) -> Committed:
        for copy in self.found.unreadable:
            if copy.path == self.main:
                raise failure("read", self.main, copy.error)
        after = _after(before, added)
        held = self.found.copy(self.main)
        # Purged in all copies: what only one knows came from elsewhere, and is still to be done.
        done = [purged_ids(copy.contents.events) for copy in self.found.copies]
        gone = purged_ids(after.events) - frozenset.intersection(*done or [frozenset()])
        chunks = self._chunks(before, after, added)
        with sigint_deferred():
            try:
                self._make_room()
                taken = self._snapshot(after, wanted=snapshot or bool(gone))
                if gone:
                    forget_cache(self.folder)
                    snapshots.scrub(self.folder, gone, layout=self.layout)
                if held is None:
                    sync_folder(self.folder.parent, must=False)
                self._save(self.main, chunks)
            except OSError as error:
                raise failure("write", self.main, error) from error
            warnings = self._save_backup(chunks, purging=bool(gone))
            return Committed(contents=after, warnings=warnings, snapshot=taken)

    def _chunks(self, before: Contents, after: Contents, added: tuple[AnyEvent, ...]) -> Chunks:
        # Above the snapshots' too: what is restored from one must not be taken for older than it.
        newest = max((self.found.generation, *snapshots.generations(self.folder)[-1:]))
        generation = newest + 1
        seq = max(
            (self.found.seq, *(event.seq for event in after.events[-1:]), *(e.seq for e in added))
        )
        try:
            check_round_trip(added)
            held = self.found.copy(self.main)
            old = _spliceable(held, before, after, added, schema=self.layout.schema)
            if old is not None:
                return splice(old, added, contents=after, generation=generation, seq=seq)
            chunks = encode(after, generation=generation, seq=seq, layout=self.layout)
            check_whole(chunks, after, layout=self.layout)
            return chunks
        except (UnwritableError, DamagedError) as error:
            raise LogError(f"nothing was saved: {error}") from error
        except REFUSALS as error:
            raise LogError("nothing was saved: an event cannot be written as it is") from error

    def _make_room(self) -> None:
        """Clear what killed writers left, and put broken copies aside before they are replaced."""
        for temp in (*stray_temps(self.main), *stray_temps(self.backup)):
            temp.unlink(missing_ok=True)
        with suppress(OSError):
            forget_cache(self.folder)
        for broken in self.found.broken:
            if broken.path.name in BOTH:
                quarantine(self.folder, broken.data, save=self._save)

    def _snapshot(self, after: Contents, *, wanted: bool) -> int | None:
        """Keep the log as it was: on occasion, on a change of schema, and every 50 generations."""
        found = self.found
        generation = found.generation
        migrated = any(copy.meta.schema < self.layout.schema for copy in found.copies)
        if not found.copies or not (wanted or migrated or generation % snapshots.EVERY == 0):
            return None
        kept = without(contents_of(found), purged_ids(after.events))
        chunks = self._as_it_was(kept) if migrated else None
        if chunks is None:
            chunks = encode(kept, generation=generation, seq=found.seq, layout=self.layout)
        try:
            snapshots.take(self.folder, generation, chunks)
        except OSError:
            if wanted or migrated:
                raise
            return None
        return generation

    def _as_it_was(self, kept: Contents) -> Chunks | None:
        """Return the bytes of hinge.json, which an older hinge can read, if they hold all there is.

        None where other copies add to them.
        """
        held = self.found.copy(self.main)
        if held is None or held.data is None or held.contents != kept:
            return None
        return (held.data,) if held.meta.generation == self.found.generation else None

    def _save_backup(self, chunks: Chunks, *, purging: bool) -> tuple[str, ...]:
        """Write the second copy; the log is saved, so whatever fails here is only told."""
        warnings: list[str] = []
        try:
            for copy in self.found.unreadable:
                if copy.path == self.backup:
                    raise copy.error
            self._save(self.backup, chunks)
        except OSError as error:
            warnings.append(
                f"saved, but not the second copy {self.backup}: {cause_of(error)}. "
                "The next write tries again."
            )
        if purging:
            warnings.extend(self._purge_copies())
        return tuple(warnings)

    def _purge_copies(self) -> list[str]:
        """Remove the conflict copies, absorbed by now; name the files that may hold words still.

        These are broken ones: what they say is not known.
        """
        warnings = []
        for path in (*(copy.path for copy in self.found.copies), *self.found.identical):
            if path.name in BOTH:
                continue
            with suppress(OSError):
                path.unlink()
                if not is_conflict_name(path.name):  # somebody may have made it by hand
                    warnings.append(
                        f"{path.name} held the words too and is removed; all else of it is in the "
                        "log."
                    )
        broken = {broken.path for broken in self.found.broken if broken.path.name not in BOTH}
        left = sorted({*self.folder.glob(f"{MAIN}.damaged-*"), *broken})
        return warnings + [f"{path} may still hold the words; delete it by hand." for path in left]

    def _save(self, path: Path, chunks: Chunks) -> None:
        from hingecli.store.storage import LogStorage

        LogStorage(path, layout=self.layout).save(chunks)


def forget_cache(folder: Path) -> None:
    """Remove what hinge 0.1.0 kept beside the log to be quicker. Raises OSError.

    It was derived from the log, so it may hold words that are to be nowhere.
    """
    cache = folder / _CACHE
    if cache.is_symlink() or not cache.is_dir():
        return
    for path in (cache / "coach", *cache.glob("coach.*.tmp")):
        path.unlink(missing_ok=True)
    with suppress(OSError):  # somebody else's files lie there too
        cache.rmdir()


def quarantine(folder: Path, data: bytes, *, save: Callable[[Path, Chunks], None]) -> Path:
    """Keep the bytes of a broken copy as the next `hinge.json.damaged-<n>`, once."""
    number = 1
    while (path := folder / f"{MAIN}.damaged-{number}").exists():
        if path.read_bytes() == data:
            return path
        number += 1
    save(path, (data,))
    return path


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
    """Return the bytes of hinge.json if the file to be is just these and the new events behind."""
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
