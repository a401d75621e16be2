"""What later rules add to a decided day: a reason each, where they changed or limit it.

Owns the list of these notes. Which rule names the day is `day`.
"""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from hingecli.coach.day.draft import TRAINING, Draft, main_drill
from hingecli.coach.log.days import say_day
from hingecli.coach.results import Reason
from hingecli.coach.rules import (
    gear,
    goals,
    ladder,
    readiness,
    rotation,
    safety,
    sides,
    way_back,
)
from hingecli.coach.rules.practice import distance, long_set_wanted
from hingecli.coach.rules.prescription import CUT, next_load, say_load
from hingecli.coach.rules.reasons import guide_says, reason
from hingecli.coach.rules.soreness import load_moves
from hingecli.coach.rules.stuck import focus_of_the_day, stuck
from hingecli.coach.rules.wall_test import next_test
from hingecli.coach.state.state import State
from hingecli.text import capital, count

NEXT_LOAD = "next_load"
"""The topic of the reason that says what is missing for the next weight."""


def bad_day(state: State) -> Reason | None:
    """Say that a step back is normal, when the last day logged was far from clean.

    Not on a day with pain, which is another matter. The guide says so of the 12 weeks.
    """
    tally, rules = state.tally, state.index.rules
    if tally is None or not tally.counted or tally.painful:
        return None
    if 100 * tally.clean >= rules.bad_day.clean_under * tally.counted:
        return None
    text = "Some days feel like a step back. That is normal: you adapt unevenly."
    return guide_says(state.index, "bad_day", text)


Note = Callable[[State, Draft], Reason | None]


def _note_unloaded_only(state: State, _draft: Draft) -> Reason | None:
    named = stuck(state)
    if not readiness.waits_for_a_yes(state) or (named is not None and named.waits_for_a_yes):
        return None
    text = "No load before a professional's yes. Have it? hinge setup --cleared DATE"
    return reason(state.index, "screen", text)


def _note_partial_hold(state: State, draft: Draft) -> Reason | None:
    if draft.kind in ("hold", "paused") or state.hold is None:
        return None
    return safety.hold_reason(state)


def _note_hold_over(state: State, draft: Draft) -> Reason | None:
    """Say that a hold is over until a session follows; the first loaded day says more itself."""
    over = state.last_hold
    if over is None or state.hold is not None or draft.kind in ("hold", "paused", "load"):
        return None
    if state.session_days and state.session_days[-1] > over.ended:
        return None
    text = f"The hold after {safety.describe(over.pain)} is over."
    if state.way_back is not None:
        days = state.index.rules.way_back.days
        text += f" Load comes back over {count(days, 'easy day')}."
    return reason(state.index, "pain_during", text)


def _note_moved(state: State, draft: Draft) -> Reason | None:
    if draft.kind not in ("rest", "practice"):
        return None
    moves = load_moves(state)
    return moves if moves is not None and rotation.pool(state) else None


def _note_no_load(state: State, draft: Draft) -> Reason | None:
    """Say why a practice day has no load, once there could be one."""
    if draft.kind != "practice" or load_moves(state):
        return None
    due = rotation.due_by_the_days(state)
    return None if due.yes or not rotation.pool(state) else due.reason


def _note_test(state: State, draft: Draft) -> Reason | None:
    if draft.kind not in ("practice", "done"):
        return None
    return next_test(state)


def _note_long_set(state: State, draft: Draft) -> Reason | None:
    if draft.kind != "practice" or state.first_loaded is not None or len(draft.blocks) < 2:
        return None
    reps = long_set_wanted(state)
    if reps is None:
        text = "One wall set first: it wakes up the pattern."
        return reason(state.index, "warm_up", text)
    text = f"The wall set is {reps} today: a clean one on another day counts toward load."
    return reason(state.index, "test", text)


def _note_distance(state: State, draft: Draft) -> Reason | None:
    """D3: say on a day of the wall where to stand, and how to tell another distance."""
    rule = state.index.rules.wall_distance
    if draft.kind not in ("practice", "test") or main_drill(draft.blocks) != rule.drill:
        return None
    if any(isinstance(block.variant, str) for block in draft.blocks):
        return None
    last, now = state.distance_cm, distance(state, tested=draft.kind == "test")
    elsewhere = f"else log --distance {_cm(now + 2 * rule.step_cm)}cm"
    if last is None:
        text = f"Heels {_cm(now)} cm (a foot) off the wall; {elsewhere}"
        return guide_says(state.index, "wall_distance", text)
    if now == last:
        text = f"Heels {_cm(now)} cm from the wall again; {elsewhere}"
    else:
        text = (
            f"{count(state.distance_days, 'clean day')} at {_cm(last)} cm: heels {_cm(now)} cm "
            f"from the wall, nearer where you barely touch it; {elsewhere}"
        )
    return reason(state.index, "wall_distance", text)


