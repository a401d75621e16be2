"""The progress: the ladder with its gates, the guide's figures, good weeks, the calendar.

Owns its look. A milestone is shown as the guide's figure and never as a verdict.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from hingecli.coach.log.events import Unit
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.film import FilmAgreement
from hingecli.coach.report.progress import DrillState, MilestoneState, Progress
from hingecli.coach.report.trends import Trends
from hingecli.coach.results import Gate
from hingecli.show import gate, heatmap, style
from hingecli.show import trends as trend_lines
from hingecli.text import capital, count, plain_lines

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from hingecli.show.sheet import Sheet, StyledWords

DOT = " · "
TAKE_BACK = "hinge setup --without none"
"""The command that takes declined drills in again."""
OUT_OF_REACH = "Out of reach for now"
WHY_NOT = "hinge why DRILL says why."
NOTHING: Mapping[str, str] = MappingProxyType({})
MILESTONE_COLUMNS = 18
_SIGNS = {
    "open": ("●", style.GOOD_STRONG),
    "next": ("○", style.FOCUS),
    "locked": ("·", style.QUIET),
    "declined": ("–", style.QUIET),
}


def render(
    progress: Progress,
    *,
    index: Index,
    today: date,
    clean_by_day: Mapping[date, int] | None = None,
    trends: Trends | None = None,
    unit: Unit = "kg",
    left_out: Mapping[str, str] = NOTHING,
) -> "RenderableType":
    """Draw the progress; with `clean_by_day` also the calendar of the last six months.

    With `trends` also how loads (in `unit`), sides and pain have moved. `left_out` says of
    drills by id why they are out of reach.
    """
    from hingecli.show.sheet import Page

    def draw(sheet: "Sheet") -> "list[Text]":
        lines = _draw(progress, sheet, index=index, left_out=left_out)
        moved = trend_lines.draw(sheet, trends, unit=unit) if trends is not None else []
        if moved:
            lines += [sheet.rule(), *moved]
        if clean_by_day:
            goal = index.rules.day_goal.clean_reps
            lines += [sheet.rule(), *heatmap.draw(sheet, clean_by_day, today=today, goal=goal)]
        return lines

    return Page(draw)


def plain(
    progress: Progress,
    *,
    index: Index,
    trends: Trends | None = None,
    unit: Unit = "kg",
    left_out: Mapping[str, str] = NOTHING,
) -> str:
    """Say the progress in lines, one fact each."""
    lines = [f"{capital(', '.join(where(progress, index)))}."]
    far = out_of_reach(progress, left_out)
    for drill in progress.drills:
        if drill in far:
            continue
        mark = ", opened by yourself" if drill.override else ""
        why = f"; {left_out[drill.id]}" if drill.id in left_out else ""
        if drill.status == "declined":
            why = f"; {TAKE_BACK} takes that back"
        lines.append(f"{capital(drill.name)}: {drill.status}{mark}{why}.")
        if drill.status == "next":
            lines += gate.plain_rows(drill.conditions)
    if far:
        lines.append(f"{OUT_OF_REACH}: {_names(far)}. {WHY_NOT}")
    lines += [
        f"{milestone.have:,} clean reps; {told(milestone, index)}: {figures(milestone)}."
        for milestone in progress.milestones
    ]
    lines += [f"{capital(words)}." for words in weeks(progress)]
    lines.append(f"{capital(totals(progress))}.")
    if progress.film is not None:
        lines.append(f"{film(progress.film)}.")
    if trends is not None:
        lines += trend_lines.plain(trends, unit=unit)
    return plain_lines(*lines)


def out_of_reach(progress: Progress, left_out: Mapping[str, str]) -> tuple[DrillState, ...]:
    """Return the closed drills that equipment, limits or goal keep off this person's ladder."""
    return tuple(
        drill for drill in progress.drills if drill.status == "locked" and drill.id in left_out
    )


def _names(drills: tuple[DrillState, ...]) -> str:
    return ", ".join(drill.name for drill in drills)


def where(progress: Progress, index: Index) -> tuple[str, ...]:
    """Say week and phase with the phase's name."""
    last = index.rules.weeks.last_plan_week
    week = f"week {progress.week} of {last}" if progress.week <= last else f"week {progress.week}"
    phase = index.phases.get(progress.phase)
    return (week, f"phase {phase.number}, {phase.name}") if phase is not None else (week,)


def totals(progress: Progress) -> str:
    """Say everything logged so far."""
    all_of = progress.totals
    return (
        f"{count(all_of.sessions, 'session')}, {all_of.clean_reps:,} clean reps of {all_of.reps:,}"
    )


