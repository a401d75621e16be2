"""What to type instead of a word that is no command: the command meant, or what the word names.

Owns that answer. The commands themselves are `table`'s.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from hingecli.cli.command_list import COMMANDS
from hingecli.cli.sentences import nearest
from hingecli.errors import HingeError
from hingecli.text import typed_line

if TYPE_CHECKING:
    from hingecli.coach.protocol.protocol import Index


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

    A drill or a set without `log` in front is shown with it, another word for a command with that.
    """
    word = words[0]
    if word[:1].isdigit():
        return f"what you did goes behind log: {typed_line(('hinge', 'log', *words))}"
    said = _OTHER_WORDS.items()
    meant = next((name for name, other in said if word.lower() in other.split()), None)
    if meant is not None:
        return f'there is no command "{word}". Did you mean {meant}?'
    if _is_drill(word, protocol):
        if len(words) == 1:
            return f'"{word}" is a drill. Its page: {typed_line(("hinge", "show", word))}'
        return f'"{word}" is a drill. To log it: {typed_line(("hinge", "log", *words))}'
    return f'there is no command "{word}". {nearest(word, COMMANDS) or "hinge --help lists them."}'


def _is_drill(word: str, protocol: str | None) -> bool:
    """Return whether the protocol has a drill of that name, or cannot be asked."""
    from hingecli.app import App
    from hingecli.coach.parse.names import folded

    try:
        index: Index = App(protocol=protocol).index
    except HingeError:
        return False
    name = folded(word)
    return name in index.names or name.removesuffix("s") in index.names
