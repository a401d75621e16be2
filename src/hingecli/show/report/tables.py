"""The report's tables that stand open: each drill, what opened when, the films.

Owns their columns. The tables behind the charts are the page's.
"""

from collections.abc import Mapping
from typing import NamedTuple

from hingecli.coach.protocol.texts import Mistake
from hingecli.coach.report.noticed import Review
from hingecli.coach.report.report import Report
from hingecli.show.report.words import ReportWords, share
from hingecli.text import capital

MOST_REVIEWS = 6


class Table(NamedTuple):
    """A table: its headings and its rows; the first cell of a row is its heading."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def by_drill(report: Report, words: ReportWords) -> Table:
    """Return a row for each drill that was done."""
    return Table(
        ("Drill", "Days", "Reps", "Clean", "Load"),
        tuple(
            (
                words.drill(drill.drill),
                str(drill.days),
                f"{drill.reps.done:,}",
                share(drill.reps),
                words.loads(drill),
            )
            for drill in report.drills
        ),
    )


def openings(report: Report, words: ReportWords) -> Table | None:
    """Return a row for each drill that opened; None where none did."""
    if not report.openings:
        return None
    return Table(
        ("Drill", "Opened", "How"),
        tuple(
            (words.drill(opening.drill), words.day(opening.day), words.opening(opening))
            for opening in report.openings
        ),
    )


def reviews(report: Report, words: ReportWords, known: Mapping[str, Mistake]) -> Table | None:
    """Return the latest looks at films, the latest first; None where there was none."""
    if not report.reviews:
        return None
    return Table(
        ("Film of", "Drill", "Felt clean", "Looked clean", "Logged from it"),
        tuple(
            (
                words.day(review.day),
                words.drill(review.drill),
                "–" if review.felt is None else str(review.felt),
                _saw(review),
                ", ".join(mistake_name(taken, known).lower() for taken in review.taken) or "–",
            )
            for review in reversed(report.reviews[-MOST_REVIEWS:])
        ),
    )


def mistake_name(mistake: str, known: Mapping[str, Mistake]) -> str:
    """Return a mistake's name; its id in words where the table does not know it."""
    return known[mistake].name if mistake in known else capital(mistake.replace("-", " "))


def _saw(review: Review) -> str:
    """Say how many reps looked clean, and that the program counted them, where it did."""
    saw = "–" if review.saw is None else str(review.saw)
    return f"{saw}, by hinge" if review.by == "clip" else saw
