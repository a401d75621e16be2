"""A drill's set-up and its steps, so that a step has the same number wherever it is read.

Owns their numbers and signs. Which of them a view shows is the view's.
"""

from collections.abc import Sequence
from typing import NamedTuple


class Step(NamedTuple):
    """A step of a drill, or a line of its set-up, which has no number."""

    text: str
    number: int | None = None

    @property
    def mark(self) -> str:
        """The sign that stands before it on a screen."""
        return "· " if self.number is None else f"{self.number} "

    @property
    def plain(self) -> str:
        """The step in words alone, for screen readers."""
        label = "Setup" if self.number is None else f"Step {self.number}"
        return f"{label}: {self.text}"


def lined(set_up: Sequence[str], steps: Sequence[str]) -> tuple[Step, ...]:
    """Return the lines of a set-up and the steps after it: only these are counted."""
    counted = (Step(text, number) for number, text in enumerate(steps, 1))
    return (*map(Step, set_up), *counted)
