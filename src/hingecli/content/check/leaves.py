"""Checks single values by what their field means: names, references, texts, bounds.

Owns which field refers to what. What several values say together is `gatecheck` and `figures`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches
from typing import get_args

import msgspec

from hingecli.coach.log.events import Limit, Weekday
from hingecli.coach.protocol.conditions import Condition, DrillsOpen, SteadyDays
from hingecli.coach.protocol.parameters import (
    Breaks,
    BreakStep,
    EffortCeiling,
    Film,
    FirstLoad,
    GoalsRule,
    Joining,
    LoadedDay,
    LoadUp,
    Milestone,
    PainDuring,
    RestRule,
    Rounding,
    ScreenRule,
    Span,
    StuckRule,
    TestRule,
    UnloadedDose,
    Variant,
    Variety,
    WallDistance,
    WarmUp,
    Weeks,
)
from hingecli.coach.protocol.protocol import (
    EffortWords,
    Equipment,
    Family,
    Phase,
    PlaceWords,
    PlanRow,
    Protocol,
    Rung,
)
from hingecli.coach.protocol.texts import (
    Cues,
    DrillPage,
    Element,
    Mistake,
    Mistakes,
)
from hingecli.content.shape import Leaf

Known = Mapping[str, frozenset[str] | None]
"""The ids of each kind of thing; None where their file could not be read."""

Field = tuple[type[msgspec.Struct], str]

LARGEST = 100_000
"""No figure of a protocol is larger: days beyond it leave the calendar."""

FIXED: Known = {
    "family": frozenset(get_args(Family)),
    "limit": frozenset(get_args(Limit)),
    "weekday": frozenset(get_args(Weekday)),
}

REFERENCES: Mapping[Field, str] = {
    (Rung, "phase"): "phase",
    (Rung, "needs"): "equipment",
    (Rung, "suits"): "limit",
    (Rung, "stands_for"): "drill",
    (Rung, "unsuited"): "limit",
    (Mistake, "only"): "drill",
    (PlanRow, "phase"): "phase",
    (PlanRow, "drills"): "drill",
    (Condition, "drill"): "drill",
    (SteadyDays, "since"): "drill",
    (SteadyDays, "mistake"): "mistake",
    (DrillsOpen, "drills"): "drill",
    (TestRule, "drill"): "drill",
    (WallDistance, "drill"): "drill",
    (WarmUp, "drill"): "drill",
    (WarmUp, "loaded_drill"): "drill",
    (LoadedDay, "families"): "family",
    (LoadedDay, "default_days"): "weekday",
    (Joining, "order"): "drill",
    (GoalsRule, "athletic_families"): "family",
    (GoalsRule, "week"): "family",
    (Variant, "drill"): "drill",
    (Breaks, "recheck_drill"): "drill",
    (Rounding, "mistake"): "mistake",
    (DrillPage, "watch"): "mistake",
    (Element, "phases"): "phase",
}

NAMES: Mapping[Field, str] = {
    (Phase, "id"): "phase",
    (Equipment, "id"): "equipment",
    (Equipment, "words"): "equipment",
    (EffortWords, "words"): "effort",
    (Rung, "id"): "drill",
    (Rung, "aliases"): "drill",
    (PlaceWords, "id"): "place",
    (PlaceWords, "words"): "place",
    (Protocol, "lessons"): "lesson",
    (Mistake, "id"): "mistake",
    (Mistake, "aliases"): "mistake",
    # The day's focus is one id: an element or a mistake.
    (Element, "id"): "element",
    (Variant, "id"): "variant",
    (Milestone, "id"): "milestone",
    (Condition, "id"): "condition",
}
"""Fields whose words must each name one thing only."""

FILLED: Mapping[Field, str] = {
    (DrillPage, "setup"): "line of setup",
    (DrillPage, "steps"): "step",
    (DrillPage, "cues"): "cue",
    (DrillPage, "feel"): "line of feel",
    (DrillPage, "breathing"): "line of breathing",
    (DrillPage, "watch"): "mistake to watch",
    (DrillPage, "sources"): "source",
    (Mistakes, "mistakes"): "mistake",
    (Cues, "elements"): "element",
    (Cues, "daily_life"): "daily-life task",
    (Cues, "red_flags"): "red flag",
    (Cues, "see_doctor"): "sign",
    (Element, "phases"): "phase",
    (Protocol, "phases"): "phase",
    (Protocol, "ladder"): "drill",
    (Protocol, "plan"): "row",
    (PlaceWords, "words"): "word",
    (EffortWords, "words"): "word",
    (DrillsOpen, "drills"): "drill",
    (EffortCeiling, "weeks"): "week",
    (LoadedDay, "families"): "family",
    (LoadedDay, "default_days"): "day",
    (FirstLoad, "bells_kg"): "bell",
    (GoalsRule, "week"): "family",
    (Variety, "variants"): "variant",
    (Breaks, "steps"): "step",
    (BreakStep, "load_percent"): "share",
    (ScreenRule, "stop_signs"): "sign",
    (ScreenRule, "unloaded_signs"): "sign",
    (PainDuring, "places_that_stop_all_load"): "place",
}

POSITIVE: frozenset[Field] = frozenset(
    {
        (UnloadedDose, "sets"),
        (UnloadedDose, "start"),
        (UnloadedDose, "days"),
        (TestRule, "runs"),
        (TestRule, "reps"),
        (TestRule, "every_days"),
        (WallDistance, "start_cm"),
        (WallDistance, "step_cm"),
        (LoadedDay, "sets"),
        (LoadedDay, "light_sets"),
        (LoadedDay, "second_sets"),
        (LoadedDay, "window_days"),
        (LoadUp, "step_kg"),
        (LoadUp, "step_lb"),
        (LoadUp, "sessions"),
        (FirstLoad, "bells_kg"),
        (Variant, "sets"),
        (Variant, "reps"),
        (Variety, "every"),
        (Variety, "early_every"),
        (Variety, "outgrown_days"),
        (Film, "then_every_days"),
        (Film, "compare_days"),
        (RestRule, "after_days_running"),
        (RestRule, "window_days"),
        (StuckRule, "weeks"),
        (StuckRule, "every_weeks"),
        (Weeks, "days_in_week"),
        (Weeks, "first_load_week"),
        (Weeks, "last_plan_week"),
        (PlanRow, "weeks"),
    }
)
"""Figures that something is divided, counted or climbed by."""

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def check_leaves(leaves: Iterable[Leaf], known: Known) -> Iterator[str]:
    """Give the problems of one file's values, each with its key path."""
    named: dict[tuple[str, str], str] = {}
    for leaf in leaves:
        if isinstance(leaf.value, str):
            yield from _text(leaf, leaf.value)
            yield from _reference(leaf, leaf.value, {**FIXED, **known})
            yield from _name(leaf, leaf.value, named)
        elif isinstance(leaf.value, tuple):
            yield from _array(leaf, leaf.value)
        elif isinstance(leaf.value, int | float | Decimal) and not isinstance(leaf.value, bool):
            yield from _number(leaf, leaf.value)


