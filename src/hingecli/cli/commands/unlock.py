"""`hinge unlock`: opens a drill before its gate, marked, and never past a safety hold."""

from typing import TYPE_CHECKING, Annotated

import typer

from hingecli.cli.complete import complete_drill
from hingecli.cli.context import app_of

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.log.events import AnyEvent

EXAMPLES = ('hinge unlock dowel --because "my physio taught it to me"',)


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="DRILL", help="A drill.", autocompletion=complete_drill)
    ],
    because: Annotated[
        str | None, typer.Option("--because", metavar="TEXT", help="Your reason; it is shown.")
    ] = None,
) -> None:
    """Open a drill before its gate, with a mark that stays; never past a safety hold."""
    from hingecli.cli.outcome import record
    from hingecli.cli.output import print_text
    from hingecli.cli.reply import reply
    from hingecli.coach.log.events import Override
    from hingecli.coach.parse.answers import MOST_REASON, read_note
    from hingecli.coach.parse.names import find_drill
    from hingecli.errors import UsageError
    from hingecli.text import clean

    app = app_of(ctx)
    drill, _, said = " ".join(words).partition(" because ")
    because = because or said or None
    id_ = find_drill(app.index, drill)
    name = app.index.rungs[id_].name
    if because is None or not (reason := clean(because).strip()):
        raise UsageError(f'why? Write hinge unlock {drill} --because "my coach says so".')
    reason = read_note(reason, what="the reason", most=MOST_REASON)
    with app.explaining_failure():
        state = app.state
    _refuse_held(app, id_)
    if id_ in state.unlocks:
        print_text(f"The {name} is open already.")
        return

    def draft(events: "tuple[AnyEvent, ...]") -> "tuple[AnyEvent, ...]":
        return (Override(**app.stamp(events).header(), drill=id_, because=reason),)

    reply(record(app, draft), verb="Unlocked", about=f"{name}, because {reason.rstrip('.')}.")


def _refuse_held(app: "App", drill: str) -> None:
    """Refuse while a hold covers the drill, or decides the whole day: then nothing new opens."""
    from hingecli.coach.rules.hold_reasons import refuses
    from hingecli.errors import RefusedError

    held = refuses(app.state, drill)
    if held is not None:
        name = app.index.rungs[drill].name
        raise RefusedError(f"the {name} stays as it is: a safety hold. {held.text}")
