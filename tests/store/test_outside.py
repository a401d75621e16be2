"""Data out and in: JSON keeps every event, CSV every set, other files what they have."""

from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import Journal
from hingecli.coach.log.events import (
    SCHEMA,
    AnyEvent,
    FilmAnswer,
    MistakeCount,
    Pain,
    Session,
    SessionBody,
    SetRecord,
)
from hingecli.content import bundled, load_protocol
from hingecli.errors import HingeError, LogError, UsageError
from hingecli.store.codec import Contents, Format
from hingecli.store.export import to_csv, to_json, to_markdown
from hingecli.store.imports.comparing import compare
from hingecli.store.imports.events import read_export, read_other_log
from hingecli.store.imports.incoming import Incoming
from hingecli.store.imports.source import SourceFile, kind_of
from hingecli.store.ranges import out_of_range
from hingecli.store.union import unite
from store.logs import NEWER, contents, file_bytes, newer_format
from store.tables import csv, sessions

INDEX = load_protocol(bundled())
FULL = (
    Journal()
    .session(
        0, "wall 3x10 9/10", note="=1+1", distance="35.5", effort=4, mistakes={"looking-up": 2}
    )
    .session(1, "kb 8 7/8 @16", pain=3, where="low-back", sharp=True, sore=2)
    .session(2, "sl 8L 7/8R @8")
)


def imported(**told: str) -> AnyEvent:
    return msgspec.structs.replace(Journal().imported("x").events[0], **told)


def answered(question: str, *, reps: int | None = None) -> FilmAnswer:
    return FilmAnswer(question=question, answer="no", reps=reps)


DEEP = b"[" * 100_000 + b"]" * 100_000


@given(contents)
def test_json_brings_back_every_event(held: Contents) -> None:
    held = unite([held])

    found = read_export("x.json", to_json(held.events), layout=Format())

    good = tuple(event for event in held.events if not out_of_range(event))
    assert found.contents.events == unite([Contents(events=good)]).events
    assert len(found.rejected) == len(held.events) - len(good)


def test_a_rejected_event_is_told_with_its_line() -> None:
    data = to_json(FULL.events).replace(b'"reps":8,"clean":7', b'"reps":8,"clean":9')

    found = read_export("x.json", data, layout=Format())

    assert [line for line, _ in found.rejected] == [3, 4]
    assert len(found.contents.events) == 1


WHOLE = to_json(Journal().session(0, "wall 10").events)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b'"kind":"session",', b"", "no kind"),
        (b'"kind":"session"', b'"kind":"poem"', 'kind: "poem" is unknown'),
        (b'"seq":1', b'"seq":"1"', "seq: a text instead of a whole number"),
        (b'"reps":10,', b"", "body.sets[0]: no reps"),
        (b'"reps":10', b'"reps":10,"zap":1', "body.sets[0]: zap is unknown"),
        (b'"reps":10', b'"reps":10,"side":"M"', 'body.sets[0].side: "M" is unknown'),
        (b'"day":"2026-01-05"', b'"day":"2026-13-05"', "day: not a date"),
        (b'"at":"2026', b'"at":"x2026', "at: not a time"),
        (b'"drill":"', b'"drill":"\xff', "not UTF-8"),
    ],
)
def test_a_rejected_row_is_told_as_a_person_would(old: bytes, new: bytes, why: str) -> None:
    assert old in WHOLE

    found = read_export("x.json", WHOLE.replace(old, new), layout=Format())

    assert found.rejected == ((2, f"not an event as hinge writes it: {why}"),)


def test_every_rejected_row_is_told_with_its_own_line() -> None:
    data = b'{"schema":2,"events":[\n{},{},\n\n{"id":"a\\n"},\n{}\n]}'

    found = read_export("x.json", data, layout=Format())

    assert [line for line, _ in found.rejected] == [2, 2, 4, 5]


@pytest.mark.parametrize(
    "data", [b"{}", b'{"schema":1}', b'{"events":[]}', b'{"schema":1,"events":', b"{"]
)
def test_what_is_no_export_is_a_usage_error(data: bytes) -> None:
    with pytest.raises(UsageError):
        read_export("x.json", data, layout=Format())


