"""What to lift next time: load, reps, sets and rest of a loaded drill, with the reasons.

Reads how the drill stands (`progression`) and what takes load away (`breaks`). Which drill is due
is `rotation`, what a first weight is `first_load`.
"""

from decimal import Decimal

import msgspec
from msgspec.structs import replace

from hingecli.coach.log.events import Range
from hingecli.coach.protocol.parameters import Tempo
from hingecli.coach.results import NextLoad, Reason
from hingecli.coach.rules import (
    breaks,
    first_load,
    gear,
    goals,
    ladder,
    outgrown,
    progression,
    safety,
    swings,
    win_back,
)
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.state import Lift, State, Work
from hingecli.text import capital, count

CUT = "cut"
"""The topic of the reason that says what the way back leaves of a drill's weight and sets."""


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """What to do with one loaded drill: load (kg, None for body weight), reps, sets, rest (s).

    `tempo` is set where it differs from the drill's own, `range` where only half of it is asked.
    `dowel` sends the day back to the dowel: the lightest weight is still too much. `because` is
    what the reasons say takes something away.
    """

    load_kg: Decimal | None
    reps: int
    reps_range: tuple[int, int]
    sets: int
    rest_s: int
    reasons: tuple[Reason, ...] = ()
    tempo: Tempo | None = None
    range: Range = "full"
    dowel: bool = False
    because: str = ""


def advise(state: State, drill: str, *, main: bool = True, said: str = "") -> Advice:
    """Return the load, reps and sets of `drill` for its next loaded day, with the reasons.

    As the second drill of a day it has fewer sets, and no range of the goal's. What was `said`
    already to take something away is not said again.
    """
    usual_dose = usual(state, drill, main=main)
    if safety.steps_back(state):
        return _one_easy_drill(state, drill, usual_dose)
    advice = _advise(state, drill, usual_dose, main=main, said=said)
    if state.lifts[drill].half_because:
        return _half_the_range(state, drill, advice)
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


def steps_due(state: State, work: Work) -> int:
    """Return by how many steps the weight goes up now (D7): 0, 1, or 2 after two easy sessions.

    Two sessions running at the top, or one that was very easy; one more while the morning after
    is not told.
    """
    rule, run = state.index.rules.load_up, work.tops
    if not run:
        return 0
    last = run[-1]
    very_easy = last.effort is not None and last.effort <= last.ceiling - rule.very_easy_by
    need = 1 if very_easy else rule.sessions
    if not all(top.day in state.answered for top in run[-need:]):
        need += rule.sessions_unanswered - rule.sessions
    if len(run) < need:
        return 0
    return 2 if work.easy >= rule.sessions else 1


def next_load(state: State, drill: str) -> NextLoad | None:
    """Return the next weight of a drill that was loaded, and what is missing for it.

    None where there is nothing heavier, or where it has no weight.
    """
    rung, lift = state.index.rungs[drill], state.lifts[drill]
    asked = progression.asked_of(state, drill, main=True)
    work = asked.work if asked.work.load_kg is not None else lift.work
    if work.load_kg is None or not lift.days:
        return None
    heavier = _heavier_than(state, drill, work, steps=max(1, steps_due(state, work)))
    if heavier is None:
        return None
    if rung.family in state.index.rules.goals.athletic_families and work is lift.work:
        top, sets = state.index.rules.swings.max_reps, state.index.rules.swings.max_sets
    else:
        top, sets = asked.top, asked.sets
    due = steps_due(state, work)
    if due:
        return NextLoad(kg=heavier, after="next time")
    rule = state.index.rules.load_up
    missing = max(1, rule.sessions - len(work.tops))
    if len(work.tops) >= rule.sessions:
        return NextLoad(kg=heavier, after="after your morning score, or one more day at the top")
    days = count(missing, "more day" if work.tops else "day")
    running = " running" if missing > 1 else ""
    return NextLoad(kg=heavier, after=f"after {days}{running} of {sets} × {top}")


def say_load(state: State, load: Decimal | None) -> str:
    """Return a load (kg) in the person's unit."""
    if load is None:
        return "body weight"
    return gear.say(load, "lb" if state.profile.units == "lb" else "kg")


