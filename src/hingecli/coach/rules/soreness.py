"""S3 and S5: what soreness and a bad morning do to the load of a day.

Soreness is dull, on both sides, and eases with movement; pain is `safety`'s.
"""

from datetime import date

from hingecli.coach.results import Reason
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.state import State


def load_moves(state: State) -> Reason | None:
    """Say why today's load waits: soreness before it (S5). A bad morning names its own day."""
    day, sore = state.sore or (None, 0)
    if day == state.today and sore >= state.index.rules.soreness.move_from:
        text = f"Soreness {sore}: the load moves to the next day that allows it."
        return reason(state.index, "soreness", text)
    return None


def morning_after(state: State, day: date, score: int) -> None:
    """S3: take the morning score of `day` as the answer for the last loaded day before it."""
    rules = state.index.rules
    usual = state.profile.usual_pain
    over = score - (rules.morning_after.usual if usual is None else usual)
    flagged = over >= rules.morning_after.flag_over
    if flagged:
        state.morning_flag = day
    elif state.morning_flag == day:
        state.morning_flag = None
    if not state.loaded_days:
        return
    entry = state.loaded_days[-1]
    if (day - entry.day).days > rules.load_up.answer_days:
        return
    state.answered[entry.day] = score
    if flagged:
        for drill in entry.drills:
            state.lifts[drill].top_days = ()
