"""The own log under another protocol: the days on which drills opened, side by side."""

from datetime import date
from typing import TYPE_CHECKING

from hingecli.coach.report.replay import Opened, Replay
from hingecli.show import style
from hingecli.text import capital, count, plain_lines, sentence

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from hingecli.show.sheet import Sheet

NAME_COLUMNS, DAY_COLUMNS = 22, 13


def render(replay: Replay) -> "RenderableType":
    """Draw the drills with their two days, and the difference."""
    from hingecli.show.sheet import Page

    return Page(lambda sheet: _draw(replay, sheet))


def plain(replay: Replay) -> str:
    """Say each drill's two days in a line."""
    return plain_lines(
        f"Your log under {replay.other}, beside {replay.own}.",
        *(
            sentence(
                f"{capital(drill.name)}: {_day(drill.other)}, now {_day(drill.own)}, "
                f"{difference(drill)}"
            )
            for drill in replay.drills
        ),
        sentence(today(replay)),
    )


def difference(drill: Opened) -> str:
    """Say how much sooner or later a drill would have opened."""
    if drill.override:
        return "opened by yourself"
    if drill.own is None or drill.other is None:
        return (
            "the same" if drill.own == drill.other else "only there" if drill.other else "only now"
        )
    days = (drill.other - drill.own).days
    if not days:
        return "the same"
    return f"{count(abs(days), 'day')} {'later' if days > 0 else 'sooner'}"


def today(replay: Replay) -> str:
    """Say what today would be."""
    if replay.today_other == replay.today_own:
        return f"today would be the same: {replay.today_other}"
    return f"today would be {replay.today_other}; now it is {replay.today_own}"


def _day(day: date | None) -> str:
    return "not open" if day is None else f"{day.day} {day:%b %Y}"


def _draw(replay: Replay, sheet: "Sheet") -> "list[Text]":
    lines = sheet.pair([("Replay", style.TITLE)], [(replay.other, style.QUIET)])
    lines.append(sheet.rule())
    head = f"{'opened on':<{NAME_COLUMNS}}{'there':<{DAY_COLUMNS}}{'now':<{DAY_COLUMNS}}"
    lines += sheet.wrap((head, style.QUIET))
    for drill in replay.drills:
        days = f"{_day(drill.other):<{DAY_COLUMNS}}{_day(drill.own):<{DAY_COLUMNS}}"
        words = difference(drill)
        look = style.QUIET if words == "the same" else style.FOCUS
        lines += sheet.hang(f"{capital(drill.name):<{NAME_COLUMNS}}", days, (words, look))
    lines.append(sheet.rule())
    lines += sheet.wrap(sentence(today(replay)))
    return lines
