"""Folds events into what counts: sessions by sitting, grouped by training day.

Owns undo, redo, edits, deletions and the joining of sittings. Decides nothing.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

import msgspec

from hingecli.coach.log.days import training_day
from hingecli.coach.log.events import (
    AnyEvent,
    Cleared,
    Imported,
    MistakeCount,
    Morning,
    Override,
    Pain,
    Pause,
    ProfileSet,
    Purged,
    Redone,
    Resume,
    SeenProfessional,
    Session,
    SessionDeleted,
    SessionEdited,
    SetRecord,
    Undone,
    order,
)
from hingecli.errors import UnknownNameError

Statement = Override | ProfileSet | Pause | Resume | Morning | Cleared | SeenProfessional
T = TypeVar("T")
_STATEMENTS = (Override, ProfileSet, Pause, Resume, Morning, Cleared, SeenProfessional)


class Sitting(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A session as the person sees it: all that was logged under one sitting.

    `id` is that of its first event, `ids` are all of them. Worst pain, last effort, soreness,
    distance (cm) and note.
    """

    id: str
    ids: tuple[str, ...]
    sitting: str
    day: date
    at: datetime
    seq: int
    sets: tuple[SetRecord, ...]
    mistakes: tuple[MistakeCount, ...]
    pain: Pain | None
    sore: int | None
    effort: int | None
    distance_cm: Decimal | None
    note: str | None


