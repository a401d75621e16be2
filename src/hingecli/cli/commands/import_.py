"""`hinge import`: brings in an export, another machine's log, or a spreadsheet."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hingecli.cli.context import app_of
from hingecli.cli.group import WORDS
from hingecli.text import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hingecli.app import App
    from hingecli.coach.log.events import AnyEvent
    from hingecli.store.codec import Contents
    from hingecli.store.imports.events import Comparison, Incoming

EXAMPLES = (
    "hinge import hinge-export.json             says what it would bring",
    "hinge import hinge-export.json --apply     brings it",
    "hinge import ~/laptop/hinge.json --apply   another machine's log",
    "hinge import sets.csv --map date=Day,drill=Exercise,reps=Reps,load=Weight",
)
SHOWN = 10
"""Rejected lines that are told; the others are counted."""


def command(
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="JSON of hinge export, a hinge.json, or a .csv."),
    ],
    apply: Annotated[
        bool, typer.Option("--apply", help="Bring it in; without this nothing is written.")
    ] = False,
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="OURS=THEIRS", help="CSV: which column is which."),
    ] = None,
) -> None:
    """Bring data in from FILE. First it only says what is new, known and rejected."""
    from hingecli.store.imports.events import compare

    app = app_of(ctx)
    with app.explaining_failure() if apply else nullcontext():
        incoming = _read(app, file, columns or [])
        found = compare(_held(app), incoming)
    lines = _findings(found, incoming, file)
    if not (found.new or found.other):
        lines.append("Nothing to bring in.")
    elif not apply:
        lines.append(f"Nothing is written yet. To bring it in: {_applied(ctx.meta[WORDS])}")
    else:
        _apply(app, file, incoming)
        lines.append(f"Brought in: {count(len(found.new), 'new event')}.")
        lines += ["undo: hinge undo"] if found.new else []
    _print(lines)
    if incoming.rejected and not incoming.contents.events:
        raise typer.Exit(2)


def _applied(words: "Sequence[str]") -> str:
    """Return the command as it was typed, and with --apply: before two dashes, else at the end."""
    from hingecli.text import typed_line

    end = words.index("--") if "--" in words else len(words)
    return typed_line(("hinge", *words[:end], "--apply", *words[end:]))


def _held(app: "App") -> "Contents":
    from hingecli.store.copies import contents_of

    return contents_of(app.log.survey())


def _read(app: "App", file: Path, columns: "Sequence[str]") -> "Incoming":
    from hingecli.errors import LogError, UsageError, cause_of
    from hingecli.store.files import read_file
    from hingecli.store.imports import events

    try:
        data = read_file(file)
    except OSError as error:
        raise LogError(f"cannot read {file}: {cause_of(error)}.") from error
    if data is None:
        raise UsageError(f"there is no file {file}.")
    kind = events.kind_of(file.name, data)
    if kind == "csv":
        return _read_csv(app, file, data, columns)
    if columns:
        raise UsageError("--map is for .csv files.")
    read = events.read_export if kind == "export" else events.read_other_log
    return read(file.name, data, layout=app.log.layout)


def _read_csv(app: "App", file: Path, data: bytes, columns: "Sequence[str]") -> "Incoming":
    from hingecli.coach.parse.names import find_drill, find_mistake
    from hingecli.coach.parse.places import read_place
    from hingecli.store.imports.rows import Frame, read_csv, read_map
    from hingecli.text import clean

    header = app.stamp(app.events).header()
    frame = Frame(
        now=app.now,
        today=app.today,
        seq=header["seq"],
        cmd=header["cmd"],
        drill=lambda word: find_drill(app.index, word),
        mistake=lambda word: find_mistake(app.mistakes, word),
        place=lambda word: read_place(word, app.index, what="where"),
        note=clean,
    )
    return read_csv(file.name, data, columns=read_map(columns), frame=frame)


def _apply(app: "App", file: Path, incoming: "Incoming") -> None:
    from hingecli.cli.reply import Outcome
    from hingecli.coach.log.events import Imported
    from hingecli.store.imports.events import compare
    from hingecli.text import clean

    def plan(held: "Contents") -> "tuple[Contents, Sequence[AnyEvent]]":
        found = compare(held, incoming)
        if not found.new:
            return found.bring, ()
        stamp = app.stamp((*held.events, *found.bring.events))
        ids = tuple(event.id for event in found.new)
        return found.bring, (Imported(**stamp.header(), ids=ids, source=clean(file.name)),)

    with app.explaining_failure():
        written = app.log.rebuild(plan)
    app.committed = True
    app.warn(written.warnings)
    lifted = Outcome(app, written).lifted
    if lifted:
        app.tell(lifted)


def _findings(found: "Comparison", incoming: "Incoming", file: Path) -> list[str]:
    lines = [
        f"{file.name}: {len(found.new)} new, {found.known} known, {len(incoming.rejected)} rejected"
    ]
    if found.other:
        lines.append(f"{count(found.other, 'known event')} would change, as with a synced copy")
    if found.purged:
        lines.append(f"{count(found.purged, 'purged event')} stay away.")
    lines += [f"line {line}: {why}" for line, why in incoming.rejected[:SHOWN]]
    more = len(incoming.rejected) - SHOWN
    if more > 0:
        lines.append(f"and {more} more lines")
    return lines


def _print(lines: "Sequence[str]") -> None:
    from hingecli.cli.output import print_text
    from hingecli.text import clean

    print_text("\n".join(clean(line) for line in lines))
