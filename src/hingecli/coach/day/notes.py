"""What later rules add to a decided day: a reason each, where they changed or limit it.

Owns the list of these notes and those of practice days. Which rule names the day is `decide`.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from hingecli.coach.day import load_notes, pain_notes
from hingecli.coach.day.draft import TRAINING, Draft, main_drill
from hingecli.coach.results import Reason
from hingecli.coach.rules import gear, ladder, readiness, safety, way_back
from hingecli.coach.rules.practice import distance, long_set_wanted
from hingecli.coach.rules.reasons import guide_says, reason
from hingecli.coach.rules.wall_test import next_test
from hingecli.coach.state.state import State
from hingecli.text import count


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


MakeNote = Callable[[State, Draft], Reason | None]


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
    if any(block.variant is not None or block.range == "half" for block in draft.blocks):
        return None  # at half the range nothing is touched
    last, now = state.distance_cm, distance(state, tested=draft.kind == "test")
    main = next(block for block in draft.blocks if block.drill == rule.drill)
    done = f"{main.reps}" if main.purpose == "test" else f"{main.sets}x{main.reps}"
    elsewhere = f"if not, log it: {done} {_cm(now + 2 * rule.step_cm)}cm"
    if last is None:
        said = f" ({rule.start_said})" if rule.start_said else ""
        text = f"Heels {_cm(now)} cm{said} off the wall; {elsewhere}"
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
    if draft.focus.mistake is None or draft.kind not in TRAINING:
        return None
    return reason(state.index, "focus", f"One cue today, because {draft.focus.because}.")


def _note_early(state: State, draft: Draft) -> Reason | None:
    rule = state.index.rules.early_morning
    if draft.hour is None or draft.hour >= rule.before_hour or not draft.blocks:
        return None
    if "low-back" not in (state.profile.limits or ()):
        return None
    text = f"With your low back: no hinges in the first {rule.hours} hours after getting up."
    return reason(state.index, "early_morning", text)


def _note_stuck(_state: State, draft: Draft) -> Reason | None:
    """D16: name a standstill, and what to try instead."""
    if draft.kind not in TRAINING and draft.kind != "rest":
        return None
    return None if draft.standstill is None else draft.standstill.reason


def _note_opened(state: State, draft: Draft) -> Reason | None:
    """Say what the calendar alone has opened since the last session: no log could tell."""
    if draft.kind in ("hold", "paused") or not state.session_days:
        return None
    last = state.session_days[-1]
    if max(state.unlocks.values()) <= last:
        return None
    opened = [
        rung
        for rung in state.index.ladder
        if state.unlocks.get(rung.id, date.min) > last
        and rung.id not in state.overrides
        and ladder.is_news(state, rung)
    ]
    if not opened:
        return None
    names = " and ".join(rung.name for rung in opened)
    text = f"Opened: {names}. You earned it."
    if any(way_back.covers(state, rung.id) for rung in opened):
        text = f"Opened: {names}; not for the way back, but for the days after it."
    elif safety.steps_back(state):
        text = f"Opened: {names}, for the days after a session with less pain."
    elif readiness.waits_for_a_yes(state):
        text = f"Opened: {names}. You earned it, and it waits for the yes."
    elif note := gear.opening_note(state.profile, opened[0]):
        text += f" {note}"
    return reason(state.index, "weeks", text)


def _note_bad_day(state: State, draft: Draft) -> Reason | None:
    """Say after a bad day that it is normal; not after one with pain."""
    if draft.kind in ("hold", "paused", "done") or state.tally is None:
        return None
    return bad_day(state)


NOTES: tuple[MakeNote, ...] = (
    _note_opened,
    pain_notes.before_a_yes,
    pain_notes.partial_hold,
    pain_notes.hold_over,
    load_notes.moved,
    load_notes.no_load,
    _note_test,
    _note_long_set,
    _note_distance,
    _note_focus,
    _note_early,
    _note_stuck,
    _note_bad_day,
    pain_notes.pain_last_time,
    pain_notes.asks_for_a_look,
    pain_notes.on_the_way_back,
    pain_notes.fast_waits,
    pain_notes.painful_sets,
    load_notes.limit,
    load_notes.implement,
    load_notes.gap_of_sides,
    load_notes.assistance,
    load_notes.goal,
    load_notes.missing_for_next_weight,
    load_notes.screen_not_answered,
    load_notes.opened_by_hand,
)
