"""The walk in a real pseudo-terminal: what is seen, and what is in the log afterwards."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hingecli.coach.log.events import Morning, Pain, ProfileSet, ToldOnce
from hingecli.coach.log.sessions import Sitting, read_log
from hingecli.coach.log.undo import undo_step
from hingecli.store import EventLog

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals", allow_module_level=True)

import termios

pexpect = pytest.importorskip("pexpect", reason="pexpect drives the pseudo-terminal")
pyte = pytest.importorskip("pyte", reason="pyte is the screen behind it")

pytestmark = pytest.mark.deep

SOURCE = Path(__file__).parents[3] / "src"
DRIVER = Path(__file__).with_name("walkdriver.py")
SPEED = "25"
UNHURRIED = "5"
"""So slow that a set takes eleven seconds: a busy machine presses a key in time."""
ONE_REP_S = 1.5
"""A little more than a rep takes at that speed."""
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


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder of one's own the whole PATH, but for what a stand-in needs."""
    folder, needed = tmp_path / "bin", shutil.which("cat")
    folder.mkdir()
    assert needed
    (folder / "cat").symlink_to(needed)
    monkeypatch.setenv("PATH", str(folder))
    return folder


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
    time.sleep(0.2)
    terminal.press("\r")


def leave(terminal: Terminal) -> int:
    """Leave in a rest or a set, and the questions at their first."""
    terminal.press("q")
    terminal.until("How many were clean?")
    terminal.press("q")
    terminal.until(LAST)
    return terminal.end()


def test_a_log_that_takes_nothing_gives_the_sets_back_as_a_line(walk: Open, home: Path) -> None:
    terminal = walk(speed="12")
    begin(terminal)
    terminal.until("Set 1 of 3", "space miss")
    (home / "hinge.json").write_bytes(b"somebody else's")
    terminal.until("Rest")
    terminal.press("q")
    terminal.until("How many were clean?")
    terminal.press("9", "\r")
    terminal.until("What went wrong?")
    terminal.press("q")

    assert terminal.end() == 5
    shown = "".join(terminal.text.split("\n"))
    assert "Not saved. When that is mended: hinge log wall-hinge 9/10" in shown


def test_a_whole_session_with_misses_a_pause_and_answers(walk: Open, home: Path) -> None:
    terminal = walk(speed="12")
    terminal.until("Wall hinge", "3 sets × 10")
    begin(terminal)
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
    terminal.until("Rest", "How many were clean? [8]")
    terminal.press("\r")
    terminal.until("What went wrong?")
    terminal.press("1", "\r")
    terminal.until("8 of 10 clean.")
    terminal.press("s")
    terminal.until("Set 2 of 3")
    terminal.until("Rest", "How many were clean? [10]")
    terminal.press("7", "\r")
    terminal.until("What went wrong?")
    terminal.until("Set 3 of 3")
    terminal.until("How many were clean?", "of 10, set 3 of 3")
    terminal.press("\r")
    terminal.until("What went wrong?")
    terminal.press("1", "\r")
    terminal.until("Any pain?")
    terminal.press(*"2 knee", "\r")
    terminal.until("How far from the wall were your heels? [30 cm]")
    terminal.press(*"35", "\r")
    terminal.until("Saved: wall hinge", "Tomorrow:", LAST)

    assert terminal.end() == 0
    assert counts(home) == [(8, 10), (7, 10), (10, 10)]
    (sitting,) = sittings(home)
    assert sitting.pain == Pain(score=2, where="knee")
    assert str(sitting.distance_cm) == "35"
    assert [(m.mistake, m.count) for m in sitting.mistakes] == [
        ("lower-back-rounding", 1),
        ("knees-cave-in", 1),
        ("knees-cave-in", 3),
    ]
    events = EventLog(home).read().events
    assert [event.answer for event in events if isinstance(event, ToldOnce)] == ["35 cm"]
    assert undo_step(events) == events


def test_the_screen_is_given_back_as_it_was(walk: Open) -> None:
    terminal = walk()
    terminal.until("enter begin")
    terminal.press("q")

    assert terminal.end() == 130
    assert terminal.raw.count("\x1b[?1049h") == terminal.raw.count("\x1b[?1049l") == 1
    assert terminal.raw.rstrip().endswith("nothing to keep.")


