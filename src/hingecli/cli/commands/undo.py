"""`hinge undo`: takes the last command back."""

import typer

from hingecli.cli.context import app_of

EXAMPLES = ("hinge undo",)


def command(ctx: typer.Context) -> None:
    """Take the last command that changed something back; again for the one before."""
    from hingecli.cli.undo_words import take_step
    from hingecli.coach.log.events import Undone
    from hingecli.coach.log.undo import undo_step

    take_step(
        app_of(ctx),
        undo_step,
        lambda ids, header: Undone(**header, ids=ids),
        verb="Undone",
        nothing="There is nothing to undo.",
        back="hinge redo",
    )
