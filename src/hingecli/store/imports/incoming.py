"""What a file brings, whatever it was: the events, and the lines that are no events."""

from collections.abc import Sequence
from typing import Final

import msgspec

from hingecli.errors import UsageError
from hingecli.store.codec import Contents
from hingecli.store.imports.preview import Preview
from hingecli.store.salvage import Rejected

EXPORT: Final = "hinge export"
LOG: Final = "hinge log"


MOST_REJECTED: Final = 10_000
"""Lines that are no events: of a file with more, nobody wants the rest."""


def refuse_many(name: str, rejected: Sequence[Rejected]) -> None:
    """Raise UsageError where too many lines of a file cannot be read."""
    if len(rejected) > MOST_REJECTED:
        line, why = rejected[0]
        raise UsageError(
            f"{name}: more than {MOST_REJECTED:,} lines cannot be read; line {line}: {why}"
        )


class Incoming(msgspec.Struct, frozen=True, kw_only=True):
    """The events of a file as contents of a log, and the lines that are no events.

    `format` names what was recognised. `preview` is there for rows of a table: events were made
    from them, and one that the log has under its id is known, whatever the log says in it by now.
    """

    contents: Contents
    rejected: tuple[Rejected, ...] = ()
    format: str = ""
    preview: Preview | None = None

    @property
    def made(self) -> bool:
        """Whether the events were made from rows."""
        return self.preview is not None
