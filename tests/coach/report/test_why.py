"""What why says: of today, of a drill, with the source of each condition."""

import pytest

from factories import Journal, day, learner, state_on
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.why import why_day, why_drill

KB = "kettlebell-deadlift"


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