def _advise(state: State, drill: str, plain: Advice, *, main: bool, said: str) -> Advice:
    lift = state.lifts[drill]
    work = progression.asked_of(state, drill, main=main).work
    implement = gear.implement_of(state.index, state.profile, state.index.rungs[drill])
    if implement is None:
        return _at_body_weight(state, drill, plain, said=said)
    if work.load_kg is None and work is lift.heavy and lift.work.load_kg is not None:
        return _first_heavy(state, drill, plain, implement, usual=lift.work.load_kg)
    if work.load_kg is None:
        load = first_load.suggested(state, drill)
        # A weight for what was done without one is new, and nothing is on the way back.
        if load is None or (lift.days and state.way_back is not None):
            return _at_body_weight(state, drill, plain, said=said)
        capped = _within_what_was_lifted(state, drill, implement, load)
        load = load if capped is None else capped[0]
        return _first(state, drill, plain, load=load, said=said)
    cut = breaks.cut_today(state, drill)
    reckoned = win_back.reckon(state, work, cut)
    base, cut = reckoned.load_kg, reckoned.cut
    because = (_back_to(state, drill, base),) if reckoned.returns else ()
    lighter = _beside_few_reps(state, drill, work, base)
    if lighter is not None:
        base, because = lighter[0], (*because, lighter[1])
    capped = _within_what_was_lifted(state, drill, implement, base)
    if cut.takes_away:
        base = base if capped is None else capped[0]
        return _cut(state, drill, cut, plain, base=base, said=said)
    if capped is not None:
        return replace(plain, load_kg=capped[0], reasons=(capped[1],))
    steps = steps_due(state, work)
    heavier = _heavier_than(state, drill, work, steps=steps, base=base) if steps else None
    if heavier is not None:
        return _heavier(state, drill, plain, work, base=base, heavier=heavier)
    return _varied(state, drill, replace(plain, load_kg=base, reasons=because))


def _heavier_than(
    state: State, drill: str, work: Work, *, steps: int, base: Decimal | None = None
) -> Decimal | None:
    """Return the weight so many steps over the present one, where it is there and allowed."""
    rules, lift, rung = state.index.rules, state.lifts[drill], state.index.rungs[drill]
    load = base if base is not None else work.load_kg
    implement = gear.implement_of(state.index, state.profile, rung)
    if load is None or implement is None:
        return None
    one = gear.step_up(state.index, state.profile, implement, load)
    if one is None or not _is_allowed(state, drill, work, one):
        return None
    if steps < 2 or lift.few_at_first:
        return one
    two = gear.step_up(state.index, state.profile, implement, one)
    most = load * (100 + rules.load_up.max_two_steps) / 100
    if two is None or two > most or not _is_allowed(state, drill, work, two):
        return one
    return two


def _is_allowed(state: State, drill: str, work: Work, load: Decimal) -> bool:
    """Return whether nothing else bounds the weight: the swing's cap, the goal's lower range."""
    rung = state.index.rungs[drill]
    if rung.family == "swing":
        lifted = swings.lifted_lately(state)
        return lifted is not None and load <= lifted
    most = goals.most_of_many_reps(state, rung, work)
    return most is None or load <= most


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
    implement = gear.implement_of(state.index, state.profile, rung) or ""
    load = gear.at_most(state.index, state.profile, implement, most)
    if load >= base or load < _floor(state, state.lifts[drill]):
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


def _heavier(
    state: State, drill: str, plain: Advice, work: Work, *, base: Decimal, heavier: Decimal
) -> Advice:
    low, top = plain.reps_range
    name = capital(state.index.rungs[drill].name)
    last = work.tops[-1].effort
    effort = "" if last is None else f", effort {last}"
    days = count(len(work.tops), "session")
    evidence = f"{days} running with all sets at {top} clean{effort}"
    text = f"{name}: {evidence}: {say_load(state, base)} → {say_load(state, heavier)}"
    sets = plain.sets
    if state.index.rungs[drill].family == "swing" and work is state.lifts[drill].work:
        sets = min(sets, state.index.rules.swings.sets)
    told = (reason(state.index, "load_up", text),)
    return replace(plain, load_kg=heavier, reps=low, sets=sets, reasons=told)


def _rest_for(state: State, drill: str, *, main: bool) -> int:
    rules, rung = state.index.rules, state.index.rungs[drill]
    by_goal = goals.dose_for(state, rung, main=main)
    if by_goal is not None:
        return by_goal.rest_s
    return rules.swings.rest_s if rung.family == "swing" else rules.loaded_day.rest_s


