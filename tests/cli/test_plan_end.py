"""The end of the plan, before the first card after it."""

import pytest

from cli.running import Hinge, answer_readiness, on

AFTER_THE_PLAN = on(1 + 7 * 12)

pytestmark = pytest.mark.usefixtures("terminal")


def test_the_end_of_the_plan_asks_for_a_goal_before_the_card(hinge: Hinge) -> None:
    answer_readiness(hinge)
    hinge("log", "wall", "3x10")

    answer = hinge("today", typed="fame\nstrength\nn\n", now=AFTER_THE_PLAN)

    assert answer.out.index("weeks of the plan are behind you") < answer.out.index("Wall hinge  ")
    assert "Which goal is next" in answer.out
    assert "fame" in answer.err
    assert "strength" in hinge("setup", "--show", now=AFTER_THE_PLAN).out
    again = hinge("today", typed="\nn\n", now=AFTER_THE_PLAN)
    assert "Enter: today's card" in again.out


def test_enter_at_the_end_of_the_plan_leaves_the_goal_for_later(hinge: Hinge) -> None:
    answer_readiness(hinge)
    hinge("log", "wall", "3x10")

    answer = hinge("today", typed="\nn\n", now=AFTER_THE_PLAN)

    assert answer.out.count("Which goal is next") == 1
    assert hinge("today", "--json", now=AFTER_THE_PLAN).json["plan_end"]["goal"] is None


def test_leaving_at_the_end_of_the_plan_is_no_failure(hinge: Hinge) -> None:
    hinge("log", "wall", "3x10")

    answer = hinge("today", typed="q\n", now=AFTER_THE_PLAN)

    assert answer.code == 0
    assert "Stopped." in answer.err


def test_the_end_of_the_plan_stands_before_the_plan_from_then_on(hinge: Hinge) -> None:
    hinge("log", "wall", "3x10")
    hinge("log", "wall", "3x10", now=AFTER_THE_PLAN)

    assert "plan are behind you" not in hinge("today", "--no-walk", now=AFTER_THE_PLAN).out
    assert "Learned     Wall hinge" in hinge("plan", now=AFTER_THE_PLAN).out
