"""The end of the twelve weeks: what was learned, what stays.

Owns when it is told, and what it counts. The figures are shown and never a verdict.
"""

from collections import Counter

from hingecli.coach.log.sessions import TrainingLog
from hingecli.coach.results import MistakeThenNow, PlanEnd, WeightGain
from hingecli.coach.rules import ladder
from hingecli.coach.state.state import State


def told_end(state: State, log: TrainingLog) -> PlanEnd | None:
    """Return what the plan came to where it is told: from the day after to the first session then.

    Not in a hold, in a pause or after a bad morning; nor to somebody who began after those weeks.
    """
    return plan_end(state, log) if _is_told(state) else None


def plan_end(state: State, log: TrainingLog) -> PlanEnd | None:
    """Return what the plan came to; None as long as its weeks run, or without a session."""
    last = state.index.rules.weeks.last_plan_week
    if state.plan_week <= last or not state.sums.sessions:
        return None
    from hingecli.coach.report.plan import week_of_the_goal

    done = state.drill_sessions
    rows = state.index.protocol.plan
    return PlanEnd(
        weeks=last,
        learned=tuple(r.id for r in state.index.ladder if r.id in state.unlocks and r.id in done),
        waiting=tuple(
            rung.id
            for rung in state.index.ladder
            if rung.role == "ladder"
            and rung.id in state.unlocks
            and rung.id not in done
            and ladder.excluded(state, rung) is None
            and not rung.optional
        ),
        sessions=state.sums.sessions,
        reps=state.sums.reps,
        clean_reps=state.sums.clean,
        good_weeks=state.good_weeks,
        weights=tuple(
            WeightGain(drill=rung.id, name=rung.name, first_kg=lift.first_kg, now_kg=lift.load_kg)
            for rung in state.index.ladder
            if (lift := state.lifts.get(rung.id)) is not None
            and lift.first_kg is not None
            and lift.load_kg is not None
        ),
        then_weeks=rows[0].weeks,
        now_weeks=rows[-1].weeks,
        mistakes=_mistakes(state, log, then=rows[0].weeks, now=rows[-1].weeks),
        goal=state.goal,
        week_ahead=week_of_the_goal(state),
    )


def _is_told(state: State) -> bool:
    last = state.index.rules.weeks.last_plan_week
    if state.plan_week <= last or not state.session_days:
        return False
    if state.hold is not None or state.pause is not None or state.morning_flag == state.today:
        return False
    return state.on(state.session_days[-1]).plan_week <= last


def _mistakes(
    state: State, log: TrainingLog, *, then: tuple[int, int], now: tuple[int, int]
) -> tuple[MistakeThenNow, ...]:
    """Lay the mistakes of the plan's first weeks beside those of its last."""
    counts: tuple[Counter[str], Counter[str]] = Counter(), Counter()
    for entry in log.days:
        if entry.day > state.today:
            break
        if state.start is None or entry.day < state.start or not entry.sittings:
            continue
        week = state.on(entry.day).plan_week
        if week > now[1]:
            break
        for (first, last), noticed in zip((then, now), counts, strict=True):
            if first <= week <= last:
                for sitting in entry.sittings:
                    for seen in sitting.mistakes:
                        noticed[seen.mistake] += seen.count
    early, late = counts
    order = sorted({*early, *late}, key=lambda seen: (-early[seen], -late[seen], seen))
    return tuple(MistakeThenNow(mistake=seen, then=early[seen], now=late[seen]) for seen in order)
