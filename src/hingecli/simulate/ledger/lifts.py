"""What a life has lifted so far: each loaded drill by what was asked of it and what was logged."""

from collections import deque
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

import msgspec

from hingecli.coach.log.days import monday
from hingecli.coach.log.events import SetRecord
from hingecli.coach.protocol.protocol import Index, Rung
from hingecli.coach.results import Block

ZERO = Decimal(0)
REMEMBERED = 3
"""Prescriptions of a drill that are remembered: one of them may have been a lighter day."""
CEILING_WINDOW = timedelta(weeks=8)
"""D11: the weeks of deadlifts and RDLs that a swing's bell is measured by (RULES)."""
CEILING_REPS = 3
"""D11: reps of a set that counts for it (RULES)."""
CEILING_FAMILIES = ("deadlift", "rdl")


class Prescription(NamedTuple):
    """What was asked of a drill: load (kg; 0 at body weight), reps a set, sets."""

    load: Decimal
    reps: int
    sets: int


class DrillBook(msgspec.Struct, kw_only=True):
    """What is known of one loaded drill; weights in kg.

    `recent` are the last prescriptions by rep range (heavy or not), of days that were no way
    back and had all the range; `best` is the most that was ever asked in each. `lifted` are the
    weights last used, which may be heavier than what was asked. `still` are the weeks (Mondays) in
    which it was trained and nothing rose, since the week `rose`.
    """

    days: int = 0
    first_kg: Decimal | None = None
    heaviest_kg: Decimal | None = None
    lifted: deque[Decimal] = msgspec.field(default_factory=lambda: deque(maxlen=REMEMBERED))
    recent: dict[bool, deque[Prescription]] = {}
    best: dict[bool, Prescription] = {}
    rose: date | None = None
    still: set[date] = set()


class LiftBook(msgspec.Struct, kw_only=True):
    """What was lifted so far: by drill, the days with load, the swings, the swing's ceiling."""

    drills: dict[str, DrillBook] = {}
    loaded: deque[date] = msgspec.field(default_factory=lambda: deque(maxlen=10))
    swings: deque[tuple[date, int]] = msgspec.field(default_factory=lambda: deque(maxlen=10))
    ceilings: deque[tuple[date, Decimal]] = msgspec.field(default_factory=deque)

    def of(self, drill: str) -> DrillBook:
        """Return the book of `drill`, made if it is missing."""
        book = self.drills.get(drill)
        if book is None:
            book = self.drills[drill] = DrillBook()
        return book


def is_heavy(index: Index, block: Block) -> bool:
    """Return whether `block` is in the low rep range, which keeps weights of its own (D14).

    Before a big step of a bell the range reaches a few reps further (D7).
    """
    rules = index.rules
    return block.reps_range[1] <= rules.goals.strength.reps[1] + rules.load_up.big_step_reps


def asked_of(block: Block) -> Prescription:
    """Return what `block` asks."""
    return Prescription(block.load_kg or ZERO, block.reps, block.sets)


def is_more(rung: Rung, now: Prescription, before: Prescription) -> bool:
    """Return whether `now` asks more: weight, else reps, else sets where a drill grows by them."""
    if now[:2] != before[:2]:
        return now[:2] > before[:2]
    return (rung.family == "swing" or rung.per_side) and now.sets > before.sets


def note_asked(book: LiftBook, index: Index, block: Block, day: date, *, easy: bool) -> bool:
    """Note a working block that was done; return whether it asked more than the last time."""
    rung, drill = index.rungs[block.drill], book.of(block.drill)
    asked, heavy = asked_of(block), is_heavy(index, block)
    recent = drill.recent.get(heavy)
    if recent is None:
        recent = drill.recent[heavy] = deque(maxlen=REMEMBERED)
    more = not recent or is_more(rung, asked, recent[-1])
    if not easy:
        recent.append(asked)
    best, week = drill.best.get(heavy), monday(day)
    if best is None or is_more(rung, asked, best):
        drill.best[heavy], drill.rose, drill.still = asked, week, set()
    elif week != drill.rose and (rung.family != "swing" or block.purpose == "main"):
        drill.still.add(week)
    return more


def note_sets(book: LiftBook, index: Index, day: date, sets: Iterable[SetRecord]) -> bool:
    """Note the loaded sets that were logged on `day`; return whether there were any."""
    most: dict[str, Decimal] = {}
    swings = 0
    for record in sets:
        rung = index.rungs[record.drill]
        load = record.load_kg or ZERO
        most[record.drill] = max(load, most.get(record.drill, ZERO))
        if rung.family == "swing":
            swings += record.reps
        if rung.family in CEILING_FAMILIES and record.reps >= CEILING_REPS:
            share = index.rules.load_up.clean_share
            if 100 * (record.clean or 0) >= share * record.reps:
                _note_ceiling(book, day, load)
    if not most:
        return False
    if not book.loaded or book.loaded[-1] != day:
        book.loaded.append(day)
    if swings:
        book.swings.append((day, swings))
    for drill, load in most.items():
        known = book.of(drill)
        known.days += 1
        known.lifted.append(load)
        if load:
            known.first_kg = known.first_kg or load
            known.heaviest_kg = max(load, known.heaviest_kg or ZERO)
    return True


def swing_ceiling(book: LiftBook, today: date) -> Decimal:
    """Return the heaviest bell that a swing may have today (kg), by the window before it."""
    while book.ceilings and book.ceilings[0][0] < today - CEILING_WINDOW:
        book.ceilings.popleft()
    return book.ceilings[0][1] if book.ceilings else ZERO


def _note_ceiling(book: LiftBook, day: date, load: Decimal) -> None:
    """Keep the days whose weight no later day has reached: the first is the heaviest."""
    while book.ceilings and book.ceilings[-1][1] <= load:
        book.ceilings.pop()
    book.ceilings.append((day, load))
