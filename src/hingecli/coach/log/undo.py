"""What undo takes back and redo brings back: whole commands, and which events count after it."""

from collections.abc import Iterable, Sequence

from hingecli.coach.log.events import AnyEvent, Imported, Purged, Redone, Switch, Undone, in_order


def undo_step(events: Iterable[AnyEvent]) -> tuple[AnyEvent, ...]:
    """Return the events of the last command that still counts, in log order; none: empty.

    An import is one step: its own event and all that it brought, also what was undone there.
    """
    known = in_order(events)
    off = switched_off(known)
    brought = _brought(known)
    own = [
        event
        for event in known
        if event.id not in off and event.id not in brought and not isinstance(event, Switch)
    ]
    if not own:
        return ()
    step = [event for event in own if event.cmd == own[-1].cmd]
    came = {id_ for event in step if isinstance(event, Imported) for id_ in event.ids}
    own_ids = {event.id for event in step}
    return tuple(event for event in known if event.id in came or event.id in own_ids)


def redo_step(events: Iterable[AnyEvent]) -> tuple[AnyEvent, ...]:
    """Return the events that the last undo switched off, if no new command came since.

    What was off before it, as an import can bring it, stays off.
    """
    known = in_order(events)
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
    """Return the ids of what does not count among `known`, which are in log order.

    The last undo or redo of an event decides; one that is itself undone, as after the undo of
    an import that brought it, decides nothing. What was purged never counts.
    """
    decided: dict[str, bool] = {}
    gone: set[str] = set()
    for event in reversed([event for event in known if isinstance(event, Switch)]):
        if isinstance(event, Purged):
            gone.update(event.ids)
        elif not decided.get(event.id, False):
            off = isinstance(event, Undone)
            for id_ in event.ids:
                decided.setdefault(id_, off)
    return frozenset(id_ for id_, off in decided.items() if off).union(gone)


def _brought(known: Sequence[AnyEvent]) -> frozenset[str]:
    return frozenset(id_ for event in known if isinstance(event, Imported) for id_ in event.ids)
