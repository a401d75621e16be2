"""D6: whether a day is one of load, by the week and the person's training days.

Owns what is owed of a day that was missed. Whose turn it is then is `rotation`.
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Literal

import msgspec

from hingecli.coach.log.days import WEEKDAY_NAMES, WEEKDAYS
from hingecli.coach.results import Reason
from hingecli.coach.rules.reasons import reason
from hingecli.coach.rules.rotation import has_load
from hingecli.coach.state.state import ONE_DAY, State
from hingecli.text import count

RECENT_DAYS = 14
"""Days: a week before the first day of the window in which a missed one is made up."""


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """Whether load is due today, and why, or why not."""

    yes: bool
    reason: Reason


def is_load_due(state: State) -> bool:
    """Return whether a loaded day is due today (D6), cheaply: every day of a log is asked.

    Before any load is logged on it: so the week's loads are known.
    """
    last, days = state.last_loaded, state.profile.days
    if last is not None and last == state.today - ONE_DAY:
        return False
    done = len(state.week_loaded) if state.today < state.next_week else 0
    if done >= state.bounds.training_days:
        return False
    if days is not None and WEEKDAYS[state.today.weekday()] not in days:
        return ask_of_the_day(state, state.today, _recent_loads(state)).load and has_load(state)
    return has_load(state)


def due_by_the_days(state: State) -> Due:
    """Return whether the days allow and ask for load today, for one who has a drill for it."""
    today = state.today
    asked = ask_of_the_day(state, today, _recent_loads(state))
    planned = state.bounds.training_days
    weekday = WEEKDAY_NAMES[today.weekday()]
    match asked.because:
        case "after-load":
            text = "Yesterday was a loaded day: the load rests today."
        case "week-is-full":
            text = f"{count(asked.done, 'loaded day')} this week: that is your week's load."
        case "any-day":
            text = f"Loaded day {asked.done + 1} of {planned} this week."
        case "training-day":
            text = f"{weekday} is one of your training days."
        case "owed":
            missed = asked.owed or Owed(day=today, moved=False)
            name = WEEKDAY_NAMES[missed.day.weekday()]
            text = f"{name}'s load {'waited; it ' if missed.moved else ''}is today."
        case _:
            text = "Today is not one of your training days."
    return Due(yes=asked.load, reason=reason(state.index, "loaded_day", text))


class DayAsk(msgspec.Struct, frozen=True, kw_only=True):
    """What a day asks for by the calendar: load or not, and why; `done` are the week's so far."""

    load: bool
    because: Literal[
        "after-load", "week-is-full", "any-day", "training-day", "owed", "no-training-day"
    ]
    done: int
    owed: "Owed | None" = None


def ask_of_the_day(state: State, day: date, logged: Collection[date]) -> DayAsk:
    """Return what `day` asks for at its dawn, with load `logged` on those days (D6).

    The week is Monday to Sunday; what was logged on `day` itself or after it does not count yet.
    """
    days = state.profile.days
    done = _loaded_in_the_week(day, logged)
    if day - ONE_DAY in logged:
        return DayAsk(load=False, because="after-load", done=done)
    if done >= state.bounds.training_days:
        return DayAsk(load=False, because="week-is-full", done=done)
    if days is None:
        return DayAsk(load=True, because="any-day", done=done)
    if WEEKDAYS[day.weekday()] in days:
        return DayAsk(load=True, because="training-day", done=done)
    owed = _owed(state, day, logged)
    if owed is not None:
        return DayAsk(load=True, because="owed", done=done, owed=owed)
    return DayAsk(load=False, because="no-training-day", done=done)


def loaded_days_ahead(state: State) -> Iterator[date]:
    """Yield the days of the next week on which the calendar asks for load, as things stand."""
    logged = _recent_loads(state)
    for ahead in range(1, state.index.rules.weeks.days_in_week + 1):
        day = state.today + timedelta(days=ahead)
        if ask_of_the_day(state, day, logged).load:
            yield day


def _recent_loads(state: State) -> frozenset[date]:
    """Return the loaded days that a day can ask about: two weeks of them at most."""
    return frozenset([entry.day for entry in state.loaded_days[-RECENT_DAYS:]])


def _loaded_in_the_week(day: date, logged: Collection[date]) -> int:
    """Count the loaded days of the week of `day`, before it."""
    return sum(day - back * ONE_DAY in logged for back in range(1, day.weekday() + 1))


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """A training day whose load is still owed: it was missed, or the coach moved it."""

    day: date
    moved: bool


def _owed(state: State, today: date, logged: Collection[date]) -> Owed | None:
    """Find the last training day of the window whose load is owed and was not made up since.

    A day on which the coach itself asked for no load is not missed: else one missed day would
    move all later ones off the days that the person chose.
    """
    rule = state.index.rules.loaded_day
    days, owed, opened = state.profile.days or (), None, None
    for back in range(rule.missed_window_days, 0, -1):
        day = today - timedelta(days=back)
        planned = WEEKDAYS[day.weekday()] in days
        if day in logged:
            owed = owed if planned else None
        elif planned:
            if opened is None:
                opened = min((state.unlocks[d] for d in state.loaded_open), default=today)
            if day <= opened:
                continue
            moved = _load_waited(state, day)
            if moved or _was_left_out(state, day, logged):
                owed = Owed(day=day, moved=moved)
    return owed


def _load_waited(state: State, day: date) -> bool:
    """Return whether the load of `day` waited for soreness or a bad morning (S3, S5)."""
    sore_day, sore = state.sore or (None, 0)
    too_sore = sore_day == day and sore >= state.index.rules.soreness.move_from
    return too_sore or state.morning_flag == day


def _was_left_out(state: State, day: date, logged: Collection[date]) -> bool:
    """Return whether load was asked for on `day` and nothing was done."""
    if day in state.session_days or day - ONE_DAY in logged:
        return False
    if state.paused_days(day, day + ONE_DAY):
        return False
    if _was_held(state, day):
        return False
    return _loaded_in_the_week(day, logged) < state.bounds.training_days


def _was_held(state: State, day: date) -> bool:
    """Return whether the last hold that is over stood on `day`."""
    last = state.last_hold
    return last is not None and last.began <= day < last.ended
