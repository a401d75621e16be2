"""The set that a row of a table holds, and its load."""

from decimal import Decimal

import msgspec

from hingecli.coach.log.events import SetRecord, Unit
from hingecli.errors import UsageError
from hingecli.refusals import REFUSALS
from hingecli.store.export import unguarded
from hingecli.store.imports import amounts
from hingecli.store.imports.amounts import YES
from hingecli.store.imports.context import RowContext
from hingecli.store.imports.layout import Cells, Layout, SetRow
from hingecli.store.imports.preview import Remarks
from hingecli.store.jsonfault import value_fault
from hingecli.store.ranges import set_out_of_range
from hingecli.text import quoted


def read_set(
    row: SetRow, layout: Layout, context: RowContext, remarks: Remarks
) -> SetRecord | None:
    """Return the set; None where the exercise is no drill of ours, or no reps were done."""
    cells, name = row.cells, row.cells.get("drill", "")
    if not name:
        raise UsageError("drill: none")
    drill = context.drill(name) if layout.known is None else context.exercise(name)
    if drill is None:
        remarks.left_out[context.note(name)] += 1
        return None
    remarks.hinges += 1
    reps = amounts.whole(cells.get("reps", ""), "reps")
    if not reps and layout.known is not None:  # asked for and not done, or held for a time
        remarks.no_reps += 1
        return None
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
    return record


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
