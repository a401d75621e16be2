"""`hinge calendar`: the training days ahead for a calendar, an alarm each."""

from typing import TYPE_CHECKING, Annotated

import typer

from hingecli.cli.context import app_of
from hingecli.cli.whole import Whole, whole_option

if TYPE_CHECKING:
    from datetime import date, time

    from hingecli.app import App
    from hingecli.coach.report.ahead import DayAhead

EXAMPLES = (
    "hinge calendar                     the next 4 weeks, at 07:30",
    "hinge calendar --at 18:00 --weeks 8 -o practice.ics",
)
WEEKS = 4
"""Few enough that the days still hold when they come."""
MOST_WEEKS = 52
FILE = "hinge-calendar.ics"
AT = "07:30"


def command(
    ctx: typer.Context,
    out: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE.ics", help="Write to FILE; - is stdout."),
    ] = None,
    at: Annotated[str, typer.Option("--at", metavar="07:30", help="When they begin.")] = AT,
    weeks: Annotated[
        int,
        whole_option(Whole(1, MOST_WEEKS), "--weeks", help="The next N weeks."),
    ] = WEEKS,
) -> None:
    """Write the training days ahead as a calendar file, with an alarm each."""
    from hingecli.cli.extras import require
    from hingecli.cli.outfile import OwnFile, file_to_write, write
    from hingecli.coach.parse.clock import read_time
    from hingecli.show import ics

    app = app_of(ctx)
    begins = read_time(at)
    require("calendar")
    kind = OwnFile(noun="calendar", ending=".ics", is_own=_is_calendar)
    path = file_to_write(app, out, default=FILE, kind=kind)
    days = _days(app, begins, weeks=weeks)
    data = ics.calendar(
        days,
        index=app.index,
        at=begins,
        written=app.now,
        revision=max((event.seq for event in app.events), default=0),
    )
    write(app, data, path, whole=True)
    app.tell(_summary(app, days, begins, told=at != AT))


def _days(app: "App", begins: "time", *, weeks: int) -> "tuple[DayAhead, ...]":
    """Return the days to write. Raises RefusedError or UsageError where there are none."""
    from datetime import timedelta

    from hingecli.coach.report.ahead import days_ahead, waits_for_a_professional
    from hingecli.errors import RefusedError, UsageError

    waits = waits_for_a_professional(app.state)
    if waits is not None:
        raise RefusedError(f"there is no day to plan yet. {waits.text}")
    first = _first(app, begins)
    days = days_ahead(app.state, first, first + timedelta(weeks=weeks, days=-1))
    if days:
        return days
    pause = app.state.pause
    if pause is not None and pause.until is None:
        raise UsageError("you are paused, with no day of return. hinge resume, then hinge calendar")
    raise UsageError("no training day until then. --weeks N looks further ahead.")


def _first(app: "App", begins: "time") -> "date":
    """Return the first day to plan: today, unless it was done or its hour is over."""
    from datetime import timedelta

    from hingecli.coach.log.days import DAY_ENDS_AT_HOUR

    def since_dawn(hour: int, minute: int) -> int:
        return (hour - DAY_ENDS_AT_HOUR) % 24 * 60 + minute

    now = since_dawn(app.now.hour, app.now.minute)
    over = now >= since_dawn(begins.hour, begins.minute)
    return app.today + timedelta(days=over or app.state.done_today() is not None)


def _summary(app: "App", days: "tuple[DayAhead, ...]", begins: "time", *, told: bool) -> str:
    """Say which days were written; `told` is whether the person chose the hour."""
    from hingecli.coach.log.days import say_day
    from hingecli.coach.report.ahead import told_no_days
    from hingecli.text import count

    first, last = (say_day(day.day, seen_from=app.today) for day in (days[0], days[-1]))
    hour = f"{begins:%H:%M}" + ("" if told else "; another time: --at 18:00")
    said = [f"{count(len(days), 'training day')}, {first} to {last}, at {hour}."]
    if len(days) == 1:
        said = [f"One training day, {first}, at {hour}."]
    if days[0].held:
        said.append("Load is on hold: each asks how it feels. Write it again when that is over.")
    if told_no_days(app.state):
        said.append("You told no days, so these are the plan's: hinge setup --days mon,wed,fri")
    said.append("Import it again whenever you like: no day comes twice.")
    return "\n".join(said)


def _is_calendar(data: bytes) -> bool:
    from hingecli.show.ics import PRODUCT

    return f"PRODID:{PRODUCT}".encode() in data
