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
from hingecli.coach.state.gates import asks_for_loaded_days, condition_states, gate_of, is_met
from hingecli.coach.state.state import State


def next_gate(state: State) -> Gate | None:
    """Return the first drill of the ladder that is not open and can be, with its conditions.

    An optional one only for those who chose it.
    """
    for rung in state.index.ladder:
        if rung.id not in state.unlocks and is_ahead(state, rung):
            return Gate(drill=rung.id, conditions=condition_states(state, rung.id))
    return None


def practice_drill(state: State) -> Rung:
    """Return the drill to practise without load: the last open one on the ladder.

    While a hold lasts, not one that loads what hurts.
    """
    drills = [r for r in state.index.ladder if not r.loaded and r.id in state.unlocks]
    if state.hold is None:
        return drills[-1]
    return [r for r in drills if state.hold.pain.where not in r.places or r is drills[0]][-1]


def is_ahead(state: State, rung: Rung) -> bool:
    """Return whether `rung` is a step of this person's ladder: within reach, and wanted."""
    return (not rung.optional or is_chosen(state, rung)) and excluded(state, rung) is None


def is_chosen(state: State, rung: Rung) -> bool:
    """Return whether the person asked for an optional drill: by word, by goal, or by a limit."""
    return (
        rung.id in state.assists
        or bool(set(rung.suits).intersection(state.profile.limits or ()))
        or any(
            isinstance(condition, GoalChosen) and condition.goal == state.goal
            for condition in rung.gate
        )
    )


def declined(state: State) -> frozenset[str]:
    """Return the drills that the person declined, with the assistance drills that follow on them.

    Who wants no swings wants no American ones. Drills without load cannot be declined.
    """
    told = state.index.loaded.intersection(state.profile.without or ())
    if not told:
        return told
    follow = (rung for rung in state.index.ladder if _declined_before(state, rung) is not None)
    return told.union(rung.id for rung in follow)


def _declined_before(state: State, rung: Rung) -> Rung | None:
    """Return the declined drill of its family that an assistance drill follows on; None without."""
    if rung.role != "assist" or not state.profile.without:
        return None
    named = (c.drills for c in rung.gate if isinstance(c, DrillsOpen))
    before = [state.index.rungs[drill] for drills in named for drill in drills]
    without = state.profile.without
    return next((b for b in before if b.family == rung.family and b.id in without), None)


def is_barred(state: State, rung: Rung) -> bool:
    """Return whether `rung` must not be prescribed: declined, or against a limit."""
    return rung.id in (state.profile.without or ()) or _is_unsuited(state, rung)


def able_of(state: State) -> tuple[Rung, ...]:
    """Work out the loaded drills that the person could do today, once they are open."""
    return tuple(
        rung
        for rung in state.index.ladder
        if rung.loaded
        and gear.can_do(state.profile, rung)
        and not is_barred(state, rung)
        and not (state.goal is not None and _belongs_to_another_goal(state, rung))
    )


def set_aside_of(state: State) -> frozenset[str]:
    """Work out the drills that no gate asks for: declined, against a limit, or not to be had.

    Not for those without a weight: for them the ladder ends where the protocol says.
    """
    return frozenset(
        rung.id for rung in state.index.ladder if rung.loaded and _is_set_aside(state, rung)
    )


def can_begin_load(state: State, set_aside: frozenset[str]) -> bool:
    """Return whether a drill is left to begin loading with, once these are set aside."""
    return any(
        rung.loaded
        and rung.id not in set_aside
        and (rung.role == "ladder" or is_chosen(state, rung))
        and not asks_for_loaded_days(state, rung.id)
        for rung in state.index.ladder
    )


def _is_set_aside(state: State, rung: Rung) -> bool:
    can_be_had = gear.can_do(state.profile, rung) or _stood_in_for(state, rung)
    return is_barred(state, rung) or not can_be_had


def half_range_of(state: State) -> frozenset[str]:
    """Work out the drills of which a limit leaves half the range."""
    if not state.profile.limits:
        return frozenset()
    return frozenset(drill for drill in state.index.loaded if _half_range_for_limits(state, drill))


