"""S0, S6 and S8: what a hold says, what lifts one, and what stands below its card."""

import pytest

from factories import Journal, learner, lifter, reason_of, state_on, today
from hingecli.coach.log.events import Place, ReadinessResult
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import hold_reasons, practice, safety, severity

GREEN = Journal().session(0, "wall 5", pain=6).morning(1, 0).morning(2, 0)


def test_no_pain_told_stops_nothing(index: Index) -> None:
    assert not severity.stops_training(index, None)


def test_what_takes_the_evidence_of_a_hold_away_says_that_it_lifts_it(index: Index) -> None:
    journal = learner().session(11, "dowel 10", pain=6, where="hip")
    held = state_on(index, journal, 12)

    lifted = hold_reasons.lifted(held, state_on(index, journal.delete(journal.events[-1].id), 12))

    assert lifted is not None
    assert "lifts the hold: it stood on the pain 6 in the hip you logged yesterday" in lifted.text


def test_a_hold_whose_day_was_put_right_ends_by_what_was_told_since(index: Index) -> None:
    before = learner().morning(9, 0).morning(10, 1)
    held = state_on(index, before.session(11, "dowel 10", pain=6), 11)
    over = state_on(index, before.session(8, "dowel 10", pain=6), 11)

    ended = hold_reasons.lifted(held, over)

    assert ended is not None
    assert ended.text == (
        "This also ends the hold: it began on Tuesday, and what you told since ended it."
    )


def test_a_hold_that_came_from_elsewhere_says_why_it_stands(index: Index) -> None:
    journal = learner().session(11, "dowel 10", pain=6, where="hip")
    held, free = state_on(index, journal, 12), state_on(index, learner(), 12)

    said = hold_reasons.brought(free, held)

    assert said is not None
    assert said.text.startswith("You logged pain 6 in the hip yesterday.")
    assert hold_reasons.brought(held, held) is None
    assert hold_reasons.brought(held, free) is None


def test_where_a_hold_stays_or_none_was_nothing_is_said_of_it(index: Index) -> None:
    journal = learner().session(11, "dowel 10", pain=6)
    held, free = state_on(index, journal, 12), state_on(index, learner(), 12)

    assert hold_reasons.lifted(held, held) is None
    assert hold_reasons.lifted(free, held) is None


@pytest.mark.parametrize(
    ("where", "score", "holds", "grave"),
    [
        ("chest", 1, True, True),
        ("head", 1, True, False),
        ("head", 4, True, False),
        ("head", 5, True, True),
        ("chest", 0, False, False),
        ("ankle", 4, False, False),
    ],
)
def test_chest_or_head_at_any_score_hold_every_load_and_show_the_red_flags(
    index: Index, where: Place, score: int, holds: bool, grave: bool
) -> None:
    journal = lifter("jump").session(0, "wall 5", pain=score, where=where)
    state, decision = state_on(index, journal, 2), today(index, journal, 2)

    assert (state.hold is not None, decision.kind == "hold") == (holds, holds)
    assert decision.red_flags is holds
    assert (state.hold is not None and state.hold.grave) is grave
    assert safety.covers(state, "broad-jump") is holds


@pytest.mark.parametrize(
    ("where", "score", "ends"), [("chest", 1, False), ("head", 4, True), ("head", 5, False)]
)
def test_for_the_chest_and_much_in_the_head_only_a_professional_ends_the_hold(
    index: Index, where: Place, score: int, ends: bool
) -> None:
    journal = Journal().session(0, "wall 5", pain=score, where=where).morning(1, 0).morning(2, 0)

    told = reason_of(today(index, journal, 2), "S2")

    assert (state_on(index, journal, 30).hold is None) is ends
    assert state_on(index, journal.seen_professional(3), 3).hold is None
    assert (told is not None and "have it looked at before anything else" in told.text) is not ends


