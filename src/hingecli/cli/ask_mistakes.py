"""Asks what went wrong, from a numbered list: the same numbers as in the walk.

Owns the list on the command line. Reading the answer is the walk's, too.
"""

from typing import TYPE_CHECKING

from hingecli.cli.prompt import ask
from hingecli.coach.log.events import MistakeCount
from hingecli.coach.parse.numbered import numbered, read_numbered, shared_out

if TYPE_CHECKING:
    from hingecli.app import App


def ask_mistakes(app: "App", drill: str, missed: int) -> list[MistakeCount]:
    """Ask what went wrong in the `missed` reps of `drill`; empty where nobody can say."""
    choices = numbered(app.mistakes.mistakes, drill)
    name = app.index.rungs[drill].name
    app.tell("\n".join(f"{n} {mistake.name}" for n, mistake in choices.items()))
    more = ", the most frequent first" if missed > 1 else ""
    found = ask(
        f"What went wrong in the {name}? (numbers{more}; Enter: cannot say)",
        lambda text: read_numbered(text, choices),
    )
    shared = shared_out(found or (), missed)
    return [
        MistakeCount(mistake=mistake, count=shared.count(mistake), drill=drill)
        for mistake in dict.fromkeys(shared)
    ]
