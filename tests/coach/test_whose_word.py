"""Whose word a reason is: the guide's only where the guide states what the sentence says."""

import pytest

from factories import Journal, learner, lifter, state_on, today
from hingecli.coach.log.events import Profile
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.why import why_drill
from hingecli.coach.results import Reason
from simulate.obedient import decisions

THE_GUIDES = {
    "50-100 clean reps over the day.",
    "Heels 30 cm (a foot) off the wall; if not, log it: 3x10 35cm",
    "Some days feel like a step back. That is normal: you adapt unevenly.",
    "For your low back: only as far down as the form stays perfect.",
    "For your knees: try foot positions and widths until a full range is free of pain.",
}
"""Every sentence of a card that the guide itself states."""

DAYS: list[tuple[Journal, int]] = [
    (Journal(), 0),
    (Journal().session(0, "wall 3x10"), 1),
    (Journal().session(0, "wall 3x5/10"), 0),
    (Journal().session(0, "wall 3x5/10"), 1),
    (learner(), 12),
    (lifter(goal="strength"), 0),
    (lifter(limits=("low-back",)), 0),
    (lifter("rdl", limits=("knee",)), 0),
    (lifter(limits=("knee",)), 0),
    (lifter(days=("mon", "thu")).session(0, "kb 3x8"), 1),
    (lifter(goal="strength", start=-100).sessions(range(0, 90, 7), "kb 3x8"), 93),
]


def reasons(index: Index) -> list[Reason]:
    """List the reasons of all these days."""
    return [reason for journal, on in DAYS for reason in today(index, journal, on).reasons]


def test_only_what_the_guide_states_is_its_word(index: Index) -> None:
    said = {reason.text for reason in reasons(index) if reason.source == "guide"}

    assert said == THE_GUIDES


@pytest.mark.parametrize("share", [100, 60])
def test_over_a_year_the_guides_word_stays_the_guides(index: Index, share: int) -> None:
    told = Profile(days=("mon", "wed", "fri"), goal="strength", equipment=("kettlebell",))

    said = {
        reason.text
        for decision in decisions(index, days=200, profile=told, share=share)
        for reason in decision.reasons
        if reason.source == "guide"
    }

    assert said
    assert said <= THE_GUIDES


def test_a_coachs_sentence_has_a_grade_and_the_guides_none(index: Index) -> None:
    assert all((reason.grade is None) is (reason.source == "guide") for reason in reasons(index))


@pytest.mark.parametrize(
    ("journal", "drill", "source"),
    [
        (Journal(), "wall-hinge", ("guide", None)),
        (Journal().session(0, "wall 20"), "dowel-hinge", ("guide", None)),
        (learner(), "kettlebell-deadlift", ("coach", "D")),
    ],
)
def test_an_opened_drill_is_as_well_supported_as_its_weakest_condition(
    index: Index, journal: Journal, drill: str, source: tuple[str, str | None]
) -> None:
    first = why_drill(state_on(index, journal, 40), drill).reasons[0]

    assert first.rule == "gate"
    assert (first.source, first.grade) == source
