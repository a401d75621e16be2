"""The coach as one fold over training days: a log in, a state out, a day decided from it."""

from datetime import date

from hingecli.coach import absorb
from hingecli.coach.day import day
from hingecli.coach.log.sessions import Entry, TrainingLog
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Decision
from hingecli.coach.state.state import State


def fold(index: Index, log: TrainingLog, today: date) -> State:
    """Fold `log` up to and including `today` into a state; later days do not count yet."""
    state = State(index)
    for entry in log.entries:
        if entry.day > today:
            break
        step(state, entry)
    return carry_on(state, today)


def carry_on(state: State, today: date) -> State:
    """Bring `state` to `today`, not before its own day, and give it back."""
    absorb.advance(state, today)
    absorb.open_gates(state)
    return state


def step(state: State, entry: Entry) -> State:
    """Take one training day into `state` and give it back."""
    absorb.advance(state, entry.day)
    absorb.take_settings(state, entry.settings)
    absorb.take_day(state, entry)
    return state


def decide(state: State, *, hour: int | None = None) -> Decision:
    """Decide the day that `state` was folded to.

    `hour` (0-23, local) is for what holds only before noon; not told, it is left out.
    """
    state.hour = hour
    return day.decide(state)
