"""D2, the test of one long unbroken set: when it is offered and what stands after it."""

from collections.abc import Sequence
from datetime import timedelta

from hingecli.coach.log.days import say_day
from hingecli.coach.log.events import SetRecord
from hingecli.coach.log.tally import DayTally, is_clean_day, longest_clean, surest_run
from hingecli.coach.results import NextTest, Reason
from hingecli.coach.rules import safety
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.gates import all_met
from hingecli.coach.state.practised import Tests
from hingecli.coach.state.state import State
from hingecli.text import count

BEST_RUN = "best_run"
"""The topic of the reason that says the best run up to a test."""

NEXT_TEST = "next_test"
"""The topic of the reason that says when the test comes."""


def offer_test(state: State) -> bool:
    """Return whether the test is offered today: two clean days, three days apart, still needed.

    Not after a session with pain that asks for no progress (S2).
    """
    if not _is_wanted(state):
        return False
    rule, tests = state.index.rules.test, state.tests
    if tests.practice_left:
        return False
    if tests.clean_days < rule.after_days or safety.hurt_last_time(state):
        return False
    return tests.last is None or (state.today - tests.last).days >= rule.every_days


def run_stands(state: State) -> bool:
    """Return whether the run was done, and only a hold keeps the drill that it opens closed."""
    if state.hold is None:
        return False
    opens = state.index.tested
    return any(drill == opens and all_met(gate, state) for drill, gate in state.pending)


def is_run(state: State, record: SetRecord, *, among: Sequence[SetRecord]) -> bool:
    """Return whether a set is a run of the test and no practice, `among` the sets of its day.

    It is longer than one, or it ended early, at its first miss: who misses early would else be
    tested every day. A miss in the last rep of a practice set ends nothing if others were done
    to their end.
    """
    if record.reps >= state.index.rules.test.counts_from:
        return True
    least = state.index.rules.unloaded_dose.reps[0]
    if record.reps > least or record.reps - record.clean_reps != 1:
        return False
    return record.reps < least or all(other.clean_reps < other.reps for other in among)


def next_test(state: State) -> Reason | None:
    """Say when the test comes (again), without a verdict; None where there is none to come."""
    ahead = test_ahead(state)
    if ahead is None:
        return None
    return reason(state.index, "test", ahead.text, topic=NEXT_TEST)


def test_ahead(state: State) -> NextTest | None:
    """Return the next test that is to come, or what a run that stands waits for; else None."""
    rule, tests = state.index.rules.test, state.tests
    if run_stands(state):
        opens = state.index.rungs[state.index.tested or ""].name
        when = f"A run of {rule.reps} stands: the {opens} opens once the hold is over."
        return NextTest(best=tests.best, best_said="", when=when)
    if not _is_wanted(state):
        return None
    if tests.last is None:
        missing = rule.after_days - tests.clean_days
        if missing <= 0:
            return None
        days = count(missing, "more day" if tests.clean_days else "day")
        when = (
            f"After {days} of {rule.clean_sets} sets at "
            f"{rule.clean_share} % clean comes the test: {rule.reps} in a row."
        )
        return NextTest(best=tests.best, best_said="", when=when)
    if tests.practice_left:
        when = (
            f"{count(tests.practice_left, 'practice day')} with one cue and one film, "
            "then the test again."
        )
        return NextTest(best=tests.best, best_said=f"Best run {tests.best_said}.", when=when)
    day = tests.last + timedelta(days=rule.every_days)
    if day <= state.today:
        return None
    return NextTest(
        best=tests.best,
        best_said=f"Best run {tests.best_said} of {rule.reps}.",
        when=f"Next test {say_day(day, seen_from=state.today)}.",
    )


def close_day(state: State, tally: DayTally) -> None:
    """D2: count test days, and the clean days that allow a test."""
    tests = state.tests
    if state.index.tested in state.unlocks and not tests.practice_left:
        return  # nothing is tested any more
    rule = state.index.rules.test
    sets = tally.sets.get(rule.drill)
    if not sets:
        return
    _take_run(tests, longest_clean(sets), sure=True)
    _take_run(tests, min(surest_run(sets), rule.reps - 1), sure=False)
    if tests.offered_today and any(is_run(state, record, among=sets) for record in sets):
        tests.last = tally.day
        # A run ends at its first miss: 17/18 is a run of 17.
        runs = (record.clean_reps for record in sets if record.reps - record.clean_reps <= 1)
        _take_run(tests, max(runs, default=0), sure=True)
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


def _is_wanted(state: State) -> bool:
    """Return whether there is still something to test for."""
    opens = state.index.tested
    return opens is not None and opens not in state.unlocks and not run_stands(state)


def _take_run(tests: Tests, run: int, *, sure: bool) -> None:
    if run > tests.best or (sure and run == tests.best):
        tests.best, tests.best_is_sure = run, sure
