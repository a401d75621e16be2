"""Says where a text is no TOML, and why, in words of our own, by a look at its lines.

Whether it is TOML is Python's parser's to say; its sentences are neither read nor shown, and its
line numbers came only with Python 3.14. Imported only when a file was refused.
"""

import re
import tomllib
import typing
from bisect import bisect_left

import msgspec

from hingecli.refusals import REFUSALS

MOST_DEPTH = 100
"""Of brackets within brackets; no protocol comes near it."""
MOST_DIGITS = 1000
_BOM = "\ufeff"
_LONGEST_SHOWN = 60
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_TOKEN = re.compile(
    r"""
    (?P<comment> \#[^\n]* )
    | (?P<long> \"{3} (?: [^"\\] | \\. | "{1,2}(?!") )*+ (?P<long_end> "{3,5} )? )
    | (?P<raw> '{3} (?: [^'] | '{1,2}(?!') )*+ (?P<raw_end> '{3,5} )? )
    | (?P<text> " (?: [^"\\\n] | \\[^\n] )*+ (?P<text_end> " )? )
    | (?P<literal> ' [^'\n]*+ (?P<literal_end> ' )? )
    | (?P<bracket> [\[\]{}] )
    | (?P<equals> = )
    | (?P<newline> \n )
    """,
    re.VERBOSE | re.DOTALL,
)


class _TomlStatement(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on a line, or on several that brackets or quotes hold together.

    `equals` is the offset of its first = in `text`, `open_at` that of a sign never closed.
    """

    text: str
    line: int
    end: int
    depth: int
    equals: int | None
    open_at: int | None


def toml_fault(text: str) -> str:
    """Return what is wrong with `text`, which was refused as TOML, beginning with the line."""
    text = text.replace("\r\n", "\n")
    if text.startswith(_BOM):
        return "line 1: it begins with a byte order mark; save it as UTF-8 without one"
    control = _CONTROL.search(text)
    if control is not None:
        line = text.count("\n", 0, control.start()) + 1
        return f"line {line}: it holds the control character U+{ord(control[0]):04X}"
    statements = _statements(text)
    deep = next((statement for statement in statements if statement.depth > MOST_DEPTH), None)
    if deep is not None:
        return f"line {deep.line}: nested too deeply"
    # What stands before a whole statement of a TOML text is a TOML text too.
    place = bisect_left(statements, True, key=lambda statement: not _reads(text[: statement.end]))
    if place == len(statements):
        return "hinge cannot read it"
    return _fault(statements[place])


def _statements(text: str) -> list[_TomlStatement]:
    found: list[_TomlStatement] = []
    start, line, deepest = 0, 1, 0
    equals: int | None = None
    unclosed: int | None = None
    brackets: list[int] = []

    def end_at(end: int) -> None:
        nonlocal start, line, deepest, equals, unclosed
        opened = unclosed if unclosed is not None else brackets[0] if brackets else None
        found.append(
            _TomlStatement(
                text=text[start:end],
                line=line,
                end=end,
                depth=deepest,
                equals=equals,
                open_at=None if opened is None else opened - start,
            )
        )
        line += text.count("\n", start, end)
        start, deepest, equals, unclosed = end, 0, None, None
        brackets.clear()

    for token in _TOKEN.finditer(text):
        kind = typing.cast("str", token.lastgroup).removesuffix("_end")
        if kind == "bracket":
            if token[0] in "[{":
                brackets.append(token.start())
                deepest = max(deepest, len(brackets))
            elif brackets:
                brackets.pop()
        elif kind == "equals":
            equals = token.start() - start if equals is None else equals
        elif kind in ("long", "raw", "text", "literal"):
            if token[f"{kind}_end"] is None and unclosed is None:
                unclosed = token.start()
        elif kind == "newline" and not brackets:
            end_at(token.end())
    if start < len(text):
        end_at(len(text))
    return found


def _reads(text: str) -> bool:
    try:
        tomllib.loads(text)
    except REFUSALS:
        return False
    return True


def _fault(statement: _TomlStatement) -> str:
    text, at = statement.text, f"line {statement.line}"
    if statement.open_at is not None:
        line = statement.line + text.count("\n", 0, statement.open_at)
        return f"line {line}: the {text[statement.open_at]} that opens there is never closed"
    if _reads(text):
        key = text.strip() if statement.equals is None else text[: statement.equals].strip()
        return f"{at}: {_short(key)} is set further up already"
    shown = _short(text.strip())
    if statement.equals is None:
        heading = text.lstrip().startswith("[")
        what = "cannot be read as a heading" if heading else "is neither key = value nor a heading"
        return f"{at}: {shown} {what}"
    value = text[statement.equals + 1 :].partition("#")[0].strip()
    if not value:
        return f"{at}: there is no value behind the ="
    if re.search(rf"[0-9_]{{{MOST_DIGITS},}}", value):
        return f"{at}: a number has too many digits"
    if value.lower() in ("true", "false"):
        return f"{at}: true and false are written in small letters"
    if re.fullmatch(r"[^\W\d][^\"'\[\]{}=]*", value):
        return f"{at}: {_short(value)} needs quotes around it, as every text"
    return f"{at}: {shown} cannot be read"


def _short(text: str) -> str:
    first, newline, _ = text.partition("\n")
    if len(first) > _LONGEST_SHOWN:
        return first[: _LONGEST_SHOWN - 1] + "…"
    return f"{first} …" if newline else first
