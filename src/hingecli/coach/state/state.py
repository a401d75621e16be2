"""What the fold remembers between two days. A builder private to the coach, never stored.

Owns the fields and the calendar questions that need no rule: weeks, pauses, the phase.
"""

from collections import deque
from datetime import date, timedelta
from decimal import Decimal

import msgspec

from hingecli.coach.log.events import (
    Override,
    Pain,
    Pause,
    Profile,
)
from hingecli.coach.log.tally import DayFacts
from hingecli.coach.protocol.conditions import DrillsOpen
from hingecli.coach.protocol.parameters import BreakStep
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.state.gates import Gates, Watched

ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(days=7)


class Lift(msgspec.Struct, kw_only=True):
    """How one loaded drill stands: its working load (kg), its reps, what speaks for more or less.

    `top_days` are the days of the running row of sessions with all sets at the top. `short`
    counts sessions running with sets under the least reps, `cut` is the cut (%) that its own
    last session asks for. `last_main` is the last day on which it came first.
    """

    load_kg: Decimal | None = None
    first_kg: Decimal | None = None
    reps: int = 0
    sets: int = 0
    days: int = 0
    top_days: tuple[date, ...] = ()
    short: int = 0
    cut: int = 0
    cut_because: str = ""
    last: date | None = None
    last_main: date | None = None
    last_effort: int | None = None
    last_clean: tuple[int, int] = (0, 0)
    sides: tuple[tuple[int, int], ...] = ()
    before_break_kg: Decimal | None = None
    ready_days: int = 0


class Practice(msgspec.Struct, kw_only=True):
    """How one drill without load stands: its reps per set, and its last days.

    `last_full` is the last day with a full dose of sets; `last_share` (%) and `last_sets` are of
    the last day.
    """

    reps: int
    last: date | None = None
    last_full: date | None = None
    last_share: float | None = None
    last_sets: int = 0


class Tests(msgspec.Struct, kw_only=True):
    """How the test stands: clean days that allow it, tests since the last block, best run.

    `practice_left` counts the days of practice owed after a row of tests without the run.
    """

    clean_days: int = 0
    taken: int = 0
    last: date | None = None
    best: int = 0
    practice_left: int = 0
    offered_today: bool = False


class Hold(msgspec.Struct, kw_only=True):
    """A safety hold after pain: since when, what was told, and the scores since (0-10 by day).

    `began` is the day of its first red pain, `since` that of its last, `seq` its place in the log.
    `professional` marks a second episode: it ends with a professional or with quiet weeks.
    """

    since: date
    began: date
    pain: Pain
    seq: int = 0
    scores: dict[date, int] = {}
    professional: bool = False
    quiet_from: date | None = None


class LoadedEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One loaded day that was logged: its loaded drills, and the reps of its swings."""

    day: date
    drills: tuple[str, ...]
    swings: int


class Comeback(msgspec.Struct, kw_only=True):
    """A return after a break: its days, what it leads to, when it began, loaded days since."""

    days: int
    step: BreakStep
    began: date
    sessions: int = 0


class State:
    """The fold's memory of one person after a day."""

    def __init__(self, index: Index) -> None:
        """Begin before the first day."""
        rules = index.rules
        self.index = index
        self.today = date.min
        self.profile = Profile()
        self.has_weight = True
        self.start: date | None = None
        self.first_session: date | None = None
        self.first_loaded: date | None = None
        self.pauses: list[Pause] = []
        self.pause_ends: list[date | None] = []
        self.ill_since: date | None = None
        self.cleared: date | None = None
        self.cleared_seq = 0
        self.seen_professional: date | None = None
        self.seen_seq = 0
        self.assists: dict[str, date] = {}
        self.overrides: dict[str, Override] = {}
        self.unlocks: dict[str, date] = {}
        self.reps = self.clean = self.unloaded_clean = self.sessions = 0
        self.sound_loaded_clean = self.sound_unloaded_clean = 0
        self.practice = {
            rung.id: Practice(reps=rules.unloaded_dose.start)
            for rung in index.ladder
            if not rung.loaded
        }
        self.lifts = {rung.id: Lift() for rung in index.ladder if rung.loaded}
        self.drill_sessions: dict[str, int] = {}
        self.tests = Tests()
        self.distance_cm: Decimal | None = None
        self.distance_days = 0
        self.loaded_days: deque[LoadedEntry] = deque(maxlen=40)
        self.session_days: deque[date] = deque(maxlen=40)
        self.mistakes: deque[tuple[date, str, int]] = deque(maxlen=200)
        self.sessions_without: dict[str, int] = {}
        self.mornings: dict[date, int] = {}
        self.pains: dict[date, int] = {}
        self.answered: dict[date, int] = {}
        self.sore: tuple[date, int] | None = None
        self.morning_flag: date | None = None
        self.hold: Hold | None = None
        self.hold_ended: date | None = None
        self.last_red: date | None = None
        self.last_pain: tuple[date, Pain] | None = None
        self.comeback: Comeback | None = None
        self.recheck_tries = 0
        self.recheck_passed: date | None = None
        self.rounding_days: list[bool] = []
        self.rounding_pending = False
        self.practice_turns = 0
        self.next_week = date.min
        self.week_sessions: set[date] = set()
        self.week_loaded: set[date] = set()
        self.good_weeks = 0
        self.facts: DayFacts | None = None
        self.gates = Gates(index)
        self.unlocks.update({rung.id: date.min for rung in index.ladder if not rung.gate})
        self.in_reach: tuple[tuple[str, tuple[Watched, ...]], ...] = ()
        self.find_reach()

    def gate(self, drill: str) -> tuple[Watched, ...]:
        """Give the gate of `drill` that counts for this person; empty for what is always open."""
        if not self.has_weight and drill in self.gates.without_weight:
            return self.gates.without_weight[drill]
        return self.gates.watched.get(drill, ())

    def find_reach(self) -> None:
        """Note the closed drills that wait for no other drill, each with what it waits for."""
        reach = []
        for rung in self.index.ladder:
            if rung.id in self.unlocks:
                continue
            waits = [one for one in self.gate(rung.id) if not one.met(self)]
            if not any(isinstance(one.condition, DrillsOpen) for one in waits):
                rest = (o for o in self.gate(rung.id) if not isinstance(o.condition, DrillsOpen))
                reach.append((rung.id, tuple(rest)))
        self.in_reach = tuple(reach)

    def best_run(self, drill: str) -> int:
        """Give the best run of `drill` so far (reps); only the test's drill is run."""
        return self.tests.best if drill == self.index.rules.test.drill else 0

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
        """The week of loading: 5 on the first loaded day, never ahead of the plan week."""
        first = self.index.rules.weeks.first_load_week
        if self.first_loaded is None:
            return first
        own = self.week_since(self.first_loaded, first=first)
        return max(first, min(self.plan_week, own))

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
        for pause, end in zip(reversed(self.pauses), reversed(self.pause_ends), strict=True):
            if pause.day <= self.today and (end is None or self.today <= end):
                return pause
        return None

    @property
    def phase(self) -> str:
        """The last phase of the protocol in which a drill is open."""
        order = {phase.id: phase.number for phase in self.index.protocol.phases}
        reached = [self.index.rungs[drill].phase for drill in self.unlocks]
        return max(reached, key=order.__getitem__)

    @property
    def loaded_open(self) -> tuple[str, ...]:
        """The loaded drills that are open, in the ladder's order."""
        return tuple(r.id for r in self.index.ladder if r.loaded and r.id in self.unlocks)

    @property
    def last_loaded(self) -> date | None:
        """The last day with a loaded drill in the log."""
        return self.loaded_days[-1].day if self.loaded_days else None

    def done_today(self) -> DayFacts | None:
        """Give today's facts if a session was logged today."""
        return self.facts if self.facts is not None and self.facts.day == self.today else None
