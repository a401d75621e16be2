"""S3 and S5: what soreness and a bad morning do to the load of a day.

Soreness is dull, on both sides, and eases with movement; pain is `safety`'s.
"""

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
