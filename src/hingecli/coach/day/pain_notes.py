"""What pain, a hold or the readiness answers add to a decided day: a reason each.

When a hold begins and ends is `safety`'s.
"""

from hingecli.coach.day.draft import Draft
from hingecli.coach.results import Reason
from hingecli.coach.rules import hold_reasons, readiness, safety, severity, way_back
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.state import State
from hingecli.text import count


def before_a_yes(state: State, draft: Draft) -> Reason | None:
    """Say that load waits for a professional's yes."""
    named = draft.standstill
    if not readiness.waits_for_a_yes(state) or (named is not None and named.waits_for_a_yes):
        return None
    text = "No load before a professional's yes. Have it? hinge setup --cleared DATE"
    return reason(state.index, "screen", text)


def partial_hold(state: State, draft: Draft) -> Reason | None:
    """Say what is held on a day that goes on beside it."""
    if draft.kind in ("hold", "paused") or state.hold is None:
        return None
    return hold_reasons.hold_reason(state)


def hold_over(state: State, draft: Draft) -> Reason | None:
    """Say that a hold is over until a session follows; the first loaded day says more itself."""
    over = state.last_hold
    if over is None or state.hold is not None or draft.kind in ("hold", "paused", "load"):
        return None
    if state.session_days and state.session_days[-1] > over.ended:
        return None
    text = f"The hold after {severity.describe(state.index, over.pain)} is over."
    if state.way_back is not None:
        what, days = "Load comes", count(state.index.rules.way_back.days, "easy day")
        if not way_back.covers_all(state):
            known = [drill for drill in state.loaded_open if state.lifts[drill].days]
            held = [drill for drill in known if way_back.covers(state, drill)]
            comes = "comes" if len(held) == 1 else "come"
            what = f"The {way_back.names_of(state, held)} {comes}"
        text += f" {what} back over {days}."
    return reason(state.index, "pain_during", text)


def pain_last_time(state: State, draft: Draft) -> Reason | None:
    """S2: after some pain no step up; a loaded day says itself what it leaves away."""
    if state.last_pain is None or draft.kind in ("hold", "paused", "done", "load"):
        return None
    _, pain = state.last_pain
    if severity.stops_training(state.index, pain) or not safety.hurt_last_time(state):
        return None
    if state.last_hold is not None and state.last_hold.ended > state.session_days[-1]:
        return None  # the pain of the hold: its end says what comes now
    text = f"Pain {pain.score} last time: no step up, and half the range if it speaks up again."
    return reason(state.index, "pain_during", text)


def asks_for_a_look(state: State, draft: Draft) -> Reason | None:
    """S2: pain on so many days lately should be looked at."""
    if draft.kind == "paused" or not safety.asks_for_a_look(state):
        return None
    if state.hold is not None and state.hold.asks_for_a_professional:
        return None  # that says it already
    rule = state.index.rules.amber
    text = f"Some pain on {rule.look_after} days or more in three weeks: please have it looked at."
    return reason(state.index, "amber", text)


def on_the_way_back(state: State, draft: Draft) -> Reason | None:
    """Say what the way back after a hold takes off a loaded day."""
    asked = {block.drill for block in draft.blocks}
    return way_back.told(state, asked) if draft.kind == "load" else None


def fast_waits(state: State, draft: Draft) -> Reason | None:
    """D11: say why swings and jumps that are open are not on a loaded day."""
    if draft.kind != "load":
        return None
    fast = state.index.rules.goals.athletic_families
    opened = [drill for drill in state.loaded_open if state.index.rungs[drill].family in fast]
    return way_back.why_fast_waits(state, opened) if opened else None


def painful_sets(state: State, draft: Draft) -> Reason | None:
    """Say before the first load why clean sets did not count towards it."""
    tally = state.tally
    if tally is None or not tally.painful or not safety.hurt_last_time(state):
        return None
    if state.first_loaded is not None or draft.kind not in ("practice", "test"):
        return None
    text = (
        f"Sets with pain {state.bounds.amber_from} or more count in your totals, "
        "not toward load. If it stays so, please see a professional."
    )
    return reason(state.index, "painful_sets", text)
