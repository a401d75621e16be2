"""`hinge replay`: your own log under another protocol."""

from pathlib import Path
from typing import Annotated

import typer

from hingecli.cli.context import app_of

EXAMPLES = ("hinge replay --protocol my-protocol/", "hinge replay --protocol my-protocol/ --json")


def command(
    ctx: typer.Context,
    protocol: Annotated[
        Path,
        typer.Option(metavar="DIR", help="The other protocol's folder."),
    ],
    json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
) -> None:
    """See what another protocol would have opened, and when. Nothing is written."""
    from hingecli.cli.output import print_json, show
    from hingecli.coach.report.replay import replay
    from hingecli.content.check.check import load_checked
    from hingecli.paths import typed_path
    from hingecli.show import replay as view

    app = app_of(ctx)
    other = load_checked(typed_path(protocol))
    result = replay(app.training_log, app.index, other, today=app.today)
    if json:
        print_json(result)
        return
    show(app, rich=lambda: view.render(result), plain=lambda: view.plain(result))
