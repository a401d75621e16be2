"""The words of `hinge doctor`: what was found in the folder, what a repair would change.

Owns the sentences alone, one fact a line.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from hingecli.coach.log.events import (
    AnyEvent,
    FilmReview,
    Morning,
    ProfileSet,
    Session,
    SessionEdited,
    SetRecord,
    ToldOnce,
)
from hingecli.coach.log.sessions import read_log
from hingecli.store.copies import MAIN
from hingecli.store.diagnosis import ConflictReport, CopyReport, Diagnosis
from hingecli.store.repair import HandEdit, RestorePlan
from hingecli.text import count

SHOWN: Final = 20
"""Events that a preview lists; the others are counted."""


def report(
    found: Diagnosis, *, removed: Sequence[str], scrubbed: Sequence[int], today: date
) -> str:
    """Say all that was found, and what was mended; what needs the person comes last."""
    events = found.held.events
    lines = [
        f"Folder: {found.folder}",
        *(_copy(copy) for copy in found.copies),
        f"Log: {count(len(events), 'event')}, "
        f"{count(len(read_log(events).sittings), 'session that counts', 'sessions that count')}",
        *(_conflict(copy) for copy in found.conflicts if copy.path.name not in removed),
        *(f"Removed: {name}, no longer needed" for name in removed),
        *(
            f"Snapshot {snapshot.generation}: "
            f"{'held' if snapshot.generation in scrubbed else 'still holds'} words that were "
            "purged on another machine"
            f"{', now removed' if snapshot.generation in scrubbed else ''}"
            for snapshot in found.snapshots
            if snapshot.purged
        ),
        *(
            f"Left by a killed write: {path.name}; the next write removes it"
            for path in found.temps
            if path.name not in removed
        ),
        *(f"Put aside: {path.name}; delete it when you need it no more" for path in found.aside),
        *_snapshots(found),
        *(f"Note: {note}" for note in found.notes),
        *_ahead(events, today),
    ]
    if found.edit is not None:
        lines += [edit_preview(found.edit), "To take it: hinge doctor --accept"]
    lines += [f"Wrong: {problem}" for problem in found.problems]
    lines += _ways_out(found)
    if not found.problems:
        lines.append("All is well." if events else "All is well; nothing is logged yet.")
    return "\n".join(lines)


def _ways_out(found: Diagnosis) -> list[str]:
    if found.readable:
        damaged = [copy.path.name for copy in found.copies if copy.condition == "damaged"]
        return [
            f"Nothing is lost: the next write puts {name} aside and makes it anew."
            for name in damaged
        ]
    if any(snapshot.events is not None for snapshot in found.snapshots):
        return ["To go back to a snapshot N: hinge doctor --restore N"]
    if found.edit is not None:
        return []
    reports: tuple[CopyReport | ConflictReport, ...] = (*found.copies, *found.conflicts)
    broken = [copy.path.name for copy in reports if copy.condition in ("damaged", "unreadable")]
    return [
        f"If you have a copy of {MAIN} elsewhere: put it into the folder.",
        f"If you have none: move {' and '.join(broken)} out of the folder. "
        "The next hinge log then begins a new log.",
    ]


def _ahead(events: Sequence[AnyEvent], today: date) -> Iterable[str]:
    """Name what is dated after today, as after a wrong clock, and how to move it."""
    log = read_log(events)
    sittings = [sitting for sitting in log.sittings if sitting.day > today]
    for sitting in sittings[:SHOWN]:
        id_, day = sitting.id[:8], sitting.day.isoformat()
        yield (
            f"Note: session {id_} is dated {day}, after today. Was a clock wrong? "
            f"To move it: hinge edit {id_} -d {today.isoformat()}"
        )
    if len(sittings) > SHOWN:
        yield f"Note: {len(sittings) - SHOWN} more sessions are dated after today."
    others = [s for entry in log.days if entry.day > today for s in entry.statements]
    if others:
        yield (
            f"Note: {count(len(others), 'other entry', 'other entries')} dated after today, the "
            f"first {min(s.day for s in others).isoformat()}: counted from that day on."
        )


def edit_preview(edit: HandEdit) -> str:
    """Say what a hand edit changes, adds and takes out."""
    lines = [
        f"Changed outside hinge: {len(edit.changed)} changed, {len(edit.added)} added, "
        f"{len(edit.removed)} taken out"
    ]
    for word, events in (
        ("changed", edit.changed),
        ("added", edit.added),
        ("taken out", edit.removed),
    ):
        lines += _listed(word, events)
    return "\n".join(lines)


def restore_preview(generation: int, earlier: Sequence[AnyEvent], change: RestorePlan) -> str:
    """Say what going back to a snapshot changes."""
    sessions = count(len(read_log(earlier).sittings), "session")
    if change.empty:
        return f"Snapshot {generation}: {sessions}. Your log says the same: nothing to change."
    lines = [
        f"Snapshot {generation}: {sessions}. Going back undoes "
        f"{count(len(change.undo), 'event')} and brings back "
        f"{len(change.redo) + len(change.lost)}."
    ]
    lines += _listed("as it was", change.changed)
    return "\n".join(lines)


def _copy(copy: CopyReport) -> str:
    if copy.events is None:
        why = f": {copy.why}" if copy.why else ""
        return f"{copy.path.name}: {copy.condition}{why}"
    return (
        f"{copy.path.name}: {copy.condition}, {count(copy.events, 'event')}, "
        f"generation {copy.generation}, schema {copy.schema}"
    )


def _conflict(copy: ConflictReport) -> str:
    if copy.condition != "good":
        return f"Conflict copy: {copy.path.name}, {copy.condition}; left alone"
    state = "read as part of the log; the next write takes it in"
    if copy.absorbed:
        state = "in both copies" if copy.by_name else "in both copies; delete it when you like"
    return f"Conflict copy: {copy.path.name}, {count(copy.events or 0, 'event')}, {state}"


def _snapshots(found: Diagnosis) -> list[str]:
    if not found.snapshots:
        return ["Snapshots: none yet"]
    return [
        f"Snapshot {snapshot.generation}: "
        + (count(snapshot.events, "event") if snapshot.events is not None else "damaged")
        for snapshot in found.snapshots
    ]


def _listed(word: str, events: Sequence[AnyEvent]) -> Iterable[str]:
    for event in events[:SHOWN]:
        yield f"  {word}: {_words(event)}"
    if len(events) > SHOWN:
        yield f"  {word}: {len(events) - SHOWN} more"


def _set(record: SetRecord) -> str:
    reps = f"{record.reps} done" if record.clean is None else f"{record.clean}/{record.reps}"
    return f"{record.drill} {reps}{' to warm up' if record.warmup else ''}"


def _words(event: AnyEvent) -> str:
    kind = str(event.__struct_config__.tag)
    start = f"{event.day.isoformat()} {kind} {event.id[:8]}"
    if isinstance(event, Session | SessionEdited):
        sets = ", ".join(_set(record) for record in event.body.sets[:6])
        note = f' "{event.body.note}"' if event.body.note else ""
        return f"{start}: {sets}{note}"
    if isinstance(event, Morning):
        return f"{start}: {event.score}"
    if isinstance(event, FilmReview):
        clip = f' "{event.clip}"' if event.clip else ""
        return f"{start}: {event.drill}{clip}"
    if isinstance(event, ToldOnce):
        return f"{start}: {event.key}, {event.answer}"
    if isinstance(event, ProfileSet):
        answered = [
            name
            for name in event.profile.__struct_fields__
            if getattr(event.profile, name) is not None
        ]
        return f"{start}: {', '.join(answered)}"
    return start
