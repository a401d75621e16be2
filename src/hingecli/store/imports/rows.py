"""A row of a table: sets of ours, with what it says of its session.

Owns which cells may be wrong without the sets being lost: all that is not the set itself, which
`sets` reads.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import TypeVar, get_args

import msgspec

from hingecli.coach.log.days import training_day
from hingecli.coach.log.events import Length, MistakeCount, Pain, SetRecord
from hingecli.coach.parse.places import PlaceTold
from hingecli.errors import HingeError, UsageError
from hingecli.store.imports import amounts
from hingecli.store.imports.amounts import YES
from hingecli.store.imports.cells import Cells, SetRow
from hingecli.store.imports.context import RowContext
from hingecli.store.imports.layout import Layout
from hingecli.store.imports.preview import Change, Remarks
from hingecli.store.imports.sets import own_words, read_sets
from hingecli.store.imports.when import NIGHT, check_past, read_clock, read_moment
from hingecli.store.ranges import MOST_CM
from hingecli.text import quoted

Read = TypeVar("Read")

NOON = time(12)
"""When a row without a time is said to have happened."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What one row says: sets of ours, or a note alone, with the moment as its cells tell it."""

    line: int
    at: datetime
    day: date
    is_timed: bool
    session: str
    told: str
    content: str
    sets: tuple[SetRecord, ...]
    mistakes: tuple[MistakeCount, ...] = ()
    pain: Pain | None = None
    sore: int | None = None
    effort: int | None = None
    distance_cm: Decimal | None = None
    distance_unit: Length = "cm"
    note: str | None = None


_NO_NAME = ("warmup", "variant", "range", "where_told", "distance_unit", "sets")
"""Columns that say nothing of which row it is: hinge did not always read them, and rows of then,
brought in once more, must be known.
"""


def read_entry(row: SetRow, layout: Layout, context: RowContext, remarks: Remarks) -> Entry | None:
    """Read a row; None where it is no set of ours. Raises UsageError where it cannot be read."""
    cells = row.cells
    if row.spare is not None:  # its cells are not where their headings say
        raise UsageError(
            f"column {row.spare}: more cells than headings; what parts cells needs quotes "
            "where it stands within one"
        )
    sets: tuple[SetRecord, ...] = ()
    if row.is_note:
        if context.exercise(cells.get("drill", "")) is None:
            return None
    else:
        remarks.sets += 1
        sets = read_sets(row, layout, context, remarks)
        if not sets:
            return None
    drill = sets[0].drill if sets else ""
    at, day, is_timed = _when(cells, layout, context)
    _count(sets, context, remarks)
    keep = _Keeper(row.line, remarks)
    # Other loggers write 0 where nothing was told.
    no_effort = layout.known is not None and not cells.get("effort", "").strip("0.,")
    measured = cells.get("distance_cm")
    distance = (keep(lambda: _distance(cells), "distance_cm") if measured else None) or (None, "cm")
    return Entry(
        line=row.line,
        at=at,
        day=day,
        is_timed=is_timed,
        session=cells.get("session", ""),
        told=f"{cells.get('date', '')} {cells.get('at', '')}{cells.get('time', '')}",
        content=_content(cells),
        sets=sets,
        mistakes=keep(lambda: tuple(_mistakes(cells, context, drill=drill)), "mistakes") or (),
        pain=_pain(cells, context, keep),
        sore=keep.score(cells, "sore", least=0),
        effort=None if no_effort else keep.score(cells, "effort", least=1),
        distance_cm=distance[0],
        distance_unit=distance[1],
        note=own_words(cells, "note", context),
    )


def _count(sets: Sequence[SetRecord], context: RowContext, remarks: Remarks) -> None:
    for record in sets:
        remarks.done[record.drill] += 1
        remarks.warmups += record.warmup
        if record.side is None and record.drill in context.sided:
            remarks.sideless += 1


def _content(cells: Cells) -> str:
    """Return all that says which row it is, in a text that is the same for the same row."""
    named = ((name, text) for name, text in cells.items() if text and name not in _NO_NAME)
    return str(tuple(sorted(named)))