def weeks(progress: Progress) -> tuple[str, ...]:
    """Say how this week stands, and the good weeks so far."""
    kept = progress.consistency
    words = f"this week {kept.this_week} of {kept.of} days"
    if kept.this_week >= kept.of:
        words = f"this week {count(kept.this_week, 'day')}: a good week"
    return (words, f"{count(kept.good_weeks, 'good week')} so far") if kept.good_weeks else (words,)


def film(agreement: FilmAgreement) -> str:
    """Say how well the own count and the clips agree."""
    words = (
        f"On {count(agreement.clips, 'clip')} you felt {agreement.felt} clean and saw "
        f"{agreement.saw}"
    )
    apart = "your count is right" if not agreement.off else f"{agreement.off:g} apart on a clip"
    before = "" if agreement.before is None else f", {agreement.before:g} before"
    return f"{words}: {apart}{before}"


def figures(milestone: MilestoneState) -> str:
    """Say a milestone's range: 300–500."""
    return f"{milestone.from_:,}–{milestone.to:,}"


def told(milestone: MilestoneState, index: Index) -> str:
    """Say whose figure a milestone is."""
    ranges = index.rules.milestones.ranges
    return next((known.text for known in ranges if known.id == milestone.id), milestone.id)


def _draw(
    progress: Progress, sheet: "Sheet", *, index: Index, left_out: Mapping[str, str]
) -> "list[Text]":
    lines = sheet.pair(
        [("Progress", style.TITLE)], [(words, style.QUIET) for words in where(progress, index)]
    )
    lines.append(sheet.rule())
    far = out_of_reach(progress, left_out)
    for drill in progress.drills:
        if drill not in far:
            lines += _drill(sheet, drill, index=index, why=left_out.get(drill.id))
    if far:
        names = (f"{_names(far)}. {WHY_NOT}", style.QUIET)
        lines += sheet.hang(("– ", style.QUIET), (f"{OUT_OF_REACH}: ", style.QUIET), names)
    lines.append(sheet.rule())
    for milestone in progress.milestones:
        lines += _milestone(sheet, milestone, index=index)
    lines += _week(sheet, progress)
    lines += sheet.wrap(totals(progress))
    if progress.film is not None:
        lines += sheet.wrap(film(progress.film))
    return lines


def _drill(sheet: "Sheet", drill: DrillState, *, index: Index, why: str | None) -> "list[Text]":
    look = {"open": "", "next": style.STRONG}.get(drill.status, style.QUIET)
    parts: list[StyledWords] = [(capital(drill.name), look)]
    mark = "opened by yourself" if drill.override else _mark(drill, index, why=why)
    if mark:
        parts.append((f"  {mark}", style.FOCUS if drill.override else style.QUIET))
    sign, sign_look = _SIGNS[drill.status]
    lines = sheet.hang((f"{sign} ", sign_look), *parts)
    if drill.status == "next":
        lines += gate.rows(sheet, drill.conditions)
    return lines


def _mark(drill: DrillState, index: Index, *, why: str | None) -> str:
    """Say in a word how a drill stands, without colour; `why` it is out of reach, if it is."""
    if drill.status == "declined":
        return f"declined; {TAKE_BACK} takes that back"
    if drill.status == "open":
        return f"open, but {why}" if why is not None else "open"
    if drill.status == "next":
        following = Gate(drill=drill.id, conditions=drill.conditions)
        return f"next: {gate.headline(following, index=index)}"
    before = [name for name in _predecessors(drill.id, index) if name]
    return f"after {' and '.join(before)}" if before else ""


def _predecessors(drill: str, index: Index) -> tuple[str, ...]:
    """Name the drills that the gate of `drill` asks for open, or counts."""
    rung = index.rungs.get(drill)
    if rung is None:
        return ()
    asked: dict[str, None] = {}
    for condition in rung.gate:
        for name in getattr(condition, "drills", ()):
            asked.setdefault(name)
        if getattr(condition, "drill", None):
            asked.setdefault(getattr(condition, "drill"))  # noqa: B009  conditions differ in fields
    return tuple(index.rungs[name].name for name in asked if name in index.rungs)


def _milestone(sheet: "Sheet", milestone: MilestoneState, *, index: Index) -> "list[Text]":
    bar = sheet.bar(milestone.have / milestone.to, MILESTONE_COLUMNS)
    lead = sheet.text(bar, "  ")
    words = f"{told(milestone, index)}: {figures(milestone)}"
    return sheet.hang(lead, f"{milestone.have:,} clean reps  ", (words, style.QUIET))


def _week(sheet: "Sheet", progress: Progress) -> "list[Text]":
    kept = progress.consistency
    bar = sheet.bar(kept.this_week / kept.of if kept.of else 0.0, MILESTONE_COLUMNS)
    return sheet.hang(sheet.text(bar, "  "), DOT.join(weeks(progress)))
