"""`hinge protocol`: what an author of protocols types."""

import shutil
from pathlib import Path

import pytest

from cli.running import Hinge

TINY = Path(__file__).parents[1] / "protocols" / "tiny"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The tiny protocol with two problems in two files."""
    root = Path(shutil.copytree(TINY, tmp_path / "broken"))
    page = root / "drills" / "bow.toml"
    page.write_text(
        page.read_text("utf-8").replace('cues = ["Touch the wall."]', "cues = []"), "utf-8"
    )
    (root / "lessons" / "first.md").unlink()
    return root


def test_check_says_in_one_line_that_all_is_well(hinge: Hinge) -> None:
    answer = hinge("protocol", "check")

    assert answer.code == 0
    assert answer.out == "15 drills, 9 mistakes, 15 lessons: no problems\n"


def test_check_takes_a_folder(hinge: Hinge) -> None:
    answer = hinge("protocol", "check", str(TINY))

    assert answer.out == "3 drills, 2 mistakes, 2 lessons: no problems\n"


@pytest.mark.parametrize("before", [True, False])
def test_check_takes_the_protocol_in_use(hinge: Hinge, before: bool) -> None:
    option, verb = ("--protocol", str(TINY)), ("protocol", "check")

    answer = hinge(*option, *verb) if before else hinge(*verb, *option)

    assert answer.out == "3 drills, 2 mistakes, 2 lessons: no problems\n"


def test_check_tells_every_problem_and_ends_with_2(hinge: Hinge, broken: Path) -> None:
    answer = hinge("protocol", "check", str(broken))

    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.splitlines() == [
        "drills/bow.toml: cues: needs at least one entry",
        "lessons/first.md: the file is missing",
        f"hinge: 2 problems in {broken}. Mend the lines above, then check again.",
    ]


def test_check_tells_of_a_folder_that_is_not_there(hinge: Hinge, tmp_path: Path) -> None:
    answer = hinge("protocol", "check", str(tmp_path / "nowhere"))

    assert answer.code == 2
    assert "nowhere: there is no such folder" in answer.err
    assert "hinge: 1 problem in" in answer.err


@pytest.mark.parametrize("command", ["today", "progress", "learn", "plan"])
def test_no_command_runs_on_a_broken_protocol(hinge: Hinge, broken: Path, command: str) -> None:
    answer = hinge(command, "--protocol", str(broken))

    assert answer.code == 2
    assert answer.out == ""
    assert "drills/bow.toml: cues: needs at least one entry" in answer.err
    assert "lessons/first.md: the file is missing" in answer.err


def test_a_broken_table_of_mistakes_is_told_with_all_its_problems(
    hinge: Hinge, broken: Path
) -> None:
    (broken / "mistakes.toml").write_text("[[mistakes]]\nid = 3\ncue = 'x'\n")

    answer = hinge("mistakes", "--protocol", str(broken))

    assert answer.code == 2
    assert "mistakes.toml: mistakes[0].id: expected a string, got a number" in answer.err
    assert "mistakes.toml: mistakes[0].name: missing" in answer.err


def test_a_log_is_kept_on_another_protocol(hinge: Hinge) -> None:
    hinge("log", "bow", "20", "--protocol", str(TINY))

    progress = hinge("progress", "--json", "--protocol", str(TINY)).json

    assert [(drill["id"], drill["status"]) for drill in progress["drills"]] == [
        ("bow", "open"),
        ("stick-bow", "open"),
        ("bell-bow", "next"),
    ]


@pytest.mark.parametrize("plain", [True, False])
def test_show_prints_the_ladder_with_sources(hinge: Hinge, plain: bool) -> None:
    answer = hinge("protocol", "show", str(TINY), *(["--plain"] if plain else []))

    assert answer.code == 0
    assert "Stick bow" in answer.out
    assert "20 bows in a row" in answer.out
    assert "coach D" in answer.out
    assert "D2 test" in answer.out


@pytest.mark.parametrize(
    "part",
    [
        "protocol",
        "drill",
        "mistakes",
        "cues",
        "figure",
        "comparison",
        "film",
        "logger",
        "exercises",
    ],
)
def test_schema_describes_each_kind_of_file(hinge: Hinge, part: str) -> None:
    schema = hinge("protocol", "schema", part).json

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    name = schema["$ref"].removeprefix("#/$defs/")
    assert schema["$defs"][name]["additionalProperties"] is False


def test_schema_takes_decimals_for_numbers_as_toml_does(hinge: Hinge) -> None:
    schema = hinge("protocol", "schema").json

    of_the_wall = schema["$defs"]["WallDistance"]["properties"]
    assert of_the_wall["most_cm"] == {"type": "number"}
    assert of_the_wall["step_cm"] == {"type": "number", "exclusiveMinimum": 0}


@pytest.mark.parametrize(
    ("part", "table", "field", "bounds"),
    [
        ("protocol", "UnloadedDose", "sets", {"exclusiveMinimum": 0}),
        ("protocol", "UnloadedDose", "up_at", {"minimum": 0, "maximum": 100}),
        ("protocol", "CleanDays", "share", {"minimum": 1, "maximum": 100}),
        ("protocol", "CleanDays", "sets", {"minimum": 1, "maximum": 50}),
        ("protocol", "PlanWeek", "week", {"minimum": 1, "maximum": 52}),
        ("protocol", "Protocol", "ladder", {"minItems": 1}),
        ("drill", "DrillPage", "cues", {"minItems": 1}),
        ("mistakes", "Mistakes", "mistakes", {"minItems": 1}),
    ],
)
def test_schema_shows_the_bounds_of_a_value(
    hinge: Hinge, part: str, table: str, field: str, bounds: dict[str, int]
) -> None:
    schema = hinge("protocol", "schema", part).json

    shown = schema["$defs"][table]["properties"][field]
    assert {key: shown.get(key) for key in bounds} == bounds


def test_an_unknown_part_is_told_with_those_there_are(hinge: Hinge) -> None:
    answer = hinge("protocol", "schema", "lesson")

    assert answer.code == 2
    assert "protocol" in answer.error
    assert "drill" in answer.error
