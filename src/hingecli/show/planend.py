"""The page at the end of the plan: what was learned, what stays, and which goal comes next.

Owns its look. Figures are shown as they are: nothing is graded.
"""

from typing import TYPE_CHECKING

import msgspec

from hingecli.coach.log.events import Unit
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.protocol.texts import Mistakes
from hingecli.coach.results import GoalDay, PlanEnd, WeightGain
from hingecli.coach.rules import gear
from hingecli.show import dose, sets, style
from hingecli.text import capital, count, plain_lines, sentence, times

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from hingecli.show.sheet import Sheet

LABEL_COLUMNS = 12
WIDE_FROM_COLUMNS = 60
MISTAKES_SHOWN = 3


class End(msgspec.Struct, frozen=True, kw_only=True):
    """What the page is drawn from; without `says_goal` something else asks for a goal."""

    end: PlanEnd
    index: Index
    mistakes: Mistakes
    unit: Unit = "kg"
    says_goal: bool = True


def render(page: End) -> "RenderableType":
    """Draw the page."""
    from hingecli.show.sheet import Page

    return Page(lambda sheet: _draw(page, sheet))


def plain(page: End) -> str:
    """Say the page in lines, one fact each."""
    lines = [f"{title(page)}."]
    for label, facts in rows(page):
        lines += [f"{label}: {sentence(fact)}" for fact in facts]
    return plain_lines(*lines, question(page))


def title(page: End) -> str:
    """Say what is over."""
    return f"The {page.end.weeks} weeks of the plan are behind you"


def rows(page: End) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what the page says: a label, and the facts under it."""
    end = page.end
    labelled = (
        ("Learned", (_drills(page, end.learned), _reps(end))),
        ("Open too", (_drills(page, end.waiting),) if end.waiting else ()),
        ("Weights", tuple(_weight(gain, page.unit) for gain in end.weights)),
        ("Mistakes", _mistakes(page)),
        ("What stays", _week_ahead(page)),
    )
    return tuple((label, facts) for label, facts in labelled if facts)


def question(page: End) -> str:
    """Ask for a goal where none is chosen; empty where that is asked anyway."""
    if page.end.goal is not None or not page.says_goal:
        return ""
    return "Which goal is next? hinge setup --goal strength (or hypertrophy, athletic)"


def _drills(page: End, drills: tuple[str, ...]) -> str:
    return ", ".join(sets.name(drill, page.index) for drill in drills)


def _reps(end: PlanEnd) -> str:
    words = [
        count(end.sessions, "session"),
        f"{end.clean_reps:,} clean reps of {end.reps:,}",
    ]
    words += [count(end.good_weeks, "good week")] if end.good_weeks else []
    return ", ".join(words)


def _weight(gain: WeightGain, unit: Unit) -> str:
    first, now = gear.say(gain.first_kg, unit), gear.say(gain.now_kg, unit)
    return f"{gain.name} {now}" if first == now else f"{gain.name} {first} → {now}"


def _mistakes(page: End) -> tuple[str, ...]:
    shown = page.end.mistakes[:MISTAKES_SHOWN]
    (first, last), (late, latest) = page.end.then_weeks, page.end.now_weeks
    names = {mistake.id: mistake.name for mistake in page.mistakes.mistakes}
    return tuple(
        f"{names.get(seen.mistake, seen.mistake)}: {times(seen.then)} in weeks {first}–{last}, "
        f"{times(seen.now)} in weeks {late}–{latest}"
        for seen in shown
    )


def _week_ahead(page: End) -> tuple[str, ...]:
    if not page.end.week_ahead:
        return ("a few minutes of practice, four days of seven",)
    return tuple(_day(day, page.index) for day in page.end.week_ahead)


def _day(day: GoalDay, index: Index) -> str:
    reps = "–".join(str(reps) for reps in dict.fromkeys(day.reps))
    name = sets.name(day.drill, index)
    return f"{day.weekday}: {name} {day.sets} × {reps}, rest {dose.rest(day.rest_s)}"


def _draw(page: End, sheet: "Sheet") -> "list[Text]":
    lines = [sheet.rule(), *sheet.wrap((f"✓ {title(page)}", style.GOOD_STRONG)), sheet.rule()]
    for label, facts in rows(page):
        lines += _row(sheet, label, facts)
    asked = question(page)
    if asked:
        lines += sheet.hang(("◆ ", style.FOCUS), (asked, style.STRONG))
    return lines


def _row(sheet: "Sheet", label: str, facts: tuple[str, ...]) -> "list[Text]":
    """Draw a labelled row of facts; the label stands above them where there is no room beside."""
    if sheet.width < WIDE_FROM_COLUMNS:
        under = [line for fact in facts for line in sheet.hang("  ", capital(fact))]
        return [*sheet.wrap((label, style.STRONG)), *under]
    lines: list[Text] = []
    for number, fact in enumerate(facts):
        lead = f"{label if number == 0 else '':<{LABEL_COLUMNS}}"
        lines += sheet.hang((lead, style.STRONG), capital(fact))
    return lines
