"""S3: what the next morning says of pain and soreness."""

import pytest

from factories import Journal, lifter, reason_of, state_on, today
from hingecli.coach.protocol.protocol import Index


@pytest.mark.parametrize(
    ("usual", "score", "easy"),
    [(None, 1, False), (None, 2, True), (2, 3, False), (2, 4, True), (0, 2, True)],
)
def test_two_over_the_usual_in_the_morning_takes_the_load_away(
    index: Index, usual: int | None, score: int, easy: bool
) -> None:
    journal = lifter(usual_pain=usual).session(0, "kb 3x8").morning(2, score)

    decision = today(index, journal, 2)

    assert (decision.kind == "hold") is easy
    assert (decision.title == "An easy day") is easy


@pytest.mark.parametrize("score", [2, 4])
def test_a_bad_morning_leaves_wall_hinges_at_half_range(index: Index, score: int) -> None:
    decision = today(index, lifter().session(0, "kb 3x8").morning(2, score), 2)

    assert [(b.sets, b.reps, b.range) for b in decision.blocks] == [(2, 8, "half")]
    assert (decision.title, decision.red_flags) == ("An easy day", False)


@pytest.mark.parametrize(("score", "red"), [(4, False), (5, True), (9, True)])
def test_a_red_morning_is_red_like_any_other(index: Index, score: int, red: bool) -> None:
    journal = lifter().session(0, "kb 3x8").morning(2, score)

    decision = today(index, journal, 2)

    assert (state_on(index, journal, 2).hold is not None) is red
    assert (decision.title == "Load on hold") is red
    assert (decision.red_flags, decision.blocks == ()) == (red, red)


def test_a_red_morning_is_red_whatever_is_usual(index: Index) -> None:
    journal = lifter(usual_pain=5).cleared(0).session(0, "kb 3x8").morning(2, 5)

    assert state_on(index, journal, 2).hold is not None


def test_within_a_hold_a_bad_morning_says_the_hold_alone(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8", pain=6).morning(1, 4)

    decision = today(index, journal, 1)

    assert reason_of(decision, "S2") is not None
    assert reason_of(decision, "S3") is None


def test_a_bad_morning_lasts_a_day_and_lightens_the_next_load(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8 @20").morning(2, 3)

    decision = today(index, journal, 3)

    assert decision.kind == "load"
    told = reason_of(decision, "S3")
    assert told is not None
    assert "20 kg → 18 kg" in told.text


def test_after_that_loaded_day_the_bad_morning_is_over(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8 @20").morning(2, 3).session(3, "kb 3x8 @18")

    assert reason_of(today(index, journal, 5), "S3") is None


def test_a_bad_morning_after_the_session_of_the_day_shows_the_day_as_done(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8").session(2, "wall 5").morning(2, 3)

    assert today(index, journal, 2).kind == "done"


def test_a_corrected_morning_gives_the_load_back(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8").morning(2, 3).morning(2, 1)

    assert today(index, journal, 2).kind == "load"


@pytest.mark.parametrize(("usual", "asks"), [(None, True), (0, False)])
def test_a_bad_morning_asks_for_the_usual_value_once(
    index: Index, usual: int | None, asks: bool
) -> None:
    decision = today(index, lifter(usual_pain=usual).session(0, "kb 3x8").morning(2, 3), 2)

    assert any("hinge setup --usual-pain 3" in text for text in decision.say) is asks


@pytest.mark.parametrize(("score", "kind"), [(4, "practice"), (5, "hold")])
def test_before_any_load_is_open_a_bad_morning_is_an_easy_practice_day(
    index: Index, score: int, kind: str
) -> None:
    assert today(index, Journal().session(0, "wall 5").morning(1, score), 1).kind == kind
