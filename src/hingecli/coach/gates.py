"""Counts the evidence for each condition of a gate, day by day.

One tracker a condition kind: `absorb` a day's facts, then say how far it is. Owns have and
need; when a gate opens is the fold's business.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol as Shape

from hingecli.coach import conditions as kinds
from hingecli.coach.events import SetRecord
from hingecli.coach.facts import DayFacts, by_share, is_clean_day, share
from hingecli.coach.protocol import Index, Rung
from hingecli.coach.values import ConditionState


class Standing(Shape):
    """What a condition may ask of the fold beside a day's facts."""

    unlocks: dict[str, date]
    clean: int
    unloaded_clean: int

    @property
    def plan_week(self) -> int:
        """The plan week of the day."""
        ...

    @property
    def load_week(self) -> int:
        """The load week of the day."""
        ...

    @property
    def goal(self) -> str | None:
        """The goal that was chosen."""
        ...


class Tracker(Shape):
    """The running count of one condition."""

    need: int

    def absorb(self, facts: DayFacts, standing: Standing) -> None:
        """Count what the day adds; called again as the day grows."""
        ...

    def have(self, standing: Standing) -> int:
        """Give how far the condition is, never above `need`."""
        ...


class Watched:
    """One condition of one drill's gate with its tracker."""

    __slots__ = ("condition", "tracker")

    def __init__(self, condition: kinds.AnyCondition, *, sound: bool) -> None:
        """Track `condition`; with `sound` painful sessions do not count."""
        self.condition = condition
        self.tracker = tracker_of(condition, sound=sound)

    def met(self, standing: Standing) -> bool:
        """Tell whether the condition holds."""
        return self.tracker.have(standing) >= self.tracker.need

    def state(self, standing: Standing, index: Index) -> ConditionState:
        """Say how far the condition is, in words and figures."""
        have, need = self.tracker.have(standing), self.tracker.need
        return ConditionState(
            id=self.condition.id,
            text=sentence(self.condition, index),
            have=have,
            need=need,
            met=have >= need,
        )


def watch_gate(rung: Rung, conditions: Sequence[kinds.AnyCondition]) -> tuple[Watched, ...]:
    """Begin to track `conditions` for the gate of `rung`."""
    return tuple(Watched(condition, sound=rung.loaded) for condition in conditions)


def sentence(condition: kinds.AnyCondition, index: Index) -> str:
    """Fill the condition's template with its own figures and the drills' names."""
    fields = {name: getattr(condition, name) for name in condition.__struct_fields__}
    if "drill" in fields:
        fields["drill"] = index.rungs[fields["drill"]].plural
    if "since" in fields:
        fields["since"] = index.rungs[fields["since"]].name
    if "drills" in fields:
        fields["drills"] = " and ".join(index.rungs[drill].name for drill in fields["drills"])
    return condition.text.format_map(fields)


def tracker_of(condition: kinds.AnyCondition, *, sound: bool) -> Tracker:
    """Make the tracker for the kind of `condition`."""
    if isinstance(condition, kinds.CleanTotal):
        return _Total(condition)
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
    return _Days(condition.days, _day_test(condition, sound=sound))


DayTest = Callable[[DayFacts], bool]


def _day_test(
    condition: kinds.UnbrokenSet | kinds.ContactDays | kinds.CleanDays | kinds.DrillDays,
    *,
    sound: bool,
) -> DayTest:
    drill = condition.drill

    def sets_of(facts: DayFacts) -> Sequence[SetRecord]:
        return (facts.sound if sound else facts.sets).get(drill, ())

    if isinstance(condition, kinds.UnbrokenSet):
        reps = condition.reps
        return lambda facts: any(r.clean == r.reps and r.reps >= reps for r in sets_of(facts))
    if isinstance(condition, kinds.ContactDays):
        return lambda facts: _contact_kept(sets_of(facts), condition)
    if isinstance(condition, kinds.DrillDays):
        return lambda facts: share(sets_of(facts)) >= condition.share
    return lambda facts: _all_sides_clean(sets_of(facts), condition)


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


def side_gap(sets: Sequence[SetRecord]) -> float | None:
    """Give the gap between the sides' clean reps in % of the stronger; None without both."""
    if not any(r.side for r in sets):
        return None
    left, right = (sum(r.clean for r in side) for side in _sides(sets))
    return 100 * abs(left - right) / max(left, right) if left and right else None


