"""Rest: the days off once loading began, and which of the past days were such.

A rest day is decided and never logged: what was one before is worked out anew from the days with a
session and with load, whenever it is asked.
"""

from collections.abc import Collection
from datetime import date, timedelta
from itertools import takewhile

from hingecli.coach.log.days import monday
from hingecli.coach.results import Reason
from hingecli.coach.rules import rotation
from hingecli.coach.rules.good_week import loaded_goal
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.state import ONE_DAY, State
from hingecli.text import count

WALK_FROM = 14
"""Days: the walk over the past begins at every second Monday, so that each day of two weeks sees
the same rest days before it."""


def rest_due(state: State) -> Reason | None:
    """Return why today is a rest day; None where it is none.

    Asked for a day without load: the order of the day puts that first.
    """
    if state.first_loaded is None:
        return None
    trained, loaded = set(state.session_days), _loaded(state)
    if _wish(state, state.today, trained, loaded) is None:
        return None  # the sessions of rest days could only make it less so
    rests = _rest_days(state, trained, loaded)
    if not _allowed(state, rests):
        return None
    text = _wish(state, state.today, trained - rests, loaded)
    return None if text is None else reason(state.index, "rest", text)


def may_rest(state: State) -> bool:
    """Return whether today's sessions so far could make it a rest day: cheap, for every log."""
    if state.first_loaded is None:
        return False
    return _wish(state, state.today, state.session_days, _loaded(state)) is not None


def _rest_days(state: State, trained: Collection[date], loaded: Collection[date]) -> set[date]:
    """Walk the last weeks forward, and return the days before today that asked for rest.

    Never two running; but how many there may be in a week is not looked at: so where the walk
    began makes no difference to its end.
    """
    loads = bool(rotation.pool(state))
    prescribed, rests = set(trained), set[date]()
    day = _start_of_the_walk(state)
    while day < state.today:
        asked = loads and rotation.ask_of_the_day(state, day, loaded).load
        if (
            (not asked or rotation.load_waited(state, day))
            and not _was_another_kind(state, day, loaded, loads=loads)
            and day - ONE_DAY not in rests
            and _wish(state, day, prescribed, loaded) is not None
        ):
            rests.add(day)
            prescribed.discard(day)  # what was done on a rest day is no session that was asked for
        day += ONE_DAY
    return rests


def _start_of_the_walk(state: State) -> date:
    monday_number = (state.today.toordinal() - 1) // WALK_FROM - 1
    first = date.fromordinal(max(1, monday_number * WALK_FROM + 1))
    return max(first, (state.first_loaded or state.today) + ONE_DAY)


def _wish(
    state: State, day: date, prescribed: Collection[date], loaded: Collection[date]
) -> str | None:
    """Say why `day` would be one to rest on, by the sessions before it; None where nothing does."""
    least = state.index.rules.rest.after_days_running
    if all(day - back * ONE_DAY in prescribed for back in range(1, least + 1)):
        return f"Sessions on each of the last {least} days: today you recover."
    earlier = [day - back * ONE_DAY for back in range(1, day.weekday() + 1)]
    lifted = sum(before in loaded for before in earlier)
    if lifted >= loaded_goal(state):
        return f"{count(lifted, 'loaded day')} this week: it is already a good week."
    first = state.first_loaded
    if first is not None and lifted and monday(first) == monday(day):
        practised = sum(before in prescribed for before in earlier)
        if practised >= state.index.rules.day_goal.good_days:
            return f"{count(practised, 'day')} of practice this week: it is already a good week."
    return None


def _allowed(state: State, rests: Collection[date]) -> bool:
    """Return whether today may be one more rest day: never two running, few in a week."""
    rule = state.index.rules.rest
    first = state.today - timedelta(days=rule.window_days - 1)
    return (
        state.today - ONE_DAY not in rests and sum(day >= first for day in rests) < rule.most_days
    )


def _was_another_kind(state: State, day: date, loaded: Collection[date], *, loads: bool) -> bool:
    """Return whether a pause, a hold, a bad morning or a re-check decided `day`.

    `loads` says that there is a drill to load, which alone asks for a re-check.
    """
    if state.paused_days(day, day + ONE_DAY) or state.morning_flag == day:
        return True
    if rotation.was_held(state, day):
        return True
    last = max((before for before in loaded if before < day), default=day)
    return loads and (day - last).days >= state.index.rules.breaks.recheck_from_days


def _loaded(state: State) -> set[date]:
    """Return the loaded days of the last weeks."""
    since = _start_of_the_walk(state) - timedelta(days=state.index.rules.breaks.recheck_from_days)
    recent = takewhile(lambda entry: entry.day >= since, reversed(state.loaded_days))
    return {entry.day for entry in recent}
