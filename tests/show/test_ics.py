"""The calendar file, read by two parsers that share no code: days, times, alarms, identity."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from factories import Journal, lifter, state_on
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.ahead import DayAhead, days_ahead
from hingecli.content import bundled, load_protocol
from hingecli.show import ics

icalendar = pytest.importorskip("icalendar", reason="needs the extra calendar")
vobject = pytest.importorskip("vobject", reason="needs a second reader of calendars")

WRITTEN = datetime(2027, 3, 22, 7, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
SUMMER_TIME = date(2027, 3, 28)
"""On this Sunday clocks go from 02:00 to 03:00 in Berlin."""


@pytest.fixture(scope="session")
def index() -> Index:
    """The protocol of data/, indexed."""
    return load_protocol(bundled())


def days(*around: date) -> tuple[DayAhead, ...]:
    return tuple(DayAhead(day=day, week=3, row=None, goal=None, held=False) for day in around)


def written(
    index: Index, ahead: tuple[DayAhead, ...], *, at: time = time(7, 30), revision: int = 5
) -> bytes:
    return ics.calendar(ahead, index=index, at=at, written=WRITTEN, revision=revision)


def events(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_both_readers_find_the_same_days_and_alarms(index: Index) -> None:
    data = written(index, days(date(2027, 3, 27), date(2027, 3, 29)))

    ours = [(str(e["UID"]), e.decoded("DTSTART"), e.decoded("DURATION")) for e in events(data)]
    theirs = [
        (e.uid.value, e.dtstart.value, e.duration.value)
        for e in vobject.readOne(data.decode()).vevent_list
    ]

    assert ours == theirs
    assert vobject.readOne(data.decode()).validate(raiseException=True)
    assert [begin for _, begin, _ in ours] == [
        datetime(2027, 3, 27, 7, 30),
        datetime(2027, 3, 29, 7, 30),
    ]
    assert {length for *_, length in ours} == {timedelta(minutes=20)}


def test_each_event_has_one_alarm_that_is_shown_when_it_begins(index: Index) -> None:
    data = written(index, days(date(2027, 3, 27)))

    (event,) = vobject.readOne(data.decode()).vevent_list

    (alarm,) = event.valarm_list
    assert alarm.action.value == "DISPLAY"
    assert alarm.trigger.value == timedelta(0)
    assert alarm.description.value


def test_half_past_seven_stays_half_past_seven_across_summer_time(index: Index) -> None:
    around = (SUMMER_TIME - timedelta(days=1), SUMMER_TIME, SUMMER_TIME + timedelta(days=1))

    begins = [event.decoded("DTSTART") for event in events(written(index, days(*around)))]

    assert [begin.tzinfo for begin in begins] == [None] * 3
    here = [begin.replace(tzinfo=BERLIN) for begin in begins]
    assert [moment.time() for moment in here] == [time(7, 30)] * 3
    assert here[2].astimezone(UTC) - here[0].astimezone(UTC) == timedelta(hours=47)


@pytest.mark.parametrize(
    ("at", "begins"),
    [
        (time(3, 59), datetime(2027, 3, 28, 3, 59)),
        (time(4, 0), datetime(2027, 3, 27, 4, 0)),
        (time(23, 30), datetime(2027, 3, 27, 23, 30)),
    ],
)
def test_a_time_after_midnight_is_still_of_the_day_before(
    index: Index, at: time, begins: datetime
) -> None:
    (event,) = events(written(index, days(date(2027, 3, 27)), at=at))

    assert event.decoded("DTSTART") == begins


def test_a_day_is_the_same_event_in_every_file_and_a_later_one_is_newer(index: Index) -> None:
    state = state_on(index, Journal().setup(0, days=("mon", "thu")), 0)
    later = state_on(index, Journal().setup(0, days=("mon", "thu")).session(1, "wall 10"), 2)
    both = date(2026, 1, 8)

    first = events(written(index, days_ahead(state, both, both), revision=1))
    second = events(written(index, days_ahead(later, both, both), at=time(18), revision=2))

    assert first[0]["UID"] == second[0]["UID"]
    assert int(first[0]["SEQUENCE"]) < int(second[0]["SEQUENCE"])
    assert len({e["UID"] for e in events(written(index, days(both, SUMMER_TIME)))}) == 2


def test_an_event_says_its_week_and_what_the_plan_allows_never_what_it_will_be(
    index: Index,
) -> None:
    state = state_on(index, Journal().session(0, "wall 10"), 28)

    (event,) = events(written(index, days_ahead(state, state.today, state.today)))

    assert str(event["SUMMARY"]) == "Hip hinge practice, week 5"
    text = str(event["DESCRIPTION"])
    assert text.startswith("The plan allows: Light kettlebell deadlifts and RDLs")
    assert text.endswith("What it asks for is decided on the day: hinge today")


def test_the_week_by_goal_is_told_as_things_stand(index: Index) -> None:
    journal = lifter(days=("mon", "wed", "fri"), goal="strength")
    for week in range(9):
        journal = journal.session(7 * week, "kb 3x8 @16")
    state = state_on(index, journal, 63)

    (day,) = days_ahead(state, state.today, state.today)
    (event,) = events(written(index, (day,)))

    assert day.goal is not None
    name = index.rungs[day.goal.drill].name
    assert f"By your goal, as things stand: {name}, " in str(event["DESCRIPTION"])


def test_under_a_hold_an_event_asks_how_it_feels(index: Index) -> None:
    state = state_on(index, lifter().session(0, "kb 8 @16", pain=6, where="hip"), 0)

    (event,) = events(written(index, days_ahead(state, state.today, state.today)))

    assert str(event["SUMMARY"]) == "Hip hinge: how does it feel?"
    assert "hinge morning" in str(event["DESCRIPTION"])
    assert "kettlebell" not in str(event["DESCRIPTION"])


def test_lines_end_and_fold_as_calendars_want_it(index: Index) -> None:
    state = state_on(index, Journal().session(0, "wall 10"), 0)

    data = written(index, days_ahead(state, state.today, state.today + timedelta(days=3)))

    lines = data.split(b"\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
