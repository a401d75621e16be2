"""D1 and D3: doses without load, and how far from the wall one stands."""

from decimal import Decimal

import pytest

from coach.rules.trained import CLEAN_DAYS
from factories import Journal, dose, reason_of, state_on, today
from hingecli.coach.log.events import SetRecord
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules.practice import distance

# --- D1: the dose of the wall and the dowel ---

WALL, DOWEL = "wall-hinge", "dowel-hinge"


def test_the_first_day_is_three_sets_of_ten_wall_hinges(index: Index) -> None:
    decision = today(index, Journal(), 0)

    assert decision.kind == "practice"
    assert dose(decision) == (WALL, 3, 10)
    block = decision.blocks[0]
    assert (block.reps_range, block.rest_s) == ((10, 15), 45)
    assert (block.tempo.down, block.tempo.pause, block.tempo.up) == (3, 1, 1.5)


def dowel_days(*days: str, start: int = 10) -> Journal:
    """A learner of the dowel at `start` reps a set, with one more day for each of `days`."""
    journal = Journal().session(0, "wall 20")
    for number in range(start - 10 + (start > 10)):
        journal = journal.session(1 + number, "dowel 3x10")
    for number, words in enumerate(days):
        journal = journal.session(20 + number, words)
    return journal


def dowel_reps(index: Index, journal: Journal) -> int:
    return state_on(index, journal, 40).practice[DOWEL].reps


@pytest.mark.parametrize("words", ["dowel 3x10", "dowel 3x9/10", "dowel 3x5/10", "dowel 6x10"])
def test_one_day_alone_moves_nothing(index: Index, words: str) -> None:
    assert dowel_reps(index, dowel_days(words)) == 10


@pytest.mark.parametrize(
    ("first", "second", "reps"),
    [
        ("dowel 3x9/10", "dowel 3x9/10", 11),
        ("dowel 3x10", "dowel 3x8/10", 11),
        ("dowel 3x9/10", "dowel 2x9/10 8/10", 10),
        ("dowel 3x10", "dowel 2x10", 10),
        ("dowel 3x10", "dowel 3x9", 10),
        ("dowel 3x10 5/10", "dowel 3x10", 11),
        ("dowel 3x10", "dowel 4x10", 11),
    ],
)
def test_two_days_at_ninety_percent_together_add_one_rep(
    index: Index, first: str, second: str, reps: int
) -> None:
    assert dowel_reps(index, dowel_days(first, second)) == reps


@pytest.mark.parametrize(("second", "reps"), [("dowel 3x9/10", 12), ("dowel 2x9/10 8/10", 11)])
def test_two_days_under_eighty_percent_together_take_one_rep(
    index: Index, second: str, reps: int
) -> None:
    assert dowel_reps(index, dowel_days("dowel 3x7/10", second, start=12)) == reps


def test_a_clean_day_between_is_told_from_the_two_around_it(index: Index) -> None:
    journal = dowel_days("dowel 3x7/10", "dowel 3x10", "dowel 3x8/10")

    assert dowel_reps(index, journal) == 11


@pytest.mark.parametrize(("painful", "reps"), [((2, 2), 11), ((2, 3), 10), ((3, 2), 10)])
def test_a_day_with_pain_adds_no_rep(index: Index, painful: tuple[int, int], reps: int) -> None:
    journal = Journal().session(0, "wall 20")
    for number, pain in enumerate(painful):
        journal = journal.session(1 + number, "dowel 3x10", pain=pain)

    assert dowel_reps(index, journal) == reps


@pytest.mark.parametrize(("days", "reps"), [(5, 14), (6, 15), (7, 15)])
def test_reps_grow_to_fifteen_and_no_further(index: Index, days: int, reps: int) -> None:
    state = state_on(index, Journal().sessions(range(days), "dowel 3x10"), 10)

    assert state.practice[DOWEL].reps == reps


def test_reps_never_fall_under_ten(index: Index) -> None:
    assert dowel_reps(index, dowel_days("dowel 3x1/10", "dowel 3x1/10", "dowel 3x1/10")) == 10


