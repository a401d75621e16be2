"""The reasons behind a day or a drill, each with where it comes from."""

from typing import TYPE_CHECKING

from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.why import Why
from hingecli.coach.results import ConditionState, Reason, condition_topic
from hingecli.show import dose, gate, sets, style
from hingecli.text import capital, plain_lines, sentence

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from hingecli.show.sheet import Sheet

GRADES = {
    "A": "trials or a guideline",
    "B": "indirect evidence",
    "C": "common coaching practice",
    "D": "our own arithmetic",
}
"""What the letter beside a coach rule says about its support."""


def render(why: Why, *, index: Index) -> "RenderableType":
    """Draw the reasons, then the conditions of the gate they speak of."""
    from hingecli.show.sheet import Page

    return Page(lambda sheet: _draw(why, sheet, index=index))


def plain(why: Why, *, index: Index) -> str:
    """Say one reason a line, then one condition a line."""
    lines = [f"{title(why, index)}, {why.date:%A} {why.date.day} {why.date:%B %Y}."]
    lines += [
        f"{sentence(reason.text)} ({reason.rule}; {origin(reason)})" for reason in why.reasons
    ]
    lines += gate.plain_rows(_untold(why))
    return plain_lines(*lines, asks_more(why, index))


def asks_more(why: Why, index: Index) -> str:
    """Say of what else reasons can be asked; empty behind those of a drill."""
    if why.subject != "today":
        return ""
    drills = ", ".join(dose.short_name(rung.id, index) for rung in index.ladder)
    return f"Of a drill: hinge why DRILL, as in {drills}."


def title(why: Why, index: Index) -> str:
    """Say what the reasons are about."""
    return "Why today" if why.subject == "today" else f"Why: {sets.name(why.subject, index)}"


def origin(reason: Reason) -> str:
    """Say where a rule comes from: the guide, or the coach with how well it is supported."""
    if reason.source == "guide":
        return "guide"
    return f"coach {reason.grade}" if reason.grade is not None else "coach"


def _untold(why: Why) -> tuple[ConditionState, ...]:
    """Return the conditions that no reason speaks of already."""
    said = {reason.topic for reason in why.reasons}
    return tuple(
        condition for condition in why.conditions if condition_topic(condition.id) not in said
    )


def _draw(why: Why, sheet: "Sheet", *, index: Index) -> "list[Text]":
    day = f"{why.date:%a} {why.date.day} {why.date:%b %Y}"
    lines = sheet.pair([(capital(title(why, index)), style.TITLE)], [(day, style.QUIET)])
    lines.append(sheet.rule())
    met = {condition_topic(condition.id): condition.met for condition in why.conditions}
    for reason in why.reasons:
        sign = ("› ", style.ACCENT)
        if reason.topic in met:
            sign = ("✓ ", style.GOOD_STRONG) if met[reason.topic] else ("○ ", style.QUIET)
        lines += sheet.hang(sign, sentence(reason.text))
        lines += sheet.hang("  ", (f"{reason.rule} · {origin(reason)}", style.QUIET))
    if _untold(why):
        about = "The next gate" if why.subject == "today" else "The gate"
        lines += [sheet.text(), *sheet.wrap((about, style.STRONG))]
        lines += gate.rows(sheet, _untold(why))
    grades = sorted({reason.grade for reason in why.reasons if reason.grade is not None})
    if grades:
        first, *others = (f"{grade} {GRADES[grade]}" for grade in grades)
        lines.append(sheet.text())
        lines += sheet.dots([(words, style.QUIET) for words in (f"coach rules: {first}", *others)])
    more = asks_more(why, index)
    return [*lines, *(sheet.wrap((more, style.QUIET)) if more else ())]
