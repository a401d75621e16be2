"""What must hold of pain: no load on a hold, the way back, a rung less, the questions."""

from decimal import Decimal

from hingecli.coach.protocol.protocol import Rung
from hingecli.coach.results import Block
from hingecli.coach.rules import breaks, gear
from hingecli.simulate.checks.day import Day
from hingecli.simulate.ledger import is_half_range, lifts, pain

AMBERS_MOST = 2
"""S2: amber loaded sessions running after which the day is a rung less (RULES)."""
LESS_SETS = 2
"""S2: sets of such a day (RULES)."""
MAIN_SETS = 4
"""D6: sets of a main drill; half of them is the most on the way back (RULES)."""
A_LITTLE = Decimal("0.01")
"""kg by which a weight must be lighter to be another one."""
NEAR = 80
"""% of the weight before: a weight between is near without doubt to one 10 % lighter."""


def no_load_on_hold(day: Day) -> str | None:
    """Expect no load from a red score, also a morning's, until two green days after it."""
    book, index = day.ledger.pain, day.state.index
    red = book.red
    if red is None or not day.working or pain.greens(book, index):
        return None
    return _held_drill(day, red)


def no_load_while_a_professional_is_asked(day: Day) -> str | None:
    """Expect more than two green days after a second episode, or pain in chest or head."""
    book, today = day.ledger.pain, day.decision.date
    red = book.red
    if red is None or not day.working or not pain.greens(book, day.state.index):
        return None
    return _held_drill(day, red) if pain.waits(book, day.state.index, today) else None


def no_load_on_a_bad_morning(day: Day) -> str | None:
    """Expect no load after a morning well beyond the usual; a hold is another matter."""
    book, morning = day.ledger.pain, day.ledger.pain.morning
    if (
        not day.working
        or morning is None
        or morning[0] != day.decision.date
        or book.red is not None
    ):
        return None
    over = morning[1] - book.usual
    if over < day.state.index.rules.morning_after.flag_over:
        return None
    return f"{day.working[0].drill} after a morning score of {morning[1]}, usual {book.usual}"


def way_back_is_gentle(day: Day) -> str | None:
    """Expect two loaded days of fewer sets and less weight after a hold, nothing new or fast."""
    back = day.ledger.pain.back
    if back is None or not day.working or day.ledger.pain.red is not None:
        return None
    for block in day.working:
        rung = day.state.index.rungs[block.drill]
        wrong = _not_gentle(day, block, rung) if pain.covers(back.places, rung) else None
        if wrong is not None:
            return f"{block.drill} {wrong} on day {back.days + 1} of the way back"
    return None


def a_rung_less_after_ambers(day: Day) -> str | None:
    """Expect the first drill, light, at half range, after two amber loaded sessions running."""
    book = day.ledger.pain
    if book.ambers < AMBERS_MOST or not day.working or book.red is not None:
        return None
    after = f"after {book.ambers} amber sessions"
    block = day.working[0]
    if len({other.drill for other in day.working}) > 1:
        return f"{len(day.working)} drills {after}"
    if not _is_first(day, day.state.index.rungs[block.drill]):
        return f"{block.drill} {after}"
    if block.sets > LESS_SETS:
        return f"{block.sets} sets of {block.drill} {after}"
    if not is_half_range(block):
        return f"{block.drill} at full range {after}"
    known = day.ledger.lifts.drills.get(block.drill)
    first = None if known is None else known.first_kg
    if first is not None and (block.load_kg or 0) > first:
        return f"{block.drill} at {block.load_kg} kg, first {first} kg, {after}"
    return None


def a_hold_asks(day: Day) -> str | None:
    """Expect a hold to ask, or to be named on a day that has work beside it."""
    book, decision, rules = day.ledger.pain, day.decision, day.state.index.rules
    red = book.red
    if red is None or decision.kind == "paused" or book.answered == decision.date:
        return None
    if decision.ask is not None:
        return None
    names = (rules.pain_during.name, rules.second_episode.name)
    partial = decision.kind != "hold" and red.places is not None
    if partial and any(why.rule in names for why in decision.reasons):
        return None
    return f"pain of {red.day} is not asked about"


