"""Days and times, as loggers and spreadsheets write them.

Owns the forms that are understood. A day that could be two is asked about, never guessed.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple

from hingecli.coach.parse.dates import EARLIEST
from hingecli.errors import UsageError
from hingecli.loggers import Order
from hingecli.text import quoted

NIGHT: Final = timedelta(days=1)
"""How far the calendar may be ahead of the training day, by its hours after midnight."""

_NUMBERS: Final = re.compile(
    r"(\d{4}|\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{1,2})(?!\d)\.?(.*)", re.DOTALL
)
_DAY_MONTH: Final = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:de\s+)?([^\W\d_]+)\.?,?\s+(?:de\s+)?(\d{4})(.*)", re.DOTALL
)
_MONTH_DAY: Final = re.compile(
    r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(.*)", re.DOTALL
)
_CLOCK: Final = re.compile(
    r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap]\.?\s?m\.?)?", re.IGNORECASE
)
_OFFSET: Final = re.compile(r"\s+(UTC|GMT|Z|[+-]\d{2}:?\d{2})$", re.IGNORECASE)
_ZULU: Final = {"UTC": "Z", "GMT": "Z", "Z": "Z"}
_CENTURY: Final = 2000


class DayAndTime(NamedTuple):
    """A day, and the time of it if one is told, with its offset if it has one."""

    day: date
    at: datetime | None


def read_moment(
    text: str, name: str, *, order: Order | None, months: Sequence[Sequence[str]]
) -> DayAndTime:
    """Read a day, with or without its time; `name` is the column's. Raises UsageError."""
    stripped = text.strip()
    exact = _iso(stripped)
    if exact is not None:
        return exact
    day, rest = _day(stripped, name, order=order, months=months)
    rest = rest.strip(" ,T\t")
    return DayAndTime(day, datetime.combine(day, read_clock(rest, name)) if rest else None)


def read_clock(text: str, name: str) -> time:
    """Read a time of day: 7:37 PM, 19:37, 19:37:05. Raises UsageError."""
    found = _CLOCK.fullmatch(text.strip())
    if found is not None:
        hour, minute, second, half = found.groups()
        hours = int(hour)
        if half is not None and 1 <= hours <= 12:
            hours = hours % 12 + (12 if half.lower().startswith("p") else 0)
        elif half is not None:
            hours = 24
        try:
            return time(hours, int(minute), int(second or 0))
        except ValueError:
            pass
    raise UsageError(f"{name}: {quoted(text)} is not a time; write 18:30")


def check_past(day: date, *, today: date, name: str, ahead: timedelta = timedelta(0)) -> date:
    """Return `day`. Raises UsageError where a digit slipped, or where it is still to come."""
    if day < EARLIEST:
        raise UsageError(
            f"{name}: {day.isoformat()} is before {EARLIEST.year}; a slip of the year?"
        )
    if day > today + ahead:
        raise UsageError(f"{name}: {day.isoformat()} is in the future")
    return day


def _iso(text: str) -> DayAndTime | None:
    compact = _OFFSET.sub(lambda found: _ZULU.get(found[1].upper(), found[1]), text)
    try:
        return DayAndTime(date.fromisoformat(compact), None)
    except ValueError:
        pass
    try:
        at = datetime.fromisoformat(compact)
    except ValueError:
        return None
    return DayAndTime(at.date(), at)


def _day(
    text: str, name: str, *, order: Order | None, months: Sequence[Sequence[str]]
) -> tuple[date, str]:
    """Return the day at the beginning of `text`, and what stands behind it."""
    form = "a time; write 2026-11-23T18:30" if name == "at" else "a day; write 2026-11-23"
    no_day = UsageError(f"{name}: {quoted(text)} is not {form}")
    numbers = _NUMBERS.fullmatch(text)
    if numbers is not None:
        first, mark, second, third, rest = numbers.groups()
        if len(first) == 4:
            parts = first, second, third
        elif mark == "." or order == "dmy":  # nobody writes the month first with points
            parts = _year(third), second, first
        elif order == "mdy":
            parts = _year(third), first, second
        else:
            raise UsageError(
                f"{name}: {quoted(text)}: does the file write the day first, or the month? Say "
                "which with --dates dmy or --dates mdy"
            )
        try:
            return date(*map(int, parts)), rest
        except ValueError as error:
            raise no_day from error
    words = _DAY_MONTH.fullmatch(text)
    day_first = words is not None
    words = words or _MONTH_DAY.fullmatch(text)
    if words is None:
        raise no_day
    one, two, year, rest = words.groups()
    number, word = (one, two) if day_first else (two, one)
    month = _month(word, months)
    try:
        return date(int(year), month, int(number)), rest
    except ValueError as error:
        raise no_day from error


def _year(text: str) -> str:
    return text if len(text) > 2 else str(_CENTURY + int(text))


def _month(word: str, months: Sequence[Sequence[str]]) -> int:
    """Return the month that `word` begins like; 0 for none."""
    month = word.casefold()
    return next(
        (
            number
            for number, beginnings in enumerate(months, 1)
            if any(month.startswith(beginning) for beginning in beginnings)
        ),
        0,
    )
