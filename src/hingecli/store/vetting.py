"""What no hinge could have written: figures out of range in events from outside.

Owns the ranges of an event's figures. Types and names are the events' own business.
"""

from collections.abc import Iterator
from decimal import Decimal

from hingecli.coach.events import AnyEvent, Body, Morning, ProfileSet, Session, SessionEdited

SCALE = range(11)
"""Pain and soreness, 0-10."""
EFFORT = range(1, 11)
MOST_REPS = 10_000
"""Of one set; more is a slip of the keyboard or of a column."""
MOST_KG = Decimal(1000)
LONGEST_NOTE = 2000
LONGEST_ID = 100


def vet(event: AnyEvent) -> str | None:
    """Say what is wrong with `event`; None if nothing is."""
    return next(_faults(event), None)


def _faults(event: AnyEvent) -> Iterator[str]:
    if not 0 < len(event.id) <= LONGEST_ID or not event.id.isprintable():
        yield "id: not a name"
    if event.seq < 0:
        yield f"seq: {event.seq} is below 0"
    if event.at.tzinfo is None or event.recorded.tzinfo is None:
        yield "at, recorded: no offset from UTC"
    if isinstance(event, Session | SessionEdited):
        yield from _body_faults(event.body)
    if isinstance(event, Morning):
        yield from _scale("score", event.score)
        yield from _scale("sore", event.sore)
    if isinstance(event, ProfileSet):
        yield from _scale("usual_pain", event.profile.usual_pain)


def _body_faults(body: Body) -> Iterator[str]:
    if not body.sets:
        yield "sets: none"
    for number, record in enumerate(body.sets):
        if not 0 < record.reps <= MOST_REPS:
            yield f"sets[{number}].reps: {record.reps} is not 1-{MOST_REPS}"
        if not 0 <= record.clean <= record.reps:
            yield f"sets[{number}].clean: {record.clean} of {record.reps}"
        if record.load_kg is not None and not (
            record.load_kg.is_finite() and 0 <= record.load_kg <= MOST_KG
        ):
            yield f"sets[{number}].load_kg: {record.load_kg} is not 0-{MOST_KG}"
    for number, mistake in enumerate(body.mistakes):
        if mistake.count < 1:
            yield f"mistakes[{number}].count: {mistake.count}"
    if body.pain is not None:
        yield from _scale("pain", body.pain.score)
    yield from _scale("sore", body.sore)
    if body.effort is not None and body.effort not in EFFORT:
        yield f"effort: {body.effort} is not 1-10"
    if body.distance_cm is not None and not (
        body.distance_cm.is_finite() and body.distance_cm >= 0
    ):
        yield f"distance_cm: {body.distance_cm}"
    if body.note is not None and len(body.note) > LONGEST_NOTE:
        yield f"note: {len(body.note)} characters, more than {LONGEST_NOTE}"


def _scale(name: str, value: int | None) -> Iterator[str]:
    if value is not None and value not in SCALE:
        yield f"{name}: {value} is not 0-10"
