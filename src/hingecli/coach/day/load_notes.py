"""What a loaded day, or one that could be one, adds: why no load, the drill, its next weight.

The weight itself is `prescription`'s.
"""

from datetime import timedelta

from hingecli.coach.day.draft import Draft, main_drill
from hingecli.coach.log.days import say_day
from hingecli.coach.protocol.protocol import Rung
from hingecli.coach.results import Reason
from hingecli.coach.rules import gear, goals, load_due, rotation, sides, way_back
from hingecli.coach.rules.advice import say_load
from hingecli.coach.rules.cuts import CUT
from hingecli.coach.rules.load_up import next_load
from hingecli.coach.rules.reasons import guide_says, reason
from hingecli.coach.rules.soreness import load_moves
from hingecli.coach.state.state import State
from hingecli.text import capital

NEXT_LOAD = "next_load"
"""The topic of the reason that says what is missing for the next weight."""


def moved(state: State, draft: Draft) -> Reason | None:
    """Say why the load that was due is moved."""
    if draft.kind not in ("rest", "practice", "recheck"):
        return None
    moves = load_moves(state)
    return moves if moves is not None and rotation.has_load(state) else None


def no_load(state: State, draft: Draft) -> Reason | None:
    """Say why a practice day has no load, once there could be one."""
    if draft.kind != "practice" or load_moves(state):
        return None
    if not rotation.has_load(state):
        return None
    due = load_due.due_by_the_days(state)
    return None if due.yes else due.reason


def missing_for_next_weight(state: State, draft: Draft) -> Reason | None:
    """D7: say what is missing for the main drill's next weight, where nothing moves it today."""
    main = main_drill(draft.blocks)
    if draft.kind != "load" or main not in state.lifts or way_back.covers(state, main):
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


def screen_not_answered(state: State, draft: Draft) -> Reason | None:
    """Ask in the first week of load for the readiness answers, where there are none."""
    first_week = state.load_week == state.index.rules.weeks.first_load_week
    if draft.kind != "load" or state.profile.screen is not None or not first_week:
        return None
    text = "The readiness questions are not answered yet. A minute before load: hinge setup"
    return reason(state.index, "screen", text)


def opened_by_hand(state: State, draft: Draft) -> Reason | None:
    """Say that the person opened the main drill, and why."""
    main = main_drill(draft.blocks)
    override = state.overrides.get(main or "")
    if override is None:
        return None
    name = state.index.rungs[override.drill].name
    return reason(state.index, "override", f'You opened the {name} yourself: "{override.because}".')


def goal(state: State, draft: Draft) -> Reason | None:
    """Say how the goal shapes the main drill, or what it still waits for."""
    main = main_drill(draft.blocks)
    if draft.kind != "load" or main is None:
        return None
    return goals.shaping_note(state, main) or goals.waiting_note(state)


def limit(state: State, draft: Draft) -> Reason | None:
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
            counts = " and ".join(state.index.rungs[drill].name for drill in rung.stands_for)
            text = f"The {rung.name} stands in for its family, for your {what}"
            text += f"; its sets count for the {counts} too." if counts else "."
            return reason(state.index, "limits", text)
    if "low-back" in limits:
        text = "For your low back: only as far down as the form stays perfect."
    else:
        text = "For your knees: try foot positions and widths until a full range is free of pain."
    return guide_says(state.index, "limits", text)


def implement(state: State, draft: Draft) -> Reason | None:
    """Say how a drill is done with what the person owns, where that is not its own implement.

    Who told of nothing is asked on its first day, where few homes have what it needs.
    """
    if draft.kind != "load":
        return None
    for block in draft.blocks:
        rung = state.index.rungs[block.drill]
        known = state.lifts[block.drill].days if block.drill in state.lifts else 0
        implement = state.bounds.implements[rung.id]
        if known >= state.index.rules.joining.days:
            continue  # known by heart
        if not known and _is_doubtful(state, rung):
            needs = " and ".join(rung.needs[0])
            text = f"{capital(rung.name)}: no {needs} there? hinge setup --equipment LIST"
            return reason(state.index, "first_load", text)
        if block.purpose != "warm-up" and implement in rung.held_as:
            text = f"{capital(rung.name)}: {rung.held_as[implement]}."
            return reason(state.index, "first_load", text)
    return None


def _is_doubtful(state: State, rung: Rung) -> bool:
    """Return whether few homes have what `rung` needs, and nobody told, chose or opened it here."""
    if state.profile.equipment is not None or rung.id in state.overrides:
        return False
    at_hand = gear.can_be_asked(state.index, state.profile, rung)
    return not at_hand and rung.id not in state.assists


def assistance(state: State, draft: Draft) -> Reason | None:
    """Say of a chosen assistance drill that it stands in, and until when."""
    weeks = state.index.rules.loaded_day.assist_weeks
    for block in draft.blocks:
        since = state.assists.get(block.drill)
        if since is not None:
            last = say_day(since + timedelta(weeks=weeks), seen_from=state.today)
            text = f"You chose the {block.name}: it stands in for its family until {last}."
            return reason(state.index, "loaded_day", text)
    return None


def gap_of_sides(state: State, draft: Draft) -> Reason | None:
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
