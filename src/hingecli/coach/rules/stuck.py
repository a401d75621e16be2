"""D16, stuck: weeks of practice without a step are named, with something else to try.

Owns what a step is. Toward the next gate it is a drill that opened, or a day, a set or a run more
of what the gate asks for; clean reps in all and weeks are none, because they come by themselves.
With load it is a weight, or reps at that weight, that a drill never had: what is won back after a
cut is none. A week counts with three sessions or more; one in a hold, in a pause or on a way back
does not, as long as that way takes no longer than it should, and one without any session begins
anew. So a person who does what is asked, clean, is never named, unless only a professional's yes is
missing: reps grow week by week, and at the heaviest weight there is nothing to grow. One who stays
at 80 % clean always is: no gate counts such a day.
"""

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from hingecli.coach.protocol.conditions import CleanTotal, LoadWeek, PlanWeek
from hingecli.coach.results import Reason
from hingecli.coach.rules import breaks, gear, ladder, readiness, safety, way_back
from hingecli.coach.rules.focus import Focus, focus_of
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.gates import all_met, gate_of, have
from hingecli.coach.state.state import ONE_WEEK, State
from hingecli.text import capital, count

Way = Literal["range", "film", "person"]
WAYS: tuple[Way, ...] = ("range", "film", "person")
"""What is tried, in turn."""

_BY_THEMSELVES = (CleanTotal, LoadWeek, PlanWeek)
"""Conditions that time and practice alone fulfil."""

_PERSON = "one hour with a coach or physical therapist shows what you cannot feel"


class Stuck(msgspec.Struct, frozen=True, kw_only=True):
    """A standstill named in this week: what is tried now, on which mistake, and the sentence.

    `waits_for_a_yes` says that nothing is to be tried: a professional's yes is what is missing.
    """

    way: Way
    mistake: str | None
    reason: Reason
    waits_for_a_yes: bool = False


def close_week(state: State) -> None:
    """Take in what moved in the week that ends, before its days are forgotten."""
    rule, still = state.index.rules.stuck, state.standstill
    still.turn = None
    if not state.week_counted:
        begin_anew(state)
        return
    week_counts = state.week_counted >= rule.sessions and not _was_held_up(state)
    gate_moved, loads_moved = _take_gate(state), _take_loads(state)
    still.gate_weeks = 0 if gate_moved else still.gate_weeks + week_counts
    still.load_weeks = 0 if loads_moved else still.load_weeks + week_counts
    over = max(still.gate_weeks, still.load_weeks) - rule.weeks
    if week_counts and over >= 0 and over % rule.every_weeks == 0:
        still.turn = over // rule.every_weeks


def begin_anew(state: State) -> None:
    """Forget for how long nothing moved: a week without any session lies between."""
    still = state.standstill
    still.gate_weeks = still.load_weeks = 0
    still.turn = None


def stuck(state: State) -> Stuck | None:
    """Return the standstill that this week names, and what to try; None where it names none."""
    rule, still = state.index.rules.stuck, state.standstill
    if still.turn is None:
        return None
    at_gate = still.gate_weeks >= still.load_weeks
    if at_gate and _gate_mark(state, state.today + ONE_WEEK) != still.gate:
        return None  # it has moved since
    mistake = most_frequent_miss(state)
    name = state.index.rungs[still.gate[0]].name if at_gate else ""
    weeks = count(max(still.gate_weeks, still.load_weeks), "week")
    if at_gate and readiness.waits_for_a_yes(state):
        text = (
            f"{weeks} of practice, and only a professional's yes is missing for load. "
            f"Have it? hinge setup --cleared DATE. {capital(_PERSON)}."
        )
        because = reason(state.index, "stuck", text)
        return Stuck(way="person", mistake=mistake, reason=because, waits_for_a_yes=True)
    way = _way(state, still.turn)
    tries = {
        "range": "This week a shorter range, only as far as every rep stays clean, and the focus "
        f"on {(mistake or 'your most frequent miss').replace('-', ' ')}.",
        "film": "This week film a set of each session and look at your own clip: hinge film.",
        "person": f"{capital(_PERSON)}.",
    }
    text = f"{weeks} of practice without a step toward the {name}. "
    if not at_gate:
        text = f"{weeks} of practice in which no drill's reps or weight went up. "
    text += tries[way]
    never_loaded = state.first_loaded is None
    if way != "person" and never_loaded and state.plan_week >= rule.without_load_from_week:
        text += f" And {_PERSON}."
    return Stuck(way=way, mistake=mistake, reason=reason(state.index, "stuck", text))


