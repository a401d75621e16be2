"""D15, its end: the heaviest weight has become light, so the drill is varied, way after way."""

import msgspec

from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.coach.protocol.protocol import Rung
from hingecli.coach.results import Reason
from hingecli.coach.rules import gear, ladder
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.state import State
from hingecli.text import capital


class Outgrown(msgspec.Struct, frozen=True, kw_only=True):
    """How a weight that has become light still teaches: a slower tempo, or a set more.

    `reasons` say so.
    """

    tempo: Tempo | None = None
    sets_more: int = 0
    single_leg: bool = False
    reasons: tuple[Reason, ...]


OUTGROWN = "outgrown"
"""The topic of the reasons that tell of a weight that has become light."""


def outgrown(state: State, drill: str) -> Outgrown | None:
    """Return what to do with the heaviest weight there is, once it has become light (D15)."""
    lift, rung = state.lifts[drill], state.index.rungs[drill]
    rules = state.index.rules
    since = lift.work.topped_since
    if since is None or rung.family in rules.goals.athletic_families:
        return None  # what is fast grows by sets (D11); slow and still would be another drill
    if not _at_the_heaviest(state, drill):
        return None
    ways = _variations(state, rung)
    weeks = (state.today - since).days // rules.weeks.days_in_week
    stage = weeks // rules.variety.outgrown_weeks
    way = ways[stage % len(ways)]  # after the last comes the first: no card stays forever
    begins = weeks % rules.variety.outgrown_weeks == 0
    return Outgrown(
        tempo=way.tempo,
        sets_more=way.sets_more,
        single_leg=way.single_leg,
        reasons=_reasons(state, rung, way, begins=begins),
    )


def _reasons(state: State, rung: Rung, way: "Variation", *, begins: bool) -> tuple[Reason, ...]:
    """Say what has become light, at length in the first week of a way (`begins`).

    That strength needs more is a reason of its own: it is the same for all drills of a day.
    """
    light, needs = "the heaviest weight", "more weight"
    if state.lifts[rung.id].load_kg is None:
        light, needs = "body weight", "a weight"
    why = f"{light} has become light" if begins else "still light"
    said = [f"{capital(rung.name)}: {why}, so {way.what}."]
    if begins and not gear.owns_plates(state.profile):
        said.append(f"To grow stronger you need {needs}.")
    return tuple(reason(state.index, "variety", text, topic=OUTGROWN) for text in said)


class Variation(msgspec.Struct, frozen=True, kw_only=True):
    """One way to vary an outgrown weight, in a few words."""

    what: str
    tempo: Tempo | None = None
    sets_more: int = 0
    single_leg: bool = False


def _variations(state: State, rung: Rung) -> list[Variation]:
    """Return the ways to vary `rung`, in turn: those that its own tempo does not have already."""
    rule, tempo = state.index.rules.variety, rung.tempo
    down, pause = rule.outgrown_down_s, rule.outgrown_pause_s
    slow = Variation(what=f"{down} s on the way down", tempo=Tempo(down, tempo.pause, tempo.up))
    still = Variation(what=f"{pause} s pause at the shin", tempo=Tempo(tempo.down, pause, tempo.up))
    ways = [slow] if tempo.down < down else []
    ways += [still] if tempo.pause < pause else []
    ways.append(Variation(what="one more set", sets_more=1))
    # Not for body weight: its single-leg drill is itself what has become light.
    weighted = rung.family != "single-leg" and state.lifts[rung.id].load_kg is not None
    single_legs = state.index.families.get("single-leg", ())
    able = (r for r in single_legs if r.id in state.unlocks and not ladder.is_barred(state, r))
    single = next(able, None)
    if weighted and single is not None:
        ways.append(Variation(what=f"the {single.name} takes its turn", single_leg=True))
    return ways


def _at_the_heaviest(state: State, drill: str) -> bool:
    """Return whether there is nothing heavier for `drill`; without a weight that is body weight."""
    rung, load = state.index.rungs[drill], state.lifts[drill].load_kg
    implement = state.bounds.implements[rung.id]
    if implement is None:
        return load is None and rung.implement is not None and not state.bounds.has_weight
    if load is None:
        return False
    return gear.step_up(state.index, state.profile, implement, load) is None
