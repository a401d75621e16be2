"""The words for pain: how much, where and how, and what is said where nothing was told."""

import pytest

from factories import Journal, day, learner, lifter
from hingecli.coach.log.events import Pain
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.report import report
from hingecli.show.report.painwords import PainCaptions, say_pain
from hingecli.show.report.words import ReportWords


def words(index: Index, journal: Journal, on: int, *, weeks: int = 12) -> ReportWords:
    return ReportWords(report(index, journal.read(), today=day(on), weeks=weeks), index)


@pytest.mark.parametrize(
    ("pain", "said"),
    [
        (Pain(score=3), "pain 3 of 10"),
        (Pain(score=6, where="low-back"), "pain 6 of 10, low back"),
        (Pain(score=6, where="leg", where_told="left calf"), "pain 6 of 10, left calf"),
        (Pain(score=2, where="hip", sharp=True), "pain 2 of 10, hip, sharp or spreading"),
    ],
)
def test_a_pain_says_how_much_where_and_how(pain: Pain, said: str) -> None:
    assert say_pain(pain) == said


def test_the_text_of_the_line_of_pain_counts_the_holds(index: Index) -> None:
    journal = lifter().session(1, "kb 8 @16", pain=6, where="hip")

    over = journal.morning(2, 0).morning(3, 0)

    assert (
        PainCaptions(words(index, journal, 2))
        .chart()
        .endswith(" Load was on hold once, and still is.")
    )
    assert PainCaptions(words(index, over, 4)).chart().endswith(" Load was on hold once.")


def test_pain_that_was_never_told_is_said_so(index: Index) -> None:
    assert PainCaptions(words(index, learner(), 11)).chart() == (
        "No pain score was told of a session. No morning score was told."
    )
