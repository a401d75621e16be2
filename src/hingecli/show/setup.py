"""The profile as `hinge setup --show` prints it: every answer, and how to change it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from hingecli.coach.log.days import WEEKDAY_NAMES, WEEKDAYS
from hingecli.coach.log.events import Profile
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import gear
from hingecli.show import sets, style
from hingecli.show.text import capital, plain_lines

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from hingecli.show.sheet import Sheet

_SCREENS = {
    "clear": "nothing that needs a professional's word first",
    "unloaded": "no load before a professional's yes",
    "stop": "no session before a professional's yes",
}


class Answer(msgspec.Struct, frozen=True):
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


def render(
    profile: Profile,
    *,
    index: Index,
    cleared: date | None = None,
    seen_professional: date | None = None,
) -> "RenderableType":
    """Draw the profile."""
    from hingecli.show.sheet import Page

    given = answers(profile, index=index, cleared=cleared, seen_professional=seen_professional)
    return Page(lambda sheet: _draw(given, sheet))


def plain(
    profile: Profile,
    *,
    index: Index,
    cleared: date | None = None,
    seen_professional: date | None = None,
) -> str:
    """Say one answer a line, with the flag that changes it."""
    given = answers(profile, index=index, cleared=cleared, seen_professional=seen_professional)
    return plain_lines(
        *(f"{row.label}: {row.words}. Change: hinge setup {row.flag}" for row in given)
    )


def answers(
    profile: Profile,
    *,
    index: Index,
    cleared: date | None = None,
    seen_professional: date | None = None,
) -> tuple[Answer, ...]:
    """Return every answer of the profile in the order in which setup asks."""
    unit = profile.units or "kg"
    given = [
        Answer("Start", _day(profile.start) or "the day of your first session", "--start DATE"),
        Answer("Training days", _days(profile.days), "--days mon,wed,fri"),
        Answer("Goal", profile.goal, "--goal strength"),
        Answer("Equipment", _equipment(profile.equipment, index), "--equipment LIST"),
        Answer("Bells", _masses(profile.bells, unit), "--bells 8,12,16"),
        Answer("Limits", _list(profile.limits), "--limits low-back,knee"),
        Answer("Units", unit, "--units kg"),
        Answer("Body mass", _mass(profile, unit), "--body-mass KG"),
        Answer("Experience", profile.experience, "--experience new"),
        Answer("Sixty or over", _yes(profile.sixty_plus), "--sixty-plus"),
        Answer("Usual pain", _number(profile.usual_pain), "--usual-pain 0"),
        Answer(
            "Readiness",
            _SCREENS[profile.screen] if profile.screen else None,
            "--screen clear",
            otherwise="skipped",
        ),
        Answer("Professional's yes", _day(cleared), "--cleared DATE", otherwise="none recorded"),
    ]
    if seen_professional is not None:
        day = _day(seen_professional)
        given.append(Answer("Professional seen", day, "--seen-professional DATE"))
    if profile.assist:
        names = ", ".join(sets.name(drill, index) for drill in profile.assist)
        given.append(Answer("Assistance drills", names, "--assist DRILL"))
    return tuple(given)


def _draw(given: Sequence[Answer], sheet: "Sheet") -> "list[Text]":
    lines = [*sheet.wrap(("Your setup", style.TITLE)), sheet.rule()]
    label, flag = 19, 28
    for row in given:
        look = style.QUIET if row.answer is None else ""
        if sheet.width >= 72:
            room = sheet.width - label - flag - 4
            lines += sheet.columns(
                [(label, row.label), (room, (row.words, look)), (flag, (row.flag, style.QUIET))]
            )
        else:
            lines += sheet.hang((f"{row.label}: ", style.STRONG), (row.words, look), indent=2)
    change = "Change one answer: hinge setup and its flag; all of them: hinge setup"
    return [*lines, sheet.rule(), *sheet.wrap((change, style.QUIET))]


def _day(day: date | None) -> str | None:
    return f"{day:%a} {day.day} {day:%b %Y}" if day is not None else None


def _days(days: Sequence[str] | None) -> str | None:
    if days is None:
        return None
    return ", ".join(WEEKDAY_NAMES[WEEKDAYS.index(day)] for day in days) or "none"


def _equipment(owned: Sequence[str] | None, index: Index) -> str | None:
    if owned is None:
        return None
    names = {thing.id: thing.name for thing in index.protocol.equipment}
    return capital(", ".join(names.get(thing, thing) for thing in owned)) or "none"


def _masses(masses: Sequence[Decimal] | None, unit: str) -> str | None:
    if masses is None:
        return None
    return ", ".join(gear.say(mass, unit) for mass in masses) or "none"


def _mass(profile: Profile, unit: str) -> str | None:
    return gear.say(profile.body_mass_kg, unit) if profile.body_mass_kg is not None else None


def _list(things: Sequence[str] | None) -> str | None:
    if things is None:
        return None
    return ", ".join(thing.replace("-", " ") for thing in things) or "none"


def _yes(answer: bool | None) -> str | None:
    return None if answer is None else "yes" if answer else "no"


def _number(score: int | None) -> str | None:
    return None if score is None else str(score)
