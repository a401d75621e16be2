"""What was written once is frozen; older files are led on by pure functions, newer are refused."""

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from factories import Journal
from hingecli.coach.log.events import SCHEMA, AnyEvent
from hingecli.errors import LogError
from hingecli.store import EventLog
from hingecli.store.codec import Format, decode, encode, read_meta, verify
from hingecli.store.migrations import MIGRATIONS, Document, UnknownSchemaError, migrate
from hingecli.store.salvage import salvage
from store.logs import NEWER, file_bytes, listing, newer_format, paths, write

FROZEN = Path(__file__).parent / "frozen"
FIRST = FROZEN / "schema-1.json"
RELEASED = FROZEN / "schema-1-0.1.0.json"
"""Written by hinge 0.1.0 itself, one command after the other, with all that it could write."""
MIGRATED = FROZEN / "schema-2-from-0.1.0.json"
WHOLE = FROZEN / "schema-2.json"
KINDS_SINCE_SCHEMA_2 = ("FilmReview", "FilmAnswer", "ToldOnce")
FIELDS_SINCE_SCHEMA_2 = (
    *("SetRecord.warmup", "SetRecord.variant", "SetRecord.range", "Pain.where_told"),
    *("SessionBody.distance_unit", "Imported.format", "Imported.digest"),
    *("Profile.without", "Profile.deadlift_kg", "Profile.voice"),
)
SCHEMA_1 = Format(schema=1, migrations={})
"""What a hinge knows that was made before schema 2."""
TWO = Journal().session(0, "wall 20", note="words").session(1, "wall 12")


def with_the_words_upper(document: Document) -> Document:
    """A made-up step: every note in capitals."""
    events = {
        key: {**row, "body": {**row["body"], "note": row["body"]["note"].upper()}}
        if "note" in row.get("body", {})
        else row
        for key, row in document["events"].items()
    }
    return {**document, "events": events}


MADE_UP = newer_format(with_the_words_upper)


def read(path: Path, *, layout: Format | None = None) -> tuple[AnyEvent, ...]:
    data = path.read_bytes()
    return decode(data, meta=verify(data), layout=layout or Format()).events


def written(path: Path) -> bytes:
    """Return the file that the contents of the one at `path` make today."""
    data = path.read_bytes()
    meta = verify(data)
    contents = decode(data, meta=meta, layout=Format())
    return b"".join(encode(contents, generation=meta.generation, seq=meta.seq, layout=Format()))


def said(value: object) -> set[str]:
    """Return the fields, as `Type.field`, that say something anywhere in `value`."""
    if isinstance(value, tuple):
        return {name for item in value for name in said(item)}
    if not isinstance(value, msgspec.Struct):
        return set()
    found: set[str] = set()
    for field in msgspec.structs.fields(value):
        here = getattr(value, field.name)
        if field.required or here != field.default:
            found |= {f"{type(value).__name__}.{field.name}"} | said(here)
    return found


def sayable() -> set[str]:
    """Return all fields that events can have."""
    found: set[str] = set()
    waiting = [msgspec.inspect.type_info(AnyEvent)]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, msgspec.inspect.StructType):
            found |= {f"{kind.cls.__name__}.{field.name}" for field in kind.fields}
            waiting += [field.type for field in kind.fields]
        elif isinstance(kind, msgspec.inspect.UnionType):
            waiting += kind.types
        elif isinstance(kind, msgspec.inspect.VarTupleType):
            waiting.append(kind.item_type)
    return found


def test_the_first_frozen_file_reads_as_ever() -> None:
    data = FIRST.read_bytes()

    contents = decode(data, meta=verify(data), layout=Format())

    assert len({type(event) for event in contents.events}) == 14
    assert len(contents.events) == 17
    assert len(contents.accepted) == 1


def test_what_the_first_release_wrote_has_all_that_it_could_write_and_reads_as_ever() -> None:
    data = RELEASED.read_bytes()

    contents = decode(data, meta=verify(data), layout=Format())

    assert said(contents.events) == {
        name
        for name in sayable()
        if name not in FIELDS_SINCE_SCHEMA_2 and not name.startswith(KINDS_SINCE_SCHEMA_2)
    }
    assert len(contents.events) == 21
    assert len(contents.accepted) == 1


def test_the_frozen_file_of_this_schema_has_all_that_can_be_written() -> None:
    assert said(read(WHOLE)) == sayable(), "a new field or kind needs a new schema"


def test_the_frozen_file_of_this_schema_is_written_as_ever() -> None:
    assert written(WHOLE) == WHOLE.read_bytes(), "a change of what is written needs a new schema"


@pytest.mark.parametrize("path", [FIRST, RELEASED], ids=lambda path: str(path.stem))
def test_the_step_to_schema_2_changes_no_event(path: Path) -> None:
    kept = path.read_bytes().partition(b'"events":')[2]

    assert written(path).partition(b'"events":')[2] == kept


def test_the_migrated_file_is_written_as_ever() -> None:
    assert written(RELEASED) == MIGRATED.read_bytes()
    assert read(MIGRATED) == read(RELEASED)


def test_there_is_a_frozen_file_and_a_step_for_every_schema() -> None:
    frozen = {read_meta(path.read_bytes()).schema for path in FROZEN.iterdir()}

    assert set(MIGRATIONS) == set(range(1, SCHEMA))
    assert frozen == set(range(1, SCHEMA + 1))


