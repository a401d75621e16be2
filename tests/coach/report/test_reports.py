"""Progress, why, the plan, a session's view, and what a write opened."""

from decimal import Decimal

import pytest

from factories import Journal, day, learner, lifter, state_on
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.opened import newly_open
from hingecli.coach.report.plan import plan as plan_of
from hingecli.coach.report.progress import DrillState, assists_waiting
from hingecli.coach.report.progress import progress as progress_of
from hingecli.coach.report.sessions import after_session, session_json
from hingecli.coach.report.why import warning_if_locked, why_day, why_drill
from hingecli.coach.rules import ladder

KB = "kettlebell-deadlift"


def drill_states(index: Index, journal: Journal, on: int) -> dict[str, DrillState]:
    return {drill.id: drill for drill in progress_of(state_on(index, journal, on)).drills}


# --- progress ---


def test_progress_shows_what_is_open_next_and_locked(index: Index) -> None:
    drills = drill_states(index, learner(), 20)

    assert drills["dowel-hinge"].status == "open"
    assert drills[KB].status == "next"
    assert drills["romanian-deadlift"].status == "locked"
    assert list(drills) == [rung.id for rung in index.ladder]


def test_progress_marks_an_override(index: Index) -> None:
    drills = drill_states(index, lifter(), 0)

    assert drills[KB].override
    assert not drills["sumo-deadlift"].override


def test_progress_counts_reps_clean_reps_and_sessions(index: Index) -> None:
    journal = Journal().session(0, "wall 8/10").session(0, "wall 12").session(1, "kb 3x8")

    totals = progress_of(state_on(index, journal, 1)).totals

    assert (totals.reps, totals.clean_reps, totals.sessions) == (46, 44, 3)


def test_milestones_are_shown_with_the_guides_ranges(index: Index) -> None:
    found = progress_of(state_on(index, learner(), 11)).milestones

    assert [(one.id, one.from_, one.to, one.have) for one in found] == [
        ("basic-pattern", 300, 500, 340),
        ("ingrained-pattern", 3000, 5000, 340),
    ]


@pytest.mark.parametrize(
    ("journal", "on", "week", "of"),
    [
        (Journal().sessions((0, 1), "wall 5"), 2, 2, 4),
        (Journal().sessions((0, 1), "wall 5"), 7, 0, 4),
        (lifter().sessions((0, 2), "kb 3x8").session(3, "wall 5"), 4, 2, 2),
        (lifter(days=("mon",)).session(0, "kb 3x8"), 1, 1, 1),
    ],
)
def test_consistency_counts_days_before_and_loaded_days_after_the_first_load(
    index: Index, journal: Journal, on: int, week: int, of: int
) -> None:
    found = progress_of(state_on(index, journal, on)).consistency

    assert (found.this_week, found.of) == (week, of)


# --- why ---


def test_why_today_gives_the_days_reasons_and_the_next_gate(index: Index) -> None:
    why = why_day(state_on(index, learner(), 20))

    assert (why.subject, why.date) == ("today", day(20))
    assert why.reasons
    assert [one.id for one in why.conditions if not one.met] == ["week-5"]


def test_why_today_without_a_gate_to_come_has_no_conditions(index: Index) -> None:
    journal = learner().setup(11, equipment=("wall", "dowel"))

    assert why_day(state_on(index, journal, 60)).conditions == ()


def test_why_after_a_test_says_one_best_run(index: Index) -> None:
    before = Journal().sessions((0, 1, 2), "wall 3x10")
    dawn, after = (state_on(index, j, 3) for j in (before, before.session(3, "wall 17/18")))

    at_dawn, later = why_day(dawn), why_day(after, dawn)

    assert [r.text for r in at_dawn.reasons if "est run" in r.text] == ["Your best run is 10."]
    assert [r.text for r in later.reasons if "best run is" in r.text] == []
    assert any("Best run 17 of 20." in r.text for r in later.reasons)


def texts(index: Index, journal: Journal, drill: str, on: int = 0) -> list[str]:
    why = why_drill(state_on(index, journal, on), drill)
    return [reason.text for reason in why.reasons]


def test_why_the_wall_is_open_from_the_first_day(index: Index) -> None:
    assert texts(index, Journal(), "wall-hinge") == ["The wall hinge is open from the first day."]


def test_why_an_open_drill_says_since_when_and_by_what(index: Index) -> None:
    first, second = texts(index, Journal().session(0, "wall 20"), "dowel-hinge")

    assert first == "The dowel hinge is open since today."
    assert second.startswith("20 wall hinges in a row, all clean, in one set: met.")


