"""Reads `imports/`: the exports of other loggers, a file each, and their words for exercises.

Owns the folder's layout and its check. A protocol without the folder uses the bundled one.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hingecli.content.reading import bundled, read_part
from hingecli.errors import ProtocolError
from hingecli.loggers import ExerciseWords, LoggerFormat, Loggers

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

IMPORTS = "imports"
WORDS = f"{IMPORTS}/exercises.toml"
_MONTHS = 12


def load_loggers(root: "Traversable") -> Loggers:
    """Read all that is known of other loggers. Raises ProtocolError."""
    if not (root / IMPORTS).is_dir():
        root = bundled()
    return Loggers(
        formats=tuple(read_part(root, path, LoggerFormat) for path in _formats(root)),
        words=read_part(root, WORDS, ExerciseWords),
    )


def logger_problems(root: "Traversable", drills: set[str]) -> tuple[str, ...]:
    """Find every problem of the folder's files; `drills` are the ids they may name."""
    if not (root / IMPORTS).is_dir():
        return ()
    found: list[str] = []
    for path in _formats(root):
        try:
            known = read_part(root, path, LoggerFormat)
        except ProtocolError as error:
            found += error.problems
        else:
            found += (f"{path}: {problem}" for problem in _format_faults(known))
    try:
        words = read_part(root, WORDS, ExerciseWords)
    except ProtocolError as error:
        return (*found, *error.problems)
    return (*found, *(f"{WORDS}: {problem}" for problem in _word_faults(words, drills)))


def _formats(root: "Traversable") -> list[str]:
    names = sorted(file.name for file in (root / IMPORTS).iterdir())
    paths = [f"{IMPORTS}/{name}" for name in names if name.endswith(".toml")]
    return [path for path in paths if path != WORDS]


def _format_faults(known: LoggerFormat) -> Iterator[str]:
    fields, unfold = known.fields, known.unfold
    if not known.heading:
        yield "heading: empty, so every file would be one"
    if not known.source.strip():
        yield "source: empty"
    if not (fields.at or fields.date):
        yield "fields: at or date is needed"
    if not fields.drill and (unfold is None or unfold.block is None):
        yield "fields: drill is needed"
    if not fields.reps and unfold is None:
        yield "fields: reps is needed"
    if unfold is not None:
        numbered = {"reps": unfold.reps, "block": "#" if unfold.block is None else unfold.block}
        yield from (
            f"unfold.{name}: no # in it" for name, text in numbered.items() if "#" not in text
        )


def _word_faults(words: ExerciseWords, drills: set[str]) -> Iterator[str]:
    if len(words.months) != _MONTHS:
        yield f"months: {len(words.months)} instead of {_MONTHS}"
    for number, known in enumerate(words.drills):
        if known.drill not in drills:
            yield f'drills[{number}].drill: no drill has the id "{known.drill}"'
        if not known.names:
            yield f"drills[{number}].names: none"
        for gear in known.gear:
            if gear and gear not in words.gear:
                yield f'drills[{number}].gear: "{gear}" is none of: {", ".join(words.gear)}'
