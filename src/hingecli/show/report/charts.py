"""The charts over time as Vega-Lite views: pain, weeks, days. What each shows, never what it means.

Owns their marks and their axis of time. What is counted by drill or mistake is `bars`.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from hingecli.coach.log.days import WEEKDAY_NAMES, monday
from hingecli.coach.report.painline import PainLine
from hingecli.coach.report.report import DayMark, Mark
from hingecli.coach.report.span import Span, WeekTotals
from hingecli.coach.state.state import ONE_DAY
from hingecli.show.report.vega import (
    AWAY,
    GRID,
    HELD,
    INK,
    ONE,
    QUIET,
    TWO,
    WIDTHS,
    ChartSize,
    Spec,
    rows,
    time_axis,
    week_middle,
    week_span,
)

_NAMED_BANDS: Final = 4
"""Holds, or pauses, that are named in the chart; of more the last: the others look like it."""
_SHADES: Final = {"clean": ONE, "not clean": TWO, "form not counted": GRID}
_LOWEST_SHARE: Final = 80
"""Where the axis of shares (%) begins, unless one is lower: the top is what differs."""
_ROW, _COLUMN, _NARROWEST = 13, 14, 260
"""Of the calendar (px): a weekday, a week at most, and the chart with its legend at least."""
_LEGEND: Final[dict[ChartSize, int]] = {"wide": 4, "narrow": 2}
"""Of the calendar: the marks that stand side by side in it."""


class _MarkLook(NamedTuple):
    """How a day of the calendar is drawn: its name, shape, colour and area (px)."""

    name: str
    shape: str
    colour: str
    area: int


HOW_MARKED: Final[dict[Mark, _MarkLook]] = {
    "load": _MarkLook("with load", "square", ONE, 110),
    "practice": _MarkLook("without load", "circle", ONE, 45),
    "hold": _MarkLook("on hold, no session", "cross", TWO, 80),
    "pause": _MarkLook("paused", "M-1,-.3L1,-.3L1,.3L-1,.3Z", QUIET, 60),
}
"""The days of the calendar; shape and area read without colour. A day of none has no mark."""


def pain(line: PainLine, span: Span, size: ChartSize) -> Spec:
    """Return the scores of sessions and mornings on one line of time, over the holds."""
    holds = [_band("on hold", hold.since, hold.until, span) for hold in line.holds]
    pauses = [
        _band("paused", pause.first, None if pause.last is None else pause.last + ONE_DAY, span)
        for pause in line.pauses
    ]
    scores = [
        {"day": score.day.isoformat(), "score": score.pain.score, "when": when}
        for when, days in (("in a session", line.sessions), ("on a morning", line.mornings))
        for score in days
    ]
    of_both = {"field": "when", "type": "nominal", "legend": {}}
    both = ["in a session", "on a morning"]
    score = {
        "field": "score",
        "type": "quantitative",
        "scale": {"domain": [0, 10]},
        "axis": {"title": "Pain, 0-10", "values": [0, 2, 4, 6, 8, 10]},
    }
    stops = f"{line.red_from}: load stops"
    return {
        "width": WIDTHS[size],
        "height": 140,
        "layer": [
            _bands(pauses, AWAY, span),
            _bands(holds, HELD, span),
            {
                "data": rows({"score": line.red_from, "text": stops}),
                "layer": [
                    {"mark": {"type": "rule", "strokeDash": [5, 4], "color": TWO}},
                    {
                        "mark": {"type": "text", "align": "left", "dy": -8, "color": INK},
                        "encoding": {"text": {"field": "text"}, "x": {"value": 4}},
                    },
                ],
                "encoding": {"y": score},
            },
            {
                "data": rows(*scores),
                "mark": {"type": "point", "size": 40, "strokeWidth": 1.8, "opacity": 1},
                "encoding": {
                    "x": time_axis("day", span),
                    "y": score,
                    "shape": of_both | {"scale": {"domain": both, "range": ["circle", "diamond"]}},
                    "color": of_both | {"scale": {"domain": both, "range": [ONE, TWO]}},
                },
            },
            *_names([*_to_name(holds), *_to_name(pauses)], span),
        ],
    }


def weeks(totals: Sequence[WeekTotals], span: Span, size: ChartSize) -> Spec:
    """Return the clean share of each week over its reps."""
    shares = {week.monday: share for week in totals if (share := week.reps.share) is not None}
    parts = [part for week in totals for part in _parts(week)]
    kinds = [name for name in _SHADES if any(part["what"] == name for part in parts)]
    lowest = int(min(shares.values(), default=100)) // 10 * 10
    return {
        "vconcat": [
            {
                "width": WIDTHS[size],
                "height": 75,
                "data": rows(
                    *({"week": week_middle(w), "share": round(s, 1)} for w, s in shares.items())
                ),
                "mark": {"type": "line", "color": ONE, "point": {"color": ONE, "size": 36}},
                "encoding": {
                    "x": time_axis("week", span, labels=False),
                    "y": {
                        "field": "share",
                        "type": "quantitative",
                        "scale": {"domain": [min(_LOWEST_SHARE, lowest), 100], "zero": False},
                        "axis": {"title": "Clean, %", "tickCount": 4},
                    },
                },
            },
            {
                "width": WIDTHS[size],
                "height": 75,
                "data": rows(*parts),
                "mark": {"type": "bar"},
                "encoding": {
                    "x": time_axis("from", span),
                    "x2": {"field": "to"},
                    "y": {
                        "field": "low",
                        "type": "quantitative",
                        "axis": {"title": "Reps", "tickCount": 4},
                    },
                    "y2": {"field": "high"},
                    "color": {
                        "field": "what",
                        "type": "nominal",
                        "scale": {"domain": kinds, "range": [_SHADES[name] for name in kinds]},
                        "legend": {},
                    },
                },
            },
        ],
        "spacing": 8,
    }


def calendar(days: Sequence[DayMark], span: Span, size: ChartSize) -> Spec:
    """Return the days: a column a week, a row a weekday, a sign for what each was."""
    names = [name[:3] for name in WEEKDAY_NAMES]
    marked = [day for day in days if day.mark != "none"]
    looks = [HOW_MARKED[mark] for mark in HOW_MARKED if any(d.mark == mark for d in marked)]
    column = min(_COLUMN, WIDTHS[size] / (len(span.mondays) + 1))
    fits = (column / _COLUMN) ** 2
    legend = {"field": "what", "type": "nominal", "legend": {"columns": _LEGEND[size]}}
    domain = [look.name for look in looks]
    return {
        "width": max(column * (len(span.mondays) + 1), _NARROWEST),
        "height": 7 * _ROW,
        "data": rows(
            *(
                {
                    "week": monday(day.day).isoformat(),
                    "weekday": names[day.day.weekday()],
                    "what": HOW_MARKED[day.mark].name,
                    "area": round(HOW_MARKED[day.mark].area * fits, 1),
                }
                for day in marked
            )
        ),
        "mark": {"type": "point", "filled": True, "opacity": 1},
        "encoding": {
            # The signs stand on Mondays: half a week before the first one is theirs.
            "x": time_axis("week", span, before=3),
            "y": {
                "field": "weekday",
                "type": "nominal",
                "scale": {"domain": names},
                "axis": {"title": None, "grid": False, "values": names[::2], "ticks": False},
            },
            "shape": legend | {"scale": {"domain": domain, "range": [k.shape for k in looks]}},
            "color": legend | {"scale": {"domain": domain, "range": [k.colour for k in looks]}},
            "size": {"field": "area", "type": "quantitative", "scale": None, "legend": None},
        },
    }


def _bands(bands: Sequence[Spec], colour: str, span: Span) -> Spec:
    return {
        "data": rows(*bands),
        "mark": {"type": "rect", "color": colour, "opacity": 1},
        "encoding": {"x": time_axis("from", span), "x2": {"field": "to"}},
    }


def _to_name(bands: Sequence[Spec]) -> Sequence[Spec]:
    return bands if len(bands) <= _NAMED_BANDS else bands[-1:]


def _names(bands: Sequence[Spec], span: Span) -> list[Spec]:
    """Return the names of bands: behind each, or before one that reaches to the chart's end."""
    end = (span.last + ONE_DAY).isoformat()
    layers = []
    for last, edge, align, shift in ((False, "to", "left", 3), (True, "from", "right", -3)):
        named = [band for band in bands if (band["to"] == end) == last]
        if named:
            layers.append(
                {
                    "data": rows(*named),
                    "mark": {"type": "text", "color": INK, "align": align, "dx": shift},
                    "encoding": {
                        "x": time_axis(edge, span),
                        "y": {"value": 8},
                        "text": {"field": "what"},
                    },
                }
            )
    return layers


def _band(what: str, since: date, until: date | None, span: Span) -> Spec:
    end = span.last + ONE_DAY
    return {
        "what": what,
        "from": max(since, span.first).isoformat(),
        "to": min(until or end, end).isoformat(),
    }


def _parts(week: WeekTotals) -> list[Spec]:
    """Return the bars of a week, one on the other."""
    reps, parts, low = week.reps, [], 0
    heights = (reps.clean, reps.counted - reps.clean, reps.done - reps.counted)
    for name, height in zip(_SHADES, heights, strict=True):
        if height:
            part = {"low": low, "high": low + height, "what": name}
            parts.append(week_span(week.monday) | part)
        low += height
    return parts
