"""What the fold remembers between two days. A builder private to the coach, never stored.

Owns the fields and the calendar questions that need no rule: weeks, pauses, the phase.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec

from hingecli.coach.log.events import (
    Override,
    Pain,
    Pause,
    Profile,
)
from hingecli.coach.log.tally import DayTally, Sums
from hingecli.coach.protocol.protocol import Index, Rung
from hingecli.coach.state.evidence import Gates, TrackedGate
from hingecli.coach.state.lift import Lift, LoadedEntry, Return
from hingecli.coach.state.pain import Hold, PastHold, WayBack
from hingecli.coach.state.practised import Practice, Tests

T = TypeVar("T")

ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(days=7)

KEPT_DAYS = 60
"""Days with a session, and loaded ones, remembered one by one; no rule looks back further."""
KEPT_MISTAKES = 200
"""Mistakes noticed that are remembered one by one."""


class Standstill(msgspec.Struct, kw_only=True, eq=False):
    """What moved until the last week closed, and for how many weeks of practice nothing did.

    `gate` is the next drill and how far its conditions were; `best` the best load (kg) and reps
    of each loaded drill, heavy sets apart. `turn` counts the weeks in which a standstill was
    named, from 0; None in a week in which it is not.
    """

    gate: tuple[str, tuple[int, ...]] = ("", ())
    gate_weeks: int = 0
    best: dict[tuple[str, bool], tuple[Decimal, int]] = msgspec.field(default_factory=dict)
    load_weeks: int = 0
    turn: int | None = None


class Bounds(msgspec.Struct, frozen=True):
    """What a person's answers come to: worked out when they are told, read every day.

    `screen` is what the readiness answers still forbid, `amber_from` the score (0-10) from which
    pain is amber. `training_days` are the loaded days planned a week, `loaded_goal` those of a
    good week. Of the drills in `half_range` a limit leaves half the range. `implements` says what
    each drill is loaded with, None for body weight. `able` are the loaded drills that equipment,
    limits and goal allow and that were not declined, in the ladder's order. `has_weight` says
    whether the person owns any. `set_aside` are the drills that they declined or cannot do, which
    gates do not ask for; `can_begin_load` says that one is left to begin loading with.
    """

    screen: str | None = None
    amber_from: int = 0
    training_days: int = 0
    loaded_goal: int = 0
    half_range: frozenset[str] = frozenset()
    implements: Mapping[str, str | None] = MappingProxyType({})
    able: tuple[Rung, ...] = ()
    has_weight: bool = True
    set_aside: frozenset[str] = frozenset()
    can_begin_load: bool = True


class State(msgspec.Struct, kw_only=True, eq=False):
    """What the fold remembers of one person after a day.

    `bounds` are those of the `profile` and of a professional's yes.
    Days, reps and sessions are counts. `pending` are the closed drills that only days can open,
    each with what it waits for. `tally` is of the last day with a session. `plain_days` are the
    practice days since the last that was a variation or a test, `variant_turns` all variations.
    `rests` are the last days that were decided to be rest days, done or not, `rested` counts all;
    the next may be on `rest_from`. `row_since` is the first day of the last row of days with a
    session, none of them for rest.
    `cut_lifts` are the drills whose own last session asks for less load.
    `lifted` are the days of the heaviest deadlifts and RDLs in clean sets (kg), the heaviest first:
    of each the last, and none that a later day outdid. `last_loaded` is the last day with a loaded
    drill in the log, open or not.
    `loaded_weeks` are the weeks with a day of an open load, `last_loaded_week` the last's Monday.
    """

    index: Index
    gates: Gates
    practice: dict[str, Practice]
    lifts: dict[str, Lift]
    unlocks: dict[str, date]
    today: date = date.min
    bounds: Bounds = msgspec.field(default_factory=Bounds)
    profile: Profile = msgspec.field(default_factory=Profile)
    start: date | None = None
    first_session: date | None = None
    first_loaded: date | None = None
    pauses: list[Pause] = msgspec.field(default_factory=list)
    pause_ends: list[date | None] = msgspec.field(default_factory=list)
    ill_since: date | None = None
    cleared: date | None = None
    cleared_seq: int = 0
    seen_professional: date | None = None
    seen_seq: int = 0
    assists: dict[str, date] = msgspec.field(default_factory=dict)
    overrides: dict[str, Override] = msgspec.field(default_factory=dict)
    told_once: dict[str, str] = msgspec.field(default_factory=dict)
    sums: Sums = msgspec.field(default_factory=Sums)
    drill_sessions: Counter[str] = msgspec.field(default_factory=Counter)
    tests: Tests = msgspec.field(default_factory=Tests)
    distance_cm: Decimal | None = None
    distance_days: int = 0
    loaded_days: list[LoadedEntry] = msgspec.field(default_factory=list)
    lifted: list[tuple[date, Decimal]] = msgspec.field(default_factory=list)
    last_loaded: date | None = None
    session_days: list[date] = msgspec.field(default_factory=list)
    row_since: date = date.min
    rests: list[date] = msgspec.field(default_factory=list)
    rest_from: date = date.min
    rested: int = 0
    mistakes: list[tuple[date, str, int]] = msgspec.field(default_factory=list)
    sessions_without: dict[str, int] = msgspec.field(default_factory=dict)
    mornings: dict[date, int] = msgspec.field(default_factory=dict)
    pains: dict[date, int] = msgspec.field(default_factory=dict)
    answered: dict[date, int] = msgspec.field(default_factory=dict)
    sore: tuple[date, int] | None = None
    sore_days: list[date] = msgspec.field(default_factory=list)
    morning_flag: date | None = None
    hold: Hold | None = None
    last_hold: PastHold | None = None
    way_back: WayBack | None = None
    ambers: list[date] = msgspec.field(default_factory=list)
    loaded_ambers: list[date] = msgspec.field(default_factory=list)
    amber_run: int = 0
    fast_waits: int = 0
    cut_lifts: set[str] = msgspec.field(default_factory=set)
    last_stop: date | None = None
    last_pain: tuple[date, Pain] | None = None
    pain_seq: int = 0
    returning: Return | None = None
    recheck_tries: int = 0
    recheck_passed: date | None = None
    rounding_days: list[bool] = msgspec.field(default_factory=list)
    rounding_pending: bool = False
    plain_days: int = 0
    variant_turns: int = 0
    next_week: date = date.min
    week_sessions: set[date] = msgspec.field(default_factory=set)
    week_counted: int = 0
    week_loaded: set[date] = msgspec.field(default_factory=set)
    loaded_weeks: int = 0
    last_loaded_week: date = date.min
    good_weeks: int = 0
    standstill: Standstill = msgspec.field(default_factory=Standstill)
    tally: DayTally | None = None
    pending: tuple[tuple[str, TrackedGate], ...] = ()

    def on(self, day: date, **known: Any) -> "State":
        """Return this state as it stands on another `day`, to ask what that day would be.

        `known` is what will have changed by then. The original stays as it is; what else the two
        remember is the same.
        """
        return msgspec.structs.replace(self, today=day, **known)

    @property
    def goal(self) -> str | None:
        """The goal that was chosen."""
        return self.profile.goal

    @property
    def plan_week(self) -> int:
        """The week of the plan: weeks since the start, pauses excluded; 1 before it."""
        return self.week_since(self.start, first=1)

    @property
    def load_week(self) -> int:
        """The week of loading: the first is 5, and only weeks with a loaded day count.

        The running week counts as one of them: it is the week of a load done today, so that the
        card and the log of a day go by the same one.
        """
        runs = self.today - self.last_loaded_week >= ONE_WEEK  # that is a Monday
        return self.index.rules.weeks.first_load_week - 1 + self.loaded_weeks + runs

    @property
    def weeks_of_load(self) -> int:
        """The weeks with a loaded day that lie behind, before the running one."""
        return self.load_week - self.index.rules.weeks.first_load_week

    def week_since(self, start: date | None, *, first: int) -> int:
        """Count the weeks from `start` to today, pauses excluded, beginning with `first`."""
        if start is None or start >= self.today:
            return first
        days = (self.today - start).days - self.paused_days(start, self.today)
        return first + days // self.index.rules.weeks.days_in_week

    def paused_days(self, first: date, before: date) -> int:
        """Count the paused days from `first` up to the day before `before`."""
        if not self.pauses:
            return 0
        total = 0
        for pause, end in zip(self.pauses, self.pause_ends, strict=True):
            begin = pause.day if pause.day > first else first
            stop = before if end is None or end >= before else end + ONE_DAY
            if stop > begin:
                total += (stop - begin).days
        return total

    @property
    def pause(self) -> Pause | None:
        """The pause that today lies in."""
        if not self.pauses:
            return None
        for pause, end in zip(reversed(self.pauses), reversed(self.pause_ends), strict=True):
            if pause.day <= self.today and (end is None or self.today <= end):
                return pause
        return None

    @property
    def phase(self) -> str:
        """The last phase of the protocol in which a drill is open."""
        last = max(self.unlocks, key=self.index.phase_numbers.__getitem__)
        return self.index.rungs[last].phase

    @property
    def loaded_open(self) -> tuple[str, ...]:
        """The loaded drills that are open, in the ladder's order."""
        return tuple([drill for drill in self.index.loads if drill in self.unlocks])

    def done_today(self) -> DayTally | None:
        """Return today's tally; None if no session was logged today."""
        return self.tally if self.tally is not None and self.tally.day == self.today else None


def keep_last(items: list[T], item: T, *, most: int) -> None:
    """Add `item` to `items`, and let go of the oldest beyond `most`."""
    items.append(item)
    if len(items) > most:
        del items[0]
