"""A disk that is really full, and power that is really cut."""

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from faults.harness import Hinge, Tally, check_listing, judge, new_id
from faults.mounts import PowerDisk, need_root, small_disk
from faults.powercuts import WAYS, cut_after_logs

pytestmark = pytest.mark.deep

LEVELS = (0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 24)
"""Pages of 4 kB that are left."""


@pytest.mark.parametrize("first_run", [True, False])
def test_a_full_disk_loses_nothing_before_and_after_room_is_made(
    first_run: bool, tmp_path: Path, long: bool, tally: Tally
) -> None:
    for level in LEVELS if long else LEVELS[:6]:
        with small_disk(tmp_path / f"disk{level}", kilobytes=256) as disk:
            hinge = Hinge(disk / "home")
            before = ()
            if not first_run:
                assert hinge.log().code == 0
                before = hinge.events()  # type: ignore[assignment]
            fill(disk / "filler", leave=level)
            id_ = new_id()

            answer = hinge.log(id_)
            judge(hinge, before=before, adds=("session",), answer=answer, next_log=False)
            assert answer.code in (0, 5)
            assert answer.code == 0 or str(hinge.home) in answer.err
            (disk / "filler").unlink()
            assert hinge.log(id_).code == 0

            added = check_listing(before, hinge.events())
            assert [event["id"] for event in added] == [id_]
            tally.count("a full disk", acknowledged=answer.code == 0)


def fill(filler: Path, *, leave: int) -> None:
    """Fill the disk but for some pages."""
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            pass
        size = file.seek(0, os.SEEK_END)
        file.truncate(max(0, size - leave * 4096))


@pytest.fixture
def power(tmp_path: Path) -> Iterator[PowerDisk]:
    """A disk whose power can be cut."""
    need_root()
    disk = PowerDisk(tmp_path / "image", tmp_path / "disk")
    yield disk
    disk.off()


def test_a_power_cut_takes_no_acknowledged_session(
    power: PowerDisk, sized: Callable[[int, int], int], chance: random.Random, tally: Tally
) -> None:
    for number in range(sized(8, 200)):
        way = WAYS[number % len(WAYS)]
        assert cut_after_logs(power, chance, way=way) == ()
        tally.count(f"power cuts: {way}", midflight=way == "in flight", acknowledged=True)
