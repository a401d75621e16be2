"""The line of the command line that would save a session, or change one so, as a person types it.

Reading such a line is `session_words`'.
"""

from datetime import date
from decimal import Decimal

from hingecli.coach.log.events import KG_PER_LB, SessionBody, SetRecord
from hingecli.coach.parse import measures
from hingecli.text import typed_line


def command_line(
    body: SessionBody, *, day: date | None = None, id_: str | None = None, edit: str | None = None
) -> str:
    """Return the `hinge log` line that would save `body`, or the one to `edit` that session so."""
    words = ["hinge", "log"] if edit is None else ["hinge", "edit", edit]
    drill = None
    for record in body.sets:
        if record.drill != drill:
            drill = record.drill
            words.append(drill)
        words += set_words(record)
    for mistake in body.mistakes:
        if mistake.drill != drill:  # -m speaks of the last drill alone
            continue
        words += ["-m", f"{mistake.mistake}:{mistake.count}"]
    if body.pain is not None:
        words += ["--pain", str(body.pain.score)]
        where = body.pain.where_told or body.pain.where
        words += ["--where", where] if where is not None else []
        words += ["--sharp"] if body.pain.sharp else []
    for name, value in (("--sore", body.sore), ("--effort", body.effort)):
        words += [name, str(value)] if value is not None else []
    if body.distance_cm is not None:
        distance = measures.say_distance(body.distance_cm, body.distance_unit)
        words += ["--distance", distance.replace(" ", "")]
    words += ["-n", body.note] if body.note is not None else []
    words += ["-d", day.isoformat()] if day is not None else []
    words += ["--id", id_] if id_ is not None else []
    return typed_line(words)


def set_words(record: SetRecord) -> list[str]:
    """Return a set as the grammar reads it: `8/10L@16kg`, `10 done`, `10 warm-up`."""
    known = record.clean is not None and record.clean != record.reps
    count = f"{record.clean}/{record.reps}" if known else f"{record.reps}"
    load = "" if record.load_kg is None else f"@{typed_load(record.load_kg, record.unit)}"
    words = [f"{count}{record.side or ''}{load}"]
    words += ["done"] if record.clean is None else []
    words += ["warm-up"] if record.warmup else []
    words += ["half range"] if record.range == "half" else []
    words += [f"({record.variant.replace('-', ' ')})"] if record.variant is not None else []
    return words


def typed_load(kg: Decimal, unit: str) -> str:
    """Return a load as it was typed: exact in kg, to a hundredth in lb."""
    if unit == "kg":
        return f"{kg:f}kg"
    pounds = (kg / KG_PER_LB).quantize(Decimal("0.001")).normalize()
    return f"{pounds:f}lb"
