"""The weeks that a report is about, and what was done in them: by week, by drill, by day.

Owns the counting. It goes by the rule of all totals: a warm-up counts for nothing, a drill that the
protocol does not know neither, and a set that nobody counted has reps and no clean ones.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from hingecli.coach.log.days import monday
from hingecli.coach.log.events import SetRecord
from hingecli.coach.log.sessions import Sitting, TrainingLog
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Answer
from hingecli.coach.state.state import ONE_DAY, ONE_WEEK


class Span(NamedTuple):
    """Training days from a Monday to today, both of them in it."""

    first: date
    last: date

    @property
    def mondays(self) -> tuple[date, ...]:
        """The Monday of each week, the oldest first."""
        weeks = (self.last - self.first).days // ONE_WEEK.days + 1
        return tuple(self.first + n * ONE_WEEK for n in range(weeks))

    @property
    def days(self) -> Iterator[date]:
        """Each day, the oldest first."""
        return (self.first + n * ONE_DAY for n in range((self.last - self.first).days + 1))

    def __contains__(self, day: object) -> bool:
        """Return whether `day` is one of them."""
        return isinstance(day, date) and self.first <= day <= self.last


class Reps(NamedTuple):
    """Reps done, and of those whose form was counted (`counted`) the clean ones."""

    done: int = 0
    counted: int = 0
    clean: int = 0

    @property
    def share(self) -> float | None:
        """The clean share of the counted reps (%); None where none was counted."""
        return 100 * self.clean / self.counted if self.counted else None


class WeekTotals(Answer, frozen=True, kw_only=True):
    """One week, by its Monday: days with a session, days with load among them, reps."""

    monday: date
    days: int
    loaded_days: int
    reps: Reps


class DrillWeek(Answer, frozen=True, kw_only=True):
    """One drill in one week: its reps, and the heaviest load (kg) that they were done with."""

    monday: date
    reps: int
    load_kg: Decimal | None


class DrillTotals(Answer, frozen=True, kw_only=True):
    """One drill over the span: days, reps, its heaviest load of the first and the last loaded week.

    Loads in kg; None for body weight. `weeks` are those in which it was done.
    """

    drill: str
    loaded: bool
    days: int
    reps: Reps
    first_kg: Decimal | None
    last_kg: Decimal | None
    weeks: tuple[DrillWeek, ...]


class Gap(NamedTuple):
    """Days running without a session, the first and the last of them."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days they are."""
        return (self.last - self.first).days + 1


def span_of(log: TrainingLog, today: date, *, weeks: int) -> Span:
    """Return the last `weeks` weeks up to `today`, begun no earlier than the first session."""
    first = min((sitting.day for sitting in log.sittings if sitting.day <= today), default=today)
    asked = monday(today) - timedelta(weeks=weeks - 1)
    return Span(first=max(monday(first), asked), last=today)


def sittings_in(log: TrainingLog, span: Span) -> tuple[Sitting, ...]:
    """Return the sessions of `span`, the oldest first."""
    return tuple(sitting for sitting in log.sittings if sitting.day in span)


def work_sets(index: Index, sitting: Sitting) -> Iterator[SetRecord]:
    """Return the sets of a session that count."""
    return (record for record in sitting.sets if not record.warmup and record.drill in index.rungs)


def reps_of(records: Iterable[SetRecord]) -> Reps:
    """Add up the reps of `records`."""
    done = counted = clean = 0
    for record in records:
        done += record.reps
        if record.clean is not None:
            counted += record.reps
            clean += record.clean
    return Reps(done, counted, clean)


def by_week(index: Index, sittings: Iterable[Sitting], span: Span) -> tuple[WeekTotals, ...]:
    """Return every week of `span`, also those without a session."""
    sets: dict[date, list[SetRecord]] = {start: [] for start in span.mondays}
    days: dict[date, set[date]] = {start: set() for start in span.mondays}
    loaded: dict[date, set[date]] = {start: set() for start in span.mondays}
    for sitting in sittings:
        start = monday(sitting.day)
        records = tuple(work_sets(index, sitting))
        sets[start] += records
        days[start].add(sitting.day)
        if any(record.drill in index.loaded for record in records):
            loaded[start].add(sitting.day)
    return tuple(
        WeekTotals(
            monday=start,
            days=len(days[start]),
            loaded_days=len(loaded[start]),
            reps=reps_of(sets[start]),
        )
        for start in span.mondays
    )


def by_drill(index: Index, sittings: Iterable[Sitting]) -> tuple[DrillTotals, ...]:
    """Return each drill that was done, in the ladder's order."""
    done: dict[str, list[tuple[date, SetRecord]]] = {}
    for sitting in sittings:
        for record in work_sets(index, sitting):
            done.setdefault(record.drill, []).append((sitting.day, record))
    return tuple(
        _drill_totals(rung.id, done[rung.id], loaded=rung.loaded)
        for rung in index.ladder
        if rung.id in done
    )


def gaps(days: Iterable[date], span: Span, *, least: int) -> tuple[Gap, ...]:
    """Return the runs of `least` days or more of `span` without a session on any of `days`."""
    found = []
    free_from = span.first
    for day in (*sorted(set(days)), span.last + ONE_DAY):
        if (day - free_from).days >= least:
            found.append(Gap(free_from, day - ONE_DAY))
        free_from = day + ONE_DAY
    return tuple(found)


def _drill_totals(drill: str, done: list[tuple[date, SetRecord]], *, loaded: bool) -> DrillTotals:
    weeks: dict[date, list[SetRecord]] = {}
    for day, record in done:
        weeks.setdefault(monday(day), []).append(record)
    rows = tuple(
        DrillWeek(
            monday=start,
            reps=reps_of(records).done,
            load_kg=max((r.load_kg for r in records if r.load_kg is not None), default=None),
        )
        for start, records in sorted(weeks.items())
    )
    loads = [row.load_kg for row in rows if row.load_kg is not None]
    return DrillTotals(
        drill=drill,
        loaded=loaded,
        days=len({day for day, _ in done}),
        reps=reps_of(record for _, record in done),
        first_kg=loads[0] if loads else None,
        last_kg=loads[-1] if loads else None,
        weeks=rows,
    )
