"""Each schema is frozen; older files are led to the new one by pure functions, newer refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factories import Journal
from hingecli.coach.log.events import SCHEMA
from hingecli.errors import LogError
from hingecli.store import EventLog
from hingecli.store.codec import Format, decode, encode, verify
from hingecli.store.migrations import MIGRATIONS, Document, UnknownSchemaError, migrate
from hingecli.store.salvage import salvage
from store.logs import file_bytes, listing, paths, write

FROZEN = Path(__file__).parent / "frozen"
TWO = Journal().session(0, "wall 20", note="words").session(1, "wall 12")


def with_the_words_upper(document: Document) -> Document:
    """A made-up step to the schema after ours: every note in capitals."""
    events = {
        key: {**row, "body": {**row["body"], "note": row["body"]["note"].upper()}}
        if "note" in row.get("body", {})
        else row
        for key, row in document["events"].items()
    }
    return {**document, "events": events}


MADE_UP = Format(schema=SCHEMA + 1, migrations={SCHEMA: with_the_words_upper})


@pytest.mark.parametrize(("schema", "kinds", "events"), [(1, 14, 17), (2, 16, 22)])
def test_a_frozen_file_reads_as_ever(schema: int, kinds: int, events: int) -> None:
    data = (FROZEN / f"schema-{schema}.json").read_bytes()

    contents = decode(data, meta=verify(data), layout=Format())

    assert len({type(event) for event in contents.events}) == kinds
    assert len(contents.events) == events
    assert len(contents.accepted) == 1


def test_the_frozen_file_of_this_schema_is_written_as_ever() -> None:
    data = (FROZEN / f"schema-{SCHEMA}.json").read_bytes()
    meta = verify(data)
    contents = decode(data, meta=meta, layout=Format())

    written = encode(contents, generation=meta.generation, seq=meta.seq, layout=Format())

    assert b"".join(written) == data, "a change of what is written needs a new schema"


def test_every_event_of_schema_1_is_one_of_schema_2_to_the_byte(tmp_path: Path) -> None:
    old = (FROZEN / "schema-1.json").read_bytes()
    for path in paths(tmp_path):
        path.write_bytes(old)

    EventLog(tmp_path).append(lambda held: Journal(held).morning(40, 1).events[len(held) :])

    new = paths(tmp_path)[0].read_bytes()
    assert verify(new).schema == SCHEMA
    assert old.split(b"\n")[2:-3] == new.split(b"\n")[2 : len(old.split(b"\n")) - 3]
    assert (tmp_path / "snapshots").is_dir()


def test_hinge_0_1_refuses_a_log_of_schema_2_and_changes_no_byte(tmp_path: Path) -> None:
    for path in paths(tmp_path):
        path.write_bytes((FROZEN / "schema-2.json").read_bytes())
    before = listing(tmp_path)
    older = EventLog(tmp_path, layout=Format(schema=1, migrations={}))

    with pytest.raises(LogError, match="newer"):
        older.read()
    with pytest.raises(LogError, match="newer"):
        older.append(lambda held: Journal(held).morning(40, 1).events[len(held) :])

    assert listing(tmp_path) == before


def test_there_is_a_frozen_file_and_a_step_for_every_schema() -> None:
    assert set(MIGRATIONS) == set(range(1, SCHEMA))
    assert {path.name for path in FROZEN.iterdir()} == {
        f"schema-{number}.json" for number in range(1, SCHEMA + 1)
    }


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
        schema=SCHEMA + 1,
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
    assert verify(main.read_bytes()).schema == SCHEMA + 1
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
    (tmp_path / "hinge (1).json").write_bytes(file_bytes(TWO, schema=SCHEMA + 1))

    with pytest.raises(LogError, match="newer"):
        EventLog(tmp_path).read()
