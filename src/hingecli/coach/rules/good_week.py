"""D4: good weeks: how many days make one, before and after the first load; and weeks of load."""

from hingecli.coach.log.days import monday
from hingecli.coach.log.tally import DayTally
from hingecli.coach.rules import progression
from hingecli.coach.state.state import ONE_WEEK, State


def close_week(state: State) -> None:
    """Count the week that ends if it was good."""
    if is_good_week(state):
        state.good_weeks += 1
    state.week_sessions.clear()
    state.week_counted = 0
    state.week_loaded.clear()


def count_load_week(state: State, tally: DayTally) -> None:
    """Count the week of a loaded day, once.

    A drill that is still locked begins none, nor do sets whose clean reps nobody counted: as
    another program's, they open nothing.
    """
    this_week = monday(tally.day)
    if this_week == state.last_loaded_week or not tally.loaded_counted:
        return
    if not state.unlocks.keys().isdisjoint(tally.drills):
        state.loaded_weeks += 1
        state.last_loaded_week = this_week


def is_good_week(state: State) -> bool:
    """Return whether the running week is already good."""
    days, goal = week_so_far(state)
    return days >= goal


def week_so_far(state: State) -> tuple[int, int]:
    """Return how many days of this week make it good so far, and how many are asked.

    Before the first load any day counts, after it only loaded ones. In the week of the first load
    either will do, so that what was practised before it is not lost: the nearer one is told.
    """
    practised = len(state.week_sessions), state.index.rules.day_goal.good_days
    if state.first_loaded is None:
        return practised
    loaded = len(state.week_loaded), state.bounds.loaded_goal
    is_first_week = monday(state.first_loaded) + ONE_WEEK == state.next_week
    if is_first_week and practised[0] * loaded[1] > loaded[0] * practised[1]:
        return practised
    return loaded


def loaded_goal_of(state: State) -> int:
    """Work out the loaded days of a good week: all that are planned but one, at least one."""
    rule = state.index.rules.consistency
    return max(rule.min_loaded, progression.training_days_of(state) - rule.max_loaded_missed)
