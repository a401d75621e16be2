"""kill -9 in the middle of every command that writes."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from faults.harness import (
    Answer,
    Case,
    Hinge,
    Tally,
    Template,
    cases,
    check_listing,
    copied,
    crowd,
    finish,
    judge,
)

pytestmark = pytest.mark.deep

KILLED = -signal.SIGKILL if hasattr(signal, "SIGKILL") else 1
"""The code of a killed process; 1 is what Windows gives it."""

NAMES = ("log", "edit", "undo", "delete", "import", "migration")


@pytest.mark.parametrize("name", NAMES)
def test_a_killed_command_is_done_or_not_done(
    name: str,
    template: Template,
    tmp_path: Path,
    sized: Callable[[int, int], int],
    chance: random.Random,
    tally: Tally,
) -> None:
    home, before = template
    case = next(case for case in cases(tmp_path, before) if case.name == name)

    for trial in range(sized(6, 300)):
        hinge = Hinge(copied(home, tmp_path / "home"), variant=case.variant)
        answer, midflight = killed(hinge, case, chance, aimed=trial % 3 != 0)
        judge(hinge, before=before, adds=case.adds, answer=answer)
        if case.retry and answer.code != 0:
            judge(hinge, before=before, adds=(*case.adds, "session"), answer=hinge.run(*case.words))
        tally.count(f"kill -9: {name}", midflight=midflight, acknowledged=answer.code == 0)


def test_the_lock_of_a_killed_holder_is_free(
    template: Template,
    tmp_path: Path,
    sized: Callable[[int, int], int],
    tally: Tally,
) -> None:
    home, before = template
    hinge = Hinge(copied(home, tmp_path / "home"))
    holder = (
        "import sys, time; from pathlib import Path; from hingecli.store.lock import locked\n"
        "with locked(Path(sys.argv[1])):\n print('held', flush=True); time.sleep(60)"
    )

    for _ in range(sized(3, 50)):
        process = subprocess.Popen(
            [sys.executable, "-c", holder, str(hinge.home)],
            env=hinge.environment,
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        process.kill()
        finish(process)
        assert crowd(hinge, writers=1, each=1) == (1, 1)
        tally.count("the lock's holder killed", midflight=True)
    check_listing(before, hinge.events())


def killed(
    hinge: Hinge, case: Case, chance: random.Random, *, aimed: bool, within: float = 0.004
) -> tuple[Answer, bool]:
    """Run and kill a command; tell whether it was writing.

    `aimed` waits for its first sign in the folder, and at most `within` seconds more.
    """
    held = watched(hinge.home)
    files = {path: path.read_bytes() for path in hinge.home.glob("hinge.json*")}
    process = hinge.start(*case.words)
    if aimed:
        deadline = time.monotonic() + 10
        while process.poll() is None and watched(hinge.home) == held:
            if time.monotonic() > deadline:
                break
        pause(chance.uniform(0, within))
    else:
        pause(chance.uniform(0.05, 0.4))
    process.kill()
    answer = finish(process)
    touched = watched(hinge.home) != held or any(
        path.read_bytes() != data for path, data in files.items()
    )
    return answer, answer.code == KILLED and touched


def watched(folder: Path) -> tuple[int, ...]:
    """Return what changes as soon as something in the folder is written."""
    found = []
    for path in (folder, folder / "hinge.json"):
        try:
            found.append(path.stat().st_mtime_ns)
        except FileNotFoundError:
            found.append(0)
    return tuple(found)


def pause(seconds: float) -> None:
    """Wait, more exactly than sleep does."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass
