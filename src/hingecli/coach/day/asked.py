"""What was logged, as it was asked: the card's range and variation, which no word of a log says."""

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


def _as_asked(record: SetRecord, block: Block | None) -> SetRecord:
    if block is None:
        return record
    if block.variant is not None:
        return replace(record, variant=block.variant) if record.reps == block.reps else record
    if block.range == "half" and record.reps <= block.reps:
        return replace(record, range="half")
    return record
