"""The charts by drill and by mistake as Vega-Lite views.

Owns their marks. The axis of time is that of all charts, in `vega`.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from hingecli.coach.log.events import KG_PER_LB, Unit
from hingecli.coach.report.noticed import Noticed
from hingecli.coach.report.span import DrillTotals, Span
from hingecli.show.report.vega import (
    INK,
    ONE,
    PALE,
    WIDTHS,
    ChartSize,
    Spec,
    rows,
    time_axis,
    week_middle,
    week_span,
)

MOST_DRILLS: Final = 6
"""Drills that have a chart of their own: two rows of three at most."""
MOST_MISTAKES: Final = 6
_SHORTEST_AXIS: Final = 5
"""Reps, or kg: an axis that ends lower would make much of little."""
_AXIS: Final = 55
"""The room (px) for the axis of one chart beside another."""
_NAMES: Final = 130
"""The room (px) for the names of mistakes."""


def drills(
    totals: Sequence[DrillTotals], names: Sequence[str], span: Span, size: ChartSize, *, unit: Unit
) -> Spec:
    """Return a small chart for each drill: the week's heaviest load over its reps."""
    columns = 1 if size == "narrow" else min(len(totals), 3 if len(totals) > 4 else 4)
    width = (WIDTHS[size] - (columns - 1) * _AXIS) // columns
    return {
        "concat": [
            _drill(drill, name, span, width, unit=unit)
            for drill, name in zip(totals, names, strict=True)
        ],
        "columns": columns,
        "spacing": 14,
    }


def mistakes(noticed: Noticed, names: Sequence[str], size: ChartSize) -> Spec:
    """Return how often each mistake came in 100 reps, then and now."""
    shown = [
        (name, when, round(rate.per_hundred, 1))
        for shift, name in zip(noticed.mistakes, names, strict=True)
        for when, rate in (("then", shift.before), ("now", shift.now))
        if rate is not None
    ]
    times = [when for when in ("then", "now") if any(row[1] == when for row in shown)]
    most = max(rate for _, _, rate in shown)
    return {
        "width": WIDTHS[size] - _NAMES,
        "height": {"step": 13},
        "data": rows(*({"name": name, "when": when, "rate": rate} for name, when, rate in shown)),
        "layer": [
            {
                "mark": {"type": "bar"},
                "encoding": {
                    "color": {
                        "field": "when",
                        "type": "nominal",
                        "scale": {"domain": times, "range": [PALE, ONE][-len(times) :]},
                        "legend": {},
                    }
                },
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 4, "color": INK},
                "encoding": {"text": {"field": "rate"}},
            },
        ],
        "encoding": {
            "y": {
                "field": "name",
                "type": "nominal",
                "sort": None,
                "axis": {"title": None, "labelLimit": 200, "ticks": False, "domain": False},
            },
            "yOffset": {"field": "when", "sort": times},
            "x": {
                "field": "rate",
                "type": "quantitative",
                "scale": {"domain": [0, max(most * 1.15, 1)]},
                "axis": {"title": "In 100 reps", "tickCount": 5},
            },
        },
    }


def _drill(drill: DrillTotals, name: str, span: Span, width: int, *, unit: Unit) -> Spec:
    loads = {w.monday: _in(unit, w.load_kg) for w in drill.weeks if w.load_kg is not None}
    reps = [week_span(week.monday) | {"low": 0, "reps": week.reps} for week in drill.weeks]
    most = max(week.reps for week in drill.weeks)
    lower: Spec = {
        "width": width,
        "height": 32 if loads else 92,
        "data": rows(*reps),
        "mark": {"type": "bar", "color": PALE},
        "encoding": {
            "x": time_axis("from", span, ticks=4),
            "x2": {"field": "to"},
            "y": {
                "field": "low",
                "type": "quantitative",
                "scale": {"domain": [0, max(most, _SHORTEST_AXIS)]},
                "axis": {"title": "reps", "tickCount": 2},
            },
            "y2": {"field": "reps"},
        },
    }
    if not loads:
        return {"title": name, "vconcat": [lower]}
    upper: Spec = {
        "width": width,
        "height": 56,
        "data": rows(*({"week": week_middle(w), "load": load} for w, load in loads.items())),
        "mark": {"type": "line", "color": ONE, "point": {"color": ONE, "size": 18}},
        "encoding": {
            "x": time_axis("week", span, labels=False, ticks=4),
            "y": {
                "field": "load",
                "type": "quantitative",
                "scale": {"domain": [0, max(*loads.values(), _SHORTEST_AXIS) * 1.1]},
                "axis": {"title": unit, "tickCount": 3},
            },
        },
    }
    return {"title": name, "vconcat": [upper, lower], "spacing": 4}


def _in(unit: Unit, load: Decimal) -> float:
    return round(float(load / KG_PER_LB if unit == "lb" else load), 1)
