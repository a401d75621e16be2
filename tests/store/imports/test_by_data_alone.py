"""A logger that nobody wrote a line of code for: a table is all that it takes."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from hingecli.content import bundled
from hingecli.content.check.check import check
from hingecli.content.loggers import load_loggers
from hingecli.errors import ProtocolError
from store.tables import preview, sessions, table

VERIFIT = """\
name = "Verifit"
source = "The heading that a converter of its users writes."
heading = ["Date", "Exercise", "Category", "Weight (kg)", "Reps", "Comment"]

[fields]
date = ["Date"]
drill = ["Exercise"]
reps = ["Reps"]
load = ["Weight (kg)"]
notes = ["Comment"]
"""
ATG = """\
name = "ATG"
source = "The heading of its export, as an importer tests it."
heading = ["workout_type", "exercise", "date", "repetitions", "resistance", "resistance_unit"]
skip = [{ column = "workout_type", values = ["Cardio"] }]

[fields]
date = ["date"]
drill = ["exercise"]
reps = ["repetitions"]
load = ["resistance"]
unit = ["resistance_unit"]
notes = ["note"]
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of what is taught, with room for two loggers more."""
    folder = tmp_path / "data"
    shutil.copytree(str(bundled()), folder)
    (folder / "imports" / "verifit.toml").write_text(VERIFIT, "utf-8")
    (folder / "imports" / "atg.toml").write_text(ATG, "utf-8")
    return folder


def test_two_loggers_are_read_by_a_table_each(data: Path) -> None:
    loggers = load_loggers(data)

    first = table(
        b"Date,Exercise,Category,Weight (kg),Reps,Comment\n2026-01-05,Rack Pulls,Back,90,4,ok\n",
        loggers=loggers,
    )
    second = table(
        b"workout_type,exercise,date,repetitions,resistance,resistance_unit,note\n"
        b"Strength Training,Good Mornings,2026-01-05,10,45,lbs,\n"
        b"Strength Training,ATG Split Squat,2026-01-05,5,0,lbs,\n"
        b"Cardio,Sled,2026-01-05,1,0,lbs,\n",
        loggers=loggers,
    )

    assert check(data) == ()
    assert (first.format, second.format) == ("Verifit", "ATG")
    assert [s.body.sets[0].drill for s in sessions(first)] == ["block-pull"]
    assert [s.body.note for s in sessions(first)] == ["ok"]
    assert [(s.day, s.body.sets[0].unit) for s in sessions(second)] == [(date(2026, 1, 5), "lb")]
    assert preview(second).left_out[0].name == "ATG Split Squat"


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("atg", 'date = ["date"]', "", "imports/atg.toml: fields: at or date is needed"),
        ("atg", 'drill = ["exercise"]', "", "imports/atg.toml: fields: drill is needed"),
        ("atg", 'reps = ["repetitions"]', "", "imports/atg.toml: fields: reps is needed"),
        ("atg", 'date = ["date"]', 'dat = ["date"]', "dat: unknown key"),
        ("verifit", 'name = "Verifit"', 'name = "Verifit"\nzone = "mars"', "zone"),
        ("verifit", 'heading = ["Date", "Exercise",', 'headings = ["Date", "Exercise",', "heading"),
        ("stronglifts", "Set # (Reps)", "Set 1 (Reps)", "unfold.reps: no # in it"),
        ("exercises", 'drill = "good-morning"', 'drill = "gm"', 'no drill has the id "gm"'),
        ("exercises", 'gear = ["trap-bar"]', 'gear = ["trap"]', '"trap" is none of'),
        ("exercises", '["nov"], ', "", "months: 11 instead of 12"),
    ],
)
def test_a_table_that_does_not_fit_is_named_with_its_key(
    data: Path, file: str, old: str, new: str, problem: str
) -> None:
    path = data / "imports" / f"{file}.toml"
    text = path.read_text("utf-8")
    assert old in text

    path.write_text(text.replace(old, new), "utf-8")

    assert any(problem in found for found in check(data)), check(data)


def test_a_protocol_without_loggers_knows_those_that_come_with_hinge(data: Path) -> None:
    shutil.rmtree(data / "imports")

    assert load_loggers(data) == load_loggers(bundled())
    assert check(data) == ()


def test_words_that_are_missing_are_a_problem_of_the_protocol(data: Path) -> None:
    (data / "imports" / "exercises.toml").unlink()

    assert check(data) == ("imports/exercises.toml: the file is missing",)
    with pytest.raises(ProtocolError):
        load_loggers(data)
