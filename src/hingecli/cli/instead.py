"""What to type instead of a word that is no command: the command meant, or what the word names.

Owns that answer. The commands themselves are `command_list`'s.
"""

from collections.abc import Sequence
from contextlib import suppress
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from hingecli.cli.command_list import COMMANDS
from hingecli.cli.sentences import nearest
from hingecli.errors import HingeError, UnknownNameError
from hingecli.text import typed_line

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.protocol.protocol import Index

_LEAST_LETTERS = 3
"""Of a drill's beginning: fewer may be anything."""

_OTHER_WORDS: Final = {
    "today": "start go begin train training workout walk practice session exercise run card day",
    "log": "done add save record did logged",
    "morning": "pain sore soreness hurts hurt",
    "mistakes": "mistake errors faults",
    "film": "video camera clip",
    "show": "drill drills steps how explain",
    "learn": "lesson lessons read guide",
    "help": "commands man usage",
    "progress": "status stats ladder level score next",
    "why": "reason reasons because",
    "history": "list ls sessions last past",
    "plan": "weeks program programme schedule",
    "report": "summary coach therapist",
    "undo": "back revert cancel oops",
    "edit": "change fix correct",
    "delete": "remove rm del",
    "setup": "config configure settings profile options preferences init equipment goal",
    "pause": "break ill sick holiday holidays vacation stop injured",
    "resume": "continue return unpause",
    "calendar": "ics remind reminder reminders",
    "export": "backup dump csv",
    "import": "load restore",
    "doctor": "check repair verify",
}
"""What people type for a command, by its name."""


def instead(words: Sequence[str], *, protocol: str | None) -> str:
    """Return a sentence about `words`, the first of which is no command.

    A drill or a set without `log` in front is shown with it, another word for a command with that;
    of commands and drills that a slip of the finger may have hit, the nearest one.
    """
    word = words[0]
    parts = word.split()
    if len(parts) > 1 and parts[0] in COMMANDS:
        return f"a command stands without quotes: {typed_line(('hinge', *parts, *words[1:]))}"
    if word[:1].isdigit():
        return f"what you did goes behind log: {typed_line(('hinge', 'log', *words))}"
    said = _OTHER_WORDS.items()
    meant = next((name for name, other in said if word.lower() in other.split()), None)
    if meant is not None:
        return f'there is no command "{word}". Did you mean {meant}?'
    from hingecli.app import App

    app = App(protocol=protocol)
    index = _index(app)
    if index is None:
        return _no_command(word)
    return _drill(words, index) or page_of(word, app) or _nearest(words, index)


def find_drill_or_page(app: "App", word: str) -> str:
    """Return the id of the drill that `word` names.

    Raises UnknownNameError: with the page of a mistake or of a lesson, where it names that.
    """
    from hingecli.coach.parse.names import find_drill

    try:
        return find_drill(app.index, word)
    except UnknownNameError as unknown:
        page = page_of(word, app)
        raise UnknownNameError(page) if page else unknown from unknown


def _index(app: "App") -> "Index | None":
    """Return what is known of the drills; None where the protocol cannot be asked."""
    try:
        return app.index
    except HingeError:
        return None


def _no_command(word: str) -> str:
    return f'there is no command "{word}". {nearest(word, COMMANDS) or "hinge --help lists them."}'


def _drill(words: Sequence[str], index: "Index") -> str:
    """Answer a drill's name, whole or its beginning; "" where `words` begin with none."""
    from hingecli.coach.parse.names import find_drill, folded

    run = _name_words(words)
    begins_command = any(name.startswith(words[0].lower()) for name in COMMANDS)
    for end in range(len(run), 0, -1):
        name = " ".join(run[:end])
        known = folded(name) in index.names
        if known or (len(name) >= _LEAST_LETTERS and not begins_command):
            with suppress(UnknownNameError):
                find_drill(index, name)
                return f'"{name}" is a drill. {_what_to_do(run[:end], words[end:])}'
    return ""


def page_of(word: str, app: "App") -> str:
    """Answer a mistake's or a lesson's name; "" where `word` is neither."""
    from hingecli.coach.parse.names import find_mistake, folded

    if folded(word) in app.index.protocol.lessons:
        return f'"{word}" is a lesson: {typed_line(("hinge", "learn", word))}'
    with suppress(HingeError):
        find_mistake(app.mistakes, word)
        return f'"{word}" is a mistake: {typed_line(("hinge", "mistakes", word))}'
    return ""


def _nearest(words: Sequence[str], index: "Index") -> str:
    """Name the drill that `words` are nearest to, if no command is nearer."""
    from hingecli.coach.parse.names import LEAST_LIKENESS, folded, likeness

    word, run = words[0], _name_words(words)
    command = max(likeness(word, name) for name in COMMANDS)
    if nearest(word, COMMANDS) and folded(" ".join(run[1:])) in index.names:  # lgo wall 3x10
        return _no_command(word)
    near = max(
        (
            (likeness(" ".join(run[:end]), name), -end, id_)
            for end in range(1, len(run) + 1)
            for name, id_ in index.names.items()
        ),
        default=(0.0, 0, ""),
    )
    like, behind, id_ = near
    if like < LEAST_LIKENESS or like <= command:
        return _no_command(word)
    name = index.rungs[id_].name
    typed = " ".join(run[:-behind])
    return f'there is no command "{typed}". Did you mean the {name}? ' + _what_to_do(
        (id_,), words[-behind:]
    )


def _what_to_do(drill: Sequence[str], sets: Sequence[str]) -> str:
    if not sets:
        return f"Its page: {typed_line(('hinge', 'show', *drill))}"
    return f"To log it: {typed_line(('hinge', 'log', *drill, *sets))}"


def _name_words(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words before the first one that can be no part of a name."""
    return tuple(takewhile(lambda word: word[:1].isalpha() and word.isprintable(), words))
