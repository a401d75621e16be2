"""Past sessions, a few lines each: day, sets, how it felt, the note; newest first as given."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from hingecli.coach.log.days import say_day
from hingecli.coach.log.sessions import Sitting
from hingecli.show import sets, style
from hingecli.text import capital, clean, plain_lines

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from hingecli.coach.protocol.protocol import Index
    from hingecli.coach.protocol.texts import Mistakes
    from hingecli.show.sheet import Sheet, StyledWords

ID_LETTERS = 6
"""How much of an id is shown at least: enough to tell sessions apart and to type."""


def render(
    sittings: Sequence[Sitting], *, index: "Index", today: date, mistakes: "Mistakes | None" = None
) -> "RenderableType":
    """Draw `sittings` in the order given."""
    from hingecli.show.sheet import Page

    return Page(lambda sheet: _draw(sittings, sheet, index=index, today=today, mistakes=mistakes))


def plain(
    sittings: Sequence[Sitting], *, index: "Index", today: date, mistakes: "Mistakes | None" = None
) -> str:
    """Say one fact a line, each session beginning with its day and its short id."""
    if not sittings:
        return plain_lines(*EMPTY)
    lines = []
    for sitting, short in zip(sittings, short_ids(sittings), strict=True):
        lines.append(f"{capital(day_of(sitting, today))} at {sitting.at:%H:%M}, session {short}.")
        lines += [
            f"{capital(name)}: {words}." for name, words in sets.by_drill(sitting.sets, index=index)
        ]
        lines += [f"{capital(words)}." for words in told(sitting, index, mistakes)]
        if sitting.note:
            lines.append(f"Note: {clean(sitting.note)}")
    return plain_lines(*lines)


EMPTY = ("No sessions yet.", "The first one: hinge today")


def day_of(sitting: Sitting, today: date) -> str:
    """Name the day of a session with its date."""
    day = sitting.day
    year = f" {day.year}" if day.year != today.year else ""
    exact = f"{day:%a} {day.day} {day:%b}{year}"
    is_near = 0 <= (today - day).days <= 1
    return f"{say_day(day, seen_from=today)}, {exact}" if is_near else exact


def told(sitting: Sitting, index: "Index", mistakes: "Mistakes | None" = None) -> tuple[str, ...]:
    """Say what was told beside the sets: distance, mistakes, pain, soreness, effort."""
    words = []
    if sitting.mistakes:
        words.append(f"noticed: {sets.noticed(sitting.mistakes, mistakes)}")
    words += sets.feelings(pain=sitting.pain, sore=sitting.sore, effort=sitting.effort, index=index)
    if sitting.distance_cm is not None:
        words.append(sets.from_the_wall(sitting.distance_cm, sitting.distance_unit))
    return tuple(words)


def short_ids(sittings: Sequence[Sitting]) -> tuple[str, ...]:
    """Return the shortest beginnings that tell these sessions apart, at least six letters."""
    ids = [sitting.id for sitting in sittings]
    letters = ID_LETTERS
    longest = max((len(id_) for id_ in ids), default=0)
    while letters < longest and len({id_[:letters] for id_ in ids}) < len(set(ids)):
        letters += 1
    return tuple(id_[:letters] for id_ in ids)


def _draw(
    sittings: Sequence[Sitting],
    sheet: "Sheet",
    *,
    index: "Index",
    today: date,
    mistakes: "Mistakes | None",
) -> "list[Text]":
    if not sittings:
        return [line for words in EMPTY for line in sheet.wrap(words)]
    lines: list[Text] = []
    for sitting, short in zip(sittings, short_ids(sittings), strict=True):
        if lines:
            lines.append(sheet.text())
        when = f"{sitting.at:%H:%M}"
        lines += sheet.pair(
            [(capital(day_of(sitting, today)), style.STRONG), (when, style.QUIET)],
            [sets.total(sitting.sets), (short, style.QUIET)],
        )
        for name, words in sets.by_drill(sitting.sets, index=index):
            lines += sheet.hang(f"  {name}  ", (words, style.ACCENT), indent=4)
        extra: list[StyledWords] = [
            (words, style.QUIET) for words in told(sitting, index, mistakes)
        ]
        if extra:
            lines += [sheet.text("  ", line) for line in sheet.narrower(2).dots(extra)]
        if sitting.note:
            lines += sheet.hang(("  “", style.QUIET), sitting.note, ("”", style.QUIET), indent=3)
    return lines
