"""Reads what is answered to a question about how it feels: a pain with its place, a morning.

Owns what is asked back where a pain was told without how much. The words themselves are `answers`'.
"""

from contextlib import suppress
from typing import NamedTuple

from hingecli.coach.log.events import Pain
from hingecli.coach.parse.answers import pain_words, read_pain, read_score, read_yes
from hingecli.coach.parse.places import places_in
from hingecli.coach.protocol.protocol import Index
from hingecli.errors import UsageError


class MorningTold(NamedTuple):
    """The pain of a morning, and its soreness 0-10 if that was told."""

    pain: Pain
    sore: int | None = None


def read_felt(text: str, index: Index) -> Pain:
    """Read a score 0-10, a place and whether it was sharp; or that there is none.

    Raises UsageError that asks how much, or where.
    """
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
