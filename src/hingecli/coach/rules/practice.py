"""D1, D3 and D4: how practice days move the dose and the distance, and which of them are varied.

Owns the dose without load. The test of one long set is `wall_test`.
"""

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from hingecli.coach.log.events import SetRecord
from hingecli.coach.log.tally import DayTally, by_share, counted, is_clean_day
from hingecli.coach.protocol.conditions import UnbrokenSet
from hingecli.coach.protocol.parameters.practice import UnloadedDose, Variant
from hingecli.coach.rules import safety
from hingecli.coach.rules.ladder import waits_for_a_week
from hingecli.coach.rules.rest import was_rest_day
from hingecli.coach.rules.sent_back import takes_the_day, was_sent_back
from hingecli.coach.state.gates import is_met
from hingecli.coach.state.practised import FullDay, Practice
from hingecli.coach.state.state import State


def close_dose(state: State, tally: DayTally) -> None:
    """D1: two full days that were clean together add a rep, two far from it take one away."""
    rule = state.index.rules.unloaded_dose
    for drill, sets in tally.sets.items():
        practice = state.practice.get(drill)
        if practice is None:
            continue
        practice.last = tally.day
        if len(sets) < rule.sets:
            if was_sent_back(state, tally):
                practice.last_full = tally.day
            continue
        practice.last_full = tally.day
        full = _full_day(rule, sets, painful=tally.painful)
        if full is not None:
            practice.full_days = (*practice.full_days, full)[-rule.days :]
            reps = practice.reps + rule.step * dose_direction(rule, practice)
            practice.reps = min(max(reps, rule.reps[0]), rule.reps[1])


LEARNED = 2
"""The last stage of the wall."""


class Dawn(msgspec.Struct, frozen=True):
    """How a day began: as practice of the person's own choice, varied or not, and how far along.

    A hold or a bad morning leaves no choice; `stage` is how far the wall was learned.
    """

    chosen: bool
    varied: bool
    stage: int


def begin_day(state: State) -> Dawn:
    """Return what the state's day is offered as, before anything of it is logged.

    A test comes before practice, and the dowel in the place of a load: no variation has its turn
    then.
    """
    chosen = state.morning_flag != state.today and not safety.holds_the_day(state)
    own = chosen and not state.tests.offered_today and not takes_the_day(state)
    stage = _stage(state)
    return Dawn(chosen, own and _variant_at(state, stage) is not None, stage)


def close_turn(state: State, tally: DayTally, dawn: Dawn) -> None:
    """Count a day of practice, so that no more than a few running are the same (D4, D15).

    A variation's turn is over whatever was done of it, also where load came on top, but not by one
    set on a rest day: that is what such a day offers.
    After one, and once the practice itself is another, the plain days begin anew. A test between
    them is no practice, nor is what pain leaves: these neither count nor end their row.
    """
    if tally.first_loaded is not None:
        if dawn.varied and tally.varied and not was_rest_day(state):
            state.variant_turns += 1
        return
    if tally.count == 1 and was_rest_day(state):
        return
    if dawn.varied:
        state.variant_turns += 1
    if dawn.varied or _stage(state) != dawn.stage:
        state.plain_days = 0
    elif dawn.chosen and state.tests.last != tally.day:
        state.plain_days += 1


def variant_due(state: State) -> Variant | None:
    """Return the variation that a practice day is today; None on a plain one (D4, D15).

    Between loads, and while one without any weight only waits for a week, every day is varied; not
    for somebody who opened a load by word and still has the wall to learn.
    """
    return _variant_at(state, _stage(state))


def _variant_at(state: State, stage: int) -> Variant | None:
    rule = state.index.rules.variety
    if stage and (state.first_loaded is not None or waits_for_a_week(state)):
        return _whose_turn(state)
    if state.tests.practice_left:  # days that a row of tests asks for (D2), but not without end
        return rule.early if state.plain_days >= rule.max_same_days else None
    if stage == LEARNED:
        return _whose_turn(state) if state.plain_days >= rule.every - 1 else None
    return rule.early if state.plain_days >= rule.early_every - 1 else None


