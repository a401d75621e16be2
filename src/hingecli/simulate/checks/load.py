"""What must hold of weights: their steps, their bounds, that they rise, that a halt is named."""

from hingecli.coach.log.days import monday
from hingecli.coach.results import Block
from hingecli.coach.rules import gear
from hingecli.simulate.checks.day import Day
from hingecli.simulate.ledger import lifts, weeks

TWO_STEPS_MOST = 120
"""% of the heaviest weight so far that two steps at once may reach (D7)."""
LEAST_OF_FIRST = 50
"""% of a drill's first weight under which it never falls (D9)."""
RISE_WEEKS = 4
"""Weeks of training in which a drill rises at least once, for one who does all that is asked."""
UNNAMED_WEEKS = 2
"""Weeks running of a standstill without a word of it: the rule names every second one (D16)."""


def a_step_at_a_time(day: Day) -> str | None:
    """Expect no weight over the next step, or over two of them where they are small."""
    index, profile = day.state.index, day.state.profile
    for block in day.working:
        known = day.ledger.lifts.drills.get(block.drill)
        before = None if known is None else known.heaviest_kg
        if block.load_kg is None or before is None or block.load_kg <= before:
            continue
        implement = gear.implement_of(index, profile, index.rungs[block.drill])
        step = gear.step_up(index, profile, implement, before) if implement else None
        if implement is None or step is None:
            return f"{block.drill} from {before} to {block.load_kg} kg"
        two = gear.step_up(index, profile, implement, step)
        if two is not None and 100 * two <= TWO_STEPS_MOST * before:
            step = two
        if block.load_kg > step:
            return f"{block.drill} from {before} to {block.load_kg} kg"
    return None


def swing_within_what_was_lifted(day: Day) -> str | None:
    """Expect no swing with a bell that was not deadlifted, clean, in the last weeks."""
    for block in day.working:
        if block.load_kg is None or day.state.index.rungs[block.drill].family != "swing":
            continue
        most = lifts.swing_ceiling(day.ledger.lifts, day.decision.date)
        if block.load_kg > most:
            return f"{block.drill} with {block.load_kg} kg, deadlifted {most} kg"
    return None


def not_too_light(day: Day) -> str | None:
    """Expect no weight under the lightest there is, or under half of a drill's first."""
    index, profile = day.state.index, day.state.profile
    for block in day.working:
        load = block.load_kg
        if load is None:
            continue
        implement = gear.implement_of(index, profile, index.rungs[block.drill])
        least = lifts.ZERO if implement is None else gear.lightest(index, profile, implement)
        if load < least:
            return f"{block.drill} with {load} kg, the lightest is {least} kg"
        known = day.ledger.lifts.drills.get(block.drill)
        first = None if known is None else known.first_kg
        if first is not None and 100 * load < LEAST_OF_FIRST * first:
            return f"{block.drill} with {load} kg, the first was {first} kg"
    return None


def rises(day: Day) -> str | None:
    """Expect a drill to ask more in every fourth week of it, of one who does all that is asked."""
    if not day.ledger.obedient:
        return None
    week = monday(day.decision.date)
    for block in day.working:
        known = day.ledger.lifts.drills.get(block.drill)
        if known is None or len(known.still) < RISE_WEEKS:
            continue
        earlier = len(known.still - {week})
        if earlier >= RISE_WEEKS and _may_rise(day, block) and not _more_today(day, block):
            dose = f"{block.sets}x{block.reps} at {block.load_kg or 0} kg"
            return f"{block.drill}, {dose}, asked no more in {earlier} weeks of it"
    return None


def standstill_is_named(day: Day) -> str | None:
    """Expect a standstill of weeks to be named, at least every second week."""
    week = day.ledger.week
    if week.unnamed < UNNAMED_WEEKS or day.decision.kind in ("hold", "paused"):
        return None
    if any(why.rule == weeks.STUCK_RULE for why in day.decision.reasons):
        return None
    if week.gate_still >= weeks.STUCK_WEEKS and week.seen is not None:
        return f"nothing moved before the {week.seen[0]} for {week.gate_still} weeks"
    return f"no weight and no reps rose for {week.load_still} weeks"


def _more_today(day: Day, block: Block) -> bool:
    """Return whether `block` asks more than was ever asked of its drill in its rep range."""
    index = day.state.index
    best = day.ledger.lifts.drills[block.drill].best.get(lifts.is_heavy(index, block))
    rung = index.rungs[block.drill]
    return best is None or lifts.is_more(rung, lifts.asked_of(block), best)


def _may_rise(day: Day, block: Block) -> bool:
    """Return whether there is a heavier weight for the drill, and a swing may have it yet."""
    index, profile = day.state.index, day.state.profile
    rung = index.rungs[block.drill]
    implement = gear.implement_of(index, profile, rung)
    if implement is None:
        return False
    most = max(asked.load for asked in day.ledger.lifts.drills[block.drill].best.values())
    heavier = gear.step_up(index, profile, implement, most)
    if heavier is None:
        return False
    ceiling = lifts.swing_ceiling(day.ledger.lifts, day.decision.date)
    return rung.family != "swing" or heavier <= ceiling
