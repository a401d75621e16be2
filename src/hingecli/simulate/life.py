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
from hingecli.coach.day.draft import counts
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
from hingecli.coach.protocol.protocol import Index, Rung
from hingecli.coach.results import Block, Decision
from hingecli.coach.rules import gear, ladder, rotation
from hingecli.coach.state.gates import condition_states
from hingecli.coach.state.state import State
from hingecli.simulate.body import LearnerBody, make_body
from hingecli.simulate.checks import Found, check_day, waits_for_load
from hingecli.simulate.learner import Learner, Nature
from hingecli.simulate.ledger import Ledger, lived, logged, make_ledger, told

ONE_DAY = timedelta(days=1)
MISTAKES = ("lower-back-rounding", "soft-lockout", "looking-up")
RED_FROM = 5
"""A morning on which nobody also tells that a professional said yes (0-10)."""
LONG_HOLD_DAYS = 14
"""Days of a hold after which a learner goes to a professional unasked."""
STUCK_DAYS = 84
"""Days without any progress at the next gate after which a learner counts as stuck."""


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


class Head(TypedDict):
    """What every event carries."""

    id: str
    seq: int
    cmd: str
    at: datetime
    day: date
    recorded: datetime


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
        answers = ProfileSet(**_head(start), profile=learner.profile)
        _tell(state, ledger, day=start, statements=(answers,))
    for number in range(days):
        day = start + number * ONE_DAY
        body.wake(random)
        statements = tuple(_statements(state, body, ledger, day=day, random=random))
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
    if decision.kind == "rest" and (learner.obedient or random.random() < 0.7):
        lived(ledger, state, decision, None, waits=waits)
        return
    sitting = _practise(state, body, decision.blocks, day=day, random=random)
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
    sitting = _practise(state, body, decision.blocks, day=decision.date, random=random)
    if sitting is not None:
        lived(ledger, state, decision, sitting, waits=False)
        step(state, TrainingDay(day=decision.date, sittings=(sitting,)))
    return found


def _statements(
    state: State, body: LearnerBody, ledger: Ledger, *, day: date, random: Random
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
    morning = _morning(body, ledger, day=day, random=random)
    if morning is not None:
        yield morning
    red_today = morning is not None and morning.score >= RED_FROM
    if not red_today and _sees_a_professional(ledger, day) and random.random() < 0.3:
        yield SeenProfessional(**_head(day))
    if state.morning_flag is not None and state.profile.usual_pain is None and learner.usual > 1:
        yield ProfileSet(**_head(day), profile=Profile(usual_pain=learner.usual))
    screen = state.profile.screen
    if screen in ("unloaded", "stop") and state.cleared is None and random.random() < 0.02:
        yield Cleared(**_head(day))
    if state.first_session is not None and not state.overrides and random.random() < 0.00005:
        yield Override(**_head(day), drill=state.index.ladder[2].id, because="I lift already")


def _sees_a_professional(ledger: Ledger, day: date) -> bool:
    """Return whether pain came again soon, or held for so long that one would see somebody."""
    red = ledger.pain.red
    if red is None:
        return False
    return red.again or red.grave or (day - red.day).days >= LONG_HOLD_DAYS


def _morning(body: LearnerBody, ledger: Ledger, *, day: date, random: Random) -> Morning | None:
    """Answer how the morning is: after a load, and more readily while a hold asks for it."""
    learner, book = body.learner, ledger.pain
    if learner.says is not None:
        return Morning(**_head(day), score=learner.says)
    held = book.red is not None and book.red.day < day
    last = ledger.lifts.loaded[-1] if ledger.lifts.loaded else None
    after_load = (
        last is not None and last < day and (book.answered is None or book.answered <= last)
    )
    ready = max(learner.answers, 0.4) if held else learner.answers
    if not (held or after_load) or random.random() > ready:
        return None
    sore = round(body.sore) if body.sore >= 1 else None
    return Morning(**_head(day), score=body.pain(morning=True).score, sore=sore)


def _practise(
    state: State, body: LearnerBody, blocks: tuple[Block, ...], *, day: date, random: Random
) -> Sitting | None:
    """Do `blocks` as this learner would, and say what is logged; None with nothing to do."""
    learner, index = body.learner, state.index
    if learner.declines:
        blocks = tuple(block for block in blocks if block.drill not in learner.declines)
    if not blocks:
        return None
    body.resume()
    sets: list[SetRecord] = []
    mistakes: Counter[tuple[str, str]] = Counter()
    hardest = 0.0
    for block in blocks:
        rung = index.rungs[block.drill]
        effort = body.effort(rung, block)
        if rung.loaded and block.purpose != "warm-up":
            hardest = max(hardest, effort)
        warmup = not counts(block, blocks, index.loaded)
        for record in _do_block(rung, body, block, effort=effort, warmup=warmup, random=random):
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
        effort=_told_effort(learner, hardest, random) if tells_effort else None,
        distance_cm=None,
        note=None,
    )


def _told_effort(learner: Learner, effort: float, random: Random) -> int:
    """Return the effort as it is told, 1-10; only one who obeys hits it every time."""
    spread = 0.0 if learner.obedient else 0.7
    return min(10, max(1, round(random.gauss(effort, spread))))


def _do_block(
    rung: Rung, body: LearnerBody, block: Block, *, effort: float, warmup: bool, random: Random
) -> Iterator[SetRecord]:
    """Do a block's sets; a run of the test ends at the first miss, a set short of strength."""
    is_test = block.purpose == "test"
    sides: tuple[Side | None, ...] = ("L", "R") if block.per_side else (None,)
    reps = block.reps if effort < 10 else max(1, block.reps - random.randint(1, 4))
    skips = block.purpose == "main" and not body.learner.obedient and random.random() < 0.05
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
                warmup=warmup,
                variant=block.variant,
                range=block.range,
            )
            if is_test and clean == reps:
                return


def _more_than_asked(
    state: State, body: LearnerBody, *, day: date, random: Random
) -> Sitting | None:
    """Do one more block with load, which nobody asked for."""
    drills = rotation.pool(state)
    if not drills:
        return None
    block = dose.loaded_plan(state).blocks[-1]
    return _practise(state, body, (block,), day=day, random=random)


def _watch_gate(gate: _LastMove, decision: Decision) -> None:
    """Begin to count anew when anything at the next gate has moved."""
    ahead = decision.next_gate
    seen = () if ahead is None else (ahead.drill, *(one.have for one in ahead.conditions))
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
            missing = [one for one in condition_states(state, rung.id) if not one.met]
            life.waiting[rung.id] = missing[0].id if missing else "opens tomorrow"
    ahead = ladder.next_gate(state)
    if ahead is not None and gate.lived >= STUCK_DAYS:
        missing = [one for one in ahead.conditions if not one.met]
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


def _head(day: date) -> Head:
    moment = datetime.combine(day, time(7), tzinfo=UTC)
    name = f"x{day:%Y%m%d}"
    return Head(id=name, seq=day.toordinal(), cmd=name, at=moment, day=day, recorded=moment)
