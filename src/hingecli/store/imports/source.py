"""The bytes of a file that is to be brought in: how many are read, and what they are.

Owns the limit on size, the kinds of files, and the sentences that refuse any other.
"""

import hashlib
import io
from pathlib import Path
from typing import BinaryIO, Final, Literal

import msgspec

from hingecli.errors import LogError, UsageError, cause_of
from hingecli.refusals import REFUSALS
from hingecli.store.files import read_file
from hingecli.store.imports.decoding import UTF8_MARK, UTF16_MARKS
from hingecli.store.jsonfault import nested_too_deeply

ImportKind = Literal["export", "log", "csv"]

MOST_BYTES: Final = 10_000_000
"""Of one file: twenty years of practice are half of it, and it is read with well under 200 MB."""

_MOST_MARKS: Final = 1_000_000
"""Of brackets and commas in JSON: each costs far more memory than its byte."""

_NO_TABLES: Final = (
    (b"PK\x03\x04", "an Excel workbook or a zip file: save the sheet as CSV UTF-8"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook: save the sheet as CSV UTF-8"),
    (b"\x1f\x8b", "compressed: unpack it first"),
    (b"SQLite format 3", "a database: export it as CSV from the program that keeps it"),
    (b"%PDF", "a PDF: export the data as CSV from the program that made it"),
    (b"<", "a web page or XML: export the data as CSV from the program that made it"),
)
"""How files begin that people take for an export, and what they are."""

_BLANKS: Final = b" \t\r\n"

_OTHER_JSON: Final = "JSON of another program: export its data as CSV"


class SourceFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file's name and its bytes."""

    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hex."""
        return hashlib.sha256(self.data).hexdigest()


def read_path(path: Path) -> SourceFile:
    """Read a file. Raises LogError if it cannot be read, UsageError if it is missing or too large.

    Of a file that is too large no byte is read.
    """
    try:
        if path.is_file():
            _check_size(path.name, path.stat().st_size)
            with path.open("rb") as file:  # its size may be a lie, as in /proc, or grow
                return read_stream(file, name=path.name)
        read_file(path)
    except OSError as error:
        pipe = path.is_fifo() or path.is_char_device() or path.is_socket()
        way = " hinge import - reads what is piped into it." if pipe else ""
        raise LogError(f"cannot read {path}: {cause_of(error)}.{way}") from error
    raise UsageError(f"there is no file {path}.")


def read_stream(stream: BinaryIO, *, name: str) -> SourceFile:
    """Read a stream to its end. Raises UsageError if it gives too much, LogError if it breaks."""
    taken = io.BytesIO()
    try:
        while chunk := stream.read(1 << 20):
            taken.write(chunk)
            _check_size(name, taken.tell(), more=True)
    except OSError as error:
        raise LogError(f"cannot read {name}: {cause_of(error)}.") from error
    return SourceFile(name=name, data=taken.getvalue())


def kind_of(source: SourceFile) -> ImportKind:
    """Return what the bytes are, by the name and how they begin. Raises UsageError."""
    name, data = source.name, source.data
    text = data.removeprefix(UTF8_MARK).lstrip(_BLANKS)
    if not text.strip(_BLANKS + b"\0"):
        raise UsageError(f"{name} is empty." if not data else f"{name} holds nothing but blanks.")
    for start, what in _NO_TABLES:
        if data.startswith(start):
            raise UsageError(f"{name} is {what}.")
    if _wide_json(data):
        raise UsageError(
            f"{name} is UTF-16, as > writes it in PowerShell, and JSON is UTF-8. "
            "Write it anew with: hinge export -o FILE.json"
        )
    if not text.startswith((b"{", b"[")):
        return _table_kind(name, data)
    if nested_too_deeply(data):
        raise UsageError(f"{name} is nested too deeply to be an export of hinge or a hinge.json.")
    if sum(map(data.count, (b"{", b"[", b","))) > _MOST_MARKS:
        raise UsageError(f"{name} holds more than hinge reads: it is no log of one person.")
    try:
        tables = msgspec.json.decode(text, type=dict[str, msgspec.Raw])
    except REFUSALS:
        if text.startswith(b"{"):  # cut off or changed: its own reader says how
            return "log"
        tables = {}
    if not {"events", "_meta"} & {*tables}:
        raise UsageError(f"{name} is {_OTHER_JSON}.")
    return "log" if bytes(tables.get("events", msgspec.Raw(b"{}")))[:1] == b"{" else "export"


def _check_size(name: str, size: int, *, more: bool = False) -> None:
    if size > MOST_BYTES:
        has = f"more than {MOST_BYTES:,}" if more else f"{size:,}"
        raise UsageError(
            f"{name} has {has} bytes; hinge reads files of up to {MOST_BYTES // 1_000_000} MB. "
            "Export fewer years at once."
        )


def _wide_json(data: bytes) -> bool:
    """Return whether `data` is JSON in UTF-16, with or without its mark."""
    start = data[:64]
    for mark in UTF16_MARKS:
        start = start.removeprefix(mark)
    return b"\0" in start and start.replace(b"\0", b"").lstrip(b" \t\r\n").startswith(b"{")


def _table_kind(name: str, data: bytes) -> ImportKind:
    """Return that it is a table: by its name, or by what parts cells in its first line."""
    if name.lower().endswith((".csv", ".tsv")):
        return "csv"
    first = data[:4096].replace(b"\0", b"").lstrip().partition(b"\n")[0]
    if any(mark in first for mark in (b",", b";", b"\t")):
        return "csv"
    raise UsageError(f"{name} is neither an export of hinge, nor a hinge.json, nor a .csv file.")
