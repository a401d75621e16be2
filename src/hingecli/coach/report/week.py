"""The week that a goal makes (D14), once the twelve weeks are over: a drill and a dose a day."""

from datetime import date

from hingecli.coach.log.days import WEEKDAY_NAMES, WEEKDAYS
from hingecli.coach.results import GoalDay
from hingecli.coach.rules import progression
from hingecli.coach.rules.prescription import usual
from hingecli.coach.rules.rotation import pool
from hingecli.coach.state.state import ONE_DAY, State


def week_of_the_goal(state: State) -> tuple[GoalDay, ...]:
    """Return the training days of the goal's week in order, each with drill and dose of now."""
    drills = {rung.family: rung for rung in pool(state)}
    if not drills:
        return ()
    turns = state.index.rules.goals.week
    planned = sorted(
        state.profile.days or state.index.rules.loaded_day.default_days, key=WEEKDAYS.index
    )
    days = []
    for number, weekday in enumerate(planned[: progression.training_days(state)]):
        start = number % len(turns)
        order = (*turns[start:], *turns[:start], *drills)
        rung = next(drills[family] for family in order if family in drills)
        earlier = {date.min + n * ONE_DAY for n in range(number)}
        dose = usual(state.on(state.today, week_loaded=earlier), rung.id)
        days.append(
            GoalDay(
                weekday=WEEKDAY_NAMES[WEEKDAYS.index(weekday)],
                drill=rung.id,
                sets=dose.sets,
                reps=dose.reps_range,
                rest_s=dose.rest_s,
            )
        )
    return tuple(days)
