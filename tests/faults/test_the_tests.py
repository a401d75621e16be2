"""The fault tests must fail against broken builds, or they prove nothing."""

import random
from pathlib import Path

import pytest

from faults.harness import Case, Hinge, LostError, Tally, copied, crowd, grown, judge, new_id
from faults.mounts import PowerDisk, need_root
from faults.powercuts import cut_after_logs
from faults.test_kills import killed

pytestmark = pytest.mark.deep


def test_a_build_without_the_lock_loses_sessions(tmp_path: Path, tally: Tally) -> None:
    for attempt in range(5):
        hinge = Hinge(tmp_path / f"home{attempt}", variant="no-lock")
        acknowledged, there = crowd(hinge, writers=8, each=2)
        tally.count("broken build: no lock")
        if there < acknowledged:
            return
    pytest.fail("eight writers at once lost nothing without a lock: they never met")


def test_tinydbs_own_storage_loses_sessions_in_a_crowd(tmp_path: Path, tally: Tally) -> None:
    for attempt in range(5):
        hinge = Hinge(tmp_path / f"home{attempt}", variant="tinydb")
        tally.count("broken build: TinyDB's storage, crowd")
        try:
            acknowledged, there = crowd(hinge, writers=4, each=3)
        except LostError:
            return
        if there < acknowledged:
            return
    pytest.fail("four writers at once lost nothing with TinyDB's own storage")


def test_tinydbs_own_storage_does_not_survive_kill_9(
    tmp_path: Path, long: bool, chance: random.Random, tally: Tally
) -> None:
    if not long:
        pytest.skip("shows another project's fault, in a minute or more: --faults-long asks for it")
    template = tmp_path / "template"
    before = grown(template, sessions=15_000)
    for _ in range(30):
        hinge = Hinge(copied(template, tmp_path / "home"), variant="tinydb")
        case = Case("log", ("log", "wall", "12", "--id", new_id()), ("session",))
        answer, midflight = killed(hinge, case, chance, aimed=True, within=0.002)
        tally.count("broken build: TinyDB's storage, kill -9", midflight=midflight)
        try:
            judge(hinge, before=before, adds=case.adds, answer=answer)
        except LostError:
            return
    pytest.fail("thirty kills did TinyDB's own storage no harm")


def test_a_build_without_the_folders_fsync_loses_sessions(
    tmp_path: Path, chance: random.Random, tally: Tally
) -> None:
    need_root()
    disk = PowerDisk(tmp_path / "image", tmp_path / "disk")
    try:
        for _ in range(10):
            lost = cut_after_logs(disk, chance, way="one copy", variant="no-folder-fsync")
            tally.count("broken build: no folder fsync", midflight=True)
            if lost:
                return
    finally:
        disk.off()
    pytest.fail("ten power cuts lost nothing without the folder's fsync")
