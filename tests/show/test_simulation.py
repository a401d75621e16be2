"""The views of a simulation and of a replay keep to the screen's width, at any width."""

from datetime import date

import pytest
from rich.cells import cell_len

from hingecli.coach.report.replay import Opened, Replay
from hingecli.show import replay, simulation
from hingecli.simulate.report import (
    DrillOpening,
    Held,
    Medians,
    SimulationReport,
    StuckLearners,
    Waiting,
)
from show.screens import printed, printed_ascii

REPORT = SimulationReport(
    learners=1000,
    weeks=1,
    seed=1,
    crowd={"ordinary": 990, "obedient": 10},
    openings=(
        DrillOpening(
            drill="wall-hinge",
            name="wall hinge",
            short="wall",
            reachable=1000,
            share=97.5,
            weeks=(1, 20, 52),
            waiting=(Waiting(condition="clean-300", learners=25),),
        ),
        DrillOpening(
            drill="good-morning",
            name="good morning",
            short="gm",
            reachable=0,
            share=0.0,
            weeks=None,
            waiting=(),
        ),
    ),
    medians=(
        Medians(who="without trouble", learners=990, weeks={"wall-hinge": 20}),
        Medians(who="ordinary", learners=990, weeks={"wall-hinge": None}),
    ),
    invariants=(
        Held(
            invariant="no load during a hold",
            broken=1,
            learners=1,
            examples=("learner 3 (aching), 2026-01-05: x",),
        ),
        Held(invariant="every day says what to do", broken=0, learners=0, examples=()),
    ),
    stuck=(
        StuckLearners(
            drill="kettlebell-deadlift", condition="clean-300", learners=1, text="300 reps"
        ),
        StuckLearners(
            drill="kettlebell-deadlift", condition="week-5", learners=2, text="plan week 5"
        ),
    ),
    kinds={"practice": 5, "rest": 2},
    with_ten_loaded_days=0,
    rose=0,
    broken=1,
)
REPLAY = Replay(
    own="Mine",
    other="Another",
    drills=(
        Opened(drill="a", name="a", own=None, other=None, override=False),
        Opened(drill="b", name="b", own=date(2026, 1, 5), other=None, override=False),
        Opened(drill="c", name="c", own=date(2026, 1, 5), other=date(2026, 1, 6), override=False),
    ),
    today_own="load",
    today_other="load",
)


@pytest.mark.parametrize("width", [30, 50, 80, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    for view in (simulation.render(REPORT), replay.render(REPLAY)):
        assert max(cell_len(line) for line in printed(view, width=width).splitlines()) <= width


def test_the_report_is_drawn_in_ascii_too() -> None:
    assert printed_ascii(simulation.render(REPORT)).isascii()


def test_the_report_names_what_broke_and_who_waits() -> None:
    text = printed(simulation.render(REPORT), width=88)

    assert "No load during a hold: broke on 1 day of 1 learner" in text
    assert "learner 3 (aching), 2026-01-05: x" in text
    assert "Learners: ordinary 990, obedient 10" in text
    assert "25 waiting for clean-300" in text
    assert "1 learner before the kettlebell-deadlift (clean-300): 300 reps" in text
    assert "1 days broke" not in text


def test_plain_says_what_is_out_of_reach_and_what_broke() -> None:
    lines = simulation.plain(REPORT).splitlines()

    assert lines[0] == "1,000 learners, 1 week, seed 1."
    assert "Good morning: out of reach for all." in lines
    assert "Broken: learner 3 (aching), 2026-01-05: x." in lines
    assert lines[-1] == "1 day broke what must hold."


def test_a_replay_says_how_each_drill_differs() -> None:
    lines = replay.plain(REPLAY).splitlines()

    assert lines == [
        "Your log under Another, beside Mine.",
        "A: not open, now not open, the same.",
        "B: not open, now 5 Jan 2026, only now.",
        "C: 6 Jan 2026, now 5 Jan 2026, 1 day later.",
        "Today would be the same: load.",
    ]


def test_each_nature_has_a_row_of_the_weeks_in_which_drills_open_for_half() -> None:
    rows = [line.split() for line in printed(simulation.render(REPORT), width=80).splitlines()]

    assert ["half", "in", "week", "wall"] in rows
    assert ["Without", "trouble", "990", "20"] in rows
    assert ["Ordinary", "990", "never"] in rows
    assert "Ordinary, 990, half in week: wall hinge never." in simulation.plain(REPORT)
