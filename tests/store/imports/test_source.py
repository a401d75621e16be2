"""The bytes of a file: what they are, how many are read, and in which encoding."""

import io
import os
from pathlib import Path

import pytest

from hingecli.errors import LogError, UsageError
from hingecli.store.imports.decoding import decode
from hingecli.store.imports.grid import MOST_LINES, TextTable
from hingecli.store.imports.source import MOST_BYTES, SourceFile, kind_of, read_path, read_stream
from store.tables import csv, sessions, table
from systems import needs_named_pipes

ROWS = "date,drill,reps,note\n2026-01-05,wall,10,Übung\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (ROWS.encode(), ""),
        (ROWS.encode("utf-8-sig"), ""),
        (ROWS.encode("utf-16"), "It is UTF-16."),
        (b"\xfe\xff" + ROWS.encode("utf-16-be"), "It is UTF-16."),
        (ROWS.encode("utf-16-le"), "It is UTF-16."),
        (ROWS.encode("utf-16-be"), "It is UTF-16."),
        (
            ROWS.encode("cp1252"),
            "It is not UTF-8 (line 2, column 20): read as Windows-1252.",
        ),
    ],
)
def test_the_encodings_of_spreadsheets_are_read_and_told(data: bytes, said: str) -> None:
    (session,) = sessions(table(data))

    assert session.body.note == "Übung"
    assert decode("x", data).said == said


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"date,drill\n\x81\x8d\n", "line 2, column 1: neither UTF-8 nor Windows-1252"),
        (b"date,drill\n2026,\0wall\n", "line 2, column 6: a NUL byte"),
        (b"\xff\xfed\0a", "UTF-16 that breaks off"),
    ],
)
def test_bytes_that_are_no_text_are_refused_with_their_place(data: bytes, why: str) -> None:
    if why.startswith("UTF-16"):
        data += b"\0\0\xd8"
    with pytest.raises(UsageError, match=why):
        decode("x.csv", data)


@pytest.mark.parametrize(
    "data", [b'[{"date": "2026-01-05"}]', b"[", b'{"workouts": []}', b"{}", b"\xef\xbb\xbf [1]"]
)
def test_json_of_another_program_is_no_damaged_log(data: bytes) -> None:
    with pytest.raises(UsageError, match="is JSON of another program: export its data as CSV"):
        kind_of(SourceFile(name="a.json", data=data))


