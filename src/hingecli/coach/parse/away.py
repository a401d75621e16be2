"""Reads for how long and why a person is away: `ill`, `a week`, `until monday`."""

import re
from datetime import date
from typing import Final, NamedTuple

from hingecli.coach.parse.dates import read_day
from hingecli.coach.parse.signs import answered

_ILL: Final = frozenset({"ill", "sick", "illness", "flu", "fever", "unwell", "covid", "a cold"})
_OTHER: Final = frozenset(
    {
        *("holiday", "holidays", "a holiday", "vacation", "away", "travel", "travelling", "busy"),
        *("a break", "break", "traveling", "trip", "a trip", "rest"),
    }
)
_AROUND: Final = r"^(?:i am|i'm|im|because|for|until|till|til|to|on|got|with|have|i have)\s+"


class Away(NamedTuple):
    """Whether illness keeps a person away, and the last day of it, if either was told."""

    ill: bool = False
    until: date | None = None


def read_away(text: str, today: date) -> Away:
    """Read the words behind `pause`; a reason that is no illness says nothing more.

    Raises UsageError for what is neither a reason nor a day ahead.
    """
    ill, until = False, None
    for phrase in re.split(r"[,;]|\band\b|(?<!^)\b(?=until\b|till\b|for\b)", answered(text)):
        words = phrase.strip()
        while (shorter := re.sub(_AROUND, "", words)) != words:
            words = shorter
        if words in _ILL:
            ill = True
        elif words and words not in _OTHER:
            until = read_day(words, today, ahead=True, past=False)
    return Away(ill=ill, until=until)
