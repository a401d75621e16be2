"""A frozen state is the state: what is decided from it is what the log itself says."""

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import Journal, day, learner, lifter
from hingecli.coach import absorb, engine
from hingecli.coach.engine import decide, fold
from hingecli.coach.memory import DERIVED, Memory, freeze, thaw
from hingecli.coach.protocol import Index
from hingecli.coach.reports import plan, progress
from hingecli.coach.state import ONE_DAY, State
from hingecli.coach.traininglog import Sitting, TrainingLog
from hingecli.coach.trends import trends

WORDS = ("wall 20", "wall 3x10", "dowel 3x10", "kb 3x8 @16", "rdl 3x6/8 @12", "sl 8L 6/8R")


def test_every_field_of_a_state_is_remembered_or_worked_out(index: Index) -> None:
    assert set(vars(State(index))) == (set(Memory.__struct_fields__) | DERIVED) - {
        "evidence",
        "last_day",
    }


def test_notes_are_not_remembered(index: Index) -> None:
    journal = learner().session(12, "wall 20", note="my own words")
    log = journal.read()

    data = freeze(fold(index, log, day(12)), log.entries[-1].sittings)

    assert b"my own words" not in data


@pytest.mark.parametrize("data", [b"", b"\x00", msgspec.msgpack.encode({"today": "x"})])
def test_bytes_that_are_no_state_are_none(index: Index, data: bytes) -> None:
    assert thaw(index, data) is None


def test_a_state_of_another_ladder_is_none(index: Index) -> None:
    frozen = msgspec.msgpack.decode(freeze(State(index), ()))
    frozen["evidence"] = frozen["evidence"][1:]

    assert thaw(index, msgspec.msgpack.encode(frozen)) is None


@settings(max_examples=40)
@given(seed=st.integers(0, 10**6), later=st.integers(0, 40))
def test_a_thawed_state_decides_as_the_whole_log_does(index: Index, seed: int, later: int) -> None:
    log = a_life(seed).read()
    last = log.entries[-1].day

    thawed = thaw(index, freeze(fold(index, log, last), sittings_of(log)))
    assert thawed is not None
    on = last + ONE_DAY * later
    absorb.advance(thawed, on)
    absorb.open_gates(thawed)

    same_answers(thawed, fold(index, log, on))


@settings(max_examples=25)
@given(seed=st.integers(0, 10**6), cut=st.integers(1, 30))
def test_a_thawed_state_goes_on_as_if_never_frozen(index: Index, seed: int, cut: int) -> None:
    log = a_life(seed).read()
    before = TrainingLog(entries=log.entries[:cut])
    last = before.entries[-1].day

    thawed = thaw(index, freeze(fold(index, before, last), sittings_of(before)))
    assert thawed is not None
    for entry in log.entries[cut:]:
        engine.step(thawed, entry)
    absorb.open_gates(thawed)

    same_answers(thawed, fold(index, log, log.entries[-1].day))


def same_answers(one: State, other: State) -> None:
    assert decide(one) == decide(other)
    assert progress(one) == progress(other)
    assert plan(one) == plan(other)
    assert trends(one) == trends(other)
    assert one.unlocks == other.unlocks


def sittings_of(log: TrainingLog) -> tuple[Sitting, ...]:
    last = next((entry for entry in reversed(log.entries) if entry.sittings), None)
    return () if last is None else last.sittings


def a_life(seed: int) -> Journal:
    """Weeks of sessions, mornings, pauses and setup, some of them painful."""
    draw = random.Random(seed)
    journal = draw.choice((learner, lifter))()
    on = 0
    for _ in range(draw.randint(3, 40)):
        on += draw.choice((0, 1, 1, 2, 3, 9, 20))
        match draw.randint(0, 9):
            case 0:
                journal = journal.morning(on, draw.randint(0, 6))
            case 1:
                journal = journal.pause(on, ill=draw.random() < 0.5)
            case 2:
                journal = journal.resume(on)
            case 3:
                journal = journal.setup(on, goal=draw.choice(("strength", "athletic")))
            case _:
                pain = draw.choice((None, None, None, 1, 3, 6))
                mistakes = draw.choice((None, {"lower-back-rounding": 4}))
                journal = journal.session(
                    on, *draw.sample(WORDS, 2), pain=pain, effort=5, mistakes=mistakes
                )
    return journal
