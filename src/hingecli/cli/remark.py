"""Answers words behind the sets that tell none: what they may be, and how each is written.

Owns those answers. Nothing is guessed: a remark may say what counts, as two bad ones.
"""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from hingecli.coach.parse.signs import NUMBERS, answered, plain
from hingecli.coach.parse.tokens import tokens
from hingecli.errors import HingeError, UnknownNameError, UsageError
from hingecli.text import clean, quoted, typed_line

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.protocol.protocol import Index

_AROUND: Final = " -,;:.#()[]\"'"
_BETWEEN: Final = ",;:."
_PRAISE: Final = frozenset({"good", "perfect"})
_BEFORE_A_REMARK: Final = frozenset({"and", "then", "plus", "but", "a", "an", "today"})
_COUNTS: Final = frozenset({"clean", "failed", "messy"})
_SPOKEN: Final = {"-n": "note", "--effort": "effort", "-m": "noticed"}
"""How an option is said in a sentence."""
_SAYS_NOTHING: Final = frozenset(
    {"and", "with", "at", "of", "x", "each", "in", "up", "to", "set", "sets", "rep", "reps"}
)


def about_remark(
    app: "App",
    sets: Sequence[str],
    read: Callable[[tuple[str, ...]], object],
    *,
    alone: bool,
    asked: bool,
) -> str:
    """Return what to type instead of `sets` that end with a remark; "" where they do not.

    `read` raises HingeError for words that are no sets; `alone` says that they are all that was
    told, `asked` that they answer a question: then all is told in a sentence.
    """
    words = " ".join(map(clean, sets)).split()
    told = _longest(words, read)
    while told > 1 and _belongs_behind(words[:told]):
        told -= 1
    said = " ".join(words[told:]).strip(_AROUND)
    is_option = words[told:] and words[told].startswith("--")
    if not told or not said or is_option or _may_count(said) or _asks_how_many(" ".join(words)):
        return ""
    from hingecli.coach.parse.places import places_in

    places = places_in(said, app.index)
    if _is_near_drill(app, said) or (places and len(said.split()) == 1):
        return ""
    if not _COUNTS.isdisjoint(said.lower().split()):
        return f"{quoted(said)}: how many were clean? Write 8 of 10, or 3x8/10 for three sets."
    what, behind = _what(app, said)
    if places and behind[0] == "-n":
        where = places[0].replace("-", " ")
        what = (
            f"{quoted(said)}: if it hurts there, say how much, 0-10: pain 3 in the {where}. "
            "To keep it as a note, write"
        )
    return f"{what} {_line(words[:told] if alone else (), behind, asked=asked)}"


def effort_told(text: str, index: "Index", *, sets: Sequence[str], asked: bool) -> int:
    """Read `was hard` behind `sets`. Raises UsageError that says how to keep it as a note.

    `sets` are empty where more than that was told; `asked` as for `about_remark`.
    """
    from hingecli.coach.parse.answers import read_effort

    try:
        return read_effort(text, index)
    except UsageError as problem:
        line = _line(" ".join(sets).split(), ("-n", text), asked=asked)
        raise UsageError(
            f"{quoted(text)}: was it easy, medium or hard, or 1-10? "
            f"To keep it as a note, write {line}"
        ) from problem


def _line(sets: Sequence[str], behind: tuple[str, str], *, asked: bool) -> str:
    """Return what to type: the whole line where all that was typed are `sets`.

    `asked`: to a question, in a sentence.
    """
    if asked:
        option, said = behind
        return " ".join((*sets, _SPOKEN[option], said))
    if not sets:
        return typed_line(behind)
    *first, last = sets
    return typed_line(("hinge", "log", *first, last.rstrip(_BETWEEN), *behind))


def _belongs_behind(told: Sequence[str]) -> bool:
    """Return whether the last word of what could be sets is one of the remark: good fun, 30 total.

    A bare number is one behind sets that are told otherwise.
    """
    *before, last = (word.lower().strip(_AROUND) for word in told)
    if last in _PRAISE or last in _BEFORE_A_REMARK:
        return True
    is_count = last in NUMBERS or re.fullmatch(r"[0-9]+(?:/[0-9]+)?", last) is not None
    return is_count and any(re.search(r"[0-9]x[0-9]|^sets?$", word) for word in before)


def _longest(words: Sequence[str], read: Callable[[tuple[str, ...]], object]) -> int:
    """Return how many of the first `words` are sets."""
    for size in range(len(words) - 1, 0, -1):
        with suppress(HingeError):
            read(tuple(words[:size]))
            return size
    return 0


def _may_count(said: str) -> bool:
    """Return whether there is a number in a remark, or nothing but words about sets."""
    words = [word.strip(_AROUND) for word in plain(said).lower().split()]
    numbers = any(word in NUMBERS or any(map(str.isdigit, word)) for word in words)
    return numbers or "@" in said or _SAYS_NOTHING.issuperset(words)


def _asks_how_many(text: str) -> bool:
    """Return whether a text tells a time or bad reps: then the grammar's own sentence is better."""
    return any(token.kind in ("time", "range", "bad") for token in tokens(plain(text)))


def _is_near_drill(app: "App", said: str) -> bool:
    from hingecli.coach.parse.names import find_drill

    for name in (said, said.split()[0]):
        try:
            find_drill(app.index, name)
        except UnknownNameError as unknown:
            if unknown.near:
                return True
        else:
            return True
    return False


def _what(app: "App", said: str) -> tuple[str, tuple[str, str]]:
    """Return a sentence about a remark, and the option that says it."""
    from hingecli.coach.parse.mistakes import read_mistakes
    from hingecli.coach.parse.names import find_mistake

    if "-".join(answered(said).split()) in app.index.efforts:
        return f"{quoted(said)}: to say how hard it was, write", ("--effort", said)
    with suppress(HingeError):
        read_mistakes((said,), named=lambda word: find_mistake(app.mistakes, word), drill="")
        return f"{quoted(said)}: to say that you noticed it, write", ("-m", said)
    return f"{quoted(said)} is no set and no drill. To keep it as a note, write", ("-n", said)
