"""No sentence of a library is read or shown: what it says, and how it raises, changes nothing."""

import ast
import csv
import hashlib
import re
import shutil
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from typer import TyperException

import hingecli
from cli.running import Answer, Hinge
from factories import Journal
from hingecli.errors import cause_of
from hingecli.store import codec
from hingecli.store.export import to_json

SAYS = "LIBRARY SAYS"
TINY = Path(__file__).parent.parent / "protocols" / "tiny"
EXPORT = to_json(Journal().session(0, "wall 10").events)


class _CsvReader:
    """The reader of CSV, but for the words of its errors."""

    def __init__(self, *args: Any, real: Callable[..., Any], **more: Any) -> None:
        self._rows = real(*args, **more)

    @property
    def line_num(self) -> int:
        return int(self._rows.line_num)

    def __iter__(self) -> Iterator[list[str]]:
        return self

    def __next__(self) -> list[str]:
        try:
            return list(next(self._rows))
        except csv.Error as error:
            raise csv.Error(SAYS) from error


class _Decoder:
    def __init__(self, decode: Callable[..., Any]) -> None:
        self.decode = decode


def _loud(monkeypatch: pytest.MonkeyPatch, kind: type[Exception]) -> None:
    """Let every decoder raise another `kind` of error at what it does not take."""

    def saying(real: Callable[..., Any]) -> Callable[..., Any]:
        def decode(*args: Any, **more: Any) -> Any:
            try:
                return real(*args, **more)
            except Exception as error:
                raise kind(SAYS) from error

        return decode

    monkeypatch.setattr(msgspec.json, "decode", saying(msgspec.json.decode))
    monkeypatch.setattr(msgspec, "convert", saying(msgspec.convert))
    monkeypatch.setattr(tomllib, "loads", saying(tomllib.loads))
    monkeypatch.setattr(codec, "_EXACT", _Decoder(saying(codec._EXACT.decode)))
    reader = csv.reader
    monkeypatch.setattr(csv, "reader", lambda *a, **k: _CsvReader(*a, real=reader, **k))

    def say_nothing(self: TyperException, message: str) -> None:
        Exception.__init__(self, SAYS)
        self.message = SAYS

    monkeypatch.setattr(TyperException, "__init__", say_nothing)


def _imported(name: str, data: bytes) -> Callable[[Hinge, Path], Answer]:
    def run(hinge: Hinge, folder: Path) -> Answer:
        (folder / name).write_bytes(data)
        return hinge("import", str(folder / name))

    return run


def _damaged(old: bytes, new: bytes, *words: str, sealed: bool) -> Callable[[Hinge, Path], Answer]:
    """Run `words` where `old` is `new` in both copies, with a checksum that fits if `sealed`."""

    def run(hinge: Hinge, folder: Path) -> Answer:
        shutil.rmtree(folder / "home", ignore_errors=True)
        hinge("log", "wall", "10", "--id", "0" * 32)
        for name in ("hinge.json", "hinge.json.bak"):
            path = folder / "home" / name
            data = path.read_bytes()
            assert old in data
            data = data.replace(old, new)
            start = data.index(b'"sha256":"') + len(b'"sha256":"')
            if sealed:
                sha = hashlib.sha256(data[start + 64 :]).hexdigest().encode()
                data = data[:start] + sha + data[start + 64 :]
            path.write_bytes(data)
        return hinge(*words)

    return run


def _checked(name: str, old: str, new: str, *words: str) -> Callable[[Hinge, Path], Answer]:
    def run(hinge: Hinge, folder: Path) -> Answer:
        for path in TINY.rglob("*.*"):
            target = folder / "protocol" / path.relative_to(TINY)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
        broken = folder / "protocol" / name
        text = broken.read_text("utf-8")
        assert old in text
        broken.write_text(text.replace(old, new, 1), "utf-8")
        return hinge(*(words or ("protocol", "check")), "--protocol", str(folder / "protocol"))

    return run


def _typed(*words: str) -> Callable[[Hinge, Path], Answer]:
    return lambda hinge, folder: hinge(*words)


