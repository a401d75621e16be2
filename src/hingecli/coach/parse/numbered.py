"""What went wrong, chosen from a numbered list of mistakes: the list, its answer, its reps.

Owns the numbers: a mistake has the same one in every drill. Mistakes by name are `mistakes`'.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from hingecli.coach.parse.signs import answered, is_unsure
from hingecli.coach.protocol.texts import Mistake
from hingecli.errors import UsageError
from hingecli.text import either, quoted

MOST_LISTED: Final = 9
"""As many as one key can choose."""
_LEAST_PART: Final = 4
"""Letters of a part of a name: fewer are in too many of them by chance."""
_NOTHING_TO_SAY: Final = frozenset({"", "none", "no", "nothing", "-"})
_BETWEEN: Final = r"[\s,;.]+(?:and\s+)?"
_PHRASES: Final = r"\s*[,;]\s*|\s+and\s+"


def numbered(mistakes: Sequence[Mistake], drill: str) -> dict[int, Mistake]:
    """Return what can go wrong in `drill`, by its number."""
    listed = enumerate(mistakes[:MOST_LISTED], 1)
    return {n: mistake for n, mistake in listed if mistake.suits(drill)}


def read_numbered(text: str, choices: Mapping[int, Mistake]) -> tuple[str, ...]:
    """Read the mistakes that numbers of the list, their names or parts of those speak of.

    Raises UsageError.
    """
    answer = answered(text)
    if answer in _NOTHING_TO_SAY or is_unsure(text):
        return ()
    by_word = {
        word: mistake.id
        for mistake in choices.values()
        for word in (mistake.id, mistake.name.lower(), *mistake.aliases)
    }
    if whole := _meant(answer, by_word):
        return (whole,)
    found: list[str] = []
    for word in re.split(_BETWEEN, answer):
        number = int(word) if word.isascii() and word.isdigit() and len(word) == 1 else 0
        if number in choices:
            found.append(choices[number].id)
        elif meant := _meant(word, by_word):
            found.append(meant)
        elif word:
            return tuple(_spoken_of(phrase, choices) for phrase in re.split(_PHRASES, answer))
    return tuple(dict.fromkeys(found))


def _spoken_of(phrase: str, choices: Mapping[int, Mistake]) -> str:
    """Return the mistake whose name has most of the words of `phrase`, by their beginnings.

    Raises UsageError where that is none of them, or two alike.
    """
    beginnings = {w[:_LEAST_PART] for w in re.findall("[a-z]+", phrase) if len(w) >= _LEAST_PART}
    alike = {n: len(beginnings & _beginnings(mistake)) for n, mistake in choices.items()}
    most = max(alike.values(), default=0)
    likest = [n for n, words in alike.items() if words == most] if most else []
    if len(likest) == 1:
        return choices[likest[0]].id
    if likest and len(likest) < len(choices):
        meant = either([f"{n} {choices[n].name.lower()}" for n in likest])
        raise UsageError(f"{quoted(phrase)}: {meant}? Type the number.")
    raise UsageError("Type numbers of the list, as in 2, or 2 4.")


def _beginnings(mistake: Mistake) -> set[str]:
    """Return how the words of the mistake's names begin."""
    names = " ".join((mistake.id, mistake.name.lower(), *mistake.aliases))
    return {w[:_LEAST_PART] for w in re.findall("[a-z]+", names) if len(w) >= _LEAST_PART}


def _meant(word: str, by_word: Mapping[str, str]) -> str | None:
    """Return the mistake that `word` names, or the only one with it as a part of its names."""
    if word in by_word or len(word) < _LEAST_PART:
        return by_word.get(word)
    having = {id_ for name, id_ in by_word.items() if word in name}
    return having.pop() if len(having) == 1 else None


def shared_out(mistakes: Sequence[str], reps: int) -> tuple[str, ...]:
    """Return a mistake for each of `reps` reps: each at least once, the first one for the rest."""
    if not mistakes:
        return ()
    named = mistakes[:reps]
    return (*named, *[mistakes[0]] * (reps - len(named)))
