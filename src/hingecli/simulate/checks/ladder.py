"""What must hold of the ladder: what opens, what stays open, what is left out."""

from datetime import timedelta

from hingecli.simulate.checks.day import Day
from hingecli.simulate.ledger import ONE_DAY

WEEK = timedelta(days=7)


def only_open(day: Day) -> str | None:
    """Expect nothing to be prescribed that is not open."""
    shut = [b.drill for b in day.decision.blocks if b.drill not in day.state.unlocks]
    return f"{shut[0]} is prescribed and not open" if shut else None


def stays_open(day: Day) -> str | None:
    """Expect what opened once to be open, since the same day."""
    for drill, since in day.ledger.opened.items():
        if day.state.unlocks.get(drill) != since:
            return f"{drill} was open since {since} and is no longer"
    return None


def not_before_its_week(day: Day) -> str | None:
    """Expect no load before the plan's first week of it."""
    state, first = day.state, day.ledger.first_day
    if not day.working or state.overrides or state.profile.start is not None or first is None:
        return None
    lived = day.decision.date - first - day.ledger.paused_days * ONE_DAY
    if lived < (day.ledger.first_load_week - 1) * WEEK:
        return f"load after {lived.days} days"
    return None


def nothing_opens_in_a_hold(day: Day) -> str | None:
    """Expect no loaded drill to open while a red score holds load, but by override."""
    red, state = day.ledger.pain.red, day.state
    if red is None or len(state.unlocks) == len(day.ledger.opened):
        return None
    for drill in state.unlocks.keys() - day.ledger.opened.keys():
        since = state.unlocks[drill]
        # What opened earlier on the day of the score opened before the hold.
        within = since >= red.day if red.first else since > red.day
        if within and drill in state.index.loaded and drill not in state.overrides:
            return f"{drill} opened on {since}, held since {red.day}"
    return None


def declined_is_left_out(day: Day) -> str | None:
    """Expect what the person declined to be neither prescribed nor ahead."""
    declined = day.ledger.declined
    if not declined:
        return None
    asked = [block.drill for block in day.decision.blocks if block.drill in declined]
    if asked:
        return f"{asked[0]} was declined and is prescribed"
    ahead = day.decision.next_gate
    if ahead is not None and ahead.drill in declined:
        return f"{ahead.drill} was declined and is shown as next"
    return None
