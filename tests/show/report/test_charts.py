"""The charts' views: what they hold, where they begin and end, and that they stay themselves."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from factories import Journal, day, lifter
from hingecli.coach.log.events import SetRecord
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.report import Report, report
from hingecli.show.report import bars, charts
from hingecli.show.report.vega import WIDTHS, ChartSize, Spec, svg, time_axis
from lived_year import LAST_DAY, lived_year

SIZES: tuple[ChartSize, ...] = ("wide", "narrow")


def told(index: Index, journal: Journal, on: int, *, weeks: int = 12) -> Report:
    return report(index, journal.read(), today=day(on), weeks=weeks)


def values(spec: Spec) -> list[dict[str, Any]]:
    return list(spec["data"]["values"])


def year(index: Index) -> Report:
    return report(index, lived_year(index).read(), today=LAST_DAY, weeks=52)


def test_pain_stands_over_its_holds_and_pauses(index: Index) -> None:
    journal = (
        lifter()
        .session(1, "kb 8 @16", pain=6, where="hip")
        .morning(2, 3)
        .morning(3, 0)
        .morning(4, 0)
        .pause(6, until=7)
    )
    found = told(index, journal, 9)

    pauses, holds, _, scores, names = charts.pain(found.pain, found.span, "wide")["layer"]

    assert values(holds) == [{"what": "on hold", "from": "2026-01-06", "to": "2026-01-09"}]
    assert values(pauses) == [{"what": "paused", "from": "2026-01-11", "to": "2026-01-13"}]
    assert values(scores) == [
        {"day": "2026-01-06", "score": 6, "when": "in a session"},
        {"day": "2026-01-07", "score": 3, "when": "on a morning"},
        {"day": "2026-01-08", "score": 0, "when": "on a morning"},
        {"day": "2026-01-09", "score": 0, "when": "on a morning"},
    ]
    assert [name["what"] for name in values(names)] == ["on hold", "paused"]


def test_what_began_before_or_stands_ends_at_the_chart(index: Index) -> None:
    journal = lifter().session(1, "kb 8 @16", pain=6, where="hip").pause(9)
    found = told(index, journal, 9, weeks=1)

    pauses, holds, *_ = charts.pain(found.pain, found.span, "wide")["layer"]

    assert values(holds) == [{"what": "on hold", "from": "2026-01-12", "to": "2026-01-15"}]
    assert values(pauses) == [{"what": "paused", "from": "2026-01-14", "to": "2026-01-15"}]


@pytest.mark.parametrize(("holds", "named"), [(4, 4), (5, 1)])
def test_of_many_holds_the_last_alone_is_named(index: Index, holds: int, named: int) -> None:
    journal = lifter()
    for number in range(0, 10 * holds, 10):
        journal = journal.session(number, "kb 8 @16", pain=6, where="hip")
        journal = journal.morning(number + 1, 0).morning(number + 2, 0)
    found = told(index, journal, 10 * holds)

    *_, names = charts.pain(found.pain, found.span, "wide")["layer"]

    assert len(values(names)) == named


def test_a_hold_that_stands_is_named_before_it(index: Index) -> None:
    journal = lifter()
    journal = journal.session(1, "kb 8 @16", pain=6, where="hip").morning(2, 0).morning(3, 0)
    journal = journal.session(15, "kb 8 @16", pain=6, where="hip")
    found = told(index, journal, 18)

    *_, over, standing = charts.pain(found.pain, found.span, "wide")["layer"]

    assert [(name["mark"]["align"], len(values(name))) for name in (over, standing)] == [
        ("left", 1),
        ("right", 1),
    ]


def test_a_week_is_clean_not_clean_and_not_counted(index: Index) -> None:
    journal = Journal().with_sets(
        0,
        SetRecord(drill="wall-hinge", reps=10, clean=8),
        SetRecord(drill="wall-hinge", reps=5, clean=None),
    )
    found = told(index, journal, 6)

    shares, reps = charts.weeks(found.weeks, found.span, "wide")["vconcat"]

    assert [row["share"] for row in values(shares)] == [80.0]
    assert [(row["what"], row["low"], row["high"]) for row in values(reps)] == [
        ("clean", 0, 8),
        ("not clean", 8, 10),
        ("form not counted", 10, 15),
    ]


@pytest.mark.parametrize(("clean", "lowest"), [(90, 80), (80, 80), (79, 70), (5, 0)])
def test_the_axis_of_shares_begins_where_the_lowest_is_seen(
    index: Index, clean: int, lowest: int
) -> None:
    found = told(index, Journal().session(0, f"wall {clean}/100"), 6)

    shares, _ = charts.weeks(found.weeks, found.span, "wide")["vconcat"]

    assert shares["encoding"]["y"]["scale"]["domain"] == [lowest, 100]


def test_a_calendar_has_a_sign_for_each_day_that_was_something(index: Index) -> None:
    journal = lifter().session(0, "kb 8 @16").session(1, "wall 10").pause(3, until=3)
    found = told(index, journal, 5)

    spec = charts.calendar(found.days, found.span, "wide")

    assert [(row["weekday"], row["what"]) for row in values(spec)] == [
        ("Mon", "with load"),
        ("Tue", "without load"),
        ("Thu", "paused"),
    ]
    shape = spec["encoding"]["shape"]["scale"]
    assert len(set(shape["range"])) == len(shape["domain"]) == 3


def test_a_drill_has_its_load_over_its_reps_in_the_persons_unit(index: Index) -> None:
    record = SetRecord(
        drill="kettlebell-deadlift", reps=8, clean=8, load_kg=35 * Decimal("0.45359237"), unit="lb"
    )
    journal = Journal().setup(0, units="lb").with_sets(0, record).session(1, "jump 5")
    found = told(index, journal, 6)

    bell, jump = bars.drills(found.drills, ["Bell", "Jump"], found.span, "wide", unit="lb")[
        "concat"
    ]

    load, reps = bell["vconcat"]
    assert (bell["title"], load["encoding"]["y"]["axis"]["title"]) == ("Bell", "lb")
    assert [row["load"] for row in values(load)] == [35.0]
    assert [row["reps"] for row in values(reps)] == [8]
    assert len(jump["vconcat"]) == 1


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (3, 3), (4, 4), (5, 3), (6, 3)])
def test_drills_stand_in_rows_that_are_full(index: Index, count: int, columns: int) -> None:
    words = ("kb", "rdl", "sl", "swing", "bb", "sumo")[:count]
    found = told(index, Journal().session(0, *(f"{word} 8 @8" for word in words)), 6)

    def drawn(size: ChartSize) -> Spec:
        return bars.drills(found.drills, list(words), found.span, size, unit="kg")

    assert drawn("wide")["columns"] == columns
    assert drawn("narrow")["columns"] == 1


def test_mistakes_show_then_and_now_or_now_alone(index: Index) -> None:
    first = Journal().session(0, "wall 10", mistakes={"looking-up": 3})
    both = told(index, first.session(7, "wall 10"), 7).noticed

    compared = bars.mistakes(both, ["Looking up"], "wide")
    alone = bars.mistakes(told(index, first, 0).noticed, ["Looking up"], "wide")

    assert [(row["when"], row["rate"]) for row in values(compared)] == [
        ("then", 30.0),
        ("now", 0.0),
    ]
    assert [(row["when"], row["rate"]) for row in values(alone)] == [("now", 30.0)]


@pytest.mark.parametrize(("weeks", "form"), [(15, "%-d %b"), (16, "%b")])
def test_the_axis_names_days_and_from_sixteen_weeks_on_months(
    index: Index, weeks: int, form: str
) -> None:
    span = told(index, Journal().session(0, "wall 10"), 7 * weeks - 1, weeks=weeks).span

    assert time_axis("day", span)["axis"]["format"] == form
    assert time_axis("day", span)["scale"]["domain"][0] == "2026-01-05"


@pytest.mark.parametrize(("weeks", "named"), [(1, 1), (8, 8), (9, 5), (15, 8)])
def test_the_axis_names_mondays_no_more_than_fit(index: Index, weeks: int, named: int) -> None:
    span = told(index, Journal().session(0, "wall 10"), 7 * weeks - 1, weeks=weeks).span

    moments = time_axis("day", span)["axis"]["values"]

    days = [datetime.fromtimestamp(moment / 1000, tz=UTC) for moment in moments]
    assert days[0] == datetime(2026, 1, 5, tzinfo=UTC)
    assert {moment.weekday() for moment in days} == {0}
    assert len(days) == named


def test_every_chart_can_be_drawn_of_the_least_there_is(index: Index) -> None:
    pytest.importorskip("vl_convert", reason="needs the extra report")
    journal = Journal().session(0, "kb 8 @16", pain=1, mistakes={"looking-up": 1})
    found = told(index, journal, 0)

    for spec in (
        charts.pain(found.pain, found.span, "narrow"),
        charts.weeks(found.weeks, found.span, "narrow"),
        charts.calendar(found.days, found.span, "narrow"),
        bars.drills(found.drills, ["Bell"], found.span, "narrow", unit="kg"),
        bars.mistakes(found.noticed, ["Looking up"], "narrow"),
    ):
        assert "NaN" not in svg(spec)


def test_a_chart_is_drawn_in_the_colours_of_the_page_and_asks_for_nothing(index: Index) -> None:
    pytest.importorskip("vl_convert", reason="needs the extra report")
    found = year(index)

    for size in SIZES:
        drawn = svg(charts.pain(found.pain, found.span, size))
        assert drawn.startswith("<svg")
        assert "var(--one" in drawn
        assert "<script" not in drawn
        assert "href" not in drawn
        assert WIDTHS[size] < int(drawn.split('width="')[1].split('"')[0]) < WIDTHS[size] + 80
