"""S1 and S8: the readiness screen, pain in one place, and what a hold refuses."""

import pytest

from factories import Journal, learner, lifter, reason_of, state_on, today
from hingecli.coach.log.events import Place, ReadinessResult
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Decision
from hingecli.coach.rules import hold_reasons, safety

SECOND = Journal().sessions((0, 4), "wall 5", pain=6)
"""Still red four days into a hold."""


def loads(index: Index, decision: Decision) -> list[str]:
    """Name the loaded drills of a day."""
    return [block.drill for block in decision.blocks if block.drill in index.loaded]


# --- S8: pain elsewhere ---


@pytest.mark.parametrize("where", [None, "low-back", "hip", "leg", "knee"])
def test_back_hip_leg_and_knee_hold_every_load(index: Index, where: Place | None) -> None:
    decision = today(index, lifter().session(0, "kb 3x8", pain=6, where=where), 2)

    assert decision.kind == "hold"


@pytest.mark.parametrize("where", ["wrist", "shoulder", "arm", "neck", "upper-back"])
def test_pain_elsewhere_holds_only_what_loads_that_place(index: Index, where: Place) -> None:
    journal = lifter("kb", "rdl", "jump", equipment=("kettlebell",), goal="athletic")
    journal = journal.session(0, "kb 3x8", pain=6, where=where)

    decision = today(index, journal, 2)

    assert loads(index, decision) == ["broad-jump"]
    told = reason_of(decision, "S2")
    assert told is not None
    assert f"Nothing that loads the {where.replace('-', ' ')} until" in told.text


@pytest.mark.parametrize("second", [0, 1])
def test_a_second_place_that_hurts_never_narrows_the_hold(index: Index, second: int) -> None:
    journal = (
        lifter()
        .session(0, "wall 5", pain=6, where="low-back")
        .session(second, "wall 5", pain=7, where="ankle")
    )

    assert safety.covers(state_on(index, journal, second), "kettlebell-deadlift")
    assert today(index, journal, 2).kind == "hold"


def test_a_sore_ankle_leaves_the_deadlift(index: Index) -> None:
    journal = lifter("kb", "sl").session(0, "kb 3x8", pain=6, where="ankle")

    assert loads(index, today(index, journal, 2)) == ["kettlebell-deadlift"]


def test_a_hold_of_every_open_load_leaves_practice(index: Index) -> None:
    decision = today(index, lifter().session(0, "kb 3x8", pain=6, where="wrist"), 2)

    assert decision.kind == "practice"
    assert loads(index, decision) == []


def test_the_wall_and_the_dowel_are_never_held(index: Index) -> None:
    state = state_on(index, lifter().session(0, "kb 3x8", pain=9), 1)

    assert [drill for drill in index.rungs if not safety.covers(state, drill)] == [
        "wall-hinge",
        "dowel-hinge",
    ]


# --- S1: the readiness screen ---


@pytest.mark.parametrize(
    ("screen", "kind"),
    [(None, "load"), ("clear", "load"), ("unloaded", "practice"), ("stop", "hold")],
)
def test_the_screen_decides_what_a_day_may_hold(
    index: Index, screen: ReadinessResult | None, kind: str
) -> None:
    assert today(index, learner().setup(11, screen=screen), 28).kind == kind


def test_stopped_by_the_screen_there_is_no_session_at_all(index: Index) -> None:
    decision = today(index, Journal().setup(0, screen="stop"), 0)

    assert (decision.kind, decision.blocks) == ("hold", ())
    assert "hinge setup --cleared DATE" in decision.reasons[0].text


def test_unloaded_by_the_screen_each_loaded_card_says_how_to_record_the_yes(index: Index) -> None:
    told = reason_of(today(index, learner().setup(11, screen="unloaded"), 28), "S1")
    before = reason_of(today(index, learner().setup(11, screen="unloaded"), 27), "S1")

    assert told is not None
    assert "hinge setup --cleared DATE" in told.text
    assert before is None


@pytest.mark.parametrize("screen", ["unloaded", "stop"])
def test_a_professionals_yes_lifts_the_screen(index: Index, screen: ReadinessResult) -> None:
    journal = learner().setup(11, screen=screen).cleared(20)

    assert today(index, journal, 28).kind == "load"


@pytest.mark.parametrize("given", [3, 11])
def test_a_yes_given_before_the_answers_lifts_them_when_typed_after(
    index: Index, given: int
) -> None:
    journal = learner().setup(11, screen="stop").cleared(given)

    assert today(index, journal, 28).kind == "load"


def test_new_answers_to_the_screen_ask_for_a_new_yes(index: Index) -> None:
    journal = learner().setup(11, screen="stop").cleared(20).setup(22, screen="stop")

    assert today(index, journal, 28).kind == "hold"


def test_a_skipped_screen_is_shown_on_the_first_loaded_days(index: Index) -> None:
    skipped = reason_of(today(index, learner(), 28), "S1")
    answered = reason_of(today(index, learner().setup(11, screen="clear"), 28), "S1")
    later = learner().session(28, "kb 3x8").session(35, "kb 3x8")

    assert skipped is not None
    assert answered is None
    assert reason_of(today(index, later, 37), "S1") is None


# --- overrides never pass a hold ---


@pytest.mark.parametrize(
    ("journal", "rule"),
    [
        (Journal(), None),
        (Journal().session(0, "wall 5", pain=4), None),
        (Journal().session(0, "wall 5", pain=5), "S2"),
        (Journal().session(0, "wall 5", pain=5, where="wrist"), "S2"),
        (Journal().session(0, "wall 5", pain=5, where="ankle"), None),
        (Journal().setup(0, screen="stop"), "S1"),
        (Journal().setup(0, screen="unloaded"), "S1"),
        (SECOND, "S4"),
    ],
)
def test_a_hold_refuses_to_open_a_drill(index: Index, journal: Journal, rule: str | None) -> None:
    told = hold_reasons.refuses(state_on(index, journal, 4), "kettlebell-deadlift")

    assert (told.rule[:2] if told else None) == rule


def test_the_screen_for_unloaded_work_lets_the_dowel_be_opened(index: Index) -> None:
    state = state_on(index, Journal().setup(0, screen="unloaded"), 0)

    assert hold_reasons.refuses(state, "dowel-hinge") is None


def test_a_drill_that_was_opened_by_word_waits_during_a_hold(index: Index) -> None:
    journal = lifter().session(0, "wall 5", pain=6).override(1, "rdl", "bb")

    assert today(index, journal, 2).kind == "hold"


@pytest.mark.parametrize(
    ("screen", "spared"), [(None, False), ("clear", False), ("unloaded", True), ("stop", True)]
)
def test_readiness_answers_ask_for_care_with_a_held_breath(
    index: Index, screen: ReadinessResult | None, spared: bool
) -> None:
    told = lifter(screen=screen) if screen is not None else lifter()
    cleared = told.cleared(0)

    assert today(index, cleared, 1).no_held_breath is spared
