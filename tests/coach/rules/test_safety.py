"""S2 to S4: what begins a hold, what it leaves, what ends it."""

import pytest

from factories import Journal, day, learner, lifter, reason_of, state_on, today
from hingecli.coach.log.events import Pain, Place, ReadinessResult
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import hold_reasons, practice, safety, severity

# --- S2: pain during a session ---


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
    assert severity.describe(state.hold.pain) == says


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


# --- S3: the next morning ---


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


# --- S4: a second episode ---


@pytest.mark.parametrize(("second", "sees"), [(7, True), (8, False)])
def test_a_second_red_episode_within_seven_days_asks_for_a_professional(
    index: Index, second: int, sees: bool
) -> None:
    ended = Journal().session(0, "wall 5", pain=6).morning(1, 0).morning(2, 0)
    state = state_on(index, ended.session(second, "wall 5", pain=6), second)

    assert state.hold is not None
    assert (state.hold.grounds is not None) is sees


@pytest.mark.parametrize(("second", "sees"), [(0, False), (3, False), (4, True)])
def test_a_red_four_days_into_a_hold_asks_for_a_professional(
    index: Index, second: int, sees: bool
) -> None:
    journal = Journal().session(0, "wall 5", pain=6).session(second, "wall 5", pain=6)

    state = state_on(index, journal, second)

    assert state.hold is not None
    assert (state.hold.grounds is not None) is sees


@pytest.mark.parametrize(("last", "sees"), [(3, False), (4, True)])
def test_red_pain_day_after_day_asks_for_a_professional_on_the_fifth(
    index: Index, last: int, sees: bool
) -> None:
    state = state_on(index, Journal().sessions(range(last + 1), "wall 5", pain=6), last)

    assert state.hold is not None
    assert (state.hold.grounds is not None) is sees


def test_a_red_long_into_a_hold_still_asks_for_a_professional(index: Index) -> None:
    state = state_on(index, Journal().sessions((0, 20), "wall 5", pain=6), 20)

    assert state.hold is not None
    assert state.hold.grounds


SECOND = Journal().sessions((0, 4), "wall 5", pain=6)


def test_quiet_days_alone_do_not_end_a_second_episode(index: Index) -> None:
    journal = SECOND.morning(5, 0).morning(6, 0).morning(7, 0)

    decision = today(index, journal, 8)

    assert decision.kind == "hold"
    told = reason_of(decision, "S4")
    assert told is not None
    assert "please see a professional" in told.text


@pytest.mark.parametrize(("seen", "ends"), [(3, False), (4, True), (6, True)])
def test_a_professional_seen_since_ends_it(index: Index, seen: int, ends: bool) -> None:
    journal = SECOND.seen_professional(seen)

    assert (state_on(index, journal, 7).hold is None) is ends


@pytest.mark.parametrize(("first", "ends"), [("seen", False), ("pain", True)])
def test_on_one_day_only_a_visit_told_after_the_pain_ends_it(
    index: Index, first: str, ends: bool
) -> None:
    once = Journal().session(0, "wall 5", pain=6)
    told = once.session(4, "wall 5", pain=8).seen_professional(4)
    if first == "seen":
        told = once.seen_professional(4).session(4, "wall 5", pain=8)

    assert (state_on(index, told, 5).hold is None) is ends


def quiet(scores: dict[int, int]) -> Journal:
    journal = SECOND
    for on, score in scores.items():
        journal = journal.morning(on, score)
    return journal


@pytest.mark.parametrize(
    ("scores", "on", "ends"),
    [
        ({5: 2, 6: 2, 7: 2, 8: 2}, 17, False),
        ({5: 2, 6: 2, 7: 2, 8: 2}, 18, True),
        ({5: 2, 6: 2, 7: 2}, 31, False),
        ({5: 3, 6: 2, 7: 2, 8: 2, 9: 2}, 18, False),
        ({5: 3, 6: 2, 7: 2, 8: 2, 9: 2}, 19, True),
        ({5: 2, 6: 2, 7: 2, 8: 2, 17: 3}, 30, False),
    ],
)
def test_fourteen_days_with_four_quiet_scores_end_it(
    index: Index, scores: dict[int, int], on: int, ends: bool
) -> None:
    assert (state_on(index, quiet(scores), on).hold is None) is ends


def test_a_further_red_keeps_the_professional(index: Index) -> None:
    before, after = (
        state_on(index, journal, 5) for journal in (SECOND, SECOND.session(5, "wall 5", pain=5))
    )

    assert before.hold is not None
    assert after.hold is not None
    assert (after.hold.grounds, after.hold.since) == (before.hold.grounds, day(5))


@pytest.mark.parametrize(("journal", "says"), [(SECOND, False), (learner(), True)])
def test_a_long_hold_asks_for_a_professional_where_none_was_asked_for(
    index: Index, journal: Journal, says: bool
) -> None:
    held = journal if journal is SECOND else journal.session(3, "wall 5", pain=6)

    decision = today(index, held.morning(5, 3), 18)

    assert decision.kind == "hold"
    assert any("15 days now: please see a professional" in text for text in decision.say) is says


@pytest.mark.parametrize(("seen", "ends"), [(16, False), (17, True)])
def test_a_professional_seen_after_a_fortnight_ends_any_hold(
    index: Index, seen: int, ends: bool
) -> None:
    journal = Journal().session(3, "wall 5", pain=6).morning(5, 3).seen_professional(seen)

    assert (state_on(index, journal, 20).hold is None) is ends


# --- S0, S6 and S8 ---


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
