"""D7: when the weight of a drill goes up, by how many steps, and to what.

What else a drill is done with is `prescription`'s.
"""

from decimal import Decimal

from msgspec.structs import replace

from hingecli.coach.results import NextLoad
from hingecli.coach.rules import effort, first_load, gear, goals, progression, swings
from hingecli.coach.rules.advice import Advice, say_load
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.lift import Work
from hingecli.coach.state.state import State
from hingecli.text import capital, count


def steps_due(state: State, work: Work) -> int:
    """Return by how many steps the weight goes up now (D7): 0, 1, or 2 after two easy sessions.

    Two sessions running at the top, or one that was very easy; one more while the morning after
    is not told.
    """
    rule, run = state.index.rules.load_up, work.tops
    if not run:
        return 0
    last = run[-1]
    very_easy = effort.is_very_easy(state, last.effort, ceiling=last.ceiling)
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
    asked, work = _asked_now(state, drill)
    if work.load_kg is None or not lift.days:
        return None
    heavier = heavier_than(state, drill, work, steps=max(1, steps_due(state, work)))
    if heavier is None:
        return None
    if rung.family in state.index.rules.goals.athletic_families and work is lift.work:
        top, sets = state.index.rules.swings.max_reps, state.index.rules.swings.max_sets
    else:
        top, sets = asked.top, asked.sets
    due = steps_due(state, work)
    if due:
        return NextLoad(kg=heavier, after="next time")
    rule, dose = state.index.rules.load_up, f"{sets} × {top}"
    missing = max(1, rule.sessions - len(work.tops))
    if len(work.tops) >= rule.sessions:
        return NextLoad(kg=heavier, after="after your morning score, or one more day at the top")
    ceiling = effort.ceiling(state)
    if not work.tops and effort.is_very_easy(state, lift.last_effort, ceiling=ceiling):
        return NextLoad(kg=heavier, after=f"after a day of {dose} as easy as the last")
    days = count(missing, "more day" if work.tops else "day")
    running = " running" if missing > 1 else ""
    return NextLoad(kg=heavier, after=f"after {days}{running} of {dose}")


def load_now(state: State, drill: str) -> Decimal | None:
    """Return the working load (kg) of `drill` in the range that it is asked in as the main drill.

    None at body weight or before the first.
    """
    return _asked_now(state, drill)[1].load_kg


def _asked_now(state: State, drill: str) -> tuple[progression.AskedDose, Work]:
    """Return what `drill` is asked as the main drill, and how it stands in a range it has."""
    asked = progression.asked_of(state, drill, main=True)
    return asked, asked.work if asked.work.load_kg is not None else state.lifts[drill].work


def heavier_than(
    state: State, drill: str, work: Work, *, steps: int, base: Decimal | None = None
) -> Decimal | None:
    """Return the weight `steps` steps over the present one, where there is an allowed one."""
    rules, lift, rung = state.index.rules, state.lifts[drill], state.index.rungs[drill]
    load = base if base is not None else work.load_kg
    implement = state.bounds.implements[rung.id]
    if load is None or implement is None:
        return None
    one = gear.step_up(state.index, state.profile, implement, load)
    if one is None or not is_allowed(state, drill, work, one):
        return None
    if steps < 2 or lift.few_at_first:
        return one
    two = gear.step_up(state.index, state.profile, implement, one)
    most = load * (100 + rules.load_up.max_two_steps) / 100
    if two is None or two > most or not is_allowed(state, drill, work, two):
        return one
    return two


def is_allowed(state: State, drill: str, work: Work, load: Decimal) -> bool:
    """Return whether nothing else bounds the weight: the swing's cap, the goal's lower range."""
    rung = state.index.rungs[drill]
    if rung.family == "swing":
        lifted = swings.lifted_lately(state)
        return lifted is not None and load <= lifted
    most = goals.most_of_many_reps(state, rung, work)
    return most is None or load <= most


def go_up(
    state: State, drill: str, plain: Advice, work: Work, *, base: Decimal, heavier: Decimal
) -> Advice:
    """Return `plain` with the weight `heavier` (kg), from the fewest reps on, and the evidence."""
    low, top = plain.reps_range
    name = capital(state.index.rungs[drill].name)
    last, run = work.tops[-1].effort, len(work.tops)
    at_effort = "" if last is None else f", effort {last}"
    days = f"{run} sessions running" if run > 1 else "a session"
    evidence = f"{days} with all sets at {top} clean{at_effort}"
    text = f"{name}: {evidence}: {say_load(state, base)} → {say_load(state, heavier)}"
    sets, rules = plain.sets, state.index.rules
    if work is state.lifts[drill].work and first_load.is_leap(state, drill, base, heavier):
        sets, low = min(sets, rules.loaded_day.few_sets), rules.loaded_day.few_reps
        text += ", few sets and reps at first"
    if state.index.rungs[drill].family == "swing" and work is state.lifts[drill].work:
        sets = min(sets, rules.swings.sets)
    because = (reason(state.index, "load_up", text),)
    return replace(
        plain, load_kg=heavier, reps=low, reps_range=(low, top), sets=sets, reasons=because
    )
