"""A walk's events: one sitting, one undo; a log that cannot be written loses nothing."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from cli.walk.walkfakes import INDEX, Fakes, make_block
from factories import lifter
from hingecli.app import App
from hingecli.cli import walk
from hingecli.cli.log_line import command_line
from hingecli.cli.walk.counting import told_clean
from hingecli.cli.walk.log import SittingLog
from hingecli.cli.walk.parts import Done, Walk, WalkPlan
from hingecli.coach.day.card import compose
from hingecli.coach.day.decide import decide
from hingecli.coach.log.events import AnyEvent, DraftEvents, Pain, SessionBody, SetRecord
from hingecli.coach.log.sessions import read_log
from hingecli.coach.log.undo import undo_step
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Purpose
from hingecli.errors import LogError, StoppedError
from hingecli.motion import paced_sets, pacer
from hingecli.store import EventLog

NOW = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)


class MemoryLog:
    """An append-only list that can be told to fail."""

    def __init__(self) -> None:
        self.events: tuple[AnyEvent, ...] = ()
        self.fails = False

    def append(self, draft: DraftEvents) -> None:
        new = tuple(draft(self.events))
        if self.fails:
            raise LogError("the disk is full.")
        self.events += new


def sitting_log(memory: MemoryLog) -> SittingLog:
    return SittingLog(memory.append, day=date(2026, 11, 24), now=lambda: NOW)


def make_done(*, number: int = 0, reps: int = 10, clean: int = 10) -> Done:
    paced = paced_sets.sets_of([make_block()])[number]
    run = pacer.start(paced, 0.0, count_in=3)
    return Done(number=number, run=run, reps=reps, clean=clean)


def only_sitting(memory: MemoryLog) -> tuple[SetRecord, ...]:
    (sitting,) = read_log(memory.events).sittings
    return sitting.sets


def test_sets_of_a_walk_show_as_one_session_and_one_undo_takes_all() -> None:
    memory = MemoryLog()
    log = sitting_log(memory)

    log.keep(make_done(number=0))
    log.keep(make_done(number=1, clean=9))
    log.finish(pain=Pain(score=2), effort=5)

    (sitting,) = read_log(memory.events).sittings
    assert [(r.clean, r.reps) for r in sitting.sets] == [(10, 10), (9, 10)]
    assert (sitting.pain, sitting.effort) == (Pain(score=2), 5)
    assert undo_step(memory.events) == memory.events
    assert [event.seq for event in memory.events] == [1, 2, 3]


def test_a_count_put_right_replaces_the_set_and_adds_none() -> None:
    memory = MemoryLog()
    log = sitting_log(memory)
    done = make_done()

    log.keep(done)
    log.keep(told_clean(done, 8))

    assert [(r.clean, r.reps) for r in only_sitting(memory)] == [(8, 10)]


def test_the_same_words_are_not_written_twice() -> None:
    memory = MemoryLog()
    log = sitting_log(memory)

    log.keep(make_done())
    log.keep(make_done())

    assert len(memory.events) == 1


def test_effort_told_after_pain_keeps_the_pain() -> None:
    memory = MemoryLog()
    log = sitting_log(memory)
    log.keep(make_done())

    log.finish(pain=Pain(score=3), effort=None)
    log.finish(pain=Pain(score=3), effort=7)

    (sitting,) = read_log(memory.events).sittings
    assert (sitting.pain, sitting.effort) == (Pain(score=3), 7)


def test_a_count_put_right_after_the_questions_keeps_how_it_felt() -> None:
    memory = MemoryLog()
    log = sitting_log(memory)
    done = make_done()
    log.keep(done)
    log.finish(pain=Pain(score=3), effort=7)

    log.keep(told_clean(done, 9))

    (sitting,) = read_log(memory.events).sittings
    assert (sitting.pain, sitting.effort) == (Pain(score=3), 7)


def test_what_could_not_be_written_is_written_with_the_next_set() -> None:
    memory = MemoryLog()
    log = sitting_log(memory)
    done = make_done(number=0)

    memory.fails = True
    log.keep(done)
    log.keep(told_clean(done, 7))
    memory.fails = False
    log.keep(make_done(number=1))

    assert [(r.clean, r.reps) for r in only_sitting(memory)] == [(7, 10), (10, 10)]


def test_a_log_that_stays_closed_is_told_at_the_end() -> None:
    memory = MemoryLog()
    log = sitting_log(memory)
    memory.fails = True
    log.keep(make_done())

    with pytest.raises(LogError):
        log.flush()

    memory.fails = False
    log.flush()
    assert len(only_sitting(memory)) == 1


def test_the_sets_that_are_not_in_the_log_are_given_as_one_body() -> None:
    memory = MemoryLog()
    log = sitting_log(memory)
    log.keep(make_done(number=0, clean=8))
    memory.fails = True
    log.keep(make_done(number=1, clean=9))
    log.keep(make_done(number=2))
    log.finish(pain=Pain(score=2), effort=6)

    left = log.unkept()

    assert left is not None
    assert not left.known
    assert [(r.clean, r.reps) for r in left.body.sets] == [(9, 10), (10, 10)]
    assert (left.body.pain, left.body.effort) == (Pain(score=2), 6)
    memory.fails = False
    log.flush()
    assert log.unkept() is None
    assert [event.id for event in memory.events].index(left.id) == 1


def test_an_answer_that_is_not_in_the_log_is_given_with_the_session_it_belongs_to() -> None:
    memory = MemoryLog()
    log = sitting_log(memory)
    log.keep(make_done(number=0, clean=8))
    log.keep(make_done(number=1))
    memory.fails = True
    log.finish(pain=Pain(score=7), effort=None)

    left = log.unkept()

    assert left is not None
    assert left.known
    assert left.id == memory.events[0].id
    assert [(r.clean, r.reps) for r in left.body.sets] == [(8, 10), (10, 10)]
    assert left.body.pain == Pain(score=7)
    line = command_line(left.body, edit=left.id)
    assert line == f"hinge edit {left.id} wall-hinge 8/10 10 --pain 7"


def test_the_line_that_logs_the_rest_of_a_walk_says_which_sets_are_warm_ups() -> None:
    warm_up = SetRecord(drill="dowel-hinge", reps=10, clean=10, warmup=True)
    work = SetRecord(drill="kettlebell-deadlift", reps=8, clean=7)

    assert command_line(SessionBody(sets=(warm_up, work))) == (
        "hinge log dowel-hinge 10 warm-up kettlebell-deadlift 7/8"
    )
    assert command_line(SessionBody(sets=(warm_up, work)), edit="x") == (
        "hinge edit x dowel-hinge 10 warm-up kettlebell-deadlift 7/8"
    )


def test_named_misses_are_counted_by_mistake() -> None:
    memory = MemoryLog()
    done = make_done(clean=7)
    misses = (
        pacer.Miss(1, 0.0, "looking-up"),
        pacer.Miss(2, 0.0, "looking-up"),
        pacer.Miss(3, 0.0, None),
    )
    done = msgspec.structs.replace(done, run=msgspec.structs.replace(done.run, misses=misses))

    sitting_log(memory).keep(done)

    (sitting,) = read_log(memory.events).sittings
    assert [(m.mistake, m.count, m.drill) for m in sitting.mistakes] == [
        ("looking-up", 2, "wall-hinge")
    ]


def test_a_load_keeps_the_unit_it_was_typed_in() -> None:
    memory = MemoryLog()
    done = make_done()
    paced = msgspec.structs.replace(done.run.paced, load_kg=Decimal("15.8757"), unit="lb")
    done = msgspec.structs.replace(done, run=msgspec.structs.replace(done.run, paced=paced))

    sitting_log(memory).keep(done)

    (record,) = only_sitting(memory)
    assert (record.load_kg, record.unit) == (Decimal("15.8757"), "lb")


def walked(index: Index, *asked: tuple[str, Purpose]) -> tuple[SetRecord, ...]:
    """Return the sets of a walk through blocks: the drill of each, and its purpose."""
    memory = MemoryLog()
    log = sitting_log(memory)
    blocks = [
        msgspec.structs.replace(make_block(sets=1, purpose=purpose), drill=drill)
        for drill, purpose in asked
    ]
    for number, paced in enumerate(paced_sets.sets_of(blocks, loaded=index.loaded)):
        run = pacer.start(paced, 0.0, count_in=3)
        log.keep(Done(number=number, run=run, reps=10, clean=10))
    return only_sitting(memory)


def test_the_warm_ups_of_a_loaded_day_are_saved_as_such() -> None:
    sets = walked(
        INDEX,
        ("dowel-hinge", "warm-up"),
        ("kettlebell-deadlift", "warm-up"),
        ("kettlebell-deadlift", "main"),
        ("wall-hinge", "second"),
    )

    assert [record.warmup for record in sets] == [True, True, False, False]


def test_the_wall_set_before_a_dowel_day_counts() -> None:
    sets = walked(INDEX, ("wall-hinge", "warm-up"), ("dowel-hinge", "main"))

    assert [record.warmup for record in sets] == [False, False]


def test_a_walk_paces_the_warm_ups_of_a_loaded_day_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hingecli.app.is_terminal", lambda _stream: True)
    monkeypatch.setenv("HINGE_NOW", "2026-01-05T07:30:00+00:00")
    EventLog(tmp_path).append(lambda held: lifter(equipment=("kettlebell",)).events)
    app = App(home=str(tmp_path))
    decision = decide(app.state)
    page = app.page("kettlebell-deadlift")
    today = compose(decision, app.index, page=page, mistakes=app.mistakes, cues=app.cues)
    walked: list[paced_sets.PacedSet] = []

    def leave_at_once(_app: App, plan: WalkPlan, log: SittingLog, **_: object) -> Walk:
        walked.extend(plan.sets)
        fakes = Fakes([]).walk
        return Walk(
            plan=plan,
            keys=fakes.keys,
            screen=fakes.screen,
            audio=fakes.audio,
            log=log,
            clock=fakes.clock,
        )

    monkeypatch.setattr(walk, "_walk", leave_at_once)
    with pytest.raises(StoppedError):
        walk.run(app, decision, today)

    assert decision.kind == "load"
    assert {paced.purpose for paced in walked if paced.warmup} == {"warm-up"}
    assert {paced.purpose for paced in walked if not paced.warmup} == {"main"}


def test_a_set_keeps_its_variation_and_its_range() -> None:
    memory = MemoryLog()
    (paced,) = paced_sets.sets_of([make_block(sets=1, variant="kickstand", reach="half")])

    run = pacer.start(paced, 0.0, count_in=3)
    sitting_log(memory).keep(Done(number=0, run=run, reps=10, clean=9))

    (record,) = only_sitting(memory)
    assert (record.variant, record.range) == ("kickstand", "half")
