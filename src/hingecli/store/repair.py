"""What a repair would change: a hand edit against the log, an earlier log against today's.

Owns the comparisons, pure, that `doctor` previews and then carries out.
"""

from collections.abc import Iterable

import msgspec

from hingecli.coach.log.events import (
    AnyEvent,
    Purged,
    Redone,
    Undone,
)
from hingecli.coach.log.undo import switched_off
from hingecli.store.codec import Accepted, Contents, digest
from hingecli.store.salvage import Salvage
from hingecli.store.union import purged_ids, unite


class HandEdit(msgspec.Struct, frozen=True, kw_only=True):
    """What a file changed outside hinge says otherwise than the log.

    `changed` and `added` are as the file has them; `removed` are events of the log that it lacks
    though hinge had written them there.
    """

    contents: Contents
    changed: tuple[AnyEvent, ...]
    added: tuple[AnyEvent, ...]
    removed: tuple[AnyEvent, ...]

    @property
    def empty(self) -> bool:
        """Whether the file says nothing that the log does not say."""
        return not (self.changed or self.added or self.removed)


class RestorePlan(msgspec.Struct, frozen=True, kw_only=True):
    """How to reach an earlier log by adding to today's: ids to undo, ids to redo.

    `contents` is the earlier log, marked so that its version wins of the events that were
    `changed` since, by hand. `lost` are its events that today's log lacks.
    """

    contents: Contents
    changed: tuple[AnyEvent, ...]
    lost: tuple[AnyEvent, ...]
    undo: tuple[str, ...]
    redo: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether the log is as it was then."""
        return not (self.changed or self.lost or self.undo or self.redo)


def hand_edit(now: Contents, sources: Iterable[Salvage]) -> HandEdit:
    """Compare `sources` with the log as it is; the file's version of an event is to win."""
    log = now.events
    held = {event.id: event for event in log}
    gone = purged_ids(log)
    off = switched_off(log)
    changed: dict[str, AnyEvent] = {}
    added: dict[str, AnyEvent] = {}
    removed: dict[str, AnyEvent] = {}
    for source in sources:
        events = {event.id: event for event in source.contents.events if event.id not in gone}
        for event in events.values():
            if event.id not in held:
                added.setdefault(event.id, event)
            elif held[event.id] != event:
                changed.setdefault(event.id, event)
        if source.whole:
            removed.update(
                (event.id, event)
                for event in log
                if event.id not in events
                and event.seq <= source.seq
                and event.id not in off
                and not isinstance(event, Undone | Redone | Purged)
            )
    marks = _marks(changed.values(), over=now.accepted)
    return HandEdit(
        contents=unite((Contents(events=(*changed.values(), *added.values()), accepted=marks),)),
        changed=tuple(changed.values()),
        added=tuple(added.values()),
        removed=tuple(removed.values()),
    )


def plan_restore(now: Contents, earlier: Contents) -> RestorePlan:
    """Find how of `now` counts again what counted in `earlier`, and as it was then."""
    then = {event.id: event for event in earlier.events}
    changed = tuple(then[event.id] for event in now.events if then.get(event.id, event) != event)
    both = unite((now, earlier))
    held = {event.id for event in now.events}
    off_then, off_now = switched_off(earlier.events), switched_off(both.events)
    undo: list[str] = []
    redo: list[str] = []
    for event in both.events:
        if isinstance(event, Undone | Redone | Purged):
            continue
        counts = event.id in then and event.id not in off_then
        if counts and event.id in off_now:
            redo.append(event.id)
        elif not counts and event.id not in off_now:
            undo.append(event.id)
    marks = (*earlier.accepted, *_marks(changed, over=now.accepted))
    return RestorePlan(
        contents=Contents(events=earlier.events, accepted=marks),
        changed=changed,
        lost=tuple(event for event in both.events if event.id not in held),
        undo=tuple(undo),
        redo=tuple(redo),
    )


def _marks(chosen: Iterable[AnyEvent], *, over: Iterable[Accepted]) -> tuple[Accepted, ...]:
    """Mark `chosen` so that they win over other versions, marked before or not."""
    turns: dict[str, int] = {}
    for mark in over:
        turns[mark.id] = max(turns.get(mark.id, 0), mark.turn)
    return tuple(
        Accepted(id=event.id, sha256=digest(event), turn=turns.get(event.id, 0) + 1)
        for event in chosen
    )
