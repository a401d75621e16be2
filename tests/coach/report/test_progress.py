"""What progress shows: drills, counts, milestones, consistency."""

import pytest

from factories import Journal, learner, lifter, state_on
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.progress import DrillState
from hingecli.coach.report.progress import progress as progress_of

KB = "kettlebell-deadlift"


def drill_states(index: Index, journal: Journal, on: int) -> dict[str, DrillState]:
    return {drill.id: drill for drill in progress_of(state_on(index, journal, on)).drills}


def test_progress_shows_what_is_open_next_and_locked(index: Index) -> None:
    drills = drill_states(index, learner(), 20)

    assert drills["dowel-hinge"].status == "open"
    assert drills[KB].status == "next"
    assert drills["romanian-deadlift"].status == "locked"
    assert list(drills) == [rung.id for rung in index.ladder]


def test_progress_marks_an_override(index: Index) -> None:
    drills = drill_states(index, lifter(), 0)

    assert drills[KB].override
    assert not drills["sumo-deadlift"].override


def test_progress_counts_reps_clean_reps_and_sessions(index: Index) -> None:
    journal = Journal().session(0, "wall 8/10").session(0, "wall 12").session(1, "kb 3x8")

    totals = progress_of(state_on(index, journal, 1)).totals

    assert (totals.reps, totals.clean_reps, totals.sessions) == (46, 44, 3)


def test_milestones_are_shown_with_the_guides_ranges(index: Index) -> None:
    found = progress_of(state_on(index, learner(), 11)).milestones

    assert [(one.id, one.from_, one.to, one.have) for one in found] == [
        ("basic-pattern", 300, 500, 340),
        ("ingrained-pattern", 3000, 5000, 340),
    ]


@pytest.mark.parametrize(
    ("journal", "on", "week", "of"),
    [
        (Journal().sessions((0, 1), "wall 5"), 2, 2, 4),
        (Journal().sessions((0, 1), "wall 5"), 7, 0, 4),
        (lifter().sessions((0, 2), "kb 3x8").session(3, "wall 5"), 4, 2, 2),
        (lifter(days=("mon",)).session(0, "kb 3x8"), 1, 1, 1),
    ],
)
def test_consistency_counts_days_before_and_loaded_days_after_the_first_load(
    index: Index, journal: Journal, on: int, week: int, of: int
) -> None:
    found = progress_of(state_on(index, journal, on)).consistency

    assert (found.this_week, found.of) == (week, of)
