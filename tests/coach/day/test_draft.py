"""What of a day's blocks is work, and which drill the day is about."""

from factories import learner, lifter, today
from hingecli.coach.day.draft import counts
from hingecli.coach.protocol.protocol import Index


def test_a_warm_up_before_load_is_no_work(index: Index) -> None:
    blocks = today(index, lifter(), 0).blocks
    warm_ups = [block for block in blocks if block.purpose == "warm-up"]

    assert warm_ups
    assert not any(counts(block, blocks, index.loaded) for block in warm_ups)
    assert all(counts(block, blocks, index.loaded) for block in blocks if block not in warm_ups)


def test_the_wall_before_the_dowel_is_work(index: Index) -> None:
    blocks = today(index, learner(), 1).blocks

    assert blocks
    assert all(counts(block, blocks, index.loaded) for block in blocks)
