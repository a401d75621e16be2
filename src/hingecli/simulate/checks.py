"""What must hold on every day of every life, checked against a ledger kept beside the coach.

Owns the invariants. The ledger knows only what was decided and logged, so that a fault in the
coach's own memory shows.
"""

from collections import deque
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

import msgspec

from hingecli.coach.log.days import monday
from hingecli.coach.log.events import Pain
from hingecli.coach.log.sessions import Sitting
from hingecli.coach.protocol.conditions import PlanWeek
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Block, Decision
from hingecli.coach.rules import (
    gear,
    progression,
    rotation,
    safety,
)
from hingecli.coach.rules.soreness import load_moves
from hingecli.coach.state.state import State

ONE_DAY = timedelta(days=1)
WEEK = timedelta(days=7)
MINUTES_OVER = 2
"""Minutes by which a sitting may pass its limit: the rule says about 20."""
LONGEST_KIND = {"load": 1, "test": 3, "recheck": 25, "rest": 9, "hold": 40, "paused": 3}
"""Days lived running, by one who does what the day asks, after which a kind never ends.

Who lifts unasked on days of rest gets more of these: the week's loads are used up the sooner.
"""
LONGEST_WITHOUT_LOAD = 8
"""Days lived running without a loaded one, for one who may load."""


class Ledger(msgspec.Struct, kw_only=True):
    """What a life has shown so far, without the coach's rules.

    `heaviest` is kg by drill; `loaded` and `swings` are the last days with load and with
    swing reps; `red` is pain that holds load, `quiet` the days since with a low score.
    `kind_days` counts days lived running of one `kind`, `without_load` those without load,
    `weighted_days` those with weights in all. `rose` tells whether the coach ever asked for
    more weight and it was lifted.
    """

    first_day: date | None = None
    paused_days: int = 0
    heaviest: dict[str, Decimal] = {}
    loaded: deque[date] = msgspec.field(default_factory=lambda: deque(maxlen=10))
    swings: deque[tuple[date, int]] = msgspec.field(default_factory=lambda: deque(maxlen=10))
    red: Pain | None = None
    red_day: date | None = None
    quiet: set[date] = set()
    opened: dict[str, date] = {}
    rechecked: bool = False
    kind: str = ""
    kind_days: int = 0
    without_load: int = 0
    weighted_days: int = 0
    rose: bool = False


class Found(NamedTuple):
    """One day of one life on which an invariant did not hold."""

    invariant: str
    day: date
    what: str


class Day(NamedTuple):
    """What an invariant looks at: the coach's state and decision, and the ledger before it."""

    state: State
    decision: Decision
    ledger: Ledger
    loaded: tuple[Block, ...]


Invariant = Callable[[Day], str | None]


def check_day(state: State, decision: Decision, ledger: Ledger) -> list[Found]:
    """Check one decided day against every invariant."""
    blocks = tuple(block for block in decision.blocks if block.drill in state.index.loaded)
    day = Day(state, decision, ledger, blocks)
    found = []
    for name, holds in INVARIANTS.items():
        what = holds(day)
        if what is not None:
            found.append(Found(name, decision.date, f"{decision.kind}: {what}"))
    if decision.kind != ledger.kind:
        ledger.kind, ledger.kind_days = decision.kind, 0
    ledger.opened = dict(state.unlocks)
    return found


def lived(ledger: Ledger, state: State, decision: Decision, sitting: Sitting | None) -> None:
    """Note a day on which the learner did what was asked; `sitting` is what was logged."""
    ledger.kind_days += 1
    ledger.without_load = ledger.without_load + 1 if _waits_for_load(state, decision) else 0
    if sitting is not None:
        more = state.index.rules.load_up.name
        ledger.rose = ledger.rose or any(told.rule == more for told in decision.reasons)
        logged(ledger, state.index, sitting)


def logged(ledger: Ledger, index: Index, sitting: Sitting) -> None:
    """Note what was logged."""
    day = sitting.day
    ledger.first_day = ledger.first_day or day
    rule = index.rules.breaks
    if safety.stops_training(index, sitting.pain):
        ledger.red, ledger.red_day, ledger.quiet = sitting.pain, day, set()
    elif sitting.pain is not None:
        scored(ledger, index, day, sitting.pain.score)
    for record in sitting.sets:
        if record.drill == rule.recheck_drill and record.reps >= rule.recheck_reps:
            ledger.rechecked = True
    sets = [record for record in sitting.sets if record.drill in index.loaded]
    if not sets:
        return
    if not ledger.loaded or ledger.loaded[-1] != day:
        ledger.loaded.append(day)
        ledger.weighted_days += any(record.load_kg for record in sets)
    ledger.without_load, ledger.rechecked = 0, False
    swings = sum(r.reps for r in sets if index.rungs[r.drill].family == "swing")
    if swings:
        ledger.swings.append((day, swings))
    for record in sets:
        if record.load_kg is not None:
            before = ledger.heaviest.get(record.drill, Decimal(0))
            ledger.heaviest[record.drill] = max(before, record.load_kg)


def scored(ledger: Ledger, index: Index, day: date, score: int) -> None:
    """Note a pain score (0-10): a day of low ones helps to end what holds load."""
    if ledger.red_day is None or day <= ledger.red_day:
        return
    if score <= index.rules.pain_during.end_score_most:
        ledger.quiet.add(day)
    else:
        ledger.quiet.discard(day)


def _only_open(day: Day) -> str | None:
    shut = [b.drill for b in day.decision.blocks if b.drill not in day.state.unlocks]
    return f"{shut[0]} is prescribed and not open" if shut else None


