"""Logs that begin alike: the days that they share are folded once, and each goes on from there.

Owns the copy of a state. A log before a write and after it, a day as it is and as it began: these
differ in their last days alone, and ten years of days are not to be taken in for each.
"""

from bisect import bisect_left
from collections.abc import Iterable
from copy import deepcopy
from datetime import date
from functools import cached_property
from itertools import takewhile
from operator import attrgetter

from hingecli.coach.fold import begin, go_on, step
from hingecli.coach.log.sessions import TrainingDay, TrainingLog
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.state.state import State


class Trunk:
    """The state after the first days of a log: every log that begins with them goes on from it."""

    def __init__(self, index: Index, days: Iterable[TrainingDay]) -> None:
        """Stand for `days`: they are folded when a log goes on from them, once."""
        self._index = index
        self._days = tuple(days)

    @cached_property
    def _state(self) -> State:
        state = begin(self._index)
        for entry in self._days:
            step(state, entry)
        return state

    def carries(self, log: TrainingLog, *, until: date) -> bool:
        """Return whether `log` begins with the days of the trunk, and all are before `until`."""
        days = self._days
        return (not days or days[-1].day < until) and log.days[: len(days)] == days

    def state_of(self, log: TrainingLog, today: date) -> State:
        """Return the state of `today` by `log`, which the trunk carries."""
        return go_on(self._copied(), log.days[len(self._days) :], today)

    def _copied(self) -> State:
        if not self._days:  # that is sooner made than copied
            return begin(self._index)
        return deepcopy(self._state, {id(self._index): self._index})


def shared_days(*logs: TrainingLog, until: date) -> tuple[TrainingDay, ...]:
    """Return the days before `until` with which all `logs` begin."""
    first, *others = (log.days for log in logs)
    shared = first[: bisect_left(first, until, key=attrgetter("day"))]
    for days in others:
        if days[: len(shared)] != shared:  # mostly they are the same, and one look tells
            alike = takewhile(lambda pair: pair[0] == pair[1], zip(shared, days, strict=False))
            shared = shared[: sum(1 for _ in alike)]
    return shared
