"""D1 and D3: how the days of wall and dowel move their reps, and the distance from the wall.

Owns the dose without load. The test of one long set is `wall_test`.
"""

from collections.abc import Sequence
from decimal import Decimal

from hingecli.coach.log.events import SetRecord
from hingecli.coach.log.tally import DayTally, by_share, is_clean_day
from hingecli.coach.protocol.parameters import UnloadedDose
from hingecli.coach.rules.sent_back import was_sent_back
from hingecli.coach.state.state import FullDay, Practice, State


def close_dose(state: State, tally: DayTally) -> None:
    """D1: two full days that were clean together add a rep, two far from it take one away."""
    rule = state.index.rules.unloaded_dose
    for drill, sets in tally.sets.items():
        practice = state.practice.get(drill)
        if practice is None:
            continue
        practice.last = tally.day
        if len(sets) >= rule.sets or was_sent_back(state, tally):
            practice.last_full = tally.day
        full = _full_day(rule, sets, painful=tally.painful)
        if full is not None:
            practice.full_days = (*practice.full_days, full)[-rule.days :]
            practice.reps += rule.step * dose_direction(rule, practice)
            practice.reps = min(max(practice.reps, rule.reps[0]), rule.reps[1])


def dose_direction(rule: UnloadedDose, practice: Practice) -> int:
    """Return which way the last full days ask the reps to go: 1 up, -1 down, 0 neither.

    With fewer days than the rule asks for nothing moves, and after pain nothing goes up.
    """
    days = practice.full_days
    if len(days) < rule.days:
        return 0
    reps, clean = sum(day.reps for day in days), sum(day.clean for day in days)
    if 100 * clean < rule.down_under * reps:
        return -1
    return int(100 * clean >= rule.up_at * reps and not any(day.painful for day in days))


def share_together(practice: Practice) -> int:
    """Return the clean share (%) of the last full days together, rounded down; 0 without any.

    Rounded down, so that a share that is said to be enough always is.
    """
    reps = sum(day.reps for day in practice.full_days)
    return 100 * sum(day.clean for day in practice.full_days) // reps if reps else 0


def _full_day(rule: UnloadedDose, sets: Sequence[SetRecord], *, painful: bool) -> FullDay | None:
    """Return the day's full dose: its cleanest sets, as many as asked; None with fewer.

    The cleanest are taken so that one more set never spoils a day that was clean without it. A set
    shorter than the range is none of the dose.
    """
    long = [record for record in sets if record.reps >= rule.reps[0]]
    if len(long) < rule.sets:
        return None
    if len(long) > rule.sets:
        long = by_share(long)[: rule.sets]
    return FullDay(
        reps=sum(record.reps for record in long),
        clean=sum(record.clean_reps for record in long),
        painful=painful,
    )


def close_distance(state: State, tally: DayTally) -> None:
    """D3: take in how far from the wall the day was, and whether it was clean there.

    Who tells no distance stands where the card said: so the advice moves on also for who never
    tells one.
    """
    rule, dose = state.index.rules.wall_distance, state.index.rules.unloaded_dose
    sets = tally.sets.get(rule.drill)
    if not sets:
        return
    told = tally.distance_cm
    clean = is_clean_day(sets, count=dose.sets, reps=1, least=rule.clean_share)
    if told is None and not clean:
        return
    stood = distance(state) if told is None else told
    if stood != state.distance_cm:
        state.distance_cm, state.distance_days = stood, 0
    if clean and not tally.painful:
        state.distance_days += 1


def distance(state: State) -> Decimal:
    """D3: return how far from the wall to stand on the next day of it (cm)."""
    rule, last = state.index.rules.wall_distance, state.distance_cm
    if last is None:
        return rule.start_cm
    if state.distance_days < rule.after_days:
        return last
    return max(last, min(rule.most_cm, last + rule.step_cm))
