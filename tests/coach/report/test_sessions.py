"""What a write is answered with: the session, what opened, what is still locked."""

from decimal import Decimal

import pytest

from factories import Journal, day, learner, lifter, state_on
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.opened import newly_open
from hingecli.coach.report.plan import plan as plan_of
from hingecli.coach.report.progress import assists_waiting
from hingecli.coach.report.sessions import after_session, session_json
from hingecli.coach.report.why import warning_if_locked
from hingecli.coach.rules import ladder

KB = "kettlebell-deadlift"


def test_a_session_is_shown_with_all_that_was_told(index: Index) -> None:
    journal = Journal().session(
        0, "kb 7/8 @16", pain=2, where="hip", effort=6, sore=1, note="fine", distance="35"
    )

    (sitting,) = journal.read().sittings
    shown = session_json(sitting)

    assert shown == {
        "id": "e001",
        "date": day(0),
        "at": sitting.at,
        "sitting": "e001",
        "sets": [
            {
                "drill": KB,
                "reps": 8,
                "clean": 7,
                "load_kg": Decimal(16),
                "unit": "kg",
                "side": None,
                "warmup": False,
                "variant": None,
                "range": "full",
            }
        ],
        "mistakes": (),
        "pain": {"score": 2, "where": "hip", "sharp": False},
        "sore": 1,
        "effort": 6,
        "distance_cm": Decimal(35),
        "note": "fine",
    }


def test_a_session_without_pain_shows_none(index: Index) -> None:
    (sitting,) = Journal().session(0, "wall 5").read().sittings

    assert session_json(sitting)["pain"] is None


def test_what_a_session_opened_is_named_in_the_ladders_order(index: Index) -> None:
    before = state_on(index, Journal(), 0)
    after = state_on(index, Journal().session(0, "wall 20").override(0, "kb"), 0)

    assert newly_open(before, after)[:2] == ("dowel-hinge", KB)
    assert newly_open(after, after) == ()


def test_a_locked_drill_is_warned_of_with_what_is_missing(index: Index) -> None:
    warning = warning_if_locked(state_on(index, learner(), 20), KB)

    assert warning is not None
    assert "not open yet: plan week 5 or later (3 of 5)" in warning
    assert "in your log all the same" in warning


def test_of_many_missing_conditions_the_first_is_named_and_the_others_are_counted(
    index: Index,
) -> None:
    assert warning_if_locked(state_on(index, Journal(), 0), "barbell-deadlift") == (
        "The barbell deadlift is not open yet: single-leg RDL open (0 of 1), and 4 more conditions "
        "(hinge why barbell-deadlift). It is in your log all the same."
    )


def test_what_only_a_hold_keeps_closed_lacks_nothing_that_could_be_named(index: Index) -> None:
    journal = learner().session(27, "dowel 10", pain=6)

    assert warning_if_locked(state_on(index, journal, 28), KB) == (
        "The kettlebell deadlift is not open yet. It is in your log all the same."
    )


@pytest.mark.parametrize("drill", ["wall-hinge", "cossack-squat"])
def test_an_open_or_unknown_drill_is_not_warned_of(index: Index, drill: str) -> None:
    assert warning_if_locked(state_on(index, Journal(), 0), drill) is None


@pytest.mark.parametrize(
    ("journal", "drill"),
    [
        (Journal(), "dowel-hinge"),
        (Journal().session(0, "wall 20"), KB),
        (
            Journal().setup(0, equipment=("barbell",)).override(0, "dowel", "kb"),
            "romanian-deadlift",
        ),
    ],
)
def test_the_next_gate_is_the_first_that_is_closed_and_within_reach(
    index: Index, journal: Journal, drill: str
) -> None:
    gate = ladder.next_gate(state_on(index, journal, 0))

    assert gate is not None
    assert gate.drill == drill


def test_when_all_is_open_there_is_no_next_gate(index: Index) -> None:
    everything = Journal().setup(0, goal="athletic").override(0, *index.rungs)

    assert ladder.next_gate(state_on(index, everything, 0)) is None


@pytest.mark.parametrize(("pain", "said"), [(2, False), (3, True)])
def test_a_session_with_pain_says_what_it_counts_for(index: Index, pain: int, said: bool) -> None:
    journal = learner().session(12, "wall 20", pain=pain)
    (sitting,) = journal.read().days[-1].sittings

    told = [one.text for one in after_session(state_on(index, journal, 12), sitting)]

    assert any("not toward loads" in text for text in told) is said


@pytest.mark.parametrize(("words", "said"), [("wall 7/10", False), ("wall 6/10", True)])
def test_after_a_bad_day_it_is_said_to_be_normal(index: Index, words: str, said: bool) -> None:
    journal = learner().session(12, words)
    (sitting,) = journal.read().days[-1].sittings

    told = after_session(state_on(index, journal, 12), sitting)

    assert [one.rule for one in told] == (["Step back"] if said else [])


@pytest.mark.parametrize(
    ("journal", "says"),
    [
        (Journal().setup(0, assist=("good-morning",)), "stands in from when it opens"),
        (Journal().setup(0, assist=("good-morning",), equipment=("wall",)), "cannot stand in: "),
        (lifter("gm", assist=("good-morning",)), None),
        (Journal(), None),
    ],
)
def test_an_assistance_drill_that_waits_says_for_what(
    index: Index, journal: Journal, says: str | None
) -> None:
    told = assists_waiting(state_on(index, journal, 0))

    assert (says is None) is (told == ())
    assert all((says or "") in text for text in told)


def test_what_is_left_out_is_named_with_its_reason(index: Index) -> None:
    state = state_on(index, Journal().setup(0, equipment=("wall", "dowel")), 0)

    out = ladder.left_out(state)

    assert out["kettlebell-swing"] == "you have no equipment for it"
    assert "wall-hinge" not in out


@pytest.mark.parametrize(("on", "says"), [(20, True), (27, True), (28, False), (90, False)])
def test_the_light_weeks_are_told_while_they_last(index: Index, on: int, says: bool) -> None:
    journal = lifter("kb", start=-70).sessions((0, 7, 14, 21), "kb 3x8")

    notes = " ".join(plan_of(state_on(index, journal, on)).notes)

    assert ("of 4 behind you: they count from your first load" in notes) is says
    assert ("weeks with load behind you" in notes) is not says


def test_the_plan_opens_no_drill_that_the_equipment_leaves_out(index: Index) -> None:
    own, none = (
        plan_of(state_on(index, lifter("bb", equipment=things), 0))
        for things in (("barbell", "kettlebell"), ("kettlebell",))
    )

    assert any("barbell-deadlift" in row.earned for row in own.rows)
    assert not any("barbell-deadlift" in row.earned for row in none.rows)
