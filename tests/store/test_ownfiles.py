"""No export is ever written over the log, its copies, its snapshots or its lock."""

import os
from pathlib import Path

import pytest

from factories import Journal
from hingecli.store.ownfiles import own_file
from store.logs import file_bytes
from systems import needs_links

LOG = file_bytes(Journal().session(0, "wall 10"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    (home / "snapshots").mkdir(parents=True)
    (home / "hinge.json").write_bytes(LOG)
    (home / "hinge-LAPTOP.json").write_bytes(LOG)
    (home / "snapshots" / "1.json").write_bytes(LOG)
    return home


@pytest.mark.parametrize(
    "name",
    [
        "hinge.json",
        "hinge.json.bak",
        "hinge.lock",
        "hinge.json.damaged-1",
        "hinge.json.1f.tmp",
        "hinge (1).json",
        "hinge.sync-conflict-20260101-120000-ABCDEFG.json",
        "hinge-LAPTOP.json",
        "snapshots/1.json",
        "snapshots/new.csv",
        "snapshots/deep/er.csv",
        "../home/hinge.json",
        "./snapshots/../hinge.json.bak",
    ],
)
def test_what_is_the_logs_own_is_refused_whether_it_is_there_or_not(
    folder: Path, name: str
) -> None:
    assert own_file(folder / name, folder=folder) is not None


@pytest.mark.parametrize("name", ["hinge-export.json", "sets.csv", "diary.md", "hinge.csv"])
def test_other_files_beside_the_log_are_free(folder: Path, name: str) -> None:
    assert own_file(folder / name, folder=folder) is None


def test_a_folder_without_a_log_keeps_its_names_free_of_exports(tmp_path: Path) -> None:
    home = tmp_path / "none"

    assert own_file(home / "hinge.json", folder=home) is not None
    assert own_file(tmp_path / "hinge.json", folder=home) is None


def test_another_log_elsewhere_is_one_too(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "laptop.txt"
    other.write_bytes(LOG)

    assert own_file(other, folder=folder) == "a log of hinge"


@needs_links
def test_links_lead_to_the_same_answer(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to(folder / "hinge.json")
    os.link(folder / "hinge.json", tmp_path / "hard.json")
    (tmp_path / "way").symlink_to(folder)

    assert own_file(tmp_path / "link.json", folder=folder) is not None
    assert own_file(tmp_path / "hard.json", folder=folder) is not None
    assert own_file(tmp_path / "way" / "hinge.json.bak", folder=folder) is not None
    assert own_file(folder / "hinge.lock", folder=tmp_path / "way") is not None


@needs_links
def test_a_log_that_is_a_link_keeps_what_lies_beside_its_end(tmp_path: Path) -> None:
    home, cloud = tmp_path / "home", tmp_path / "cloud"
    home.mkdir()
    cloud.mkdir()
    (cloud / "hinge.json").write_bytes(LOG)
    (home / "hinge.json").symlink_to(cloud / "hinge.json")

    assert own_file(cloud / "hinge.json", folder=home) is not None
    assert own_file(cloud / "hinge.lock", folder=home) is not None
    assert own_file(cloud / "sets.csv", folder=home) is None
