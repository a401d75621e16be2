"""The questions of `hinge log` without words: what, pain, effort, a mistake or a note.

Every question has a flag. Leaving after the first keeps what was told.
"""

import re
from typing import TYPE_CHECKING

import msgspec

from hingecli.cli.alarm import warn
from hingecli.cli.ask_mistakes import ask_mistakes
from hingecli.cli.ask_morning import ask_morning
from hingecli.cli.day_now import day_now
from hingecli.cli.prompt import ask
from hingecli.cli.session_words import (
    SessionWords,
    read_body,
    read_note,
    read_sets,
    with_sentence,
)
from hingecli.cli.todays_sets import todays_dose, todays_drill, todays_sets
from hingecli.coach.parse.answers import read_effort, read_pain, read_yes
from hingecli.coach.parse.dates import read_day
from hingecli.coach.parse.felt import PlaceKept
from hingecli.errors import StoppedError

if TYPE_CHECKING:
    from hingecli.app import App


def ask_session(app: "App", words: SessionWords) -> SessionWords:
    """Ask for a session, beginning from `words`. Raises StoppedError if nothing was told."""
    ask_morning(app)
    default = todays_dose(app)
    session = ask("What did you do?", lambda text: _readable(app, words, text), default=default)
    if session is None:
        raise StoppedError
    try:
        return _ask_how(app, session)
    except QuestionsStopped as stopped:
        app.tell("Stopped: what you told so far is kept.")
        return stopped.words


class QuestionsStopped(Exception):  # noqa: N818 - no error: the person has had enough
    """The person stops at a question; `words` are what was told before it."""

    def __init__(self, words: SessionWords) -> None:
        """Remember what was told."""
        self.words = words
        super().__init__()


def _ask_how(app: "App", words: SessionWords) -> SessionWords:
    try:
        if words.pain is None:
            felt = ask("Pain 0-10, and where? (Enter: none to tell)", PlaceKept(app.index).words)
            if felt is not None:
                words = msgspec.structs.replace(
                    words, pain=felt.score, where=felt.where, sharp=felt.sharp
                )
                warn(app, read_pain(felt, app.index))
        if words.effort is None:
            effort = ask(
                "Effort 1-10? (Enter skips)",
                lambda text: read_effort(text, app.index, what="effort"),
            )
            effort_word = None if effort is None else str(effort)
            words = msgspec.structs.replace(words, effort=effort_word)
        if not words.mistakes and not _all_clean(app, words):
            return msgspec.structs.replace(words, mistakes=_mistakes(app, words))
        if words.note is None:
            words = msgspec.structs.replace(words, note=ask("A note? (Enter skips)", read_note))
    except StoppedError as stop:
        raise QuestionsStopped(words) from stop
    return words


def ask_in_one_go(app: "App", words: SessionWords) -> SessionWords:
    """Ask once whether a number that is all the reps of today's sets was one long set.

    Anything but yes is the sets as asked for today. Raises StoppedError.
    """
    if len(words.sets) != 1 or re.fullmatch("[0-9]{1,4}", words.sets[0]) is None:
        return words
    main = next((block for block in day_now(app).blocks if block.purpose == "main"), None)
    if main is None or main.sets < 2 or main.per_side:
        return words
    reps = int(words.sets[0])
    if reps != main.sets * main.reps:
        return words
    if ask(f"{reps} in one go? [y/N: {main.sets} × {main.reps}]", read_yes, enter="is no"):
        return words
    return msgspec.structs.replace(words, sets=(f"{main.sets}x{main.reps}",))


def _readable(app: "App", words: SessionWords, text: str) -> SessionWords:
    """Check the sets now, while they can be typed again; `all` are those asked for today."""
    asked = msgspec.structs.replace(words, asked=True)
    session = todays_sets(app, with_sentence(asked, (text,)))
    read_body(app, session, default=lambda: todays_drill(app))
    if session.day is not None:
        read_day(session.day, app.today)
    return session


def _all_clean(app: "App", words: SessionWords) -> bool:
    sets = read_sets(app, words.sets, default=lambda: todays_drill(app))
    return all(record.clean == record.reps for record in sets)


def _mistakes(app: "App", words: SessionWords) -> tuple[str, ...]:
    """Ask what went wrong in the drill that was told last, in the words that log it."""
    sets = read_sets(app, words.sets, default=lambda: todays_drill(app))
    drill = sets[-1].drill
    missed = sum(record.reps - record.clean_reps for record in sets if record.drill == drill)
    if not missed:
        return ()
    return tuple(
        f"{noticed.mistake}:{noticed.count}" for noticed in ask_mistakes(app, drill, missed)
    )
