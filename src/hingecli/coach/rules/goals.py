"""D14 and D15: what a goal makes of the dose, and what follows an outgrown weight."""

from collections.abc import Iterable

import msgspec

from hingecli.coach.protocol.conditions import DrillsOpen
from hingecli.coach.protocol.parameters import GoalDose, Tempo
from hingecli.coach.protocol.protocol import Rung
from hingecli.coach.results import Reason
from hingecli.coach.rules import gear, ladder
from hingecli.coach.rules.reasons import capital, reason
from hingecli.coach.state.state import State


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


def shaping_note(state: State, drills: Iterable[str]) -> Reason | None:
    """Say which of the day's drills have the goal's dose; None where none has."""
    for drill in drills:
        rung = state.index.rungs[drill]
        dose = dose_for(state, rung) if rung.loaded else None
        if dose is not None:
            low, high = dose.reps
            rest = f"{dose.rest_s / 60:g} min" if dose.rest_s % 60 == 0 else f"{dose.rest_s} s"
            text = f"Your goal is {state.goal}: {rung.name} in sets of {low}-{high}, rest {rest}."
            return reason(state.index, "goals", text)
    return None


def outgrown(state: State, drill: str) -> Outgrown | None:
    """Say what to do with the heaviest weight there is, once it has become light (D15)."""
    lift, rung = state.lifts[drill], state.index.rungs[drill]
    rules = state.index.rules
    over = len(lift.top_days) - rules.load_up.sessions
    if over < 0 or rung.family in rules.goals.athletic_families:
        return None  # what is fast grows by sets (D11); slow and still would be another drill
    if not _at_the_heaviest(state, drill):
        return None
    ways = _ways(state, rung)
    stage = over // rules.variety.outgrown_days
    light, needs = "the heaviest weight", "more weight"
    if lift.load_kg is None:
        stage, light, needs = stage % len(ways), "body weight", "a weight"
    way = ways[min(stage, len(ways) - 1)]
    text = (
        f"{capital(rung.name)}: {light} has become light, so {way.what}. "
        f"For strength you need {needs}."
    )
    return Outgrown(
        tempo=way.tempo,
        sets_more=way.sets_more,
        single_leg=way.single_leg,
        reason=reason(state.index, "variety", text),
    )


class _Way(msgspec.Struct, frozen=True, kw_only=True):
    """One way to vary an outgrown weight, in a few words."""

    what: str
    tempo: Tempo | None = None
    sets_more: int = 0
    single_leg: bool = False


def _ways(state: State, rung: Rung) -> list[_Way]:
    """List the ways to vary `rung`, in turn: those that its own tempo does not have already."""
    rule, tempo = state.index.rules.variety, rung.tempo
    down, pause = rule.outgrown_down_s, rule.outgrown_pause_s
    slow = _Way(what=f"{down} s on the way down", tempo=Tempo(down, tempo.pause, tempo.up))
    still = _Way(what=f"{pause} s pause at the shin", tempo=Tempo(tempo.down, pause, tempo.up))
    ways = [slow] if tempo.down < down else []
    ways += [still] if tempo.pause < pause else []
    ways.append(_Way(what="one more set", sets_more=1))
    # Not for body weight: its single-leg drill is itself what has become light.
    weighted = rung.family != "single-leg" and state.lifts[rung.id].load_kg is not None
    single_legs = state.index.families.get("single-leg", ())
    single = next((other for other in single_legs if other.id in state.unlocks), None)
    if weighted and single is not None:
        ways.append(_Way(what=f"the {single.name} takes its turn", single_leg=True))
    return ways


def _at_the_heaviest(state: State, drill: str) -> bool:
    """Tell whether there is nothing heavier for `drill`: body weight for who owns no weight."""
    rung, load = state.index.rungs[drill], state.lifts[drill].load_kg
    implement = gear.implement_of(state.index, state.profile, rung)
    if implement is None:
        return load is None and rung.implement is not None and not state.has_weight
    if load is None:
        return False
    return gear.step_up(state.index, state.profile, implement, load) is None


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