def variant_on_rest(state: State) -> Variant | None:
    """Return the variation of which a rest day offers a set; None where there is none.

    One rest day after another takes the next, but not the one that practice has next.
    """
    offered = variants_offered(state)
    if not offered:
        return None
    turn = state.rested + len(offered) // 2
    if turn % len(offered) == state.variant_turns % len(offered):
        turn += 1
    return offered[turn % len(offered)]


def variants_offered(state: State) -> tuple[Variant, ...]:
    """Return the variations of the drills that are open, in their order (D15).

    While a hold lasts, not those that load what hurts.
    """
    variants, unlocks, rungs = state.index.rules.variety.variants, state.unlocks, state.index.rungs
    if state.hold is None and state.index.varied <= unlocks.keys():
        return variants
    return tuple(
        variant
        for variant in variants
        if variant.drill in unlocks
        and not safety.hurts_now(state, (*variant.places, *rungs[variant.drill].places))
    )


def long_set_wanted(state: State) -> int | None:
    """D2: return the warm-up set that a later gate still asks for (reps); None once it is met."""
    drill = state.index.rules.warm_up.drill
    for _, gate in state.pending:
        for tracked in gate:
            condition = tracked.condition
            if (
                isinstance(condition, UnbrokenSet)
                and condition.drill == drill
                and condition.days > 1
                and not is_met(tracked, state)
            ):
                return condition.reps
    return None


def dose_direction(rule: UnloadedDose, practice: Practice) -> int:
    """Return which way the last full days ask the reps to go: 1 up, -1 down, 0 neither.

    With fewer days than the rule asks for nothing moves, and after pain nothing goes up.
    """
    days = practice.full_days
    if len(days) < rule.days:
        return 0
    reps = clean = 0
    hurt = False
    for day in days:
        reps += day.reps
        clean += day.clean
        hurt = hurt or day.painful
    if 100 * clean < rule.down_under * reps:
        return -1
    return int(100 * clean >= rule.up_at * reps and not hurt)


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
    least = rule.reps[0]
    long = [record for record in sets if record.reps >= least]
    if len(long) < rule.sets:
        return None
    if len(long) > rule.sets:
        long = by_share(long)[: rule.sets]
    reps, clean = counted(long)
    return FullDay(reps, clean, painful)


def close_distance(state: State, tally: DayTally) -> None:
    """D3: take in how far from the wall the day was, and whether it was clean there.

    Whoever tells no distance stands where the card said, so the advice moves on even for those who
    never tell one.
    """
    rule, dose = state.index.rules.wall_distance, state.index.rules.unloaded_dose
    sets = tally.sets.get(rule.drill)
    if not sets:
        return
    measured = tally.distance_cm
    clean = is_clean_day(sets, count=dose.sets, reps=1, least=rule.clean_share)
    if measured is None and not clean:
        return
    if measured is None:
        stood = distance(state, tested=state.tests.offered_today)
    else:  # told in feet and inches it is 30.48 cm: nobody stands by that
        stood = (2 * measured).quantize(Decimal(1)) / 2
    if stood != state.distance_cm:
        state.distance_cm, state.distance_days = stood, 0
    if clean and not tally.painful:
        state.distance_days += 1


def distance(state: State, *, tested: bool = False) -> Decimal:
    """D3: return how far from the wall to stand on the next day of it (cm).

    A day on which the wall is `tested` changes nothing else: a step waits for practice. But not
    forever: whoever practises on test days instead gets it after as many clean days again.
    """
    rule, last = state.index.rules.wall_distance, state.distance_cm
    if last is None:
        return rule.start_cm
    if state.distance_days < rule.after_days * (2 if tested else 1):
        return last
    return max(last, min(rule.most_cm, last + rule.step_cm))


def _stage(state: State) -> int:
    """Return how far the wall is learned: each stage has a practice card of its own.

    Once loads began nothing of it moves the card.
    """
    opens = state.index.tested
    if opens is not None and opens not in state.unlocks:  # the test is before them
        return 0
    if state.first_loaded is not None or long_set_wanted(state) is None:
        return LEARNED
    return 1


def _whose_turn(state: State) -> Variant | None:
    offered = variants_offered(state)
    return offered[state.variant_turns % len(offered)] if offered else None
