"""The questions of `hinge log` without words: what, pain, effort, a mistake or a note.

Every question has a flag. Leaving after the first keeps what was told.
"""

from typing import TYPE_CHECKING

import msgspec

from hingecli.cli.ask_morning import ask_morning
from hingecli.cli.prompt import ask
from hingecli.cli.session_words import (
    Words,
    read_mistakes,
    read_note,
    read_sets,
    todays_drill,
)
from hingecli.coach.parse.answers import PLACES, read_choice, read_score
from hingecli.errors import StoppedError

if TYPE_CHECKING:
    from hingecli.app import App

_SHARP = ("sharp", "spreading")


def ask_session(app: "App", words: Words) -> Words:
    """Ask for a session, beginning from `words`. Raises StoppedError if nothing was told."""
    ask_morning(app)
    default = _todays_dose(app)
    sets = ask(
        "What did you do?",
        lambda text: _readable(app, tuple(text.split())),
        default=default,
    )
    if not sets:
        raise StoppedError
    words = msgspec.structs.replace(words, sets=sets)
    try:
        return _ask_how(app, words)
    except _Left as left:
        app.tell("Stopped: what you told so far is kept.")
        return left.words


class _Left(Exception):  # noqa: N818 - no error: the person has had enough
    def __init__(self, words: Words) -> None:
        self.words = words
        super().__init__()


def _ask_how(app: "App", words: Words) -> Words:
    try:
        if words.pain is None:
            felt = ask("Pain 0-10, and where? (Enter: none to tell)", _pain_words)
            if felt is not None:
                words = msgspec.structs.replace(
                    words, pain=felt.pain, where=felt.where, sharp=felt.sharp
                )
        if words.effort is None:
            effort = ask("Effort 1-10? (Enter skips)", _effort)
            effort_word = None if effort is None else str(effort)
            words = msgspec.structs.replace(words, effort=effort_word)
        if not words.mistakes and not _all_clean(app, words):
            seen = ask(
                "Which mistake did you notice, and how often? (as in rounding:2; Enter skips)",
                lambda text: _mistake_words(app, words, text),
            )
            return msgspec.structs.replace(words, mistakes=seen or ())
        if words.note is None:
            words = msgspec.structs.replace(words, note=ask("A note? (Enter skips)", read_note))
    except StoppedError as stop:
        raise _Left(words) from stop
    return words


def _todays_dose(app: "App") -> str:
    from hingecli.coach.engine import decide
    from hingecli.show.dose import log_words

    decision = decide(app.state)
    blocks = decision.blocks
    if not blocks or any(block.purpose == "test" for block in blocks):
        return ""
    unit = app.state.profile.units or "kg"
    return log_words(blocks, index=app.index, unit=unit, right_first=decision.right_first)


def _readable(app: "App", typed: tuple[str, ...]) -> tuple[str, ...]:
    """Check the sets now, while they can be typed again."""
    typed = typed[2:] if typed[:2] == ("hinge", "log") else typed
    read_sets(app, typed, default=lambda: todays_drill(app))
    return typed


def _all_clean(app: "App", words: Words) -> bool:
    sets = read_sets(app, words.sets, default=lambda: todays_drill(app))
    return all(record.clean == record.reps for record in sets)


def _mistake_words(app: "App", words: Words, text: str) -> tuple[str, ...]:
    sets = read_sets(app, words.sets, default=lambda: todays_drill(app))
    typed = tuple(text.replace(",", " ").split())
    read_mistakes(app, typed, sets=sets)
    return typed


def _effort(text: str) -> int:
    return read_score(text, what="effort", least=1)


def _pain_words(text: str) -> Words:
    """Read `3 low-back sharp`: a score, then a place and a kind in any order."""
    score, *rest = text.replace(",", " ").lower().split()
    sharp = any(word in _SHARP for word in rest)
    place = "-".join(word for word in rest if word not in _SHARP)
    where = read_choice(place, PLACES, what="where") if place else None
    return Words(pain=str(read_score(score, what="pain")), where=where, sharp=sharp)
