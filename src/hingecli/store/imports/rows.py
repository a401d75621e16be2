"""Reads sessions from CSV: the columns of our export, or those of others by a map.

Owns rows and their stable ids, so that importing a file twice adds nothing.
"""

import csv
import io
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import get_args

import msgspec

from hingecli.coach.log.days import training_day
from hingecli.coach.log.events import (
    KG_PER_LB,
    Body,
    Length,
    MistakeCount,
    Pain,
    Session,
    SetRecord,
)
from hingecli.coach.parse.dates import EARLIEST
from hingecli.coach.parse.places import PlaceTold
from hingecli.errors import HingeError, UsageError
from hingecli.refusals import REFUSALS
from hingecli.store.codec import Contents
from hingecli.store.export import COLUMNS, unguarded
from hingecli.store.imports.events import Incoming
from hingecli.store.jsonfault import value_fault
from hingecli.store.ranges import out_of_range
from hingecli.store.salvage import Rejected
from hingecli.store.union import unite

NEEDED = ("drill", "reps")
KNOWN = (*COLUMNS, "load")
_NO_NAME = ("warmup", "variant", "range", "where_told", "distance_unit")
"""Columns that say nothing of which row it is: hinge 0.1.0 did not read them, and its rows, brought
in once more, must be known.
"""
_IDS = uuid.UUID("a2f0a1a6-6f0b-5b0e-9d5c-0e6f5f0d6c11")
NIGHT = timedelta(days=1)
"""How far the calendar may be ahead of the training day, by its hours after midnight."""
_YES = ("yes", "true", "1", "y", "x")
_END = "\x1e"
"""A row behind the last one: a quote that is still open would take it in."""

Row = Mapping[str, str]


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """What rows are read with, beside their own words.

    The time of the import and its training day, the first free `seq`, the command's id, and how
    a word becomes a drill's or a mistake's id, or a place; `note` cleans a text.
    """

    now: datetime
    today: date
    seq: int
    cmd: str
    drill: Callable[[str], str]
    mistake: Callable[[str], str]
    place: Callable[[str], PlaceTold]
    note: Callable[[str], str]


def read_csv(name: str, data: bytes, *, columns: Mapping[str, str], frame: Frame) -> Incoming:
    """Read the rows of `data`; `columns` says which column of the file is which of ours.

    Raises UsageError if the file has not the columns that are needed.
    """
    rows = _rows(name, data, columns)
    groups: dict[str, list[tuple[int, Row]]] = {}
    times: Counter[tuple[tuple[str, str], ...]] = Counter()
    for line, row in rows:
        key = row.get("session", "")
        if not key:
            content = tuple(
                sorted((name, text) for name, text in row.items() if text and name not in _NO_NAME)
            )
            times[content] += 1
            key = f"{content}{times[content]}"
        groups.setdefault(key, []).append((line, row))
    events: list[Session] = []
    rejected: list[Rejected] = []
    for key, group in groups.items():
        found = _session(key, group, frame, seq=frame.seq + len(events))
        if isinstance(found, Session):
            events.append(found)
        else:
            rejected.append(found)
    contents = unite((Contents(events=tuple(events)),))
    return Incoming(contents=contents, rejected=tuple(rejected), made=True)


def read_map(words: Iterable[str]) -> dict[str, str]:
    """Read `ours=theirs` pairs, several in a word parted by commas. Raises UsageError."""
    columns: dict[str, str] = {}
    for pair in (pair for word in words for pair in word.split(",")):
        ours, equals, theirs = (part.strip() for part in pair.partition("="))
        if not equals or ours not in KNOWN or not theirs:
            raise UsageError(
                f'--map "{pair}": write ours=theirs, ours being one of {", ".join(KNOWN)}.'
            )
        columns[ours] = theirs
    return columns


