"""`hinge history`: past sessions with their notes, the newest first."""

from typing import Annotated

import typer

from hingecli.cli.complete import complete_past_day
from hingecli.cli.context import app_of
from hingecli.cli.whole import Whole, whole_option
from hingecli.coach.report.sessions import session_json

EXAMPLES = (
    "hinge history                      the last 20",
    "hinge history --since -30d",
    "hinge history --limit 5 --json",
)
LAST = 20
MOST = 1_000_000


def command(
    ctx: typer.Context,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DAY",
            help="From this day on: 2026-11-01, mon, -30d.",
            autocompletion=complete_past_day,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        whole_option(Whole(1, MOST), "--limit", help="At most so many."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
) -> None:
    """List past sessions with their notes, the newest first."""
    from hingecli.cli.output import print_json, show
    from hingecli.coach.parse.dates import read_day
    from hingecli.show import history as view

    app = app_of(ctx)
    # Nothing is written under this day: it may be long ago.
    first = None if since is None else read_day(since, app.today, long_ago=True)
    if limit is None and first is None:
        limit = LAST
    sittings = sorted(
        (sitting for sitting in app.training_log.sittings if first is None or sitting.day >= first),
        key=lambda sitting: (sitting.day, sitting.at, sitting.seq),
        reverse=True,
    )[:limit]
    if json:
        print_json({"sessions": [session_json(sitting) for sitting in sittings]})
        return
    names = app.mistakes if any(sitting.mistakes for sitting in sittings) else None
    show(
        app,
        rich=lambda: view.render(sittings, index=app.index, today=app.today, mistakes=names),
        plain=lambda: view.plain(sittings, index=app.index, today=app.today, mistakes=names),
    )