@pytest.mark.parametrize("data", [b'{"_meta": {', b'{"_meta": {}}', b"{", b'{"workouts": '])
def test_json_that_breaks_off_may_be_a_log(data: bytes) -> None:
    assert kind_of(SourceFile(name="a.json", data=data)) == "log"


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n \n", b"\0\0"])
def test_a_file_without_a_word_is_empty(data: bytes) -> None:
    with pytest.raises(UsageError, match=r"is empty|nothing but blanks"):
        kind_of(SourceFile(name="a.csv", data=data))


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("sets", b"date,drill,reps\n", "csv"),
        ("sets.txt", b"date;drill;reps\n", "csv"),
        ("sets.tsv", b"date", "csv"),
        ("sets.CSV", b"date", "csv"),
        ("sets.csv", "date\treps".encode("utf-16"), "csv"),
        ("hinge (1).json", b'{"_meta":{}}', "log"),
    ],
)
def test_a_table_is_known_by_its_name_or_its_first_line(name: str, data: bytes, kind: str) -> None:
    assert kind_of(SourceFile(name=name, data=data)) == kind


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \n\0", "nothing but blanks"),
        (b"\0" * 1000, "nothing but blanks"),
        (b"PK\x03\x04rest", "Excel workbook"),
        (b"\xd0\xcf\x11\xe0rest", "old Excel"),
        (b"\x1f\x8brest", "compressed"),
        (b"SQLite format 3\0", "database"),
        (b"%PDF-1.7", "PDF"),
        (b"<html>", "web page"),
        ('{"schema":2,"events":[]}'.encode("utf-16"), "UTF-16, as > writes it in PowerShell"),
        ('{"schema":2,"events":[]}'.encode("utf-16-le"), "hinge export -o"),
        (b'{"events":[' + b"{}," * 600_000 + b"{}]}", "more than hinge reads"),
    ],
)
def test_what_is_no_file_of_sets_is_named_for_what_it_is(data: bytes, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        kind_of(SourceFile(name="x.json", data=data))


def test_a_file_that_is_too_large_is_refused_with_its_size_unread(
    tmp_path: Path,
) -> None:
    file = tmp_path / "big.csv"
    with file.open("wb") as sparse:
        sparse.truncate(2_000_000_000)

    with pytest.raises(UsageError, match="2,000,000,000 bytes"):
        read_path(file)


def test_a_file_of_the_most_bytes_is_read_and_one_more_is_not(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(b" " * MOST_BYTES)
    assert len(read_path(file).data) == MOST_BYTES

    file.write_bytes(b" " * (MOST_BYTES + 1))
    with pytest.raises(UsageError, match="10,000,001 bytes"):
        read_path(file)


def test_a_stream_is_read_to_its_end_and_no_further_than_the_most() -> None:
    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            self.given += size
            return b"x" * size

    assert read_stream(io.BytesIO(b"abc"), name="standard input").data == b"abc"
    endless = Endless()
    with pytest.raises(UsageError, match="standard input has more than 10,000,000 bytes"):
        read_stream(endless, name="standard input")  # type: ignore[arg-type]
    assert endless.given < 2 * MOST_BYTES


@needs_named_pipes
def test_a_pipe_in_place_of_a_file_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "x.csv"
    os.mkfifo(pipe)

    with pytest.raises(LogError, match="hinge import - reads what is piped into it"):
        read_path(pipe)


def test_a_missing_file_is_a_usage_error_and_a_folder_one_of_the_log(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no file"):
        read_path(tmp_path / "none.csv")
    with pytest.raises(LogError, match="cannot read"):
        read_path(tmp_path)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_cells_are_parted_by_what_the_heading_is_parted_by(mark: str, end: str) -> None:
    text = f"date,drill,reps{end}2026-01-05,wall,10{end}".replace(",", mark)

    assert len(sessions(csv(text))) == 1


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", "\n\nsep=;", '"sep=;"', "sep=;;;;"])
def test_what_excel_says_of_its_delimiter_is_heard(first: str) -> None:
    text = f"{first}\ndate;drill;reps;note\n2026-01-05;wall;10;a, b, c\n"

    assert sessions(csv(text))[0].body.note == "a, b, c"


def test_a_tab_is_said_as_one_too() -> None:
    text = "sep=\t\ndate\tdrill\treps\tnote\n2026-01-05\twall\t10\ta, b; c\n"

    assert sessions(csv(text))[0].body.note == "a, b; c"


def test_a_heading_that_comes_again_is_no_row() -> None:
    text = "date,drill,reps\n2026-01-05,wall,10\n"

    found = csv(text + text.replace("05", "06"))

    assert (len(sessions(found)), found.rejected) == (2, ())


def test_quotes_within_a_text_cost_nothing() -> None:
    found = csv('date,drill,reps,note\n2026-01-05,wall,10,"said "go" twice"\n2026-01-06,wall,9,b\n')

    assert found.rejected == ()
    assert [session.body.sets[0].reps for session in sessions(found)] == [10, 9]
    assert "go" in (sessions(found)[0].body.note or "")


def test_a_table_of_more_lines_than_anyone_has_is_refused() -> None:
    with pytest.raises(UsageError, match=r"100,001 lines"):
        TextTable("x.csv", "a\n" * (MOST_LINES + 1))


def test_a_line_longer_than_any_row_is_refused_with_its_number() -> None:
    with pytest.raises(UsageError, match=r"line 2 has 1,000,001 characters"):
        TextTable("x.csv", "a,b\n" + "x" * 1_000_001)
