"""What is exported comes back: all of it as JSON, every set as CSV, by way of a spreadsheet too."""

import csv as csv_module
import io
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import Journal
from hingecli.cli.output import escape_controls
from hingecli.coach.log.events import (
    KG_PER_LB,
    AnyEvent,
    MistakeCount,
    Pain,
    Place,
    Session,
    SessionBody,
    SetRecord,
)
from hingecli.coach.log.sessions import Sitting, read_log
from hingecli.store.codec import Contents, Format
from hingecli.store.export import to_csv, to_json
from hingecli.store.imports.events import read_export
from hingecli.store.ranges import out_of_range
from hingecli.store.union import unite
from hingecli.text import clean
from lived_year import lived_year
from store.logs import contents
from store.tables import INDEX, NOW, context, sessions, table

MISTAKES = ("lower-back-rounding", "looking-up")


@given(contents)
def test_json_brings_back_every_event_of_any_kind(log: Contents) -> None:
    sound = Contents(events=tuple(e for e in log.events if out_of_range(e) is None))
    united = unite([sound])

    found = read_export("x.json", escape_controls(to_json(united.events)), layout=Format())

    assert found.rejected == ()
    assert found.contents == united


def test_json_brings_back_a_year_whole_and_an_export_of_it_is_the_same_bytes() -> None:
    events = lived_year(INDEX).events

    written = to_json(events)
    found = read_export("x.json", written, layout=Format()).contents.events

    assert found == events
    assert read_log(found) == read_log(events)
    assert to_json(found) == written


def sheet(
    text: str,
    *,
    delimiter: str = ",",
    quoting: Any = csv_module.QUOTE_MINIMAL,
    ends: str = "\r\n",
    head: str = "",
    mark: str = "",
    cell: Callable[[str, str], str] = lambda name, text: text,
) -> bytes:
    """Open a CSV and save it as a spreadsheet does, each cell as `cell` makes it."""
    header, *rows = csv_module.reader(io.StringIO(text, newline=""))
    out = io.StringIO(newline="")
    writer = csv_module.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=ends)
    writer.writerow(header)
    writer.writerows([[cell(*pair) for pair in zip(header, row, strict=True)] for row in rows])
    return (mark + head + out.getvalue()).encode()


def german(name: str, text: str) -> str:
    """Write days with points and decimals with a comma."""
    if name == "date":
        return f"{date.fromisoformat(text):%d.%m.%Y}"
    return text.replace(".", ",") if name in ("load_kg", "distance_cm") else text


def without_zeros(name: str, text: str) -> str:
    """Write a number as short as it can be, as spreadsheets do."""
    if name in ("load_kg", "distance_cm") and "." in text:
        return text.rstrip("0").rstrip(".")
    return text


def shouting(name: str, text: str) -> str:
    """Write yes and no as a spreadsheet's truth."""
    return "TRUE" if name in ("sharp", "warmup") and text == "yes" else text


SPREADSHEETS: dict[str, Callable[[str], bytes]] = {
    "as it is": lambda text: text.encode(),
    "CRLF": lambda text: sheet(text),
    "every cell quoted": lambda text: sheet(text, quoting=csv_module.QUOTE_ALL),
    "Excel, UTF-8": lambda text: sheet(text, mark="\ufeff"),
    "Excel, sep=;": lambda text: sheet(text, delimiter=";", head="sep=;\r\n", mark="\ufeff"),
    "Excel, German": lambda text: sheet(text, delimiter=";", cell=german),
    "tabs": lambda text: sheet(text, delimiter="\t"),
    "old Mac": lambda text: sheet(text, ends="\r"),
    "short numbers": lambda text: sheet(text, cell=without_zeros),
    "truths": lambda text: sheet(text, cell=shouting),
}

words = (
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
    | st.text("=+-@'\";,:\t |sep°ü ", max_size=8)
).map(lambda text: clean(text).strip())
loads = st.decimals(Decimal("0.001"), 999, places=3)


@st.composite
def records(draw: st.DrawFn) -> SetRecord:
    reps = draw(st.integers(1, 60))
    load, pounds = draw(st.none() | loads), draw(st.booleans())
    return SetRecord(
        drill=draw(st.sampled_from(sorted(INDEX.rungs))),
        reps=reps,
        clean=draw(st.none() | st.integers(0, reps)),
        load_kg=load * KG_PER_LB if load is not None and pounds else load,
        unit="lb" if load is not None and pounds else "kg",
        side=draw(st.sampled_from([None, "L", "R"])),
        warmup=draw(st.booleans()),
        variant=draw(st.none() | words.filter(bool)),
        range=draw(st.sampled_from(["full", "half"])),
    )


