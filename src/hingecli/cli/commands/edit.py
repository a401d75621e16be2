"""`hinge edit`: corrects a past session, any field of it."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hingecli.cli.complete import complete_drill, complete_past_day
from hingecli.cli.context import app_of
from hingecli.cli.options import TO_EDIT, SessionId, takes

if TYPE_CHECKING:
    from hingecli.coach.log.events import AnyEvent

EXAMPLES = (
    "hinge history                      the ids, at the right",
    "hinge edit 3f2a wall 18/20         other sets",
    "hinge edit 3f2a --effort 6 -d yesterday",
    "hinge edit 3f2a --note none        takes the note away",
)


@takes(TO_EDIT)
def command(
    ctx: typer.Context,
    id_: SessionId,
    sets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[[DRILL] SETS...]",
            help="All its sets, in the place of those there.",
            autocompletion=complete_drill,
            show_default=False,
        ),
    ] = None,
    *,
    when: Annotated[
        str | None,
        typer.Option(
            "-d",
            "--date",
            metavar="WHEN",
            help="The day it happened.",
            autocompletion=complete_past_day,
        ),
    ] = None,
    **answers: Any,
) -> None:
    """Correct a past session; what you leave out stays as it is."""
    from hingecli.cli.edited_body import edited_body
    from hingecli.cli.outcome import record
    from hingecli.cli.replacing import replaced
    from hingecli.cli.reply import reply
    from hingecli.cli.session_words import SessionWords, words_of
    from hingecli.cli.which_session import which_session
    from hingecli.coach.log.sessions import read_log
    from hingecli.coach.parse.dates import read_day
    from hingecli.errors import UsageError

    app = app_of(ctx)
    words = words_of(sets, answers | {"day": when})
    if words == SessionWords():
        which_session(app.training_log, id_, today=app.today)  # or it says which there are
        raise UsageError(f"what is to change? Write hinge edit {id_} wall 18/20.")
    day = None if words.day is None else read_day(words.day, app.today)
    target: list[str] = []

    def draft(events: "tuple[AnyEvent, ...]") -> "tuple[AnyEvent, ...]":
        sitting = which_session(read_log(events), id_, today=app.today)
        body = edited_body(app, sitting.body, words)
        moved = day is not None and day != sitting.day
        if body == sitting.body and not moved:
            raise UsageError("nothing to change: it says that already.")
        target[:] = [sitting.id]
        return replaced(app, app.stamp(events), sitting, body, day=day)

    outcome = record(app, draft)
    reply(outcome, verb="Changed", sitting=outcome.sitting(target[0]))
