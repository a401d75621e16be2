"""The end of the twelve weeks: when it is told, and what it says."""

from decimal import Decimal

import pytest

from factories import Journal, learner, lifter, state_on
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.plan_end import plan_end, told_end
from hingecli.coach.results import MistakeThenNow, PlanEnd

END = 84
"""The first day of plan week 13."""


def end_on(index: Index, journal: Journal, on: int = END) -> PlanEnd | None:
    return plan_end(state_on(index, journal, on), journal.read())


def told_on(index: Index, journal: Journal, on: int = END) -> bool:
    return told_end(state_on(index, journal, on), journal.read()) is not None


@pytest.mark.parametrize(("on", "told"), [(83, False), (84, True), (90, True)])
def test_it_is_told_from_the_day_after_week_twelve(index: Index, on: int, told: bool) -> None:
    assert told_on(index, learner(), on) is told


def test_it_is_told_until_the_first_session_after_it(index: Index) -> None:
    journal = learner().session(86, "dowel 10")

    assert told_on(index, journal, 85)
    assert not told_on(index, journal, 87)
    assert end_on(index, journal, 87) is not None


def test_who_begins_after_those_weeks_has_no_end_of_them(index: Index) -> None:
    late = Journal().setup(0, start=-100)

    assert not told_on(index, late, 0)
    assert end_on(index, late, 0) is None
    assert not told_on(index, late.session(0, "wall 5"), 1)


@pytest.mark.parametrize(
    "journal",
    [
        learner().pause(84),
        learner().session(83, "dowel 5", pain=6),
        learner().session(83, "dowel 5").morning(84, 3),
    ],
    ids=["a pause", "a hold", "a bad morning"],
)
def test_it_waits_while_there_is_something_else_to_say(index: Index, journal: Journal) -> None:
    assert not told_on(index, journal)


def test_a_pause_moves_it(index: Index) -> None:
    journal = learner().pause(20).resume(30)

    assert not told_on(index, journal, 93)
    assert told_on(index, journal, 94)


def test_it_says_what_was_learned_and_what_only_opened(index: Index) -> None:
    journal = lifter("kb", "rdl", start=0).session(0, "wall 3x9/10").session(30, "kb 3x8 @16")
    journal = journal.session(60, "kb 3x8 @24")

    end = end_on(index, journal)

    assert end is not None
    assert end.learned == ("wall-hinge", "kettlebell-deadlift")
    assert end.waiting == ("dowel-hinge", "romanian-deadlift")
    assert (end.sessions, end.reps, end.clean_reps) == (3, 78, 75)
    (gain,) = end.weights
    assert (gain.drill, gain.first_kg, gain.now_kg) == (
        "kettlebell-deadlift",
        Decimal(16),
        Decimal(24),
    )


def test_a_drill_without_a_weight_is_no_gain(index: Index) -> None:
    end = end_on(index, lifter("kb", start=0).session(30, "kb 3x8"))

    assert end is not None
    assert end.weights == ()


def test_mistakes_of_the_first_weeks_stand_beside_those_of_the_last(index: Index) -> None:
    journal = Journal().session(0, "wall 5/10", mistakes={"looking-up": 5, "soft-lockout": 1})
    journal = journal.setup(3, goal="strength").session(35, "wall 5/10", mistakes={"arms-lift": 4})
    journal = journal.session(60, "wall 5/10", mistakes={"looking-up": 1, "torso-first": 2})
    later = journal.session(85, "wall 5/10", mistakes={"looking-up": 9})

    end = end_on(index, journal)

    assert end is not None
    assert (end.then_weeks, end.now_weeks) == ((1, 4), (9, 12))
    assert end.mistakes == (
        MistakeThenNow(mistake="looking-up", then=5, now=1),
        MistakeThenNow(mistake="soft-lockout", then=1, now=0),
        MistakeThenNow(mistake="torso-first", then=0, now=2),
    )
    for on in (84, 86):
        again = end_on(index, later, on)
        assert again is not None
        assert again.mistakes == end.mistakes


def test_sessions_before_the_start_that_was_set_are_no_part_of_the_plan(index: Index) -> None:
    journal = Journal().session(0, "wall 5/10", mistakes={"looking-up": 5}).setup(10, start=10)

    end = end_on(index, journal, 10 + END)

    assert end is not None
    assert end.mistakes == ()


@pytest.mark.parametrize("goal", [None, "hypertrophy"])
def test_what_stays_is_the_week_with_its_goal(index: Index, goal: str | None) -> None:
    told = {} if goal is None else {"goal": goal}
    end = end_on(index, lifter("kb", start=0, **told).session(30, "kb 3x8 @16"))

    assert end is not None
    assert end.goal == goal
    assert [one.weekday for one in end.week_ahead] == ["Monday", "Wednesday", "Friday"]


def test_without_load_no_week_is_made_up(index: Index) -> None:
    end = end_on(index, Journal().session(0, "wall 10"))

    assert end is not None
    assert end.week_ahead == ()
