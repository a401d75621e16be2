"""The report of some weeks, for a coach or a physical therapist, and for oneself.

Owns what it tells. Its words and charts are `show/report`.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from hingecli.coach.log.events import Unit
from hingecli.coach.log.sessions import Sitting, TrainingLog
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.noticed import Noticed, Review, noticed, reviews
from hingecli.coach.report.opened import worth_saying
from hingecli.coach.report.painline import PainLine, follow, pain_line
from hingecli.coach.report.span import (
    DrillTotals,
    Gap,
    Reps,
    Span,
    WeekTotals,
    by_drill,
    by_week,
    gaps,
    reps_of,
    sittings_in,
    span_of,
    work_sets,
)
from hingecli.coach.results import Answer, Gate
from hingecli.coach.rules import ladder
from hingecli.coach.state.state import State

Mark = Literal["load", "practice", "hold", "pause", "none"]


class DayMark(Answer, frozen=True, kw_only=True):
    """What a day was: with load, practice without, or none, in a hold or a pause perhaps."""

    day: date
    mark: Mark


class Opening(Answer, frozen=True, kw_only=True):
    """A drill that opened on a day: by its gate, or by the person's own word, `because`."""

    drill: str
    day: date
    because: str | None


class Note(Answer, frozen=True, kw_only=True):
    """A note of a session, in the person's own words."""

    day: date
    text: str


class LadderPlace(Answer, frozen=True, kw_only=True):
    """Where the person stands: the week of the plan, the phase, the last drill that was done.

    `furthest` is that drill, None before the first session;
    `ahead` the next gate, None where there is none.
    """

    week: int
    phase: str
    furthest: str | None
    ahead: Gate | None


class Report(Answer, frozen=True, kw_only=True):
    """Some weeks of practice; `began` is the day of the first session of all.

    Loads are in kg, to be shown in the person's own `unit`.
    """

    span: Span
    unit: Unit
    began: date | None
    sessions: int
    reps: Reps
    place: LadderPlace
    weeks: tuple[WeekTotals, ...]
    drills: tuple[DrillTotals, ...]
    pain: PainLine
    gaps: tuple[Gap, ...]
    noticed: Noticed
    reviews: tuple[Review, ...]
    days: tuple[DayMark, ...]
    openings: tuple[Opening, ...]
    notes: tuple[Note, ...]

    @property
    def practised(self) -> int:
        """Days with a session."""
        return sum(week.days for week in self.weeks)

    @property
    def loaded(self) -> int:
        """Days with load."""
        return sum(week.loaded_days for week in self.weeks)


def report(
    index: Index, log: TrainingLog, *, today: date, weeks: int, notes: bool = False
) -> Report:
    """Return what the last `weeks` weeks up to `today` were; the `notes` only if asked for."""
    state, holds = follow(index, log, today)
    span = span_of(log, today, weeks=weeks)
    sittings = sittings_in(log, span)
    pain = pain_line(state, log, span, holds)
    return Report(
        span=span,
        unit=state.profile.units or "kg",
        began=state.first_session,
        sessions=len(sittings),
        reps=reps_of(record for sitting in sittings for record in work_sets(index, sitting)),
        place=_place(state),
        weeks=by_week(index, sittings, span),
        drills=by_drill(index, sittings),
        pain=pain,
        gaps=_gaps(state, sittings, span),
        noticed=noticed(index, sittings),
        reviews=reviews(log, span),
        days=tuple(_marks(index, sittings, span, pain)),
        openings=_openings(state),
        notes=_notes(sittings) if notes else (),
    )


def _place(state: State) -> LadderPlace:
    done = [rung.id for rung in state.index.ladder if state.drill_sessions.get(rung.id)]
    return LadderPlace(
        week=state.plan_week,
        phase=state.phase,
        furthest=done[-1] if done else None,
        ahead=ladder.next_gate(state),
    )


def _gaps(state: State, sittings: Sequence[Sitting], span: Span) -> tuple[Gap, ...]:
    """Return the breaks: as many days as the coach itself begins to call one."""
    begun = max(span.first, state.first_session or span.first)
    least = state.index.rules.breaks.steps[0].days[0]
    return gaps((sitting.day for sitting in sittings), span._replace(first=begun), least=least)


def _marks(
    index: Index, sittings: Sequence[Sitting], span: Span, pain: PainLine
) -> Iterator[DayMark]:
    practised = {sitting.day for sitting in sittings}
    loaded = {
        sitting.day
        for sitting in sittings
        if any(record.drill in index.loaded for record in work_sets(index, sitting))
    }
    for day in span.days:
        mark: Mark = "none"
        if day in loaded:
            mark = "load"
        elif day in practised:
            mark = "practice"
        elif pain.held(day):
            mark = "hold"
        elif pain.paused(day):
            mark = "pause"
        yield DayMark(day=day, mark=mark)


def _openings(state: State) -> tuple[Opening, ...]:
    """Return the drills that opened, in the order in which they did."""
    by_hand = state.overrides
    gated = [rung.id for rung in state.index.ladder if rung.gate and rung.id in state.unlocks]
    turned_down = ladder.declined(state)
    worth = set(worth_saying(state, gated)).difference(turned_down)
    return tuple(
        Opening(
            drill=drill,
            day=state.unlocks[drill],
            because=by_hand[drill].because if drill in by_hand else None,
        )
        for drill in sorted(gated, key=lambda drill: state.unlocks[drill])
        if drill in worth or drill in by_hand
    )


def _notes(sittings: Sequence[Sitting]) -> tuple[Note, ...]:
    return tuple(Note(day=sitting.day, text=sitting.note) for sitting in sittings if sitting.note)
