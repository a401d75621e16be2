"""What the fold remembers day by day: bounded, and without what no rule looks back to."""

from hingecli.coach.state.state import keep_last


def test_the_oldest_goes_when_there_is_one_too_many() -> None:
    kept = [1, 2]

    keep_last(kept, 3, most=3)
    assert kept == [1, 2, 3]

    keep_last(kept, 4, most=3)
    assert kept == [2, 3, 4]
