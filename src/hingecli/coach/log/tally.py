"""What happened on one training day, as the rules need it: counted once, from its sittings.

Owns the counting of sets, clean reps and mistakes of a day. Knows no other day.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

import msgspec

from hingecli.coach.log.events import SetRecord
from hingecli.coach.log.sessions import Sitting

SetRecords = list[SetRecord]


MANY_SETS = 100
"""More sets of a drill than a day has: one more like another of them shows nothing new.

It counts in the sums alone, or a log that has everything on one day would take hours to read.
"""


class Sums(msgspec.Struct, eq=False):
    """What all sittings of a log add up to; the `sound` clean reps count for loaded drills too."""

    sessions: int = 0
    reps: int = 0
    loaded_clean: int = 0
    unloaded_clean: int = 0
    sound_loaded_clean: int = 0
    sound_unloaded_clean: int = 0

    @property
    def clean(self) -> int:
        """All clean reps."""
        return self.loaded_clean + self.unloaded_clean


class DayTally(msgspec.Struct, kw_only=True, eq=False):
    """The counts of one day, grown sitting by sitting; private to the fold.

    `loaded` and `unloaded` are the drills known: sets of another stay in the log and count for
    nothing. The loads of the drills `unearned`, in a hold of all, count in the sums alone. Half the
    range of the drills in `half_is_full` is all that is asked of this person.

    `sets` holds by drill what the rules judge: counted sets of the drill itself. `sound` leaves out
    what does not count for loaded drills: sessions with pain, and half the range; these are kept
    `apart` once there are any. `count` is the number of all sets but warm-ups, `mistakes` counts
    reps by (mistake, loaded or not), `drills` are the loaded ones that were done; `varied` says
    that a variation of the others was.

    A warm-up counts for nothing. A set whose clean reps nobody counted, or of a variation, is in
    the totals of reps alone; so are wall and dowel sets of half the range. `counted` are the reps
    of which somebody said how many were clean, `loaded_counted` those with load; `sound_reps`
    are the loaded reps that earn, `sound_clean` how many of them were clean, and `unsound_reps`
    those that earn nothing. `efforts` are the most that was told of a session with a drill, under
    None of one without sets.
    """

    day: date
    loaded: frozenset[str]
    unloaded: frozenset[str]
    unearned: frozenset[str] = frozenset()
    half_is_full: frozenset[str] = frozenset()
    drills: dict[str, None] = msgspec.field(default_factory=dict)
    sets: dict[str, SetRecords] = msgspec.field(default_factory=dict)
    apart: dict[str, SetRecords] | None = None
    painful: bool = False
    count: int = 0
    varied: bool = False
    counted: int = 0
    loaded_clean: int = 0
    unloaded_clean: int = 0
    loaded_reps: int = 0
    loaded_counted: int = 0
    sound_reps: int = 0
    sound_clean: int = 0
    unsound_reps: int = 0
    first_loaded: str | None = None
    efforts: dict[str | None, int] = msgspec.field(default_factory=dict)
    distance_cm: Decimal | None = None
    mistakes: dict[tuple[str, bool], int] = msgspec.field(default_factory=dict)

    @property
    def sound(self) -> dict[str, SetRecords]:
        """The sets that count for loaded drills too: all of them, unless some are kept apart."""
        return self.sets if self.apart is None else self.apart

    @property
    def clean(self) -> int:
        """All clean reps of the day."""
        return self.loaded_clean + self.unloaded_clean

    def add(self, sitting: Sitting, drills: Collection[str], sums: Sums, *, hurts: bool) -> None:
        """Count `sitting`, all of whose `drills` are told, into the day and into `sums`.

        One that `hurts` earns nothing of load.
        """
        if hurts:
            self.painful = True
            self._keep_sound_apart()
        self._add_sets(sitting.sets, sums, sound=not hurts)
        for noticed in sitting.mistakes:
            key = noticed.mistake, noticed.drill in self.loaded
            self.mistakes[key] = self.mistakes.get(key, 0) + noticed.count
        if sitting.effort is not None:
            for drill in drills or (None,):
                self.efforts[drill] = max(self.efforts.get(drill, 0), sitting.effort)
        if sitting.distance_cm is not None:
            self.distance_cm = sitting.distance_cm

    def _keep_sound_apart(self) -> None:
        if self.apart is None:
            self.apart = {drill: list(sets) for drill, sets in self.sets.items()}

    def _add_sets(self, records: Iterable[SetRecord], sums: Sums, *, sound: bool) -> None:
        """Count `records`; equal ones mostly follow each other, and are counted as one row."""
        sums.sessions += 1
        for record, row in groupby(records):  # every set of a log passes here
            if record.warmup:
                continue
            alike, drill = list(row), record.drill
            self.count += len(alike)
            reps = record.reps * len(alike)
            clean = None if record.clean is None else record.clean * len(alike)
            earns, whole = sound, record.range == "full" or drill in self.half_is_full
            if drill in self.loaded:
                earns = sound and whole and drill not in self.unearned
                self._add_loaded(drill, reps, clean, sums, earns=earns)
            elif drill in self.unloaded:
                sums.reps += reps
                if clean is not None:
                    self.counted += reps
                    self.unloaded_clean += clean
                    sums.unloaded_clean += clean
                    if sound:
                        sums.sound_unloaded_clean += clean
            if record.variant is not None:
                self.varied = self.varied or drill in self.unloaded
                continue
            if clean is None:
                continue
            if whole or drill in self.loaded:
                self._keep(drill, alike, earns=earns)

    def _add_loaded(
        self, drill: str, reps: int, clean: int | None, sums: Sums, *, earns: bool
    ) -> None:
        self.drills[drill] = None
        if self.first_loaded is None:
            self.first_loaded = drill
        self.loaded_reps += reps
        sums.reps += reps
        if clean is not None:
            self.counted += reps
            self.loaded_counted += reps
            self.loaded_clean += clean
            sums.loaded_clean += clean
            if earns:
                self.sound_reps += reps
                self.sound_clean += clean
                sums.sound_loaded_clean += clean
                return
        self.unsound_reps += reps

    def _keep(self, drill: str, alike: SetRecords, *, earns: bool) -> None:
        """Keep sets `alike` for the rules to judge."""
        if not earns:
            self._keep_sound_apart()
        held = self.sets.get(drill)
        if held is None:
            self.sets[drill] = alike
        elif len(held) < MANY_SETS or not self._has_one_like(alike[0], sound=earns):
            held += alike
        else:
            return
        if earns and self.apart is not None:
            self.apart.setdefault(drill, []).extend(alike)

    def _has_one_like(self, record: SetRecord, *, sound: bool) -> bool:
        """Return whether the day has a set like `record`, and a sound one if this is."""
        kept = self.sound if sound else self.sets
        return record in kept.get(record.drill, ())

    def effort_of(self, drill: str) -> int | None:
        """Return the most effort (1-10) told of a session with `drill`, or of one without sets."""
        told = [self.efforts[key] for key in (drill, None) if key in self.efforts]
        return max(told, default=None)

    def earns(self, drill: str) -> bool:
        """Return whether the day's sets of the loaded `drill` earn anything."""
        return drill not in self.unearned

    def rounding(self, mistake: str) -> int:
        """Return the loaded reps of the day with `mistake`."""
        return self.mistakes.get((mistake, True), 0)


