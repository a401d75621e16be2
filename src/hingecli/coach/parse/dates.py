"""Reads days as people write them, and as the program does, seen from the training day.

Owns which days are likely, and the sentences for those that are not.
"""

import re
from datetime import date, timedelta
from typing import Final, NamedTuple

from hingecli.coach.log.days import WEEKDAY_NAMES
from hingecli.coach.parse.signs import NUMBERS, answered, figures
from hingecli.errors import UsageError
from hingecli.text import quoted

EARLIEST: Final = date(1900, 1, 1)
"""Days before this one are typing errors."""
LATEST: Final = date(2199, 12, 31)
"""And so are days after this one."""

DAY_EXAMPLES: Final = "2026-11-23, yesterday, mon or -2d"

LONG_AGO_DAYS = 3653
"""Ten years: a day before them is a typo, and would make everything by weeks wrong."""

_LEAST_LETTERS = 3
_FIXED: Final = {
    **dict.fromkeys(("today", "now", "this morning", "this afternoon"), 0),
    **dict.fromkeys(("this evening", "tonight"), 0),
    **dict.fromkeys(("yesterday", "last night", "yesterday evening", "yesterday morning"), -1),
    "the day before yesterday": -2,
    "last week": -7,
    **dict.fromkeys(("tomorrow", "tomorrow morning", "tomorrow evening"), 1),
    "the day after tomorrow": 2,
}
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_TIME_OF_DAY: Final = " (?:morning|afternoon|evening|night)$"
_SIGNED_DAYS: Final = r"([+-]?)([0-9]{1,5})d"
_COUNT = rf"([0-9]{{1,5}}|an?|{'|'.join(NUMBERS)})"
_AGO: Final = rf"{_COUNT} (day|week)s? ago"
_IN: Final = rf"in {_COUNT} (day|week)s?|{_COUNT} (day|week)s? from (?:now|today)"
_LONG: Final = rf"{_COUNT} (day|week)s?"
_DAYS_IN: Final = {"day": 1, "week": 7}

_WEEKDAY = r"(?:(?P<weekday>[a-z]+),? )?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\.?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_YEAR = r"(?:,? (?P<year>[0-9]{4}))?"
_SPOKEN: Final = (
    rf"{_WEEKDAY}{_DAY}(?: of)? {_MONTH}{_YEAR}",
    rf"{_WEEKDAY}{_MONTH} {_DAY}{_YEAR}",
)
"""23 Nov, Mon 23 Nov 2026, November 23rd."""
_IN_FIGURES: Final = (
    r"(?P<first>[0-9]{1,2})(?P<sign>[./-])(?P<second>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4})",
    r"(?P<first>[0-9]{1,2})(?P<sign>[./])(?P<second>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{2})",
    r"(?P<first>[0-9]{1,2})(?P<sign>[./])(?P<second>[0-9]{1,2})\.?(?P<year>)",
)
"""23.11.2026, 23.11.26, 23.11."""
_CENTURY: Final = 2000


def read_day(
    text: str, today: date, *, ahead: bool = False, past: bool = True, long_ago: bool = False
) -> date:
    """Return the day that `text` names: ISO, yesterday, mon, -2d, 23 Nov, in a week.

    `ahead`: it may lie ahead of `today`; `past`: it may have been, and a weekday is then the last
    one that was; `long_ago`: even more than ten years before. Raises UsageError.
    """
    day = _day(text, today=today, ahead=not past)
    if day > today and not ahead:
        raise UsageError(
            f"{quoted(text)} is in the future; today is {today}. Write {DAY_EXAMPLES}."
        )
    if day < today and not past:
        raise UsageError(f"{quoted(text)} is in the past; today is {today}.")
    if (today - day).days > LONG_AGO_DAYS and not long_ago:
        raise UsageError(f"{quoted(text)} is more than ten years ago: a slip of the year?")
    return day


def weekday_number(word: str, *, letters: int = _LEAST_LETTERS) -> int | None:
    """Return the weekday (0 is Monday) that begins with `word`, of at least `letters` letters."""
    if len(word) < letters:
        return None
    if len(word) > _LEAST_LETTERS:
        word = {"weds": "wed", "wensday": "wed"}.get(word, word.removesuffix("s"))
    found = [n for n, name in enumerate(WEEKDAY_NAMES) if name.lower().startswith(word)]
    return found[0] if len(found) == 1 else None


