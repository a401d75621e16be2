"""D14 and D15: what a goal makes of the dose, and what follows an outgrown weight."""

from decimal import Decimal

from hingecli.coach.protocol.parameters.load import GoalDose
from hingecli.coach.protocol.protocol import Rung
from hingecli.coach.results import Reason
from hingecli.coach.rules import gear, ladder, safety
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.lift import Work
from hingecli.coach.state.state import State


def begun(state: State) -> bool:
    """Return whether the goal shapes the dose: chosen, and load week 13 or later."""
    return state.goal is not None and state.load_week >= state.index.rules.goals.from_week


def asks_few_reps(state: State) -> bool:
    """Return whether the goal has a range of few reps beside the usual one (D14)."""
    return begun(state) and state.goal == "strength"


def dose_for(state: State, rung: Rung, *, main: bool = True) -> GoalDose | None:
    """Return the goal's dose for `rung`; None while the dose of D6 goes on.

    A second drill has none but the explosive one: else it would be more work than the main drill.
    The one easy drill that ambers leave (S2) is no day for few heavy reps.
    """
    if not begun(state):
        return None
    rule, goal = state.index.rules.goals, state.goal
    explosive = rung.family in rule.athletic_families
    if goal == "athletic":
        return rule.athletic if explosive else None
    if explosive or not main:
        return None
    if goal == "hypertrophy":
        return rule.hypertrophy
    earlier = len(state.week_loaded - {state.today})
    may_be_heavy = earlier < rule.max_heavy_days and not safety.steps_back(state)
    return rule.strength if may_be_heavy and _is_ready_for_heavy(state, rung) else None


def first_heavy(state: State, rung: Rung) -> Decimal | None:
    """Return the weight (kg) with which the goal's few reps begin: a little over the usual one.

    Where none is so near the next one, as far as few reps allow; None where that is too far.
    """
    rule, usual = state.index.rules.goals, state.lifts[rung.id].load_kg
    implement = state.bounds.implements[rung.id]
    if usual is None or implement is None:
        return None
    wanted = usual * (100 + rule.start_heavier_percent) / 100
    near = gear.at_most(state.index, state.profile, implement, wanted)
    if near > usual:
        return near
    heavier = gear.step_up(state.index, state.profile, implement, usual)
    most = usual * (100 + rule.max_start_heavier) / 100
    return heavier if heavier is not None and heavier <= most else None


def most_of_many_reps(state: State, rung: Rung, work: Work) -> Decimal | None:
    """Return the heaviest weight (kg) of the usual range while few reps are the goal.

    None where these do not bound it.
    """
    lift = state.lifts[rung.id]
    few = asks_few_reps(state) and rung.family in ("deadlift", "rdl")
    if not few or work is not lift.work or lift.heavy.load_kg is None:
        return None
    return lift.heavy.load_kg * state.index.rules.goals.max_light_share / 100


def waiting_note(state: State) -> Reason | None:
    """Say why the goal does not shape the dose yet; None when it does or none is chosen."""
    goal = state.goal
    if goal is None or begun(state):
        return None
    weeks = state.index.rules.goals.from_week - state.index.rules.weeks.first_load_week
    text = (
        f"Your goal ({goal}) shapes the dose after {weeks} weeks with load; "
        f"{state.weeks_of_load} so far."
    )
    return reason(state.index, "goals", text)


def shaping_note(state: State, main: str) -> Reason | None:
    """Say that the day's main drill has the goal's dose; None where it has not: a second never."""
    rung = state.index.rungs[main]
    dose = dose_for(state, rung) if rung.loaded else None
    if dose is None:
        waits = _why_not_heavy(state, rung)
        return None if waits is None else reason(state.index, "goals", waits)
    low, high = dose.reps
    rest = f"{dose.rest_s / 60:g} min" if dose.rest_s % 60 == 0 else f"{dose.rest_s} s"
    text = f"Your goal is {state.goal}: {rung.name} in sets of {low}-{high}, rest {rest}."
    return reason(state.index, "goals", text)


def _why_not_heavy(state: State, rung: Rung) -> str | None:
    """Say what the goal's few reps of `rung` wait for; None where they are not its dose at all."""
    if not asks_few_reps(state) or rung.family not in ("deadlift", "rdl"):
        return None
    low, top = state.index.rules.loaded_day.reps
    stays = f"Your goal is strength: the {rung.name} stays in sets of {low}-{top}"
    if not _has_moved_on(state, rung):
        return f"{stays} until all that follows it is open."
    if not state.lifts[rung.id].topped:
        return f"{stays} until each reaches the top of its range."
    if not _is_ready_for_heavy(state, rung):
        return f"{stays}: few reps need a heavier weight, and none is near."
    return None


def _is_ready_for_heavy(state: State, rung: Rung) -> bool:
    """Return whether sets of few reps make sense: the long ones were topped, and were not light.

    Only for deadlifts and RDLs with nothing left to open after them, with a heavier weight to
    hand. The light weeks after a professional's yes (S1) are over by then.
    """
    lift = state.lifts[rung.id]
    if rung.family not in ("deadlift", "rdl"):
        return False
    if not lift.topped or lift.load_kg is None or not _has_moved_on(state, rung):
        return False
    return lift.heavy.load_kg is not None or first_heavy(state, rung) is not None


def _has_moved_on(state: State, rung: Rung) -> bool:
    """Return whether all that follows `rung` on the ladder, and can be done, is open.

    One of two is not enough: the gate of the other would wait for sets of more reps forever.
    """
    return all(
        other.id in state.unlocks or ladder.excluded(state, other) is not None
        for drill in (rung.id, *rung.stands_for)
        for other in state.index.followers[drill]
    )
