"""What is left of a day that was broken off."""

import msgspec
import pytest

from factories import Journal, day, learner, lifter, sets, state_on
from hingecli.coach.day.decide import decide
from hingecli.coach.fold import fold
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Decision


def later(index: Index, journal: Journal, on: int) -> Decision:
    """Decide day `on` as it stands after its sessions, knowing what it was before them."""
    began = decide(fold(index, journal.read().at_dawn_of(day(on)), day(on)))
    return decide(state_on(index, journal, on), began=began)


def left(index: Index, journal: Journal, on: int) -> list[tuple[str, int]]:
    decision = later(index, journal, on)
    return [(b.drill, b.sets) for b in decision.blocks] if decision.unfinished else []


@pytest.mark.parametrize(
    ("words", "n"),
    [
        ("wall 2", 3),
        ("wall 4", 3),  # under half of ten: broken off
        ("wall 5", 2),  # half of it is a set
        ("wall 10 5/10", 1),
        ("wall 3x8", 0),
        ("wall 12", 2),  # longer, but a set that may be asked for
        ("wall 16", 0),  # nobody asked for that: one's own way to train
        ("wall 20", 0),
        ("wall 4x10", 0),
    ],
)
def test_the_sets_that_were_not_done_are_left(index: Index, words: str, n: int) -> None:
    expected = [("wall-hinge", n)] if n else []

    assert left(index, Journal().session(0, words), 0) == expected


def test_a_broken_off_day_says_what_was_done_and_what_is_left(index: Index) -> None:
    decision = later(index, Journal().session(0, "wall 10 9/10"), 0)

    assert (decision.kind, decision.title) == ("done", "The rest of today")
    assert decision.reasons[0].text == ("19 clean reps so far; 1 of 3 sets is left, if you like.")


def test_a_whole_day_is_done_as_ever(index: Index) -> None:
    decision = later(index, Journal().session(0, "wall 3x10"), 0)

    assert (decision.unfinished, decision.title) == (False, "Done for today")


def test_without_knowing_how_the_day_began_nothing_is_left(index: Index) -> None:
    decision = decide(state_on(index, Journal().session(0, "wall 2"), 0))

    assert not decision.unfinished


@pytest.mark.parametrize("pain", [2, 3])
def test_pain_leaves_it_at_what_was_done(index: Index, pain: int) -> None:
    journal = Journal().session(0, "wall 10", pain=pain)

    assert bool(left(index, journal, 0)) is (pain < 3)


def test_nothing_is_left_of_another_drill(index: Index) -> None:
    assert left(index, Journal().session(0, "wall 2", "kb 5"), 0) == []


def test_nothing_is_left_of_sets_that_nobody_counted(index: Index) -> None:
    counted, uncounted = sets("wall 2x10")
    uncounted = msgspec.structs.replace(uncounted, clean=None)

    assert left(index, Journal().with_sets(0, counted, uncounted), 0) == []


def test_a_test_leaves_no_runs(index: Index) -> None:
    journal = Journal().sessions((0, 1), "wall 3x10").session(2, "wall 12/13")

    assert left(index, journal, 2) == []


def test_a_day_that_asked_for_none_leaves_none(index: Index) -> None:
    journal = lifter().pause(0).session(1, "wall 2").resume(1)

    assert left(index, journal, 1) == []


def test_after_a_warm_up_alone_all_the_work_is_left(index: Index) -> None:
    journal = learner().session(20, "wall 20")
    began = decide(fold(index, journal.read().at_dawn_of(day(20)), day(20)))
    work = [(b.drill, b.sets) for b in began.blocks if b.purpose == "main"]

    assert began.blocks[0].purpose == "warm-up"
    assert left(index, journal, 20) == work


def test_of_a_loaded_day_the_second_drill_may_be_left(index: Index) -> None:
    journal = lifter("kb", "rdl").session(0, "rdl 3x8")
    decision = later(index, journal, 0)

    assert decision.unfinished
    assert [(b.drill, b.purpose) for b in decision.blocks] == [("kettlebell-deadlift", "second")]


def test_who_did_the_second_drill_alone_is_not_asked_for_the_main_one(index: Index) -> None:
    assert left(index, lifter("kb", "rdl").session(0, "kb 3x8"), 0) == []


@pytest.mark.parametrize(
    ("words", "n"),
    [("sl 6L 6R", 1), ("sl 6L 6R 6L", 1), ("sl 6", 1), ("sl 6L 6R 6L 6R", 0)],
)
def test_a_set_for_each_side_is_done_with_both(index: Index, words: str, n: int) -> None:
    journal = lifter("sl").session(0, words)
    expected = [("single-leg-rdl", n)] if n else []

    assert [item for item in left(index, journal, 0) if item[0] == "single-leg-rdl"] == expected