def test_a_variation_moves_no_dose(index: Index) -> None:
    varied = SetRecord(drill=DOWEL, reps=10, clean=10, variant="slow-dowel")
    journal = dowel_days("dowel 3x10").with_sets(21, varied, varied, varied)

    assert dowel_reps(index, journal) == 10


def test_after_a_test_two_new_days_are_needed(index: Index) -> None:
    tested = CLEAN_DAYS.session(2, "wall 17/18 15/16 12/13")

    one = state_on(index, tested.session(3, "wall 3x10"), 4)
    two = state_on(index, tested.sessions((3, 4), "wall 3x10"), 4)

    assert (one.practice[WALL].reps, two.practice[WALL].reps) == (10, 11)


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ((), "Everyone begins with 3 sets of 10."),
        (("dowel 3x10",), "10 a set again: no day moves it alone, only 2 of 3 sets together."),
        (("dowel 3x5/10",), "10 a set again: no day moves it alone, only 2 of 3 sets together."),
        (("dowel 3x10",) * 2, "100 % clean over the last 2 full days: 11 a set."),
        (("dowel 3x10",) * 6, "15 a set, the top of the range."),
        (("dowel 3x7/10",) * 2, "70 % clean over the last 2 full days: 10 a set, the least"),
        (("dowel 3x10", "dowel 3x10", "dowel 3x5/10"), "10 a set, the least there is"),
        (("dowel 3x8/10",) * 2, "10 a set again, until they are 90 % together."),
        (("dowel 3x9/10", "dowel 2x9/10 8/10"), "88 % clean over the last 2 full days: 10 a set"),
    ],
)
def test_the_dose_says_why(index: Index, days: tuple[str, ...], says: str) -> None:
    told = reason_of(today(index, dowel_days(*days), 40), "D1")

    assert told is not None
    assert says in told.text


def test_fewer_reps_say_so(index: Index) -> None:
    journal = dowel_days("dowel 3x7/10", "dowel 3x7/10", start=13)

    told = reason_of(today(index, journal, 40), "D1")

    assert told is not None
    assert told.text == (
        "70 % clean over the last 2 full days: fewer reps, 12 a set, each one clean."
    )


def test_reps_that_wait_for_a_day_without_pain_say_so(index: Index) -> None:
    journal = dowel_days("dowel 3x10").session(21, "dowel 3x10", pain=3)

    told = reason_of(today(index, journal, 40), "D1")

    assert told is not None
    assert "because one of them hurt" in told.text


def test_after_a_test_the_dose_says_that_it_begins_anew(index: Index) -> None:
    told = reason_of(today(index, CLEAN_DAYS.session(2, "wall 17/18"), 3), "D1")

    assert told is not None
    assert told.text == "After a test it begins anew: 3 sets of 10."


# --- D3: the wall's distance ---


def stand_told(index: Index, journal: Journal, on: int = 10) -> str:
    told = reason_of(today(index, journal, on), "D3")
    return "" if told is None else told.text


def at_the_wall(*distances: str | None, words: str = "wall 3x10") -> Journal:
    """Days of wall hinges at these distances; None is not told."""
    journal = Journal()
    for number, told in enumerate(distances):
        journal = journal.session(number, words, distance=told)
    return journal


def test_the_first_wall_day_says_where_to_stand_and_how_to_tell_it(index: Index) -> None:
    told = reason_of(today(index, Journal(), 0), "D3")

    assert told is not None
    assert told.text == ("Heels 30 cm (a foot) off the wall; if not, log it: 3x10 35cm")
    assert told.source == "guide"


@pytest.mark.parametrize("told", [("30",), ("30", None), (None,), (None, None)])
@pytest.mark.parametrize(("days", "stands"), [(1, 30), (2, 32.5), (3, 32.5)])
def test_two_clean_days_at_a_distance_earn_two_and_a_half_centimetres(
    index: Index, told: tuple[str | None, ...], days: int, stands: float
) -> None:
    journal = at_the_wall(*(told + (None,) * days)[:days])

    assert float(distance(state_on(index, journal, 10))) == stands


