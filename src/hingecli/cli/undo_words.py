"""The sentence that says which command an undo or redo took, and its answer.

What they take back is `coach.log.undo`.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from hingecli.cli.outcome import Outcome, find, record
from hingecli.cli.output import print_text
from hingecli.cli.reply import reply
from hingecli.coach.log.days import say_on_day, training_day
from hingecli.coach.log.events import (
    AnyEvent,
    Cleared,
    FilmReview,
    Header,
    Imported,
    Morning,
    Override,
    Pause,
    ProfileSet,
    Resume,
    SeenProfessional,
    Session,
    SessionDeleted,
    SessionEdited,
)
from hingecli.show.sets import by_drill
from hingecli.text import count

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.protocol.protocol import Index

UndoStep = Callable[[Iterable[AnyEvent]], tuple[AnyEvent, ...]]
Make = Callable[[tuple[str, ...], Header], AnyEvent]


def take_step(
    app: "App", step: UndoStep, make: Make, *, verb: str, nothing: str, back: str
) -> None:
    """Switch the events of a step off or on, and say what that was and what it changed."""
    moved: list[AnyEvent] = []

    def draft(events: tuple[AnyEvent, ...]) -> tuple[AnyEvent, ...]:
        moved[:] = step(events)
        if not moved:
            return ()
        return (make(tuple(event.id for event in moved), app.stamp(events).header()),)

    outcome = record(app, draft)
    if not moved:
        print_text(nothing)
        return
    reply(outcome, verb=verb, about=_said(moved, outcome), undo=back)


def _said(moved: list[AnyEvent], outcome: Outcome) -> str:
    """Say what a command did, by its telling event."""
    index, today = outcome.app.index, outcome.app.today
    for event in moved:
        if isinstance(event, Imported):
            return f"the import of {count(len(event.ids), 'event')}{_from(event.source)}."
    if isinstance(moved[0], Session | SessionEdited | SessionDeleted):
        return _said_session(moved, outcome)
    when = say_on_day(training_day(moved[0].recorded), seen_from=today)
    words = {_said_setting(event, index) for event in moved}
    return f"{', '.join(sorted(words))}, told {when}."


def _said_session(moved: list[AnyEvent], outcome: Outcome) -> str:
    first = moved[0]
    words = {SessionEdited: "the change of ", SessionDeleted: "the deletion of "}
    id_ = first.id if isinstance(first, Session) else getattr(first, "target", "")
    sitting = find(outcome.log, id_) or find(outcome.log_before, id_)
    if sitting is not None:
        sets, day = [*sitting.sets], sitting.day
    else:
        sets, day = [s for e in moved if isinstance(e, Session) for s in e.body.sets], first.day
    done = by_drill(sets, index=outcome.app.index)
    drills = "; ".join(f"{name} {reps}" for name, reps in done) or "a session"
    return f"{words.get(type(first), '')}{drills}, {say_on_day(day, seen_from=outcome.app.today)}."


def _from(source: str) -> str:
    return f" from {source}" if source else ""


def _said_setting(event: AnyEvent, index: "Index") -> str:
    if isinstance(event, Override):
        rung = index.rungs.get(event.drill)
        return f"the unlock of the {rung.name if rung is not None else event.drill}"
    if isinstance(event, Morning):
        return f"the morning score {event.score}"
    names: dict[type, str] = {
        ProfileSet: "setup answers",
        Pause: "the pause",
        Resume: "the end of the pause",
        Cleared: "the professional's yes",
        SeenProfessional: "the visit to a professional",
        FilmReview: "the look at a film",
    }
    return names.get(type(event), "a change")
