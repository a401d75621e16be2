"""What the plan shows of twelve weeks."""

import pytest

from factories import Journal, day, learner, lifter, state_on
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.plan import plan as plan_of

KB = "kettlebell-deadlift"


@pytest.mark.parametrize(
    ("on", "when"),
    [
        (0, ["now", "ahead", "ahead"]),
        (27, ["now", "ahead", "ahead"]),
        (28, ["past", "now", "ahead"]),
        (56, ["past", "past", "now"]),
        (83, ["past", "past", "now"]),
        (84, ["past", "past", "past"]),
    ],
)
def test_the_plan_says_where_one_stands(index: Index, on: int, when: list[str]) -> None:
    plan = plan_of(state_on(index, Journal().setup(0, start=0), on))

    assert [row.when for row in plan.rows] == when


def test_the_plan_tells_what_is_earned_from_what_is_to_be_earned(index: Index) -> None:
    plan = plan_of(state_on(index, learner(), 28))

    assert plan.rows[0].earned == ("wall-hinge", "dowel-hinge")
    assert plan.rows[0].to_earn == ()
    assert KB in plan.rows[1].earned
    assert "romanian-deadlift" in plan.rows[1].to_earn
    assert any("Next to earn: Romanian deadlift" in note for note in plan.notes)


def test_the_plan_leaves_out_what_is_out_of_reach(index: Index) -> None:
    plan = plan_of(state_on(index, Journal().setup(0, equipment=("kettlebell",)), 0))

    assert not any("barbell-deadlift" in row.to_earn for row in plan.rows)


def test_a_late_starter_is_told_the_load_week(index: Index) -> None:
    late = plan_of(state_on(index, lifter(start=-70).session(0, "kb 3x8"), 1))
    on_time = plan_of(state_on(index, lifter().session(0, "kb 3x8"), 1))

    assert any("Light weeks, 0 of 4 behind you" in note for note in late.notes)
    assert not any("Light weeks" in note for note in on_time.notes)


def test_the_plan_ends_with_the_word_on_steps_back(index: Index) -> None:
    whole = learner().setup(11, equipment=("wall", "dowel"))

    assert "step back" in plan_of(state_on(index, Journal(), 0)).notes[-1]
    assert not any("Next to earn" in n for n in plan_of(state_on(index, whole, 60)).notes)


def test_a_gate_that_only_waits_says_that_all_is_met(index: Index) -> None:
    state = state_on(index, learner(), 27)
    state.today = day(28)

    assert any("all conditions met" in note for note in plan_of(state).notes)
