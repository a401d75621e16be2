"""`hinge pause`: holidays, illness, life."""

from typing import TYPE_CHECKING, Annotated

import typer

from hingecli.cli.complete import complete_coming_day
from hingecli.cli.context import app_of

if TYPE_CHECKING:
    from hingecli.coach.log.events import AnyEvent

EXAMPLES = (
    "hinge pause",
    "hinge pause --until 2026-12-06",
    "hinge pause ill",
    "hinge pause for two weeks",
)


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHY OR HOW LONG]",
            help="As in ill, a week, or until friday.",
            show_default=False,
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar="DAY",
            help="Its last day: 2026-12-06, fri, +10d.",
            autocompletion=complete_coming_day,
        ),
    ] = None,
    ill: Annotated[bool, typer.Option("--ill", help="You are ill.")] = False,
) -> None:
    """Pause from today; nothing that you earned is lost, and the weeks wait."""
    from hingecli.cli.outcome import record
    from hingecli.cli.reply import reply
    from hingecli.coach.log.events import Pause
    from hingecli.coach.parse.away import read_away
    from hingecli.coach.parse.dates import read_day

    app = app_of(ctx)
    away = read_away(" ".join(words or ()), app.today)
    ill = ill or away.ill
    last = away.until if until is None else read_day(until, app.today, ahead=True, past=False)

    def draft(events: "tuple[AnyEvent, ...]") -> "tuple[AnyEvent, ...]":
        return (Pause(**app.stamp(events).header(), until=last, ill=ill),)

    end = "" if last is None else f" until {last:%a} {last.day} {last:%b}"
    reply(
        record(app, draft),
        verb="Paused",
        about=f"from today{end}.{' Get well.' if ill else ''}",
        more=() if last is not None else ("Come back whenever you are ready.",),
    )
