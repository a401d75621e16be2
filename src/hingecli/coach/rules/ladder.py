"""The ladder as it stands for one person: what is open, what comes next, what is out of reach."""

from hingecli.coach.protocol.conditions import (
    DrillsOpen,
    GoalChosen,
    LoadWeek,
    PlanWeek,
)
from hingecli.coach.protocol.protocol import Rung
from hingecli.coach.results import Gate
from hingecli.coach.rules import gear
from hingecli.coach.state.gates import condition_states, gate_of, is_met
from hingecli.coach.state.state import State


def next_gate(state: State) -> Gate | None:
    """Give the first drill of the ladder that is not open and can be, with its conditions."""
    for rung in state.index.ladder:
        if rung.id not in state.unlocks and excluded(state, rung) is None:
            return Gate(drill=rung.id, conditions=condition_states(state, rung.id))
    return None


def waits_for_a_week(state: State) -> bool:
    """Tell whether one without any weight has earned what comes next, and only a week is due.

    Not in the weeks in which nobody loads: then everyone's days are alike.
    """
    if state.has_weight or state.plan_week < state.index.rules.weeks.first_load_week:
        return False
    following = next_gate(state)
    return following is not None and all(
        isinstance(tracked.condition, PlanWeek | LoadWeek)
        for tracked in gate_of(state, following.drill)
        if not is_met(tracked, state)
    )


def excluded(state: State, rung: Rung) -> str | None:
    """Say what keeps `rung` out of this person's ladder; None when nothing does."""
    if not gear.can_do(state.profile, rung) and not _stood_in_for(state, rung):
        return "you have no equipment for it"
    for tracked in gate_of(state, rung.id):
        condition = tracked.condition
        if isinstance(condition, GoalChosen) and state.goal != condition.goal:
            return f"it belongs to the {condition.goal} goal"
        if isinstance(condition, DrillsOpen):
            for drill in condition.drills:
                before = state.index.rungs[drill]
                if drill not in state.unlocks and excluded(state, before) is not None:
                    return f"it comes after the {before.name}, which is out of your reach for now"
    return None


def left_out(state: State) -> dict[str, str]:
    """Say of each drill that is out of this person's reach why, by id."""
    found = {rung.id: excluded(state, rung) for rung in state.index.ladder}
    return {drill: why for drill, why in found.items() if why is not None}


def _stood_in_for(state: State, rung: Rung) -> bool:
    """Tell whether the equipment allows a substitute that opens with `rung`."""
    return any(
        other.role == "substitute"
        and gear.can_be_asked(state.index, state.profile, other)
        and any(isinstance(c, DrillsOpen) and rung.id in c.drills for c in other.gate)
        for other in state.index.ladder
    )


def half_range_drills(state: State) -> frozenset[str]:
    """Return the drills of which a limit leaves half the range."""
    if not state.profile.limits:
        return frozenset()
    deadlifts = state.index.families.get("deadlift", ())
    return frozenset(rung.id for rung in deadlifts if half_range_for_limits(state, rung.id))


def half_range_for_limits(state: State, drill: str) -> bool:
    """Return whether a low-back limit leaves half the range of `drill`, for want of another."""
    rung = state.index.rungs[drill]
    if "low-back" not in (state.profile.limits or ()) or rung.family != "deadlift":
        return False
    if rung.role == "substitute":
        return False
    return not any(
        other.role == "substitute"
        and "low-back" in other.suits
        and gear.can_be_asked(state.index, state.profile, other)
        for other in state.index.families.get(rung.family, ())
    )
