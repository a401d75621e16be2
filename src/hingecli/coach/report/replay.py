"""Folds one log under two protocols: what opened when, and what would have."""

from datetime import date

from hingecli.coach.day.decide import decide
from hingecli.coach.fold import fold
from hingecli.coach.log.sessions import TrainingLog
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Answer, DayKind
from hingecli.coach.state.state import State


class Opened(Answer, frozen=True, kw_only=True):
    """When one drill opened under each protocol; null where it did not, or does not exist.

    What is open from the start has the day of the first entry; `override` marks a drill that
    was opened by hand.
    """

    drill: str
    name: str
    own: date | None
    other: date | None
    override: bool


class Replay(Answer, frozen=True, kw_only=True):
    """The same log under the protocol in use (`own`) and the `other`: titles, openings, today."""

    own: str
    other: str
    drills: tuple[Opened, ...]
    today_own: DayKind
    today_other: DayKind


def replay(log: TrainingLog, own: Index, other: Index, *, today: date) -> Replay:
    """Fold `log` up to `today` under both protocols and lay the openings side by side.

    The drills stand in the order of the other protocol, then those that only the person's own has.
    """
    mine, theirs = fold(own, log, today), fold(other, log, today)
    first = log.days[0].day if log.days else today
    names = {rung.id: rung.name for rung in (*own.ladder, *other.ladder)}
    order = dict.fromkeys(rung.id for rung in (*other.ladder, *own.ladder))
    return Replay(
        own=own.protocol.title,
        other=other.protocol.title,
        drills=tuple(
            Opened(
                drill=drill,
                name=names[drill],
                own=_opened(mine, drill, first=first),
                other=_opened(theirs, drill, first=first),
                override=drill in theirs.overrides,
            )
            for drill in order
        ),
        today_own=decide(mine).kind,
        today_other=decide(theirs).kind,
    )


def _opened(state: State, drill: str, *, first: date) -> date | None:
    day = state.unlocks.get(drill)
    return None if day is None else max(day, first)
