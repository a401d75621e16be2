"""The evidence that days give for the conditions of gates: counted once, never taken back.

Owns the counting, day by day, and when it is enough. What a condition asks for is `conditions`; how
far it is, in figures and words, is `gates`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

import msgspec

from hingecli.coach.log.events import SetRecord
from hingecli.coach.log.tally import (
    DayTally,
    by_share,
    is_clean_day,
    longest_clean,
    share,
    surest_run,
)
from hingecli.coach.protocol import conditions as kinds
from hingecli.coach.protocol.protocol import Index, Rung

ANY_LOADED_DRILL = "*"
"""The key of what counts on every loaded day, whichever the drill."""


class Evidence(msgspec.Struct, kw_only=True):
    """What was counted for a condition: days, the last of them, the best, a window of days.

    `even` says that the sides were alike on one of the days, `full` that all it needs is there.
    """

    days: int = 0
    last: date | None = None
    best: int = 0
    even: bool = False
    window: list[tuple[date, bool]] = msgspec.field(default_factory=list)
    full: bool = False


class TrackedCondition(msgspec.Struct, frozen=True, kw_only=True):
    """A condition of a gate with its evidence, which gates with the same condition share.

    The sets of all `drills` count as those of the first; with `sound` only sessions without the
    pain that keeps a set from counting do. `need` is in the condition's own unit: days, reps,
    weeks, drills. `counted` says that days are its evidence; what else it asks, the fold keeps
    anyway.
    """

    condition: kinds.AnyCondition
    evidence: Evidence
    drills: tuple[str, ...]
    sound: bool
    need: int
    counted: bool


TrackedGate = tuple[TrackedCondition, ...]


class Gates(msgspec.Struct, frozen=True, kw_only=True):
    """Every gate of a ladder by drill, and what still counts on a day of each drill.

    `without_weight` are the gates for those who own no weight at all, where they differ.
    """

    by_drill: dict[str, TrackedGate]
    without_weight: dict[str, TrackedGate]
    counting: dict[str, list[TrackedCondition]]


def begin_gates(index: Index) -> Gates:
    """Return the gates of the ladder of `index` with nothing counted; equal conditions are one."""
    stand_ins: dict[str, list[str]] = {}
    for rung in index.ladder:
        for drill in rung.stands_for:
            stand_ins.setdefault(drill, []).append(rung.id)
    shared: dict[tuple[object, ...], TrackedCondition] = {}

    def gate(rung: Rung, conditions: Iterable[kinds.AnyCondition]) -> TrackedGate:
        return tuple(
            _track(condition, shared, sound=rung.loaded, stand_ins=stand_ins)
            for condition in conditions
        )

    by_drill = {rung.id: gate(rung, rung.gate) for rung in index.ladder if rung.gate}
    without_weight = {
        rung.id: gate(rung, rung.without_weight)
        for rung in index.ladder
        if rung.without_weight is not None
    }
    counting: dict[str, list[TrackedCondition]] = {}
    for tracked in shared.values():
        if tracked.counted:
            for drill in tracked.drills:
                counting.setdefault(drill, []).append(tracked)
    return Gates(by_drill=by_drill, without_weight=without_weight, counting=counting)


def count_sitting(
    gates: Gates, tally: DayTally, drills: Iterable[str], *, unlocks: dict[str, date]
) -> None:
    """Count what a sitting with `drills` added to the day's `tally`; the day may still grow."""
    counting, loaded = gates.counting, False
    for drill in drills:
        if drill in counting:
            _count_drill(counting, drill, tally, unlocks)
        loaded = loaded or drill in tally.loaded
    if loaded and ANY_LOADED_DRILL in counting:
        _count_drill(counting, ANY_LOADED_DRILL, tally, unlocks)


def _count_drill(
    counting: dict[str, list[TrackedCondition]],
    drill: str,
    tally: DayTally,
    unlocks: dict[str, date],
) -> None:
    """Count the day for what `drill` is evidence of, unless that is complete."""
    for tracked in counting[drill]:
        _count(tracked, tally, unlocks)
    left = [tracked for tracked in counting[drill] if not tracked.evidence.full]
    if left:
        counting[drill] = left
    else:
        del counting[drill]


def _count(tracked: TrackedCondition, tally: DayTally, unlocks: dict[str, date]) -> None:
    condition, evidence = tracked.condition, tracked.evidence
    match condition:
        case kinds.UnbrokenSet(days=1):
            sets = _sets(tracked, tally)
            sure = min(surest_run(sets), tracked.need - 1)  # only an unbroken set opens the gate
            evidence.best = max(evidence.best, longest_clean(sets), sure)
            evidence.full = evidence.best >= tracked.need
        case kinds.SteadyDays():
            _count_steady(condition, evidence, tally, unlocks)
            evidence.full = evidence.best >= tracked.need
        case _:
            if evidence.last != tally.day and _holds(tracked, tally):
                evidence.last = tally.day
                evidence.days += 1
            if isinstance(condition, kinds.CleanDays) and condition.sides_within is not None:
                today = not evidence.even and evidence.last == tally.day
                evidence.even = evidence.even or (
                    today and _are_even(_sets(tracked, tally), condition)
                )
                evidence.full = evidence.even and evidence.days >= tracked.need
            else:
                evidence.full = evidence.days >= tracked.need


