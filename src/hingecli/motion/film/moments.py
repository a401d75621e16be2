"""Seconds of a clip as people type and read them: 12, 12.5 or 1:05."""

import re

from hingecli.errors import UsageError
from hingecli.text import quoted

_TYPED = re.compile(r"(?:(\d{1,4}):)?(\d{1,6}(?:\.\d{1,3})?)", re.A)


def read_moment(text: str) -> float:
    """Read a moment of a clip (seconds). Raises UsageError."""
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        raise UsageError(f"{quoted(text)} is no moment of a clip. Write seconds: 12, 12.5 or 1:05.")
    return 60.0 * int(found[1] or 0) + float(found[2])


def say_moment(seconds: float) -> str:
    """Return a moment as a player shows it: 0:08, 1:05."""
    minutes, rest = divmod(int(seconds + 0.5), 60)
    return f"{minutes}:{rest:02}"
