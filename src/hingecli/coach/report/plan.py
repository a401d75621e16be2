"""The twelve weeks and where a person stands in them; the week by goal that follows them."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from hingecli.coach.log.days import WEEKDAY_NAMES, WEEKDAYS
from hingecli.coach.protocol.protocol import Index, Rung
from hingecli.coach.report.why import missing_for
from hingecli.coach.results import Answer, GoalDay
from hingecli.coach.rules import gear, goals, ladder
from hingecli.coach.rules.prescription import usual
from hingecli.coach.rules.rotation import mains_of_the_week, pool
from hingecli.coach.state.state import ONE_DAY, State
from hingecli.text import count


class PlanRowState(Answer, frozen=True, kw_only=True):
    """One row of the plan: its weeks, its text, where the person stands (past, now, ahead)."""

    weeks: tuple[int, int]
    phase: str
    do: str
    dose: str
    when: Literal["past", "now", "ahead"]
    earned: tuple[str, ...]
    to_earn: tuple[str, ...]


class PlanReport(Answer, frozen=True, kw_only=True):
    """`hinge plan`: the rows, the week one is in, and the sentences that say what it means.

    `goal_week` are the training days by the goal, once the plan's weeks are over.
    """

    week: int
    rows: tuple[PlanRowState, ...]
    notes: tuple[str, ...]
    goal_week: tuple[GoalDay, ...] = ()


def plan(state: State) -> PlanReport:
    """Return the plan's rows, where the person stands, and what is earned rather than scheduled."""
    week = state.plan_week
    rows = []
    for row in state.index.protocol.plan:
        first, last = row.weeks
        allowed = [state.index.rungs[drill] for drill in row.drills]
        rows.append(
            PlanRowState(
                weeks=row.weeks,
                phase=row.phase,
                do=row.do,
                dose=row.dose,
                when="past" if week > last else "now" if week >= first else "ahead",
                earned=tuple(
                    r.id for r in allowed if r.id in state.unlocks and gear.can_do(state.profile, r)
                ),
                to_earn=tuple(
                    r.id
                    for r in allowed
                    if r.id not in state.unlocks and ladder.excluded(state, r) is None
                ),
            )
        )
    goal_week = week_of_the_goal(state) if goals.begun(state) else ()
    return PlanReport(
        week=week, rows=tuple(rows), goal_week=goal_week, notes=tuple(_plan_notes(state))
    )


def _plan_notes(state: State) -> Iterable[str]:
    following = ladder.next_gate(state)
    if following is not None:
        name = state.index.rungs[following.drill].name
        yield f"Weeks only allow; drills are earned. Next to earn: {name}: " + (
            missing_for(state, following.drill) or "all conditions met"
        )
    if state.first_loaded is not None and state.load_week != state.plan_week:
        yield _weeks_of_load(state)
    if not state.bounds.has_weight:
        yield (
            f"Without any weight your ladder ends at the {_last_without_weight(state.index).name}. "
            "A kettlebell or dumbbells open the rest: hinge setup --equipment kettlebell"
        )
    left_out = _left_out(state)
    if following is None and state.bounds.has_weight and left_out is not None:
        yield left_out
    if state.goal is None and state.plan_week > state.index.rules.weeks.last_plan_week:
        yield "The twelve weeks are done; a goal shapes what follows: hinge setup --goal strength"
    waiting = goals.waiting_note(state)
    if waiting is not None:
        yield waiting.text
    yield "Some days will feel like a step back. That is normal: adaptation is uneven."


def _weeks_of_load(state: State) -> str:
    """Say how many weeks with load lie behind: for a late or a rare starter these count."""
    weeks = state.index.rules.weeks
    light = state.index.rules.effort_ceiling.weeks[1] - weeks.first_load_week
    if state.weeks_of_load < light:
        return (
            f"Light weeks, {state.weeks_of_load} of {light} behind you: they count from your first "
            f"load, so that you get all {light}."
        )
    return f"{count(state.weeks_of_load, 'week')} with load behind you."


def _left_out(state: State) -> str | None:
    """Name what the equipment keeps off the ladder; None where it keeps nothing off."""
    out = [
        rung.name
        for rung in state.index.ladder
        if rung.role == "ladder" and not gear.can_do(state.profile, rung)
    ]
    if not out:
        return None
    return f"Left out for lack of equipment: {', '.join(out)}. hinge setup --equipment LIST"


def week_of_the_goal(state: State) -> tuple[GoalDay, ...]:
    """Return the training days of the goal's week in order, each with drill and dose of now."""
    drills = {rung.family: rung for rung in pool(state)}
    if not drills:
        return ()
    turns = [family for family in mains_of_the_week(state) if family in drills] or [*drills]
    planned = sorted(
        state.profile.days or state.index.rules.loaded_day.default_days, key=WEEKDAYS.index
    )
    days = []
    for number, weekday in enumerate(planned[: state.bounds.training_days]):
        rung = drills[turns[number % len(turns)]]
        earlier = {date.min + n * ONE_DAY for n in range(number)}
        dose = usual(state.on(state.today, week_loaded=earlier), rung.id)
        days.append(
            GoalDay(
                weekday=WEEKDAY_NAMES[WEEKDAYS.index(weekday)],
                drill=rung.id,
                sets=dose.sets,
                reps=dose.reps_range,
                rest_s=dose.rest_s,
            )
        )
    return tuple(days)


def _last_without_weight(index: Index) -> Rung:
    """Return the last drill of the ladder that those without any weight can earn."""
    return [rung for rung in index.ladder if rung.without_weight is not None or not rung.loaded][-1]
