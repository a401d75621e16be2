"""Named kinds of damage to a file, and random ones."""

import json
import random
from collections.abc import Callable, Mapping

Damage = Callable[[bytes], bytes]


def _rows(data: bytes) -> tuple[bytes, list[bytes], bytes]:
    head, _, rest = data.partition(b'"events":{\n')
    rows = rest.removesuffix(b"\n}}\n").split(b",\n")
    return head + b'"events":{\n', rows, b"\n}}\n"


def _with_rows(change: Callable[[list[bytes]], list[bytes]]) -> Damage:
    def damage(data: bytes) -> bytes:
        head, rows, tail = _rows(data)
        return head + b",\n".join(change(rows)) + tail

    return damage


NAMED: Mapping[str, Damage] = {
    "empty": lambda data: b"",
    "null": lambda data: b"null",
    "empty object": lambda data: b"{}",
    "empty list": lambda data: b"[]",
    "one space": lambda data: b" ",
    "zeros of the same length": lambda data: b"\0" * len(data),
    "zeros in the second half": lambda data: data[: len(data) // 2] + b"\0" * (len(data) // 2),
    "cut in half": lambda data: data[: len(data) // 2],
    "last byte cut": lambda data: data[:-1],
    "last brace cut": lambda data: data.rstrip()[:-1],
    "first byte cut": lambda data: data[1:],
    "a byte more": lambda data: data + b" ",
    "twice": lambda data: data * 2,
    "a byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "UTF-16": lambda data: data.decode().encode("utf-16"),
    "line ends of Windows": lambda data: data.replace(b"\n", b"\r\n"),
    "pretty-printed": lambda data: json.dumps(json.loads(data), indent=2).encode(),
    "as TinyDB writes it": lambda data: json.dumps(json.loads(data)).encode(),
    "no first table": lambda data: b"{" + data.partition(b",\n")[2],
    "another checksum": lambda data: data[:25] + b"0" * 64 + data[89:],
    "an older generation": lambda data: data.replace(b'"generation":4', b'"generation":1'),
    "a newer generation": lambda data: data.replace(b'"generation":4', b'"generation":9'),
    "a row taken out": _with_rows(lambda rows: rows[1:]),
    "a row twice": _with_rows(lambda rows: [*rows, rows[-1]]),
    "rows swapped": _with_rows(lambda rows: rows[::-1]),
    "a number changed": lambda data: data.replace(b'"reps":12', b'"reps":21'),
    "a web page": lambda data: b"<!DOCTYPE html><title>Sign in</title>",
}


def random_damage(data: bytes, chance: random.Random) -> bytes:
    """Flip bits, cut, or splice, so that the bytes differ."""
    kind = chance.choice(("flip", "cut", "splice", "zero"))
    at = chance.randrange(len(data))
    if kind == "flip":
        bad = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            bad[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        return bytes(bad) if bytes(bad) != data else data + b"x"
    if kind == "cut":
        return data[:at]
    length = chance.randint(1, 200)
    if kind == "zero":
        bad_bytes = data[:at] + b"\0" * min(length, len(data) - at) + data[at + length :]
    else:
        start = chance.randrange(len(data))
        bad_bytes = data[:at] + data[start : start + length] + data[at:]
    return bad_bytes if bad_bytes != data else data[:at]
