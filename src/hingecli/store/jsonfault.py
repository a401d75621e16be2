"""Says what is wrong with JSON that was refused, in words of our own, by a look at the bytes.

Imported only when something was refused. Owns the words; finding what does not fit a type is
`typewalk`'s.
"""

import json
import typing
from decimal import Decimal

from hingecli.typewalk import Problem, ValueKind, kind_of, problems

MOST_DEPTH = 100
"""Of brackets within brackets; no file of hinge comes near it."""
_NO_BRACKETS = bytes(sign for sign in range(256) if sign not in b"[]{}")
_KINDS: typing.Final[dict[ValueKind, str]] = {
    "table": "a table",
    "array": "a list",
    "text": "a text",
    "true or false": "true or false",
    "whole number": "a whole number",
    "number": "a number",
    "date": "a date",
    "time": "a time",
    "nothing": "null",
}


class _NoNumberError(Exception):
    """The text holds a word that Python takes for a number and JSON does not."""


def json_fault(data: bytes, kind: object) -> str:
    """Return what is wrong with `data` as the JSON of a `kind`, as a person would say it."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return "not UTF-8"
    if nested_too_deeply(data):
        return "nested too deeply"
    try:
        value = json.loads(text, parse_float=_exact, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        if error.pos >= len(text.rstrip()):
            return "it is cut off" if text.strip() else "it is empty"
        line = f"line {error.lineno}, " if "\n" in text.strip() else ""
        return f"not JSON from {line}character {error.colno} on"
    except _NoNumberError:
        return "NaN and Infinity are not numbers of JSON"
    except (ValueError, ArithmeticError):
        return "a number is too large"
    return value_fault(value, kind)


def nested_too_deeply(data: bytes) -> bool:
    """Return whether `data` is deeper than any file of hinge.

    Ask before decoding: how deep a decoder goes is up to its release and to Python's.
    """
    plain = data.replace(rb"\\", b"").replace(rb"\"", b"")
    brackets = b"".join(plain.split(b'"')[::2]).translate(None, _NO_BRACKETS)  # none of a text
    for _ in range(MOST_DEPTH):  # take the innermost pairs away: much faster than to count
        outer = brackets.replace(b"[]", b"").replace(b"{}", b"")
        if outer == brackets:
            return _is_deep(outer)
        brackets = outer
    return bool(brackets)


def value_fault(value: object, kind: object) -> str:
    """Return what is wrong with plain values, just read or made, as a `kind`."""
    problem = next(problems(value, kind), None)
    if problem is not None:
        what = _what(problem)
        return f"{problem.path}: {what}" if problem.path else what
    if _holds_half_a_character(value):
        return "a text holds half a character"
    return "hinge cannot read it"


def _is_deep(unpaired: bytes) -> bool:
    depth = 0
    for sign in unpaired:
        depth = depth + 1 if sign in b"[{" else max(depth - 1, 0)
        if depth > MOST_DEPTH:
            return True
    return False


def _exact(text: str) -> float | Decimal:
    number = float(text)
    return number if abs(number) != float("inf") else Decimal(text)


def _refuse(_word: str) -> typing.NoReturn:
    raise _NoNumberError


def _holds_half_a_character(value: object) -> bool:
    """Return whether a text in `value` cannot be written as UTF-8."""
    try:
        json.dumps(value, ensure_ascii=False, default=str).encode()
    except UnicodeEncodeError:
        return True
    return False


def _what(problem: Problem) -> str:
    match problem.fault:
        case "missing":
            return f"no {problem.key}"
        case "unknown key":
            return f"{problem.key} is unknown"
        case "unknown kind":
            return f"{problem.key}: {_shown(problem.value)} is unknown"
        case "unknown word":
            return f"{_shown(problem.value)} is unknown"
        case "wrong kind":
            return f"{_found(problem)} instead of {_KINDS[problem.wanted or 'table']}"
        case "unreadable":
            return f"not {_KINDS[problem.wanted or 'text']}"
        case "out of bounds":
            return f"{_shown(problem.value)} is not {problem.bound}"
        case "wrong length":
            return f"not {problem.bound} values"
        case "empty":
            return "an empty list"
        case "not finite":
            return "a number without end"


def _found(problem: Problem) -> str:
    found = kind_of(problem.value)
    fraction = (found, problem.wanted) == ("number", "whole number")
    return _shown(problem.value) if fraction else _KINDS[found]


def _shown(value: object) -> str:
    if not isinstance(value, str | int | float | Decimal):
        return _KINDS[kind_of(value)]
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else text[:39] + "…"
