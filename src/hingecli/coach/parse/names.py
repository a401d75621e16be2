"""Finds what a person means by a name: an id, an alias, or the beginning of one.

Owns the matching and the sentence for a name that nothing, or more than one thing, has.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from difflib import SequenceMatcher, get_close_matches
from typing import TYPE_CHECKING, Final

from hingecli.coach.parse.signs import answered
from hingecli.errors import UnknownNameError
from hingecli.text import either, quoted

if TYPE_CHECKING:
    from hingecli.coach.protocol.protocol import Index
    from hingecli.coach.protocol.texts import Mistakes

NEAREST: Final = 3
"""How many near names an error offers: more is a list, not a hint."""

LEAST_LIKENESS: Final = 0.7
"""From 0 to 1: what is less alike was hardly meant."""


def find_drill(index: "Index", word: str) -> str:
    """Return the id of the drill that `word` names. Raises UnknownNameError."""
    return find(word, index.names, what="drill", listed_by="hinge progress")


def find_mistake(mistakes: "Mistakes", word: str) -> str:
    """Return the id of the mistake that `word` names. Raises UnknownNameError."""
    names = {
        name: mistake.id
        for mistake in reversed(mistakes.mistakes)
        for name in (*mistake.aliases, folded(mistake.name), mistake.id)
    }
    return find(word, names, what="mistake", listed_by="hinge mistakes")


def find_all(words: Sequence[str], find_one: Callable[[str], str]) -> list[tuple[str, str]]:
    """Split `words` into names, the longest first: each with the id that `find_one` gives for it.

    Raises what `find_one` raises for all the words together where a part of them is no name.
    """
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(words):
        for end in range(len(words), at, -1):
            name = " ".join(words[at:end])
            with suppress(UnknownNameError):
                found.append((name, find_one(name)))
                break
        else:
            return [(" ".join(words), find_one(" ".join(words)))]
        at = end
    return found


def find(word: str, names: Mapping[str, str], *, what: str, listed_by: str) -> str:
    """Return the id that `word` names: exactly, or as the beginning of one id's names.

    `names` maps every id and alias to its id. Raises UnknownNameError with the nearest names;
    `listed_by` is the command that lists them.
    """
    wanted = folded(word)
    exact = names.get(wanted) or names.get(wanted.removesuffix("s"))
    if exact is not None:
        return exact
    together = _without_hyphens(names)
    begun = wanted.replace("-", "")
    exact = together.get(begun) or together.get(begun.removesuffix("s"))
    if exact is not None and wanted[-1] != "-":  # dead lift, wallhinge
        return exact
    found = _unique(id_ for name, id_ in together.items() if begun and name.startswith(begun))
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownNameError(
            f"{quoted(word)} could be {either(found[:5])}. Type more of it.", near=found
        )
    near = nearest(wanted, names)
    hint = f"Did you mean {either(near)}?" if near else f"{listed_by} lists them."
    raise UnknownNameError(f"no {what} is called {quoted(word)}. {hint}", near=near)


def nearest(word: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids whose names look most like `word`, the likest first."""
    together = _without_hyphens(names)
    like = get_close_matches(word.replace("-", ""), together, n=2 * NEAREST, cutoff=LEAST_LIKENESS)
    return _unique(together[name] for name in like)[:NEAREST]


def likeness(word: str, name: str) -> float:
    """Return how alike two names are, from 0 to 1, wherever their words are parted."""
    typed, known = (folded(text).replace("-", "") for text in (word, name))
    return SequenceMatcher(None, known, typed).ratio()


def folded(word: str) -> str:
    """Return `word` as ids are written: small letters, hyphens for spaces."""
    return "-".join(answered(word).replace("_", " ").split())


def _without_hyphens(names: Mapping[str, str]) -> dict[str, str]:
    """Return `names` without their hyphens: people part words elsewhere than ids do."""
    together: dict[str, str] = {}
    for name, id_ in names.items():
        together.setdefault(name.replace("-", ""), id_)
    return together


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
