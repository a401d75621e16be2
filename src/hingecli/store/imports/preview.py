"""What is said of a table before anything is brought in, as values.

Owns the counts, and how they grow while rows are read. The words are the command's.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Literal, NamedTuple

import msgspec

from hingecli.coach.log.events import Unit

UnitFrom = Literal["told", "profile", "nothing"]
"""Why weights without a unit are in one: as told for this import, by the profile, or for want."""


class LeftOut(NamedTuple):
    """An exercise that is no drill of ours: how many sets, and the drill that is nearest."""

    name: str
    sets: int
    nearest: str | None


class Change(NamedTuple):
    """A cell that was not kept as it stands: its line, what it says, what became of it."""

    line: int
    said: str


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """What was read of a table.

    `keys` are the file's own names of its sessions, by ours. `sets` are all rows that are sets of
    any exercise; `hinges` those that are drills of ours, with the warm-ups among them. `done`
    counts our drills' sets by id. `unread` names the columns that nothing is made of, `likely` says
    which of them a map could read, and as what. `unit` is that of the weights that name none,
    `unit_from` says why. `per_hand` sets had a weight in each hand, `sideless` ones have no side
    where the drill asks for one. `perhaps_per_hand` sets were with dumbbells, and nothing says
    whether their weight was that of one or of both.
    """

    name: str
    counts_clean: bool
    sets: int
    hinges: int
    warmups: int
    done: tuple[tuple[str, int], ...]
    left_out: tuple[LeftOut, ...]
    no_reps: int
    unread: tuple[str, ...]
    likely: Mapping[str, str]
    unit: Unit | None
    unit_from: UnitFrom
    changes: tuple[Change, ...]
    per_hand: int
    sideless: int
    perhaps_per_hand: int = 0
    said: str = ""
    keys: Mapping[str, str] = {}


class Remarks:
    """What there is to say, while rows are read; private to one import."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.sets = self.hinges = self.warmups = 0
        self.no_reps = self.per_hand = self.perhaps_per_hand = self.sideless = 0
        self.done: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        self.changes: list[Change] = []
        self.guessed_unit = False
