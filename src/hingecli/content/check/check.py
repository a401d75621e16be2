"""Checks a whole protocol and finds every problem at once, each with its file and key.

Owns the order of the checks and the summary. `hinge protocol check`, authors and CI run it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, get_args

import msgspec

from hingecli.coach.protocol.conditions import AnyCondition
from hingecli.coach.protocol.parameters import Rules
from hingecli.coach.protocol.parameters.practice import TestRule
from hingecli.coach.protocol.parameters.rhythm import Weeks
from hingecli.coach.protocol.parameters.rule import Rule, Tempo
from hingecli.coach.protocol.protocol import FORMAT_VERSION, Family, Index, Phase, PlanRow, Protocol
from hingecli.coach.protocol.texts import CM, Cues, DrillPage, Mistakes
from hingecli.content.check.gatecheck import Gated, check_gates
from hingecli.content.check.leaves import Known, check_leaves
from hingecli.content.check.rulecheck import check_phases, check_plan, check_rule, check_test
from hingecli.content.figures import figure_problems
from hingecli.content.film import film_problems
from hingecli.content.loggers import logger_problems
from hingecli.content.reading import (
    CUES,
    DRILLS,
    LESSONS,
    MISTAKES,
    PROTOCOL,
    LessonError,
    bundled,
    load_protocol,
    parse_lesson,
    read_table,
    read_text,
)
from hingecli.content.shape import Leaf, printable, walk
from hingecli.errors import ProtocolError
from hingecli.refusals import REFUSALS
from hingecli.text import count

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

UNLOADED_FAMILIES: frozenset[Family] = frozenset({"wall", "dowel"})
"""Loads are reckoned from one family to the other: all the others are loaded."""

LONGEST_REP_S = 60
"""A rep that takes longer is taken for a typing error."""

TomlTable = Mapping[str, object]


def check(root: "Traversable") -> tuple[str, ...]:
    """Return every problem of the protocol in `root`, as `file: key path: what`; () if none."""
    if not root.is_dir():
        return (printable(f"{root}: there is no such folder."),)
    found: list[str] = []
    tables = {
        path: _table(root, path, found)
        for path in (PROTOCOL, MISTAKES, CUES, *_files(root, DRILLS, ".toml"))
    }
    known = {
        "drill": _ids(tables[PROTOCOL], "ladder"),
        "phase": _ids(tables[PROTOCOL], "phases"),
        "equipment": _ids(tables[PROTOCOL], "equipment"),
        "mistake": _ids(tables[MISTAKES], "mistakes"),
    }
    for path, table in tables.items():
        if table is not None:
            found += (f"{path}: {problem}" for problem in table_problems(path, table, known))
    found += _clashes(tables[CUES], known["mistake"])
    found += _missing(root, DRILLS, ".toml", known["drill"], "on the ladder")
    found += _lessons(root, tables[PROTOCOL])
    if known["drill"] is not None and known["mistake"] is not None:
        moves = {*known["drill"], *_variations(tables[PROTOCOL])}
        found += figure_problems(root, moves, set(known["mistake"]))
        found += film_problems(root, set(known["drill"]), set(known["mistake"]))
    if known["drill"] is not None:
        found += logger_problems(root, set(known["drill"]))
    return tuple(dict.fromkeys(map(printable, found)))


def load_checked(root: "Traversable") -> Index:
    """Read a protocol that may be anyone's, checked in full unless it is the bundled one.

    So nothing that it refers to is missing later. Raises ProtocolError with every problem.
    """
    if root != bundled():
        problems = check(root)
        if problems:
            raise ProtocolError(problems)
    return load_protocol(root)


def summary(root: "Traversable") -> str:
    """Say in one line what a protocol without problems holds."""
    counts = (
        (len(_ids(read_table(root, PROTOCOL), "ladder") or ()), "drill"),
        (len(_ids(read_table(root, MISTAKES), "mistakes") or ()), "mistake"),
        (len(_files(root, LESSONS, ".md")), "lesson"),
    )
    return ", ".join(count(number, what) for number, what in counts)


def table_problems(path: str, table: TomlTable, known: Known) -> Iterator[str]:
    """Yield the problems of the file at `path`; `known` are the ids it may refer to."""
    kind = {PROTOCOL: Protocol, MISTAKES: Mistakes, CUES: Cues}.get(path, DrillPage)
    leaves: list[Leaf] = []
    for found in walk(table, kind):
        if isinstance(found, str):
            yield found
        else:
            leaves.append(found)
    yield from check_leaves(leaves, known)
    if path == PROTOCOL:
        yield from _protocol(table)
    elif kind is DrillPage:
        stem = path.removeprefix(f"{DRILLS}/").removesuffix(".toml")
        if isinstance(table.get("id"), str) and table["id"] != stem:
            yield f'id: "{table["id"]}" should be "{stem}", as the file'
        if (elsewhere := table.get("elsewhere")) and CM not in str(elsewhere):
            yield f"elsewhere: must name the distance: {CM}"


def _table(root: "Traversable", path: str, found: list[str]) -> TomlTable | None:
    try:
        return read_table(root, path)
    except ProtocolError as error:
        found += error.problems
        return None


def _protocol(table: TomlTable) -> Iterator[str]:
    version = _read(table.get("format_version"), int)
    if version is not None and version != FORMAT_VERSION:
        yield f"format_version: this hinge reads {FORMAT_VERSION}, not {version}"
    ladder = tuple(_rungs(table))
    yield from check_gates(ladder)
    for number, rung in enumerate(_tables(table.get("ladder"))):
        yield from (f"{_label('ladder', number, rung)}.{problem}" for problem in _rung(rung))
    rules: dict[str, Rule] = {}
    tables = table.get("rules")
    for field in msgspec.structs.fields(Rules):
        raw = tables.get(field.encode_name) if isinstance(tables, dict) else None
        rule: Rule | None = _read(raw, field.type)
        if rule is not None:
            rules[field.name] = rule
            yield from (f"rules.{field.encode_name}.{problem}" for problem in check_rule(rule))
    weeks, test = rules.get("weeks"), rules.get("test")
    plan = _read(table.get("plan"), tuple[PlanRow, ...])
    if plan and isinstance(weeks, Weeks):
        yield from check_plan(plan, weeks)
    phases = _read(table.get("phases"), tuple[Phase, ...])
    if phases:
        yield from check_phases(phases)
    if isinstance(test, TestRule):
        yield from check_test(test, ladder)


def _rung(rung: TomlTable) -> Iterator[str]:
    tempo: Tempo | None = _read(rung.get("tempo"), Tempo)
    if tempo and not 0 < tempo.down + tempo.pause + tempo.up <= LONGEST_REP_S:
        yield f"tempo: a rep takes 0 to {LONGEST_REP_S} s"
    family, loaded = rung.get("family"), rung.get("loaded")
    if family in get_args(Family) and loaded is (family in UNLOADED_FAMILIES):
        yield f"loaded: must be {str(not loaded).lower()} for the family {family}"


def _rungs(table: TomlTable) -> Iterator[Gated]:
    for number, rung in enumerate(_tables(table.get("ladder"))):
        id_ = rung.get("id")
        if not isinstance(id_, str):
            continue
        path = _label("ladder", number, rung)
        gates = {
            key: tuple(
                (_label(f"{path}.{key}", place, raw), condition)
                for place, raw in enumerate(_tables(rung.get(key)))
                if (condition := _read(raw, AnyCondition)) is not None
            )
            for key in ("gate", "without_weight")
            if key in rung
        }
        yield Gated(
            id=id_,
            path=path,
            loaded=rung.get("loaded") is True,
            per_side=rung.get("per_side") is True,
            gates=gates,
        )


def _clashes(cues: TomlTable | None, mistakes: frozenset[str] | None) -> Iterator[str]:
    """Find ids of both an element and a mistake: the day's focus is one id of either."""
    for id_ in sorted((_ids(cues, "elements") or frozenset()) & (mistakes or frozenset())):
        yield f'{CUES}: elements: "{id_}" is the id of a mistake too'


