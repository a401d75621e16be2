"""The bytes of a log file: verified, decoded into typed events, encoded, spliced.

Owns the layout, a TinyDB file with one event a line and its checksum first. Opens no file.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

import msgspec

from hingecli.coach.log.events import SCHEMA, AnyEvent
from hingecli.errors import LogError
from hingecli.refusals import REFUSALS
from hingecli.store.migrations import MIGRATIONS, Document, UnknownSchemaError, migrate

Chunks: TypeAlias = tuple[bytes | memoryview, ...]

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_META = b'{"_meta":{"1":'
_PREFIX = _META + b'{"sha256":"'
_REST = len(_PREFIX) + 64
_EVENTS = b'"events":{'
_TAIL = b"\n}}\n"
_MOST_DEPTH = 100
"""Of brackets in the first table: how deep a decoder goes is up to its release and to Python's."""
_EXACT = msgspec.json.Decoder(float_hook=Decimal)
_ENCODER = msgspec.json.Encoder(decimal_format="number")


class Meta(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The first table of the file: `sha256` is over every byte after its own digits.

    `generation` counts the writes, `seq` is the highest ever used, `count` the events.
    """

    sha256: str
    schema: int
    generation: int
    seq: int = 0
    count: int = 0


class Accepted(msgspec.Struct, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True):
    """A mark: the event `id`, as its bytes hash to `sha256`, is a hand edit that was accepted.

    `turn` counts the edits of this event that were accepted: the last one wins.
    """

    id: str
    sha256: str
    turn: int = 1


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What a log holds: its events in log order, and the marks of accepted hand edits."""

    events: tuple[AnyEvent, ...] = ()
    accepted: tuple[Accepted, ...] = ()


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A schema's number and the pure functions that lead to it, by the number they start from."""

    schema: int = SCHEMA
    migrations: Mapping[int, Callable[[Document], Document]] = MIGRATIONS


class DamagedError(Exception):
    """The bytes are not a log as hinge wrote it; the text says how."""


class UnwritableError(ValueError):
    """What was to be written would not be read as it was; the text says how."""


class NewerSchemaError(LogError):
    """The bytes were written by a newer hinge."""


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    meta: dict[str, Meta] = msgspec.field(name="_meta")
    accepted: dict[str, Accepted] = {}
    events: dict[str, AnyEvent]


def begins_as_log(data: bytes) -> bool:
    """Return whether `data`, or the beginning of it, is that of a log as hinge writes it."""
    return data.startswith(_PREFIX)


def verify(data: bytes) -> Meta:
    """Check `data` against its own checksum and give its first table.

    Raises DamagedError if a byte is not as it was written.
    """
    if not data or data.isspace():
        raise DamagedError("it is empty")
    if data.startswith(_UTF16_MARKS):
        raise DamagedError("it is UTF-16, as > writes it in PowerShell, and a log is UTF-8")
    if not data.startswith(_PREFIX):
        raise DamagedError("it does not begin as hinge writes it")
    digits = data[len(_PREFIX) : _REST]
    if _sha256(memoryview(data)[_REST:]).encode() != digits:
        raise DamagedError("its checksum does not match")
    return read_meta(data)


def read_meta(data: bytes) -> Meta:
    """Read the first table of `data` without checking anything else."""
    end = data.find(b"}", _REST) + 1
    raw = data[len(_META) : end or len(data)]
    if raw.count(b"[") + raw.count(b"{") > _MOST_DEPTH:
        raise DamagedError("its first table cannot be read (nested too deeply)")
    try:
        return msgspec.json.decode(raw, type=Meta)
    except REFUSALS as error:
        from hingecli.store.jsonfault import json_fault

        raise DamagedError(f"its first table cannot be read ({json_fault(raw, Meta)})") from error


def decode(data: bytes, *, meta: Meta, layout: Format) -> Contents:
    """Decode verified `data` into typed events.

    Raises NewerSchemaError for a schema above the layout's, DamagedError for what no schema has.
    """
    if meta.schema > layout.schema:
        raise NewerSchemaError(f"schema {meta.schema} is newer than this hinge knows")
    document: Document = {}
    try:
        if meta.schema == layout.schema:
            file = msgspec.json.decode(data, type=_File)
            count = len(file.events)
        else:
            document = document_of(data)
            count = len(document.get("events", ()))
            document = migrate(
                document, found=meta.schema, wanted=layout.schema, steps=layout.migrations
            )
            file = msgspec.convert(document, type=_File)
    except UnknownSchemaError as error:
        raise DamagedError(str(error)) from error
    except REFUSALS as error:
        from hingecli.store.jsonfault import json_fault, value_fault

        fault = value_fault(document, _File) if document else json_fault(data, _File)
        raise DamagedError(f"it holds what hinge does not write ({fault})") from error
    if count != meta.count:
        raise DamagedError(f"it holds {count} events instead of {meta.count}")
    return Contents(events=tuple(file.events.values()), accepted=tuple(file.accepted.values()))


def encode(contents: Contents, *, generation: int, seq: int, layout: Format) -> Chunks:
    """Encode the whole of `contents` as the bytes of a file."""
    lines = b",\n".join(_lines(contents.events, first=1))
    return _sealed(
        lines, b"", contents=contents, schema=layout.schema, generation=generation, seq=seq
    )


def splice(
    data: bytes, new: Sequence[AnyEvent], *, contents: Contents, generation: int, seq: int
) -> Chunks:
    """Put the events `new` behind those of the verified `data`, whose bytes stay as they are.

    `contents` are those of the file to be, `new` among them.
    """
    meta = read_meta(data)
    start = data.index(_EVENTS, _REST) + len(_EVENTS) + 1
    old = memoryview(data)[start : len(data) - len(_TAIL)]
    lines = b",\n".join(_lines(new, first=meta.count + 1))
    more = b",\n" + lines if len(old) else lines
    return _sealed(old, more, contents=contents, schema=meta.schema, generation=generation, seq=seq)


def event_bytes(event: AnyEvent) -> bytes:
    """Encode one event as it stands in the file and in an export."""
    return _ENCODER.encode(event)


def digest(event: AnyEvent) -> str:
    """Return the hex digest by which two versions of one event are told apart."""
    return _sha256(event_bytes(event))


def document_of(data: bytes) -> Document:
    """Decode `data` for a migration: numbers keep every digit."""
    document: Document = _EXACT.decode(data)
    return document


def tables(data: bytes) -> dict[str, dict[str, Any]]:
    """Decode `data` as TinyDB sees it: documents by number, in tables by name."""
    document: dict[str, dict[str, Any]] = msgspec.json.decode(data)
    return document


def _lines(events: Iterable[AnyEvent], *, first: int) -> list[bytes]:
    return [
        b'"%d":%b' % (number, _ENCODER.encode(event)) for number, event in enumerate(events, first)
    ]


def check_round_trip(events: Iterable[AnyEvent]) -> None:
    """Refuse events that the disk would not give back as they are. Raises UnwritableError."""
    for event in events:
        if not _survives(event):
            raise UnwritableError(f"this event does not survive being written: {event!r}")


def check_whole(chunks: Chunks, contents: Contents, *, layout: Format) -> None:
    """Refuse a file that would not be read as `contents`. Raises DamagedError, UnwritableError."""
    data = b"".join(chunks)
    if decode(data, meta=verify(data), layout=layout) != contents:
        raise UnwritableError("the file would not give back what it was to hold")


def _survives(event: AnyEvent) -> bool:
    try:
        read = msgspec.json.decode(_ENCODER.encode(event), type=type(event))
    except REFUSALS:
        return False
    return read == event


def _sealed(
    old: bytes | memoryview,
    more: bytes,
    *,
    contents: Contents,
    schema: int,
    generation: int,
    seq: int,
) -> Chunks:
    meta = Meta(
        sha256="", schema=schema, generation=generation, seq=seq, count=len(contents.events)
    )
    _, _, rest = _ENCODER.encode(meta).partition(b'"sha256":"')
    marks = {str(number): mark for number, mark in enumerate(contents.accepted, 1)}
    table = b'"accepted":' + _ENCODER.encode(marks) + b",\n" if marks else b""
    head = rest + b"},\n" + table + _EVENTS + b"\n"
    sha256 = _sha256(head, old, more, _TAIL)
    return (_PREFIX + sha256.encode() + head, old, more, _TAIL)


def _sha256(*parts: bytes | memoryview) -> str:
    import hashlib  # loads OpenSSL, which an empty log does not need

    sha256 = hashlib.sha256()
    for part in parts:
        sha256.update(part)
    return sha256.hexdigest()