@pytest.mark.parametrize("key", ["q", "\x03", "\x1c"])
def test_leaving_in_the_middle_of_a_set_keeps_its_reps(walk: Open, home: Path, key: str) -> None:
    terminal = walk(speed=UNHURRIED)
    begin(terminal)
    terminal.until("Set 1 of 3", "of 10")
    time.sleep(ONE_REP_S)
    terminal.press(key)
    if key == "q":
        terminal.until("How many were clean?")
        terminal.press("q")
    terminal.until(LAST)

    assert terminal.end() == 0
    assert is_part_of_a_set(counts(home))


def test_a_killed_walk_has_its_finished_sets_in_the_log(walk: Open, home: Path) -> None:
    terminal = walk(speed="15")
    begin(terminal)
    terminal.until("Rest")
    terminal.press("s")
    terminal.until("Set 2 of 3", "of 10")

    terminal.child.kill(signal.SIGKILL)

    assert terminal.end() == -signal.SIGKILL
    assert counts(home) == [(10, 10)]


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT, signal.SIGINT])
@pytest.mark.parametrize("words", [(), ("plain",)])
def test_a_signal_in_a_set_keeps_its_reps_and_gives_the_terminal_back(
    walk: Open, home: Path, number: signal.Signals, words: tuple[str, ...]
) -> None:
    terminal = walk(*words, speed=UNHURRIED, rows=60)
    if words:
        terminal.until("Enter begins")
        time.sleep(0.2)
        terminal.press("\r")
        terminal.until("rep 2 of 10")
    else:
        begin(terminal)
        terminal.until("Set 1 of 3", "of 10")
        time.sleep(ONE_REP_S)
    before = termios.tcgetattr(terminal.child.child_fd)[3]

    terminal.child.kill(number)
    terminal.until(LAST)
    after = termios.tcgetattr(terminal.child.child_fd)[3]

    assert terminal.end() == 0
    assert is_part_of_a_set(counts(home))
    assert not before & termios.ECHO
    assert after & termios.ECHO
    assert terminal.raw.count("\x1b[?1049h") == terminal.raw.count("\x1b[?1049l")


@pytest.mark.parametrize("words", [(), ("--plain",)])
def test_a_window_closed_in_the_middle_of_a_set_keeps_its_reps(
    home: Path, words: tuple[str, ...]
) -> None:
    """In the real program: what cannot be printed any more is no failure."""
    hinge("setup", "--screen", "clear", home=home)
    command = ["-m", "hingecli", "today", "--walk", "--tempo", "0.5-0-0.5", "--no-voice", *words]
    terminal = Terminal(command, home, rows=60)
    terminal.until("nter begin")
    time.sleep(1.2)
    terminal.press("\r")
    terminal.until("rep 2 of 10" if words else "of 10")
    time.sleep(0.0 if words else 2.0)

    terminal.child.ptyproc.fileobj.close()  # as a window does: no word, no key
    terminal.child.closed = True
    _, status = os.waitpid(terminal.child.pid, 0)

    assert os.waitstatus_to_exitcode(status) == 0
    assert is_part_of_a_set(counts(home))


def test_what_another_window_took_back_is_told_at_the_end(walk: Open, home: Path) -> None:
    terminal = walk(speed="12")
    begin(terminal)
    terminal.until("Rest", "How many")
    hinge("undo", home=home)
    terminal.press("s")
    terminal.until("Set 2 of 3", "of 10")
    terminal.until("Rest", "How many")

    assert leave(terminal) == 0
    shown = " ".join(terminal.text.split())
    assert "Saved: wall hinge 10 clean of 10." in shown
    assert "Taken back in another window: 1 set of this walk." in shown
    assert counts(home) == [(10, 10)]


def test_a_walk_that_is_taken_back_whole_says_so_and_how_to_have_it_again(
    walk: Open, home: Path
) -> None:
    terminal = walk()
    begin(terminal)
    terminal.until("Rest", "How many")
    hinge("undo", home=home)
    terminal.press("q")
    terminal.until("How many were clean?")
    terminal.press("q")
    code = terminal.end()

    shown = " ".join(terminal.text.split())
    assert code == 0
    assert "Saved" not in shown
    assert "Taken back: 1 set of this walk, in another window. The log has none of them." in shown
    assert "hinge redo brings them back." in shown
    assert sittings(home) == ()


