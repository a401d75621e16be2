"""Reads events that hinge wrote: our JSON, another machine's hinge.json.

Owns telling events from other rows, with their line numbers. Writes nothing.
"""

from typing import Any

import msgspec

from hingecli.coach.log.events import AnyEvent
from hingecli.errors import LogError, UsageError
from hingecli.refusals import REFUSALS
from hingecli.store.codec import Contents, DamagedError, Format, decode, document_of, verify
from hingecli.store.imports.incoming import EXPORT, LOG, Incoming, refuse_many
from hingecli.store.jsonfault import json_fault, nested_too_deeply
from hingecli.store.migrations import FIRST, migrate
from hingecli.store.ranges import out_of_range
from hingecli.store.salvage import Rejected, read_event
from hingecli.store.union import unite, without


class _Export(msgspec.Struct, frozen=True):
    schema: int
    events: tuple[Any, ...]


def read_export(name: str, data: bytes, *, layout: Format) -> Incoming:
    """Read our JSON. Raises LogError for a newer schema, UsageError for what is no export."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if nested_too_deeply(data):
        raise UsageError(f"{name} is not an export of hinge: nested too deeply.")
    try:
        tables = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
        schema = msgspec.json.decode(tables["schema"], type=int)
        rows = msgspec.json.decode(tables["events"], type=list[msgspec.Raw])
    except REFUSALS as error:
        fault = json_fault(data, _Export)
        raise UsageError(f"{name} is not an export of hinge: {fault}.") from error
    if schema > layout.schema:
        raise LogError(f"{name} was written by a newer hinge (schema {schema}). Update hinge.")
    if schema < FIRST:
        raise UsageError(f"{name} is not an export of hinge: there is no schema {schema}.")
    events: list[AnyEvent] = []
    rejected: list[Rejected] = []
    at, line, counted = data.find(b'"events"'), 1, 0
    for raw in map(bytes, rows):
        at = data.find(raw, at)
        found = read_event(raw if schema == layout.schema else _migrated(raw, schema, layout))
        if isinstance(found, str):
            line, counted = line + data.count(b"\n", counted, at), at
            rejected.append((line, found))
            refuse_many(name, rejected)
        else:
            events.append(found)
        at += len(raw)
    return Incoming(
        contents=unite((Contents(events=tuple(events)),)),
        rejected=tuple(rejected),
        format=EXPORT,
    )


def read_other_log(name: str, data: bytes, *, layout: Format) -> Incoming:
    """Read another machine's hinge.json. Raises LogError if it is damaged or newer."""
    try:
        contents = decode(data, meta=verify(data), layout=layout)
    except DamagedError as error:
        raise LogError(
            f"{name} is damaged or no log of hinge: {error}. Try its hinge.json.bak."
        ) from error
    faults = {
        event.id: fault for event in contents.events if (fault := out_of_range(event)) is not None
    }
    return Incoming(
        contents=without(contents, frozenset(faults)),
        rejected=tuple(
            (row, faults[event.id])
            for row, event in enumerate(contents.events, 1)
            if event.id in faults
        ),
        format=LOG,
    )


def _migrated(raw: bytes, schema: int, layout: Format) -> bytes:
    document = migrate(
        document_of(b'{"events":{"1":%b}}' % raw),
        found=schema,
        wanted=layout.schema,
        steps=layout.migrations,
    )
    return msgspec.json.encode(document["events"]["1"])
