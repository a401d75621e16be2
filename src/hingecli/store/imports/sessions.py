"""Rows made sessions: grouped as they were done, with ids that are the same the next time.

Owns which rows are one session, and what of them is said of it as a whole.
"""

import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final

from hingecli.coach.log.events import Session, SessionBody
from hingecli.store.imports.context import RowContext
from hingecli.store.imports.layout import Layout
from hingecli.store.imports.rows import Entry

GAP: Final = timedelta(minutes=60)
"""Rows of one training day that are less than this apart are one session."""

_IDS: Final = uuid.UUID("a2f0a1a6-6f0b-5b0e-9d5c-0e6f5f0d6c11")


def sessions_of(
    entries: Sequence[Entry], layout: Layout, context: RowContext
) -> tuple[Session, ...]:
    """Return the sessions of `entries`, oldest first.

    A row of our own columns without a session is an event of its own in the sitting of its group:
    one more row tomorrow leaves the others as they are.
    """
    events: list[Session] = []
    names = _row_names(entries) if layout.known is None else {}
    for group in _groups(entries):
        first = group[0]
        sitting = sitting_id(first, layout)
        if first.session or layout.known is not None:
            events += _made([(sitting, group)], sitting, context, seq=context.seq + len(events))
        else:
            rows = [(names[entry.line], [entry]) for entry in group]
            events += _made(rows, sitting, context, seq=context.seq + len(events))
    return tuple(events)


def _groups(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Part `entries` into sessions: by their own key, by the day, or by the time between them."""
    groups: list[list[Entry]] = []
    keyed: dict[str, list[Entry]] = {}
    timed: list[Entry] = []
    for entry in entries:
        if entry.session:
            keyed.setdefault(entry.session, []).append(entry)
        elif entry.is_timed:
            timed.append(entry)
        else:
            keyed.setdefault(f" {entry.day.isoformat()}", []).append(entry)
    groups += keyed.values()
    last: Entry | None = None
    for entry in sorted(timed, key=lambda entry: entry.at):
        if last is None or entry.day != last.day or entry.at - last.at >= GAP:
            groups.append([])
        groups[-1].append(entry)
        last = entry
    done = [group for group in groups if any(entry.sets for entry in group)]
    for group in done:
        group.sort(key=lambda entry: (not entry.sets, entry.at))
    return sorted(done, key=lambda group: group[0].at)


def _row_names(entries: Iterable[Entry]) -> dict[int, str]:
    """Return an id for each row by its words and how often they stood above, by its line."""
    often: Counter[str] = Counter()
    names = {}
    for entry in entries:
        often[entry.content] += 1
        names[entry.line] = uuid.uuid5(_IDS, f"{entry.content}{often[entry.content]}").hex
    return names


def sitting_id(first: Entry, layout: Layout) -> str:
    """Return the id of the session that begins with `first`: the same the next time."""
    if layout.known is not None:
        return uuid.uuid5(_IDS, f"{layout.known.name}|{first.session or first.told}").hex
    if first.session:
        return first.session if _is_id(first.session) else uuid.uuid5(_IDS, first.session).hex
    return uuid.uuid5(_IDS, first.told).hex


def _made(
    parts: Iterable[tuple[str, Sequence[Entry]]], sitting: str, context: RowContext, *, seq: int
) -> list[Session]:
    return [
        Session(
            id=id_,
            seq=seq + number,
            cmd=context.cmd,
            at=entries[0].at,
            day=entries[0].day,
            recorded=context.now,
            sitting=sitting,
            body=_body(entries),
        )
        for number, (id_, entries) in enumerate(parts)
    ]


def _body(entries: Sequence[Entry]) -> SessionBody:
    """Say of a session what its rows say: the worst pain, the highest effort, every note once."""
    pains = [entry.pain for entry in entries if entry.pain is not None]
    measured = next((entry for entry in entries if entry.distance_cm is not None), None)
    notes = tuple(dict.fromkeys(entry.note for entry in entries if entry.note is not None))
    if len(notes) > 1:  # a logger that joins notes itself may say one of them again
        notes = tuple(dict.fromkeys(part for note in notes for part in note.split("; ")))
    return SessionBody(
        sets=tuple(record for entry in entries for record in entry.sets),
        mistakes=tuple(mistake for entry in entries for mistake in entry.mistakes),
        pain=max(pains, key=lambda pain: (pain.score, pain.sharp), default=None),
        sore=max((entry.sore for entry in entries if entry.sore is not None), default=None),
        effort=max((entry.effort for entry in entries if entry.effort is not None), default=None),
        distance_cm=None if measured is None else measured.distance_cm,
        distance_unit="cm" if measured is None else measured.distance_unit,
        note="; ".join(notes) or None,
    )


def _is_id(text: str) -> bool:
    return len(text) == 32 and all(sign in "0123456789abcdef" for sign in text)
