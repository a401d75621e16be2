"""D14: the goal's dose and its week."""

from decimal import Decimal
from typing import Any

import pytest

from factories import Journal, lifter, reason_of, state_on, today
from hingecli.coach.log.events import Goal
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.plan import week_of_the_goal
from hingecli.coach.rules import goals, prescription, rotation

KB = "kettlebell-deadlift"
RDL = "romanian-deadlift"
WEEK_13 = 56
TOP = "kb 4x12 @20"
"""All sets at the top of 8-12; the next bell is 22 kg, no more than 10 % up."""


def experienced(*drills: str, on: int = WEEK_13, **answers: Any) -> Journal:
    """A lifter who loaded in every week from day 0 until the week before `on`, and topped 8-12."""
    journal = lifter(*drills, **answers).sessions(range(0, on - 17, 7), TOP)
    return journal.sessions(range(on - 17, on - 6, 5), *(f"{drill} 8" for drill in drills))


def is_heavy(index: Index, journal: Journal, *, on: int = WEEK_13) -> bool:
    """Tell whether the kettlebell deadlift has the few reps of the strength goal."""
    return bool(dose_of(index, journal, KB, on=on)[1] == (3, 5))


def dose_of(index: Index, journal: Journal, drill: str, *, on: int = WEEK_13) -> Any:
    advised = prescription.advise(state_on(index, journal, on), drill)
    return advised.sets, advised.reps_range, advised.rest_s


# --- D14: by goal ---


@pytest.mark.parametrize(("on", "begun"), [(WEEK_13 - 1, False), (WEEK_13, True)])
def test_the_goal_shapes_the_dose_from_load_week_thirteen(
    index: Index, on: int, begun: bool
) -> None:
    journal = lifter("kb", "rdl", goal="hypertrophy").sessions(range(0, WEEK_13, 7), "kb 3x8")

    assert goals.begun(state_on(index, journal, on)) is begun


def test_without_a_goal_the_dose_goes_on(index: Index) -> None:
    assert dose_of(index, experienced("kb"), KB) == (4, (8, 12), 90)


@pytest.mark.parametrize(
    ("goal", "drill", "expected"),
    [
        ("hypertrophy", KB, (4, (8, 12), 90)),
        ("hypertrophy", "kettlebell-swing", (5, (5, 10), 60)),
        ("athletic", "kettlebell-swing", (5, (3, 5), 150)),
        ("athletic", KB, (4, (8, 12), 90)),
        ("strength", KB, (3, (3, 5), 180)),
        ("strength", "kettlebell-swing", (5, (5, 10), 60)),
    ],
)
def test_each_goal_has_its_dose(
    index: Index, goal: Goal, drill: str, expected: tuple[int, tuple[int, int], int]
) -> None:
    journal = experienced("kb", "rdl", "swing", goal=goal, equipment=("kettlebell",))

    assert dose_of(index, journal, drill) == expected


@pytest.mark.parametrize(
    ("drills", "equipment", "heavy"),
    [
        (("kb",), ("kettlebell",), False),
        (("kb", "rdl"), ("kettlebell",), False),
        (("kb", "rdl", "swing"), ("kettlebell",), True),
        (("kb", "rdl"), ("dumbbells",), True),
    ],
    ids=["nothing after it", "one of two", "both", "the other out of reach"],
)
def test_strength_is_heavy_only_once_all_that_follows_is_open(
    index: Index, drills: tuple[str, ...], equipment: tuple[str, ...], heavy: bool
) -> None:
    journal = lifter(*drills, goal="strength", equipment=equipment)
    journal = journal.sessions(range(0, WEEK_13, 7), TOP)

    assert is_heavy(index, journal) is heavy


@pytest.mark.parametrize("last", ["kb 4x12 @20", "kb 4x11 @20"])
@pytest.mark.parametrize(("effort", "near"), [(None, True), (7, True), (5, True), (4, False)])
def test_strength_is_heavy_only_once_the_long_sets_were_topped_near_the_ceiling(
    index: Index, last: str, effort: int | None, near: bool
) -> None:
    journal = lifter("kb", "rdl", "swing", goal="strength")
    journal = journal.sessions(range(0, WEEK_13 - 7, 7), "kb 4x8 @20")

    topped = journal.session(WEEK_13 - 7, last, effort=effort)

    assert is_heavy(index, topped) is (near and "x12" in last)


@pytest.mark.parametrize(("bells", "heavy"), [((20,), False), ((20, 24), True), ((20, 28), False)])
def test_strength_is_heavy_only_where_a_heavier_weight_is_to_hand(
    index: Index, bells: tuple[int, ...], heavy: bool
) -> None:
    journal = lifter("kb", "rdl", "swing", goal="strength", bells=bells)
    journal = journal.sessions(range(0, WEEK_13, 7), "kb 4x15 @20")

    assert is_heavy(index, journal) is heavy


@pytest.mark.parametrize(("loaded", "heavy"), [((56,), True), ((56, 58), False)])
def test_heavy_at_most_twice_a_week(index: Index, loaded: tuple[int, ...], heavy: bool) -> None:
    journal = lifter("kb", "rdl", "swing", goal="strength")
    journal = journal.sessions(range(0, WEEK_13, 7), TOP).sessions(loaded, "kb 3x5 @22")

    assert is_heavy(index, journal, on=60) is heavy


