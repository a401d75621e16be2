"""The load from before: kept while something takes load away for a while, and won back after it.

One mechanism for all that does: a break, the way back after a hold, a bad morning, an illness,
rounding, ambers running. What a drill's own last session takes (D9) is not given back.
"""

from decimal import Decimal

import msgspec

from hingecli.coach.protocol.protocol import Rung
from hingecli.coach.rules import breaks, first_load, gear, safety, way_back
from hingecli.coach.state.lift import Work
from hingecli.coach.state.state import State


class Reckoned(msgspec.Struct, frozen=True, kw_only=True):
    """The load (kg) that today's is reckoned from, and the cut that comes off it.

    `returns` says that it is the load from before, which was less for a while and is no longer.
    """

    load_kg: Decimal
    cut: breaks.Cut
    returns: bool = False


def begin_loaded_day(state: State) -> None:
    """Keep the loads of now, before the first loaded set of a day that takes some of them away."""
    if state.last_loaded is None:
        return
    away = breaks.step_for(state, breaks.days_away(state)) is not None
    if not away and not _is_less_for_a_while(state):
        return
    for lift in state.lifts.values():
        # A cut for one day is not the place to give back what a session of its own takes (D9).
        for work in (lift.work, lift.heavy):
            if work.before_kg is None and (away or not lift.cut_percent):
                work.before_kg = work.load_kg


def keep_first(
    state: State, rung: Rung, work: Work, cut: breaks.Cut, *, used: Decimal | None
) -> None:
    """Keep the first weight of a drill that was cut, unless the person chose even less."""
    first = first_load.suggested(state, rung.id)
    if first is None or used is None:
        return
    wanted = first * (breaks.WHOLE - cut.percent) / breaks.WHOLE
    implement = state.bounds.implements[rung.id] or ""
    if used >= gear.at_most(state.index, state.profile, implement, wanted):
        work.before_kg = first


def close_lift(state: State, drill: str, work: Work) -> None:
    """Say after a session of `drill` whether the load from before is still to come."""
    lift = state.lifts[drill]
    load, before = work.load_kg, work.before_kg
    if before is None:
        return
    returning = breaks.is_coming_back(state, drill)
    if load is None or (lift.cut_percent and not (returning and load < before)):
        work.before_kg = None  # another way of lifting, or too much even now (D9)
    elif load < before:
        work.tops, work.topped_since = (), None  # won back first is the load from before
    else:
        work.before_kg = load if returning else None


def reckon(state: State, drill: str, work: Work, cut: breaks.Cut) -> Reckoned:
    """Return what today's load is reckoned from: the one from before while it is being won back.

    It comes back once the last session was clean. On the way back after a hold what was lifted
    before it counts, where that leaves less: a break may ask for more.
    """
    now = work.load_kg or gear.ZERO
    before = now if work.before_kg is None else work.before_kg
    load, returns = now, False
    if breaks.is_coming_back(state, drill) and cut.takes_away:
        load = before
    elif before != now:
        reps, clean = work.last_clean
        returns = 100 * clean >= state.index.rules.breaks.restore_share * reps
        load = before if returns else now
    held = work.held_kg
    if way_back.covers(state, drill) and held is not None:
        gentle = breaks.way_back_cut(state)
        if held * (breaks.WHOLE - gentle.percent) < load * (breaks.WHOLE - cut.percent):
            return Reckoned(load_kg=held, cut=gentle)
    return Reckoned(load_kg=load, cut=cut, returns=returns)


def _is_less_for_a_while(state: State) -> bool:
    """Return whether today's load is lighter for a while: then the one from before comes back."""
    return (
        state.rounding_pending
        or state.way_back is not None
        or safety.steps_back(state)
        or breaks.is_owed(state, state.morning_flag)
        or breaks.is_owed(state, state.ill_since)
    )