DEEP = b"[" * 5000 + b"]" * 5000
PLACES: dict[str, Callable[[Hinge, Path], Answer]] = {
    "row of another type": _imported("x.json", EXPORT.replace(b'"seq":1', b'"seq":"1"')),
    "row of an unknown kind": _imported("x.json", EXPORT.replace(b'"session"', b'"poem"')),
    "row without a field": _imported("x.json", EXPORT.replace(b'"reps":10,', b"")),
    "row with one too many": _imported("x.json", EXPORT.replace(b'"reps"', b'"zap":1,"reps"')),
    "row of no day": _imported("x.json", EXPORT.replace(b'"day":"2026-01', b'"day":"2026-13')),
    "row that is not UTF-8": _imported("x.json", EXPORT.replace(b'"drill":"', b'"drill":"\xff')),
    "row too deep": _imported("x.json", EXPORT.replace(b'"reps":10', b'"reps":' + DEEP)),
    "row of half a character": _imported("x.json", EXPORT.replace(b"wall", b"\\ud800")),
    "no export": _imported("x.json", b'{"schema":"1","events":[]}'),
    "export cut off": _imported("x.json", EXPORT[:-5]),
    "file too deep": _imported("x.json", b'{"schema":1,"events":' + DEEP + b"}"),
    "log of other contents": _damaged(b'"reps":10', b'"reps":"x"', "today", sealed=True),
    "log of another meta": _damaged(b'"schema":2', b'"schema":[]', "today", sealed=True),
    "hand edit": _damaged(b'"reps":10', b'"reps":[]', "doctor", sealed=False),
    "hand edit of the meta": _damaged(b'"schema":2', b'"schema":{}', "doctor", sealed=False),
    "spreadsheet of other words": _imported(
        "x.csv", b"date,drill,reps,unit\n2026-11-01,wall,ten,kg\n"
    ),
    "spreadsheet with a cell too long": _imported(
        "x.csv", b"date,drill,reps\n2026-11-01,wall," + b"1" * 200_000 + b"\n"
    ),
    "spreadsheet with an open quote": _imported(
        "x.csv", b'date,drill,reps\n2026-11-01,wall,"1\n' + b"1\n" * 100_000
    ),
    "protocol of another type": _checked("protocol.toml", "reps = [10, 15]", 'reps = ["x", 15]'),
    "protocol out of bounds": _checked("protocol.toml", "up_at = 90", "up_at = 101"),
    "protocol of no TOML": _checked("protocol.toml", "up_at = 90", "up_at = ninety"),
    "protocol with a key twice": _checked(
        "protocol.toml", "up_at = 90", "up_at = 90\nup_at = 91", "today"
    ),
    "protocol too deep": _checked("protocol.toml", "up_at = 90", f"up_at = {DEEP.decode()}"),
    "template with a brace": _checked(
        "protocol.toml", "{reps} {drill} in a row", "{reps {drill} in a row"
    ),
    "lesson without a title": _checked("lessons/first.md", "# ", ""),
    "page of another type": _checked("drills/bow.toml", "feel = [", "feel = [1, ", "show", "bow"),
    "no such option": _typed("today", "--pl"),
    "option without its value": _typed("today", "--date"),
    "flag with a value": _typed("today", "--json=x"),
    "flag of the root with a value": _typed("--plain=x"),
    "no number": _typed("history", "--limit", "x"),
    "number out of range": _typed("history", "--limit", "0"),
    "number below the least": _typed("doctor", "--restore", "-1"),
    "unknown format": _typed("export", "--format", "foo"),
    "unknown kind of file": _typed("protocol", "schema", "foo"),
    "nothing behind it": _typed("import"),
    "too many words": _typed("undo", "foo", "bar"),
    "group without a command": _typed("protocol"),
    "unknown command of a group": _typed("protocol", "chekc"),
    "unknown command": _typed("tody"),
}


@pytest.mark.parametrize("place", PLACES)
def test_what_a_library_says_is_neither_shown_nor_decides(
    hinge: Hinge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    plain = PLACES[place](hinge, tmp_path)

    heard = []
    for kind in (msgspec.DecodeError, msgspec.ValidationError, ValueError, RecursionError):
        with monkeypatch.context() as patched:
            _loud(patched, kind)
            heard.append(PLACES[place](hinge, tmp_path))

    assert SAYS not in plain.out + plain.err
    assert heard == [plain] * 4
    assert plain.code != 0 or "1 rejected" in plain.out


def test_the_cause_of_a_failed_call_is_the_systems_word() -> None:
    assert cause_of(FileNotFoundError(2, "No such file or directory", "x")) == (
        "No such file or directory"
    )
    assert cause_of(OSError(SAYS)) == "OSError"


FIT_TO_SHOW = {"cause_of", "failure", "isinstance", "type", "Unreadable", "_tell", "_why_silent"}
"""What may be done with an error that is not ours: none of these shows its sentence."""
FIT_TO_READ = {"start", "pos", "lineno", "colno", "errno", "strerror", "code", "exit_code", "ctx"}
"""What of such an error may be read."""


def test_no_handler_does_anything_with_the_sentence_of_an_error_that_is_not_ours() -> None:
    texts = {
        path: path.read_text("utf-8")
        for path in sorted(Path(hingecli.__file__).parent.rglob("*.py"))
    }
    ours = {name for text in texts.values() for name in re.findall(r"^ *class (\w+)", text, re.M)}
    trees = {path: ast.parse(text) for path, text in texts.items() if "except" in text}

    found = [
        f"{path.name}:{line}"
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and node.name and not _names(node.type) <= ours
        for line in _unfit_uses(node)
    ]

    assert found == []


def _names(kind: ast.expr | None) -> set[str]:
    parts = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    return {ast.unparse(part) for part in parts if part is not None}


def _unfit_uses(handler: ast.ExceptHandler) -> Iterator[int]:
    fit: set[ast.AST] = set()
    uses: list[ast.Name] = []
    for node in (inner for statement in handler.body for inner in ast.walk(statement)):
        match node:
            case ast.Raise(cause=ast.Name() as name):
                fit.add(name)
            case ast.Attribute(value=ast.Name() as name, attr=attr) if attr in FIT_TO_READ:
                fit.add(name)
            case ast.Call(func=ast.Name("getattr"), args=[name, ast.Constant(value=attr), *_]) if (
                attr in FIT_TO_READ
            ):
                fit.add(name)
            case ast.Call(func=function) if ast.unparse(function) in FIT_TO_SHOW:
                fit.update(node.args, (word.value for word in node.keywords))
            case ast.Name(id=id_) if id_ == handler.name:
                uses.append(node)
    return (use.lineno for use in uses if use not in fit)
