"""Draws a calendar of clean reps: a column a week, a row a weekday, the last six months.

Owns its shades, which read without colour. Counts reps by day from the training log.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hingecli.coach.log.days import WEEKDAY_NAMES, monday
from hingecli.coach.log.sessions import TrainingLog
from hingecli.show import style

if TYPE_CHECKING:
    from rich.text import Text

    from hingecli.show.sheet import Sheet

WEEKS = 26
"""Six months."""

SHADES = (" ·", " ▪", " ▓", " █")
ASCII_SHADES = (" .", " -", " +", " #")
"""Nothing, some, the lower end of the day's goal, its upper end: two columns each."""

_LABEL_COLUMNS = 4
_LOOKS = (style.QUIET, style.GOOD, style.GOOD, style.GOOD_STRONG)


def clean_by_day(log: TrainingLog) -> dict[date, int]:
    """Count the clean reps of each training day, as the totals do: a warm-up counts for nothing."""
    days: dict[date, int] = {}
    for entry in log.days:
        records = (record for sitting in entry.sittings for record in sitting.sets)
        if entry.sittings:
            days[entry.day] = sum(record.clean_reps for record in records if not record.warmup)
    return days


def draw(
    sheet: "Sheet", days: Mapping[date, int], *, today: date, goal: tuple[int, int]
) -> "list[Text]":
    """Draw the weeks up to that of `today`, from the first with a session, as many as fit.

    `goal` splits the shades.
    """
    begun = min(days, default=today)
    gone = (monday(today) - monday(begun)).days // 7 + 1
    weeks = min(WEEKS, (sheet.width - _LABEL_COLUMNS) // 2, max(1, gone))
    first = monday(today) - timedelta(weeks=weeks - 1)
    lines = [sheet.text((_months(first, weeks), style.QUIET))]
    shades = ASCII_SHADES if sheet.ascii_only else SHADES
    for weekday in range(7):
        label = WEEKDAY_NAMES[weekday][:3] if weekday in (0, 2, 4) else ""
        row = sheet.text((f"{label:<{_LABEL_COLUMNS}}", style.QUIET))
        for week in range(weeks):
            day = first + timedelta(weeks=week, days=weekday)
            if day > today:
                break
            step = level(days.get(day, 0), goal=goal)
            sign = shades[step] if day >= begun else "  "
            row = sheet.text(row, (sign, _LOOKS[step]))
        lines.append(row)
    low, high = goal
    names = ("none", f"under {low}", f"{low}–{high}", f"over {high}")
    legend = "   ".join(f"{shades[n].strip()} {name}" for n, name in enumerate(names))
    return [*lines, *sheet.hang("clean reps a day  ", (legend, style.QUIET))]


def level(clean: int, *, goal: tuple[int, int]) -> int:
    """Return the shade of a day: 0 nothing, 1 some, 2 from the goal's low end, 3 over its top."""
    low, high = goal
    if clean <= 0:
        return 0
    return 1 if clean < low else 2 if clean <= high else 3


def _months(first: date, weeks: int) -> str:
    """Return the line of months: each name above the first week that begins in it, if it fits.

    Where none is named the first week's month is.
    """
    row = " " * _LABEL_COLUMNS
    for week in range(weeks):
        begins = first + timedelta(weeks=week)
        column = _LABEL_COLUMNS + 2 * week + 1
        fits = column + len(f"{begins:%b}") <= _LABEL_COLUMNS + 2 * weeks
        if begins.day <= 7 and fits and len(row) <= column:
            row = f"{row:<{column}}{begins:%b}"
    return row.rstrip() or f"{row} {first:%b}"
