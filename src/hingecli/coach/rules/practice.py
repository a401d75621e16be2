"""D1 and D3: how a day of wall and dowel moves their reps, and the distance from the wall.

Owns the dose without load. The test of one long set is `wall_test`.
"""

from hingecli.coach.log.tally import DayTally, is_clean_day, share
from hingecli.coach.rules.sent_back import was_sent_back
from hingecli.coach.state.state import State


def close_dose(state: State, tally: DayTally) -> None:
    """D1: a clean day adds a rep, a day far from clean takes one away."""
    rule = state.index.rules.unloaded_dose
    for drill, sets in tally.sets.items():
        practice = state.practice.get(drill)
        if practice is None:
            continue
        practice.last = tally.day
        practice.last_share = clean = share(sets)
        practice.last_sets = len(sets)
        if len(sets) >= rule.sets or was_sent_back(state, tally):
            practice.last_full = tally.day
        if len(sets) < rule.sets:
            continue
        # A day clean in all is clean in its best sets, which take longer to find.
        if clean >= rule.up_at or is_clean_day(sets, count=rule.sets, reps=1, least=rule.up_at):
            if tally.painful:
                continue
            practice.reps = min(practice.reps + rule.step, rule.reps[1])
        elif clean < rule.down_under:
            practice.reps = max(practice.reps - rule.step, rule.reps[0])


def close_distance(state: State, tally: DayTally) -> None:
    """D3: two clean days at a distance from the wall earn the next one."""
    rule = state.index.rules.wall_distance
    told = tally.distance_cm
    sets = tally.sets.get(rule.drill)
    if told is None or not sets:
        return
    if told != state.distance_cm:
        state.distance_cm = told
        state.distance_days = 0
    dose = state.index.rules.unloaded_dose
    if is_clean_day(sets, count=dose.sets, reps=1, least=rule.clean_share):
        state.distance_days += 1