def test_a_test_day_moves_nobody_and_the_practice_day_after_it_does(index: Index) -> None:
    journal = at_the_wall(None, None)
    assert today(index, journal, 2).kind == "test"
    assert stand_told(index, journal, 2) == (
        "Heels 30 cm from the wall again; if not, log it: 20 35cm"
    )

    journal = journal.session(2, "wall 17/18")
    assert state_on(index, journal, 3).distance_cm == 30
    assert stand_told(index, journal, 3).startswith("2 clean days at 30 cm: heels 32.5 cm")

    journal = journal.session(3, "wall 3x10").session(4, "wall 3x10")
    assert "Heels 32.5 cm from the wall again" in stand_told(index, journal, 5)
    assert distance(state_on(index, journal, 5)) == 35


@pytest.mark.parametrize(("days", "stands"), [(3, "30"), (4, "32.5")])
def test_who_practises_on_test_days_is_not_kept_at_one_distance(
    index: Index, days: int, stands: str
) -> None:
    journal = at_the_wall(*[None] * days)

    assert today(index, journal, days).kind == "test"
    assert f"{stands} cm" in stand_told(index, journal, days)


@pytest.mark.parametrize(("told", "stands"), [("30.48", "30.5"), ("35.56", "35.5"), ("36", "36")])
def test_where_one_stood_is_asked_for_again_to_half_a_centimetre(
    index: Index, told: str, stands: str
) -> None:
    text = stand_told(index, at_the_wall(told), 1)

    assert text.startswith(f"Heels {stands} cm from the wall again; if not, log it: 3x10")


def test_a_step_names_the_days_that_earned_it(index: Index) -> None:
    text = stand_told(index, at_the_wall("30", "30").session(2, "wall 17/18"), 3)

    assert text.startswith("2 clean days at 30 cm: heels 32.5 cm")
    assert "nearer where you barely touch it" in text


@pytest.mark.parametrize("kind", ["practice", "test"])
def test_practice_and_test_of_the_wall_say_where_to_stand(index: Index, kind: str) -> None:
    journal = at_the_wall("40") if kind == "practice" else at_the_wall("40", "50")

    decision = today(index, journal, 2)

    assert decision.kind == kind
    assert f"Heels {40 if kind == 'practice' else 50} cm from the wall again" in stand_told(
        index, journal, 2
    )


def test_a_day_of_the_dowel_says_nothing_of_the_distance(index: Index) -> None:
    assert stand_told(index, Journal().session(0, "wall 20"), 1) == ""


def test_another_distance_begins_its_own_two_days(index: Index) -> None:
    state = state_on(index, at_the_wall("30", "32.5"), 2)

    assert (state.distance_days, distance(state)) == (1, Decimal("32.5"))


def test_who_steps_back_is_not_sent_farther(index: Index) -> None:
    assert distance(state_on(index, at_the_wall("30", "30", "30"), 4)) == Decimal("32.5")
    assert distance(state_on(index, at_the_wall(None, None, "30"), 4)) == Decimal("32.5")
    assert distance(state_on(index, at_the_wall(None, None, "32.5", "30"), 4)) == 30


@pytest.mark.parametrize("words", ["wall 2x10", "wall 3x8/10", "dowel 3x10"])
def test_only_clean_wall_days_count_for_the_distance(index: Index, words: str) -> None:
    assert state_on(index, Journal().session(0, words, distance="30"), 1).distance_days == 0
    assert state_on(index, Journal().session(0, words), 1).distance_days == 0


@pytest.mark.parametrize(("pain", "days"), [(2, 1), (3, 0)])
def test_a_painful_day_earns_no_distance(index: Index, pain: int, days: int) -> None:
    assert state_on(index, Journal().session(0, "wall 3x10", pain=pain), 1).distance_days == days


@pytest.mark.parametrize(("told", "stands"), [("57.5", "60"), ("58", "60"), ("60", "60")])
def test_the_wall_is_never_advised_farther_than_sixty_centimetres(
    index: Index, told: str, stands: str
) -> None:
    assert distance(state_on(index, at_the_wall(told, told), 3)) == Decimal(stands)


def test_who_stands_farther_than_that_is_not_called_back(index: Index) -> None:
    assert distance(state_on(index, at_the_wall("65", "65"), 3)) == 65
