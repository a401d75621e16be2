"""Why a practice day is as it is: its reps, its goal, its variation (D1, D4, D15).

The dose itself is `dose`'s.
"""

from hingecli.coach.protocol.parameters.practice import Variant
from hingecli.coach.results import Block, Reason
from hingecli.coach.rules import ladder, rotation
from hingecli.coach.rules.practice import dose_direction, share_together, variants_offered
from hingecli.coach.rules.reasons import guide_says, reason
from hingecli.coach.state.state import State


def day_goal_reasons(state: State) -> tuple[Reason, ...]:
    """D4: say the goal of the day; once loading began there is none."""
    if state.first_loaded is not None:
        return ()
    low, high = state.index.rules.day_goal.clean_reps
    return (
        guide_says(state.index, "day_goal", f"{low}-{high} clean reps over the day."),
        reason(state.index, "day_goal", "One sitting is already a full session."),
    )


def variety_reason(state: State, variant: Variant) -> Reason:
    """Say why the day is varied (D4, D15)."""
    rule = state.index.rules.variety
    turn = f"one of {len(variants_offered(state))} in turn: {variant.name}."
    if state.first_loaded is not None:
        when = "day between loads" if rotation.has_load(state) else "and varied day"
        text = f"A short {when}, {turn}"
    elif ladder.waits_for_a_week(state):
        text = f"The next drill only waits for its week. The days are varied, {turn}"
    elif variant == rule.early:
        text = (
            f"{rule.early_every - 1} days of the same behind you, so a varied one: {variant.name}."
        )
    else:
        text = f"Every {rule.every} practice days one is varied, {turn}"
    return reason(state.index, "variety", text)


def dose_reason(state: State, blocks: tuple[Block, ...]) -> Reason:
    """Say why the reps are what they are (D1)."""
    rule = state.index.rules.unloaded_dose
    block = blocks[-1]
    before = state.practice[block.drill]
    tests = state.tests
    is_tested = block.drill == state.index.rules.test.drill
    low, top = rule.reps
    days = f"the last {rule.days} full days"
    if tests.practice_left and is_tested:
        text = f"{rule.sets} sets of {rule.start} on each day until the next test."
    elif not before.full_days and is_tested and tests.last is not None:
        text = f"After a test it begins anew: {rule.sets} sets of {block.reps}."
    elif not before.full_days and block.reps == rule.start:
        text = f"Everyone begins with {rule.sets} sets of {rule.start}."
    elif len(before.full_days) < rule.days:
        text = (
            f"{block.reps} a set again: no day moves it alone, only {rule.days} of "
            f"{rule.sets} sets together."
        )
    else:
        shown = share_together(before)
        way = dose_direction(rule, before)
        text = f"{shown} % clean over {days}: "
        if way > 0:
            text += f"{block.reps} a set" + (
                ", the top of the range." if block.reps == top else "."
            )
        elif way < 0 and block.reps > low:
            text += f"fewer reps, {block.reps} a set, each one clean."
        elif way < 0:
            text += f"{low} a set, the least there is, each one clean."
        elif shown < rule.up_at:
            text += f"{block.reps} a set again, until they are {rule.up_at} % together."
        else:
            text += f"{block.reps} a set again, because one of them hurt."
    return reason(state.index, "unloaded_dose", text)
