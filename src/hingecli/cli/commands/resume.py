"""`hinge resume`: ends a pause."""

import typer

from hingecli.cli.context import app_of

EXAMPLES = ("hinge resume",)


def command(ctx: typer.Context) -> None:
    """End a pause today."""
    from hingecli.cli.outcome import record
    from hingecli.cli.output import print_text
    from hingecli.cli.reply import reply
    from hingecli.coach.log.events import Resume

    app = app_of(ctx)
    with app.explaining_failure():
        pause = app.state.pause
    if pause is None:
        print_text("There is no pause to end. Next: hinge today")
        return
    ended = record(app, lambda events: (Resume(**app.stamp(events).header()),))
    reply(ended, verb="Resumed", about="welcome back.")
