"""`hinge export`: the data in three shapes, to stdout or to a file."""

import errno
import json
import stat
from pathlib import Path

import pytest

from cli.running import Hinge
from systems import needs_modes


def test_json_is_a_schema_and_every_event(hinge: Hinge) -> None:
    hinge("log", "wall", "3x10")
    hinge("undo")

    answer = hinge("export")

    assert list(answer.json) == ["schema", "events"]
    assert answer.json["schema"] == 2
    assert [event["kind"] for event in answer.json["events"]] == ["session", "undone"]


def test_an_empty_log_exports_no_events(hinge: Hinge) -> None:
    assert hinge("export", "--json").json == {"schema": 2, "events": []}


def test_csv_has_a_row_for_every_set_that_counts(hinge: Hinge) -> None:
    hinge("log", "wall", "3x10")
    hinge("log", "wall", "20")
    hinge("undo")

    lines = hinge("export", "--format", "csv").out.splitlines()

    assert lines[0].startswith("session,date,at,drill,reps,clean,load_kg")
    assert len(lines) == 4


def test_markdown_is_a_diary(hinge: Hinge) -> None:
    hinge("log", "wall", "9/10", "-n", "felt good")

    out = hinge("export", "--format", "md").out

    assert "## 2026-11-23" in out
    assert "- wall-hinge: 9 clean of 10" in out
    assert "- note: felt good" in out


def test_a_file_is_written_whole(hinge: Hinge, tmp_path: Path) -> None:
    hinge("log", "wall", "3x10")
    file = tmp_path / "out.json"

    answer = hinge("export", "-o", str(file))

    assert (answer.code, answer.out) == (0, "")
    assert str(file) in answer.err
    assert json.loads(file.read_bytes()) == hinge("export").json


def test_the_file_may_stand_alone_and_a_shape_too(hinge: Hinge, tmp_path: Path) -> None:
    hinge("log", "wall", "3x10")
    file = tmp_path / "sets.csv"

    written = hinge("export", str(file))
    shape = hinge("export", "csv")
    twice = hinge("export", str(file), "-o", str(file))

    assert str(file) in written.err
    assert shape.out == file.read_text("utf-8")
    assert (twice.code, "write the file once" in twice.error) == (2, True)


@needs_modes
def test_a_file_is_written_private(hinge: Hinge, tmp_path: Path) -> None:
    hinge("log", "wall", "3x10")
    file = tmp_path / "out.json"

    hinge("export", "-o", str(file))

    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(("name", "why"), [("no/out.json", "no folder"), (".", "is a folder")])
def test_a_file_that_can_be_none_is_told_as_by_the_other_commands(
    hinge: Hinge, tmp_path: Path, name: str, why: str
) -> None:
    answer = hinge("export", "-o", str(tmp_path / name))

    assert answer.code == 2
    assert why in answer.error
    assert "-o" in answer.error


def test_a_file_that_cannot_be_written_is_exit_5(
    hinge: Hinge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("hingecli.store.files.replace_file", full)

    answer = hinge("export", "-o", str(tmp_path / "out.json"))

    assert answer.code == 5
    assert "out.json: No space left on device. Choose another -o FILE." in answer.error


def test_a_device_is_written_to_and_stays_a_device(hinge: Hinge) -> None:
    if not Path("/dev/null").is_char_device():
        pytest.skip("there is no /dev/null here")

    assert hinge("export", "-o", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(
    "name", ["hinge.json", "hinge.json.bak", "hinge.lock", "snapshots/1.json", "hinge-LAPTOP.json"]
)
def test_the_log_is_never_written_over(hinge: Hinge, home: Path, name: str) -> None:
    hinge("log", "wall", "3x10")
    (home / "snapshots").mkdir(exist_ok=True)
    (home / "hinge-LAPTOP.json").write_bytes((home / "hinge.json").read_bytes())
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}

    for shape in ((), ("--format", "csv"), ("--json",)):
        answer = hinge("export", "-o", str(home / name), *shape)
        assert (answer.code, "nothing is written over it" in answer.error) == (2, True)

    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("name", "words", "begins"),
    [
        ("x.csv", (), b"session,date"),
        ("x.CSV", (), b"session,date"),
        ("x.md", (), b"# Hip hinge"),
        ("x.json", (), b'{"schema"'),
        ("x", (), b'{"schema"'),
        ("x.csv", ("--format", "json"), b'{"schema"'),
        ("x.csv", ("--json",), b'{"schema"'),
    ],
)
def test_the_shape_follows_the_name_unless_it_is_told(
    hinge: Hinge, tmp_path: Path, name: str, words: tuple[str, ...], begins: bytes
) -> None:
    hinge("log", "wall", "3x10")

    hinge("export", "-o", str(tmp_path / name), *words)

    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_dash_is_standard_output(hinge: Hinge) -> None:
    assert hinge("export", "-o", "-").json["events"] == []
