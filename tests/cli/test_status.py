"""`hinge` alone: one line on the day, one next command."""

from pathlib import Path

import pytest

from cli.running import Hinge, on


def test_a_new_machine_is_welcomed_with_one_next_command(hinge: Hinge, home: Path) -> None:
    answer = hinge()

    assert answer.code == 0
    assert answer.out.splitlines()[-1] == "Next: hinge today"
    assert not home.exists()


def test_hinge_alone_tells_the_day_and_one_next_command(hinge: Hinge) -> None:
    hinge("log", "wall", "3x10")

    assert "Done today: 30 clean reps" in hinge().out
    assert "Today: wall hinge 3 × 10" in hinge(now=on(2)).out
    assert hinge(now=on(2)).out.splitlines()[-1] == "Next: hinge today"


@pytest.mark.parametrize(
    ("words", "said", "following"),
    [
        (("pause",), "Paused.", "hinge resume"),
        (("log", "wall", "10", "--pain", "6"), "A gentle day.", "hinge morning"),
        (("log", "wall", "20"), "Today: dowel hinge 3 × 10", "hinge today"),
    ],
)
def test_hinge_alone_names_the_day_as_it_is(
    hinge: Hinge, words: tuple[str, ...], said: str, following: str
) -> None:
    hinge(*words, now=on(1))

    lines = hinge(now=on(2)).out.splitlines()

    assert said in lines[0]
    assert lines[-1] == f"Next: {following}"


def test_hinge_alone_says_how_far_the_next_drill_is(hinge: Hinge) -> None:
    hinge("log", "wall", "17")

    assert "Next to open: dowel hinge, best run 17 of 20." in hinge().out


def test_a_test_day_is_named_by_its_runs(hinge: Hinge) -> None:
    hinge("log", "3x10", now=on(1))
    hinge("log", "3x11", now=on(2))

    assert "up to 3 runs of 20" in hinge(now=on(3)).out
