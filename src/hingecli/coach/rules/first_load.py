"""D10: the first weight of a drill: suggested, never assumed; the weight logged is the weight.

Owns what a first weight should be, and the nearest one that the person really has.
"""

from decimal import Decimal

from hingecli.coach.protocol.protocol import Rung
from hingecli.coach.rules import gear
from hingecli.coach.state.state import State


def wanted(state: State, drill: str) -> Decimal | None:
    """Return the first weight (kg) that suits `drill`, owned or not; None for body weight."""
    rule, rung = state.index.rules.first_load, state.index.rungs[drill]
    implement = state.bounds.implements[rung.id]
    if implement is None:
        return None
    if rung.family == "single-leg":
        if state.lifts[drill].ready_days < rule.single_leg_days:
            return None
        return _load_of(state, "rdl") * rule.single_leg_percent / 100
    if rung.family == "rdl" and rung.role == "ladder":
        return _load_of(state, "deadlift") * rule.rdl_percent / 100
    if rung.family == "swing" or rung.role == "substitute":
        return _load_of(state, "deadlift")
    if rung.implement in ("barbell", "trap-bar"):
        return _first_bar(state, implement)
    return _first_bell(state)


def suggested(state: State, drill: str) -> Decimal | None:
    """Return the weight (kg) nearest to the one wanted that the person really has."""
    load = wanted(state, drill)
    if load is None:
        return None
    rung = state.index.rungs[drill]
    implement = state.bounds.implements[rung.id] or ""
    known = _bells_known(state, implement) if rung.family == "rdl" else ()
    if known:
        return min(known, key=lambda bell: (abs(bell - load), bell))
    return gear.nearest(state.index, state.profile, implement, load)


def is_much(state: State, drill: str) -> bool:
    """Return whether even the nearest weight is far over a first one: few sets and reps then."""
    load, near = wanted(state, drill), suggested(state, drill)
    over = 100 + state.index.rules.first_load.much_over_percent
    return load is not None and near is not None and 100 * near > over * load


def _first_bar(state: State, implement: str) -> Decimal:
    rule = state.index.rules.first_load
    deadlift = state.profile.deadlift_kg
    if deadlift is not None and state.profile.experience == "trained":
        load = deadlift * rule.told_barbell_percent / 100
    else:
        load = _load_of(state, "rdl") * rule.barbell_percent / 100
    return max(load, gear.lightest(state.index, state.profile, implement))


def _first_bell(state: State) -> Decimal:
    rule, profile = state.index.rules.first_load, state.profile
    if profile.deadlift_kg is not None and profile.experience == "trained":
        return profile.deadlift_kg * rule.told_bell_percent / 100
    mass = profile.body_mass_kg
    if mass is None or mass < rule.light_under_kg or profile.experience == "new":
        return rule.bell_light_kg
    return rule.bell_middle_kg if mass <= rule.middle_up_to_kg else rule.bell_heavy_kg


def _load_of(state: State, family: str) -> Decimal:
    """Return the working load (kg) of the family's first drill on the ladder, or its suggestion.

    A substitute that is done with the same thing counts as the drill that it stands for.
    """
    rungs = state.index.families.get(family, ())
    ladder = [rung for rung in rungs if rung.role == "ladder"]
    implements = state.bounds.implements
    in_place = [
        rung
        for rung in rungs
        if any(implements[rung.id] == implements[drill] for drill in rung.stands_for)
    ]
    done = _first_done(state, [*ladder, *in_place])
    if done is not None:
        return done
    if family == "rdl":
        percent = state.index.rules.first_load.rdl_percent
        return _load_of(state, "deadlift") * percent / 100
    return _first_bell(state)


def _first_done(state: State, rungs: list[Rung]) -> Decimal | None:
    loads = (state.lifts[rung.id].load_kg for rung in rungs)
    return next((load for load in loads if load is not None), None)


def _bells_known(state: State, implement: str) -> tuple[Decimal, ...]:
    """Return the bells (kg) that were used, where nobody said which are there."""
    if implement != "kettlebell" or state.profile.bells:
        return ()
    used = {
        lift.load_kg
        for drill, lift in state.lifts.items()
        if lift.load_kg is not None and state.bounds.implements[drill] == "kettlebell"
    }
    return tuple(sorted(used))


def is_leap(state: State, drill: str, before: Decimal | None, load: Decimal | None) -> bool:
    """Return whether `load` (kg) is so far over the weight before that few sets come first.

    Not of a drill that begins with few anyway, nor of swings, whose bell follows other drills.
    """
    rules, rung = state.index.rules, state.index.rungs[drill]
    if not before or load is None or rung.per_side:
        return False
    if rung.family in rules.goals.athletic_families:
        return False
    return 100 * load >= (100 + rules.load_up.leap_percent) * before
