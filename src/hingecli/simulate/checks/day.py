"""What an invariant looks at, and what it answers."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from hingecli.coach.results import Block, Decision
from hingecli.coach.state.state import State
from hingecli.simulate.ledger import Ledger, working_blocks


class Found(NamedTuple):
    """One day of one life on which an invariant did not hold."""

    invariant: str
    day: date
    what: str


class Day(NamedTuple):
    """A decided day: the state it was decided from, the decision, and the ledger before it.

    `working` are the blocks with load that are no warm-up.
    """

    state: State
    decision: Decision
    ledger: Ledger
    working: tuple[Block, ...]


Invariant = Callable[[Day], str | None]
"""Says what is wrong with a day; None where it holds."""


def make_day(state: State, decision: Decision, ledger: Ledger) -> Day:
    """Return the day of `decision`."""
    return Day(state, decision, ledger, working_blocks(state.index, decision))
