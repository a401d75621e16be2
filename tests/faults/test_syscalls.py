"""Every system call on the log's folder fails, or kills, one by one (strace injects it)."""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from faults.harness import (
    Answer,
    Case,
    Hinge,
    LostError,
    Tally,
    Template,
    cases,
    copied,
    finish,
    judge,
)

NAMES = ("log", "edit", "undo", "delete", "import", "migration")
ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS", "EINTR")
WRITERS = frozenset(
    {"openat", "write", "fsync", "rename", "fchmod", "unlink", "flock", "mkdir", "chmod"}
)
_CALL = re.compile(r"^(?:\[pid +\d+\] )?(\w+)\((.*)$")


def _strace_works() -> bool:
    if shutil.which("strace") is None:
        return False
    answer = subprocess.run(["strace", "-e", "trace=fsync", "true"], capture_output=True)
    return answer.returncode == 0


pytestmark = [
    pytest.mark.deep,
    pytest.mark.skipif(not _strace_works(), reason="strace is missing or may not trace here"),
]


def calls_on_the_folder(hinge: Hinge, case: Case, trace: Path) -> list[tuple[str, int]]:
    """Run the case once; list (system call, its count in the process) that touch the folder."""
    answer = hinge.run(*case.words, wrap=("strace", "-y", "-s", "256", "-o", str(trace)))
    if answer.code != 0:
        raise LostError(f"exit {answer.code}: {answer.err}")
    seen: Counter[str] = Counter()
    found = []
    for line in trace.read_text("utf-8", "replace").splitlines():
        call = _CALL.match(line)
        if call is None:
            continue
        seen[call[1]] += 1
        if str(hinge.home) in call[2]:
            found.append((call[1], seen[call[1]]))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_failing_or_killing_system_call_loses_nothing(
    name: str,
    template: Template,
    tmp_path: Path,
    long: bool,
    sized: Callable[[int, int], int],
    tally: Tally,
) -> None:
    home, before = template
    case = next(case for case in cases(tmp_path, before) if case.name == name)
    hinge = Hinge(tmp_path / "home", variant=case.variant)
    copied(home, hinge.home)
    calls = calls_on_the_folder(hinge, case, tmp_path / "trace")
    if not long:
        calls = [(call, count) for call, count in calls if call in WRITERS]
        calls = calls[:: 2 if name == "log" else 6]
    errors = [f"error={error}" for error in ERRORS]

    for number, (call, count) in enumerate(calls):
        some = errors if long else errors[number % 5 : number % 5 + 1]
        for fault in (*some, "signal=KILL"):
            copied(home, hinge.home)
            answer = injected(hinge, case, call, count, fault)
            again = long or fault == "signal=KILL"
            judge(hinge, before=before, adds=case.adds, answer=answer, next_log=again)
            tally.count(
                f"{call}: {name}" if long else f"system calls: {name}",
                midflight=fault == "signal=KILL",
                acknowledged=answer.code == 0,
            )


@pytest.mark.parametrize("fault", ["error=ENOSPC", "error=EACCES", "signal=KILL"])
def test_a_fault_in_the_first_run_loses_nothing(
    fault: str, tmp_path: Path, long: bool, tally: Tally
) -> None:
    case = Case("first log", ("log", "wall", "12"), ("session",))
    hinge = Hinge(tmp_path / "new" / "home")
    calls = calls_on_the_folder(hinge, case, tmp_path / "trace")
    calls = [(call, count) for call, count in calls if call in WRITERS]

    for call, count in calls if long else calls[::4]:
        shutil.rmtree(tmp_path / "new")
        answer = injected(hinge, case, call, count, fault)
        judge(hinge, before=(), adds=case.adds, answer=answer)
        tally.count("system calls: first log", acknowledged=answer.code == 0)


def injected(hinge: Hinge, case: Case, call: str, count: int, fault: str) -> Answer:
    """Run the case with one fault injected."""
    wrap = (
        "strace",
        "-o",
        "/dev/null",
        "-e",
        f"trace={call}",
        "-e",
        f"inject={call}:{fault}:when={count}",
    )
    return finish(hinge.start(*case.words, wrap=wrap))
