"""D8: how hard a loaded session may be, week by week, and whether one was easy."""

from bisect import bisect

from hingecli.coach.rules import sixty_plus
from hingecli.coach.state.state import State


def ceiling(state: State) -> int:
    """Return the highest effort (1-10) of the load week; lower at first from 60 on (D8, S8)."""
    rule = state.index.rules.effort_ceiling
    begun = bisect(rule.weeks, state.load_week)
    return sixty_plus.cap_effort(state, rule.ceiling[max(0, begun - 1)])


def is_very_easy(state: State, felt: int | None, *, ceiling: int) -> bool:
    """Return whether an effort that was told (1-10) is so far under its `ceiling` (D7).

    So far that one session of it is enough for the next weight.
    """
    return felt is not None and felt <= ceiling - state.index.rules.load_up.very_easy_by


def is_easy(state: State, felt: int | None, *, ceiling: int) -> bool:
    """Return whether an effort that was told (1-10) is well under its `ceiling` (D7)."""
    return felt is not None and felt <= ceiling - state.index.rules.load_up.easy_by
