"""D1 to D5: doses without load, the test, the wall's distance, the day's goal, the warm-up."""

from decimal import Decimal

import pytest

from factories import Journal, day, dose, learner, lifter, reason_of, state_on, today
from hingecli.coach.log.events import SetRecord
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules.practice import distance

WALL, DOWEL = "wall-hinge", "dowel-hinge"


# --- D1: the dose of the wall and the dowel ---


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


# --- D2: the test ---


def offered(index: Index, journal: Journal, on: int) -> bool:
    return today(index, journal, on).kind == "test"


CLEAN_DAYS = Journal().sessions((0, 1), "wall 3x10")


@pytest.mark.parametrize(("days", "offers"), [(0, False), (1, False), (2, True)])
def test_the_test_is_offered_after_two_clean_days(index: Index, days: int, offers: bool) -> None:
    assert offered(index, Journal().sessions(range(days), "wall 3x10"), 5) is offers


@pytest.mark.parametrize(
    ("words", "offers"), [("wall 3x9/10", True), ("wall 3x8/10", False), ("wall 2x10", False)]
)
def test_a_clean_day_for_the_test_is_three_sets_at_ninety_percent(
    index: Index, words: str, offers: bool
) -> None:
    assert offered(index, Journal().session(0, "wall 3x10").session(3, words), 4) is offers


def test_any_two_days_will_do(index: Index) -> None:
    journal = Journal().session(0, "wall 3x10").session(1, "wall 3x5/10").session(9, "wall 3x10")

    assert offered(index, journal, 10)


def test_the_test_is_up_to_three_runs_of_twenty(index: Index) -> None:
    decision = today(index, CLEAN_DAYS, 2)

    assert dose(decision) == (WALL, 3, 20)
    assert decision.blocks[0].purpose == "test"
    assert decision.title == "Test: 20 wall hinges in a row"


@pytest.mark.parametrize(("on", "offers"), [(3, False), (4, False), (5, True)])
def test_the_test_comes_at_most_every_third_day(index: Index, on: int, offers: bool) -> None:
    assert offered(index, CLEAN_DAYS.session(2, "wall 17/18"), on) is offers


@pytest.mark.parametrize(("reps", "tested"), [(10, False), (11, True)])
def test_a_set_of_eleven_on_an_offered_day_is_a_test(index: Index, reps: int, tested: bool) -> None:
    state = state_on(index, CLEAN_DAYS.session(2, f"wall {reps}"), 2)

    assert (state.tests.last == day(2)) is tested


def test_a_long_set_on_a_day_without_the_offer_is_no_test(index: Index) -> None:
    assert state_on(index, Journal().session(0, "wall 15"), 0).tests.last is None


def test_a_day_after_the_test_shows_the_best_run_and_the_next(index: Index) -> None:
    journal = CLEAN_DAYS.session(2, "wall 17/18 12/13")

    told = reason_of(today(index, journal, 3), "D2")

    assert told is not None
    assert told.text == "Best run 17 of 20. Next test Saturday."
    assert "fail" not in told.text


def test_before_the_first_test_the_card_says_what_brings_it(index: Index) -> None:
    first = reason_of(today(index, Journal(), 0), "D2")
    second = reason_of(today(index, Journal().session(0, "wall 3x10"), 1), "D2")

    assert first is not None
    assert first.text.startswith("After 2 days of 3 sets")
    assert second is not None
    assert second.text.startswith("After 1 more day of 3 sets")


def test_on_the_day_of_a_test_to_come_nothing_more_is_said_of_it(index: Index) -> None:
    assert reason_of(today(index, CLEAN_DAYS.session(2, "wall 5"), 2), "D2") is None


def test_on_the_day_the_next_test_is_due_its_date_is_not_repeated(index: Index) -> None:
    journal = CLEAN_DAYS.session(2, "wall 17/18").session(5, "wall 5")

    assert reason_of(today(index, journal, 5), "D2") is None


THREE_TESTS = CLEAN_DAYS.sessions((2, 5, 8), "wall 17/18")


def test_after_three_tests_come_three_practice_days_of_ten(index: Index) -> None:
    decision = today(index, THREE_TESTS, 11)

    assert decision.kind == "practice"
    assert dose(decision) == (WALL, 3, 10)
    told = reason_of(decision, "D2")
    assert told is not None
    assert "3 practice days" in told.text


@pytest.mark.parametrize(("practised", "films"), [(0, True), (1, False)])
def test_the_first_of_these_practice_days_is_filmed(
    index: Index, practised: int, films: bool
) -> None:
    journal = THREE_TESTS.setup(9, start=-32).sessions(range(11, 11 + practised), "wall 3x10")

    assert today(index, journal, 11 + practised).film is films


@pytest.mark.parametrize(("days", "offers"), [(2, False), (3, True)])
def test_after_three_practice_days_the_test_comes_again(
    index: Index, days: int, offers: bool
) -> None:
    journal = THREE_TESTS.sessions(range(11, 11 + days), "wall 3x10")

    assert offered(index, journal, 20) is offers


def test_after_two_tests_the_third_is_still_offered(index: Index) -> None:
    assert offered(index, CLEAN_DAYS.sessions((2, 5), "wall 17/18"), 8)


