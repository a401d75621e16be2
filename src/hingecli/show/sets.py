"""Says the sets of a session as a person would: 3 × 10 clean, 8 of 10 left, 16 kg.

Owns the grouping of equal sets and their words, for history and for the answer after a write.
A set that nobody counted is said as reps done, a warm-up as one.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from hingecli.coach.log.events import Length, MistakeCount, Pain, Range, SetRecord, Side, Unit

if TYPE_CHECKING:
    from hingecli.coach.protocol.protocol import Index
    from hingecli.coach.protocol.texts import Mistakes

_SIDES = {"L": " left", "R": " right"}


def by_drill(sets: Sequence[SetRecord], *, index: "Index") -> tuple[tuple[str, str], ...]:
    """Return each drill's name with its sets in words, in the order in which they were done."""
    drills = dict.fromkeys(record.drill for record in sets)
    return tuple(
        (name(drill, index), in_words([record for record in sets if record.drill == drill]))
        for drill in drills
    )


def in_words(sets: Sequence[SetRecord]) -> str:
    """Say sets in order, equal neighbours together: 2 × 10, 9 of 10.

    One-sided sets are said side by side, however they were mixed: 4 × 8 each side. Where only
    some have a load, the others are said to be without: 10 without weight, 8 at 16 kg.
    """
    loads = {record.load_kg is None for record in sets}
    words = _SetWords(some_loaded=len(loads) > 1)
    sides = {record.side for record in sets}
    if sides == {"L", "R"}:
        first, *_ = (record.side for record in sets)
        own = [record for record in sets if record.side == first]
        other = [record for record in sets if record.side != first]
        if [_unsided(record) for record in own] == [_unsided(record) for record in other]:
            return words.runs(own, each_side=True)
        return f"{words.runs(own)}, {words.runs(other)}"
    return words.runs(sets)


class _SetWords(msgspec.Struct, frozen=True):
    """How the sets of one drill are said; `some_loaded` if only some of them have a load."""

    some_loaded: bool

    def runs(self, sets: Sequence[SetRecord], *, each_side: bool = False) -> str:
        """Say `sets`, equal neighbours together."""
        words = []
        for like, group in groupby(sets, key=_likeness):
            count = len(tuple(group))
            side = " each side" if each_side else _SIDES.get(like.side or "", "")
            text = f"{count} × {like.counted}" if count > 1 else like.counted
            weight = like.weight or (" without weight" if self.some_loaded else "")
            words.append(f"{text}{side}{like.done}{weight}{like.kind}")
        return ", ".join(words)


def total(sets: Sequence[SetRecord]) -> str:
    """Say the clean reps of all but warm-ups: 29 clean of 30; or 30 clean; or 30 done."""
    work = [record for record in sets if not record.warmup]
    counted = [record for record in work if record.clean is not None]
    reps, clean = sum(record.reps for record in counted), sum(r.clean_reps for r in counted)
    done = sum(record.reps for record in work) - reps
    words = [f"{clean} clean" if clean == reps else f"{clean} clean of {reps}"] if counted else []
    words += [f"{done} done"] if done else []
    return ", ".join(words) or "warm-up"


def is_plain(record: SetRecord) -> bool:
    """Return whether a set is told by its counts alone: its clean reps, no load, no kind."""
    like = _likeness(record)
    return record.clean is not None and record.load_kg is None and not like.kind


def name(drill: str, index: "Index") -> str:
    """Name a drill; one that the protocol does not know by its id."""
    rung = index.rungs.get(drill)
    return rung.name if rung is not None else drill


def feelings(
    *, pain: Pain | None, sore: int | None, effort: int | None, index: "Index"
) -> tuple[str, ...]:
    """Say pain, soreness and effort, those that were told."""
    from hingecli.coach.parse.body_parts import in_place

    words = []
    if pain is not None:
        kind = "sharp pain" if pain.sharp else "pain"
        words.append(f"{kind} {pain.score}{in_place(pain, index)}")
    if sore is not None:
        words.append(f"soreness {sore}")
    if effort is not None:
        words.append(f"effort {effort}")
    return tuple(words)


def from_the_wall(cm: Decimal, unit: Length) -> str:
    """Say how far the heels were from the wall, as it was typed: 35 cm from the wall."""
    from hingecli.coach.parse.measures import say_distance

    return f"{say_distance(cm, unit)} from the wall"


def noticed(counts: Sequence[MistakeCount], mistakes: "Mistakes | None" = None) -> str:
    """Say which mistakes were noticed how often; by id where no table is given."""
    names = (
        {mistake.id: mistake.name for mistake in mistakes.mistakes} if mistakes is not None else {}
    )
    words = []
    for seen in counts:
        called = names.get(seen.mistake, seen.mistake.replace("-", " ")).lower()
        words.append(f"{called} × {seen.count}" if seen.count > 1 else called)
    return ", ".join(words)


class _Likeness(msgspec.Struct, frozen=True):
    """What neighbouring sets have in common that are said together."""

    reps: int
    clean: int | None
    load_kg: Decimal | None
    unit: Unit
    side: Side | None
    warmup: bool
    variant: str | None
    range: Range

    @property
    def counted(self) -> str:
        """The reps, and how many were clean where not all were."""
        all_or_unknown = self.clean is None or self.clean == self.reps
        return f"{self.reps}" if all_or_unknown else f"{self.clean} of {self.reps}"

    @property
    def done(self) -> str:
        """What is said where nobody counted the clean reps."""
        return " done" if self.clean is None else ""

    @property
    def weight(self) -> str:
        """The load."""
        if self.load_kg is None:
            return ""
        from hingecli.coach.rules import gear

        return f" at {gear.say(self.load_kg, self.unit)}"

    @property
    def kind(self) -> str:
        """How the sets differ from work at the drill's full range."""
        words = [self.variant.replace("-", " ")] if self.variant is not None else []
        words += ["half the range"] if self.range == "half" else []
        words += ["warm-up"] if self.warmup else []
        return f" ({', '.join(words)})" if words else ""


def _likeness(record: SetRecord) -> _Likeness:
    return _Likeness(*(getattr(record, field) for field in _Likeness.__struct_fields__))


def _unsided(record: SetRecord) -> _Likeness:
    return msgspec.structs.replace(_likeness(record), side=None)
