"""The answers of `hinge setup` in one table.

Owns their order. What an answer may be is `coach.parse`'s.
"""

from typing import Final

from hingecli.cli.setup import health, optional, person, training

ROWS: Final = (
    *training.ROWS,
    *person.ROWS,
    *health.ROWS,
    *optional.ROWS,
)
"""In the order of the flags in the help, and of the lines of `hinge setup --show`."""
