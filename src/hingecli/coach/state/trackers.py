"""Counts the evidence for each kind of condition, day by day: one tracker a kind.

Owns have and need. Which trackers a gate is made of is `gates`.
"""

from collections import deque
from collections.abc import Callable, Sequence
from datetime import date
from itertools import combinations
from typing import Protocol as Shape

import msgspec

from hingecli.coach.log.events import SetRecord
from hingecli.coach.log.tally import (
    DayFacts,
    by_share,
    is_clean_day,
    longest_clean,
    share,
)
from hingecli.coach.protocol import conditions as kinds

EVERY_LOAD = "*"
"""The key of what counts on every loaded day, whichever the drill."""


class Evidence(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a counter has counted: days, the last of them, the best, a window of days."""

    days: int = 0
    last: date | None = None
    best: int = 0
    even: bool = False
    window: tuple[tuple[date, bool], ...] = ()


class Standing(Shape):
    """What a condition may ask of the fold beside a day's facts.

    The `sound` counts leave out sessions with the pain that keeps a set from counting.
    """

    unlocks: dict[str, date]
    clean: int
    unloaded_clean: int
    sound_loaded_clean: int
    sound_unloaded_clean: int

    @property
    def plan_week(self) -> int:
        """The plan week of the day."""
        ...

    @property
    def load_week(self) -> int:
        """The load week of the day."""
        ...

    def best_run(self, drill: str) -> int:
        """Give the best run of `drill` so far (reps), a test's broken off run included."""
        ...

    @property
    def goal(self) -> str | None:
        """The goal that was chosen."""
        ...


class Tracker(Shape):
    """The running count of one condition."""

    need: int

    def have(self, standing: Standing) -> int:
        """Give how far the condition is, never above `need`."""
        ...


class Counter(Tracker, Shape):
    """A tracker that counts days.

    `full` is set once it has counted all it needs: what is earned is never taken back.
    """

    full: bool
    evidence: Evidence

    def absorb(self, facts: DayFacts, standing: Standing) -> None:
        """Count what the day adds; called again as the day grows."""
        ...


def tracker_of(condition: kinds.AnyCondition, *, sound: bool, drills: Sequence[str]) -> Tracker:
    """Make the tracker for the kind of `condition`; a day of any of `drills` counts."""
    if isinstance(condition, kinds.CleanTotal):
        return _Total(condition, sound=sound)
    if isinstance(condition, kinds.PlanWeek):
        return _Week(condition.week, of_plan=True)
    if isinstance(condition, kinds.LoadWeek):
        return _Week(condition.week, of_plan=False)
    if isinstance(condition, kinds.DrillsOpen):
        return _Open(condition)
    if isinstance(condition, kinds.GoalChosen):
        return _Goal(condition)
    if isinstance(condition, kinds.SteadyDays):
        return _Steady(condition)
    if isinstance(condition, kinds.LoadedDays):
        return _Days(condition.days, _clean_load(condition))
    if isinstance(condition, kinds.CleanDays) and condition.sides_within is not None:
        return _EvenDays(condition)
    if isinstance(condition, kinds.UnbrokenSet) and condition.days == 1:
        return _BestSet(condition, sound=sound)
    return _Days(condition.days, _day_test(condition, sound=sound, drills=drills))


DayTest = Callable[[DayFacts], bool]


def _day_test(
    condition: kinds.UnbrokenSet | kinds.ContactDays | kinds.CleanDays | kinds.DrillDays,
    *,
    sound: bool,
    drills: Sequence[str],
) -> DayTest:
    def sets_of(facts: DayFacts, drill: str = condition.drill) -> Sequence[SetRecord]:
        return (facts.sound if sound else facts.sets).get(drill, ())

    if isinstance(condition, kinds.UnbrokenSet):
        reps = condition.reps
        return lambda facts: any(r.clean == r.reps and r.reps >= reps for r in sets_of(facts))
    if isinstance(condition, kinds.ContactDays):
        return lambda facts: _contact_kept(sets_of(facts), condition)
    if isinstance(condition, kinds.DrillDays):
        return lambda facts: share(sets_of(facts)) >= condition.share
    return lambda facts: any(_all_sides_clean(sets_of(facts, d), condition) for d in drills)


def _clean_load(condition: kinds.LoadedDays) -> DayTest:
    def test(facts: DayFacts) -> bool:
        reps, clean = facts.sound_loaded
        return reps > 0 and 100 * clean >= condition.share * reps

    return test


def _contact_kept(sets: Sequence[SetRecord], condition: kinds.ContactDays) -> bool:
    """Tell whether the cleanest sets that make up the reps keep the share.

    Taking the cleanest first keeps a later sloppy set from spoiling the day.
    """
    if not any(r.clean == r.reps and r.reps >= condition.unbroken for r in sets):
        return False
    reps = clean = 0
    for record in by_share(sets):
        reps += record.reps
        clean += record.clean
        if reps >= condition.reps:
            return 100 * clean >= condition.share * reps
    return False


def _all_sides_clean(sets: Sequence[SetRecord], condition: kinds.CleanDays) -> bool:
    groups = _sides(sets) if condition.per_side else (sets,)
    return all(
        is_clean_day(group, count=condition.sets, reps=condition.reps, least=condition.share)
        for group in groups
    )


def _sides(sets: Sequence[SetRecord]) -> tuple[list[SetRecord], list[SetRecord]]:
    """Split one-sided sets; a set typed without a side counts for both sides."""
    return (
        [r for r in sets if r.side != "R"],
        [r for r in sets if r.side != "L"],
    )


def _are_even(sets: Sequence[SetRecord], condition: kinds.CleanDays) -> bool:
    """Tell whether the sides have clean sets, as many as asked, within the share of each other.

    Any such sets do: one more on one side never spoils a day that was even without it.
    """
    if not any(r.side for r in sets):
        return False
    left, right = (_clean_sums(side, condition) for side in _sides(sets))
    within = condition.sides_within or 0
    return any(100 * abs(a - b) <= within * max(a, b) for a in left for b in right)


def _clean_sums(sets: Sequence[SetRecord], condition: kinds.CleanDays) -> set[int]:
    """Give the clean reps of every choice of as many long sets as asked, clean together."""
    long = [r for r in sets if r.reps >= condition.reps]
    return {
        sum(r.clean for r in chosen)
        for chosen in combinations(long, condition.sets)
        if share(chosen) >= condition.share
    }


class _Days:
    """Different days on which a test of the day held."""

    __slots__ = ("days", "full", "last", "need", "test")

    def __init__(self, need: int, test: DayTest) -> None:
        self.need = need
        self.test = test
        self.days = 0
        self.last: date | None = None
        self.full = False

    def absorb(self, facts: DayFacts, standing: Standing) -> None:
        if self.last != facts.day and self.test(facts):
            self.last = facts.day
            self.days += 1
            self.full = self.days >= self.need

    def have(self, standing: Standing) -> int:
        return min(self.days, self.need)

    @property
    def evidence(self) -> Evidence:
        return Evidence(days=self.days, last=self.last)

    @evidence.setter
    def evidence(self, counted: Evidence) -> None:
        self.days, self.last = counted.days, counted.last
        self.full = self.days >= self.need


class _BestSet:
    """One unbroken set, whenever it comes: how far is the best so far, in reps."""

    __slots__ = ("best", "drill", "full", "need", "sound")

    def __init__(self, condition: kinds.UnbrokenSet, *, sound: bool) -> None:
        self.need = condition.reps
        self.drill = condition.drill
        self.sound = sound
        self.best = 0
        self.full = False

    def absorb(self, facts: DayFacts, standing: Standing) -> None:
        sets = (facts.sound if self.sound else facts.sets).get(self.drill, ())
        self.best = max(self.best, longest_clean(sets))
        self.full = self.best >= self.need

    def have(self, standing: Standing) -> int:
        if self.full:
            return self.need
        return max(self.best, min(standing.best_run(self.drill), self.need - 1))

    @property
    def evidence(self) -> Evidence:
        return Evidence(best=self.best)

    @evidence.setter
    def evidence(self, counted: Evidence) -> None:
        self.best = counted.best
        self.full = self.best >= self.need


class _EvenDays(_Days):
    """Clean days of both sides, one of them even. The even day is one of the days needed."""

    __slots__ = ("condition", "even")

    def __init__(self, condition: kinds.CleanDays) -> None:
        super().__init__(
            condition.days,
            lambda facts: _all_sides_clean(facts.sound.get(condition.drill, ()), condition),
        )
        self.condition = condition
        self.even = False

    def absorb(self, facts: DayFacts, standing: Standing) -> None:
        super().absorb(facts, standing)
        if not self.even and self.last == facts.day:
            self.even = _are_even(facts.sound.get(self.condition.drill, ()), self.condition)
        self.full = self.even and self.days >= self.need

    def have(self, standing: Standing) -> int:
        return min(self.days, self.need if self.even else self.need - 1)

    @property
    def evidence(self) -> Evidence:
        return Evidence(days=self.days, last=self.last, even=self.even)

    @evidence.setter
    def evidence(self, counted: Evidence) -> None:
        self.days, self.last, self.even = counted.days, counted.last, counted.even
        self.full = self.even and self.days >= self.need


class _Total:
    __slots__ = ("need", "sound", "unloaded")

    def __init__(self, condition: kinds.CleanTotal, *, sound: bool) -> None:
        self.need = condition.reps
        self.unloaded = condition.unloaded
        self.sound = sound

    def have(self, standing: Standing) -> int:
        if not self.sound:
            clean = standing.unloaded_clean if self.unloaded else standing.clean
        elif self.unloaded:
            clean = standing.sound_unloaded_clean
        else:
            clean = standing.sound_loaded_clean + standing.sound_unloaded_clean
        return min(self.need, clean)


class _Week:
    __slots__ = ("need", "of_plan")

    def __init__(self, week: int, *, of_plan: bool) -> None:
        self.need = week
        self.of_plan = of_plan

    def have(self, standing: Standing) -> int:
        return min(self.need, standing.plan_week if self.of_plan else standing.load_week)


class _Open:
    __slots__ = ("drills", "need")

    def __init__(self, condition: kinds.DrillsOpen) -> None:
        self.need = len(condition.drills)
        self.drills = condition.drills

    def have(self, standing: Standing) -> int:
        unlocks = standing.unlocks
        return sum([drill in unlocks for drill in self.drills])


class _Goal:
    __slots__ = ("goal", "need")

    def __init__(self, condition: kinds.GoalChosen) -> None:
        self.need = 1
        self.goal = condition.goal

    def have(self, standing: Standing) -> int:
        return int(standing.goal == self.goal)


class _Steady:
    """A window of loaded days in a row, most of them steady.

    `have` counts the days of the window so far, less the unsteady ones beyond those allowed,
    and keeps its best: a day once earned is not taken back.
    """

    __slots__ = ("best", "condition", "days", "full", "need")

    def __init__(self, condition: kinds.SteadyDays) -> None:
        self.need = condition.window
        self.condition = condition
        self.days: deque[tuple[date, bool]] = deque(maxlen=condition.window + 1)
        self.best = 0
        self.full = False

    def absorb(self, facts: DayFacts, standing: Standing) -> None:
        if self.condition.since not in standing.unlocks:
            return
        sound = facts.sound_loaded[0] == facts.loaded_reps  # pain keeps a set from counting
        steady = sound and facts.rounding(self.condition.mistake) <= self.condition.at_most
        if self.days and self.days[-1][0] == facts.day:
            self.days.pop()
        self.days.append((facts.day, steady))
        allowed = self.condition.window - self.condition.good
        window = list(self.days)[-self.condition.window :]
        unsteady = sum(not kept for _, kept in window)
        self.best = max(self.best, len(window) - max(0, unsteady - allowed))
        self.full = self.best >= self.need

    def have(self, standing: Standing) -> int:
        return min(self.best, self.need)

    @property
    def evidence(self) -> Evidence:
        return Evidence(best=self.best, window=tuple(self.days))

    @evidence.setter
    def evidence(self, counted: Evidence) -> None:
        self.best = counted.best
        self.days.extend(counted.window)
        self.full = self.best >= self.need


DayTracker = _Days | _BestSet | _Steady
"""The trackers that absorb days; the others read what the fold keeps."""
