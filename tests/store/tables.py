"""Reads tables in tests as `hinge import` does: the bundled loggers, a fixed day, real names."""

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType

from hingecli.coach.log.events import Session, Unit
from hingecli.coach.parse.names import find_drill
from hingecli.coach.parse.places import read_place
from hingecli.content import bundled, load_protocol
from hingecli.content.loggers import load_loggers
from hingecli.errors import UnknownNameError
from hingecli.loggers import Loggers, Order
from hingecli.store.imports.context import RowContext
from hingecli.store.imports.exercises import DrillFinder
from hingecli.store.imports.incoming import Incoming
from hingecli.store.imports.layout import read_map
from hingecli.store.imports.preview import Preview
from hingecli.store.imports.source import SourceFile
from hingecli.store.imports.table import read_table

INDEX = load_protocol(bundled())
LOGGERS = load_loggers(bundled())
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def finder(
    loggers: Loggers = LOGGERS, *, added: Mapping[str, str] = MappingProxyType({})
) -> DrillFinder:
    return DrillFinder(loggers.words, drills=INDEX.rungs, added=added)


def context(
    *,
    now: datetime = NOW,
    order: Order | None = None,
    profile_unit: Unit | None = None,
    loggers: Loggers = LOGGERS,
) -> RowContext:
    known = finder(loggers)

    def drill(word: str) -> str | None:
        try:
            return find_drill(INDEX, word)
        except UnknownNameError:
            return known.find(word)

    def local(moment: datetime) -> datetime:
        zoned = moment if moment.tzinfo is not None else moment.replace(tzinfo=now.tzinfo)
        return zoned.astimezone(now.tzinfo)

    return RowContext(
        now=now,
        today=now.date(),
        seq=10,
        cmd="c",
        local=local,
        drill=drill,
        exercise=known.find,
        nearest=known.nearest,
        gear=known.gear,
        mistake=lambda word: word,
        place=lambda word: read_place(word, INDEX),
        note=lambda text: text,
        sided=frozenset({"single-leg-rdl"}),
        order=order,
        profile_unit=profile_unit,
    )


def table(
    data: bytes, *maps: str, context: RowContext | None = None, loggers: Loggers = LOGGERS
) -> Incoming:
    return read_table(
        SourceFile(name="s.csv", data=data),
        columns=read_map(maps),
        loggers=loggers,
        context=context or CONTEXT,
    )


CONTEXT = context()


def csv(text: str, *maps: str) -> Incoming:
    return table(text.encode(), *maps)


def preview(found: Incoming) -> Preview:
    assert found.preview is not None
    return found.preview


def sessions(found: Incoming) -> list[Session]:
    return [event for event in found.contents.events if isinstance(event, Session)]
