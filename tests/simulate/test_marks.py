"""A simulated day is logged as a walk logs it: warm-ups, variations and half the range marked."""

from random import Random

import pytest

from hingecli.coach import fold
from hingecli.coach.log.events import SetRecord
from hingecli.coach.log.sessions import TrainingDay
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Decision
from hingecli.coach.state.state import State
from hingecli.simulate import life
from hingecli.simulate.report import FIRST_DAY
from simulate.steady import steady

Lived = list[tuple[Decision, tuple[SetRecord, ...]]]


@pytest.fixture
def year(index: Index, monkeypatch: pytest.MonkeyPatch) -> Lived:
    """Half a year of one who comes most days and has a flare: each day and what was logged."""
    decisions: dict[object, Decision] = {}
    found: Lived = []

    def step(state: State, entry: TrainingDay) -> State:
        for sitting in entry.sittings:
            found.append((decisions[entry.day], sitting.sets))
        return fold.step(state, entry)

    def note(_: State, decision: Decision) -> None:
        decisions[decision.date] = decision

    monkeypatch.setattr(life, "step", step)
    life.live(
        index,
        steady(flares=0.05),
        days=182,
        start=FIRST_DAY,
        random=Random(3),
        on_day=note,
    )
    return found


def test_only_the_warm_ups_of_loaded_days_are_marked(index: Index, year: Lived) -> None:
    loaded = [(decision, sets) for decision, sets in year if decision.kind == "load"]
    unloaded = [
        sets
        for decision, sets in year
        if not any(block.drill in index.loaded for block in decision.blocks)
        and decision.kind != "recheck"  # whose load may follow on the same day
    ]

    assert loaded
    for decision, sets in loaded:
        warm_ups = [block for block in decision.blocks if block.purpose == "warm-up"]
        marked = [record for record in sets if record.warmup]
        assert {record.drill for record in marked} == {block.drill for block in warm_ups}
        assert len(marked) == sum(block.sets * (1 + block.per_side) for block in warm_ups)
    assert not any(record.warmup for sets in unloaded for record in sets)
    assert any(
        block.purpose == "warm-up"
        for decision, _ in year
        if decision.kind == "practice"
        for block in decision.blocks
    )


def test_a_set_is_the_variation_and_the_range_that_were_asked(year: Lived) -> None:
    asked = {
        (block.drill, block.variant, block.range)
        for decision, _ in year
        for block in decision.blocks
    }
    logged = {(record.drill, record.variant, record.range) for _, sets in year for record in sets}

    assert logged <= asked
    assert {variant for _, variant, _ in logged} > {None}
    assert {reach for _, _, reach in logged} == {"full", "half"}