def test_an_export_of_a_newer_hinge_is_refused() -> None:
    with pytest.raises(LogError, match="newer"):
        read_export("x.json", b'{"schema":%d,"events":[]}' % NEWER, layout=Format())


@pytest.mark.parametrize("schema", [0, -1])
def test_an_export_of_a_schema_that_never_was_is_none(schema: int) -> None:
    data = to_json(FULL.events).replace(b'"schema":%d' % SCHEMA, b'"schema":%d' % schema)

    with pytest.raises(UsageError, match=f"not an export of hinge: there is no schema {schema}"):
        read_export("x.json", data, layout=Format())


def test_an_export_of_an_older_schema_is_migrated() -> None:
    made_up = newer_format(
        lambda document: {
            "events": {key: row | {"cmd": "moved"} for key, row in document["events"].items()}
        }
    )

    found = read_export("x.json", to_json(FULL.events), layout=made_up)

    assert {event.cmd for event in found.contents.events} == {"moved"}


def test_another_machines_log_is_read_as_it_lies() -> None:
    found = read_other_log("hinge.json", file_bytes(FULL), layout=Format())

    assert found.contents.events == FULL.events


def test_figures_that_no_hinge_writes_stay_out_of_another_machines_log_too() -> None:
    journal = Journal().session(0, "wall 20").session(0, "wall 10", day=date(1899, 12, 31))

    found = read_other_log("hinge.json", file_bytes(journal), layout=Format())

    assert [event.id for event in found.contents.events] == ["e001"]
    assert found.rejected == ((2, "day: the year 1899 is not 1900-2199"),)


def test_another_machines_damaged_log_is_refused() -> None:
    with pytest.raises(LogError, match=r"\.bak"):
        read_other_log("hinge.json", file_bytes(FULL)[:-9], layout=Format())


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("sets.CSV", b"date,drill", "csv"),
        ("x.json", to_json(FULL.events), "export"),
        ("x.json", b"\xef\xbb\xbf" + to_json(FULL.events), "export"),
        ("hinge.json", file_bytes(FULL), "log"),
        ("hinge.json.bak", file_bytes(FULL)[:-4], "log"),
    ],
)
def test_the_kind_of_a_file_shows_in_its_name_or_first_bytes(
    name: str, data: bytes, kind: str
) -> None:
    assert kind_of(SourceFile(name=name, data=data)) == kind


def test_a_file_of_another_kind_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="neither"):
        kind_of(SourceFile(name="x.txt", data=b"Dear diary"))


def test_a_deeply_nested_file_is_refused_in_a_sentence() -> None:
    with pytest.raises(UsageError, match="nested too deeply"):
        kind_of(SourceFile(name="x.json", data=b'{"schema":1,"events":%b}' % DEEP))
    with pytest.raises(UsageError, match="not an export"):
        read_export("x.json", b'{"schema":1,"events":%b}' % DEEP, layout=Format())


def test_comparing_tells_new_known_other_and_purged() -> None:
    log = FULL.purge("e003").events
    log = tuple(event for event in log if event.id != "e003")
    other = Journal().session(0, "wall 5").events
    fresh = FULL.session(3, "wall 9").session(4, "wall 9").events[4:]

    file = Contents(events=(*other, *FULL.events[1:], *fresh))
    found = compare(Contents(events=log), Incoming(contents=file))

    assert (len(found.new), found.known + found.other, found.purged) == (1, 2, 1)
    assert found.other == (unite([Contents(events=log), file]).events[0] != log[0])


def test_csv_brings_back_every_set() -> None:
    found = csv(to_csv(FULL.read(), clean=str))

    assert found.rejected == ()
    assert [event.body for event in sessions(found)] == [
        event.body for event in FULL.events if isinstance(event, Session)
    ]
    assert [event.day for event in sessions(found)] == [event.day for event in FULL.events]


