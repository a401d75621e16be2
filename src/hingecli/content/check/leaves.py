"""Checks single values by what their field means: names, references, texts, bounds.

What a field refers to is said by its type (`protocol.fields`). What several values say together
is `gatecheck` and `figures`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches
from typing import get_args

import msgspec

from hingecli.coach.log.choices import Limit, Weekday
from hingecli.coach.protocol.conditions import Condition
from hingecli.coach.protocol.protocol import Family
from hingecli.content.shape import Leaf

Known = Mapping[str, frozenset[str] | None]
"""The ids of each kind of thing; None where their file could not be read."""

LARGEST = 100_000
"""No figure of a protocol is larger: days beyond it leave the calendar."""

FIXED: Known = {
    "family": frozenset(get_args(Family)),
    "limit": frozenset(get_args(Limit)),
    "weekday": frozenset(get_args(Weekday)),
}

NAMES = frozenset({"id", "aliases", "words", "lessons"})
"""Fields whose words must each name one thing only: no other of the same type."""

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def check_leaves(leaves: Iterable[Leaf], known: Known) -> Iterator[str]:
    """Yield the problems of one file's values, each with its key path."""
    named: dict[tuple[object, str], str] = {}
    for leaf in leaves:
        if isinstance(leaf.value, str):
            yield from _text(leaf, leaf.value)
            yield from _reference(leaf, leaf.value, {**FIXED, **known})
            yield from _name(leaf, leaf.value, named)
        elif isinstance(leaf.value, tuple):
            yield from _array(leaf, leaf.value)
        elif isinstance(leaf.value, int | float | Decimal) and not isinstance(leaf.value, bool):
            yield from _number(leaf, leaf.value)


def _text(leaf: Leaf, value: str) -> Iterator[str]:
    if not value.strip() and _default(leaf) != "":
        yield f"{leaf.path}: is empty"
    for sign in value:
        if sign not in "\n\t" and unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            yield f"{leaf.path}: holds the control character U+{ord(sign):04X}"
            return


def _reference(leaf: Leaf, value: str, known: Known) -> Iterator[str]:
    kind = leaf.extra.get("names")
    ids = known.get(str(kind))
    if ids is not None and value not in ids:
        near = get_close_matches(value, sorted(ids), n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        yield f'{leaf.path}: no {kind} is called "{value}"{hint}'


def _name(leaf: Leaf, value: str, named: dict[tuple[object, str], str]) -> Iterator[str]:
    if leaf.field not in NAMES or leaf.path == "id":  # the id of a whole file is the folder's
        return
    if value.strip() and not _NAME.fullmatch(value):
        yield f'{leaf.path}: "{value}" is no name: small letters, digits and single hyphens'
    kind: object = leaf.owner
    if leaf.owner is not None and issubclass(leaf.owner, Condition):
        kind = leaf.path.rpartition("[")[0]  # a condition's id is its own only within its gate
    first = named.setdefault((kind, value), leaf.path)
    if first != leaf.path:
        yield f'{leaf.path}: "{value}" is taken by {first}'


def _array(leaf: Leaf, value: tuple[object, ...]) -> Iterator[str]:
    if leaf.extra.get("climbs"):
        low, high = value
        if isinstance(low, int) and isinstance(high, int) and low > high:
            yield f"{leaf.path}: {low} to {high} runs backwards"


def _number(leaf: Leaf, value: int | float | Decimal) -> Iterator[str]:
    if value < 0:
        yield f"{leaf.path}: {value} is negative"
    elif value == leaf.extra.get("gt"):
        yield f"{leaf.path}: must be more than 0"
    elif value > LARGEST:
        yield f"{leaf.path}: is larger than {LARGEST:,}"


def _default(leaf: Leaf) -> object:
    fields = msgspec.structs.fields(leaf.owner) if leaf.owner else ()
    return next((field.default for field in fields if field.name == leaf.field), None)