class TrainingDay(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One training day of the log: its sittings and the statements typed, each in log order."""

    day: date
    sittings: tuple[Sitting, ...] = ()
    statements: tuple[Statement, ...] = ()


class TrainingLog(msgspec.Struct, frozen=True, kw_only=True):
    """What counts of the log, by training day, oldest first."""

    days: tuple[TrainingDay, ...]

    @property
    def sittings(self) -> tuple[Sitting, ...]:
        """All sessions, oldest day first, within a day in log order."""
        return tuple(sitting for entry in self.days for sitting in entry.sittings)


def read_log(events: Iterable[AnyEvent], *, recorded_by: date | None = None) -> TrainingLog:
    """Fold `events`, in any order, into the training log.

    With `recorded_by` only what was recorded by the end of that training day counts.
    """
    known = sorted(events, key=order)
    if recorded_by is not None:
        known = [event for event in known if training_day(event.recorded) <= recorded_by]
    off = switched_off(known)
    sessions, statements = _live(known, off)
    days: dict[date, tuple[list[Sitting], list[Statement]]] = {}
    for sitting in _joined(sessions):
        days.setdefault(sitting.day, ([], []))[0].append(sitting)
    for setting in statements:
        days.setdefault(setting.day, ([], []))[1].append(setting)
    return TrainingLog(
        days=tuple(
            TrainingDay(day=day, sittings=tuple(days[day][0]), statements=tuple(days[day][1]))
            for day in sorted(days)
        )
    )


def undo_step(events: Iterable[AnyEvent]) -> tuple[AnyEvent, ...]:
    """Give the events of the last command that still counts, in log order; none: empty.

    An import is one step: its own event and all that it brought, also what was undone there.
    """
    known = sorted(events, key=order)
    off = switched_off(known)
    brought = _brought(known)
    own = [
        event
        for event in known
        if event.id not in off
        and event.id not in brought
        and not isinstance(event, Undone | Redone | Purged)
    ]
    if not own:
        return ()
    step = [event for event in own if event.cmd == own[-1].cmd]
    came = {id_ for event in step if isinstance(event, Imported) for id_ in event.ids}
    own_ids = {event.id for event in step}
    return tuple(event for event in known if event.id in came or event.id in own_ids)


def redo_step(events: Iterable[AnyEvent]) -> tuple[AnyEvent, ...]:
    """Give the events that the last undo switched off, if no new command came since.

    What was off before it, as an import can bring it, stays off.
    """
    known = sorted(events, key=order)
    brought = _brought(known)
    undone: list[tuple[int, Undone]] = []
    for place, event in enumerate(known):
        if isinstance(event, Undone):
            undone.append((place, event))
        elif isinstance(event, Redone):
            if undone:
                undone.pop()
        elif event.id not in brought:
            undone.clear()
    if not undone:
        return ()
    place, last = undone[-1]
    ids = set(last.ids) - switched_off(known[:place])
    return tuple(event for event in known if event.id in ids)


def switched_off(known: Sequence[AnyEvent]) -> frozenset[str]:
    """Give the ids of what does not count among `known`, which are in log order.

    The last undo or redo of an event decides; one that is itself undone, as after the undo of
    an import that brought it, decides nothing. What was purged never counts.
    """
    decided: dict[str, bool] = {}
    for event in reversed(known):
        if isinstance(event, Undone | Redone) and not decided.get(event.id, False):
            off = isinstance(event, Undone)
            for id_ in event.ids:
                decided.setdefault(id_, off)
    gone = (id_ for event in known if isinstance(event, Purged) for id_ in event.ids)
    return frozenset(id_ for id_, off in decided.items() if off).union(gone)


def find_sitting(log: TrainingLog, prefix: str) -> Sitting:
    """Find the one session whose id begins with `prefix`.

    Raises UnknownNameError if none does, or more than one.
    """
    wanted = prefix.lower()
    found = [s for s in log.sittings if any(id_.startswith(wanted) for id_ in s.ids)]
    if len(found) == 1 and wanted:
        return found[0]
    if found:
        raise UnknownNameError(
            f'{len(found)} sessions have an id that begins with "{prefix}". Type more of it.'
        )
    raise UnknownNameError(f'no session has the id "{prefix}". hinge history lists them.')


def _brought(known: Sequence[AnyEvent]) -> frozenset[str]:
    return frozenset(id_ for event in known if isinstance(event, Imported) for id_ in event.ids)


def _live(
    known: Sequence[AnyEvent], off: frozenset[str]
) -> tuple[list[tuple[Session, Session | SessionEdited]], list[Statement]]:
    """Give the sessions that count, each with the event that holds its words, and statements."""
    sessions: dict[str, tuple[Session, Session | SessionEdited]] = {}
    edits: dict[str, SessionEdited] = {}
    deleted: set[str] = set()
    statements: list[Statement] = []
    for event in known:
        if off and event.id in off:
            continue
        if isinstance(event, Session):
            sessions[event.id] = (event, event)
        elif isinstance(event, SessionEdited):
            edits[event.target] = event
        elif isinstance(event, SessionDeleted):
            deleted.add(event.target)
        elif isinstance(event, _STATEMENTS):
            statements.append(event)
    for target, edit in edits.items():
        if target in sessions:
            sessions[target] = (sessions[target][0], edit)
    for target in deleted:
        sessions.pop(target, None)
    return list(sessions.values()), statements


def _joined(sessions: Iterable[tuple[Session, Session | SessionEdited]]) -> list[Sitting]:
    groups: dict[str, list[tuple[Session, Session | SessionEdited]]] = {}
    for pair in sessions:
        groups.setdefault(pair[0].sitting, []).append(pair)
    return [_single(*group[0]) if len(group) == 1 else _join(group) for group in groups.values()]


def _single(session: Session, words: Session | SessionEdited) -> Sitting:
    body = words.body
    return Sitting(
        id=session.id,
        ids=(session.id,),
        sitting=session.sitting,
        day=words.day,
        at=words.at,
        seq=session.seq,
        sets=body.sets,
        mistakes=body.mistakes,
        pain=body.pain,
        sore=body.sore,
        effort=body.effort,
        distance_cm=body.distance_cm,
        note=body.note,
    )


def _join(group: Sequence[tuple[Session, Session | SessionEdited]]) -> Sitting:
    parts = [_single(*pair) for pair in group]
    first = parts[0]
    return Sitting(
        id=first.id,
        ids=tuple(part.id for part in parts),
        sitting=first.sitting,
        day=first.day,
        at=first.at,
        seq=first.seq,
        sets=tuple(record for part in parts for record in part.sets),
        mistakes=tuple(mistake for part in parts for mistake in part.mistakes),
        pain=_worst([part.pain for part in parts]),
        sore=_last([part.sore for part in parts]),
        effort=_last([part.effort for part in parts]),
        distance_cm=_last([part.distance_cm for part in parts]),
        note=_last([part.note for part in parts]),
    )


def _worst(pains: Sequence[Pain | None]) -> Pain | None:
    told = [pain for pain in pains if pain is not None]
    return max(told, key=lambda pain: (pain.score, pain.sharp)) if told else None


def _last(values: Sequence[T | None]) -> T | None:
    return next((value for value in reversed(values) if value is not None), None)
