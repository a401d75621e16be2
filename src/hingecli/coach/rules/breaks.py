"""What takes load away for a while: breaks, mornings, illness, rounding. One cut, the largest.

Owns the return after a break with its re-check. How much a drill lifts is `loads`.
"""

from datetime import date

import msgspec

from hingecli.coach.protocol.parameters import BreakStep
from hingecli.coach.state.state import ONE_DAY, Lift, Return, State


class Cut(msgspec.Struct, frozen=True, kw_only=True):
    """How much less today: of the load (%), of the sets (% kept, then a number less).

    `rule` is the rule that cuts and `because` what happened, for the reason.
    """

    rule: str = ""
    because: str = ""
    percent: int = 0
    sets_percent: int = 100
    sets_less: int = 0


def days_away(state: State) -> int:
    """Count the days since the last loaded session; 0 before the first."""
    last = state.last_loaded
    return 0 if last is None else (state.today - last).days


def step_for(state: State, days: int) -> BreakStep | None:
    """Find what a break of `days` days leads to; None for a week or less."""
    for step in state.index.rules.breaks.steps:
        if step.days[0] <= days <= step.days[1]:
            return step
    return None


def is_coming_back(state: State) -> bool:
    """Tell whether a break still takes load away today."""
    return current_return(state) is not None


def begin_loaded_day(state: State) -> None:
    """Note a return after a break, before the first loaded set of the state's day counts."""
    if state.last_loaded is None:
        return
    state.recheck_tries = 0
    state.returning = current_return(state)
    away = step_for(state, days_away(state)) is not None
    if not away and not _cut_for_a_day(state):
        return
    for lift in state.lifts.values():
        # A cut for one day is not the place to give back what a session of its own takes (D9).
        if lift.before_break_kg is None and (away or not lift.cut_percent):
            lift.before_break_kg = lift.load_kg
        if away:
            lift.top_days = ()


def cut_today(state: State, drill: str) -> Cut:
    """Give the one cut of today for `drill`: the largest of those that apply."""
    rules = state.index.rules
    lift = state.lifts[drill]
    cuts = [_break_cut(state) if _was_there_before(state, lift) else Cut()]
    if lift.cut_percent:
        cuts.append(Cut(rule="load_hold", because=lift.cut_because, percent=lift.cut_percent))
    if _after_last_load(state, state.morning_flag):
        less = rules.morning_after.cut_percent
        cuts.append(Cut(rule="morning_after", because="Your morning score was up", percent=less))
    if _after_last_load(state, state.ill_since):
        cuts.append(
            Cut(
                rule="illness",
                because="The first loaded day after illness",
                percent=rules.illness.cut_percent,
                sets_less=rules.illness.sets_less,
            )
        )
    if state.rounding_pending:
        because = "Rounding on two of the last loaded days; the dowel first, and a shorter range"
        cuts.append(Cut(rule="rounding", because=because, percent=rules.rounding.cut_percent))
    return max(cuts, key=lambda cut: (cut.percent, cut.sets_less))


def current_return(state: State) -> Return | None:
    """Give the return that takes most away today: the one under way, or one that begins now."""
    away = days_away(state)
    step = step_for(state, away)
    returns = [] if step is None else [Return(days=away, step=step, began=state.today)]
    under_way = state.returning
    if under_way is not None and stage_of(state, under_way) < len(under_way.step.load_percent):
        returns.append(under_way)
    return min(returns, key=lambda r: r.step.load_percent[stage_of(state, r)], default=None)


def stage_of(state: State, back: Return) -> int:
    """Give which week, or session, of the return today is; 0 is the first."""
    if not back.step.per_week:
        return back.sessions
    return (state.today - back.began).days // state.index.rules.weeks.days_in_week


def _break_cut(state: State) -> Cut:
    running = current_return(state)
    if running is None:
        return Cut()
    step, stage = running.step, stage_of(state, running)
    return Cut(
        rule="breaks",
        because=f"After {running.days} days without load it comes back step by step",
        percent=100 - step.load_percent[stage],
        sets_percent=step.sets_percent[stage] if stage < len(step.sets_percent) else 100,
        sets_less=step.sets_less,
    )


def _cut_for_a_day(state: State) -> bool:
    """Tell whether today's load is lighter for this one day: then the one before comes back."""
    waiting = (state.morning_flag, state.ill_since)
    return state.rounding_pending or any(_after_last_load(state, day) for day in waiting)


def _was_there_before(state: State, lift: Lift) -> bool:
    """Tell whether there is a load from before the break that is still to be won back."""
    if step_for(state, days_away(state)) is not None:
        return True
    return state.returning is None or lift.before_break_kg is not None or lift.load_kg is None


def _after_last_load(state: State, day: date | None) -> bool:
    """Tell whether `day` came after the last loaded day, so that its cut is still owed."""
    return day is not None and (state.last_loaded is None or day > state.last_loaded)


def end_pause(state: State, last: date) -> None:
    """End every pause that runs beyond `last` on that day."""
    for n, (pause, end) in enumerate(zip(state.pauses, state.pause_ends, strict=True)):
        if end is None or end > last:
            state.pause_ends[n] = max(last, pause.day - ONE_DAY)
