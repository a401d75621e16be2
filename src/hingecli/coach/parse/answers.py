"""Reads the answers that a person types about a session: scores, pain, a choice, a note.

Owns which answers are possible and the sentences for those that are not.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple, TypeVar

from hingecli.coach.log.events import (
    Pain,
)
from hingecli.coach.parse.places import PlaceTold, read_place
from hingecli.coach.protocol.protocol import Index
from hingecli.errors import UsageError
from hingecli.text import either, quoted

Word = TypeVar("Word", bound=str)

MOST_NOTE: Final = 500
"""Characters of a note: a few sentences; longer ones are for a diary."""

MOST_REASON: Final = 200
"""Characters of a reason given for an override."""


SHARP: Final = ("sharp", "spreading")
"""Words for the kind of pain that stops a session."""


class PainWords(NamedTuple):
    """A pain as typed: its score, where it was felt if that was told, and whether it was sharp."""

    score: str
    where: str | None = None
    sharp: bool = False


def read_score(text: str, *, what: str, least: int = 0) -> int:
    """Read a whole number from `least` to 10; `what` names the answer in the sentence."""
    word = text.strip()
    if not (word.isascii() and word.isdigit() and len(word) <= 2 and least <= int(word) <= 10):
        raise UsageError(f"{what} {quoted(text)}: write a whole number from {least} to 10.")
    return int(word)


def read_effort(text: str, *, what: str = "--effort") -> int:
    """Read how hard it was, 1-10."""
    return read_score(text, what=what, least=1)


def pain_words(text: str) -> PainWords:
    """Split `3 low-back sharp`: a score, then a place and a kind in any order."""
    score, *rest = text.replace(",", " ").split() or [""]
    place = " ".join(word for word in rest if word.lower() not in SHARP)
    return PainWords(score, place or None, sharp=any(word.lower() in SHARP for word in rest))


def read_pain(words: PainWords, index: Index, *, prefix: str = "") -> Pain:
    """Read a pain told in parts; `prefix` makes their names in the sentences those of flags."""
    score = read_score(words.score, what=f"{prefix}pain")
    where = PlaceTold(None)
    if words.where is not None:
        where = read_place(words.where, index, what=f"{prefix}where")
    return Pain(score=score, where=where.place, where_told=where.told, sharp=words.sharp)


def read_choice(text: str, choices: Sequence[Word], *, what: str) -> Word:
    """Read one of `choices`, or its unique beginning. Raises UsageError that lists them."""
    word = "-".join(text.strip().lower().split())
    found = [choice for choice in choices if word and choice.startswith(word)]
    exact = [choice for choice in found if choice == word]
    if exact or len(found) == 1:
        return (exact or found)[0]
    raise UsageError(f"{what} {quoted(text)}: write {either(choices)}.")


def read_note(text: str, *, what: str = "the note", most: int = MOST_NOTE) -> str:
    """Read a note that was cleaned already. Raises UsageError when it is too long."""
    if len(text) > most:
        raise UsageError(f"{what} has {len(text)} characters; at most {most} are kept. Shorten it.")
    return text


def read_yes(text: str) -> bool:
    """Read yes or no."""
    word = text.strip().lower()
    if word in ("y", "yes", "true", "1"):
        return True
    if word in ("n", "no", "false", "0"):
        return False
    raise UsageError(f"{quoted(text)}: write yes or no.")
