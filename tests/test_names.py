"""One word, one meaning: what a class or a type is called, it alone is called in all of src."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src"


def is_type_name(name: str) -> bool:
    """Return whether it is written as types are: in capitals and small letters, one word."""
    return name.isidentifier() and name.lstrip("_")[:1].isupper() and not name.isupper()


def named_types(module: ast.Module) -> Iterator[str]:
    """Yield the names of its classes and type aliases, without a leading underscore."""
    for node in module.body:
        if isinstance(node, ast.ClassDef):
            yield node.name.lstrip("_")
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript | ast.BinOp):
            for target in node.targets:
                if isinstance(target, ast.Name) and is_type_name(target.id):
                    yield target.id.lstrip("_")


def test_no_two_types_share_a_name() -> None:
    homes = defaultdict(list)
    for path in sorted(SOURCE.rglob("*.py")):
        for name in named_types(ast.parse(path.read_text("utf-8"))):
            homes[name].append(path.relative_to(SOURCE).as_posix())

    assert len(homes) > 300
    assert {name: paths for name, paths in homes.items() if len(paths) > 1} == {}
