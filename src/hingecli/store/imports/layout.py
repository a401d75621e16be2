"""What the columns of a table mean: ours, those of a logger, or those that a person maps.

Owns the recognition by the heading. Its rows are `cells`' to read.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import msgspec

from hingecli.coach.log.events import Unit
from hingecli.errors import UsageError
from hingecli.loggers import LoggerFormat, Unfold
from hingecli.store.export import COLUMNS
from hingecli.store.imports.amounts import unit_in, unit_of
from hingecli.store.imports.grid import TextTable
from hingecli.store.imports.headings import HeadingWords, as_map, likely
from hingecli.text import quoted

NEEDED: Final = ("drill", "reps")
KNOWN: Final = (*COLUMNS, "load", "time", "sets")
"""The columns that we read by their own names, or by a map."""

OURS: Final = "hinge CSV"
MAPPED: Final = "CSV"
_THEIRS: Final = "THEIRS"
"""What stands in a proposed map where a person's own word is missing."""
_MOST_NAMED: Final = 20
"""Headings that a sentence lists."""


class Column(msgspec.Struct, frozen=True):
    """Where a cell stands, and the unit that its heading names; `is_ours` is our own `load_kg`."""

    place: int
    unit: Unit | None = None
    is_ours: bool = False


class SetColumns(msgspec.Struct, frozen=True, kw_only=True):
    """One set of a row: where its reps and its loads stand, and the exercise if that is its own."""

    reps: int
    loads: tuple[Column, ...]
    drill: int | None


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """What is read of each row. `known` is the logger's format; None for our own columns.

    `joined` are the columns of which all are read, one behind the other; `blocks` the sets of a
    row that has several. `unread` names the columns that nothing is made of, `likely` says which
    of them a map could read, and as what.
    """

    name: str
    known: LoggerFormat | None
    places: Mapping[str, int]
    joined: Mapping[str, tuple[int, ...]]
    loads: tuple[Column, ...]
    blocks: tuple[SetColumns, ...]
    rules: Mapping[str, int]
    unread: tuple[str, ...]
    likely: Mapping[str, str] = MappingProxyType({})


def recognise(
    grid: TextTable,
    formats: Iterable[LoggerFormat],
    *,
    columns: Mapping[str, str],
    words: HeadingWords = MappingProxyType({}),
) -> Layout:
    """Return what the columns of `grid` mean; `columns` are the person's own words for that.

    Raises UsageError if neither they nor any of the `formats` fit, with a map that may: `words`
    are what columns are called in tables that people keep themselves.
    """
    header = [_folded(cell) for cell in grid.header]
    own = {ours: _folded(columns.get(ours, ours)) for ours in KNOWN}
    places = {ours: header.index(theirs) for ours, theirs in own.items() if theirs in header}
    if not columns and not _is_ours(places):
        fitting = [known for known in formats if {*map(_folded, known.heading)} <= {*header}]
        if fitting:
            return _of_logger(max(fitting, key=lambda known: len(known.heading)), grid, header)
    right = {ours: theirs for ours, theirs in columns.items() if ours in places}
    own_names = [grid.header[place] for place in places.values()]
    guess = likely(grid.header, words, taken={*places, *own_names})
    needed = [ours for ours in NEEDED if ours not in places]
    needed += [] if {"date", "at"} & {*places} else ["date"]
    wrong = [theirs for ours, theirs in columns.items() if ours not in places]
    missing = [*wrong, *(ours for ours in needed if ours not in columns)]
    if missing:
        pairs = {**right, **dict.fromkeys(needed, _THEIRS), **guess}
        raise UsageError(
            f"{grid.name} has no column {', '.join(missing)}. It has {_listed(grid.header)}; "
            f"say which is which with --map {as_map(pairs)}"
        )
    loads = tuple(
        Column(places[name], unit_in(own[name]), name == own[name] == "load_kg")
        for name in ("load_kg", "load")
        if name in places
    )
    read = set(places.values())
    return Layout(
        name=MAPPED if columns or "session" not in places else OURS,
        known=None,
        places=places,
        joined={},
        loads=loads,
        blocks=(),
        rules={},
        unread=_unread(grid.header, read),
        likely=guess,
    )


