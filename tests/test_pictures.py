"""The README's pictures load nothing, run nothing, and no font can break them."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from hingecli.cli.drawing import draw_all
from hingecli.content import bundled
from pictures import WALK as WALK_TITLE
from pictures import card_images, walk
from screenshot import DARK, Frame, moving, rows_of, still

IMAGES = Path(__file__).parent.parent / ".github" / "images"
ALL = sorted(IMAGES.rglob("*.svg"))
WALK = (IMAGES / "walk.svg").read_text("utf-8")
STEP = re.compile(r"([\d.]+)%\{transform:translateX\((-?\d+)px\)\}")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_picture_is_whole_and_needs_nothing_but_itself(path: Path) -> None:
    text = path.read_text("utf-8")
    root = ElementTree.fromstring(text)

    assert root.tag == f"{SVG}svg"
    assert root.findtext(f"{SVG}title")
    assert path.stat().st_size < 300_000
    assert not [part.tag for part in root.iter() if part.tag.endswith(("script", "foreignObject"))]
    for part in root.iter():
        for name, value in part.attrib.items():
            assert not name.startswith("on")
            assert not name.endswith("href") or value.startswith("#")
    assert not re.search(r"@import|url\(|javascript:|<!ENTITY|<\?xml-stylesheet", text)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_no_font_draws_the_figure(path: Path) -> None:
    words = "".join(ElementTree.fromstring(path.read_text("utf-8")).itertext())

    assert not re.search(r"[\u2800-\u28ff]", words)


def test_the_figures_are_those_that_the_program_draws_now(tmp_path: Path) -> None:
    drawn = {path.name: path.read_text("utf-8") for path in draw_all(bundled(), tmp_path)}
    shown = {path.name: path.read_text("utf-8") for path in (IMAGES / "figures").iterdir()}

    assert shown.keys() == drawn.keys()
    stale = [name for name in drawn if drawn[name] != shown[name]]
    assert stale == [], "draw them anew: python tests/pictures.py figures"


def test_the_cards_are_those_that_the_program_prints_now() -> None:
    drawn = card_images()
    stale = [name for name in drawn if drawn[name] != (IMAGES / name).read_text("utf-8")]

    assert stale == [], "draw them anew: python tests/pictures.py card"


@pytest.mark.deep
def test_the_walk_says_what_the_program_says_now() -> None:
    frames, _ = walk()
    now = _words_in("".join(row for frame in frames for row in frame.rows))

    assert _words_in(WALK) == now, "draw it anew: python tests/pictures.py walk"


def _words_in(image: str) -> set[str]:
    """Return the words that a picture shows, without its bars and the window's title."""
    texts = re.findall(r"<text[^>]*>([^<]+)</text>", image)
    return {text for text in texts if re.search("[A-Za-z]", text)} - {WALK_TITLE}


def test_the_walk_moves_through_every_frame_in_order_and_at_its_pace() -> None:
    root = ElementTree.fromstring(WALK)
    strip = next(part for part in root.iter(f"{SVG}g") if part.get("class") == "strip")
    found = STEP.findall(WALK[: WALK.index("@media(prefers-reduced-motion")])
    shares = [float(share) for share, _ in found]
    places = [f"translate({-int(x)} 0)".replace("--", "") for _, x in found]
    seconds = float(re.findall(r"animation:walk ([\d.]+)s step-end infinite", WALK)[0])

    assert [part.get("transform") for part in strip] == places
    assert shares[0] == 0
    assert shares == sorted(set(shares))
    assert shares[-1] < 100
    assert 12 <= seconds <= 30
    assert len(found) >= 4 * seconds


def test_the_walk_stands_still_for_who_wants_no_motion() -> None:
    assert re.search(r"prefers-reduced-motion:reduce\)\{\.strip\{animation:none\}", WALK)


def test_every_row_of_the_walk_is_there() -> None:
    root = ElementTree.fromstring(WALK)
    known = {part.get("id") for part in root.iter(f"{SVG}g")}

    assert all((use.get("href") or "")[1:] in known for use in root.iter(f"{SVG}use"))


def test_words_keep_to_the_grid_and_dots_are_dots() -> None:
    (row,) = rows_of("\x1b[1mGo\x1b[0m  ⠉⠀⣿ a b ──██▌░\n")

    assert 'x="0.0"' in row
    assert 'textLength="19.2"' in row
    assert 'class="c b">Go<' in row
    assert ">a b<" in row
    assert re.search(r'class="d c" d="M8 0h1M12 0h1M12 1h1M12 2h1M12 3h1"', row)
    assert row.count('class="f c"') == 2
    assert row.count('class="l c"') == 1


def test_a_lone_dot_is_drawn() -> None:
    (row,) = rows_of("⠁\n")

    assert 'd="M0 0h0.1"' in row


def test_frames_stand_side_by_side() -> None:
    frames = [Frame(1.0, rows_of("one")), Frame(1.5, rows_of("two\n\nmore"))]
    image = moving(frames, until=2.0, columns=10, title="a walk")

    assert [share for share, _ in STEP.findall(image)][:2] == ["0.00", "50.00"]
    assert "animation:walk 1.00s step-end infinite" in image
    assert image.count("<use") == 3


def test_a_still_picture_has_its_title_for_who_does_not_see_it() -> None:
    root = ElementTree.fromstring(still(rows_of("a < b"), columns=10, title="T & t", colours=DARK))

    assert root.get("aria-label") == "T & t"
    assert "a < b" in "".join(root.itertext())
