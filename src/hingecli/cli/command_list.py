"""The table of commands: what `hinge --help` and completion need to know without importing any.

Owns the order, the groups and the one-line helps.
"""

from typing import Final, NamedTuple


class CommandInfo(NamedTuple):
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

COMMANDS: Final[dict[str, CommandInfo]] = {
    "today": CommandInfo("today", "Show the day's drill; on a terminal, walk through it.", _DAILY),
    "log": CommandInfo("log", "Save what you did: hinge log wall 3x10", _DAILY),
    "morning": CommandInfo("morning", "Tell how the morning after feels, 0-10.", _DAILY),
    "mistakes": CommandInfo("mistakes", "Look up mistakes and their corrections.", _LEARN),
    "film": CommandInfo("film", "Look at your own clip, offline; or be guided through it.", _LEARN),
    "show": CommandInfo("show", "Read one drill's page.", _LEARN),
    "learn": CommandInfo("learn", "Read the lessons.", _LEARN),
    "help": CommandInfo("help_", "List the commands, or explain one.", _LEARN),
    "progress": CommandInfo("progress", "See the ladder, what is open and what is missing.", _BACK),
    "why": CommandInfo("why", "Ask why today is what it is, or why a drill is locked.", _BACK),
    "history": CommandInfo("history", "List past sessions.", _BACK),
    "plan": CommandInfo("plan", "See the 12 weeks and where you stand.", _BACK),
    "report": CommandInfo("report", "Write a page for a coach or therapist.", _BACK),
    "undo": CommandInfo("undo", "Take the last command back.", _MEND),
    "redo": CommandInfo("redo", "Bring back what undo took.", _MEND),
    "edit": CommandInfo("edit", "Correct a past session.", _MEND),
    "delete": CommandInfo("delete", "Delete a past session.", _MEND),
    "setup": CommandInfo("setup", "Tell about yourself: days, goal, equipment, limits.", _YOU),
    "pause": CommandInfo("pause", "Pause: holidays, illness.", _YOU),
    "resume": CommandInfo("resume", "End a pause.", _YOU),
    "unlock": CommandInfo("unlock", "Open a drill before its gate, with a reason.", _YOU),
    "calendar": CommandInfo("calendar", "Put the training days ahead in your calendar.", _YOU),
    "export": CommandInfo("export", "Write your data to a file.", _DATA),
    "import": CommandInfo("import_", "Bring data in from a file.", _DATA),
    "doctor": CommandInfo("doctor", "Check that your data is whole.", _DATA),
    "replay": CommandInfo("replay", "See your log under another protocol.", _DATA),
    "protocol": CommandInfo(
        "protocol", "Check and show protocols, for people who write them.", _DATA
    ),
}

GROUPS: Final = (_DAILY, _LEARN, _BACK, _MEND, _YOU, _DATA)
"""The order of the groups in the help."""
