"""Reads where it hurts, in whatever words a person has for it.

Owns how a place is found in them; the words themselves are the protocol's.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple, get_args

from hingecli.coach.log.events import Pain, Place
from hingecli.coach.parse.signs import NOTHING, answered, plain
from hingecli.coach.protocol.protocol import Index
from hingecli.errors import UsageError
from hingecli.text import clean

PLACES: Final[tuple[Place, ...]] = get_args(Place)
MOST_PLACE: Final = 60
"""Characters of a place in a person's own words."""

_BEFORE_A_PLACE: Final = (
    r"(?i)(?:(?:just|only|still) )?(?:a (?:little )?bit|a little|some|slight(?:ly)?|mild)(?: of)? "
    r"|(?:pain|ache|in|on|at|around|the|my|an?) "
)
"""Words that a person may put before a place, how much among them; no part of its name."""
_SIDE = r"(?:left|right|upper|lower|mid|middle|front|back|inner|outer|whole)"
_HOW_MANY: Final = ("one", "both", "two")
_PART: Final = (
    rf"(?:(?:{'|'.join(_HOW_MANY)})-|(?:{_SIDE}-)*(?:back|front|side|inside|outside|top)-of-the-)?"
    rf"(?:{_SIDE}-)*(?P<part>[a-z-]+)"
)
"""A part of the body as something can be in it: left knee, both knees, back of the left knee."""
_NOWHERE = (*NOTHING, "nowhere", "nowhere in particular")
_NOT_A_WORD = r"[\W_]+"
_LEAST_LETTERS = 2
"""Of a place's beginning: one may be a slip."""


class PlaceTold(NamedTuple):
    """A place where it hurts, and the person's own words for it where these are other ones."""

    place: Place | None
    told: str | None = None


def read_place(text: str, index: Index, *, what: str = "--where") -> PlaceTold:
    """Read where it hurts, in whatever words: a place by name, its beginning, or what people say.

    Of several places told at once one that is alarming counts; others, and words that nobody
    knows, are some other place, which holds every load. Raises UsageError for too long a text.
    """
    words = " ".join(clean(text).split())
    if len(words) > MOST_PLACE:
        raise UsageError(
            f"{what} has {len(words)} characters; at most {MOST_PLACE} are kept. "
            "Say it in a word or two, as in left calf."
        )
    while (before := re.match(_BEFORE_A_PLACE, words)) is not None:
        words = words[before.end() :]
    words = words.rstrip(" .,;:!") or words
    parts = _parts(words)
    if not words:
        raise UsageError(f"{what}: write where it hurts, as in low-back or left calf.")
    if answered(words) in _NOWHERE:
        return PlaceTold(None)
    word = "-".join(parts)
    begun = [place for place in PLACES if place.startswith(word)]
    if word in PLACES or (len(word) >= _LEAST_LETTERS and len(begun) == 1):
        return PlaceTold(begun[0])
    return PlaceTold(_meant(parts, index), words)


def in_place(pain: Pain, index: Index) -> str:
    """Return where `pain` was, as it stands behind it: ` in the left knee`; "" if that is unknown.

    Words of a person's own that nothing can be in are quoted: ` ("under my ribs")`.
    """
    if pain.where_told is None:
        known = pain.where if pain.where != "other" else None
        return f" in the {known.replace('-', ' ')}" if known else ""
    if not names_part(pain.where_told, index):
        return f' ("{pain.where_told}")'
    the = "" if _parts(pain.where_told)[0] in _HOW_MANY else "the "
    return f" in {the}{pain.where_told.casefold()}"


def names_part(told: str, index: Index) -> bool:
    """Return whether `told` names a part of the body, or a pair of them, and says no more."""
    found = re.fullmatch(_PART, "-".join(_parts(told)))
    return found is not None and found["part"] in index.parts_of_the_body


def places_in(text: str, index: Index) -> tuple[Place, ...]:
    """Return the places that a text speaks of, in the order in which they are named."""
    return _mentioned(_parts(text), index)


def _parts(text: str) -> list[str]:
    return [part for part in re.split(_NOT_A_WORD, plain(text).casefold()) if part]


def _meant(parts: Sequence[str], index: Index) -> Place:
    """Return the place that `parts` of a text speak of; another one where they are not clear."""
    mentioned = _mentioned(parts, index)
    alarming = [place for place in mentioned if place in index.rules.pain_during.alarm]
    if alarming:
        return alarming[0]
    return mentioned[0] if len(mentioned) == 1 else "other"


def _mentioned(parts: Sequence[str], index: Index) -> tuple[Place, ...]:
    """Return the places that `parts` name, each once; the other knee is a knee."""
    found: dict[Place, None] = {}
    at = 0
    while at < len(parts):
        if parts[at : at + 2] == ["back", "of"]:  # of the knee: that is the knee
            at += 2
            continue
        for size in range(len(parts) - at, 0, -1):
            place = index.places.get("-".join(parts[at : at + size]))
            if place is not None:
                found[place] = None
                break
        at += size
    if len(found) > 1:
        found.pop("other", None)
    return tuple(found)
