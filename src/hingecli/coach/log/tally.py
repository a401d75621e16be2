"""What happened on one training day, as the rules need it: counted once, from its sittings.

Owns the counting of sets, clean reps and mistakes of a day. Knows no other day.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from hingecli.coach.log.events import SetRecord
from hingecli.coach.log.sessions import Sitting

Sets = list[SetRecord]


class Added(NamedTuple):
    """The reps that a sitting added to its day; `sound`: without the pain that keeps sets apart."""

    loaded_reps: int
    loaded_clean: int
    unloaded_reps: int
    unloaded_clean: int
    sound: bool


class DayTally:
    """The counts of one day, grown sitting by sitting; private to the fold.

    `sets` holds every set by drill; `sound` only those of sessions without the pain that keeps
    a set from counting for loaded drills. `mistakes` counts reps by (mistake, loaded or not).
    """

    __slots__ = (
        "clean",
        "day",
        "distance_cm",
        "effort",
        "first_loaded",
        "loaded",
        "loaded_reps",
        "mistakes",
        "pain_from",
        "painful",
        "reps",
        "sets",
        "sound",
        "sound_loaded",
        "sound_unloaded_clean",
        "unloaded",
        "unloaded_clean",
    )

    def __init__(
        self, day: date, *, loaded: frozenset[str], unloaded: frozenset[str], pain_from: int
    ) -> None:
        """Begin the day `day`; `loaded` and `unloaded` are the drills known, `pain_from` is 0-10.

        Sets of a drill that the protocol does not know stay in the log and count for nothing.
        """
        self.day = day
        self.loaded = loaded
        self.unloaded = unloaded
        self.pain_from = pain_from
        self.sets: dict[str, Sets] = {}
        self.sound: dict[str, Sets] = self.sets
        self.painful = False
        self.reps = self.clean = self.unloaded_clean = self.sound_unloaded_clean = 0
        self.loaded_reps = 0
        self.sound_loaded = [0, 0]
        self.first_loaded: str | None = None
        self.effort: int | None = None
        self.distance_cm: Decimal | None = None
        self.mistakes: dict[tuple[str, bool], int] = {}

    def add(self, sitting: Sitting) -> Added:
        """Count `sitting` into the day, and return what it added."""
        pain = sitting.pain
        hurts = pain is not None and pain.score >= self.pain_from
        if hurts and not self.painful:
            self.painful = True
            self.sound = {drill: list(sets) for drill, sets in self.sets.items()}
        added = self._add_sets(sitting.sets, sound=not hurts)
        for noticed in sitting.mistakes:
            key = noticed.mistake, noticed.drill in self.loaded
            self.mistakes[key] = self.mistakes.get(key, 0) + noticed.count
        if sitting.effort is not None:
            self.effort = max(self.effort or 0, sitting.effort)
        if sitting.distance_cm is not None:
            self.distance_cm = sitting.distance_cm
        return added

    def _add_sets(self, records: Iterable[SetRecord], *, sound: bool) -> Added:
        """Count `records`; the sums are kept in locals, because every set of a log passes here."""
        sets, loaded, unloaded = self.sets, self.loaded, self.unloaded
        apart = self.sound if sound and self.sound is not sets else None
        loaded_reps = loaded_clean = unloaded_reps = unloaded_clean = 0
        for record in records:
            drill = record.drill
            group = sets.get(drill)
            if group is None:
                group = sets[drill] = []
            group.append(record)
            if apart is not None:
                apart.setdefault(drill, []).append(record)
            if drill in loaded:
                loaded_reps += record.reps
                loaded_clean += record.clean
                if self.first_loaded is None:
                    self.first_loaded = drill
            elif drill in unloaded:
                unloaded_reps += record.reps
                unloaded_clean += record.clean
        self.reps += loaded_reps + unloaded_reps
        self.clean += loaded_clean + unloaded_clean
        self.loaded_reps += loaded_reps
        self.unloaded_clean += unloaded_clean
        if sound:
            self.sound_loaded[0] += loaded_reps
            self.sound_loaded[1] += loaded_clean
            self.sound_unloaded_clean += unloaded_clean
        return Added(loaded_reps, loaded_clean, unloaded_reps, unloaded_clean, sound)

    def rounding(self, mistake: str) -> int:
        """Give the loaded reps of the day with `mistake`."""
        return self.mistakes.get((mistake, True), 0)


def share(sets: Iterable[SetRecord]) -> float:
    """Give the clean share of `sets` in %; 0 without reps."""
    reps = clean = 0
    for record in sets:
        reps += record.reps
        clean += record.clean
    return 100 * clean / reps if reps else 0.0


def by_share(sets: Iterable[SetRecord]) -> list[SetRecord]:
    """Sort `sets` the cleanest first, the longer first among equals."""
    return sorted(sets, key=lambda r: (-r.clean / r.reps if r.reps else 0.0, -r.reps))


def is_clean_day(sets: Sequence[SetRecord], *, count: int, reps: int, least: float) -> bool:
    """Tell whether the best `count` sets of `reps` or more are `least` % clean together.

    The best are taken so that one more set never spoils a day that was clean without it.
    """
    above = [100 * record.clean - least * record.reps for record in sets if record.reps >= reps]
    if len(above) > count:
        above = sorted(above, reverse=True)[:count]
    return len(above) == count and sum(above) >= 0


def longest_clean(sets: Iterable[SetRecord]) -> int:
    """Give the longest set in which every rep was clean; 0 if there is none."""
    return max((r.clean for r in sets if r.clean == r.reps), default=0)
