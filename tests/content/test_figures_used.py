"""No figure of the rules is an ornament: each is read by the code that decides or shows."""

import inspect
import re
from pathlib import Path

import msgspec
import pytest

import hingecli
from hingecli.coach.protocol import parameters

SOURCE = Path(inspect.getfile(hingecli)).parent
READERS = "\n".join(
    path.read_text("utf-8")
    for path in sorted(SOURCE.rglob("*.py"))
    if path.name != "parameters.py" and path.parent.name not in ("content", "simulate")
)
STRUCTS = [
    one
    for _, one in inspect.getmembers(parameters, inspect.isclass)
    if issubclass(one, msgspec.Struct) and one.__module__ == parameters.__name__
]
FIGURES = [(one.__name__, field) for one in STRUCTS for field in one.__struct_fields__]


@pytest.mark.parametrize(("struct", "field"), FIGURES)
def test_every_figure_of_the_rules_is_read(struct: str, field: str) -> None:
    # A rule as a whole may be named where its reason is made.
    named = rf'|"{field}"' if struct == "Rules" else ""

    assert re.search(rf"\.{field}\b{named}", READERS), f"{struct}.{field} changes nothing"
