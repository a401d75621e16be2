"""The last minute of a walk: what the log has of it now, what that changed, and tomorrow.

Owns which facts are told. Their words and looks are `show.reply`'s and `show.walk`'s.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from hingecli.cli.outcome import Outcome, record
from hingecli.cli.reply import reply
from hingecli.cli.walk.parts import Walk
from hingecli.coach.day.decide import decide
from hingecli.coach.log.events import AnyEvent, Morning, Pain, Session, Unit
from hingecli.coach.log.sessions import Sitting
from hingecli.coach.log.undo import redo_step
from hingecli.coach.rules.severity import describe, stops_training
from hingecli.errors import LogError
from hingecli.show.walk import ahead_line
from hingecli.text import count

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.store import Written

FILMED = "You filmed it? hinge film guides your look at the clip."


def tell(app: "App", writes: "Sequence[Written]", walk: Walk, *, unit: Unit, ahead: bool) -> None:
    """Say what is in the log now, what it opened or what is missing, and what comes next.

    Another window may have changed the log since: what stands there is told, not what was
    written. `ahead` adds what tomorrow is; after a test the answer has it of itself.
    """
    added = tuple(event for write in writes for event in write.added)
    events = _events_now(app, writes)
    outcome = Outcome(app, replace(writes[-1], added=added, events=events))
    ours = [event.id for event in added if isinstance(event, Session)]
    sitting = _standing(outcome, ours)
    lost = [id_ for id_ in ours if sitting is None or id_ not in sitting.ids]
    if sitting is None:
        _tell_gone(outcome, lost, walk)
        return
    taken_back = f"Taken back in another window: {count(len(lost), 'set')} of this walk."
    more = [taken_back] if lost else []
    if outcome.day.kind not in {"hold", "paused"} and walk.plan.film_s:
        more.append(FILMED)
    tomorrow = tomorrow_line(outcome, unit=unit) if ahead else ""
    reply(outcome, sitting=sitting, more=tuple(more), tomorrow=tomorrow)


def tomorrow_line(outcome: Outcome, *, unit: Unit) -> str:
    """Say what tomorrow is after a sitting; nothing on a day of pain or in a pause."""
    if outcome.day.kind in {"hold", "paused"}:
        return ""
    return ahead_line(decide(outcome.tomorrow), unit=unit)


def keep_pain_alone(app: "App", pain: Pain) -> None:
    """Keep pain told before any rep was done: as this morning's, which holds what it should.

    A morning has a score alone: one that is sharp, or where it alarms, counts as one that stops.
    """
    least = app.index.rules.pain_during.stop_from if stops_training(app.index, pain) else 0
    score = max(pain.score, least)
    outcome = record(
        app,
        lambda events: (Morning(**app.stamp(events).header(), score=score),),
    )
    raised = f", kept as {score}" if score != pain.score else ""
    reply(outcome, about=f"{describe(app.index, pain)} this morning{raised}; no rep was done.")


def _events_now(app: "App", writes: "Sequence[Written]") -> tuple[AnyEvent, ...]:
    try:
        return app.log.read().events
    except LogError:  # it was written a moment ago; what is wrong with it is told by the next run
        return writes[-1].events


def _standing(outcome: Outcome, ids: Sequence[str]) -> Sitting | None:
    found = (outcome.sitting(id_) for id_ in ids)
    return next((sitting for sitting in found if sitting is not None), None)


def _tell_gone(outcome: Outcome, lost: Sequence[str], walk: Walk) -> None:
    """Say that nothing of the walk is left in the log, and how to bring it back."""
    back = {event.id for event in redo_step(outcome.written.events)}
    sets = count(len(lost), "set")
    more = ["hinge redo brings them back."] if back & {*lost} else []
    if walk.pain is not None:
        pain = f"The pain you told, {describe(outcome.app.index, walk.pain)}, is not there either."
        more.append(f"{pain} To keep it: hinge morning {walk.pain.score}")
    reply(
        outcome,
        verb="Taken back",
        about=f"{sets} of this walk, in another window. The log has none of them.",
        more=tuple(more),
        undo="",
    )
