"""Being told that it goes well: one line after a log. Never a badge.

Owns what is worth saying, and when to be quiet: on a day with pain nothing is praised.
"""

from decimal import Decimal

import msgspec

from hingecli.coach.rules import good_week, safety
from hingecli.coach.rules.advice import say_load
from hingecli.coach.state.state import State
from hingecli.text import capital


class Marks(msgspec.Struct, frozen=True):
    """Where a person stood before a session, as far as it may be worth saying that it moved."""

    clean: int
    days: dict[str, int]
    loads: dict[str, Decimal | None]
    good_week: bool
    best: int
    sessions_without: dict[str, int]


def marks(state: State) -> Marks:
    """Return where the person of `state` stands; the state may go on."""
    return Marks(
        clean=state.sums.clean,
        days={drill: lift.days for drill, lift in state.lifts.items()},
        loads={drill: lift.load_kg for drill, lift in state.lifts.items()},
        good_week=good_week.is_good_week(state),
        best=state.tests.best,
        sessions_without=dict(state.sessions_without),
    )


def praise(before: Marks, after: State) -> str:
    """Return the one line that a log deserves, from where one stood before it; or nothing."""
    if _hurts(after) or _goes_past_a_yes(after):
        return ""
    for worth_saying in (_milestone, _first_load, _heavier, _good_weeks, _best_run, _mistake_gone):
        sentence = worth_saying(before, after)
        if sentence:
            return sentence
    return ""


def _goes_past_a_yes(state: State) -> bool:
    """Return whether what was done today waits for a professional's yes (S1)."""
    tally, screen = state.done_today(), state.bounds.screen
    loaded = tally is not None and tally.first_loaded is not None
    return screen == "stop" or (screen == "unloaded" and loaded)


def _hurts(state: State) -> bool:
    pain = safety.pain_of(state, state.today)
    if state.hold is not None or state.morning_flag == state.today:
        return True
    return pain is not None and (pain.score >= state.bounds.amber_from or pain.sharp)


def _milestone(before: Marks, after: State) -> str:
    passed = [
        reps
        for reps in after.index.rules.milestones.told
        if before.clean < reps <= after.sums.clean
    ]
    return f"{max(passed):,} clean reps so far." if passed else ""


def _first_load(before: Marks, after: State) -> str:
    for drill, lift in after.lifts.items():
        if lift.days and not before.days[drill] and drill in after.unlocks:
            return f"Your first {after.index.rungs[drill].name}."
    return ""


def _heavier(before: Marks, after: State) -> str:
    for drill, lift in after.lifts.items():
        was = before.loads[drill]
        if was is not None and lift.load_kg is not None and lift.load_kg > was:
            name = capital(after.index.rungs[drill].name)
            return f"{name}: from {say_load(after, was)} to {say_load(after, lift.load_kg)}."
    return ""


def _good_weeks(before: Marks, after: State) -> str:
    weeks = after.good_weeks + 1
    every = after.index.rules.consistency.told_every
    reached = good_week.is_good_week(after) and not before.good_week
    return f"{weeks} good weeks so far." if reached and weeks % every == 0 else ""


def _best_run(before: Marks, after: State) -> str:
    best, goal = after.tests.best, after.index.rules.test.reps
    if not before.best < best < goal:
        return ""
    return "Your longest run so far."  # the gate beside it says how long


def _mistake_gone(before: Marks, after: State) -> str:
    away = after.index.rules.focus.retire_after
    for mistake, sessions in after.sessions_without.items():
        if sessions == away and before.sessions_without.get(mistake) == away - 1:
            return f"{capital(mistake.replace('-', ' '))}: not once in {away} sessions."
    return ""
