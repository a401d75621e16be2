"""One fault of each kind, small enough for every run: the log outlives it."""

import random
from pathlib import Path

import pytest

from faults.damages import NAMED
from faults.harness import Case, Hinge, Template, copied, crowd, judge, new_id
from faults.test_kills import killed


def test_a_log_killed_while_it_writes_loses_nothing(
    template: Template, tmp_path: Path, chance: random.Random
) -> None:
    home, before = template

    for _ in range(3):
        hinge = Hinge(copied(home, tmp_path / "home"))
        case = Case("log", ("log", "wall", "12", "--id", new_id()), ("session",))
        answer, midflight = killed(hinge, case, chance, aimed=True)
        judge(hinge, before=before, adds=case.adds, answer=answer)
        if midflight:
            return


@pytest.mark.parametrize("name", ["hinge.json", "hinge.json.bak"])
def test_a_damaged_copy_loses_nothing(name: str, template: Template, tmp_path: Path) -> None:
    home, before = template
    hinge = Hinge(copied(home, tmp_path / "home"))
    file = hinge.home / name
    file.write_bytes(NAMED["cut in half"](file.read_bytes()))

    answer = hinge.log()

    judge(hinge, before=before, adds=("session",), answer=answer)
    assert answer.code == 0
    assert name in answer.err
    assert (hinge.home / "hinge.json.damaged-1").is_file()


def test_eight_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    assert crowd(Hinge(tmp_path / "home"), writers=8, each=1) == (8, 8)
