"""Reads what a person types about a session: sets with their loads, and mistakes.

Owns the grammar and the sentences for what does not fit it. Looks nothing up by itself.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from hingecli.coach.log.events import MistakeCount, SetRecord, Side
from hingecli.coach.parse.measures import read_load
from hingecli.errors import UsageError
from hingecli.text import quoted

MOST_REPS: Final = 1000
MOST_SETS: Final = 50
MOST_SETS_IN_ALL: Final = 200

SET_EXAMPLES: Final = "10, 18/20, 3x10, 3x8/10, 8L or 3x10@16kg"

_SIGNS = str.maketrans({"×": "x", "X": "x", "*": "x"})
_SET = re.compile(r"(?:(\d{1,6})x)?(\d{1,6})(?:/(\d{1,6}))?([lr])?(?:@(.*))?", re.A | re.I)
_HEADLESS = re.compile(r"x\d", re.A)
_LOAD = re.compile(r"(\d{1,6}(?:[.,]\d{1,12})?)(kgs?|lbs?)?", re.A | re.I)


def read_sets(
    words: Sequence[str], *, named: Callable[[str], str], default: Callable[[], str]
) -> tuple[SetRecord, ...]:
    """Read the sets of one or more drills: `dowel 10 kb 3x10 @16kg`.

    `named` gives a drill's id for a word, `default` the drill of sets before any name. A load
    alone goes to all earlier sets of its drill that have none. Raises UsageError that names the
    word at fault, and whatever `named` and `default` raise.
    """
    records: list[SetRecord] = []
    drill: str | None = None
    bare: str | None = None
    for word in _joined(words):
        if word.translate(_SIGNS) == "x":
            raise UsageError("write sets without spaces: 3x10.")
        if word.startswith("@"):
            records = _put_load(records, drill, word)
        elif word[:1].isalpha() and not _HEADLESS.match(word.translate(_SIGNS)):
            _refuse_bare(bare)
            drill, bare = named(word), word
        else:
            if drill is None:
                drill = default()
            records += _read_set(word, drill)
            bare = None
    _refuse_bare(bare)
    if len(records) > MOST_SETS_IN_ALL:
        raise UsageError(
            f"{len(records)} sets are more than one session holds ({MOST_SETS_IN_ALL}). "
            "Log them in parts."
        )
    return tuple(records)


def read_mistakes(
    texts: Sequence[str], *, named: Callable[[str], str], drill: str
) -> tuple[MistakeCount, ...]:
    """Read `ID` or `ID:N` for each mistake seen in `drill`; the same one twice adds up."""
    counts: dict[str, int] = {}
    for text in texts:
        word, colon, number = text.rpartition(":")
        if not colon:
            word, number = text, "1"
        count = _whole(number.strip())
        if count is None or not 1 <= count <= MOST_REPS:
            raise UsageError(
                f"{quoted(text)}: after the colon comes how often, 1-{MOST_REPS}. "
                "Write soft-lockout or soft-lockout:3."
            )
        mistake = named(word)
        counts[mistake] = min(MOST_REPS, counts.get(mistake, 0) + count)
    return tuple(MistakeCount(mistake=id_, count=n, drill=drill) for id_, n in counts.items())


def _joined(words: Sequence[str]) -> list[str]:
    """Put a unit back to the number that it was typed apart from: `@16 kg`."""
    joined: list[str] = []
    if not all(word.strip() for word in words):
        raise UsageError("one of the words is empty. Write a drill and its sets: wall 3x10.")
    for word in (part for typed in words for part in typed.split()):
        if word.lower() in ("kg", "lb") and joined and re.search(r"@[\d.,]+$", joined[-1]):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _read_set(word: str, drill: str) -> list[SetRecord]:
    match = _SET.fullmatch(word.translate(_SIGNS))
    if match is None:
        raise UsageError(f"{quoted(word)} is not a set. {_hint(word)}")
    times, first, second, side_letter, load_text = match.groups()
    sets = int(times or 1)
    reps = int(second or first)
    clean = int(first)
    if not 1 <= sets <= MOST_SETS:
        raise UsageError(f"{quoted(word)}: {sets} sets? Write 1-{MOST_SETS} sets.")
    if not 1 <= reps <= MOST_REPS:
        raise UsageError(f"{quoted(word)}: {reps} reps? Write 1-{MOST_REPS} reps a set.")
    if clean > reps:
        raise UsageError(f"{quoted(word)}: {clean} clean of {reps}? Write clean/reps, as in 18/20.")
    side: Side | None = None
    if side_letter is not None:
        side = "L" if side_letter in "lL" else "R"
    load = None if load_text is None else read_load(load_text)
    record = SetRecord(
        drill=drill,
        reps=reps,
        clean=clean,
        load_kg=None if load is None else load.kg,
        unit="kg" if load is None else load.unit,
        side=side,
    )
    return [record] * sets


def _put_load(records: list[SetRecord], drill: str | None, word: str) -> list[SetRecord]:
    load = read_load(word[1:])
    waiting = [r.drill == drill and r.load_kg is None for r in records]
    if not any(waiting):
        raise UsageError(
            f"{quoted(word)} has no set before it that lacks a load. Write 3x10 {word}."
        )
    return [
        msgspec.structs.replace(record, load_kg=load.kg, unit=load.unit) if waits else record
        for record, waits in zip(records, waiting, strict=True)
    ]


def _hint(word: str) -> str:
    if _LOAD.fullmatch(word) is not None:
        return f"If it is the load, write @{word}."
    return f"Write {SET_EXAMPLES}."


def _refuse_bare(drill: str | None) -> None:
    if drill is not None:
        raise UsageError(f'"{drill}" has no sets behind it. Write {drill} 3x10.')


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= len("999999") else None
