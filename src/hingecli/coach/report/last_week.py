"""Last week, as the first card of a week tells it: days, clean share, what moved.

Owns what counts as having moved. Reads the days of the log, not more than it needs of them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import chain, takewhile
from typing import NamedTuple

import msgspec

from hingecli.coach.log.days import monday
from hingecli.coach.log.events import SetRecord
from hingecli.coach.log.sessions import TrainingDay, TrainingLog
from hingecli.coach.report.opened import worth_saying
from hingecli.coach.results import LastWeek, Moved
from hingecli.coach.rules import gear, ladder, same_weight, severity
from hingecli.coach.state.state import ONE_WEEK, State

LOOKS_BACK = 8 * ONE_WEEK
"""How far before the week its drills are looked for: what is older is no step of that week."""

SETS_LEAST = 2
"""Sets alike that make a day's work: one alone is a warm-up, a test or a try."""


class Kind(NamedTuple):
    """What is compared with its like alone: a drill, in few reps a set or in the usual many."""

    drill: str
    few: bool


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
    kinds = (Kind(rung.id, few) for rung in state.index.ladder for few in (False, True))
    for kind in kinds:
        work, was = now.get(kind), before.get(kind)
        if work is None or kind.drill in opened:
            continue
        if was is None and not _is_begun(state, kind.drill, days):
            continue
        if was is None or work.is_more_than(was):
            yield Moved(
                drill=kind.drill,
                name=state.index.rungs[kind.drill].name,
                from_kg=None if was is None else was.load_kg,
                to_kg=work.load_kg,
                from_reps=None if was is None else was.reps,
                to_reps=work.reps,
            )


def _latest_work(
    state: State, days: Iterable[TrainingDay], *, of: frozenset[Kind] | None = None
) -> dict[Kind, DoneWith]:
    """Return each drill's work on the latest of `days`, which come latest first.

    Of the kinds `of` alone, if they are told; it looks no further once it has all of them.
    """
    found: dict[Kind, DoneWith] = {}
    for entry in days:
        for kind, work in _work_of(state, entry):
            if of is None or kind in of:
                found.setdefault(kind, work)
        if of is not None and len(found) == len(of):
            break
    return found


def _work_of(state: State, entry: TrainingDay) -> Iterator[tuple[Kind, DoneWith]]:
    """Yield what each drill was done with that day: what most of its sets without pain had."""
    alike: dict[Kind, Counter[DoneWith]] = {}
    sound = (s.sets for s in entry.sittings if s.pain is None or not severity.hurts(state, s.pain))
    for record in chain.from_iterable(sound):
        if _is_known(state, record) and record.variant is None and record.range == "full":
            group = alike.setdefault(_kind_of(state, record), Counter())
            group[DoneWith(_load_of(state, record), record.reps)] += 1
    for kind, works in alike.items():
        work, sets = works.most_common(1)[0]
        if sets >= SETS_LEAST:
            yield kind, work


def _kind_of(state: State, record: SetRecord) -> Kind:
    """Return what a set is compared with: each range of reps has a weight of its own (D14)."""
    rule, rung = state.index.rules.goals, state.index.rungs[record.drill]
    may_be_few = rung.loaded and rung.family not in rule.athletic_families
    return Kind(record.drill, may_be_few and record.reps <= rule.strength.reps[1])


def _load_of(state: State, record: SetRecord) -> Decimal | None:
    """Return the load (kg) of a set, as the drill's own weight where it is that in other units."""
    lift = state.lifts.get(record.drill)
    if record.load_kg is None or lift is None:
        return record.load_kg
    known = same_weight.known_weights(state, lift)
    return gear.as_known(state.index, record.load_kg, record.unit, known)


def _is_begun(state: State, drill: str, days: list[TrainingDay]) -> bool:
    """Return whether a loaded drill was done for the first time on one of `days`."""
    lift = state.lifts.get(drill)
    done = sum(any(record.drill == drill for record in _sets((entry,))) for entry in days)
    return lift is not None and lift.days == done
