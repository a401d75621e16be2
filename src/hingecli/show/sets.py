"""Says the sets of a session as a person would: 3 × 10 clean, 8 of 10 left, 16 kg.

Owns the grouping of equal sets and their words, for history and for the answer after a write.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from hingecli.coach.log.events import MistakeCount, Pain, SetRecord
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.protocol.texts import Mistakes
from hingecli.coach.rules import gear

_SIDES = {"L": " left", "R": " right"}


def by_drill(sets: Sequence[SetRecord], *, index: Index) -> tuple[tuple[str, str], ...]:
    """Return each drill's name with its sets in words, in the order in which they were done."""
    drills = dict.fromkeys(record.drill for record in sets)
    return tuple(
        (name(drill, index), in_words([record for record in sets if record.drill == drill]))
        for drill in drills
    )


def in_words(sets: Sequence[SetRecord]) -> str:
    """Say sets in order, equal neighbours together: 2 × 10, 9 of 10.

    One-sided sets are said side by side, however they were mixed: 4 × 8 each side.
    """
    sides = {record.side for record in sets}
    if sides == {"L", "R"}:
        first, *_ = (record.side for record in sets)
        own = [record for record in sets if record.side == first]
        other = [record for record in sets if record.side != first]
        if [_likeness(record)[:-1] for record in own] == [
            _likeness(record)[:-1] for record in other
        ]:
            return _runs(own, side=" each side")
        return f"{_runs(own)}, {_runs(other)}"
    return _runs(sets)


def _runs(sets: Sequence[SetRecord], *, side: str | None = None) -> str:
    words = []
    for (reps, clean, load, unit, warmup, own), group in groupby(sets, key=_likeness):
        count = len(tuple(group))
        each = f"{clean} of {reps}"
        if clean is None:
            each = f"{reps} done"
        elif clean == reps:
            each = f"{reps}"
        if warmup:
            each += " to warm up"
        text = f"{count} × {each}" if count > 1 else each
        weight = f" at {gear.say(load, unit)}" if load is not None else ""
        words.append(f"{text}{_SIDES.get(own or '', '') if side is None else side}{weight}")
    return ", ".join(words)


def total(sets: Sequence[SetRecord]) -> str:
    """Say the clean reps of all: 29 clean of 30; or 30 clean."""
    reps, clean = sum(record.reps for record in sets), sum(record.clean_reps for record in sets)
    if all(record.clean is None for record in sets):
        return f"{reps} done"
    return f"{clean} clean" if clean == reps else f"{clean} clean of {reps}"


def name(drill: str, index: Index) -> str:
    """Name a drill; one that the protocol does not know by its id."""
    rung = index.rungs.get(drill)
    return rung.name if rung is not None else drill


def feelings(*, pain: Pain | None, sore: int | None, effort: int | None) -> tuple[str, ...]:
    """Say pain, soreness and effort, those that were told."""
    words = []
    if pain is not None:
        kind = "sharp pain" if pain.sharp else "pain"
        place = pain.where_told or ("" if pain.where in (None, "other") else str(pain.where))
        where = f" in the {place.replace('-', ' ')}" if place else ""
        words.append(f"{kind} {pain.score}{where}")
    if sore is not None:
        words.append(f"soreness {sore}")
    if effort is not None:
        words.append(f"effort {effort}")
    return tuple(words)


def noticed(counts: Sequence[MistakeCount], mistakes: Mistakes | None = None) -> str:
    """Say which mistakes were noticed how often; by id where no table is given."""
    names = (
        {mistake.id: mistake.name for mistake in mistakes.mistakes} if mistakes is not None else {}
    )
    words = []
    for seen in counts:
        called = names.get(seen.mistake, seen.mistake.replace("-", " ")).lower()
        words.append(f"{called} × {seen.count}" if seen.count > 1 else called)
    return ", ".join(words)


def _likeness(
    record: SetRecord,
) -> tuple[int, int | None, Decimal | None, str, bool, str | None]:
    """Return what two sets said as one have in common, the side last."""
    return record.reps, record.clean, record.load_kg, record.unit, record.warmup, record.side
