"""Asks for pain, and shows when to call for help before anything else is asked.

Owns that order. What a pain means is the coach's.
"""

from typing import TYPE_CHECKING

from hingecli.cli.prompt import ask
from hingecli.coach.log.events import Pain
from hingecli.coach.parse.answers import pain_words, read_pain
from hingecli.coach.rules.safety import stops_training

if TYPE_CHECKING:
    from hingecli.app import App


def ask_pain(app: "App", question: str) -> Pain | None:
    """Ask for a pain and its place; None where nothing is told. Raises StoppedError."""
    pain = ask(question, lambda text: read_pain(pain_words(text), app.index))
    warn(app, pain)
    return pain


def warn(app: "App", pain: Pain | None) -> None:
    """Show at once when to call for help, where `pain` is one that stops the training."""
    if stops_training(app.index, pain):
        for sentence in signs(app):
            app.tell(sentence)


def signs(app: "App") -> tuple[str, str]:
    """Say the signs of an emergency, and those for a doctor soon."""
    return (
        f"Emergency care now, with any of these: {_joined(app.cues.red_flags)}",
        f"See a doctor soon, with any of these: {_joined(app.cues.see_doctor)}",
    )


def _joined(signs: tuple[str, ...]) -> str:
    return "; ".join(text.rstrip(".") for text in signs) + "."
