"""One learner's life with the coach: each day decided, checked, lived and logged.

Owns what a learner does with a day and tells of it. What must hold is `checks`.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TypedDict

import msgspec

from hingecli.coach.day import dose
from hingecli.coach.day.decide import decide
from hingecli.coach.fold import begin, open_gates, step
from hingecli.coach.log.events import (
    Cleared,
    MistakeCount,
    Morning,
    Override,
    Pause,
    Profile,
    ProfileSet,
    Resume,
    SeenProfessional,
    SetRecord,
    Side,
)
from hingecli.coach.log.sessions import Sitting, Statement, TrainingDay
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Block, Decision
from hingecli.coach.rules import (
    gear,
    ladder,
    rotation,
    safety,
)
from hingecli.coach.state.gates import condition_states
from hingecli.coach.state.state import State
from hingecli.simulate.body import Body, make_body
from hingecli.simulate.checks import Found, Ledger, check_day, lived, logged, scored
from hingecli.simulate.learner import Learner

ONE_DAY = timedelta(days=1)
MISTAKES = ("lower-back-rounding", "soft-lockout", "looking-up")
STUCK_DAYS = 84
"""Days without any progress at the next gate after which a learner counts as stuck."""


class Life(msgspec.Struct, kw_only=True):
    """What came of one life.

    `opened` is the day each drill opened (from 0), `waiting` the first condition that each
    closed drill still missed, `excluded` what was out of reach. `stuck` is the drill and
    condition at which nothing moved, with the sentence that the learner read. `rose` tells
    whether weight was added, `can_rise` whether a heavier one is still there.
    """

    opened: dict[str, int] = {}
    waiting: dict[str, str] = {}
    excluded: list[str] = []
    kinds: Counter[str] = msgspec.field(default_factory=Counter)
    found: list[Found] = []
    weighted_days: int = 0
    rose: bool = False
    can_rise: bool = False
    stuck: tuple[str, str, str] | None = None


class Head(TypedDict):
    """What every event carries."""

    id: str
    seq: int
    cmd: str
    at: datetime
    day: date
    recorded: datetime


class _Gate(msgspec.Struct, kw_only=True):
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
    state, life, ledger, gate = begin(index), Life(), Ledger(), _Gate()
    body = make_body(learner)
    if learner.profile is not None:
        told = ProfileSet(**_head(start), profile=learner.profile)
        step(state, TrainingDay(day=start, statements=(told,)))
    for number in range(days):
        day = start + number * ONE_DAY
        body.wake(random)
        settings = tuple(_told(state, body, ledger, day=day, random=random))
        step(state, TrainingDay(day=day, statements=settings))
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
        gate.lived += body.idle == 0
    _look_back(state, life, gate, start)
    life.can_rise = any(_has_heavier(state, drill) for drill in ledger.heaviest)
    life.weighted_days, life.rose = ledger.weighted_days, ledger.rose
    return life


def _live_day(
    state: State, body: Body, ledger: Ledger, decision: Decision, *, random: Random
) -> None:
    """Show up or not; practise, log, and now and then do more than was asked."""
    body.idle += 1
    if body.ill or body.away or random.random() > body.learner.shows_up:
        return
    day = decision.date
    if decision.kind == "rest" and random.random() < 0.7:
        lived(ledger, state, decision, None)
        return
    sitting = _practise(state, body, decision.blocks, day=day, random=random)
    if sitting is None:
        if decision.kind != "hold":
            lived(ledger, state, decision, None)
        return
    lived(ledger, state, decision, sitting)
    sittings = [sitting]
    if decision.kind in ("rest", "practice") and random.random() < body.learner.eager:
        more = _more_than_asked(state, body, day=day, random=random)
        if more is not None:
            logged(ledger, state.index, more)
            sittings.append(more)
    step(state, TrainingDay(day=day, sittings=tuple(sittings)))


def _told(
    state: State, body: Body, ledger: Ledger, *, day: date, random: Random
) -> Iterator[Statement]:
    """Draw what the learner tells beside practice: pauses, mornings, a professional's word."""
    learner = body.learner
    if learner.silent:
        return
    if state.pause is None:
        if body.leaves and random.random() < learner.pauses:
            until = random.choice((None, day + max(body.ill, body.away) * ONE_DAY))
            yield Pause(**_head(day), ill=body.ill > 0, until=until)
    elif not body.ill and not body.away and (ledger.kind_days or random.random() < 0.5):
        yield Resume(**_head(day))
    if body.away:
        return
    yield from _morning(state, body, ledger, day=day, random=random)
    hold = state.hold
    asked = hold is not None and (hold.professional or safety.is_long(state, hold))
    if asked and random.random() < 0.3:
        ledger.red = None
        yield SeenProfessional(**_head(day))
    if state.morning_flag is not None and state.profile.usual_pain is None and learner.usual > 1:
        yield ProfileSet(**_head(day), profile=Profile(usual_pain=learner.usual))
    screen = state.profile.screen
    if screen in ("unloaded", "stop") and state.cleared is None and random.random() < 0.02:
        yield Cleared(**_head(day))
    if state.first_session is not None and not state.overrides and random.random() < 0.00005:
        yield Override(**_head(day), drill=state.index.ladder[2].id, because="I lift already")


