"""`hinge film` in a real terminal: the look of one's own, the offer after a clip, Ctrl-C."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from cli.running import NOW, Hinge
from hingecli.coach.log.events import FilmReview, SessionEdited
from hingecli.store import EventLog
from motion.film.given import FOLDER
from systems import needs_a_terminal

pexpect = pytest.importorskip("pexpect", reason="pexpect drives the pseudo-terminal")

pytestmark = needs_a_terminal
TRACK = str(FOLDER / "clip-30.json.gz")


def start(home: Path, *words: str, columns: int = 80) -> Any:
    return pexpect.spawn(
        sys.executable,
        ["-m", "hingecli", "film", *words],
        env=os.environ | {"HINGE_HOME": str(home), "HINGE_NOW": NOW, "TERM": "xterm"},
        dimensions=(40, columns),
        encoding="utf-8",
        timeout=60,
    )


def code(child: Any) -> int:
    child.expect(pexpect.EOF)
    child.close()
    return int(child.exitstatus)


def answer(child: Any, *pairs: tuple[str, str]) -> None:
    for question, typed in pairs:
        child.expect(question)
        child.sendline(typed)


def test_a_look_of_ones_own_remembers_felt_and_saw_and_adds_what_was_seen(
    hinge: Hinge, home: Path
) -> None:
    hinge("log", "rdl", "2x10")

    child = start(home, "--drill", "rdl")
    child.expect("No clip yet\\? How to film: hinge learn film")
    answer(
        child,
        (r"How many reps are on the clip\? \[10\]", ""),
        (r"felt clean\? \[10\]", ""),
        ("hips go back before", "y"),
        ("shins near upright", "n"),
        (r"In how many reps\? \[1\]", "2"),
        ("same line as when you stand", "c"),
        ("heels stay down", "maybe"),
        ("y for yes, n for no", "y"),
        ("eyes on the floor", ""),
        ("finish tall", "n"),
        (r"In how many reps\?", "1"),
        (r"How many looked clean\? \[8\]", ""),
    )
    child.expect("Felt 10 clean, saw 8.")
    answer(child, (r"Add knees-forward:2, soft-lockout:1 to today's session\?", ""))
    child.expect("Added knees-forward:2, soft-lockout:1")

    assert code(child) == 0
    _, edited, look = EventLog(home).read().events
    assert isinstance(edited, SessionEdited)
    assert isinstance(look, FilmReview)
    assert look.cmd == edited.cmd
    assert (look.by, look.felt, look.saw) == ("own", 10, 8)
    assert [(one.question, one.answer, one.reps) for one in look.answers] == [
        ("hips-first", "yes", None),
        ("shins-upright", "no", 2),
        ("back-as-standing", "unseen", None),
        ("heels-down", "yes", None),
        ("eyes-ahead", "yes", None),
        ("finished-tall", "no", 1),
    ]
    assert [(one.mistake, one.count) for one in look.taken] == [
        ("knees-forward", 2),
        ("soft-lockout", 1),
    ]


@pytest.mark.deep
def test_without_a_yes_the_look_is_kept_and_the_session_left(hinge: Hinge, home: Path) -> None:
    hinge("log", "rdl", "8")

    child = start(home, "--felt", "6")
    answer(child, (r"reps are on the clip\? \[8\]", ""), ("hips go back", "n"))
    answer(child, ("In how many reps", "2"), ("shins", ""), ("same line", ""), ("heels", ""))
    answer(child, ("eyes", ""), ("tall", ""), ("looked clean", "5"), ("Add torso-first:2", "n"))

    assert code(child) == 0
    *_, look = EventLog(home).read().events
    assert isinstance(look, FilmReview)
    assert (look.felt, look.saw, look.taken) == (6, 5, ())
    assert hinge("history", "--json").json["sessions"][0]["mistakes"] == []


@pytest.mark.deep
@pytest.mark.parametrize("columns", [80, 40])
def test_who_leaves_in_the_middle_keeps_nothing(home: Path, columns: int) -> None:
    child = start(home, columns=columns)
    answer(child, ("reps are on", "5"), ("felt", "5"), ("chest", "q"))
    child.expect("nothing was saved")

    assert code(child) == 130
    assert not (home / "hinge.json").exists()


def test_what_a_clip_showed_is_added_after_a_yes(hinge: Hinge, home: Path) -> None:
    hinge("log", "rdl", "8")

    child = start(home, TRACK, "--drill", "rdl")
    child.expect("6 reps")
    answer(child, (r"today's\s+session\?\s+\[y/N\]", "y"))
    child.expect("Added knees-forward:1")

    assert code(child) == 0
    *_, look = EventLog(home).read().events
    assert isinstance(look, FilmReview)
    assert (look.by, look.saw, look.felt) == ("clip", 4, None)
    assert look.clip == "clip-30.json.gz"
    assert len(look.taken) == 3


@pytest.mark.deep
@pytest.mark.parametrize("word", ["", "n", "q"])
def test_without_a_yes_nothing_of_a_clip_is_written(hinge: Hinge, home: Path, word: str) -> None:
    hinge("log", "rdl", "8")

    child = start(home, TRACK, "--drill", "rdl")
    answer(child, (r"session\?", word))

    assert code(child) == 0
    assert len(EventLog(home).read().events) == 1


@pytest.mark.deep
def test_no_log_asks_nothing(hinge: Hinge, home: Path) -> None:
    hinge("log", "rdl", "8")

    child = start(home, TRACK, "--drill", "rdl", "--no-log")

    assert code(child) == 0
    assert "session?" not in child.before


def test_a_clip_without_the_extra_offers_ones_own_look(home: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import sys, importlib.util as util\n"
        "found = util.find_spec\n"
        "util.find_spec = lambda name, *more: None if name == 'cv2' else found(name, *more)\n"
    )
    child = pexpect.spawn(
        sys.executable,
        ["-m", "hingecli", "film", str(FOLDER / "clip.mp4")],
        env=os.environ
        | {"HINGE_HOME": str(home), "HINGE_NOW": NOW, "TERM": "xterm"}
        | {"PYTHONPATH": os.pathsep.join((str(tmp_path), os.environ.get("PYTHONPATH", "")))},
        dimensions=(40, 80),
        encoding="utf-8",
        timeout=60,
    )
    child.expect(r"\[film\]")
    answer(child, (r"Look at it yourself now\? \[Y/n\]", ""), ("reps are on the clip", "q"))

    assert code(child) == 130
