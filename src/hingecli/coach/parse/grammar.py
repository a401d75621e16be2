"""Reads what a person types about a session: sets, loads, mistakes, days and distances.

Owns the grammar and the sentences for what does not fit it. Looks nothing up by itself.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

import msgspec

from hingecli.coach.log.days import WEEKDAY_NAMES
from hingecli.coach.log.events import (
    KG_PER_LB,
    Length,
    MistakeCount,
    SetRecord,
    Side,
    Unit,
)
from hingecli.errors import UsageError
from hingecli.text import quoted

MOST_REPS: Final = 1000
MOST_SETS: Final = 50
MOST_SETS_IN_ALL: Final = 200
MOST_LOAD_KG: Final = Decimal(1000)
MOST_DISTANCE_CM: Final = Decimal(300)
CM_PER_INCH: Final = Decimal("2.54")
EARLIEST: Final = date(1900, 1, 1)
"""Days before this one are typing errors."""
LATEST: Final = date(2199, 12, 31)
"""And so are days after this one."""

SET_EXAMPLES: Final = "10, 18/20, 3x10, 3x8/10, 8L or 3x10@16kg"
DAY_EXAMPLES: Final = "2026-11-23, yesterday, mon or -2d"

_SIGNS = str.maketrans({"×": "x", "X": "x", "*": "x"})
_SET = re.compile(r"(?:(\d{1,6})x)?(\d{1,6})(?:/(\d{1,6}))?([lr])?(?:@(.*))?", re.A | re.I)
_HEADLESS = re.compile(r"x\d", re.A)
_LOAD = re.compile(r"(\d{1,6}(?:[.,]\d{1,12})?)(kgs?|lbs?)?", re.A | re.I)
_DISTANCE = re.compile(r"(\d{1,4}(?:[.,]\d{1,4})?)\s*(cm|in|inch|inches|\")", re.A | re.I)
_DAYS_AGO = re.compile(r"([+-]?)(\d{1,5})d", re.A | re.I)
_LEAST_LETTERS = 3


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """A weight as typed: exact kilograms, and the unit in which it was typed."""

    kg: Decimal
    unit: Unit


class Distance(msgspec.Struct, frozen=True, kw_only=True):
    """A distance as typed: exact centimetres, and the unit in which it was typed."""

    cm: Decimal
    unit: Length


def read_sets(
    words: Sequence[str], *, named: Callable[[str], str], default: Callable[[], str]
) -> tuple[SetRecord, ...]:
    """Read the sets of one or more drills: `dowel 10 kb 3x10 @16kg`.

    `named` gives a drill's id for a word, `default` the drill of sets before any name. A load
    alone goes to all earlier sets of its drill that have none. Raises UsageError that names the
    word at fault, and whatever `named` and `default` raise.
    """
    records: list[SetRecord] = []
    drill: str | None = None
    bare: str | None = None
    for word in _joined(words):
        if word.translate(_SIGNS) == "x":
            raise UsageError("write sets without spaces: 3x10.")
        if word.startswith("@"):
            records = _put_load(records, drill, word)
        elif word[:1].isalpha() and not _HEADLESS.match(word.translate(_SIGNS)):
            _refuse_bare(bare)
            drill, bare = named(word), word
        else:
            if drill is None:
                drill = default()
            records += _read_set(word, drill)
            bare = None
    _refuse_bare(bare)
    if len(records) > MOST_SETS_IN_ALL:
        raise UsageError(
            f"{len(records)} sets are more than one session holds ({MOST_SETS_IN_ALL}). "
            "Log them in parts."
        )
    return tuple(records)


def read_mistakes(
    texts: Sequence[str], *, named: Callable[[str], str], drill: str
) -> tuple[MistakeCount, ...]:
    """Read `ID` or `ID:N` for each mistake seen in `drill`; the same one twice adds up."""
    counts: dict[str, int] = {}
    for text in texts:
        word, colon, number = text.rpartition(":")
        if not colon:
            word, number = text, "1"
        count = _whole(number.strip())
        if count is None or not 1 <= count <= MOST_REPS:
            raise UsageError(
                f"{quoted(text)}: after the colon comes how often, 1-{MOST_REPS}. "
                "Write soft-lockout or soft-lockout:3."
            )
        mistake = named(word)
        counts[mistake] = min(MOST_REPS, counts.get(mistake, 0) + count)
    return tuple(MistakeCount(mistake=id_, count=n, drill=drill) for id_, n in counts.items())


def read_load(text: str) -> Load:
    """Read a weight with its unit: 16kg, 35lb, 12,5kg. Exact."""
    match = _LOAD.fullmatch(text.strip())
    if match is None:
        raise UsageError(f"{quoted(text)} is not a weight. Write 16kg or 35lb.")
    number, unit = match.groups()
    if unit is None:
        raise UsageError(f"{quoted(text)}: which unit? Write {text.strip()}kg or {text.strip()}lb.")
    value = Decimal(number.replace(",", "."))
    pounds = unit.lower().startswith("lb")
    kg = value * KG_PER_LB if pounds else value
    if not 0 < kg <= MOST_LOAD_KG:
        why = "leave a weight of 0 out" if kg == 0 else f"at most {MOST_LOAD_KG} kg"
        raise UsageError(f"{quoted(text)} is no weight to log: {why}. Write 16kg or 35lb.")
    return Load(kg=kg, unit="lb" if pounds else "kg")


def read_distance(text: str) -> Distance:
    """Read a distance from the wall, 35cm or 14in."""
    match = _DISTANCE.fullmatch(text.strip())
    if match is None:
        raise UsageError(f"{quoted(text)} is not a distance. Write 35cm or 14in.")
    number, unit = match.groups()
    value = Decimal(number.replace(",", "."))
    inches = unit.lower() != "cm"
    cm = value * CM_PER_INCH if inches else value
    if not 0 < cm <= MOST_DISTANCE_CM:
        raise UsageError(f"{quoted(text)} is no distance from a wall: 1-{MOST_DISTANCE_CM} cm.")
    return Distance(cm=cm, unit="in" if inches else "cm")


def say_distance(cm: Decimal, unit: Length) -> str:
    """Return a distance as it was typed: exact in cm, to a hundredth in inches."""
    if unit == "cm":
        return f"{cm:f} cm"
    inches = (cm / CM_PER_INCH).quantize(Decimal("0.01")).normalize()
    return f"{inches:f} in"


LONG_AGO_DAYS = 3653
"""Ten years: a day before them is a typo, and would make everything by weeks wrong."""


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


def _joined(words: Sequence[str]) -> list[str]:
    """Put a unit back to the number that it was typed apart from: `@16 kg`."""
    joined: list[str] = []
    if not all(word.strip() for word in words):
        raise UsageError("one of the words is empty. Write a drill and its sets: wall 3x10.")
    for word in (part for typed in words for part in typed.split()):
        if word.lower() in ("kg", "lb") and joined and re.search(r"@[\d.,]+$", joined[-1]):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _read_set(word: str, drill: str) -> list[SetRecord]:
    match = _SET.fullmatch(word.translate(_SIGNS))
    if match is None:
        raise UsageError(f"{quoted(word)} is not a set. {_hint(word)}")
    times, first, second, side_letter, load_text = match.groups()
    sets = int(times or 1)
    reps = int(second or first)
    clean = int(first)
    if not 1 <= sets <= MOST_SETS:
        raise UsageError(f"{quoted(word)}: {sets} sets? Write 1-{MOST_SETS} sets.")
    if not 1 <= reps <= MOST_REPS:
        raise UsageError(f"{quoted(word)}: {reps} reps? Write 1-{MOST_REPS} reps a set.")
    if clean > reps:
        raise UsageError(f"{quoted(word)}: {clean} clean of {reps}? Write clean/reps, as in 18/20.")
    side: Side | None = None
    if side_letter is not None:
        side = "L" if side_letter in "lL" else "R"
    load = None if load_text is None else read_load(load_text)
    record = SetRecord(
        drill=drill,
        reps=reps,
        clean=clean,
        load_kg=None if load is None else load.kg,
        unit="kg" if load is None else load.unit,
        side=side,
    )
    return [record] * sets


def _put_load(records: list[SetRecord], drill: str | None, word: str) -> list[SetRecord]:
    load = read_load(word[1:])
    waiting = [r.drill == drill and r.load_kg is None for r in records]
    if not any(waiting):
        raise UsageError(
            f"{quoted(word)} has no set before it that lacks a load. Write 3x10 {word}."
        )
    return [
        msgspec.structs.replace(record, load_kg=load.kg, unit=load.unit) if waits else record
        for record, waits in zip(records, waiting, strict=True)
    ]


def _hint(word: str) -> str:
    if _LOAD.fullmatch(word) is not None:
        return f"If it is the load, write @{word}."
    return f"Write {SET_EXAMPLES}."


def _refuse_bare(drill: str | None) -> None:
    if drill is not None:
        raise UsageError(f'"{drill}" has no sets behind it. Write {drill} 3x10.')


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= len("999999") else None


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
