"""Draws the README's pictures: python tests/pictures.py [card] [walk] [figures]

The card as it is printed, on dark and on light; a walk as it went in a terminal, at its pace (it
takes as long as it took); the drills' figures. Without a word it draws all of them.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from screenshot import DARK, LIGHT, Frame, moving, rows_of, still

IMAGES = Path(__file__).parent.parent / ".github" / "images"
BEFORE = (("setup", "--screen", "clear"), ("log", "wall", "15", "3x12", "-d", "2026-11-23"))
"""What was told before: there is nothing left to ask."""
NOW = "2026-11-24T07:30+00:00"
COLUMNS, ROWS = 80, 24
CARD = "hinge today"

WALK = "hinge today, on the way through the first set"
QUESTION_S = 60.0
FIRST_REP = re.compile(r"\bof 10\b")
"""What the screen says in a rep, and not before."""
LONGEST_COUNT_IN_S = 60.0
SETTLED_S = 1.5
"""From then on the walk takes the key that begins."""
BEFORE_S, REPS_S = 3.2, 11.0
"""So much is shown before the first rep begins, and of the reps: two of 5.5 s."""
APART_S = 0.09
"""Screens that follow nearer than this are one to the eye."""
WHOLE = 4
"""A screen with fewer rows is still being drawn."""
_OWN_SCREEN, _HOME = "\x1b[?1049h", "\x1b[H"


def main(wanted: list[str]) -> None:
    """Draw what is wanted, or everything."""
    if not wanted or "card" in wanted:
        for name, image in card_images().items():
            (IMAGES / name).write_text(image, "utf-8")
    if not wanted or "walk" in wanted:
        frames, until = walk()
        image = moving(frames, until=until, columns=COLUMNS, title=WALK)
        (IMAGES / "walk.svg").write_text(image, "utf-8")
        print(f"walk.svg: {len(frames)} frames, {until - frames[0].at:.1f} s, {len(image):,} bytes")
    if not wanted or "figures" in wanted:
        hinge("protocol", "draw", str(IMAGES / "figures"), home=tempfile.gettempdir())


def card_images() -> dict[str, str]:
    """Return the pictures of the card as it is printed now, by their files' names."""
    rows = rows_of(card())
    return {
        f"card-{name}.svg": still(rows, columns=COLUMNS, title=CARD, colours=colours)
        for name, colours in (("dark", DARK), ("light", LIGHT))
    }


def card() -> str:
    """Return what the card prints, with its colours."""
    with tempfile.TemporaryDirectory() as home:
        for words in BEFORE:
            hinge(*words, home=home)
        return hinge("today", home=home)


def walk() -> tuple[list[Frame], float]:
    """Walk in a terminal; return what it showed to the end of the second rep, and when that was."""
    with tempfile.TemporaryDirectory() as home:
        for words in BEFORE:
            hinge(*words, home=home)
        child = _start(home)
        child.expect("Walk", timeout=QUESTION_S)
        child.sendline("y")
        child.expect(re.escape(_OWN_SCREEN), timeout=QUESTION_S)
        time.sleep(SETTLED_S)
        child.send("\r")
        shown = _watched(child, LONGEST_COUNT_IN_S, until=FIRST_REP)
        first = time.monotonic()
        shown += _watched(child, REPS_S)
        child.close(force=True)
    return _frames(shown, since=first - BEFORE_S), first + REPS_S


def hinge(*words: str, home: str) -> str:
    """Run a command; return what it prints."""
    return subprocess.run(
        [sys.executable, "-m", "hingecli", *words],
        env=_environment(home),
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def _environment(home: str) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("HINGE_")}
    return clean | {
        "HINGE_HOME": home,
        "HINGE_NOW": NOW,
        "PYTHONUTF8": "1",
        "FORCE_COLOR": "1",
        "TERM": "xterm-256color",
        "COLUMNS": str(COLUMNS),
    }


def _start(home: str) -> Any:
    import pexpect  # type: ignore[import-untyped]

    environment = _environment(home)
    del environment["COLUMNS"]
    return pexpect.spawn(
        sys.executable,
        ["-m", "hingecli", "today", "--no-voice"],
        env=environment,
        dimensions=(ROWS, COLUMNS),
        encoding="utf-8",
    )


def _watched(
    child: Any, seconds: float, *, until: re.Pattern[str] | None = None
) -> list[tuple[float, str]]:
    """Return what the terminal was sent in the next seconds, or `until` it was, and when."""
    import pexpect

    end, seen = time.monotonic() + seconds, []
    while (left := end - time.monotonic()) > 0:
        try:
            seen.append((time.monotonic(), child.read_nonblocking(65536, timeout=left)))
        except pexpect.TIMEOUT:
            break
        if until is not None and until.search(seen[-1][1]):
            break
    return seen


def _frames(shown: list[tuple[float, str]], *, since: float) -> list[Frame]:
    """Part what was sent into screens: each begins at the upper left corner.

    What stood before `since` is there from then on.
    """
    frames: list[Frame] = []
    pending, begun = "", since
    for at, sent in shown:
        for n, part in enumerate(sent.split(_HOME)):
            if n:
                _add(frames, Frame(max(begun, since), rows_of(pending)[:ROWS]))
                pending, begun = "", at
            pending += part
    return frames


def _add(frames: list[Frame], frame: Frame) -> None:
    """Add a screen if it is a whole one and another; of two close together the later counts."""
    if sum(map(bool, frame.rows)) < WHOLE or (frames and frame.rows == frames[-1].rows):
        return
    if frames and frame.at - frames[-1].at < APART_S:
        frame = Frame(frames.pop().at, frame.rows)  # so the last one before the start begins it
    frames.append(frame)


if __name__ == "__main__":
    main(sys.argv[1:])
