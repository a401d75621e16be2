"""Reads a file that is to be imported: our JSON, another machine's hinge.json, CSV.

Owns telling events from rows that are none, with their line numbers. Writes nothing.
"""

from typing import Any, Literal

import msgspec

from hingecli.coach.log.events import AnyEvent
from hingecli.errors import LogError, UsageError
from hingecli.refusals import REFUSALS
from hingecli.store.codec import Contents, DamagedError, Format, decode, document_of, verify
from hingecli.store.jsonfault import json_fault, nested_too_deeply
from hingecli.store.migrations import FIRST, migrate
from hingecli.store.ranges import out_of_range
from hingecli.store.salvage import Rejected, read_event
from hingecli.store.union import holds_words_of, purged_ids, unite, without

Kind = Literal["export", "log", "csv"]


class Incoming(msgspec.Struct, frozen=True, kw_only=True):
    """What a file brings: the events as contents of a log, and the lines that are none.

    `made` says that the events were made from rows: one that the log has under its id is known,
    whatever the log says in it by now.
    """

    contents: Contents
    rejected: tuple[Rejected, ...] = ()
    made: bool = False


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """The events of a file against those of the log; purged ones do not come back.

    `bring` is what is to be united with the log; `other` counts the events that this changes,
    by the union's rule for two versions of one event.
    """

    bring: Contents
    new: tuple[AnyEvent, ...]
    known: int
    other: int
    purged: int


class _Export(msgspec.Struct, frozen=True):
    schema: int
    events: tuple[Any, ...]


def compare(log: Contents, incoming: Incoming) -> Comparison:
    """Tell which events of `incoming` are new to the log, and which it changes."""
    held = {event.id: event for event in log.events}
    gone = purged_ids(log.events)
    events = incoming.contents.events
    new = tuple(
        event for event in events if event.id not in held and not holds_words_of(event, gone)
    )
    bring = Contents(events=new) if incoming.made else incoming.contents
    after = unite([log, bring])
    other = sum(held.get(event.id, event) != event for event in after.events)
    return Comparison(
        bring=bring,
        new=new,
        known=sum(event.id in held for event in events) - other,
        other=other,
        purged=sum(holds_words_of(event, gone) for event in events),
    )


def kind_of(name: str, data: bytes) -> Kind:
    """Tell what `data` is, from the file's name and its first bytes. Raises UsageError."""
    if name.lower().endswith((".csv", ".tsv")):
        return "csv"
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        raise UsageError(
            f"{name} is neither an export of hinge, nor a hinge.json, nor a .csv file."
        )
    if nested_too_deeply(data):
        raise UsageError(f"{name} is nested too deeply to be an export of hinge or a hinge.json.")
    try:
        tables = msgspec.json.decode(
            data.removeprefix(b"\xef\xbb\xbf"), type=dict[str, msgspec.Raw]
        )
    except REFUSALS:
        return "log"
    return "log" if bytes(tables.get("events", msgspec.Raw(b"{}")))[:1] == b"{" else "export"


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
        else:
            events.append(found)
        at += len(raw)
    return Incoming(contents=unite((Contents(events=tuple(events)),)), rejected=tuple(rejected))


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
    )


def _migrated(raw: bytes, schema: int, layout: Format) -> bytes:
    document = migrate(
        document_of(b'{"events":{"1":%b}}' % raw),
        found=schema,
        wanted=layout.schema,
        steps=layout.migrations,
    )
    return msgspec.json.encode(document["events"]["1"])
