"""The clock: the system's time, or that of HINGE_NOW.

Owns the one seam through which tests and scripts set the clock.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone

from hingecli.errors import UsageError

VARIABLE = "HINGE_NOW"
_YEARS = range(1900, 2200)
_NOON = 12
_FARTHEST = timedelta(hours=23, minutes=59)
"""From UTC: Python knows no zone that is a day away."""


def read_clock(environ: Mapping[str, str]) -> datetime:
    """Return the moment now, with the offset of local time.

    HINGE_NOW, in ISO form, replaces the clock, its offset being local time; without an offset
    it is meant in the system's zone; a date alone is noon. Raises UsageError.
    """
    text = environ.get(VARIABLE, "").strip()
    if not text:
        return _system_now()
    try:
        moment = datetime.fromisoformat(text)
        if _is_date(text):
            moment = moment.replace(hour=_NOON)
        if moment.year not in _YEARS:
            raise ValueError("a year out of range")
        return moment if moment.tzinfo is not None else _in_system_zone(moment)
    except (ValueError, OverflowError, OSError) as error:  # Windows knows no zone before 1970
        raise UsageError(
            f'{VARIABLE}="{text}" is not a time. Write it as in 2026-11-23T07:30+01:00.'
        ) from error


def _system_now() -> datetime:
    now = datetime.now(UTC).replace(microsecond=0)
    return _in_system_zone(now)


def _in_system_zone(moment: datetime) -> datetime:
    """Return `moment` in the system's zone; a zone a day and more away is the farthest there is."""
    try:
        return moment.astimezone()
    except ValueError:  # as TZ=UTC+24
        import time

        seconds = time.mktime(moment.timetuple()) if moment.tzinfo is None else moment.timestamp()
        west = time.localtime(seconds).tm_gmtoff < 0
        farthest = timezone(-_FARTHEST if west else _FARTHEST)
        if moment.tzinfo is None:
            return moment.replace(tzinfo=farthest)
        return moment.astimezone(farthest)


def local_time(moment: datetime, environ: Mapping[str, str], *, now: datetime) -> datetime:
    """Return `moment` in local time; one without an offset is local, and gets its own.

    Local time is the system's zone, with its changes in summer; where HINGE_NOW replaces the
    clock it is the offset of `now`.
    """
    if environ.get(VARIABLE, "").strip():
        zoned = moment if moment.tzinfo is not None else moment.replace(tzinfo=now.tzinfo)
        return zoned.astimezone(now.tzinfo)
    try:
        return _in_system_zone(moment)
    except (ValueError, OverflowError, OSError):  # a year that the system does not know
        return moment.replace(tzinfo=now.tzinfo) if moment.tzinfo is None else moment


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
