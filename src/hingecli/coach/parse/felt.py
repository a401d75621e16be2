"""Reads what is answered to a question about how it feels: a pain with its place, a morning.

Owns what is asked back where a pain was told without how much. The words themselves are `answers`'.
"""

import re
from contextlib import suppress
from typing import Final, NamedTuple

from hingecli.coach.log.events import Pain
from hingecli.coach.parse.answers import (
    NO_PAIN,
    PainWords,
    pain_words,
    read_pain,
    read_score,
    read_yes,
    says_sharp,
)
from hingecli.coach.parse.body_parts import names_part
from hingecli.coach.parse.places import places_in, read_place
from hingecli.coach.parse.signs import answered
from hingecli.coach.protocol.protocol import Index
from hingecli.errors import UsageError

_HURTS: Final = re.compile("hurt|pain|ach|sharp|stab|numb")


class MorningTold(NamedTuple):
    """The pain of a morning, and its soreness 0-10 if that was told."""

    pain: Pain
    sore: int | None = None


def read_felt(text: str, index: Index) -> Pain:
    """Read a score 0-10, a place and whether it was sharp; or that there is none.

    Raises UsageError that asks how much, or where.
    """
    if _is_no_pain(text, index):
        return Pain(score=0)
    typed = pain_words(text)
    try:
        read_score(typed.score, what="pain")
    except UsageError as problem:
        places = places_in(text, index)
        place = places[0] if len(places) == 1 and places[0] != "other" else "low-back"
        raise UsageError(
            f"How much, from 0 to 10? For example 3 {place.replace('-', ' ')}."
        ) from problem
    try:
        return read_pain(typed, index)
    except UsageError as problem:
        raise UsageError("Where? Say it in a word or two, as in left calf.") from problem


def _is_no_pain(text: str, index: Index) -> bool:
    """Return whether `none, a little stiff` says that there is none: no place, no word of pain."""
    first, _, rest = answered(text).partition(",")
    if first not in NO_PAIN or any(sign.isdigit() for sign in rest):
        return False
    return not places_in(rest, index) and _HURTS.search(rest) is None


class PlaceKept:
    """Reads the answers to one question for pain: what is told without how much stays known."""

    def __init__(self, index: Index) -> None:
        """Begin with no place known, and nothing said of how the pain was."""
        self._index = index
        self._place: str | None = None
        self._sharp = False

    def words(self, text: str) -> PainWords:
        """Return the answer in parts, as `read_felt` reads it. UsageError asks how much, or where.

        A bare score is that of the place that was told before it; what was sharp stays so until
        it is said not to be.
        """
        try:
            pain = read_felt(text, self._index)
        except UsageError:
            self._place = _place_of(text, self._index)
            self._sharp = bool(says_sharp(text))
            raise
        if not pain.score:
            return PainWords("0")
        words = pain_words(text)
        sharp = self._sharp if says_sharp(text) is None else words.sharp
        return words._replace(where=words.where or self._place, sharp=sharp)

    def read(self, text: str) -> Pain:
        """Return the answer as a pain. UsageError asks how much, or where."""
        return read_pain(self.words(text), self._index)


def _place_of(text: str, index: Index) -> str | None:
    """Return the one place that `text` tells, in its words where these name it and nothing else."""
    places = places_in(text, index)
    if len(places) != 1:
        return None
    with suppress(UsageError):  # too long to be a place
        told = read_place(text, index).told
        if told is not None and names_part(told, index):
            return told
    return places[0]


def read_morning(text: str, index: Index) -> MorningTold:
    """Read `2`, `n`, `2 low back` or `1, a little stiff`; `0 2` tells soreness, too. UsageError."""
    pain, *more = text.replace(",", " ").split(maxsplit=1)
    if more:
        with suppress(UsageError):
            score = read_score(pain, what="pain")
            return MorningTold(Pain(score=score), read_score(more[0], what="soreness"))
    return MorningTold(read_felt(text, index))


def read_sign(text: str, *, counts: str) -> bool:
    """Read yes or no to a sign; UsageError says in `counts` what is one for any other answer."""
    try:
        return read_yes(text)
    except UsageError as problem:
        raise UsageError(counts) from problem
