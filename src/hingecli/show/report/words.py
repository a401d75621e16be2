"""The report in words: what stands at its top, and the text that says what a chart shows.

Owns the wording, for a reader who was not there. Nothing is judged and nobody is addressed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from hingecli.coach.log.events import Pain
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.noticed import Noticed, Review
from hingecli.coach.report.painline import HoldSpell, PainLine, PainTold
from hingecli.coach.report.report import Opening, Report
from hingecli.coach.report.span import DrillTotals, Reps, WeekTotals
from hingecli.coach.rules.gear import say as say_mass
from hingecli.show import sets
from hingecli.text import capital, count, times

MOST_NAMED = 4
"""Red days, holds or breaks that are named one by one; of more the latest."""
_ENDS = 4
"""Weeks with a session at each end of the span whose clean shares are compared."""


class Fact(NamedTuple):
    """A line at the top: what it is about, and what there is to say; `now` marks what stands."""

    about: str
    text: str
    now: bool = False


class Words:
    """The words of one report, with the names of its protocol."""

    def __init__(self, report: Report, index: Index) -> None:
        """Speak of `report`, whose drills `index` names."""
        self.report = report
        self.index = index

    def title(self) -> str:
        """Name the weeks that the report is about."""
        span = self.report.span
        return f"{count(len(span.mondays), 'week')}, {self.period(span.first, span.last)}"

    def facts(self) -> tuple[Fact, ...]:
        """Return what a reader should know who has half a minute."""
        return tuple(fact for fact in self._facts() if fact.text)

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
            f"{_clean(drill.reps)}."
            for drill in drills
        )

    def loads(self, drill: DrillTotals) -> str:
        """Say from which load to which a drill went."""
        if drill.first_kg is None or drill.last_kg is None:
            return "without load"
        if drill.first_kg == drill.last_kg:
            return self.load(drill.last_kg)
        return f"{self.load(drill.first_kg)} to {self.load(drill.last_kg)}"

    def pain(self) -> str:
        """Say what the line of pain shows."""
        line = self.report.pain
        said = [self._sessions(line), self._mornings(line)]
        if line.holds:
            stands = any(hold.until is None for hold in line.holds)
            still = ", and still is" if stands else ""
            said.append(f"Load was on hold {times(len(line.holds))}{still}.")
        return " ".join(said)

    def told(self, told: PainTold) -> str:
        """Say the pain of a day."""
        return f"{say_pain(told.pain)}, {self.day(told.day)}"

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
        felt, saw = sum(one for one, _ in both), sum(two for _, two in both)
        return (
            f"In {count(len(both), 'film')} {count(felt, 'rep')} felt clean; "
            f"on looking, {saw:,} were."
        )

    def opening(self, opening: Opening) -> str:
        """Say how a drill opened."""
        return "by its gate" if opening.because is None else "by hand, before its gate"

    def _facts(self) -> Iterator[Fact]:
        report, line = self.report, self.report.pain
        standing = any(hold.until is None for hold in line.holds)
        yield Fact("Practice", self.calendar())
        yield Fact(
            "Load on hold", " ".join(self._holds(line)) or "Not in these weeks.", now=standing
        )
        yield Fact("Red days", self._red_days(line))
        yield Fact("Pain", self._pain(line))
        yield Fact("Breaks", self._breaks())
        reps = f"{count(report.reps.done, 'rep')}{_clean(report.reps)} by their own count."
        yield Fact("Reps", reps)
        yield Fact("Ladder", self._ladder())
        yield Fact("Opened by hand", self._by_hand())

    def _red_days(self, line: PainLine) -> str:
        red = [self.told(told) for told in line.red_days[-MOST_NAMED:]]
        if not red:
            return f"None: no pain of {line.red_from} or more, none sharp or spreading."
        more = len(line.red_days) - len(red)
        earlier = f", and {more} earlier" if more else ""
        return f"{count(len(line.red_days), 'day')}: {'; '.join(red)}{earlier}."

    def _pain(self, line: PainLine) -> str:
        told = (*line.sessions, *line.mornings)
        if line.worst is None:
            return "No score was told."
        quiet = sum(one.pain.score < line.amber_from and not one.red for one in told)
        scores = (
            f"{count(len(told), 'score')} told, {line.amber_from - 1} or less in {quiet or 'none'}"
        )
        return f"{scores}. Worst: {self.told(line.worst)}.{_places(line)}"

    def _ladder(self) -> str:
        place, weeks = self.report.place, self.index.rules.weeks.last_plan_week
        phase = next(phase for phase in self.index.protocol.phases if phase.id == place.phase)
        week = f"Week {place.week} of {weeks}"
        if place.week > weeks:
            week = f"Week {place.week}; the {weeks} weeks of the plan are done"
        said = [f"{week}. Phase {phase.number} of {len(self.index.protocol.phases)}: {phase.name}."]
        if place.furthest is not None:
            said.append(f"Furthest drill done: {sets.name(place.furthest, self.index)}.")
        if place.ahead is not None:
            missing = [
                f"{told.text} ({told.have} of {told.need})"
                for told in place.ahead.conditions
                if not told.met
            ]
            needs = f", which needs {'; '.join(missing)}" if missing else ""
            said.append(f"Next: {sets.name(place.ahead.drill, self.index)}{needs}.")
        return " ".join(said)

    def _sessions(self, line: PainLine) -> str:
        if not line.sessions:
            return "No pain score was told of a session."
        return self._scores(
            line.sessions, line, f"Told after sessions on {count(len(line.sessions), 'day')}"
        )

    def _mornings(self, line: PainLine) -> str:
        if not line.mornings:
            return "No morning score was told."
        return self._scores(line.mornings, line, f"Told on {count(len(line.mornings), 'morning')}")

    def _scores(self, told: Sequence[PainTold], line: PainLine, start: str) -> str:
        quiet = sum(one.pain.score < line.amber_from and not one.red for one in told)
        worst = max(told, key=lambda one: (one.red, one.pain.score, one.day))
        most = line.amber_from - 1
        if quiet == len(told):
            return f"{start}: never over {most} of 10."
        if not quiet:
            return f"{start}. Worst {self.told(worst)}."
        return f"{start}: {most} or less on {quiet} of them. Worst {self.told(worst)}."

    def _holds(self, line: PainLine) -> Iterator[str]:
        more = len(line.holds) - MOST_NAMED
        if more > 0:
            yield f"{len(line.holds)} times; the latest:"
        for hold in line.holds[-MOST_NAMED:]:
            yield self._hold(hold)

    def _hold(self, hold: HoldSpell) -> str:
        why = f"after {say_pain(hold.pain)}"
        if hold.ambers:
            why = "after many days with some pain"
        asked = "; a professional's look was asked for" if hold.professional else ""
        if hold.until is None:
            return f"Load is on hold since {self.day(hold.since)}, {why}{asked}."
        last = hold.until - timedelta(days=1)
        when = f"on {self.day(hold.since)}"
        if last > hold.since:
            when = f"from {self.day(hold.since)} to {self.day(last)}"
        return f"Load was on hold {when}, {why}{asked}."

    def _breaks(self) -> str:
        found = self.report.gaps[-MOST_NAMED:]
        return " ".join(
            f"No session from {self.day(gap.first)} to {self.day(gap.last)} "
            f"({count(gap.days, 'day')}{self._because(gap.first, gap.last)})."
            for gap in found
        )

    def _because(self, first: date, last: date) -> str:
        for pause in self.report.pain.pauses:
            if pause.first <= last and (pause.last is None or pause.last >= first):
                return ", ill" if pause.ill else ", paused"
        return ""

    def _by_hand(self) -> str:
        opened = [
            f"{sets.name(opening.drill, self.index)} ({self.day(opening.day)})"
            for opening in self.report.openings
            if opening.because is not None
        ]
        if not opened:
            return ""
        gates = "gate" if len(opened) == 1 else "gates"
        return f"{', '.join(opened)}: before {'its' if len(opened) == 1 else 'their'} {gates}."


def _places(line: PainLine) -> str:
    """Say where it hurt, and on how many days: the places told most."""
    told = Counter(
        (one.pain.where_told or one.pain.where or "").replace("-", " ")
        for one in line.sessions
        if one.pain.score or one.red
    )
    del told[""]
    places = [f"{place} on {count(days, 'day')}" for place, days in told.most_common(MOST_NAMED)]
    return f" Where: {', '.join(places)}." if places else ""


def say_pain(pain: Pain) -> str:
    """Say a pain: its score, how and where it was."""
    return ", ".join(filter(None, (f"pain {pain.score} of 10", place_of(pain))))


def place_of(pain: Pain) -> str:
    """Say where a pain was, and whether it was sharp."""
    where = (pain.where_told or pain.where or "").replace("-", " ")
    return ", ".join(filter(None, (where, "sharp or spreading" if pain.sharp else "")))


def _together(weeks: Iterable[WeekTotals]) -> Reps:
    reps = [week.reps for week in weeks]
    return Reps(*(sum(parts) for parts in zip(*reps, strict=True)))


def _share(reps: Reps) -> str:
    """Say a clean share; never 100 % where one was not clean."""
    share = reps.share or 0.0
    return f"{int(share) if share < 100 else 100} %"


def _clean(reps: Reps) -> str:
    return "" if reps.share is None else f", {_share(reps)} clean"


def share(reps: Reps) -> str:
    """Say the clean share of reps; a dash where nobody counted."""
    return "–" if reps.share is None else _share(reps).replace(" ", "\u00a0")
