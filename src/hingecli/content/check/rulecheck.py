"""Checks what several figures of the rules, the plan and the phases say together.

Each function takes values that could be read; single figures are `leaves`' to check.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import get_args

from hingecli.coach.log.events import Weekday
from hingecli.coach.protocol.conditions import UnbrokenSet
from hingecli.coach.protocol.parameters.load import EffortCeiling, LoadedDay, LoadUp
from hingecli.coach.protocol.parameters.practice import TestRule, UnloadedDose
from hingecli.coach.protocol.parameters.rhythm import Breaks, Weeks
from hingecli.coach.protocol.parameters.rule import Rule
from hingecli.coach.protocol.parameters.safety import PainDuring
from hingecli.coach.protocol.protocol import Implement, Phase, PlanRow
from hingecli.content.check.gatecheck import Gated


def check_rule(rule: Rule) -> Iterator[str]:
    """Yield the problems of one rule, each beginning with its key."""
    if rule.source == "coach" and rule.grade is None:
        yield "grade: missing; a coach rule says how well it is supported: A, B, C or D"
    if rule.source == "guide" and rule.grade is not None:
        yield "grade: only coach rules have a grade"
    match rule:
        case UnloadedDose():
            if not rule.reps[0] <= rule.start <= rule.reps[1]:
                yield f"start: {rule.start} is outside of reps, {rule.reps[0]} to {rule.reps[1]}"
        case LoadedDay():
            yield from _loaded_day(rule)
        case LoadUp():
            yield from _steps(rule)
        case EffortCeiling():
            if len(rule.weeks) != len(rule.ceiling):
                yield f"ceiling: {len(rule.ceiling)} values for {len(rule.weeks)} weeks"
            if not _climbs(rule.weeks):
                yield "weeks: must climb"
            if any(not 1 <= effort <= 10 for effort in rule.ceiling):
                yield "ceiling: effort is 1 to 10"
        case PainDuring():
            if rule.no_progress_from > rule.stop_from:
                yield "stop_from: must not come before no_progress_from"
            if max(rule.usual_at_once, rule.usual_after_yes) >= rule.stop_from:
                yield "usual_after_yes: must stay under stop_from; no usual value makes red green"
        case Breaks():
            yield from _breaks(rule)
        case _:
            pass


def check_plan(plan: Sequence[PlanRow], weeks: Weeks) -> Iterator[str]:
    """Yield the weeks that no row of the plan holds, or two rows."""
    expected = 1
    for number, row in enumerate(plan):
        if row.weeks[0] != expected:
            yield f"plan[{number}].weeks: begins with week {row.weeks[0]}, not {expected}"
        expected = row.weeks[1] + 1
    if expected != weeks.last_plan_week + 1:
        yield f"plan: ends with week {expected - 1}, not {weeks.last_plan_week}"


def check_phases(phases: Sequence[Phase]) -> Iterator[str]:
    """Yield the problem of phases that are not numbered 1, 2, 3 in order."""
    numbers = [phase.number for phase in phases]
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"phases: numbered {', '.join(map(str, numbers))}; must be 1 to {len(numbers)}"


def check_test(test: TestRule, ladder: Sequence[Gated]) -> Iterator[str]:
    """Yield the gates that ask for a longer set than the test offers."""
    for rung in ladder:
        for path, condition in rung.gates.get("gate", ()):
            if not isinstance(condition, UnbrokenSet) or condition.drill != test.drill:
                continue
            if condition.reps > test.reps:
                yield f"{path}.reps: {condition.reps} is more than the {test.reps} of rules.test"


def _loaded_day(rule: LoadedDay) -> Iterator[str]:
    week = get_args(Weekday)
    days = sorted({week.index(day) for day in rule.default_days if day in week})
    if any((day + 1) % len(week) in days for day in days):
        yield "default_days: two of them are neighbours"
    if rule.few_reps > rule.reps[0]:
        yield f"few_reps: {rule.few_reps} is over the {rule.reps[0]} of reps"


def _steps(rule: LoadUp) -> Iterator[str]:
    for key, steps in (("step_kg", rule.step_kg), ("step_lb", rule.step_lb)):
        implements = set(get_args(Implement))
        yield from (f"{key}.{name}: unknown implement" for name in sorted(set(steps) - implements))
        yield from (f"{key}.{name}: missing" for name in sorted(implements - set(steps)))


def _breaks(rule: Breaks) -> Iterator[str]:
    for number, step in enumerate(rule.steps):
        if step.sets_percent and len(step.sets_percent) != len(step.load_percent):
            yield f"steps[{number}].sets_percent: must be as many as load_percent, or none"
        if any(share > 100 for share in (*step.load_percent, *step.sets_percent)):
            yield f"steps[{number}]: a break never adds: at most 100 %"
    for number, (step, after) in enumerate(pairwise(rule.steps)):
        if after.days[0] != step.days[1] + 1:
            yield f"steps[{number + 1}].days: begins with {after.days[0]}, not {step.days[1] + 1}"
    if rule.recheck_clean > rule.recheck_reps:
        yield f"recheck_clean: {rule.recheck_clean} of {rule.recheck_reps} reps can never be met"


def _climbs(values: Sequence[int]) -> bool:
    return all(before < after for before, after in pairwise(values))
