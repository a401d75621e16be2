"""`hinge log`: saves what was done, and says what it changed."""

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from hingecli.cli.complete import complete_drill, complete_past_day
from hingecli.cli.context import app_of
from hingecli.cli.options import TO_LOG, takes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hingecli.app import App
    from hingecli.cli.outcome import BeforeWrite
    from hingecli.cli.session_words import SessionWords
    from hingecli.coach.log.events import AnyEvent, SessionBody
    from hingecli.coach.results import Block

EXAMPLES = (
    "hinge log 3x10                     today's drill, all clean",
    "hinge log wall 18/20               18 clean of 20",
    "hinge log dowel 10 kb 3x10 @16kg   two drills, the second with load",
    "hinge log sl-rdl 8L 8R 7/8L 8R @8kg",
    "hinge log wall 3x10 -m lower-back-rounding:2 --pain 2 -d yesterday",
    "hinge log 3 sets of 10, pain 2 in the knee, effort 6, yesterday",
    "hinge log                          asks, on a terminal",
)


@takes(TO_LOG)
def command(
    ctx: typer.Context,
    sets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DRILL] SETS...",
            help="REPS, CLEAN/REPS, 3xREPS; L or R for a side; @16kg or @35lb; or in words.",
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
            help="2026-11-23, yesterday, mon or -2d.",
            autocompletion=complete_past_day,
        ),
    ] = None,
    id_: Annotated[
        str | None,
        typer.Option("--id", metavar="UUID", help="The session's id: saved once, however often."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be saved; save nothing.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
    **answers: Any,
) -> None:
    """Save what you did, and hear what it changed."""
    from hingecli.cli.session_words import words_of
    from hingecli.cli.todays_sets import todays_sets

    app = app_of(ctx)
    words = todays_sets(app, words_of(sets, answers | {"day": when}))
    if not words.sets:
        words = _asked(app, words, quiet=json or dry_run)
    elif app.interactive and not (json or dry_run or words.day):
        from hingecli.cli.ask_session import ask_in_one_go

        words = ask_in_one_go(app, words)
    save(app, words, id_=id_, dry_run=dry_run, json=json)


def save(
    app: "App",
    words: "SessionWords",
    *,
    id_: str | None,
    dry_run: bool,
    json: bool,
) -> None:
    """Save a session from its words and answer."""
    from hingecli.app import new_id
    from hingecli.cli.outcome import Outcome
    from hingecli.cli.reply import reply_to_log
    from hingecli.cli.session_words import read_body
    from hingecli.cli.todays_sets import todays_drill
    from hingecli.store import Written

    day = app.today if words.day is None else _read_day(app, words.day)
    with app.explaining_failure():
        body = read_body(app, words, default=lambda: todays_drill(app))
    session_id = new_id() if id_ is None else read_id(id_)
    drafts: list[_SessionDraft] = []

    def draft(events: "tuple[AnyEvent, ...]") -> "Sequence[AnyEvent]":
        known = None if id_ is None else _saved_before(events, session_id)
        drafts[:] = [
            _SessionDraft(saved_as=known)
            if known is not None
            else _drafted(app, events, body, day=day, id_=session_id)
        ]
        return drafts[0].added

    if dry_run:
        added = tuple(draft(app.events))
        written = Written(events=(*app.events, *added), added=added, warnings=())
    else:
        written = app.record(draft, retry=lambda: _line(body, day=day, id_=session_id))
    (drafted,) = drafts
    other = _read_otherwise(app, words, body, drafted.blocks)
    also: tuple[str, ...] = ()
    if other is not None:
        read, meant = other
        line = _line(meant, day=None if day == app.today else day)
        also = (f"{read} {'' if dry_run else 'hinge undo, then '}{line}",)
    outcome = Outcome(app, written, standing=drafted.standing)
    reply_to_log(outcome, drafted.saved_as, also=also, dry_run=dry_run, json=json)


class _SessionDraft(NamedTuple):
    """The session to write, and its day before it; none `added` is one that is there already.

    `standing` is the log before the write and today by it, for a session of today. `blocks` are
    what the card of its day asked.
    """

    saved_as: str
    added: "tuple[AnyEvent, ...]" = ()
    standing: "BeforeWrite | None" = None
    blocks: "Sequence[Block]" = ()


def _drafted(
    app: "App", events: "tuple[AnyEvent, ...]", body: "SessionBody", *, day: "date", id_: str
) -> _SessionDraft:
    """Make the session of `body`: what its card asked at half the range, or varied, is kept so."""
    from msgspec.structs import replace

    from hingecli.cli.outcome import BeforeWrite
    from hingecli.coach.day.asked import as_asked
    from hingecli.coach.day.decide import decide
    from hingecli.coach.log.events import Session
    from hingecli.coach.log.sessions import read_log

    log = read_log(events)
    state = app.trunk(log, until=day).state_of(log, day)
    decision = decide(state)
    done = replace(body, sets=as_asked(body.sets, decision.blocks))
    session = Session(**app.stamp(events, day=day).header(id_), sitting=id_, body=done)
    standing = BeforeWrite(log, state, decision) if day == app.today else None
    return _SessionDraft(id_, (session,), standing, decision.blocks)


def _line(body: "SessionBody", *, day: "date | None", id_: str | None = None) -> str:
    from hingecli.cli.log_line import command_line

    return command_line(body, day=day, id_=id_)


def _saved_before(events: "tuple[AnyEvent, ...]", id_: str) -> str | None:
    """Return the id of the event that has this id, with or without dashes; None without one.

    Raises UnknownNameError if the session with this id was purged.
    """
    from hingecli.errors import UnknownNameError
    from hingecli.store.union import purged_ids

    bare = id_.replace("-", "")
    known = next((event.id for event in events if event.id.replace("-", "") == bare), None)
    if known is None and bare in {gone.replace("-", "") for gone in purged_ids(events)}:
        raise UnknownNameError(
            "the session with this id was purged for good; nothing was saved. "
            "To log it anew leave --id out."
        )
    return known


def _read_otherwise(
    app: "App", words: "SessionWords", body: "SessionBody", blocks: "Sequence[Block]"
) -> "tuple[str, SessionBody] | None":
    """Return how the sets were read, and what they may have meant instead; None if that is clear.

    Nothing is asked of who is in pain that stops the training.
    """
    from hingecli.coach.day.asked import as_clean_of_asked, run_together, turned_round
    from hingecli.coach.rules.severity import stops_training

    if stops_training(app.index, body.pain):
        return None
    typed = body.sets
    if (sets := as_clean_of_asked(typed, blocks)) is not None:
        read = f"Read as reps, all clean. Did you mean the clean ones of {sets[0].reps}?"
    elif (sets := run_together(typed, blocks)) is not None:
        read = (
            f"Read as {typed[0].reps} and {typed[1].reps} reps. "
            f"Did you mean {len(sets)} sets of {sets[0].reps}?"
        )
    elif (sets := turned_round(typed, blocks)) is not None:
        read = (
            f"Read as {len(typed)} sets of {typed[0].reps}. "
            f"Did you mean {len(sets)} sets of {sets[0].reps}?"
        )
    else:
        return None
    from msgspec.structs import replace

    from hingecli.coach.parse.clean_answers import says_which

    return None if says_which(words.sets) else (read, replace(body, sets=sets))


def read_id(text: str) -> str:
    """Read a session's id, a UUID; it is kept as typed."""
    import uuid

    from hingecli.errors import UsageError

    word = text.strip().lower()
    try:
        known = uuid.UUID(word)
    except ValueError as error:
        raise UsageError(
            f'--id "{text}" is not a UUID. Leave it out and hinge makes one.'
        ) from error
    return word if word in (known.hex, str(known)) else known.hex


def _read_day(app: "App", text: str) -> "date":
    from hingecli.coach.parse.dates import read_day

    return read_day(text, app.today)


def _asked(app: "App", words: "SessionWords", *, quiet: bool) -> "SessionWords":
    from hingecli.errors import UsageError

    if words.day is not None:  # a day that cannot be is refused before any question
        _read_day(app, words.day)

    if quiet or not app.interactive:
        raise UsageError("what did you do? Write hinge log wall 3x10, or hinge log 18/20.")
    from hingecli.cli.ask_session import ask_session

    return ask_session(app, words)
