"""The walk in a real pseudo-terminal: what is seen, and what is in the log afterwards."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hingecli.coach.log.events import Pain
from hingecli.coach.log.sessions import Sitting, read_log, undo_step
from hingecli.store import EventLog

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals", allow_module_level=True)

pexpect = pytest.importorskip("pexpect", reason="pexpect drives the pseudo-terminal")
pyte = pytest.importorskip("pyte", reason="pyte is the screen behind it")

pytestmark = pytest.mark.deep

SOURCE = Path(__file__).parents[2] / "src"
DRIVER = Path(__file__).with_name("walkdriver.py")
SPEED = "25"
PATIENCE_S = 30.0
NEXT_PICTURE = "\x1b[H"
"""What a picture that redraws itself begins with."""
LAST = "undo: hinge undo"
"""What a walk prints last: what stands above it scrolls off a small window."""


def _as_from_a_shell() -> None:
    """Let the child hear what a shell lets it hear, also where these tests run under nohup."""
    for sent in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(sent, signal.SIG_DFL)


class Terminal:
    """A program in a pseudo-terminal, and the screen that a person would see."""

    def __init__(self, command: list[str], home: Path, *, rows: int = 24, cols: int = 80) -> None:
        env = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "HINGE_HOME": str(home),
            "HINGE_NOW": "2026-11-24T07:00:00+01:00",
            "TERM": "xterm-256color",
            "PYTHONPATH": str(SOURCE),
            "PYTHONIOENCODING": "utf-8",
        }
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
        while time.monotonic() < end:
            if all(words in self.text for words in wanted):
                return self.text
            if not self.look() and not self.read(0.05):
                break
        raise AssertionError(f"never saw {wanted}; the screen:\n{self.text}")

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


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture
def walk(home: Path) -> Iterator[Open]:
    opened: list[Terminal] = []

    def start(*words: str, rows: int = 24, cols: int = 80, speed: str = SPEED) -> Terminal:
        opened.append(Terminal([str(DRIVER), speed, *words], home, rows=rows, cols=cols))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.child.close(force=True)


def sittings(home: Path) -> tuple[Sitting, ...]:
    return read_log(EventLog(home).read().events).sittings


def counts(home: Path) -> list[tuple[int, int]]:
    (sitting,) = sittings(home)
    return [(record.clean_reps, record.reps) for record in sitting.sets]


def test_a_log_that_takes_nothing_gives_the_sets_back_as_a_line(walk: Open, home: Path) -> None:
    terminal = walk(speed="12")
    terminal.until("enter begin")
    terminal.press("\r")
    terminal.until("Set 1 of 3", "space miss")
    (home / "hinge.json").write_bytes(b"somebody else's")
    terminal.until("Rest")
    terminal.press("q")
    terminal.until("How many were clean?")
    terminal.press("9", "\r")
    terminal.until("Worst pain?")
    terminal.press("q")

    assert terminal.end() == 5
    shown = "".join(terminal.text.split("\n"))
    assert "Not saved. When that is mended: hinge log wall-hinge 9/10" in shown


def test_a_whole_session_with_misses_a_pause_and_answers(walk: Open, home: Path) -> None:
    terminal = walk(speed="12")
    terminal.until("Wall hinge", "3 sets × 10", "enter begin")
    terminal.press("\r")
    terminal.until("Set 1 of 3", "space miss")
    terminal.until("of 10")
    terminal.child.send(" 2")
    terminal.until("1 miss", "→")
    time.sleep(0.6)  # one rep further
    terminal.child.send(" ")
    terminal.until_flashed("Which?")
    terminal.press("p")
    terminal.until("paused", "2 misses")
    time.sleep(0.5)
    terminal.press("p")
    terminal.until("Rest", "8 of 10 clean.")
    terminal.press("s")
    terminal.until("Set 2 of 3")
    terminal.until("Rest", "10 of 10 clean?")
    terminal.press("7", "\r")
    terminal.until("7 of 10 clean.")
    terminal.until("Set 3 of 3")
    terminal.until("How many were clean?")
    terminal.press("\r")
    terminal.until("Worst pain?")
    terminal.press(*"2 knee", "\r")
    terminal.until("How hard was it?")
    terminal.press("6", "\r")
    terminal.until("Saved: wall hinge", "Tomorrow:", LAST)

    assert terminal.end() == 0
    assert counts(home) == [(8, 10), (7, 10), (10, 10)]
    (sitting,) = sittings(home)
    assert (sitting.pain, sitting.effort) == (Pain(score=2, where="knee"), 6)
    assert [(m.mistake, m.count) for m in sitting.mistakes] == [("lower-back-rounding", 1)]
    events = EventLog(home).read().events
    assert undo_step(events) == events


def test_the_screen_is_given_back_as_it_was(walk: Open) -> None:
    terminal = walk()
    terminal.until("enter begin")
    terminal.press("q")

    assert terminal.end() == 130
    assert terminal.raw.count("\x1b[?1049h") == terminal.raw.count("\x1b[?1049l") == 1
    assert terminal.raw.rstrip().endswith("nothing to keep.")


@pytest.mark.parametrize("key", ["q", "\x03"])
def test_leaving_in_the_middle_of_a_set_keeps_its_reps(walk: Open, home: Path, key: str) -> None:
    terminal = walk(speed="12")
    terminal.until("enter begin")
    terminal.press("\r")
    terminal.until("Set 1 of 3", "of 10")
    time.sleep(1.5)
    terminal.press(key)
    if key == "q":
        terminal.until("How many were clean?")
        terminal.press("q")
    terminal.until(LAST)

    assert terminal.end() == 0
    ((clean, reps),) = counts(home)
    assert 1 <= reps < 10
    assert clean == reps


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGHUP])
def test_a_killed_walk_has_its_finished_sets_in_the_log(
    walk: Open, home: Path, number: signal.Signals
) -> None:
    terminal = walk(speed="15")
    terminal.until("enter begin")
    terminal.press("\r")
    terminal.until("Rest")
    terminal.press("s")
    terminal.until("Set 2 of 3", "of 10")

    terminal.child.kill(number)

    assert terminal.end() == -number
    assert counts(home) == [(10, 10)]


def test_a_closed_terminal_keeps_the_finished_sets(walk: Open, home: Path) -> None:
    terminal = walk()
    terminal.until("enter begin")
    terminal.press("\r")
    terminal.until("Rest")

    terminal.child.close(force=False)

    assert counts(home) == [(10, 10)]


def test_a_request_to_end_gives_the_terminal_back(walk: Open, home: Path) -> None:
    terminal = walk()
    terminal.until("enter begin")
    terminal.press("\r")
    terminal.until("Rest")

    terminal.child.kill(signal.SIGTERM)
    terminal.until(LAST)

    assert terminal.end() == 0
    assert counts(home) == [(10, 10)]
    assert terminal.raw.count("\x1b[?1049l") == 1


def test_the_bell_rings_and_moves_nothing_on_the_screen(walk: Open) -> None:
    terminal = walk(speed="10")
    terminal.until("enter begin")
    terminal.press("\r")
    terminal.until("Set 1 of 3", "of 10")
    end = time.monotonic() + 2.0

    titles = set()
    while time.monotonic() < end:
        terminal.read(0.02)
        terminal.see_all()
        titles.add("".join(line[:1] for line in terminal.screen.display).count("W"))

    assert "\a" in terminal.raw
    assert titles == {1}


def test_the_picture_follows_the_window(walk: Open) -> None:
    keys = "space miss   p pause   b one rep back   s end the set   q stop and keep"
    terminal = walk()
    terminal.until("enter begin")
    terminal.press("\r")
    terminal.until("Set 1 of 3", "⠀⠀", "◆", keys)

    terminal.resize(24, 40)
    narrow = terminal.until("Set 1 of 3", "stop and keep")
    terminal.resize(24, 80)
    terminal.until("Set 1 of 3", "⠀⠀", keys)

    assert max(len(line) for line in narrow.split("\n")) <= 40


@pytest.mark.parametrize(("rows", "cols"), [(24, 40), (24, 80), (10, 30), (40, 120)])
def test_every_stage_fits_the_window(walk: Open, rows: int, cols: int) -> None:
    terminal = walk(rows=rows, cols=cols)
    terminal.until("Wall hinge", "begin")
    terminal.press("\r")
    terminal.until("Set 1 of 3", "miss")
    terminal.until("Rest", "seconds" if cols >= 40 else "Rest")
    terminal.press("q")
    terminal.until("How many")
    terminal.press("q")
    terminal.until(LAST)

    assert terminal.end() == 0


def test_plain_walks_in_lines_without_a_redraw(walk: Open, home: Path) -> None:
    terminal = walk("plain", rows=60)
    terminal.until("Enter begins, q stops.")
    terminal.press("\r")
    terminal.until("rep 3 of 10")
    terminal.press(" ")
    terminal.until("marked as a miss")
    terminal.until("Set over: 9 clean of 10.")
    terminal.press("q")
    terminal.until("Worst pain?")
    terminal.press("1", "\r")
    terminal.until("How hard was it?")
    terminal.press("q")
    terminal.until(LAST)

    assert terminal.end() == 0
    assert "\x1b" not in terminal.raw
    assert counts(home) == [(9, 10)]


def test_a_camera_is_counted_in(walk: Open) -> None:
    terminal = walk("film", "plain", rows=40)
    terminal.until("you get 10 s to start it", "Enter begins")
    terminal.press("\r")

    assert "\n10\n9\n8\n" in terminal.until("rep 1 of 10")


def test_without_a_terminal_the_plan_is_printed(home: Path) -> None:
    import subprocess

    env = {"HINGE_HOME": str(home), "PYTHONPATH": str(SOURCE), "PATH": os.environ["PATH"]}
    done = subprocess.run(
        [sys.executable, str(DRIVER), "1"],
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.startswith("Wall hinge: 3 sets of 10; 3 seconds down, 1 at the end, 1.5 up;")
    assert not (home / "hinge.json").exists()


def test_today_offers_the_walk_and_walks(home: Path) -> None:
    terminal = Terminal(["-m", "hingecli", "today", "--tempo", "0.3-0-0.3"], home, rows=30)
    terminal.until("Walk through it now?")
    terminal.press("\r")
    terminal.until("enter begin")
    terminal.press("\r")
    terminal.until("Set 1 of 3", "of 10", "space miss")
    time.sleep(6.5)
    terminal.press("q")
    terminal.until("How many were clean?")
    terminal.press("q")
    terminal.until("Saved: wall hinge", LAST)

    assert terminal.end() == 0
    assert len(counts(home)) == 1
