"""Days and times in the forms of loggers, spreadsheets and countries."""

from contextlib import suppress
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.errors import UsageError
from hingecli.loggers import Order
from hingecli.store.imports.when import read_clock, read_moment
from hingecli.store.ranges import YEARS
from store.tables import LOGGERS

MONTHS = LOGGERS.words.months


def moment(text: str, order: Order | None = None) -> datetime | date:
    found = read_moment(text, "date", order=order, months=MONTHS)
    return found.day if found.at is None else found.at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-02", date(2026, 11, 2)),
        ("2026/11/02", date(2026, 11, 2)),
        ("02.11.2026", date(2026, 11, 2)),
        ("2.11.26", date(2026, 11, 2)),
        ("2 Nov 2026", date(2026, 11, 2)),
        ("Nov 2, 2026", date(2026, 11, 2)),
        ("2. März 2026", date(2026, 3, 2)),
        ("2 août 2026", date(2026, 8, 2)),
        ("2 de dezembro de 2026", date(2026, 12, 2)),
        ("2026-11-02 07:10:05", datetime(2026, 11, 2, 7, 10, 5)),
        ("02.11.2026 07:10", datetime(2026, 11, 2, 7, 10)),
        ("02.11.2026, 19:10", datetime(2026, 11, 2, 19, 10)),
        ("2 Nov 2026, 20:34", datetime(2026, 11, 2, 20, 34)),
        ("November 2, 2026 8:34 PM", datetime(2026, 11, 2, 20, 34)),
        ("2026-11-02T07:10:05Z", datetime(2026, 11, 2, 7, 10, 5, tzinfo=UTC)),
        (
            "2026-11-02 07:10:05 +0000",
            datetime(2026, 11, 2, 7, 10, 5, tzinfo=UTC),
        ),
        ("2026-11-02 07:10:05 UTC", datetime(2026, 11, 2, 7, 10, 5, tzinfo=UTC)),
        ("2026-11-02T22:30:00.000Z", datetime(2026, 11, 2, 22, 30, tzinfo=UTC)),
    ],
)
def test_a_form_that_means_one_day_is_read(text: str, expected: datetime | date) -> None:
    assert moment(text) == expected


@pytest.mark.parametrize(
    "text", ["02/11/2026", "2-11-2026", "13/11/2026", "05/16/18", "2/11/26 7:10"]
)
def test_a_form_that_may_mean_two_days_is_asked_about(text: str) -> None:
    with pytest.raises(UsageError, match="--dates dmy or --dates mdy"):
        moment(text)


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("02/11/2026", "dmy", date(2026, 11, 2)),
        ("02/11/2026", "mdy", date(2026, 2, 11)),
        ("5/16/18", "mdy", date(2018, 5, 16)),
        ("2-11-2026 7:10 pm", "dmy", datetime(2026, 11, 2, 19, 10)),
        ("2026/02/11", "dmy", date(2026, 2, 11)),
        ("02.11.2026", "mdy", date(2026, 11, 2)),
    ],
)
def test_what_was_told_settles_it(text: str, order: Order, expected: datetime | date) -> None:
    assert moment(text, order) == expected


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "mon",
        "-2d",
        "31.02.2026",
        "2 Foo 2026",
        "00.11.2026",
        "",
        "2026",
        "1.2.345",
        "0 Nov 2026",
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is not a day"):
        moment(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7:37 PM", time(19, 37)),
        ("7:37 am", time(7, 37)),
        ("12:05 AM", time(0, 5)),
        ("12:05 p.m.", time(12, 5)),
        ("19.37", time(19, 37)),
        ("19:37:05", time(19, 37, 5)),
        ("13:00 PM", None),
        ("24:00", None),
        ("noon", None),
    ],
)
def test_a_time_of_day(text: str, expected: time | None) -> None:
    if expected is not None:
        assert read_clock(text, "time") == expected
        return
    with pytest.raises(UsageError, match="is not a time"):
        read_clock(text, "time")


@given(st.text(max_size=40), st.sampled_from(["dmy", "mdy", None]))
def test_any_text_is_a_day_or_refused(text: str, order: Order | None) -> None:
    with suppress(UsageError):
        assert moment(text, order).year in YEARS
