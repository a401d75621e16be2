"""Pain on one line of time: the worst of each day, the holds from first to last, the pauses."""

from factories import Journal, day, lifter
from hingecli.coach.log.events import Pain
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.painline import PainLine, follow, pain_line
from hingecli.coach.report.span import Span


def line_of(index: Index, journal: Journal, *, first: int = 0, last: int = 40) -> PainLine:
    log = journal.read()
    state, holds = follow(index, log, day(last))
    return pain_line(state, log, Span(day(first), day(last)), holds)


def test_a_day_shows_its_worst_session_and_its_last_morning(index: Index) -> None:
    journal = (
        Journal()
        .session(0, "wall 10", pain=1)
        .session(0, "wall 10", pain=3, where="hip")
        .session(0, "wall 10")
        .morning(1, 2)
    )

    line = line_of(index, journal)

    assert [(told.day, told.pain.score, told.red) for told in line.sessions] == [(day(0), 3, False)]
    assert [(told.day, told.pain.score) for told in line.mornings] == [(day(1), 2)]
    assert line.red_days == ()
    assert line.worst is not None
    assert line.worst.pain == Pain(score=3, where="hip")


def test_nothing_told_is_nothing_shown(index: Index) -> None:
    line = line_of(index, Journal().session(0, "wall 10"))

    assert (line.sessions, line.mornings, line.holds, line.pauses) == ((), (), (), ())
    assert line.worst is None


def test_a_red_day_is_one_of_five_or_sharp_whatever_its_score(index: Index) -> None:
    journal = (
        Journal()
        .session(0, "wall 10", pain=4)
        .session(1, "wall 10", pain=5)
        .session(2, "wall 10", pain=1, sharp=True)
        .morning(3, 4)
        .morning(4, 5)
    )

    assert [told.day for told in line_of(index, journal).red_days] == [day(1), day(2), day(4)]


def test_a_red_morning_and_a_red_session_are_one_red_day(index: Index) -> None:
    journal = Journal().morning(0, 6).session(0, "wall 10", pain=8, where="hip")

    (red,) = line_of(index, journal).red_days

    assert red.pain.score == 8


def test_the_worst_is_red_before_it_is_high_and_late_before_early(index: Index) -> None:
    sharp = Journal().session(0, "wall 10", pain=2, sharp=True).session(1, "wall 10", pain=4)
    same = Journal().session(0, "wall 10", pain=4).session(2, "wall 10", pain=4)

    for journal, expected in ((sharp, day(0)), (same, day(2))):
        worst = line_of(index, journal).worst
        assert worst is not None
        assert worst.day == expected


def test_a_hold_lasts_from_its_first_pain_to_its_second_green_day(index: Index) -> None:
    journal = (
        lifter()
        .session(1, "kb 8 @16", pain=6, where="hip")
        .morning(2, 7)
        .morning(3, 1)
        .morning(4, 1)
        .session(5, "wall 10")
    )

    line = line_of(index, journal)

    (hold,) = line.holds
    assert (hold.since, hold.until, hold.pain.score) == (day(1), day(4), 7)
    assert not hold.professional
    assert [line.held(day(number)) for number in range(6)] == [
        False, True, True, True, False, False,
    ]  # fmt: skip


def test_a_hold_that_stands_has_no_end(index: Index) -> None:
    line = line_of(index, lifter().session(1, "kb 8 @16", pain=6, where="hip"))

    (hold,) = line.holds
    assert hold.until is None
    assert line.held(day(40))


def test_a_second_hold_within_a_week_asks_for_a_professional(index: Index) -> None:
    journal = (
        lifter()
        .session(1, "kb 8 @16", pain=6, where="hip")
        .morning(2, 0)
        .morning(3, 0)
        .session(5, "kb 8 @12", pain=6, where="hip")
    )

    first, second = line_of(index, journal).holds

    assert (first.since, first.until, first.professional) == (day(1), day(3), False)
    assert (second.since, second.until, second.professional) == (day(5), None, True)


def test_a_hold_of_the_chest_asks_for_a_professional_at_once(index: Index) -> None:
    (hold,) = line_of(index, lifter().session(1, "kb 8 @16", pain=2, where="chest")).holds

    assert hold.professional


def test_a_hold_that_ends_on_the_day_it_began_is_none(index: Index) -> None:
    journal = lifter().seen_professional(1)
    seen_last = journal.session(1, "kb 8 @16", pain=6, where="chest", seq=1)

    assert line_of(index, seen_last).holds == ()


def test_many_days_with_some_pain_make_a_hold_that_says_so(index: Index) -> None:
    journal = lifter()
    for number in range(0, 20, 2):
        journal = journal.session(number, "kb 3x8 @16", pain=4, where="hip")

    (hold,) = line_of(index, journal, last=20).holds

    assert hold.ambers


def test_red_within_a_hold_of_ambers_stays_the_same_hold(index: Index) -> None:
    journal = lifter()
    for number in range(0, 20, 2):
        journal = journal.session(number, "kb 3x8 @16", pain=4, where="hip")
    journal = journal.session(21, "wall 10", pain=6, where="hip")

    (hold,) = line_of(index, journal, last=22).holds

    assert hold.ambers
    assert hold.pain.score == 6


def test_only_holds_that_reach_into_the_span_are_in_it(index: Index) -> None:
    journal = lifter().session(1, "kb 8 @16", pain=6, where="hip").morning(2, 0).morning(3, 0)

    assert line_of(index, journal, first=2).holds
    assert not line_of(index, journal, first=3).holds


def test_what_is_later_than_the_span_is_not_in_it(index: Index) -> None:
    journal = Journal().session(0, "wall 10", pain=1).session(9, "wall 10", pain=6).pause(9)

    line = line_of(index, journal, last=8)

    assert [told.pain.score for told in line.sessions] == [1]
    assert (line.holds, line.pauses) == ((), ())


def test_a_pause_lasts_to_its_last_day_or_to_the_return(index: Index) -> None:
    journal = Journal().session(0, "wall 10").pause(2, until=4).pause(8, ill=True).resume(12)

    line = line_of(index, journal)

    assert [(pause.first, pause.last, pause.ill) for pause in line.pauses] == [
        (day(2), day(4), False),
        (day(8), day(11), True),
    ]
    assert [line.paused(day(number)) for number in (1, 2, 4, 5, 8, 11, 12)] == [
        False, True, True, False, True, True, False,
    ]  # fmt: skip


def test_a_pause_without_an_end_goes_on(index: Index) -> None:
    line = line_of(index, Journal().session(0, "wall 10").pause(2))

    assert line.pauses[0].last is None
    assert line.paused(day(40))


def test_a_pause_that_was_taken_back_on_its_day_is_none(index: Index) -> None:
    assert line_of(index, Journal().session(0, "wall 10").pause(2).resume(2)).pauses == ()


def test_a_usual_pain_moves_where_amber_begins(index: Index) -> None:
    assert line_of(index, Journal().session(0, "wall 10")).amber_from == 3
    assert line_of(index, Journal().setup(0, usual_pain=3)).amber_from == 4
    assert line_of(index, Journal()).red_from == 5
