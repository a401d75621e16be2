"""S4: what a second episode of pain asks for, and what ends it."""

import pytest

from factories import Journal, day, learner, reason_of, state_on, today
from hingecli.coach.protocol.protocol import Index


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
