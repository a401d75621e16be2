"""A protocol that passes the check carries the coach through a year, whatever its figures."""

import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from factories import Journal, day
from hingecli.coach.day.decide import decide
from hingecli.coach.fold import fold
from hingecli.coach.protocol.protocol import Index, Protocol
from hingecli.content import bundled, load_mistakes
from hingecli.content.check.check import table_problems
from hingecli.content.reading import read_text

DAYS = (0, 27, 40, 95, 121, 160, 400)
"""A first day, a test, a first loaded day, after a break, in a hold, in a goal's weeks, a year."""

Key = tuple[str | int, ...]


def learner() -> Journal:
    """Four weeks without load, four months with it: a break, a hold, mistakes, sides."""
    journal = Journal().setup(0, goal="strength", days=("mon", "wed", "fri"))
    for number in range(28):
        journal = journal.session(number, "wall 20" if number % 3 else "wall 3x10", "dowel 3x12")
    for number in (*range(28, 60, 2), *range(90, 120, 2)):
        journal = journal.session(
            number,
            "kb 3x12 @16",
            "rdl 3x12 @12",
            effort=6,
            mistakes={"lower-back-rounding": 4} if number % 3 == 0 else None,
        )
        journal = journal.session(number + 1, "sl 8L 8R 6/8L 8R")
    return journal.session(120, "kb 8 @16", pain=6).morning(121, 1).morning(122, 1)


@cache
def known() -> dict[str, frozenset[str] | None]:
    table = tomllib.loads(read_text(bundled(), "protocol.toml"))
    ids = {
        kind: frozenset(str(one["id"]) for one in table[key])
        for kind, key in (("drill", "ladder"), ("phase", "phases"), ("equipment", "equipment"))
    }
    return {**ids, "mistake": frozenset(m.id for m in load_mistakes(bundled()).mistakes)}


def leaves(value: Any, key: Key = ()) -> Iterator[Key]:
    if isinstance(value, dict | list):
        for part in value if isinstance(value, dict) else range(len(value)):
            yield from leaves(value[part], (*key, part))
    elif isinstance(value, int | float):
        yield key


LEARNER = learner()
SOURCE = read_text(bundled(), "protocol.toml")
FIGURES = [key for key in leaves(tomllib.loads(SOURCE)) if key[0] in ("rules", "ladder")]


@given(
    changes=st.lists(
        st.tuples(
            st.sampled_from(FIGURES),
            st.one_of(st.booleans(), st.integers(0, 20), st.sampled_from([100, 1_000, 100_000])),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_every_day_is_decided_under_any_protocol_that_passes(
    changes: list[tuple[Key, int]],
) -> None:
    table: Any = tomllib.loads(SOURCE)
    for key, figure in changes:
        there = table
        for part in key[:-1]:
            there = there[part]
        there[key[-1]] = figure
    if any(table_problems("protocol.toml", table, known())):
        return
    index = Index(msgspec.convert(table, Protocol))

    for number in DAYS:
        journal = Journal(tuple(event for event in LEARNER.events if event.day <= day(number)))
        decision = decide(fold(index, journal.read(), day(number)))

        assert decision.date == day(number)
