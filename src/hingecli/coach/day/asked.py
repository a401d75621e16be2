"""What was logged, beside what was asked: the card's range and variation, the reps of each set."""

from collections.abc import Sequence

from msgspec.structs import replace

from hingecli.coach.log.events import SetRecord
from hingecli.coach.results import Block


def as_asked(sets: Sequence[SetRecord], blocks: Sequence[Block]) -> tuple[SetRecord, ...]:
    """Return typed `sets` with the range and the variation in which the day's `blocks` ask them.

    A set of more reps than half the range was asked for, or of another number than the variation
    has, is a set of its own.
    """
    asked = {block.drill: block for block in reversed(blocks) if block.purpose != "warm-up"}
    return tuple(_as_asked(record, asked.get(record.drill)) for record in sets)


def as_clean_of_asked(
    sets: Sequence[SetRecord], blocks: Sequence[Block]
) -> tuple[SetRecord, ...] | None:
    """Return what `10 9 7` may mean on a day of 3 sets of 10: the clean ones of each.

    As sets of their own they were 9 and 7 reps, all clean. None where they can be nothing else.
    """
    block = next((block for block in blocks if block.purpose == "main"), None)
    if block is None or len(sets) != block.sets * (2 if block.per_side else 1):
        return None
    if any(record.drill != block.drill or record.clean != record.reps for record in sets):
        return None
    if any(record.load_kg not in (None, block.load_kg) for record in sets):
        return None  # with another weight they are sets of one's own
    reps = [record.reps for record in sets]
    if max(reps) > block.reps or min(reps) == block.reps:
        return None
    return tuple(replace(record, reps=block.reps) for record in sets)


def turned_round(
    sets: Sequence[SetRecord], blocks: Sequence[Block]
) -> tuple[SetRecord, ...] | None:
    """Return the sets that `10x3` may mean on a day of 3 sets of 10; None where it cannot."""
    block = next((block for block in blocks if block.purpose == "main"), None)
    if block is None or block.per_side or block.sets == block.reps or len(sets) != block.reps:
        return None
    if any((record.drill, record.reps) != (block.drill, block.sets) for record in sets):
        return None
    if any(record.clean != record.reps for record in sets):
        return None
    return (replace(sets[0], reps=block.reps, clean=block.reps),) * block.sets


def run_together(
    sets: Sequence[SetRecord], blocks: Sequence[Block]
) -> tuple[SetRecord, ...] | None:
    """Return the sets that `3 10` may mean on a day of 3 sets of 10; None where it cannot."""
    block = next((block for block in blocks if block.purpose == "main"), None)
    if block is None or block.sets == block.reps:
        return None
    if [record.reps for record in sets] != [block.sets, block.reps]:
        return None
    if any(record.drill != block.drill or record.clean != record.reps for record in sets):
        return None
    return (sets[1],) * block.sets


def _as_asked(record: SetRecord, block: Block | None) -> SetRecord:
    if block is None:
        return record
    if block.variant is not None:
        return replace(record, variant=block.variant) if record.reps == block.reps else record
    if block.range == "half" and record.reps <= block.reps:
        return replace(record, range="half")
    return record