@pytest.mark.parametrize(
    ("where", "score", "offered"), [("chest", 1, False), ("head", 5, False), ("head", 4, True)]
)
def test_before_a_professional_saw_the_chest_nothing_is_offered(
    index: Index, where: Place, score: int, offered: bool
) -> None:
    journal = lifter().session(0, "kb 3x8", pain=score, where=where)

    asks, answered = today(index, journal, 1), today(index, journal.morning(1, 0), 1)

    assert asks.ask is not None
    assert bool(answered.blocks) is bool(asks.say) is offered
    assert (asks.title == "Not before a professional's yes") is not offered
    assert asks.red_flags


@pytest.mark.parametrize(
    ("journal", "on", "says"),
    [
        (GREEN.session(4, "wall 5", pain=6), 4, "none over 2."),
        (GREEN.session(4, "wall 5", pain=6), 5, "none over 2 (day 1, 0 scores so far)."),
        (
            GREEN.session(4, "wall 5", pain=6).morning(6, 1).morning(8, 2),
            9,
            "none over 2 (day 5, 2 scores so far).",
        ),
        (
            GREEN.session(4, "wall 5", pain=6).morning(6, 1).morning(8, 3).morning(9, 1),
            9,
            "none over 2 (day 1, 1 score so far).",
        ),
    ],
)
def test_a_second_episode_says_how_far_its_quiet_days_are(
    index: Index, journal: Journal, on: int, says: str
) -> None:
    told = hold_reasons.hold_reason(state_on(index, journal, on))

    assert told is not None
    assert told.text.endswith(says)


@pytest.mark.parametrize(("where", "score"), [("ankle", 6), (None, 6), ("head", 2)])
def test_another_pain_does_not_end_what_a_professional_must(
    index: Index, where: Place | None, score: int
) -> None:
    journal = Journal().session(0, "wall 5", pain=2, where="chest")
    journal = journal.session(1, "wall 5", pain=score, where=where).morning(2, 0).morning(3, 0)

    hold = state_on(index, journal, 20).hold

    assert hold is not None
    assert hold.grave


def test_each_hold_card_shows_the_red_flags(index: Index) -> None:
    journal = learner().session(11, "dowel 10", pain=5).morning(12, 0)

    assert today(index, journal, 12).red_flags


@pytest.mark.parametrize(
    ("where", "drill"),
    [("shoulder", "wall-hinge"), ("ankle", "dowel-hinge"), ("neck", "dowel-hinge")],
)
def test_no_stick_is_held_behind_the_back_while_a_shoulder_holds(
    index: Index, where: Place, drill: str
) -> None:
    journal = learner().session(11, "wall 5", pain=6, where=where)

    decision = today(index, journal, 12)

    assert decision.kind == "practice"
    assert decision.blocks[-1].drill == drill


@pytest.mark.parametrize(("where", "stands"), [("ankle", False), ("neck", True)])
def test_no_leg_carries_nearly_all_the_weight_while_an_ankle_holds(
    index: Index, where: Place, stands: bool
) -> None:
    journal = learner().session(11, "wall 5", pain=6, where=where)

    offered = practice.variants_offered(state_on(index, journal, 12))

    assert any(variant.id == "kickstand" for variant in offered) is stands
    assert "far-wall" in [variant.id for variant in offered]


def test_the_stick_comes_back_with_the_end_of_the_hold(index: Index) -> None:
    journal = learner().session(11, "wall 5", pain=6, where="shoulder")
    over = journal.morning(12, 0).morning(13, 0)

    assert today(index, over, 13).blocks[-1].drill == "dowel-hinge"


@pytest.mark.parametrize(("screen", "covered"), [("stop", True), ("unloaded", False)])
def test_before_a_yes_to_any_session_nothing_at_all_is_done(
    index: Index, screen: ReadinessResult, covered: bool
) -> None:
    state = state_on(index, Journal().setup(0, screen=screen), 0)

    assert safety.covers(state, "wall-hinge") is covered
    assert safety.covers(state, "kettlebell-deadlift")
