"""Options that stand in a table: declared once, and handed to a command by keyword.

Owns how a table becomes a signature that Typer reads, and what `log` and `edit` share. Imports
nothing heavy: help and completion run through here.
"""

import inspect
from collections.abc import Callable, Iterable
from typing import Annotated, Any, Final, NamedTuple, TypeVar

import typer

from hingecli.cli.complete import (
    Completer,
    complete_effort,
    complete_mistake,
    complete_place,
    complete_score,
    complete_session,
)

TEXT: Final = str | None
REPEATED: Final = list[str] | None
SWITCH: Final = bool | None

SessionId = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="The beginning of its id, its day, or last.",
        autocompletion=complete_session,
    ),
]

C = TypeVar("C", bound=Callable[..., None])


class Option(NamedTuple):
    """An option: the keyword it is handed over by, its names, its help, what is typed.

    `metavar` stands for the value; a switch has none. Not given it is None.
    """

    keyword: str
    names: tuple[str, ...]
    help: str
    metavar: str | None = None
    kind: Any = TEXT
    complete: Completer | None = None


def takes(options: Iterable[Option]) -> Callable[[C], C]:
    """Let a command take `options` as its `**keywords`.

    In its help they stand behind its arguments and before its own options, which are those that
    it takes by keyword alone.
    """

    def declare(command: C) -> C:
        own = inspect.signature(command)
        given = [p for p in own.parameters.values() if p.kind is not p.VAR_KEYWORD]
        signature = own.replace(
            parameters=[
                *(p for p in given if p.kind is not p.KEYWORD_ONLY),
                *map(_parameter, options),
                *(p for p in given if p.kind is p.KEYWORD_ONLY),
            ]
        )
        command.__signature__ = signature  # type: ignore[attr-defined]  # inspect's own name for it
        return command

    return declare


def _parameter(option: Option) -> inspect.Parameter:
    return inspect.Parameter(
        option.keyword,
        inspect.Parameter.KEYWORD_ONLY,
        annotation=option.kind,
        default=typer.Option(
            None,
            *option.names,
            metavar=option.metavar,
            help=option.help,
            autocompletion=option.complete,
        ),
    )


MISTAKES: Final = Option(
    "mistakes",
    ("-m", "--mistake"),
    "A mistake you noticed, and how often; of the last drill.",
    "MISTAKE[:N]",
    kind=REPEATED,
    complete=complete_mistake,
)
PAIN: Final = Option(
    "pain", ("--pain",), "Pain during the session.", "0-10", complete=complete_score
)
WHERE: Final = Option(
    "where",
    ("--where",),
    "Where, in your words: back, left knee, ...",
    "PLACE",
    complete=complete_place,
)
SHARP: Final = Option("sharp", ("--sharp",), "The pain was sharp or spreading.", kind=SWITCH)
SORE: Final = Option(
    "sore", ("--sore",), "Muscle soreness beforehand.", "0-10", complete=complete_score
)
EFFORT: Final = Option(
    "effort", ("--effort",), "How hard it was.", "1-10", complete=complete_effort
)
DISTANCE: Final = Option("distance_cm", ("--distance",), "Heels from the wall, cm or in.", "35cm")
NOTE: Final = Option("note", ("-n", "--note"), "A note for yourself.", "TEXT")

TO_LOG: Final = (MISTAKES, PAIN, WHERE, SHARP, SORE, EFFORT, DISTANCE, NOTE)
"""What a session's words may be, beside its sets; the keywords are the fields of `SessionWords`."""

TO_EDIT: Final = (
    MISTAKES._replace(help="All its mistakes; none takes them away."),
    PAIN._replace(help="Pain during the session, or none."),
    WHERE._replace(help="Where, in your own words, or none."),
    SHARP._replace(
        names=("--sharp/--no-sharp",), help="The pain was sharp or spreading, or was not."
    ),
    SORE._replace(help="Muscle soreness, or none."),
    EFFORT._replace(help="How hard it was, or none."),
    DISTANCE._replace(help="Heels from the wall, or none."),
    NOTE._replace(help="The note, or none."),
)
"""The same for a session that is there: each is put in the place of what it was."""
