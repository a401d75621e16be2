"""A table read whole: which logger's it is, its sets as sessions of ours, and what there is to say.

Owns the order of the steps. Raises UsageError for a file that is no table of sets.
"""

from collections.abc import Mapping

import msgspec

from hingecli.errors import HingeError
from hingecli.loggers import Loggers
from hingecli.store.codec import Contents
from hingecli.store.imports.cells import sets_of
from hingecli.store.imports.context import RowContext
from hingecli.store.imports.decoding import decode
from hingecli.store.imports.grid import TextTable
from hingecli.store.imports.incoming import Incoming, refuse_many
from hingecli.store.imports.layout import Layout, recognise, unit_word
from hingecli.store.imports.preview import LeftOut, Preview, Remarks, UnitFrom
from hingecli.store.imports.rows import Entry, read_entry
from hingecli.store.imports.sessions import sessions_of, sitting_id
from hingecli.store.imports.source import SourceFile
from hingecli.store.ranges import out_of_range
from hingecli.store.salvage import Rejected
from hingecli.store.union import unite


def read_table(
    source: SourceFile, *, columns: Mapping[str, str], loggers: Loggers, context: RowContext
) -> Incoming:
    """Read the rows of `source`; `columns` says which column of the file is which of ours."""
    decoded = decode(source.name, source.data)
    grid = TextTable(source.name, decoded.text)
    mapped = dict(columns)
    unit = unit_word(grid, mapped)
    context = msgspec.structs.replace(
        context, told_unit=unit or context.told_unit, months=loggers.words.months
    )
    layout = recognise(grid, loggers.formats, columns=mapped, words=loggers.words.headings)
    remarks = Remarks()
    entries, rejected = _entries(grid, layout, context, remarks)
    events = []
    for event in sessions_of(entries, layout, context):
        fault = out_of_range(event)
        if fault is None:
            events.append(event)
        else:
            rejected.append((1, f"{event.day.isoformat()}: {fault}"))
    return Incoming(
        contents=unite((Contents(events=tuple(events)),)),
        rejected=tuple(sorted((*rejected, *grid.rejected))),
        format=layout.name,
        preview=msgspec.structs.replace(
            _preview(layout, context, remarks, said=decoded.said),
            keys={
                sitting_id(entry, layout): entry.session
                for entry in entries
                if entry.session and sitting_id(entry, layout) != entry.session
            },
        ),
    )


def _entries(
    grid: TextTable, layout: Layout, context: RowContext, remarks: Remarks
) -> tuple[list[Entry], list[Rejected]]:
    """Read each row; those that cannot be read are named, and refused if they are too many."""
    entries: list[Entry] = []
    rejected: list[Rejected] = []
    broken: set[str] = set()
    for row in sets_of(layout, grid):
        try:
            entry = read_entry(row, layout, context, remarks)
        except HingeError as error:
            rejected.append((row.line, str(error)))
            refuse_many(grid.name, rejected)
            broken.add(row.cells.get("session", ""))
        else:
            if entry is not None:
                entries.append(entry)
    if layout.known is None:  # half a session of ours would be another one
        entries = [entry for entry in entries if not entry.session or entry.session not in broken]
    return entries, rejected


def _preview(layout: Layout, context: RowContext, remarks: Remarks, *, said: str) -> Preview:
    return Preview(
        name=layout.name,
        counts_clean=layout.known is None,
        sets=remarks.sets,
        hinges=remarks.hinges,
        warmups=remarks.warmups,
        done=tuple(remarks.done.most_common()),
        left_out=tuple(
            LeftOut(name, sets, context.nearest(name))
            for name, sets in remarks.left_out.most_common()
        ),
        no_reps=remarks.no_reps,
        unread=layout.unread,
        likely=layout.likely,
        unit=context.unit if remarks.guessed_unit else None,
        unit_from=_unit_from(context),
        changes=tuple(remarks.changes),
        per_hand=remarks.per_hand,
        perhaps_per_hand=remarks.perhaps_per_hand,
        sideless=remarks.sideless,
        said=said,
    )


def _unit_from(context: RowContext) -> UnitFrom:
    if context.told_unit is not None:
        return "told"
    return "nothing" if context.profile_unit is None else "profile"
