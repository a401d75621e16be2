"""`hinge import`: brings in our own files, spreadsheets, and the exports of other loggers."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from hingecli.cli.context import app_of
from hingecli.cli.group import WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hingecli.app import App, Stamp
    from hingecli.coach.log.events import AnyEvent
    from hingecli.store.codec import Contents
    from hingecli.store.imports.comparing import Comparison
    from hingecli.store.imports.exercises import DrillFinder
    from hingecli.store.imports.incoming import Incoming
    from hingecli.store.imports.rows import Frame
    from hingecli.store.imports.source import Source

EXAMPLES = (
    "hinge import hinge-export.json             says what it would bring",
    "hinge import hinge-export.json --apply     brings it",
    "hinge import ~/laptop/hinge.json --apply   another machine's log",
    "hinge import strong.csv                    Strong, Hevy, FitNotes, Fitbod and others",
    'hinge import hevy.csv --names "Sumo DL=sumo-deadlift"',
    "hinge import sets.csv --map date=Day,drill=Exercise,reps=Reps,load=Weight,unit=lb",
)
STDIN = "-"


class Reading:
    """How a file is to be read, as typed."""

    def __init__(
        self,
        columns: "Sequence[str]",
        names: "Sequence[str]",
        dates: Literal["dmy", "mdy"] | None,
        *,
        update: bool,
    ) -> None:
        """Keep the words of --map, --names, --dates and --update."""
        self.columns = columns
        self.names = names
        self.dates = dates
        self.update = update

    @property
    def for_tables(self) -> bool:
        """Whether anything was said that only a table can follow."""
        return bool(self.columns or self.names or self.dates or self.update)


def command(
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="An export of hinge, a hinge.json, a .csv; - for what is piped in."
        ),
    ],
    apply: Annotated[
        bool, typer.Option("--apply", help="Bring it in; without this nothing is written.")
    ] = False,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="OURS=THEIRS",
            help="CSV: which column is which; unit=lb.",
        ),
    ] = None,
    names: Annotated[
        list[str] | None,
        typer.Option("--names", metavar="THEIRS=DRILL", help="CSV: which exercise is which drill."),
    ] = None,
    dates: Annotated[
        Literal["dmy", "mdy"] | None,
        typer.Option("--dates", help="CSV: whether 02/11/2026 begins with the day or the month."),
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="CSV: take the file's version of sessions that differ.")
    ] = False,
) -> None:
    """Bring data in from FILE. First it only says what is new, known and left out."""
    from hingecli.cli.import_words import findings
    from hingecli.cli.output import print_text
    from hingecli.store.imports.comparing import compare
    from hingecli.text import clean, clean_lines

    app = app_of(ctx)
    columns, names = ([clean(word) for word in words or ()] for words in (columns, names))
    reading = Reading(columns, names, dates, update=update)
    with app.explaining_failure() if apply else nullcontext():
        source = _source(file)
        incoming = _read(app, source, reading)
        found = compare(_held(app), incoming, update=update)
    lines = findings(source.name, incoming, found, index=app.index, today=app.today)
    if found.empty:
        end = ["Nothing to bring in."]
    elif not apply:
        end = [f"Nothing is written yet. To bring it in: {_applied(ctx.meta[WORDS])}"]
    else:
        _apply(app, source, incoming, update=update)
        end = [f"Brought in: {_brought(found, is_table=incoming.made)}."]
        end += ["undo: hinge undo"] if found.new or found.back or found.rewrites else []
    _print(app, lines)
    print_text(clean_lines("\n".join(end)))  # not wrapped: a command is there to be pasted
    if not incoming.contents.events and (incoming.rejected or _is_all_unknown(incoming)):
        raise typer.Exit(2)


def _is_all_unknown(incoming: "Incoming") -> bool:
    """Return whether a table of our own columns names no drill that is known."""
    preview = incoming.preview
    return preview is not None and preview.counts_clean and bool(preview.left_out)


def _applied(words: "Sequence[str]") -> str:
    """Return the command as it was typed, and with --apply: before two dashes, else at the end."""
    from hingecli.text import typed_line

    end = words.index("--") if "--" in words else len(words)
    return typed_line(("hinge", *words[:end], "--apply", *words[end:]))


def _brought(found: "Comparison", *, is_table: bool) -> str:
    """Say what was brought in: sessions of a table, events of a log."""
    from hingecli.text import count

    events = len(found.new) + len(found.back)
    counts = (
        (found.sessions if is_table else 0, "session"),
        (found.grown, "session with more sets"),
        (0 if is_table else events, "event"),
        (len(found.rewrites), "change"),
        (found.other, "change as with a synced copy"),
    )
    many = {"session with more sets": "sessions with more sets"}
    return ", ".join(count(n, one, many.get(one)) for n, one in counts if n)


def _held(app: "App") -> "Contents":
    from hingecli.store.copies import contents_of

    return contents_of(app.log.survey())


def _source(file: Path) -> "Source":
    import sys

    from hingecli.app import is_terminal, tell
    from hingecli.store.imports.source import read_path, read_stream

    if str(file) == STDIN:
        if is_terminal(sys.stdin):
            tell("Reading what you type or paste; end with Ctrl-D.")
        return read_stream(sys.stdin.buffer, name="standard input")
    return read_path(file)


def _read(app: "App", source: "Source", reading: Reading) -> "Incoming":
    from hingecli.errors import UsageError
    from hingecli.store.imports import events
    from hingecli.store.imports.source import kind_of

    kind = kind_of(source)
    if kind == "csv":
        return _read_table(app, source, reading)
    if reading.for_tables:
        raise UsageError("--map, --names, --dates and --update are for .csv files.")
    read = events.read_export if kind == "export" else events.read_other_log
    return read(source.name, source.data, layout=app.log.layout)


def _read_table(app: "App", source: "Source", reading: Reading) -> "Incoming":
    from hingecli.coach.parse.names import find_drill
    from hingecli.content.loggers import load_loggers
    from hingecli.store.imports.exercises import DrillFinder, read_names
    from hingecli.store.imports.layout import read_map
    from hingecli.store.imports.table import read_table

    loggers = load_loggers(app.protocol_root)
    added = {name: find_drill(app.index, id_) for name, id_ in read_names(reading.names).items()}
    finder = DrillFinder(loggers.words, drills=app.index.rungs, added=added)
    return read_table(
        source,
        columns=read_map(reading.columns),
        loggers=loggers,
        frame=_frame(app, finder, reading),
    )


def _frame(app: "App", finder: "DrillFinder", reading: Reading) -> "Frame":
    import os
    from functools import cache

    from hingecli.clock import local_time
    from hingecli.coach.parse.names import find_drill, find_mistake
    from hingecli.coach.parse.places import read_place
    from hingecli.errors import UnknownNameError
    from hingecli.store.imports.rows import Frame
    from hingecli.text import clean

    @cache
    def drill(word: str) -> str | None:
        try:
            return finder.added(word) or find_drill(app.index, word)
        except UnknownNameError:
            return finder.find(word)

    header = app.stamp(app.events).header()
    return Frame(
        now=app.now,
        today=app.today,
        seq=header["seq"],
        cmd=header["cmd"],
        local=lambda moment: local_time(moment, os.environ, now=app.now),
        drill=drill,
        exercise=finder.find,
        nearest=finder.nearest,
        mistake=lambda word: find_mistake(app.mistakes, word),
        place=lambda word: read_place(word, app.index, what="where"),
        note=clean,
        sided=frozenset(rung.id for rung in app.index.ladder if rung.per_side),
        order=reading.dates,
        profile_unit=app.state.profile.units,
    )


def _apply(app: "App", source: "Source", incoming: "Incoming", *, update: bool) -> None:
    from hingecli.cli.reply import Outcome
    from hingecli.coach.log.events import Imported
    from hingecli.store.imports.comparing import compare
    from hingecli.text import clean

    def plan(held: "Contents") -> "tuple[Contents, Sequence[AnyEvent]]":
        found = compare(held, incoming, update=update)
        if not (found.new or found.back or found.rewrites):
            return found.bring, ()
        stamp = app.stamp((*held.events, *found.bring.events))
        steps = _steps(found, stamp)
        ids = (*(event.id for event in found.new), *found.back, *(event.id for event in steps))
        brought = Imported(
            **stamp.header(),
            ids=ids,
            source=clean(source.name),
            format=incoming.format,
            digest=source.digest,
        )
        again = (_redone(found, stamp),) if found.back else ()
        return found.bring, (*steps, *again, brought)

    with app.explaining_failure():
        written = app.log.rebuild(plan)
    app.committed = True
    app.warn(written.warnings)
    lifted = Outcome(app, written).lifted
    if lifted:
        app.tell(lifted)


def _steps(found: "Comparison", stamp: "Stamp") -> "tuple[AnyEvent, ...]":
    """Make the changes that take the file's version of sessions that differ."""
    from hingecli.coach.log.events import SessionDeleted, SessionEdited

    made: list[AnyEvent] = []
    for rewrite in found.rewrites:
        header, theirs = stamp.header(), rewrite.session
        if theirs is None:
            made.append(SessionDeleted(**header, target=rewrite.target))
            continue
        header["at"], header["day"] = theirs.at, theirs.day
        made.append(SessionEdited(**header, target=rewrite.target, body=theirs.body))
    return tuple(made)


def _redone(found: "Comparison", stamp: "Stamp") -> "AnyEvent":
    """Make the event that brings back what was undone here."""
    from hingecli.coach.log.events import Redone

    return Redone(**stamp.header(), ids=found.back)


def _print(app: "App", lines: "Sequence[str]") -> None:
    from hingecli.cli.output import show
    from hingecli.show.sheet import Page
    from hingecli.text import plain_lines

    show(
        app,
        rich=lambda: Page(
            lambda sheet: [row for line in lines for row in sheet.wrap(line, indent=2)]
        ),
        plain=lambda: plain_lines(*lines),
    )
