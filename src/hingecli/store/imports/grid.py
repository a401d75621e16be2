"""The rows of a CSV text: parted by what its first line is parted by, each with its line.

Owns delimiters, quotes and the limits on rows. Knows nothing of what a column means.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from hingecli.errors import UsageError
from hingecli.store.salvage import Rejected

DELIMITERS: Final = ",;\t|"
MOST_LINES: Final = 100_000
"""Of one file: a set a line, that is ten sets a day for 27 years."""
LONGEST_LINE: Final = 1_000_000
_MOST_OPEN: Final = 20
"""Rows with a quote that is never closed: more are no slip, and each is looked for to the end."""

_SAID: Final = re.compile(r'"?sep=([,;\t|])"?[,;\t|]*\s*', re.IGNORECASE)
"""What Excel is told of the delimiter, in a line before the heading."""

_MOST_ABOVE: Final = 20
"""Lines above a heading, as the title of a sheet."""

NumberedRow = tuple[int, list[str]]


class TextTable:
    """The header of a table and its rows, each read once; `rejected` grows while they are read."""

    def __init__(self, name: str, text: str) -> None:
        """Read the header. Raises UsageError for what cannot be a table."""
        self.name = name
        self.rejected: list[Rejected] = []
        self._lines = _lines(name, text)
        start = _heading_line(self._lines)
        first_line = self._lines[start] if start < len(self._lines) else ""
        said = _SAID.fullmatch(first_line)
        if said is not None:
            self._mark = said[1]
            start += 1
        else:
            self._mark = _mark_of(first_line)
        rows = self._rows(start)
        self.header: tuple[str, ...] = ()
        for _, cells in rows:
            self.header = tuple(cell.strip() for cell in cells)
            break
        self.rows: Iterator[NumberedRow] = rows

    def _rows(self, start: int) -> Iterator[NumberedRow]:
        """Yield the rows from the line `start` (from 0) on, with the number of their first line.

        A row whose quote is never closed is rejected, and reading goes on with the next line.
        """
        at = start
        while at < len(self._lines):
            # Strict: a quote that ends in the middle of a cell belongs to a row further up.
            reader = csv.reader(islice(self._lines, at, None), delimiter=self._mark, strict=True)
            done = 0
            try:
                for cells in reader:
                    if any(map(str.strip, cells)) and not self._is_heading(cells):
                        yield at + done + 1, cells
                    done = reader.line_num
                return
            except csv.Error as error:
                at += done
                cells = self._read_alone(self._lines[at])
                if cells:
                    yield at + 1, cells
                    at += 1
                    continue
                self.rejected.append((at + 1, _why_no_row(self._lines[at])))
                if len(self.rejected) >= _MOST_OPEN:
                    raise UsageError(
                        f"{self.name}: {_MOST_OPEN} rows have a quote that is not closed, the "
                        f"first in line {self.rejected[0][0]}. Save it as CSV anew."
                    ) from error
                at += 1

    def _is_heading(self, cells: Sequence[str]) -> bool:
        """Return whether a row says the heading again, as where two exports were put together."""
        return bool(self.header) and tuple(map(str.strip, cells)) == self.header

    def _read_alone(self, line: str) -> list[str]:
        """Read a line whose quotes are whole but stand within a text: "said "go" twice"."""
        if line.count('"') % 2 or len(line) > csv.field_size_limit():
            return []
        cells = next(csv.reader([line], delimiter=self._mark), [])
        return cells if len(cells) == len(self.header) else []


def _lines(name: str, text: str) -> list[str]:
    ends = max(text.count("\n"), text.count("\r"))
    if ends > MOST_LINES:
        raise UsageError(
            f"{name} has {ends:,} lines; hinge reads up to {MOST_LINES:,}. "
            "Export fewer years at once."
        )
    lines = list(io.StringIO(text, newline=""))
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            raise UsageError(
                f"{name}: line {number} has {len(line):,} characters; no row is longer than "
                f"{LONGEST_LINE:,}."
            )
    return lines


def _why_no_row(start: str) -> str:
    """Return why the row that begins with the line `start` was refused."""
    longest = csv.field_size_limit()
    if len(start) > longest:
        return f"a cell has more than {longest:,} characters"
    column = start.find('"') + 1
    return f"column {column}: a quote that opens here is not closed"


def _mark_of(line: str) -> str:
    """Return what parts the cells of `line`."""
    return max(DELIMITERS, key=line.count)


def _heading_line(lines: Sequence[str]) -> int:
    """Return the number (from 0) of the line with the heading, or with what parts its cells.

    A heading has two cells or more: what stands above it, as the title of a sheet, has one.
    """
    filled = [number for number, line in enumerate(lines[:_MOST_ABOVE]) if line.strip()]
    for number in filled:
        line = lines[number]
        cells = line.split(_mark_of(line))
        if _SAID.fullmatch(line) or sum(map(bool, map(str.strip, cells))) > 1:
            return number
    return filled[0] if filled else 0
