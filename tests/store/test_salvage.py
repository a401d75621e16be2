"""Bytes that no hinge writes are damage, and what can be read of them is salvaged."""

import pytest

from factories import Journal
from hingecli.store.codec import Contents, DamagedError, Format, decode, encode, read_meta, verify
from hingecli.store.migrations import Document
from hingecli.store.salvage import salvage
from store.logs import file_bytes, newer_format

TWO = Journal().session(0, "wall 20").session(1, "wall 12", note="words")


def resealed(data: bytes, *change: tuple[bytes, bytes]) -> bytes:
    """Change a file and give it the checksum of what it has become."""
    import hashlib

    for old, new in change:
        assert old in data
        data = data.replace(old, new)
    return data[:25] + hashlib.sha256(data[89:]).hexdigest().encode() + data[89:]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b'"kind":"session"', b'"kind":"poem"', "does not write"),
        (b'"count":2', b'"count":3', "instead of 3"),
        (b'"count":2', b'"count":"two"', "first table"),
        (b'"count":2', b'"count":2,"x":' + b"[" * 100_000 + b"]" * 100_000, "first table"),
        (b'"words"', b'"w\xffrds"', "does not write"),
    ],
)
def test_sealed_bytes_that_no_hinge_writes_are_damage(old: bytes, new: bytes, why: str) -> None:
    data = resealed(file_bytes(TWO), (old, new))

    with pytest.raises(DamagedError, match=why):
        decode(data, meta=verify(data), layout=Format())


def test_a_first_table_cut_short_is_damage() -> None:
    with pytest.raises(DamagedError):
        read_meta(file_bytes(TWO)[:95])


def test_an_older_file_changed_by_hand_is_salvaged_as_the_new_schema() -> None:
    def louder(document: Document) -> Document:
        rows = {key: {**row, "cmd": "moved"} for key, row in document["events"].items()}
        return {**document, "events": rows}

    data = file_bytes(TWO).replace(b'"words"', b'"WORDS"')
    found = salvage(data, layout=newer_format(louder))

    assert [event.cmd for event in found.contents.events] == ["moved", "moved"]
    assert found.whole


def test_a_file_that_lost_its_first_table_is_salvaged() -> None:
    data = b"{" + file_bytes(TWO).partition(b",\n")[2]

    found = salvage(data, layout=Format())

    assert found.contents.events == TWO.events
    assert (found.whole, found.seq) == (True, 0)


def test_an_empty_log_is_a_file_too() -> None:
    data = b"".join(encode(Contents(), generation=1, seq=0, layout=Format()))

    assert decode(data, meta=verify(data), layout=Format()) == Contents()
