"""The training days ahead, as far as they are known today: the days, never what each will ask for.

Owns which days these are. What a day is, is decided on the day itself.
"""

from collections.abc import Iterator
from datetime import date

from hingecli.coach.log.days import WEEKDAY_NAMES, WEEKDAYS
from hingecli.coach.protocol.protocol import PlanRow
from hingecli.coach.report.plan import week_of_the_goal
from hingecli.coach.results import Answer, GoalDay, Reason
from hingecli.coach.rules import goals, hold_reasons
from hingecli.coach.state.state import ONE_DAY, State


class DayAhead(Answer, frozen=True, kw_only=True):
    """A training day to come, in which week of the plan.

    `row` is what the plan says of that week, None once it is over; `goal` the drill of the weekday
    in the week by goal. Under a hold (`held`) neither is told: nothing is promised then.
    """

    day: date
    week: int
    row: PlanRow | None
    goal: GoalDay | None
    held: bool


def days_ahead(state: State, first: date, last: date) -> tuple[DayAhead, ...]:
    """Return the training days from `first` to `last`, those of a pause left out.

    They are the days that the person told. Who told none practises daily until a load is open, as
    the protocol asks, and then on its own days.
    """
    return tuple(_ahead(state, first, last))


def waits_for_a_professional(state: State) -> Reason | None:
    """Return why no day can be planned before somebody looked at it; None where nothing waits."""
    hold = state.hold
    if state.bounds.screen == "stop" or (hold is not None and hold.asks_for_a_professional):
        return hold_reasons.hold_reason(state)
    return None


def told_no_days(state: State) -> bool:
    """Return whether the training days are the protocol's own, because nobody told any."""
    return state.profile.days is None and bool(state.loaded_open)


def _ahead(state: State, first: date, last: date) -> Iterator[DayAhead]:
    held = state.hold is not None
    by_weekday: dict[str, GoalDay] = {}
    if goals.begun(state) and not held:
        by_weekday = {day.weekday: day for day in week_of_the_goal(state)}
    for number in range((last - first).days + 1):
        day = first + number * ONE_DAY
        then = state.on(day)
        if then.pause is not None or not _is_training_day(state, day):
            continue
        week = then.week_since(state.start or first, first=1)
        yield DayAhead(
            day=day,
            week=week,
            row=None if held else _row(state, week),
            goal=by_weekday.get(WEEKDAY_NAMES[day.weekday()]),
            held=held,
        )


def _is_training_day(state: State, day: date) -> bool:
    if state.profile.days is None and not state.loaded_open:
        return True
    return WEEKDAYS[day.weekday()] in (
        state.profile.days or state.index.rules.loaded_day.default_days
    )


def _row(state: State, week: int) -> PlanRow | None:
    for row in state.index.protocol.plan:
        if row.weeks[0] <= week <= row.weeks[1]:
            return row
    return None
