"""Reads the answers that a person types about a session: scores, pain, a choice, a note.

Owns which answers are possible and the sentences for those that are not.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, TypeVar

from hingecli.coach.log.events import Pain
from hingecli.coach.parse.places import PlaceTold, read_place
from hingecli.coach.parse.signs import NOTHING, NUMBERS, answered, figures, plain
from hingecli.coach.protocol.protocol import Index
from hingecli.errors import UsageError
from hingecli.text import capital, clean, either, quoted

Word = TypeVar("Word", bound=str)

MOST_NOTE: Final = 500
"""Characters of a note: a few sentences; longer ones are for a diary."""

MOST_REASON: Final = 200
"""Characters of a reason given for an override."""

SHARP: Final = ("sharp", "spreading", "spreads", "stabbing", "shooting", "radiating")
"""Words for the kind of pain that stops a session."""

_YES: Final = (
    *("y", "yes", "yeah", "yep", "yup", "ya", "aye", "sure", "ok", "okay", "right", "true", "1"),
    *("of course", "yes please", "please", "i am", "i do", "i have", "definitely"),
)
_NO: Final = (
    *("n", "no", "nope", "nah", "not", "never", "none", "false", "0", "no thanks", "not really"),
    *("no thank you", "i am not", "i'm not", "i do not", "i don't", "nothing"),
)

_ANY_NUMBER = rf"[0-9]+(?:[.,][0-9]+)?|{'|'.join(NUMBERS)}"
_OF_TEN = r"(?:\s*(?:/|of|out of)\s*(?:10|ten))?(?![\w/-])"
_SCORE: Final = (
    rf"(?:(?:a|an|about|around|effort|pain|soreness|score|maybe|only|just)\s+)*"
    rf"(?P<score>{_ANY_NUMBER}){_OF_TEN}"
)
_PAIN: Final = rf"(?i)(?<![\w.,/-])(?P<score>[0-9]+(?:[.,][0-9]+)?){_OF_TEN}"
_PAIN_IN_WORDS: Final = rf"(?i)\W*(?:pain )?(?P<score>{'|'.join(NUMBERS)}){_OF_TEN}"
"""At the beginning alone: in `one knee` it is no score."""
_KIND: Final = rf"(?i)(?P<not>\b(?:not|no|never|isn't)\s+)?\b(?:{'|'.join(SHARP)})\b"
NO_PAIN: Final = (
    *NOTHING,
    "n",
    "not really",
    "not at all",
    "not sore",
    "no pain",
    *(
        "no pain at all",
        "no pain today",
        "no pain really",
        "zero pain",
        "without pain",
        "without any pain",
    ),
    *("no not at all", "nothing at all", "nothing really", "none really", "none whatsoever"),
    *("no problems", "nothing hurts", "feels fine", "feel fine", "feeling fine", "feeling good"),
    *("i feel fine", "i feel good", "i'm fine", "im fine", "i'm good", "im good"),
    "none at all",
    "nothing to tell",
    "pain free",
    *("good", "fine", "great", "all good", "all fine", "no problem", "feels good", "very good"),
    "painless",
)
_FELT: Final = (
    r"(?i)^\W*\b(?:it was|it's|is|was|a|an|about|pain|felt|and|maybe|perhaps|probably|around"
    r"|roughly|yes|yeah|yep|i think|i'd say|say)\b"
)
_TOLD_BEHIND: Final = (
    r"(?i)(?:(?:^|\s)(?:it was|it is|it's|i think|i guess|or so|maybe|is|was|and|too|today|now))+$"
)
"""Words behind a place that say nothing about where."""
_IT_WAS: Final = r"^(?:(?:it|that|was|is|felt|feels|a|the|it's|effort|rpe|rather)[\s:]+)+"


class PainWords(NamedTuple):
    """A pain as typed: its score, where it was felt if that was told, and whether it was sharp."""

    score: str
    where: str | None = None
    sharp: bool = False


def named(what: str, text: str) -> str:
    """Begin a sentence about an answer: with the flag that it was typed behind, if any."""
    return f"{what} {quoted(text)}".strip()


def about(what: str, sentence: str) -> str:
    """Begin a sentence with the flag that it is about, if one was typed."""
    return f"{what}: {sentence}" if what else capital(sentence)


def read_score(text: str, *, what: str, least: int = 0) -> int:
    """Read a whole number from `least` to 10: 3, 3/10, three; `what` names it in the sentence."""
    if least == 0 and answered(text) in NO_PAIN:
        return 0
    match = re.fullmatch(_SCORE, answered(text))
    number = figures(match["score"]) if match is not None else ""
    if not (number.isdigit() and len(number) <= 2 and least <= int(number) <= 10):
        raise UsageError(f"{named(what, text)}: write a whole number from {least} to 10.")
    return int(number)


def read_effort(text: str, index: Index, *, what: str = "--effort") -> int:
    """Read how hard it was, 1-10, in a number or in the protocol's words for one."""
    answer = answered(text)
    for words in (answer, re.sub(_IT_WAS, "", answer)):
        effort = index.efforts.get("-".join(words.split()))
        if effort is not None:
            return effort
    try:
        return read_score(re.sub(_IT_WAS, "", answer), what=what, least=1)
    except UsageError as error:
        raise UsageError(
            f"{named(what, text)}: write a whole number from 1 to 10, or easy, medium or hard."
        ) from error


