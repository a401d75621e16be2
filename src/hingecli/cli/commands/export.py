"""`hinge export`: writes the data for others, as JSON, CSV or Markdown."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from hingecli.cli.context import app_of
from hingecli.errors import UsageError
from hingecli.paths import typed_path
from hingecli.store.export import ExportFormat

if TYPE_CHECKING:
    from hingecli.app import App

EXAMPLES = (
    "hinge export -o hinge-export.json  everything, for hinge import",
    "hinge export -o sets.csv           one row a set, for a spreadsheet",
    "hinge export -o diary.md           a diary to read",
)


def command(
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="The same as -o FILE.", show_default=False),
    ] = None,
    shape: Annotated[
        ExportFormat | None,
        typer.Option(
            "--format",
            help="json: every event; csv: one row a set; md: to read. Else by the name of FILE.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to FILE; - is stdout."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Write your data: all events as JSON, the sets as CSV, or a diary as Markdown."""
    from hingecli.cli.outfile import STDOUT, refuse_no_place, refuse_own, write

    app = app_of(ctx)
    if str(file) in get_args(ExportFormat):  # `hinge export csv` names no file
        shape, file = shape or cast("ExportFormat", str(file)), None
    if file is not None and out is not None:
        raise UsageError("write the file once: hinge export FILE, or hinge export -o FILE.")
    out = out or file
    path = None if out is None or str(out) == STDOUT else typed_path(str(out))
    if path is not None:
        refuse_no_place(path, default="hinge-export.json")
        refuse_own(app, path)
    wanted = shape or ("json" if json or path is None else _shape_of(path))
    write(app, _written(app, wanted), path)


def _shape_of(path: Path) -> str:
    """Return the shape that a file's name asks for; JSON where it says nothing."""
    ending = path.suffix.lower()
    return {".csv": "csv", ".md": "md", ".markdown": "md"}.get(ending, "json")


def _written(app: "App", shape: str) -> bytes:
    from hingecli.cli.output import escape_controls
    from hingecli.store import export
    from hingecli.text import clean

    if shape == "json":
        return escape_controls(export.to_json(app.events))
    if shape == "csv":
        return export.to_csv(app.training_log, clean=clean).encode()
    return export.to_markdown(app.training_log, clean=clean).encode()
