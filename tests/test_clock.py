"""The clock: the system's, whatever its zone, or the one of HINGE_NOW."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest

from hingecli.clock import local_time, read_clock
from systems import needs_zones

ONE = timezone(timedelta(hours=1))


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


@needs_zones
@pytest.mark.parametrize("name", ["UTC+24", "UTC-26", "UTC+167", "UTC+30", "", "Nowhere/Land"])
def test_the_clock_goes_in_any_zone(zone: pytest.MonkeyPatch, name: str) -> None:
    zone.setenv("TZ", name)
    time.tzset()

    now = read_clock({})
    told = read_clock({"HINGE_NOW": "2026-11-02T10:00"})

    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)
    assert (told.hour, told.tzinfo is not None) == (10, True)
    assert local_time(datetime(2026, 11, 2, 10), {}, now=now).hour == 10
    assert local_time(now, {}, now=now) == now


@needs_zones
def test_a_moment_gets_the_offset_of_its_own_season(zone: pytest.MonkeyPatch) -> None:
    zone.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    now = datetime(2026, 11, 30, 10, tzinfo=ONE)

    summer = local_time(datetime(2026, 7, 1, 22, 30, tzinfo=UTC), {}, now=now)
    winter = local_time(datetime(2026, 12, 1, 22, 30, tzinfo=UTC), {}, now=now)

    assert (summer.hour, summer.day, winter.hour, winter.day) == (0, 2, 23, 1)


def test_where_the_clock_is_replaced_its_offset_is_local_time() -> None:
    now = datetime(2026, 11, 30, 10, tzinfo=ONE)
    environ = {"HINGE_NOW": now.isoformat()}

    assert local_time(datetime(2026, 7, 1, 22, tzinfo=UTC), environ, now=now).hour == 23
    assert local_time(datetime(2026, 7, 1, 22), environ, now=now).isoformat()[-6:] == "+01:00"