def _stays_open(day: Day) -> str | None:
    for drill, since in day.ledger.opened.items():
        if day.state.unlocks.get(drill) != since:
            return f"{drill} was open since {since} and is no longer"
    return None


def _not_before_its_week(day: Day) -> str | None:
    state, first = day.state, day.ledger.first_day
    if not day.loaded or state.overrides or state.profile.start is not None or first is None:
        return None
    weeks = [
        condition.week
        for rung in state.index.ladder
        for condition in (*rung.gate, *(rung.without_weight or ()))
        if isinstance(condition, PlanWeek)
    ]
    lived = day.decision.date - first - day.ledger.paused_days * ONE_DAY
    if weeks and lived < (min(weeks) - 1) * WEEK:
        return f"load after {lived.days} days"
    return None


def _not_on_hold(day: Day) -> str | None:
    red, index = day.ledger.red, day.state.index
    rule = index.rules.pain_during
    if red is None or len(day.ledger.quiet) >= rule.end_days:
        return None
    for block in day.loaded:
        places = (*safety.EVERY_LOAD, *index.rungs[block.drill].places)
        if red.where in places:
            return f"{block.drill} while pain {red.score} in the {red.where} holds"
    return None


def _not_two_days_running(day: Day) -> str | None:
    if day.loaded and day.ledger.loaded and day.ledger.loaded[-1] >= day.decision.date - ONE_DAY:
        return "load the day after a load"
    return None


def _not_more_than_planned(day: Day) -> str | None:
    if not day.loaded:
        return None
    first = monday(day.decision.date)
    done = sum(when >= first for when in day.ledger.loaded)
    planned = progression.training_days(day.state)
    return f"load number {done + 1} of the week" if done >= planned else None


def _a_step_at_a_time(day: Day) -> str | None:
    index, profile = day.state.index, day.state.profile
    for block in day.loaded:
        before = day.ledger.heaviest.get(block.drill)
        if block.load_kg is None or before is None:
            continue
        implement = gear.implement_of(index, profile, index.rungs[block.drill])
        most = gear.step_up(index, profile, implement or "", before) if implement else before
        if block.load_kg > max(before, most or before):
            return f"{block.drill} from {before} to {block.load_kg} kg"
    return None


def _swings_within_the_week(day: Day) -> str | None:
    index = day.state.index
    rule, window = index.rules.swings, index.rules.loaded_day.window_days
    today = sum(b.sets * b.reps for b in day.loaded if index.rungs[b.drill].family == "swing")
    first = day.decision.date - (window - 1) * ONE_DAY
    week = [reps for when, reps in day.ledger.swings if when >= first]
    if today and len(week) >= rule.days_most:
        return f"swings on day {len(week) + 1} of the week"
    if today and sum(week) + today > rule.week_reps_most:
        return f"{sum(week)} swings this week and {today} more"
    return None


def _within_the_minutes(day: Day) -> str | None:
    most = day.state.index.rules.loaded_day.minutes_most + MINUTES_OVER
    return f"{day.decision.minutes} minutes" if day.decision.minutes > most else None


def _checked_after_a_break(day: Day) -> str | None:
    rule = day.state.index.rules.breaks
    if not day.loaded or not day.ledger.loaded or day.ledger.rechecked:
        return None
    away = (day.decision.date - day.ledger.loaded[-1]).days
    if away >= rule.recheck_from_days and rule.recheck_drill in day.state.unlocks:
        return f"load after {away} days without a check"
    return None


def _ends(day: Day) -> str | None:
    ledger, kind = day.ledger, day.decision.kind
    most = LONGEST_KIND.get(kind)
    if most is None or kind != ledger.kind or ledger.kind_days < most:
        return None
    ledger.kind_days = 0
    return f"{most} days of it and one more"


def _load_comes(day: Day) -> str | None:
    if day.ledger.without_load < LONGEST_WITHOUT_LOAD or not _waits_for_load(
        day.state, day.decision
    ):
        return None
    day.ledger.without_load = 0
    return f"{LONGEST_WITHOUT_LOAD} days without a loaded one"


def _says_what_to_do(day: Day) -> str | None:
    decision = day.decision
    if not decision.reasons:
        return "no reason"
    if decision.blocks or decision.kind == "done":
        return None
    words = " ".join((*decision.say, *(told.text for told in decision.reasons)))
    return None if "hinge " in words or "alking" in words else "nothing to do is named"


def _waits_for_load(state: State, decision: Decision) -> bool:
    """Tell whether an unloaded day could as well have been a loaded one."""
    return (
        decision.kind in ("practice", "rest")
        and state.hold is None
        and load_moves(state) is None
        and bool(rotation.pool(state))
    )


INVARIANTS: dict[str, Invariant] = {
    "a prescribed drill is open": _only_open,
    "a drill that opened stays open": _stays_open,
    "no load before its week": _not_before_its_week,
    "no load during a hold": _not_on_hold,
    "never load on two days running": _not_two_days_running,
    "no more loaded days than planned": _not_more_than_planned,
    "no load over the next step": _a_step_at_a_time,
    "swings within the week's limits": _swings_within_the_week,
    "a sitting within its minutes": _within_the_minutes,
    "a re-check before load after a break": _checked_after_a_break,
    "no kind of day without end": _ends,
    "load comes for who may load": _load_comes,
    "every day says what to do": _says_what_to_do,
}
"""Each invariant by the sentence that says what must hold."""


def names() -> Iterable[str]:
    """Name the invariants in their order."""
    return INVARIANTS
