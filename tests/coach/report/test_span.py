"""The weeks of a report: which they are, and what was done in them, counted as all totals are."""

from decimal import Decimal

import pytest

from factories import DAY_ONE, Journal, day
from hingecli.coach.log.events import SetRecord
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.span import (
    DrillTotals,
    DrillWeek,
    Gap,
    Reps,
    Span,
    WeekTotals,
    by_drill,
    by_week,
    gaps,
    sittings_in,
    span_of,
)


def weeks_of(index: Index, journal: Journal, span: Span) -> tuple[WeekTotals, ...]:
    return by_week(index, sittings_in(journal.read(), span), span)


def drills_of(index: Index, journal: Journal, span: Span) -> tuple[DrillTotals, ...]:
    return by_drill(index, sittings_in(journal.read(), span))


def test_a_span_begins_on_a_monday_and_ends_today() -> None:
    log = Journal().session(0, "wall 10").read()

    assert span_of(log, day(30), weeks=2) == Span(day(21), day(30))
    assert span_of(log, day(27), weeks=2) == Span(day(14), day(27))
    assert span_of(log, day(28), weeks=1) == Span(day(28), day(28))


def test_a_span_begins_no_earlier_than_the_week_of_the_first_session() -> None:
    log = Journal().session(9, "wall 10").read()

    assert span_of(log, day(30), weeks=12) == Span(day(7), day(30))


def test_a_span_of_an_empty_log_is_this_week() -> None:
    assert span_of(Journal().read(), day(9), weeks=12) == Span(day(7), day(9))


def test_a_session_of_a_later_day_is_not_in_it() -> None:
    log = Journal().session(0, "wall 10").session(9, "wall 12").read()

    found = sittings_in(log, span_of(log, day(8), weeks=12))

    assert [sitting.day for sitting in found] == [day(0)]


def test_a_span_knows_its_weeks_and_its_days() -> None:
    span = Span(day(0), day(8))

    assert span.mondays == (day(0), day(7))
    assert list(span.days) == [day(number) for number in range(9)]
    assert day(8) in span
    assert day(9) not in span
    assert "a word" not in span


def test_each_week_has_its_reps_and_days_also_one_without_a_session(index: Index) -> None:
    journal = Journal().session(0, "wall 9/10").session(0, "wall 10").session(15, "kb 3x8 @16")

    found = weeks_of(index, journal, Span(day(0), day(20)))

    assert [(week.days, week.loaded_days, week.reps) for week in found] == [
        (1, 0, Reps(20, 20, 19)),
        (0, 0, Reps()),
        (1, 1, Reps(24, 24, 24)),
    ]
    assert [week.monday for week in found] == [day(0), day(7), day(14)]


def test_a_warm_up_and_an_unknown_drill_count_for_nothing(index: Index) -> None:
    journal = Journal().with_sets(
        0,
        SetRecord(drill="wall-hinge", reps=10, clean=10, warmup=True),
        SetRecord(drill="handstand", reps=10, clean=10),
        SetRecord(drill="wall-hinge", reps=5, clean=4),
    )

    (week,) = weeks_of(index, journal, Span(day(0), day(6)))
    (drill,) = drills_of(index, journal, Span(day(0), day(6)))

    assert week.reps == drill.reps == Reps(5, 5, 4)


def test_reps_that_nobody_counted_are_done_and_have_no_share(index: Index) -> None:
    journal = Journal().with_sets(0, SetRecord(drill="wall-hinge", reps=10, clean=None))

    (week,) = weeks_of(index, journal, Span(day(0), day(6)))

    assert week.reps == Reps(10, 0, 0)
    assert week.reps.share is None


@pytest.mark.parametrize(("reps", "share"), [(Reps(10, 10, 9), 90.0), (Reps(20, 10, 10), 100.0)])
def test_the_share_is_of_the_counted_reps(reps: Reps, share: float) -> None:
    assert reps.share == share


def test_a_drill_goes_from_its_first_loaded_week_to_its_last(index: Index) -> None:
    journal = (
        Journal()
        .session(0, "kb 8 @12", "kb 8 @16")
        .session(7, "kb 8")
        .session(14, "kb 8 @20")
        .session(14, "wall 10")
    )

    wall, bell = drills_of(index, journal, Span(day(0), day(20)))

    assert (wall.drill, wall.loaded, wall.first_kg, wall.last_kg) == (
        "wall-hinge",
        False,
        None,
        None,
    )
    assert (bell.drill, bell.loaded, bell.days) == ("kettlebell-deadlift", True, 3)
    assert (bell.first_kg, bell.last_kg) == (Decimal(16), Decimal(20))
    assert bell.weeks == (
        DrillWeek(monday=day(0), reps=16, load_kg=Decimal(16)),
        DrillWeek(monday=day(7), reps=8, load_kg=None),
        DrillWeek(monday=day(14), reps=8, load_kg=Decimal(20)),
    )


def test_a_gap_is_as_many_days_as_asked_and_no_fewer() -> None:
    span = Span(day(0), day(20))

    assert gaps([day(0), day(10)], span, least=10) == (Gap(day(11), day(20)),)
    assert gaps([day(0), day(11)], span, least=10) == (Gap(day(1), day(10)),)
    assert gaps([day(10), day(15)], span, least=10) == (Gap(day(0), day(9)),)
    assert Gap(day(1), day(10)).days == 10


def test_days_that_are_told_twice_or_out_of_order_make_no_gap() -> None:
    span = Span(DAY_ONE, day(6))

    assert gaps([day(4), day(1), day(4)], span, least=4) == ()