KB = "kettlebell-deadlift"
WHOLE_BODY = SessionBody(
    sets=(
        SetRecord(
            drill="kettlebell-deadlift", reps=10, clean=10, warmup=True, load_kg=Decimal("8.50")
        ),
        SetRecord(
            drill="kettlebell-deadlift",
            reps=8,
            clean=None,
            load_kg=Decimal("15.87573295"),
            unit="lb",
        ),
        SetRecord(
            drill="kettlebell-deadlift", reps=8, clean=0, variant="=slow", range="half", side="L"
        ),
        SetRecord(drill="wall-hinge", reps=20, clean=20),
    ),
    mistakes=(MistakeCount(mistake="m", count=2, drill="wall-hinge"),),
    pain=Pain(score=3, where="leg", where_told="-calf", sharp=True),
    sore=1,
    effort=6,
    distance_cm=Decimal("35.56"),
    distance_unit="in",
    note="+words",
)


def whole_journal() -> Journal:
    fields = {name: getattr(WHOLE_BODY, name) for name in SessionBody.__struct_fields__}
    session = Journal().session(0, "wall 1").events[0]
    return Journal((msgspec.structs.replace(session, body=SessionBody(**fields)),))


def test_a_body_with_all_that_it_can_hold_comes_back_from_csv_whole() -> None:
    assert all(
        getattr(WHOLE_BODY, field.name) != field.default
        for field in msgspec.structs.fields(SessionBody)
    )

    (session,) = sessions(csv(to_csv(whole_journal().read(), clean=str)))

    assert session.body == WHOLE_BODY


def test_markdown_says_all_that_a_body_can_hold() -> None:
    text = to_markdown(whole_journal().read(), clean=str)

    assert text.splitlines()[4:] == [
        "- kettlebell-deadlift: 10 clean of 10, 8.5 kg, warm-up",
        "- kettlebell-deadlift: 8 done, 35 lb",
        "- kettlebell-deadlift: 0 clean of 8, left, =slow, half the range",
        "- wall-hinge: 20 clean of 20",
        "- mistake in wall-hinge: m, 2",
        "- pain 3 of 10 (\\-calf)",
        "- soreness 1 of 10",
        "- effort 6 of 10",
        "- 14 in from the wall",
        "- note: \\+words",
    ]


def test_a_note_like_a_formula_is_guarded_in_csv() -> None:
    assert ",'=1+1\n" in to_csv(FULL.read(), clean=str)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(HingeError):
        kind = kind_of(SourceFile(name="x.json", data=b"{" + data))
        read = read_export if kind == "export" else read_other_log
        found = read("x", b"{" + data, layout=Format())

        assert all(out_of_range(event) is None for event in found.contents.events)


def test_markdown_shows_notes_as_text_newest_first() -> None:
    text = to_markdown(FULL.session(3, "wall 9", note="*not* <b>").read(), clean=str)

    assert text.index("2026-01-08") < text.index("2026-01-05")
    assert "note: \\*not\\* \\<b\\>" in text


