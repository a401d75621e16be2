"""The own log under another protocol: the days on which drills opened, side by side."""

from datetime import date
from typing import TYPE_CHECKING

from hingecli.coach.report.replay import Opened, Replay
from hingecli.show import style
from hingecli.show.text import capital, plain_lines, sentence

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from hingecli.show.sheet import Sheet

NAME_COLUMNS, DAY_COLUMNS = 22, 13


def render(told: Replay) -> "RenderableType":
    """Draw the drills with their two days, and the difference."""
    from hingecli.show.sheet import Page

    return Page(lambda sheet: _draw(told, sheet))


def plain(told: Replay) -> str:
    """Say each drill's two days in a line."""
    return plain_lines(
        f"Your log under {told.other}, beside {told.own}.",
        *(
            sentence(
                f"{capital(one.name)}: {_day(one.other)}, now {_day(one.own)}, {difference(one)}"
            )
            for one in told.drills
        ),
        sentence(today(told)),
    )


def difference(one: Opened) -> str:
    """Say how much sooner or later a drill would have opened."""
    if one.override:
        return "opened by yourself"
    if one.own is None or one.other is None:
        return "the same" if one.own == one.other else "only there" if one.other else "only now"
    days = (one.other - one.own).days
    if not days:
        return "the same"
    count = "1 day" if abs(days) == 1 else f"{abs(days)} days"
    return f"{count} {'later' if days > 0 else 'sooner'}"


def today(told: Replay) -> str:
    """Say what today would be."""
    if told.today_other == told.today_own:
        return f"today would be the same: {told.today_other}"
    return f"today would be {told.today_other}; now it is {told.today_own}"


def _day(day: date | None) -> str:
    return "not open" if day is None else f"{day.day} {day:%b %Y}"


def _draw(told: Replay, sheet: "Sheet") -> "list[Text]":
    lines = sheet.pair([("Replay", style.TITLE)], [(told.other, style.QUIET)])
    lines.append(sheet.rule())
    head = f"{'opened on':<{NAME_COLUMNS}}{'there':<{DAY_COLUMNS}}{'now':<{DAY_COLUMNS}}"
    lines += sheet.wrap((head, style.QUIET))
    for one in told.drills:
        days = f"{_day(one.other):<{DAY_COLUMNS}}{_day(one.own):<{DAY_COLUMNS}}"
        words = difference(one)
        look = style.QUIET if words == "the same" else style.FOCUS
        lines += sheet.hang(f"{capital(one.name):<{NAME_COLUMNS}}", days, (words, look))
    lines.append(sheet.rule())
    lines += sheet.wrap(sentence(today(told)))
    return lines
