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
_NOTHING_TO_SAY: Final = frozenset({"", "none", "no", "nothing", "-", "?", "no idea"})


def numbered(mistakes: Sequence[Mistake], drill: str) -> dict[int, Mistake]:
    """Return what can go wrong in `drill`, by its number."""
    listed = enumerate(mistakes[:MOST_LISTED], 1)
    return {n: mistake for n, mistake in listed if mistake.suits(drill)}


def read_numbered(text: str, choices: Mapping[int, Mistake]) -> tuple[str, ...]:
    """Read the mistakes that numbers of the list, or their names, speak of. Raises UsageError."""
    answer = answered(text)
    if answer in _NOTHING_TO_SAY:
        return ()
    by_word = {
        word: mistake.id
        for mistake in choices.values()
        for word in (mistake.id, mistake.name.lower(), *mistake.aliases)
    }
    if answer in by_word:
        return (by_word[answer],)
    found: list[str] = []
    for word in re.split(r"[\s,;.]+(?:and\s+)?", answer):
        number = int(word) if word.isascii() and word.isdigit() and len(word) == 1 else 0
        if number in choices:
            found.append(choices[number].id)
        elif word in by_word:
            found.append(by_word[word])
        elif word:
            raise UsageError("Type numbers of the list, as in 2, or 2 4.")
    return tuple(dict.fromkeys(found))


def shared_out(mistakes: Sequence[str], reps: int) -> tuple[str, ...]:
    """Return a mistake for each of `reps` reps: each at least once, the first one for the rest."""
    if not mistakes:
        return ()
    told = mistakes[:reps]
    return (*told, *[mistakes[0]] * (reps - len(told)))
