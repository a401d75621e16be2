"""A day is read as people write it and as the program does, or refused with an example."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.coach.log.days import say_day, say_on_day
from hingecli.coach.parse.dates import EARLIEST, LATEST, read_day
from hingecli.errors import UsageError
from hingecli.show.setup import full_day

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("today", MONDAY),
        ("Yesterday", date(2026, 11, 22)),
        ("mon", MONDAY),
        ("tuesday", date(2026, 11, 17)),
        ("sun", date(2026, 11, 22)),
        ("-2d", date(2026, 11, 21)),
        ("2d", date(2026, 11, 21)),
        ("-0d", MONDAY),
        ("last week", date(2026, 11, 16)),
        ("sunday morning", date(2026, 11, 22)),
        ("on Fri night", date(2026, 11, 20)),
        ("this afternoon", MONDAY),
        ("22.11.", date(2026, 11, 22)),
        ("22.11", date(2026, 11, 22)),
        ("3.11.", date(2026, 11, 3)),
        ("22.11.26", date(2026, 11, 22)),
        ("22/11", date(2026, 11, 22)),
        ("11/22", date(2026, 11, 22)),
        ("11/22/26", date(2026, 11, 22)),
    ],
)
def test_a_day_is_read_from_the_training_day(text: str, expected: date) -> None:
    assert read_day(text, MONDAY) == expected


@pytest.mark.parametrize("text", ["2026-11-24", "tomorrow", "+1d", "9999-12-31"])
def test_a_day_to_come_cannot_be_logged(text: str) -> None:
    with pytest.raises(UsageError):
        read_day(text, MONDAY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mo",
        "someday",
        "2026-02-30",
        "31 Feb",
        "23 Foo",
        "-99999d",
        "1899-12-31",
        "monx",
        "2 weeks",
        "31.2.",
        "1-2",
        "24-11",
        "24.13",
        "1/2/3",
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="yesterday"):
        read_day(text, MONDAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow", date(2026, 11, 24)),
        ("mon", date(2026, 11, 30)),
        ("fri", date(2026, 11, 27)),
        ("+10d", date(2026, 12, 3)),
        ("10d", date(2026, 12, 3)),
        ("today", MONDAY),
        ("2 weeks", date(2026, 12, 7)),
        ("a day", date(2026, 11, 24)),
        ("6.1.", date(2027, 1, 6)),
    ],
)
def test_a_coming_day_looks_ahead(text: str, expected: date) -> None:
    assert read_day(text, MONDAY, ahead=True, past=False) == expected


def test_any_day_may_be_past_or_to_come() -> None:
    assert read_day("next monday", MONDAY, ahead=True) == date(2026, 11, 30)
    assert read_day("2026-11-22", MONDAY, ahead=True) == date(2026, 11, 22)
    assert read_day("2027-01-04", MONDAY, ahead=True) == date(2027, 1, 4)


@pytest.mark.parametrize("text", ["yesterday", "2026-11-22", "-1d"])
def test_a_coming_day_is_not_past(text: str) -> None:
    with pytest.raises(UsageError, match="past"):
        read_day(text, MONDAY, ahead=True, past=False)


@pytest.mark.parametrize(("text", "taken"), [("2016-11-23", True), ("1926-11-23", False)])
def test_a_day_of_another_decade_is_a_slip(text: str, taken: bool) -> None:
    today = date(2026, 11, 23)

    if taken:
        assert read_day(text, today) == date.fromisoformat(text)
    else:
        with pytest.raises(UsageError, match="ten years"):
            read_day(text, today)


def test_a_day_that_nothing_is_written_under_may_be_of_another_century() -> None:
    assert read_day("1926-11-23", MONDAY, long_ago=True) == date(1926, 11, 23)

    with pytest.raises(UsageError, match="future"):
        read_day("2026-11-24", MONDAY, long_ago=True)


@pytest.mark.parametrize(
    ("text", "days"), [("-3653d", -3653), ("-3654d", None), ("+30d", 30), ("2016-11-23", -3653)]
)
def test_a_start_long_ago_is_taken_for_a_slip_of_the_year(text: str, days: int | None) -> None:
    if days is not None:
        start = read_day(text, date(2026, 11, 24), ahead=True)
        assert start == date(2026, 11, 24) + timedelta(days=days)
    else:
        with pytest.raises(UsageError, match="a slip of the year"):
            read_day(text, date(2026, 11, 24), ahead=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Monday", MONDAY),
        ("Tues.", date(2026, 11, 17)),
        ("weds", date(2026, 11, 18)),
        ("last friday", date(2026, 11, 20)),
        ("last monday", date(2026, 11, 16)),
        ("the day before yesterday", date(2026, 11, 21)),
        ("last night", date(2026, 11, 22)),
        ("2 days ago", date(2026, 11, 21)),
        ("a week ago", date(2026, 11, 16)),
        ("12 Nov", date(2026, 11, 12)),
        ("Nov 12", date(2026, 11, 12)),
        ("the 12th of November", date(2026, 11, 12)),
        ("Mon 23 Nov", MONDAY),
        ("Mon 23 Nov 2026", MONDAY),
        ("Today, Mon 23 Nov", MONDAY),
        ("Yesterday, Sun 22 Nov", date(2026, 11, 22)),
        ("12 November 2025", date(2025, 11, 12)),
        ("30 Dec 2025", date(2025, 12, 30)),
        ("23.11.2026", MONDAY),
        ("05.11.2026", date(2026, 11, 5)),
        ("23/11/2026", MONDAY),
        ("11/23/2026", MONDAY),
        ("11/11/2026", date(2026, 11, 11)),
        ("2026\u201111\u201120", date(2026, 11, 20)),
    ],
)
def test_a_day_is_told_as_people_write_it(text: str, expected: date) -> None:
    assert read_day(text, MONDAY) == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("05/11", "5 Nov or 11 May\\? Write 2026-11-05 or 2026-05-11"),
        ("05/11/2026", "5 Nov or 11 May\\? Write 2026-11-05 or 2026-05-11"),
        ("Tue 23 Nov", "23 Nov 2026 is a Monday. Write 2026-11-23"),
        ("Foo 23 Nov", "is a Monday"),
        ("30 Nov", "in the future"),
        ("13/13/2026", "is not a day"),
        ("31.02.2026", "is not a day"),
    ],
)
def test_a_day_that_could_be_another_is_asked_back(text: str, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        read_day(text, MONDAY)


def test_a_day_without_its_year_is_the_nearest_one() -> None:
    assert read_day("30 Dec", date(2027, 1, 2)) == date(2026, 12, 30)
    assert read_day("6 Jan", MONDAY, ahead=True, past=False) == date(2027, 1, 6)
    assert read_day("6 Dec", MONDAY, ahead=True, past=False) == date(2026, 12, 6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("next friday", date(2026, 11, 27)),
        ("in 10 days", date(2026, 12, 3)),
        ("in a week", date(2026, 11, 30)),
        ("two weeks from now", date(2026, 12, 7)),
        ("the day after tomorrow", date(2026, 11, 25)),
    ],
)
def test_a_coming_day_is_told_as_people_say_it(text: str, expected: date) -> None:
    assert read_day(text, MONDAY, ahead=True, past=False) == expected


@given(st.dates(date(2017, 1, 1), date(2036, 1, 1)), st.integers(-3000, 0))
def test_every_day_that_the_program_writes_is_read_back(today: date, away: int) -> None:
    day = today + timedelta(days=away)

    for said in (say_day(day, seen_from=today), say_on_day(day, seen_from=today), full_day(day)):
        assert read_day(str(said), today) == day


@given(st.text(max_size=25), st.booleans(), st.booleans(), st.booleans())
def test_any_text_is_a_day_or_refused(text: str, ahead: bool, past: bool, long_ago: bool) -> None:
    with suppress(UsageError):
        day = read_day(text, MONDAY, ahead=ahead, past=past, long_ago=long_ago)

        assert EARLIEST <= day <= LATEST
        assert day <= MONDAY or ahead
        assert day >= MONDAY or past
