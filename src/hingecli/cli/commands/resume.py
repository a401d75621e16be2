"""`hinge resume`: ends a pause."""

from typing import TYPE_CHECKING

import typer

from hingecli.cli.context import app_of

if TYPE_CHECKING:
    from hingecli.coach.log.events import AnyEvent

EXAMPLES = ("hinge resume",)


def command(ctx: typer.Context) -> None:
    """End a pause today."""
    from hingecli.cli.output import print_text
    from hingecli.cli.reply import Change, answer
    from hingecli.coach.log.events import Resume

    app = app_of(ctx)
    with app.explaining_failure():
        pause = app.state.pause
    if pause is None:
        print_text("There is no pause to end. Next: hinge today")
        return

    def draft(events: "tuple[AnyEvent, ...]") -> "tuple[AnyEvent, ...]":
        return (Resume(**app.stamp(events).header()),)

    written = app.record(draft)
    change = Change(app, written)
    answer(change, verb="Resumed", about="welcome back.")
