"""D10: the weights that drills go on with once a person tells of other bells than before.

Owns what a load becomes that is none of them. A weight logged later is the weight again.
"""

from decimal import Decimal

from hingecli.coach.results import Reason
from hingecli.coach.rules import first_load, gear
from hingecli.coach.rules.advice import say_load
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.lift import Work
from hingecli.coach.state.state import State
from hingecli.text import capital


def fit(state: State) -> None:
    """Let every drill with a kettlebell go on with one that there is: the next lighter, if any."""
    for drill, lift in state.lifts.items():
        if state.bounds.implements[drill] != "kettlebell":
            continue
        before, is_another = lift.load_kg, _fit_work(state, lift.work)
        _fit_work(state, lift.heavy)
        now = lift.load_kg
        if before is None or now is None or not is_another:
            continue
        lift.other_bells_kg = lift.other_bells_kg or before
        lift.few_at_first = first_load.is_leap(state, drill, before, now)
        if now > before:
            lift.work.reps = state.index.rules.loaded_day.few_reps if lift.few_at_first else 0


def told(state: State, drill: str) -> Reason | None:
    """Return what became of the weight of `drill`, until a session of it follows."""
    lift = state.lifts[drill]
    before, now = lift.other_bells_kg, lift.load_kg
    if before is None or now is None or now == before:
        return None
    name, few = capital(state.index.rungs[drill].name), ", few sets and reps at first"
    text = f"{name}: your bells are others now, {say_load(state, before)} → {say_load(state, now)}"
    return reason(state.index, "first_load", f"{text}{few if lift.few_at_first else ''}.")


def _fit_work(state: State, work: Work) -> bool:
    """Let `work` have a bell that there is; return whether it is another weight than before."""
    load = work.load_kg
    if not load:
        return False
    work.load_kg = _fitted(state, load)
    work.before_kg = None if work.before_kg is None else _fitted(state, work.before_kg)
    work.held_kg = None if work.held_kg is None else _fitted(state, work.held_kg)
    is_another = _same_bell(state, load) is None
    if is_another:
        work.tops, work.topped_since, work.short_sessions, work.easy = (), None, 0, 0
    return is_another


def _fitted(state: State, load: Decimal) -> Decimal:
    """Return the bell (kg) that `load` is or becomes: the next lighter one, else the lightest."""
    same = _same_bell(state, load)
    return same or gear.at_most(state.index, state.profile, "kettlebell", load)


def _same_bell(state: State, load: Decimal) -> Decimal | None:
    """Return the bell that `load` is, in whichever unit either was told; None for none of them."""
    bells = state.profile.bells or ()
    known = (gear.as_known(state.index, load, unit, bells) for unit in ("kg", "lb"))
    return next((bell for bell in known if bell in bells), None)
