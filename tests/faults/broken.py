"""Deliberately broken builds of hinge, to test that the fault tests notice.

Run as a program: the variant's name, then the words of a command.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
from tinydb import TinyDB

from hingecli import store
from hingecli.coach.log.events import SCHEMA, AnyEvent
from hingecli.store import Reading, Written, commit, eventlog, files, lock
from hingecli.store.codec import Format, event_bytes
from hingecli.store.migrations import MIGRATIONS


class TinyLog:
    """A log on TinyDB's own storage: overwrites in place, no lock, no second copy."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.layout = Format()

    def read(self) -> Reading:
        if not (self.folder / "hinge.json").exists():
            return Reading(events=(), warnings=(), generation=0)
        with TinyDB(self.folder / "hinge.json") as database:
            rows = database.table("events").all()
        events = tuple(msgspec.convert(row, AnyEvent) for row in rows)
        return Reading(events=events, warnings=(), generation=0)

    def append(
        self, draft: Callable[[tuple[AnyEvent, ...]], Any], *, snapshot: bool = False
    ) -> Written:
        self.folder.mkdir(parents=True, exist_ok=True)
        events = self.read().events
        added = tuple(draft(events))
        with TinyDB(self.folder / "hinge.json") as database:
            for event in added:
                database.table("events").insert(msgspec.json.decode(event_bytes(event)))
        return Written(events=events + added, added=added, warnings=())


@contextmanager
def no_lock(*_: object, **__: object) -> Iterator[None]:
    """Let everybody in."""
    yield


def no_folder_fsync(*_: object, **__: object) -> None:
    """Trust that names reach the disk by themselves."""


def put(module: ModuleType, name: str, value: object) -> None:
    """Replace what a module has under a name it has."""
    assert hasattr(module, name), name
    setattr(module, name, value)


def main() -> None:
    """Break what the first word names, then run hinge."""
    variant = sys.argv.pop(1)
    if variant == "tinydb":
        put(store, "EventLog", TinyLog)
    elif variant == "no-lock":
        put(lock, "locked", no_lock)
        put(commit, "stray_temps", lambda path: ())
    elif variant == "no-folder-fsync":
        put(files, "sync_folder", no_folder_fsync)
        put(commit, "sync_folder", no_folder_fsync)
    elif variant == "migrating":
        steps = {**MIGRATIONS, SCHEMA: lambda document: document}
        made_up = Format(schema=SCHEMA + 1, migrations=steps)
        put(eventlog, "Format", lambda: made_up)
    else:
        sys.exit(f"no variant {variant}")
    from hingecli.__main__ import main as hinge

    sys.argv[0] = "hinge"
    hinge()


if __name__ == "__main__":
    main()
