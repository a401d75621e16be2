"""Makes logs on the disk and random events for the store's tests."""

import os
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, get_args

from hypothesis import strategies as st

from factories import Journal
from hingecli.coach.log.events import (
    SCHEMA,
    AnyEvent,
    FilmAnswer,
    FilmReview,
    Imported,
    MistakeCount,
    Morning,
    Pain,
    Pause,
    Place,
    Profile,
    ProfileSet,
    Purged,
    Redone,
    Resume,
    Session,
    SessionBody,
    SessionDeleted,
    SessionEdited,
    SetRecord,
    ToldOnce,
    Undone,
)
from hingecli.store import EventLog, Written
from hingecli.store.codec import Contents, Format, encode
from hingecli.store.copies import BACKUP, MAIN
from hingecli.store.files import replace_file
from hingecli.store.migrations import MIGRATIONS, Document

NEWER = SCHEMA + 1
"""A schema that this hinge does not know yet."""


def newer_format(step: Callable[[Document], Document] = lambda document: document) -> Format:
    """Return a made-up format of the schema `NEWER`, to which `step` leads."""
    return Format(schema=NEWER, migrations={**MIGRATIONS, SCHEMA: step})


def write(folder: Path, journal: Journal) -> Written:
    """Append to the log in `folder` what it does not have yet of `journal`."""
    return EventLog(folder).append(lambda held: journal.events[len(held) :])


def log_of(folder: Path, journal: Journal) -> EventLog:
    """Return a log in `folder` that holds `journal`, each event its own command."""
    log = EventLog(folder)
    for event in journal.events:
        log.append(lambda held, event=event: (event,))  # type: ignore[misc]
    return log


def file_bytes(journal: Journal, *, generation: int = 1, schema: int | None = None) -> bytes:
    """Return a log file that holds `journal`."""
    layout = Format() if schema is None else Format(schema=schema)
    seq = max((event.seq for event in journal.events), default=0)
    chunks = encode(Contents(events=journal.events), generation=generation, seq=seq, layout=layout)
    return b"".join(chunks)


def listing(folder: Path) -> dict[str, bytes]:
    """Read every file under `folder`, the lock aside."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "hinge.lock"
    }


def paths(folder: Path) -> tuple[Path, Path]:
    """Name both copies."""
    return folder / MAIN, folder / BACKUP


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_ids = st.text("0123456789abcdef", min_size=1, max_size=6)
_small = st.integers(0, 10)
_decimals = st.decimals(0, 999, places=3)
_dates = st.dates(date(1970, 1, 1), date(2099, 12, 31))
_moments = st.datetimes(
    datetime(1970, 1, 2),
    datetime(2099, 12, 30),
    timezones=st.integers(-14 * 4, 14 * 4).map(
        lambda quarters: timezone(timedelta(minutes=15 * quarters)) if quarters else UTC
    ),
)
_sets = st.builds(
    SetRecord,
    drill=texts,
    reps=_small,
    clean=st.none() | _small,
    load_kg=st.none() | _decimals,
    unit=st.sampled_from(["kg", "lb"]),
    side=st.sampled_from([None, "L", "R"]),
    warmup=st.booleans(),
    variant=st.none() | texts,
    range=st.sampled_from(["full", "half"]),
)
_mistakes = st.lists(
    st.builds(MistakeCount, mistake=texts, count=_small, drill=texts), max_size=2
).map(tuple)
_bodies = st.builds(
    SessionBody,
    sets=st.lists(_sets, max_size=3).map(tuple),
    mistakes=_mistakes,
    pain=st.none()
    | st.builds(
        Pain,
        score=_small,
        where=st.sampled_from([None, *get_args(Place)]),
        sharp=st.booleans(),
        where_told=st.none() | texts,
    ),
    sore=st.none() | _small,
    effort=st.none() | _small,
    distance_cm=st.none() | _decimals,
    distance_unit=st.sampled_from(["cm", "in"]),
    note=st.none() | texts,
)
_profiles = st.builds(
    Profile,
    start=st.none() | _dates,
    bells=st.none() | st.lists(_decimals, max_size=3).map(tuple),
    body_mass_kg=st.none() | _decimals,
    sixty_plus=st.none() | st.booleans(),
    equipment=st.none() | st.lists(texts, max_size=2).map(tuple),
    without=st.none() | st.lists(texts, max_size=2).map(tuple),
    deadlift_kg=st.none() | _decimals,
    voice=st.none() | st.booleans(),
)
_answers = st.builds(
    FilmAnswer,
    question=texts,
    answer=st.sampled_from(["yes", "no", "unseen"]),
    reps=st.none() | _small,
)
_some_ids = st.lists(_ids, max_size=3).map(tuple)
_KINDS: tuple[tuple[type[Any], dict[str, st.SearchStrategy[Any]]], ...] = (
    (Session, {"sitting": _ids, "body": _bodies}),
    (SessionEdited, {"target": _ids, "body": _bodies}),
    (SessionDeleted, {"target": _ids}),
    (Undone, {"ids": _some_ids}),
    (Redone, {"ids": _some_ids}),
    (Imported, {"ids": _some_ids, "source": texts, "format": texts, "digest": texts}),
    (ProfileSet, {"profile": _profiles}),
    (Pause, {"until": st.none() | _dates, "ill": st.booleans()}),
    (Resume, {}),
    (Morning, {"score": _small, "sore": st.none() | _small}),
    (
        FilmReview,
        {
            "sitting": st.none() | _ids,
            "drill": texts,
            "by": st.sampled_from(["own", "clip"]),
            "felt": st.none() | _small,
            "saw": st.none() | _small,
            "answers": st.lists(_answers, max_size=2).map(tuple),
            "taken": _mistakes,
            "clip": texts,
        },
    ),
    (ToldOnce, {"key": texts, "answer": texts}),
)


def _events_of(kind: type[Any], fields: dict[str, st.SearchStrategy[Any]]) -> Any:
    return st.builds(
        kind,
        id=_ids,
        seq=st.integers(0, 50),
        cmd=_ids,
        at=_moments,
        day=_dates,
        recorded=_moments,
        **fields,
    )


events: st.SearchStrategy[AnyEvent] = st.one_of(*(_events_of(*kind) for kind in _KINDS))
purges: st.SearchStrategy[AnyEvent] = _events_of(Purged, {"ids": _some_ids})
contents = st.lists(events | purges, max_size=6).map(
    lambda some: Contents(events=tuple({event.id: event for event in some}.values()))
)


def ids(folder: Path) -> list[str]:
    """Return the ids of the events in the log of `folder`, in its order."""
    return [event.id for event in EventLog(folder).read().events]


def refusing(name: str, code: int) -> Callable[..., None]:
    """Return a stand-in that refuses files whose name begins with `name`."""

    def refuse(path: Path, chunks: Iterable[bytes | memoryview]) -> None:
        if path.name.startswith(name):
            raise OSError(code, os.strerror(code), str(path))
        replace_file(path, chunks)

    return refuse
