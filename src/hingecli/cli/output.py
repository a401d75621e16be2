"""Prints results to stdout: for people through Rich or as plain lines, for scripts as JSON."""

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from rich.console import RenderableType

    from hingecli.app import App

_TERMINAL_CONTROLS = (
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Signs that JSON allows and a terminal obeys."""

SCHEMA = 1
"""Version of the shapes that `--json` prints."""


def show(app: "App", *, rich: "Callable[[], RenderableType]", plain: Callable[[], str]) -> None:
    """Print a result as this run asked for; only the form that is printed is made."""
    if app.plain:
        print_text(plain())
        return
    # Rich ends the process with 1 when the reader has gone; what is written here is ours to judge.
    with app.out.capture() as drawn:
        app.out.print(rich())
    _write(drawn.get())


def print_text(text: str) -> None:
    """Print plain lines, on a terminal broken between words."""
    from hingecli.show.console import folded

    _write(folded(text, sys.stdout))


def _write(text: str) -> None:
    from hingecli.show.console import fitted

    if text:
        shown = fitted(text, sys.stdout)
        sys.stdout.write(shown if shown.endswith("\n") else f"{shown}\n")


def print_json(value: msgspec.Struct | Mapping[str, Any]) -> None:
    """Print `value` as JSON in UTF-8 with its schema first; Decimals as numbers."""
    encoder = msgspec.json.Encoder(decimal_format="number")
    fields = value if isinstance(value, Mapping) else _fields(value)
    raw = encoder.encode({"schema": SCHEMA, **fields})
    sys.stdout.flush()
    sys.stdout.buffer.write(escape_controls(msgspec.json.format(raw, indent=2)) + b"\n")
    sys.stdout.buffer.flush()


def escape_controls(raw: bytes) -> bytes:
    """Write what would steer a terminal as JSON escapes: the same values, harmless to print."""
    if raw.isascii() and b"\x7f" not in raw:
        return raw
    import json
    import re

    return re.sub(_TERMINAL_CONTROLS, lambda sign: json.dumps(sign[0])[1:-1], raw.decode()).encode()


def _fields(value: msgspec.Struct) -> dict[str, Any]:
    names = zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True)
    found = {encoded: getattr(value, name) for name, encoded in names}
    return {name: field for name, field in found.items() if field is not msgspec.UNSET}