def _cm(distance: Decimal) -> str:
    return format(distance.normalize(), "f")


def _note_focus(state: State, draft: Draft) -> Reason | None:
    chosen = focus_of_the_day(state)
    if chosen.mistake is None or draft.kind not in TRAINING:
        return None
    return reason(state.index, "focus", f"One cue today, because {chosen.because}.")


def _note_early(state: State, draft: Draft) -> Reason | None:
    rule = state.index.rules.early_morning
    if draft.hour is None or draft.hour >= rule.before_hour or not draft.blocks:
        return None
    if "low-back" not in (state.profile.limits or ()):
        return None
    text = f"With your low back: no hinges in the first {rule.hours} hours after getting up."
    return reason(state.index, "early_morning", text)


def _note_next_load(state: State, draft: Draft) -> Reason | None:
    """D7: say what is missing for the main drill's next weight, where nothing moves it today."""
    main = main_drill(draft.blocks)
    if draft.kind != "load" or main not in state.lifts or state.way_back is not None:
        return None
    if any(reason.topic in _LOAD_MOVES for reason in draft.reasons):
        return None
    coming = next_load(state, main)
    if coming is None:
        return None
    text = f"{say_load(state, coming.kg)} {coming.after}."
    return reason(state.index, "load_up", text, topic=NEXT_LOAD)


_LOAD_MOVES = frozenset(
    {"load_up", "load_hold", "breaks", "amber", "first_load", "goals", "way_back", CUT}
)
"""Topics of reasons that say already how today's weight comes about."""


def _note_skipped_screen(state: State, draft: Draft) -> Reason | None:
    first_week = state.load_week == state.index.rules.weeks.first_load_week
    if draft.kind != "load" or state.profile.screen is not None or not first_week:
        return None
    text = "The readiness questions are not answered yet. A minute before load: hinge setup"
    return reason(state.index, "screen", text)


def _note_override(state: State, draft: Draft) -> Reason | None:
    main = main_drill(draft.blocks)
    told = state.overrides.get(main or "")
    if told is None:
        return None
    name = state.index.rungs[told.drill].name
    return reason(state.index, "override", f'You opened the {name} yourself: "{told.because}".')


def _note_goal(state: State, draft: Draft) -> Reason | None:
    main = main_drill(draft.blocks)
    if draft.kind != "load" or main is None:
        return None
    return goals.shaping_note(state, main) or goals.waiting_note(state)


def _note_limit(state: State, draft: Draft) -> Reason | None:
    """Say what a limit changed on a loaded day (guide, working around trouble)."""
    limits = state.profile.limits or ()
    if draft.kind != "load":
        return None
    main = state.index.rungs[main_drill(draft.blocks) or ""]
    if main.role == "substitute" and not set(main.suits) & set(limits):
        text = f"The {main.name} stands in for its family: it is what your equipment allows."
        return reason(state.index, "limits", text)
    if not limits:
        return None
    for block in draft.blocks:
        rung = state.index.rungs[block.drill]
        if rung.role == "substitute" and set(rung.suits) & set(limits):
            what = " and ".join(limit.replace("-", " ") for limit in limits)
            counts = " and ".join(state.index.rungs[one].name for one in rung.stands_for)
            text = f"The {rung.name} stands in for its family, for your {what}"
            text += f"; its sets count for the {counts} too." if counts else "."
            return reason(state.index, "limits", text)
    if "low-back" in limits:
        text = "For your low back: only as far down as the form stays perfect."
    else:
        text = "For your knees: try foot positions and widths until a full range is free of pain."
    return guide_says(state.index, "limits", text)


def _note_stuck(state: State, draft: Draft) -> Reason | None:
    """D16: name a standstill, and what to try instead."""
    if draft.kind not in TRAINING and draft.kind != "rest":
        return None
    named = stuck(state)
    return None if named is None else named.reason


def _note_implement(state: State, draft: Draft) -> Reason | None:
    """Say how a drill is done with what the person owns, where that is not its own implement."""
    if draft.kind != "load" or state.profile.equipment is None:
        return None
    for block in draft.blocks:
        rung = state.index.rungs[block.drill]
        known = state.lifts[block.drill].days if block.drill in state.lifts else 0
        implement = gear.implement_of(state.index, state.profile, rung)
        if known >= state.index.rules.joining.days:
            continue  # known by heart
        if block.purpose != "warm-up" and implement in rung.held_as:
            text = f"{capital(rung.name)}: {rung.held_as[implement]}."
            return reason(state.index, "first_load", text)
    return None


