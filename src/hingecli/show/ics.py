"""Training days as an iCalendar file (RFC 5545), an alarm each.

Owns the words of an event and its identity. The times are local and float, without a zone: half
past seven is half past seven wherever the person is, and on both sides of a change to summer time;
no table of zones, which a calendar may read otherwise or not at all, has to travel along.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import Final

from hingecli.coach.log.days import DAY_ENDS_AT_HOUR
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.ahead import DayAhead
from hingecli.coach.state.state import ONE_DAY
from hingecli.show import sets
from hingecli.text import sentence

PRODUCT: Final = "-//hingecli//hinge calendar//EN"
"""By which a file is known as one of ours."""
_DECIDED: Final = "What it asks for is decided on the day: hinge today"


def calendar(
    days: Iterable[DayAhead], *, index: Index, at: time, written: datetime, revision: int
) -> bytes:
    """Return the file of `days`, each beginning at the local time `at`.

    A day is the same event in every file: imported again it takes the place of its earlier self.
    `revision` grows with the log, `written` is the moment of writing.
    """
    from icalendar import Alarm, Calendar, Event

    file = Calendar()
    file.add("prodid", PRODUCT)
    file.add("version", "2.0")
    file.add("x-wr-calname", "Hip hinge practice")
    for day in days:
        title = _title(day)
        event = Event()
        event.add("uid", f"{day.day.isoformat()}.practice@hingecli")
        event.add("dtstamp", written.astimezone(UTC))
        event.add("sequence", revision)
        event.add("dtstart", _begin(day, at))
        event.add("duration", timedelta(minutes=index.rules.loaded_day.max_minutes))
        event.add("summary", title)
        event.add("description", _description(day, index))
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", timedelta(0))
        event.add_component(alarm)
        file.add_component(event)
    data: bytes = file.to_ical()
    return data


def _begin(day: DayAhead, at: time) -> datetime:
    """Return when a training day's event begins: after midnight it is still the day before's."""
    late = at.hour < DAY_ENDS_AT_HOUR
    return datetime.combine(day.day + late * ONE_DAY, at)


def _title(day: DayAhead) -> str:
    if day.held:
        return "Hip hinge: how does it feel?"
    return f"Hip hinge practice, week {day.week}"


def _description(day: DayAhead, index: Index) -> str:
    if day.held:
        return f"Load is on hold. Tell each morning: hinge morning\n{_DECIDED}"
    lines = []
    if day.row is not None:
        lines.append(f"The plan allows: {sentence(day.row.do)} {sentence(day.row.dose)}")
    if day.goal is not None:
        reps = "-".join(str(reps) for reps in dict.fromkeys(day.goal.reps))
        name = sets.name(day.goal.drill, index)
        lines.append(f"By your goal, as things stand: {name}, {day.goal.sets} x {reps}.")
    return "\n".join([*lines, _DECIDED])
