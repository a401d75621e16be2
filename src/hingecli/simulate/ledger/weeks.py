"""What a life's weeks have shown: whether anything moved, and whether a standstill was named."""

from datetime import date, timedelta
from decimal import Decimal

import msgspec

from hingecli.coach.log.days import monday
from hingecli.coach.log.events import Profile
from hingecli.coach.protocol.conditions import LoadWeek, PlanWeek
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Decision, Gate
from hingecli.coach.rules import gear

STUCK_RULE = "D16 stuck"
"""The name of the rule whose reason names a standstill."""
STUCK_WEEKS = 6
"""D16: weeks running without a move from which it is named (RULES)."""
STUCK_SESSIONS = 3
"""D16: sessions of a week that counts (RULES)."""


class WeekBook(msgspec.Struct, kw_only=True):
    """The running week, and how many weeks running nothing moved.

    `interrupted` marks a week with a hold or a pause. `loads` are the weights (kg) that were
    asked this week, by drill. `seen` is the next gate with the most of each of its conditions
    that do not come with the calendar. `unnamed` counts weeks that began in a standstill of
    `STUCK_WEEKS` or more and said nothing of it. Until `returns_until` load comes back after a
    break, step by step: by its own rule nothing new is due.
    """

    calendar: frozenset[str] = frozenset()
    monday: date | None = None
    sessions: int = 0
    interrupted: bool = False
    returns_until: date = date.min
    named: bool = False
    gate_moved: bool = False
    load_moved: bool = False
    loads: dict[str, Decimal] = {}
    seen: tuple[str, dict[str, int]] | None = None
    gate_still: int = 0
    load_still: int = 0
    unnamed: int = 0

    @property
    def still(self) -> int:
        """The weeks of the longer standstill: of the next gate, or of all that is lifted."""
        return max(self.gate_still, self.load_still)


def make_week_book(index: Index) -> WeekBook:
    """Return an empty book that knows which conditions of `index` come with the calendar."""
    return WeekBook(
        calendar=frozenset(
            condition.id
            for rung in index.ladder
            for condition in (*rung.gate, *(rung.without_weight or ()))
            if isinstance(condition, PlanWeek | LoadWeek)
        )
    )


def note_decided(
    book: WeekBook, index: Index, profile: Profile, decision: Decision, *, held: bool
) -> None:
    """Note what the day's card says of the gate and of a standstill; a new week closes the last."""
    week = monday(decision.date)
    if week != book.monday:
        if book.monday is not None:
            _close(book, index, profile)
        book.monday, book.sessions, book.loads = week, 0, {}
        book.interrupted = book.named = book.gate_moved = book.load_moved = False
    returns = decision.date <= book.returns_until
    book.interrupted = book.interrupted or held or returns or decision.kind in ("hold", "paused")
    book.named = book.named or any(why.rule == STUCK_RULE for why in decision.reasons)
    _look_at(book, decision.next_gate)


def note_return(book: WeekBook, index: Index, day: date, *, away: int) -> None:
    """Note load on `day` after `away` days without any: it comes back over `weeks` weeks."""
    for step in index.rules.breaks.steps:
        if step.days[0] <= away <= step.days[1]:
            book.returns_until = day + timedelta(weeks=len(step.load_percent))


def _look_at(book: WeekBook, gate: Gate | None) -> None:
    """Note whether the next gate moved since it was looked at last."""
    if gate is None:
        book.seen = None
        return
    if book.seen is None or book.seen[0] != gate.drill:
        book.seen, book.gate_moved = (gate.drill, {}), True
    most, waits = book.seen[1], False
    for condition in gate.conditions:
        if condition.id in book.calendar:
            continue
        waits = waits or not condition.met
        if condition.have > most.get(condition.id, -1):
            most[condition.id] = condition.have
            book.gate_moved = True
    # What waits only for its week is not stuck.
    book.gate_moved = book.gate_moved or not waits


def _close(book: WeekBook, index: Index, profile: Profile) -> None:
    counts = book.sessions >= STUCK_SESSIONS and not book.interrupted
    was_stuck = book.still >= STUCK_WEEKS
    gate = counts and book.seen is not None and not book.gate_moved
    load = counts and bool(book.loads) and not book.load_moved
    load = load and any(_has_heavier(index, profile, *lift) for lift in book.loads.items())
    book.gate_still = book.gate_still + 1 if gate else 0
    book.load_still = book.load_still + 1 if load else 0
    silent = was_stuck and book.still >= STUCK_WEEKS and not book.named
    book.unnamed = book.unnamed + 1 if silent else 0


def _has_heavier(index: Index, profile: Profile, drill: str, load: Decimal) -> bool:
    """Return whether a heavier weight than `load` (kg) is there for `drill`.

    Swings and jumps follow what is lifted, and grow by sets first: they alone make no standstill.
    """
    rung = index.rungs[drill]
    if rung.family in index.rules.goals.athletic_families:
        return False
    implement = gear.implement_of(index, profile, rung)
    return implement is not None and gear.step_up(index, profile, implement, load) is not None
