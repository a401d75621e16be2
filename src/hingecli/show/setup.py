"""The profile as `hinge setup --show` prints it: every answer, and how to change it.

Owns the words for answers. Which there are, and their labels, is `cli.setup`'s.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from hingecli.coach.log.days import WEEKDAY_NAMES, WEEKDAYS
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import gear
from hingecli.show import sets, style
from hingecli.text import plain_lines

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from hingecli.show.sheet import Sheet

_SCREENS = {
    "clear": "nothing that needs a professional's word first",
    "unloaded": "no load before a professional's yes",
    "stop": "no session before a professional's yes",
}

_FIRST = {
    "no": "no to the first two; setup has the rest",
    "skipped": "the first two skipped",
}
"""What the two questions of the first minute came to, by their answer in the log."""


class ProfileLine(msgspec.Struct, frozen=True):
    """One line of the profile: what it is, the answer, the flag that changes it.

    `otherwise` is shown where there is no answer.
    """

    label: str
    answer: str | None
    flag: str
    otherwise: str = "not told"

    @property
    def words(self) -> str:
        """What is shown of it."""
        return self.otherwise if self.answer is None else self.answer


def render(answers: Sequence[ProfileLine]) -> "RenderableType":
    """Draw the profile."""
    from hingecli.show.sheet import Page

    return Page(lambda sheet: _draw(answers, sheet))


def plain(answers: Sequence[ProfileLine]) -> str:
    """Say one answer a line, with the flag that changes it."""
    return plain_lines(
        *(f"{line.label}: {line.words}. Change: hinge setup {line.flag}" for line in answers)
    )


def full_day(day: date | None) -> str | None:
    """Return a day in full."""
    return f"{day:%a} {day.day} {day:%b %Y}" if day is not None else None


def weekdays(days: Sequence[str] | None) -> str | None:
    """Return the names of the days of a week."""
    if days is None:
        return None
    return ", ".join(WEEKDAY_NAMES[WEEKDAYS.index(day)] for day in days) or "none"


def equipment(owned: Sequence[str] | None, index: Index) -> str | None:
    """Return the names of what a person owns."""
    if owned is None:
        return None
    names = {thing.id: thing.name for thing in index.protocol.equipment}
    return ", ".join(names.get(thing, thing) for thing in owned) or "none"


def masses(kgs: Sequence[Decimal] | None, unit: str) -> str | None:
    """Return masses in the person's unit."""
    if kgs is None:
        return None
    return ", ".join(gear.say(kg, unit) for kg in kgs) or "none"


def mass(kg: Decimal | None, unit: str) -> str | None:
    """Return a mass in the person's unit."""
    return None if kg is None else gear.say(kg, unit)


def listed(things: Sequence[str] | None) -> str | None:
    """Return words that are chosen from a list."""
    if things is None:
        return None
    return ", ".join(thing.replace("-", " ") for thing in things) or "none"


def yes(answer: bool | None) -> str | None:
    """Return yes or no."""
    return None if answer is None else "yes" if answer else "no"


def number(score: int | None) -> str | None:
    """Return a score."""
    return None if score is None else str(score)


def readiness(screen: str | None, *, first: str | None = None) -> str | None:
    """Return what the readiness questions came to; `first` is what the first two did.

    None where nobody was asked.
    """
    if screen:
        return _SCREENS[screen]
    return _FIRST.get(first) if first else None


def drills(ids: Sequence[str], index: Index) -> str:
    """Return the names of drills."""
    return ", ".join(sets.name(drill, index) for drill in ids)


def _draw(answers: Sequence[ProfileLine], sheet: "Sheet") -> "list[Text]":
    lines = [*sheet.wrap(("Your setup", style.TITLE)), sheet.rule()]
    label, flag = 19, 28
    for line in answers:
        look = style.QUIET if line.answer is None else ""
        if sheet.width >= 72:
            room = sheet.width - label - flag - 4
            lines += sheet.columns(
                [(label, line.label), (room, (line.words, look)), (flag, (line.flag, style.QUIET))]
            )
        else:
            lines += sheet.hang((f"{line.label}: ", style.STRONG), (line.words, look), indent=2)
    change = "Change one answer: hinge setup and its flag; all of them: hinge setup"
    return [*lines, sheet.rule(), *sheet.wrap((change, style.QUIET))]
