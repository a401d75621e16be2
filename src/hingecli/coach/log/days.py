"""Training days and weeks: plain calendar arithmetic, no clock."""

from datetime import date, datetime, timedelta

DAY_ENDS_AT_HOUR = 4
"""A training day ends at this hour, local time: a session after midnight is the evening's."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY_NAMES = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)


def training_day(moment: datetime) -> date:
    """Return the training day that `moment` belongs to, by its own local time."""
    return (moment.replace(tzinfo=None) - timedelta(hours=DAY_ENDS_AT_HOUR)).date()


def monday(day: date) -> date:
    """Return the Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())


def say_day(day: date, *, seen_from: date) -> str:
    """Name `day` as a person would on the day `seen_from`."""
    away = (day - seen_from).days
    if away == 0:
        return "today"
    if away == 1:
        return "tomorrow"
    if away == -1:
        return "yesterday"
    if -7 < away < 7:
        return WEEKDAY_NAMES[day.weekday()]
    return f"{day.day} {day:%b}" if day.year == seen_from.year else f"{day.day} {day:%b %Y}"


def say_on_day(day: date, *, seen_from: date) -> str:
    """Name `day` as it stands in a sentence: today, yesterday, on Monday."""
    name = say_day(day, seen_from=seen_from)
    return name if abs((day - seen_from).days) <= 1 else f"on {name}"
