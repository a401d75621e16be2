"""The plan: its weeks, where the person stands, what is earned and what is still to earn."""

from typing import TYPE_CHECKING

from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.plan import PlanReport, PlanRowState
from hingecli.show import dose, sets, style
from hingecli.text import plain_lines, sentence

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from hingecli.show.sheet import Sheet

_WHEN = {"past": "behind you", "now": "you are here", "ahead": "ahead"}
_SIGNS = {"past": ("✓", style.GOOD), "now": ("◆", style.FOCUS), "ahead": ("·", style.QUIET)}


def render(plan: PlanReport, *, index: Index, below_end: bool = False) -> "RenderableType":
    """Draw the plan, a row of weeks after the other.

    `below_end`: the page of its end stands above, and says what comes now.
    """
    from hingecli.show.sheet import Page

    return Page(lambda sheet: _draw(plan, sheet, index=index, below_end=below_end))


def plain(plan: PlanReport, *, index: Index, below_end: bool = False) -> str:
    """Say the plan in lines, one fact each; `below_end` as for `render`."""
    lines = [f"{where(plan, index, below_end=below_end)}."]
    for row in plan.rows:
        lines += [
            f"{weeks(row)}, {_WHEN[row.when]}: {sentence(row.do)}",
            f"Dose: {sentence(row.dose)}",
            f"Open: {_names(row.earned, index)}." if row.earned else "",
            f"To earn: {_names(row.to_earn, index)}." if row.to_earn else "",
        ]
    if not below_end:
        lines += [f"{' '.join(row)}." for row in goal_rows(plan, index)]
    return plain_lines(*lines, *(sentence(note) for note in plan.notes))


def where(plan: PlanReport, index: Index, *, below_end: bool = False) -> str:
    """Say which week of the plan it is; `below_end` as for `render`."""
    last = index.rules.weeks.last_plan_week
    if below_end:
        return f"Week {plan.week}"
    if plan.week > last:
        return f"Week {plan.week}: the {last} weeks of the plan are behind you"
    return f"Week {plan.week} of {last}"


def goal_rows(plan: PlanReport, index: Index) -> tuple[tuple[str, str, str, str], ...]:
    """Return the training days after the plan: weekday, drill, dose, rest."""
    return tuple(
        (
            day.weekday,
            sets.name(day.drill, index),
            f"{day.sets} × {'–'.join(str(reps) for reps in dict.fromkeys(day.reps))}",
            f"rest {dose.rest(day.rest_s)}",
        )
        for day in plan.goal_week
    )


def weeks(row: PlanRowState) -> str:
    """Say the weeks of a row."""
    return f"Weeks {row.weeks[0]}–{row.weeks[1]}"


def _names(drills: tuple[str, ...], index: Index) -> str:
    return ", ".join(sets.name(drill, index) for drill in drills)


def _draw(plan: PlanReport, sheet: "Sheet", *, index: Index, below_end: bool) -> "list[Text]":
    now = where(plan, index, below_end=below_end)
    lines = [sheet.text()] if below_end else []
    lines += sheet.pair([("The plan", style.TITLE)], [(now, style.QUIET)])
    lines.append(sheet.rule())
    for row in plan.rows:
        sign, look = _SIGNS[row.when]
        strong = style.STRONG if row.when == "now" else ""
        lines += sheet.hang(
            (f"{sign} ", look), (weeks(row), strong), (f"  {_WHEN[row.when]}", style.QUIET)
        )
        lines += sheet.hang("  ", row.do)
        lines += sheet.hang("  ", (row.dose, style.DOSE if row.when == "now" else style.ACCENT))
        if row.earned:
            lines += sheet.hang(
                "  ", ("open: ", style.QUIET), (_names(row.earned, index), style.GOOD)
            )
        if row.to_earn:
            lines += sheet.hang("  ", ("to earn: ", style.QUIET), _names(row.to_earn, index))
        lines.append(sheet.text())
    rows = goal_rows(plan, index)
    if rows and not below_end:
        lines += sheet.wrap(("Your week, by your goal", style.STRONG))
        for weekday, name, size, rest in rows:
            lines += sheet.hang(
                f"  {weekday:<11}", name, (f"  {size}", style.DOSE), (f"  {rest}", style.QUIET)
            )
        lines.append(sheet.text())
    for note in plan.notes:
        lines += sheet.hang(("› ", style.ACCENT), note)
    return lines
