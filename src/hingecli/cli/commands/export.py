"""`hinge export`: writes the data for others, as JSON, CSV or Markdown."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from hingecli.cli.context import app_of

if TYPE_CHECKING:
    from hingecli.app import App

EXAMPLES = (
    "hinge export -o hinge-export.json  everything, for hinge import",
    "hinge export --format csv -o sets.csv",
    "hinge export --format md           a diary to read",
)


def command(
    ctx: typer.Context,
    shape: Annotated[
        Literal["json", "csv", "md"],
        typer.Option("--format", help="json: every event; csv: one row a set; md: to read."),
    ] = "json",
    out: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, not to stdout."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Write your data: all events as JSON, the sets as CSV, or a diary as Markdown."""
    app = app_of(ctx)
    data = _written(app, "json" if json else shape)
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    from hingecli.errors import LogError, cause_of
    from hingecli.store.files import replace_file

    try:
        if out.exists() and not out.is_file():  # a pipe or a device is written to, not replaced
            out.write_bytes(data)
        else:
            replace_file(out, (data,))
    except OSError as error:
        cause = cause_of(error)
        raise LogError(f"cannot write {out}: {cause}. Choose another -o FILE.") from error
    app.tell(f"Written: {out}")


def _written(app: "App", shape: str) -> bytes:
    from hingecli.cli.output import escape_controls
    from hingecli.store import export
    from hingecli.text import clean

    if shape == "json":
        return escape_controls(export.to_json(app.events))
    if shape == "csv":
        return export.to_csv(app.training_log, clean=clean).encode()
    return export.to_markdown(app.training_log, clean=clean).encode()