def a_hold_explains_itself(day: Day) -> str | None:
    """Expect a hold that nobody answers to say more, in time, than on its first days."""
    book, decision = day.ledger.pain, day.decision
    red = book.red
    if red is None or book.answered is None or decision.kind != "hold":
        return None
    waited = (decision.date - book.answered).days
    if waited < day.state.index.rules.pain_during.ask_after_days:
        return None
    return None if len(decision.say) > red.most_said else f"{waited} days without an answer"


def _held_drill(day: Day, red: pain.Red) -> str | None:
    for block in day.working:
        if pain.covers(red.places, day.state.index.rungs[block.drill]):
            return f"{block.drill} while the pain of {red.day} holds"
    return None


def _not_gentle(day: Day, block: Block, rung: Rung) -> str | None:
    if rung.family == "swing":
        return "is a swing or a jump"
    known = day.ledger.lifts.drills.get(block.drill)
    if known is None or not known.days:
        return "is new"
    heavy = lifts.is_heavy(day.state.index, block)
    before = known.recent.get(heavy, ())
    most = (max([MAIN_SETS, *(asked.sets for asked in before)]) + 1) // 2
    if block.sets > (1 if block.purpose == "second" else most):
        return f"has {block.sets} sets"
    easy = day.ledger.pain.ambers >= AMBERS_MOST or _is_a_rung_less(block, known)
    if not before or easy:
        return None
    return _not_lighter(day, block, rung, known)


def _is_a_rung_less(block: Block, known: lifts.DrillBook) -> bool:
    """Return whether `block` is what ambers running leave: half the range, at the first weight.

    That may be the weight before, and the reps of the easy days before the hold.
    """
    return is_half_range(block) and (block.load_kg or 0) <= (known.first_kg or 0)


def _not_lighter(day: Day, block: Block, rung: Rung, known: lifts.DrillBook) -> str | None:
    """Say whether neither weight nor reps are less than in the last days before the hold."""
    load = block.load_kg or lifts.ZERO
    before = known.recent[lifts.is_heavy(day.state.index, block)]
    # More may have been lifted than was asked; with two ranges it is not known in which.
    lifted = known.lifted if len(known.recent) == 1 else ()
    base = max(*(asked.load for asked in before), *lifted, lifts.ZERO)
    if load < base:
        return None
    if load > base:
        return f"has {load} kg after {base} kg"
    if breaks.current_return(day.state) is not None:
        return None  # the days before were cut for a break, and a day has one cut, the largest
    reps = max(asked.reps for asked in before)
    rules = day.state.index.rules
    heavy = lifts.is_heavy(day.state.index, block)
    if reps < (rules.goals.strength.reps[0] if heavy else rules.loaded_day.few_reps):
        return None  # all the days before were cut themselves
    implement = gear.implement_of(day.state.index, day.state.profile, rung)
    if load and implement is not None:
        lighter = gear.at_most(day.state.index, day.state.profile, implement, base - A_LITTLE)
        if base > lighter >= base * NEAR / 100:
            return f"still has {base} kg, and {lighter} kg is there"
    # One rep more may have been due: two less than that is one less than before.
    return None if block.reps < reps else f"still has {base} kg for {block.reps} reps"


def _is_first(day: Day, rung: Rung) -> bool:
    """Return whether `rung` is the first loaded drill that can be done, or stands in for it."""
    state, declined = day.state, day.ledger.declined
    open_drills = [
        other
        for other in state.index.ladder
        if other.loaded and other.role == "ladder" and other.id in state.unlocks
    ]
    first = next(
        (
            other
            for other in open_drills
            if other.id not in declined and gear.can_do(state.profile, other)
        ),
        rung,
    )
    families = {other.family for other in (*open_drills[:1], first)}
    return rung.id == first.id or (rung.role == "substitute" and rung.family in families)
