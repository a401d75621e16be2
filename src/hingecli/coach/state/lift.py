"""How loaded drills stand: their weights and reps, what was done of them, a return after a break.

Private to the coach, never stored. What moves them is `progression` and `breaks`.
"""

from datetime import date
from decimal import Decimal
from typing import Self

import msgspec

from hingecli.coach.protocol.parameters.rhythm import BreakStep


class Top(msgspec.Struct, frozen=True):
    """A session in which the top of a rep range was made: its day, the effort told, the ceiling."""

    day: date
    effort: int | None
    ceiling: int


class Work(msgspec.Struct, kw_only=True, eq=False):
    """How a loaded drill stands in one range of reps: its working load (kg), reps and sets.

    `tops` are the last of the sessions running in which the top of the range was made, in this
    range; `topped_since` is the day on which two of them ran. `short_sessions` counts sessions
    running with sets under the range's bottom, `easy` those that were made and told as easy.
    `before_kg` is the load to be won back. `held_kg` is the load when the last hold ended.
    `sets` is set for drills that grow by sets.
    """

    load_kg: Decimal | None = None
    reps: int = 0
    sets: int = 0
    tops: tuple[Top, ...] = ()
    topped_since: date | None = None
    short_sessions: int = 0
    easy: int = 0
    before_kg: Decimal | None = None
    held_kg: Decimal | None = None
    last_clean: tuple[int, int] = (0, 0)


class Lift(msgspec.Struct, kw_only=True, eq=False):
    """How one loaded drill stands: its `work` in the usual range of reps, `heavy` in the goal's.

    `cut_percent` is the cut that its own last session asks for, `floor_cuts` counts those running
    that no lighter weight could answer. `half_because` says what asks for half the range next time
    (S2), if anything does.
    `few_at_first` marks a drill whose lightest weight was more than a first one should be.
    `topped` says that the usual range was topped as often as few reps ask: once at an effort near
    the ceiling, else twice; `times_topped` counts. `last_main` is the
    last day on which it came first, `moved` the last on which its load, reps or sets rose.
    `other_bells_kg` is the load from before the person told of other bells, until it is done again.
    """

    work: Work = msgspec.field(default_factory=Work)
    heavy: Work = msgspec.field(default_factory=Work)
    first_kg: Decimal | None = None
    days: int = 0
    cut_percent: int = 0
    cut_because: str = ""
    floor_cuts: int = 0
    half_because: str = ""
    few_at_first: bool = False
    topped: bool = False
    times_topped: int = 0
    last: date | None = None
    last_main: date | None = None
    last_effort: int | None = None
    moved: date | None = None
    sides: tuple[tuple[int, int], ...] = ()
    ready_days: int = 0
    other_bells_kg: Decimal | None = None

    @property
    def load_kg(self) -> Decimal | None:
        """The working load (kg) of the usual range; None at body weight or before the first."""
        return self.work.load_kg

    def forget_tops(self) -> None:
        """Let the running rows of sessions at the top begin anew, in every range."""
        for work in (self.work, self.heavy):
            work.tops, work.topped_since = (), None


class LoadedEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One loaded day that was logged: its loaded drills, and the reps of its swings."""

    day: date
    drills: tuple[str, ...]
    swings: int

    def __deepcopy__(self, memo: object) -> Self:
        """Return the value itself: nobody changes it, so copies of what holds it share it."""
        return self


class Return(msgspec.Struct, kw_only=True, eq=False):
    """A return after a break: its days, what it leads to, when it began, loaded days since.

    `clean_weeks` are the weeks of the return with a loaded day clean enough to go on.
    """

    days: int
    step: BreakStep
    began: date
    sessions: int = 0
    clean_weeks: tuple[int, ...] = ()
