"""S2 to S4: what begins a hold, what it leaves, what ends it."""

import pytest

from factories import Journal, day, learner, lifter, reason_of, state_on, today
from hingecli.coach.log.events import Pain, Place
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import hold_reasons, safety, severity


@pytest.mark.parametrize(
    ("pain", "sharp", "holds"),
    [(0, False, False), (4, False, False), (5, False, True), (10, False, True), (1, True, True)],
)
def test_pain_five_or_sharp_puts_load_on_hold(
    index: Index, pain: int, sharp: bool, holds: bool
) -> None:
    decision = today(index, lifter().session(0, "kb 3x8", pain=pain, sharp=sharp), 1)

    assert (decision.kind == "hold") is holds
    assert decision.red_flags is holds


def test_a_hold_asks_the_pain_first(index: Index) -> None:
    decision = today(index, learner().session(11, "dowel 10", pain=5), 12)

    assert decision.title == "A gentle day"
    assert decision.blocks == ()
    assert decision.ask is not None
    assert "hinge morning" in decision.reasons[0].text
    assert "half range" in decision.say[0]


@pytest.mark.parametrize(("score", "moves"), [(0, True), (4, True), (5, False), (9, False)])
def test_a_hold_leaves_half_range_wall_hinges_up_to_four_else_walking(
    index: Index, score: int, moves: bool
) -> None:
    decision = today(index, learner().session(11, "dowel 10", pain=6).morning(12, score), 12)

    assert decision.kind == "hold"
    assert decision.ask is None
    assert [(b.drill, b.sets, b.reps, b.range) for b in decision.blocks] == (
        [("wall-hinge", 2, 8, "half")] if moves else []
    )
    assert ("walking only" in decision.say[0]) is not moves


@pytest.mark.parametrize(
    ("score", "title"), [(4, "Gentle day: half the range"), (5, "Gentle day: walking only")]
)
def test_a_hold_without_any_load_before_is_a_gentle_day(
    index: Index, score: int, title: str
) -> None:
    unloaded = learner().session(11, "dowel 10", pain=6).morning(12, score)
    loaded = lifter().session(11, "kb 3x8", pain=6).morning(12, score)

    assert today(index, unloaded, 12).title == title
    assert today(index, loaded, 12).title == "Load on hold"


def test_on_the_day_of_the_red_pain_there_is_walking_only(index: Index) -> None:
    decision = today(index, learner().session(11, "dowel 10", pain=6), 11)

    assert (decision.kind, decision.blocks) == ("hold", ())


def test_the_worst_score_of_the_day_decides(index: Index) -> None:
    journal = learner().session(11, "wall 5", pain=7).session(11, "wall 5", pain=0)

    assert safety.score_today(state_on(index, journal, 11)) == 7
    assert today(index, journal, 11).blocks == ()


@pytest.mark.parametrize(
    ("scores", "ends"),
    [
        ((2,), False),
        ((2, 2), True),
        ((0, 3), False),
        ((2, 3, 2), False),
        ((2, 3, 2, 2), True),
        ((2, 4, 0), False),
        ((3, 3, 3), False),
    ],
)
def test_two_days_running_at_two_or_less_end_the_hold(
    index: Index, scores: tuple[int, ...], ends: bool
) -> None:
    journal = learner().session(11, "dowel 10", pain=5)
    for number, score in enumerate(scores):
        journal = journal.morning(12 + number, score)

    assert (state_on(index, journal, 20).hold is None) is ends


def test_two_scores_of_one_day_are_one_day_and_the_worse_counts(index: Index) -> None:
    journal = learner().session(11, "dowel 10", pain=5)

    assert state_on(index, journal.morning(12, 1).morning(12, 1), 12).hold is not None
    mixed = journal.morning(12, 1).morning(12, 4).morning(13, 1)
    assert state_on(index, mixed, 13).hold is not None
    assert state_on(index, mixed.morning(14, 1), 14).hold is None


def test_days_without_a_score_lie_between_two_green_ones(index: Index) -> None:
    journal = learner().session(11, "dowel 10", pain=5).morning(12, 1)

    assert state_on(index, journal.morning(19, 2), 19).hold is None


def test_a_quiet_session_counts_as_a_score(index: Index) -> None:
    journal = learner().session(11, "dowel 10", pain=5).session(12, "wall 2x8", pain=1)

    assert state_on(index, journal.session(13, "wall 2x8", pain=2), 13).hold is None


def test_the_day_after_the_hold_goes_on_as_before(index: Index) -> None:
    journal = learner().session(11, "dowel 10", pain=5).morning(12, 1).morning(13, 1)

    assert today(index, journal, 13).kind == "practice"


def test_a_score_of_the_red_day_itself_does_not_help(index: Index) -> None:
    journal = learner().session(11, "dowel 10", pain=5).morning(11, 0).morning(12, 0)

    assert state_on(index, journal, 12).hold is not None


@pytest.mark.parametrize(("on", "asks"), [(24, False), (25, True)])
def test_after_fourteen_days_without_a_score_the_hold_explains_itself(
    index: Index, on: int, asks: bool
) -> None:
    decision = today(index, learner().session(11, "dowel 10", pain=5), on)

    assert any("cannot end the hold" in text for text in decision.say) is asks


@pytest.mark.parametrize(("on", "explains"), [(33, False), (34, True)])
def test_a_score_told_puts_off_the_explanation_by_fourteen_days(
    index: Index, on: int, explains: bool
) -> None:
    journal = learner().session(11, "dowel 10", pain=5).morning(20, 3)

    said = today(index, journal, on).say

    assert any("cannot end the hold" in text for text in said) is explains


