"""What to lift next time: load, reps, sets and rest of a loaded drill, with the reasons.

Owns the order of what is asked. When the weight goes up is `load_up`, what a cut leaves `cuts`,
what a first weight is `first_load`, which drill is due `rotation`.
"""

from collections.abc import Container
from decimal import Decimal

from msgspec.structs import replace

from hingecli.coach.results import Reason
from hingecli.coach.rules import (
    breaks,
    first_load,
    gear,
    goals,
    new_bells,
    outgrown,
    progression,
    safety,
    swings,
    way_back,
    win_back,
)
from hingecli.coach.rules.advice import Advice, say_load
from hingecli.coach.rules.cuts import floor_of, sets_left, take_off, take_off_sets_and_reps
from hingecli.coach.rules.load_up import go_up, heavier_than, is_allowed, steps_due
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.lift import Work
from hingecli.coach.state.state import State
from hingecli.text import capital, count


def advise(state: State, drill: str, *, main: bool = True, said: Container[str] = ()) -> Advice:
    """Return the load, reps and sets of `drill` for its next loaded day, with the reasons.

    As the second drill of a day it has fewer sets, and no range of the goal's. What was `said`
    already to take something away is not said again.
    """
    usual_dose = usual(state, drill, main=main)
    if safety.steps_back(state):
        return _one_easy_drill(state, drill, usual_dose)
    advice = _advise(state, drill, usual_dose, main=main, said=said)
    others = new_bells.told(state, drill)
    if others is not None:
        advice = replace(advice, reasons=(others, *advice.reasons))
    if state.lifts[drill].half_because:
        return _half_the_range(state, drill, advice, said=said)
    if drill in state.bounds.half_range:
        return replace(advice, range="half")
    return advice


def usual(state: State, drill: str, *, main: bool = True) -> Advice:
    """Return the dose of `drill` by week and goal, before its load and before any cut."""
    asked = progression.asked_of(state, drill, main=main)
    return Advice(
        load_kg=None,
        reps=asked.reps,
        reps_range=(asked.low, asked.top),
        sets=asked.sets,
        rest_s=_rest_for(state, drill, main=main),
    )


def _advise(state: State, drill: str, plain: Advice, *, main: bool, said: Container[str]) -> Advice:
    lift = state.lifts[drill]
    work = progression.asked_of(state, drill, main=main).work
    implement = state.bounds.implements[drill]
    if implement is None:
        return _at_body_weight(state, drill, plain, said=said)
    if work.load_kg is None and work is lift.heavy and lift.work.load_kg is not None:
        return _first_heavy(state, drill, plain, implement, usual=lift.work.load_kg)
    if work.load_kg is None:
        load = first_load.suggested(state, drill)
        # A weight for what was done without one is new, and nothing is on the way back.
        if load is None or (lift.days and way_back.covers(state, drill)):
            return _at_body_weight(state, drill, plain, said=said)
        capped = _within_what_was_lifted(state, drill, implement, load)
        load = load if capped is None else capped[0]
        return _first(state, drill, plain, load=load, said=said)
    cut = breaks.cut_today(state, drill)
    reckoned = win_back.reckon(state, drill, work, cut)
    base, cut = reckoned.load_kg, reckoned.cut
    because = (_back_to(state, drill, base),) if reckoned.returns else ()
    lighter = _beside_few_reps(state, drill, work, base)
    if lighter is not None:
        base, because = lighter[0], (*because, lighter[1])
    capped = _within_what_was_lifted(state, drill, implement, base)
    if cut.takes_away:
        base = base if capped is None else capped[0]
        return take_off(state, drill, cut, plain, base=base, said=said)
    if capped is not None:
        return replace(plain, load_kg=capped[0], reasons=(capped[1],))
    steps = steps_due(state, work)
    heavier = heavier_than(state, drill, work, steps=steps, base=base) if steps else None
    if heavier is not None:
        return go_up(state, drill, plain, work, base=base, heavier=heavier)
    return _varied(state, drill, replace(plain, load_kg=base, reasons=because))


def _back_to(state: State, drill: str, load: Decimal) -> Reason:
    name = state.index.rungs[drill].name
    text = f"Less was for a while only: {name} back to {say_load(state, load)}."
    return reason(state.index, "breaks", text)


def _beside_few_reps(
    state: State, drill: str, work: Work, base: Decimal
) -> tuple[Decimal, Reason] | None:
    """Return a lighter weight for many reps where few are the goal and done with little more."""
    rung = state.index.rungs[drill]
    most = goals.most_of_many_reps(state, rung, work)
    if most is None or base <= most:
        return None
    implement = state.bounds.implements[rung.id] or ""
    load = gear.at_most(state.index, state.profile, implement, most)
    if load >= base or load < floor_of(state, state.lifts[drill]):
        return None  # the lightest there is, or too far down
    share = state.index.rules.goals.max_light_share
    text = (
        f"{capital(rung.name)}, many reps: {say_load(state, base)} → {say_load(state, load)}, at "
        f"most {share} % of your heavy sets."
    )
    return load, reason(state.index, "goals", text)


def _within_what_was_lifted(
    state: State, drill: str, implement: str, base: Decimal
) -> tuple[Decimal, Reason] | None:
    """Return a lighter bell for a swing whose own is over what was lifted lately (D11)."""
    if state.index.rungs[drill].family != "swing":
        return None
    lifted = swings.lifted_lately(state)
    if lifted is None or base <= lifted:
        return None
    load = gear.at_most(state.index, state.profile, implement, lifted)
    text = (
        f"Swings with {say_load(state, load)}: never more than what you lately lifted cleanly, "
        f"{say_load(state, lifted)}."
    )
    return load, reason(state.index, "swings", text)


