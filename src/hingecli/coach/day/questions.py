"""What the coach would ask before a session: the morning after a load, soreness before one.

Owns when a question is due. How it is asked, and that an answer may be refused, is the CLI's.
"""

from datetime import date

from hingecli.coach.day.decide import decide
from hingecli.coach.state.state import ONE_DAY, State


def morning_asked(state: State) -> date | None:
    """Return the morning whose pain is not told yet: that after the last loaded day, or today's.

    On a hold it is today's, until a score is told; after a load it can be told for
    `answer_days`.
    """
    if state.hold is not None and state.hold.since < state.today:
        return None if state.today in state.mornings else state.today
    if state.last_loaded is None:
        return None
    last = next((e.day for e in reversed(state.loaded_days) if e.day < state.today), None)
    if last is None or last in state.answered:
        return None
    if (state.today - last).days > state.index.rules.load_up.answer_days:
        return None
    return last + ONE_DAY


def soreness_asked(state: State) -> bool:
    """Return whether soreness is asked: today would be a loaded day, and nothing was told yet."""
    day, _ = state.sore or (None, 0)
    return day != state.today and decide(state).kind == "load"
