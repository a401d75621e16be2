"""D11: how many swings a week has room for, and what was lifted: no bell is swung over it.

`prescription`, `load_up` and `rotation` hold the bells to that.
"""

from datetime import date, timedelta
from decimal import Decimal
from itertools import takewhile

from hingecli.coach.log.days import monday
from hingecli.coach.log.tally import DayTally
from hingecli.coach.state.state import State


def left(state: State) -> int:
    """Return the swings that the week still has room for; none after its days of swings (D11)."""
    rule = state.index.rules.swings
    first = monday(state.today)
    recent = takewhile(lambda entry: entry.day >= first, reversed(state.loaded_days))
    week = [entry.swings for entry in recent if entry.swings]
    return max(0, rule.max_week_reps - sum(week)) if len(week) < rule.max_days else 0


def lifted_lately(state: State) -> Decimal | None:
    """Return the heaviest weight (kg) lifted cleanly in the last weeks: no bell is swung over it.

    None where nothing was (D11).
    """
    if not state.lifted:
        return None
    before = _no_longer_lately(state)
    return next((load for day, load in state.lifted if day > before), None)


def note_lifted(state: State, tally: DayTally) -> None:
    """Remember the day's heaviest clean lift; forget what it outdoes or is long ago."""
    load = _heaviest_clean(state, tally)
    if load is None:
        return
    before = _no_longer_lately(state)
    kept = [(day, kg) for day, kg in state.lifted if day > before and kg > load]
    state.lifted = [*kept, (tally.day, load)]


def _no_longer_lately(state: State) -> date:
    return state.today - timedelta(days=state.index.rules.swings.lifted_days)


def _heaviest_clean(state: State, tally: DayTally) -> Decimal | None:
    """Return the heaviest weight (kg) of the day's deadlifts and RDLs in clean sets."""
    rule, rungs = state.index.rules.swings, state.index.rungs
    loads = [
        record.load_kg
        for drill in tally.drills
        if rungs[drill].family in ("deadlift", "rdl")
        for record in tally.sets.get(drill, ())
        if record.load_kg is not None
        and record.reps >= rule.lifted_reps
        and 100 * record.clean_reps >= rule.lifted_share * record.reps
    ]
    return max(loads, default=None)


def done_on(state: State, tally: DayTally) -> int:
    """Return the reps of the day's swings."""
    rungs = state.index.rungs
    swung = [drill for drill in tally.drills if rungs[drill].family == "swing"]
    return sum([record.reps for drill in swung for record in tally.sets.get(drill, ())])
