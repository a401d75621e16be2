from datetime import date, timedelta
from decimal import Decimal

from hingecli.coach.log.events import Unit
from hingecli.coach.report.trends import (
    LoadTrend,
    PainTrend,
    SideTrend,
    Trends,
)
from hingecli.show import trends as view
from hingecli.show.sheet import Page
from show.screens import printed, printed_ascii


def told(*scores: int) -> Trends:
    first = date(2026, 11, 1)
    return Trends(
        loads=(
            LoadTrend(
                drill="kettlebell-deadlift",
                name="kettlebell deadlift",
                first_kg=Decimal(8),
                now_kg=Decimal(12),
                days=16,
            ),
            LoadTrend(
                drill="kettlebell-swing",
                name="kettlebell swing",
                first_kg=Decimal(12),
                now_kg=Decimal(12),
                days=1,
            ),
        ),
        sides=(SideTrend(drill="single-leg-rdl", name="single-leg RDL", left=22, right=24),),
        pain=PainTrend(
            scores=tuple((first + timedelta(days=n), score) for n, score in enumerate(scores))
        ),
    )


def page(trends: Trends, *, unit: Unit = "kg") -> Page:
    return Page(lambda sheet: view.draw(sheet, trends, unit=unit))


def test_loads_sides_and_pain_stand_in_one_column() -> None:
    assert printed(page(told(0, 5, 10, 2))).splitlines() == [
        "Kettlebell deadlift  8 kg → 12 kg, 16 days",
        "Kettlebell swing     12 kg, 1 day",
        "Single-leg RDL       left 22, right 24 clean last time",
        "Pain 0-10            ▁▅█▂  last 2, highest 10 of the last 4 scores",
    ]


def test_loads_are_said_in_pounds_to_who_uses_pounds() -> None:
    assert "18 lb → 26 lb" in printed(page(told(), unit="lb"))


def test_scores_of_nothing_are_no_trend() -> None:
    assert "Pain" not in printed(page(told(0, 0)))
    assert not any(line.startswith("Pain") for line in view.plain(told(0, 0), unit="kg"))


def test_one_score_is_said_as_one() -> None:
    assert printed(page(told(1))).splitlines()[-1].endswith("  1, the one score so far")


def test_the_pain_is_said_without_bars_in_ascii() -> None:
    assert "Pain 0-10            last 2, highest 5" in printed_ascii(page(told(5, 2)))


def test_trends_in_plain_lines() -> None:
    assert view.plain(told(3, 2), unit="kg") == (
        "Kettlebell deadlift: 8 kg → 12 kg, 16 days.",
        "Kettlebell swing: 12 kg, 1 day.",
        "Single-leg RDL: left 22, right 24 clean last time.",
        "Pain 0 to 10, oldest first: 3, 2.",
    )
