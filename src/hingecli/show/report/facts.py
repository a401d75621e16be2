"""What stands at the report's top: what a reader should know who has half a minute.

Owns which facts these are, and their order: holds and red days before all that went well.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from hingecli.show import sets
from hingecli.show.report.painwords import MOST_NAMED, PainCaptions
from hingecli.show.report.words import ReportWords, clean_share
from hingecli.text import count


class Fact(NamedTuple):
    """A line at the top: what it is about, and what there is to say; `now` marks what stands."""

    about: str
    text: str
    now: bool = False


def facts(words: ReportWords) -> tuple[Fact, ...]:
    """Return the facts that there is something to say about."""
    return tuple(fact for fact in _facts(words) if fact.text)


def _facts(words: ReportWords) -> Iterator[Fact]:
    report, pain = words.report, PainCaptions(words)
    yield Fact("Practice", words.calendar())
    yield Fact("Load on hold", pain.holds() or "Not in these weeks.", now=pain.stands)
    yield Fact("Red days", pain.red_days())
    yield Fact("Pain", pain.scores())
    yield Fact("Breaks", _breaks(words))
    reps = f"{count(report.reps.done, 'rep')}{clean_share(report.reps)} by their own count."
    yield Fact("Reps", reps)
    yield Fact("Ladder", _ladder(words))
    yield Fact("Opened by hand", _by_hand(words))


def _ladder(words: ReportWords) -> str:
    place, weeks = words.report.place, words.index.rules.weeks.last_plan_week
    phase = next(phase for phase in words.index.protocol.phases if phase.id == place.phase)
    week = f"Week {place.week} of {weeks}"
    if place.week > weeks:
        week = f"Week {place.week}; the {weeks} weeks of the plan are done"
    said = [f"{week}. Phase {phase.number} of {len(words.index.protocol.phases)}: {phase.name}."]
    if place.furthest is not None:
        said.append(f"Furthest drill done: {sets.name(place.furthest, words.index)}.")
    if place.ahead is not None:
        missing = [
            f"{condition.text} ({condition.have} of {condition.need})"
            for condition in place.ahead.conditions
            if not condition.met
        ]
        needs = f", which needs {'; '.join(missing)}" if missing else ""
        said.append(f"Next: {sets.name(place.ahead.drill, words.index)}{needs}.")
    return " ".join(said)


def _breaks(words: ReportWords) -> str:
    found = words.report.gaps[-MOST_NAMED:]
    return " ".join(
        f"No session from {words.day(gap.first)} to {words.day(gap.last)} "
        f"({count(gap.days, 'day')}{_because(words, gap.first, gap.last)})."
        for gap in found
    )


def _because(words: ReportWords, first: date, last: date) -> str:
    for pause in words.report.pain.pauses:
        if pause.first <= last and (pause.last is None or pause.last >= first):
            return ", ill" if pause.ill else ", paused"
    return ""


def _by_hand(words: ReportWords) -> str:
    opened = [
        f"{sets.name(opening.drill, words.index)} ({words.day(opening.day)})"
        for opening in words.report.openings
        if opening.because is not None
    ]
    if not opened:
        return ""
    gates = "gate" if len(opened) == 1 else "gates"
    return f"{', '.join(opened)}: before {'its' if len(opened) == 1 else 'their'} {gates}."