def _first(state: State, drill: str, plain: Advice, *, load: Decimal, said: str) -> Advice:
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
    told = reason(state.index, "first_load", text)
    cut = breaks.cut_today(state, drill)
    if not cut.takes_away:
        return replace(plain, load_kg=load, reasons=(told,))
    if cut.rule == "breaks":  # what it takes off the load is off one from before it
        sets = max(1, min(plain.sets - 1, _cut_sets(cut, plain.sets)))
        return replace(plain, load_kg=load, sets=sets, reasons=(told,))
    less = _cut(state, drill, cut, plain, base=load, said=said)
    sets = min(less.sets, max(1, plain.sets - 1))
    return replace(less, sets=sets, reasons=(told, *less.reasons))


def _first_heavy(
    state: State, drill: str, plain: Advice, implement: str, *, usual: Decimal
) -> Advice:
    """Begin the goal's lower range of reps a little heavier than the usual one (D7, D14)."""
    rung = state.index.rungs[drill]
    load = goals.first_heavy(state, rung) or usual
    if not _is_allowed(state, drill, state.lifts[drill].heavy, load):
        load = usual
    capped = _within_what_was_lifted(state, drill, implement, load)
    load = load if capped is None else capped[0]
    cut = breaks.cut_today(state, drill)
    if cut.takes_away:
        return _cut(state, drill, cut, plain, base=load)
    low, top = plain.reps_range
    weight = say_load(state, load)
    if load == usual:  # no heavier one yet: then no less than few reps can be
        plain = replace(plain, reps=top)
    else:
        weight = f"{say_load(state, usual)} → {weight}"
    text = f"{capital(rung.name)}: sets of {low}-{top} now, {weight}."
    return replace(plain, load_kg=load, reasons=(reason(state.index, "goals", text),))


def _at_body_weight(state: State, drill: str, plain: Advice, *, said: str) -> Advice:
    """Take a cut off sets and reps where there is no weight to take it off."""
    rule, cut = state.index.rules.breaks, breaks.cut_today(state, drill)
    if not cut.takes_away:
        return _varied(state, drill, plain)
    # Never two cuts at once: the larger one counts.
    sets = min(_cut_sets(cut, plain.sets), plain.sets - rule.sets_less)
    reps = max(1, plain.reps - _reps_less(state, cut))
    dowel = cut.rule == "load_hold" and state.lifts[drill].floor_cuts > 0
    what = _fewer(sets, plain, reps=True)
    if dowel:
        what = f"back to the {ladder.practice_drill(state).name} today"
    return replace(
        plain,
        sets=max(1, sets),
        reps=reps,
        reps_range=(min(reps, plain.reps_range[0]), plain.reps_range[1]),
        reasons=(_cut_reason(state, cut, drill, what, said=said),),
        dowel=dowel,
        because=cut.because,
    )


def _one_easy_drill(state: State, drill: str, plain: Advice) -> Advice:
    """S2: after ambers running one drill is left: its first weight, few sets, half the range."""
    lift, rule = state.lifts[drill], state.index.rules.amber
    load = lift.first_kg
    if load is not None and lift.load_kg is not None:
        load = min(load, lift.load_kg)
    load = first_load.suggested(state, drill) if load is None and not lift.days else load
    cut = breaks.cut_today(state, drill)
    sets = min(rule.step_back_sets, plain.sets, max(1, _cut_sets(cut, plain.sets)))
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


def _half_the_range(state: State, drill: str, advice: Advice) -> Advice:
    """S2: after an amber session half the range, and a set less."""
    sets = max(1, advice.sets - state.index.rules.amber.sets_less)
    rung, because = state.index.rungs[drill], state.lifts[drill].half_because
    if rung.family in state.index.rules.goals.athletic_families:  # half a swing is none
        text = f"{because}: a set less of the {rung.name} today, and no step up."
        told = (*advice.reasons, reason(state.index, "amber", text))
        return replace(advice, sets=sets, reasons=told)
    text = f"{because}: the {rung.name} at half the range today, a set less, and no step up."
    told = (*advice.reasons, reason(state.index, "amber", text))
    return replace(advice, sets=sets, range="half", reasons=told)


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


