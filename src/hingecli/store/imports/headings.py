"""What the columns of a person's own table most likely are: what is proposed to `--map`.

Owns the guess and its words. Nothing is read by it: a person types it first.
"""

import re
from collections.abc import Container, Mapping, Sequence

from hingecli.loggers import Heading
from hingecli.store.imports.amounts import unit_of
from hingecli.text import typed_line

HeadingWords = Mapping[Heading, Sequence[str]]
"""What each column of ours is called elsewhere, in small letters and without a unit."""

_WORD = re.compile(r"[^\W_]+")


def likely(header: Sequence[str], words: HeadingWords, *, taken: Container[str]) -> dict[str, str]:
    """Return which of the `header` would be which column of ours, but for those `taken`.

    A heading with a comma is none of them: that parts the pairs of a map.
    """
    found: dict[str, str] = {}
    for ours, names in words.items():
        theirs = next((name for name in header if _bare(name) in names), None)
        if theirs is not None and ours not in taken and theirs not in taken and "," not in theirs:
            found[ours] = theirs
    return found


def as_map(columns: Mapping[str, str]) -> str:
    """Return `columns` as a person types them behind --map."""
    return typed_line([",".join(f"{ours}={theirs}" for ours, theirs in columns.items())])


def _bare(heading: str) -> str:
    """Return a heading without its unit and signs: weight of "Weight (kg)", kg of "kg"."""
    words = _WORD.findall(heading.lower())
    return " ".join([word for word in words if unit_of(word) is None] or words)
