"""The report in words: names of days, drills and loads, and the text that says what a chart shows.

Owns the wording, for a reader who was not there. Nothing is judged and nobody is addressed.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.noticed import Noticed, Review
from hingecli.coach.report.report import Opening, Report
from hingecli.coach.report.span import DrillTotals, Reps, WeekTotals
from hingecli.coach.rules.gear import say as say_mass
from hingecli.show import sets
from hingecli.text import capital, count

_ENDS = 4
"""Weeks with a session at each end of the span whose clean shares are compared."""


class ReportWords:
    """The words of one report, with the names of its protocol."""

    def __init__(self, report: Report, index: Index) -> None:
        """Speak of `report`, whose drills `index` names."""
        self.report = report
        self.index = index

    def title(self) -> str:
        """Name the weeks that the report is about."""
        span = self.report.span
        return f"{count(len(span.mondays), 'week')}, {self.period(span.first, span.last)}"

    def written(self, day: date) -> str:
        """Name a day with its year."""
        return f"{day.day} {day:%b} {day.year}"

    def day(self, day: date) -> str:
        """Name a day, with its year where that is not the year of the report."""
        year = "" if day.year == self.report.span.last.year else f" {day.year}"
        return f"{day.day} {day:%b}{year}"

    def period(self, first: date, last: date) -> str:
        """Name the days from `first` to `last`."""
        if first == last:
            return self.written(last)
        year = "" if first.year == last.year else f" {first.year}"
        return f"{first.day} {first:%b}{year} to {self.written(last)}"

    def drill(self, drill: str) -> str:
        """Name a drill as a title does."""
        return capital(sets.name(drill, self.index))

    def load(self, load: Decimal | None) -> str:
        """Say a load (kg) in the person's unit."""
        return "body weight" if load is None else say_mass(load, self.report.unit)

    def weeks(self) -> str:
        """Say what the chart of the weeks shows."""
        done = [week for week in self.report.weeks if week.reps.done]
        if not done:
            return "No session in these weeks."
        most, least = max(w.reps.done for w in done), min(w.reps.done for w in done)
        said = f"Between {least:,} and {most:,} reps in each week with a session."
        if len(done) == 1:
            said = f"{most:,} reps."
        counted = [week for week in done if week.reps.counted]
        ends = min(_ENDS, len(counted) // 2)
        if not ends:
            return said
        before, now = _together(counted[:ends]), _together(counted[-ends:])
        weeks = "week" if ends == 1 else f"{ends} weeks"
        return (
            f"{_share(before)} of the reps were clean in the first {weeks} with sessions, "
            f"{_share(now)} in the last {weeks}. {said}"
        )

    def drills(self, drills: Sequence[DrillTotals]) -> str:
        """Say what the charts of the drills show."""
        return " ".join(
            f"{self.drill(drill.drill)}: {self.loads(drill)}, {count(drill.reps.done, 'rep')}"
            f"{clean_share(drill.reps)}."
            for drill in drills
        )

    def loads(self, drill: DrillTotals) -> str:
        """Say from which load to which a drill went."""
        if drill.first_kg is None or drill.last_kg is None:
            return "without load"
        first, last = self.load(drill.first_kg), self.load(drill.last_kg)
        return last if first == last else f"{first} to {last}"

    def mistakes(self, noticed: Noticed, names: Sequence[str]) -> str:
        """Say what the chart of the mistakes shows."""
        said = []
        for shift, name in zip(noticed.mistakes, names, strict=True):
            now = f"{shift.now.per_hundred:.1f}"
            before = "" if shift.before is None else f"{shift.before.per_hundred:.1f} then, "
            said.append(f"{name.lower()} {before}{now} now")
        weeks = "week" if noticed.weeks == 1 else f"{noticed.weeks} weeks"
        ends = f"Then is the first {weeks} with sessions, now the last {weeks}."
        if noticed.mistakes[0].before is None:
            ends = "All sessions are from one week."
        return f"Noticed in 100 reps: {'; '.join(said)}. {ends}"

    def calendar(self) -> str:
        """Say what the calendar shows."""
        report = self.report
        days = sum(1 for _ in report.span.days)
        loaded = f"on {report.loaded} of them with load" if report.loaded else "none with load"
        sessions = count(report.sessions, "session")
        return f"{sessions} on {report.practised} of {count(days, 'day')}, {loaded}."

    def reviews(self, reviews: Sequence[Review]) -> str:
        """Say how the count and the look at the films agree."""
        both = [(r.felt, r.saw) for r in reviews if r.felt is not None and r.saw is not None]
        if not both:
            return f"{count(len(reviews), 'film')} looked at."
        felt, saw = sum(felt for felt, _ in both), sum(saw for _, saw in both)
        return (
            f"In {count(len(both), 'film')} {count(felt, 'rep')} felt clean; "
            f"on looking, {saw:,} were."
        )

    def opening(self, opening: Opening) -> str:
        """Say how a drill opened."""
        return "by its gate" if opening.because is None else "by hand, before its gate"


def _together(weeks: Iterable[WeekTotals]) -> Reps:
    reps = [week.reps for week in weeks]
    return Reps(*(sum(parts) for parts in zip(*reps, strict=True)))


def _share(reps: Reps) -> str:
    """Say a clean share; never 100 % where one was not clean."""
    share = reps.share or 0.0
    return f"{int(share) if share < 100 else 100} %"


def clean_share(reps: Reps) -> str:
    """Say the clean share behind a number of reps; nothing where nobody counted."""
    return "" if reps.share is None else f", {_share(reps)} clean"


def share(reps: Reps) -> str:
    """Say the clean share of reps; a dash where nobody counted."""
    return "–" if reps.share is None else _share(reps).replace(" ", "\u00a0")
