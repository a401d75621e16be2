"""Draws how loads, sides and pain have moved. Says what was logged; gives no verdict."""

from typing import TYPE_CHECKING

from hingecli.coach.log.events import Unit
from hingecli.coach.report.trends import LoadTrend, SideTrend, Trends
from hingecli.coach.rules import gear
from hingecli.show import style
from hingecli.text import capital, count

if TYPE_CHECKING:
    from rich.text import Text

    from hingecli.show.sheet import Sheet

_STEPS = "▁▂▃▄▅▆▇█"
_HIGHEST = 10


def draw(sheet: "Sheet", trends: Trends, *, unit: Unit) -> "list[Text]":
    """Draw a line a drill with load, one a drill with sides, and one for pain."""
    rows = [(capital(load.name), (_moved(load, unit), style.DOSE)) for load in trends.loads]
    rows += [(capital(side.name), (_sides(side), "")) for side in trends.sides]
    scores = [score for _, score in trends.pain.scores]
    widest = max((len(name) for name, _ in rows), default=0)
    lines: list[Text] = []
    for name, moved in rows:
        lines += sheet.hang(f"{name:<{widest}}  ", moved)
    if any(scores):
        bars = "" if sheet.ascii_only else f"{_bars(scores)}  "
        words = f"{scores[-1]}, the one score so far"
        if len(scores) > 1:
            words = f"last {scores[-1]}, highest {max(scores)} of the last {len(scores)} scores"
        lines += sheet.hang(f"{'Pain 0-10':<{widest}}  ", bars, words)
    return lines


def plain(trends: Trends, *, unit: Unit) -> tuple[str, ...]:
    """Say the same, one fact a line."""
    scores = [score for _, score in trends.pain.scores]
    pain = f"Pain 0 to 10, oldest first: {', '.join(map(str, scores))}." if any(scores) else ""
    return (
        *(f"{capital(load.name)}: {_moved(load, unit)}." for load in trends.loads),
        *(f"{capital(side.name)}: {_sides(side)}." for side in trends.sides),
        *((pain,) if pain else ()),
    )


def _moved(load: LoadTrend, unit: Unit) -> str:
    now = gear.say(load.now_kg, unit)
    days = f"{count(load.days, 'day')}"
    coming = load.next_load
    ahead = "" if coming is None else f"; {gear.say(coming.kg, unit)} {coming.after}"
    if load.first_kg == load.now_kg:
        return f"{now}, {days}{ahead}"
    return f"{gear.say(load.first_kg, unit)} → {now}, {days}{ahead}"


def _sides(side: SideTrend) -> str:
    return f"left {side.left}, right {side.right} clean last time"


def _bars(scores: list[int]) -> str:
    last = len(_STEPS) - 1
    return "".join(_STEPS[round(score * last / _HIGHEST)] for score in scores)
