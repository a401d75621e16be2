"""Rest: the days off once loading began.

A rest day is never logged. Each is decided once, before anything of it is logged, and remembered
for as long as later days look back at it.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from hingecli.coach.log.days import monday
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Reason
from hingecli.coach.rules import load_due, recheck, safety, wall_test
from hingecli.coach.rules.reasons import reason
from hingecli.coach.rules.soreness import load_moves
from hingecli.coach.state.state import ONE_DAY, State, keep_last
from hingecli.text import count


def rest_due(state: State) -> Reason | None:
    """Return why today is a rest day; None where it is none.

    Asked for a day without load: the order of the day puts that first.
    """
    because = _wish(state) if _allowed(state) else None
    if because is None:
        return None
    if because == "sessions":
        days = state.index.rules.rest.after_days_running
        text = f"Sessions on each of the last {days} days: today you recover."
    else:
        done = {
            "load": count(_lifted(state), "loaded day"),
            "practice": f"{count(_practised(state), 'day')} of practice",
        }[because]
        text = f"{done} this week: {_enough(state)}"
    return reason(state.index, "rest", text)


def note_day(state: State) -> None:
    """Remember today if it is a rest day, before anything of it is logged.

    Every day of a log is asked: what a word costs, and what seldom says no, comes last.
    """
    if _allowed(state) and _wish(state) and not _is_another_kind(state):
        keep_last(state.rests, state.today, most=state.index.rules.rest.window_days)
        state.rest_from = next_from(state.index, state.rests)
        state.row_since = state.today + ONE_DAY
        state.rested += 1


def next_from(index: Index, rests: Sequence[date]) -> date:
    """Return the first day after `rests`, oldest first, that may be one: not running, and few."""
    rule, after_last = index.rules.rest, rests[-1] + 2 * ONE_DAY
    if len(rests) < rule.most_days:
        return after_last
    return max(after_last, rests[-rule.most_days] + timedelta(days=rule.window_days))


def note_session(state: State) -> None:
    """Go on with the row of days with a session, or begin one today."""
    days = state.session_days
    if not days or days[-1] < state.today - ONE_DAY:
        state.row_since = max(state.row_since, state.today)


def was_rest_day(state: State) -> bool:
    """Return whether today was decided to be a rest day, whatever was done on it."""
    return state.rests[-1:] == [state.today]


Wish = Literal["sessions", "load", "practice"]
"""Why a day is one to rest on: sessions running, or a week that is good by load or practice."""


def _wish(state: State) -> Wish | None:
    """Return why today would be a day to rest on, by the sessions before it.

    What was done on a rest day is no session that was asked for.
    """
    if _sessions_ran(state, state.index.rules.rest.after_days_running):
        return "sessions"
    if state.today >= state.next_week or not state.week_loaded:
        return None
    lifted = _lifted(state)
    if lifted >= state.bounds.loaded_goal:
        return "load"
    first = state.first_loaded
    if first is not None and lifted and monday(first) == monday(state.today):
        return "practice" if _practised(state) >= state.index.rules.day_goal.good_days else None
    return None


def _lifted(state: State) -> int:
    """Return the loaded days of the week before today."""
    return len(state.week_loaded) - (state.today in state.week_loaded)


def _practised(state: State) -> int:
    """Return the days of the week with a session before today, those for rest apart."""
    return len(state.week_sessions - {state.today, *state.rests})


def _enough(state: State) -> str:
    """Say that the week has had enough, and that it was good where no pain came in its way."""
    days = (monday(state.today) + back * ONE_DAY for back in range(state.today.weekday() + 1))
    hurt = max(state.pains.get(day, 0) for day in days) >= state.bounds.amber_from
    return "today you recover." if hurt else "it is already a good week."


def _sessions_ran(state: State, days: int) -> bool:
    """Return whether each of the last `days` days had a session, and none was for rest."""
    sessions, today = state.session_days, state.today
    if not sessions or today - state.row_since < timedelta(days=days):
        return False
    return today - sessions[-1] == ONE_DAY


def _allowed(state: State) -> bool:
    """Return whether today may be a rest day, or was decided to be one: once loading began."""
    if state.first_loaded is None:
        return False
    return state.today >= state.rest_from or was_rest_day(state)


def _is_another_kind(state: State) -> bool:
    """Return whether a rule that comes before rest decides today."""
    return (
        (load_due.is_load_due(state) and load_moves(state) is None)
        or state.pause is not None
        or state.morning_flag == state.today
        or safety.holds_the_day(state)
        or recheck.stands(state)
        or wall_test.offer_test(state)
    )
