"""The gates of a ladder: which conditions they have, and how far each one is.

Owns that equal conditions are counted once. How a condition counts is `trackers`; when a gate
opens is the fold's business.
"""

from collections.abc import Iterable, Sequence

from hingecli.coach.log.tally import DayFacts
from hingecli.coach.protocol import conditions as kinds
from hingecli.coach.protocol.protocol import Index, Rung
from hingecli.coach.results import ConditionState
from hingecli.coach.state.trackers import (
    EVERY_LOAD,
    Counter,
    DayTracker,
    Standing,
    Tracker,
    tracker_of,
)


class Watched:
    """One condition of one drill's gate with its tracker."""

    __slots__ = ("_text", "condition", "tracker")

    def __init__(self, condition: kinds.AnyCondition, tracker: Tracker) -> None:
        """Watch `condition` by `tracker`, which gates with the same condition share."""
        self.condition = condition
        self.tracker = tracker
        self._text = ""

    def met(self, standing: Standing) -> bool:
        """Tell whether the condition holds."""
        return self.tracker.have(standing) >= self.tracker.need

    def state(self, standing: Standing, index: Index) -> ConditionState:
        """Say how far the condition is, in words and figures."""
        have, need = self.tracker.have(standing), self.tracker.need
        self._text = self._text or sentence(self.condition, index)
        return ConditionState(
            id=self.condition.id,
            text=self._text,
            have=have,
            need=need,
            met=have >= need,
        )


class Gates:
    """Every gate of a ladder with its evidence so far; equal conditions are counted once."""

    def __init__(self, index: Index) -> None:
        """Begin to count for the ladder of `index`."""
        self._shared: dict[tuple[object, ...], Tracker] = {}
        self._counting: dict[str, list[Counter]] = {}
        self._stand_ins: dict[str, list[str]] = {}
        for rung in index.ladder:
            for drill in rung.stands_for:
                self._stand_ins.setdefault(drill, []).append(rung.id)
        self.watched = {rung.id: self._watch(rung, rung.gate) for rung in index.ladder if rung.gate}
        self.without_weight = {
            rung.id: self._watch(rung, rung.without_weight)
            for rung in index.ladder
            if rung.without_weight is not None
        }

    @property
    def counters(self) -> tuple[Counter, ...]:
        """Every tracker that counts days, in the order of the ladder."""
        return tuple(one for one in self._shared.values() if isinstance(one, DayTracker))

    def absorb(self, facts: DayFacts, drills: Iterable[str], standing: Standing) -> None:
        """Count what a sitting with `drills` added to the day's `facts`."""
        loaded = False
        for drill in drills:
            self._count(drill, facts, standing)
            loaded = loaded or drill in facts.loaded
        if loaded:
            self._count(EVERY_LOAD, facts, standing)

    def _count(self, drill: str, facts: DayFacts, standing: Standing) -> None:
        counting = self._counting.get(drill)
        if not counting:
            return
        filled = False
        for counter in counting:
            counter.absorb(facts, standing)
            filled = filled or counter.full
        if filled:
            self._counting[drill] = [counter for counter in counting if not counter.full]

    def _watch(self, rung: Rung, conditions: Iterable[kinds.AnyCondition]) -> tuple[Watched, ...]:
        return tuple(
            Watched(condition, self._tracker(condition, sound=rung.loaded))
            for condition in conditions
        )

    def _begin(self, condition: kinds.AnyCondition, *, sound: bool) -> Tracker:
        drills: tuple[str, ...] = (getattr(condition, "drill", EVERY_LOAD),)
        if isinstance(condition, kinds.CleanDays) and not condition.per_side:
            drills += tuple(self._stand_ins.get(condition.drill, ()))
        tracker = tracker_of(condition, sound=sound, drills=drills)
        if isinstance(tracker, DayTracker):
            for one in drills:
                self._counting.setdefault(one, []).append(tracker)
        return tracker

    def _tracker(self, condition: kinds.AnyCondition, *, sound: bool) -> Tracker:
        """Give the tracker of `condition`; with `sound` painful sessions do not count."""
        figures = (
            getattr(condition, name)
            for name in condition.__struct_fields__
            if name not in kinds.Condition.__struct_fields__
        )
        key = (type(condition), sound, *figures)
        if key not in self._shared:
            self._shared[key] = self._begin(condition, sound=sound)
        return self._shared[key]


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


def states(
    watched: Sequence[Watched], standing: Standing, index: Index
) -> tuple[ConditionState, ...]:
    """Say how far each of `watched` is."""
    return tuple(one.state(standing, index) for one in watched)


def all_met(watched: Sequence[Watched], standing: Standing) -> bool:
    """Tell whether every one of `watched` holds."""
    for one in watched:
        tracker = one.tracker
        if tracker.have(standing) < tracker.need:
            return False
    return True
