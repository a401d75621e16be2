"""Reads the files of a protocol, each when it is needed.

Owns the folder's layout. A file that does not fit its type is reported with all its problems.
Types are imported where they are read: `hinge log` needs no texts.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from hingecli.errors import ProtocolError, cause_of
from hingecli.refusals import REFUSALS

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from hingecli.coach.protocol.protocol import Index, Protocol
    from hingecli.coach.protocol.texts import Cues, DrillPage, Lesson, Mistakes

PROTOCOL = "protocol.toml"
MISTAKES = "mistakes.toml"
CUES = "cues.toml"
DRILLS = "drills"
LESSONS = "lessons"

MAX_BYTES = 1_000_000
"""More than any file of a protocol needs; a larger one is not read."""

_MOST_DOTS = 200
_QUOTED = r'"(?:\\.|[^"\\])*+"|\'[^\']*+\''

_Part = TypeVar("_Part", bound=msgspec.Struct)


class LessonError(Exception):
    """A text is no lesson; the sentence is ours."""


@cache
def bundled() -> "Traversable":
    """Return the folder of the protocol that comes with the program."""
    package = Path(__file__).parent.parent
    # A plain folder almost always: `importlib.resources` costs 5 ms at every start.
    for folder in (package / "data", package.parent.parent / "data"):
        if folder.is_dir():
            return folder
    from importlib.resources import files

    return files("hingecli") / "data"


def load_protocol(root: "Traversable") -> "Index":
    """Read what decides: phases, ladder, plan, rules. Raises ProtocolError.

    What it refers to is not looked for: `content.check.load_checked` does that first.
    """
    from hingecli.coach.protocol.protocol import Index, Protocol

    return Index(_compiled_protocol(root) or read_part(root, PROTOCOL, Protocol))


def load_page(root: "Traversable", drill_id: str) -> "DrillPage":
    """Read the texts of one drill. Raises ProtocolError."""
    from hingecli.coach.protocol.texts import DrillPage

    return read_part(root, f"{DRILLS}/{drill_id}.toml", DrillPage)


def load_mistakes(root: "Traversable") -> "Mistakes":
    """Read the table of mistakes. Raises ProtocolError."""
    from hingecli.coach.protocol.texts import Mistakes

    return read_part(root, MISTAKES, Mistakes)


def load_cues(root: "Traversable") -> "Cues":
    """Read the elements and the texts that take turns. Raises ProtocolError."""
    from hingecli.coach.protocol.texts import Cues

    return read_part(root, CUES, Cues)


def lesson_titles(root: "Traversable", index: "Index") -> tuple[tuple[str, str], ...]:
    """Return the id and title of each lesson, in order. Raises ProtocolError."""
    return tuple((topic, _lesson(root, topic).title) for topic in index.protocol.lessons)


def load_lesson(root: "Traversable", index: "Index", topic: str) -> "Lesson":
    """Read the lesson that `topic` names, or that alone has its words in its title.

    Raises UnknownNameError and ProtocolError.
    """
    from hingecli.coach.parse.names import find
    from hingecli.errors import UnknownNameError

    names = {known: known for known in index.protocol.lessons}
    try:
        return _lesson(root, find(topic, names, what="lesson", listed_by="hinge learn"))
    except UnknownNameError:
        about = _about(topic, lesson_titles(root, index))
        if about is None:
            raise
        return _lesson(root, about)


def _about(topic: str, titles: tuple[tuple[str, str], ...]) -> str | None:
    """Return the one lesson whose id is a word of `topic`, or whose title has all its words."""
    words = topic.lower().split()
    named = [id_ for id_, _ in titles if id_ in words]
    titled = [id_ for id_, title in titles if {*words} <= {*title.lower().replace(",", "").split()}]
    found = named if len(named) == 1 else titled
    return found[0] if len(found) == 1 else None


def parse_lesson(topic: str, text: str) -> "Lesson":
    """Split a lesson's file into its title and its Markdown. Raises LessonError without either."""
    from hingecli.coach.protocol.texts import Lesson

    first, _, rest = text.replace("\r\n", "\n").lstrip("\ufeff").partition("\n")
    title = first.removeprefix("# ").strip()
    if not first.startswith("# ") or not title:
        raise LessonError("the first line must be a title: # Title")
    if not rest.strip():
        raise LessonError("there is no text under the title")
    return Lesson(id=topic, title=title, text=rest.strip() + "\n")


