"""A drill that needs what few homes have asks, on its first day, who told of no equipment."""

import pytest

from factories import Journal, lifter, state_on
from hingecli.coach.day.draft import Draft
from hingecli.coach.day.load_notes import implement
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Block

ASKED = "Barbell deadlift: no barbell there? hinge setup --equipment LIST"


def said(index: Index, journal: Journal, drill: str = "barbell-deadlift") -> str | None:
    """Return what the card of a loaded day of `drill` says of its implement."""
    rung = index.rungs[drill]
    block = Block(
        drill=drill,
        name=rung.name,
        purpose="main",
        sets=3,
        reps=8,
        reps_range=(8, 12),
        load_kg=None,
        per_side=rung.per_side,
        tempo=rung.tempo,
        rest_s=90,
    )
    told = implement(state_on(index, journal, 9), Draft(kind="load", title="", blocks=(block,)))
    return None if told is None else told.text


UNTOLD = lifter("kb", "rdl", equipment=None)


def test_who_told_of_no_equipment_is_asked_for_a_barbell(index: Index) -> None:
    assert said(index, UNTOLD) == ASKED


@pytest.mark.parametrize(
    "journal",
    [
        UNTOLD.session(7, "bb 8 @20"),
        UNTOLD.override(7, "bb"),
        UNTOLD.setup(7, assist=("barbell-deadlift",)),
        UNTOLD.setup(7, equipment=("barbell", "kettlebell")),
    ],
    ids=["did it", "opened it by hand", "chose it", "told of it"],
)
def test_who_has_a_barbell_is_not_asked(index: Index, journal: Journal) -> None:
    assert said(index, journal) is None


def test_nobody_is_asked_for_a_kettlebell(index: Index) -> None:
    assert said(index, UNTOLD, "kettlebell-deadlift") is None
