"""The ledger of a life: what was decided, told and logged, kept beside the coach.

Owns what a day adds to it. It reads the protocol's figures, never the coach's own memory, so
that a fault in that memory shows.
"""

from collections import deque
from datetime import date, timedelta

import msgspec

from hingecli.coach.log.events import Cleared, Morning, Pain, ProfileSet, SeenProfessional
from hingecli.coach.log.sessions import Sitting, Statement
from hingecli.coach.protocol.conditions import PlanWeek
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Block, Decision
from hingecli.coach.rules import severity
from hingecli.coach.state.state import State
from hingecli.simulate.ledger import lifts, pain, weeks

ONE_DAY = timedelta(days=1)
HALF_RANGE = "half-range"
"""The variant of a block that is done at half the range."""

CardLikeness = tuple[tuple[str, int, int, str | None], ...]
"""What makes two practice days the same: drill, sets, reps and variant of each block."""


class Ledger(msgspec.Struct, kw_only=True):
    """What a life has shown so far.

    `first_load_week` is the protocol's first plan week of load. `obedient` marks one who does
    exactly what is asked, `declined` are drills that the person does not want. `opened` is when
    each drill opened. `kind_days` counts days lived running of one `kind`, `without_load` those
    without load, `weighted_days` those with weights in all. `rests` are the last rest days
    lived; `card` is the last practice card, `card_days` the practice days running that it was
    the same. `rose` says that more weight was asked for and lifted.
    """

    first_load_week: int = 1
    obedient: bool = False
    declined: tuple[str, ...] = ()
    pain: pain.PainBook
    lifts: lifts.LiftBook
    week: weeks.WeekBook
    first_day: date | None = None
    last_session: date | None = None
    paused_days: int = 0
    opened: dict[str, date] = {}
    rechecked: bool = False
    kind: str = ""
    kind_days: int = 0
    without_load: int = 0
    weighted_days: int = 0
    rests: deque[date] = msgspec.field(default_factory=lambda: deque(maxlen=7))
    card: CardLikeness = ()
    card_days: int = 0
    rose: bool = False


def make_ledger(index: Index, *, obedient: bool = False, declined: tuple[str, ...] = ()) -> Ledger:
    """Return the ledger of a life that begins."""
    plan_weeks = (
        condition.week
        for rung in index.ladder
        for condition in (*rung.gate, *(rung.without_weight or ()))
        if isinstance(condition, PlanWeek)
    )
    return Ledger(
        first_load_week=min(plan_weeks, default=1),
        obedient=obedient,
        declined=declined,
        pain=pain.PainBook(),
        lifts=lifts.LiftBook(),
        week=weeks.make_week_book(index),
    )


def working_blocks(index: Index, decision: Decision) -> tuple[Block, ...]:
    """Return the blocks with load that are no warm-up."""
    return tuple(
        block
        for block in decision.blocks
        if block.purpose != "warm-up" and block.drill in index.loaded
    )


def card_of(decision: Decision) -> CardLikeness:
    """Return what makes the day's card the same as another day's; empty for no practice card.

    Half the range is what pain leaves: it is no choice that could vary.
    """
    if decision.kind != "practice":
        return ()
    card = tuple((b.drill, b.sets, b.reps, variant_of(b)) for b in decision.blocks)
    return () if any(map(is_half_range, decision.blocks)) else card


def is_half_range(block: Block) -> bool:
    """Return whether `block` is done at half the range."""
    return block.variant == HALF_RANGE or getattr(block, "range", None) == "half"


def variant_of(block: Block) -> str | None:
    """Return the variant of `block`, if it has one."""
    return block.variant if isinstance(block.variant, str) else None


def told(ledger: Ledger, index: Index, statement: Statement) -> None:
    """Note what was told beside sessions."""
    book, day = ledger.pain, statement.day
    if isinstance(statement, Morning):
        book.morning = day, statement.score
        _score(ledger, index, day, Pain(score=statement.score))
    elif isinstance(statement, ProfileSet):
        if statement.profile.usual_pain is not None:
            book.usual = statement.profile.usual_pain
    elif isinstance(statement, Cleared):
        book.professional = True
    elif isinstance(statement, SeenProfessional):
        pain.note_professional(book, index, day)


