"""What can still be read of a file that does not verify: a hand edit, a cut, a foreign log.

Owns the lenient reading, event by event. Writes nothing, decides nothing.
"""

import re
from collections.abc import Iterable
from contextlib import suppress

import msgspec

from hingecli.coach.log.events import AnyEvent
from hingecli.refusals import REFUSALS
from hingecli.store.codec import Contents, Format, Meta, NewerSchemaError, document_of, event_bytes
from hingecli.store.jsonfault import json_fault, nested_too_deeply
from hingecli.store.migrations import UnknownSchemaError, migrate
from hingecli.store.ranges import out_of_range
from hingecli.store.union import unite

_LINE = re.compile(rb'\s*"(\d+)"\s*:\s*(\{.*\})\s*,?\s*')
Rejected = tuple[int, str]


class Salvage(msgspec.Struct, frozen=True, kw_only=True):
    """The events that a file still holds, and the rows (by number) that are no events.

    `whole`: the file parses, so what it lacks was taken out by someone. `seq` is the highest
    that the log had used when hinge last wrote the file; 0 if it does not say.
    """

    contents: Contents
    rejected: tuple[Rejected, ...]
    whole: bool
    seq: int


def salvage(data: bytes, *, layout: Format) -> Salvage:
    """Read what can be read of `data`. Raises NewerSchemaError for a newer schema."""
    if nested_too_deeply(data):
        return _from_lines(data)
    try:
        tables = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
        rows = list(msgspec.json.decode(tables["events"], type=dict[str, msgspec.Raw]).items())
    except REFUSALS:
        return _from_lines(data)
    meta = _meta(tables)
    if meta is not None and meta.schema > layout.schema:
        raise NewerSchemaError(f"schema {meta.schema} is newer than this hinge knows")
    if meta is not None and meta.schema < layout.schema:
        # A schema that hinge never wrote is a slip of the hand: the rows are read as they are.
        with suppress(UnknownSchemaError):
            rows = _migrated(data, meta.schema, layout)
    contents, rejected = _events((_number(key), bytes(raw)) for key, raw in rows)
    return Salvage(
        contents=contents, rejected=rejected, whole=True, seq=meta.seq if meta is not None else 0
    )


def read_event(raw: bytes) -> AnyEvent | str:
    """Decode one event, or say why it is no event."""
    try:
        event: AnyEvent = msgspec.json.decode(raw, type=AnyEvent)
        event_bytes(event)
    except REFUSALS:
        return f"not an event as hinge writes it: {json_fault(raw, AnyEvent)}"
    return out_of_range(event) or event


def _migrated(data: bytes, schema: int, layout: Format) -> list[tuple[str, msgspec.Raw]]:
    document = migrate(
        document_of(data), found=schema, wanted=layout.schema, steps=layout.migrations
    )
    return [(key, msgspec.Raw(msgspec.json.encode(row))) for key, row in document["events"].items()]


def _from_lines(data: bytes) -> Salvage:
    lines = (_LINE.fullmatch(line) for line in data.split(b"\n"))
    contents, rejected = _events((int(m[1]), m[2]) for m in lines if m is not None)
    return Salvage(contents=contents, rejected=rejected, whole=False, seq=0)


def _events(rows: Iterable[tuple[int, bytes]]) -> tuple[Contents, tuple[Rejected, ...]]:
    events: list[AnyEvent] = []
    rejected: list[Rejected] = []
    for number, raw in rows:
        found = read_event(raw)
        if isinstance(found, str):
            rejected.append((number, found))
        else:
            events.append(found)
    return unite((Contents(events=tuple(events)),)), tuple(rejected)


def _meta(tables: dict[str, msgspec.Raw]) -> Meta | None:
    try:
        return msgspec.json.decode(tables["_meta"], type=dict[str, Meta])["1"]
    except REFUSALS:
        return None


def _number(key: str) -> int:
    return int(key) if key.isascii() and key.isdecimal() else 0
