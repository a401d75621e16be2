"""Rest: the days off once loading began.

A rest day is never logged. Each is decided once, before anything of it is logged, and remembered
for as long as later days look back at it.
"""

from datetime import timedelta

from hingecli.coach.log.days import monday
from hingecli.coach.results import Reason
from hingecli.coach.rules import recheck, rotation, safety, wall_test
from hingecli.coach.rules.reasons import reason
from hingecli.coach.rules.soreness import load_moves
from hingecli.coach.state.state import ONE_DAY, State, keep_last
from hingecli.text import count


def rest_due(state: State) -> Reason | None:
    """Return why today is a rest day; None where it is none.

    Asked for a day without load: the order of the day puts that first.
    """
    if state.first_loaded is None or not _allowed(state):
        return None
    text = _wish(state)
    return None if text is None else reason(state.index, "rest", text)


def note_day(state: State) -> None:
    """Remember today if it is a rest day, before anything of it is logged."""
    if rest_due(state) is not None and not _is_another_kind(state):
        keep_last(state.rests, state.today, most=state.index.rules.rest.window_days)
        state.rested += 1


def was_rest_day(state: State) -> bool:
    """Return whether today was decided to be a rest day, whatever was done on it."""
    return state.rests[-1:] == [state.today]


def _wish(state: State) -> str | None:
    """Say why today would be a day to rest on, by the sessions before it; None if nothing does.

    What was done on a rest day is no session that was asked for.
    """
    rules = state.index.rules
    least = rules.rest.after_days_running
    if _sessions_ran(state, least):
        return f"Sessions on each of the last {least} days: today you recover."
    if state.today >= state.next_week:
        return None
    lifted = len(state.week_loaded - {state.today})
    if lifted >= state.bounds.loaded_goal:
        return f"{count(lifted, 'loaded day')} this week: {_enough(state)}"
    first = state.first_loaded
    if first is not None and lifted and monday(first) == monday(state.today):
        practised = state.week_sessions - {state.today, *state.rests}
        if len(practised) >= rules.day_goal.good_days:
            return f"{count(len(practised), 'day')} of practice this week: {_enough(state)}"
    return None


def _enough(state: State) -> str:
    """Say that the week has had enough, and that it was good where no pain came in its way."""
    days = (monday(state.today) + back * ONE_DAY for back in range(state.today.weekday() + 1))
    hurt = max(state.pains.get(day, 0) for day in days) >= state.bounds.amber_from
    return "today you recover." if hurt else "it is already a good week."


def _sessions_ran(state: State, days: int) -> bool:
    """Return whether each of the last `days` days had a session, and none was for rest."""
    before = state.session_days[-days:]
    first = state.today - timedelta(days=days)
    if not before or before[0] != first or before[-1] != state.today - ONE_DAY:
        return False
    ran = len(set(before)) == days  # a day that was logged twice stands there twice
    return ran and not (state.rests and state.rests[-1] >= first)


def _allowed(state: State) -> bool:
    """Return whether today may be one more rest day: never two running, few in a week."""
    rests, rule = state.rests, state.index.rules.rest
    if not rests:
        return True
    first = state.today - timedelta(days=rule.window_days - 1)
    before = [day for day in rests if first <= day < state.today]
    return len(before) < rule.most_days and state.today - ONE_DAY not in before


def _is_another_kind(state: State) -> bool:
    """Return whether a rule that comes before rest decides today."""
    return (
        state.pause is not None
        or safety.holds_the_day(state)
        or state.morning_flag == state.today
        or recheck.stands(state)
        or wall_test.offer_test(state)
        or (rotation.is_load_due(state) and load_moves(state) is None)
    )
