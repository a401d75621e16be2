"""Last week in one value: told on the first card of a week, from the log's days alone."""

from decimal import Decimal

import pytest

from factories import Journal, day, lifter, state_on
from hingecli.coach.log.events import KG_PER_LB, SetRecord
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.last_week import last_week
from hingecli.coach.results import LastWeek, Moved

KB = "kettlebell-deadlift"


def told(index: Index, journal: Journal, on: int = 7) -> LastWeek | None:
    return last_week(state_on(index, journal, on), journal.read())


def moved(index: Index, journal: Journal, on: int) -> dict[str, Moved]:
    week = told(index, journal, on)
    return {} if week is None else {step.drill: step for step in week.moved}


def test_last_week_is_its_days_its_clean_share_and_what_opened(index: Index) -> None:
    journal = Journal().session(0, "wall 20").sessions((1, 2, 4), "dowel 3x9/10")

    week = told(index, journal)

    assert week is not None
    assert (week.monday, week.days) == (day(0), 4)
    assert (week.reps, week.clean_reps, week.clean_percent) == (110, 101, 91)
    assert week.opened == ("dowel-hinge",)


@pytest.mark.parametrize(
    ("on", "says"), [(6, False), (7, True), (9, True), (13, True), (14, False)]
)
def test_it_is_told_all_week_and_of_last_week_alone(index: Index, on: int, says: bool) -> None:
    journal = Journal().session(2, "wall 3x8/10")

    assert (told(index, journal, on) is not None) is says


def test_the_weeks_first_session_ends_it(index: Index) -> None:
    journal = Journal().session(2, "wall 3x8/10").session(8, "wall 5")

    assert told(index, journal, 9) is None


@pytest.mark.parametrize(
    "journal",
    [
        Journal().session(2, "wall 5").pause(6),
        Journal().session(6, "wall 5", pain=6),
        Journal().session(6, "wall 5").morning(7, 3),
    ],
    ids=["a pause", "a hold", "a bad morning"],
)
def test_it_is_not_told_when_there_is_something_else_to_say(index: Index, journal: Journal) -> None:
    assert told(index, journal) is None


def test_what_was_told_without_a_session_makes_no_week(index: Index) -> None:
    assert told(index, Journal().setup(1, goal="strength").morning(2, 0)) is None


def test_later_days_of_the_log_do_not_count(index: Index) -> None:
    journal = Journal().session(2, "wall 10")
    longer = journal.session(8, "wall 10")

    assert last_week(state_on(index, longer, 7), longer.read()) == told(index, journal)


def test_sets_that_nobody_counted_have_no_share(index: Index) -> None:
    uncounted = SetRecord(drill="wall-hinge", reps=8, clean=None)
    warm_up = SetRecord(drill="wall-hinge", reps=8, clean=2, warmup=True)
    unknown = SetRecord(drill="moonwalk", reps=8, clean=2)

    week = told(index, Journal().with_sets(0, uncounted, warm_up, unknown))

    assert week is not None
    assert (week.reps, week.clean_percent) == (0, None)


def test_a_weight_more_is_said_with_where_it_came_from(index: Index) -> None:
    journal = lifter("kb").sessions((0, 2), "kb 3x8 @16").session(7, "kb 3x8 @20")

    step = moved(index, journal, 14)["kettlebell-deadlift"]

    assert (step.from_kg, step.to_kg) == (Decimal(16), Decimal(20))


@pytest.mark.parametrize(
    ("before", "now", "moves"),
    [
        ("wall 3x10", "wall 3x12", True),
        ("wall 3x12", "wall 3x12", False),
        ("wall 3x12", "wall 3x10", False),
        ("wall 3x10", "wall 12", False),
        ("wall 12", "wall 3x13", False),
    ],
)
def test_reps_more_need_sets_alike_on_both_sides(
    index: Index, before: str, now: str, moves: bool
) -> None:
    journal = Journal().session(3, before).session(8, now)

    assert bool(moved(index, journal, 14)) is moves


@pytest.mark.parametrize(("on", "moves"), [(66, True), (73, False)])
def test_what_is_older_than_eight_weeks_is_no_step(index: Index, on: int, moves: bool) -> None:
    journal = Journal().session(3, "wall 3x10").session(on - 7, "wall 3x12")

    assert bool(moved(index, journal, on)) is moves


