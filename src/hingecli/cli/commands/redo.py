"""`hinge redo`: brings back what undo took."""

import typer

from hingecli.cli.context import app_of

EXAMPLES = ("hinge redo",)


def command(ctx: typer.Context) -> None:
    """Bring back what undo took, until the next new command."""
    from hingecli.cli.undo_words import take_step
    from hingecli.coach.log.events import Redone
    from hingecli.coach.log.undo import redo_step

    take_step(
        app_of(ctx),
        redo_step,
        lambda ids, header: Redone(**header, ids=ids),
        verb="Redone",
        nothing="There is nothing to redo.",
        back="hinge undo",
    )
