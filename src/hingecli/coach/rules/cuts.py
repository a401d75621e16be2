"""What a cut takes off a drill: its weight where a lighter one is near, else its sets and reps.

Which cut there is today is `breaks`'.
"""

from collections.abc import Container
from decimal import Decimal

from msgspec.structs import replace

from hingecli.coach.results import Reason
from hingecli.coach.rules import breaks, gear, ladder, way_back
from hingecli.coach.rules.advice import Advice, say_load
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.lift import Lift
from hingecli.coach.state.state import State
from hingecli.text import capital

CUT = "cut"
"""The topic of the reason that says what the way back leaves of a drill's weight and sets."""


def take_off(
    state: State,
    drill: str,
    cut: breaks.Cut,
    plain: Advice,
    *,
    base: Decimal,
    said: Container[str] = (),
) -> Advice:
    """Take the cut off the load, or off sets and reps where no lighter weight is near.

    A load that was too much (D9) goes down a bell in any case; under half of the first weight,
    or the lightest owned, it never goes: there sets and reps go first, then the dowel that day.
    All other cuts keep the weight rather than fall far below what they ask for.
    """
    rule, rung, lift = state.index.rules.breaks, state.index.rungs[drill], state.lifts[drill]
    implement = state.bounds.implements[rung.id] or ""
    wanted = base * (breaks.WHOLE - cut.percent) / breaks.WHOLE
    floor = floor_of(state, lift)
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
    sets, reps = sets_left(cut, plain.sets), plain.reps
    if far:  # the weight alone takes off too little
        sets = min(sets, plain.sets - rule.sets_less)
        reps -= _reps_less(state, drill, cut)
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
        because=(cut.because,),
    )


def take_off_sets_and_reps(
    state: State, drill: str, cut: breaks.Cut, plain: Advice, *, said: Container[str]
) -> Advice:
    """Take the cut off sets and reps where there is no weight to take it off."""
    rule = state.index.rules.breaks
    # Never two cuts at once: the larger one counts.
    sets = min(sets_left(cut, plain.sets), plain.sets - rule.sets_less)
    reps = max(1, plain.reps - _reps_less(state, drill, cut))
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
        because=(cut.because,),
    )


def sets_left(cut: breaks.Cut, sets: int) -> int:
    """Return the sets that a cut leaves, rounded up, before the least of one."""
    return -(-sets * cut.sets_percent // breaks.WHOLE) - cut.sets_less


def floor_of(state: State, lift: Lift) -> Decimal:
    """Return the weight (kg) under which no cut goes: half of the first one used (D9)."""
    first = lift.first_kg or gear.ZERO
    return first * state.index.rules.load_hold.floor_percent / 100


def _cut_reason(
    state: State, cut: breaks.Cut, drill: str, what: str, *, said: Container[str]
) -> Reason:
    """Return what a cut leaves of a drill, and once a day why.

    The way back is told for all drills of the day together, by a reason of its own.
    """
    on_the_way_back = cut.rule == "way_back"
    why = "" if on_the_way_back or cut.because in said else f"{capital(cut.because)}. "
    text = f"{why}{capital(state.index.rungs[drill].name)}: {what}."
    return reason(state.index, cut.rule, text, topic=CUT if on_the_way_back else None)


def _reps_less(state: State, drill: str, cut: breaks.Cut) -> int:
    """Return how many reps go with a cut that the weight cannot take.

    Fewer than last time on the way back: today would have asked for one more. Not where a break
    takes them off.
    """
    coming_back = cut.rule != "breaks" and way_back.covers(state, drill)
    grown = state.index.rules.loaded_day.step if coming_back else 0
    return state.index.rules.breaks.reps_less + grown


def _fewer(sets: int, plain: Advice, *, reps: bool) -> str:
    """Say what there is less of: sets, reps, or both."""
    words = ["sets"] if max(1, sets) < plain.sets else []
    words += ["reps"] if reps else []
    return f"fewer {' and '.join(words)}" if words else ""


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