class _Keeper:
    """Reads cells beside the set: one that cannot be read is left out, and told."""

    def __init__(self, line: int, remarks: Remarks) -> None:
        self._line = line
        self._remarks = remarks

    def __call__(self, read: Callable[[], Read], name: str) -> Read | None:
        try:
            return read()
        except HingeError as error:
            said = str(error).rstrip(".")
            said = said if said.partition(":")[0].isidentifier() else f"{name}: {said}"
            self.say(f"{said}; left out")
            return None

    def score(self, cells: Cells, name: str, *, least: int) -> int | None:
        text = cells.get(name, "")
        if not text:
            return None
        found = self(lambda: amounts.score(text, name, least=least), name)
        if found is None:
            return None
        number, is_rounded = found
        if is_rounded:
            self.say(f"{name} {text} is rounded up to {number}")
        return number

    def say(self, said: str) -> None:
        self._remarks.changes.append(Change(self._line, said))


def _when(cells: Cells, layout: Layout, context: RowContext) -> tuple[datetime, date, bool]:
    """Return when it happened, the training day, and whether a time was told."""
    known = layout.known
    order = context.order or (known.order if known is not None else None)
    day, at = None, None
    if cells.get("date"):
        dated = read_moment(cells["date"], "date", order=order, months=context.months)
        day, at = check_past(dated.day, today=context.today, name="date"), dated.at
    if cells.get("at"):
        moment = read_moment(cells["at"], "at", order=order, months=context.months)
        check_past(moment.day, today=context.today, name="at", ahead=NIGHT)
        at, told_day = moment.at, day or moment.day
    elif day is not None and cells.get("time"):
        at, told_day = datetime.combine(day, read_clock(cells["time"], "time")), None
    else:
        told_day = day
    if at is None:
        if told_day is None:
            raise UsageError("date: none")
        return datetime.combine(told_day, NOON, tzinfo=context.now.tzinfo), told_day, False
    if known is not None and known.zone == "utc":
        at = context.local(at if at.tzinfo is not None else at.replace(tzinfo=UTC))
    elif at.tzinfo is None:
        at = context.local(at)
    if day is not None and cells.get("at"):
        return at, day, True  # our own export: the training day as it was told then
    return at, check_past(training_day(at), today=context.today, name="at"), True


def _pain(cells: Cells, context: RowContext, keep: _Keeper) -> Pain | None:
    score = keep.score(cells, "pain", least=0)
    if score is None:
        return None
    where = PlaceTold(None)
    if cells.get("where"):
        where = keep(lambda: context.place(cells["where"]), "where") or where
    return Pain(
        score=score,
        where=where.place,
        where_told=own_words(cells, "where_told", context) or where.told,
        sharp=cells.get("sharp", "").lower() in YES,
    )


def _distance(cells: Cells) -> tuple[Decimal | None, Length]:
    distance = amounts.decimal(cells.get("distance_cm", ""), "distance_cm", thousands=False)
    if distance is not None and not 0 <= distance <= MOST_CM:
        raise UsageError(f"distance_cm: {distance} is not 0-{MOST_CM}")
    unit = (distance is not None and cells.get("distance_unit", "").lower()) or "cm"
    if unit not in get_args(Length):
        raise UsageError(f'distance_unit: "{unit}" is none of: {", ".join(get_args(Length))}')
    return distance, "in" if unit == "in" else "cm"


def _mistakes(cells: Cells, context: RowContext, *, drill: str) -> Iterator[MistakeCount]:
    """Read `drill/mistake:count` words, drill and count being optional."""
    for word in cells.get("mistakes", "").replace(";", " ").split():
        name, _, count = word.partition(":")
        where, slash, mistake = name.rpartition("/")
        found = context.drill(where) if slash else drill
        if found is None:
            raise UsageError(f'mistakes: no drill is called "{where}"')
        often = amounts.whole(count, "mistakes") if count else 1
        if not often or often < 1:
            raise UsageError(f"mistakes: {quoted(word)} is no count")
        yield MistakeCount(mistake=context.mistake(mistake), count=often, drill=found)
