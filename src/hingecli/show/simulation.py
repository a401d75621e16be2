"""The report of a simulation: when drills open, who waits for what, which invariant broke."""

from typing import TYPE_CHECKING

from hingecli.show import style
from hingecli.text import capital, count, plain_lines, sentence

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from hingecli.show.sheet import Sheet
    from hingecli.simulate import SimulationReport
    from hingecli.simulate.report import DrillOpening, Held, Medians, StuckLearners

NAME_COLUMNS = 22


def render(report: "SimulationReport") -> "RenderableType":
    """Draw the report."""
    from hingecli.show.sheet import Page

    return Page(lambda sheet: _draw(report, sheet))


def plain(report: "SimulationReport") -> str:
    """Say the report in lines, one fact each."""
    return plain_lines(
        sentence(heading(report)),
        *(f"{capital(drill.name)}: {opening(drill)}." for drill in report.openings),
        *(sentence(medians(group, report)) for group in report.medians),
        *(sentence(f"Stuck: {stuck(group)}") for group in report.stuck),
        sentence(crowd(report)),
        sentence(kinds(report)),
        sentence(loads(report)),
        *(sentence(f"{capital(rule.invariant)}: {held(rule)}") for rule in report.invariants),
        *(f"Broken: {example}." for rule in report.invariants for example in rule.examples),
        sentence(verdict(report)),
    )


def heading(report: "SimulationReport") -> str:
    """Say what was simulated."""
    people = count(report.learners, "learner")
    weeks = count(report.weeks, "week")
    return f"{people}, {weeks}, seed {report.seed}"


def crowd(report: "SimulationReport") -> str:
    """Say who the learners are."""
    return "learners: " + ", ".join(f"{nature} {n:,}" for nature, n in report.crowd.items())


def opening(drill: "DrillOpening") -> str:
    """Say when a drill opens, for how many, and what the others still wait for."""
    if not drill.reachable:
        return "out of reach for all"
    words = f"opens for {drill.share:g} % of {drill.reachable:,}"
    if drill.weeks is not None:
        low, middle, high = drill.weeks
        words += f", in week {low} for the first 10 %, {middle} for half, {high} for 90 %"
    if drill.waiting:
        words += "; waiting: " + ", ".join(f"{w.condition} {w.learners}" for w in drill.waiting)
    return words


def medians(group: "Medians", report: "SimulationReport") -> str:
    """Say in which weeks drills open for half of a group."""
    names = {drill.drill: drill.name for drill in report.openings}
    weeks = (f"{names[drill]} {_week(week)}" for drill, week in group.weeks.items())
    return f"{group.who}, {group.learners:,}, half in week: {', '.join(weeks)}"


def stuck(group: "StuckLearners") -> str:
    """Say who is stuck, and the sentence that they read."""
    people = count(group.learners, "learner")
    return f"{people} before the {group.drill} ({group.condition}): {group.text}"


def kinds(report: "SimulationReport") -> str:
    """Say how often each kind of day came (%)."""
    days = sum(report.kinds.values()) or 1
    shares = (f"{kind} {100 * number / days:.1f} %" for kind, number in report.kinds.items())
    return "days: " + ", ".join(shares)


def loads(report: "SimulationReport") -> str:
    """Say how many lifted more in the end, of those who lifted at all."""
    return (
        f"{report.rose:,} of {report.with_ten_loaded_days:,} learners with ten days of weights "
        "lifted more by the end"
    )


def held(rule: "Held") -> str:
    """Say whether an invariant held."""
    if not rule.broken:
        return "held on every day"
    return f"broke on {count(rule.broken, 'day')} of {count(rule.learners, 'learner')}"


def verdict(report: "SimulationReport") -> str:
    """Say in a sentence whether all that must hold did."""
    if report.broken:
        days = count(report.broken, "day")
        return f"{days} broke what must hold"
    return "nothing that must hold was broken"


def _draw(report: "SimulationReport", sheet: "Sheet") -> "list[Text]":
    lines = sheet.pair([("Simulation", style.TITLE)], [(heading(report), style.QUIET)])
    lines.append(sheet.rule())
    head = f"{'opens in week':<{NAME_COLUMNS}}{'10 %':>6}{'50 %':>6}{'90 %':>6}{'opened':>10}"
    lines += sheet.wrap((head, style.QUIET))
    for drill in report.openings:
        lines += _opening(sheet, drill)
    lines.append(sheet.rule())
    lines += _medians(report, sheet)
    lines.append(sheet.rule())
    for group in report.stuck:
        lines += sheet.hang(("△ ", style.WARN), capital(stuck(group)))
    lines += sheet.wrap(capital(crowd(report)), indent=2)
    lines += sheet.wrap(capital(kinds(report)), indent=2)
    lines += sheet.wrap(capital(loads(report)), indent=2)
    lines.append(sheet.rule())
    for rule in report.invariants:
        lines += _held(sheet, rule)
    look = style.WARN if report.broken else style.GOOD_STRONG
    lines += sheet.wrap((sentence(verdict(report)), look))
    return lines


def _opening(sheet: "Sheet", drill: "DrillOpening") -> "list[Text]":
    weeks = "".join(f"{week:>6}" for week in drill.weeks) if drill.weeks is not None else " " * 18
    row = f"{capital(drill.name):<{NAME_COLUMNS}}{weeks}{f'{drill.share:.1f} %':>10}"
    lines = sheet.wrap(row)
    for waiting in drill.waiting:
        people = f"{waiting.learners:,} waiting for {waiting.condition}"
        lines += sheet.hang("  ", (people, style.QUIET))
    return lines


def _medians(report: "SimulationReport", sheet: "Sheet") -> "list[Text]":
    """Draw for each nature when drills open for half of it: a column a drill."""
    names = {drill.drill: drill.short for drill in report.openings}
    head = [f"{'half in week':<{NAME_COLUMNS}}"]
    rows = [f"{f'{group.who} {group.learners:,}':<{NAME_COLUMNS}}" for group in report.medians]
    for drill in next(iter(report.medians)).weeks if report.medians else ():
        wide = max(len(names[drill]), len(_week(None))) + 2
        head.append(f"{names[drill]:>{wide}}")
        for place, group in enumerate(report.medians):
            rows[place] += f"{_week(group.weeks[drill]):>{wide}}"
    lines = sheet.wrap(("".join(head), style.QUIET))
    for row in rows:
        lines += sheet.wrap(capital(row))
    return lines


def _week(week: int | None) -> str:
    return "never" if week is None else f"{week}"


def _held(sheet: "Sheet", rule: "Held") -> "list[Text]":
    sign, look = ("▲ ", style.WARN) if rule.broken else ("✓ ", style.GOOD)
    words = f"{capital(rule.invariant)}: {held(rule)}" if rule.broken else capital(rule.invariant)
    lines = sheet.hang((sign, look), words)
    for example in rule.examples:
        lines += sheet.hang("    ", (example, style.QUIET))
    return lines
