"""The union of several copies of the log, by event id: idempotent, and in any order.

Owns which version of an event wins. Pure: knows no file.
"""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from hingecli.coach.log.events import AnyEvent, FilmReview, Purged, SessionEdited, in_order
from hingecli.store.codec import Accepted, Contents, digest


def unite(copies: Sequence[Contents]) -> Contents:
    """Unite `copies`: every event of any of them, once, in log order.

    Same id, different bytes: purged wins, then the last accepted hand edit, then the higher digest.
    """
    marks: dict[tuple[str, str], Accepted] = {}
    for mark in (mark for copy in copies for mark in copy.accepted):
        key = mark.id, mark.sha256
        marks[key] = max(marks.get(key, mark), mark, key=attrgetter("turn"))
    chosen: dict[str, AnyEvent] = {}
    for copy in copies:
        if not chosen:
            chosen = {event.id: event for event in copy.events}
            continue
        for event in copy.events:
            held = chosen.setdefault(event.id, event)
            if held is not event and held != event:
                chosen[event.id] = max(held, event, key=lambda version: _rank(version, marks))
    events = tuple(in_order(chosen.values()))
    return without_purged(
        Contents(events=events, accepted=tuple(marks[key] for key in sorted(marks)))
    )


def without_purged(contents: Contents) -> Contents:
    """Drop what was purged, the edits and film reviews of purged sessions with it."""
    return without(contents, purged_ids(contents.events))


def without(contents: Contents, gone: frozenset[str]) -> Contents:
    """Drop the events `gone`, and what else holds their words."""
    if not gone:
        return contents
    return Contents(
        events=tuple(event for event in contents.events if not holds_words_of(event, gone)),
        accepted=tuple(mark for mark in contents.accepted if mark.id not in gone),
    )


def purged_ids(events: Iterable[AnyEvent]) -> frozenset[str]:
    """Return the ids of everything that `events` say is purged, events and sittings."""
    purges = [event for event in events if isinstance(event, Purged)]
    return frozenset(id_ for event in purges for id_ in event.ids)


def holds_words_of(event: AnyEvent, gone: frozenset[str]) -> bool:
    """Return whether `event` is one of the purged, edits one, or reviews a film of one."""
    if isinstance(event, SessionEdited):
        return event.id in gone or event.target in gone
    if isinstance(event, FilmReview):
        return event.id in gone or event.sitting in gone
    return event.id in gone


def _rank(event: AnyEvent, marks: dict[tuple[str, str], Accepted]) -> tuple[int, str]:
    sha256 = digest(event)
    mark = marks.get((event.id, sha256))
    return mark.turn if mark is not None else 0, sha256
