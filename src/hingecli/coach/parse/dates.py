"""Reads days: ISO, today, yesterday, mon, -2d, seen from the training day.

Owns which days are likely, and the sentences for those that are not.
"""

import re
from datetime import date, timedelta
from typing import Final

from hingecli.coach.log.days import WEEKDAY_NAMES
from hingecli.errors import UsageError
from hingecli.text import quoted

EARLIEST: Final = date(1900, 1, 1)
"""Days before this one are typing errors."""
LATEST: Final = date(2199, 12, 31)
"""And so are days after this one."""

DAY_EXAMPLES: Final = "2026-11-23, yesterday, mon or -2d"

LONG_AGO_DAYS = 3653
"""Ten years: a day before them is a typo, and would make everything by weeks wrong."""

_DAYS_AGO = re.compile(r"([+-]?)(\d{1,5})d", re.A | re.I)
_LEAST_LETTERS = 3


def read_day(text: str, *, today: date) -> date:
    """Read a day that has been: ISO, today, yesterday, mon, -2d. Raises UsageError."""
    day = _day(text, today=today, ahead=False)
    if day > today:
        raise UsageError(
            f"{quoted(text)} is in the future; today is {today}. Write {DAY_EXAMPLES}."
        )
    _refuse_long_ago(text, day, today=today)
    return day


def read_coming_day(text: str, *, today: date) -> date:
    """Read today or a day to come: ISO, tomorrow, fri, +10d. Raises UsageError."""
    day = _day(text, today=today, ahead=True)
    if day < today:
        raise UsageError(f"{quoted(text)} is in the past; today is {today}.")
    return day


def read_any_day(text: str, *, today: date) -> date:
    """Read a day, past or to come; a weekday is the last one that was."""
    return _day(text, today=today, ahead=False)


def read_start(text: str, *, today: date) -> date:
    """Read the day a plan begins, past or to come. Raises UsageError for a slip of the year."""
    day = read_any_day(text, today=today)
    _refuse_long_ago(text, day, today=today)
    return day


def weekday_number(word: str) -> int | None:
    """Give the weekday (0 is Monday) that `word` begins, with three letters or more."""
    if len(word) < _LEAST_LETTERS:
        return None
    found = (n for n, name in enumerate(WEEKDAY_NAMES) if name.lower().startswith(word))
    return next(found, None)


def _day(text: str, *, today: date, ahead: bool) -> date:
    word = text.strip().lower()
    fixed = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if word in fixed:
        return today + timedelta(days=fixed[word])
    match = _DAYS_AGO.fullmatch(word)
    if match is not None:
        days = int(match[2])
        forward = match[1] == "+" or (ahead and not match[1])
        return _plausible(text, today + timedelta(days=days if forward else -days))
    weekday = weekday_number(word)
    if weekday is not None:
        away = (weekday - today.weekday()) % 7
        return today + timedelta(days=(away or 7) if ahead else away - 7 if away else 0)
    try:
        day = date.fromisoformat(word)
    except ValueError as error:
        raise UsageError(f"{quoted(text)} is not a day. Write {DAY_EXAMPLES}.") from error
    return _plausible(text, day)


def _refuse_long_ago(text: str, day: date, *, today: date) -> None:
    if (today - day).days > LONG_AGO_DAYS:
        raise UsageError(f"{quoted(text)} is more than ten years ago: a slip of the year?")


def _plausible(text: str, day: date) -> date:
    if not EARLIEST <= day <= LATEST:
        raise UsageError(f"{quoted(text)} is too far away. Write {DAY_EXAMPLES}.")
    return day
