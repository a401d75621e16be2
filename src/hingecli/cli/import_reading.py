"""How `hinge import` reads a file: where its bytes come from, what they are, what was said of them.

Owns the way from what was typed to what the store's readers need.
"""

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from hingecli.app import is_terminal, tell
from hingecli.clock import local_time
from hingecli.coach.parse.names import find_drill, find_mistake
from hingecli.coach.parse.places import read_place
from hingecli.errors import UnknownNameError, UsageError
from hingecli.loggers import Order
from hingecli.store.imports import events
from hingecli.store.imports.incoming import Incoming
from hingecli.store.imports.source import SourceFile, kind_of, read_path, read_stream
from hingecli.text import clean

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.store.imports.context import RowContext
    from hingecli.store.imports.exercises import DrillFinder

STDIN: Final = "-"


class TableWords(NamedTuple):
    """What was typed that only a table can follow: --map, --names, --dates, --update."""

    columns: tuple[str, ...]
    names: tuple[str, ...]
    dates: Order | None
    update: bool


def read_source(file: Path) -> SourceFile:
    """Read the bytes of `file`, or of what is piped in. Raises UsageError, LogError."""
    if str(file) == STDIN:
        if is_terminal(sys.stdin):
            tell("Reading what you type or paste; end with Ctrl-D.")
        return read_stream(sys.stdin.buffer, name="standard input")
    return read_path(file)


def read(app: "App", source: SourceFile, words: TableWords) -> Incoming:
    """Read what `source` brings, whatever it is. Raises UsageError, LogError, UnknownNameError."""
    kind = kind_of(source)
    if kind == "csv":
        return _read_table(app, source, words)
    if any(words):
        raise UsageError("--map, --names, --dates and --update are for .csv files.")
    as_events = events.read_export if kind == "export" else events.read_other_log
    return as_events(source.name, source.data, layout=app.log.layout)


def _read_table(app: "App", source: SourceFile, words: TableWords) -> Incoming:
    from hingecli.content.loggers import load_loggers
    from hingecli.store.imports.exercises import DrillFinder, read_names
    from hingecli.store.imports.layout import read_map
    from hingecli.store.imports.table import read_table

    loggers = load_loggers(app.protocol_root)
    added = {name: find_drill(app.index, id_) for name, id_ in read_names(words.names).items()}
    finder = DrillFinder(loggers.words, drills=app.index.rungs, added=added)
    return read_table(
        source,
        columns=read_map(words.columns),
        loggers=loggers,
        context=_context(app, finder, words),
    )


def _context(app: "App", finder: "DrillFinder", words: TableWords) -> "RowContext":
    from hingecli.store.imports.context import RowContext

    @cache
    def drill(word: str) -> str | None:
        try:
            return finder.added(word) or find_drill(app.index, word)
        except UnknownNameError:
            return finder.find(word)

    header = app.stamp(app.events).header()
    return RowContext(
        now=app.now,
        today=app.today,
        seq=header["seq"],
        cmd=header["cmd"],
        local=lambda moment: local_time(moment, os.environ, now=app.now),
        drill=drill,
        exercise=finder.find,
        nearest=finder.nearest,
        gear=finder.gear,
        mistake=lambda word: find_mistake(app.mistakes, word),
        place=lambda word: read_place(word, app.index, what="where"),
        note=clean,
        sided=frozenset(rung.id for rung in app.index.ladder if rung.per_side),
        order=words.dates,
        profile_unit=app.state.profile.units,
    )
