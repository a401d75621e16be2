"""Asks for pain, and shows when to call for help before anything else is asked."""

from typing import TYPE_CHECKING

from hingecli.cli.alarm import warn
from hingecli.cli.prompt import ask
from hingecli.coach.log.events import Pain
from hingecli.coach.parse.felt import PlaceKept

if TYPE_CHECKING:
    from hingecli.app import App


def ask_pain(app: "App", question: str) -> Pain | None:
    """Ask for a pain and its place; None where nothing is told. Raises StoppedError."""
    pain = ask(question, PlaceKept(app.index).read)
    warn(app, pain)
    return pain
