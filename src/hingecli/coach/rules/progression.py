"""How a logged loaded day moves a drill: its load, reps, and what speaks for more or less.

Owns the bounds that these are judged by (D6-D9, D11, D12). What to lift next is `advice`.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import takewhile

from hingecli.coach.log.events import SetRecord
from hingecli.coach.log.tally import DayTally, share
from hingecli.coach.rules import breaks, gear, goals
from hingecli.coach.state.state import Lift, State


def training_days(state: State) -> int:
    """Give the loaded days planned a week."""
    rules = state.index.rules
    days = len(state.profile.days or rules.loaded_day.default_days)
    return min(days, rules.sixty_plus.days) if state.profile.sixty_plus else days


def effort_ceiling(state: State) -> int:
    """D8: the highest effort (1-10) of the load week; lower at first for 60 or older."""
    rules = state.index.rules
    week = state.load_week
    ceiling = rules.effort_ceiling.ceiling[0]
    for first, value in zip(rules.effort_ceiling.weeks, rules.effort_ceiling.ceiling, strict=True):
        if week >= first:
            ceiling = value
    first_load_week = rules.weeks.first_load_week
    if state.profile.sixty_plus and week < first_load_week + rules.sixty_plus.weeks:
        ceiling = min(ceiling, rules.sixty_plus.ceiling)
    return ceiling


def sets_of(state: State) -> int:
    """D6: working sets of the main drill in this load week."""
    rule = state.index.rules.loaded_day
    light_until = state.index.rules.weeks.first_load_week + rule.light_weeks
    return rule.light_sets if state.load_week < light_until else rule.sets


def reps_range(state: State, drill: str) -> tuple[int, int]:
    """Give the reps a set of `drill` may grow between, before its weight goes up."""
    rules = state.index.rules
    rung = state.index.rungs[drill]
    by_goal = goals.dose_for(state, rung)
    if by_goal is not None:
        return by_goal.reps
    if rung.family == "swing":
        return rules.swings.reps, rules.swings.reps_most
    low, top = rules.loaded_day.reps
    return low, (rules.loaded_day.reps_most if _big_step(state, drill) else top)


def swings_left(state: State) -> int:
    """D11: swings that the week still has room for; none after its days of swings."""
    rule = state.index.rules.swings
    window = state.today - timedelta(days=state.index.rules.loaded_day.window_days - 1)
    recent = takewhile(lambda entry: entry.day >= window, reversed(state.loaded_days))
    week = [entry.swings for entry in recent if entry.swings]
    return max(0, rule.week_reps_most - sum(week)) if len(week) < rule.days_most else 0


def close_day(state: State, tally: DayTally, *, asked: Callable[[str], int]) -> None:
    """Move every loaded drill of the day by how it went, against the rules of that day.

    `asked` gives the reps a set that were asked of a drill that day.
    """
    for drill, sets in tally.sets.items():
        if drill in state.lifts:
            _close_lift(state, drill, sets, tally, asked=asked)
    if state.returning is not None:
        state.returning.sessions += 1


def pain_on(state: State, day: date) -> int:
    """Give the pain (0-10) of the session last told of, if that was on `day`; else 0."""
    told = state.last_pain
    return told[1].score if told is not None and told[0] == day else 0


def _close_lift(
    state: State,
    drill: str,
    sets: Sequence[SetRecord],
    tally: DayTally,
    *,
    asked: Callable[[str], int],
) -> None:
    rules = state.index.rules
    lift = state.lifts[drill]
    low, top = reps_range(state, drill)
    working = _working(sets)
    least, bound = min(r.reps for r in working), rules.load_hold.cut_under_reps
    # Fewer than the bound count against the load only where more were asked for.
    short = low >= bound > least and least < asked(drill)
    load = working[0].load_kg
    if load is None and state.index.rungs[drill].family != "single-leg":
        load = lift.load_kg  # no weight typed: the one before, not none
    if lift.days and load != lift.load_kg:
        lift.top_days, lift.short_sessions = (), 0
        if (load or 0) > (lift.load_kg or 0):
            lift.reps = low
    lift.load_kg = load
    lift.first_kg = load if lift.first_kg is None else lift.first_kg
    lift.days += 1
    lift.last = tally.day
    if tally.first_loaded == drill:
        lift.last_main = tally.day
    lift.last_effort = tally.effort
    clean = share(working)
    lift.last_clean = sum(r.reps for r in working), sum(r.clean_reps for r in working)
    ceiling = effort_ceiling(state)
    pain = pain_on(state, tally.day)
    within = (tally.effort or 0) <= ceiling and pain <= rules.load_up.pain_most
    _cuts(state, lift, clean=clean, over=(tally.effort or 0) - ceiling, short=short)
    enough = len(working) >= rules.loaded_day.second_sets
    top_reached = enough and least >= top and clean >= rules.load_up.clean_share and within
    lift.top_days = (*lift.top_days, tally.day) if top_reached else ()
    grown = clean >= rules.loaded_day.up_at and within and enough and least >= min(lift.reps, top)
    if grown:
        _grow(state, drill, lift, least=least, top=top)
    lift.reps = max(low, lift.reps)
    _close_single_leg(state, drill, sets, lift)
    _win_back(state, lift)


def _win_back(state: State, lift: Lift) -> None:
    """Say after a session whether a load from before a break, or a day's cut, is still to come."""
    load, before = lift.load_kg, lift.before_break_kg
    if before is None:
        return
    returning = breaks.is_coming_back(state)
    if load is None or (lift.cut_percent and not (returning and load < before)):
        lift.before_break_kg = None  # another way of lifting, or too much even now (D9)
    elif load < before:
        lift.top_days = ()  # what is won back first is the load from before
    else:
        lift.before_break_kg = load if returning else None


