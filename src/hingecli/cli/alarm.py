"""When to call for help: said at once, wherever pain is told that stops the training.

Owns the sentences around the signs; the signs are the protocol's, what stops is the coach's.
"""

from typing import TYPE_CHECKING

from hingecli.coach.rules.severity import stops_training

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.log.events import Pain

ABOVE = "When to call for help stands above, and in: hinge learn pain"
"""In place of the signs, where this run has shown them on the same screen."""


def warn(app: "App", pain: "Pain | None") -> None:
    """Show at once when to call for help, where `pain` is one that stops the training."""
    if stops_training(app.index, pain):
        for sentence in signs(app):
            app.tell(sentence)
        if app.messages_are_seen:
            app.signs_above = "all"


def signs(app: "App") -> tuple[str, ...]:
    """Say the signs of an emergency, and those for a doctor soon; or that they stand above."""
    now = f"Emergency care now, with any of these: {_joined(app.cues.red_flags)}"
    soon = f"See a doctor soon, with any of these: {_joined(app.cues.see_doctor)}"
    missing = {"none": (now, soon), "emergency": (soon, ABOVE), "all": (ABOVE,)}
    return missing[app.signs_above]


def _joined(signs: tuple[str, ...]) -> str:
    return "; ".join(text.rstrip(".") for text in signs) + "."
