"""One learner's life with the coach: each day decided, checked, lived and logged.

Owns the order of a day. What a learner tells is `telling`, how they practise `practising`, what
must hold `checks`.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from random import Random

import msgspec

from hingecli.coach.day import dose
from hingecli.coach.day.decide import decide
from hingecli.coach.fold import begin, open_gates, step
from hingecli.coach.log.events import ProfileSet
from hingecli.coach.log.sessions import Sitting, Statement, TrainingDay
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Decision
from hingecli.coach.rules import gear, ladder, rotation
from hingecli.coach.state.gates import condition_states
from hingecli.coach.state.state import ONE_DAY, State
from hingecli.simulate.body import LearnerBody, make_body
from hingecli.simulate.checks import Found, check_day, waits_for_load
from hingecli.simulate.learner import Learner, Nature
from hingecli.simulate.ledger import Ledger, lived, logged, make_ledger, told
from hingecli.simulate.practising import practise
from hingecli.simulate.telling import head, statements_of

STUCK_DAYS = 84
"""Days without any progress at the next gate after which a learner counts as stuck."""
RESTS = 0.7
"""The chance that a rest day is taken as one."""


class Life(msgspec.Struct, kw_only=True):
    """What came of one life.

    `nature` is the learner's; `opened` is the day each drill opened (from 0), `waiting` the first
    condition that each closed drill still missed, `excluded` what was out of reach. `stuck` is the
    drill and condition at which nothing moved, with the sentence that the learner read. `rose`
    tells whether weight was added, `can_rise` whether a heavier one is still there.
    """

    nature: Nature = "ordinary"
    opened: dict[str, int] = {}
    waiting: dict[str, str] = {}
    excluded: list[str] = []
    kinds: Counter[str] = msgspec.field(default_factory=Counter)
    found: list[Found] = []
    weighted_days: int = 0
    rose: bool = False
    can_rise: bool = False
    stuck: tuple[str, str, str] | None = None


class _LastMove(msgspec.Struct, kw_only=True):
    """How the next gate stood when it last moved; `lived` are the days lived since."""

    seen: tuple[object, ...] = ()
    lived: int = 0


def live(
    index: Index,
    learner: Learner,
    *,
    days: int,
    start: date,
    random: Random,
    on_day: Callable[[State, Decision], None] | None = None,
) -> Life:
    """Let `learner` live `days` days with the coach, from `start`.

    `on_day` is shown each day as it was decided, before it is lived.
    """
    state, life, gate = begin(index), Life(nature=learner.nature), _LastMove()
    ledger = make_ledger(index, obedient=learner.obedient, declined=learner.declines)
    body = make_body(learner)
    if learner.profile is not None:
        answers = ProfileSet(**head(start), profile=learner.profile)
        _tell(state, ledger, day=start, statements=(answers,))
    for number in range(days):
        day = start + number * ONE_DAY
        body.wake(random)
        statements = tuple(statements_of(state, body, ledger, day=day, random=random))
        _tell(state, ledger, day=day, statements=statements)
        open_gates(state)
        decision = decide(state)
        life.kinds[decision.kind] += 1
        life.found += check_day(state, decision, ledger)
        if on_day is not None:
            on_day(state, decision)
        _watch_gate(gate, decision)
        if state.pause is not None and ledger.first_day is not None:
            ledger.paused_days += 1
        _live_day(state, body, ledger, decision, random=random)
        if decision.kind == "recheck" and body.idle == 0:
            life.found += _load_after_the_check(state, body, ledger, random=random)
        gate.lived += body.idle == 0
    _look_back(state, life, gate, start)
    life.can_rise = any(_has_heavier(state, drill) for drill in _with_weight(ledger))
    life.weighted_days, life.rose = ledger.weighted_days, ledger.rose
    return life


def _tell(state: State, ledger: Ledger, *, day: date, statements: tuple[Statement, ...]) -> None:
    """Let the coach and the ledger take what was told."""
    step(state, TrainingDay(day=day, statements=statements))
    for statement in statements:
        told(ledger, state.index, statement)


def _live_day(
    state: State, body: LearnerBody, ledger: Ledger, decision: Decision, *, random: Random
) -> None:
    """Show up or not; practise, log, and now and then do more than was asked."""
    body.idle += 1
    learner = body.learner
    if body.ill or body.away or random.random() > learner.shows_up:
        return
    waits = waits_for_load(state, decision)
    day = decision.date
    if decision.kind == "rest" and (learner.obedient or random.random() < RESTS):
        lived(ledger, state, decision, None, waits=waits)
        return
    sitting = practise(state, body, decision.blocks, day=day, random=random)
    if sitting is None:
        if decision.kind != "hold":
            lived(ledger, state, decision, None, waits=waits)
        return
    lived(ledger, state, decision, sitting, waits=waits)
    sittings = [sitting]
    if decision.kind in ("rest", "practice") and random.random() < learner.eager:
        more = _more_than_asked(state, body, day=day, random=random)
        if more is not None:
            logged(ledger, state.index, more)
            sittings.append(more)
    step(state, TrainingDay(day=day, sittings=tuple(sittings)))


def _load_after_the_check(
    state: State, body: LearnerBody, ledger: Ledger, *, random: Random
) -> list[Found]:
    """Look again after a re-check: where it was passed, the load may follow on the same day."""
    decision = decide(state)
    if decision.kind != "load":
        return []
    found = check_day(state, decision, ledger)
    sitting = practise(state, body, decision.blocks, day=decision.date, random=random)
    if sitting is not None:
        lived(ledger, state, decision, sitting, waits=False)
        step(state, TrainingDay(day=decision.date, sittings=(sitting,)))
    return found


def _more_than_asked(
    state: State, body: LearnerBody, *, day: date, random: Random
) -> Sitting | None:
    """Do one more block with load, which nobody asked for."""
    drills = rotation.pool(state)
    if not drills:
        return None
    block = dose.loaded_plan(state).blocks[-1]
    return practise(state, body, (block,), day=day, random=random)


def _watch_gate(gate: _LastMove, decision: Decision) -> None:
    """Begin to count anew when anything at the next gate has moved."""
    ahead = decision.next_gate
    seen = (
        () if ahead is None else (ahead.drill, *(condition.have for condition in ahead.conditions))
    )
    if seen != gate.seen:
        gate.seen, gate.lived = seen, 0


def _look_back(state: State, life: Life, gate: _LastMove, start: date) -> None:
    for rung in state.index.ladder:
        opened = state.unlocks.get(rung.id)
        if ladder.excluded(state, rung) is not None:
            life.excluded.append(rung.id)
        elif opened is not None:
            life.opened[rung.id] = max(0, (opened - start).days) if opened > date.min else 0
        else:
            missing = [
                condition for condition in condition_states(state, rung.id) if not condition.met
            ]
            life.waiting[rung.id] = missing[0].id if missing else "opens tomorrow"
    ahead = ladder.next_gate(state)
    if ahead is not None and gate.lived >= STUCK_DAYS:
        missing = [condition for condition in ahead.conditions if not condition.met]
        life.stuck = ahead.drill, missing[0].id, missing[0].text


def _with_weight(ledger: Ledger) -> Iterator[str]:
    """Name the drills that were done with a weight."""
    return (drill for drill, book in ledger.lifts.drills.items() if book.heaviest_kg is not None)


def _has_heavier(state: State, drill: str) -> bool:
    """Return whether there is a heavier weight than the one that `drill` is done with."""
    index, load = state.index, state.lifts[drill].load_kg
    implement = gear.implement_of(index, state.profile, index.rungs[drill])
    if implement is None or load is None:
        return False
    return gear.step_up(index, state.profile, implement, load) is not None
