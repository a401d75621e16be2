"""Draws a Vega-Lite chart as SVG: static, without a script, in the colours of the page.

Owns the look that all charts share. Colours are the page's own CSS variables, so that a chart is
light or dark with it; each carries a colour for a page that has lost its style.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final, Literal

from hingecli.coach.report.span import Span
from hingecli.coach.state.state import ONE_DAY, ONE_WEEK

Spec = dict[str, Any]
"""A Vega-Lite view, or a part of one."""
ChartSize = Literal["wide", "narrow"]

WIDTHS: Final[dict[ChartSize, int]] = {"wide": 800, "narrow": 320}
"""Of a chart's inside (px): of a page on a desk or on paper, and of one on a telephone."""

INK: Final = "var(--ink, #1b1f24)"
QUIET: Final = "var(--quiet, #57606a)"
GRID: Final = "var(--grid, #d8dee4)"
ONE: Final = "var(--one, #1f5f99)"
TWO: Final = "var(--two, #b1480f)"
PALE: Final = "var(--pale, #9db8d1)"
HELD: Final = "var(--held, #e3b7b0)"
AWAY: Final = "var(--away, #d5dae0)"

_FONT: Final = "DejaVu Sans, Verdana, sans-serif"
"""Room is measured in a wide font: the page's own style sets the one that is read."""
_MONTHS_FROM_WEEKS: Final = 16
"""Weeks from which on the axis of time names months, not days."""
_MOST_TICKS: Final = 8
_CONFIG: Final[Spec] = {
    "aria": False,  # a chart has one title and one text; its marks would be read out one by one
    "background": None,
    "font": _FONT,
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK,
        "titleColor": INK,
        "domainColor": QUIET,
        "tickColor": QUIET,
        "gridColor": GRID,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "labelOverlap": True,
    },
    "legend": {
        "orient": "top",
        "title": None,
        "labelColor": INK,
        "labelFontSize": 12,
        "labelLimit": 300,
        "symbolSize": 90,
    },
    "title": {"color": INK, "fontSize": 12, "fontWeight": "bold", "anchor": "start", "offset": 4},
    "text": {"fontSize": 12},
}


def svg(spec: Spec) -> str:
    """Return the view `spec` as an SVG element. It asks for nothing from outside."""
    from vl_convert import vegalite_to_svg

    drawn: str = vegalite_to_svg({**spec, "config": _CONFIG}, allowed_base_urls=[])
    return drawn


def rows(*values: Spec) -> Spec:
    """Return the data of a view: its rows."""
    return {"values": list(values)}


def time_axis(
    field: str, span: Span, *, labels: bool = True, ticks: int | None = None, before: int = 0
) -> Spec:
    """Return an axis over the weeks of `span`, the same for all that is drawn over it.

    `labels` leaves out its words where another chart below has them; `before` are days of room.
    """
    weeks = len(span.mondays)
    by_month = weeks >= _MONTHS_FROM_WEEKS
    axis: Spec = {"title": None, "format": "%b" if by_month else "%-d %b", "grid": by_month}
    if by_month:
        axis["tickCount"] = ticks or "month"
    else:
        axis["values"] = _mondays(span, most=ticks or _MOST_TICKS)
    if not labels:
        axis |= {"labels": False, "ticks": False, "domain": False}
    return {
        "field": field,
        "type": "temporal",
        "scale": {
            "type": "utc",  # a day is a day, whatever the zone of this machine
            "domain": [
                (span.first - before * ONE_DAY).isoformat(),
                (span.mondays[-1] + ONE_WEEK).isoformat(),
            ],
            "nice": False,
        },
        "axis": axis,
    }


def week_span(week: date) -> Spec:
    """Return where the bar of a week, by its Monday, begins and ends."""
    return {
        "from": f"{week.isoformat()}T10:00Z",
        "to": f"{(week + timedelta(days=6)).isoformat()}T14:00Z",
    }


def week_middle(week: date) -> str:
    """Return where the point of a week, by its Monday, stands."""
    return f"{(week + timedelta(days=3)).isoformat()}T12:00Z"


def _mondays(span: Span, *, most: int) -> list[float]:
    """Return the Mondays of `span` to be named, `most` at most, as moments (ms since 1970)."""
    every = -(-len(span.mondays) // most)
    return [
        datetime.combine(monday, time(), tzinfo=UTC).timestamp() * 1000
        for monday in span.mondays[::every]
    ]