def _cut_reason(state: State, cut: breaks.Cut, drill: str, what: str, *, said: str) -> Reason:
    """Return what a cut leaves of a drill, and once a day why.

    The way back is told for all drills of the day together.
    """
    why = "" if cut.because == said else f"{capital(cut.because)}. "
    text = f"{why}{capital(state.index.rungs[drill].name)}: {what}."
    topic = CUT if cut.rule == "way_back" else None
    return reason(state.index, cut.rule, text, topic=topic)


def _cut_sets(cut: breaks.Cut, sets: int) -> int:
    """Return the sets that a cut leaves, rounded up, before the least of one."""
    return -(-sets * cut.sets_percent // breaks.WHOLE) - cut.sets_less


def _reps_less(state: State, cut: breaks.Cut) -> int:
    """Return how many reps go with a cut that the weight cannot take.

    Fewer than last time on the way back: today would have asked for one more.
    """
    grown = state.index.rules.loaded_day.step if cut.rule == "way_back" else 0
    return state.index.rules.breaks.reps_less + grown


def _fewer(sets: int, plain: Advice, *, reps: bool) -> str:
    """Say what there is less of: sets, reps, or both."""
    words = ["sets"] if max(1, sets) < plain.sets else []
    words += ["reps"] if reps else []
    return f"fewer {' and '.join(words)}" if words else ""


def _cut(
    state: State, drill: str, cut: breaks.Cut, plain: Advice, *, base: Decimal, said: str = ""
) -> Advice:
    """Take the cut off the load, or off sets and reps where no lighter weight is near.

    A load that was too much (D9) goes down a bell in any case; under half of the first weight,
    or the lightest owned, it never goes: there sets and reps go first, then the dowel that day.
    All other cuts keep the weight rather than fall far below what they ask for.
    """
    rule, rung, lift = state.index.rules.breaks, state.index.rungs[drill], state.lifts[drill]
    implement = gear.implement_of(state.index, state.profile, rung) or ""
    wanted = base * (breaks.WHOLE - cut.percent) / breaks.WHOLE
    floor = _floor(state, lift)
    too_much = cut.rule == "load_hold"
    lighter: Decimal | None
    if too_much:
        lighter = gear.at_most(state.index, state.profile, implement, wanted)
        if lighter >= base or lighter < floor:
            lighter = None
    else:
        lighter = _nearest(state, implement, wanted=wanted, under=base)
        if lighter is not None and lighter < floor:
            lighter = None
    dowel = too_much and lighter is None and lift.floor_cuts > 0
    far = lighter is None or not (too_much or _is_near(state, lighter, wanted))
    sets, reps = _cut_sets(cut, plain.sets), plain.reps
    if far:  # the weight alone takes off too little
        sets = min(sets, plain.sets - rule.sets_less)
        reps -= _reps_less(state, cut)
    fewer = _fewer(sets, plain, reps=far)
    if dowel:
        back_to = ladder.practice_drill(state).name
        what, reps = f"no lighter weight is there, so back to the {back_to}", plain.reps_range[0]
    elif lighter is None:
        what = f"no lighter weight is near, so {say_load(state, base)} and {fewer}"
    elif lighter < base:
        what = f"{say_load(state, base)} → {say_load(state, lighter)}"
        what += f", {fewer}" if fewer else ""
    else:
        what = fewer
    reps = max(1, reps)
    return replace(
        plain,
        load_kg=base if lighter is None else lighter,
        reps=reps,
        reps_range=(min(reps, plain.reps_range[0]), plain.reps_range[1]),
        sets=max(1, sets),
        reasons=(_cut_reason(state, cut, drill, what, said=said),),
        dowel=dowel,
        because=cut.because,
    )


def _floor(state: State, lift: Lift) -> Decimal:
    """Return the weight (kg) under which no cut goes: half of the first one used (D9)."""
    first = lift.first_kg or gear.ZERO
    return first * state.index.rules.load_hold.floor_percent / 100


def _nearest(state: State, implement: str, *, wanted: Decimal, under: Decimal) -> Decimal | None:
    """Return the weight under `under` (kg) nearest to the one a cut wants.

    None where it is neither near nor nearer than the full weight is; the full weight itself
    where the cut takes nothing off the load.
    """
    if wanted >= under:
        return under
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
