"""Damage to either copy loses nothing; damage to both is refused and nothing written."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from faults.damages import NAMED, random_damage
from faults.harness import Hinge, Tally, Template, copied, judge

pytestmark = pytest.mark.deep

COPIES = ("hinge.json", "hinge.json.bak")


@pytest.mark.parametrize("kind", NAMED)
def test_damage_to_one_copy_loses_nothing(
    kind: str,
    template: Template,
    tmp_path: Path,
    long: bool,
    tally: Tally,
) -> None:
    home, before = template
    which = COPIES if long else COPIES[sorted(NAMED).index(kind) % 2 :][:1]
    for name in which:
        hinge = Hinge(copied(home, tmp_path / "home"))
        damaged(hinge.home / name, NAMED[kind])

        answer = hinge.log()

        judge(hinge, before=before, adds=("session",), answer=answer, next_log=long)
        assert answer.code == 0
        assert name in answer.err
        assert (hinge.home / "hinge.json.damaged-1").is_file()
        tally.count("named damage to one copy", acknowledged=True)


@pytest.mark.parametrize("kind", NAMED)
def test_damage_to_both_copies_is_refused_and_no_byte_written(
    kind: str,
    template: Template,
    tmp_path: Path,
    tally: Tally,
) -> None:
    home, _ = template
    hinge = Hinge(copied(home, tmp_path / "home"))
    for name in COPIES:
        damaged(hinge.home / name, NAMED[kind])
    found = {name: (hinge.home / name).read_bytes() for name in COPIES}

    answer = hinge.log()

    assert answer.code == 5
    assert "Traceback" not in answer.err
    assert {name: (hinge.home / name).read_bytes() for name in COPIES} == found
    tally.count("named damage to both copies")


def test_random_damage_loses_nothing(
    template: Template,
    tmp_path: Path,
    sized: Callable[[int, int], int],
    chance: random.Random,
    tally: Tally,
) -> None:
    home, before = template
    for number in range(sized(24, 1000)):
        hinge = Hinge(copied(home, tmp_path / "home"))
        both = number % 4 == 3
        for name in COPIES if both else (COPIES[number % 2],):
            damaged(hinge.home / name, lambda data: random_damage(data, chance))
        found = {name: (hinge.home / name).read_bytes() for name in COPIES}

        answer = hinge.log()

        if both:
            assert answer.code == 5
            assert {name: (hinge.home / name).read_bytes() for name in COPIES} == found
        else:
            assert answer.code == 0, answer.err
            judge(hinge, before=before, adds=("session",), answer=answer, next_log=False)
        assert "Traceback" not in answer.err
        tally.count("random damage", acknowledged=answer.code == 0)


def damaged(path: Path, damage: Callable[[bytes], bytes]) -> None:
    """Damage a file, and make sure that it is."""
    data = path.read_bytes()
    bad = damage(data)
    assert bad != data
    path.write_bytes(bad)