def _day(text: str, *, today: date, ahead: bool) -> date:
    word = answered(text).removeprefix("on ")
    word = word if word in _FIXED else word.removeprefix("the ")
    if ", " in word and word.partition(", ")[0] in _FIXED:  # as history heads a session
        word = word.partition(", ")[2]
    if word in _FIXED:
        return today + timedelta(days=_FIXED[word])
    word = re.sub(_TIME_OF_DAY, "", word)
    away = _days_away(word, ahead=ahead)
    if away is not None:
        return _plausible(text, today + timedelta(days=away))
    ahead = ahead or word.startswith("next ")
    weekday = weekday_number(word.removeprefix("next " if ahead else "last "))
    if weekday is not None:
        away = (weekday - today.weekday()) % 7
        whole_week = ahead or word.startswith("last ")
        if not away and not whole_week:
            return today
        return today + timedelta(days=(away or 7) if ahead else away - 7)
    seen = _Seen(today, ahead=ahead)
    day = _spoken(text, word, seen) or _in_figures(text, word, seen)
    if day is not None:
        return _plausible(text, day)
    try:
        day = date.fromisoformat(word)
    except ValueError as error:
        raise _no_day(text) from error
    return _plausible(text, day)


def _days_away(word: str, *, ahead: bool) -> int | None:
    """Return how many days `-2d`, `2 days ago` or `in a week` are away."""
    match = re.fullmatch(_SIGNED_DAYS, word)
    if match is not None:
        days = int(match[2])
        return days if match[1] == "+" or (ahead and not match[1]) else -days
    back = re.fullmatch(_AGO, word)
    forth = re.fullmatch(_IN, word) or (re.fullmatch(_LONG, word) if ahead else None)
    match = back or forth
    if match is None:
        return None
    number, unit = (part for part in match.groups() if part is not None)
    days = (1 if number in ("a", "an") else int(figures(number))) * _DAYS_IN[unit]
    return -days if back is not None else days


class _Seen(NamedTuple):
    """From which day another one is seen, and whether that lies ahead."""

    today: date
    ahead: bool

    def day(self, text: str, month: int, day: int, year: int | None) -> date:
        """Return a day: without a year of this one, unless the one beside it is much nearer."""
        found = _exact(text, year or self.today.year, month, day)
        half = timedelta(days=183)
        if year is None and self.ahead and found < self.today - half:
            return _exact(text, found.year + 1, month, day)
        if year is None and not self.ahead and found > self.today + half:
            return _exact(text, found.year - 1, month, day)
        return found


def _spoken(text: str, word: str, seen: _Seen) -> date | None:
    """Return the day of `23 Nov`."""
    matches = (re.fullmatch(pattern, word) for pattern in _SPOKEN)
    match = next((match for match in matches if match is not None), None)
    if match is None:
        return None
    month = [n for n, name in enumerate(_MONTHS, 1) if name.startswith(match["month"])]
    if not month:
        return None
    year = None if match["year"] is None else int(match["year"])
    day = seen.day(text, month[0], int(match["day"]), year)
    weekday = None if match["weekday"] is None else weekday_number(match["weekday"])
    if match["weekday"] is not None and weekday != day.weekday():
        raise UsageError(
            f"{quoted(text)}: {day.day} {day:%b %Y} is a {WEEKDAY_NAMES[day.weekday()]}. "
            f"Write {day} if you mean it."
        )
    return day


def _in_figures(text: str, word: str, seen: _Seen) -> date | None:
    """Return the day of `23.11.2026`, `23.11.` or `11/23/26`; one that could be two is refused."""
    matches = (re.fullmatch(pattern, word) for pattern in _IN_FIGURES)
    match = next((match for match in matches if match is not None), None)
    if match is None:
        return None
    first, second = int(match["first"]), int(match["second"])
    year = int(match["year"]) if match["year"] else None
    if year is not None and year < EARLIEST.year:
        year += _CENTURY
    if match["sign"] == "." or first == second or first > len(_MONTHS):
        return seen.day(text, second, first, year)
    if second > len(_MONTHS):
        return seen.day(text, first, second, year)
    one, other = seen.day(text, second, first, year), seen.day(text, first, second, year)
    raise UsageError(
        f"{quoted(text)}: {one.day} {one:%b} or {other.day} {other:%b}? Write {one} or {other}."
    )


def _exact(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise _no_day(text) from error


def _no_day(text: str) -> UsageError:
    return UsageError(f"{quoted(text)} is not a day. Write {DAY_EXAMPLES}.")


def _plausible(text: str, day: date) -> date:
    if not EARLIEST <= day <= LATEST:
        raise UsageError(f"{quoted(text)} is too far away. Write {DAY_EXAMPLES}.")
    return day
