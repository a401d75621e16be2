"""Finds gates that can never open, and conditions whose sentences cannot be said.

Works on the conditions that could be read; a word that names nothing is `leaves`' to report.
"""

from collections.abc import Iterator, Mapping, Sequence
from string import Formatter

import msgspec

from hingecli.coach.protocol.conditions import (
    AnyCondition,
    CleanDays,
    CleanTotal,
    Condition,
    ContactDays,
    DrillsOpen,
    LoadedDays,
    LoadWeek,
    SteadyDays,
    reckoned,
)


class Gated(msgspec.Struct, frozen=True, kw_only=True):
    """What of one rung the gates depend on; `gates` maps a gate's key to its conditions.

    A condition that could not be read is left out.
    """

    id: str
    path: str
    loaded: bool
    per_side: bool
    gates: Mapping[str, tuple[tuple[str, AnyCondition], ...]]


def check_gates(ladder: Sequence[Gated]) -> Iterator[str]:
    """Yield each problem of the gates with its key path."""
    rungs = {rung.id: rung for rung in ladder}
    for rung in ladder:
        for path, condition in _conditions(rung):
            yield from (f"{path}.{problem}" for problem in _sentence(condition))
            yield from (f"{path}.{problem}" for problem in _together(condition, rungs))
            yield from _grade(path, condition)
    yield from _never_open(ladder, rungs)


def _conditions(rung: Gated) -> Iterator[tuple[str, AnyCondition]]:
    for conditions in rung.gates.values():
        yield from conditions


def _grade(path: str, condition: AnyCondition) -> Iterator[str]:
    if condition.source == "coach" and condition.grade is None:
        yield f"{path}.grade: missing; a coach rule says how well it is supported: A, B, C or D"
    if condition.source == "guide" and condition.grade is not None:
        yield f"{path}.grade: only coach rules have a grade"


def _sentence(condition: AnyCondition) -> Iterator[str]:
    own = set(condition.__struct_fields__) - set(Condition.__struct_fields__)
    fields = own | reckoned(condition)
    try:
        parts = list(Formatter().parse(condition.text))
    except ValueError:
        yield f"text: {_brace_fault(condition.text)}"
        return
    for _, field, spec, conversion in parts:
        if field is None:
            continue
        if field not in fields:
            yield f"text: {{{field}}} is no field of it; it has: {', '.join(sorted(fields))}"
        elif spec or conversion:
            yield f"text: {{{field}}} must stand alone, without ! or :"
        elif field in own and getattr(condition, field) is None:
            yield f"text: {{{field}}} has no value here"


def _brace_fault(text: str) -> str:
    """Return why `text` cannot be read as a template; a doubled brace is a plain one."""
    place, opened = 0, False
    while place < len(text):
        sign = text[place]
        if opened and sign == "{":
            return "a { stands inside of another"
        if opened:
            opened = sign != "}"
        elif sign in "{}" and text[place : place + 2] == 2 * sign:
            place += 1
        elif sign == "}":
            return "a } closes nothing; a plain one is written }}"
        else:
            opened = sign == "{"
        place += 1
    if opened:
        return "a { is never closed; a plain one is written {{"
    return "between { and } stands the name of a field alone"


def _together(condition: AnyCondition, rungs: Mapping[str, Gated]) -> Iterator[str]:
    """Find figures that can be met each, and never both."""
    match condition:
        case ContactDays(reps=reps, unbroken=unbroken) if unbroken > reps:
            yield f"unbroken: {unbroken} in one set is more than the day's {reps} reps"
        case SteadyDays(window=window, good=good) if good > window:
            yield f"good: {good} of {window} days can never be met; 1 to {window}"
        case CleanDays(drill=drill, per_side=per_side, sides_within=sides_within):
            if per_side and drill in rungs and not rungs[drill].per_side:
                yield f"per_side: {drill} is not done by sides"
            if sides_within is not None and not per_side:
                yield "sides_within: needs per_side = true"
        case _:
            pass


def _never_open(ladder: Sequence[Gated], rungs: Mapping[str, Gated]) -> Iterator[str]:
    """Open drill after drill as far as it goes; what stays shut is shut for good."""
    if ladder and all(rung.loaded or rung.gates.get("gate") for rung in ladder):
        yield "ladder: no drill without load is open from the start"
        return
    opened = _opened(ladder, rungs)
    reported: set[str] = set()
    for rung in ladder:
        for key, conditions in rung.gates.items():
            for path, condition in conditions:
                if rung.id in _drills(condition):
                    reported.add(rung.id)
                    yield f"{path}: {rung.id} can never open: it waits for itself"
                elif rung.id not in opened and (lack := _lack(condition, rungs, opened)):
                    reported.add(rung.id)
                    yield f"{path}: {rung.id} can never open: {lack}"
            if key == "gate" and rung.id not in opened | reported:
                circle = _circle(rung.id, rungs, opened)
                if circle:
                    reported.update(circle)
                    way = " for ".join((*circle[1:], circle[0]))
                    yield f"{rung.path}.{key}: {rung.id} can never open: it waits for {way}"


def _opened(ladder: Sequence[Gated], rungs: Mapping[str, Gated]) -> frozenset[str]:
    opened: frozenset[str] = frozenset()
    while True:
        more = opened | {
            rung.id
            for rung in ladder
            if all(
                _drills(condition) & set(rungs) <= opened
                and _lack(condition, rungs, opened) is None
                for _, condition in rung.gates.get("gate", ())
            )
        }
        if more == opened:
            return opened
        opened = more


def _drills(condition: AnyCondition) -> frozenset[str]:
    """Return the drills that must be open before `condition` can be met."""
    named = (getattr(condition, "drill", None), getattr(condition, "since", None))
    drills = condition.drills if isinstance(condition, DrillsOpen) else ()
    return frozenset(drill for drill in (*named, *drills) if isinstance(drill, str))


def _lack(
    condition: AnyCondition, rungs: Mapping[str, Gated], opened: frozenset[str]
) -> str | None:
    """Say what `condition` needs that none of the `opened` drills gives."""
    loaded = any(rungs[drill].loaded for drill in opened)
    unloaded = any(not rungs[drill].loaded for drill in opened)
    if isinstance(condition, LoadedDays | SteadyDays | LoadWeek) and not loaded:
        return "it counts loaded days, and no loaded drill opens before it"
    if isinstance(condition, CleanTotal) and condition.unloaded and not unloaded:
        return "it counts unloaded reps, and no unloaded drill opens before it"
    return None


def _circle(
    start: str, rungs: Mapping[str, Gated], opened: frozenset[str]
) -> tuple[str, ...] | None:
    """Return the drills of a circle that begins and ends at `start`, each waiting for the next."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        waits = {drill for _, c in rungs[way[-1]].gates.get("gate", ()) for drill in _drills(c)}
        if start in waits:
            return way
        for drill in sorted((waits & set(rungs)) - opened - seen):
            seen.add(drill)
            ways.append((*way, drill))
    return None
