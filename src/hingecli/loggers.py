"""Other loggers, as `data/imports/` describes them: their exports, and their names for drills.

Owns the shape of those tables. Reading them is `content.loggers`', using them `store.imports`'.
"""

from typing import Literal

import msgspec

Order = Literal["dmy", "mdy"]
"""Which of two numbers in a day is the day."""

Zone = Literal["local", "utc"]

Heading = Literal["drill", "reps", "sets", "date", "load", "pain", "effort", "note"]
"""Those of our columns that people keep under names of their own."""


class LoggerPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A part of a table in `data/imports/`."""


class Fields(LoggerPart, frozen=True, kw_only=True):
    """Which columns hold what. Of several headings the first that the file has counts.

    `load` may have several columns, one a unit: the first that is filled counts. `notes` are all
    read, and joined. `reps` are those done, `multiplier` is how many weights were held.
    """

    at: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    session: tuple[str, ...] = ()
    drill: tuple[str, ...] = ()
    reps: tuple[str, ...] = ()
    load: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    multiplier: tuple[str, ...] = ()
    side: tuple[str, ...] = ()
    effort: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Rows(LoggerPart, frozen=True, kw_only=True):
    """The rows in whose `column` one of `values` stands, whatever its capitals."""

    column: str
    values: tuple[str, ...]


class Unfold(LoggerPart, frozen=True, kw_only=True):
    """Sets that stand side by side in one row; `#` in a heading stands for a number.

    `block` is the heading that begins each exercise, where a row has several of these. `reps` and
    `load` are the headings of a set; a load without a number holds for all sets of its block.
    """

    reps: str
    load: tuple[str, ...] = ()
    block: str | None = None


class LoggerFormat(LoggerPart, frozen=True, kw_only=True):
    """The export of one logger: it is recognised by `heading`, all of which a file must have.

    `source` says where the export is described. `zone` is that of times without an offset;
    `order` that of its days where a number could be both. Rows in `skip` are left out without a
    word, rows in `note_rows` hold a note of their session and no set, those in `warmup` are
    warm-ups.
    """

    name: str
    source: str
    heading: tuple[str, ...]
    fields: Fields
    zone: Zone = "local"
    order: Order | None = None
    warmup: Rows | None = None
    skip: tuple[Rows, ...] = ()
    note_rows: tuple[Rows, ...] = ()
    unfold: Unfold | None = None


class DrillNames(LoggerPart, frozen=True, kw_only=True):
    """What other loggers call a drill: `names` in small letters and the singular, in any order.

    `gear` are the ids of what may be held; an empty one says that nothing need be named.
    """

    drill: str
    names: tuple[str, ...]
    gear: tuple[str, ...]


class ExerciseWords(LoggerPart, frozen=True, kw_only=True):
    """The words of exercises: drills by their names, and the words for gear by what they mean.

    `same` are words that stand for others within a name, or for none. `months` are how the months'
    names begin, January first, in the languages of loggers. `headings` are what our columns are
    called in tables that people keep themselves, in small letters and without a unit.
    """

    source: str
    drills: tuple[DrillNames, ...]
    gear: dict[str, tuple[str, ...]]
    same: dict[str, str]
    months: tuple[tuple[str, ...], ...]
    headings: dict[Heading, tuple[str, ...]] = {}


class Loggers(msgspec.Struct, frozen=True, kw_only=True):
    """All of `data/imports/`: the formats by their file's name, and the words."""

    formats: tuple[LoggerFormat, ...]
    words: ExerciseWords
