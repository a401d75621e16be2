"""The report puts together what some weeks were; it tells no more than it is asked to."""

import pytest

from factories import DRILLS, Journal, day, learner, lifter
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.report import Report, report
from hingecli.coach.report.span import Reps, Span
from lived_year import BECAUSE, LAST_DAY, NOTE, lived_year


def of(index: Index, journal: Journal, on: int, *, weeks: int = 12, notes: bool = False) -> Report:
    return report(index, journal.read(), today=day(on), weeks=weeks, notes=notes)


def marks(found: Report) -> str:
    signs = {"load": "L", "practice": "p", "hold": "h", "pause": "-", "none": "."}
    return "".join(signs[marked.mark] for marked in found.days)


def test_it_counts_what_the_program_counts(index: Index) -> None:
    journal = learner()

    found = of(index, journal, 11)

    assert (found.sessions, found.reps) == (11, Reps(340, 340, 340))
    assert (found.practised, found.loaded) == (11, 0)
    assert found.began == day(0)
    assert found.span == Span(day(0), day(11))


def test_an_empty_log_is_a_report_of_nothing(index: Index) -> None:
    found = of(index, Journal(), 2)

    assert (found.began, found.sessions, found.openings, found.gaps) == (None, 0, (), ())
    assert found.place.furthest is None


def test_it_says_where_on_the_ladder_one_stands_and_what_is_missing(index: Index) -> None:
    place = of(index, learner(), 11).place

    assert (place.week, place.phase, place.furthest) == (2, "dowel", "dowel-hinge")
    assert place.ahead is not None
    assert place.ahead.drill == "kettlebell-deadlift"
    assert [c.id for c in place.ahead.conditions if not c.met] == ["week-5"]


def test_the_days_say_what_each_was(index: Index) -> None:
    journal = (
        lifter()
        .session(0, "kb 8 @16")
        .session(1, "wall 10")
        .session(3, "kb 8 @16", pain=6, where="hip")
        .morning(5, 1)
        .morning(6, 1)
        .pause(8, until=9)
    )

    assert marks(of(index, journal, 10)) == "Lp.Lhh..--."


def test_a_break_is_as_long_as_the_coach_calls_one(index: Index) -> None:
    ten = Journal().session(3, "wall 10").session(14, "wall 10")
    nine = Journal().session(3, "wall 10").session(13, "wall 10")

    assert [(gap.first, gap.last) for gap in of(index, ten, 14).gaps] == [(day(4), day(13))]
    assert of(index, nine, 13).gaps == ()


def test_the_days_before_the_first_session_are_no_break(index: Index) -> None:
    assert of(index, Journal().setup(0).session(20, "wall 10"), 21).gaps == ()


def test_openings_stand_in_order_with_the_reason_of_those_by_hand(index: Index) -> None:
    journal = learner().override(12, "kb", because="my coach")

    found = of(index, journal, 13).openings

    assert [(o.drill, o.day, o.because) for o in found] == [
        ("dowel-hinge", day(0), None),
        ("kettlebell-deadlift", day(12), "my coach"),
    ]


def test_a_drill_that_was_declined_did_not_open(index: Index) -> None:
    journal = learner().setup(11, without=(DRILLS["kb"],)).session(40, "wall 10")

    assert DRILLS["kb"] in [
        o.drill for o in of(index, learner().session(40, "wall 10"), 41).openings
    ]
    assert DRILLS["kb"] not in [o.drill for o in of(index, journal, 41).openings]


@pytest.mark.parametrize("notes", [True, False])
def test_notes_are_told_only_if_asked_for(index: Index, *, notes: bool) -> None:
    journal = Journal().session(0, "wall 10", note="tired").session(1, "wall 10")

    found = of(index, journal, 2, notes=notes).notes

    assert [(note.day, note.text) for note in found] == ([(day(0), "tired")] if notes else [])


def test_loads_are_told_in_the_unit_of_setup(index: Index) -> None:
    assert of(index, Journal().setup(0, units="lb"), 0).unit == "lb"
    assert of(index, Journal(), 0).unit == "kg"


def test_a_year_has_all_that_a_report_can_tell(index: Index) -> None:
    found = report(index, lived_year(index).read(), today=LAST_DAY, weeks=53, notes=True)

    assert len(found.weeks) == 52
    assert found.pain.red_days
    assert [hold.until is None for hold in found.pain.holds] == [False]
    assert len(found.gaps) == 1
    assert found.noticed.mistakes[0].before is not None
    assert len(found.reviews) > 10
    assert BECAUSE in [opening.because for opening in found.openings]
    assert NOTE in [note.text for note in found.notes]
    assert sum(week.reps.done for week in found.weeks) == found.reps.done
    assert sum(drill.reps.done for drill in found.drills) == found.reps.done