def read_map(words: Iterable[str]) -> dict[str, str]:
    """Read `ours=theirs` pairs, several in a word parted by commas. Raises UsageError."""
    columns: dict[str, str] = {}
    for pair in (pair for word in words for pair in word.split(",")):
        ours, equals, theirs = (part.strip() for part in pair.partition("="))
        if not equals or ours not in KNOWN or not theirs:
            raise UsageError(
                f"--map {quoted(pair)}: write ours=theirs, ours being one of {', '.join(KNOWN)}."
            )
        columns[ours] = theirs
    return columns


def unit_word(grid: TextTable, columns: dict[str, str]) -> Unit | None:
    """Take `unit=lb` out of a map where lb is no column but a word for all weights."""
    column = columns.get("unit")
    if column is None or _folded(column) in map(_folded, grid.header):
        return None
    unit = unit_of(column)
    if unit is not None:
        del columns["unit"]
    return unit


def _is_ours(places: Mapping[str, int]) -> bool:
    return {*NEEDED} <= {*places} and bool({"date", "at"} & {*places})


def _of_logger(known: LoggerFormat, grid: TextTable, header: Sequence[str]) -> Layout:
    places: dict[str, int] = {}
    for name in ("at", "date", "time", "session", "reps", "unit", "multiplier", "side", "effort"):
        place = _first(getattr(known.fields, name), header)
        if place is not None:
            places[name] = place
    joined = {
        name: tuple(header.index(word) for word in map(_folded, headings) if word in header)
        for name, headings in (("drill", known.fields.drill), ("note", known.fields.notes))
    }
    loads = tuple(
        Column(header.index(word), unit_in(word))
        for word in map(_folded, known.fields.load)
        if word in header
    )
    blocks = _blocks(known.unfold, header) if known.unfold is not None else ()
    rules = {
        rule.column: header.index(_folded(rule.column))
        for rule in (*known.skip, *known.note_rows, *((known.warmup,) if known.warmup else ()))
        if _folded(rule.column) in header
    }
    read = {*places.values(), *rules.values(), *(load.place for load in loads)}
    read.update(place for several in joined.values() for place in several)
    for block in blocks:
        read.update((block.reps, *(load.place for load in block.loads)))
        read.update(() if block.drill is None else (block.drill,))
    return Layout(
        name=known.name,
        known=known,
        places=places,
        joined={name: several for name, several in joined.items() if several},
        loads=loads,
        blocks=blocks,
        rules=rules,
        unread=_unread(grid.header, read),
    )


def _blocks(unfold: Unfold, header: Sequence[str]) -> tuple[SetColumns, ...]:
    """Find the sets that stand side by side, each with what belongs to it."""
    starts: list[int | None] = [None]
    if unfold.block is not None:
        begins = _numbered(unfold.block)
        starts = [place for place, heading in enumerate(header) if begins.fullmatch(heading)]
    reps = _numbered(unfold.reps)
    found = []
    for number, start in enumerate(starts):
        first = start or 0
        after = starts[number + 1] if number + 1 < len(starts) else None
        own = range(first, len(header) if after is None else after)
        for place in own:
            heading = reps.fullmatch(header[place])
            if heading is None:
                continue
            wanted = [_folded(load).replace("#", heading[1]) for load in unfold.load]
            loads = [
                Column(next(p for p in own if header[p] == load), unit_in(load))
                for load in wanted
                if any(header[p] == load for p in own)
            ]
            found.append(SetColumns(reps=place, loads=tuple(loads), drill=start))
    return tuple(found)


def _numbered(heading: str) -> re.Pattern[str]:
    before, _, after = _folded(heading).partition("#")
    return re.compile(rf"{re.escape(before)}(\d{{1,3}}){re.escape(after)}")


def _first(headings: Iterable[str], header: Sequence[str]) -> int | None:
    return next((header.index(word) for word in map(_folded, headings) if word in header), None)


def _unread(header: Sequence[str], read: Iterable[int]) -> tuple[str, ...]:
    taken = set(read)
    return tuple(
        dict.fromkeys(name for place, name in enumerate(header) if place not in taken and name)
    )


def _listed(header: Sequence[str]) -> str:
    more = f" and {len(header) - _MOST_NAMED} more" if len(header) > _MOST_NAMED else ""
    return (", ".join(header[:_MOST_NAMED]) or "none") + more


def _folded(heading: str) -> str:
    return " ".join(heading.lower().split())
