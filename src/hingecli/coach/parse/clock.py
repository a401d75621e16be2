"""Reads a time of day as people write it: 7:30, 07.30, 7, 7:30pm."""

import re
from datetime import time

from hingecli.errors import UsageError
from hingecli.text import quoted

_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2})?)?(am|pm)?")
_NOON = 12


def read_time(text: str) -> time:
    """Return the time of day that `text` names, to the minute. Raises UsageError."""
    found = _TIME.fullmatch(text.strip().lower().replace(" ", ""))
    if found is not None:
        hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
        of_a_clock = half is None or 1 <= hour <= _NOON
        if half is not None:
            hour = hour % _NOON + (_NOON if half == "pm" else 0)
        if of_a_clock and hour < 24 and minute < 60:
            return time(hour, minute)
    raise UsageError(f"{quoted(text)} is no time of day. Write it like 07:30, or 7pm.")
