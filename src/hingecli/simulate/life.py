"""One learner's life with the coach: each day decided, lived, logged, and checked.

Owns the invariants: what must hold on every day of every life.
"""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from random import Random

import msgspec

from hingecli.coach import absorb, engine, ladder
from hingecli.coach.day import decide
from hingecli.coach.events import (
    KG_PER_LB,
    Cleared,
    MistakeCount,
    Morning,
    Pain,
    Pause,
    ProfileSet,
    Resume,
    SeenProfessional,
    SetRecord,
)
from hingecli.coach.protocol import Index
from hingecli.coach.state import State
from hingecli.coach.traininglog import Entry, Setting, Sitting
from hingecli.coach.values import Block, Decision
from hingecli.simulate.learner import Learner

ONE_DAY = timedelta(days=1)
Broken = Callable[[str], None]
LONGEST_KIND = {"hold": 70, "recheck": 40, "rest": 4, "test": 40, "load": 1, "paused": 60}
"""Days running after which a kind of day counts as one that never ends."""


class Life(msgspec.Struct, kw_only=True):
    """What came of one life: the day each drill opened (from 0), and what broke.

    `rose` counts load increases, `loaded_days` the days with load; `waiting` is what the next
    gate still missed at the end, `kinds` how often each kind of day was decided.
    """

    opened: dict[str, int] = {}
    broken: list[str] = []
    waiting: dict[str, str] = {}
    kinds: Counter[str] = msgspec.field(default_factory=Counter)
    loaded_days: int = 0
    rose: int = 0
    excluded: list[str] = []


class _Running(msgspec.Struct, kw_only=True):
    """What a life keeps between its days."""

    ill: int = 0
    away: int = 0
    hurts: float = 0.0
    idle: int = 0
    kind: str = ""
    kind_days: int = 0
    heaviest: dict[str, Decimal] = {}
    prescribed: dict[str, Decimal] = {}
    last_load: date | None = None


def live(index: Index, learner: Learner, *, days: int, start: date, random: Random) -> Life:
    """Let `learner` live `days` days with the coach, from `start`."""
    state, life, running = State(index), Life(), _Running()
    if learner.profile is not None:
        engine.step(state, Entry(day=start, settings=(_set_profile(learner, start),)))
    for number in range(days):
        _live_day(state, learner, life, running, day=start + number * ONE_DAY, random=random)
    _look_back(state, life, start)
    return life


def _live_day(
    state: State,
    learner: Learner,
    life: Life,
    running: _Running,
    *,
    day: date,
    random: Random,
) -> None:
    settings = tuple(_happenings(state, learner, running, day=day, random=random))
    engine.step(state, Entry(day=day, settings=settings))
    absorb.open_gates(state)
    decision = decide(state)
    life.kinds[decision.kind] += 1
    _check(state, decision, life, running)
    if running.ill or running.away or random.random() > learner.shows_up:
        running.idle += 1
        return
    sitting = _practise(state, learner, running, decision, day=day, random=random)
    if sitting is None:
        running.idle += 1
        return
    running.idle = 0
    loaded = [r for r in sitting.sets if r.drill in state.index.loaded]
    if loaded:
        life.loaded_days += 1
        running.last_load = day
        for record in loaded:
            if record.load_kg is not None:
                before = running.heaviest.get(record.drill)
                life.rose += before is not None and record.load_kg > before
                running.heaviest[record.drill] = max(before or Decimal(0), record.load_kg)
    engine.step(state, Entry(day=day, sittings=(sitting,)))


def _happenings(
    state: State, learner: Learner, running: _Running, *, day: date, random: Random
) -> list[Setting]:
    """Draw what befalls the learner today beside practice: illness, travel, mornings."""
    told: list[Setting] = []
    running.hurts = max(0.0, running.hurts - random.uniform(0.2, 1.2))
    if running.ill:
        running.ill -= 1
        if not running.ill and state.pause is not None:
            told.append(Resume(**_head(day)))
    elif random.random() < learner.catches_cold:
        running.ill = random.randint(3, 10)
        if random.random() < learner.answers:
            told.append(Pause(**_head(day), ill=True))
    if running.away:
        running.away -= 1
    elif random.random() < learner.goes_away:
        running.away = random.choice((5, 10, 16, 30, 90))
    asked = state.hold is not None or (
        state.last_loaded is not None and state.last_loaded == day - ONE_DAY
    )
    if asked and not running.away and random.random() < max(learner.answers, 0.1):
        told.append(Morning(**_head(day), score=round(running.hurts)))
    hold = state.hold
    if hold is not None and hold.professional and (day - hold.since).days == 10:
        told.append(SeenProfessional(**_head(day)))
    if state.profile.screen == "unloaded" and state.cleared is None and random.random() < 0.02:
        told.append(Cleared(**_head(day)))
    return told


