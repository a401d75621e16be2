"""What no hinge could have written: figures out of range in events from outside.

Owns the ranges of an event's figures. Types and names are the events' own business.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from hingecli.coach.log.events import (
    AnyEvent,
    FilmReview,
    Imported,
    MistakeCount,
    Morning,
    Pause,
    Profile,
    ProfileSet,
    Session,
    SessionBody,
    SessionEdited,
    SetRecord,
    ToldOnce,
)
from hingecli.coach.parse.dates import EARLIEST, LATEST

SCALE = range(11)
"""Pain and soreness, 0-10."""
EFFORT = range(1, 11)
MOST_REPS = 10_000
"""Of one set; more is a slip of the keyboard or of a column."""
MOST_KG = Decimal(1000)
MOST_CM = Decimal(1000)
LONGEST_NOTE = 20_000
"""Of a session: the notes of its parts are joined, and each may be one of some sentences."""
LONGEST_ID = 100
LONGEST_WORD = 100
"""Of a place, a variation, a format, a question: a name in a person's or a program's words."""
LONGEST_ANSWER = 500
LONGEST_FILE_NAME = 255
MOST_ANSWERS = 100
"""Of one film review; hinge asks a handful of questions."""
YEARS = range(EARLIEST.year, LATEST.year + 1)
"""Of any day or moment: beyond them a digit slipped."""
MOST_SEQ = 2**53
"""Of an event's number: what every JSON reader keeps exactly, with room for more behind it."""

_DIGEST = re.compile("[0-9a-f]{64}")


def out_of_range(event: AnyEvent) -> str | None:
    """Say what is wrong with `event`; None if nothing is."""
    return next(_faults(event), None)


def set_out_of_range(record: SetRecord) -> str | None:
    """Say what is wrong with a set; None if nothing is."""
    return next(_set_faults(record), None)


def _faults(event: AnyEvent) -> Iterator[str]:
    if not 0 < len(event.id) <= LONGEST_ID or not event.id.isprintable():
        yield "id: not a name"
    if not 0 <= event.seq <= MOST_SEQ:
        yield f"seq: {event.seq} is not 0-{MOST_SEQ}"
    for name, moment in (("day", event.day), ("at", event.at), ("recorded", event.recorded)):
        yield from _year(name, moment)
    if event.at.tzinfo is None or event.recorded.tzinfo is None:
        yield "at, recorded: no offset from UTC"
    if isinstance(event, Session | SessionEdited):
        yield from _body_faults(event.body)
    if isinstance(event, Morning):
        yield from _scale("score", event.score)
        yield from _scale("sore", event.sore)
    if isinstance(event, Pause):
        yield from _year("until", event.until)
    if isinstance(event, ProfileSet):
        yield from _profile_faults(event.profile)
    if isinstance(event, Imported):
        yield from _length("format", event.format, LONGEST_WORD)
        if event.digest and _DIGEST.fullmatch(event.digest) is None:
            yield "digest: not a SHA-256 in hex"
    if isinstance(event, FilmReview):
        yield from _review_faults(event)
    if isinstance(event, ToldOnce):
        if not event.key:
            yield "key: empty"
        yield from _length("key", event.key, LONGEST_WORD)
        yield from _length("answer", event.answer, LONGEST_ANSWER)


def _review_faults(review: FilmReview) -> Iterator[str]:
    yield from _reps("felt", review.felt)
    yield from _reps("saw", review.saw)
    if len(review.answers) > MOST_ANSWERS:
        yield f"answers: {len(review.answers)}, more than {MOST_ANSWERS}"
    for number, answer in enumerate(review.answers):
        yield from _length(f"answers[{number}].question", answer.question, LONGEST_WORD)
        yield from _reps(f"answers[{number}].reps", answer.reps)
    yield from _mistake_faults("taken", review.taken)
    yield from _length("clip", review.clip, LONGEST_FILE_NAME)


def _profile_faults(profile: Profile) -> Iterator[str]:
    yield from _year("start", profile.start)
    yield from _scale("usual_pain", profile.usual_pain)
    yield from _mass("body_mass_kg", profile.body_mass_kg)
    yield from _mass("deadlift_kg", profile.deadlift_kg)
    for number, bell in enumerate(profile.bells or ()):
        yield from _mass(f"bells[{number}]", bell)


def _body_faults(body: SessionBody) -> Iterator[str]:
    if not body.sets:
        yield "sets: none"
    for number, record in enumerate(body.sets):
        yield from (f"sets[{number}].{fault}" for fault in _set_faults(record))
    yield from _mistake_faults("mistakes", body.mistakes)
    if body.pain is not None:
        yield from _scale("pain", body.pain.score)
        yield from _length("where_told", body.pain.where_told, LONGEST_WORD)
    yield from _scale("sore", body.sore)
    if body.effort is not None and body.effort not in EFFORT:
        yield f"effort: {body.effort} is not 1-10"
    if body.distance_cm is not None and not (
        body.distance_cm.is_finite() and 0 <= body.distance_cm <= MOST_CM
    ):
        yield f"distance_cm: {body.distance_cm} is not 0-{MOST_CM}"
    yield from _length("note", body.note, LONGEST_NOTE)


def _set_faults(record: SetRecord) -> Iterator[str]:
    if not 0 < record.reps <= MOST_REPS:
        yield f"reps: {record.reps} is not 1-{MOST_REPS}"
    if record.clean is not None and not 0 <= record.clean <= record.reps:
        yield f"clean: {record.clean} of {record.reps}"
    yield from _mass("load_kg", record.load_kg)
    yield from _length("variant", record.variant, LONGEST_WORD)


def _mistake_faults(name: str, mistakes: Iterable[MistakeCount]) -> Iterator[str]:
    for number, mistake in enumerate(mistakes):
        if mistake.count < 1:
            yield f"{name}[{number}].count: {mistake.count}"


def _length(name: str, text: str | None, most: int) -> Iterator[str]:
    if text is not None and len(text) > most:
        yield f"{name}: {len(text)} characters, more than {most}"


def _reps(name: str, value: int | None) -> Iterator[str]:
    if value is not None and not 0 <= value <= MOST_REPS:
        yield f"{name}: {value} is not 0-{MOST_REPS}"


def _scale(name: str, value: int | None) -> Iterator[str]:
    if value is not None and value not in SCALE:
        yield f"{name}: {value} is not 0-10"


def _mass(name: str, kg: Decimal | None) -> Iterator[str]:
    if kg is not None and not (kg.is_finite() and 0 <= kg <= MOST_KG):
        yield f"{name}: {kg} is not 0-{MOST_KG}"


def _year(name: str, day: date | None) -> Iterator[str]:
    if day is not None and day.year not in YEARS:
        yield f"{name}: the year {day.year} is not {YEARS.start}-{YEARS.stop - 1}"