def _rows(name: str, data: bytes, columns: Mapping[str, str]) -> Iterable[tuple[int, Row]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{name} is not UTF-8: save it as CSV UTF-8.") from error
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=mark)
    line = 1
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
        theirs = {ours: columns.get(ours, ours).lower() for ours in KNOWN}
        places = {ours: header.index(their) for ours, their in theirs.items() if their in header}
        missing = [columns[ours] for ours in columns if ours not in places]
        missing += [ours for ours in NEEDED if ours not in places and ours not in columns]
        if not {"date", "at"} & set(places):
            missing.append("date")
        if missing:
            raise UsageError(
                f"{name} has no column {', '.join(missing)}. It has {', '.join(header) or 'none'}; "
                "say which is which with --map drill=THEIRS."
            )
        line = reader.line_num + 1
        rows = []
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((line, {ours: _cell(cells, place) for ours, place in places.items()}))
            line = reader.line_num + 1
        opened = _open_quote(lines, mark)
    except csv.Error as error:
        raise UsageError(f"{name}: line {line}: {_why_no_row(lines[line - 1])}.") from error
    if opened is not None:
        raise UsageError(f"{name}: line {opened}: a quote that opens in it is never closed.")
    return rows


def _cell(cells: Sequence[str], place: int) -> str:
    """Return what a row says in a column: nothing, where it ends before."""
    return cells[place].strip() if place < len(cells) else ""


def _open_quote(lines: Sequence[str], mark: str) -> int | None:
    """Return the line of the row with a quote that takes in all that follows, if there is one."""
    reader = csv.reader([*lines, _END], delimiter=mark)
    row, line = 1, 1
    closed = False
    for cells in reader:
        row, line, closed = line, reader.line_num + 1, cells == [_END]
    return None if closed else row


def _why_no_row(start: str) -> str:
    """Return why the row that begins with the line `start` was refused: a cell is too long."""
    longest = csv.field_size_limit()
    if len(start) > longest:
        return f"a cell has more than {longest:,} characters"
    return f"a quote that opens in it is not closed within {longest:,} characters"


def _session(
    key: str, group: Sequence[tuple[int, Row]], frame: Frame, *, seq: int
) -> Session | Rejected:
    line = group[0][0]
    try:
        at, day = _when(group[0][1], frame)
        sets = []
        for line, row in group:  # noqa: B007  # a failure is told with the line it happened in
            sets.append(_set(row, frame))
        line, first = group[0]
        id_ = key if _is_id(key) else uuid.uuid5(_IDS, key).hex
        body = Body(
            sets=tuple(sets),
            mistakes=tuple(_mistakes(first.get("mistakes", ""), frame, drill=sets[-1].drill)),
            pain=_pain(first, frame),
            sore=_whole(first, "sore"),
            effort=_whole(first, "effort"),
            distance_cm=_decimal(first.get("distance_cm", ""), "distance_cm"),
            distance_unit=_distance_unit(first),
            note=_words(first, "note", frame),
        )
        moment = f"{first.get('date', '')} {first.get('at', '')}"
        sitting = id_ if first.get("session") else uuid.uuid5(_IDS, moment).hex
        event = Session(
            id=id_,
            seq=seq,
            cmd=frame.cmd,
            at=at,
            day=day,
            recorded=frame.now,
            sitting=sitting,
            body=body,
        )
    except HingeError as error:
        return line, str(error)
    fault = out_of_range(event)
    return (line, fault) if fault else event


def _when(row: Row, frame: Frame) -> tuple[datetime, date]:
    """Return when it happened, in the import's own offset if none is told, and the training day."""
    day = _date(row["date"], frame) if row.get("date") else None
    if row.get("at"):
        at = _time(row["at"], frame)
        day = day or _past(training_day(at), frame, name="at")
    elif day is not None:
        at = datetime.combine(day, time(12), tzinfo=frame.now.tzinfo)
    else:
        raise UsageError("date: none")
    return at, day


def _date(text: str, frame: Frame) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f'date: "{text}" is not a day; write 2026-11-23') from error
    return _past(day, frame, name="date")


def _time(text: str, frame: Frame) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f'at: "{text}" is not a time; write 2026-11-23T18:30') from error
    _past(at.date(), frame, name="at", ahead=NIGHT)
    return at if at.tzinfo is not None else at.replace(tzinfo=frame.now.tzinfo)


