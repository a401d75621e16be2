"""What pain left behind: the hold that stands, the last one, and the way back after it.

Private to the coach, never stored. What moves them is `safety` and `way_back`.
"""

from datetime import date
from typing import Literal

import msgspec

from hingecli.coach.log.events import Pain

Grounds = Literal["again", "stays", "often"]
"""Why a hold asks for a professional."""


class PastHold(msgspec.Struct, frozen=True):
    """The last hold that is over: its first day, the day on which it ended, its worst pain."""

    began: date
    ended: date
    pain: Pain


class Hold(msgspec.Struct, kw_only=True, eq=False):
    """A safety hold after pain: since when, what was told, and the scores since (0-10 by day).

    `began` is the day of its first red pain, `since` that of its last, `seq` its place in the log.
    `worst` is the worst pain of its episode. `grave` marks one that only a professional ends: the
    chest, or much in the head. `grounds` say why one ends with a professional or with quiet weeks:
    it came again soon, stays red, or comes often as some pain.
    """

    since: date
    began: date
    pain: Pain
    worst: Pain
    seq: int = 0
    scores: dict[date, int] = msgspec.field(default_factory=dict)
    grave: bool = False
    grounds: Grounds | None = None
    quiet_from: date | None = None

    @property
    def asks_for_a_professional(self) -> bool:
        """Whether two green days alone do not end it."""
        return self.grave or self.grounds is not None


class WayBack(msgspec.Struct, kw_only=True, eq=False):
    """The way back after a hold for `pain`: its first day, and its loaded days so far.

    `drills` are the loaded ones that the hold kept from being done: those alone come back so.
    """

    since: date
    pain: Pain
    drills: frozenset[str]
    done: int = 0
