"""S3 and S5: what a bad morning and soreness do to the load of a day.

Soreness is dull, on both sides, peaks at 24-72 h and eases with movement; pain is `safety`'s.
"""

from datetime import date, timedelta

from hingecli.coach.results import Reason
from hingecli.coach.rules import safety
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.state import ONE_DAY, State


def load_moves(state: State) -> Reason | None:
    """Return why today's load waits: soreness (S5), or an illness that ended today (S8).

    A bad morning names its own day.
    """
    if state.pauses and _ill_until_yesterday(state):
        text = "You are back from being ill: practice at most today, load from tomorrow on."
        return reason(state.index, "illness", text)
    if state.sore is None:
        return None
    day, sore = state.sore
    from_, until = state.index.rules.soreness.move_from, state.index.rules.soreness.move_days
    if day == state.today and sore >= from_ and len(state.sore_days) <= until:
        text = f"Soreness {sore}: the load moves to the next day that allows it."
        return reason(state.index, "soreness", text)
    return None


def _ill_until_yesterday(state: State) -> bool:
    ends = zip(state.pauses, state.pause_ends, strict=True)
    return any(
        pause.ill and end is not None and state.today - end == ONE_DAY for pause, end in ends
    )


def take_soreness(state: State, day: date, sore: int) -> None:
    """Remember the soreness told on `day`; when it does not go, it is no longer soreness."""
    rule = state.index.rules.soreness
    state.sore = (day, sore)
    if sore < rule.move_from:
        state.sore_days = []
        return
    kept = [sore_day for sore_day in state.sore_days if sore_day != day]
    if kept and day - kept[-1] > timedelta(days=rule.apart_days):
        kept = []
    state.sore_days = [*kept, day]
    if len(state.sore_days) == rule.move_days + 1:
        safety.count_amber(state, day)
        for lift in state.lifts.values():
            if lift.days:
                lift.half_because = f"Sore on {len(state.sore_days)} days running"


def morning_after(state: State, day: date, score: int) -> None:
    """S3: take the morning score of `day` as the answer for the last loaded day before it."""
    entry = next((entry for entry in reversed(state.loaded_days) if entry.day < day), None)
    if entry is None or (day - entry.day).days > state.index.rules.load_up.answer_days:
        return
    state.answered[entry.day] = score
    if is_bad_morning(state, score):
        for drill in entry.drills:
            state.lifts[drill].forget_tops()


def flag_morning(state: State) -> None:
    """S3: note whether the morning of today was bad, once all that was told of it is known.

    Within a hold its score is about what hurts, and only S2 speaks.
    """
    score = state.mornings.get(state.today)
    if score is not None and is_bad_morning(state, score) and not safety.speaks_of_mornings(state):
        state.morning_flag = state.today


def is_bad_morning(state: State, score: int) -> bool:
    """Return whether a morning score (0-10) is too far over the usual one."""
    rule = state.index.rules.morning_after
    usual = state.profile.usual_pain
    return score - (rule.usual if usual is None else usual) >= rule.flag_over
