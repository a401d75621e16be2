"""What progress shows of loads, sides and pain, and the week that a goal makes."""

from decimal import Decimal

import pytest

from coach.rules.trained import KB, STRONG, experienced
from factories import day, lifter, state_on
from hingecli.coach.log.events import Goal
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.plan import plan
from hingecli.coach.report.progress import progress
from hingecli.coach.report.trends import PAIN_SHOWN, trends
from hingecli.coach.rules import progression

WEEK_13 = 8 * 7


def test_a_load_is_shown_from_its_first_weight_to_the_present_one(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8 @8").session(2, "kb 3x8 @12")

    (load,) = trends(state_on(index, journal, 3)).loads

    assert (load.first_kg, load.now_kg, load.days) == (Decimal(8), Decimal(12), 2)


def test_body_weight_is_no_load(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8")

    assert trends(state_on(index, journal, 1)).loads == ()


def test_the_sides_are_those_of_the_last_session(index: Index) -> None:
    journal = lifter("single-leg-rdl").session(0, "sl 8L 8R").session(2, "sl 8L 6/8R")

    (sides,) = trends(state_on(index, journal, 3)).sides

    assert (sides.left, sides.right) == (8, 6)


def test_a_days_worst_score_is_its_pain(index: Index) -> None:
    journal = lifter().morning(1, 1).session(1, "wall 10", pain=3).morning(2, 0)

    pain = trends(state_on(index, journal, 2)).pain

    assert pain.scores == ((day(1), 3), (day(2), 0))


def test_a_fortnight_of_scores_is_shown(index: Index) -> None:
    journal = lifter()
    for number in range(PAIN_SHOWN + 1):
        journal = journal.morning(number, 0)

    scores = trends(state_on(index, journal, PAIN_SHOWN)).pain.scores

    assert len(scores) == PAIN_SHOWN
    assert scores[0][0] == day(1)


@pytest.mark.parametrize(
    ("goal", "on", "begun"),
    [("hypertrophy", WEEK_13 - 1, False), (None, WEEK_13, False), ("hypertrophy", WEEK_13, True)],
)
@pytest.mark.parametrize(("next_bell", "top"), [(22, 12), (24, 15)])
def test_from_load_week_thirteen_the_plan_is_the_goals_week(
    index: Index, goal: Goal | None, on: int, begun: bool, next_bell: int, top: int
) -> None:
    answers = {} if goal is None else {"goal": goal}
    bells = (20, next_bell)
    journal = lifter("kettlebell-deadlift", "romanian-deadlift", bells=bells, **answers)
    journal = journal.sessions(range(0, WEEK_13, 7), "kb 3x8 @20")
    journal = journal.sessions(range(2, WEEK_13, 7), "rdl 3x8 @20")

    told = plan(state_on(index, journal, on)).goal_week

    # Where the next bell is over 10 % up, three more reps come first (D7).
    week = [
        ("Monday", "kettlebell-deadlift", (8, top), 90),
        ("Wednesday", "romanian-deadlift", (8, top), 90),
        ("Friday", "kettlebell-deadlift", (8, top), 90),
    ]
    assert [(one.weekday, one.drill, one.reps, one.rest_s) for one in told] == (
        week if begun else []
    )


def test_after_the_twelve_weeks_a_goal_is_offered(index: Index) -> None:
    notes = plan(state_on(index, lifter(), 13 * 7)).notes

    assert any("hinge setup --goal" in note for note in notes)


def test_a_load_is_that_of_the_range_which_is_asked_now(index: Index) -> None:
    """D14: each range keeps its own weight, and what is missing for the next one is of it."""
    journal = experienced(*STRONG, sets="4x12 @20", goal="strength", equipment=("kettlebell",))
    heavy = journal.session(WEEK_13 + 1, "kb 3x3 @22")

    for many in (heavy, heavy.setup(WEEK_13 + 2, goal="hypertrophy")):
        state = state_on(index, many, WEEK_13 + 2)
        load = next(load for load in trends(state).loads if load.drill == KB)
        asked = progression.asked_of(state, KB, main=True).work.load_kg
        assert load.now_kg == asked == (22 if many is heavy else 20)
        assert next(d for d in progress(state).drills if d.id == KB).load_kg == asked
