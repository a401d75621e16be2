"""Training days, weeks and the names of days."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from hingecli.coach.log.days import monday, say_day, say_on_day, training_day


@pytest.mark.parametrize(
    ("hour", "minute", "expected"),
    [(3, 59, date(2026, 3, 9)), (4, 0, date(2026, 3, 10)), (23, 59, date(2026, 3, 10))],
)
def test_a_training_day_ends_at_four_in_the_morning(hour: int, minute: int, expected: date) -> None:
    assert training_day(datetime(2026, 3, 10, hour, minute, tzinfo=UTC)) == expected


def test_a_training_day_is_that_of_the_moments_own_offset() -> None:
    tokyo = timezone(timedelta(hours=9))

    assert training_day(datetime(2026, 3, 10, 5, tzinfo=tokyo)) == date(2026, 3, 10)


@pytest.mark.parametrize(("number", "expected"), [(8, 2), (9, 9), (15, 9)])
def test_a_week_begins_on_monday(number: int, expected: int) -> None:
    assert monday(date(2026, 3, number)) == date(2026, 3, expected)


@pytest.mark.parametrize(
    ("away", "says"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "Thursday"),
        (6, "Monday"),
        (-6, "Wednesday"),
        (7, "17 Mar"),
        (-7, "3 Mar"),
    ],
)
def test_a_day_is_named_as_a_person_would(away: int, says: str) -> None:
    tuesday = date(2026, 3, 10)

    assert say_day(tuesday + timedelta(days=away), seen_from=tuesday) == says


@pytest.mark.parametrize(
    ("away", "says"),
    [(0, "today"), (1, "tomorrow"), (-1, "yesterday"), (-2, "on Sunday"), (-7, "on 3 Mar")],
)
def test_a_day_in_a_sentence_has_its_preposition(away: int, says: str) -> None:
    tuesday = date(2026, 3, 10)

    assert say_on_day(tuesday + timedelta(days=away), seen_from=tuesday) == says


def test_a_day_of_another_year_is_named_with_its_year() -> None:
    assert say_day(date(2025, 12, 1), seen_from=date(2026, 3, 10)) == "1 Dec 2025"
