"""D9, its end: the lightest weight was too much, so the dowel takes the day."""

from hingecli.coach.log.tally import DayTally
from hingecli.coach.protocol.protocol import Rung
from hingecli.coach.rules import ladder, load_due, rotation
from hingecli.coach.rules.advice import Advice
from hingecli.coach.rules.prescription import advise
from hingecli.coach.rules.soreness import load_moves
from hingecli.coach.state.state import State


def is_sent_back(state: State) -> bool:
    """Return whether the main drill's lightest weight was too much: the dowel takes its day."""
    main = rotation.pick(state).main
    return sends_back(state, main, advise(state, main.id))


def sends_back(state: State, main: Rung, advice: Advice) -> bool:
    """Return whether `advice` for `main` is the dowel, and the dowel was not done since."""
    return advice.dowel and not went_back(state, main, full=True)


def went_back(state: State, rung: Rung, *, full: bool) -> bool:
    """Return whether the dowel was done since the load was too much: then load returns.

    A day of its own takes the `full` dose, or was one: the short practice between loads is none.
    Who opened a load by word before the dowel goes back to the wall.
    """
    practice = state.practice[ladder.practice_drill(state).id]
    last = state.lifts[rung.id].last
    done = practice.last_full if full else practice.last
    return done is not None and last is not None and done > last


def was_sent_back(state: State, tally: DayTally) -> bool:
    """Return whether the day was one of the dowel in the place of load (D9), however much of it."""
    return tally.first_loaded is None and takes_the_day(state)


def takes_the_day(state: State) -> bool:
    """Return whether the dowel stands in the place of today's load."""
    if not state.cut_lifts:
        return False
    return load_due.is_load_due(state) and load_moves(state) is None and is_sent_back(state)
