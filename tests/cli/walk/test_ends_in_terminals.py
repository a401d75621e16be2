"""How a walk ends early in a real terminal: what is kept, and that the terminal is given back."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals", allow_module_level=True)

import termios

from cli.walk.terminals import (
    LAST,
    ONE_REP_S,
    UNHURRIED,
    Open,
    Terminal,
    begin,
    counts,
    enter,
    hinge,
    is_part_of_a_set,
    leave,
    sittings,
)
from hingecli.cli.walk.parts import SETTLE_S
from hingecli.coach.log.events import Morning, Pain
from hingecli.store import EventLog

pytestmark = pytest.mark.deep


def test_a_log_that_takes_nothing_gives_the_sets_back_as_a_line(walk: Open, home: Path) -> None:
    terminal = walk(speed="12")
    begin(terminal)
    terminal.until("Set 1 of 3", "space miss")
    home.mkdir()
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
        enter(terminal)
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
    enter(terminal, after=SETTLE_S)
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


def test_pain_is_told_by_one_key_and_the_list_comes_first(walk: Open, home: Path) -> None:
    terminal = walk(speed=UNHURRIED)
    begin(terminal)
    terminal.until("Set 1 of 3", "of 10")
    time.sleep(ONE_REP_S)
    terminal.press("!")
    terminal.until("Emergency care now", "▲ chest pain", "enter none of these")
    enter(terminal)
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
    enter(terminal)
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
    enter(terminal)
    terminal.until("How much pain, and where?")
    terminal.press(*"6 back", "\r")
    terminal.until(LAST)

    assert terminal.end() == 0
    assert terminal.text.count("numbness in the saddle area") == 1
    assert "See a doctor soon" in terminal.text
    assert ("stands above" in terminal.text) is above
