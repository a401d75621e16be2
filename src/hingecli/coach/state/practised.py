"""How drills without load stand: their reps, their last days, and the test of one long set.

Private to the coach, never stored. What moves them is `practice` and `wall_test`.
"""

from datetime import date

import msgspec


class FullDay(msgspec.Struct, frozen=True):
    """The reps of one day's full dose, how many of them were clean, and whether it was painful."""

    reps: int
    clean: int
    painful: bool


class Practice(msgspec.Struct, kw_only=True, eq=False):
    """How one drill without load stands: its reps per set, and its last days.

    `last_full` is the last day that was one of its own; `full_days` are the last ones with all
    the sets of the dose, oldest first, since its reps last began anew.
    """

    reps: int
    last: date | None = None
    last_full: date | None = None
    full_days: tuple[FullDay, ...] = ()


class Tests(msgspec.Struct, kw_only=True, eq=False):
    """How the test stands: clean days that allow it, tests since the last block, best run.

    `best_is_sure` is false where the run may have been longer: nobody said where the misses fell.
    `practice_left` counts the days of practice owed after a row of tests without the run.
    """

    clean_days: int = 0
    taken: int = 0
    last: date | None = None
    best: int = 0
    best_is_sure: bool = True
    practice_left: int = 0
    offered_today: bool = False

    @property
    def best_said(self) -> str:
        """The best run in words: 12, or 5 or more."""
        return f"{self.best}" if self.best_is_sure else f"{self.best} or more"
