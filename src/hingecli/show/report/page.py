"""The report's page: its parts in order, each chart with its text and its table.

Owns what goes where. The HTML is `page.html`, its look `page.css`; Jinja escapes every text.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib.resources import files
from typing import NamedTuple

from hingecli.coach.protocol.protocol import Index
from hingecli.coach.protocol.texts import Mistake
from hingecli.coach.report.noticed import MistakeShift, Noticed
from hingecli.coach.report.report import Report
from hingecli.coach.report.span import DrillTotals
from hingecli.motion.figure import Comparison
from hingecli.show import figure
from hingecli.show.report import bars, charts, tables
from hingecli.show.report.facts import facts
from hingecli.show.report.painwords import PainCaptions, place_of
from hingecli.show.report.tables import Table
from hingecli.show.report.vega import ChartSize, Spec, svg
from hingecli.show.report.words import ReportWords, share
from hingecli.text import clean

MOST_PICTURES = 3
"""Mistakes that are drawn, the right form beside the wrong one."""
PICTURE_HEIGHT = 110
"""Of its figures (px); its words below are as large as the page's."""
GENERATOR = "hinge"
"""The name in the page's head by which a report is known as one of ours."""


class Chart(NamedTuple):
    """A chart, for a wide and for a narrow page, with its title, its text and its table."""

    id: str
    title: str
    text: str
    wide: str
    narrow: str
    table: Table


class MistakePicture(NamedTuple):
    """A mistake as a picture, right beside wrong, with what it is and what mends it."""

    name: str
    happens: str
    correction: str
    svg: str


def page(
    report: Report,
    *,
    index: Index,
    mistakes: Sequence[Mistake],
    pictures: Mapping[str, Comparison],
    name: str,
    written: date,
) -> str:
    """Return the report as one HTML file.

    `pictures` are the forms to be drawn, by mistake, `name` is who it is about, if anybody
    wants to say so, `written` the day of today.
    """
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    words = ReportWords(report, index)
    known = {mistake.id: mistake for mistake in mistakes}
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["clean"] = clean
    environment.filters["svg"] = Markup
    html: str = environment.from_string(_own("page.html")).render(
        generator=GENERATOR,
        style=Markup(_own("page.css")),  # noqa: S704 - a file of ours, not a person's words
        name=name,
        words=words,
        facts=facts(words),
        report=report,
        written=words.written(written),
        pain=_pain(report, words),
        weeks=_weeks(report, words),
        drills=_drills(report, words),
        by_drill=tables.by_drill(report, words),
        mistakes=_mistakes(report, words, known),
        pictures=_pictures(report, known, pictures),
        reviews=tables.reviews(report, words, known),
        calendar=_calendar(report, words),
        openings=tables.openings(report, words),
    )
    return html


