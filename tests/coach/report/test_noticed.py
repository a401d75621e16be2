"""Mistakes then and now, as rates; the films beside the person's own count."""

from factories import Journal, day
from hingecli.coach.log.events import MistakeCount
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.noticed import Noticed, Rate, noticed, reviews
from hingecli.coach.report.span import Span


def of(index: Index, journal: Journal) -> Noticed:
    return noticed(index, journal.read().sittings)


def test_then_and_now_are_four_weeks_with_sessions_at_each_end(index: Index) -> None:
    journal = Journal()
    for week in range(10):
        journal = journal.session(7 * week, "wall 10", mistakes={"looking-up": week})

    found = of(index, journal)

    (shift,) = found.mistakes
    assert found.weeks == 4
    assert shift.count == sum(range(10))
    assert shift.before == Rate(count=0 + 1 + 2 + 3, reps=40)
    assert shift.now == Rate(count=6 + 7 + 8 + 9, reps=40)


def test_of_three_weeks_the_first_and_the_last_are_compared(index: Index) -> None:
    journal = (
        Journal()
        .session(0, "wall 10", mistakes={"looking-up": 3})
        .session(14, "wall 10", mistakes={"looking-up": 2})
        .session(28, "wall 20", mistakes={"looking-up": 1})
    )

    found = of(index, journal)

    assert found.weeks == 1
    assert found.mistakes[0].before == Rate(count=3, reps=10)
    assert found.mistakes[0].now == Rate(count=1, reps=20)


def test_one_week_has_nothing_to_compare_with(index: Index) -> None:
    (shift,) = of(index, Journal().session(0, "wall 10", mistakes={"looking-up": 3})).mistakes

    assert shift.before is None
    assert shift.now == Rate(count=3, reps=10)


def test_no_session_has_no_mistake(index: Index) -> None:
    assert of(index, Journal()) == Noticed(mistakes=(), weeks=0)


def test_the_most_frequent_comes_first(index: Index) -> None:
    journal = Journal().session(0, "wall 10", mistakes={"looking-up": 1, "soft-lockout": 2})

    assert [shift.mistake for shift in of(index, journal).mistakes] == [
        "soft-lockout",
        "looking-up",
    ]


def test_a_rate_is_for_a_hundred_reps_and_needs_some() -> None:
    assert Rate(count=3, reps=60).per_hundred == 5.0
    assert Rate(count=3, reps=0).per_hundred == 0.0


def test_a_review_tells_what_felt_and_what_looked_clean() -> None:
    journal = (
        Journal()
        .session(0, "wall 10")
        .review(
            0,
            "e001",
            felt=10,
            saw=8,
            taken=(
                MistakeCount(mistake="looking-up", count=1, drill="wall-hinge"),
                MistakeCount(mistake="looking-up", count=1, drill="wall-hinge"),
            ),
        )
        .review(9, None, by="clip", saw=7)
        .review(20, None)
    )

    first, second = reviews(journal.read(), Span(day(0), day(19)))

    assert (first.day, first.by, first.felt, first.saw) == (day(0), "own", 10, 8)
    assert first.taken == ("looking-up",)
    assert (second.by, second.felt, second.saw, second.taken) == ("clip", None, 7, ())