def _note_assist(state: State, draft: Draft) -> Reason | None:
    """Say of a chosen assistance drill that it stands in, and until when."""
    weeks = state.index.rules.loaded_day.assist_weeks
    for block in draft.blocks:
        since = state.assists.get(block.drill)
        if since is not None:
            last = say_day(since + timedelta(weeks=weeks), seen_from=state.today)
            text = f"You chose the {block.name}: it stands in for its family until {last}."
            return reason(state.index, "loaded_day", text)
    return None


def _note_sides(state: State, draft: Draft) -> Reason | None:
    """D12: show a gap between the sides; never call it a risk."""
    for block in draft.blocks:
        seen = sides.gap(state, block.drill) if block.per_side else None
        if seen is None:
            continue
        left, right = seen
        weaker, stronger = ("left", "right") if left < right else ("right", "left")
        text = (
            f"Left {left}, right {right} clean: begin with the {weaker} side and match it "
            f"on the {stronger}. Most people find a clear gap."
        )
        return reason(state.index, "sides", text)
    return None


def _note_last_pain(state: State, draft: Draft) -> Reason | None:
    """S2: after some pain no step up; a loaded day says itself what it leaves away."""
    if state.last_pain is None or draft.kind in ("hold", "paused", "done", "load"):
        return None
    _, pain = state.last_pain
    if safety.stops_training(state.index, pain) or not safety.hurt_last_time(state):
        return None
    text = f"Pain {pain.score} last time: no step up, and half the range if it speaks up again."
    return reason(state.index, "pain_during", text)


def _note_look(state: State, draft: Draft) -> Reason | None:
    """S2: pain on so many days lately should be looked at."""
    if draft.kind == "paused" or not safety.asks_for_a_look(state):
        return None
    rule = state.index.rules.amber
    text = f"Some pain on {rule.look_after} days or more in three weeks: please have it looked at."
    return reason(state.index, "amber", text)


def _note_way_back(state: State, draft: Draft) -> Reason | None:
    return way_back.told(state) if draft.kind == "load" else None


def _note_fast_waits(state: State, draft: Draft) -> Reason | None:
    """D11: say why swings and jumps that are open are not on a loaded day."""
    fast = state.index.rules.goals.athletic_families
    opened = [drill for drill in state.loaded_open if state.index.rungs[drill].family in fast]
    return way_back.why_fast_waits(state, opened) if draft.kind == "load" and opened else None


def _note_painful_sets(state: State, draft: Draft) -> Reason | None:
    """Say before the first load why clean sets did not count towards it."""
    tally = state.tally
    if tally is None or not tally.painful or tally.day != state.session_days[-1]:
        return None
    if state.first_loaded is not None or draft.kind not in ("practice", "test"):
        return None
    text = (
        f"Sets with pain {safety.amber_from(state)} or more count in your totals, "
        "not towards load. If it stays so, please see a professional."
    )
    return reason(state.index, "painful_sets", text)


def _note_opened(state: State, draft: Draft) -> Reason | None:
    """Say what the calendar alone has opened since the last session: no log could tell."""
    if draft.kind in ("hold", "paused") or not state.session_days:
        return None
    last = state.session_days[-1]
    opened = [
        rung
        for rung in state.index.ladder
        if rung.role == "ladder"
        and not ladder.is_barred(state, rung)
        and rung.id not in state.overrides
        and state.unlocks.get(rung.id, date.min) > last
    ]
    if not opened:
        return None
    names = " and ".join(rung.name for rung in opened)
    text = f"Opened: {names}. You earned it."
    if state.way_back is not None:
        text = f"Opened: {names}; not for the way back, but for the days after it."
    elif note := gear.opening_note(state.profile, opened[0]):
        text += f" {note}"
    return reason(state.index, "weeks", text)


def _note_bad_day(state: State, draft: Draft) -> Reason | None:
    """Say after a bad day that it is normal; not after one with pain."""
    if draft.kind in ("hold", "paused", "done") or state.tally is None:
        return None
    return bad_day(state)


NOTES: tuple[Note, ...] = (
    _note_opened,
    _note_unloaded_only,
    _note_partial_hold,
    _note_hold_over,
    _note_moved,
    _note_no_load,
    _note_test,
    _note_long_set,
    _note_distance,
    _note_focus,
    _note_early,
    _note_stuck,
    _note_bad_day,
    _note_last_pain,
    _note_look,
    _note_way_back,
    _note_fast_waits,
    _note_painful_sets,
    _note_limit,
    _note_implement,
    _note_sides,
    _note_assist,
    _note_goal,
    _note_next_load,
    _note_skipped_screen,
    _note_override,
)