def _way(state: State, turn: int) -> Way:
    """Return what is tried now: what hurts week after week is a person's to look at."""
    hurts = state.hold is not None or safety.steps_back(state)
    return "person" if hurts else WAYS[turn % len(WAYS)]


def focus_of_the_day(state: State, named: Stuck | None) -> Focus:
    """Return the day's focus, where `named` is its standstill.

    In a week of shorter range it is the most frequent miss.
    """
    if named is None or named.way != "range" or named.mistake is None:
        return focus_of(state)
    return Focus(mistake=named.mistake, because="it is your most frequent miss")


def most_frequent_miss(state: State) -> str | None:
    """Return the mistake noticed most often in the weeks of a standstill."""
    since = state.today - state.index.rules.stuck.weeks * ONE_WEEK
    counts: Counter[str] = Counter()
    for day, mistake, number in state.mistakes:
        if day >= since:
            counts[mistake] += number
    return counts.most_common(1)[0][0] if counts else None


def _take_gate(state: State) -> bool:
    """Note how far the next gate is, and return whether it moved or asks for nothing to do."""
    still = state.standstill
    before, still.gate = still.gate, _gate_mark(state, state.next_week)
    # With no gate before it this is where it stood at first, and no step yet.
    return not still.gate[0] or (bool(before[0]) and still.gate != before)


def _gate_mark(state: State, by: date) -> tuple[str, tuple[int, ...]]:
    """Return the drill that opens next and how far what it asks to be done is; empty for none.

    What opens on the day `by` or later is closed still.
    """
    for rung in state.index.ladder:
        if state.unlocks.get(rung.id, by) < by or not ladder.is_ahead(state, rung):
            continue
        asked = [
            tracked
            for tracked in gate_of(state, rung.id)
            if not isinstance(tracked.condition, _BY_THEMSELVES)
        ]
        if all_met(asked, state):
            return "", ()
        return rung.id, tuple([have(tracked, state) for tracked in asked])
    return "", ()


def _take_loads(state: State) -> bool:
    """Note the best of each drill, and return whether one rose, or none has a heavier weight."""
    best, rose = state.standstill.best, False
    few, lifted = state.index.rules.goals.strength.reps[1], _lifted(state)
    for drill, load, reps in lifted:
        key = drill, reps <= few
        if (load, reps) > best.get(key, (Decimal(-1), 0)):
            best[key] = load, reps
            rose = True
    return rose or not _has_heavier(state, lifted)


Lifted = tuple[str, Decimal, int]
"""A drill loaded in the week, its load (kg), and its reps; a swing's are those of all its sets."""


def _lifted(state: State) -> list[Lifted]:
    """Return what was loaded in the week, once for each range of reps that it was done in."""
    monday = state.next_week - ONE_WEEK
    return [
        (drill, work.load_kg or gear.ZERO, work.reps * max(1, work.sets))
        for drill, lift in state.lifts.items()
        if lift.last is not None and lift.last >= monday
        for work in (lift.work, lift.heavy)
        if work.reps
    ]


def _has_heavier(state: State, lifted: list[Lifted]) -> bool:
    """Return whether a drill loaded in the week could be done with more; swings follow others."""
    index, profile = state.index, state.profile
    for drill, load, _ in lifted:
        rung = index.rungs[drill]
        implement = state.bounds.implements[rung.id]
        if implement is None or rung.family in index.rules.goals.athletic_families:
            continue
        if not load or gear.step_up(index, profile, implement, load) is not None:
            return True
    return False


def _was_held_up(state: State) -> bool:
    """Return whether the week was one of a hold of all load, a pause, or a timely return."""
    monday = state.next_week - ONE_WEEK
    last = state.last_hold
    return (
        safety.holds_the_day(state)
        or (last is not None and last.ended >= monday)
        or state.paused_days(monday, state.next_week) > 0
        or _is_coming_back_in_time(state)
    )


def _is_coming_back_in_time(state: State) -> bool:
    """Return whether the week ended on the way back from a break or a hold.

    Not on one that takes longer than it should: that is a standstill like any other.
    """
    back, rule = state.way_back, state.index.rules.stuck
    if (
        back is not None
        and way_back.covers_all(state)
        and state.next_week - back.since <= rule.way_back_weeks * ONE_WEEK
    ):
        return True
    running = state.returning
    if running is None:
        return False
    steps, then = len(running.step.load_percent), state.on(state.next_week)
    in_time = state.next_week - running.began <= steps * ONE_WEEK
    return in_time and breaks.stage_of(then, running) < steps