def _practise(
    state: State,
    learner: Learner,
    running: _Running,
    decision: Decision,
    *,
    day: date,
    random: Random,
) -> Sitting | None:
    """Do the day's blocks as this learner would, and log them."""
    if decision.kind in ("paused", "done") or not decision.blocks:
        return None
    if decision.kind == "rest" and random.random() < 0.7:
        return None
    if running.idle:
        learner.idle(running.idle)
    sets: list[SetRecord] = []
    mistakes: Counter[tuple[str, str]] = Counter()
    for block in decision.blocks:
        for record in _do_block(state, learner, block, random=random):
            sets.append(record)
            missed = record.reps - record.clean
            if missed and random.random() < 0.5:
                which = random.choice(("lower-back-rounding", "soft-lockout", "looking-up"))
                mistakes[which, record.drill] += missed
    if random.random() < learner.sore_back:
        running.hurts = random.uniform(2, 7)
    elif decision.kind == "load" and random.random() < learner.sore_back * 2:
        running.hurts = random.uniform(1, 6)
    tells = running.hurts >= 3 or random.random() < learner.tells_pain
    loaded = any(r.drill in state.index.loaded for r in sets)
    effort = random.choice((4, 5, 5, 6, 6, 7, 8))
    return Sitting(
        id=f"s{day:%Y%m%d}",
        ids=(f"s{day:%Y%m%d}",),
        sitting=f"s{day:%Y%m%d}",
        day=day,
        at=datetime.combine(day, time(8), tzinfo=UTC),
        seq=day.toordinal(),
        sets=tuple(sets),
        mistakes=tuple(
            MistakeCount(mistake=mistake, count=count, drill=drill)
            for (mistake, drill), count in mistakes.items()
        ),
        pain=Pain(score=round(running.hurts), where="low-back") if tells else None,
        sore=None,
        effort=effort if loaded and random.random() < learner.tells_effort else None,
        distance_cm=None,
        note=None,
    )


def _do_block(state: State, learner: Learner, block: Block, *, random: Random) -> list[SetRecord]:
    loaded = block.drill in state.index.loaded
    records = []
    for _ in range(block.sets):
        for side in ("L", "R") if block.per_side else (None,):
            skill = learner.skill_in(block.drill, loaded=loaded)
            clean, reps = 0, block.reps
            for rep in range(block.reps):
                if random.random() < skill or random.random() < learner.flattery:
                    clean += 1
                elif block.purpose == "test":
                    reps = rep + 1
                    break
            records.append(
                SetRecord(
                    drill=block.drill, reps=reps, clean=clean, load_kg=block.load_kg, side=side
                )
            )
            learner.practise(block.drill, reps, loaded=loaded)
            if block.purpose == "test" and clean == block.reps:
                return records
    return records


def _check(state: State, decision: Decision, life: Life, running: _Running) -> None:
    """Check what must hold on every day; what does not is written down with the day."""

    def broken(what: str) -> None:
        life.broken.append(f"{decision.date} {decision.kind}: {what}")

    loaded = [b for b in decision.blocks if b.drill in state.index.loaded]
    for block in decision.blocks:
        if block.drill not in state.unlocks:
            broken(f"{block.drill} is prescribed and not open")
    if loaded and state.hold is not None and decision.kind == "hold":
        broken("load during a hold")
    if loaded and running.last_load == decision.date - ONE_DAY:
        broken("load on the day after a load")
    if loaded and state.plan_week < state.index.rules.weeks.first_load_week and not state.overrides:
        broken("load before its week")
    for block in loaded:
        _check_step(block, running, broken)
    if not decision.reasons:
        broken("no reason given")
    _check_kind(decision, running, broken)


def _check_step(block: Block, running: _Running, broken: Broken) -> None:
    """Check that a load rises by no more than a step above the heaviest that was lifted."""
    before = running.heaviest.get(block.drill)
    if block.load_kg is None or before is None:
        return
    limit = max(before * Decimal("1.10"), before + Decimal(4), before + 10 * KG_PER_LB)
    if block.load_kg > limit:
        broken(f"{block.drill} rises from {before} to {block.load_kg} kg")


def _check_kind(decision: Decision, running: _Running, broken: Broken) -> None:
    """Check that a kind of day ends for who keeps practising: idle days do not count."""
    if decision.kind != running.kind:
        running.kind, running.kind_days = decision.kind, 0
    if running.idle == 0:
        running.kind_days += 1
    most = LONGEST_KIND.get(decision.kind)
    if most is not None and running.kind_days > most:
        broken(f"{running.kind_days} days running")
        running.kind_days = 0


def _look_back(state: State, life: Life, start: date) -> None:
    for rung in state.index.ladder:
        opened = state.unlocks.get(rung.id)
        if opened is not None:
            life.opened[rung.id] = max(0, (opened - start).days) if opened > date.min else 0
        elif ladder.excluded(state, rung) is not None:
            life.excluded.append(rung.id)
        else:
            missing = [c for c in ladder.conditions_of(state, rung.id) if not c.met]
            life.waiting[rung.id] = missing[0].id if missing else "opens tomorrow"


def _set_profile(learner: Learner, day: date) -> ProfileSet:
    assert learner.profile is not None
    return ProfileSet(**_head(day), profile=learner.profile)


def _head(day: date) -> dict[str, object]:
    moment = datetime.combine(day, time(7), tzinfo=UTC)
    return {
        "id": f"x{day:%Y%m%d}",
        "seq": day.toordinal(),
        "cmd": f"x{day:%Y%m%d}",
        "at": moment,
        "day": day,
        "recorded": moment,
    }
