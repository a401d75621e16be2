"""Which drill a name means: plurals, gear wherever it stands, words that say the same."""

import pytest

from hingecli.errors import UsageError
from hingecli.store.imports.exercises import read_names
from store.tables import finder


@pytest.mark.parametrize(
    ("name", "drill"),
    [
        ("Deadlift", "barbell-deadlift"),
        ("Deadlifts", "barbell-deadlift"),
        ("Deadlift (Barbell)", "barbell-deadlift"),
        ("Barbell Deadlift", "barbell-deadlift"),
        ("Deadlift, Barbell", "barbell-deadlift"),
        ("Deadlift - Barbell", "barbell-deadlift"),
        ("Conventional Deadlift", "barbell-deadlift"),
        ("Kettlebell Deadlift", "kettlebell-deadlift"),
        ("KB Deadlifts", "kettlebell-deadlift"),
        ("Deadlift [Kettlebell]", "kettlebell-deadlift"),
        ("Deadlift (Dumbbell)", "kettlebell-deadlift"),
        ("Deadlift (Trap bar)", "trap-bar-deadlift"),
        ("Hex Bar Deadlift", "trap-bar-deadlift"),
        ("romanian deadlift", "romanian-deadlift"),
        ("RDLs", "romanian-deadlift"),
        ("Romanian Deadlift (RDL)", "romanian-deadlift"),
        ("Dumbbell Romanian Deadlift", "romanian-deadlift"),
        ("Single-Leg RDL", "single-leg-rdl"),
        ("Single Leg Romanian Deadlift (Dumbbell)", "single-leg-rdl"),
        ("Kettlebell Single Leg Deadlift", "single-leg-rdl"),
        ("One-Legged Deadlift", "single-leg-rdl"),
        ("Kettlebell Swings", "kettlebell-swing"),
        ("Russian Kettlebell Swing (Two Handed)", "kettlebell-swing"),
        ("American Kettlebell Swing", "american-swing"),
        ("Good Mornings", "good-morning"),
        ("Good Morning (Barbell)", "good-morning"),
        ("Rack Pull (Barbell)", "block-pull"),
        ("Deficit Deadlift", "deficit-deadlift"),
        ("Deadlift (Deficit)", "deficit-deadlift"),
        ("Cable Pull Through", "cable-pull-through"),
        ("Standing Long Jump", "broad-jump"),
        ("Sumo Deadlift", "sumo-deadlift"),
        ("sumo-deadlift", "sumo-deadlift"),
        ("Dowel Hip Hinge", "dowel-hinge"),
        ("Kreuzheben (Langhantel)", "barbell-deadlift"),
        ("Rumänisches Kreuzheben mit Kurzhanteln", "romanian-deadlift"),
        ("Einbeiniges rumänisches Kreuzheben", "single-leg-rdl"),
        ("Soulevé de terre roumain à la barre", "romanian-deadlift"),
        ("Peso muerto rumano (Mancuernas)", "romanian-deadlift"),
        ("Stacco da terra con bilanciere", "barbell-deadlift"),
    ],
)
def test_a_name_means_a_drill(name: str, drill: str) -> None:
    assert finder().find(name) == drill


@pytest.mark.parametrize(
    "name",
    [
        "Bench Press (Barbell)",
        "Plank",
        "Deadlift (Band)",
        "Deadlift (Smith Machine)",
        "Stiff Leg Deadlift (Barbell)",
        "Deadlift High Pull",
        "Kettlebell Clean",
        "Hip Thrust",
        "Back Extension",
        "Sumo DL",
        "",
        "()",
    ],
)
def test_what_is_another_movement_means_none(name: str) -> None:
    assert finder().find(name) is None


@pytest.mark.parametrize(
    ("name", "drill"),
    [
        ("Sumo DL", "sumo-deadlift"),
        ("Goood Morning", "good-morning"),
        ("Kettlebel Swing", "kettlebell-swing"),
        ("Bench Press", None),
        ("Plank", None),
        ("Running", None),
        ("Lat Pulldown (Cable)", None),
    ],
)
def test_the_nearest_drill_is_named_where_one_is_near(name: str, drill: str | None) -> None:
    assert finder().nearest(name) == drill


def test_names_for_one_import_come_first_and_may_hold_commas() -> None:
    added = read_names(["Sumo DL=sumo-deadlift, Deadlift, Heavy=block-pull", "x = gm"])

    assert added == {"Sumo DL": "sumo-deadlift", "Deadlift, Heavy": "block-pull", "x": "gm"}
    assert finder(added=added).find("sumo dl") == "sumo-deadlift"
    assert finder(added=added).find("Deadlift Heavy") == "block-pull"


@pytest.mark.parametrize("word", ["Sumo", "=sumo-deadlift", "Sumo=", "a=b=c"])
def test_names_that_are_no_pairs_are_a_usage_error(word: str) -> None:
    with pytest.raises(UsageError, match="--names"):
        read_names([word])
