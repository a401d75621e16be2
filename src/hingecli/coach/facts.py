"""What happened on one training day, as the rules need it: counted once, from its sittings.

Owns the counting of sets, clean reps and mistakes of a day. Knows no other day.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from hingecli.coach.events import SetRecord
from hingecli.coach.traininglog import Sitting

Sets = list[SetRecord]


class DayFacts:
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
        "loaded_clean",
        "loaded_reps",
        "mistakes",
        "pain_from",
        "painful",
        "reps",
        "sets",
        "sitting",
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
        self.loaded_reps = self.loaded_clean = 0
        self.sound_loaded = [0, 0]
        self.first_loaded: str | None = None
        self.effort: int | None = None
        self.distance_cm: Decimal | None = None
        self.mistakes: dict[tuple[str, bool], int] = {}
        self.sitting: Sitting | None = None

    def add(self, sitting: Sitting) -> None:
        """Count `sitting` into the day."""
        self.sitting = sitting
        pain = sitting.pain
        hurts = pain is not None and pain.score >= self.pain_from
        if hurts and not self.painful:
            self.painful = True
            self.sound = {drill: list(sets) for drill, sets in self.sets.items()}
        for record in sitting.sets:
            self._add_set(record, sound=not hurts)
        for noticed in sitting.mistakes:
            key = noticed.mistake, noticed.drill in self.loaded
            self.mistakes[key] = self.mistakes.get(key, 0) + noticed.count
        if sitting.effort is not None:
            self.effort = max(self.effort or 0, sitting.effort)
        if sitting.distance_cm is not None:
            self.distance_cm = sitting.distance_cm

    def _add_set(self, record: SetRecord, *, sound: bool) -> None:
        drill = record.drill
        self.sets.setdefault(drill, []).append(record)
        if sound and self.sound is not self.sets:
            self.sound.setdefault(drill, []).append(record)
        if drill in self.loaded:
            self.reps += record.reps
            self.clean += record.clean
            self.loaded_reps += record.reps
            self.loaded_clean += record.clean
            if sound:
                self.sound_loaded[0] += record.reps
                self.sound_loaded[1] += record.clean
            if self.first_loaded is None:
                self.first_loaded = drill
        elif drill in self.unloaded:
            self.reps += record.reps
            self.clean += record.clean
            self.unloaded_clean += record.clean
            if sound:
                self.sound_unloaded_clean += record.clean

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
    above = sorted(
        (100 * record.clean - least * record.reps for record in sets if record.reps >= reps),
        reverse=True,
    )
    return len(above) >= count and sum(above[:count]) >= 0


def longest_clean(sets: Iterable[SetRecord]) -> int:
    """Give the longest set in which every rep was clean; 0 if there is none."""
    return max((r.clean for r in sets if r.clean == r.reps), default=0)
