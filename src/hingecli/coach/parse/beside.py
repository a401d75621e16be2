"""Parts a sentence about a session: its sets, and what is told beside them.

`wall 3x10, pain 3 in the left knee, effort 6, yesterday`: owns where each part begins and ends.
What a part says is read elsewhere.
"""

import re
from typing import Final

import msgspec

from hingecli.coach.parse.signs import plain
from hingecli.errors import UsageError

_DAYS = r"mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?"
_WEEKDAY = rf"(?:{_DAYS}|sun(?:day)?)"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY: Final = (
    rf"(?:on )?(?:{_WEEKDAY},? )?[0-9]{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?: [0-9]{{4}})?"
    rf"|(?:on )?(?:{_WEEKDAY},? )?{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?(?:,? [0-9]{{4}})?"
    r"|(?:on )?(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4})"
    r"|(?:the day before )?yesterday(?: morning| evening)?|last night"
    r"|(?:the day after )?tomorrow(?: morning| evening)?|this (?:morning|afternoon|evening)|tonight"
    r"|(?:[0-9]+|an?|two|three|four|five|six) (?:day|week)s? ago"
    r"|in (?:[0-9]+|an?|two|three|four|five|six) (?:day|week)s?"
    rf"|(?:on |last |next )?{_WEEKDAY}"
)
_DAY_ON_EITHER_SIDE: Final = rf"(?i)(?<![\w./])([0-9]{{1,2}}) ({_MONTH}) ([0-9]{{1,2}})(?![\w./])"
_SCORE = r"[0-9]+(?:\s*(?:/|out of)\s*10)?"
_PARTS: Final = {
    "pain": r"(?:no |0 |zero |sharp |spreading |some |worst |without |any )*pain\b"
    r"|my [a-z -]+ (?:hurts?|aches?|is sore|was sore)\b",
    "effort": rf"(?:effort|rpe)\b(?:\s*(?:was|of|:))?\s*(?:{_SCORE}(?![\w/])|[a-z -]+(?=[,;·.]|$))"
    r"|(?:it )?(?:was|felt) [a-z -]+(?=[,;·.]|$)",
    "sore": rf"sore(?:ness)?\b(?:\s*(?:was|of|:))?\s*(?:{_SCORE}(?![\w/]))",
    "distance": r"(?:heels |at )*(?:(?:[0-9.,]+ ?(?:cm|m|in|inch(?:es)?|ft|\")|an? foot)"
    r"(?: away)? (?:from|off) the wall|[0-9.,]+ ?(?:cm|inch(?:es)?)(?![\w/])(?: away)?)",
    "mistakes": r"noticed\b:?",
    "day": rf"(?:{_DAY})(?: (?:morning|afternoon|evening|night))?(?![\w-])",
    "note": r"notes?\b:?",
}
_BEGINS: Final = (
    r"(?i)(?:(?<=[\s,;·.])|^)(?:and |with )?(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _PARTS.items())
    + ")"
)
_HINTS: Final = frozenset(
    {
        *(
            "pain",
            "note",
            "notes",
            "effort",
            "sore",
            "soreness",
            "noticed",
            "was",
            "felt",
            "hurt",
            "hurts",
            "ache",
        ),
        *("aches", "yesterday", "night", "ago", "mon", "tue", "tues", "wed", "thu", "thur"),
        *("thurs", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday"),
        *(
            "saturday",
            "sunday",
            "rpe",
            "tomorrow",
            "tonight",
            "this",
            "day",
            "days",
            "week",
            "weeks",
            "from",
            "weds",
            "off",
            "cm",
            "inch",
            "inches",
        ),
    }
)
_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
"""Without one of these, or a year, nothing is told beside the sets."""
_ENDS: Final = r"[,;·]\s|[.]\s|$"
_BETWEEN: Final = r"(?:\s*[,;·.](?=\s|$))+\s*"
_AROUND: Final = " ,;:·."
_NUMBER = r"[0-9]"


class SentenceParts(msgspec.Struct, frozen=True):
    """A sentence in its parts; None where it does not say one."""

    sets: str
    pain: str | None = None
    effort: str | None = None
    sore: str | None = None
    distance: str | None = None
    mistakes: str | None = None
    day: str | None = None
    note: str | None = None
    twice: str | None = None
    """The name of a part that is told twice."""


def part(sentence: str) -> SentenceParts:
    """Part a sentence about a session; the sets are what is left of it.

    Raises UsageError for `10 nov 22`, in which either number may be the day.
    """
    text = plain(sentence)
    if not _may_tell(text):
        return SentenceParts(text.strip(" ,;·."))
    either = re.search(_DAY_ON_EITHER_SIDE, text)
    if either is not None:
        before, month, behind = either.groups()
        raise UsageError(
            f'"{either[0]}": {before} {month}, or {month} {behind}? '
            f'Put the day behind -d: -d "{before} {month}".'
        )
    left: list[str] = []
    parts: dict[str, str] = {}
    at = 0
    while (begins := re.compile(_BEGINS).search(text, at)) is not None:
        name = begins.lastgroup or ""
        end = _end(text, begins, name)
        if name in parts:
            return SentenceParts(text, twice=name)
        left.append(text[at : begins.start()])
        parts[name] = text[begins.start(name) : end].strip(" ,;·.")
        at = end
    sets = " ".join(" ".join([*left, text[at:]]).split())
    return SentenceParts(re.sub(_BETWEEN, ", ", sets).strip(" ,;·.").rstrip("-# "), **parts)


def is_day(text: str) -> bool:
    """Return whether `text` says when, and nothing else: 24 nov, 2 days ago, 2 weeks."""
    when = rf"(?i){_PARTS['day']}|[0-9]+ (?:day|week)s?|last week"
    return re.fullmatch(when, plain(text)) is not None


def take_day(text: str) -> tuple[str, str | None]:
    """Return what `text` says beside the day that it tells, and that day; None where it tells none.

    `1 yesterday`, `on Friday: 2`.
    """
    words = plain(text)
    found = re.search(rf"(?i)(?:(?<=[\s,;·.])|^){_PARTS['day']}", words)
    if found is None:
        return words, None
    rest = f"{words[: found.start()]} {words[found.end() :]}"
    return rest.strip(_AROUND), found[0]


def _may_tell(text: str) -> bool:
    """Return whether a cheap look finds a word or a year that could begin a part."""
    words = "".join(sign if sign.isalnum() else " " for sign in text.lower()).split()
    return any(
        word.lstrip("0123456789") in _HINTS
        or word.startswith(_MONTHS)
        or (word.isdigit() and len(word) >= len("2026"))
        for word in words
    )


def _end(text: str, begins: re.Match[str], name: str) -> int:
    """Return where a part ends: before the next one, at a comma, or with its last sign."""
    if name == "note":
        return len(text)
    if name not in ("pain", "mistakes"):
        return begins.end()
    following = re.compile(_BEGINS).search(text, begins.end())
    limit = len(text) if following is None else following.start()
    comma = re.compile(_ENDS).search(text, begins.end(), limit)
    stop = limit if comma is None else min(comma.start(), limit)
    # Behind a comma stands more of it, unless that is a count: pain 3, left knee.
    more = name == "mistakes" or re.compile(_NUMBER).search(text, stop, limit) is None
    return limit if more else stop
