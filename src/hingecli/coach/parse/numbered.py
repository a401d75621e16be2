"""What went wrong, chosen from a numbered list of mistakes: the list, its answer, its reps.

Owns the numbers: a mistake has the same one in every drill. Mistakes by name are `mistakes`'.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from hingecli.coach.parse.signs import answered
from hingecli.coach.protocol.texts import Mistake
from hingecli.errors import UsageError

MOST_LISTED: Final = 9
"""As many as one key can choose."""
_LEAST_PART: Final = 4
"""Letters of a part of a name: fewer are in too many of them by chance."""
_NOTHING_TO_SAY: Final = frozenset({"", "none", "no", "nothing", "-", "?", "no idea"})


def numbered(mistakes: Sequence[Mistake], drill: str) -> dict[int, Mistake]:
    """Return what can go wrong in `drill`, by its number."""
    listed = enumerate(mistakes[:MOST_LISTED], 1)
    return {n: mistake for n, mistake in listed if mistake.suits(drill)}


def read_numbered(text: str, choices: Mapping[int, Mistake]) -> tuple[str, ...]:
    """Read the mistakes that numbers of the list, their names or parts of those speak of.

    Raises UsageError.
    """
    answer = answered(text)
    if answer in _NOTHING_TO_SAY:
        return ()
    by_word = {
        word: mistake.id
        for mistake in choices.values()
        for word in (mistake.id, mistake.name.lower(), *mistake.aliases)
    }
    if whole := _meant(answer, by_word):
        return (whole,)
    found: list[str] = []
    for word in re.split(r"[\s,;.]+(?:and\s+)?", answer):
        number = int(word) if word.isascii() and word.isdigit() and len(word) == 1 else 0
        if number in choices:
            found.append(choices[number].id)
        elif meant := _meant(word, by_word):
            found.append(meant)
        elif word:
            raise UsageError("Type numbers of the list, as in 2, or 2 4.")
    return tuple(dict.fromkeys(found))


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
