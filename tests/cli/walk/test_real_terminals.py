"""The walk in a real pseudo-terminal: what is seen, and what is in the log afterwards."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals", allow_module_level=True)

from cli.walk.terminals import (
    DRIVER,
    LAST,
    Open,
    Terminal,
    begin,
    counts,
    enter,
    environment,
    hinge,
    leave,
    sittings,
)
from hingecli.cli.walk.parts import SETTLE_S
from hingecli.coach.log.events import Pain, ProfileSet, ToldOnce
from hingecli.coach.log.undo import undo_step
from hingecli.store import EventLog

pytestmark = pytest.mark.deep


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
        ("knees-cave-in", 4),  # of two sets: told once
    ]
    events = EventLog(home).read().events
    assert [event.answer for event in events if isinstance(event, ToldOnce)] == ["35 cm"]
    assert undo_step(events) == events


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
    enter(terminal)
    terminal.until("Set 1 of 3", "miss")
    terminal.until("Rest", "seconds")

    assert leave(terminal) == 0


def test_plain_walks_in_lines_without_a_redraw(walk: Open, home: Path) -> None:
    terminal = walk("plain", rows=60)
    terminal.until("Enter begins", "q stops.")
    enter(terminal)
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
    enter(terminal)

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
    enter(terminal, after=SETTLE_S)
    terminal.until("Set 1 of 3", "of 10", "space miss")
    terminal.until("How many were clean? [10]")

    assert leave(terminal) == 0
    assert len(counts(home)) == 1
