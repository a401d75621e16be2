"""Finds the drill and the load of each set, in the order in which they were typed.

Owns what stands before and what stands behind: `wall 10`, `10 wall hinges`, `16kg 3x10`.
"""

from collections.abc import Callable, Container, Sequence
from typing import Final

import msgspec

from hingecli.coach.parse.grammar import SetGroup
from hingecli.coach.parse.measures import Load
from hingecli.errors import UsageError
from hingecli.text import quoted


class TypedDrill(msgspec.Struct):
    """A drill as typed."""

    word: str
    id: str


class Weight(msgspec.Struct):
    """A load that stands by itself."""

    word: str
    load: Load


Item = TypedDrill | Weight | SetGroup


Owned = tuple[str, SetGroup | Weight]


def attributed(items: Sequence[Item], default: Callable[[], str]) -> list[Owned]:
    """Return each set and load with its drill: the one before it, or behind: `10 wall hinges`."""
    telling = [item for item in items if not isinstance(item, Weight)]
    if telling and isinstance(telling[0], SetGroup) and isinstance(telling[-1], TypedDrill):
        return _behind(items)
    owned: list[Owned] = []
    drill: str | None = None
    bare: TypedDrill | None = None
    ahead: list[Weight] = []
    for at, item in enumerate(items):
        if isinstance(item, TypedDrill):
            _refuse_bare(bare)
            drill, bare = item.id, item
            owned += [(drill, weight) for weight in ahead]
            ahead = []
        elif isinstance(item, Weight) and not owned and _comes_a_drill(items[at + 1 :]):
            ahead.append(item)
        else:
            drill = default() if drill is None else drill
            owned.append((drill, item))
            bare = None if isinstance(item, SetGroup) else bare
    _refuse_bare(bare)
    return owned


def _comes_a_drill(items: Sequence[Item]) -> bool:
    return bool(items) and isinstance(items[0], TypedDrill)


def _behind(items: Sequence[Item]) -> list[Owned]:
    """Return each set and load with the drill that is named behind it."""
    owned: list[Owned] = []
    waiting: list[SetGroup | Weight] = []
    drill = ""
    for item in items:
        if isinstance(item, TypedDrill):
            if not any(isinstance(thing, SetGroup) for thing in waiting):
                _refuse_bare(item)
            drill = item.id
            owned += [(drill, thing) for thing in waiting]
            waiting = []
        elif isinstance(item, Weight) and drill and not waiting:
            owned.append((drill, item))
        else:
            waiting.append(item)
    return owned + [(drill, thing) for thing in waiting]


def loaded(owned: Sequence[Owned]) -> list[tuple[str, SetGroup]]:
    """Put each load that stands by itself where it belongs."""
    groups: list[tuple[str, SetGroup]] = []
    ahead: dict[str, Load] = {}
    for at, (drill, item) in enumerate(owned):
        if isinstance(item, SetGroup):
            if item.lacks_load():
                item.load = ahead.get(drill)
            groups.append((drill, item))
            continue
        ahead.pop(drill, None)
        waiting = [group for whose, group in groups if whose == drill and group.lacks_load()]
        for group in waiting:
            group.load = item.load
        if waiting:
            continue
        following = owned[at + 1 : at + 2]
        if not any(whose == drill and isinstance(next_, SetGroup) for whose, next_ in following):
            raise UsageError(
                f"{quoted(item.word)} has no set before it that lacks a load. "
                f"Write 3x10 @{item.word.lstrip('@')}."
            )
        ahead[drill] = item.load
    return groups


MOST_LIKELY_SETS: Final = 10
"""Of one weight: what is more may be the weight itself."""


def _refuse_bare(drill: TypedDrill | None) -> None:
    if drill is not None:
        raise UsageError(f'"{drill.word}" has no sets behind it. Write {drill.word} 3x10.')


def _refuse_missing_sides(groups: Sequence[SetGroup]) -> None:
    """Raise UsageError for `8, 8, 7 left`: that may be the last set alone, or all three."""
    missing = [str(group.reps) for group in groups if group.side is None]
    if missing and any(group.side_in_words for group in groups):
        raise UsageError(
            f"which side were {' '.join(missing)}? Write left 8 8 7 right 8 8 8, or 8L 8R."
        )


def refuse_two_readings(
    groups: Sequence[tuple[str, SetGroup]], *, sided: Container[str], weighted: Container[str]
) -> None:
    """Raise UsageError where sets could be meant in two ways, now that their drill is known.

    `8/8` and `8 each` of a drill in `sided`, done side by side; a bare number behind sets of one
    in `weighted` that tells no load: `deadlift 3x5 60`.
    """
    for drill in dict.fromkeys(drill for drill, _ in groups if drill in sided):
        _refuse_missing_sides([group for whose, group in groups if whose == drill])
    for at, (drill, group) in enumerate(groups):
        reps = group.reps
        if group.each and (drill in sided or group.sets == 1) and group.side is None:
            sets = f"{group.sets}x{reps}" if group.sets > 1 else f"{reps}"
            raise UsageError(
                f'"{reps} each": on each side, or in each set? Write {sets} each side, or {sets}.'
            )
        if group.halves and drill in sided and group.side is None:
            raise UsageError(
                f'"{reps}/{reps}": all {reps} clean, or {reps} on each side? '
                f"Write {reps} of {reps}, or {reps} each side."
            )
        before = groups[at - 1][1] if at and groups[at - 1][0] == drill else None
        if group.full and before is not None and before.alone and before.reps < reps:
            raise UsageError(
                f'"{before.reps}, {reps} of {reps}": was the {before.reps} of {reps}, too? '
                f"Write {before.reps}/{reps} {reps}/{reps}, or {before.reps} {reps}."
            )
        if drill in weighted and all(
            other.lacks_load() for whose, other in groups if whose == drill
        ):
            behind = groups[at + 1][1] if groups[at + 1 : at + 2] else None
            own = behind if behind is not None and groups[at + 1][0] == drill else None
            _refuse_bare_weight(group, before, own)


def _refuse_bare_weight(group: SetGroup, before: SetGroup | None, behind: SetGroup | None) -> None:
    """Raise UsageError for `kb 3x10 16`, `kb 16 3x10` and `kb 16x10`, where 16 may be the weight.

    `before` and `behind` are the sets of the same drill beside `group`; none has a load.
    """
    sets, reps = group.sets, group.reps
    beside = before if before is not None else behind
    if group.alone and group.side is None and beside is not None and beside.sets > 1:
        raise UsageError(
            f'"{reps}": a set of {reps}, or the weight? Write {reps} reps, or {reps}kg or {reps}lb.'
        )
    if sets > MOST_LIKELY_SETS and not group.said_sets:
        raise UsageError(
            f'"{sets}x{reps}": {sets} sets of {reps}, or {reps} reps with {sets} kg? '
            f"Write {sets} sets of {reps}, or {reps} @{sets}kg."
        )
