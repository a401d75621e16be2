"""How a logged loaded day moves a drill: its load, reps, and what speaks for more or less.

Owns what is asked of a drill in each of its ranges, and what a session of it earns (D6-D9, D11,
D12). What to lift next is `prescription`.
"""

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from hingecli.coach.log.events import SetRecord
from hingecli.coach.log.tally import DayTally, counted
from hingecli.coach.protocol.protocol import Rung
from hingecli.coach.rules import (
    breaks,
    effort,
    first_load,
    gear,
    goals,
    safety,
    same_weight,
    severity,
    sixty_plus,
    swings,
    win_back,
)
from hingecli.coach.state.lift import Lift, Top, Work
from hingecli.coach.state.state import State
from hingecli.text import capital, times

KEPT_TOPS = 3
"""Sessions of a running row that are remembered: no rule asks for more."""


class AskedDose(msgspec.Struct, frozen=True, kw_only=True):
    """What a block of a drill asks in its range, before any cut: reps a set, sets.

    `work` is how the drill stands in that range, `top` where its weight may rise.
    """

    work: Work
    low: int
    top: int
    reps: int
    sets: int


def asked_of(state: State, drill: str, *, main: bool) -> AskedDose:
    """Return what `drill` is asked for today as the main drill, or as the second."""
    rules, rung, lift = state.index.rules, state.index.rungs[drill], state.lifts[drill]
    by_goal = goals.dose_for(state, rung, main=main)
    if by_goal is not None:
        # A goal in the usual range goes on in it: another range has a weight of its own.
        work = lift.work if by_goal.reps == rules.loaded_day.reps else lift.heavy
        low, top = by_goal.reps
        sets = by_goal.sets[1]
        if not main:
            sets = max(1, sets * rules.swings.second_percent // 100)
    else:
        work = lift.work
        low, top = _usual_range(state, rung, lift)
        sets = _usual_sets(state, rung, lift, main=main)
    if rung.family not in rules.goals.athletic_families and _big_step(state, rung, work):
        top += rules.load_up.big_step_reps
    reps = min(max(work.reps, low), top)
    if rung.family == "swing" and rung.implement is not None:
        sets = max(1, min(sets, swings.left(state) // reps))
    return AskedDose(work=work, low=low, top=top, reps=reps, sets=sets)


def training_days_of(state: State) -> int:
    """Work out the loaded days planned a week (D6, S8)."""
    planned = state.profile.days or state.index.rules.loaded_day.default_days
    return sixty_plus.cap_days(state, len(planned))


def sets_of(state: State) -> int:
    """Return the working sets of the main drill in this load week (D6)."""
    rule = state.index.rules.loaded_day
    light_until = state.index.rules.weeks.first_load_week + rule.light_weeks
    return rule.light_sets if state.load_week < light_until else rule.sets


def close_day(state: State, tally: DayTally) -> None:
    """Move every loaded drill of the day by how it went, against the rules of that day."""
    for drill in tally.sets:
        if drill in state.lifts:
            _close_lift(state, drill, same_weight.in_known_weights(state, drill, tally), tally)


def _usual_range(state: State, rung: Rung, lift: Lift) -> tuple[int, int]:
    rules = state.index.rules
    if rung.family in rules.goals.athletic_families:
        if rung.implement is None:  # a jump
            return rules.swings.jump_reps, rules.goals.athletic.reps[1]
        return rules.swings.reps, rules.swings.max_reps
    low, top = rules.loaded_day.reps
    return (rules.loaded_day.few_reps if _begins_with_few(rung, lift) else low), top


def _usual_sets(state: State, rung: Rung, lift: Lift, *, main: bool) -> int:
    rules = state.index.rules
    if rung.family in rules.goals.athletic_families:
        first = rules.swings.sets if rung.implement is not None else rules.swings.jump_sets
        sets = lift.work.sets or first
        return sets if main else max(1, sets * rules.swings.second_percent // 100)
    sets = sets_of(state)
    if _begins_with_few(rung, lift):
        sets = min(sets, lift.work.sets or rules.loaded_day.few_sets)
    return sets if main else min(sets, rules.loaded_day.second_sets)


def _begins_with_few(rung: Rung, lift: Lift) -> bool:
    return rung.per_side or lift.few_at_first


def _close_lift(state: State, drill: str, sets: Sequence[SetRecord], tally: DayTally) -> None:
    rules, rung, lift = state.index.rules, state.index.rungs[drill], state.lifts[drill]
    main = tally.first_loaded == drill
    working = _working(sets)
    reps, clean_reps = counted(working)
    least = min([record.reps for record in working])
    clean = 100 * clean_reps / reps if reps else 0.0
    if not lift.days:  # more than the few asked for shows that the weight is not much
        few = least < rules.loaded_day.reps[0]
        lift.few_at_first = few and first_load.is_much(state, drill)
    asked, cut = asked_of(state, drill, main=main), breaks.cut_today(state, drill)
    work = asked.work
    is_cut = cut.takes_away or bool(lift.half_because) or safety.steps_back(state)
    if not lift.days and cut.takes_away and cut.rule != "breaks":  # nothing was lifted before one
        win_back.keep_first(state, rung, work, cut, used=working[0].load_kg)
    before_kg, was_cut = work.load_kg, bool(lift.cut_percent)
    ceiling, felt = effort.ceiling(state), tally.effort_of(drill)
    # Fewer than the bottom count against the load only where that many were asked for.
    short = least < asked.low and not is_cut
    _take_load(state, rung, lift, work, working[0].load_kg, low=asked.low, least=least)
    if work.load_kg != before_kg:
        asked = asked_of(state, drill, main=main)  # a new weight has a dose of its own
        short = short and (not lift.few_at_first or least < asked.low)
    lift.days += 1
    lift.other_bells_kg = None
    lift.last = tally.day
    if main:
        lift.last_main = tally.day
    lift.last_effort = felt
    work.last_clean = reps, clean_reps
    work.short_sessions = work.short_sessions + 1 if short else 0
    _cuts(state, lift, asked, clean=clean, over=(felt or 0) - ceiling)
    no_lighter = was_cut and (before_kg or 0) <= (work.load_kg or 0)
    lift.floor_cuts = lift.floor_cuts + 1 if no_lighter and lift.cut_percent else 0
    if lift.cut_percent:
        state.cut_lifts.add(drill)
    else:
        state.cut_lifts.discard(drill)
    if no_lighter and not lift.cut_percent:  # that is not too much: no cut like the others
        _hold_what_is_left(state, lift, clean=clean, over=(felt or 0) - ceiling)
    if is_cut:
        lift.forget_tops()  # a cut breaks the rows of every range
    pain = safety.pain_of(state, tally.day)
    green = pain is None or not severity.hurts(state, pain)
    done = _count_of_sets(rung, working)
    whole = drill in state.bounds.half_range or all(r.range == "full" for r in working)
    made = (
        not is_cut
        and whole
        and tally.earns(drill)
        and green
        and done >= asked.sets
        and least >= asked.reps
        and clean >= rules.load_up.clean_share
        and (felt or 0) <= ceiling
    )
    moves = main or rung.family not in rules.goals.athletic_families
    topped = made and moves and least >= asked.top and _has_all_sets(state, rung, work, done)
    if topped:
        _take_top(state, lift, work, Top(tally.day, felt, ceiling))
    elif moves:
        work.tops, work.topped_since = (), None
    easy = made and effort.is_easy(state, felt, ceiling=ceiling)
    work.easy = work.easy + 1 if easy else 0
    if made and moves:
        _grow(state, rung, asked, least=least, done=done)
    work.reps = max(asked.low, work.reps)
    lift.half_because = ""
    if pain and severity.is_amber(state, pain) and severity.is_loaded_by(state.index, pain, drill):
        lift.half_because = f"{capital(severity.describe(state.index, pain))} last time"
    _close_sides(state, rung, lift, sets)
    if tally.earns(drill) and green and whole and rung.per_side:
        _note_ready(state, rung, lift, sets, main=main)
    win_back.close_lift(state, drill, work)


def _take_load(
    state: State,
    rung: Rung,
    lift: Lift,
    work: Work,
    load: Decimal | None,
    *,
    low: int,
    least: int,
) -> None:
    """Take the weight used as the working one; another than before begins its rows anew."""
    rules = state.index.rules
    if load is None and rung.family != "single-leg":
        load = work.load_kg  # no weight typed: the one before, not none
    if lift.days and load != work.load_kg:
        work.tops, work.topped_since, work.short_sessions, work.easy = (), None, 0, 0
        if (load or 0) > (work.load_kg or 0):
            few = least < rules.loaded_day.reps[0] and work is lift.work
            # Else that was for the first weight alone.
            lift.few_at_first = few and first_load.is_leap(state, rung.id, work.load_kg, load)
            work.reps = rules.loaded_day.few_reps if lift.few_at_first else low
            if lift.few_at_first or rung.family in rules.goals.athletic_families:
                work.sets = 0
            if work.load_kg is not None or rung.family == "single-leg":
                lift.moved = state.today
    outgrown = (load or 0) > (lift.heavy.load_kg or gear.ZERO)
    if work is lift.work and outgrown and not goals.asks_few_reps(state):
        lift.heavy = Work()  # under another goal: few reps begin over the usual weight again
    work.load_kg = load
    lift.first_kg = load if lift.first_kg is None else lift.first_kg


def _take_top(state: State, lift: Lift, work: Work, top: Top) -> None:
    rules = state.index.rules
    work.tops = (*work.tops, top)[-KEPT_TOPS:]
    if work.topped_since is None and len(work.tops) >= rules.load_up.sessions:
        work.topped_since = top.day
    near = top.effort is None or top.effort >= top.ceiling - rules.goals.near_ceiling
    if work is lift.work:
        lift.times_topped += 1
        lift.topped = lift.topped or near or lift.times_topped >= rules.load_up.sessions


def _grow(state: State, rung: Rung, asked: AskedDose, *, least: int, done: int) -> None:
    """Ask for one more next time: of sets where a drill grows by these first, else of reps."""
    lift, work = state.lifts[rung.id], asked.work
    before = work.sets, work.reps
    most = 0 if work is lift.heavy else _sets_to_grow_to(state, rung, lift)
    # As the second drill, or late in the week, fewer were asked for than it has.
    if max(work.sets, done) < most and not _was_not_much(state, rung, lift):
        work.sets = max(work.sets, done + 1)
    else:
        rule = state.index.rules.loaded_day
        work.sets = max(work.sets, most)
        work.reps = min(asked.top, max(asked.reps, least) + rule.step)
        if lift.few_at_first and not rung.per_side:  # it was not too much: the usual reps begin
            work.reps = max(work.reps, rule.reps[0])
    if (work.sets, work.reps) != before:
        lift.moved = state.today


def _was_not_much(state: State, rung: Rung, lift: Lift) -> bool:
    """Return whether a session told that a first weight was not much: its reps may grow at once.

    Who is 60 or older goes by sets first all the same (D).
    """
    has_effort = lift.last_effort is not None
    return lift.few_at_first and not rung.per_side and has_effort and not state.profile.sixty_plus


def _sets_to_grow_to(state: State, rung: Rung, lift: Lift) -> int:
    """Return the sets that a drill grows to before its reps grow; 0 where these grow at once."""
    rules = state.index.rules
    if rung.family in rules.goals.athletic_families:
        jump = rung.implement is None
        return rules.goals.athletic.sets[1] if jump else rules.swings.max_sets
    return rules.loaded_day.max_few_sets if _begins_with_few(rung, lift) else 0


def _has_all_sets(state: State, rung: Rung, work: Work, done: int) -> bool:
    """Return whether a drill that grows by sets had all of them: only then its weight may rise."""
    rules = state.index.rules
    if rung.family not in rules.goals.athletic_families:
        return True
    in_the_goals_range = work is state.lifts[rung.id].heavy
    return rung.implement is not None and (in_the_goals_range or done >= rules.swings.max_sets)


def _cuts(state: State, lift: Lift, asked: AskedDose, *, clean: float, over: int) -> None:
    """D9: what of this session asks for less weight next time."""
    rule, short = state.index.rules.load_hold, asked.work.short_sessions
    lift.cut_percent, lift.cut_because = 0, ""
    if clean < rule.cut_under:
        lift.cut_because = f"{clean:.0f} % clean last time"
    elif over >= rule.cut_over_effort:
        lift.cut_because = f"effort {lift.last_effort} last time"
    elif short >= rule.cut_after:
        lift.cut_because = f"Sets under {asked.low} reps {times(short)} running"
    if lift.cut_because:
        lift.cut_percent = rule.cut_percent


def _hold_what_is_left(state: State, lift: Lift, *, clean: float, over: int) -> None:
    """D9: keep the sets and reps that a cut left, until a session with them is clean and easy.

    Where the weight could not go down more of them would be a step up.
    """
    rules = state.index.rules
    if clean < rules.load_up.clean_share:
        lift.cut_because = f"{clean:.0f} % clean last time"
    elif over > 0:
        lift.cut_because = f"effort {lift.last_effort} last time"
    if lift.cut_because:
        lift.cut_percent = rules.load_hold.cut_percent


def _note_ready(
    state: State, rung: Rung, lift: Lift, sets: Sequence[SetRecord], *, main: bool
) -> None:
    """D10: count the day towards a first load at one leg; as the second drill two sets do."""
    rules = state.index.rules
    least = rules.first_load.single_leg_reps
    need = rules.first_load.single_leg_sets if main else rules.loaded_day.second_sets
    long = [record for record in sets if record.clean_reps >= least]
    if _count_of_sets(rung, long) >= need:
        lift.ready_days += 1


def _close_sides(state: State, rung: Rung, lift: Lift, sets: Sequence[SetRecord]) -> None:
    """D12: remember the two sides of the last sessions."""
    if not rung.per_side:
        return
    left = sum(r.clean_reps for r in sets if r.side == "L")
    right = sum(r.clean_reps for r in sets if r.side == "R")
    if left or right:
        kept = state.index.rules.sides.in_sessions
        lift.sides = (*lift.sides, (left, right))[-kept:]


def _count_of_sets(rung: Rung, working: Sequence[SetRecord]) -> int:
    """Return the sets done; of a drill per side those of the side with fewer."""
    if not rung.per_side or not any(record.side for record in working):
        return len(working)
    left = sum(record.side != "R" for record in working)
    right = sum(record.side != "L" for record in working)
    return min(left, right)


def _working(sets: Sequence[SetRecord]) -> Sequence[SetRecord]:
    """Return the working sets: those at the heaviest load that was used twice, else heaviest."""
    load = sets[0].load_kg
    if {record.load_kg for record in sets} == {load}:
        return sets
    by_load: dict[Decimal, list[SetRecord]] = {}
    for record in sets:
        by_load.setdefault(record.load_kg or gear.ZERO, []).append(record)
    repeated = [load for load, group in by_load.items() if len(group) > 1]
    return by_load[max(repeated or by_load)]


def _big_step(state: State, rung: Rung, work: Work) -> bool:
    """Return whether the next bell is so far up that more reps come first (D6, D7)."""
    load = work.load_kg
    if not load:
        return False
    implement = state.bounds.implements[rung.id]
    if implement != "kettlebell":
        return False
    heavier = gear.step_up(state.index, state.profile, implement, load)
    limit = 100 + state.index.rules.load_up.big_step_percent
    return heavier is not None and 100 * heavier > limit * load
