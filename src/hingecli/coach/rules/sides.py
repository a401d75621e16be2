"""D12, one-sided drills: which side is the weaker one, and whether the gap is one to show.

Owns the comparison of the last sessions' clean reps. A gap is shown, never called a risk.
"""

from hingecli.coach.log.events import Side
from hingecli.coach.state.state import State


def gap(state: State, drill: str) -> tuple[int, int] | None:
    """Return left and right clean reps of the last gap, if enough of the last sessions had one."""
    rule = state.index.rules.sides
    lift = state.lifts.get(drill)
    found = [
        (left, right)
        for left, right in (lift.sides if lift is not None else ())
        if abs(left - right) >= rule.gap_reps
        and 100 * abs(left - right) >= rule.gap_percent * max(left, right)
    ]
    return found[-1] if len(found) >= rule.of_sessions else None


def weaker(state: State, drill: str) -> Side | None:
    """Name the side to begin with: that of the gap, else the lesser one of the last session."""
    lift = state.lifts.get(drill)
    pair = gap(state, drill) or (lift.sides[-1] if lift is not None and lift.sides else None)
    if pair is None or pair[0] == pair[1]:
        return None
    return "L" if pair[0] < pair[1] else "R"
