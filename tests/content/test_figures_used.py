"""No figure of the rules is an ornament: each is read by the code that decides or shows."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

import hingecli
from hingecli.coach.protocol.parameters import Rules, load, practice, rhythm, rule, safety

SOURCE = Path(inspect.getfile(hingecli)).parent
FIGURES = (load, practice, rhythm, rule, safety)


def test_every_figure_of_the_rules_is_read() -> None:
    code = "\n".join(path.read_text("utf-8") for path in readers())
    attributes = set(re.findall(r"\.(\w+)\b", code))
    # A rule as a whole may be named where its reason is made.
    named = set(re.findall(r'"(\w+)"', code))

    unread = [
        f"{struct.__name__}.{field}"
        for struct in structs()
        for field in struct.__struct_fields__
        if field not in (attributes | named if struct is Rules else attributes)
    ]

    assert unread == []


def readers() -> Iterator[Path]:
    """Return every module but the figures' own and those that only check or simulate."""
    for path in sorted(SOURCE.rglob("*.py")):
        outside = {"content", "simulate", "parameters"} & set(path.relative_to(SOURCE).parts)
        if path.name != "parameters.py" and not outside:
            yield path


def structs() -> list[type[msgspec.Struct]]:
    """Return the tables of figures, and the one of all of them."""
    tables = [
        struct
        for module in FIGURES
        for _, struct in inspect.getmembers(module, inspect.isclass)
        if issubclass(struct, msgspec.Struct) and struct.__module__ == module.__name__
    ]
    return [*tables, Rules]


def test_each_file_of_figures_is_looked_at() -> None:
    files = Path(inspect.getfile(rule)).parent.glob("[!_]*.py")

    assert {path.stem for path in files} == {module.__name__.split(".")[-1] for module in FIGURES}
