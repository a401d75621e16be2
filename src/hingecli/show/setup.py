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

NOT_ASKED = "not told"

_SCREENS = {
    "clear": "nothing that needs a professional's word first",
    "unloaded": "no load before a professional's yes",
    "stop": "no session before a professional's yes",
}


class Answer(msgspec.Struct, frozen=True):
    """One line of the profile: what it is, the answer, the flag that changes it."""

    label: str
    answer: str
    flag: str


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
        *(f"{row.label}: {row.answer}. Change: hinge setup {row.flag}" for row in given)
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
        Answer("Start", _day(profile.start, "the day of your first session"), "--start DATE"),
        Answer("Training days", _days(profile.days), "--days mon,wed,fri"),
        Answer("Goal", profile.goal or NOT_ASKED, "--goal strength"),
        Answer("Equipment", _equipment(profile.equipment, index), "--equipment LIST"),
        Answer("Bells", _masses(profile.bells, unit), "--bells 8,12,16"),
        Answer("Limits", _list(profile.limits), "--limits low-back,knee"),
        Answer("Units", unit, "--units kg"),
        Answer("Body mass", _mass(profile, unit), "--body-mass KG"),
        Answer("Experience", profile.experience or NOT_ASKED, "--experience new"),
        Answer("Sixty or over", _yes(profile.sixty_plus), "--sixty-plus"),
        Answer("Usual pain", _number(profile.usual_pain), "--usual-pain 0"),
        Answer(
            "Readiness", _SCREENS[profile.screen] if profile.screen else "skipped", "--screen clear"
        ),
        Answer("Professional's yes", _day(cleared, "none recorded"), "--cleared DATE"),
    ]
    if seen_professional is not None:
        day = _day(seen_professional, "")
        given.append(Answer("Professional seen", day, "--seen-professional DATE"))
    if profile.assist:
        names = ", ".join(sets.name(drill, index) for drill in profile.assist)
        given.append(Answer("Assistance drills", names, "--assist DRILL"))
    return tuple(given)


def _draw(given: Sequence[Answer], sheet: "Sheet") -> "list[Text]":
    lines = [*sheet.wrap(("Your setup", style.TITLE)), sheet.rule()]
    label, flag = 19, 28
    for row in given:
        look = style.QUIET if row.answer in (NOT_ASKED, "skipped", "none recorded") else ""
        if sheet.width >= 72:
            room = sheet.width - label - flag - 4
            lines += sheet.columns(
                [(label, row.label), (room, (row.answer, look)), (flag, (row.flag, style.QUIET))]
            )
        else:
            lines += sheet.hang((f"{row.label}: ", style.STRONG), (row.answer, look), indent=2)
    change = "Change one answer: hinge setup and its flag; all of them: hinge setup"
    return [*lines, sheet.rule(), *sheet.wrap((change, style.QUIET))]


def _day(day: date | None, otherwise: str) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}" if day is not None else otherwise


def _days(days: Sequence[str] | None) -> str:
    if days is None:
        return NOT_ASKED
    return ", ".join(WEEKDAY_NAMES[WEEKDAYS.index(day)] for day in days) or "none"


def _equipment(owned: Sequence[str] | None, index: Index) -> str:
    if owned is None:
        return NOT_ASKED
    names = {thing.id: thing.name for thing in index.protocol.equipment}
    return capital(", ".join(names.get(thing, thing) for thing in owned)) or "none"


def _masses(masses: Sequence[Decimal] | None, unit: str) -> str:
    if masses is None:
        return NOT_ASKED
    return ", ".join(gear.say(mass, unit) for mass in masses) or "none"


def _mass(profile: Profile, unit: str) -> str:
    return gear.say(profile.body_mass_kg, unit) if profile.body_mass_kg is not None else NOT_ASKED


def _list(things: Sequence[str] | None) -> str:
    if things is None:
        return NOT_ASKED
    return ", ".join(thing.replace("-", " ") for thing in things) or "none"


def _yes(answer: bool | None) -> str:
    return NOT_ASKED if answer is None else "yes" if answer else "no"


def _number(score: int | None) -> str:
    return NOT_ASKED if score is None else str(score)
