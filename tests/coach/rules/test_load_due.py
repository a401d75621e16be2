"""D6: when a loaded day is due, and what makes a good week."""

import pytest

from factories import Journal, learner, lifter, reason_of, state_on, today
from hingecli.coach.protocol.protocol import Index

KB = "kettlebell-deadlift"
RDL = "romanian-deadlift"
MON_WED_FRI = ("mon", "wed", "fri")


def due_days(index: Index, journal: Journal, days: range) -> list[int]:
    """List the days of `days` on which `today` would be a loaded day."""
    return [on for on in days if today(index, journal, on).kind == "load"]


# --- when it is due ---


def test_no_loaded_day_before_a_loaded_drill_is_open(index: Index) -> None:
    assert due_days(index, learner(), range(11, 28)) == []
    assert today(index, learner(), 28).kind == "load"


def test_a_loaded_day_falls_on_the_chosen_days(index: Index) -> None:
    journal = lifter(days=MON_WED_FRI).session(0, "kb 3x8")

    assert due_days(index, journal, range(1, 3)) == [2]


def test_without_chosen_days_any_day_will_do_but_never_two_running(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8")

    assert due_days(index, journal, range(1, 7)) == [2, 3, 4, 5, 6]


@pytest.mark.parametrize("days", [None, MON_WED_FRI, ("mon", "tue")])
def test_the_day_after_a_loaded_day_is_never_loaded(
    index: Index, days: tuple[str, ...] | None
) -> None:
    journal = lifter(days=days).session(0, "kb 3x8")

    assert today(index, journal, 1).kind != "load"


@pytest.mark.parametrize(("logged", "on", "due"), [((0, 2, 4), 6, False), ((0, 2, 4), 7, True)])
def test_at_most_three_loaded_days_in_seven(
    index: Index, logged: tuple[int, ...], on: int, due: bool
) -> None:
    journal = lifter().sessions(logged, "kb 3x8")

    assert (today(index, journal, on).kind == "load") is due


@pytest.mark.parametrize(("days", "due"), [(("mon",), False), (("mon", "thu"), True)])
def test_the_chosen_number_of_days_caps_the_week(
    index: Index, days: tuple[str, ...], due: bool
) -> None:
    journal = lifter(days=days).session(0, "kb 3x8")

    assert (today(index, journal, 3).kind == "load") is due


@pytest.mark.parametrize(("on", "due"), [(3, True), (1, False)])
def test_a_missed_day_is_made_up_on_any_day(index: Index, on: int, due: bool) -> None:
    journal = lifter(days=MON_WED_FRI).session(0, "kb 3x8")

    decision = today(index, journal, on)

    assert (decision.kind == "load") is due
    if due:
        assert decision.reasons[0].text == "Wednesday's load is today."


def test_a_missed_day_is_remembered_for_six_days(index: Index) -> None:
    journal = lifter(days=("mon",)).session(0, "kb 3x8").session(4, "wall 5")

    assert due_days(index, journal, range(1, 7)) == []
    assert due_days(index, journal, range(7, 14)) == list(range(7, 14))


def test_a_day_before_the_first_load_opened_was_not_missed(index: Index) -> None:
    journal = learner().setup(11, days=("mon",), start=1)

    assert today(index, journal, 29).kind == "practice"
    assert today(index, journal, 35).kind == "load"


def test_a_day_says_why_it_has_no_load(index: Index) -> None:
    after = reason_of(today(index, lifter().session(0, "kb 3x8"), 1), "D6")
    other = reason_of(today(index, lifter(days=MON_WED_FRI).session(0, "kb 3x8"), 1), "D6")
    full = lifter().sessions((0, 2, 4), "kb 3x8")

    assert after is not None
    assert "Yesterday was a loaded day" in after.text
    assert other is not None
    capped = reason_of(today(index, full, 6), "D6")
    assert capped is not None
    assert "3 loaded days this week" in capped.text


def test_a_day_that_is_not_chosen_says_so(index: Index) -> None:
    journal = lifter(days=("mon", "thu")).session(0, "kb 3x8")

    told = reason_of(today(index, journal, 2), "D6")

    assert told is not None
    assert told.text == "Today is not one of your training days."


def test_a_logged_locked_drill_counts_for_the_spacing(index: Index) -> None:
    journal = lifter().session(0, "bb 3x5")

    assert today(index, journal, 1).kind != "load"
    assert today(index, journal, 2).kind == "load"


def test_a_second_loaded_sitting_is_never_prescribed(index: Index) -> None:
    decision = today(index, lifter().session(0, "kb 3x8"), 0)

    assert (decision.kind, decision.blocks) == ("done", ())


def test_sixty_or_older_is_due_twice_in_seven_days(index: Index) -> None:
    journal = lifter(sixty_plus=True).sessions((0, 2), "kb 3x8")

    assert due_days(index, journal, range(3, 8)) == [7]


# --- a good week ---


@pytest.mark.parametrize(
    ("days", "logged", "good"),
    [
        (None, 1, 0),
        (None, 2, 1),
        (("mon", "thu"), 1, 1),
        (("mon",), 1, 1),
    ],
)
def test_a_good_week_has_all_planned_loaded_days_but_one(
    index: Index, days: tuple[str, ...] | None, logged: int, good: int
) -> None:
    journal = lifter(days=days).sessions((0, 3)[:logged], "kb 3x8").sessions((1, 5), "wall 5")

    assert state_on(index, journal, 7).good_weeks == good


def test_a_planned_single_day_that_was_missed_is_no_good_week(index: Index) -> None:
    journal = lifter(days=("mon",)).session(0, "kb 3x8").sessions(range(7, 13), "wall 5")

    assert state_on(index, journal, 14).good_weeks == 1
