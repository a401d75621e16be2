"""Brings what was typed to the plain signs of a keyboard, and numbers in words to figures.

Owns which signs and words mean the same. Refuses nothing.
"""

import re
from typing import Final

from hingecli.text import clean

NUMBERS: Final = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20,
}  # fmt: skip
"""Numbers as people write them out."""

NOTHING: Final = ("none", "no", "nope", "nah", "nothing", "nil", "-")
"""Answers that say that there is none."""

UNSURE: Final = frozenset(
    {
        *("?", "??", "h", "help", "what", "huh", "no idea", "no clue", "not sure", "unsure", "idk"),
        *("i don't know", "i dont know", "don't know", "dont know", "dunno", "can't say", "pass"),
        *("i have no idea", "i'm not sure", "cannot say", "i can't say", "i cannot say", "skip"),
        *("hard to say", "what do you mean", "what does that mean", "i do not know"),
    }
)
"""Answers of somebody who cannot answer, or does not know what is asked."""

_LIST = r"[,;&+\s]+"
_AND = ("and", "plus")
_SPACES = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f"
_SIGNS: Final = str.maketrans(
    {
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},  # full width
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_UNSEEN),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2044\u2215", "/"),
        **dict.fromkeys("\u3001\uff64", ","),
        **dict.fromkeys("\u2715\u2716\u2a2f\u2573\u0445", "x"),
        "\u2026": "...",
    }
)


def plain(text: str) -> str:
    """Return `text` with plain spaces, dashes, quotes and digits, and no sign that nobody sees."""
    return clean(text.translate(_SIGNS))


def answered(text: str) -> str:
    """Return an answer as it is compared: small letters, single spaces, no full stop behind it."""
    words = " ".join(plain(text).lower().split())
    return words.strip("\"' ").rstrip(".!?,;").strip("\"' ")


def is_unsure(text: str) -> bool:
    """Return whether an answer says that one cannot answer."""
    return (answered(text) or text.strip()) in UNSURE


def figures(word: str) -> str:
    """Return a number in words in figures; any other word as it is."""
    number = NUMBERS.get(word)
    return word if number is None else str(number)


def listed(text: str) -> list[str]:
    """Split an answer into its words; commas, spaces, `and` and `&` part them. None is empty."""
    answer = answered(text)
    words = [word for word in re.split(_LIST, answer) if word and word not in _AND]
    return [] if answer in NOTHING else words
