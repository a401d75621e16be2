"""D14 and D15: what a goal makes of the dose, and what follows an outgrown weight."""

import msgspec

from hingecli.coach import kit, ladder
from hingecli.coach.conditions import DrillsOpen
from hingecli.coach.numbers import GoalDose, Tempo
from hingecli.coach.protocol import Rung
from hingecli.coach.reasons import reason
from hingecli.coach.state import State
from hingecli.coach.values import Reason


class Outgrown(msgspec.Struct, frozen=True, kw_only=True):
    """How a weight that has become light still teaches: a slower tempo, or a set more."""

    tempo: Tempo | None = None
    sets_more: int = 0
    single_leg: bool = False
    reason: Reason


def begun(state: State) -> bool:
    """Tell whether the goal shapes the dose: chosen, and load week 13 or later."""
    return state.goal is not None and state.load_week >= state.index.rules.goals.from_week


def dose_for(state: State, rung: Rung) -> GoalDose | None:
    """Give the goal's dose for `rung`; None while the dose of D6 goes on."""
    if not begun(state):
        return None
    rule, goal = state.index.rules.goals, state.goal
    explosive = rung.family in rule.athletic_families
    if goal == "athletic":
        return rule.athletic if explosive else None
    if explosive:
        return None
    if goal == "hypertrophy":
        return rule.hypertrophy
    earlier = len(state.week_loaded - {state.today})
    heavy_left = earlier < rule.heavy_days_most
    return rule.strength if heavy_left and _has_moved_on(state, rung) else None


def family_of_the_day(state: State) -> tuple[str, ...]:
    """Give the families in the order in which today's main drill is looked for, by the week."""
    week = state.index.rules.goals.week
    place = len(state.week_loaded - {state.today}) % len(week)
    return (*week[place:], *week[:place])


def waiting_note(state: State) -> Reason | None:
    """Say why the goal does not shape the dose yet; None when it does or none is chosen."""
    goal = state.goal
    if goal is None or begun(state):
        return None
    week = state.index.rules.goals.from_week
    text = f"Your goal ({goal}) shapes the dose from load week {week}; this is {state.load_week}."
    return reason(state.index, "goals", text)


def outgrown(state: State, drill: str) -> Outgrown | None:
    """Say what to do with the heaviest weight there is, once it has become light (D15)."""
    lift = state.lifts[drill]
    rules = state.index.rules
    implement = kit.implement_of(state.index, state.profile, state.index.rungs[drill])
    over = len(lift.top_days) - rules.load_up.sessions
    if lift.load_kg is None or implement is None or over < 0:
        return None
    if kit.step_up(state.index, state.profile, implement, lift.load_kg) is not None:
        return None
    rule, tempo = rules.variety, state.index.rungs[drill].tempo
    stage = over // rule.outgrown_days
    needs = "For strength you need more weight."

    def told(what: str) -> Reason:
        text = f"Your heaviest weight has become light: {what} {needs}"
        return reason(state.index, "variety", text)

    if stage == 0:
        slow = Tempo(rule.outgrown_down_s, tempo.pause, tempo.up)
        return Outgrown(tempo=slow, reason=told(f"{rule.outgrown_down_s} s on the way down."))
    if stage == 1:
        still = Tempo(tempo.down, rule.outgrown_pause_s, tempo.up)
        pause = f"{rule.outgrown_pause_s} s pause with the weight at the shin."
        return Outgrown(tempo=still, reason=told(pause))
    if stage == 2:
        return Outgrown(sets_more=1, reason=told("one more set."))
    return Outgrown(single_leg=True, reason=told("the single-leg RDL comes first."))


def _has_moved_on(state: State, rung: Rung) -> bool:
    """Tell whether all that follows `rung` on the ladder, and can be done, is open.

    One of two is not enough: the gate of the other would wait for sets of more reps for ever.
    """
    before = {rung.id, *rung.stands_for}
    return all(
        other.id in state.unlocks or ladder.excluded(state, other) is not None
        for other in state.index.ladder
        if other.role == "ladder"
        and any(isinstance(c, DrillsOpen) and before.intersection(c.drills) for c in other.gate)
    )
