"""The log as a file for others: JSON of the events, CSV of the sets, Markdown to read.

Owns the shapes that `export` writes and that `incoming` reads back. Opens no file.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from hingecli.coach.log.events import SCHEMA, AnyEvent, SetRecord
from hingecli.coach.log.sessions import Sitting, TrainingLog
from hingecli.coach.parse.measures import say_distance
from hingecli.coach.rules.gear import say
from hingecli.store.codec import event_bytes

ExportFormat = Literal["json", "csv", "md"]

COLUMNS = (
    "session",
    "date",
    "at",
    "drill",
    "reps",
    "clean",
    "load_kg",
    "unit",
    "side",
    "warmup",
    "variant",
    "range",
    "mistakes",
    "pain",
    "where",
    "where_told",
    "sharp",
    "sore",
    "effort",
    "distance_cm",
    "distance_unit",
    "note",
)
"""Of the CSV: one row a set; what belongs to the session stands in its first row.

An empty `clean` is a set that nobody counted, an empty `range` the full one.
"""

_FORMULA = re.compile("'*[=+@\t\r-]")
"""How a text begins that a spreadsheet would run, or one that looks guarded against it."""


def to_json(events: Iterable[AnyEvent]) -> bytes:
    """Write all events, one a line, with nothing left out."""
    lines = b",\n".join(event_bytes(event) for event in events)
    return b'{"schema":%d,"events":[\n%b\n]}\n' % (SCHEMA, lines)


def to_csv(log: TrainingLog, *, clean: Callable[[str], str]) -> str:
    """Write what counts, one row a set, oldest first. Loads in kg, distances in cm.

    Texts go through `clean`, which takes out what would steer a terminal.
    """
    text = io.StringIO()
    rows = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    rows.writeheader()
    for sitting in log.sittings:
        rows.writerows({name: clean(text) for name, text in row.items()} for row in _rows(sitting))
    return text.getvalue()


def to_markdown(log: TrainingLog, *, clean: Callable[[str], str]) -> str:
    """Write what counts as a text to read, newest first; texts go through `clean`."""
    lines = ["# Hip hinge practice", ""]
    for sitting in reversed(log.sittings):
        lines += [f"## {sitting.day.isoformat()}", ""]
        lines += [*(clean(fact) for fact in _facts(sitting)), ""]
    return "\n".join(lines)


def unguarded(text: str) -> str:
    """Take the guard off a text that a spreadsheet would have run."""
    return text[1:] if text[:1] == "'" and _FORMULA.match(text) else text


def _guarded(text: str) -> str:
    """Keep a spreadsheet from running a note that begins like a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _rows(sitting: Sitting) -> list[dict[str, str]]:
    rows = [
        {
            "session": sitting.id,
            "date": sitting.day.isoformat(),
            "at": sitting.at.isoformat(),
            "drill": record.drill,
            "reps": str(record.reps),
            "clean": _text(record.clean),
            "load_kg": "" if record.load_kg is None else f"{record.load_kg:f}",
            "unit": record.unit if record.load_kg is not None else "",
            "side": record.side or "",
            "warmup": "yes" if record.warmup else "",
            "variant": _guarded(record.variant or ""),
            "range": record.range if record.range != "full" else "",
        }
        for record in sitting.sets
    ]
    if not rows:
        return []
    pain = sitting.pain
    rows[0] |= {
        "mistakes": " ".join(f"{m.drill}/{m.mistake}:{m.count}" for m in sitting.mistakes),
        "pain": "" if pain is None else str(pain.score),
        "where": (pain.where or "") if pain is not None else "",
        "where_told": _guarded(pain.where_told or "") if pain is not None else "",
        "sharp": "yes" if pain is not None and pain.sharp else "",
        "sore": _text(sitting.sore),
        "effort": _text(sitting.effort),
        "distance_cm": "" if sitting.distance_cm is None else f"{sitting.distance_cm:f}",
        "distance_unit": sitting.distance_unit if sitting.distance_cm is not None else "",
        "note": _guarded(sitting.note or ""),
    }
    return rows


def _text(value: int | None) -> str:
    return "" if value is None else str(value)


def _facts(sitting: Sitting) -> Sequence[str]:
    facts = []
    for record in sitting.sets:
        clean = record.clean
        count = f"{record.reps} done" if clean is None else f"{clean} clean of {record.reps}"
        side = {"L": ", left", "R": ", right", None: ""}[record.side]
        load = "" if record.load_kg is None else f", {say(record.load_kg, record.unit)}"
        facts.append(f"- {record.drill}: {count}{side}{load}{_kind(record)}")
    facts += [f"- mistake in {m.drill}: {m.mistake}, {m.count}" for m in sitting.mistakes]
    if sitting.pain is not None:
        word = sitting.pain.where_told
        place = sitting.pain.where if word is None else _literal(word)
        where = f" ({place})" if place is not None else ""
        facts.append(f"- pain {sitting.pain.score} of 10{where}")
    if sitting.sore is not None:
        facts.append(f"- soreness {sitting.sore} of 10")
    if sitting.effort is not None:
        facts.append(f"- effort {sitting.effort} of 10")
    if sitting.distance_cm is not None:
        distance = say_distance(sitting.distance_cm, sitting.distance_unit)
        facts.append(f"- {distance} from the wall")
    if sitting.note:
        facts.append(f"- note: {_literal(sitting.note)}")
    return facts


def _kind(record: SetRecord) -> str:
    """Say how a set differs from work at the drill's full range."""
    words = [_literal(record.variant.replace("-", " "))] if record.variant is not None else []
    words += ["half the range"] if record.range == "half" else []
    words += ["warm-up"] if record.warmup else []
    return "".join(f", {word}" for word in words)


def _literal(text: str) -> str:
    """Keep Markdown from reading a person's words as markup."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>()#+-!|~" else sign for sign in text)
