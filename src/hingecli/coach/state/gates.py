"""When a gate opens: how far each of its conditions is for a person's state, and what is pending.

Owns how far each is. For those that days are counted for, `evidence` counts and knows when it is
full; opening a drill is the fold's.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from hingecli.coach.protocol import conditions as kinds
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import ConditionState
from hingecli.coach.state.evidence import TrackedCondition, TrackedGate
from hingecli.coach.state.state import State


def gate_of(state: State, drill: str) -> TrackedGate:
    """Return the gate of `drill` that counts for this person; empty for what is always open.

    A condition that names a drill that is set aside is replaced by that drill's own.
    """
    if not state.bounds.can_begin_load and drill in state.gates.without_weight:
        return state.gates.without_weight[drill]
    if not state.bounds.set_aside:
        return state.gates.by_drill.get(drill, ())
    by_id = {tracked.condition.id: tracked for tracked in _replaced(state, drill)}
    return tuple(by_id.values())


def _replaced(state: State, drill: str) -> Iterator[TrackedCondition]:
    """Yield the conditions of `drill`; a drill set aside is replaced by its own conditions."""
    for tracked in state.gates.by_drill.get(drill, ()):
        named = _named(tracked.condition)
        aside = [other for other in named if other in state.bounds.set_aside and other != drill]
        for other in aside:
            yield from _replaced(state, other)
        left = tuple(other for other in named if other not in aside)
        if not aside:
            yield tracked
        elif left:  # some of the drills that must be open
            condition = replace(tracked.condition, drills=left)
            yield replace(tracked, condition=condition, need=len(left))


def _named(condition: kinds.AnyCondition) -> tuple[str, ...]:
    """Return the drills that the condition asks to be open or to be done.

    Since when a drill is open is no such name: it opens by its own gate all the same.
    """
    match condition:
        case kinds.DrillsOpen(drills=drills):
            return drills
        case (
            kinds.CleanDays(drill=drill)
            | kinds.DrillDays(drill=drill)
            | kinds.UnbrokenSet(drill=drill)
            | kinds.ContactDays(drill=drill)
        ):
            return (drill,)
        case _:
            return ()


def all_met(conditions: Iterable[TrackedCondition], state: State) -> bool:
    """Return whether every one of `conditions` holds."""
    for tracked in conditions:  # every sitting of a log passes here
        met = tracked.evidence.full if tracked.counted else have(tracked, state) >= tracked.need
        if not met:
            return False
    return True


def is_met(tracked: TrackedCondition, state: State) -> bool:
    """Return whether the condition holds."""
    if tracked.counted:
        return tracked.evidence.full
    return have(tracked, state) >= tracked.need


def have(tracked: TrackedCondition, state: State) -> int:
    """Return how far the condition is, in its own unit, never above what it needs."""
    condition, evidence, need = tracked.condition, tracked.evidence, tracked.need
    match condition:
        case kinds.PlanWeek():
            return min(need, state.plan_week)
        case kinds.LoadWeek():
            return min(need, state.load_week)
        case kinds.DrillsOpen(drills=drills):
            return sum([drill in state.unlocks for drill in drills])
        case kinds.GoalChosen(goal=goal):
            return int(state.goal == goal)
        case kinds.CleanTotal(unloaded=unloaded):
            return min(need, _clean(state, unloaded=unloaded, sound=tracked.sound))
        case kinds.UnbrokenSet(days=1, drill=drill):
            if evidence.full:
                return need
            return max(evidence.best, min(_best_run(state, drill), need - 1))
        case kinds.SteadyDays():
            return min(evidence.best, need)
        case kinds.CleanDays(sides_within=int()):
            return min(evidence.days, need if evidence.even else need - 1)
        case _:
            return min(evidence.days, need)


def asks_for_loaded_days(state: State, drill: str) -> bool:
    """Return whether `drill`, or one that it comes after, waits for days or weeks of load."""
    of_load = kinds.LoadWeek | kinds.LoadedDays | kinds.SteadyDays
    return any(
        isinstance(tracked.condition, of_load)
        or any(
            asks_for_loaded_days(state, other)
            for other in _named(tracked.condition)
            if other != drill
        )
        for tracked in state.gates.by_drill.get(drill, ())
    )


def refresh_pending(state: State) -> None:
    """Note the closed drills that only days can open, each with what it waits for.

    What waits for another drill, or for a goal, is not among them: call this when these change.
    """
    pending = []
    for rung in state.index.ladder:
        if rung.id in state.unlocks:
            continue
        gate = gate_of(state, rung.id)
        fixed = [tracked for tracked in gate if isinstance(tracked.condition, _NOT_BY_DAYS)]
        if all_met(fixed, state):
            rest = [tracked for tracked in gate if tracked not in fixed]
            rest.sort(
                key=lambda tracked: not tracked.counted
            )  # what is asked at no cost comes first
            pending.append((rung.id, tuple(rest)))
    state.pending = tuple(pending)


def condition_states(state: State, drill: str) -> tuple[ConditionState, ...]:
    """Return how far each condition of `drill` is, in words and figures."""
    return tuple(condition_state(tracked, state) for tracked in gate_of(state, drill))


def condition_state(tracked: TrackedCondition, state: State) -> ConditionState:
    """Return how far the condition is, in words and figures.

    A load week is said as the weeks with load that lie behind: beside the plan week it would be
    a second count of weeks.
    """
    so_far, need = have(tracked, state), tracked.need
    met = so_far >= need
    if isinstance(tracked.condition, kinds.LoadWeek):
        need = weeks_before(tracked.condition, state.index)
        so_far = min(need, state.weeks_of_load)
    return ConditionState(
        id=tracked.condition.id,
        text=sentence(tracked.condition, state.index),
        have=so_far,
        need=need,
        met=met,
        at_least=not met and _is_unsure(tracked.condition, state, so_far),
    )


def weeks_before(condition: kinds.LoadWeek, index: Index) -> int:
    """Return how many weeks with load lie before the load week that is asked for."""
    return condition.week - index.rules.weeks.first_load_week


def sentence(condition: kinds.AnyCondition, index: Index) -> str:
    """Return the condition's template filled with its own figures and the drills' names."""
    fields = {name: getattr(condition, name) for name in condition.__struct_fields__}
    if isinstance(condition, kinds.LoadWeek):
        fields["weeks"] = weeks_before(condition, index)
    if "drill" in fields:
        fields["drill"] = index.rungs[fields["drill"]].plural
    if "since" in fields:
        fields["since"] = index.rungs[fields["since"]].name
    if "drills" in fields:
        fields["drills"] = " and ".join(index.rungs[drill].name for drill in fields["drills"])
    return condition.text.format_map(fields)


_NOT_BY_DAYS = (kinds.DrillsOpen, kinds.GoalChosen)


def _clean(state: State, *, unloaded: bool, sound: bool) -> int:
    """Return the clean reps so far; `sound` leaves out sessions with too much pain."""
    sums = state.sums
    if not sound:
        return sums.unloaded_clean if unloaded else sums.clean
    return sums.sound_unloaded_clean + (0 if unloaded else sums.sound_loaded_clean)


def _is_unsure(condition: kinds.AnyCondition, state: State, run: int) -> bool:
    """Return whether `run` is a best run that may have been longer."""
    if not isinstance(condition, kinds.UnbrokenSet) or condition.days > 1:
        return False
    return run > 0 and run == _best_run(state, condition.drill) and not state.tests.best_is_sure


def _best_run(state: State, drill: str) -> int:
    """Return the best run of `drill` so far (reps), a test's broken off run included."""
    return state.tests.best if drill == state.index.rules.test.drill else 0