@pytest.mark.parametrize("path", [MIGRATED, WHOLE], ids=lambda path: str(path.stem))
def test_a_hinge_of_schema_1_refuses_a_log_of_schema_2_with_no_byte_changed(
    tmp_path: Path, path: Path
) -> None:
    for copy in paths(tmp_path):
        shutil.copy(path, copy)
    before = listing(tmp_path)
    older = EventLog(tmp_path, layout=SCHEMA_1)

    with pytest.raises(LogError, match="newer"):
        older.read()
    with pytest.raises(LogError, match="newer"):
        older.append(lambda held: TWO.events)
    with pytest.raises(LogError, match="newer"):
        older.rebuild(lambda held: (held, TWO.events), damaged=True)

    assert listing(tmp_path) == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["hinge.json", "hinge.json.bak"]


def test_a_log_of_the_first_release_is_migrated_when_it_is_written(tmp_path: Path) -> None:
    for copy in paths(tmp_path):
        shutil.copy(RELEASED, copy)
    before = listing(tmp_path)

    held = EventLog(tmp_path).read().events
    untouched = listing(tmp_path)
    new = Journal().session(0, "wall 20", id="new", seq=100).events
    EventLog(tmp_path).append(lambda known: new)

    main, backup = paths(tmp_path)
    assert untouched == before
    assert verify(main.read_bytes()).schema == 2
    assert main.read_bytes() == backup.read_bytes()
    assert read(main) == (*held, *new)
    assert (tmp_path / "snapshots" / "20.json").read_bytes() == RELEASED.read_bytes()


def test_the_snapshot_of_copies_that_differ_holds_the_events_of_all(tmp_path: Path) -> None:
    main, backup = paths(tmp_path)
    more = TWO.session(2, "wall 13")
    main.write_bytes(file_bytes(TWO, schema=1))
    backup.write_bytes(file_bytes(more, schema=1))

    EventLog(tmp_path).append(lambda held: more.morning(3, 0).events[3:])

    assert read(tmp_path / "snapshots" / "1.json") == more.events


def test_a_file_of_the_last_schema_is_read_as_the_new_one(tmp_path: Path) -> None:
    write(tmp_path, TWO)

    events = EventLog(tmp_path, layout=MADE_UP).read().events

    assert [event.body.note for event in events] == ["WORDS", None]  # type: ignore[union-attr]


def test_a_migration_keeps_every_digit_of_a_load(tmp_path: Path) -> None:
    load = "15.8757329512345678901"
    write(tmp_path, Journal().session(0, f"kb 8 @{load}"))

    event = EventLog(tmp_path, layout=MADE_UP).read().events[0]

    assert str(event.body.sets[0].load_kg) == load  # type: ignore[union-attr]


def test_a_step_may_make_one_event_of_two(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    fewer = Format(
        schema=NEWER,
        migrations={
            SCHEMA: lambda document: {**document, "events": {"1": document["events"]["2"]}}
        },
    )

    assert len(EventLog(tmp_path, layout=fewer).read().events) == 1


def test_reading_an_older_schema_changes_no_byte(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    before = listing(tmp_path)

    EventLog(tmp_path, layout=MADE_UP).read()

    assert listing(tmp_path) == before


def test_the_first_write_keeps_a_snapshot_and_writes_the_new_schema(tmp_path: Path) -> None:
    write(tmp_path, TWO)

    new = TWO.morning(2, 0).events[2:]
    EventLog(tmp_path, layout=MADE_UP).append(lambda held: new)

    main, backup = paths(tmp_path)
    assert verify(main.read_bytes()).schema == NEWER
    assert main.read_bytes() == backup.read_bytes()
    assert len(EventLog(tmp_path, layout=MADE_UP).read().events) == 3
    assert (tmp_path / "snapshots" / "1.json").is_file()


def test_after_the_migration_the_older_hinge_refuses_the_log(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    EventLog(tmp_path, layout=MADE_UP).append(lambda held: TWO.morning(2, 0).events[2:])
    before = listing(tmp_path)

    with pytest.raises(LogError, match="newer"):
        write(tmp_path, TWO.morning(3, 0))

    assert listing(tmp_path) == before


def test_copies_of_two_schemas_are_one_log(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    _, backup = paths(tmp_path)
    old = backup.read_bytes()
    EventLog(tmp_path, layout=MADE_UP).append(lambda held: TWO.morning(2, 0).events[2:])
    backup.write_bytes(old)

    assert len(EventLog(tmp_path, layout=MADE_UP).read().events) == 3


def test_steps_run_in_order_and_a_missing_one_is_an_error() -> None:
    def step(number: int) -> Callable[[Document], Document]:
        return lambda document: {
            "events": {"1": {"id": document["events"]["1"]["id"] + str(number)}}
        }

    led = migrate({"events": {"1": {"id": ""}}}, found=1, wanted=3, steps={1: step(1), 2: step(2)})

    assert led["events"]["1"]["id"] == "12"
    with pytest.raises(UnknownSchemaError):
        migrate({}, found=1, wanted=2, steps={})


@pytest.mark.parametrize("schema", [0, -1])
def test_a_log_of_a_schema_that_never_was_is_damage(tmp_path: Path, schema: int) -> None:
    for path in paths(tmp_path):
        path.write_bytes(file_bytes(TWO, schema=schema))

    with pytest.raises(LogError, match=f"damaged: it says schema {schema}"):
        EventLog(tmp_path).read()


def test_what_a_log_of_a_schema_that_never_was_holds_is_salvaged() -> None:
    found = salvage(file_bytes(TWO, schema=0), layout=Format())

    assert found.contents.events == TWO.events


def test_a_conflict_copy_of_a_newer_hinge_is_refused_too(tmp_path: Path) -> None:
    write(tmp_path, TWO)
    (tmp_path / "hinge (1).json").write_bytes(file_bytes(TWO, schema=NEWER))

    with pytest.raises(LogError, match="newer"):
        EventLog(tmp_path).read()
