"""The focus cue, the correction of rounding, filming, and a word after a bad day."""

from typing import Any

import pytest

from factories import Journal, learner, lifter, main_block, reason_of, state_on, today
from hingecli.coach.protocol.protocol import Index

ROUNDING = "lower-back-rounding"


# --- the focus cue ---


def focused(index: Index, journal: Journal, on: int) -> str | None:
    return today(index, journal, on).focus


@pytest.mark.parametrize(("count", "mistake"), [(1, None), (2, "looking-up")])
def test_a_mistake_noticed_twice_becomes_the_focus(
    index: Index, count: int, mistake: str | None
) -> None:
    journal = Journal().session(0, "wall 5", mistakes={"looking-up": count})

    assert focused(index, journal, 1) == mistake


@pytest.mark.parametrize(("on", "mistake"), [(6, "looking-up"), (7, None)])
def test_the_focus_looks_back_seven_days(index: Index, on: int, mistake: str | None) -> None:
    journal = Journal().session(0, "wall 5", mistakes={"looking-up": 4})

    assert focused(index, journal, on) == mistake


def test_the_most_frequent_mistake_wins(index: Index) -> None:
    journal = (
        Journal()
        .session(0, "wall 5", mistakes={"looking-up": 3, "soft-lockout": 2})
        .session(1, "wall 5", mistakes={"soft-lockout": 2})
    )

    decision = today(index, journal, 2)

    assert decision.focus == "soft-lockout"
    assert decision.because == "you noticed soft lockout 4 times in the last week"


@pytest.mark.parametrize(("sessions", "mistake"), [(2, "looking-up"), (3, None)])
def test_a_mistake_retires_after_three_sessions_without_it(
    index: Index, sessions: int, mistake: str | None
) -> None:
    journal = Journal().session(0, "wall 5", mistakes={"looking-up": 4})

    assert focused(index, journal.sessions([1] * sessions, "wall 5"), 2) == mistake


def test_a_mistake_that_returns_counts_again(index: Index) -> None:
    journal = (
        Journal()
        .session(0, "wall 5", mistakes={"looking-up": 1})
        .sessions((1, 2, 3), "wall 5")
        .session(4, "wall 5", mistakes={"looking-up": 1})
    )

    assert focused(index, journal, 5) == "looking-up"


def test_the_focus_is_one_of_the_days_reasons_when_there_is_something_to_do(index: Index) -> None:
    journal = Journal().session(0, "wall 5", mistakes={"looking-up": 2})

    told = reason_of(today(index, journal, 1), "Focus")

    assert told is not None
    assert "you noticed looking up twice in the last week" in told.text
    assert reason_of(today(index, journal.pause(1), 1), "Focus") is None


# --- filming ---


@pytest.mark.parametrize(
    ("on", "films"), [(0, True), (13, True), (14, True), (15, False), (20, False), (21, True)]
)
def test_each_session_is_filmed_for_two_weeks_and_then_one_a_week(
    index: Index, on: int, films: bool
) -> None:
    assert today(index, Journal().sessions(range(on), "wall 10"), on).film is films


