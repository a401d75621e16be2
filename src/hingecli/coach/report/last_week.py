"""Last week, as the first card of a week tells it: days, clean share, what moved.

Owns what counts as having moved. Reads the days of the log, not more than it needs of them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import chain, takewhile

import msgspec

from hingecli.coach.log.days import monday
from hingecli.coach.log.events import SetRecord
from hingecli.coach.log.sessions import TrainingDay, TrainingLog
from hingecli.coach.report.opened import worth_saying
from hingecli.coach.results import LastWeek, Moved
from hingecli.coach.rules import ladder, severity
from hingecli.coach.state.state import ONE_WEEK, State

LOOKS_BACK = 8 * ONE_WEEK
"""How far before the week its drills are looked for: what is older is no step of that week."""

SETS_LEAST = 2
"""Sets alike that make a day's work: one alone is a warm-up, a test or a try."""


class DoneWith(msgspec.Struct, frozen=True):
    """What a drill was done with on one day: its load (kg) and reps a set."""

    load_kg: Decimal | None
    reps: int

    def is_more_than(self, other: "DoneWith") -> bool:
        """Return whether it is a step up: more load, or more reps at the same one."""
        now, before = self.load_kg or Decimal(0), other.load_kg or Decimal(0)
        return (now, self.reps) > (before, other.reps)


def last_week(state: State, log: TrainingLog) -> LastWeek | None:
    """Return the week before that of the state's day, until the first session of this one.

    None without a session in it, in a hold, in a pause and after a bad morning.
    """
    if state.week_sessions or state.hold is not None or state.pause is not None:
        return None
    if state.morning_flag == state.today:
        return None
    first = monday(state.today) - ONE_WEEK
    days = [entry for entry in _back_to(log, first, before=first + ONE_WEEK) if entry.sittings]
    if not days:
        return None
    counted = [record for record in _sets(days) if _is_known(state, record)]
    reps, clean = sum(r.reps for r in counted), sum(r.clean_reps for r in counted)
    opened = _opened(state, first)
    return LastWeek(
        monday=first,
        days=len(days),
        reps=reps,
        clean_reps=clean,
        clean_percent=100 * clean // reps if reps else None,
        opened=opened,
        moved=tuple(_moved(state, log, days, first, opened)),
    )


def _back_to(log: TrainingLog, first: date, *, before: date) -> Iterator[TrainingDay]:
    """Yield the days of the log before `before`, the latest first, back to `first`."""
    for entry in takewhile(lambda entry: entry.day >= first, reversed(log.days)):
        if entry.day < before:
            yield entry


def _sets(days: Iterable[TrainingDay]) -> Iterator[SetRecord]:
    for entry in days:
        for sitting in entry.sittings:
            yield from sitting.sets


def _is_known(state: State, record: SetRecord) -> bool:
    """Return whether the clean reps of a set are known, and count."""
    return record.clean is not None and not record.warmup and record.drill in state.index.rungs


def _opened(state: State, first: date) -> tuple[str, ...]:
    declined = ladder.declined(state)
    drills = [
        drill
        for drill, day in state.unlocks.items()
        if first <= day < first + ONE_WEEK and drill not in state.overrides
    ]
    return tuple(drill for drill in worth_saying(state, drills) if drill not in declined)


def _moved(
    state: State,
    log: TrainingLog,
    days: list[TrainingDay],
    first: date,
    opened: tuple[str, ...],
) -> Iterator[Moved]:
    """Yield what went up against the last time before the week, in the ladder's order."""
    now = _latest_work(state, days)
    earlier = _back_to(log, first - LOOKS_BACK, before=first)
    before = _latest_work(state, earlier, of=frozenset(now))
    for rung in state.index.ladder:
        work, was = now.get(rung.id), before.get(rung.id)
        if work is None or rung.id in opened:
            continue
        if was is None and not _is_begun(state, rung.id, days):
            continue
        if was is None or work.is_more_than(was):
            yield Moved(
                drill=rung.id,
                name=rung.name,
                from_kg=None if was is None else was.load_kg,
                to_kg=work.load_kg,
                from_reps=None if was is None else was.reps,
                to_reps=work.reps,
            )


def _latest_work(
    state: State, days: Iterable[TrainingDay], *, of: frozenset[str] | None = None
) -> dict[str, DoneWith]:
    """Return each drill's work on the latest of `days`, which come latest first.

    Of the drills `of` alone, if they are told; it looks no further once it has all of them.
    """
    found: dict[str, DoneWith] = {}
    for entry in days:
        for drill, work in _work_of(state, entry):
            if of is None or drill in of:
                found.setdefault(drill, work)
        if of is not None and len(found) == len(of):
            break
    return found


def _work_of(state: State, entry: TrainingDay) -> Iterator[tuple[str, DoneWith]]:
    """Yield what each drill was done with that day: what most of its sets without pain had."""
    alike: dict[str, Counter[DoneWith]] = {}
    sound = (s.sets for s in entry.sittings if s.pain is None or not severity.hurts(state, s.pain))
    for record in chain.from_iterable(sound):
        if _is_known(state, record) and record.variant is None and record.range == "full":
            group = alike.setdefault(record.drill, Counter())
            group[DoneWith(record.load_kg, record.reps)] += 1
    for drill, works in alike.items():
        work, sets = works.most_common(1)[0]
        if sets >= SETS_LEAST:
            yield drill, work


def _is_begun(state: State, drill: str, days: list[TrainingDay]) -> bool:
    """Return whether a loaded drill was done for the first time on one of `days`."""
    lift = state.lifts.get(drill)
    done = sum(any(record.drill == drill for record in _sets((entry,))) for entry in days)
    return lift is not None and lift.days == done
