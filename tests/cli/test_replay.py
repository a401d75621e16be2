"""`hinge replay`: the own log under another protocol, with nothing written."""

from pathlib import Path
from shutil import copytree

import pytest

from cli.running import Hinge, on
from hingecli.content import bundled


@pytest.fixture
def easier(tmp_path: Path) -> Path:
    """A protocol whose first test is 12 in a row."""
    folder = tmp_path / "easier"
    copytree(Path(str(bundled())), folder)
    file = folder / "protocol.toml"
    text = file.read_text("utf-8").replace("reps = 20\n", "reps = 12\n")
    file.write_text(text.replace('title = "', 'title = "Easier: '), "utf-8")
    return folder


@pytest.fixture
def practised(hinge: Hinge) -> Hinge:
    """A person who did 3 sets of 12 on the second day."""
    hinge("log", "wall", "3x10", now=on(1))
    hinge("log", "wall", "3x12", now=on(2))
    return hinge


def test_it_shows_what_would_have_opened_and_when(practised: Hinge, easier: Path) -> None:
    answer = practised("replay", "--protocol", str(easier), now=on(3))

    assert answer.code == 0
    assert "Easier: The hip hinge" in answer.out
    row = next(line for line in answer.out.splitlines() if line.startswith("Dowel hinge"))
    assert row.split() == ["Dowel", "hinge", "24", "Nov", "2026", "not", "open", "only", "there"]


def test_the_own_protocol_changes_nothing(practised: Hinge) -> None:
    own = str(bundled())

    drills = practised("replay", "--protocol", own, "--json", now=on(3)).json["drills"]

    assert all(drill["own"] == drill["other"] for drill in drills)


def test_json_has_its_shape(practised: Hinge, easier: Path) -> None:
    told = practised("replay", "--protocol", str(easier), "--json", now=on(3)).json

    assert list(told) == ["schema", "own", "other", "drills", "today_own", "today_other"]
    assert told["drills"][1] == {
        "drill": "dowel-hinge",
        "name": "dowel hinge",
        "own": None,
        "other": "2026-11-24",
        "override": False,
    }


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("wall 12", "Dowel hinge: 23 Nov 2026, now not open, only there."),
        ("wall 20", "Dowel hinge: 23 Nov 2026, now 23 Nov 2026, the same."),
    ],
)
def test_plain_says_the_difference(hinge: Hinge, easier: Path, command: str, words: str) -> None:
    hinge("log", *command.split(), now=on(1))

    assert words in hinge("replay", "--protocol", str(easier), "--plain", now=on(1)).out


def test_sooner_by_days_is_said_so(practised: Hinge, easier: Path) -> None:
    practised("log", "wall", "20", now=on(5))

    told = practised("replay", "--protocol", str(easier), "--plain", now=on(5)).out

    assert "Dowel hinge: 24 Nov 2026, now 27 Nov 2026, 3 days sooner." in told


def test_what_was_opened_by_hand_is_no_difference(hinge: Hinge, easier: Path) -> None:
    hinge("unlock", "dowel", "--because", "I know it", now=on(1))

    told = hinge("replay", "--protocol", str(easier), "--plain", now=on(1)).out

    assert "opened by yourself" in told


def test_nothing_is_written(practised: Hinge, easier: Path, home: Path) -> None:
    before = (home / "hinge.json").read_bytes()

    practised("replay", "--protocol", str(easier), now=on(3))

    assert (home / "hinge.json").read_bytes() == before


def test_a_folder_without_a_protocol_is_refused(hinge: Hinge, tmp_path: Path) -> None:
    answer = hinge("replay", "--protocol", str(tmp_path / "nothing"))

    assert answer.code == 2
    assert answer.out == ""


def test_the_other_protocol_must_be_named(hinge: Hinge) -> None:
    assert hinge("replay").code == 2
