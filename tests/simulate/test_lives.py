"""The simulation itself: repeatable, open to all, and honest about a fault of the coach."""

from collections import Counter
from datetime import timedelta
from random import Random
from typing import get_args

import msgspec
import pytest

from hingecli.coach.log.events import Profile
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import load_due, rotation
from hingecli.simulate import live, make_learner, simulate
from hingecli.simulate.checks import INVARIANTS
from hingecli.simulate.learner import Nature
from hingecli.simulate.report import FIRST_DAY
from simulate.steady import lived, steady


def test_every_drill_has_its_row_and_every_invariant_its_line(index: Index) -> None:
    report = simulate(index.protocol, learners=4, weeks=1, seed=7, workers=1)

    assert [row.drill for row in report.openings] == [rung.id for rung in index.ladder]
    assert [row.invariant for row in report.invariants] == list(INVARIANTS)
    assert sum(report.crowd.values()) == 4


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


def test_a_thousand_learners_are_of_every_nature() -> None:
    crowd = Counter(make_learner(Random(f"1/{number}")).nature for number in range(1000))

    assert set(crowd) == set(get_args(Nature))
    assert min(crowd.values()) >= 10
    assert crowd["ordinary"] >= 300


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


def test_a_chronic_pain_is_asked_about_and_then_lived_with(index: Index) -> None:
    assert lived(index, steady(usual=2)).rose


def test_one_who_obeys_has_no_rep_that_is_not_clean_and_no_pain(index: Index) -> None:
    learner = steady(obedient=True, shows_up=1.0, flares=0.0)

    life = lived(index, learner, weeks=12)

    assert {"hold", "paused", "recheck"}.isdisjoint(life.kinds)
    assert "kettlebell-swing" in life.opened


def test_a_seven_every_morning_is_told_every_morning(index: Index) -> None:
    life = lived(index, steady(says=7), weeks=2)

    assert set(life.kinds) == {"hold"}


def test_a_declined_drill_is_never_done(index: Index) -> None:
    life = lived(index, steady(declines=("kettlebell-deadlift",)), weeks=10)

    assert life.weighted_days == 0


def test_a_fault_in_the_coach_is_found(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load_due, "is_load_due", rotation.has_load)

    life = lived(index, steady(), weeks=12)

    broken = [found for found in life.found if "loaded days" in found.invariant]
    assert {"never load on two days running", "no more loaded days than planned"} <= {
        found.invariant for found in life.found
    }
    assert min(found.day for found in broken) >= FIRST_DAY + timedelta(weeks=4)
