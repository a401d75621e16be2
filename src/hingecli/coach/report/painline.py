"""Pain as it was told, on one line of time: in sessions, on mornings, and the holds it led to.

Owns what is told of it in a report. What pain holds is decided in `rules/safety`.
"""

from datetime import date

from msgspec.structs import replace

from hingecli.coach.fold import begin, carry_on, step
from hingecli.coach.log.events import Morning, Pain, Pause
from hingecli.coach.log.sessions import TrainingLog
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.span import Span
from hingecli.coach.results import Answer
from hingecli.coach.rules import severity
from hingecli.coach.state.pain import Hold
from hingecli.coach.state.state import State


class PainTold(Answer, frozen=True, kw_only=True):
    """The pain of one day: the worst of its sessions, or of its mornings. `red` stops training."""

    day: date
    pain: Pain
    red: bool


class HoldSpell(Answer, frozen=True, kw_only=True):
    """A hold: the day on which it began, the one on which it ended, and the worst of its pain.

    `until` is None for one that stands. `professional` marks one that asks for somebody to look
    at it, `ambers` one that many days with some pain began.
    """

    since: date
    until: date | None
    pain: Pain
    professional: bool
    ambers: bool


class PauseSpell(Answer, frozen=True, kw_only=True):
    """A pause, its first and its last day; `last` is None for one without an end."""

    first: date
    last: date | None
    ill: bool


class PainLine(Answer, frozen=True, kw_only=True):
    """What hurt when, 0-10. From `amber_from` nothing is added, from `red_from` load stops.

    `sessions` are the days on which a score was told of a session, `mornings` those of a morning.
    """

    sessions: tuple[PainTold, ...]
    mornings: tuple[PainTold, ...]
    holds: tuple[HoldSpell, ...]
    pauses: tuple[PauseSpell, ...]
    amber_from: int
    red_from: int

    @property
    def red_days(self) -> tuple[PainTold, ...]:
        """The red days, each by its worst pain, the oldest first."""
        worst: dict[date, PainTold] = {}
        for score in (*self.sessions, *self.mornings):
            if score.red:
                known = worst.get(score.day)
                worst[score.day] = score if known is None else max(known, score, key=_badness)
        return tuple(worst[day] for day in sorted(worst))

    @property
    def worst(self) -> PainTold | None:
        """The worst of all; the latest of those that are as bad."""
        latest_first = sorted(
            (*self.sessions, *self.mornings), key=lambda told: told.day, reverse=True
        )
        return max(latest_first, key=_badness, default=None)

    def held(self, day: date) -> bool:
        """Return whether a hold stood on `day`."""
        return any(
            hold.since <= day and (hold.until is None or day < hold.until) for hold in self.holds
        )

    def paused(self, day: date) -> bool:
        """Return whether `day` lies in a pause."""
        return any(
            pause.first <= day and (pause.last is None or day <= pause.last)
            for pause in self.pauses
        )


def follow(index: Index, log: TrainingLog, today: date) -> tuple[State, tuple[HoldSpell, ...]]:
    """Fold `log` up to `today`; return the state, and every hold on the way."""
    state, spells = begin(index), dict[date, HoldSpell]()
    for entry in log.days:
        if entry.day > today:
            break
        step(state, entry)
        _watch(spells, state)
    carry_on(state, today)
    _watch(spells, state)
    return state, tuple(spells.values())


def pain_line(state: State, log: TrainingLog, span: Span, holds: tuple[HoldSpell, ...]) -> PainLine:
    """Return what was told of pain in `span`, with the holds and pauses that reach into it."""
    sessions: dict[date, Pain] = {}
    mornings: dict[date, Pain] = {}
    for entry in log.days:
        if entry.day not in span:
            continue
        for sitting in entry.sittings:
            if sitting.pain is not None:
                _keep_worst(sessions, entry.day, sitting.pain)
        for statement in entry.statements:
            if isinstance(statement, Morning):
                mornings[entry.day] = Pain(score=statement.score)
    return PainLine(
        sessions=_told(state, sessions),
        mornings=_told(state, mornings),
        holds=tuple(
            hold
            for hold in holds
            if hold.since <= span.last and (hold.until is None or hold.until > span.first)
        ),
        pauses=tuple(_pauses(state, span)),
        amber_from=state.bounds.amber_from,
        red_from=state.index.rules.pain_during.stop_from,
    )


def _watch(spells: dict[date, HoldSpell], state: State) -> None:
    """Take what the holds of `state` tell into `spells`, which go by their first day."""
    if state.last_hold is not None:
        over = state.last_hold
        if over.began in spells:  # not one that began and ended on the same day
            spells[over.began] = replace(spells[over.began], until=over.ended)
    if state.hold is not None:
        spells[state.hold.began] = _spell(state.hold, spells.get(state.hold.began))


def _spell(hold: Hold, before: HoldSpell | None) -> HoldSpell:
    return HoldSpell(
        since=hold.began,
        until=None,
        pain=hold.worst,
        professional=hold.asks_for_a_professional or (before is not None and before.professional),
        ambers=hold.grounds == "often" if before is None else before.ambers,
    )


def _pauses(state: State, span: Span) -> list[PauseSpell]:
    found = []
    for pause, last in zip(state.pauses, state.pause_ends, strict=True):
        begun = pause.day <= span.last
        if begun and (last is None or last >= max(pause.day, span.first)):
            found.append(_pause(pause, last))
    return found


def _pause(pause: Pause, last: date | None) -> PauseSpell:
    return PauseSpell(first=pause.day, last=last, ill=pause.ill)


def _told(state: State, pains: dict[date, Pain]) -> tuple[PainTold, ...]:
    return tuple(
        PainTold(day=day, pain=pain, red=severity.stops_training(state.index, pain))
        for day, pain in pains.items()
    )


def _keep_worst(pains: dict[date, Pain], day: date, pain: Pain) -> None:
    pains[day] = max(pains.get(day, pain), pain, key=lambda told: (told.score, told.sharp))


def _badness(score: PainTold) -> tuple[bool, int, bool]:
    return score.red, score.pain.score, score.pain.sharp
