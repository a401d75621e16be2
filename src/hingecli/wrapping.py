"""Breaks text into lines between words: the one place that does, for pages, messages and prompts.

Owns what stays together: a number with its unit, a rest with its word, and a command that can be
typed as it stands.
"""

import re
from collections.abc import Callable, Iterator

GLUE = "\ue000"
"""Stands for a space at which no line is broken, while lines are looked for."""

VERBS = (
    "today|log|mistakes|progress|why|history|undo|redo|edit|delete|unlock|setup|pause|resume|help|"
    "morning|plan|learn|show|export|import|doctor|film|report|calendar|protocol|replay"
)
"""The commands, as an expression: a sentence may speak of a wall hinge too."""
_OPTION = r"--?[a-z][a-z-]*(?: [^\s-][^\s]*)?"
_COUNT = r"[^\s-][^\s]*\d[^\s]*|\d[^\s]*"
_PLACE_HOLDER = r"[A-Z][A-Z-]+(?:\.\.\.)?"
_NAMED = r"(?<=log |why )[a-z-]+|(?<=show )[a-z-]+|(?<=learn )[a-z-]+|(?<=unlock )[a-z-]+"
_DRILL = rf"[a-z-]+(?= (?:{_COUNT}))"
_COMMAND = rf"\bhinge (?:{VERBS})\b(?: (?:{_OPTION}|{_COUNT}|{_PLACE_HOLDER}|{_NAMED}|{_DRILL}))*"
_TOGETHER = (
    r"--[a-z][a-z-]* [^\s-]\S*"
    r"|\brest \d+ (?:s|min)(?![^\W\d_])"
    r"|\d (?:%|kg|lb|cm|s|min)(?![^\W\d_])"
    r"|\d (?:×|of) \d+"
)
"""An option with its value; a rest; a number with its unit; sets and reps."""

_WORD = r"\s*\S+\s*"


def columns(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    import unicodedata

    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(unicodedata.combining(sign) != 0 for sign in text)


def fold(text: str, width: int) -> str:
    """Return `text` with each of its lines broken between words to `width` columns.

    A longer word stays whole: a terminal breaks it, and a path can still be copied.
    """
    return "\n".join(row for line in text.split("\n") for row in _rows(line, max(1, width)))


def break_points(
    text: str, width: int, *, measure: Callable[[str], int] = columns, hard: bool = True
) -> list[int]:
    """Return where in `text` new rows begin, so that none is wider than `width` columns.

    `measure` says how wide signs are. With `hard` a word that is longer itself is broken too.
    """
    if measure(text.rstrip()) <= width:
        return []
    points: list[int] = []
    used = 0
    for start, word in _words(text, width, measure):
        size = measure(word.rstrip())
        if used and used + size > width:
            points.append(start)
            used = 0
        if hard and size > width:
            cuts = list(_cuts(word.rstrip(), width, measure))
            points += [start + cut for cut in cuts]
            word = word[cuts[-1] :] if cuts else word
        used += measure(word)
    return points


def _rows(line: str, width: int) -> Iterator[str]:
    points = break_points(line, width, hard=False)
    for start, end in zip((0, *points), (*points, len(line)), strict=True):
        yield line[start:end].rstrip() if end < len(line) else line[start:end]


def _words(text: str, width: int, measure: Callable[[str], int]) -> Iterator[tuple[int, str]]:
    """Yield what stays together with its place, and with the spaces behind it."""
    for found in re.finditer(_WORD, _glued(text)):
        start, word = found.start(), found[0]
        if GLUE not in word or measure(word.rstrip()) <= width:
            yield start, word.replace(GLUE, " ")
            continue
        for part in re.finditer(_WORD, word.replace(GLUE, " ")):
            yield start + part.start(), part[0]


def _glued(text: str) -> str:
    """Return `text` with glue inside of what stays together.

    A look at its signs comes first: to compile the expressions takes longer than a card's text.
    """
    if "hinge " in text:
        together = f"{_COMMAND}|{_TOGETHER}"
    elif "--" in text or any(map(str.isdigit, text)):
        together = _TOGETHER
    else:
        return text
    return re.sub(together, lambda found: found[0].replace(" ", GLUE), text)


def _cuts(word: str, width: int, measure: Callable[[str], int]) -> Iterator[int]:
    """Yield where a word that is too long for a row is cut."""
    used = 0
    for place, sign in enumerate(word):
        size = measure(sign)
        if place and used + size > width:
            yield place
            used = 0
        used += size
