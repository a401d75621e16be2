"""D2, the test of one long unbroken set: when it is offered and what stands after it."""

from collections.abc import Sequence
from datetime import timedelta

from hingecli.coach.log.days import say_day
from hingecli.coach.log.events import SetRecord
from hingecli.coach.log.tally import DayTally, is_clean_day, longest_clean
from hingecli.coach.results import Reason
from hingecli.coach.rules import safety
from hingecli.coach.rules.reasons import count, reason
from hingecli.coach.state.state import State


def offer_test(state: State) -> bool:
    """Tell whether the test is offered today: two clean days, three days apart, still needed.

    Not after a session with pain that asks for no progress (S2).
    """
    rule, tests = state.index.rules.test, state.tests
    opens = state.index.tested
    if opens is None or opens in state.unlocks or tests.practice_left:
        return False
    if tests.clean_days < rule.after_days or safety.hurt_last_time(state):
        return False
    return tests.last is None or (state.today - tests.last).days >= rule.every_days


def is_run(state: State, record: SetRecord, *, among: Sequence[SetRecord]) -> bool:
    """Tell a run of the test from a set of practice, `among` the sets of its day.

    It is longer than one, or it ended early, at its first miss: who misses early would else be
    tested every day. A miss in the last rep of a practice set ends nothing if others were done
    to their end.
    """
    if record.reps >= state.index.rules.test.counts_from:
        return True
    least = state.index.rules.unloaded_dose.reps[0]
    if record.reps > least or record.reps - record.clean_reps != 1:
        return False
    return record.reps < least or all(one.clean < one.reps for one in among)


def next_test(state: State) -> Reason | None:
    """Say when the test comes (again), without a verdict; None where there is none to come."""
    rule, tests = state.index.rules.test, state.tests
    opens = state.index.tested
    if opens is None or opens in state.unlocks:
        return None
    if tests.last is None:
        missing = rule.after_days - tests.clean_days
        if missing <= 0:
            return None
        days = count(missing, "more day" if tests.clean_days else "day")
        text = (
            f"After {days} of {rule.clean_sets} sets at "
            f"{rule.clean_share} % clean comes the test: {rule.reps} in a row."
        )
        return reason(state.index, "test", text)
    if tests.practice_left:
        text = (
            f"Best run {tests.best}. {count(tests.practice_left, 'practice day')} with one cue "
            "and one film, then the test again."
        )
        return reason(state.index, "test", text)
    day = tests.last + timedelta(days=rule.every_days)
    if day <= state.today:
        return None
    return reason(
        state.index,
        "test",
        f"Best run {tests.best} of {rule.reps}. Next test {say_day(day, seen_from=state.today)}.",
    )


def close_day(state: State, tally: DayTally) -> None:
    """D2: count test days, and the clean days that allow a test."""
    rule, tests = state.index.rules.test, state.tests
    sets = tally.sets.get(rule.drill)
    if not sets:
        return
    tests.best = max(tests.best, longest_clean(sets))
    if tests.offered_today and any(is_run(state, record, among=sets) for record in sets):
        tests.last = tally.day
        # A run ends at its first miss: 17/18 is a run of 17.
        runs = (record.clean_reps for record in sets if record.reps - record.clean_reps <= 1)
        tests.best = max(tests.best, *runs, 0)
        tests.taken += 1
        practice = state.practice[rule.drill]
        practice.reps, practice.full_days = state.index.rules.unloaded_dose.start, ()
        if tests.taken >= rule.tries:
            tests.taken = 0
            tests.practice_left = rule.practice_days
    elif tests.practice_left:
        tests.practice_left -= 1
    if tally.painful:
        return
    if is_clean_day(sets, count=rule.clean_sets, reps=1, least=rule.clean_share):
        tests.clean_days += 1