def read_text(root: "Traversable", path: str) -> str:
    """Read the file at `path`, parts joined by `/`. Raises ProtocolError."""
    place = root
    for part in path.split("/"):
        place = place / part
    if isinstance(place, Path) and place.exists() and not (place.is_file() or place.is_dir()):
        raise ProtocolError([f"{path}: not a file, so it is not read"])  # a pipe waits forever
    try:
        with place.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            raise ProtocolError([f"{path}: larger than {MAX_BYTES:,} bytes"])
        return raw.decode("utf-8")
    except FileNotFoundError as error:
        raise ProtocolError([f"{path}: the file is missing"]) from error
    except OSError as error:
        raise ProtocolError([f"{path}: cannot be read: {cause_of(error)}"]) from error
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ProtocolError(
            [f"{path}: not UTF-8 text, at byte {error.start} in line {line}"]
        ) from error


def read_table(root: "Traversable", path: str) -> Mapping[str, object]:
    """Read a TOML file into plain values. Raises ProtocolError with the line at fault."""
    text = read_text(root, path)
    compiled = _tables().get(path)
    if compiled is not None and compiled[0] == text:
        return msgspec.json.decode(compiled[1], type=dict[str, object])
    long = next((n for n, line in enumerate(text.split("\n"), 1) if _is_deep_key(line)), None)
    if long is not None:
        raise ProtocolError([f"{path}: not valid TOML: line {long}: nested too deeply"])
    try:
        return _parse(text)
    except REFUSALS as error:
        from hingecli.content.shape import printable
        from hingecli.content.tomlfault import toml_fault

        raise ProtocolError([printable(f"{path}: not valid TOML: {toml_fault(text)}")]) from error


def read_part(root: "Traversable", path: str, kind: type[_Part]) -> _Part:
    """Read a TOML file as a value of `kind`. Raises ProtocolError with every problem of it."""
    table = read_table(root, path)
    try:
        return msgspec.convert(table, kind)
    except REFUSALS as error:
        from hingecli.content.shape import problems

        every = tuple(problems(table, kind)) or ("hinge cannot read it",)
        raise ProtocolError([f"{path}: {problem}" for problem in every]) from error


@lru_cache(maxsize=128)
def _parse(text: str) -> Mapping[str, object]:
    """Parse a file's text once, however often it is read; the values are not to be changed."""
    import tomllib

    return tomllib.loads(text)


def _is_deep_key(line: str) -> bool:
    """Return whether a line has more dots outside of texts than a key may have parts.

    Parsing such a key takes the square of its length: 20,000 parts are a quarter of a minute.
    """
    if line.count(".") <= _MOST_DOTS:
        return False
    return re.sub(_QUOTED, "", line).partition("#")[0].count(".") > _MOST_DOTS


def _compiled_protocol(root: "Traversable") -> "Protocol | None":
    """Return the protocol that the wheel's build made of the very text in `root`, if it is that."""
    compiled = _tables().get(PROTOCOL)
    if compiled is None or compiled[0] != read_text(root, PROTOCOL):
        return None
    protocol: Protocol = import_module("hingecli.content.compiled_protocol").PROTOCOL
    return protocol


@cache
def _tables() -> dict[str, tuple[str, str]]:
    """Return what the wheel's build compiled; nothing in a checkout."""
    try:
        tables: dict[str, tuple[str, str]] = import_module("hingecli.content.compiled").TABLES
    except ModuleNotFoundError:
        return {}
    return tables


def _lesson(root: "Traversable", topic: str) -> "Lesson":
    path = f"{LESSONS}/{topic}.md"
    try:
        return parse_lesson(topic, read_text(root, path))
    except LessonError as error:
        raise ProtocolError([f"{path}: {error}"]) from error
