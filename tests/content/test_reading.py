"""Each file becomes its value; what cannot be read is told with its file, never a traceback."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hingecli.content import (
    bundled,
    lesson_titles,
    load_cues,
    load_lesson,
    load_mistakes,
    load_page,
    load_protocol,
)
from hingecli.content.check.check import check, load_checked
from hingecli.errors import ProtocolError, UnknownNameError
from systems import needs_named_pipes

Break = Callable[[str, str, str], Path]


def test_the_bundled_protocol_loads() -> None:
    index = load_protocol(bundled())

    assert next(iter(index.rungs)) == "wall-hinge"
    assert len(index.ladder) == 15


def test_every_bundled_file_loads() -> None:
    index = load_protocol(bundled())

    assert [load_page(bundled(), drill).id for drill in index.rungs] == list(index.rungs)
    assert len(load_mistakes(bundled()).mistakes) == 9
    assert load_cues(bundled()).elements
    assert len(lesson_titles(bundled(), index)) == 15


def test_another_protocol_loads_from_its_folder(tiny: Path) -> None:
    index = load_protocol(tiny)

    assert list(index.rungs) == ["bow", "stick-bow", "bell-bow"]
    assert lesson_titles(tiny, index) == (
        ("first", "The first lesson"),
        ("second", "The second lesson"),
    )


def test_another_protocol_is_checked_in_full_before_it_is_used(broken: Break) -> None:
    root = broken("drills/bow.toml", 'cues = ["Touch the wall."]', "cues = []")

    with pytest.raises(ProtocolError) as caught:
        load_checked(root)

    assert caught.value.problems == ("drills/bow.toml: cues: needs at least one entry",)


def test_all_problems_of_all_files_come_together(broken: Break) -> None:
    broken("drills/bow.toml", 'cues = ["Touch the wall."]', "cues = [1, 2]")
    broken("mistakes.toml", 'group = "also"', 'group = "others"')
    broken("protocol.toml", "reps = [10, 15]", 'reps = ["ten", 15]')
    root = broken("protocol.toml", 'title = "Three drills"\n', "")
    (root / "lessons" / "first.md").unlink()
    (root / "drills" / "extra.toml").write_text('id = "extra"\n')

    problems = check(root)

    assert "protocol.toml: title: missing" in problems
    assert (
        "protocol.toml: rules.unloaded-dose.reps[0]: expected a whole number, got a string"
        in problems
    )
    assert 'mistakes.toml: mistakes[1 squat].group: "others" is none of: table, also' in problems
    assert "drills/bow.toml: cues[0]: expected a string, got a number" in problems
    assert "drills/bow.toml: cues[1]: expected a string, got a number" in problems
    assert "drills/extra.toml: summary: missing" in problems
    assert "drills/extra.toml: is not on the ladder" in problems
    assert "lessons/first.md: the file is missing" in problems


def test_a_page_tells_all_of_its_problems(broken: Break) -> None:
    broken("drills/bow.toml", 'dose = "3 sets of 10-15."\n', "")
    root = broken("drills/bow.toml", "summary", "summery")

    with pytest.raises(ProtocolError) as caught:
        load_page(root, "bow")

    assert caught.value.problems == (
        "drills/bow.toml: summery: unknown key; did you mean summary?",
        "drills/bow.toml: summary: missing",
        "drills/bow.toml: dose: missing",
    )


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"\xff\xfe", "mistakes.toml: not UTF-8 text, at byte 0"),
        (b"a = [", "mistakes.toml: not valid TOML: line 1: the [ that opens there is never closed"),
        (b"a = 1\na = 2", "mistakes.toml: not valid TOML: line 2: a is set further up already"),
        (b"a = " + b"[" * 5000, "mistakes.toml: not valid TOML: line 1: nested too deeply"),
        (b"a = " + b"9" * 5000, "mistakes.toml: not valid TOML: line 1: a number has too many"),
        (b"#" * 1_000_001, "mistakes.toml: larger than 1,000,000 bytes"),
        (b"", "mistakes.toml: mistakes: missing"),
    ],
    ids=["bytes", "syntax", "twice", "deep", "huge number", "huge file", "empty"],
)
def test_a_file_that_is_no_table_is_told(tiny: Path, raw: bytes, problem: str) -> None:
    (tiny / "mistakes.toml").write_bytes(raw)

    (found, *others) = check(tiny)

    assert found.startswith(problem)
    assert others == []
    with pytest.raises(ProtocolError, match="mistakes"):
        load_mistakes(tiny)


def test_a_broken_protocol_file_does_not_blame_the_others(tiny: Path) -> None:
    (tiny / "protocol.toml").write_text("a = [")

    problems = check(tiny)

    assert len(problems) == 1
    assert problems[0].startswith("protocol.toml: not valid TOML")


def test_a_missing_file_is_told(tiny: Path) -> None:
    (tiny / "cues.toml").unlink()
    (tiny / "drills" / "bow.toml").unlink()

    assert check(tiny) == (
        "cues.toml: the file is missing",
        "drills/bow.toml: the file is missing",
    )


def test_a_folder_in_a_files_place_is_told(tiny: Path) -> None:
    (tiny / "cues.toml").unlink()
    (tiny / "cues.toml").mkdir()

    assert check(tiny) == ("cues.toml: cannot be read: Is a directory",)


def test_missing_folders_are_told_file_by_file(tiny: Path) -> None:
    shutil.rmtree(tiny / "drills")

    assert check(tiny) == (
        "drills/bell-bow.toml: the file is missing",
        "drills/bow.toml: the file is missing",
        "drills/stick-bow.toml: the file is missing",
    )


def test_no_folder_is_one_problem(tmp_path: Path) -> None:
    (problem,) = check(tmp_path / "nowhere")

    assert problem.endswith("nowhere: there is no such folder.")


def test_escape_codes_of_a_protocol_are_shown_not_obeyed(broken: Break) -> None:
    root = broken("drills/bow.toml", "summary =", '"\\u001b[31m" = 1\nsummary =')

    assert check(root) == (r"drills/bow.toml: \x1b[31m: unknown key",)


@pytest.mark.parametrize("word", ["first", "fir", "First"])
def test_a_lesson_is_found_by_its_name_or_its_beginning(tiny: Path, word: str) -> None:
    lesson = load_lesson(tiny, load_protocol(tiny), word)

    assert (lesson.id, lesson.title, lesson.text) == ("first", "The first lesson", "Bow well.\n")


def test_an_unknown_lesson_is_told_with_the_nearest(tiny: Path) -> None:
    with pytest.raises(UnknownNameError, match=r'"frist". Did you mean first\?'):
        load_lesson(tiny, load_protocol(tiny), "frist")


@needs_named_pipes
@pytest.mark.parametrize(
    "name", ["protocol.toml", "mistakes.toml", "drills/bow.toml", "lessons/first.md"]
)
def test_a_pipe_in_place_of_a_file_is_refused_at_once(tiny: Path, name: str) -> None:
    (tiny / name).unlink()
    os.mkfifo(tiny / name)

    assert f"{name}: not a file, so it is not read" in check(tiny)


@pytest.mark.parametrize("line", ["{}b = 1", "[{}b]", "x = {{ {}b = 1 }}", "[[{}b]]"])
def test_a_key_of_thousands_of_parts_is_refused_at_once(tiny: Path, line: str) -> None:
    path = tiny / "protocol.toml"
    text = path.read_text("utf-8")
    path.write_text(f"{text}\n{line.format('a.' * 20_000)}\n", "utf-8")

    (problem,) = check(tiny)

    assert problem.endswith("nested too deeply")


def test_dots_in_a_text_are_no_key(tiny: Path) -> None:
    path = tiny / "cues.toml"
    text = path.read_text("utf-8").replace('cue = "', f'cue = "{"." * 500}', 1)
    path.write_text(f"{text}\n# {'.' * 500}\n", "utf-8")

    assert check(tiny) == ()
