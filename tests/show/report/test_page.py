"""The page: whole without anything from outside, each chart with text and table, all escaped."""

import re
from html.parser import HTMLParser

import pytest

from factories import Journal, day, learner, lifter
from hingecli.coach.log.events import MistakeCount
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.report import Report, report
from hingecli.content import bundled, load_mistakes
from hingecli.content.figures import load_comparison
from hingecli.show.report import page as pages
from hingecli.show.report.page import page
from lived_year import BECAUSE, LAST_DAY, NOTE, lived_year

pytest.importorskip("jinja2", reason="needs the extra report")
pytest.importorskip("vl_convert", reason="needs the extra report")


class Seen(HTMLParser):
    """What a page holds: its elements with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(autouse=True)
def _no_drawing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the charts empty but where a test is about them: each takes a moment to draw."""
    if request.function is not test_the_charts_stand_in_the_page_itself:
        monkeypatch.setattr(pages, "svg", lambda spec: f"<svg data-height='{len(spec)}'></svg>")


def told(index: Index, journal: Journal, on: int, *, notes: bool = False) -> Report:
    return report(index, journal.read(), today=day(on), weeks=12, notes=notes)


def html_of(index: Index, found: Report, *, name: str = "") -> str:
    shown = [shift.mistake for shift in found.noticed.mistakes]
    drawn = {mistake: load_comparison(bundled(), mistake) for mistake in shown}
    return page(
        found,
        index=index,
        mistakes=load_mistakes(bundled()).mistakes,
        pictures={mistake: forms for mistake, forms in drawn.items() if forms is not None},
        name=name,
        written=found.span.last,
    )


def year(index: Index, *, notes: bool = False) -> str:
    log = lived_year(index).read()
    return html_of(index, report(index, log, today=LAST_DAY, weeks=52, notes=notes), name="Kim")


def headings(html: str) -> list[str]:
    return re.findall(r"<h2[^>]*>(.*?)</h2>", html)


def test_a_year_has_every_part_in_the_order_of_reading(index: Index) -> None:
    assert headings(year(index, notes=True)) == [
        "At a glance",
        "Pain in sessions and on mornings",
        "Clean share and reps by week",
        "Days of practice",
        "Load and reps by drill",
        "Every drill",
        "What opened when",
        "Mistakes, then and now",
        "Films against their own count",
        "The most frequent, beside the right form",
        "Notes",
    ]


def test_a_part_without_anything_to_tell_is_left_out(index: Index) -> None:
    assert headings(html_of(index, told(index, Journal().session(0, "wall 10"), 0))) == [
        "At a glance",
        "Clean share and reps by week",
        "Days of practice",
        "Every drill",
    ]


def test_nothing_is_asked_for_from_outside_and_nothing_runs(index: Index) -> None:
    seen = Seen(year(index, notes=True))

    assert not {"script", "link", "iframe", "object", "form"} & {tag for tag, _ in seen.elements}
    for tag, attributes in seen.elements:
        for name, value in attributes.items():
            assert not name.startswith("on")
            if name in ("src", "href", "data"):
                raise AssertionError(f"{tag} asks for {value}")
    policy = next(m["content"] for m in seen.all("meta") if "http-equiv" in m)
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def test_every_chart_has_a_title_a_text_and_a_table(index: Index) -> None:
    html = year(index)
    seen = Seen(html)

    charts = [a for a in seen.all("div") if a.get("role") == "img"]
    captions = {a["id"] for a in seen.all("figcaption")}
    assert len(charts) == 2 * len(captions) == 10
    for chart in charts:
        assert chart["aria-label"]
        assert chart["aria-describedby"] in captions
    assert len(seen.all("details")) == len(captions)
    assert html.count("<summary>") == len(captions)


def test_every_table_has_headings_for_its_rows_and_columns(index: Index) -> None:
    html = year(index)

    for table in re.findall(r"<table>.*?</table>", html, flags=re.S):
        head, body = table.split("</thead>")
        columns = head.count('scope="col"')
        rows = re.findall(r"<tr>(.*?)</tr>", body, flags=re.S)
        assert "<caption" in head
        assert rows
        for row in rows:
            assert row.count('scope="row"') == 1
            assert row.count("<td>") == columns - 1


