"""The traps that virtual learners fell into: each once kept somebody waiting for ever."""

import pytest
from factories import Journal, lifter, main_block, opened, reason_of, state_on, today

from hingecli.coach.protocol import Index

KB, RDL, SINGLE, SWING = (
    "kettlebell-deadlift",
    "romanian-deadlift",
    "single-leg-rdl",
    "kettlebell-swing",
)


def test_a_drill_that_a_substitute_replaced_lets_the_next_one_join(index: Index) -> None:
    once = (
        lifter("kb", "rdl", "sl")
        .session(0, "kb 3x8")
        .setup(1, limits=("low-back",), equipment=("trap-bar", "dumbbells", "kettlebell"))
    )
    journal = once.sessions((2, 4, 7, 9), "trap 3x8", "rdl 2x8")

    drills = {block.drill for block in today(index, journal, 11).blocks}

    assert SINGLE in drills
