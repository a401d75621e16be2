"""In a real terminal: prompts, Ctrl-C, and forty columns."""

import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from cli.running import NOW
from hingecli.coach.log.events import Session
from hingecli.store import EventLog
from sizes import in_depth
from systems import needs_a_terminal

pexpect = pytest.importorskip("pexpect", reason="pexpect drives the pseudo-terminal")

pytestmark = needs_a_terminal


def start(home: Path, *words: str, columns: int = 80) -> Any:
    return pexpect.spawn(
        sys.executable,
        ["-m", "hingecli", *words],
        env=os.environ | {"HINGE_HOME": str(home), "HINGE_NOW": NOW, "TERM": "xterm"},
        dimensions=(40, columns),
        encoding="utf-8",
        timeout=60,
        preexec_fn=as_from_a_shell,
    )


def as_from_a_shell() -> None:
    """Hear what a shell lets its programs hear, also where these tests run in its background."""
    for sent in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(sent, signal.SIG_DFL)


def code(child: Any) -> int:
    child.expect(pexpect.EOF)
    child.close()
    return int(child.exitstatus)


def interrupt(child: Any, answer: object) -> None:
    """Press Ctrl-C until it is answered: one that comes just before a read begins is not seen."""
    for _ in range(4):
        until_it_waits(child)
        child.sendintr()
        if child.expect([answer, pexpect.TIMEOUT], timeout=10) == 0:
            return
    pytest.fail(f"Ctrl-C is not answered by: {answer}")


def end_by(child: Any, number: int) -> int:
    """Send a signal until the program has ended; one just before a read begins is not seen."""
    for _ in range(4):
        until_it_waits(child)
        child.kill(number)
        if child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=10) == 0:
            return code(child)
    pytest.fail(f"signal {number} ends nothing")


def until_it_waits(child: Any) -> None:
    """Wait until the program has nothing to do but to read, where the system tells that."""
    stat = Path(f"/proc/{child.pid}/stat")
    until = time.monotonic() + child.timeout
    while stat.exists() and time.monotonic() < until:
        if stat.read_text().rpartition(") ")[2].startswith("S"):
            return
        time.sleep(0.01)


def test_ctrl_c_at_the_first_question_keeps_nothing_and_says_so(home: Path) -> None:
    child = start(home, "log")
    child.expect("What did you do")
    interrupt(child, "nothing was saved")

    assert code(child) == 130
    assert not (home / "hinge.json").exists()


@pytest.mark.parametrize("name", ["SIGHUP", *map(in_depth, ("SIGTERM", "SIGQUIT"))])
def test_a_window_closed_after_the_sets_keeps_them(home: Path, name: str) -> None:
    child = start(home, "log")
    child.expect("What did you do")
    child.sendline("wall 18/20")
    child.expect("Pain")
    end_by(child, getattr(signal, name))

    (event,) = EventLog(home).read().events
    assert isinstance(event, Session)
    assert event.body.sets[0].clean == 18


@pytest.mark.deep
def test_a_window_closed_at_the_first_question_keeps_nothing(home: Path) -> None:
    child = start(home, "log")
    child.expect("What did you do")

    assert end_by(child, signal.SIGHUP) == 130
    assert not (home / "hinge.json").exists()


def test_ctrl_c_after_the_sets_keeps_them_and_says_so(home: Path) -> None:
    child = start(home, "log")
    child.expect("What did you do")
    child.sendline("wall 18/20")
    child.expect("Pain")
    interrupt(child, "what you told so far is kept")
    child.expect("Saved")

    assert code(child) == 0
    assert len(EventLog(home).read().events) == 1


def test_ctrl_c_at_the_offer_of_the_walk_is_no_failure(home: Path) -> None:
    child = start(home, "today")
    for question in ("1 Chest", "2 Trouble"):
        child.expect(question)
        child.sendline("n")
    child.expect("Walk through it now")
    interrupt(child, pexpect.EOF)

    assert code(child) == 0


@pytest.mark.parametrize(
    "words",
    [
        ("today", "--no-walk"),
        ("log", "--help"),
        ("log", "wll", "3x10"),
        in_depth(()),
        in_depth(("progress",)),
        in_depth(("log", "3xx")),
        in_depth(("today", "--date", "2030-01-01")),
        in_depth(("undo",)),
        in_depth(("--plain", "today", "--no-walk")),
    ],
)
def test_nothing_is_wider_than_forty_columns(home: Path, words: tuple[str, ...]) -> None:
    child = start(home, *words, columns=40)
    text = child.read()

    assert max(len(_bare(line)) for line in text.splitlines()) <= 40


def _bare(line: str) -> str:
    import re

    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", line)