def _missing(
    root: "Traversable", folder: str, suffix: str, ids: frozenset[str] | None, where: str
) -> Iterator[str]:
    if ids is None:
        return
    there = {path.removeprefix(f"{folder}/") for path in _files(root, folder, suffix)}
    wanted = {f"{id_}{suffix}" for id_ in ids}
    yield from (f"{folder}/{name}: the file is missing" for name in sorted(wanted - there))
    yield from (f"{folder}/{name}: is not {where}" for name in sorted(there - wanted))


def _lessons(root: "Traversable", protocol: TomlTable | None) -> Iterator[str]:
    topics = protocol.get("lessons") if protocol is not None else None
    if isinstance(topics, list):
        ids = frozenset(topic for topic in topics if isinstance(topic, str))
        yield from _missing(root, LESSONS, ".md", ids, f"in the lessons of {PROTOCOL}")
    for path in _files(root, LESSONS, ".md"):
        try:
            parse_lesson(path, read_text(root, path))
        except ProtocolError as error:
            yield from error.problems
        except LessonError as error:
            yield f"{path}: {error}"


def _files(root: "Traversable", folder: str, suffix: str) -> tuple[str, ...]:
    place = root / folder
    if not place.is_dir():
        return ()
    names = sorted(file.name for file in place.iterdir())
    return tuple(
        f"{folder}/{name}" for name in names if name.endswith(suffix) and not name.startswith(".")
    )


def _ids(table: TomlTable | None, key: str) -> frozenset[str] | None:
    """Return the ids under `key`; None where they are not to be had."""
    if table is None or not isinstance(table.get(key), list):
        return None
    ids = (item.get("id") for item in _tables(table[key]))
    return frozenset(id_ for id_ in ids if isinstance(id_, str))


def _variations(table: TomlTable | None) -> frozenset[str]:
    """Return the ids of the variations of practice days; they can have figures of their own."""
    variety: object = table
    for key in ("rules", "variety"):
        variety = variety.get(key) if isinstance(variety, dict) else None
    if not isinstance(variety, dict):
        return frozenset()
    found = (*_tables(variety.get("variants")), *_tables([variety.get("early")]))
    return frozenset(id_ for item in found if isinstance(id_ := item.get("id"), str))


def _tables(value: object) -> Iterable[TomlTable]:
    """Return each item of an array, an empty table for what is none: places must not move."""
    return (
        [item if isinstance(item, dict) else {} for item in value]
        if isinstance(value, list)
        else ()
    )


def _label(key: str, number: int, table: TomlTable) -> str:
    id_ = table.get("id")
    return f"{key}[{number} {id_}]" if isinstance(id_, str) and id_ else f"{key}[{number}]"


def _read(value: object, kind: Any) -> Any:
    """Read a value of a type or union of types; None if it does not fit."""
    try:
        return None if value is None else msgspec.convert(value, kind)
    except REFUSALS:
        return None
