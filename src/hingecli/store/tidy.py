"""Removes from the log's folder what nobody needs: leftovers, absorbed copies, purged words.

What there is, and what is wrong with it, is `diagnosis`'.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from hingecli.store import snapshots
from hingecli.store.copies import BACKUP, MAIN, SNAPSHOTS, conflict_copies, contents_of
from hingecli.store.diagnosis import conflict_report, quarantined, snapshot_report
from hingecli.store.eventlog import EventLog
from hingecli.store.files import failure, stray_temps
from hingecli.store.salvage import Salvage
from hingecli.store.union import purged_ids


def tidy(log: EventLog) -> tuple[Path, ...]:
    """Remove what killed writers left, and conflict copies that both copies hold all of.

    Returns what was removed. Raises LogError if the lock cannot be had.
    """
    removed: list[Path] = []
    if not log.folder.is_dir():
        return ()
    with log.locked():
        found = log.survey()
        temps = (*stray_temps(log.folder / MAIN), *stray_temps(log.folder / BACKUP))
        reports = (conflict_report(path, found) for path in conflict_copies(log.folder))
        absorbed = (report.path for report in reports if report.absorbed and report.by_name)
        for path in (*temps, *absorbed):
            with suppress(OSError):
                path.unlink()
                removed.append(path)
    return tuple(removed)


def scrub_purged(log: EventLog) -> tuple[int, ...]:
    """Take words that were purged on another machine out of the snapshots here.

    Returns the generations of those. Raises LogError if the log cannot be read, locked or written.
    """
    with log.locked():
        gone = purged_ids(contents_of(log.survey()).events)
        found = snapshots.generations(log.folder)
        reports = [snapshot_report(log, generation, gone=gone) for generation in found]
        held = tuple(report.generation for report in reports if report.purged)
        try:
            snapshots.scrub(log.folder, gone, layout=log.layout, only=held)
        except OSError as error:
            raise failure("write", log.folder / SNAPSHOTS, error) from error
    return held


def forget(log: EventLog, taken: Iterable[tuple[bytes, Salvage]]) -> None:
    """Remove the files put aside of which every row was taken. Raises LogError."""
    whole = {data for data, found in taken if found.whole and not found.rejected}
    with log.locked():
        for path in quarantined(log.folder):
            with suppress(OSError):
                if path.read_bytes() in whole:
                    path.unlink()
