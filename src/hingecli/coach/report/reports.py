"""What the coach answers beside the day: progress, why, the plan, a session's view.

Owns these answers' content as values. Reads the state; decides nothing new.
"""

from collections.abc import Iterable

from hingecli.coach.day.decide import decide
from hingecli.coach.log.days import say_day
from hingecli.coach.log.sessions import Sitting
from hingecli.coach.report.week import week_of_the_goal
from hingecli.coach.results import (
    ConsistencyState,
    DrillState,
    MilestoneState,
    PainView,
    Plan,
    PlanRowState,
    Progress,
    Reason,
    SessionView,
    SetView,
    Status,
    Totals,
    Why,
)
from hingecli.coach.rules import gear, goals, ladder
from hingecli.coach.rules.good_week import week_so_far
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.gates import condition_state, condition_states, gate_of
from hingecli.coach.state.state import State


def progress(state: State) -> Progress:
    """Say how far everything is: ladder, totals, milestones, weeks."""
    following = ladder.next_gate(state)
    days, good = week_so_far(state)
    turned_down = ladder.declined(state)
    drills = []
    for rung in state.index.ladder:
        status: Status = "open" if rung.id in state.unlocks else "locked"
        if following is not None and rung.id == following.drill:
            status = "next"
        if rung.id in turned_down:
            status = "declined"
        drills.append(
            DrillState(
                id=rung.id,
                name=rung.name,
                status=status,
                override=rung.id in state.overrides,
                conditions=condition_states(state, rung.id),
            )
        )
    return Progress(
        week=state.plan_week,
        phase=state.phase,
        drills=tuple(drills),
        totals=totals(state),
        milestones=tuple(
            MilestoneState(id=one.id, from_=one.reps[0], to=one.reps[1], have=state.clean)
            for one in state.index.rules.milestones.ranges
        ),
        consistency=ConsistencyState(this_week=days, of=good, good_weeks=state.good_weeks),
    )


def totals(state: State) -> Totals:
    """Give all reps, clean reps and sessions so far."""
    return Totals(reps=state.reps, clean_reps=state.clean, sessions=state.sessions)


def why_day(state: State, dawn: State | None = None, *, hour: int | None = None) -> Why:
    """Return the reasons of the state's day, and the conditions of the next gate.

    `dawn` is the same day before its sessions: with it the reasons also say why the day was
    what it was when it began. `hour` (0-23) is the one it is asked at, if it is today.
    """
    decision = decide(state, hour=hour)
    gate = decision.next_gate
    reasons = decision.reasons
    if dawn is not None:
        first = decide(dawn, hour=hour).reasons
        reasons = (*first, *(one for one in reasons if one not in first))
    return Why(
        subject="today",
        date=state.today,
        reasons=reasons,
        conditions=gate.conditions if gate is not None else (),
    )


def why_drill(state: State, drill: str) -> Why:
    """Say why `drill` is open or not, with the evidence for each condition."""
    return Why(
        subject=drill,
        date=state.today,
        reasons=tuple(_drill_reasons(state, drill)),
        conditions=condition_states(state, drill),
    )


def plan(state: State) -> Plan:
    """Give the plan's rows, where the person stands, and what is earned rather than scheduled."""
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
                earned=tuple(r.id for r in allowed if r.id in state.unlocks),
                to_earn=tuple(
                    r.id
                    for r in allowed
                    if r.id not in state.unlocks and ladder.excluded(state, r) is None
                ),
            )
        )
    goal_week = week_of_the_goal(state) if goals.begun(state) else ()
    return Plan(week=week, rows=tuple(rows), goal_week=goal_week, notes=tuple(_plan_notes(state)))


def session_view(sitting: Sitting) -> SessionView:
    """Give a session as its JSON shows it."""
    pain = sitting.pain
    return SessionView(
        id=sitting.id,
        date=sitting.day,
        at=sitting.at,
        sitting=sitting.sitting,
        sets=tuple(
            SetView(drill=r.drill, reps=r.reps, clean=r.clean, load_kg=r.load_kg, side=r.side)
            for r in sitting.sets
        ),
        mistakes=sitting.mistakes,
        pain=None
        if pain is None
        else PainView(score=pain.score, where=pain.where, sharp=pain.sharp),
        sore=sitting.sore,
        effort=sitting.effort,
        distance_cm=sitting.distance_cm,
        note=sitting.note,
    )


def newly_open(before: State, after: State) -> tuple[str, ...]:
    """Name the drills open in `after` and not in `before`, in the ladder's order.

    Not those that the person declined: they open in silence, and stay out of the way.
    """
    turned_down = ladder.declined(after)
    return tuple(
        rung.id
        for rung in after.index.ladder
        if rung.id in after.unlocks and rung.id not in before.unlocks and rung.id not in turned_down
    )


