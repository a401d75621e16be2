"""What of a file is new to the log: sessions that it has, had, or has otherwise.

Owns what an import brings and what it leaves as it is. Pure: knows no file.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from hingecli.coach.log.events import (
    AnyEvent,
    Imported,
    Purged,
    Redone,
    Session,
    SessionBody,
    SessionEdited,
    SetRecord,
    Undone,
    in_order,
)
from hingecli.coach.log.sessions import Sitting, TrainingLog, read_log
from hingecli.coach.log.undo import switched_off
from hingecli.store.codec import Contents
from hingecli.store.imports.incoming import LOG, Incoming
from hingecli.store.union import holds_words_of, purged_ids, unite

ReasonLeftOut = Literal["differs", "alike"]
"""Why a session of a file is left out: the log has it otherwise; or has sets like these."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A session of a file that is left as the log has it, and both versions of its sets."""

    why: ReasonLeftOut
    first: Session
    ours: tuple[SetRecord, ...]
    theirs: tuple[SetRecord, ...]


class Rewrite(msgspec.Struct, frozen=True, kw_only=True):
    """What the file says of the event `target` of the log; None for what it does not have."""

    target: str
    session: Session | None


class FileComparison(msgspec.Struct, frozen=True, kw_only=True):
    """The events of a file against those of the log; purged ones do not come back.

    `bring` is what is to be united with the log; `new` are the events that it has not, `back` the
    ids of those that were undone and come back, `rewrites` what is taken in the file's version.
    `other` counts the known events that the union changes, by its rule for two versions of one
    event. `sessions` counts what is new or comes back as a person sees it, `grown` the known ones
    with more sets now, `deleted` those that were deleted here and stay away.
    """

    bring: Contents
    new: tuple[AnyEvent, ...]
    back: tuple[str, ...] = ()
    rewrites: tuple[Rewrite, ...] = ()
    standing: tuple[Standing, ...] = ()
    known: int
    known_sessions: int = 0
    sessions: int = 0
    grown: int = 0
    other: int = 0
    purged: int = 0
    deleted: int = 0

    @property
    def empty(self) -> bool:
        """Whether there is nothing to bring in."""
        return not (self.new or self.back or self.rewrites or self.other)


def compare(log: Contents, incoming: Incoming, *, update: bool = False) -> FileComparison:
    """Return which events of `incoming` are new to the log, which come back, and which differ.

    With `update` sessions made from rows are taken as the file has them.
    """
    if incoming.made:
        return _Made(log, incoming.contents.events).compare(update=update)
    held = {event.id: event for event in log.events}
    gone = purged_ids(log.events)
    events = incoming.contents.events
    new = tuple(
        event for event in events if event.id not in held and not holds_words_of(event, gone)
    )
    after = unite([log, incoming.contents])
    other = sum(held.get(event.id, event) != event for event in after.events)
    off = switched_off(in_order(after.events))
    off_there = switched_off(in_order(events))
    # Two machines are merged: what was undone on one stays so, unless it came from there before.
    brought = _brought(log.events) if incoming.format == LOG else held.keys()
    back = tuple(
        event.id
        for event in events
        if event.id in off
        and event.id in held
        and event.id in brought
        and event.id not in off_there
        and event.id not in gone
        and not isinstance(event, Undone | Redone | Purged | Imported)
    )
    return FileComparison(
        bring=incoming.contents,
        new=new,
        back=back,
        known=sum(event.id in held for event in events) - other - len(back),
        sessions=_count_sessions((*new, *(held[id_] for id_ in back))),
        other=other,
        purged=sum(holds_words_of(event, gone) for event in events),
    )