def counted(sets: Iterable[SetRecord]) -> tuple[int, int]:
    """Return the reps of `sets`, and how many of them were clean."""
    reps = clean = 0
    for record in sets:
        reps += record.reps
        clean += record.clean or 0
    return reps, clean


def share(sets: Iterable[SetRecord]) -> float:
    """Return the clean share of `sets` in %; 0 without reps."""
    reps, clean = counted(sets)
    return 100 * clean / reps if reps else 0.0


def by_share(sets: Iterable[SetRecord]) -> list[SetRecord]:
    """Sort `sets` the cleanest first, the longer first among equals."""
    return sorted(sets, key=lambda r: (-r.clean_reps / r.reps if r.reps else 0.0, -r.reps))


def is_clean_day(sets: Sequence[SetRecord], *, count: int, reps: int, least: float) -> bool:
    """Return whether the best `count` sets of `reps` or more are `least` % clean together.

    The best are taken so that one more set never spoils a day that was clean without it.
    """
    above = [
        100 * record.clean_reps - least * record.reps for record in sets if record.reps >= reps
    ]
    if len(above) > count:
        above = sorted(above, reverse=True)[:count]
    return len(above) == count and sum(above) >= 0


def surest_run(sets: Iterable[SetRecord]) -> int:
    """Return the longest run of clean reps that there must have been, wherever the misses fell.

    10 clean of 10 is a run of 10. 9 clean of 10 may be 9 and may be 4 and 5: 5 are sure.
    """
    return max((-(-r.clean_reps // (r.reps - r.clean_reps + 1)) for r in sets), default=0)


def longest_clean(sets: Iterable[SetRecord]) -> int:
    """Return the longest set in which every rep was clean; 0 if there is none."""
    return max((r.clean_reps for r in sets if r.clean_reps == r.reps), default=0)