def _grow(state: State, drill: str, lift: Lift, *, least: int, top: int) -> None:
    """One rep more next time; a swing first grows by sets (D11)."""
    rule = state.index.rules.swings
    if state.index.rungs[drill].family == "swing":
        lift.sets = lift.sets or rule.sets
        if lift.sets < rule.sets_most:
            lift.sets += 1
            return
    lift.reps = min(top, max(lift.reps, least) + state.index.rules.loaded_day.step)


def _cuts(state: State, lift: Lift, *, clean: float, over: int, short: bool) -> None:
    """D9: what of this session asks for less weight next time."""
    rule = state.index.rules.load_hold
    lift.short_sessions = lift.short_sessions + 1 if short else 0
    lift.cut_percent, lift.cut_because = 0, ""
    if clean < rule.cut_under:
        lift.cut_because = f"{clean:.0f} % clean last time"
    elif over >= rule.cut_over_effort:
        lift.cut_because = f"effort {lift.last_effort} last time"
    elif lift.short_sessions >= rule.cut_after:
        lift.cut_because = (
            f"sets under {rule.cut_under_reps} reps {lift.short_sessions} times running"
        )
    if lift.cut_because:
        lift.cut_percent = rule.cut_percent


def _close_single_leg(state: State, drill: str, sets: Sequence[SetRecord], lift: Lift) -> None:
    """D10 and D12: days that earn a first load, and the two sides of the last sessions."""
    if not state.index.rungs[drill].per_side:
        return
    rule = state.index.rules.first_load
    for side in ("L", "R"):
        long = [r for r in sets if r.side in (side, None) and r.clean_reps >= rule.single_leg_reps]
        if len(long) < rule.single_leg_sets:
            break
    else:
        lift.ready_days += 1
    left = sum(r.clean_reps for r in sets if r.side == "L")
    right = sum(r.clean_reps for r in sets if r.side == "R")
    if left or right:
        kept = state.index.rules.sides.in_sessions
        lift.sides = (*lift.sides, (left, right))[-kept:]


def _working(sets: Sequence[SetRecord]) -> Sequence[SetRecord]:
    """Give the working sets: those at the heaviest load that was used twice, else heaviest."""
    by_load: dict[Decimal, list[SetRecord]] = {}
    for record in sets:
        by_load.setdefault(record.load_kg or gear.ZERO, []).append(record)
    if len(by_load) == 1:
        return sets
    repeated = [load for load, group in by_load.items() if len(group) > 1]
    return by_load[max(repeated or by_load)]


def _big_step(state: State, drill: str) -> bool:
    """Tell whether the next weight is so far up that the long sets come first (D6, D7)."""
    load = state.lifts[drill].load_kg
    implement = gear.implement_of(state.index, state.profile, state.index.rungs[drill])
    if load is None or not load or implement is None:
        return False
    heavier = gear.step_up(state.index, state.profile, implement, load)
    limit = 100 + state.index.rules.load_up.big_step_percent
    return heavier is not None and 100 * heavier > limit * load
