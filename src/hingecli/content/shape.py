"""Says what is wrong with a file of a protocol, value by value, so that every problem is told.

Owns the words, those of TOML; finding the problems is `typewalk`'s.
"""

import typing
from collections.abc import Iterator
from difflib import get_close_matches

from hingecli import typewalk
from hingecli.typewalk import Leaf, Problem, ValueKind, joined, kind_of

__all__ = ["Leaf", "printable", "problems", "walk"]

_WANTED: typing.Final[dict[ValueKind, str]] = {
    "table": "a table",
    "array": "an array",
    "text": "a string",
    "true or false": "true or false",
    "whole number": "a whole number",
    "number": "a number",
    "date": "a date",
    "time": "a date and time",
    "nothing": "nothing",
}
_FOUND: typing.Final[dict[ValueKind, str]] = _WANTED | {
    "whole number": "a number",
    "date": "a date or time",
    "time": "a date or time",
}


def walk(data: object, kind: object) -> Iterator[Leaf | str]:
    """Yield each leaf of `data` that fits `kind`, and each problem as `key path: what`."""
    return (
        found if isinstance(found, Leaf) else _sentence(found)
        for found in typewalk.walk(data, kind)
    )


def problems(data: object, kind: object) -> Iterator[str]:
    """Yield the problems alone."""
    return map(_sentence, typewalk.problems(data, kind))


def printable(text: str) -> str:
    """Escape what a terminal might obey: a protocol may come from anywhere."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def _sentence(problem: Problem) -> str:
    path = joined(problem.path, problem.key) if problem.key else problem.path
    what = _what(problem)
    return printable(f"{path}: {what}" if path else what)


def _what(problem: Problem) -> str:
    words = ", ".join(problem.known)
    match problem.fault:
        case "missing":
            return f"missing; one of {words}" if words else "missing"
        case "unknown key":
            return f"unknown key{_nearest(problem.key, problem.known)}"
        case "unknown kind":
            hint = _nearest(str(problem.value), problem.known) or f"; one of {words}"
            return f"unknown: {_shown(problem.value)}{hint}"
        case "unknown word":
            return f"{_shown(problem.value)} is none of: {words}"
        case "wrong kind":
            wanted = problem.wanted
            found = _shown(problem.value) if _is_fraction(problem) else _called(problem.value)
            return f"expected {_WANTED[wanted] if wanted else 'another kind of value'}, got {found}"
        case "unreadable":
            wanted = problem.wanted
            return f"{_shown(problem.value)} is not {_WANTED[wanted] if wanted else 'readable'}"
        case "out of bounds" if problem.value == 0:
            return f"must be {problem.bound}"
        case "out of bounds":
            return f"{_shown(problem.value)} is not {problem.bound}"
        case "wrong length":
            value = problem.value
            length = len(value) if isinstance(value, list | tuple) else 0
            return f"expected {problem.bound} values, got {length}"
        case "empty":
            return "needs at least one entry"
        case "not finite":
            return "expected a number that is finite"


def _is_fraction(problem: Problem) -> bool:
    return problem.wanted == "whole number" and kind_of(problem.value) == "number"


def _nearest(word: str, known: typing.Iterable[str]) -> str:
    near = get_close_matches(word, tuple(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict | list | tuple):
        return _called(value)
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _called(value: object) -> str:
    return _FOUND[kind_of(value)]
