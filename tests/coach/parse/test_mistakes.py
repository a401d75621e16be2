"""Mistakes are read with how often they came, in several ways of saying it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.coach.log.events import MistakeCount
from hingecli.coach.parse.mistakes import read_mistakes
from hingecli.coach.parse.names import find_mistake
from hingecli.content import bundled, load_mistakes
from hingecli.errors import UsageError
from hingecli.show.sets import noticed


def test_a_mistake_counts_once_unless_a_number_is_given() -> None:
    seen = read_mistakes(["a", "b:3", "a:2"], named=lambda word: word, drill="wall-hinge")

    assert seen == (
        MistakeCount(mistake="a", count=3, drill="wall-hinge"),
        MistakeCount(mistake="b", count=3, drill="wall-hinge"),
    )


@pytest.mark.parametrize("text", ["a:", "a:0", "a:x", "a:-1", "a:1001", "a:1:2.5"])
def test_a_mistake_with_an_odd_count_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="how often"):
        read_mistakes([text], named=lambda word: word, drill="wall-hinge")


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("rounding", "rounding", 1),
        ("lower back rounds × 2", "lower back rounds", 2),
        ("rounding x2", "rounding", 2),
        ("rounding 2", "rounding", 2),
        ("rounding twice", "rounding", 2),
        ("rounding once", "rounding", 1),
        ("rounding three times", "rounding", 3),
        ("rounding in 3 reps", "rounding", 3),
        ("rounding: 2 times", "rounding", 2),
        ("2x rounding", "rounding", 2),
        ("2 reps of rounding", "rounding", 2),
        ("Toes.", "toes", 1),
    ],
)
def test_how_often_is_told_in_many_ways(text: str, name: str, count: int) -> None:
    seen = read_mistakes([text], named=lambda word: word, drill="d")

    assert seen == (MistakeCount(mistake=name, count=count, drill="d"),)


def test_several_mistakes_stand_in_one_text() -> None:
    seen = read_mistakes(["a × 2, b; c and a"], named=lambda word: word, drill="d")

    assert [(mistake.mistake, mistake.count) for mistake in seen] == [("a", 3), ("b", 1), ("c", 1)]


MISTAKES = load_mistakes(bundled())


@given(
    st.dictionaries(
        st.sampled_from([mistake.id for mistake in MISTAKES.mistakes]),
        st.integers(1, 30),
        min_size=1,
        max_size=4,
    ),
    st.booleans(),
)
def test_every_mistake_that_the_program_writes_is_read_back(
    counts: dict[str, int], by_name: bool
) -> None:
    told = tuple(MistakeCount(mistake=id_, count=n, drill="d") for id_, n in counts.items())
    said = noticed(told, MISTAKES if by_name else None)

    assert read_mistakes([said], named=lambda word: find_mistake(MISTAKES, word), drill="d") == told
