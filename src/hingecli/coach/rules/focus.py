"""The one focus cue of a day, and whether to film: the person's own mistake, else in turn."""

from datetime import timedelta
from itertools import takewhile

import msgspec

from hingecli.coach.rules.reasons import times
from hingecli.coach.state.state import State


class Focus(msgspec.Struct, frozen=True, kw_only=True):
    """The focus of a day: the id of a mistake, or none: then the elements take turns."""

    mistake: str | None
    because: str


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
        return Focus(mistake=None, because="")
    name = often.replace("-", " ")
    often_said = times(counts[often])
    return Focus(mistake=often, because=f"you noticed {name} {often_said} in the last week")


def film_due(state: State) -> bool:
    """Tell whether to film this session: each in the first weeks, then the first of each week.

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
