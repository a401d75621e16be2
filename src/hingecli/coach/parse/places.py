"""Reads where it hurts, in whatever words a person has for it.

Owns how a place is found in them; the words themselves are the protocol's.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple, get_args

from hingecli.coach.log.events import Place
from hingecli.coach.parse.body_parts import words_of
from hingecli.coach.parse.signs import NOTHING, answered
from hingecli.coach.protocol.protocol import Index
from hingecli.errors import UsageError
from hingecli.text import clean

PLACES: Final[tuple[Place, ...]] = get_args(Place)
MOST_PLACE: Final = 60
"""Characters of a place in a person's own words."""

_BEFORE_A_PLACE: Final = (
    r"(?i)(?:(?:just|only|still) )?"
    r"(?:(?:a )?(?:little )?bit|a little|some|slight(?:ly)?|mild)(?: of)? "
    r"|(?:pain|ache|in|on|at|around|the|my|an?) "
)
"""Words that a person may put before a place, how much among them; no part of its name."""
_BEHIND_A_PLACE: Final = (
    r"(?i)[ ,]+(?:a (?:little )?bit|a little|slightly|mildly|mostly|a lot|somewhat|only"
    r"|dull|achy|aching|stiff|mild|sore|tight)$"
)
"""Words that a person may put behind a place."""
_NOWHERE = (*NOTHING, "nowhere", "nowhere in particular")
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
    words = re.sub(_BEHIND_A_PLACE, "", words.rstrip(" .,;:!") or words)
    parts = words_of(words)
    if not words:
        raise UsageError(f"{what}: write where it hurts, as in low-back or left calf.")
    if answered(words) in _NOWHERE:
        return PlaceTold(None)
    word = "-".join(parts)
    begun = [place for place in PLACES if place.startswith(word)]
    if word in PLACES or (len(word) >= _LEAST_LETTERS and len(begun) == 1):
        return PlaceTold(begun[0])
    return PlaceTold(_meant(parts, index), words)


def places_in(text: str, index: Index) -> tuple[Place, ...]:
    """Return the places that a text speaks of, in the order in which they are named."""
    return _mentioned(words_of(text), index)


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
