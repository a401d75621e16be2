"""The rows of a table as cells by our names, one a set.

Owns which rows are left out, and how the cells of several columns are joined.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from hingecli.coach.log.events import Unit
from hingecli.loggers import Rows
from hingecli.store.imports.grid import TextTable
from hingecli.store.imports.layout import Layout

Cells = Mapping[str, str]
"""What a set's row says, by our names."""


class SetRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row's cells for one set; `load` is its weight, `load_unit` what its heading names.

    `shows_unit`: the weight is in kg, and the cell of its unit says how it is to be shown.
    `spare` is the column (from 1) of the first filled cell that stands under no heading.
    """

    line: int
    cells: Cells
    load: str
    load_unit: Unit | None
    shows_unit: bool
    warmup: bool
    is_note: bool
    spare: int | None = None


def sets_of(layout: Layout, grid: TextTable) -> Iterator[SetRow]:
    """Yield each set of the rows; rows that the format leaves out are not among them."""
    known = layout.known
    skip = known.skip if known is not None else ()
    note_rows = known.note_rows if known is not None else ()
    warmup = (known.warmup,) if known is not None and known.warmup is not None else ()
    for line, row in grid.rows:
        if _holds(skip, row, layout.rules):
            continue
        cells = {name: _cell(row, place) for name, place in layout.places.items()}
        for name, places in layout.joined.items():
            words = dict.fromkeys(_cell(row, place) for place in places)
            said = (word for word in words if any(map(str.isalnum, word)))
            cells[name] = ("; " if name == "note" else " ").join(said)
        is_note = _holds(note_rows, row, layout.rules)
        is_warmup = _holds(warmup, row, layout.rules)
        # Sets that stand side by side may be more than their headings.
        spare = None if layout.blocks else _spare(row, len(grid.header))
        for block in layout.blocks or (None,):
            values, loads = cells, layout.loads
            if block is not None:
                if not _cell(row, block.reps):
                    continue  # a workout of fewer sets
                values, loads = {**cells, "reps": _cell(row, block.reps)}, block.loads
                if block.drill is not None:
                    values["drill"] = _cell(row, block.drill)
            filled = next((load for load in loads if _cell(row, load.place)), None)
            yield SetRow(
                line=line,
                cells=values,
                load="" if filled is None else _cell(row, filled.place),
                load_unit=None if filled is None else filled.unit,
                shows_unit=filled is not None and filled.is_ours,
                warmup=is_warmup,
                is_note=is_note,
                spare=spare,
            )


def _holds(rules: Iterable[Rows], row: Sequence[str], places: Mapping[str, int]) -> bool:
    return any(
        _cell(row, places[rule.column]).lower() in map(str.lower, rule.values)
        for rule in rules
        if rule.column in places
    )


def _cell(cells: Sequence[str], place: int) -> str:
    """Return what a row says in a column: nothing, where it ends before."""
    return cells[place].strip() if place < len(cells) else ""


def _spare(row: Sequence[str], headings: int) -> int | None:
    over = range(headings, len(row))
    return next((place + 1 for place in over if _cell(row, place)), None)
