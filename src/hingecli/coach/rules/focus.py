"""The one focus cue of a day, and whether to film: the person's own mistake, else in turn."""

from datetime import timedelta
from itertools import takewhile

import msgspec

from hingecli.coach.log.sessions import Sitting
from hingecli.coach.log.tally import DayTally
from hingecli.coach.state.state import KEPT_MISTAKES, State, keep_last
from hingecli.text import times


class Focus(msgspec.Struct, frozen=True, kw_only=True):
    """The focus of a day: the id of a mistake, or none: then the elements take turns."""

    mistake: str | None
    because: str


NO_FOCUS = Focus(mistake=None, because="")


def focus_of(state: State) -> Focus:
    """Choose the mistake noticed most in the last week, until it stays away three sessions."""
    rule = state.index.rules.focus
    since = state.today - timedelta(days=rule.window_days)
    counts: dict[str, int] = {}
    recent = list(takewhile(lambda noticed: noticed[0] > since, reversed(state.mistakes)))
    for _, mistake, number in reversed(recent):
        if state.sessions_without.get(mistake, 0) < rule.retire_after:
            counts[mistake] = counts.get(mistake, 0) + number
    often = max(counts, key=lambda mistake: counts[mistake], default=None)
    if often is None or counts[often] < rule.least:
        return NO_FOCUS
    name = often.replace("-", " ")
    often_said = times(counts[often])
    return Focus(mistake=often, because=f"you noticed {name} {often_said} in the last week")


def film_due(state: State) -> bool:
    """Return whether to film this session: each in the first weeks, then the first of each week.

    Once too after a row of tests: the miss is easier to see than to feel (D2).
    """
    rules = state.index.rules
    if state.start is None or state.plan_week <= rules.film.every_session_weeks:
        return True
    if state.tests.practice_left == rules.test.practice_days:
        return True
    last = next((day for day in reversed(state.session_days) if day < state.today), state.start)
    week = rules.film.then_every_days
    return (last - state.start).days // week < (state.today - state.start).days // week


def notice(state: State, sitting: Sitting) -> None:
    """Remember the mistakes of a session, and for each mistake the sessions without it."""
    seen = set()
    for noticed in sitting.mistakes:
        seen.add(noticed.mistake)
        row = sitting.day, noticed.mistake, noticed.count
        keep_last(state.mistakes, row, most=KEPT_MISTAKES)
    for mistake in state.sessions_without:
        state.sessions_without[mistake] += 1
    for mistake in seen:
        state.sessions_without[mistake] = 0


def note_rounding(state: State, tally: DayTally) -> None:
    """Remember whether the loaded day rounded, and whether that asks for the correction."""
    rule = state.index.rules.rounding
    if state.rounding_pending:
        state.rounding_pending = False
        state.rounding_days = []
        return
    rounded = tally.rounding(rule.mistake)
    often = rounded > 0 and 100 * rounded >= rule.percent * tally.loaded_reps
    state.rounding_days = [*state.rounding_days, rounded >= rule.reps or often][-rule.of_days :]
    if sum(state.rounding_days) >= rule.days:
        state.rounding_pending = True
