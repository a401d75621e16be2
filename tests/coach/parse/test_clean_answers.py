"""Counts of clean reps are read as people say them, and never more than were done."""

import pytest

from hingecli.coach.parse.clean_answers import (
    read_clean,
    read_each_clean,
    read_number,
    read_runs,
    says_which,
)
from hingecli.errors import UsageError


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        *(("9", 9), ("0", 0), ("10", 10), (" 9 ", 9), ("9/10", 9), ("9 / 10", 9), ("9 of 10", 9)),
        *(("9 out of 10", 9), ("9 clean", 9), ("9 reps", 9), ("9.", 9), ("nine", 9)),
        *(("Nine of ten", 9), ("all", 10), ("All", 10), ("yes", 10), ("every one", 10)),
        *(("all clean", 10), ("none", 0), ("no", 0), ("zero", 0), ("all but one", 9)),
        *(("all but 2", 8), ("all except ten", 0), ("9 were clean", 9), ("9 good", 9)),
        *(("all ten", 10), ("all 10 reps", 10), ("all of the ten", 10), ("all of them", 10)),
        *(("all of them were clean", 10), ("9 I think", 9), ("about nine", 9), ("1 set of 10", 10)),
        *(("2 bad", 8), ("two were sloppy", 8), ("missed 2", 8), ("minus one", 9), ("1 not", 9)),
        *(("8 of them, the back rounded", 8), ("9, knees came forward", 9), ("8 clean - ok", 8)),
    ],
)
def test_a_count_is_read_as_people_say_it(typed: str, clean: int) -> None:
    assert read_clean(typed, 10) == clean


@pytest.mark.parametrize("typed", ["11", "11 of 10", "9 of 11", "all but 11", "9 of 12"])
def test_more_than_were_done_is_refused_with_what_there_were(typed: str) -> None:
    with pytest.raises(UsageError, match="There were 10 reps"):
        read_clean(typed, 10)


@pytest.mark.parametrize(
    "typed",
    [
        "many",
        "",
        "all nine",
        "3 sets of 10",
        "2x5",
        "9 x",
        "9 8",
        "-1",
        "9999999",
        "²",
        "9 of",
        "10, two bad",
        "2, bad",
        "8, 2 not",
    ],
)
def test_what_is_no_count_is_answered_with_how_to_write_one(typed: str) -> None:
    with pytest.raises(UsageError, match="Write how many, 0 to 10, or all"):
        read_clean(typed, 10)


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        *(("9 10 8", (9, 10, 8)), ("9, 10, 8", (9, 10, 8)), ("9, 10 and 8", (9, 10, 8))),
        *(("9/10 10/10 8/10", (9, 10, 8)), ("9 of 10, 10 of 10, 8 of 10", (9, 10, 8))),
        *(("all", (10, 10, 10)), ("30", (10, 10, 10)), ("30 of 30", (10, 10, 10))),
        *(("none", (0, 0, 0)), ("nine ten eight", (9, 10, 8))),
        *(("3 sets of 10 I think", (10, 10, 10)), ("3x10", (10, 10, 10))),
        *(("all ten", (10, 10, 10)), ("all 30", (10, 10, 10))),
    ],
)
def test_each_set_has_its_own_count(typed: str, clean: tuple[int, ...]) -> None:
    assert read_each_clean(typed, (10, 10, 10)) == clean


@pytest.mark.parametrize(
    "typed", ["9", "29", "29 of 30", "9 10", "9 10 10 10", "all but one", "2 sets of 10"]
)
def test_a_count_that_leaves_a_set_open_is_asked_again(typed: str) -> None:
    with pytest.raises(UsageError, match="3 sets: write 3 numbers, as in 10 10 10, or all"):
        read_each_clean(typed, (10, 10, 10))


def test_one_rep_is_one_rep() -> None:
    with pytest.raises(UsageError, match="There was 1 rep: write 0 to 1"):
        read_clean("2", 1)


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("All.", 20),
        ("yeah", 20),
        ("Nope", 0),
        ("none of them", 0),
        ("sixteen", 16),
        ("\uff11\uff16", 16),
        ("16\u00a0of\u00a020", 16),
    ],
)
def test_a_count_is_understood_with_whatever_signs_are_around_it(typed: str, clean: int) -> None:
    assert read_clean(typed, 20) == clean


@pytest.mark.parametrize(
    ("typed", "runs"),
    [
        ("12 17 20", (12, 17, 20)),
        ("15, then 20", (15, 20)),
        ("15 and then twenty.", (15, 20)),
        ("0", (0,)),
    ],
)
def test_runs_are_read_one_by_one(typed: str, runs: tuple[int, ...]) -> None:
    assert read_runs(typed, most=3, goal=20) == runs


@pytest.mark.parametrize("typed", ["none", "21", "1 2 3 4", "many", "²", "9" * 5000])
def test_runs_that_cannot_be_are_asked_again(typed: str) -> None:
    with pytest.raises(UsageError, match="Write up to 3 numbers, each 0 to 20"):
        read_runs(typed, most=3, goal=20)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("10", "9", "7"), False),
        (("wall", "10,", "9", "and", "7"), False),
        (("10 9/10",), True),
        (("10 reps", "9"), True),
        (("9 of 10",), True),
        (("3x10", "clean"), True),
        (("10 allowed",), False),
    ],
)
def test_words_may_say_which_numbers_they_are(words: tuple[str, ...], *, says: bool) -> None:
    assert says_which(words) is says


@pytest.mark.parametrize(
    "typed", ["8", "eight", "about 8", "8 reps", "maybe 8 clean", "8, I think"]
)
def test_a_number_of_reps_is_read_as_people_say_it(typed: str) -> None:
    assert read_number(typed, least=1, most=8) == 8


@pytest.mark.parametrize("typed", ["0", "9", "7 or 8", "a few", "²", "-1", "99999"])
def test_what_is_no_number_of_reps_is_told_the_least_and_the_most(typed: str) -> None:
    with pytest.raises(UsageError, match=r"^Write a number from 1 to 8\.$"):
        read_number(typed, least=1, most=8)
