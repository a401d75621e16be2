"""What to lift next time: load, reps, sets and rest of a loaded drill, with the reasons.

Reads how the drill stands (`loads`) and what takes load away (`breaks`). Which drill is due is
`rotation`.
"""

from decimal import Decimal

import msgspec
from msgspec.structs import replace

from hingecli.coach.protocol.parameters import Tempo
from hingecli.coach.results import Reason
from hingecli.coach.rules import breaks, gear, goals, outgrown
from hingecli.coach.rules.progression import reps_range, sets_of, swings_left
from hingecli.coach.rules.reasons import capital, count, reason
from hingecli.coach.state.state import Lift, State


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """What to do with one loaded drill: load (kg, None for body weight), reps, sets, rest (s).

    `tempo` is set where it differs from the drill's own. `dowel` sends the day back to the
    dowel: the lightest weight is still too much.
    """

    load_kg: Decimal | None
    reps: int
    reps_range: tuple[int, int]
    sets: int
    rest_s: int
    reasons: tuple[Reason, ...] = ()
    tempo: Tempo | None = None
    dowel: bool = False


def advise(state: State, drill: str, *, most: int | None = None) -> Advice:
    """Say the load, reps and sets of `drill` for its next loaded day, with the reasons.

    `most` is the number of sets that it will be held to; what the reasons say reckons with it.
    """
    lift, plain = state.lifts[drill], usual(state, drill)
    implement = gear.implement_of(state.index, state.profile, state.index.rungs[drill])
    if implement is None:
        return _at_body_weight(state, drill, plain, most=most)
    if lift.load_kg is None:
        wanted = first_load(state, drill, implement)
        if wanted is None:
            return _at_body_weight(state, drill, plain, most=most)
        return _first(state, drill, plain, implement=implement, wanted=wanted)
    cut = breaks.cut_today(state, drill)
    base, because = _base(state, lift, state.index.rungs[drill].name, cut=cut)
    if cut.percent:
        return _cut(state, drill, cut, plain, base=base, most=most)
    if is_up_due(state, lift):
        heavier = gear.step_up(state.index, state.profile, implement, base)
        if heavier is not None:
            return _heavier(state, drill, plain, base=base, heavier=heavier)
    return _varied(state, drill, replace(plain, load_kg=base, reasons=because))


def usual(state: State, drill: str) -> Advice:
    """Give the dose of `drill` by week and goal, before its load and before any cut."""
    low, top = reps_range(state, drill)
    reps = min(max(state.lifts[drill].reps, low), top)
    return Advice(
        load_kg=None,
        reps=reps,
        reps_range=(low, top),
        sets=_sets_for(state, drill, reps=reps),
        rest_s=_rest_for(state, drill),
    )


def is_up_due(state: State, lift: Lift) -> bool:
    """D7: two sessions running at the top, or three where the morning after is unanswered."""
    rule = state.index.rules.load_up
    run = lift.top_days
    if len(run) >= rule.sessions_unanswered:
        return True
    last = run[-rule.sessions :]
    return len(last) == rule.sessions and all(day in state.answered for day in last)


def first_load(state: State, drill: str, implement: str) -> Decimal | None:
    """D10: give the first weight (kg) that suits `drill`, owned or not; None for body weight."""
    rule, profile, index = state.index.rules.first_load, state.profile, state.index
    rung = index.rungs[drill]
    if rung.family == "single-leg":
        if state.lifts[drill].ready_days < rule.single_leg_days:
            return None
        return _load_of(state, "rdl") * rule.single_leg_percent / 100
    if rung.family == "rdl" and rung.role == "ladder":
        return _load_of(state, "deadlift") * rule.rdl_percent / 100
    if rung.family == "swing" or rung.role == "substitute":
        return _load_of(state, "deadlift")
    if rung.implement in ("barbell", "trap-bar"):
        return max(
            _load_of(state, "rdl") * rule.barbell_percent / 100,
            gear.lightest(index, profile, implement),
        )
    return _first_bell(state)


def say_load(state: State, load: Decimal | None) -> str:
    """Say a load (kg) in the person's unit."""
    if load is None:
        return "body weight"
    return gear.say(load, "lb" if state.profile.units == "lb" else "kg")