def test_the_few_reps_begin_heavier_and_keep_a_weight_of_their_own(index: Index) -> None:
    journal = experienced("kb", "rdl", goal="strength", equipment=("dumbbells",))
    begun = journal.session(WEEK_13, "kb 3x3 @24")

    first = prescription.advise(state_on(index, journal, WEEK_13), KB)
    heavy = prescription.advise(state_on(index, begun, WEEK_13 + 2), KB)
    light = prescription.advise(state_on(index, begun, WEEK_13 + 2), KB, main=False)

    assert (first.load_kg, first.reps, first.sets) == (Decimal(22), 3, 3)
    assert (heavy.load_kg, heavy.sets, heavy.reps_range) == (Decimal(24), 3, (3, 5))
    assert (light.load_kg, light.sets, light.reps_range) == (Decimal(20), 2, (8, 12))


@pytest.mark.parametrize("goal", ["strength", "hypertrophy", "athletic"])
def test_a_second_block_is_two_sets_of_eight_to_twelve(index: Index, goal: Goal) -> None:
    journal = experienced("kb", "rdl", "swing", goal=goal, equipment=("kettlebell",))

    advice = prescription.advise(state_on(index, journal, WEEK_13), KB, main=False)

    assert (advice.sets, advice.reps_range, advice.rest_s) == (2, (8, 12), 90)


@pytest.mark.parametrize(("heavy", "light"), [("24", 20), ("25.8", 20), ("26", 22)])
def test_a_higher_range_rises_to_no_more_than_eighty_five_percent_of_the_lower(
    index: Index, heavy: str, light: int
) -> None:
    journal = experienced("kb", "rdl", goal="strength", equipment=("dumbbells",))
    journal = journal.session(WEEK_13, f"kb 3x3 @{heavy}").morning(WEEK_13 + 1, 0)
    for on in (WEEK_13 + 2, WEEK_13 + 4):
        journal = journal.session(on, "rdl 4x8 @14", "kb 2x12 @20").morning(on + 1, 0)

    advice = prescription.advise(state_on(index, journal, WEEK_13 + 7), KB, main=False)

    assert advice.load_kg == light


def test_until_the_goal_begins_the_card_says_why(index: Index) -> None:
    before = reason_of(today(index, lifter(goal="strength"), 0), "D14")

    assert before is not None
    assert "from load week 13; this is 5" in before.text
    assert reason_of(today(index, lifter(), 0), "D14") is None
    after = experienced("kb", "rdl", "swing", goal="strength")
    told = reason_of(today(index, after, WEEK_13), "D14")
    assert told is not None
    assert "sets of 3-5" in told.text
    assert "from load week" not in told.text


@pytest.mark.parametrize(
    ("logged", "drill"), [((), KB), ((56,), RDL), ((56, 58), "kettlebell-swing")]
)
def test_the_goals_week_is_deadlift_rdl_swing_in_this_order(
    index: Index, logged: tuple[int, ...], drill: str
) -> None:
    journal = experienced("kb", "rdl", "swing", goal="strength", equipment=("kettlebell",))
    journal = journal.sessions(logged, "kb 8")

    main = rotation.pick(state_on(index, journal, 60)).main

    assert main.id == drill


def test_a_day_whose_drill_is_not_open_takes_the_next_open_one(index: Index) -> None:
    journal = experienced("kb", "rdl", goal="strength", equipment=("dumbbells",))
    journal = journal.sessions((56, 58), "kb 8")

    main = rotation.pick(state_on(index, journal, 60)).main

    assert main.id == KB


# --- the goal's week, as the plan shows it ---


def test_the_week_of_the_goal_lies_on_the_chosen_days(index: Index) -> None:
    journal = experienced("kb", "rdl", "swing", goal="strength", equipment=("kettlebell",))
    chosen = journal.setup(1, days=("fri", "mon"))

    default = week_of_the_goal(state_on(index, journal, WEEK_13))
    own = week_of_the_goal(state_on(index, chosen, WEEK_13))

    assert [(one.weekday, one.drill) for one in default] == [
        ("Monday", KB),
        ("Wednesday", RDL),
        ("Friday", "kettlebell-swing"),
    ]
    assert [(one.weekday, one.drill) for one in own] == [("Monday", KB), ("Friday", RDL)]


def test_the_week_of_the_goal_carries_its_doses(index: Index) -> None:
    journal = experienced("kb", "rdl", "swing", goal="athletic", equipment=("kettlebell",))

    monday, _, friday = week_of_the_goal(state_on(index, journal, WEEK_13))

    assert (monday.sets, monday.reps, monday.rest_s) == (4, (8, 12), 90)
    assert (friday.sets, friday.reps, friday.rest_s) == (5, (3, 5), 150)


def test_without_a_loaded_drill_there_is_no_week_of_the_goal(index: Index) -> None:
    assert week_of_the_goal(state_on(index, Journal(), 0)) == ()


def test_the_plan_is_heavy_no_more_than_twice_a_week(index: Index) -> None:
    gear = ("barbell", "dumbbells", "kettlebell")
    journal = lifter("kb", "rdl", "sl", "bb", goal="strength", equipment=gear)
    journal = journal.setup(0, without=("kettlebell-swing",))
    journal = journal.sessions(range(0, 60, 3), "bb 4x12 @40", "rdl 4x12 @30", "sl 2x8")

    days = week_of_the_goal(state_on(index, journal, 60))

    assert [(day.weekday, day.drill, day.reps) for day in days] == [
        ("Monday", "barbell-deadlift", (3, 5)),
        ("Wednesday", RDL, (3, 5)),
        ("Friday", "barbell-deadlift", (8, 12)),
    ]
