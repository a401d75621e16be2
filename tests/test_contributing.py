"""The map for contributors is true: every path that it names is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "hingecli"
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")

WORD = re.compile(r"`([^`\s]+)`")
PATH = re.compile(r"[a-z]\w*(?:/[\w.]+)+/?|[a-z]\w*/")


def answers() -> Iterator[tuple[str, str]]:
    """Each question of the table with each path that answers it; a bare name stands beside it."""
    _, _, table = TEXT.partition("| a stranger's question | the file |")
    for line in table.strip().splitlines()[1:]:
        if not line.startswith("| "):
            return
        question, answer = (cell.strip() for cell in line.strip("|").split("|"))
        folder = ""
        for path in WORD.findall(answer):
            whole = path if "/" in path else f"{folder}/{path}"
            folder = whole.rpartition("/")[0]
            yield question, whole


def folders() -> Iterator[str]:
    """Each folder and file of the drawn tree, below its parents."""
    _, _, drawn = TEXT.partition("data/     ")
    parents: list[str] = []
    for line in ("data/     " + drawn.partition("```")[0]).splitlines():
        name = line.split()[0]
        deep = (len(line) - len(line.lstrip())) // 2
        if not re.fullmatch(r"[\w./]+(?:/|\.py)", name):
            continue
        parents = [*parents[:deep], name]
        yield "".join(parents)


def named() -> Iterator[str]:
    """Each word in the text that is written as a path."""
    for word in WORD.findall(TEXT.partition("## The house")[2]):
        if PATH.fullmatch(word):
            yield re.sub(r"[A-Z]+\.toml$", "", word)  # data/drills/ID.toml: its folder


def is_there(path: str) -> bool:
    """Whether `path` is one of the checkout or of the package, with or without its suffix."""
    places = (ROOT / path, PACKAGE / path, PACKAGE / f"{path}.py")
    return any(place.exists() for place in places)


@pytest.mark.parametrize(("question", "path"), list(answers()))
def test_the_file_that_answers_a_question_is_there(question: str, path: str) -> None:
    assert is_there(path), question


@pytest.mark.parametrize("path", list(folders()))
def test_the_tree_is_drawn_as_it_is(path: str) -> None:
    assert (ROOT / path).exists()


def test_no_folder_is_missing_from_the_drawn_tree() -> None:
    drawn = {path.rstrip("/") for path in folders()}

    there = [
        path
        for parent in (PACKAGE, PACKAGE / "coach")
        for path in parent.iterdir()
        if path.is_dir() and (path / "__init__.py").exists()
    ]
    assert len(there) > 10
    assert [path.name for path in there if str(path.relative_to(ROOT)) not in drawn] == []


def test_every_path_in_the_text_is_there() -> None:
    paths = set(named())

    assert len(paths) > 30
    assert sorted(path for path in paths if not is_there(path)) == []
