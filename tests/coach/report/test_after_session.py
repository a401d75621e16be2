"""What is said right after a session."""

import pytest
from msgspec.structs import replace

from factories import Journal, lifter, sets, state_on
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.sessions import after_session


@pytest.mark.parametrize(
    ("journal", "said"),
    [
        (Journal(), "With pain 3 these sets count in your totals and for the dowel hinge, not "),
        (Journal().override(0, "dowel"), "With pain 3 these sets count in your totals, not "),
    ],
)
def test_painful_sets_count_for_the_dowel_only_until_it_is_open(
    index: Index, journal: Journal, said: str
) -> None:
    journal = journal.session(0, "wall 10", pain=3)
    (sitting,) = journal.read().sittings

    told = after_session(state_on(index, journal, 0), sitting)

    assert told[0].text == f"{said}toward loads."


def after_the_last(index: Index, journal: Journal, on: int) -> list[str]:
    sitting = journal.read().sittings[-1]
    return [told.text for told in after_session(state_on(index, journal, on), sitting)]


@pytest.mark.parametrize(
    ("days", "percent"),
    [
        (14, None),
        (15, 80),
        (90, 50),
    ],
)
def test_load_after_a_long_break_without_the_check_is_told_where_it_begins_again(
    index: Index, days: int, percent: int | None
) -> None:
    journal = lifter().session(0, "kb 3x8 @16").session(days, "kb 3x8 @16")

    told = [text for text in after_the_last(index, journal, days) if "away from load" in text]

    words = (
        f"{days} days away from load: after that long a short dowel hinge check comes first, "
        f"then {percent} % of the load. This is in your log all the same; hinge today goes on from "
        "there."
    )
    assert told == ([] if percent is None else [words])


@pytest.mark.parametrize("dowel", ["dowel 3x10", "dowel 3x9/10"])
def test_load_behind_its_check_is_told_nothing_more(index: Index, dowel: str) -> None:
    journal = lifter().session(0, "kb 3x8").session(90, dowel).session(91, "kb 3x8")

    assert not any("away from load" in text for text in after_the_last(index, journal, 91))


def test_a_check_before_the_last_load_is_none_for_this_one(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8").session(20, "dowel 10").session(20, "kb 3x8")

    assert any(
        "away from load" in text
        for text in after_the_last(index, journal.session(50, "kb 3x8"), 50)
    )


def test_a_second_session_of_that_day_without_load_is_told_nothing(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8").session(30, "kb 3x8").session(30, "wall 10")

    assert not any("away from load" in text for text in after_the_last(index, journal, 30))


def test_without_an_open_dowel_there_is_no_check(index: Index) -> None:
    journal = Journal().override(0, "kb").session(0, "kb 3x8").session(30, "kb 3x8")

    assert not any("away from load" in text for text in after_the_last(index, journal, 30))


@pytest.mark.parametrize(
    ("person", "words", "says"),
    [
        (lifter(), "kb 3x8 @8", True),
        (lifter(), "wall 3x8", False),
        (lifter(limits=("low-back",), equipment=("kettlebell",)), "kb 3x8 @8", False),
    ],
    ids=["by choice", "no load", "for a limit"],
)
def test_half_the_range_of_a_load_is_told_to_earn_nothing(
    index: Index, person: Journal, words: str, says: bool
) -> None:
    half = person.with_sets(0, *(replace(record, range="half") for record in sets(words)))

    told = after_the_last(index, half, 0)

    assert any(text.startswith("Half the range counts in your totals") for text in told) is says
    assert not any(
        "Half the range" in t for t in after_the_last(index, person.session(0, words), 0)
    )
