"""The bytes of a log file: what goes in comes out, and no changed byte goes unnoticed."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage

from factories import Journal
from hingecli.coach.log.events import SCHEMA
from hingecli.errors import LogError
from hingecli.store.codec import (
    Accepted,
    Contents,
    DamagedError,
    Format,
    UnwritableError,
    check_round_trip,
    decode,
    encode,
    splice,
    tables,
    verify,
)
from hingecli.store.storage import LogStorage
from store.logs import contents, events, file_bytes, write


@given(contents, st.lists(st.tuples(st.text("ab", min_size=1), st.text("01", min_size=1))))
def test_round_trip_is_identity(held: Contents, marks: list[tuple[str, str]]) -> None:
    accepted = tuple(Accepted(id=id_, sha256=sha) for id_, sha in marks)
    held = Contents(events=held.events, accepted=accepted)

    data = b"".join(encode(held, generation=7, seq=99, layout=Format()))
    meta = verify(data)

    assert decode(data, meta=meta, layout=Format()) == held
    assert (meta.generation, meta.seq, meta.count) == (7, 99, len(held.events))


@given(contents, st.lists(events, min_size=1, max_size=3).map(tuple))
def test_spliced_bytes_are_those_of_encoding_all(held: Contents, new: tuple) -> None:  # type: ignore[type-arg]
    old = b"".join(encode(held, generation=1, seq=1, layout=Format()))
    after = Contents(events=held.events + new, accepted=held.accepted)

    spliced = splice(old, new, contents=after, generation=2, seq=9)

    assert b"".join(spliced) == b"".join(encode(after, generation=2, seq=9, layout=Format()))


@given(st.data())
def test_any_changed_cut_or_added_byte_is_damage(data: st.DataObject) -> None:
    good = file_bytes(Journal().session(0, "wall 20", note="first"))
    place = data.draw(st.integers(0, len(good) - 1))
    change = data.draw(st.sampled_from(["flip", "cut", "drop", "double"]))
    bad = {
        "flip": good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :],
        "cut": good[:place],
        "drop": good[:place] + good[place + 1 :],
        "double": good[:place] + good[place : place + 1] + good[place:],
    }[change]

    if bad == good:
        return
    with pytest.raises(DamagedError):
        verify(bad)


@pytest.mark.parametrize("data", [b"", b"  \n", b"null", b"{}", b"[]", b"\x00" * 300])
def test_empty_and_null_are_damage_never_a_fresh_start(data: bytes) -> None:
    with pytest.raises(DamagedError):
        verify(data)


def test_the_file_is_one_that_tinydb_opens(tmp_path: Path) -> None:
    write(tmp_path, Journal().session(0, "wall 20").session(1, "wall 12"))

    with TinyDB(tmp_path / "hinge.json", access_mode="r") as database:
        assert database.tables() == {"_meta", "events"}
        assert [one["seq"] for one in database.table("events")] == [1, 2]
        assert database.table("_meta").all()[0]["schema"] == SCHEMA


def test_tinydb_over_our_storage_reads_and_writes_whole_files(tmp_path: Path) -> None:
    write(tmp_path, Journal().session(0, "wall 20", note="a").session(1, "wall 12"))

    with TinyDB(tmp_path / "hinge.json", storage=LogStorage) as database:
        database.table("events").remove(where("seq") == 2)

    data = (tmp_path / "hinge.json").read_bytes()
    assert verify(data).generation == 2
    assert [one["seq"] for one in tables(data)["events"].values()] == [1]


def test_our_storage_does_not_read_a_damaged_file(tmp_path: Path) -> None:
    (tmp_path / "hinge.json").write_bytes(b"null")

    with pytest.raises(LogError, match="damaged"):
        LogStorage(tmp_path / "hinge.json").read()


def test_the_tables_answer_queries_as_in_memory() -> None:
    data = file_bytes(Journal().session(0, "wall 20", pain=6).morning(1, 2))
    storage = MemoryStorage()  # type: ignore[no-untyped-call]
    storage.write(tables(data))

    found = TinyDB(storage=lambda: storage).table("events").search(where("kind") == "morning")

    assert [one["score"] for one in found] == [2]


def test_loads_stand_as_the_digits_that_were_typed() -> None:
    data = file_bytes(Journal().session(0, "kb 10 @15.87573295"))

    assert b'"load_kg":15.87573295' in data
    json.loads(data)


def test_text_that_no_encoding_writes_is_refused() -> None:
    with pytest.raises(UnwritableError, match="does not survive being written"):
        check_round_trip(Journal().session(0, "wall 20", note="\ud800").events)
