"""How well the own count and the clips agree, over weeks."""

from typing import Any

from factories import Journal, day
from hingecli.coach.report.film import film_agreement


def agreed(journal: Journal, on: int) -> Any:
    return film_agreement(journal.read(), day(on), days=28)


def test_without_a_look_there_is_nothing_to_say() -> None:
    clip_alone = Journal().review(0, None, by="clip", saw=8)

    assert agreed(Journal(), 3) is None
    assert agreed(clip_alone, 3) is None


def test_looks_of_four_weeks_are_taken_together() -> None:
    journal = Journal().review(0, None, felt=10, saw=8).review(27, None, felt=9, saw=10)

    found = agreed(journal, 27)

    assert (found.clips, found.felt, found.saw, found.off) == (2, 19, 18, 1.5)
    assert (found.since, found.before) == (day(0), None)


def test_earlier_looks_are_what_it_was_before() -> None:
    journal = Journal().review(0, None, felt=10, saw=5).review(28, None, felt=9, saw=9)

    found = agreed(journal, 28)

    assert (found.clips, found.off, found.before) == (1, 0, 5)


def test_long_after_the_last_look_it_still_speaks_of_the_last_ones() -> None:
    journal = Journal().review(0, None, felt=10, saw=9)

    assert agreed(journal, 200).clips == 1


def test_a_look_that_was_undone_counts_no_longer() -> None:
    journal = Journal().review(0, None, felt=10, saw=9).undo("e001")

    assert agreed(journal, 1) is None
