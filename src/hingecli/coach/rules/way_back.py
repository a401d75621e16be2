"""S2, the way back: what load returns as after a hold, and when swings and jumps come last.

Owns the two easy loaded days after a hold, of the drills that it held (S8). When a hold begins and
ends is `safety`'s.
"""

from collections.abc import Collection, Iterable
from datetime import date

from hingecli.coach.log.events import Pain
from hingecli.coach.log.tally import DayTally
from hingecli.coach.parse.body_parts import in_place
from hingecli.coach.results import Reason
from hingecli.coach.rules.readiness import bars_ballistic
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.pain import WayBack
from hingecli.coach.state.state import ONE_DAY, State
from hingecli.text import count


def begin(state: State, day: date, pain: Pain, *, held: frozenset[str]) -> None:
    """Begin the way back of the drills `held` by a hold for `pain` that ended on `day`.

    Not where none of them was done before; the session that ended the hold is no step of it. A way
    back that is under way for other drills too begins again for all of them.
    """
    if state.first_loaded is None or not (
        held == state.index.loaded or any(state.lifts[drill].days for drill in held)
    ):
        return
    running = state.way_back
    if running is not None and not running.drills <= held:
        pain, held = running.pain, running.drills | held
    since = day if state.done_today() is None else day + ONE_DAY
    state.way_back = WayBack(since=since, pain=pain, drills=held)
    for drill, lift in state.lifts.items():
        for work in (lift.work, lift.heavy):
            work.held_kg = work.load_kg if drill in held else None


def covers(state: State, drill: str) -> bool:
    """Return whether `drill` is on the way back after a hold: lighter, and nothing new or fast."""
    return state.way_back is not None and drill in state.way_back.drills


def covers_all(state: State) -> bool:
    """Return whether all open load is on the way back after a hold, not only what loads a place."""
    return state.way_back is not None and state.way_back.drills.issuperset(state.loaded_open)


def close_day(state: State, tally: DayTally, *, amber: bool, green: bool, red: bool) -> None:
    """Take a day with a drill on the way back as a step of it; an amber one begins it again.

    One of red pain is no step, where the hold that it begins leaves this way back as it is.
    """
    loaded = tally.first_loaded is not None
    if state.fast_waits and loaded and green:
        waits_for_all = fast_days_owed(state, new=False) > 0
        state.fast_waits -= not (waits_for_all and _was_fast(state, tally))
    back = state.way_back
    if back is None or tally.day < back.since:
        return
    if red:
        return
    back.done = 0 if amber else back.done + any(drill in back.drills for drill in tally.drills)
    if back.done >= state.index.rules.way_back.days:
        state.way_back = None


def bar_fast_after(state: State, pain: Pain) -> None:
    """Let swings and jumps wait after pain where they load most (D11), or a place not told."""
    rule = state.index.rules.swings
    if pain.where is None or pain.where == "other" or pain.where in rule.pain_places:
        state.fast_waits = rule.green_days_if_new


def bars_fast(state: State, drill: str) -> bool:
    """Return whether the swing or jump `drill` waits today, whatever else is open."""
    new = not state.lifts[drill].days
    return covers(state, drill) or fast_days_owed(state, new=new) > 0 or bars_ballistic(state)


def fast_days_owed(state: State, *, new: bool) -> int:
    """Return the loaded days without swings and jumps that come before these: after pain, a break.

    A break asks for them from its end on, before the first of them is logged. One that was never
    done waits longer: what is fast is not the first new thing after a flare.
    """
    rules, last, owed = state.index.rules, state.last_loaded, state.fast_waits
    away = 0 if last is None else (state.today - last).days
    if away >= rules.breaks.fast_last_from_days:
        owed = max(owed, rules.swings.green_days_if_new)
    known = rules.swings.green_days_if_new - rules.swings.green_days
    return owed if new else max(0, owed - known)


def why_fast_waits(state: State, drills: Iterable[str]) -> Reason | None:
    """Return why swings and jumps, `drills` of them open, wait; None where they do not.

    Nor where the way back says it.
    """
    if covers_all(state):
        return None
    if bars_ballistic(state):
        text = "After your readiness answers no swings and jumps in the first light weeks of load."
        return reason(state.index, "screen", text)
    owed = min(
        (fast_days_owed(state, new=not state.lifts[drill].days) for drill in drills), default=0
    )
    if not owed:
        return None
    days, green = count(owed, "more loaded day"), state.bounds.amber_from - 1
    text = f"Swings and jumps come last: after {days} with a pain score of {green} or less."
    return reason(state.index, "swings", text)


def told(state: State, asked: Collection[str]) -> Reason | None:
    """Return what the way back takes off the drills `asked` today, and why; None for nothing."""
    back = state.way_back
    if back is None:
        return None
    rule = state.index.rules.way_back
    pain = f"pain {back.pain.score}{in_place(back.pain, state.index)}"
    text = f"The way back after {pain}, day {back.done + 1} of {rule.days}: "
    if covers_all(state):
        text += (
            "half the sets, less to lift or fewer reps, nothing new, no swings or jumps. Nothing "
            "has to be earned today."
        )
    elif names := names_of(state, asked):
        text += (
            f"half the sets of the {names}, less to lift or fewer reps. Nothing of that has to be "
            "earned."
        )
    else:
        return None
    return reason(state.index, "way_back", text)


def names_of(state: State, drills: Collection[str]) -> str:
    """Return the names of those of `drills` that are on the way back, in the ladder's order."""
    return " and ".join(
        rung.name for rung in state.index.ladder if rung.id in drills and covers(state, rung.id)
    )


def _was_fast(state: State, tally: DayTally) -> bool:
    fast = state.index.rules.goals.athletic_families
    return any(state.index.rungs[drill].family in fast for drill in tally.drills)