def test_why_a_locked_drill_says_how_far_each_condition_is(index: Index) -> None:
    (only,) = texts(index, Journal().session(0, "wall 15"), "dowel-hinge")

    assert "in one set: " in only
    assert "so far" in only
    assert "Phase 1" in only


@pytest.mark.parametrize(("on", "when"), [(0, "today"), (1, "yesterday"), (3, "on Monday")])
def test_why_an_override_says_whose_word_it_was(index: Index, on: int, when: str) -> None:
    first = texts(index, Journal().override(0, "kb", because="trained"), KB, on)[0]

    assert first == f"You opened it yourself {when}: trained"


def test_why_a_drill_out_of_reach_says_so(index: Index) -> None:
    found = texts(index, Journal().setup(0, equipment=("kettlebell",)), "barbell-deadlift")

    assert "is left out: you have no equipment for it" in found[0]


def test_each_condition_carries_its_source(index: Index) -> None:
    why = why_drill(state_on(index, Journal(), 0), KB)

    assert [(reason.source, reason.grade) for reason in why.reasons] == [
        ("coach", "C"),
        ("coach", "A"),
        ("coach", "D"),
        ("guide", None),
    ]


# --- the plan ---


@pytest.mark.parametrize(
    ("on", "when"),
    [
        (0, ["now", "ahead", "ahead"]),
        (27, ["now", "ahead", "ahead"]),
        (28, ["past", "now", "ahead"]),
        (56, ["past", "past", "now"]),
        (83, ["past", "past", "now"]),
        (84, ["past", "past", "past"]),
    ],
)
def test_the_plan_says_where_one_stands(index: Index, on: int, when: list[str]) -> None:
    plan = plan_of(state_on(index, Journal().setup(0, start=0), on))

    assert [row.when for row in plan.rows] == when


def test_the_plan_tells_what_is_earned_from_what_is_to_be_earned(index: Index) -> None:
    plan = plan_of(state_on(index, learner(), 28))

    assert plan.rows[0].earned == ("wall-hinge", "dowel-hinge")
    assert plan.rows[0].to_earn == ()
    assert KB in plan.rows[1].earned
    assert "romanian-deadlift" in plan.rows[1].to_earn
    assert any("Next to earn: Romanian deadlift" in note for note in plan.notes)


def test_the_plan_leaves_out_what_is_out_of_reach(index: Index) -> None:
    plan = plan_of(state_on(index, Journal().setup(0, equipment=("kettlebell",)), 0))

    assert not any("barbell-deadlift" in row.to_earn for row in plan.rows)


def test_a_late_starter_is_told_the_load_week(index: Index) -> None:
    late = plan_of(state_on(index, lifter(start=-70).session(0, "kb 3x8"), 1))
    on_time = plan_of(state_on(index, lifter().session(0, "kb 3x8"), 1))

    assert any("Light weeks, 0 of 4 behind you" in note for note in late.notes)
    assert not any("Light weeks" in note for note in on_time.notes)


def test_the_plan_ends_with_the_word_on_steps_back(index: Index) -> None:
    whole = learner().setup(11, equipment=("wall", "dowel"))

    assert "step back" in plan_of(state_on(index, Journal(), 0)).notes[-1]
    assert not any("Next to earn" in n for n in plan_of(state_on(index, whole, 60)).notes)


def test_a_gate_that_only_waits_says_that_all_is_met(index: Index) -> None:
    state = state_on(index, learner(), 27)
    state.today = day(28)

    assert any("all conditions met" in note for note in plan_of(state).notes)


# --- what a write answers ---


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


def test_why_after_the_run_of_the_test_says_no_next_test(index: Index) -> None:
    before = Journal().sessions((0, 1), "wall 3x10").session(2, "wall 17/18")
    dawn, after = (state_on(index, j, 3) for j in (before, before.session(3, "wall 20")))

    at_dawn, later = why_day(dawn), why_day(after, dawn)

    assert any("Next test" in reason.text for reason in at_dawn.reasons)
    assert not any("Next test" in reason.text for reason in later.reasons)


def test_why_an_open_drill_that_was_declined_says_so(index: Index) -> None:
    declined = Journal().override(0, "swing").setup(1, without=("kettlebell-swing",))

    found = texts(index, declined, "kettlebell-swing", 1)

    assert any("is left out: you declined it" in text for text in found)
    assert not any("left out" in text for text in texts(index, declined, KB, 1))