def _past(day: date, frame: Frame, *, name: str, ahead: timedelta = timedelta(0)) -> date:
    if day < EARLIEST:
        raise UsageError(
            f"{name}: {day.isoformat()} is before {EARLIEST.year}; a slip of the year?"
        )
    if day > frame.today + ahead:
        raise UsageError(f"{name}: {day.isoformat()} is in the future")
    return day


def _set(row: Row, frame: Frame) -> SetRecord:
    drill = row.get("drill", "")
    if not drill:
        raise UsageError("drill: none")
    reps = _whole(row, "reps")
    if reps is None:
        raise UsageError("reps: none")
    clean = _whole(row, "clean")
    if "clean" not in row:  # who keeps no such column logs the reps that count
        clean = reps
    load, unit = _load(row)
    fields = {
        "drill": frame.drill(drill),
        "reps": reps,
        "clean": clean,
        "load_kg": load,
        "unit": unit,
        "side": row.get("side", "").upper()[:1] or None,
        "warmup": row.get("warmup", "").lower() in _YES,
        "variant": _words(row, "variant", frame),
        "range": "half" if row.get("range", "").lower() == "half" else "full",
    }
    try:
        return msgspec.convert(fields, SetRecord)
    except REFUSALS as error:
        raise UsageError(value_fault(fields, SetRecord)) from error


def _load(row: Row) -> tuple[Decimal | None, str]:
    """Return the load in kg and the unit in which it is to be shown."""
    unit = row.get("unit", "").lower() or "kg"
    if row.get("load_kg"):
        return _decimal(row["load_kg"], "load_kg"), unit
    load_text = row.get("load", "").lower().replace(" ", "")
    for ending in ("kg", "lbs", "lb"):
        if load_text.endswith(ending):
            load_text = load_text.removesuffix(ending)
            unit = "lb" if ending == "lbs" else ending
            break
    load = _decimal(load_text, "load")
    return (load * KG_PER_LB if load is not None and unit == "lb" else load), unit


def _pain(row: Row, frame: Frame) -> Pain | None:
    score = _whole(row, "pain")
    if score is None:
        return None
    where = frame.place(row["where"]) if row.get("where") else PlaceTold(None)
    return Pain(
        score=score,
        where=where.place,
        where_told=_words(row, "where_told", frame) or where.told,
        sharp=row.get("sharp", "").lower() in _YES,
    )


def _distance_unit(row: Row) -> Length:
    unit = (row.get("distance_cm") and row.get("distance_unit", "").lower()) or "cm"
    if unit not in get_args(Length):
        raise UsageError(f'distance_unit: "{unit}" is none of: {", ".join(get_args(Length))}')
    return "in" if unit == "in" else "cm"


def _words(row: Row, name: str, frame: Frame) -> str | None:
    """Return a text in a person's own words, cleaned; None where there is none."""
    return frame.note(unguarded(row.get(name, ""))) or None


def _mistakes(text: str, frame: Frame, *, drill: str) -> Iterable[MistakeCount]:
    """Read `drill/mistake:count` words, drill and count being optional."""
    for word in text.replace(";", " ").split():
        name, _, count = word.partition(":")
        where, slash, mistake = name.rpartition("/")
        yield MistakeCount(
            mistake=frame.mistake(mistake),
            count=_integer(count, "mistakes") if count else 1,
            drill=frame.drill(where) if slash else drill,
        )


def _whole(row: Row, name: str) -> int | None:
    text = row.get(name, "")
    return _integer(text, name) if text else None


def _integer(text: str, name: str) -> int:
    number = _decimal(text, name)
    if number is None or number != number.to_integral_value():
        raise UsageError(f'{name}: "{text}" is not a whole number')
    return int(number)


def _decimal(text: str, name: str) -> Decimal | None:
    if not text:
        return None
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation as error:
        raise UsageError(f'{name}: "{text}" is not a number') from error
    if not number.is_finite() or abs(number) >= 10**9:
        raise UsageError(f'{name}: "{text}" is not a number')
    return number


def _is_id(text: str) -> bool:
    return len(text) == 32 and all(sign in "0123456789abcdef" for sign in text)
