"""Gates that can never open are found; gates that can open are left alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hingecli.content.check.check import check

Break = Callable[[str, str, str], Path]

STICK = """kind = "unbroken-set"
id = "bow-20"
text = "{reps} {drill} in a row"
drill = "bow"
reps = 20
source = "guide"
"""
"""The gate of the tiny protocol's second drill."""


def condition(kind: str, figures: str) -> str:
    return f'kind = "{kind}"\nid = "bow-20"\ntext = "it"\nsource = "guide"\n{figures}\n'


NEVER = {
    "waits for itself": (
        condition("drills-open", 'drills = ["stick-bow"]'),
        "stick-bow can never open: it waits for itself",
    ),
    "waits in a circle": (
        condition("drills-open", 'drills = ["bell-bow"]'),
        "stick-bow can never open: it waits for bell-bow for stick-bow",
    ),
    "counts loaded days before any load": (
        condition("loaded-days", "days = 3\nshare = 90"),
        "stick-bow can never open: it counts loaded days, and no loaded drill opens before it",
    ),
    "waits for a load week before any load": (
        condition("load-week", "week = 9"),
        "stick-bow can never open: it counts loaded days, and no loaded drill opens before it",
    ),
}

IMPOSSIBLE = {
    "no reps in a set": (
        condition("unbroken-set", 'drill = "bow"\nreps = 0'),
        "reps: must be at least 1",
    ),
    "over 1000 reps in a set": (
        condition("unbroken-set", 'drill = "bow"\nreps = 1001'),
        "reps: 1001 is not at most 1000",
    ),
    "more unbroken than the day's reps": (
        condition("contact-days", 'drill = "bow"\ndays = 3\nreps = 30\nshare = 95\nunbroken = 31'),
        "unbroken: 31 in one set is more than the day's 30 reps",
    ),
    "more reps a day than can be logged": (
        condition(
            "contact-days", 'drill = "bow"\ndays = 3\nreps = 50001\nshare = 95\nunbroken = 10'
        ),
        "reps: 50001 is not at most 50000",
    ),
    "no unbroken set": (
        condition("contact-days", 'drill = "bow"\ndays = 3\nreps = 30\nshare = 95\nunbroken = 0'),
        "unbroken: must be at least 1",
    ),
    "a window of over a year": (
        condition(
            "steady-days",
            'since = "bow"\nmistake = "round"\nwindow = 366\ngood = 9\nat_most = 1',
        ),
        "window: 366 is not at most 365",
    ),
    "more than all clean": (
        condition("drill-days", 'drill = "bow"\ndays = 3\nshare = 101'),
        "share: 101 is not at most 100",
    ),
    "over 50 sets": (
        condition("clean-days", 'drill = "bow"\ndays = 3\nsets = 51\nreps = 8\nshare = 90'),
        "sets: 51 is not at most 50",
    ),
    "over a year of days": (
        condition("drill-days", 'drill = "bow"\ndays = 366\nshare = 90'),
        "days: 366 is not at most 365",
    ),
    "over a year of weeks": (condition("plan-week", "week = 53"), "week: 53 is not at most 52"),
    "week 0": (condition("plan-week", "week = 0"), "week: must be at least 1"),
    "more good days than days": (
        condition(
            "steady-days",
            'since = "bow"\nmistake = "round"\nwindow = 8\ngood = 9\nat_most = 1',
        ),
        "good: 9 of 8 days can never be met; 1 to 8",
    ),
    "nothing at all": (condition("clean-total", "reps = 0"), "reps: must be more than 0"),
    "sides of a drill without sides": (
        condition(
            "clean-days",
            'drill = "bow"\ndays = 2\nsets = 2\nreps = 6\nshare = 90\nper_side = true',
        ),
        "per_side: bow is not done by sides",
    ),
    "sides compared but not asked for": (
        condition(
            "clean-days",
            'drill = "bow"\ndays = 2\nsets = 2\nreps = 6\nshare = 90\nsides_within = 15',
        ),
        "sides_within: needs per_side = true",
    ),
    "no drill to be open": (
        condition("drills-open", "drills = []"),
        "drills: needs at least one entry",
    ),
}

POSSIBLE = {
    "1 rep": condition("unbroken-set", 'drill = "bow"\nreps = 1'),
    "20 reps": condition("unbroken-set", 'drill = "bow"\nreps = 20'),
    "all of the day's reps unbroken": condition(
        "contact-days", 'drill = "bow"\ndays = 3\nreps = 30\nshare = 100\nunbroken = 30'
    ),
    "50 sets": condition("clean-days", 'drill = "bow"\ndays = 3\nsets = 50\nreps = 8\nshare = 90'),
    "a year of days": condition("drill-days", 'drill = "bow"\ndays = 365\nshare = 90'),
    "week 52": condition("plan-week", "week = 52"),
    "unloaded reps": condition("clean-total", "reps = 1\nunloaded = true"),
}


@pytest.mark.parametrize(("gate", "problem"), NEVER.values(), ids=NEVER.keys())
def test_a_gate_that_can_never_open_is_told(broken: Break, gate: str, problem: str) -> None:
    root = broken("protocol.toml", STICK, gate)

    problems = check(root)

    assert [line for line in problems if problem in line], problems
    assert all("ladder[1 stick-bow].gate" in line for line in problems)


@pytest.mark.parametrize(("gate", "problem"), IMPOSSIBLE.values(), ids=IMPOSSIBLE.keys())
def test_a_count_that_cannot_be_met_is_told(broken: Break, gate: str, problem: str) -> None:
    root = broken("protocol.toml", STICK, gate)

    problems = check(root)

    where = "protocol.toml: ladder[1 stick-bow].gate[0 bow-20]."
    assert [line for line in problems if line.startswith(where) and problem in line], problems


@pytest.mark.parametrize("gate", POSSIBLE.values(), ids=POSSIBLE.keys())
def test_a_count_that_can_be_met_is_no_problem(broken: Break, gate: str) -> None:
    root = broken("protocol.toml", STICK, gate)

    assert check(root) == ()


def test_a_ladder_on_which_nothing_is_open_is_told(broken: Break) -> None:
    gate = f"[[ladder.gate]]\n{STICK}cite = 'x'\n\n"

    root = broken(
        "protocol.toml", '[[ladder]]\nid = "stick-bow"', gate + '[[ladder]]\nid = "stick-bow"'
    )

    assert "protocol.toml: ladder: no drill without load is open from the start" in check(root)


def test_a_drill_behind_a_shut_one_is_not_blamed(broken: Break) -> None:
    root = broken("protocol.toml", STICK, condition("drills-open", 'drills = ["stick-bow"]'))

    problems = check(root)

    assert len(problems) == 1
    assert "bell-bow" not in problems[0]


def test_the_gate_without_weight_is_checked_too(broken: Break) -> None:
    gate = condition("unbroken-set", 'drill = "bell-bow"\nreps = 1').replace("bow-20", "alone")

    root = broken(
        "protocol.toml",
        "[rules.unloaded-dose]",
        f"[[ladder.without_weight]]\n{gate}cite = 'x'\n\n[rules.unloaded-dose]",
    )

    (problem,) = check(root)

    assert problem == (
        "protocol.toml: ladder[2 bell-bow].without_weight[0 alone]: "
        "bell-bow can never open: it waits for itself"
    )


def test_a_gate_longer_than_the_test_is_told(broken: Break) -> None:
    root = broken("protocol.toml", STICK, STICK.replace("20", "21"))

    assert (
        "protocol.toml: ladder[1 stick-bow].gate[0 bow-21].reps: "
        "21 is more than the 20 of rules.test" in check(root)
    )
