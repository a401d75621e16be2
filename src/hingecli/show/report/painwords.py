"""The report's words for pain: the scores, the red days, the holds.

Owns how a pain is said. Nothing is judged; what a score led to is told beside it.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from hingecli.coach.log.events import Pain
from hingecli.coach.report.painline import HoldSpell, PainLine, PainTold
from hingecli.show.report.words import ReportWords
from hingecli.text import count, times

MOST_NAMED = 4
"""Red days, holds and places that are named one by one; of more the latest."""


class PainCaptions:
    """The words for the line of pain of one report."""

    def __init__(self, words: ReportWords) -> None:
        """Speak of the pain in the report of `words`."""
        self._words = words
        self._line = words.report.pain

    @property
    def stands(self) -> bool:
        """Whether a hold stands."""
        return any(hold.until is None for hold in self._line.holds)

    def chart(self) -> str:
        """Say what the line of pain shows."""
        said = [self._sessions(), self._mornings()]
        if self._line.holds:
            still = ", and still is" if self.stands else ""
            said.append(f"Load was on hold {times(len(self._line.holds))}{still}.")
        return " ".join(said)

    def holds(self) -> str:
        """Say when load was on hold, and why; nothing where it never was."""
        holds = self._line.holds
        said = [self._hold(hold) for hold in holds[-MOST_NAMED:]]
        if len(holds) > MOST_NAMED:
            said.insert(0, f"{len(holds)} times; the latest:")
        return " ".join(said)

    def red_days(self) -> str:
        """Say which days were red, the latest by name."""
        line = self._line
        red = [self._told(score) for score in line.red_days[-MOST_NAMED:]]
        if not red:
            return f"None: no pain of {line.red_from} or more, none sharp or spreading."
        more = len(line.red_days) - len(red)
        earlier = f", and {more} earlier" if more else ""
        return f"{count(len(line.red_days), 'day')}: {'; '.join(red)}{earlier}."

    def scores(self) -> str:
        """Say how many scores were quiet, the worst, and where it hurt."""
        line = self._line
        told = (*line.sessions, *line.mornings)
        if line.worst is None:
            return "No score was told."
        quiet = sum(score.pain.score < line.amber_from and not score.red for score in told)
        scores = (
            f"{count(len(told), 'score')} told, {line.amber_from - 1} or less in {quiet or 'none'}"
        )
        return f"{scores}. Worst: {self._told(line.worst)}.{_places(line)}"

    def _sessions(self) -> str:
        if not self._line.sessions:
            return "No pain score was told of a session."
        scores = self._line.sessions
        return self._scores(scores, f"Told after sessions on {count(len(scores), 'day')}")

    def _mornings(self) -> str:
        if not self._line.mornings:
            return "No morning score was told."
        scores = self._line.mornings
        return self._scores(scores, f"Told on {count(len(scores), 'morning')}")

    def _scores(self, scores: Sequence[PainTold], start: str) -> str:
        line = self._line
        quiet = sum(score.pain.score < line.amber_from and not score.red for score in scores)
        worst = max(scores, key=lambda score: (score.red, score.pain.score, score.day))
        most = line.amber_from - 1
        if quiet == len(scores):
            return f"{start}: never over {most} of 10."
        if not quiet:
            return f"{start}. Worst {self._told(worst)}."
        return f"{start}: {most} or less on {quiet} of them. Worst {self._told(worst)}."

    def _hold(self, hold: HoldSpell) -> str:
        why = f"after {say_pain(hold.pain)}"
        if hold.ambers:
            why = "after many days with some pain"
        asked = "; a professional's look was asked for" if hold.professional else ""
        if hold.until is None:
            return f"Load is on hold since {self._words.day(hold.since)}, {why}{asked}."
        last = hold.until - timedelta(days=1)
        when = f"on {self._words.day(hold.since)}"
        if last > hold.since:
            when = f"from {self._words.day(hold.since)} to {self._words.day(last)}"
        return f"Load was on hold {when}, {why}{asked}."

    def _told(self, score: PainTold) -> str:
        return f"{say_pain(score.pain)}, {self._words.day(score.day)}"


def say_pain(pain: Pain) -> str:
    """Say a pain: its score, how and where it was."""
    return ", ".join(filter(None, (f"pain {pain.score} of 10", place_of(pain))))


def place_of(pain: Pain) -> str:
    """Say where a pain was, and whether it was sharp."""
    where = (pain.where_told or pain.where or "").replace("-", " ")
    return ", ".join(filter(None, (where, "sharp or spreading" if pain.sharp else "")))


def _places(line: PainLine) -> str:
    """Say where it hurt, and on how many days: the places told most."""
    counted = Counter(
        (score.pain.where_told or score.pain.where or "").replace("-", " ")
        for score in line.sessions
        if score.pain.score or score.red
    )
    del counted[""]
    places = [f"{place} on {count(days, 'day')}" for place, days in counted.most_common(MOST_NAMED)]
    return f" Where: {', '.join(places)}." if places else ""