def test_the_bell_rings_and_moves_nothing_on_the_screen(walk: Open) -> None:
    terminal = walk(speed="10")
    begin(terminal)
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
    keys = "space miss   p pause   ! pain   s end the set   b one rep back   q stop and keep"
    terminal = walk()
    begin(terminal)
    terminal.until("Set 1 of 3", "⠀⠀", "◆", keys)

    terminal.resize(24, 40)
    narrow = terminal.until("Set 1 of 3", "stop and keep")
    terminal.resize(24, 80)
    terminal.until("Set 1 of 3", "⠀⠀", keys)

    assert max(len(line) for line in narrow.split("\n")) <= 40


@pytest.mark.parametrize(("rows", "cols"), [(24, 40), (24, 80), (10, 30), (15, 40), (40, 120)])
def test_every_stage_fits_the_window(walk: Open, rows: int, cols: int) -> None:
    terminal = walk(rows=rows, cols=cols)
    terminal.until("Wall hinge", "begin")
    time.sleep(0.2)
    terminal.press("\r")
    terminal.until("Set 1 of 3", "miss")
    terminal.until("Rest", "seconds")

    assert leave(terminal) == 0


def test_plain_walks_in_lines_without_a_redraw(walk: Open, home: Path) -> None:
    terminal = walk("plain", rows=60)
    terminal.until("Enter begins", "q stops.")
    time.sleep(0.2)
    terminal.press("\r")
    terminal.until("rep 3 of 10")
    terminal.press(" ")
    terminal.until("marked as a miss")
    terminal.until("Set over: 9 clean of 10.")
    terminal.press("q")
    terminal.until("How many were clean? [9]")
    terminal.press("\r")
    terminal.until("What went wrong?")
    terminal.press("2", "\r")
    terminal.until("Any pain?")
    terminal.press("1", "\r")
    terminal.until("How far from the wall")
    terminal.press(*"a foot", "\r")
    terminal.until("a foot\nSaved:", LAST)

    assert terminal.end() == 0
    assert "\x1b" not in terminal.raw
    assert counts(home) == [(9, 10)]


def test_pain_is_told_by_one_key_and_the_list_comes_first(walk: Open, home: Path) -> None:
    terminal = walk(speed=UNHURRIED)
    begin(terminal)
    terminal.until("Set 1 of 3", "of 10")
    time.sleep(ONE_REP_S)
    terminal.press("!")
    terminal.until("Emergency care now", "▲ chest pain", "enter none of these")
    time.sleep(0.2)
    terminal.press("\r")
    terminal.until("How much pain, and where?")
    terminal.press(*"6 back", "\r")
    terminal.until(LAST)

    assert terminal.end() == 0
    (sitting,) = sittings(home)
    assert sitting.pain == Pain(score=6, where="low-back", where_told="back")


def test_pain_before_the_first_rep_is_kept_too(walk: Open, home: Path) -> None:
    terminal = walk()
    terminal.until("enter begin")
    terminal.press("!")
    terminal.until("Emergency care now")
    time.sleep(0.2)
    terminal.press("\r")
    terminal.until("How much pain, and where?")
    terminal.press(*"1 sharp", "\r")
    terminal.until("kept as 5", LAST)

    assert terminal.end() == 0
    (event,) = EventLog(home).read().events
    assert isinstance(event, Morning)
    assert event.score == 5


@pytest.mark.parametrize(("words", "above"), [(("plain",), True), ((), False)])
def test_lines_say_the_signs_of_an_emergency_once(
    walk: Open, words: tuple[str, ...], *, above: bool
) -> None:
    """A picture of them is gone when the answer comes: then it says them again."""
    terminal = walk(*words, rows=90)
    terminal.until("begin")
    terminal.press("!")
    terminal.until("new trouble with bladder", "none of these")
    time.sleep(0.2)
    terminal.press("\r")
    terminal.until("How much pain, and where?")
    terminal.press(*"6 back", "\r")
    terminal.until(LAST)

    assert terminal.end() == 0
    assert terminal.text.count("numbness in the saddle area") == 1
    assert "See a doctor soon" in terminal.text
    assert ("stands above" in terminal.text) is above


