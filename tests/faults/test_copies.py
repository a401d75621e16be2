"""Copies put over each other, beside each other, or not to be written; answers nobody reads."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from faults.harness import (
    Hinge,
    Tally,
    Template,
    check_listing,
    copied,
    finish,
    must,
    new_id,
)
from systems import needs_a_unix_shell

pytestmark = pytest.mark.deep

CONFLICTS = (
    "hinge.sync-conflict-20260301-101500-7QXK4TZ.json",
    "hinge.json.sync-conflict-20260301-101500-7QXK4TZ.bak",
    "hinge (Anna's conflicted copy 2026-03-01).json",
    "hinge (laptop's conflicted copy 2026-03-01 (1)).json",
    "hinge (conflicted copy 2026-03-01 101500).json",
    "hinge_conflict-20260301-101500.json",
    "hinge (1).json",
)


def test_a_second_copy_that_cannot_be_written_is_a_warning_and_exit_0(
    template: Template, tmp_path: Path, tally: Tally
) -> None:
    home, before = template
    hinge = Hinge(copied(home, tmp_path / "home"))
    backup = hinge.home / "hinge.json.bak"
    backup.unlink()
    backup.mkdir()

    answer = hinge.log()

    assert answer.code == 0
    assert "hinge.json.bak" in answer.err
    assert len(check_listing(before, hinge.events())) == 1
    tally.count("the second copy cannot be written", acknowledged=True)


@pytest.mark.parametrize("name", ["hinge.json", "hinge.json.bak"])
def test_an_older_copy_put_back_loses_nothing(
    name: str, template: Template, tmp_path: Path, tally: Tally
) -> None:
    home, _ = template
    hinge = Hinge(copied(home, tmp_path / "home"))
    for _ in range(3):
        must(hinge.log())
    everything = hinge.events()

    shutil.copy(home / name, hinge.home / name)

    check_listing(everything, hinge.events())
    must(hinge.log())
    check_listing(everything, hinge.events())
    tally.count("an older copy put back", acknowledged=True)


@pytest.mark.parametrize("name", ["hinge.json", "hinge.json.bak"])
def test_another_machines_file_put_over_ours_loses_nothing(
    name: str, template: Template, tmp_path: Path, tally: Tally
) -> None:
    home, _ = template
    here, there = (Hinge(copied(home, tmp_path / side)) for side in ("here", "there"))
    must(here.log())
    must(there.log())
    ours, theirs = here.events(), there.events()

    shutil.copy(there.home / "hinge.json", here.home / name)

    check_listing((*ours, *theirs[-1:]), here.events())
    must(here.log())
    check_listing((*ours, *theirs[-1:]), here.events())
    tally.count("another machine's file put over ours", acknowledged=True)


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_conflict_copy_is_part_of_the_log_and_removed_once_absorbed(
    name: str, template: Template, tmp_path: Path, tally: Tally
) -> None:
    home, _ = template
    here, there = (Hinge(copied(home, tmp_path / side)) for side in ("here", "there"))
    must(here.log())
    must(there.log())
    every = (*here.events(), *there.events()[-1:])
    shutil.copy(there.home / "hinge.json", here.home / name)

    check_listing(every, here.events())
    assert name in must(here.run("doctor")).out
    assert (here.home / name).exists()
    must(here.log())
    must(here.run("doctor"))

    assert not (here.home / name).exists()
    check_listing(every, here.events())
    tally.count("conflict copies", acknowledged=True)


def test_two_machines_agree_whatever_the_order_of_merging(
    template: Template, tmp_path: Path, tally: Tally
) -> None:
    home, before = template
    here, there = (Hinge(copied(home, tmp_path / side)) for side in ("here", "there"))
    first = before[0]["id"]
    must(here.run("edit", first, "5/10"))
    must(there.run("delete", first))
    must(here.run("undo"))
    must(there.log())
    files = [tmp_path / "here.json", tmp_path / "there.json"]
    shutil.copy(here.home / "hinge.json", files[0])
    shutil.copy(there.home / "hinge.json", files[1])

    for _ in range(2):
        must(here.run("import", str(files[1]), "--apply"))
        must(there.run("import", str(files[0]), "--apply"))

    shown = [must(side.run("history", "--json")).out for side in (here, there)]
    assert shown[0] == shown[1]
    tally.count("two machines merged", acknowledged=True)


def test_an_export_brings_the_whole_log_to_an_empty_machine(
    template: Template, tmp_path: Path
) -> None:
    home, before = template
    here, there = Hinge(copied(home, tmp_path / "here")), Hinge(tmp_path / "there")
    must(here.run("edit", before[0]["id"], "5/10"))
    must(here.run("undo"))
    file = tmp_path / "export.json"
    must(here.run("export", "-o", str(file)))

    must(there.run("import", str(file), "--apply"))

    for words in (("progress", "--json"), ("history", "--json"), ("today", "--json")):
        assert must(here.run(*words)).out == must(there.run(*words)).out


def test_a_full_standard_output_after_the_save_is_exit_0(
    template: Template, tmp_path: Path, tally: Tally
) -> None:
    home, before = template
    hinge = Hinge(copied(home, tmp_path / "home"))
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    with open("/dev/full", "wb") as full:
        answer = finish(hinge.start("log", "wall", "12", stdout=full))

    assert answer.code == 0
    assert "Traceback" not in answer.err
    assert len(check_listing(before, hinge.events())) == 1
    tally.count("standard output fails after the save", acknowledged=True)


@pytest.mark.parametrize("words", [("log", "wall", "12"), ("history",), ("export",)])
def test_a_closed_pipe_is_exit_0(
    words: tuple[str, ...], template: Template, tmp_path: Path, tally: Tally
) -> None:
    home, before = template
    hinge = Hinge(copied(home, tmp_path / "home"))
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        answer = finish(hinge.start(*words, stdout=pipe))

    assert answer.code == 0
    assert "Traceback" not in answer.err
    assert len(check_listing(before, hinge.events())) == (words[0] == "log")
    tally.count("standard output fails after the save", acknowledged=True)


@needs_a_unix_shell
def test_closed_streams_lose_nothing(template: Template, tmp_path: Path) -> None:
    home, before = template
    hinge = Hinge(copied(home, tmp_path / "home"))
    line = " ".join((*hinge.program, "log", "wall", "12", "--id", new_id(), ">&- 2>&- <&-"))

    subprocess.run(["sh", "-c", line], env=hinge.environment, check=True)

    assert len(check_listing(before, hinge.events())) == 1


def test_a_newer_schema_is_refused_with_no_byte_changed(
    template: Template, tmp_path: Path, tally: Tally
) -> None:
    home, _ = template
    must(Hinge(copied(home, tmp_path / "home"), variant="migrating").log())
    hinge = Hinge(tmp_path / "home")
    before = {path: path.read_bytes() for path in hinge.home.rglob("*") if path.is_file()}

    for words in (("log", "wall", "12"), ("history",), ("today",), ("undo",), ("export",)):
        answer = hinge.run(*words)
        assert answer.code == 5
        assert "newer" in answer.err
        tally.count("a newer schema refused")

    assert {path: path.read_bytes() for path in hinge.home.rglob("*") if path.is_file()} == before


def test_the_refused_session_is_given_back_as_a_line_to_type(
    template: Template, tmp_path: Path
) -> None:
    home, _ = template
    hinge = Hinge(copied(home, tmp_path / "home"))
    for name in ("hinge.json", "hinge.json.bak"):
        (hinge.home / name).write_bytes(b"null")

    answer = hinge.run("log", "wall", "18/20", "-n", "a note")

    assert answer.code == 5
    assert "hinge log wall-hinge 18/20" in answer.err
