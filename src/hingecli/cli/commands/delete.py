"""`hinge delete`: deletes a past session; with --purge its words too, for good."""

from typing import TYPE_CHECKING, Annotated

import typer

from hingecli.cli.context import app_of
from hingecli.cli.options import SessionId
from hingecli.coach.log.days import say_on_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hingecli.app import App
    from hingecli.coach.log.events import AnyEvent
    from hingecli.coach.log.sessions import Sitting

EXAMPLES = (
    "hinge history                      the ids, at the right",
    "hinge delete 3f2a                  hinge undo brings it back",
    "hinge delete 3f2a --purge          removed from every copy, for good",
)


def command(
    ctx: typer.Context,
    id_: SessionId,
    purge: Annotated[
        bool, typer.Option("--purge", help="Remove its words from all files; no undo.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Purge without asking.")] = False,
) -> None:
    """Delete a past session; unlocks are worked out again."""
    from hingecli.cli.outcome import record
    from hingecli.cli.reply import reply
    from hingecli.cli.which_session import which_session
    from hingecli.coach.log.sessions import read_log
    from hingecli.show.sets import by_drill

    app = app_of(ctx)
    if purge:
        _agree(app, which_session(app.training_log, id_, today=app.today), yes=yes)
    gone: list[Sitting] = []

    def draft(events: "tuple[AnyEvent, ...]") -> "tuple[AnyEvent, ...]":
        sitting = which_session(read_log(events), id_, today=app.today)
        gone[:] = [sitting]
        return _purged(app, events, sitting) if purge else _deleted(app, events, sitting)

    outcome = record(app, draft, snapshot=purge)
    sets = by_drill(gone[0].sets, index=app.index)
    drills = "; ".join(f"{name} {reps}" for name, reps in sets) or "a session"
    reply(
        outcome,
        verb="Purged" if purge else "Deleted",
        about=f"{drills}, {say_on_day(gone[0].day, seen_from=app.today)}.",
        undo="" if purge else "hinge undo",
    )


def _deleted(
    app: "App", events: "Iterable[AnyEvent]", sitting: "Sitting"
) -> "tuple[AnyEvent, ...]":
    from hingecli.coach.log.events import SessionDeleted

    stamp = app.stamp(events)
    return tuple(SessionDeleted(**stamp.header(), target=target) for target in sitting.ids)


def _purged(app: "App", events: "Iterable[AnyEvent]", sitting: "Sitting") -> "tuple[AnyEvent, ...]":
    """Name every event that holds words of the session.

    Those are itself, its edits, the film reviews of its sitting, here and on another machine, and
    what was asked once by the commands that wrote these.
    """
    from hingecli.coach.log.events import (
        FilmReview,
        Purged,
        Session,
        SessionDeleted,
        SessionEdited,
        ToldOnce,
    )

    events = tuple(events)
    own = [
        event
        for event in events
        if (isinstance(event, Session | FilmReview) and event.sitting == sitting.sitting)
        or (isinstance(event, SessionEdited | SessionDeleted) and event.target in sitting.ids)
    ]
    commands = {event.cmd for event in own}
    answers = [event for event in events if isinstance(event, ToldOnce) and event.cmd in commands]
    ids = {sitting.sitting, *(event.id for event in (*own, *answers))}
    return (Purged(**app.stamp(events).header(), ids=tuple(sorted(ids))),)


def _agree(app: "App", sitting: "Sitting", *, yes: bool) -> None:
    from hingecli.cli.prompt import agree
    from hingecli.errors import StoppedError, UsageError

    if yes:
        return
    if not app.interactive:
        raise UsageError("--purge cannot be undone. Add --yes if you mean it.")
    day = f"{sitting.day:%a} {sitting.day.day} {sitting.day:%b %Y}"
    if not agree(f"Remove the session of {day} from all files, for good?", default=False):
        raise StoppedError