def dawn(ledger: Ledger, state: State, decision: Decision) -> None:
    """Bring the ledger to the day of `decision`, before it is checked."""
    pain.settle(ledger.pain, state.index, decision.date)
    held = ledger.pain.red is not None
    weeks.note_decided(ledger.week, state.index, state.profile, decision, held=held)


def decided(ledger: Ledger, state: State, decision: Decision) -> None:
    """Note the day as it was decided, after it was checked."""
    if decision.kind != ledger.kind:
        ledger.kind, ledger.kind_days = decision.kind, 0
    if state.unlocks != ledger.opened:
        ledger.opened = dict(state.unlocks)
    red, most = ledger.pain.red, state.index.rules.pain_during.ask_after_days
    answered = ledger.pain.answered
    if red is not None and answered is not None and (decision.date - answered).days < most:
        red.most_said = max(red.most_said, len(decision.say))


def lived(
    ledger: Ledger, state: State, decision: Decision, sitting: Sitting | None, *, waits: bool
) -> None:
    """Note a day on which the learner came; `sitting` is what was logged of what was asked.

    `waits` says that an unloaded day could as well have been a loaded one.
    """
    day, index = decision.date, state.index
    ledger.kind_days += 1
    ledger.without_load = ledger.without_load + 1 if waits else 0
    if decision.kind == "rest":
        ledger.rests.append(day)
    if sitting is None:
        return
    card = card_of(decision)
    if card:
        ledger.card_days = ledger.card_days + 1 if card == ledger.card else 1
        ledger.card = card
    said = {why.rule for why in decision.reasons}
    ledger.rose = ledger.rose or index.rules.load_up.name in said
    way_back, back = index.rules.way_back.name in said, ledger.pain.back
    done = {record.drill for record in sitting.sets}
    for block in working_blocks(index, decision):
        if block.drill not in done:
            continue
        less = block.range == "half" and block.drill not in state.bounds.half_range
        comes_back = back is not None and pain.covers(back.places, index.rungs[block.drill])
        easy = way_back or comes_back or less
        moved = lifts.note_asked(ledger.lifts, index, block, day, easy=easy)
        ledger.week.load_moved = ledger.week.load_moved or moved
        ledger.week.loads[block.drill] = block.load_kg or lifts.ZERO
    logged(ledger, index, sitting)


def logged(ledger: Ledger, index: Index, sitting: Sitting) -> None:
    """Note what was logged as work: a warm-up counts for nothing."""
    day, rule = sitting.day, index.rules.breaks
    ledger.first_day = ledger.first_day or day
    work = [record for record in sitting.sets if not record.warmup]
    for record in work:
        if record.drill == rule.recheck_drill and record.reps >= rule.recheck_reps:
            ledger.rechecked = True
    new_day = not ledger.lifts.loaded or ledger.lifts.loaded[-1] != day
    sets = [record for record in work if record.drill in index.loaded]
    if sets and ledger.lifts.loaded:
        away = (day - ledger.lifts.loaded[-1]).days
        weeks.note_return(ledger.week, index, day, away=away)
    if lifts.note_sets(ledger.lifts, index, day, sets):
        ledger.weighted_days += new_day and any(record.load_kg for record in sets)
        ledger.without_load, ledger.rechecked = 0, False
        pain.note_loaded(ledger.pain, index, sitting.pain, {record.drill for record in sets})
    if sitting.pain is not None:
        _score(ledger, index, day, sitting.pain)
    if ledger.last_session != day:
        ledger.week.sessions += 1
        ledger.last_session = day


def _score(ledger: Ledger, index: Index, day: date, score: Pain) -> None:
    pain.note_score(
        ledger.pain,
        index,
        day,
        score,
        trained=ledger.lifts.drills,
        first=ledger.last_session != day,
    )
    red = severity.stops_training(index, score)
    if ledger.kind == "hold" and (red or not pain.is_green(ledger.pain, index, score.score)):
        ledger.kind_days = 0  # a hold may last as long as it hurts