@st.composite
def bodies(draw: st.DrawFn) -> SessionBody:
    distance = draw(st.none() | st.decimals(1, 99, places=2))
    mistakes = st.builds(
        MistakeCount,
        mistake=st.sampled_from(MISTAKES),
        count=st.integers(1, 30),
        drill=st.sampled_from(sorted(INDEX.rungs)),
    )
    return SessionBody(
        sets=tuple(draw(st.lists(records(), min_size=1, max_size=4))),
        mistakes=tuple(draw(st.lists(mistakes, max_size=2))),
        pain=draw(
            st.none()
            | st.builds(
                Pain,
                score=st.integers(0, 10),
                where=st.sampled_from([None, *get_args(Place)]),
                sharp=st.booleans(),
                where_told=st.none() | words.filter(bool),
            )
        ),
        sore=draw(st.none() | st.integers(0, 10)),
        effort=draw(st.none() | st.integers(1, 10)),
        distance_cm=distance,
        distance_unit="cm" if distance is None else draw(st.sampled_from(["cm", "in"])),
        note=draw(st.none() | words.filter(bool)),
    )


@st.composite
def histories(draw: st.DrawFn) -> tuple[AnyEvent, ...]:
    """Draw sessions of some days, a few of them parts of one sitting."""
    events: list[AnyEvent] = []
    for number in range(1, draw(st.integers(2, 4))):
        id_ = draw(st.uuids()).hex
        day = draw(st.dates(date(2020, 1, 1), NOW.date() - timedelta(days=1)))
        offset = timezone(timedelta(hours=draw(st.integers(-11, 12))))
        for part in range(draw(st.integers(1, 2))):
            at = datetime.combine(day, time(draw(st.integers(5, 20))), tzinfo=offset)
            session = Session(
                id=id_ if not part else draw(st.uuids()).hex,
                seq=10 * number + part,
                cmd=id_,
                at=at,
                day=day,
                recorded=at,
                sitting=id_,
                body=draw(bodies()),
            )
            events.append(session)
    return tuple(events)


def shown(sitting: Sitting) -> tuple[Any, ...]:
    """Return what a person knows of a session."""
    return sitting.id, sitting.day, sitting.at, sitting.body


def came_back(data: bytes) -> list[tuple[Any, ...]]:
    found = table(data, context=context())
    assert found.rejected == ()
    assert found.preview is not None
    assert found.preview.changes == ()
    return [shown(sitting) for sitting in read_log(sessions(found)).sittings]


def one(**body: Any) -> tuple[AnyEvent, ...]:
    """Return a history of one session with a wall set and what `body` says."""
    (event,) = Journal().session(0, "wall 8/10").events
    assert isinstance(event, Session)
    id_ = "0" * 31 + "a"
    sets = event.body.sets
    return (
        Session(
            **{name: getattr(event, name) for name in ("seq", "cmd", "at", "day", "recorded")},
            id=id_,
            sitting=id_,
            body=SessionBody(sets=sets, **body),
        ),
    )


NOTES = (
    "=1+1",
    "'=1+1",
    "''-x",
    "'quoted'",
    "again; again; and again",
    'she said "go"; then, 3,5 kg',
    "sep=;",
)
"""Notes that each were lost or changed on some way."""


@pytest.mark.parametrize("saved_by", SPREADSHEETS)
def test_csv_brings_back_a_hard_note_and_place_by_way_of_any_spreadsheet(saved_by: str) -> None:
    pain = Pain(score=3, where="leg", where_told="-calf", sharp=True)
    for note in NOTES:
        log = read_log(one(note=note, pain=pain))

        found = came_back(SPREADSHEETS[saved_by](to_csv(log, clean=clean)))

        assert found == [shown(sitting) for sitting in log.sittings]


@given(events=histories(), saved_by=st.sampled_from(sorted(SPREADSHEETS)))
def test_csv_brings_back_every_session_by_way_of_any_spreadsheet(
    events: tuple[AnyEvent, ...], saved_by: str
) -> None:
    log = read_log(events)

    found = came_back(SPREADSHEETS[saved_by](to_csv(log, clean=clean)))

    assert sorted(found, key=str) == sorted(map(shown, log.sittings), key=str)


def test_csv_brings_back_a_year_and_is_the_same_file_again() -> None:
    log = read_log(lived_year(INDEX).events)
    written = to_csv(log, clean=clean)

    found = table(written.encode(), context=context(now=datetime(2027, 2, 1, tzinfo=UTC)))

    again = read_log(sessions(found))
    assert [sitting.body for sitting in again.sittings] == [s.body for s in log.sittings]

    def unnamed(text: str) -> str:
        return re.sub(r"^[^,]*,", "", text, flags=re.M)

    assert unnamed(to_csv(again, clean=clean)) == unnamed(written)
