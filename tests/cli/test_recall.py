"""What is remembered beside a long log makes no difference but time."""

import random
import shutil
from pathlib import Path

import pytest

from cli.running import Hinge, on
from hingecli import app as app_module
from hingecli.coach import engine


@pytest.fixture(autouse=True)
def _every_log_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app_module, "WORTH_REMEMBERING", 1)


def forget(home: Path) -> None:
    shutil.rmtree(home / "cache", ignore_errors=True)


@pytest.fixture
def folds(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many entries each whole fold of the log took."""
    counted: list[int] = []
    fold = engine.fold

    def counting(index, log, today):  # type: ignore[no-untyped-def]
        counted.append(len(log.entries))
        return fold(index, log, today)

    monkeypatch.setattr(engine, "fold", counting)
    return counted


def test_a_log_as_it_was_is_not_folded_again(hinge: Hinge, folds: list[int]) -> None:
    hinge("log", "wall", "3x10", now=on(1))
    first = hinge("today", "--json", now=on(2))
    folds.clear()

    again = hinge("today", "--json", now=on(2))

    assert again.out == first.out
    assert folds == []


def test_the_first_session_of_a_day_goes_on_from_what_is_remembered(
    hinge: Hinge, folds: list[int]
) -> None:
    hinge("log", "wall", "3x10", now=on(1))
    hinge("today", now=on(2))
    folds.clear()

    hinge("log", "wall", "3x10", now=on(2))
    hinge("today", now=on(2))

    assert folds == []


@pytest.mark.parametrize("seed", range(3))
def test_every_answer_is_that_of_the_whole_log(hinge: Hinge, home: Path, seed: int) -> None:
    draw = random.Random(seed)
    hinge("unlock", "kb", "--because", "I know it", now=on(1))
    hinge("unlock", "dowel", "--because", "I know it", now=on(1))
    for number in range(2, 20):
        words = draw.choice(
            (
                ("log", "wall", "20", "dowel", "3x10"),
                ("log", "kb", "3x8@16kg", "--pain", str(draw.choice((0, 3, 6)))),
                ("log", "wall", "8/10", "-d", "yesterday"),
                ("morning", str(draw.randint(0, 3))),
                ("undo",),
                ("redo",),
                ("pause",),
                ("resume",),
            )
        )
        now = on(number // 2 + 1, 7 + number % 2)
        hinge(*words, now=now)
        for asked in (("today", "--json"), ("progress", "--json"), ("why", "--json")):
            remembered = hinge(*asked, now=now).json
            forget(home)
            assert hinge(*asked, now=now).json == remembered, (number, words)


def test_a_damaged_memory_is_passed_over(hinge: Hinge, home: Path) -> None:
    hinge("log", "wall", "3x10", now=on(1))
    first = hinge("today", "--json", now=on(2)).out
    place = home / "cache" / "coach"
    held = bytearray(place.read_bytes())

    for at in (0, 70, 140, len(held) - 1):
        harmed = bytearray(held)
        harmed[at] ^= 0x20
        place.write_bytes(harmed)
        assert hinge("today", "--json", now=on(2)).out == first


def test_a_folder_that_cannot_hold_it_changes_nothing(hinge: Hinge, home: Path) -> None:
    hinge("log", "wall", "3x10", now=on(1))
    forget(home)
    (home / "cache").write_text("in the way")

    assert hinge("today", now=on(2)).code == 0
    assert hinge("log", "wall", "3x10", now=on(2)).code == 0


def test_an_earlier_day_is_not_told_from_a_later_memory(hinge: Hinge) -> None:
    hinge("log", "wall", "3x10", now=on(1))
    hinge("today", now=on(9))

    assert hinge("today", "--json", now=on(2)).json["date"] == on(2)[:10]


def test_notes_stay_in_the_log_alone(hinge: Hinge, home: Path) -> None:
    hinge("log", "wall", "3x10", "-n", "my own words", now=on(1))

    assert b"my own words" not in (home / "cache" / "coach").read_bytes()


def test_the_doctor_finds_nothing_wrong_with_it(hinge: Hinge) -> None:
    hinge("log", "wall", "3x10", now=on(1))

    assert hinge("doctor").code == 0
