"""The simulation itself: repeatable, honest about what broke, and without a fault of the coach."""

from datetime import timedelta
from random import Random

import msgspec
import pytest

from hingecli.coach.fold import begin
from hingecli.coach.log.events import Profile
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import rotation
from hingecli.simulate import Learner, Life, live, make_learner, simulate
from hingecli.simulate.checks import INVARIANTS
from hingecli.simulate.report import FIRST_DAY, Report

pytestmark = pytest.mark.deep

LEARNERS, WEEKS, SEED = 24, 40, 7


@pytest.fixture(scope="module")
def report(index: Index) -> Report:
    """Some lives, long enough for every kind of day."""
    return simulate(index.protocol, learners=LEARNERS, weeks=WEEKS, seed=SEED, workers=1)


def test_nothing_that_must_hold_is_broken(report: Report) -> None:
    broken = {one.invariant: one.examples for one in report.invariants if one.broken}

    assert broken == {}
    assert report.broken == 0


def test_every_kind_of_day_was_lived(report: Report) -> None:
    asked_of_people = {"practice", "test", "load", "recheck", "rest", "hold", "paused"}

    assert asked_of_people <= set(report.kinds)


def test_every_drill_has_its_row_and_every_invariant_its_line(index: Index, report: Report) -> None:
    assert [one.drill for one in report.openings] == [rung.id for rung in index.ladder]
    assert [one.invariant for one in report.invariants] == list(INVARIANTS)


def test_drills_open_in_the_order_of_the_ladder(report: Report) -> None:
    weeks = {one.drill: one.weeks[1] for one in report.openings if one.weeks is not None}

    assert weeks["wall-hinge"] == 1
    assert weeks["dowel-hinge"] < weeks["kettlebell-deadlift"] <= weeks["romanian-deadlift"]
    assert weeks["romanian-deadlift"] <= weeks["single-leg-rdl"] <= weeks["barbell-deadlift"]
    assert weeks["kettlebell-deadlift"] >= 5
    assert weeks["kettlebell-swing"] >= 9


def test_most_who_train_with_weights_lift_more_in_the_end(report: Report) -> None:
    assert report.with_ten_loaded_days > LEARNERS // 2
    assert report.rose >= 0.8 * report.with_ten_loaded_days


def test_the_same_seed_gives_the_same_report_with_any_number_of_workers(index: Index) -> None:
    alone, together = (
        simulate(index.protocol, learners=22, weeks=3, seed=3, workers=workers)
        for workers in (1, 2)
    )

    assert alone == together
    assert alone != simulate(index.protocol, learners=22, weeks=3, seed=4, workers=1)


def test_a_learner_is_the_same_in_a_larger_crowd(index: Index) -> None:
    few = simulate(index.protocol, learners=1, weeks=6, seed=5, workers=1)
    learner = make_learner(Random("5/0"))
    random = Random("5/0")
    make_learner(random)

    life = live(index, learner, days=42, start=FIRST_DAY, random=random)

    assert dict(sorted(life.kinds.items())) == few.kinds


def test_progress_is_told_until_all_lives_are_lived(index: Index) -> None:
    told: list[int] = []

    simulate(index.protocol, learners=45, weeks=1, seed=1, workers=1, progress=told.append)

    assert told == sorted(told)
    assert told[-1] == 45


def steady(**traits: object) -> Learner:
    """Somebody who comes most days, counts honestly, tells all, and never falls ill."""
    plain = make_learner(Random(0))
    calm = {
        "misses": 0.1,
        "floor": 0.0005,
        "pace": 0.4,
        "newness": 0.01,
        "flattery": 0.0,
        "sternness": 0.0,
        "strength_kg": 90.0,
        "potential_kg": 150.0,
        "shows_up": 0.9,
        "eager": 0.0,
        "answers": 0.9,
        "silent": False,
        "tells_effort": 1.0,
        "tells_pain": 1.0,
        "flares": 0.0,
        "usual": 0,
        "catches_cold": 0.0,
        "goes_away": 0.0,
        "profile": None,
    }
    return msgspec.structs.replace(plain, **(calm | traits))


def lived(index: Index, learner: Learner, *, weeks: int = 40) -> Life:
    return live(index, learner, days=7 * weeks, start=FIRST_DAY, random=Random(1))


@pytest.mark.parametrize(
    "traits",
    [
        {},
        {"answers": 0.0},
        {"tells_effort": 0.0},
        {"answers": 0.0, "tells_effort": 0.0, "silent": True},
    ],
    ids=["who tells all", "who answers no morning", "who gives no effort", "who tells nothing"],
)
def test_the_load_rises_for_one(index: Index, traits: dict[str, object]) -> None:
    assert lived(index, steady(**traits)).rose


@pytest.mark.parametrize("limit", ["low-back", "knee"])
@pytest.mark.parametrize("goal", [None, "strength", "hypertrophy", "athletic"])
def test_no_limit_and_no_goal_closes_the_ladder(index: Index, limit: str, goal: str | None) -> None:
    things = ("kettlebell", "dumbbells", "barbell", "trap-bar", "cable", "platform", "blocks")
    profile = msgspec.convert({"equipment": things, "limits": [limit], "goal": goal}, Profile)

    life = lived(index, steady(profile=profile))

    ladder = {rung.id for rung in index.ladder} - set(life.excluded)
    assert ladder - set(life.opened) == set()


@pytest.mark.parametrize(
    ("things", "last"),
    [
        (("wall", "dowel"), "single-leg-rdl"),
        (("wall", "dowel", "kettlebell"), "kettlebell-swing"),
        (("wall", "dowel", "dumbbells"), "single-leg-rdl"),
    ],
    ids=["no weight", "a kettlebell", "dumbbells"],
)
def test_the_ladder_ends_where_the_equipment_does(
    index: Index, things: tuple[str, ...], last: str
) -> None:
    life = lived(index, steady(profile=Profile(equipment=things)), weeks=20)

    assert last in life.opened
    assert "barbell-deadlift" in life.excluded
    assert life.found == []


def test_a_chronic_pain_is_asked_about_and_then_lived_with(index: Index) -> None:
    untold = lived(index, steady(usual=2))

    assert untold.found == []
    assert untold.rose


def test_a_fault_in_the_coach_is_found(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    never = rotation.load_due(begin(index))
    always = msgspec.structs.replace(never, yes=True)
    monkeypatch.setattr(rotation, "due_by_the_days", lambda _: always)

    life = lived(index, steady(), weeks=12)

    assert {"never load on two days running", "no more loaded days than planned"} <= {
        one.invariant for one in life.found
    }
    assert min(one.day for one in life.found) >= FIRST_DAY + timedelta(weeks=4)
