"""D4: good weeks: how many days make one, before and after the first load."""

from datetime import date

from hingecli.coach.log.days import monday
from hingecli.coach.rules import progression
from hingecli.coach.state.state import State, Week


def close_week(state: State, day: date) -> None:
    """Count the week that ends if it was good, and begin that of `day`."""
    if is_good_week(state):
        state.good_weeks += 1
    state.week_sessions.clear()
    state.week_loaded.clear()
    state.last_week = state.week if state.week.reps else None
    state.week = Week(began=monday(day))


def is_good_week(state: State) -> bool:
    """Return whether the running week is already good."""
    return days_this_week(state) >= week_goal(state)


def days_this_week(state: State) -> int:
    """Count what a good week is made of: loaded days once loading began, else all days."""
    return len(state.week_loaded if state.first_loaded is not None else state.week_sessions)


def week_goal(state: State) -> int:
    """Return the days of a good week: 4 with practice, or all planned loaded days but one."""
    rules = state.index.rules
    if state.first_loaded is None:
        return rules.day_goal.good_days
    planned = progression.training_days(state)
    return max(rules.consistency.loaded_least, planned - rules.consistency.loaded_missed_most)
