"""The report in a real browser: alone, whole at any width, light or dark, for all, two sheets."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browser import Page, axe_script, chromium
from factories import DRILLS, Journal, day, lifter
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.report import report
from hingecli.content import bundled, load_mistakes
from hingecli.content.figures import load_comparison
from hingecli.show.report.page import page as page_of
from lived_year import LAST_DAY, lived_year

pytest.importorskip("jinja2", reason="needs the extra report")
pytest.importorskip("vl_convert", reason="needs the extra report")
pytestmark = pytest.mark.deep

WIDTHS = (360, 1200)
SCHEMES = ("light", "dark")
REPORTS = ("year", "course", "first-day", "flaring", "busy")


def busy() -> Journal:
    """A quarter with every drill, a flare a fortnight, each mistake and a film a week."""
    journal = Journal().setup(0, units="lb", start=-60)
    drills = tuple(DRILLS)[2:]
    journal = journal.override(0, *drills, because="x" * 200)
    mistakes = [mistake.id for mistake in load_mistakes(bundled()).mistakes]
    for number in range(84):
        drill = drills[number % len(drills)]
        pain = 6 if number % 14 == 13 else number % 3
        journal = journal.session(
            number,
            f"{drill} 3x8/9 @{16 + number // 4}",
            pain=pain,
            where="low-back" if pain > 2 else None,
            mistakes={mistakes[number % len(mistakes)]: 3},
            note="W" * 80 if number % 20 == 0 else None,
        )
        journal = journal.morning(number, number % 3)
        if number % 7 == 0:
            journal = journal.review(number, None, felt=8, saw=7)
    return journal


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, index: Index) -> dict[str, Path]:
    """The reports, as files."""
    folder = tmp_path_factory.mktemp("reports")
    flaring = lifter().session(0, "kb 3x8 @16")
    flaring = flaring.session(2, "kb 8 @16", pain=7, where="low-back", sharp=True).morning(3, 6)
    told = {
        "year": (lived_year(index), LAST_DAY, 52, False),
        "course": (lived_year(index), LAST_DAY, 12, True),
        "first-day": (Journal().session(0, "wall 9/10"), day(0), 12, True),
        "flaring": (flaring, day(4), 12, False),
        "busy": (busy(), day(83), 12, False),
    }
    files = {}
    for name, (journal, last, weeks, notes) in told.items():
        found = report(index, journal.read(), today=last, weeks=weeks, notes=notes)
        shown = (shift.mistake for shift in found.noticed.mistakes[:3])
        drawn = {mistake: load_comparison(bundled(), mistake) for mistake in shown}
        html = page_of(
            found,
            index=index,
            mistakes=load_mistakes(bundled()).mistakes,
            pictures={mistake: forms for mistake, forms in drawn.items() if forms is not None},
            name=f"Kim of a Very Long Name {'W' * 60}",
            written=last,
        )
        files[name] = folder / f"{name}.html"
        files[name].write_text(html, "utf-8")
    return files


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page of a headless Chromium."""
    with chromium(tmp_path_factory.mktemp("profile")) as browser:
        yield browser.page()


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The accessibility checker."""
    return axe_script(tmp_path_factory.mktemp("axe"))


def open_tables(page: Page) -> None:
    page.run("document.querySelectorAll('details').forEach(one => { one.open = true })")


@pytest.mark.parametrize("name", REPORTS)
def test_it_asks_for_nothing_but_itself(page: Page, written: dict[str, Path], name: str) -> None:
    page.open(written[name])

    assert page.asked == [written[name].as_uri()]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", REPORTS)
def test_nothing_overflows_at_any_width_tables_opened_too(
    page: Page, written: dict[str, Path], name: str, width: int
) -> None:
    page.look(width=width)
    page.open(written[name])
    open_tables(page)

    wide = page.run("document.documentElement.scrollWidth")
    beyond = page.run(
        """[...document.querySelectorAll('body *')]
           .filter(one => !one.closest('.scroll, .unseen') && one.getClientRects().length)
           .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
           .map(one => one.tagName + ' ' + one.textContent.slice(0, 40))"""
    )

    assert beyond == []
    assert wide <= width


@pytest.mark.parametrize("name", ["course", "flaring", "first-day"])
def test_the_tables_that_are_open_fit_a_telephone(
    page: Page, written: dict[str, Path], name: str
) -> None:
    page.look(width=360)
    page.open(written[name])

    cut = page.run(
        """[...document.querySelectorAll('.scroll')]
           .filter(one => !one.closest('details') && one.scrollWidth > one.clientWidth)
           .map(one => one.ariaLabel)"""
    )

    assert cut == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", REPORTS)
def test_one_of_the_two_sizes_of_a_chart_is_seen_and_its_words_can_be_read(
    page: Page, written: dict[str, Path], name: str, width: int
) -> None:
    page.look(width=width)
    page.open(written[name])

    charts, smallest = page.run(
        """[[...document.querySelectorAll('figure')].map(figure =>
              [...figure.querySelectorAll('[role=img]')]
                .filter(one => one.getClientRects().length).length),
            Math.min(...[...document.querySelectorAll('figure svg text')]
              .filter(one => one.getClientRects().length)
              .map(one => parseFloat(getComputedStyle(one).fontSize) * Math.hypot(
                one.getScreenCTM().a, one.getScreenCTM().b)))]"""
    )

    assert set(charts) == {1}
    assert smallest >= 9


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["course", "flaring", "busy"])
def test_a_checker_of_accessibility_finds_nothing(
    page: Page, axe: str, written: dict[str, Path], name: str, width: int, scheme: str
) -> None:
    page.look(width=width, scheme=scheme)
    page.open(written[name])
    open_tables(page)
    page.run(axe + "; 0")

    found: list[dict[str, Any]] = page.run(
        "axe.run(document).then(all => all.violations.map("
        "one => ({id: one.id, where: one.nodes.map(node => node.html.slice(0, 120))})))"
    )

    assert found == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_and_marks_stand_out_from_the_paper(
    page: Page, written: dict[str, Path], scheme: str
) -> None:
    page.look(width=1200, scheme=scheme)
    page.open(written["year"])

    colours = page.run(
        """Object.fromEntries(['paper', 'ink', 'quiet', 'one', 'two'].map(name =>
            [name, getComputedStyle(document.documentElement).getPropertyValue('--' + name)]))"""
    )

    paper = _light(colours["paper"])
    for name, least in (("ink", 7), ("quiet", 4.5), ("one", 4.5), ("two", 4.5)):
        assert _contrast(_light(colours[name]), paper) >= least, name


@pytest.mark.parametrize("name", ["year", "busy", "first-day", "flaring"])
def test_on_paper_it_is_two_sheets_at_most(page: Page, written: dict[str, Path], name: str) -> None:
    page.open(written[name])

    data = page.pdf()

    sheets = len(re.findall(rb"/Type\s*/Page\b(?!s)", data))
    assert sheets == (1 if name == "first-day" else 2)
    box = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert box is not None
    assert (round(float(box[1])), round(float(box[2]))) == (595, 842)


def test_without_style_everything_is_still_there_in_order(
    page: Page, written: dict[str, Path]
) -> None:
    page.look(width=360)
    page.open(written["year"])

    text = page.run("document.querySelector('style').remove(); document.body.innerText")

    parts = ("At a glance", "Load on hold", "Pain in sessions", "Days of practice", "Every drill")
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "Load was on hold from" in text


def _light(colour: str) -> float:
    """Return the relative luminance of #rrggbb (WCAG 2)."""
    parts = [int(colour.strip()[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
