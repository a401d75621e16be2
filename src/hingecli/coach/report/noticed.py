"""The mistakes of some weeks, then and now, and what the films of them showed.

Owns which weeks are then and which are now. Decides nothing: a rate is shown, never a verdict.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from hingecli.coach.log.days import monday
from hingecli.coach.log.events import FilmReview
from hingecli.coach.log.sessions import Sitting, TrainingLog
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.span import Span, reps_of, work_sets
from hingecli.coach.results import Answer

COMPARED_WEEKS = 4
"""Weeks with a session at each end: enough reps for a rate, few enough to be then and now (D)."""


class Rate(Answer, frozen=True, kw_only=True):
    """How often a mistake was noticed in how many reps."""

    count: int
    reps: int

    @property
    def per_hundred(self) -> float:
        """Mistakes for each 100 reps; 0 without reps."""
        return 100 * self.count / self.reps if self.reps else 0.0


class MistakeShift(Answer, frozen=True, kw_only=True):
    """One mistake over the span: how often in all, then, and now.

    `before` is None where there was no earlier time to compare with.
    """

    mistake: str
    count: int
    before: Rate | None
    now: Rate


class Noticed(Answer, frozen=True, kw_only=True):
    """The mistakes, the most frequent first, and how many weeks with a session then and now are."""

    mistakes: tuple[MistakeShift, ...]
    weeks: int


class Review(Answer, frozen=True, kw_only=True):
    """One look at a film: reps that felt clean before it, and reps that looked clean.

    `by` is whose look it was: the person's own, or the program's at the clip. `taken` are the
    mistakes that it added to the session.
    """

    day: date
    drill: str
    by: Literal["own", "clip"]
    felt: int | None
    saw: int | None
    taken: tuple[str, ...]


def noticed(index: Index, sittings: Sequence[Sitting]) -> Noticed:
    """Count the mistakes of `sittings`, over all of them and at both ends."""
    weeks = sorted({monday(sitting.day) for sitting in sittings})
    compared = min(COMPARED_WEEKS, len(weeks) // 2) or len(weeks)
    early, late = set(weeks[:compared]), set(weeks[len(weeks) - compared :])
    before = [sitting for sitting in sittings if monday(sitting.day) in early]
    now = [sitting for sitting in sittings if monday(sitting.day) in late]
    counts = _counts(sittings)
    return Noticed(
        mistakes=tuple(
            MistakeShift(
                mistake=mistake,
                count=count,
                before=None if early == late else _rate(index, before, mistake),
                now=_rate(index, now, mistake),
            )
            for mistake, count in sorted(counts.items(), key=lambda item: -item[1])
        ),
        weeks=compared,
    )


def reviews(log: TrainingLog, span: Span) -> tuple[Review, ...]:
    """Return the film reviews of `span`, the oldest first."""
    return tuple(
        Review(
            day=statement.day,
            drill=statement.drill,
            by=statement.by,
            felt=statement.felt,
            saw=statement.saw,
            taken=tuple(dict.fromkeys(taken.mistake for taken in statement.taken)),
        )
        for entry in log.days
        if entry.day in span
        for statement in entry.statements
        if isinstance(statement, FilmReview)
    )


def _rate(index: Index, sittings: Iterable[Sitting], mistake: str) -> Rate:
    sittings = tuple(sittings)
    reps = sum(reps_of(work_sets(index, sitting)).done for sitting in sittings)
    return Rate(count=_counts(sittings).get(mistake, 0), reps=reps)


def _counts(sittings: Iterable[Sitting]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for sitting in sittings:
        for seen in sitting.mistakes:
            counts[seen.mistake] = counts.get(seen.mistake, 0) + seen.count
    return counts