def _rest_for(state: State, drill: str, *, main: bool) -> int:
    rules, rung = state.index.rules, state.index.rungs[drill]
    by_goal = goals.dose_for(state, rung, main=main)
    if by_goal is not None:
        return by_goal.rest_s
    return rules.swings.rest_s if rung.family == "swing" else rules.loaded_day.rest_s


def _first(
    state: State, drill: str, plain: Advice, *, load: Decimal, said: Container[str]
) -> Advice:
    """Suggest a first weight; where the nearest is more than it should be, for few reps (D10)."""
    rule, rung = state.index.rules.loaded_day, state.index.rungs[drill]
    name = rung.name
    if rung.family == "single-leg":  # done without a weight so far: its reps begin anew (D7)
        plain = replace(plain, reps=plain.reps_range[0])
    if first_load.is_much(state, drill):
        text = (
            f"The nearest weight you have for the {name} is {say_load(state, load)}: "
            "few sets and reps at first."
        )
        reps = min(plain.reps, rule.few_reps)
        plain = replace(
            plain,
            reps=reps,
            reps_range=(min(reps, plain.reps_range[0]), plain.reps_range[1]),
            sets=min(plain.sets, rule.few_sets),
        )
    else:
        text = f"A first weight for the {name}: {say_load(state, load)}. Log the one you used."
    because = reason(state.index, "first_load", text)
    cut = breaks.cut_today(state, drill)
    if not cut.takes_away:
        return replace(plain, load_kg=load, reasons=(because,))
    if cut.rule == "breaks":  # what it takes off the load is off one from before it
        sets = max(1, min(plain.sets - 1, sets_left(cut, plain.sets)))
        return replace(plain, load_kg=load, sets=sets, reasons=(because,))
    less = take_off(state, drill, cut, plain, base=load, said=said)
    sets = min(less.sets, max(1, plain.sets - 1))
    return replace(less, sets=sets, reasons=(because, *less.reasons))


def _first_heavy(
    state: State, drill: str, plain: Advice, implement: str, *, usual: Decimal
) -> Advice:
    """Begin the goal's lower range of reps a little heavier than the usual one (D7, D14)."""
    rung = state.index.rungs[drill]
    load = goals.first_heavy(state, rung) or usual
    if not is_allowed(state, drill, state.lifts[drill].heavy, load):
        load = usual
    capped = _within_what_was_lifted(state, drill, implement, load)
    load = load if capped is None else capped[0]
    cut = breaks.cut_today(state, drill)
    if cut.takes_away:
        return take_off(state, drill, cut, plain, base=load)
    low, top = plain.reps_range
    weight = say_load(state, load)
    if load == usual:  # no heavier one yet: then no less than few reps can be
        plain = replace(plain, reps=top)
    else:
        weight = f"{say_load(state, usual)} → {weight}"
    text = f"{capital(rung.name)}: sets of {low}-{top} now, {weight}."
    return replace(plain, load_kg=load, reasons=(reason(state.index, "goals", text),))


def _at_body_weight(state: State, drill: str, plain: Advice, *, said: Container[str]) -> Advice:
    """Ask for the usual sets and reps, or for what a cut leaves of them."""
    cut = breaks.cut_today(state, drill)
    if not cut.takes_away:
        return _varied(state, drill, plain)
    return take_off_sets_and_reps(state, drill, cut, plain, said=said)


def _one_easy_drill(state: State, drill: str, plain: Advice) -> Advice:
    """S2: after ambers running one drill is left: its first weight, few sets, half the range."""
    lift, rule = state.lifts[drill], state.index.rules.amber
    load = lift.first_kg
    if load is not None and lift.load_kg is not None:
        load = min(load, lift.load_kg)
    load = first_load.suggested(state, drill) if load is None and not lift.days else load
    cut = breaks.cut_today(state, drill)
    sets = min(rule.step_back_sets, plain.sets, max(1, sets_left(cut, plain.sets)))
    text = (
        f"Pain in {count(state.amber_run, 'loaded session')} running: only the "
        f"{state.index.rungs[drill].name}, {count(sets, 'set')}, half the range, light, until a "
        "session with less pain. Tell the score each time: --pain 0-10."
    )
    return replace(
        plain,
        load_kg=load,
        reps=plain.reps_range[0],
        sets=sets,
        range="half",
        reasons=(reason(state.index, "amber", text),),
    )


def _half_the_range(state: State, drill: str, advice: Advice, *, said: Container[str]) -> Advice:
    """S2: after an amber session half the range, and a set less."""
    sets = max(1, advice.sets - state.index.rules.amber.sets_less)
    rung, because = state.index.rungs[drill], state.lifts[drill].half_because
    fast = rung.family in state.index.rules.goals.athletic_families  # half a swing is none
    if because in said:
        text = f"The {rung.name} too: {'a set less' if fast else 'half the range, a set less'}."
    elif fast:
        text = f"{because}: a set less of the {rung.name} today, and no step up."
    else:
        text = f"{because}: the {rung.name} at half the range today, a set less, and no step up."
    return replace(
        advice,
        sets=sets,
        range="full" if fast else "half",
        reasons=(*advice.reasons, reason(state.index, "amber", text)),
        because=(*advice.because, because),
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
        reasons=(*plain.reasons, *light.reasons),
    )
