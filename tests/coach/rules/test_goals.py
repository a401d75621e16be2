"""D14: the goal's dose and its week."""

from decimal import Decimal

import pytest

from coach.rules.trained import KB, RDL, STRONG, WEEK_13, dose_of, experienced, in_turn, is_heavy
from factories import Journal, lifter, reason_of, state_on, today
from hingecli.coach.log.events import Goal
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.plan import week_of_the_goal
from hingecli.coach.rules import goals, prescription

# --- D14: by goal ---


@pytest.mark.parametrize(("on", "begun"), [(WEEK_13 - 1, False), (WEEK_13, True)])
def test_the_goal_shapes_the_dose_from_load_week_thirteen(
    index: Index, on: int, begun: bool
) -> None:
    journal = experienced("kb", "rdl", goal="hypertrophy")

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


# --- D14: another goal ---


def turned_from_strength(*after: str, goal: Goal = "hypertrophy", few: str = "40") -> Journal:
    """A lifter with `few` kg in few reps and 32 in many, who then chose another goal."""
    journal = lifter("kb", "rdl", goal="strength", equipment=("dowel", "dumbbells"))
    journal = journal.sessions(range(0, WEEK_13, 7), "rdl 4x12 @32").morning(WEEK_13 - 6, 0)
    journal = journal.session(WEEK_13, f"rdl 3x3 @{few}").setup(WEEK_13 + 1, goal=goal)
    for number, words in enumerate(after):
        journal = journal.session(WEEK_13 + 7 * (number + 1), *words.split("; "))
        journal = journal.morning(WEEK_13 + 7 * (number + 1) + 1, 0)
    return journal


@pytest.mark.parametrize(("goal", "load"), [("strength", 32), ("hypertrophy", 34)])
def test_few_reps_bound_the_many_only_while_they_are_the_goal(
    index: Index, goal: Goal, load: int
) -> None:
    many = ("kb 8 @20; rdl 4x12 @32",) * 2
    journal = turned_from_strength(*many, goal=goal, few="38")

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
    journal = in_turn()
    chosen = journal.setup(50, days=("fri", "mon"))

    default = week_of_the_goal(state_on(index, journal, WEEK_13))
    own = week_of_the_goal(state_on(index, chosen, WEEK_13))

    assert [(one.weekday, one.drill) for one in default] == [
        ("Monday", KB),
        ("Wednesday", RDL),
        ("Friday", "kettlebell-swing"),
    ]
    assert [(one.weekday, one.drill) for one in own] == [("Monday", KB), ("Friday", RDL)]


def test_the_week_of_the_goal_carries_its_doses(index: Index) -> None:
    journal = in_turn().setup(50, goal="athletic")

    monday, _, friday = week_of_the_goal(state_on(index, journal, WEEK_13))

    assert (monday.sets, monday.reps, monday.rest_s) == (4, (8, 12), 90)
    assert (friday.sets, friday.reps, friday.rest_s) == (5, (3, 5), 150)


def test_without_a_loaded_drill_there_is_no_week_of_the_goal(index: Index) -> None:
    assert week_of_the_goal(state_on(index, Journal(), 0)) == ()


def test_the_plan_is_heavy_no_more_than_twice_a_week(index: Index) -> None:
    journal = lifter("kb", "rdl", "sl", "bb", start=-91, goal="strength")
    journal = journal.sessions(range(0, 63, 3), "bb 4x12 @40", "rdl 4x12 @30", "sl 2x8")

    days = week_of_the_goal(state_on(index, journal, 63))

    heavy = [day.weekday for day in days if day.reps == index.rules.goals.strength.reps]
    assert len(days) == 3
    assert 1 <= len(heavy) <= index.rules.goals.max_heavy_days
    assert days[2].weekday not in heavy


def test_a_swing_begins_the_goals_range_no_heavier_than_what_was_lifted(index: Index) -> None:
    things = ("kettlebell",)
    swinger = experienced("kb", "swing", sets="5x5 @20", goal="athletic", equipment=things)

    same = prescription.advise(state_on(index, swinger, WEEK_13), "kettlebell-swing")
    lifted = swinger.session(50, "kb 3x8 @22")
    more = prescription.advise(state_on(index, lifted, WEEK_13), "kettlebell-swing")

    assert (same.load_kg, same.sets, same.reps, same.reps_range) == (Decimal(20), 5, 5, (3, 5))
    assert "sets of 3-5 now, 20 kg." in same.reasons[0].text
    assert (more.load_kg, more.reps) == (Decimal(22), 3)


@pytest.mark.parametrize(("bell", "words"), [("20", "swing 5x5 @20"), ("22", "swing 5x3 @22")])
def test_explosive_swings_are_more_work_as_main_than_as_second(
    index: Index, bell: str, words: str
) -> None:
    swinger = experienced(
        "kb", "swing", sets="10x10 @20", goal="athletic", equipment=("kettlebell",)
    )
    state = state_on(index, swinger.session(51, f"kb 3x8 @{bell}").session(54, words), WEEK_13)

    main, second = (
        prescription.advise(state, "kettlebell-swing", main=main) for main in (True, False)
    )

    assert second.reps_range == main.reps_range == (3, 5)
    assert second.load_kg == main.load_kg
    assert 2 * second.sets * second.reps <= main.sets * main.reps
    assert second.rest_s == main.rest_s == 150


def test_who_gave_up_all_weights_is_asked_for_nothing_heavy(index: Index) -> None:
    journal = experienced(*STRONG, goal="strength", equipment=("kettlebell",))

    state = state_on(index, journal.setup(55, equipment=("wall", "dowel")), WEEK_13)

    assert goals.first_heavy(state, index.rungs[KB]) is None


def test_a_cut_comes_off_the_weight_that_few_reps_begin_with(index: Index) -> None:
    journal = experienced(*STRONG, goal="strength", equipment=("kettlebell",)).morning(WEEK_13, 3)

    advised = prescription.advise(state_on(index, journal, WEEK_13 + 1), KB)

    assert (advised.load_kg, advised.reps_range) == (Decimal(20), (3, 5))
    assert (
        "Your morning score was up. Kettlebell deadlift: 22 kg → 20 kg" in advised.reasons[0].text
    )


def test_the_one_easy_drill_after_ambers_has_no_few_heavy_reps(index: Index) -> None:
    journal = experienced(*STRONG, goal="strength", equipment=("kettlebell",))
    hurt = journal.sessions((WEEK_13, WEEK_13 + 4), "kb 3x5 @20", pain=4)

    decision = today(index, hurt, WEEK_13 + 7)

    assert is_heavy(index, journal)
    assert not is_heavy(index, hurt, on=WEEK_13 + 7)
    assert reason_of(decision, "S2") is not None
    assert reason_of(decision, "D14") is None
