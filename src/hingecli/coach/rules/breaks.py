"""What takes load away for a while: breaks, mornings, illness, rounding. One cut, the largest.

Owns the return after a break, and which cut there is today. What a cut takes off a drill is
`cuts`', what the drill then lifts `prescription`'s; weeks and shares are the protocol's.
"""

from datetime import date

import msgspec

from hingecli.coach.log.tally import DayTally
from hingecli.coach.protocol.parameters.rhythm import BreakStep
from hingecli.coach.rules import way_back
from hingecli.coach.state.lift import Lift, Return
from hingecli.coach.state.state import ONE_DAY, State

WHOLE = 100
"""All of it, in %."""
ROUNDED = "Rounding on two of the last loaded days: today the dowel first, and a shorter range"
"""Why there is less after rounding; told once for the day, whatever else takes more."""


class Cut(msgspec.Struct, frozen=True, kw_only=True):
    """How much less today: of the load (%), of the sets (% kept, then a number less).

    `rule` is the rule that cuts and `because` what happened, for the reason.
    """

    rule: str = ""
    because: str = ""
    percent: int = 0
    sets_percent: int = WHOLE
    sets_less: int = 0

    @property
    def takes_away(self) -> bool:
        """Whether anything is less for it."""
        return bool(self.percent or self.sets_less or self.sets_percent < WHOLE)


NO_CUT = Cut()


def days_away(state: State) -> int:
    """Count the days since the last loaded session; 0 before the first."""
    last = state.last_loaded
    return 0 if last is None else (state.today - last).days


def step_for(state: State, days: int) -> BreakStep | None:
    """Return what a break of `days` days leads to; None for a week or less."""
    if days < state.index.shortest_break:
        return None
    steps = state.index.rules.breaks.steps
    return next((step for step in steps if step.days[0] <= days <= step.days[1]), None)


def is_coming_back(state: State, drill: str) -> bool:
    """Return whether a break, or the way back after a hold, still takes off `drill` today."""
    return way_back.covers(state, drill) or current_return(state) is not None


def is_all_coming_back(state: State) -> bool:
    """Return whether a break, or the way back after a hold, still takes off all load today."""
    return way_back.covers_all(state) or current_return(state) is not None


def begin_loaded_day(state: State) -> None:
    """Note a return after a break, before the first loaded set of the state's day counts."""
    if state.last_loaded is None:
        return
    state.recheck_tries = 0
    state.returning = current_return(state)
    state.fast_waits = way_back.fast_days_owed(state, new=True)
    if step_for(state, days_away(state)) is not None:
        for lift in state.lifts.values():
            lift.forget_tops()


def close_loaded_day(state: State, tally: DayTally) -> None:
    """Take a loaded day as a step of the return: the next one needs a clean day."""
    back = state.returning
    if back is None:
        return
    reps, clean = tally.loaded_reps, tally.loaded_clean
    if not reps or 100 * clean < state.index.rules.breaks.step_share * reps:
        return
    back.sessions += 1
    week = _week_of(state, back)
    if week not in back.clean_weeks:
        back.clean_weeks = (*back.clean_weeks, week)


def cut_today(state: State, drill: str) -> Cut:
    """Return the one cut of today for `drill`: the largest of those that apply."""
    rules = state.index.rules
    lift = state.lifts[drill]
    cuts = []
    back = current_return(state)
    if back is not None and _was_there_before(state, lift):
        cuts.append(_break_cut(state, back))
    if lift.cut_percent:
        cuts.append(Cut(rule="load_hold", because=lift.cut_because, percent=lift.cut_percent))
    if way_back.covers(state, drill):
        cuts.append(way_back_cut(state))
    if is_owed(state, state.morning_flag):
        less = rules.morning_after.cut_percent
        cuts.append(Cut(rule="morning_after", because="Your morning score was up", percent=less))
    if is_owed(state, state.ill_since):
        cuts.append(
            Cut(
                rule="illness",
                because="The first loaded day after illness",
                percent=rules.illness.cut_percent,
                sets_less=rules.illness.sets_less,
            )
        )
    if state.rounding_pending:
        cuts.append(Cut(rule="rounding", because=ROUNDED, percent=rules.rounding.cut_percent))
    if not cuts:
        return NO_CUT
    largest = max(cuts, key=lambda cut: (cut.percent, -cut.sets_percent, cut.sets_less))
    if not way_back.covers(state, drill):
        return largest
    # What was too much goes down a bell in any case, where there is one.
    if 0 < lift.cut_percent == largest.percent and not lift.floor_cuts:
        largest = next(cut for cut in cuts if cut.rule == "load_hold")
    # Half the sets hold on the way back, whatever takes more off the load.
    sets = min(largest.sets_percent, rules.way_back.sets_percent)
    return msgspec.structs.replace(largest, sets_percent=sets)


def is_owed(state: State, day: date | None) -> bool:
    """Return whether `day` came after the last loaded day, so that its cut is still owed."""
    return day is not None and (state.last_loaded is None or day > state.last_loaded)


def way_back_cut(state: State) -> Cut:
    """Return what the way back after a hold takes away (S2)."""
    rule = state.index.rules.way_back
    return Cut(
        rule="way_back",
        because="On the way back",
        percent=rule.cut_percent,
        sets_percent=rule.sets_percent,
    )


def current_return(state: State) -> Return | None:
    """Return the return that takes most away today: the one under way, or one that begins now."""
    away, under_way = days_away(state), state.returning
    step = step_for(state, away)
    if step is None and under_way is None:
        return None
    returns = [] if step is None else [Return(days=away, step=step, began=state.today)]
    if under_way is not None and stage_of(state, under_way) < len(under_way.step.load_percent):
        returns.append(under_way)
    return min(returns, key=lambda r: r.step.load_percent[stage_of(state, r)], default=None)


def stage_of(state: State, back: Return) -> int:
    """Return which week, or session, of the return today is; 0 is the first.

    Weeks go on only as far as each had a loaded day clean enough.
    """
    if not back.step.per_week:
        return back.sessions
    week = _week_of(state, back)
    return min(week, sum(clean < week for clean in back.clean_weeks))


def _week_of(state: State, back: Return) -> int:
    return (state.today - back.began).days // state.index.rules.weeks.days_in_week


def _break_cut(state: State, running: Return) -> Cut:
    step, stage = running.step, stage_of(state, running)
    because = f"After {running.days} days without load it comes back step by step"
    if running.began < state.today:
        because = f"Step {stage + 1} of {len(step.load_percent)} back after the break"
    return Cut(
        rule="breaks",
        because=because,
        percent=100 - step.load_percent[stage],
        sets_percent=step.sets_percent[stage] if stage < len(step.sets_percent) else 100,
        sets_less=step.sets_less,
    )


def _was_there_before(state: State, lift: Lift) -> bool:
    """Return whether there is a load from before the break that is still to be won back."""
    if step_for(state, days_away(state)) is not None:
        return True
    return state.returning is None or lift.work.before_kg is not None or lift.load_kg is None


def end_pause(state: State, last: date) -> None:
    """End every pause that runs beyond `last` on that day."""
    for n, (pause, end) in enumerate(zip(state.pauses, state.pause_ends, strict=True)):
        if end is None or end > last:
            state.pause_ends[n] = max(last, pause.day - ONE_DAY)