@pytest.mark.parametrize(
    "event",
    [
        *Journal().morning(0, 11).events,
        *Journal().morning(0, 1, sore=-1).events,
        *Journal().setup(usual_pain=11).events,
        *Journal().session(0, "wall 0").events,
        *Journal().session(0, "wall 5/4").events,
        *Journal().session(0, "wall 10001").events,
        *Journal().session(0, "kb 5 @1001").events,
        *Journal().session(0).events,
        *Journal().session(0, "wall 5", pain=11).events,
        *Journal().session(0, "wall 5", effort=0).events,
        *Journal().session(0, "wall 5", sore=11).events,
        *Journal().session(0, "wall 5", distance="-1").events,
        *Journal().session(0, "wall 5", mistakes={"looking-up": 0}).events,
        *Journal().session(0, "wall 5", note="x" * 20_001).events,
        *Journal().session(0, "wall 5", id="").events,
        *Journal().session(0, "wall 5", id="a\nb").events,
        *Journal().session(0, "wall 5", seq=-1).events,
        *Journal().session(0, "wall 5", at=datetime(2026, 1, 1)).events,
        *Journal().session(0, "wall 5", seq=2**53 + 1).events,
        *Journal().session(0, "wall 5", day=date(1899, 12, 31)).events,
        *Journal().session(0, "wall 5", day=date(2200, 1, 1)).events,
        *Journal().session(0, "wall 5", at=datetime(1, 1, 1, tzinfo=UTC)).events,
        *Journal().session(0, "wall 5", recorded=datetime(1, 1, 1, tzinfo=UTC)).events,
        *Journal().session(0, "wall 5", distance="1001").events,
        *Journal().setup(start=date(1, 1, 1)).events,
        *Journal().setup(bells=(Decimal(8), Decimal("NaN"))).events,
        *Journal().setup(bells=(Decimal("Infinity"),)).events,
        *Journal().setup(bells=(Decimal("1e400"),)).events,
        *Journal().setup(body_mass_kg=Decimal("NaN")).events,
        *Journal().setup(body_mass_kg=Decimal(-1)).events,
        *Journal().setup(deadlift_kg=Decimal(1001)).events,
        *Journal().with_sets(0, SetRecord(drill="w", reps=5, clean=-1)).events,
        *Journal().with_sets(0, SetRecord(drill="w", reps=0, clean=None)).events,
        *Journal().with_sets(0, SetRecord(drill="w", reps=5, clean=5, variant="x" * 101)).events,
        *Journal().edit("e", 0, "w 5", pain=Pain(score=1, where_told="x" * 101)).events,
        *(imported(format="x" * 101), imported(digest="A" * 64), imported(digest="a" * 63)),
        *Journal().review(0, None, felt=-1).review(0, None, saw=10_001).events,
        *Journal().review(0, None, clip="x" * 256).events,
        *Journal().review(0, None, taken=(MistakeCount(mistake="m", count=0, drill="d"),)).events,
        *Journal().review(0, None, answers=(answered("x" * 101),)).events,
        *Journal().review(0, None, answers=(answered("x", reps=-1),)).events,
        *Journal().review(0, None, answers=(answered("x"),) * 101).events,
        *Journal().told_once(0, "", "yes").told_once(0, "x" * 101, "yes").events,
        *Journal().told_once(0, "x", "y" * 501).events,
    ],
)
def test_figures_that_no_hinge_writes_are_found(event: AnyEvent) -> None:
    assert out_of_range(event) is not None


@pytest.mark.parametrize(
    "event",
    [
        *Journal().morning(0, 10, sore=10).morning(0, 0, sore=0).events,
        *Journal().session(0, "wall 1").session(0, "wall 0/1").session(0, "wall 10000").events,
        *Journal().session(0, "kb 5 @1000").session(0, "kb 5 @0").events,
        *Journal().session(0, "wall 5", day=date(1900, 1, 1), seq=2**53).events,
        *Journal().setup(bells=(Decimal(0), Decimal(1000)), body_mass_kg=Decimal(1000)).events,
        *Journal().setup(start=date(1900, 1, 1)).setup(start=date(2199, 12, 31)).events,
        *Journal().session(0, "wall 5", pain=10, effort=10, sore=10, distance="0").events,
        *Journal().session(0, "wall 5", pain=0, effort=1, sore=0, note="x" * 20_000).events,
        *Journal().setup(deadlift_kg=Decimal(1000)).events,
        *Journal().with_sets(0, SetRecord(drill="w", reps=5, clean=None)).events,
        *Journal().with_sets(0, SetRecord(drill="w", reps=5, clean=5, variant="x" * 100)).events,
        *Journal().edit("e", 0, "w 5", pain=Pain(score=1, where_told="x" * 100)).events,
        *(imported(format="x" * 100), imported(digest="0123456789abcdef" * 4)),
        *Journal().review(0, "s", felt=0, saw=10_000, clip="x" * 255).events,
        *Journal().review(0, "s", answers=(answered("x" * 100, reps=0),) * 100).events,
        *Journal().told_once(0, "x" * 100, "y" * 500).told_once(0, "x", "").events,
    ],
)
def test_figures_on_the_border_are_well(event: AnyEvent) -> None:
    assert out_of_range(event) is None
