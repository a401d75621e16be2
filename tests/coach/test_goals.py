"""D14: the goal's dose and its week."""

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


def experienced(*drills: str, on: int = WEEK_13, **answers: Any) -> Journal:
    """A lifter who loaded in every week from day 0 until the week before `on`."""
    journal = lifter(*drills, **answers).sessions(range(0, on - 17, 7), "kb 3x8")
    return journal.sessions(range(on - 17, on - 6, 5), *(f"{drill} 8" for drill in drills))


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
    journal = journal.sessions(range(0, WEEK_13, 7), "kb 8")

    state = state_on(index, journal, WEEK_13)

    assert (goals.dose_for(state, index.rungs[KB]) is not None) is heavy


@pytest.mark.parametrize(("loaded", "heavy"), [((56,), True), ((56, 58), False)])
def test_heavy_at_most_twice_a_week(index: Index, loaded: tuple[int, ...], heavy: bool) -> None:
    journal = lifter("kb", "rdl", "swing", goal="strength")
    journal = journal.sessions((*range(0, WEEK_13, 7), *loaded), "kb 8")

    state = state_on(index, journal, 60)

    assert (goals.dose_for(state, index.rungs[KB]) is not None) is heavy


def test_until_the_goal_begins_the_card_says_why(index: Index) -> None:
    before = reason_of(today(index, lifter(goal="strength"), 0), "D14")

    assert before is not None
    assert "from load week 13; this is 5" in before.text
    assert reason_of(today(index, lifter(), 0), "D14") is None
    after = experienced("kb", "rdl", goal="strength")
    told = reason_of(today(index, after, WEEK_13), "D14")
    assert told is None or "from load week" not in told.text


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


def test_the_first_few_reps_name_no_weight_to_come_that_is_there_already(index: Index) -> None:
    journal = lifter("kb", "rdl", "sl", goal="strength", equipment=("dowel", "dumbbells"))
    journal = journal.sessions(range(0, WEEK_13, 7), "rdl 4x12 @20").session(WEEK_13, "kb 8 @20")

    decision = today(index, journal, WEEK_13 + 2)

    told = [reason.text for reason in decision.reasons]
    assert "Romanian deadlift: sets of 3-5 now, 20 kg → 22 kg." in told
    assert not any("22 kg after" in text for text in told)


# --- D14: another goal ---


def turned_from_strength(*after: str, goal: Goal = "hypertrophy") -> Journal:
    """A lifter with 40 kg in few reps and 32 in many, who then chose another goal."""
    journal = lifter("kb", "rdl", goal="strength", equipment=("dowel", "dumbbells"))
    journal = journal.sessions(range(0, WEEK_13, 7), "rdl 4x12 @32").morning(WEEK_13 - 6, 0)
    journal = journal.session(WEEK_13, "rdl 3x3 @40").setup(WEEK_13 + 1, goal=goal)
    for number, words in enumerate(after):
        journal = journal.session(WEEK_13 + 7 * (number + 1), words)
        journal = journal.morning(WEEK_13 + 7 * (number + 1) + 1, 0)
    return journal


@pytest.mark.parametrize(("goal", "load"), [("strength", 32), ("hypertrophy", 34)])
def test_few_reps_bound_the_many_only_while_they_are_the_goal(
    index: Index, goal: Goal, load: int
) -> None:
    journal = turned_from_strength("rdl 4x12 @32", "rdl 4x12 @32", goal=goal)

    advised = prescription.advise(state_on(index, journal, WEEK_13 + 21), RDL, main=False)

    assert advised.load_kg == load


@pytest.mark.parametrize(("lifted", "few"), [("40", 40), ("42", 46)])
def test_few_reps_begin_anew_once_many_were_done_with_more(
    index: Index, lifted: str, few: int
) -> None:
    journal = turned_from_strength(f"rdl 4x12 @{lifted}").setup(WEEK_13 + 9, goal="strength")

    advised = prescription.advise(state_on(index, journal, WEEK_13 + 14), RDL)

    assert advised.load_kg == few
    assert advised.reps_range == (3, 5)


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
    journal = lifter("kb", "rdl", "sl", "bb", start=-91, goal="strength")
    journal = journal.sessions(range(0, 60, 3), "bb 3x8 @40", "rdl 2x8 @30", "sl 2x8")

    days = week_of_the_goal(state_on(index, journal, 60))

    heavy = [day.weekday for day in days if day.reps == index.rules.goals.strength.reps]
    assert len(days) == 3
    assert 1 <= len(heavy) <= index.rules.goals.heavy_days_most
    assert days[2].weekday not in heavy
