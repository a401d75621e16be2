"""Breaks, the re-check: a few dowel reps before load returns after a long break.

Owns when it is due, what it asks, and whether a day passed it.
"""

from datetime import timedelta

from hingecli.coach.log.events import SetRecord
from hingecli.coach.log.tally import DayTally, is_clean_day
from hingecli.coach.rules.breaks import days_away, step_for
from hingecli.coach.rules.rotation import has_load
from hingecli.coach.state.lift import Return
from hingecli.coach.state.state import State


def is_due(state: State) -> bool:
    """Return whether a re-check stands before the next load."""
    last, rule = state.last_loaded, state.index.rules.breaks
    if last is None or (state.today - last).days < rule.recheck_from_days:
        return False
    if rule.recheck_drill not in state.unlocks:
        return False
    passed = state.recheck_passed
    if passed is None or passed <= last:
        return True
    return (state.today - passed).days >= rule.recheck_from_days


def was_passed_over(state: State) -> Return | None:
    """Return the return that today's load began without the re-check before it; else None."""
    back, rule, passed = state.returning, state.index.rules.breaks, state.recheck_passed
    if back is None or back.began != state.today or back.days < rule.recheck_from_days:
        return None
    if rule.recheck_drill not in state.unlocks:
        return None
    since = state.today - timedelta(days=back.days)
    return back if passed is None or passed <= since else None


def block(state: State) -> tuple[int, int]:
    """Return the sets and reps of the re-check: one short set, or a full dose once it is due."""
    rule = state.index.rules.breaks
    step = step_for(state, days_away(state))
    if (step is not None and step.from_dowel) or state.recheck_tries >= rule.recheck_tries:
        return rule.recheck_sets, rule.recheck_set_reps
    return 1, rule.recheck_reps


def close_day(state: State, tally: DayTally) -> None:
    """Take the day's dowel sets as a try of the re-check, if it stands before load."""
    rule = state.index.rules.breaks
    sets: list[SetRecord] | None = tally.sets.get(rule.recheck_drill)
    if not sets or not stands(state):
        return
    full = is_clean_day(
        sets, count=rule.recheck_sets, reps=rule.recheck_set_reps, least=rule.recheck_share
    )
    step = step_for(state, days_away(state))
    short = any(
        r.reps >= rule.recheck_reps and _clean_enough(r, rule.recheck_clean, rule.recheck_reps)
        for r in sets
    )
    if full or (short and not (step is not None and step.from_dowel)):
        state.recheck_passed = tally.day
        state.recheck_tries = 0
    elif tally.first_loaded is None:
        state.recheck_tries += 1


def _clean_enough(record: SetRecord, clean: int, reps: int) -> bool:
    return record.clean_reps * reps >= clean * record.reps


def stands(state: State) -> bool:
    """Return whether the re-check after a break stands before load: there is a drill to load."""
    return is_due(state) and has_load(state)
