"""`hinge import`: brings in our own files, spreadsheets, and the exports of other loggers."""

from collections.abc import Iterator
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
    from hingecli.store.imports.comparing import FileComparison
    from hingecli.store.imports.incoming import Incoming
    from hingecli.store.imports.source import SourceFile

EXAMPLES = (
    "hinge import hinge-export.json             says what it would bring",
    "hinge import hinge-export.json --apply     brings it",
    "hinge import ~/laptop/hinge.json --apply   another machine's log",
    "hinge import strong.csv                    Strong, Hevy, FitNotes, Fitbod and others",
    'hinge import hevy.csv --names "Sumo DL=sumo-deadlift"',
    "hinge import sets.csv --map date=Day,drill=Exercise,sets=Sets,reps=Reps",
)


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
    from hingecli.cli.import_reading import TableWords, read, read_source
    from hingecli.cli.import_words import findings
    from hingecli.cli.output import print_text
    from hingecli.store.imports.comparing import compare
    from hingecli.text import clean, clean_lines

    app = app_of(ctx)
    columns, names = ([clean(word) for word in words or ()] for words in (columns, names))
    table_words = TableWords(tuple(columns), tuple(names), dates, update)
    with app.explaining_failure() if apply else nullcontext():
        source = read_source(file)
        incoming = read(app, source, table_words)
        found = compare(_held(app), incoming, update=update)
    lines = findings(source.name, incoming, found, index=app.index, today=app.today)
    if apply and not found.empty:
        _apply(app, source, incoming, update=update)
    _print(app, lines)
    end = _end(found, incoming, applied=apply, again=_applied(ctx.meta[WORDS]))
    print_text(clean_lines("\n".join(end)))  # not wrapped: a command is there to be pasted
    if not incoming.contents.events and (incoming.rejected or _is_all_unknown(incoming)):
        raise typer.Exit(2)


def _end(
    found: "FileComparison", incoming: "Incoming", *, applied: bool, again: str
) -> Iterator[str]:
    """Say what was brought in, or that nothing is yet and how it is brought in: type `again`."""
    if found.empty:
        yield "Nothing to bring in."
    elif not applied:
        yield f"Nothing is written yet. To bring it in: {again}"
    else:
        yield f"Brought in: {_brought(found, is_table=incoming.made)}."
        if found.new or found.back or found.rewrites:
            yield "undo: hinge undo"


def _is_all_unknown(incoming: "Incoming") -> bool:
    """Return whether a table of our own columns names no drill that is known."""
    preview = incoming.preview
    return preview is not None and preview.counts_clean and bool(preview.left_out)


def _applied(words: "Sequence[str]") -> str:
    """Return the command as it was typed, and with --apply: before two dashes, else at the end."""
    from hingecli.text import typed_line

    end = words.index("--") if "--" in words else len(words)
    return typed_line(("hinge", *words[:end], "--apply", *words[end:]))


def _brought(found: "FileComparison", *, is_table: bool) -> str:
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
    return ", ".join(count(n, noun, many.get(noun)) for n, noun in counts if n)


def _held(app: "App") -> "Contents":
    from hingecli.store.copies import contents_of

    return contents_of(app.log.survey())


def _apply(app: "App", source: "SourceFile", incoming: "Incoming", *, update: bool) -> None:
    from hingecli.cli.outcome import Outcome
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
    outcome = Outcome(app, written)
    for said in filter(None, (outcome.lifted, outcome.brought)):
        app.tell(said)


def _steps(found: "FileComparison", stamp: "Stamp") -> "tuple[AnyEvent, ...]":
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


def _redone(found: "FileComparison", stamp: "Stamp") -> "AnyEvent":
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