@pytest.mark.parametrize("weekdays", [(0, 2, 4), (1, 3, 5), (6,)])
def test_one_session_of_every_week_is_filmed_whatever_the_weekdays(
    index: Index, weekdays: tuple[int, ...]
) -> None:
    days = [7 * week + weekday for week in range(8) for weekday in weekdays]

    begun = Journal().setup(0, start=0)
    filmed = [
        day
        for day in days
        if today(index, begun.sessions([d for d in days if d < day], "wall 10"), day).film
    ]

    assert [day // 7 for day in filmed if day >= 14] == list(range(2, 8))


@pytest.mark.parametrize("journal", [Journal().pause(0), Journal().session(0, "wall 5", pain=6)])
def test_a_day_without_a_session_is_not_filmed(index: Index, journal: Journal) -> None:
    assert not today(index, journal, 0).film


def test_before_the_first_session_the_first_is_filmed(index: Index) -> None:
    assert today(index, Journal(), 60).film


# --- rounding under load ---


def rounded(*days: int, words: str = "kb 3x8 @40") -> Journal:
    """A lifter with so many rounding reps on each loaded day, two days apart."""
    journal = lifter("kb")
    for number, count in enumerate(days):
        told = {ROUNDING: count} if count else None
        journal = journal.session(2 * number, words, mistakes=told)
    return journal


def corrected(index: Index, journal: Journal, on: int) -> bool:
    return reason_of(today(index, journal, on), "Rounding") is not None


@pytest.mark.parametrize(
    ("days", "corrects"),
    [
        ((3,), False),
        ((3, 3), True),
        ((2, 2), False),
        ((3, 2), False),
        ((3, 0, 3), True),
        ((3, 0, 0, 3), False),
        ((0, 3, 3), True),
    ],
)
def test_three_rounding_reps_on_two_of_three_loaded_days_are_corrected(
    index: Index, days: tuple[int, ...], corrects: bool
) -> None:
    assert state_on(index, rounded(*days), 2 * len(days)).rounding_pending is corrects


@pytest.mark.parametrize(("reps", "corrects"), [(10, True), (11, False)])
def test_a_tenth_of_the_loaded_reps_is_enough(index: Index, reps: int, corrects: bool) -> None:
    journal = rounded(1, 1, words=f"kb {reps}")

    assert state_on(index, journal, 4).rounding_pending is corrects


def test_rounding_without_load_is_not_corrected(index: Index) -> None:
    journal = lifter("kb").sessions((0, 2), "kb 8", "dowel 10", mistakes={ROUNDING: 5})

    assert not state_on(index, journal, 4).rounding_pending


def test_the_correction_is_the_dowel_first_and_ten_percent_less_for_one_day(index: Index) -> None:
    journal = rounded(3, 3)

    decision = today(index, journal, 4)
    after = journal.session(4, "kb 3x8 @36")

    assert decision.blocks[0].drill == "dowel-hinge"
    assert main_block(decision).load_kg == 36
    told = reason_of(decision, "Rounding")
    assert told is not None
    assert "shorter range" in told.text
    assert not corrected(index, after, 7)


def test_the_correction_is_said_first_and_once_whatever_else_takes_load_away(index: Index) -> None:
    kit = ("dowel", "dumbbells")
    journal = lifter("kb", "rdl", equipment=kit).session(0, "kb 3x8 @40", "rdl 2x8 @20")
    told = {ROUNDING: 3}
    journal = journal.session(2, "rdl 3x8 @20", "kb 2x8 @40", mistakes=told)
    journal = journal.session(4, "kb 3x6/8 @40", "rdl 2x8 @20", mistakes=told)

    reasons = [why.text for why in today(index, journal, 7).reasons]
    texts = [text for text in reasons if text.startswith("Rounding")]
    cuts = [text for text in reasons if "→" in text]

    assert texts == [
        "Rounding on two of the last loaded days: today the dowel first, and a shorter range."
    ]
    assert cuts[0].startswith("Romanian deadlift: 20 kg")
    assert cuts[1].startswith("75 % clean last time. Kettlebell deadlift: 40 kg")


@pytest.mark.parametrize(("count", "swings"), [(2, True), (3, False)])
def test_no_swing_on_the_day_of_the_correction(index: Index, count: int, swings: bool) -> None:
    journal = lifter("kb", "swing", bells=(16,)).session(0, "kb 3x8 @16", "swing 3x5 @16")
    for on in (2, 4):
        journal = journal.session(on, "kb 3x8 @16", mistakes={ROUNDING: count})

    decision = today(index, journal, 7)
    drills = {block.drill for block in decision.blocks}

    assert decision.kind == "load"
    assert ("kettlebell-swing" in drills) is swings


def test_honesty_is_never_punished_twice_for_the_same_reps(index: Index) -> None:
    journal = (
        rounded(3, 3).session(4, "kb 3x8 @36").session(7, "kb 3x8 @36", mistakes={ROUNDING: 3})
    )

    assert not state_on(index, journal, 8).rounding_pending
    again = journal.session(9, "kb 3x8 @36", mistakes={ROUNDING: 3})
    assert state_on(index, again, 10).rounding_pending


# --- a bad day ---


@pytest.mark.parametrize(
    ("words", "told", "says"),
    [
        ("wall 7/10", {}, False),
        ("wall 6/10", {}, True),
        ("wall 6/10", {"pain": 3}, False),
        ("wall 6/10", {"pain": 2}, True),
    ],
)
def test_after_a_bad_day_without_pain_it_is_said_to_be_normal(
    index: Index, words: str, told: dict[str, Any], says: bool
) -> None:
    decision = today(index, Journal().session(0, words, **told), 1)

    reason = next((one for one in decision.reasons if "step back" in one.text), None)
    assert (reason is not None) is says


def test_a_person_without_a_session_hears_nothing_of_bad_days(index: Index) -> None:
    assert not any("step back" in one.text for one in today(index, Journal(), 0).reasons)


def test_a_learner_hears_it_once_and_not_on_the_day_itself(index: Index) -> None:
    journal = learner().session(11, "dowel 3x5/10")

    assert not any("step back" in one.text for one in today(index, journal, 11).reasons)
    assert any("step back" in one.text for one in today(index, journal, 12).reasons)
