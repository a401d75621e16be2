"""Which drill another logger's name for an exercise means, and which is near where none is meant.

Owns the folding of names: plurals, gear before, behind or in brackets, words that say the same.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from typing import Final

from hingecli.errors import UsageError
from hingecli.loggers import ExerciseWords
from hingecli.text import quoted

_PAIR: Final = re.compile(r"\s*([^=]+?)\s*=\s*([^=,]+?)\s*(?:,|$)")
_BRACKETS: Final = re.compile(r"[(\[]([^)\]]*)[)\]]")
_NO_LETTERS: Final = re.compile(r"[\W_]+")
_SMALL: Final = frozenset({"the", "a", "with", "on", "to", "from", "of", "and"})
_SINGULAR_ENDS: Final = ("ss", "us")
_LIKE: Final = 0.6
_ALIKE: Final = 0.85
"""Names that share no word are near only where they are nearly the same: a slip of a key."""


class DrillFinder:
    """Looks names up in the table, with what was added to it for one import."""

    def __init__(
        self, words: ExerciseWords, *, drills: Iterable[str], added: Mapping[str, str]
    ) -> None:
        """Know the names of `drills` alone; `added` are names and the drills they mean."""
        self._same = sorted(
            ((_singulars(word), meant) for word, meant in words.same.items()),
            key=lambda pair: -len(pair[0]),
        )
        known = set(drills)
        self._names = {
            (frozenset(self._tokens(name)), gear): named.drill
            for named in words.drills
            if named.drill in known
            for name in named.names
            for gear in named.gear
        }
        self._spoken = [
            (f"{gear.replace('-', ' ')} {name}".strip(), named.drill)
            for named in words.drills
            if named.drill in known
            for name in named.names
            for gear in named.gear
        ]
        self._ids = {id_.replace("-", " "): id_ for id_ in known}
        self._added = {_plain(name): drill for name, drill in added.items()}
        self._gear = sorted(
            ((_singulars(word), id_) for id_, many in words.gear.items() for word in many),
            key=lambda pair: -len(pair[0]),
        )
        self._found: dict[str, str | None] = {}
        self._held: dict[str, str] = {}

    def find(self, name: str) -> str | None:
        """Return the drill's id that `name` means; None where it means none."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def added(self, name: str) -> str | None:
        """Return the drill that a name was said to mean for this import; None for none."""
        return self._added.get(_plain(name))

    def gear(self, name: str) -> str:
        """Return what `name` says is held, by our word for it; empty where it says nothing."""
        if name not in self._held:
            self._held[name] = self._split(_plain(name))[1]
        return self._held[name]

    def nearest(self, name: str) -> str | None:
        """Return the drill whose name is most like `name`; None where none is like it."""
        wanted = " ".join(self._tokens(name))
        words = set(wanted.split())
        best, drill = 0.0, None
        for theirs, id_ in self._spoken:
            like = SequenceMatcher(None, wanted, theirs).ratio()
            if like >= (_LIKE if words & set(theirs.split()) else _ALIKE) and like > best:
                best, drill = like, id_
        return drill

    def _find(self, name: str) -> str | None:
        plain = _plain(name)
        if plain in self._added:
            return self._added[plain]
        if plain in self._ids:
            return self._ids[plain]
        tokens, gear = self._split(_plain(_without_echo(name, self._tokens)))
        return self._names.get((frozenset(tokens), gear))

    def _split(self, plain: str) -> tuple[list[str], str]:
        """Part a name into its own words and the gear."""
        text = f" {_singulars(plain)} "
        gear = ""
        for word, id_ in self._gear:
            if f" {word} " in text:
                text = text.replace(f" {word} ", " ")
                gear = gear or id_
        return self._tokens(text), gear

    def _tokens(self, text: str) -> list[str]:
        """Return the words that count, each once, with those that say the same made one."""
        folded = f" {_singulars(text)} "
        for word, meant in self._same:
            folded = folded.replace(f" {word} ", f" {meant} ")
        return list(dict.fromkeys(word for word in folded.split() if word not in _SMALL))


def read_names(words: Iterable[str]) -> dict[str, str]:
    """Read `Sumo DL=sumo-deadlift` pairs, several in a word parted by commas. Raises UsageError.

    A name may hold commas; an id does not.
    """
    added: dict[str, str] = {}
    for word in words:
        at = 0
        while at < len(word):
            pair = _PAIR.match(word, at)
            if pair is None:
                raise UsageError(
                    f'--names {quoted(word)}: write THEIRS=OURS, as in "Sumo DL=sumo-deadlift".'
                )
            added[pair[1]] = pair[2]
            at = pair.end()
    return added


def _without_echo(name: str, tokens: Callable[[str], list[str]]) -> str:
    """Leave out brackets that say again what stands before them: Romanian Deadlift (RDL)."""
    outside = set(tokens(_BRACKETS.sub(" ", name)))
    return _BRACKETS.sub(
        lambda found: " " if set(tokens(found[1])) <= outside else f" {found[1]} ", name
    )


def _plain(text: str) -> str:
    return " ".join(_NO_LETTERS.sub(" ", text.casefold()).split())


def _singulars(text: str) -> str:
    return " ".join(map(_singular, _plain(text).split()))


def _singular(word: str) -> str:
    if len(word) > 3 and word.endswith("s") and not word.endswith(_SINGULAR_ENDS):
        return word[:-1]
    return word
