"""Compares plain values with a type, leaf by leaf, so that every problem is found at once.

msgspec alone stops at the first. Owns the key paths in messages; knows nothing of what the
values mean.
"""

import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from difflib import get_close_matches

import msgspec


class Leaf(msgspec.Struct, frozen=True):
    """A value of the right type: where it stands, and as which field of which type.

    An array comes as its items first, then as the whole, a tuple of plain values.
    """

    path: str
    owner: type[msgspec.Struct] | None
    field: str
    value: object


class _Place(msgspec.Struct, frozen=True):
    path: str
    owner: type[msgspec.Struct] | None = None
    field: str = ""

    def key(self, name: str) -> "_Place":
        """Give the place of the value at `name` in this table."""
        return _Place(f"{self.path}.{name}" if self.path else name, self.owner, self.field)

    def item(self, number: int, value: object) -> "_Place":
        """Give the place of item `number`, told apart by its id where it has one."""
        known = value.get("id") if isinstance(value, dict) else None
        label = f"{number} {known}" if isinstance(known, str) and known else str(number)
        return _Place(f"{self.path}[{label}]", self.owner, self.field)


def walk(data: object, kind: object) -> Iterator[Leaf | str]:
    """Give each leaf of `data` that fits `kind`, and each problem as `key path: what`."""
    yield from _walk(data, kind, _Place(""))


def problems(data: object, kind: object) -> Iterator[str]:
    """Give the problems alone."""
    return (found for found in walk(data, kind) if isinstance(found, str))


def _walk(value: object, kind: object, place: _Place) -> Iterator[Leaf | str]:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield from _struct(value, kind, place)
    elif origin in (typing.Union, types.UnionType):
        yield from _union(value, arguments, place)
    elif origin is tuple:
        yield from _array(value, arguments, place)
    elif origin is dict:
        yield from _dict(value, arguments[1], place)
    else:
        yield from _leaf(value, kind, place)


def _struct(value: object, kind: type[msgspec.Struct], place: _Place) -> Iterator[Leaf | str]:
    if not isinstance(value, dict):
        yield _say(place, f"expected a table, got {_called(value)}")
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    tag = kind.__struct_config__.tag_field
    for key in value:
        if key not in fields and key != tag:
            yield _say(place.key(key), f"unknown key{_nearest(key, fields)}")
    for key, field in fields.items():
        there = _Place(place.key(key).path, kind, field.name)
        if key in value:
            yield from _walk(value[key], field.type, there)
        elif field.required:
            yield _say(there, "missing")


def _union(value: object, kinds: tuple[object, ...], place: _Place) -> Iterator[Leaf | str]:
    some = [kind for kind in kinds if kind is not types.NoneType]
    if len(some) == 1:
        yield from _walk(value, some[0], place)
        return
    tagged = {
        str(kind.__struct_config__.tag): kind
        for kind in some
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct)
    }
    tag_field = str(next(iter(tagged.values())).__struct_config__.tag_field)
    if not isinstance(value, dict):
        yield _say(place, f"expected a table, got {_called(value)}")
    elif tag_field not in value:
        yield _say(place.key(tag_field), f"missing; one of {', '.join(tagged)}")
    elif not isinstance(value[tag_field], str) or value[tag_field] not in tagged:
        told = value[tag_field]
        hint = _nearest(str(told), tagged) or f"; one of {', '.join(tagged)}"
        yield _say(place.key(tag_field), f"unknown: {_shown(told)}{hint}")
    else:
        yield from _struct(value, tagged[value[tag_field]], place)


def _array(value: object, kinds: tuple[object, ...], place: _Place) -> Iterator[Leaf | str]:
    if not isinstance(value, list):
        yield _say(place, f"expected an array, got {_called(value)}")
        return
    if kinds[-1] is Ellipsis:
        for number, item in enumerate(value):
            yield from _walk(item, kinds[0], place.item(number, item))
        yield Leaf(place.path, place.owner, place.field, tuple(value))
        return
    if len(value) != len(kinds):
        yield _say(place, f"expected {len(kinds)} values, got {len(value)}")
        return
    whole = True
    for number, (item, kind) in enumerate(zip(value, kinds, strict=True)):
        for found in _walk(item, kind, place.item(number, item)):
            whole = whole and not isinstance(found, str)
            yield found
    if whole:
        yield Leaf(place.path, place.owner, place.field, tuple(value))


def _dict(value: object, kind: object, place: _Place) -> Iterator[Leaf | str]:
    if not isinstance(value, dict):
        yield _say(place, f"expected a table, got {_called(value)}")
        return
    for key, item in value.items():
        yield from _walk(item, kind, place.key(key))


def _leaf(value: object, kind: object, place: _Place) -> Iterator[Leaf | str]:
    choices = typing.get_args(kind) if typing.get_origin(kind) is typing.Literal else ()
    if choices and (not isinstance(value, str) or value not in choices):
        yield _say(place, f"{_shown(value)} is none of: {', '.join(choices)}")
        return
    try:
        converted: object = msgspec.convert(value, typing.cast("type[object]", kind))
    except msgspec.ValidationError as error:
        yield _say(place, str(error).replace("`", "").replace("Expected", "expected", 1))
        return
    if isinstance(converted, float | Decimal) and not Decimal(converted).is_finite():
        yield _say(place, "expected a number that is finite")
        return
    yield Leaf(place.path, place.owner, place.field, converted)


def printable(text: str) -> str:
    """Escape what a terminal might obey: a protocol may come from anywhere."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def _say(place: _Place, what: str) -> str:
    return printable(f"{place.path}: {what}" if place.path else what)


def _nearest(word: str, known: typing.Iterable[str]) -> str:
    near = get_close_matches(word, tuple(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""


def _shown(value: object) -> str:
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _called(value: object) -> str:
    match value:
        case dict():
            return "a table"
        case list():
            return "an array"
        case bool():
            return "true or false"
        case str():
            return "a string"
        case int() | float():
            return "a number"
        case _:
            return "a date or time"