def test_the_last_day_of_each_week_is_compared(index: Index) -> None:
    journal = Journal().session(0, "wall 3x10").session(3, "wall 3x12")
    journal = journal.session(7, "wall 3x14").session(9, "wall 3x13", "dowel 3x10")

    step = moved(index, journal, 14)["wall-hinge"]

    assert (step.from_reps, step.to_reps) == (12, 13)


def test_a_first_load_is_begun(index: Index) -> None:
    journal = lifter("kb").session(0, "wall 10").session(7, "kb 3x8 @16")

    step = moved(index, journal, 14)["kettlebell-deadlift"]

    assert (step.from_reps, step.to_kg, step.to_reps) == (None, Decimal(16), 8)


def test_a_variation_and_half_the_range_are_no_step(index: Index) -> None:
    half = SetRecord(drill="wall-hinge", reps=14, clean=14, range="half")
    slow = SetRecord(drill="wall-hinge", reps=14, clean=14, variant="slow-wall")
    journal = Journal().session(0, "wall 3x10").with_sets(8, half, half, slow, slow)

    assert moved(index, journal, 14) == {}


def test_what_was_opened_by_hand_was_not_earned_last_week(index: Index) -> None:
    journal = Journal().override(1, "dowel").session(2, "wall 5")

    week = told(index, journal)

    assert week is not None
    assert week.opened == ()


@pytest.mark.parametrize(
    ("without", "opened"),
    [((), ("kettlebell-swing",)), (("kettlebell-swing",), ())],
)
def test_what_follows_on_a_declined_drill_opens_in_silence(
    index: Index, without: tuple[str, ...], opened: tuple[str, ...]
) -> None:
    journal = lifter("kb", "rdl").setup(0, without=without, equipment=("kettlebell",))
    state = state_on(index, journal.sessions((0, 2, 4), "kb 3x10", "rdl 3x10"), 7)
    state.unlocks |= {"kettlebell-swing": day(3), "american-swing": day(4)}

    week = last_week(state, journal.sessions((0, 2, 4), "kb 3x10", "rdl 3x10").read())

    assert week is not None
    assert set(week.opened) - {"american-swing"} == set(opened)
    assert ("american-swing" in week.opened) is (not without)


@pytest.mark.parametrize(("pain", "rose"), [(2, True), (3, False), (6, False)])
def test_sets_that_hurt_are_no_step_up(index: Index, pain: int, rose: bool) -> None:
    journal = lifter().session(0, "kb 3x8 @8").session(8, "kb 3x9 @8", pain=pain).morning(9, 0)

    assert ("kettlebell-deadlift" in moved(index, journal.morning(10, 0), 14)) is rose


# --- like with like ---


def test_few_reps_are_compared_with_few_and_many_with_many(index: Index) -> None:
    """D14: each range has a weight of its own, and another range is no step."""
    many = lifter("kb").session(2, "kb 3x12 @16")

    assert moved(index, many.session(9, "kb 3x3 @20"), 14) == {}
    back = many.session(9, "kb 3x3 @20")
    assert moved(index, back.session(16, "kb 3x8 @16"), 21) == {}
    assert moved(index, back.session(16, "kb 3x4 @20"), 21)[KB].from_reps == 3
    assert moved(index, back.session(16, "kb 3x12 @20"), 21)[KB].from_kg == 16


def test_a_second_block_of_many_reps_hides_no_step_of_the_few(index: Index) -> None:
    week = lifter("kb", "rdl").session(0, "kb 3x3 @20").session(4, "kb 2x8 @16")
    week = week.session(7, "kb 3x3 @22").session(11, "kb 2x8 @16")

    step = moved(index, week, 14)[KB]

    assert (step.from_kg, step.to_kg) == (Decimal(20), Decimal(22))


def test_five_reps_of_a_swing_are_its_own_range(index: Index) -> None:
    swings = lifter("kb", "swing").session(2, "swing 5x5 @16").session(9, "swing 5x6 @16")

    assert moved(index, swings, 14)["kettlebell-swing"].from_reps == 5


def test_a_bell_told_in_another_unit_is_no_step(index: Index) -> None:
    pounds = SetRecord(drill=KB, reps=8, clean=8, load_kg=18 * KG_PER_LB, unit="lb")
    journal = lifter("kb").session(2, "kb 3x8 @8").with_sets(9, *[pounds] * 3)

    assert moved(index, journal, 14) == {}
