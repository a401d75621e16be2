"""The sets of a sitting in order, as a walk goes through them, and a set as done for the log.

What is said when in a set is `pacer`'s.
"""

from collections.abc import Container, Sequence
from decimal import Decimal

import msgspec

from hingecli.coach.day.draft import counts
from hingecli.coach.log.events import Range, SetRecord, Side, Unit
from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.coach.results import Block, Purpose


class PacedSet(msgspec.Struct, frozen=True, kw_only=True):
    """One set of the sitting: the `number`th `of` its block, `rest_s` seconds after it.

    `first` marks the first set of a block: its setup is shown before it. `until_miss` ends the
    set at the first miss (a test run). A `warmup` counts for nothing.
    """

    drill: str
    name: str
    purpose: Purpose
    number: int
    of: int
    reps: int
    tempo: Tempo
    rest_s: int
    load_kg: Decimal | None = None
    unit: Unit = "kg"
    side: Side | None = None
    first: bool = False
    until_miss: bool = False
    warmup: bool = False
    variant: str | None = None
    range: Range = "full"


def sets_of(
    blocks: Sequence[Block],
    *,
    unit: Unit = "kg",
    right_first: Container[str] = (),
    loaded: Container[str] = (),
) -> tuple[PacedSet, ...]:
    """Lay out the sets of `blocks` in order; a one-sided set is two, rest after the second.

    Drills in `right_first` begin with the right side, the weaker one; others with the left.
    `loaded` are the drills with load: their warm-ups are no work.
    """
    return tuple(
        msgspec.structs.replace(paced, warmup=not counts(block, blocks, loaded))
        for block in blocks
        for paced in _sets_of(block, unit, right_first=block.drill in right_first)
    )


def matched(sets: Sequence[PacedSet], n: int, reps: int) -> tuple[PacedSet, ...]:
    """Let set `n` have no more than `reps`, if it is the other side of the set before it."""
    before, other = sets[n - 1], sets[n]
    if before.side is None or (other.drill, other.number) != (before.drill, before.number):
        return tuple(sets)
    less = msgspec.structs.replace(other, reps=min(other.reps, reps))
    return (*sets[:n], less, *sets[n + 1 :])


def record(paced: PacedSet, *, reps: int, clean: int) -> SetRecord:
    """Return a set as done, `clean` of `reps`, as the log keeps it."""
    return SetRecord(
        drill=paced.drill,
        reps=reps,
        clean=clean,
        load_kg=paced.load_kg,
        unit=paced.unit if paced.load_kg is not None else "kg",
        side=paced.side,
        warmup=paced.warmup,
        variant=paced.variant,
        range=paced.range,
    )


def with_tempo(sets: Sequence[PacedSet], tempo: Tempo) -> tuple[PacedSet, ...]:
    """Pace all `sets` by `tempo`."""
    return tuple(msgspec.structs.replace(paced, tempo=tempo) for paced in sets)


def with_load(
    sets: Sequence[PacedSet], start: int, *, load_kg: Decimal, unit: Unit
) -> tuple[PacedSet, ...]:
    """Return the block that begins at `start` another load (kg), typed in `unit`."""
    end = next((n for n in range(start + 1, len(sets)) if sets[n].first), len(sets))
    return tuple(
        msgspec.structs.replace(paced, load_kg=load_kg, unit=unit) if start <= n < end else paced
        for n, paced in enumerate(sets)
    )


def _sets_of(block: Block, unit: Unit, *, right_first: bool) -> list[PacedSet]:
    both: tuple[Side | None, ...] = ("R", "L") if right_first else ("L", "R")
    sides = both if block.per_side else (None,)
    return [
        PacedSet(
            drill=block.drill,
            name=block.name,
            purpose=block.purpose,
            number=number,
            of=block.sets,
            reps=block.reps,
            tempo=block.tempo,
            rest_s=block.rest_s if side == sides[-1] else 0,
            load_kg=block.load_kg,
            unit=unit,
            side=side,
            first=number == 1 and side == sides[0],
            until_miss=block.purpose == "test",
            variant=block.variant,
            range=block.range,
        )
        for number in range(1, block.sets + 1)
        for side in sides
    ]
