"""What is said of a session: right after it, and as it is listed."""

from itertools import islice

from hingecli.coach.day.decide import decide
from hingecli.coach.day.notes import bad_day
from hingecli.coach.log.events import SetRecord
from hingecli.coach.log.sessions import Sitting
from hingecli.coach.results import Reason
from hingecli.coach.rules import recheck, severity
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.state import State


def after_session(state: State, sitting: Sitting) -> tuple[Reason, ...]:
    """Say what a session just logged needs said beside its saving."""
    reasons = []
    if sitting.pain is not None and severity.hurts(state, sitting.pain):
        closed = (r for r in state.index.ladder if not r.loaded and r.id not in state.unlocks)
        opens = "".join(f" and for the {rung.name}" for rung in islice(closed, 1))
        text = (
            f"With {severity.kind_of(sitting.pain)} these sets count in your totals{opens}, "
            "not toward loads."
        )
        reasons.append(reason(state.index, "painful_sets", text))
    elif any(_is_half_a_load(state, record) for record in sitting.sets):
        text = "Half the range counts in your totals, not toward more weight or the next drill."
        reasons.append(reason(state.index, "load_up", text))
    checked = _about_recheck(state, sitting)
    if checked is not None:
        reasons.append(checked)
    skipped = _about_load_after_a_break(state, sitting)
    if skipped is not None:
        reasons.append(skipped)
    normal = bad_day(state)
    if normal is not None and sitting.day == state.today:
        reasons.append(normal)
    return tuple(reasons)


def _is_half_a_load(state: State, record: SetRecord) -> bool:
    """Return whether a loaded set went half the range, where no limit leaves only that."""
    is_half = record.range == "half" and not record.warmup
    return is_half and record.drill in state.index.loaded.difference(state.bounds.half_range)


def _about_recheck(state: State, sitting: Sitting) -> Reason | None:
    """Say how the re-check after a break went, without a verdict."""
    drill = state.index.rules.breaks.recheck_drill
    if sitting.day != state.today or not any(r.drill == drill for r in sitting.sets):
        return None
    if state.recheck_passed == state.today:
        today = decide(state).kind == "load"
        text = "The re-check is done: load returns " + (
            "now, hinge today." if today else "on your next day for it."
        )
    elif recheck.stands(state):
        text = "Not quite clean yet: the same short check comes next time, then load."
    else:
        return None
    return reason(state.index, "breaks", text)


def _about_load_after_a_break(state: State, sitting: Sitting) -> Reason | None:
    """Say where load begins again after a break, to whom loaded without the re-check."""
    loads = any(record.drill in state.index.loaded for record in sitting.sets)
    back = recheck.was_passed_over(state)
    if sitting.day != state.today or not loads or back is None:
        return None
    drill = state.index.rungs[state.index.rules.breaks.recheck_drill]
    text = (
        f"{back.days} days away from load: after that long a short {drill.name} check comes first, "
        f"then {back.step.load_percent[0]} % of the load. This is in your log all the same; "
        "hinge today goes on from there."
    )
    return reason(state.index, "breaks", text)


def session_json(sitting: Sitting) -> dict[str, object]:
    """Return a session as its JSON shows it, every key present."""
    pain = sitting.pain
    return {
        "id": sitting.id,
        "date": sitting.day,
        "at": sitting.at,
        "sitting": sitting.sitting,
        "sets": [
            {
                "drill": record.drill,
                "reps": record.reps,
                "clean": record.clean,
                "load_kg": record.load_kg,
                "unit": record.unit if record.load_kg is not None else None,
                "side": record.side,
                "warmup": record.warmup,
                "variant": record.variant,
                "range": record.range,
            }
            for record in sitting.sets
        ],
        "mistakes": sitting.mistakes,
        "pain": None
        if pain is None
        else {"score": pain.score, "where": pain.where, "sharp": pain.sharp},
        "sore": sitting.sore,
        "effort": sitting.effort,
        "distance_cm": sitting.distance_cm,
        "note": sitting.note,
    }