def test_once_the_dowel_is_open_there_is_no_test(index: Index) -> None:
    decision = today(index, CLEAN_DAYS.session(2, "wall 20"), 5)

    assert decision.kind == "practice"
    assert reason_of(decision, "D2 test: next") is None


@pytest.mark.parametrize(("days", "reps"), [(1, 20), (2, 10)])
def test_the_warm_up_is_twenty_until_the_second_long_set(
    index: Index, days: int, reps: int
) -> None:
    first, main = today(index, Journal().sessions(range(days), "wall 20"), 5).blocks

    assert (first.drill, first.purpose, first.sets, first.reps) == (WALL, "warm-up", 1, reps)
    assert (main.drill, main.sets, main.reps) == ("dowel-hinge", 3, 10)


def test_the_warm_up_says_why_it_is_long_or_short(index: Index) -> None:
    long = today(index, Journal().session(0, "wall 20"), 1)
    short = today(index, Journal().sessions((0, 1), "wall 20"), 2)

    assert reason_of(long, "D2") is not None
    assert reason_of(short, "D2") is None
    assert reason_of(short, "D5") is not None


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


# --- D4: the goal of the day ---


@pytest.mark.parametrize(
    ("words", "sets", "reps"),
    [
        ("wall 3x10", 3, 10),
        ("wall 7x10", 3, 10),
        ("wall 8x10", 2, 10),
        ("wall 9x10", 1, 10),
        ("wall 8x11 5", 0, 0),
        ("wall 10x10", 0, 0),
        ("wall 12x10", 0, 0),
    ],
)
def test_a_second_sitting_is_trimmed_to_what_is_left_to_a_hundred(
    index: Index, words: str, sets: int, reps: int
) -> None:
    decision = today(index, Journal().session(0, words), 0)

    assert decision.kind == "done"
    assert [(block.sets, block.reps) for block in decision.blocks] == (
        [(sets, reps)] if sets else []
    )


def test_one_sitting_is_a_full_session_never_a_lack(index: Index) -> None:
    decision = today(index, Journal().session(0, "wall 3x10"), 0)

    assert "30 of the day's 50-100" in decision.reasons[0].text
    assert "missing" not in decision.reasons[0].text
    assert decision.done_today.clean_reps == 30
    assert decision.done_today.goal == (50, 100)


def test_once_loaded_the_day_has_no_goal_of_reps(index: Index) -> None:
    decision = today(index, lifter().session(0, "kb 3x8"), 0)

    assert (decision.kind, decision.blocks, decision.done_today.goal) == ("done", (), None)


def test_practice_is_offered_every_day_before_the_first_load(index: Index) -> None:
    journal = Journal().sessions(range(14), "wall 3x5/10")

    assert [today(index, journal, on).kind for on in range(14, 21)] == ["practice"] * 7


@pytest.mark.parametrize(("days", "good"), [(3, 0), (4, 1)])
def test_four_days_of_seven_make_a_good_week(index: Index, days: int, good: int) -> None:
    journal = Journal().sessions(range(days), "wall 5")

    assert state_on(index, journal, 7).good_weeks == good


def test_two_sessions_of_a_day_are_one_day_of_the_week(index: Index) -> None:
    journal = Journal().sessions((0, 0, 1, 1), "wall 5")

    assert state_on(index, journal, 7).good_weeks == 0


def test_a_week_without_a_session_between_is_no_good_week(index: Index) -> None:
    journal = Journal().sessions((*range(4), *range(21, 25)), "wall 5")

    assert state_on(index, journal, 30).good_weeks == 2


def test_a_learner_practises_the_dowel(index: Index) -> None:
    assert dose(today(index, learner(), 11))[0] == "dowel-hinge"


@pytest.mark.parametrize(
    ("pains", "offered"),
    [((2, 2), True), ((2, 3), False), ((3, 2), False), ((3, 3, 2), False), ((2, 2, 3), False)],
)
def test_no_test_comes_from_painful_days_nor_right_after_one(
    index: Index, pains: tuple[int, ...], offered: bool
) -> None:
    journal = Journal()
    for number, pain in enumerate(pains):
        journal = journal.session(number, "wall 3x10", pain=pain)

    assert (today(index, journal, len(pains)).kind == "test") is offered


@pytest.mark.parametrize(
    ("words", "tested"),
    [
        (("wall 9/10",), True),
        (("wall 9/10", "wall 9/10"), True),
        (("wall 9/10", "wall 2x10"), False),
        (("wall 8/10",), False),
        (("wall 10",), False),
        (("wall 8/9", "wall 2x10"), True),
    ],
)
def test_a_run_that_misses_its_tenth_rep_is_a_test_unless_others_were_practice(
    index: Index, words: tuple[str, ...], tested: bool
) -> None:
    journal = Journal().sessions((0, 1), "wall 3x10").session(2, *words)

    assert (state_on(index, journal, 2).tests.last == day(2)) is tested


def test_half_the_range_of_an_easy_day_has_no_distance_from_the_wall(index: Index) -> None:
    decision = today(index, Journal().session(0, "wall 3x10").morning(1, 3), 1)

    assert decision.blocks[0].range == "half"
    assert reason_of(decision, "D3") is None
