"""Mistakes are chosen by the number of a list, or by name, and share out the missed reps."""

import msgspec
import pytest

from factories import make_mistake
from hingecli.coach.parse.numbered import MOST_LISTED, numbered, read_numbered, shared_out
from hingecli.errors import UsageError

MISTAKES = (
    make_mistake("knees-cave-in"),
    msgspec.structs.replace(make_mistake("arms-lift"), only=("kettlebell-swing",)),
    make_mistake("lower-back-rounding"),
)


def test_a_mistake_has_the_same_number_in_every_drill() -> None:
    assert [*numbered(MISTAKES, "wall-hinge")] == [1, 3]
    assert [*numbered(MISTAKES, "kettlebell-swing")] == [1, 2, 3]


def test_no_more_are_listed_than_one_key_can_choose() -> None:
    many = tuple(make_mistake(f"mistake-{n}") for n in range(12))

    assert [*numbered(many, "wall-hinge")] == [*range(1, MOST_LISTED + 1)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("3", ("lower-back-rounding",)),
        ("3 1", ("lower-back-rounding", "knees-cave-in")),
        ("1, 3 and 1", ("knees-cave-in", "lower-back-rounding")),
        ("3.", ("lower-back-rounding",)),
        ("knees-cave-in", ("knees-cave-in",)),
        ("Knees cave in", ("knees-cave-in",)),
        ("1 lower-back-rounding", ("knees-cave-in", "lower-back-rounding")),
        (", 1.", ("knees-cave-in",)),
        ("round", ("lower-back-rounding",)),
        ("Cave, round", ("knees-cave-in", "lower-back-rounding")),
        ("my back got round", ("lower-back-rounding",)),
        ("the knee caved, and my lower back rounded", ("knees-cave-in", "lower-back-rounding")),
        *((word, ()) for word in ("", "nothing", "No idea", "?", "I don't know")),
    ],
)
def test_what_went_wrong_is_told_by_number_or_name(typed: str, found: tuple[str, ...]) -> None:
    assert read_numbered(typed, numbered(MISTAKES, "wall-hinge")) == found


@pytest.mark.parametrize("typed", ["2", "4", "33", "3 x", "rou", "spaceship", "²", "0"])
def test_what_is_not_in_the_list_is_asked_again(typed: str) -> None:
    with pytest.raises(UsageError, match="Type numbers of the list"):
        read_numbered(typed, numbered(MISTAKES, "wall-hinge"))


def test_a_part_of_two_names_is_asked_back_with_both() -> None:
    both = (make_mistake("knees-cave-in"), make_mistake("arms-lift"), make_mistake("knees-forward"))

    with pytest.raises(UsageError, match=r'"knee": 1 knees cave in or 3 knees forward\? Type the'):
        read_numbered("knee", numbered(both, "wall-hinge"))


def test_a_word_that_all_of_them_have_names_none() -> None:
    both = (make_mistake("knees-cave-in"), make_mistake("knees-forward"))

    with pytest.raises(UsageError, match="Type numbers of the list"):
        read_numbered("knee", numbered(both, "wall-hinge"))


def test_a_list_of_nothing_names_none() -> None:
    with pytest.raises(UsageError, match="Type numbers of the list"):
        read_numbered("knee", {})


@pytest.mark.parametrize(
    ("told", "reps", "shared"),
    [
        ("", 2, ""),
        ("a", 1, "a"),
        ("a", 3, "aaa"),
        ("ab", 2, "ab"),
        ("ab", 4, "abaa"),
        ("abc", 2, "ab"),
    ],
)
def test_each_missed_rep_has_a_mistake_and_the_first_takes_the_rest(
    told: str, reps: int, shared: str
) -> None:
    assert shared_out(tuple(told), reps) == tuple(shared)
