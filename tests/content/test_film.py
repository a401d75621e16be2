"""What a film is looked at by: read from data/, and checked where a protocol has its own."""

from pathlib import Path
from shutil import copytree

import pytest

from hingecli.content import bundled, load_mistakes, load_protocol
from hingecli.content.check.check import check
from hingecli.content.film import FILM, load_film
from hingecli.motion.film.findings import JUDGED


@pytest.fixture
def protocol(tmp_path: Path) -> Path:
    return Path(copytree(str(bundled()), tmp_path / "data"))


def changed(protocol: Path, old: str, new: str) -> tuple[str, ...]:
    file = protocol / FILM
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return check(protocol)


def test_every_mistake_that_a_film_shows_is_in_the_table() -> None:
    known = {mistake.id for mistake in load_mistakes(bundled()).mistakes}

    assert set(JUDGED) <= known


def test_every_drill_skips_only_what_is_judged() -> None:
    guide = load_film(bundled())

    skipped = {id_ for drill in load_protocol(bundled()).rungs for id_ in guide.skipped(drill)}

    assert skipped == {"looking-up", "knees-forward", "rising-onto-toes"}


def test_a_protocol_without_its_own_film_is_whole_and_takes_ours(protocol: Path) -> None:
    (protocol / FILM).unlink()

    assert check(protocol) == ()
    assert load_film(protocol) == load_film(bundled())


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('mistake = "torso-first"', 'mistake = "torso"', "questions[0].mistake: there is no"),
        ('what = "over-arching"', 'what = "arching"', "unseen[1].what: there is no mistake"),
        ('skip = ["knees-forward"]', 'skip = ["knees"]', "drills[1].skip: there is no mistake"),
        ('"block-pull"', '"block"', 'drills[1].ids: there is no drill "block"'),
        ('id = "shins-upright"', 'id = "hips-first"', "questions: each needs an id of its own"),
        ("rough = 0.35", "rough = 0.1", "view: good, rough and front should grow"),
        ("high_percent = 65", "high_percent = 20", "rep: low_percent should be below"),
        ("hz = 30", 'hz = "30"', "grid.hz"),
        ("visible = 0.8", "visible = 1.8", "view.visible"),
    ],
)
def test_what_is_wrong_with_it_is_named(protocol: Path, old: str, new: str, problem: str) -> None:
    problems = changed(protocol, old, new)

    assert len(problems) == 1
    assert problems[0].startswith(f"{FILM}: ")
    assert problem in problems[0]


def test_questions_are_needed(protocol: Path) -> None:
    file = protocol / FILM
    text = file.read_text("utf-8")
    rest = text[text.index("# --- what no landmark shows") :]
    file.write_text(f"questions = []\n{rest}", "utf-8")

    assert check(protocol) == (f"{FILM}: questions: one at least is needed",)