def _holds(tracked: TrackedCondition, tally: DayTally) -> bool:
    """Return whether the day, as far as it went, is one that the condition counts."""
    match tracked.condition:
        case kinds.UnbrokenSet(reps=reps):
            return longest_clean(_sets(tracked, tally)) >= reps
        case kinds.ContactDays() as condition:
            return _contact_kept(_sets(tracked, tally), condition)
        case kinds.DrillDays(share=least):
            return share(_sets(tracked, tally)) >= least
        case kinds.LoadedDays(share=least):
            reps = tally.sound_reps
            return reps > 0 and 100 * tally.sound_clean >= least * reps
        case condition:
            return isinstance(condition, kinds.CleanDays) and _all_sides_clean(
                _sets(tracked, tally), condition
            )


def _sets(tracked: TrackedCondition, tally: DayTally) -> Sequence[SetRecord]:
    """Return the day's sets of the drill, those of what stands in for it among them."""
    sets = tally.sound if tracked.sound else tally.sets
    if len(tracked.drills) == 1:
        return sets.get(tracked.drills[0], ())
    return [record for drill in tracked.drills for record in sets.get(drill, ())]


def _count_steady(
    condition: kinds.SteadyDays, evidence: Evidence, tally: DayTally, unlocks: dict[str, date]
) -> None:
    """Count the days of the window so far, less the unsteady ones beyond those allowed.

    The best is kept: a day once earned is not taken back.
    """
    if condition.since not in unlocks:
        return
    sound = not tally.unsound_reps  # pain keeps a set from counting
    steady = sound and tally.rounding(condition.mistake) <= condition.at_most
    window = evidence.window
    if window and window[-1][0] == tally.day:
        window.pop()
    window.append((tally.day, steady))
    del window[: -condition.window - 1]
    latest = window[-condition.window :]
    unsteady = sum(not kept for _, kept in latest)
    allowed = condition.window - condition.good
    evidence.best = max(evidence.best, len(latest) - max(0, unsteady - allowed))


def _contact_kept(sets: Sequence[SetRecord], condition: kinds.ContactDays) -> bool:
    """Return whether the cleanest sets that make up the reps keep the share.

    Taking the cleanest first keeps a later sloppy set from spoiling the day.
    """
    if longest_clean(sets) < condition.unbroken:
        return False
    reps = clean = 0
    for record in by_share(sets):
        reps += record.reps
        clean += record.clean_reps
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
        [record for record in sets if record.side != "R"],
        [record for record in sets if record.side != "L"],
    )


def _are_even(sets: Sequence[SetRecord], condition: kinds.CleanDays) -> bool:
    """Return whether the sides have clean sets, as many as asked, within the share of each other.

    Any such sets do: one more on one side never spoils a day that was even without it.
    """
    if not any(record.side for record in sets):
        return False
    left, right = (_clean_sums(side, condition) for side in _sides(sets))
    within = condition.sides_within or 0
    return any(100 * abs(a - b) <= within * max(a, b) for a in left for b in right)


def _clean_sums(sets: Sequence[SetRecord], condition: kinds.CleanDays) -> set[int]:
    """Return the clean reps of every choice of as many long sets as asked, clean together.

    Of sets alike more than are asked for make no other choice.
    """
    alike = Counter(record for record in sets if record.reps >= condition.reps)
    long = [record for record, n in alike.items() for _ in range(min(n, condition.sets))]
    return {
        sum(record.clean_reps for record in chosen)
        for chosen in combinations(long, condition.sets)
        if share(chosen) >= condition.share
    }


_COUNTED = (
    kinds.UnbrokenSet,
    kinds.ContactDays,
    kinds.CleanDays,
    kinds.DrillDays,
    kinds.LoadedDays,
    kinds.SteadyDays,
)
"""The kinds that days are counted for; the others read what the fold keeps anyway."""


def _track(
    condition: kinds.AnyCondition,
    shared: dict[tuple[object, ...], TrackedCondition],
    *,
    sound: bool,
    stand_ins: dict[str, list[str]],
) -> TrackedCondition:
    figures = (
        getattr(condition, name)
        for name in condition.__struct_fields__
        if name not in kinds.Condition.__struct_fields__
    )
    key = (type(condition), sound, *figures)
    evidence = shared[key].evidence if key in shared else Evidence()
    drills: tuple[str, ...] = (getattr(condition, "drill", ANY_LOADED_DRILL),)
    if not getattr(condition, "per_side", False):  # what stands in is not done by sides
        drills += tuple(stand_ins.get(drills[0], ()))
    tracked = TrackedCondition(
        condition=condition,
        evidence=evidence,
        drills=drills,
        sound=sound,
        need=_need(condition),
        counted=isinstance(condition, _COUNTED),
    )
    shared.setdefault(key, tracked)
    return tracked


def _need(condition: kinds.AnyCondition) -> int:
    match condition:
        case kinds.PlanWeek(week=need) | kinds.LoadWeek(week=need) | kinds.CleanTotal(reps=need):
            return need
        case kinds.UnbrokenSet(days=1, reps=need) | kinds.SteadyDays(window=need):
            return need
        case kinds.DrillsOpen(drills=drills):
            return len(drills)
        case kinds.GoalChosen():
            return 1
        case _:
            return condition.days
