"""Compares plain values with a type, leaf by leaf, and names every problem as data.

Whether a value fits is the decoder's to say; what is wrong with it is found here by looking at
the value, so that no sentence of a decoder is read or shown. Owns the key paths; says nothing.
"""

import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

import msgspec

from hingecli.refusals import REFUSALS

ValueKind = typing.Literal[
    "table", "array", "text", "true or false", "whole number", "number", "date", "time", "nothing"
]
"""What a value is, or should be; the words for a person are the caller's."""

Fault = typing.Literal[
    "missing",  # `key` is not there; `known` are the words it may be, if they are few
    "unknown key",  # `key` is not one of `known`
    "unknown kind",  # `value` at `key` is not one of `known`
    "unknown word",  # `value` is not one of `known`
    "wrong kind",  # `value` is no `wanted`
    "unreadable",  # `value` is a text that cannot be read as a `wanted`
    "out of bounds",  # `value` is not `bound`
    "wrong length",  # `value` has not `bound` values
    "empty",  # `value` is an array that must hold something
    "not finite",
]


class Leaf(msgspec.Struct, frozen=True):
    """A value of the right type: where it stands, and as which field of which type.

    An array comes as its items first, then as the whole, a tuple of plain values. `extra` is what
    the `Meta.extra` of its type says of it.
    """

    path: str
    owner: type[msgspec.Struct] | None
    field: str
    value: object
    extra: Mapping[str, object] = {}


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong at `path`; with `key`, what is wrong with that key of the table there."""

    path: str
    fault: Fault
    key: str = ""
    value: object = None
    wanted: ValueKind | None = None
    bound: str = ""
    known: tuple[str, ...] = ()


class _Location(msgspec.Struct, frozen=True):
    path: str
    owner: type[msgspec.Struct] | None = None
    field: str = ""

    def key(self, name: str) -> "_Location":
        """Return the place of the value at `name` in this table."""
        return _Location(joined(self.path, name), self.owner, self.field)

    def item(self, number: int, value: object) -> "_Location":
        """Return the place of item `number`, told apart by its id where it has one."""
        known = value.get("id") if isinstance(value, dict) else None
        label = f"{number} {known}" if isinstance(known, str) and known else str(number)
        return _Location(f"{self.path}[{label}]", self.owner, self.field)


def walk(data: object, kind: object) -> Iterator[Leaf | Problem]:
    """Yield each leaf of `data` that fits `kind`, and each problem."""
    yield from _walk(data, kind, _Location(""))


def problems(data: object, kind: object) -> Iterator[Problem]:
    """Yield the problems alone."""
    return (found for found in walk(data, kind) if isinstance(found, Problem))


def joined(path: str, key: str) -> str:
    """Return the path of `key` in the table at `path`."""
    return f"{path}.{key}" if path else key


def kind_of(value: object) -> ValueKind:
    """Return what a plain value is."""
    match value:
        case None:
            return "nothing"
        case dict():
            return "table"
        case list() | tuple():
            return "array"
        case bool():
            return "true or false"
        case str():
            return "text"
        case int():
            return "whole number"
        case float() | Decimal():
            return "number"
        case date() if not isinstance(value, datetime):
            return "date"
        case _:
            return "time"


def _walk(value: object, kind: object, place: _Location) -> Iterator[Leaf | Problem]:
    plain, metas = _parted(kind)
    origin, arguments = typing.get_origin(plain), typing.get_args(plain)
    if isinstance(plain, type) and issubclass(plain, msgspec.Struct):
        yield from _struct(value, plain, place)
    elif origin in (typing.Union, types.UnionType):
        yield from _union(value, arguments, place)
    elif origin is tuple:
        yield from _array(value, arguments, place, extra=_extra(metas))
        yield from _length(value, metas, place)
    elif origin is dict:
        yield from _dict(value, arguments[1], place)
    else:
        yield from _leaf(value, kind, place)


def _parted(kind: object) -> tuple[object, tuple[msgspec.Meta, ...]]:
    """Return the type that is annotated, and what is said of it."""
    if typing.get_origin(kind) is not typing.Annotated:
        return kind, ()
    plain, *more = typing.get_args(kind)
    return plain, tuple(meta for meta in more if isinstance(meta, msgspec.Meta))


def _extra(metas: Sequence[msgspec.Meta]) -> Mapping[str, object]:
    return {key: word for meta in metas for key, word in (meta.extra or {}).items()}


def _struct(
    value: object, kind: type[msgspec.Struct], place: _Location
) -> Iterator[Leaf | Problem]:
    if not isinstance(value, dict):
        yield Problem(path=place.path, fault="wrong kind", value=value, wanted="table")
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    config = kind.__struct_config__
    for key in value if config.forbid_unknown_fields else ():
        if key not in fields and key != config.tag_field:
            yield Problem(path=place.path, fault="unknown key", key=key, known=tuple(fields))
    for key, field in fields.items():
        there = _Location(place.key(key).path, kind, field.name)
        if key in value:
            yield from _walk(value[key], field.type, there)
        elif field.required:
            yield Problem(path=place.path, fault="missing", key=key)


def _union(value: object, kinds: tuple[object, ...], place: _Location) -> Iterator[Leaf | Problem]:
    some = [kind for kind in kinds if kind is not types.NoneType]
    if value is None and len(some) < len(kinds):
        return
    if len(some) == 1:
        yield from _walk(value, some[0], place)
        return
    tagged = {
        str(kind.__struct_config__.tag): kind
        for kind in some
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct)
    }
    tag_field = str(next(iter(tagged.values())).__struct_config__.tag_field)
    known = tuple(tagged)
    if not isinstance(value, dict):
        yield Problem(path=place.path, fault="wrong kind", value=value, wanted="table")
    elif tag_field not in value:
        yield Problem(path=place.path, fault="missing", key=tag_field, known=known)
    elif not isinstance(value[tag_field], str) or value[tag_field] not in tagged:
        found = value[tag_field]
        yield Problem(
            path=place.path, fault="unknown kind", key=tag_field, value=found, known=known
        )
    else:
        yield from _struct(value, tagged[value[tag_field]], place)


def _array(
    value: object, kinds: tuple[object, ...], place: _Location, *, extra: Mapping[str, object]
) -> Iterator[Leaf | Problem]:
    if not isinstance(value, list | tuple):
        yield Problem(path=place.path, fault="wrong kind", value=value, wanted="array")
        return
    if kinds[-1] is Ellipsis:
        for number, item in enumerate(value):
            yield from _walk(item, kinds[0], place.item(number, item))
        yield Leaf(place.path, place.owner, place.field, tuple(value), extra)
        return
    if len(value) != len(kinds):
        yield Problem(path=place.path, fault="wrong length", value=value, bound=str(len(kinds)))
        return
    whole = True
    for number, (item, kind) in enumerate(zip(value, kinds, strict=True)):
        for found in _walk(item, kind, place.item(number, item)):
            whole = whole and isinstance(found, Leaf)
            yield found
    if whole:
        yield Leaf(place.path, place.owner, place.field, tuple(value), extra)


def _length(value: object, metas: Sequence[msgspec.Meta], place: _Location) -> Iterator[Problem]:
    if not isinstance(value, list | tuple):
        return
    for meta in metas:
        if meta.min_length == 1 and not value:
            yield Problem(path=place.path, fault="empty", value=value)
        elif meta.min_length is not None and len(value) < meta.min_length:
            bound = f"at least {meta.min_length}"
            yield Problem(path=place.path, fault="wrong length", value=value, bound=bound)
        if meta.max_length is not None and len(value) > meta.max_length:
            bound = f"at most {meta.max_length}"
            yield Problem(path=place.path, fault="wrong length", value=value, bound=bound)


def _dict(value: object, kind: object, place: _Location) -> Iterator[Leaf | Problem]:
    if not isinstance(value, dict):
        yield Problem(path=place.path, fault="wrong kind", value=value, wanted="table")
        return
    for key, item in value.items():
        yield from _walk(item, kind, place.key(key))


def _leaf(value: object, kind: object, place: _Location) -> Iterator[Leaf | Problem]:
    plain, metas = _parted(kind)
    choices = typing.get_args(plain) if typing.get_origin(plain) is typing.Literal else ()
    if choices and (not isinstance(value, str) or value not in choices):
        yield Problem(path=place.path, fault="unknown word", value=value, known=choices)
        return
    try:
        converted: object = msgspec.convert(value, typing.cast("type[object]", kind))
    except REFUSALS:
        yield _why_refused(value, plain, metas, place)
        return
    if isinstance(converted, float | Decimal) and not Decimal(converted).is_finite():
        yield Problem(path=place.path, fault="not finite", value=value)
        return
    yield Leaf(place.path, place.owner, place.field, converted, _extra(metas))


_WANTED: typing.Final[dict[object, tuple[ValueKind, tuple[ValueKind, ...]]]] = {
    str: ("text", ("text",)),
    bool: ("true or false", ("true or false",)),
    int: ("whole number", ("whole number",)),
    float: ("number", ("whole number", "number")),
    Decimal: ("number", ("whole number", "number", "text")),
    date: ("date", ("date", "text")),
    datetime: ("time", ("time", "text")),
}
"""What a leaf of each type should be, and all that it is read from."""


def _why_refused(
    value: object, plain: object, metas: Sequence[msgspec.Meta], place: _Location
) -> Problem:
    wanted, sources = _WANTED.get(plain, ("text", ()))
    found = kind_of(value)
    if found not in sources:
        return Problem(path=place.path, fault="wrong kind", value=value, wanted=wanted)
    if found == "text" and wanted != "text":
        return Problem(path=place.path, fault="unreadable", value=value, wanted=wanted)
    bound = next((bound for meta in metas if (bound := _broken_bound(value, meta))), "")
    if bound:
        return Problem(path=place.path, fault="out of bounds", value=value, bound=bound)
    return Problem(path=place.path, fault="unreadable", value=value, wanted=wanted)


def _broken_bound(value: object, meta: msgspec.Meta) -> str:
    """Return the bound of `meta` that `value` breaks, in words; "" if there is none."""
    if isinstance(value, str):
        if meta.min_length is not None and len(value) < meta.min_length:
            return f"at least {meta.min_length} characters long"
        if meta.max_length is not None and len(value) > meta.max_length:
            return f"at most {meta.max_length} characters long"
        return "of the form that is wanted" if meta.pattern is not None else ""
    if not isinstance(value, int | float | Decimal):
        return ""
    if meta.ge is not None and value < meta.ge:
        return f"at least {meta.ge}"
    if meta.gt is not None and value <= meta.gt:
        return f"more than {meta.gt}"
    if meta.le is not None and value > meta.le:
        return f"at most {meta.le}"
    if meta.lt is not None and value >= meta.lt:
        return f"less than {meta.lt}"
    return ""
