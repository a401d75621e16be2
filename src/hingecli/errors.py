"""Every failure a person can meet: one base class, an exit code each, a full sentence.

Owns the exit codes of the command line. Prints nothing: one place in the CLI catches.
"""

import os
from collections.abc import Sequence
from typing import ClassVar


class HingeError(Exception):
    """A failure with a sentence for the person: what, why, what to type next."""

    exit_code: ClassVar[int] = 1


def cause_of(error: OSError) -> str:
    """Return why a system call failed: the operating system's word, never a library's."""
    return error.strerror or (os.strerror(error.errno) if error.errno else type(error).__name__)


class UsageError(HingeError):
    """The words typed do not make a valid command or value."""

    exit_code = 2


class MissingExtraError(UsageError):
    """The command needs packages of an extra that are not installed."""


class ProtocolError(HingeError):
    """The protocol's files have problems; all of them are listed, one a line."""

    exit_code = 2

    def __init__(self, problems: Sequence[str]) -> None:
        """Keep `problems` in the order in which they were found."""
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class UnknownNameError(HingeError):
    """No drill, mistake, topic or session has this name, or more than one does."""

    exit_code = 3

    def __init__(self, sentence: str, *, near: Sequence[str] = ()) -> None:
        """Say `sentence`; `near` are the names that may have been meant."""
        self.near = tuple(near)
        super().__init__(sentence)


class RefusedError(HingeError):
    """A gate or a safety hold forbids it."""

    exit_code = 4


class LogError(HingeError):
    """The log cannot be read, written or locked."""

    exit_code = 5


class NotSavedError(LogError):
    """The log could not take what was told; the sentence ends with how to tell it again."""


class StoppedError(HingeError):
    """The person stopped before anything was kept."""

    exit_code = 130