def _half_range_for_limits(state: State, drill: str) -> bool:
    """Return whether a limit asks `drill` to be done at half the range.

    So it is with the drills that a limit's substitute stands for, where none of these
    substitutes can be had: no trap bar and no cable for a low back.
    """
    limits = set(state.profile.limits or ())
    for limit in limits:
        suited = [rung for rung in state.index.ladder if limit in rung.suits]
        if any(drill in rung.stands_for for rung in suited) and not any(
            gear.can_be_asked(state.index, state.profile, rung) and not is_barred(state, rung)
            for rung in suited
        ):
            return True
    return False


def _belongs_to_another_goal(state: State, rung: Rung) -> bool:
    """Return whether `rung` was opened by a goal that is no longer the person's; not by hand."""
    return rung.id not in state.overrides and any(
        isinstance(c, GoalChosen) and c.goal != state.goal for c in rung.gate
    )


def is_news(state: State, rung: Rung) -> bool:
    """Return whether the opening of `rung` is worth a word: something that will be asked for.

    Who owns no weight hears of what they could get one for.
    """
    if is_barred(state, rung) or rung.role == "assist":
        return False
    if rung.role == "substitute":
        return takes_a_place(state, rung)
    return not state.bounds.has_weight or gear.can_do(state.profile, rung)


def takes_a_place(state: State, rung: Rung) -> bool:
    """Return whether the substitute `rung` is done here: it suits a limit, or is all there is."""
    if not gear.can_be_asked(state.index, state.profile, rung):
        return False
    replaced = (state.index.rungs[drill] for drill in rung.stands_for)
    suits = not set(rung.suits).isdisjoint(state.profile.limits or ())
    return suits or not any(gear.can_do(state.profile, other) for other in replaced)


def waits_for_a_week(state: State) -> bool:
    """Return whether somebody without a weight, or a drill for it, waits for nothing but a week.

    Not in the weeks in which nobody loads: then everyone's days are alike.
    """
    if state.bounds.can_begin_load or state.plan_week < state.index.rules.weeks.first_load_week:
        return False
    following = next_gate(state)
    return following is not None and all(
        isinstance(tracked.condition, PlanWeek | LoadWeek)
        for tracked in gate_of(state, following.drill)
        if not is_met(tracked, state)
    )


def excluded(state: State, rung: Rung) -> str | None:
    """Say what keeps `rung` out of this person's ladder; None when nothing does."""
    if rung.loaded and rung.id in (state.profile.without or ()):
        return "you declined it; hinge setup --without none takes that back"
    before = _declined_before(state, rung)
    if before is not None:
        return f"it comes after the {before.name}, which you declined"
    if _is_unsuited(state, rung):
        return "it does not suit your limits"
    if not gear.can_do(state.profile, rung) and not _stood_in_for(state, rung):
        return "you have no equipment for it"
    for tracked in gate_of(state, rung.id):
        condition = tracked.condition
        if isinstance(condition, GoalChosen) and state.goal != condition.goal:
            return f"it belongs to the {condition.goal} goal"
        if isinstance(condition, DrillsOpen):
            for drill in condition.drills:
                missing = state.index.rungs[drill]
                if drill not in state.unlocks and excluded(state, missing) is not None:
                    return f"it comes after the {missing.name}, which is out of your reach for now"
    return None


def left_out(state: State) -> dict[str, str]:
    """Say of each drill that is out of this person's reach why, by id."""
    found = {rung.id: excluded(state, rung) for rung in state.index.ladder}
    return {drill: why for drill, why in found.items() if why is not None}


def _stood_in_for(state: State, rung: Rung) -> bool:
    """Return whether the equipment allows a substitute that opens with `rung`."""
    return any(
        other.role == "substitute"
        and gear.can_be_asked(state.index, state.profile, other)
        and not is_barred(state, other)
        and any(isinstance(c, DrillsOpen) and rung.id in c.drills for c in other.gate)
        for other in state.index.ladder
    )


def _is_unsuited(state: State, rung: Rung) -> bool:
    return not set(rung.unsuited).isdisjoint(state.profile.limits or ())
