"""A trunk: what it gives is what a fold of the whole log gives, and nothing of it is shared."""

from copy import deepcopy
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given

from coach.test_invariants import LAST_DAY, journals, numbers, words
from factories import DAY_ONE, Journal, day
from hingecli.coach.fold import fold
from hingecli.coach.log.sessions import TrainingLog
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.state.state import State
from hingecli.coach.trunk import Trunk, shared_days


def told(value: object) -> object:
    """Return all that a state remembers, as plain values that can be compared."""
    if isinstance(value, Index):
        return "the protocol"
    if isinstance(value, msgspec.Struct):
        return type(value).__name__, [
            told(getattr(value, name)) for name in value.__struct_fields__
        ]
    if isinstance(value, dict):
        return {key: told(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [told(each) for each in value]
    return value


def remembers(state: State) -> Any:
    return told(state)


@given(journals(), numbers, numbers)
def test_a_state_from_a_trunk_is_that_of_the_whole_log(
    index: Index, journal: Journal, until: int, later: int
) -> None:
    log, today = journal.read(), day(until) + timedelta(days=later)
    trunk = Trunk(index, shared_days(log, until=day(until)))

    first, second = trunk.state_of(log, today), trunk.state_of(log, today)

    assert remembers(first) == remembers(second) == remembers(fold(index, log, today))


@given(journals(), numbers, words())
def test_logs_that_part_go_on_each_by_itself(
    index: Index, journal: Journal, on: int, sets: str
) -> None:
    before, after = journal.read(), journal.session(on, sets, pain=7).read()
    end = day(LAST_DAY + 1)
    shared = shared_days(before, after, until=end)
    trunk = Trunk(index, shared)

    assert all(entry.day < end for entry in shared)
    assert remembers(trunk.state_of(after, end)) == remembers(fold(index, after, end))
    assert remembers(trunk.state_of(before, end)) == remembers(fold(index, before, end))


@pytest.mark.parametrize(("until", "shared"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 2)])
def test_what_is_shared_ends_where_logs_differ_or_where_it_is_asked_to(
    until: int, shared: int
) -> None:
    before = Journal().session(0, "wall 10").session(1, "wall 10").session(2, "wall 10")
    after = before.session(2, "wall 5").session(3, "wall 10")

    days = shared_days(before.read(), after.read(), until=day(until))

    assert [entry.day for entry in days] == [day(on) for on in range(shared)]


def test_a_trunk_carries_what_begins_with_its_days_and_no_day_of_its_own(index: Index) -> None:
    journal = Journal().session(0, "wall 10").session(1, "wall 10")
    log, other = journal.read(), journal.session(0, "wall 5").read()
    trunk = Trunk(index, shared_days(log, until=day(2)))

    assert trunk.carries(log, until=day(2))
    assert trunk.carries(journal.session(2, "wall 5").read(), until=day(2))
    assert not trunk.carries(log, until=day(1))
    assert not trunk.carries(other, until=day(2))
    assert not trunk.carries(TrainingLog(days=log.days[:1]), until=day(2))
    assert Trunk(index, ()).carries(other, until=date.min)


def test_a_copy_shares_what_nobody_changes(index: Index) -> None:
    journal = Journal().setup(0, days=("mon",)).sessions(range(5), "wall 10")
    state = fold(index, journal.read(), DAY_ONE + timedelta(days=9))

    copy = deepcopy(state, {id(index): index})

    assert copy.index is index
    assert copy.profile is state.profile
    assert copy.practice["wall-hinge"] is not state.practice["wall-hinge"]
    assert remembers(copy) == remembers(state)