def pain_words(text: str) -> PainWords:
    """Split `3 low-back sharp`, `sharp pain 6 in the low back` or `left knee, 3/10`."""
    words = " ".join(plain(text).split())
    if answered(words) in NO_PAIN:
        return PainWords("0")
    match = re.search(_PAIN, words) or re.match(_PAIN_IN_WORDS, words)
    rest = "" if match is None else f"{words[: match.start()]} {words[match.end() :]}"
    if match is None or re.search(_PAIN, rest) is not None:  # 3 or 4: that is the person's to say
        return PainWords(words.strip(" ,"))
    rest = re.sub(_KIND, " ", rest)
    while (shorter := re.sub(_FELT, " ", rest)) != rest:
        rest = shorter
    place = re.sub(_TOLD_BEHIND, "", " ".join(rest.replace(",", " ").split()).strip(' .!:;-()"'))
    return PainWords(match["score"], place or None, sharp=bool(says_sharp(words)))


def says_sharp(text: str) -> bool | None:
    """Return whether a pain is told as sharp or spreading; None where nothing is said of that."""
    kinds = list(re.finditer(_KIND, plain(text)))
    return not any(kind["not"] for kind in kinds) if kinds else None


def read_pain(words: PainWords, index: Index, *, prefix: str = "") -> Pain:
    """Read a pain told in parts; `prefix` makes their names in the sentences those of flags."""
    score = read_score(words.score, what=f"{prefix}pain")
    where = PlaceTold(None)
    if words.where is not None:
        where = read_place(words.where, index, what=f"{prefix}where")
    return Pain(score=score, where=where.place, where_told=where.told, sharp=words.sharp)


def read_choice(
    text: str, choices: Sequence[Word], *, what: str, also: Mapping[str, Word] | None = None
) -> Word:
    """Read one of `choices`, its unique beginning, or a word that `also` means one.

    Raises UsageError that lists them.
    """
    word = "-".join(answered(text).split())
    if also is not None and word in also:
        return also[word]
    found = [choice for choice in choices if word and choice.startswith(word)]
    exact = [choice for choice in found if choice == word]
    if exact or len(found) == 1:
        return (exact or found)[0]
    raise UsageError(f"{named(what, text)}: write {either(choices)}.")


def read_note(text: str, *, what: str = "the note", most: int = MOST_NOTE) -> str:
    """Read a note that was cleaned already. Raises UsageError when it is too long."""
    if len(text) > most:
        raise UsageError(f"{what} has {len(text)} characters; at most {most} are kept. Shorten it.")
    return text


def read_yes(text: str) -> bool:
    """Read yes or no, in the words that people have for them."""
    word = answered(text)
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise UsageError(f"{quoted(clean(text))}: write yes or no.")
