"""The sets that a row of a table holds: one, or as many alike as it says; and their load."""

import re
from decimal import Decimal
from typing import Final

import msgspec

from hingecli.coach.log.events import SetRecord, Unit
from hingecli.errors import UsageError
from hingecli.refusals import REFUSALS
from hingecli.store.export import unguarded
from hingecli.store.imports import amounts
from hingecli.store.imports.amounts import YES
from hingecli.store.imports.cells import Cells, SetRow
from hingecli.store.imports.context import RowContext
from hingecli.store.imports.layout import Layout
from hingecli.store.imports.preview import Remarks
from hingecli.store.jsonfault import value_fault
from hingecli.store.ranges import set_out_of_range
from hingecli.text import quoted

MOST_ALIKE: Final = 100
"""Sets that one row may stand for; more is a slip of the keyboard or of a column."""
_ALIKE: Final = re.compile(r"(\d+)\s*[x×*]\s*(\d+)", re.ASCII | re.IGNORECASE)
"""Sets and their reps in one cell: 3x10."""


def read_sets(
    row: SetRow, layout: Layout, context: RowContext, remarks: Remarks
) -> tuple[SetRecord, ...]:
    """Return the sets; none where the exercise is no drill of ours, or no reps were done."""
    cells, name = row.cells, row.cells.get("drill", "")
    if not name:
        raise UsageError("drill: none")
    drill = context.drill(name) if layout.known is None else context.exercise(name)
    if drill is None:
        remarks.left_out[context.note(name)] += 1
        return ()
    remarks.hinges += 1
    alike, reps = _alike(cells)
    if not reps and layout.known is not None:  # asked for and not done, or held for a time
        remarks.no_reps += 1
        return ()
    if reps is None:
        raise UsageError("reps: none")
    clean = amounts.whole(cells.get("clean", ""), "clean")
    if "clean" not in cells and layout.known is None:
        clean = reps  # who keeps no such column logs the reps that count
    load, unit = _load(row, context, remarks, is_foreign=layout.known is not None)
    fields = {
        "drill": drill,
        "reps": reps,
        "clean": clean,
        "load_kg": load,
        "unit": unit,
        "side": cells.get("side", "").upper()[:1] or None,
        "warmup": row.warmup or cells.get("warmup", "").lower() in YES,
        "variant": own_words(cells, "variant", context),
        "range": "half" if cells.get("range", "").lower() == "half" else "full",
    }
    try:
        record = msgspec.convert(fields, SetRecord)
    except REFUSALS as error:
        raise UsageError(value_fault(fields, SetRecord)) from error
    fault = set_out_of_range(record)
    if fault is not None:
        raise UsageError(fault)
    remarks.sets += alike - 1  # the row itself is counted
    remarks.hinges += alike - 1
    return (record,) * alike


def _alike(cells: Cells) -> tuple[int, int | None]:
    """Return how many sets alike a row stands for, and the reps of each; None where it has none."""
    both = _ALIKE.fullmatch(cells.get("reps", ""))
    reps = int(both[2]) if both is not None else amounts.whole(cells.get("reps", ""), "reps")
    told = amounts.whole(cells.get("sets", ""), "sets")
    alike = 1 if told is None else told
    if both is not None:
        alike = int(both[1])
        if told not in (None, alike):
            raise UsageError(f"sets: {told}, but reps: {both[0]}")
    if not 0 < alike <= MOST_ALIKE:
        raise UsageError(f"sets: {alike} is not 1-{MOST_ALIKE}")
    return alike, reps


def _load(
    row: SetRow, context: RowContext, remarks: Remarks, *, is_foreign: bool
) -> tuple[Decimal | None, Unit]:
    """Return the load in kg, of both hands together, and the unit in which it is to be shown."""
    unit_text = row.cells.get("unit", "")
    # Our own export parts no thousands: a comma there comes from a spreadsheet of that language.
    ours = row.shows_unit and bool(unit_text)
    amount, written = amounts.load(row.load, "load", thousands=not ours)
    if amount is None or (is_foreign and not amount):
        return None, "kg"  # other loggers write 0 for no weight
    column = amounts.unit_of(unit_text)
    if unit_text and column is None:
        raise UsageError(f"unit: {quoted(unit_text)} is neither kg nor lb")
    if row.shows_unit:
        return amount, column or "kg"
    unit = written or row.load_unit or column
    if unit is None:
        remarks.guessed_unit = True
        unit = context.unit
    multiplier = row.cells.get("multiplier", "")
    times = amounts.whole(multiplier, "multiplier") or 1
    if not multiplier and context.gear(row.cells.get("drill", "")) == PAIRED:
        remarks.perhaps_per_hand += 1
    if times > 1 and amount:
        remarks.per_hand += 1
        amount *= times
    return amounts.in_kg(amount, unit), unit


PAIRED = "dumbbell"
"""What is mostly held in pairs: its weight may be that of one hand, unless the logger says so."""


def own_words(cells: Cells, name: str, context: RowContext) -> str | None:
    """Return a text in a person's own words, cleaned; None where there is none."""
    return context.note(unguarded(cells.get(name, ""))) or None
