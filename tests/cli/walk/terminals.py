"""A walk in a real pseudo-terminal: the program, its screen, and what is in its log."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hingecli.cli.walk.parts import SETTLE_S
from hingecli.coach.log.sessions import Sitting, read_log
from hingecli.store import EventLog

pexpect = pytest.importorskip("pexpect", reason="pexpect drives the pseudo-terminal")
pyte = pytest.importorskip("pyte", reason="pyte is the screen behind it")

SOURCE = Path(__file__).parents[3] / "src"
DRIVER = Path(__file__).with_name("walkdriver.py")
SPEED = "25"
UNHURRIED = "5"
"""So slow that a set takes eleven seconds: a busy machine presses a key in time."""
ONE_REP_S = 1.5
"""A little more than a rep takes at that speed."""
SETTLED_S = SETTLE_S / 5
"""How long a key waits to count, at the slowest speed of the driver."""
PATIENCE_S = 60.0
NEXT_PICTURE = "\x1b[H"
"""What a picture that redraws itself begins with."""
LAST = "undo: hinge undo"
"""What a walk prints last: what stands above it scrolls off a small window."""


def environment(home: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "HINGE_HOME": str(home),
        "HINGE_NOW": "2026-11-24T07:00:00+01:00",
        "TERM": "xterm-256color",
        "PYTHONPATH": str(SOURCE),
        "PYTHONIOENCODING": "utf-8",
    }


def hinge(*words: str, home: Path) -> None:
    """Run a command in another window."""
    subprocess.run(
        [sys.executable, "-m", "hingecli", *words],
        env=environment(home),
        capture_output=True,
        check=True,
    )


def _as_from_a_shell() -> None:
    """Let the child hear what a shell lets it hear, also where these tests run under nohup."""
    for sent in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(sent, signal.SIG_DFL)


class Terminal:
    """A program in a pseudo-terminal, and the screen that a person would see."""

    def __init__(self, command: list[str], home: Path, *, rows: int = 24, cols: int = 80) -> None:
        env = environment(home)
        self.child = pexpect.spawn(
            sys.executable,
            command,
            dimensions=(rows, cols),
            env=env,
            encoding="utf-8",
            codec_errors="replace",
            preexec_fn=_as_from_a_shell,
        )
        self.child.delaybeforesend = 0
        self.screen = pyte.Screen(cols, rows)
        self._stream = pyte.Stream(self.screen)
        self.raw = self._unseen = ""

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def read(self, seconds: float) -> bool:
        """Read for a moment; tell whether the program still runs."""
        try:
            more = self.child.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += more
        self._unseen += more
        return True

    def look(self) -> bool:
        """Take in the next picture of what was read; tell whether there was one.

        One picture at a time: a busy machine must not skip what was shown for a moment only.
        """
        if not self._unseen:
            return False
        end = self._unseen.find(NEXT_PICTURE, 1)
        end = len(self._unseen) if end < 0 else end
        self._stream.feed(self._unseen[:end])
        self._unseen = self._unseen[end:]
        return True

    def until(self, *wanted: str) -> str:
        """Read until the screen shows all of `wanted`; give the screen."""
        end = time.monotonic() + PATIENCE_S
        shown = self.text
        while not all(words in shown for words in wanted):
            if self.look():
                shown = self.text
            elif time.monotonic() > end or not self.read(0.05):
                raise AssertionError(f"never saw {wanted}; the screen:\n{shown}")
        return shown

    def until_flashed(self, words: str) -> None:
        """Read until `words` were on the screen, if only for a moment."""
        end = time.monotonic() + PATIENCE_S
        while words not in self.raw and time.monotonic() < end and self.read(0.05):
            pass
        assert words in self.raw

    def press(self, *keys: str) -> None:
        for key in keys:
            self.child.send(key)
            time.sleep(0.05)
            self.read(0.05)

    def see_all(self) -> None:
        """Take in all that was read."""
        while self.look():
            pass

    def resize(self, rows: int, cols: int) -> None:
        self.see_all()
        self.child.setwinsize(rows, cols)
        self.screen.resize(rows, cols)
        self.screen.erase_in_display(2)

    def end(self) -> int:
        """Wait for the end; give the exit code, negative for a signal."""
        end = time.monotonic() + PATIENCE_S
        while self.read(0.1) and time.monotonic() < end:
            pass
        self.see_all()
        self.child.close()
        return int(-self.child.signalstatus if self.child.signalstatus else self.child.exitstatus)


Open = Callable[..., Terminal]


def sittings(home: Path) -> tuple[Sitting, ...]:
    return read_log(EventLog(home).read().events).sittings


def counts(home: Path) -> list[tuple[int, int]]:
    (sitting,) = sittings(home)
    return [(record.clean_reps, record.reps) for record in sitting.sets]


def is_part_of_a_set(found: list[tuple[int, int]]) -> bool:
    """Return whether one set of some reps is there, all of them clean, and not all ten."""
    ((clean, reps),) = found
    return clean == reps and 1 <= reps < 10


def begin(terminal: Terminal) -> None:
    """Press Enter once the walk shows how to stand, and has done so for its moment."""
    terminal.until("enter begin")
    enter(terminal)


def leave(terminal: Terminal) -> int:
    """Leave in a rest or a set, and the questions at their first."""
    terminal.press("q")
    terminal.until("How many were clean?")
    terminal.press("q")
    terminal.until(LAST)
    return terminal.end()


def enter(terminal: Terminal, *, after: float = SETTLED_S) -> None:
    """Press Enter where it counts only once what is shown was shown for its moment."""
    time.sleep(after)
    terminal.press("\r")
