"""`hinge unlock`: a drill before its time, and never past pain or the readiness screen."""

import pytest

from cli.running import Hinge


def test_unlock_opens_with_a_mark_that_stays(hinge: Hinge) -> None:
    answer = hinge("unlock", "dowel", "--because", "my coach says so", "--plain")

    drill = hinge("progress", "--json").json["drills"][1]

    assert "Opened: dowel hinge" in answer.out
    assert (drill["status"], drill["override"]) == ("open", True)
    assert "my coach says so" in hinge("why", "dowel", "--plain").out


def test_a_reason_to_unlock_may_stand_behind_because(hinge: Hinge) -> None:
    answer = hinge("unlock", *["dowel", "because", "my", "coach", "says", "so"])

    assert "Unlocked: dowel hinge, because my coach says so." in answer.out


def test_unlock_asks_for_a_reason(hinge: Hinge) -> None:
    assert hinge("unlock", "dowel").code == 2
    assert hinge("unlock", "dowel", "because").code == 3
    assert hinge("unlock", "dowel", "--because", "  ").code == 2
    assert hinge("unlock", "dowel", "--because", "x" * 201).code == 2


def test_unlock_of_an_open_drill_changes_nothing(hinge: Hinge) -> None:
    answer = hinge("unlock", "wall", "--because", "x")

    assert answer.out == "The wall hinge is open already.\n"
    assert hinge("undo").out == "There is nothing to undo.\n"


@pytest.mark.parametrize("screen", ["unloaded", "stop"])
def test_unlock_never_passes_the_readiness_screen(hinge: Hinge, screen: str) -> None:
    hinge("setup", "--screen", screen)

    answer = hinge("unlock", "kb", "--because", "x")
    hinge("setup", "--cleared", "today")

    assert answer.code == 4
    assert "hinge setup --cleared" in answer.error
    assert hinge("unlock", "kb", "--because", "x").code == 0


@pytest.mark.parametrize("drill", ["wall", "dowel", "kb"])
def test_nothing_is_unlocked_while_a_hold_decides_the_day(hinge: Hinge, drill: str) -> None:
    hinge("log", "wall", "10", "--pain", "5")

    answer = hinge("unlock", drill, "--because", "x")

    assert answer.code == 4
    assert "safety hold" in answer.error


def test_a_hold_elsewhere_keeps_only_what_loads_that_place(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "5", "--where", "neck")

    assert hinge("unlock", "kb", "--because", "x").code == 4
    assert hinge("unlock", "dowel", "--because", "x").code == 0


def test_a_hold_of_the_shoulder_keeps_the_stick_behind_the_back_too(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "5", "--where", "shoulder")

    assert hinge("unlock", "dowel", "--because", "x").code == 4
