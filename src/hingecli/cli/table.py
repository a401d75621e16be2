"""The table of commands: what `hinge --help` and completion need to know without importing any.

Owns the order, the groups and the one-line helps.
"""

from typing import Final, NamedTuple


class Command(NamedTuple):
    """A command's module under `hingecli.cli.commands`, and its line in the help.

    The module holds `command`, the function, and `EXAMPLES`; a group of commands holds `app`.
    """

    module: str
    help: str
    group: str


_DAILY = "Every day"
_BACK = "Look back"
_MEND = "Put right"
_YOU = "You"
_LEARN = "Learn"
_DATA = "Your data, and protocols"

COMMANDS: Final[dict[str, Command]] = {
    "today": Command("today", "Show the day's drill; on a terminal, walk through it.", _DAILY),
    "log": Command("log", "Save what you did: hinge log wall 3x10", _DAILY),
    "morning": Command("morning", "Tell how the morning after feels, 0-10.", _DAILY),
    "mistakes": Command("mistakes", "Look up mistakes and their corrections.", _LEARN),
    "film": Command("film", "Look at your own clip, offline; or be guided through it.", _LEARN),
    "show": Command("show", "Read one drill's page.", _LEARN),
    "learn": Command("learn", "Read the lessons.", _LEARN),
    "help": Command("help_", "List the commands, or explain one.", _LEARN),
    "progress": Command("progress", "See the ladder, what is open and what is missing.", _BACK),
    "why": Command("why", "Ask why today is what it is, or why a drill is locked.", _BACK),
    "history": Command("history", "List past sessions.", _BACK),
    "plan": Command("plan", "See the 12 weeks and where you stand.", _BACK),
    "report": Command("report", "Write a page for a coach or therapist.", _BACK),
    "undo": Command("undo", "Take the last command back.", _MEND),
    "redo": Command("redo", "Bring back what undo took.", _MEND),
    "edit": Command("edit", "Correct a past session.", _MEND),
    "delete": Command("delete", "Delete a past session.", _MEND),
    "setup": Command("setup", "Tell about yourself: days, goal, equipment, limits.", _YOU),
    "pause": Command("pause", "Pause: holidays, illness.", _YOU),
    "resume": Command("resume", "End a pause.", _YOU),
    "unlock": Command("unlock", "Open a drill before its gate, with a reason.", _YOU),
    "calendar": Command("calendar", "Put the training days ahead in your calendar.", _YOU),
    "export": Command("export", "Write your data to a file.", _DATA),
    "import": Command("import_", "Bring data in from a file.", _DATA),
    "doctor": Command("doctor", "Check that your data is whole.", _DATA),
    "replay": Command("replay", "See your log under another protocol.", _DATA),
    "protocol": Command("protocol", "Check and show protocols, for people who write them.", _DATA),
}

GROUPS: Final = (_DAILY, _LEARN, _BACK, _MEND, _YOU, _DATA)
"""The order of the groups in the help."""