class _Made:
    """Sessions made from rows, against a log."""

    def __init__(self, log: Contents, events: Sequence[AnyEvent]) -> None:
        known = in_order(log.events)
        self.held = {event.id: event for event in known}
        self.off = switched_off(known)
        self.gone = purged_ids(known)
        self.brought = _brought(known)
        self.log: TrainingLog = read_log(known)
        self.by_sitting = {sitting.sitting: sitting for sitting in self.log.sittings}
        self.by_id = {id_: sitting for sitting in self.log.sittings for id_ in sitting.ids}
        self.told = self._last_told(known)
        self.groups: dict[str, list[Session]] = {}
        for event in events:
            if isinstance(event, Session):
                self.groups.setdefault(event.sitting, []).append(event)

    def _last_told(self, known: Iterable[AnyEvent]) -> dict[str, tuple[object, SessionBody]]:
        """Return by session what a file last said of it, or else what was logged."""
        versions: dict[str, tuple[object, SessionBody]] = {}
        for event in known:
            if isinstance(event, Session):
                versions[event.id] = event.day, event.body
            elif (
                isinstance(event, SessionEdited)
                and event.id in self.brought
                and event.id not in self.off
            ):
                versions[event.target] = event.day, event.body
        return versions

    def compare(self, *, update: bool) -> FileComparison:
        new: list[Session] = []
        back: list[str] = []
        rewrites: list[Rewrite] = []
        standing: list[Standing] = []
        known = known_sessions = sessions = grown = purged = deleted = 0
        for sitting, whole in self.groups.items():
            group = [event for event in whole if event.id not in self.gone]
            purged += len(whole) - len(group)
            fresh = [event for event in group if event.id not in self.held]
            undone = [event.id for event in group if event.id in self.off]
            present = [e for e in group if e.id in self.held and e.id not in self.off]
            if present and not any(event.id in self.by_id for event in present):
                deleted += 1
                continue
            changed = self._changes(sitting, group, present)
            clashing = None if present or undone else self._alike(group)
            if (changed or clashing is not None) and not update:
                standing.append(self._standing(sitting, group, clashing))
                continue
            new += fresh
            back += undone
            rewrites += changed
            if present and fresh:
                grown += not changed
            elif fresh or undone:
                sessions += 1
            elif not changed and group:
                known_sessions += 1
            known += len(present)
        return FileComparison(
            bring=Contents(events=tuple(new)),
            new=tuple(new),
            back=tuple(back),
            rewrites=tuple(rewrites),
            standing=tuple(standing),
            known=known,
            known_sessions=known_sessions,
            sessions=sessions,
            grown=grown,
            purged=purged,
            deleted=deleted,
        )

    def _changes(
        self, sitting: str, group: Sequence[Session], present: Sequence[Session]
    ) -> list[Rewrite]:
        """Return what the file says otherwise than the log, and than a file said before."""
        if not present:
            return []
        ours = self.by_id.get(present[0].id) or self.by_sitting.get(sitting)
        if ours is not None and _same(ours, group):
            return []
        changed = [
            Rewrite(target=event.id, session=event)
            for event in present
            if self.told.get(event.id) != (event.day, event.body)
        ]
        ids = {event.id for event in group}
        if ours is not None:
            # A session under its own name is whole in the file; of rows only a file's can be gone.
            own = bool(changed) and len(group) == 1
            changed += [
                Rewrite(target=id_, session=None)
                for id_ in ours.ids
                if id_ not in ids and (own or id_ in self.brought)
            ]
        return changed

    def _alike(self, group: Sequence[Session]) -> Sitting | None:
        """Return a session of the same day that has every set of the group; None if none has."""
        wanted = Counter(_likeness(record) for event in group for record in event.body.sets)
        return (
            next(
                (
                    sitting
                    for sitting in self.log.sittings
                    if sitting.day == group[0].day
                    and not wanted - Counter(map(_likeness, sitting.sets))
                ),
                None,
            )
            if group
            else None
        )

    def _standing(
        self, sitting: str, group: Sequence[Session], clashing: Sitting | None
    ) -> Standing:
        ours = clashing or next(
            (self.by_id[event.id] for event in group if event.id in self.by_id),
            self.by_sitting.get(sitting),
        )
        return Standing(
            why="differs" if clashing is None else "alike",
            first=group[0],
            ours=() if ours is None else ours.sets,
            theirs=tuple(record for event in group for record in event.body.sets),
        )


def _likeness(record: SetRecord) -> tuple[object, ...]:
    return record.drill, record.reps, record.load_kg or None


def _same(ours: Sitting, group: Sequence[Session]) -> bool:
    """Return whether a session of the log says what the file does."""
    if len(group) == 1:
        return ours.day == group[0].day and ours.body == group[0].body
    theirs = Counter(record for event in group for record in event.body.sets)
    return ours.day == group[0].day and Counter(ours.sets) == theirs


def _brought(events: Iterable[AnyEvent]) -> frozenset[str]:
    return frozenset(id_ for event in events if isinstance(event, Imported) for id_ in event.ids)


def _count_sessions(events: Iterable[AnyEvent]) -> int:
    return len({event.sitting for event in events if isinstance(event, Session)})
