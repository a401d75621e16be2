"""How things have moved: load per drill, the two sides, pain. Shown, never a verdict."""

from datetime import date
from decimal import Decimal

from hingecli.coach.results import Answer, NextLoad
from hingecli.coach.rules.load_up import load_now, next_load
from hingecli.coach.state.state import State


class LoadTrend(Answer, frozen=True, kw_only=True):
    """One loaded drill: its first and its present working load (kg), days done, what comes next."""

    drill: str
    name: str
    first_kg: Decimal
    now_kg: Decimal
    days: int
    next_load: NextLoad | None = None


class SideTrend(Answer, frozen=True, kw_only=True):
    """One one-sided drill: clean reps left and right in its last session."""

    drill: str
    name: str
    left: int
    right: int


class PainTrend(Answer, frozen=True, kw_only=True):
    """The pain scores told (0-10), oldest first, each day's worst."""

    scores: tuple[tuple[date, int], ...]


class Trends(Answer, frozen=True, kw_only=True):
    """What `progress` shows of loads, sides and pain; empty where nothing was told."""

    loads: tuple[LoadTrend, ...]
    sides: tuple[SideTrend, ...]
    pain: PainTrend


PAIN_SHOWN = 14
"""How many days with a score are shown: a fortnight says whether it goes up or down."""


def trends(state: State) -> Trends:
    """Return the trends of loads, sides and pain up to the state's day."""
    loads, sides = [], []
    for rung in state.index.ladder:
        lift = state.lifts.get(rung.id)
        if lift is None or not lift.days:
            continue
        now = load_now(state, rung.id)
        if now is not None and lift.first_kg is not None:
            loads.append(
                LoadTrend(
                    drill=rung.id,
                    name=rung.name,
                    first_kg=lift.first_kg,
                    now_kg=now,
                    days=lift.days,
                    next_load=next_load(state, rung.id),
                )
            )
        if lift.sides:
            left, right = lift.sides[-1]
            sides.append(SideTrend(drill=rung.id, name=rung.name, left=left, right=right))
    scores = tuple(state.pains.items())[-PAIN_SHOWN:]
    return Trends(loads=tuple(loads), sides=tuple(sides), pain=PainTrend(scores=scores))
