"""A crowd lives for a year: nothing that must hold is broken, for anybody."""

from random import Random

import pytest

from hingecli.coach.log.events import Goal, Profile
from hingecli.coach.protocol.protocol import Index
from hingecli.simulate import simulate
from hingecli.simulate.crowd import GOALS, OBEDIENT_KITS, make_learner
from hingecli.simulate.learner import make_obedient
from hingecli.simulate.report import SimulationReport
from simulate.steady import lived, steady

pytestmark = pytest.mark.deep

LEARNERS, WEEKS, SEED = 400, 52, 7


@pytest.fixture(scope="module")
def report(index: Index) -> SimulationReport:
    """A year of lives, enough of them for every kind of day and of learner."""
    return simulate(index.protocol, learners=LEARNERS, weeks=WEEKS, seed=SEED)


def test_nothing_of_what_must_hold_is_broken(report: SimulationReport) -> None:
    broken = {row.invariant: row.examples for row in report.invariants if row.broken}

    assert broken == {}


def test_every_kind_of_day_was_lived(report: SimulationReport) -> None:
    asked_of_people = {"practice", "test", "load", "recheck", "rest", "hold", "paused"}

    assert asked_of_people <= set(report.kinds)


def test_drills_open_in_the_order_of_the_ladder(report: SimulationReport) -> None:
    weeks = {row.drill: row.weeks[1] for row in report.openings if row.weeks is not None}

    assert weeks["wall-hinge"] == 1
    assert weeks["dowel-hinge"] < weeks["kettlebell-deadlift"] <= weeks["romanian-deadlift"]
    assert weeks["romanian-deadlift"] <= weeks["single-leg-rdl"] <= weeks["barbell-deadlift"]
    assert weeks["kettlebell-deadlift"] >= 5
    assert weeks["kettlebell-swing"] >= 9


def test_most_who_train_with_weights_lift_more_in_the_end(report: SimulationReport) -> None:
    assert report.with_ten_loaded_days > LEARNERS // 2
    assert report.rose >= 0.75 * report.with_ten_loaded_days


@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize(("kit", "bells"), OBEDIENT_KITS)
def test_all_holds_for_one_who_obeys_with_any_things_and_goal(
    index: Index, kit: tuple[str, ...] | None, bells: tuple[int, ...] | None, goal: Goal | None
) -> None:
    learner = make_obedient(make_learner(Random(1)), kit=kit, bells=bells, goal=goal)

    assert lived(index, learner, weeks=WEEKS).found == []


@pytest.mark.parametrize(
    "things",
    [("wall", "dowel"), ("wall", "dowel", "kettlebell"), ("wall", "dowel", "dumbbells")],
    ids=["no weight", "a kettlebell", "dumbbells"],
)
def test_all_holds_where_the_ladder_ends_early(index: Index, things: tuple[str, ...]) -> None:
    assert lived(index, steady(profile=Profile(equipment=things))).found == []


def test_all_holds_for_a_chronic_pain(index: Index) -> None:
    assert lived(index, steady(usual=2)).found == []
