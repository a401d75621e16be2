"""Finds what a person means by a name: an id, an alias, or the beginning of one.

Owns the matching and the sentence for a name that nothing, or more than one thing, has.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Final

from hingecli.coach.protocol.protocol import Index
from hingecli.coach.protocol.texts import Mistakes
from hingecli.errors import UnknownNameError
from hingecli.text import either, quoted

NEAREST: Final = 3
"""How many near names an error offers: more is a list, not a hint."""

_LEAST_LIKENESS: Final = 0.6


def find_drill(index: Index, word: str) -> str:
    """Give the id of the drill that `word` names. Raises UnknownNameError."""
    return find(word, index.names, what="drill", listed_by="hinge progress")


def find_mistake(mistakes: Mistakes, word: str) -> str:
    """Give the id of the mistake that `word` names. Raises UnknownNameError."""
    names = {name: one.id for one in mistakes.mistakes for name in (one.id, *one.aliases)}
    return find(word, names, what="mistake", listed_by="hinge mistakes")


def find(word: str, names: Mapping[str, str], *, what: str, listed_by: str) -> str:
    """Give the id that `word` names: exactly, or as the beginning of one id's names.

    `names` maps every id and alias to its id. Raises UnknownNameError with the nearest names;
    `listed_by` is the command that lists them.
    """
    wanted = folded(word)
    exact = names.get(wanted)
    if exact is not None:
        return exact
    found = _unique(id_ for name, id_ in names.items() if wanted and name.startswith(wanted))
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownNameError(f"{quoted(word)} could be {either(found[:5])}. Type more of it.")
    near = nearest(wanted, names)
    hint = f"Did you mean {either(near)}?" if near else f"{listed_by} lists them."
    raise UnknownNameError(f"no {what} is called {quoted(word)}. {hint}")


def nearest(word: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Give the ids whose names look most like `word`, the likest first."""
    like = get_close_matches(word, names, n=2 * NEAREST, cutoff=_LEAST_LIKENESS)
    return _unique(names[name] for name in like)[:NEAREST]


def folded(word: str) -> str:
    """Give `word` as ids are written: small letters, hyphens for spaces."""
    return "-".join(word.strip().lower().replace("_", "-").split())


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
