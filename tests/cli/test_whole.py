"""Options that take a whole number: their bounds, in words, and on both sides."""

import pytest

from cli.running import Hinge
from hingecli.cli.command_list import COMMANDS
from hingecli.cli.whole import Whole


@pytest.mark.parametrize(("typed", "number"), [("1", 1), ("52", 52), (4, 4), (" 7 ", 7)])
def test_a_number_within_its_bounds_is_read(typed: str | int, number: int) -> None:
    assert Whole(1, 52)(typed) == number


@pytest.mark.parametrize("typed", ["0", "53", "x", "1.5", "", -1])
def test_any_other_is_refused(typed: str | int) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - Typer takes it for a wrong value
        Whole(1, 52)(typed)


def test_without_an_upper_bound_there_is_none() -> None:
    assert Whole(0)("99999") == 99999
    assert Whole(0).bounds == "0 or more"


@pytest.mark.parametrize("command", [*COMMANDS])
def test_no_help_says_a_range_in_signs(hinge: Hinge, command: str) -> None:
    assert "<=" not in hinge(command, "--help").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("calendar", "--weeks", "0"), "--weeks: 0 is not from 1 to 52."),
        (("calendar", "--weeks", "x"), '--weeks: "x" is not a whole number from 1 to 52.'),
        (("doctor", "--restore", "-1"), "--restore: -1 is not 0 or more."),
    ],
)
def test_a_refusal_says_the_bounds(hinge: Hinge, words: tuple[str, ...], said: str) -> None:
    answer = hinge(*words)

    assert answer.code == 2
    assert said in answer.err


def test_the_help_says_the_bounds_in_words(hinge: Hinge) -> None:
    assert "The next N weeks, 1 to 52." in hinge("calendar", "--help").out
