"""`hinge morning`: how the morning after feels."""

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from hingecli.cli.complete import complete_past_day, complete_score
from hingecli.cli.context import app_of
from hingecli.coach.log.days import say_on_day
from hingecli.text import quoted

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.log.events import AnyEvent
    from hingecli.coach.parse.felt import MorningTold

EXAMPLES = (
    "hinge morning                      asks, on a terminal",
    "hinge morning 0",
    "hinge morning 2 --sore 4",
    "hinge morning 1 -d yesterday",
)


def command(
    ctx: typer.Context,
    score: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SCORE]",
            help="Pain this morning, 0-10, or good.",
            autocompletion=complete_score,
            show_default=False,
        ),
    ] = None,
    sore: Annotated[
        str | None,
        typer.Option(
            "--sore", metavar="0-10", help="Muscle soreness.", autocompletion=complete_score
        ),
    ] = None,
    when: Annotated[
        str | None,
        typer.Option(
            "-d", "--date", metavar="WHEN", help="Which morning.", autocompletion=complete_past_day
        ),
    ] = None,
) -> None:
    """Tell the pain of a morning, any day; it ends holds and lets loads grow."""
    from hingecli.cli.outcome import record
    from hingecli.cli.reply import reply
    from hingecli.coach.log.events import Morning
    from hingecli.coach.parse.answers import read_score
    from hingecli.coach.parse.beside import take_day
    from hingecli.coach.parse.dates import read_day
    from hingecli.errors import UsageError

    app = app_of(ctx)
    soreness = None if sore is None else read_score(sore, what="--sore")
    text, told = take_day(" ".join(score or ()))
    if told is not None and when is not None:
        raise UsageError("the day is told twice. Leave one of them out.")
    said_when = when or told
    day = app.today if said_when is None else read_day(said_when, app.today)

    which = "this" if day == app.today else "that"
    answer = _read(app, text) if text else _asked(app, which)
    pain, soreness = answer.pain.score, soreness if answer.sore is None else answer.sore

    def draft(events: "tuple[AnyEvent, ...]") -> "tuple[AnyEvent, ...]":
        return (Morning(**app.stamp(events, day=day).header(), score=pain, sore=soreness),)

    outcome = record(app, draft)
    on = {"today": "this morning", "yesterday": "yesterday morning"}
    when_said = say_on_day(day, seen_from=app.today)
    also = "" if soreness is None else f", soreness {soreness}"
    held = outcome.before.hold is not None and outcome.after.hold is None
    more = ("The hold is over.",) if held else ()
    reply(
        outcome, about=f"pain {pain}{also}, {on.get(when_said, when_said + ' morning')}.", more=more
    )


def _read(app: "App", text: str) -> "MorningTold":
    """Read a morning as typed behind the command. Raises UsageError that says how to type it."""
    from hingecli.coach.parse.answers import read_score
    from hingecli.coach.parse.felt import read_morning
    from hingecli.errors import UsageError

    if re.fullmatch("[0-9]+,[0-9]+", text):
        pain, _, sore = text.partition(",")
        raise UsageError(
            f"{quoted(text)}: pain {pain} and soreness {sore} are written {pain} {sore}; "
            "a score is a whole number."
        )
    if len(text.split()) == 1 and text[0].isdigit():
        with suppress(UsageError):
            return read_morning(text, app.index)
        read_score(text, what="pain")
    try:
        return _warned(app, read_morning(text, app.index))
    except UsageError as problem:
        raise UsageError(
            f"{quoted(text)}: how much pain, 0 to 10? For example: hinge morning 2."
        ) from problem


def _warned(app: "App", answer: "MorningTold") -> "MorningTold":
    """Warn of what a place means, where the score alone does not: the reply warns of a score."""
    from hingecli.cli.alarm import warn
    from hingecli.coach.log.events import Pain
    from hingecli.coach.rules.severity import stops_training

    if not stops_training(app.index, Pain(score=answer.pain.score)):
        warn(app, answer.pain)
    return answer


def _asked(app: "App", which: str) -> "MorningTold":
    """Ask for `which` morning on a terminal. Raises UsageError off one, StoppedError at Enter."""
    from hingecli.cli.prompt import ask
    from hingecli.coach.parse.felt import read_morning
    from hingecli.errors import StoppedError, UsageError

    if not app.interactive:
        raise UsageError("how much pain was there, 0 to 10? For example: hinge morning 2.")
    answer = ask(f"Pain {which} morning, 0-10?", lambda text: read_morning(text, app.index))
    if answer is None:
        raise StoppedError
    return _warned(app, answer)
