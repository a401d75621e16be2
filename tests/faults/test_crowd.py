"""Many processes at once on one log."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from faults.harness import Hinge, Tally, Template, check_listing, copied, crowd

pytestmark = pytest.mark.deep


@pytest.mark.parametrize(("writers", "small", "large"), [(2, 6, 200), (8, 3, 50)])
def test_processes_at_once_lose_nothing(
    writers: int,
    small: int,
    large: int,
    tmp_path: Path,
    sized: Callable[[int, int], int],
    tally: Tally,
) -> None:
    each = sized(small, large)

    acknowledged, there = crowd(Hinge(tmp_path / "home"), writers=writers, each=each)

    assert acknowledged == there == writers * each
    tally.trials[f"{writers} processes at once"] += writers * each
    tally.acknowledged[f"{writers} processes at once"] += acknowledged


def test_logs_edits_and_exports_at_once_lose_nothing(
    template: Template,
    tmp_path: Path,
    sized: Callable[[int, int], int],
    tally: Tally,
) -> None:
    home, before = template
    hinge = Hinge(copied(home, tmp_path / "home"))
    first = before[0]["id"]
    clean = itertools.cycle(range(100))

    def beside(number: int) -> tuple[str, ...]:
        edit = ("edit", first, f"{next(clean)}/99")
        return (edit, ("export",), ("export", "--format", "csv"))[number]

    acknowledged, there = crowd(hinge, writers=3, each=sized(3, 50), also=beside)

    added = check_listing(before, hinge.events())
    assert acknowledged == there == 3 * sized(3, 50)
    assert sum(event["kind"] == "session-edited" for event in added) == sized(3, 50)
    tally.trials["log, edit and export at once"] += len(added)
    tally.acknowledged["log, edit and export at once"] += len(added)
