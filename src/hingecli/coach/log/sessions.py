"""Folds events into what counts: sessions by sitting, grouped by training day.

Owns edits, deletions and the joining of sittings; what was undone is `undo`'s. Decides nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar, get_args

import msgspec

from hingecli.coach.log.days import training_day
from hingecli.coach.log.events import (
    AnyEvent,
    Cleared,
    FilmReview,
    MistakeCount,
    Morning,
    Override,
    Pain,
    Pause,
    ProfileSet,
    Resume,
    SeenProfessional,
    Session,
    SessionBody,
    SessionDeleted,
    SessionEdited,
    Switch,
    ToldOnce,
    in_order,
)
from hingecli.errors import UnknownNameError
from hingecli.text import quoted

Statement = (
    Override
    | ProfileSet
    | Pause
    | Resume
    | Morning
    | Cleared
    | SeenProfessional
    | FilmReview
    | ToldOnce
)
T = TypeVar("T")
_STATEMENTS = get_args(Statement)


class Sitting(SessionBody, frozen=True, kw_only=True, gc=False):
    """A session as the person sees it: all that was logged under one sitting.

    `id` is that of its first event, `ids` are all of them. Worst pain, last effort, soreness and
    distance (cm), all notes.
    """

    id: str
    ids: tuple[str, ...]
    sitting: str
    day: date
    at: datetime
    seq: int

    @property
    def drills(self) -> frozenset[str]:
        """The drills of its sets."""
        return frozenset([record.drill for record in self.sets])

    @property
    def body(self) -> SessionBody:
        """What the session says, without what it is."""
        return SessionBody(**{name: getattr(self, name) for name in SessionBody.__struct_fields__})


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

    def with_days(self, other: "TrainingLog") -> "TrainingLog":
        """Return this log with the days of `other`, of which nothing goes on a session of this."""
        days = {entry.day: entry for entry in self.days}
        for entry in other.days:
            held = days.get(entry.day, TrainingDay(day=entry.day))
            days[entry.day] = TrainingDay(
                day=entry.day,
                sittings=(*held.sittings, *entry.sittings),
                statements=(*held.statements, *entry.statements),
            )
        return TrainingLog(days=tuple(days[day] for day in sorted(days)))

    def at_dawn_of(self, day: date) -> "TrainingLog":
        """Return the log without the sessions of `day`; what was stated on it stays."""
        replace = msgspec.structs.replace
        return TrainingLog(
            days=tuple(
                replace(entry, sittings=()) if entry.day == day else entry for entry in self.days
            )
        )


def read_log(events: Iterable[AnyEvent], *, recorded_by: date | None = None) -> TrainingLog:
    """Fold `events`, in any order, into the training log.

    With `recorded_by` only what was recorded by the end of that training day counts.
    """
    known = in_order(events)
    if recorded_by is not None:
        known = [event for event in known if training_day(event.recorded) <= recorded_by]
    live = _live(known)
    sittings: defaultdict[date, list[Sitting]] = defaultdict(list)
    for sitting in _joined(live):
        sittings[sitting.day].append(sitting)
    statements: defaultdict[date, list[Statement]] = defaultdict(list)
    for statement in live.statements:
        statements[statement.day].append(statement)
    return TrainingLog(
        days=tuple(
            TrainingDay(
                day=day,
                sittings=tuple(sittings.get(day, ())),
                statements=tuple(statements.get(day, ())),
            )
            for day in sorted(dict.fromkeys((*sittings, *statements)))
        )
    )


LAST = "last"
"""What names the last session where an id is asked for: no id is written so."""


def find_sitting(log: TrainingLog, prefix: str) -> Sitting:
    """Find the one session whose id begins with `prefix`; `last` is the last one that was.

    Raises UnknownNameError if none does, or more than one.
    """
    wanted = prefix.lower()
    if wanted == LAST and log.sittings:
        return max(log.sittings, key=lambda sitting: (sitting.day, sitting.at, sitting.seq))
    found = [s for s in log.sittings if any(id_.startswith(wanted) for id_ in s.ids)]
    if len(found) == 1 and wanted:
        return found[0]
    if found and wanted:
        raise UnknownNameError(
            f'{len(found)} sessions have an id that begins with "{prefix}". Type more of it.'
        )
    raise UnknownNameError(f"no session has the id {quoted(prefix)}. hinge history lists them.")


class _Live(msgspec.Struct, frozen=True):
    """What counts: the sessions, the edits that hold the words of some of them, the statements."""

    sessions: Iterable[Session]
    edits: dict[str, SessionEdited]
    statements: list[Statement]


def _live(known: Sequence[AnyEvent]) -> _Live:
    """Return what counts of `known`, in log order: nearly all of a log are sessions."""
    sessions = {event.id: event for event in known if isinstance(event, Session)}
    others = [event for event in known if not isinstance(event, Session)]
    off: frozenset[str] = frozenset()
    if any(isinstance(event, Switch) for event in others):
        from hingecli.coach.log.undo import switched_off

        off = switched_off(others)
        others = [event for event in others if event.id not in off]
    gone = off.union(event.target for event in others if isinstance(event, SessionDeleted))
    return _Live(
        [session for session in sessions.values() if session.id not in gone],
        {event.target: event for event in others if isinstance(event, SessionEdited)},
        [event for event in others if isinstance(event, _STATEMENTS)],
    )


def _joined(live: _Live) -> list[Sitting]:
    first: dict[str, Session] = {}
    more: defaultdict[str, list[Session]] = defaultdict(list)  # few sittings have any
    for session in live.sessions:
        if first.setdefault(session.sitting, session) is not session:
            more[session.sitting].append(session)
    return [_sitting(session, more.get(id_, ()), live.edits) for id_, session in first.items()]


def _sitting(
    session: Session, more: Sequence[Session], edits: Mapping[str, SessionEdited]
) -> Sitting:
    words = edits.get(session.id, session)
    ids: tuple[str, ...] = (session.id,)
    body = words.body
    if more:
        ids = (session.id, *(part.id for part in more))
        body = _join([body, *(edits.get(part.id, part).body for part in more)])
    return Sitting(
        id=session.id,
        ids=ids,
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
        distance_unit=body.distance_unit,
        note=body.note,
    )


def _join(bodies: Sequence[SessionBody]) -> SessionBody:
    measured = _last([body if body.distance_cm is not None else None for body in bodies])
    return SessionBody(
        sets=tuple(record for body in bodies for record in body.sets),
        mistakes=_added_up(mistake for body in bodies for mistake in body.mistakes),
        pain=_worst([body.pain for body in bodies]),
        sore=_last([body.sore for body in bodies]),
        effort=_last([body.effort for body in bodies]),
        distance_cm=None if measured is None else measured.distance_cm,
        distance_unit="cm" if measured is None else measured.distance_unit,
        note=_joined_notes(body.note for body in bodies),
    )


def _added_up(noticed: Iterable[MistakeCount]) -> tuple[MistakeCount, ...]:
    """Return each mistake of each drill once: a walk keeps those of every set by themselves."""
    counts: dict[tuple[str, str], int] = {}
    for seen in noticed:
        counts[seen.mistake, seen.drill] = counts.get((seen.mistake, seen.drill), 0) + seen.count
    return tuple(
        MistakeCount(mistake=mistake, count=times, drill=drill)
        for (mistake, drill), times in counts.items()
    )


def _worst(pains: Sequence[Pain | None]) -> Pain | None:
    felt = [pain for pain in pains if pain is not None]
    return max(felt, key=lambda pain: (pain.score, pain.sharp)) if felt else None


def _joined_notes(notes: Iterable[str | None]) -> str | None:
    """Return every note once, in order: none is lost because another followed it."""
    return "; ".join(dict.fromkeys(note for note in notes if note)) or None


def _last(values: Sequence[T | None]) -> T | None:
    return next((value for value in reversed(values) if value is not None), None)