def _own(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def _pain(report: Report, words: ReportWords) -> Chart | None:
    line = report.pain
    if not (line.sessions or line.mornings or line.holds):
        return None
    during = {score.day: score for score in line.sessions}
    after = {score.day: score for score in line.mornings}
    days = sorted({*during, *after})
    return Chart(
        id="pain",
        title="Pain in sessions and on mornings",
        text=PainCaptions(words).chart(),
        table=Table(
            ("Day", "In a session", "On the morning", "Where and how", "Load"),
            tuple(
                (
                    words.day(day),
                    str(during[day].pain.score) if day in during else "",
                    str(after[day].pain.score) if day in after else "",
                    place_of(during[day].pain) if day in during else "",
                    "on hold" if line.held(day) else "",
                )
                for day in days
            ),
        ),
        **_both(lambda size: charts.pain(line, report.span, size)),
    )


def _weeks(report: Report, words: ReportWords) -> Chart:
    return Chart(
        id="weeks",
        title="Clean share and reps by week",
        text=words.weeks(),
        table=Table(
            ("Week of", "Days", "With load", "Reps", "Clean"),
            tuple(
                (
                    words.day(week.monday),
                    str(week.days),
                    str(week.loaded_days),
                    f"{week.reps.done:,}",
                    share(week.reps),
                )
                for week in report.weeks
            ),
        ),
        **_both(lambda size: charts.weeks(report.weeks, report.span, size)),
    )


def _drills(report: Report, words: ReportWords) -> Chart | None:
    """Return the charts of the loaded drills that were done most."""
    most = sorted((d for d in report.drills if d.loaded), key=lambda d: -d.days)
    kept = {drill.drill for drill in most[: bars.MOST_DRILLS]}
    drawn = [drill for drill in report.drills if drill.drill in kept]
    if not drawn:
        return None
    names = [words.drill(drill.drill) for drill in drawn]
    return Chart(
        id="drills",
        title="Load and reps by drill",
        text=words.drills(drawn),
        table=Table(
            ("Week of", *names),
            tuple(
                (words.day(monday), *(_in_week(drill, monday, words) for drill in drawn))
                for monday in report.span.mondays
            ),
        ),
        **_both(lambda size: bars.drills(drawn, names, report.span, size, unit=report.unit)),
    )


def _in_week(drill: DrillTotals, monday: date, words: ReportWords) -> str:
    for week in drill.weeks:
        if week.monday == monday:
            load = "" if week.load_kg is None else f", {words.load(week.load_kg)}"
            return f"{week.reps:,}{load}"
    return ""


def _mistakes(report: Report, words: ReportWords, known: Mapping[str, Mistake]) -> Chart | None:
    noticed = report.noticed
    if not noticed.mistakes:
        return None
    names = [tables.mistake_name(shift.mistake, known) for shift in noticed.mistakes]
    most = noticed.mistakes[: bars.MOST_MISTAKES]
    drawn = Noticed(mistakes=most, weeks=noticed.weeks)
    return Chart(
        id="mistakes",
        title="Mistakes, then and now",
        text=words.mistakes(drawn, names[: len(most)]),
        table=Table(
            ("Mistake", "Noticed in all", "In 100 reps then", "In 100 reps now"),
            tuple(
                (name, str(shift.count), _rate_then(shift), f"{shift.now.per_hundred:.1f}")
                for shift, name in zip(noticed.mistakes, names, strict=True)
            ),
        ),
        **_both(lambda size: bars.mistakes(drawn, names[: len(most)], size)),
    )


def _rate_then(shift: MistakeShift) -> str:
    return "" if shift.before is None else f"{shift.before.per_hundred:.1f}"


def _pictures(
    report: Report, known: Mapping[str, Mistake], pictures: Mapping[str, Comparison]
) -> tuple[MistakePicture, ...]:
    found = []
    for shift in report.noticed.mistakes[:MOST_PICTURES]:
        mistake, drawn = known.get(shift.mistake), pictures.get(shift.mistake)
        if mistake is not None and drawn is not None:
            found.append(
                MistakePicture(
                    name=mistake.name,
                    happens=mistake.happens,
                    correction=mistake.correction,
                    svg=figure.comparison_svg(
                        drawn,
                        title=mistake.name,
                        text=" beside ".join(drawn.labels),
                        height=PICTURE_HEIGHT,
                    ),
                )
            )
    return tuple(found)


def _calendar(report: Report, words: ReportWords) -> Chart:
    names = {mark: look.name for mark, look in charts.HOW_MARKED.items()}
    by_week: dict[date, list[str]] = {monday: [] for monday in report.span.mondays}
    for n, marked in enumerate(report.days):
        by_week[report.span.mondays[n // 7]].append(names.get(marked.mark, ""))
    return Chart(
        id="days",
        title="Days of practice",
        text=words.calendar(),
        table=Table(
            ("Week of", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
            tuple(
                (words.day(monday), *marks, *[""] * (7 - len(marks)))
                for monday, marks in by_week.items()
            ),
        ),
        **_both(lambda size: charts.calendar(report.days, report.span, size)),
    )


def _both(draw: Callable[[ChartSize], Spec]) -> dict[str, str]:
    """Draw a chart in both sizes."""
    return {"wide": svg(draw("wide")), "narrow": svg(draw("narrow"))}
