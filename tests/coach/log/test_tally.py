"""What counts of a day's sets: for the totals, for the rules, for the gates of loaded drills."""

from typing import Any

import pytest
from msgspec.structs import replace

from factories import Journal, have, lifter, sets, state_on
from hingecli.coach.log.events import Session
from hingecli.coach.log.tally import MANY_SETS
from hingecli.coach.protocol.protocol import Index

KB = "kettlebell-deadlift"


def logged(journal: Journal, words: str, **changes: Any) -> Journal:
    """Log the sets of `words` on day 0, each with `changes`."""
    longer = journal.session(0, words)
    last = longer.events[-1]
    assert isinstance(last, Session)
    records = tuple(replace(record, **changes) for record in sets(words))
    body = replace(last.body, sets=records)
    return Journal((*longer.events[:-1], replace(last, body=body)))


@pytest.mark.parametrize(
    ("changes", "reps", "clean", "days"),
    [
        ({}, 24, 24, 1),
        ({"warmup": True}, 0, 0, 0),
        ({"clean": None}, 24, 0, 0),
        ({"variant": "paused"}, 24, 24, 0),
        ({"range": "half"}, 24, 24, 1),
    ],
)
def test_of_loaded_sets_the_rules_judge_those_counted_of_the_drill_itself(
    index: Index, changes: dict[str, Any], reps: int, clean: int, days: int
) -> None:
    state = state_on(index, logged(lifter(), "kb 3x8 @8", **changes), 0)

    assert (state.sums.reps, state.sums.clean) == (reps, clean)
    assert state.lifts[KB].days == days


@pytest.mark.parametrize(
    ("changes", "reps", "clean", "best"),
    [
        ({}, 18, 18, 18),
        ({"warmup": True}, 0, 0, 0),
        ({"clean": None}, 18, 0, 0),
        ({"variant": "kickstand"}, 18, 18, 0),
        ({"range": "half"}, 18, 18, 0),
    ],
)
def test_of_sets_of_the_wall_the_rules_judge_full_ones_of_the_drill_itself(
    index: Index, changes: dict[str, Any], reps: int, clean: int, best: int
) -> None:
    state = state_on(index, logged(Journal(), "wall 18", **changes), 0)

    assert (state.sums.reps, state.sums.clean, state.tests.best) == (reps, clean, best)


@pytest.mark.parametrize(("changes", "days"), [({}, 1), ({"range": "half"}, 0)])
def test_half_the_range_counts_for_no_gate_of_a_loaded_drill(
    index: Index, changes: dict[str, Any], days: int
) -> None:
    journal = logged(lifter(), "kb 3x8 @8", **changes)

    assert have(index, journal, "romanian-deadlift")["kettlebell-deadlift-3-days"] == days


def test_where_a_limit_leaves_half_the_range_half_is_whole(index: Index) -> None:
    journal = lifter(limits=("low-back",), equipment=("kettlebell",))

    done = logged(journal, "kb 3x8 @8", range="half")

    assert have(index, done, "romanian-deadlift")["kettlebell-deadlift-3-days"] == 1


# --- a log that has everything on one day ---


def test_a_day_of_a_thousand_sessions_keeps_no_more_sets_than_it_needs(index: Index) -> None:
    lumped = Journal().sessions([0] * 400, "wall 3x10")

    state = state_on(index, lumped.session(0, "wall 20"), 0)

    assert state.sums.reps == 400 * 30 + 20
    assert state.tally is not None
    assert len(state.tally.sets["wall-hinge"]) == MANY_SETS + 3  # the twenty is another set
    assert "dowel-hinge" in state.unlocks


def test_many_sets_that_hurt_hide_none_that_did_not(index: Index) -> None:
    hurt = lifter().sessions([0] * 40, "kb 3x8 @8", pain=4)

    assert have(index, hurt, "romanian-deadlift")["kettlebell-deadlift-3-days"] == 0
    sound = hurt.session(0, "kb 3x8 @8")
    assert have(index, sound, "romanian-deadlift")["kettlebell-deadlift-3-days"] == 1