def _heavier(state: State, drill: str, plain: Advice, *, base: Decimal, heavier: Decimal) -> Advice:
    low, top = plain.reps_range
    name = capital(state.index.rungs[drill].name)
    evidence = _evidence(state.lifts[drill], top)
    text = f"{name}: {evidence}: {say_load(state, base)} → {say_load(state, heavier)}"
    return replace(
        plain, load_kg=heavier, reps=low, reasons=(reason(state.index, "load_up", text),)
    )


def _sets_for(state: State, drill: str, *, reps: int) -> int:
    rung = state.index.rungs[drill]
    by_goal = goals.dose_for(state, rung)
    sets = sets_of(state) if by_goal is None else by_goal.sets[1]
    if rung.family != "swing":
        return sets
    if by_goal is None:
        sets = state.lifts[drill].sets or state.index.rules.swings.sets
    return max(1, min(sets, swings_left(state) // reps))


def _rest_for(state: State, drill: str) -> int:
    rules, rung = state.index.rules, state.index.rungs[drill]
    by_goal = goals.dose_for(state, rung)
    if by_goal is not None:
        return by_goal.rest_s
    return rules.swings.rest_s if rung.family == "swing" else rules.loaded_day.rest_s


def _first(state: State, drill: str, plain: Advice, *, implement: str, wanted: Decimal) -> Advice:
    """Suggest a first weight; where none is light enough, the lightest for few reps (D10)."""
    rule = state.index.rules.first_load
    load = gear.at_most(state.index, state.profile, implement, wanted)
    if load > wanted:
        text = f"Your lightest weight is {say_load(state, load)}: few reps at first."
        reps = min(plain.reps, rule.none_light_reps)
        plain = replace(
            plain,
            reps=reps,
            reps_range=(min(reps, plain.reps_range[0]), plain.reps_range[1]),
            sets=rule.none_light_sets,
        )
    else:
        name, pair = state.index.rungs[drill].name, " in all" if implement == "dumbbell" else ""
        text = (
            f"A first weight for the {name}: {say_load(state, load)}{pair}. Log the one you used."
        )
    return replace(plain, load_kg=load, reasons=(reason(state.index, "first_load", text),))


def _at_body_weight(state: State, drill: str, plain: Advice, *, most: int | None) -> Advice:
    """Take a cut off sets and reps where there is no weight to take it off."""
    rule, cut = state.index.rules.breaks, breaks.cut_today(state, drill)
    if not cut.percent:
        return _varied(state, drill, plain)
    # Never two cuts at once: the larger one counts.
    sets = min(_cut_sets(cut, plain.sets), plain.sets - rule.sets_less)
    reps = max(1, plain.reps - rule.reps_less)
    dowel = cut.rule == "load_hold"
    what = "back to the dowel today" if dowel else _fewer(sets, plain, most=most, reps=True)
    text = f"{cut.because}. {capital(state.index.rungs[drill].name)}: {what}."
    return replace(
        plain,
        sets=max(1, sets),
        reps=reps,
        reps_range=(min(reps, plain.reps_range[0]), plain.reps_range[1]),
        reasons=(reason(state.index, cut.rule, text),),
        dowel=dowel,
    )


def _varied(state: State, drill: str, plain: Advice) -> Advice:
    """D15: change what the heaviest weight there is asks for, once it has become light."""
    light = outgrown.outgrown(state, drill)
    if light is None or light.single_leg:  # a turn given away is told where it is (`Turn`)
        return plain
    return replace(
        plain,
        tempo=light.tempo,
        sets=plain.sets + light.sets_more,
        reasons=(*plain.reasons, light.reason),
    )


def _cut_sets(cut: breaks.Cut, sets: int) -> int:
    return sets * cut.sets_percent // 100 - cut.sets_less


def _fewer(sets: int, plain: Advice, *, most: int | None, reps: bool) -> str:
    """Say what there is less of, where at most `most` sets are done: sets, reps, or both."""
    bound = plain.sets if most is None else min(most, plain.sets)
    words = ["sets"] if min(bound, max(1, sets)) < bound else []
    words += ["reps"] if reps else []
    return f"fewer {' and '.join(words)}" if words else ""


def _base(
    state: State, lift: Lift, name: str, *, cut: breaks.Cut
) -> tuple[Decimal, tuple[Reason, ...]]:
    """Give the load to reckon from: the one before a break while it is being won back."""
    now = lift.load_kg or gear.ZERO
    before = lift.before_break_kg
    if before is None:
        return now, ()
    if breaks.is_coming_back(state) and (cut.percent or before == now):
        return before, ()
    reps, clean = lift.last_clean
    if before == now or 100 * clean < state.index.rules.breaks.restore_share * reps:
        return now, ()
    text = f"Less was for a while only: {name} back to {say_load(state, before)}."
    return before, (reason(state.index, "breaks", text),)


def _cut(
    state: State,
    drill: str,
    cut: breaks.Cut,
    plain: Advice,
    *,
    base: Decimal,
    most: int | None,
) -> Advice:
    """Take the cut off the load, or off sets and reps where no lighter weight is near.

    A load that was too much (D9) goes down a bell in any case, and from the lightest to the
    dowel; all other cuts keep the weight rather than fall far below what they ask for.
    """
    rule, rung = state.index.rules.breaks, state.index.rungs[drill]
    implement = gear.implement_of(state.index, state.profile, rung) or ""
    wanted = base * (100 - cut.percent) / 100
    lighter: Decimal | None = min(gear.at_most(state.index, state.profile, implement, wanted), base)
    too_much = cut.rule == "load_hold"
    dowel = too_much and lighter == base
    far = False
    if not too_much:
        lighter = _nearest(state, implement, wanted=wanted, under=base)
        far = lighter is None or not _is_near(state, lighter, wanted)
    sets, reps = _cut_sets(cut, plain.sets), plain.reps
    if far:  # the weight alone takes off too little
        sets = min(sets, plain.sets - rule.sets_less)
        reps -= rule.reps_less
    fewer = _fewer(sets, plain, most=most, reps=far)
    if dowel:
        what, reps = "no lighter weight is there, so back to the dowel", plain.reps_range[0]
    elif lighter is None:
        what = f"no lighter weight is near, so {say_load(state, base)} and {fewer}"
    else:
        what = f"{say_load(state, base)} → {say_load(state, lighter)}"
        what += f", {fewer}" if fewer else ""
    text = f"{cut.because}. {capital(rung.name)}: {what}."
    reps = max(1, reps)
    return replace(
        plain,
        load_kg=base if lighter is None else lighter,
        reps=reps,
        reps_range=(min(reps, plain.reps_range[0]), plain.reps_range[1]),
        sets=max(1, sets),
        reasons=(reason(state.index, cut.rule, text),),
        dowel=dowel,
    )


def _nearest(state: State, implement: str, *, wanted: Decimal, under: Decimal) -> Decimal | None:
    """Give the weight under `under` (kg) nearest to the one a cut wants.

    None where it is neither near nor nearer than the full weight is.
    """
    index, profile = state.index, state.profile
    below = gear.at_most(index, profile, implement, wanted)
    above = gear.step_up(index, profile, implement, below)
    found = [load for load in (below, above) if load is not None and load < under]
    nearest = min(found, key=lambda load: abs(load - wanted), default=None)
    if nearest is None:
        return None
    closer = abs(nearest - wanted) < under - wanted
    return nearest if closer or _is_near(state, nearest, wanted) else None


def _is_near(state: State, load: Decimal, wanted: Decimal) -> bool:
    share = state.index.rules.breaks.no_weight_within_percent
    return 100 * abs(load - wanted) <= share * wanted


def _first_bell(state: State) -> Decimal:
    rule, profile = state.index.rules.first_load, state.profile
    mass = profile.body_mass_kg
    if mass is None or mass < rule.light_under_kg or profile.experience == "new":
        return rule.bell_light_kg
    return rule.bell_middle_kg if mass <= rule.middle_up_to_kg else rule.bell_heavy_kg


def _load_of(state: State, family: str) -> Decimal:
    """Give the working load (kg) of the family's first drill on the ladder, or its suggestion."""
    ladder = (r for r in state.index.families.get(family, ()) if r.role == "ladder")
    first = next(ladder, None)
    load = None if first is None else state.lifts[first.id].load_kg
    if load is not None:
        return load
    if family == "rdl":
        percent = state.index.rules.first_load.rdl_percent
        return _load_of(state, "deadlift") * percent / 100
    return _first_bell(state)


def _evidence(lift: Lift, top: int) -> str:
    effort = "" if lift.last_effort is None else f", effort {lift.last_effort}"
    return f"{count(len(lift.top_days), 'session')} running with all sets at {top} clean{effort}"
