"""Tells what a person's words for a place can stand behind: in the left knee, but no headache.

Owns which words name a part of the body. Where it hurts is read elsewhere.
"""

import re
from typing import TYPE_CHECKING, Final

from hingecli.coach.parse.signs import plain

if TYPE_CHECKING:
    from hingecli.coach.log.events import Pain
    from hingecli.coach.protocol.protocol import Index

_SIDE = r"(?:left|right|upper|lower|mid|middle|front|back|inner|outer|whole)"
_HOW_MANY: Final = ("one", "both", "two")
_PART: Final = (
    rf"(?:(?:{'|'.join(_HOW_MANY)})-|(?:{_SIDE}-)*(?:back|front|side|inside|outside|top)-of-the-)?"
    rf"(?:{_SIDE}-)*(?P<part>[a-z-]+)"
)
"""A part of the body as something can be in it: left knee, both knees, back of the left knee."""
_NOT_A_WORD: Final = r"[\W_]+"


def in_place(pain: "Pain", index: "Index") -> str:
    """Return where `pain` was, as it stands behind it: ` in the left knee`; "" if that is unknown.

    Words of a person's own that nothing can be in are quoted: ` ("under my ribs")`.
    """
    if pain.where_told is None:
        known = pain.where if pain.where != "other" else None
        return f" in the {known.replace('-', ' ')}" if known else ""
    if not names_part(pain.where_told, index):
        return f' ("{pain.where_told}")'
    the = "" if words_of(pain.where_told)[0] in _HOW_MANY else "the "
    return f" in {the}{pain.where_told.casefold()}"


def names_part(told: str, index: "Index") -> bool:
    """Return whether `told` names a part of the body, or a pair of them, and says no more."""
    found = re.fullmatch(_PART, "-".join(words_of(told)))
    return found is not None and found["part"] in index.parts_of_the_body


def words_of(text: str) -> list[str]:
    """Return the words of `text` in small letters, without what stands between them."""
    return [word for word in re.split(_NOT_A_WORD, plain(text).casefold()) if word]
