"""Our Storage under TinyDB: the one place that writes a log file.

Owns the seam to TinyDB. Imported only to write, or by who opens the log with TinyDB.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from hingecli.coach.log.events import AnyEvent
from hingecli.errors import LogError
from hingecli.store.codec import (
    Accepted,
    Contents,
    DamagedError,
    Format,
    encode,
    read_meta,
    tables,
    verify,
)
from hingecli.store.files import read_file, replace_file
from hingecli.store.union import unite


class LogStorage(Storage):
    """One log file as TinyDB's storage: read verified, replaced whole."""

    def __init__(self, path: Path, *, layout: Format | None = None) -> None:
        """Stand for the file at `path`, which need not exist."""
        self._path = path
        self._layout = layout or Format()

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Read the tables; None without a file. Raises LogError if the file does not verify."""
        data = read_file(self._path)
        if data is None:
            return None
        try:
            verify(data)
        except DamagedError as error:
            raise LogError(f"{self._path} is damaged: {error}. hinge doctor shows more.") from error
        return tables(data)

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Write `data`, TinyDB's tables, as the next generation.

        Raises msgspec.ValidationError if a document is not an event.
        """
        contents = unite(
            (
                Contents(
                    events=tuple(
                        msgspec.convert(document, AnyEvent)
                        for document in data.get("events", {}).values()
                    ),
                    accepted=tuple(
                        msgspec.convert(document, Accepted)
                        for document in data.get("accepted", {}).values()
                    ),
                ),
            )
        )
        held = read_file(self._path)
        meta = read_meta(held) if held else None
        self.save(
            encode(
                contents,
                generation=meta.generation + 1 if meta else 1,
                seq=max((event.seq for event in contents.events), default=0),
                layout=self._layout,
            )
        )

    def save(self, chunks: Iterable[bytes | memoryview]) -> None:
        """Replace the file by `chunks`, durably. Raises OSError."""
        replace_file(self._path, chunks)