def _text(leaf: Leaf, value: str) -> Iterator[str]:
    if not value.strip() and _default(leaf) != "":
        yield f"{leaf.path}: is empty"
    for sign in value:
        if sign not in "\n\t" and unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            yield f"{leaf.path}: holds the control character U+{ord(sign):04X}"
            return


def _reference(leaf: Leaf, value: str, known: Known) -> Iterator[str]:
    kind = _of(REFERENCES, leaf)
    ids = known.get(kind) if kind else None
    if kind and ids is not None and value not in ids:
        near = get_close_matches(value, sorted(ids), n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        yield f'{leaf.path}: no {kind} is called "{value}"{hint}'


def _name(leaf: Leaf, value: str, named: dict[tuple[str, str], str]) -> Iterator[str]:
    kind = _of(NAMES, leaf)
    if not kind:
        return
    if value.strip() and not _NAME.fullmatch(value):
        yield f'{leaf.path}: "{value}" is no name: small letters, digits and single hyphens'
    # A condition's id is its own only within its gate.
    scope = leaf.path.rpartition("[")[0] if kind == "condition" else ""
    first = named.setdefault((kind + scope, value), leaf.path)
    if first != leaf.path:
        yield f'{leaf.path}: "{value}" is taken by {first}'


def _array(leaf: Leaf, value: tuple[object, ...]) -> Iterator[str]:
    what = _of(FILLED, leaf)
    inner = leaf.owner is Rung and leaf.field == "needs" and leaf.path.endswith("]")
    if not value and (what or inner):
        yield f"{leaf.path}: needs at least one {what or 'thing'}"
    if _type(leaf) == Span:
        low, high = value
        if isinstance(low, int) and isinstance(high, int) and low > high:
            yield f"{leaf.path}: {low} to {high} runs backwards"


def _number(leaf: Leaf, value: int | float | Decimal) -> Iterator[str]:
    if value < 0:
        yield f"{leaf.path}: {value} is negative"
    elif value == 0 and leaf.owner and (leaf.owner, leaf.field) in POSITIVE:
        yield f"{leaf.path}: must be more than 0"
    elif value > LARGEST:
        yield f"{leaf.path}: is larger than {LARGEST:,}"


def _of(table: Mapping[Field, str], leaf: Leaf) -> str | None:
    for kind in leaf.owner.__mro__ if leaf.owner else ():
        if (kind, leaf.field) in table:
            return table[kind, leaf.field]
    return None


def _field(leaf: Leaf) -> msgspec.structs.FieldInfo | None:
    fields = msgspec.structs.fields(leaf.owner) if leaf.owner else ()
    return next((field for field in fields if field.name == leaf.field), None)


def _type(leaf: Leaf) -> object:
    field = _field(leaf)
    return field.type if field else None


def _default(leaf: Leaf) -> object:
    field = _field(leaf)
    return field.default if field else None
