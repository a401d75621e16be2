"""`hinge report`: one page for a coach or a physical therapist, and for oneself."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hingecli.cli.context import app_of
from hingecli.cli.whole import Whole, whole_option

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.report.report import Report

EXAMPLES = (
    "hinge report                       the last 12 weeks",
    "hinge report --weeks 52 --name Kim -o kim.html",
    "hinge report --notes --open        with your notes, in the browser",
)
WEEKS = 12
"""The weeks of the plan: about what one course with a therapist takes."""
MOST_WEEKS = 53
"""A year: more would not fit on two pages."""


def command(
    ctx: typer.Context,
    out: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE.html", help="Write to FILE; - is stdout."),
    ] = None,
    weeks: Annotated[
        int,
        whole_option(Whole(1, MOST_WEEKS), "--weeks", help="The last N weeks."),
    ] = WEEKS,
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", help="Whom it is about, to be shown.")
    ] = "",
    notes: Annotated[bool, typer.Option("--notes", help="With your notes, word for word.")] = False,
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Write a report for a coach or physical therapist: one HTML page, two sheets on paper."""
    from hingecli.cli.extras import require
    from hingecli.cli.outfile import OwnFile, file_to_write, write
    from hingecli.coach.report.report import report
    from hingecli.errors import UsageError

    app = app_of(ctx)
    require("report")
    kind = OwnFile(noun="report", ending=".html", is_own=_is_report)
    path = file_to_write(app, out, default=f"hinge-report-{app.today.isoformat()}.html", kind=kind)
    if open_ and path is None:
        raise UsageError("--open needs a file: leave out -o -")
    if not any(sitting.day <= app.today for sitting in app.training_log.sittings):
        app.tell("There is nothing to report yet. It begins with your first session: hinge today")
        return
    found = report(app.index, app.training_log, today=app.today, weeks=weeks, notes=notes)
    write(app, _page(app, found, name=name).encode(), path, whole=True)
    if path is None:
        return
    if open_:
        _open(app, path)
    else:
        app.tell("Open it in your browser; --open does so at once.")


def _page(app: "App", found: "Report", *, name: str) -> str:
    from hingecli.content.figures import load_comparison
    from hingecli.show.report.page import MOST_PICTURES, page

    most = (shift.mistake for shift in found.noticed.mistakes[:MOST_PICTURES])
    drawn = {mistake: load_comparison(app.protocol_root, mistake) for mistake in most}
    return page(
        found,
        index=app.index,
        mistakes=app.mistakes.mistakes,
        pictures={mistake: shown for mistake, shown in drawn.items() if shown is not None},
        name=name,
        written=app.today,
    )


def _is_report(data: bytes) -> bool:
    from hingecli.show.report.page import GENERATOR

    return f'<meta name="generator" content="{GENERATOR}">'.encode() in data


def _open(app: "App", path: Path) -> None:
    import webbrowser

    if not webbrowser.open(path.absolute().as_uri()):
        app.tell(f"No browser was found. Open it yourself: {path.absolute()}")
