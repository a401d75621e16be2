"""Folders that may not be written, links, folders in a file's place, every umask."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.harness import Answer, Hinge, Tally, Template, check_listing, copied, must
from systems import needs_modes

pytestmark = [pytest.mark.deep, needs_modes]


BINDING = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search")
"""Runs a program of root's so that modes bind it as they bind everybody."""


def bound(hinge: Hinge, *words: str) -> Answer:
    """Run as somebody whom modes bind."""
    return hinge.run(*words, wrap=BINDING if os.geteuid() == 0 else ())


@pytest.fixture
def owned(template: Template, tmp_path: Path) -> Iterator[Hinge]:
    """A log whose modes bind the one who runs hinge."""
    if os.geteuid() == 0 and shutil.which(BINDING[0]) is None:
        pytest.skip("modes do not bind root, and there is no setpriv to change that")
    hinge = Hinge(copied(template[0], tmp_path / "home"))
    yield hinge
    for path in (tmp_path, hinge.home):
        path.chmod(0o700)


def test_a_read_only_folder_is_read_and_writing_fails_with_exit_5(
    owned: Hinge, tally: Tally
) -> None:
    owned.home.chmod(0o500)
    before = {path: path.read_bytes() for path in owned.home.iterdir()}

    assert bound(owned, "history").code == 0
    answer = bound(owned, "log", "wall", "12")

    assert answer.code == 5
    assert str(owned.home) in answer.err
    assert {path: path.read_bytes() for path in owned.home.iterdir()} == before
    owned.home.chmod(0o700)
    must(bound(owned, "log", "wall", "12"))
    tally.count("a read-only folder")


def test_files_of_somebody_else_are_refused_and_untouched(owned: Hinge, tally: Tally) -> None:
    for path in owned.home.iterdir():
        path.chmod(0)
    answers = [bound(owned, *words) for words in (("history",), ("log", "wall", "12"))]

    assert [answer.code for answer in answers] == [5, 5]
    assert not any("Traceback" in answer.err for answer in answers)
    for path in owned.home.iterdir():
        path.chmod(0o600)
    must(bound(owned, "log", "wall", "12"))
    tally.count("files that may not be read")


def test_a_home_that_cannot_be_made_is_exit_5(owned: Hinge, tally: Tally) -> None:
    owned.home.parent.chmod(0o500)
    hinge = Hinge(owned.home.parent / "new" / "home")

    answer = bound(hinge, "log", "wall", "12")

    assert answer.code == 5
    assert str(hinge.home) in answer.err
    tally.count("a home that cannot be made")


@pytest.mark.parametrize("place", ["file", "parent"])
def test_a_file_in_the_homes_place_is_exit_5(place: str, tmp_path: Path, tally: Tally) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("mine")
    hinge = Hinge(blocked if place == "file" else blocked / "home")

    answer = hinge.log()

    assert answer.code == 5
    assert "Traceback" not in answer.err
    assert blocked.read_text() == "mine"
    tally.count("a file in the folder's place")


@pytest.mark.parametrize("name", ["hinge.json", "hinge.lock"])
def test_a_folder_in_a_files_place_is_exit_5_and_loses_nothing(
    name: str, template: Template, tmp_path: Path, tally: Tally
) -> None:
    home, before = template
    hinge = Hinge(copied(home, tmp_path / "home"))
    (hinge.home / name).unlink()
    (hinge.home / name).mkdir()

    answer = hinge.log()

    assert answer.code == 5
    assert "Traceback" not in answer.err
    check_listing(before, hinge.events())
    (hinge.home / name).rmdir()
    must(hinge.log())
    check_listing(before, hinge.events())
    tally.count("a folder in a file's place")


def test_a_linked_file_stays_a_link(template: Template, tmp_path: Path, tally: Tally) -> None:
    home, before = template
    hinge = Hinge(copied(home, tmp_path / "home"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (hinge.home / "hinge.json").rename(elsewhere / "log.json")
    (hinge.home / "hinge.json").symlink_to("../elsewhere/log.json")

    must(hinge.log())

    assert (hinge.home / "hinge.json").is_symlink()
    assert len(check_listing(before, hinge.events())) == 1
    assert (elsewhere / "log.json").read_bytes() == (hinge.home / "hinge.json.bak").read_bytes()
    tally.count("a linked file", acknowledged=True)


def test_a_link_in_a_circle_is_exit_5(tmp_path: Path, tally: Tally) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "hinge.json").symlink_to("hinge.json")

    answer = Hinge(home).log()

    assert answer.code == 5
    assert "Traceback" not in answer.err
    tally.count("a link in a circle")


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_modes_are_private_under_any_umask(umask: int, tmp_path: Path, tally: Tally) -> None:
    hinge = Hinge(tmp_path / "deep" / "home")
    for _ in range(2):
        must(hinge.run("log", "wall", "12", umask=umask))

    for path in (tmp_path / "deep", *(tmp_path / "deep").rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)
    assert len(hinge.events()) == 2
    tally.count("umasks", acknowledged=True)
