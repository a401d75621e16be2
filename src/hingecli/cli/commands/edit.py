"""`hinge edit`: corrects a past session, any field of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from hingecli.cli.context import app_of, complete_drill, complete_mistake

if TYPE_CHECKING:
    from hingecli.coach.log.events import AnyEvent, Body
    from hingecli.coach.log.sessions import Sitting

EXAMPLES = (
    "hinge history                      the ids, at the right",
    "hinge edit 3f2a wall 18/20         other sets",
    "hinge edit 3f2a --effort 6 -d yesterday",
    "hinge edit 3f2a --note none        takes the note away",
)


def command(
    ctx: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="The beginning of the session's id.")],
    sets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[[DRILL] SETS...]",
            help="All its sets, in the place of those there.",
            autocompletion=complete_drill,
            show_default=False,
        ),
    ] = None,
    mistake: Annotated[
        list[str] | None,
        typer.Option(
            "-m",
            "--mistake",
            metavar="MISTAKE[:N]",
            help="All its mistakes; none takes them away.",
            autocompletion=complete_mistake,
        ),
    ] = None,
    pain: Annotated[
        str | None, typer.Option("--pain", metavar="0-10", help="Pain during the session, or none.")
    ] = None,
    where: Annotated[
        str | None,
        typer.Option("--where", metavar="PLACE", help="Where: low-back, hip, knee, shoulder, ..."),
    ] = None,
    sharp: Annotated[
        bool | None,
        typer.Option("--sharp/--no-sharp", help="The pain was sharp or spreading, or was not."),
    ] = None,
    sore: Annotated[
        str | None, typer.Option("--sore", metavar="0-10", help="Muscle soreness, or none.")
    ] = None,
    effort: Annotated[
        str | None, typer.Option("--effort", metavar="1-10", help="How hard it was, or none.")
    ] = None,
    distance: Annotated[
        str | None, typer.Option("--distance", metavar="35cm", help="Heels from the wall, or none.")
    ] = None,
    note: Annotated[
        str | None, typer.Option("-n", "--note", metavar="TEXT", help="The note, or none.")
    ] = None,
    when: Annotated[
        str | None, typer.Option("-d", "--date", metavar="WHEN", help="The day it happened.")
    ] = None,
) -> None:
    """Correct a past session; what you leave out stays as it is."""
    from hingecli.cli.reply import record, reply
    from hingecli.cli.session_words import Words, edited_body
    from hingecli.coach.log.events import SessionDeleted, SessionEdited
    from hingecli.coach.log.sessions import find_sitting, read_log
    from hingecli.coach.parse.grammar import read_day
    from hingecli.errors import UsageError

    app = app_of(ctx)
    words = Words(
        sets=tuple(sets or ()),
        mistakes=tuple(mistake or ()),
        pain=pain,
        where=where,
        sharp=sharp,
        sore=sore,
        effort=effort,
        distance=distance,
        note=note,
    )
    if words == Words() and when is None:
        raise UsageError(f"what is to change? Write hinge edit {id_} wall 18/20.")
    day = None if when is None else read_day(when, today=app.today)
    target: list[str] = []

    def draft(events: "tuple[AnyEvent, ...]") -> "tuple[AnyEvent, ...]":
        sitting = find_sitting(read_log(events), id_)
        body = edited_body(app, body_of(sitting), words)
        moved = day is not None and day != sitting.day
        if body == body_of(sitting) and not moved:
            raise UsageError("nothing to change: it says that already.")
        target[:] = [sitting.id]
        stamp = app.stamp(events, day=sitting.day if day is None else day)
        header = stamp.header()
        header["at"] = sitting.at + (header["day"] - sitting.day)
        if moved:  # not into the evening that is still to come
            header["at"] = min(header["at"], app.now)
        edited = SessionEdited(**header, target=sitting.id, body=body)
        joined = (SessionDeleted(**stamp.header(), target=other) for other in sitting.ids[1:])
        return (edited, *joined)

    outcome = record(app, draft)
    reply(outcome, verb="Changed", sitting=outcome.sitting(target[0]))


def body_of(sitting: "Sitting") -> "Body":
    """Return what a session says as one body."""
    from hingecli.coach.log.events import Body

    return Body(
        sets=sitting.sets,
        mistakes=sitting.mistakes,
        pain=sitting.pain,
        sore=sitting.sore,
        effort=sitting.effort,
        distance_cm=sitting.distance_cm,
        note=sitting.note,
    )