@pytest.mark.parametrize(
    ("journal", "ends"),
    [
        (
            learner().session(11, "dowel 10", pain=5),
            "your scores do, or a professional's yes.",
        ),
        (learner().session(11, "dowel 10", pain=1, where="chest"), "only a professional's yes"),
        (
            learner().sessions((7, 11), "dowel 10", pain=6),
            "your scores do, or a professional's yes.",
        ),
    ],
)
def test_a_hold_that_nobody_answers_says_what_ends_it(
    index: Index, journal: Journal, ends: str
) -> None:
    said = today(index, journal, 25).say

    assert any(text.startswith("No score for 14 days.") and ends in text for text in said)


GREEN = Journal().session(0, "wall 5", pain=6).morning(1, 0).morning(2, 0)
"""A hold that ended on day 2."""


@pytest.mark.parametrize(
    ("journal", "on", "says", "never"),
    [
        (GREEN.session(4, "wall 5", pain=6), 5, "6 again yesterday. Please", "It stays"),
        (GREEN.session(8, "wall 5", pain=6), 9, "6 yesterday. Only gentle", "again"),
        (Journal().session(0, "wall 5", pain=6).morning(4, 6), 5, "It stays: please", "again"),
        (
            Journal().session(0, "wall 5", pain=6).morning(3, 6),
            4,
            "6 yesterday. Only gentle",
            "please",
        ),
    ],
)
def test_a_hold_says_why_it_asks_for_a_professional(
    index: Index, journal: Journal, on: int, says: str, never: str
) -> None:
    told = hold_reasons.hold_reason(state_on(index, journal, on))

    assert told is not None
    assert says in told.text
    assert never not in told.text


def test_a_hold_of_one_place_says_what_it_holds_and_asks(index: Index) -> None:
    hurt = lifter().session(0, "kb 3x8", pain=6, where="upper-back")
    again = hurt.morning(1, 0).morning(2, 0).session(4, "kb 3x8", pain=6, where="upper-back")

    told = hold_reasons.hold_reason(state_on(index, again, 5))

    assert told is not None
    assert "Nothing that loads the upper back until hinge setup --seen-professional" in told.text
    assert told.text.endswith("Tell me each morning: hinge morning.")


def test_a_red_morning_in_a_hold_for_some_pain_that_came_often_holds_every_load(
    index: Index,
) -> None:
    journal = lifter("kb", "sl").sessions((0, 3, 6, 9, 12), "kb 3x8", pain=3, where="ankle")

    before, after = state_on(index, journal, 13), state_on(index, journal.morning(13, 5), 13)

    assert before.hold is not None
    assert not safety.covers(before, "kettlebell-deadlift")
    assert safety.covers(after, "kettlebell-deadlift")


def test_a_morning_of_a_hold_keeps_the_place_as_it_was_told(index: Index) -> None:
    state = state_on(index, Journal().session(0, "wall 5"), 1)
    pain = Pain(score=6, where="hip", where_told="groin")
    safety.take_pain(state, day(0), pain, seq=2)
    safety.take_morning(state, day(1), 5, seq=3)

    assert state.hold is not None
    assert (state.hold.pain.where, state.hold.pain.where_told) == ("hip", "groin")


def test_the_reason_of_a_hold_counts_what_is_still_missing(index: Index) -> None:
    journal = learner().session(11, "dowel 10", pain=5)

    first = reason_of(today(index, journal, 12), "S2")
    second = reason_of(today(index, journal.morning(12, 1), 12), "S2")

    assert first is not None
    assert "until two days at 2 or less, with none higher between." in first.text
    assert second is not None
    assert "until one more day at 2 or less." in second.text


@pytest.mark.parametrize(
    ("journal", "says"),
    [(learner(), "Only gentle days until two days"), (lifter(), "No load until two days")],
)
def test_a_hold_speaks_of_load_to_who_has_had_any(
    index: Index, journal: Journal, says: str
) -> None:
    if says.startswith("No load"):
        journal = journal.session(9, "kb 3x8")

    told = reason_of(today(index, journal.session(11, "dowel 10", pain=5), 12), "S2")

    assert told is not None
    assert says in told.text


@pytest.mark.parametrize(
    ("where", "sharp", "says"),
    [
        (None, False, "pain 6"),
        ("other", False, "pain 6"),
        ("low-back", True, "sharp or spreading pain 6 in the low back"),
    ],
)
def test_a_pain_is_told_back_in_words(
    index: Index, where: Place | None, sharp: bool, says: str
) -> None:
    state = state_on(index, Journal().session(0, "wall 5", pain=6, where=where, sharp=sharp), 0)

    assert state.hold is not None
    assert severity.describe(index, state.hold.pain) == says


def test_a_hold_older_than_a_week_names_its_date(index: Index) -> None:
    told = reason_of(today(index, learner().session(11, "dowel 10", pain=5), 25), "S2")

    assert told is not None
    assert "You logged pain 5 on 16 Jan." in told.text


@pytest.mark.parametrize(("pain", "limits"), [(2, False), (3, True), (4, True)])
def test_after_pain_three_or_four_the_next_day_says_no_step_up(
    index: Index, pain: int, limits: bool
) -> None:
    told = reason_of(today(index, lifter().session(0, "kb 3x8", pain=pain), 2), "S2")

    assert (told is not None) is limits
    assert told is None or "no step up" in told.text


def test_a_session_between_does_not_lift_what_pain_asks_of_its_drill(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8", pain=4).session(1, "wall 5", pain=0)

    told = reason_of(today(index, journal, 2), "S2")

    assert told is not None
    assert told.text.startswith("Pain 4 last time: the kettlebell deadlift at half the range")
