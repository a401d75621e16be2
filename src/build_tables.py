"""A hook of the wheel's build: compiles data/*.toml as Python compiles modules.

Parsing the protocol costs 14 ms at every start, a tenth of `hinge today`, and bringing it to its
types another 5. The wheel carries each file's text with its values as JSON, and the protocol as the
source of its types; a file that was changed since no longer matches its text and is read as ever.
An editable install has none of it.
"""

import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from hingecli.coach.protocol.protocol import Protocol

TABLES = "hingecli/content/compiled.py"
PROTOCOL = "hingecli/content/compiled_protocol.py"


class TablesHook(BuildHookInterface[Any]):
    """Adds `TABLES` and `PROTOCOL` to the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the tables into files that the build takes from there."""
        if version == "editable":
            return
        data = Path(self.root) / "data"
        tables = {
            path.relative_to(data).as_posix(): _compiled(path.read_text("utf-8"))
            for path in sorted(data.rglob("*.toml"))
        }
        modules = {
            TABLES: '"""Made by build_tables: each file of data/ as text, its values as JSON."""'
            "\n\n"
            f"TABLES: dict[str, tuple[str, str]] = {tables!r}\n",
            PROTOCOL: source_of(_protocol(Path(self.root))),
        }
        self._folder = TemporaryDirectory()
        for name, source in modules.items():
            module = Path(self._folder.name) / Path(name).name
            module.write_text(source, "utf-8")
            build_data["force_include"][str(module)] = name

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the files."""
        if version != "editable":
            self._folder.cleanup()


def _compiled(text: str) -> tuple[str, str]:
    return text, json.dumps(tomllib.loads(text), ensure_ascii=False, separators=(",", ":"))


def source_of(protocol: "Protocol") -> str:
    """Return the source of a module that makes `protocol`: what its types print is Python."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for kind in _kinds(protocol):
        if kind.__module__ != "builtins":
            names[kind.__module__].add(kind.__name__)
    imports = (
        f"from {module} import {', '.join(sorted(names[module]))}" for module in sorted(names)
    )
    return "\n".join(
        (
            '"""Made by build_tables: the protocol of data/."""\n',
            *imports,
            f"\nPROTOCOL = {protocol!r}\n",
        )
    )


def _kinds(value: object) -> Iterator[type]:
    """Yield the types of a value and of all its parts."""
    parts = getattr(value, "__struct_fields__", None)
    if parts is not None:
        children = [getattr(value, name) for name in parts]
    elif isinstance(value, dict):
        children = [*value, *value.values()]
    else:
        children = list(value) if isinstance(value, tuple | list | frozenset) else []
    yield type(value)
    for child in children:
        yield from _kinds(child)


def _protocol(root: Path) -> "Protocol":
    sys.path.insert(0, str(root / "src"))
    from hingecli.coach.protocol.protocol import Protocol
    from hingecli.content.reading import read_part

    return read_part(root / "data", "protocol.toml", Protocol)
