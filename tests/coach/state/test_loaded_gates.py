"""The gates of the loaded and the advanced drills, at both sides of each boundary."""

import pytest

from factories import Journal, have, missing, opened
from hingecli.coach.protocol.protocol import Index

RDL = "romanian-deadlift"
SINGLE = "single-leg-rdl"
SWING = "kettlebell-swing"
BARBELL = "barbell-deadlift"


# --- Romanian deadlift: three clean days of the kettlebell deadlift ---


@pytest.mark.parametrize(("days", "opens"), [(2, False), (3, True)])
def test_the_rdl_opens_after_three_clean_kettlebell_days(
    index: Index, days: int, opens: bool
) -> None:
    journal = Journal().override(0, "kb").sessions(range(days), "kb 3x8")

    assert (RDL in opened(index, journal, days)) is opens


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("kb 3x8", True),
        ("kb 2x8", False),
        ("kb 2x8 7", False),
        ("kb 4x10", True),
        ("kb 3x9/10", True),
        ("kb 2x9/10 8/10", False),
        ("kb 3x8 3x1/8", True),
        ("kb 8 8 6/8 8", True),
        ("kb 2x10 7/10", True),
        ("kb 2x10 6/10", False),
        ("rdl 3x8", False),
    ],
)
def test_a_clean_day_has_three_sets_of_eight_ninety_percent_clean(
    index: Index, words: str, counts: bool
) -> None:
    journal = Journal().override(0, "kb").session(0, words)

    assert have(index, journal, RDL)["kettlebell-deadlift-3-days"] == int(counts)


def test_clean_days_wait_for_the_kettlebell_deadlift_to_open(index: Index) -> None:
    journal = Journal().sessions((0, 1, 2), "kb 3x8")

    assert missing(index, journal, RDL) == ["kettlebell-deadlift-open"]
    assert RDL in opened(index, journal.override(5, "kb"), 5)


@pytest.mark.parametrize(("pain", "counts"), [(2, 1), (3, 0)])
def test_a_loaded_day_with_pain_three_does_not_count(index: Index, pain: int, counts: int) -> None:
    journal = Journal().override(0, "kb").session(0, "kb 3x8", pain=pain)

    assert have(index, journal, RDL)["kettlebell-deadlift-3-days"] == counts


def test_a_sloppy_second_loaded_session_closes_nothing(index: Index) -> None:
    journal = Journal().override(0, "kb").session(0, "kb 3x8").session(0, "kb 3x2/8")

    assert have(index, journal, RDL)["kettlebell-deadlift-3-days"] == 1


def test_a_better_set_never_spoils_a_day_that_was_clean_without_it(index: Index) -> None:
    journal = Journal().override(0, "kb").session(0, "kb 8 8 8/10 85/100")

    assert have(index, journal, RDL)["kettlebell-deadlift-3-days"] == 1


# --- single-leg RDL ---


def with_rdl(days: int) -> Journal:
    """A person in plan week 5 on day 0, RDL open, with `days` clean RDL days from day 0 on.

    In each of the three weeks after it the kettlebell deadlift was done once.
    """
    start = Journal().setup(0, start=-28).override(0, "kb", "rdl")
    return start.sessions(range(0, 2 * days, 2), "rdl 3x8").sessions((7, 14, 21), "kb 8")


@pytest.mark.parametrize(("days", "opens"), [(2, False), (3, True)])
def test_single_leg_needs_three_clean_rdl_days(index: Index, days: int, opens: bool) -> None:
    assert (SINGLE in opened(index, with_rdl(days), 60)) is opens


@pytest.mark.parametrize(("on", "opens"), [(27, False), (28, True)])
def test_single_leg_waits_for_load_week_nine(index: Index, on: int, opens: bool) -> None:
    assert (SINGLE in opened(index, with_rdl(3), on)) is opens


def test_single_leg_waits_for_the_rdl(index: Index) -> None:
    journal = Journal().override(0, "kb").sessions((0, 2, 4), "rdl 3x8")
    journal = journal.sessions((6, 13, 20, 27), "kb 8")

    assert missing(index, journal, SINGLE) == ["romanian-deadlift-open"]


# --- kettlebell swing ---


def with_loaded_days(count: int, *words: str) -> Journal:
    start = Journal().setup(0, start=-28).override(0, "kb", "rdl")
    return start.sessions(range(0, 3 * count, 3), *words)


@pytest.mark.parametrize(("days", "opens"), [(8, False), (9, True)])
def test_the_swing_needs_nine_clean_loaded_days(index: Index, days: int, opens: bool) -> None:
    assert (SWING in opened(index, with_loaded_days(days, "kb 8"), 60)) is opens


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        (("kb 9/10",), True),
        (("kb 8/10",), False),
        (("kb 8/10", "rdl 10"), True),
        (("kb 8/10", "rdl 9/10"), False),
        (("kb 8/10", "dowel 30"), False),
        (("dowel 30",), False),
    ],
)
def test_a_clean_loaded_day_is_ninety_percent_of_all_its_loaded_reps(
    index: Index, words: tuple[str, ...], counts: bool
) -> None:
    journal = with_loaded_days(1, *words)

    assert have(index, journal, SWING)["loaded-9-days"] == int(counts)


def test_a_loaded_day_with_pain_is_no_clean_loaded_day(index: Index) -> None:
    journal = Journal().override(0, "kb").session(0, "kb 3x8", pain=3)

    assert have(index, journal, SWING)["loaded-9-days"] == 0


@pytest.mark.parametrize(("on", "opens"), [(27, False), (28, True)])
def test_the_swing_waits_for_load_week_nine(index: Index, on: int, opens: bool) -> None:
    assert (SWING in opened(index, with_loaded_days(9, "kb 8"), on)) is opens


def test_the_swing_waits_for_both_drills(index: Index) -> None:
    journal = Journal().setup(0, start=-28).override(0, "kb").sessions(range(0, 27, 3), "kb 8")

    assert missing(index, journal, SWING) == ["deadlift-and-rdl-open"]
    assert have(index, journal, SWING)["deadlift-and-rdl-open"] == 1