def _morning(
    state: State, body: Body, ledger: Ledger, *, day: date, random: Random
) -> Iterator[Statement]:
    """Answer how the morning is: after a load, and more readily while a hold asks for it."""
    learner, hold = body.learner, state.hold
    last = state.last_loaded
    asked = hold is not None or (last is not None and last not in state.answered and last < day)
    ready = max(learner.answers, 0.4) if hold is not None else learner.answers
    if not asked or random.random() > ready:
        return
    pain = body.pain()
    sore = round(body.sore) if body.sore >= 1 else None
    scored(ledger, state.index, day, pain.score)
    yield Morning(**_head(day), score=pain.score, sore=sore)


def _practise(
    state: State, body: Body, blocks: tuple[Block, ...], *, day: date, random: Random
) -> Sitting | None:
    """Do `blocks` as this learner would, and say what is logged; None with nothing to do."""
    if not blocks:
        return None
    body.resume()
    learner, index = body.learner, state.index
    sets: list[SetRecord] = []
    mistakes: Counter[tuple[str, str]] = Counter()
    hardest = 0.0
    for block in blocks:
        rung = index.rungs[block.drill]
        effort = body.effort(rung, block)
        if rung.loaded and block.purpose != "warm-up":
            hardest = max(hardest, effort)
        for record in _do_block(state, body, block, effort=effort, random=random):
            sets.append(record)
            missed = record.reps - record.clean_reps
            if missed and random.random() < 0.4:
                mistakes[random.choice(MISTAKES), record.drill] += missed
    if hardest:
        body.load(hardest, random)
    pain = body.pain()
    tells_pain = random.random() < (0.9 if pain.score >= 5 else learner.tells_pain)
    tells_effort = hardest > 0 and random.random() < learner.tells_effort
    return Sitting(
        id=f"s{day:%Y%m%d}",
        ids=(f"s{day:%Y%m%d}",),
        sitting=f"s{day:%Y%m%d}",
        day=day,
        at=datetime.combine(day, time(8), tzinfo=UTC),
        seq=day.toordinal(),
        sets=tuple(sets),
        mistakes=tuple(
            MistakeCount(mistake=mistake, count=number, drill=drill)
            for (mistake, drill), number in mistakes.items()
        ),
        pain=pain if tells_pain else None,
        sore=None,
        effort=min(10, max(1, round(random.gauss(hardest, 0.7)))) if tells_effort else None,
        distance_cm=None,
        note=None,
    )


def _do_block(
    state: State, body: Body, block: Block, *, effort: float, random: Random
) -> Iterator[SetRecord]:
    """Do a block's sets; a run of the test ends at the first miss, a set short of strength."""
    rung, is_test = state.index.rungs[block.drill], block.purpose == "test"
    sides: tuple[Side | None, ...] = ("L", "R") if block.per_side else (None,)
    reps = block.reps if effort < 10 else max(1, block.reps - random.randint(1, 4))
    skips = block.purpose == "main" and random.random() < 0.05
    for _ in range(max(1, block.sets - skips)):
        for side in sides:
            counted = body.do_set(rung, reps, effort=effort, random=random)
            if is_test and False in counted:
                counted = counted[: counted.index(False) + 1]
            clean = sum(counted)
            body.practise(block.drill, len(counted))
            yield SetRecord(
                drill=block.drill,
                reps=len(counted),
                clean=clean,
                load_kg=block.load_kg,
                side=side,
            )
            if is_test and clean == reps:
                return


def _more_than_asked(state: State, body: Body, *, day: date, random: Random) -> Sitting | None:
    """Do one more block with load, which nobody asked for."""
    drills = rotation.pool(state)
    if not drills:
        return None
    block = dose.loaded_plan(state).blocks[-1]
    return _practise(state, body, (block,), day=day, random=random)


def _watch_gate(gate: _Gate, decision: Decision) -> None:
    """Begin to count anew when anything at the next gate has moved."""
    ahead = decision.next_gate
    seen = () if ahead is None else (ahead.drill, *(one.have for one in ahead.conditions))
    if seen != gate.seen:
        gate.seen, gate.lived = seen, 0


def _look_back(state: State, life: Life, gate: _Gate, start: date) -> None:
    for rung in state.index.ladder:
        opened = state.unlocks.get(rung.id)
        if ladder.excluded(state, rung) is not None:
            life.excluded.append(rung.id)
        elif opened is not None:
            life.opened[rung.id] = max(0, (opened - start).days) if opened > date.min else 0
        else:
            missing = [one for one in condition_states(state, rung.id) if not one.met]
            life.waiting[rung.id] = missing[0].id if missing else "opens tomorrow"
    ahead = ladder.next_gate(state)
    if ahead is not None and gate.lived >= STUCK_DAYS:
        missing = [one for one in ahead.conditions if not one.met]
        life.stuck = ahead.drill, missing[0].id, missing[0].text


def _has_heavier(state: State, drill: str) -> bool:
    """Tell whether there is a heavier weight than the one that `drill` is done with."""
    index, load = state.index, state.lifts[drill].load_kg
    implement = gear.implement_of(index, state.profile, index.rungs[drill])
    if implement is None or load is None:
        return False
    return gear.step_up(index, state.profile, implement, load) is not None


def _head(day: date) -> Head:
    moment = datetime.combine(day, time(7), tzinfo=UTC)
    name = f"x{day:%Y%m%d}"
    return Head(id=name, seq=day.toordinal(), cmd=name, at=moment, day=day, recorded=moment)
