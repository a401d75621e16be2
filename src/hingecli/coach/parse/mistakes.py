"""Reads which mistakes a person noticed, and how often: `rounding:2`, `rounding × 2`.

Looks nothing up by itself.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from hingecli.coach.log.events import MistakeCount
from hingecli.coach.parse.names import find_all
from hingecli.coach.parse.signs import answered, figures
from hingecli.coach.protocol.fields import MOST_REPS
from hingecli.errors import UsageError
from hingecli.text import quoted

_NUMBER = r"(?P<count>[^\s:]+?)"
_HOW_OFTEN: Final = (
    rf"(?P<name>.*?)\s*:\s*{_NUMBER}(?:\s*(?:times|reps?|x))?",
    r"(?P<name>.*\S)\s*[x×*]\s*(?P<count>[0-9]+)",
    r"(?P<name>.*\S)\s+in (?P<count>[a-z]+|[0-9]+)\s+(?:times|reps?)",
    r"(?P<name>.*\S)\s+(?P<count>[a-z]+|[0-9]+)\s+(?:times|reps?)",
    r"(?P<name>.*\S)\s+(?P<count>[0-9]+|once|twice)(?:\s*(?:times|reps?|x|×))?",
    r"(?P<count>[0-9]+)\s*(?:x|×|times|reps?(?: of)?)?\s+(?P<name>\D+)",
)
"""How often a mistake came, behind its name or before it."""
_OFTEN: Final = {"once": "1", "twice": "2"}


def read_mistakes(
    texts: Sequence[str], *, named: Callable[[str], str], drill: str
) -> tuple[MistakeCount, ...]:
    """Read the mistakes seen in `drill`; several in one text by commas, the same adds up.

    `named` gives a mistake's id for a word. Raises UsageError for a count that is none.
    """
    counts: dict[str, int] = {}
    for part in (part for text in texts for part in _parts(text)):
        words, count = _how_often(part)
        for _, mistake in find_all(words.split() or [""], named):
            counts[mistake] = min(MOST_REPS, counts.get(mistake, 0) + count)
    return tuple(MistakeCount(mistake=id_, count=n, drill=drill) for id_, n in counts.items())


def _parts(text: str) -> list[str]:
    answer = re.sub(r"(:\s*[0-9]+)\s+(?=[a-z])(?!times|reps?|x)", r"\1, ", answered(text))
    parts = [part.strip() for part in re.split(r"[,;+&]|\band\b", answer)]
    return [part for part in parts if part] or [text]


def _how_often(text: str) -> tuple[str, int]:
    matches = (re.fullmatch(pattern, text, re.I) for pattern in _HOW_OFTEN)
    match = next((match for match in matches if match is not None), None)
    if match is None and not text.endswith(":"):
        return text, 1
    word = "" if match is None else match["count"]
    count = figures(_OFTEN.get(word, word))
    whole = count.isascii() and count.isdigit() and len(count) <= len(str(MOST_REPS))
    if match is None or not whole or not 1 <= int(count) <= MOST_REPS:
        raise UsageError(
            f"{quoted(text)}: after the colon comes how often, 1-{MOST_REPS}. "
            "Write soft-lockout or soft-lockout:3."
        )
    return match["name"], int(count)