def test_the_set_up_says_the_distance_of_the_card(walk: Open, home: Path) -> None:
    hinge("log", "wall", "3x10", "--distance", "40cm", "--date", "yesterday", home=home)
    terminal = walk("plain", rows=60)

    terminal.until("Setup: Stand 40 cm from a wall, back to it.", "Enter begins")
    terminal.press("q")
    terminal.end()

    assert "a foot" not in terminal.text


def test_a_camera_is_counted_in(walk: Open) -> None:
    terminal = walk("film", "plain", rows=40)
    terminal.until("you get 10 s to start it", "Enter begins")
    time.sleep(0.2)
    terminal.press("\r")

    assert "\n10\n9\n8\n" in terminal.until("rep 1 of 10")
    terminal.until("rep 3 of 10")
    terminal.press("q")
    terminal.until("How many were clean?")
    terminal.press("q")
    terminal.until(LAST)

    assert terminal.end() == 0
    assert "You filmed it? hinge film guides your look at the clip." in terminal.text


SPOKEN = """
Wall hinge: 3 sets of 10.
Stand about a foot (30 cm) from a wall, back to it.
Feet hip-width; cross your arms on your chest.
Focus: Touch the wall with your hips, not your shoulders.
Press Enter, then get in place.
"""


@pytest.mark.parametrize("words", [("voice",), ("voice", "plain")])
def test_a_fresh_walk_is_heard_and_needs_no_key_from_begin_to_the_first_count(
    walk: Open, home: Path, words: tuple[str, ...], path: Path
) -> None:
    heard = path / "heard"
    for name in ("spd-say", "espeak-ng", "say"):
        script = f"#!/bin/sh\n{{ cat; echo; }} >> '{heard}'\n"
        (path / name).write_text(script)
        (path / name).chmod(0o755)
    (path / "spd-say").unlink()
    terminal = walk(*words, rows=60, speed="12")
    terminal.until("nter begin")
    time.sleep(1.0)  # let the set-up be heard
    terminal.press("\r")

    terminal.until("How many were clean?", "one number a set")
    assert counts(home) == [(10, 10)] * 3
    terminal.press(*"10 9 10", "\r")
    terminal.until("What went wrong?")
    terminal.press("\r")
    terminal.until("Any pain?")
    terminal.press("\r")
    terminal.until("How far from the wall")
    terminal.press("\r")
    terminal.until("Keep the voice next time?")
    terminal.press("\r")
    terminal.until(LAST)

    assert terminal.end() == 0
    assert counts(home) == [(10, 10), (9, 10), (10, 10)]
    said = heard.read_text().strip().split("\n")
    lines = SPOKEN.strip().split("\n")
    assert said[: len(lines)] == lines
    assert [text for text in ("Get in place.", "Down.", "5.", "Five more.", "10") if text in said]
    assert "That was the last one: 30 reps." in said
    (voice,) = [e.profile.voice for e in EventLog(home).read().events if isinstance(e, ProfileSet)]
    assert voice is True


def test_without_a_voice_the_walk_says_once_how_to_get_one(
    walk: Open, home: Path, path: Path
) -> None:
    terminal = walk("voice", rows=40)
    terminal.until("No voice here.")
    begin(terminal)
    terminal.until("Rest")
    assert leave(terminal) == 0

    again = walk("voice", rows=40)
    begin(again)

    assert "No voice here." not in again.raw


def test_without_a_terminal_the_plan_is_printed(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(DRIVER), "1"],
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.startswith("Wall hinge: 3 sets of 10; 3 seconds down, 1 at the end, 1.5 up;")
    assert not (home / "hinge.json").exists()


def test_today_offers_the_walk_and_walks(home: Path) -> None:
    terminal = Terminal(
        ["-m", "hingecli", "today", "--tempo", "0.3-0-0.3", "--no-voice"], home, rows=40
    )
    terminal.until("1 Chest pain")
    terminal.press("n", "\r")
    terminal.until("2 Trouble")
    terminal.press("n", "\r")
    terminal.until("Walk through it now?")
    terminal.press("\r")
    terminal.until("enter begin")
    time.sleep(1.1)
    terminal.press("\r")
    terminal.until("Set 1 of 3", "of 10", "space miss")
    terminal.until("How many were clean? [10]")

    assert leave(terminal) == 0
    assert len(counts(home)) == 1