def worth_saying(state: State, drills: Iterable[str]) -> tuple[str, ...]:
    """Leave of freshly opened `drills` those that the person can do and that suit them."""
    limits = set(state.profile.limits or ())
    rungs = (state.index.rungs[drill] for drill in drills)
    return tuple(
        rung.id
        for rung in rungs
        if gear.can_be_asked(state.profile, rung)
        and (rung.role != "substitute" or limits.intersection(rung.suits))
    )


def warning_if_locked(state: State, drill: str) -> str | None:
    """Say what is missing when `drill` is logged before it opened; None when it is open."""
    if drill not in state.index.rungs or drill in state.unlocks:
        return None
    rung = state.index.rungs[drill]
    missing = _missing(state, drill)
    return f"The {rung.name} is not open yet: {missing}. It is in your log all the same."


def _drill_reasons(state: State, drill: str) -> Iterable[Reason]:
    rung = state.index.rungs[drill]
    name = f"The {rung.name}"
    told = state.overrides.get(drill)
    if told is not None:
        since = say_day(told.day, seen_from=state.today)
        text = f"You opened it yourself {_on(since)}: {told.because}"
        yield reason(state.index, "override", text)
    gate = gate_of(state, drill)
    if drill in state.unlocks and told is None:
        yield _opened(state, drill)
    out = ladder.excluded(state, rung)
    if out is not None and drill not in state.unlocks:
        yield Reason(rule="ladder", text=f"{name} is left out: {out}.", source="coach", grade="C")
    for tracked in gate:
        now = condition_state(tracked, state)
        verdict = "met" if now.met else f"{now.have} of {now.need} so far"
        yield Reason(
            rule=tracked.condition.id,
            text=f"{now.text}: {verdict}. {tracked.condition.cite}",
            source=tracked.condition.source,
            grade=tracked.condition.grade,
        )


def _opened(state: State, drill: str) -> Reason:
    """Say since when `drill` is open; the word is as well supported as its weakest condition."""
    name, gate = f"The {state.index.rungs[drill].name}", gate_of(state, drill)
    grades = [tracked.condition.grade for tracked in gate if tracked.condition.grade is not None]
    return Reason(
        rule="gate",
        text=f"{name} is open since {say_day(state.unlocks[drill], seen_from=state.today)}."
        if gate
        else f"{name} is open from the first day.",
        source="coach" if grades else "guide",
        grade=max(grades, default=None),
    )


def _missing(state: State, drill: str) -> str:
    missing = [
        f"{condition.text} ({condition.have} of {condition.need})"
        for condition in condition_states(state, drill)
        if not condition.met
    ]
    return "; ".join(missing)


def _plan_notes(state: State) -> Iterable[str]:
    following = ladder.next_gate(state)
    if following is not None:
        name = state.index.rungs[following.drill].name
        yield f"Weeks only allow; drills are earned. Next to earn: {name}: " + (
            _missing(state, following.drill) or "all conditions met"
        )
    if state.first_loaded is not None and state.load_week != state.plan_week:
        light = any(state.load_week < week for week in state.index.rules.effort_ceiling.weeks[1:2])
        yield f"Your load week is {state.load_week}: it counts the weeks with a loaded day" + (
            ", so that you get four light ones too." if light else "."
        )
    if not state.has_weight:
        yield (
            "Without any weight your ladder ends at the single-leg RDL. A kettlebell or "
            "dumbbells open the rest: hinge setup --equipment kettlebell"
        )
    left_out = _left_out(state)
    if following is None and state.has_weight and left_out is not None:
        yield left_out
    if state.goal is None and state.plan_week > state.index.rules.weeks.last_plan_week:
        yield "The twelve weeks are done; a goal shapes what follows: hinge setup --goal strength"
    waiting = goals.waiting_note(state)
    if waiting is not None:
        yield waiting.text
    yield "Some days will feel like a step back. That is normal: adaptation is uneven."


def _on(day_name: str) -> str:
    return day_name if day_name in ("today", "yesterday") else f"on {day_name}"


def assists_waiting(state: State) -> tuple[str, ...]:
    """Say of each chosen assistance drill that cannot stand in yet what it waits for."""
    told = []
    for drill in state.assists:
        rung = state.index.rungs[drill]
        out = ladder.excluded(state, rung)
        if out is not None:
            told.append(f"The {rung.name} cannot stand in: {out}.")
        elif drill not in state.unlocks:
            told.append(f"The {rung.name} stands in from when it opens: hinge why {drill}")
    return tuple(told)


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
