from datetime import date, timedelta

import pytest

from hingecli.coach.log.events import SetRecord
from hingecli.coach.log.sessions import TrainingDay, TrainingLog
from hingecli.show import heatmap
from hingecli.show.sheet import Page
from show import samples
from show.screens import printed, printed_ascii

GOAL = (50, 100)


def page(days: dict[date, int]) -> Page:
    return Page(lambda sheet: heatmap.draw(sheet, days, today=samples.TODAY, goal=GOAL))


@pytest.mark.parametrize(("clean", "level"), [(0, 0), (1, 1), (49, 1), (50, 2), (100, 2), (101, 3)])
def test_the_days_goal_parts_the_shades(clean: int, level: int) -> None:
    assert heatmap.level(clean, goal=GOAL) == level


def test_a_calendar_begins_at_the_first_week_with_a_session() -> None:
    first = samples.TODAY - timedelta(days=8)
    days = {first: 101, first + timedelta(days=1): 30, samples.TODAY: 60}

    lines = printed(page(days)).splitlines()

    assert lines[0] == "     Nov"
    assert lines[1] == "Mon  █ ·"
    assert lines[2] == "     ▪ ▓"
    assert lines[3] == "Wed  ·"
    assert lines[8] == "clean reps a day  · none   ▪ under 50   ▓ 50–100   █ over 100"


def test_a_calendar_of_six_months() -> None:
    lines = printed(page({samples.TODAY - timedelta(days=400): 60})).splitlines()

    assert lines[0] == "     Jun       Jul     Aug       Sep     Oct     Nov"
    assert lines[1].count("·") == 26


def test_a_month_that_does_not_fit_is_left_out() -> None:
    days = {date(2026, 3, 2): 60}
    page = Page(lambda sheet: heatmap.draw(sheet, days, today=date(2026, 5, 6), goal=GOAL))

    assert printed(page).splitlines()[0] == "     Mar       Apr"


def test_a_narrow_screen_shows_fewer_weeks() -> None:
    lines = printed(page({samples.TODAY - timedelta(days=400): 60}), width=30).splitlines()

    assert lines[1].count("·") == 13


def test_the_shades_read_in_ascii() -> None:
    text = printed_ascii(page({samples.TODAY: 60, samples.TODAY - timedelta(days=1): 120}))

    assert ". none   - under 50   + 50-100   # over 100" in text


def test_clean_reps_are_counted_by_day() -> None:
    second = samples.sitting(sets=(SetRecord(drill="wall-hinge", reps=10, clean=8),))
    log = TrainingLog(
        days=(
            TrainingDay(day=date(2026, 11, 20)),
            TrainingDay(day=samples.TODAY, sittings=(samples.sitting(), second)),
        )
    )

    assert heatmap.clean_by_day(log) == {samples.TODAY: 28}


def test_no_rep_of_a_warm_up_or_that_nobody_counted_is_a_clean_one() -> None:
    sets = (
        SetRecord(drill="wall-hinge", reps=10, clean=None),
        SetRecord(drill="wall-hinge", reps=10, clean=10, warmup=True),
        SetRecord(drill="wall-hinge", reps=10, clean=9),
    )
    day = TrainingDay(day=samples.TODAY, sittings=(samples.sitting(sets=sets),))

    assert heatmap.clean_by_day(TrainingLog(days=(day,))) == {samples.TODAY: 9}
