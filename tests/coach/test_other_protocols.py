"""The coach on ladders other than the shipped one: what is not there is not asked for."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from factories import Journal, dose, lifter, reason_of, state_on, today
from hingecli.coach.protocol.conditions import CleanTotal, PlanWeek
from hingecli.coach.protocol.protocol import Index, Rung
from hingecli.coach.report.plan import plan
from hingecli.coach.rules import ladder, prescription


def with_ladder(index: Index, *rungs: Rung) -> Index:
    """Return the protocol with another ladder."""
    return Index(replace(index.protocol, ladder=rungs))


def total(reps: int, *, unloaded: bool) -> CleanTotal:
    return CleanTotal(
        id="total", text="{reps} reps", source="coach", cite="", reps=reps, unloaded=unloaded
    )


@pytest.fixture
def counted(index: Index) -> Index:
    """A ladder whose dowel opens by clean reps in all, without any test."""
    dowel = replace(index.rungs["dowel-hinge"], gate=(total(30, unloaded=False),))
    return with_ladder(index, index.rungs["wall-hinge"], dowel)


def test_without_a_single_set_to_pass_there_is_no_test(counted: Index) -> None:
    decision = today(counted, Journal().sessions((0, 1), "wall 2x5"), 2)

    assert counted.tested is None
    assert decision.kind == "practice"
    assert reason_of(decision, "D2") is None


def test_clean_days_without_a_test_go_on_as_practice(counted: Index) -> None:
    assert today(counted, Journal().sessions((0, 1), "wall 3x9"), 2).kind == "practice"


@pytest.mark.parametrize("unloaded", [False, True])
@pytest.mark.parametrize(("reps", "opens"), [(29, False), (30, True)])
def test_painful_reps_count_for_a_drill_without_load(
    index: Index, unloaded: bool, reps: int, opens: bool
) -> None:
    dowel = replace(index.rungs["dowel-hinge"], gate=(total(30, unloaded=unloaded),))
    other = with_ladder(index, index.rungs["wall-hinge"], dowel)

    state = state_on(other, Journal().session(0, f"wall {reps}", pain=4), 0)

    assert ("dowel-hinge" in state.unlocks) is opens


def test_another_first_distance_is_not_called_a_foot(index: Index) -> None:
    rules = index.protocol.rules
    wall = replace(rules.wall_distance, start_cm=Decimal(40), start_said="")
    other = Index(replace(index.protocol, rules=replace(rules, wall_distance=wall)))

    told = reason_of(today(other, Journal(), 0), "D3")

    assert told is not None
    assert told.text == "Heels 40 cm off the wall; if not, log it: 3x10 45cm"


def test_the_plan_names_the_last_drill_that_needs_no_weight(index: Index) -> None:
    other = with_ladder(index, *(replace(rung, without_weight=None) for rung in index.ladder))

    told = plan(state_on(other, Journal().setup(0, equipment=("wall",)), 0)).notes

    assert any("ends at the dowel hinge" in note for note in told)


def test_a_ladder_without_a_deadlift_begins_a_swing_with_the_first_bell(index: Index) -> None:
    other = with_ladder(index, index.rungs["wall-hinge"], index.rungs["kettlebell-swing"])
    rdl = with_ladder(index, index.rungs["wall-hinge"], index.rungs["barbell-deadlift"])

    swing = prescription.advise(state_on(other, Journal(), 0), "kettlebell-swing")
    bar = prescription.advise(state_on(rdl, Journal(), 0), "barbell-deadlift")

    assert (swing.load_kg, bar.load_kg) == (Decimal(8), Decimal(20))


def test_a_ladder_of_one_drill_is_whole_from_the_first_day(index: Index) -> None:
    other = with_ladder(index, index.rungs["wall-hinge"])

    assert ladder.next_gate(state_on(other, Journal(), 0)) is None
    assert dose(today(other, Journal(), 0)) == ("wall-hinge", 3, 10)


def test_loads_without_a_dowel_warm_up_at_the_wall(index: Index) -> None:
    other = with_ladder(index, index.rungs["wall-hinge"], index.rungs["kettlebell-deadlift"])

    decision = today(other, lifter(), 0)

    assert [block.drill for block in decision.blocks] == ["wall-hinge", "kettlebell-deadlift"]


def test_a_break_on_a_ladder_without_a_dowel_needs_no_recheck(index: Index) -> None:
    other = with_ladder(index, index.rungs["wall-hinge"], index.rungs["kettlebell-deadlift"])

    assert today(other, lifter().session(0, "kb 3x8"), 20).kind == "load"


def test_drills_are_found_by_id_alias_phase_and_family(index: Index) -> None:
    assert index.names["kb"] == index.names["kettlebell-deadlift"] == "kettlebell-deadlift"
    assert index.phases["loaded"].number == 3
    assert [rung.id for rung in index.families["rdl"]] == ["romanian-deadlift", "good-morning"]


@pytest.mark.parametrize("note", ["", "Get a broomstick."])
def test_what_the_calendar_opened_is_said_with_its_note_if_it_has_one(
    index: Index, note: str
) -> None:
    week = PlanWeek(id="week", text="week {week}", source="coach", cite="", week=2)
    dowel = replace(index.rungs["dowel-hinge"], gate=(week,), opens_note=note)
    other = with_ladder(index, index.rungs["wall-hinge"], dowel)

    texts = [told.text for told in today(other, Journal().session(0, "wall 5"), 7).reasons]

    assert f"Opened: dowel hinge. You earned it. {note}".rstrip() in texts