def test_the_most_frequent_mistakes_are_drawn_and_said(index: Index) -> None:
    seen = Seen(year(index))

    pictures = [a["aria-label"] for a in seen.all("svg") if a.get("role") == "img"]

    assert pictures == [
        "Lower back rounds",
        "Soft knees at lockout",
        "Looking up too much",
    ]
    assert "Less range of motion, core stability, and feedback from the dowel." in seen.text


def test_a_mistake_that_the_table_does_not_know_is_named_and_not_drawn(index: Index) -> None:
    found = told(index, Journal().session(0, "wall 10", mistakes={"odd-thing": 2}), 0)

    seen = Seen(html_of(index, found))

    assert "Odd thing" in seen.text
    assert not [svg for svg in seen.all("svg") if svg.get("role") == "img"]


def test_every_text_of_the_person_is_escaped(index: Index) -> None:
    html = year(index, notes=True)

    for words in (NOTE, BECAUSE):
        assert words not in html
        assert words in Seen(html).text
    assert "<script" not in html
    assert "<b>" not in html


@pytest.mark.parametrize("name", ["<img src=x onerror=alert(1)>", 'Kim "K" O\'Neil & Söhne'])
def test_a_name_is_escaped_in_title_and_heading(index: Index, name: str) -> None:
    html = html_of(index, told(index, learner(), 11), name=name)

    assert name not in html
    assert Seen(html).text.count(name) == 2


def test_signs_that_steer_what_is_read_are_taken_out(index: Index) -> None:
    journal = Journal().session(0, "wall 10", note="a\u202eb\x1b[31mc\U000e0041d")

    html = html_of(index, told(index, journal, 0, notes=True), name="K\u202eim")

    assert "ab[31mcd" in html
    assert ": Kim<" in html


def test_nobody_is_named_and_no_note_told_unless_it_is_asked_for(index: Index) -> None:
    journal = learner().override(12, "kb", because="a secret").session(13, "wall 5", note="private")

    html = html_of(index, told(index, journal, 13))

    assert "<h1>Hip hinge practice</h1>" in html
    assert "private" not in html
    assert "a secret" not in html
    assert "by hand, before its gate" in html


def test_the_persons_own_word_for_a_place_is_told_with_the_pain(index: Index) -> None:
    journal = lifter().session(1, "kb 8 @16", pain=6, where="hip", sharp=True)

    assert "<td>hip, sharp or spreading</td>" in html_of(index, told(index, journal, 2))


def test_a_film_says_whose_look_it_was_and_what_it_added(index: Index) -> None:
    taken = (MistakeCount(mistake="looking-up", count=1, drill="wall-hinge"),)
    journal = Journal().session(0, "wall 10").review(0, "e001", felt=10, saw=8, taken=taken)

    html = html_of(index, told(index, journal.review(0, "e001", by="clip", saw=7), 0))

    assert "<td>10</td><td>8</td><td>looking up too much</td>" in html
    assert "<td>–</td><td>7, by hinge</td><td>–</td>" in html


def test_when_practice_began_is_said_where_it_was_before(index: Index) -> None:
    began = "; the first session was on 5 Jan."
    log = learner()

    assert began in html_of(index, told(index, log, 90))
    assert began not in html_of(index, told(index, log, 11))


def test_nothing_is_promised_or_diagnosed(index: Index) -> None:
    text = Seen(year(index, notes=True)).text.lower()

    assert "it is no diagnosis" in text
    for word in (" safe", "prevent", "cleared", "failed", "injur"):
        assert word not in text.replace(NOTE.lower(), "")


def test_the_charts_stand_in_the_page_itself(index: Index) -> None:
    html = html_of(index, told(index, Journal().session(0, "wall 9/10"), 6))

    assert html.count('<svg xmlns="http://www.w3.org/2000/svg"') == 4
    assert "not clean" in html
