"""`hinge protocol simulate`: the report in each form, the same again, and a code for CI."""

from pathlib import Path

import pytest

from cli.running import Hinge
from cli.test_terminal import code, start
from hingecli.simulate import checks

SHORT = ("protocol", "simulate", "--learners", "3", "--weeks", "1")


def test_the_report_says_when_drills_open_and_what_held(hinge: Hinge) -> None:
    answer = hinge(*SHORT, "--seed", "5")

    assert answer.code == 0
    assert "3 learners, 1 week, seed 5" in answer.out
    assert "Dowel hinge" in answer.out
    assert "Nothing that must hold was broken." in answer.out
    assert answer.err == ""


def test_plain_says_one_fact_a_line(hinge: Hinge) -> None:
    lines = hinge(*SHORT, "--plain").out.splitlines()

    assert lines[0] == "3 learners, 1 week, seed 1."
    assert (
        "Wall hinge: opens for 100 % of 3, in week 1 for the first 10 %, 1 for half, 1" in lines[1]
    )
    assert any(line.startswith("Learners: ") for line in lines)
    assert "No load during a hold: held on every day." in lines


def test_json_has_its_shape(hinge: Hinge) -> None:
    report = hinge(*SHORT, "--json").json

    assert list(report) == [
        "schema",
        "learners",
        "weeks",
        "seed",
        "crowd",
        "openings",
        "medians",
        "invariants",
        "stuck",
        "kinds",
        "with_ten_loaded_days",
        "rose",
        "broken",
    ]
    assert list(report["openings"][0]) == [
        "drill",
        "name",
        "short",
        "reachable",
        "share",
        "weeks",
        "waiting",
    ]
    assert list(report["medians"][0]) == ["who", "learners", "weeks"]
    assert list(report["invariants"][0]) == ["invariant", "broken", "learners", "examples"]


def test_the_same_seed_prints_the_same(hinge: Hinge) -> None:
    assert hinge(*SHORT, "--json").out == hinge(*SHORT, "--json").out
    assert hinge(*SHORT, "--json").out != hinge(*SHORT, "--seed", "2", "--json").out


def test_what_broke_is_named_and_ends_with_a_failure(
    hinge: Hinge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(checks.INVARIANTS, "no day is ever like this", lambda _: "it was")

    answer = hinge(*SHORT)

    assert answer.code == 1
    assert "No day is ever like this: broke on 21 days of 3 learners" in answer.out
    assert "learner 0 (" in answer.out
    assert "2026-01-05: practice: it was" in answer.out
    assert answer.err.startswith("hinge: 21 days broke what must hold")


@pytest.mark.parametrize("option", ["--learners", "--weeks"])
def test_less_than_one_is_refused(hinge: Hinge, option: str) -> None:
    assert hinge("protocol", "simulate", option, "0").code == 2


@pytest.mark.deep
def test_a_terminal_shows_how_far_it_is_and_an_interrupt_ends_it(home: Path) -> None:
    child = start(home, "protocol", "simulate", "--learners", "400")
    child.expect("learners .*%")
    child.sendintr()
    child.expect("nothing was saved")

    assert code(child) == 130