class _Days:
    """Different days on which a test of the day held."""

    __slots__ = ("days", "last", "need", "test")

    def __init__(self, need: int, test: DayTest) -> None:
        self.need = need
        self.test = test
        self.days = 0
        self.last: date | None = None

    def absorb(self, facts: DayFacts, standing: Standing) -> None:
        if self.last != facts.day and self.test(facts):
            self.last = facts.day
            self.days += 1

    def have(self, standing: Standing) -> int:
        return min(self.days, self.need)


class _EvenDays(_Days):
    """Clean days of both sides, one of them even. The even day is one of the days needed."""

    __slots__ = ("even", "within")

    def __init__(self, condition: kinds.CleanDays) -> None:
        super().__init__(
            condition.days,
            lambda facts: _all_sides_clean(facts.sound.get(condition.drill, ()), condition),
        )
        self.within = (condition.drill, condition.sides_within or 0)
        self.even = False

    def absorb(self, facts: DayFacts, standing: Standing) -> None:
        super().absorb(facts, standing)
        if not self.even and self.last == facts.day:
            gap = side_gap(facts.sound.get(self.within[0], ()))
            self.even = gap is not None and gap <= self.within[1]

    def have(self, standing: Standing) -> int:
        return min(self.days, self.need if self.even else self.need - 1)


class _Total:
    __slots__ = ("need", "unloaded")

    def __init__(self, condition: kinds.CleanTotal) -> None:
        self.need = condition.reps
        self.unloaded = condition.unloaded

    def absorb(self, facts: DayFacts, standing: Standing) -> None:
        """Nothing: the fold keeps the totals."""

    def have(self, standing: Standing) -> int:
        return min(self.need, standing.unloaded_clean if self.unloaded else standing.clean)


class _Week:
    __slots__ = ("need", "of_plan")

    def __init__(self, week: int, *, of_plan: bool) -> None:
        self.need = week
        self.of_plan = of_plan

    def absorb(self, facts: DayFacts, standing: Standing) -> None:
        """Nothing: weeks pass by themselves."""

    def have(self, standing: Standing) -> int:
        return min(self.need, standing.plan_week if self.of_plan else standing.load_week)


class _Open:
    __slots__ = ("drills", "need")

    def __init__(self, condition: kinds.DrillsOpen) -> None:
        self.need = len(condition.drills)
        self.drills = condition.drills

    def absorb(self, facts: DayFacts, standing: Standing) -> None:
        """Nothing: the fold keeps what is open."""

    def have(self, standing: Standing) -> int:
        return sum(drill in standing.unlocks for drill in self.drills)


class _Goal:
    __slots__ = ("goal", "need")

    def __init__(self, condition: kinds.GoalChosen) -> None:
        self.need = 1
        self.goal = condition.goal

    def absorb(self, facts: DayFacts, standing: Standing) -> None:
        """Nothing: the goal is in the profile."""

    def have(self, standing: Standing) -> int:
        return int(standing.goal == self.goal)


class _Steady:
    """A window of loaded days in a row, most of them steady.

    `have` counts the days of the window so far, less the unsteady ones beyond those allowed,
    and keeps its best: a day once earned is not taken back.
    """

    __slots__ = ("best", "condition", "days", "need")

    def __init__(self, condition: kinds.SteadyDays) -> None:
        self.need = condition.window
        self.condition = condition
        self.days: deque[tuple[date, bool]] = deque(maxlen=condition.window + 1)
        self.best = 0

    def absorb(self, facts: DayFacts, standing: Standing) -> None:
        if not facts.loaded_reps or self.condition.since not in standing.unlocks:
            return
        steady = facts.rounding(self.condition.mistake) <= self.condition.at_most
        if self.days and self.days[-1][0] == facts.day:
            self.days.pop()
        self.days.append((facts.day, steady))
        allowed = self.condition.window - self.condition.good
        window = list(self.days)[-self.condition.window :]
        unsteady = sum(not kept for _, kept in window)
        self.best = max(self.best, len(window) - max(0, unsteady - allowed))

    def have(self, standing: Standing) -> int:
        return min(self.best, self.need)


def states(
    watched: Sequence[Watched], standing: Standing, index: Index
) -> tuple[ConditionState, ...]:
    """Say how far each of `watched` is."""
    return tuple(one.state(standing, index) for one in watched)


def all_met(watched: Sequence[Watched], standing: Standing) -> bool:
    """Tell whether every one of `watched` holds."""
    return all(one.met(standing) for one in watched)


Gates = Mapping[str, tuple[Watched, ...]]
