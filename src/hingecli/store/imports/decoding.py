"""The text of a table's bytes, in the encodings that spreadsheets and loggers write.

Owns which encoding it is, and what is said where that had to be found out.
"""

import codecs
from typing import Final, NamedTuple

from hingecli.errors import UsageError

UTF8_MARK: Final = codecs.BOM_UTF8
UTF16_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WINDOWS: Final = "cp1252"
"""What Excel writes as CSV on Windows in western Europe and America."""


class Decoded(NamedTuple):
    """A text, and the sentence that says how it was read where that is not plain."""

    text: str
    said: str = ""


def decode(name: str, data: bytes) -> Decoded:
    """Return the text of `data`: UTF-8, UTF-16 or Windows-1252. Raises UsageError for no text."""
    wide = _utf16_of(data)
    if wide is not None:
        try:
            return Decoded(data.decode(wide).lstrip("\ufeff"), "It is UTF-16.")
        except UnicodeDecodeError as error:
            raise UsageError(f"{name}: UTF-16 that breaks off at byte {error.start}.") from error
    if b"\0" in data:
        raise UsageError(f"{name}: {_place(data, data.index(0))}: a NUL byte, so it is no text.")
    try:
        return Decoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        first = error.start
    try:
        text = data.decode(_WINDOWS)
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{name}: {_place(data, error.start)}: neither UTF-8 nor Windows-1252. "
            "Save it as CSV UTF-8."
        ) from error
    return Decoded(text, f"It is not UTF-8 ({_place(data, first)}): read as Windows-1252.")


def _utf16_of(data: bytes) -> str | None:
    """Return which UTF-16 it is: by its mark, or where every other byte of the start is NUL."""
    if data.startswith(UTF16_MARKS):
        return "utf-16"
    start = data[:200]
    if len(start) < 4:
        return None
    half = len(start) // 2
    if start[1::2].count(0) > half * 3 // 4 and start[::2].count(0) == 0:
        return "utf-16-le"
    if start[::2].count(0) > half * 3 // 4 and start[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _place(data: bytes, at: int) -> str:
    line = data.count(b"\n", 0, at) + 1
    column = at - data.rfind(b"\n", 0, at)
    return f"line {line}, column {column}"
