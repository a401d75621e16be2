"""Words that stand unquoted behind an option are its own, never sets that nobody did."""

import pytest

from cli.running import Hinge


def _sets(hinge: Hinge) -> list[int]:
    sessions = hinge("history", "--json").json["sessions"]
    return [record["reps"] for session in sessions for record in session["sets"]]


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("3x10 -n felt good", "felt good"),
        ("3x10 -n felt good today", "felt good today"),
        ("3x10 --note my back hurt a bit", "my back hurt a bit"),
        ("3x10 --note=felt good", "felt good"),
        ("3x10 -n the wall felt close --effort 5", "the wall felt close"),
        ("-n felt great 3x10", "felt great"),
        ("-n felt good wall 3x10", "felt good"),
        ("3x10 -n x", "x"),
        ("3x10 -n -5", "-5"),
    ],
)
def test_a_note_is_all_its_words(hinge: Hinge, words: str, note: str) -> None:
    session = hinge("log", *words.split(), "--json").json["session"]

    assert session["note"] == note
    assert _sets(hinge) == [10, 10, 10]


@pytest.mark.parametrize(
    "words",
    [
        "3x10 -n felt good, 10 times",
        "3x10 -n felt good, pain 3",
        "-n felt good 10 10 10",
        "-n felt great wal 3x10",
    ],
)
def test_a_note_that_may_go_on_with_sets_is_asked_for_in_quotes(hinge: Hinge, words: str) -> None:
    answer = hinge("log", *words.split())

    assert answer.code == 2
    assert "a note of several words stands in quotes: -n 'felt g" in answer.error
    assert _sets(hinge) == []


def test_a_drill_behind_a_note_has_its_sets(hinge: Hinge) -> None:
    session = hinge("log", "wall", "10", "-n", "fine", "dowel", "12", "--json").json["session"]

    assert session["note"] == "fine"
    assert [record["drill"] for record in session["sets"]] == ["wall-hinge", "dowel-hinge"]


def test_a_drill_alone_behind_a_note_is_that_of_the_sets(hinge: Hinge) -> None:
    session = hinge("log", "3x10", "-n", "fine", "dowel", "--json").json["session"]

    assert session["note"] == "fine"
    assert {record["drill"] for record in session["sets"]} == {"dowel-hinge"}


@pytest.mark.parametrize(
    ("words", "score", "where"),
    [
        ("3x10 --pain 3 --where left knee", 3, "knee"),
        ("3x10 --pain 3 left knee", 3, "knee"),
        ("3x10 --pain 3 of 10", 3, None),
        ("--pain 3 --where lower back 3x10", 3, "low-back"),
        ("--pain 3 wall 3x10", 3, None),
        ("--pain 3 three sets of ten", 3, None),
    ],
)
def test_a_pain_is_all_its_words(hinge: Hinge, words: str, score: int, where: str | None) -> None:
    session = hinge("log", *words.split(), "--json").json["session"]

    assert (session["pain"]["score"], session["pain"]["where"]) == (score, where)
    assert _sets(hinge) == [10, 10, 10]


def test_the_beginning_of_a_drill_is_no_part_of_an_answer(hinge: Hinge) -> None:
    assert "could be" in hinge("log", "--pain", "2", "kettle", "3x10").error


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("3x10 -m lower back rounding", 1),
        ("3x10 -m lower back rounding 2", 2),
        ("3x10 -m rounding 2", 2),
        ("3x10 -m rounding x2", 2),
        ("3x10 -m rounding 2 times", 2),
        ("3x10 -m rounding three times", 3),
        ("3x10 -m rounding twice", 2),
        ("-m rounding wall 3x10", 1),
    ],
)
def test_a_mistake_is_all_its_words(hinge: Hinge, words: str, count: int) -> None:
    (noticed,) = hinge("log", *words.split(), "--json").json["session"]["mistakes"]

    assert (noticed["mistake"], noticed["count"]) == ("lower-back-rounding", count)
    assert _sets(hinge) == [10, 10, 10]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3x10 -d last friday", "2026-11-20"),
        ("3x10 -d 2 days ago", "2026-11-21"),
        ("-d 20 nov 3x10", "2026-11-20"),
        ("-d yesterday 3x10", "2026-11-22"),
    ],
)
def test_a_day_is_all_its_words(hinge: Hinge, words: str, day: str) -> None:
    assert hinge("log", *words.split(), "--json").json["session"]["date"] == day
    assert _sets(hinge) == [10, 10, 10]


@pytest.mark.parametrize("words", ["3x10 --distance 35 cm", "--distance 35 cm 3x10"])
def test_a_distance_is_all_its_words(hinge: Hinge, words: str) -> None:
    assert "35 cm from the wall" in hinge("log", *words.split()).out
    assert _sets(hinge) == [10, 10, 10]


def test_an_effort_is_all_its_words(hinge: Hinge) -> None:
    answer = hinge("log", "3x10", "--effort", "pretty", "hard", "--json")

    assert answer.json["session"]["effort"] == 7


def test_a_command_without_words_of_its_own_gives_all_to_the_option(hinge: Hinge) -> None:
    assert "Monday, Wednesday, Friday" in hinge("setup", "--days", "mon", "wed", "fri").out
    assert "8 kg, 12 kg" in hinge("setup", "--bells", "8", "12", "--goal", "strength").out
    assert hinge("history", "--since", "last", "week").code == 0


def test_a_reason_is_all_its_words(hinge: Hinge) -> None:
    behind = hinge("unlock", "dowel", "--because", "I", "did", "20", "yesterday", "--plain")
    before = hinge("unlock", "--because", "trained", "dowel", "--plain")

    assert "dowel hinge, because I did 20 yesterday" in behind.out
    assert "dowel hinge" in before.out + before.err


def test_a_pause_ends_in_two_weeks(hinge: Hinge) -> None:
    assert "until Mon 7 Dec" in hinge("pause", "--until", "2", "weeks").out


def test_words_behind_two_hyphens_are_left_alone(hinge: Hinge) -> None:
    assert hinge("log", "-n", "x", "--", "3x10").code == 0
    assert _sets(hinge) == [10, 10, 10]


def test_a_protocol_that_cannot_be_read_is_told_by_the_command(hinge: Hinge) -> None:
    answer = hinge("log", "3x10", "-n", "felt", "good", "--protocol", "nowhere")

    assert answer.code != 0
    assert "nowhere" in answer.error


def test_how_often_a_mistake_came_is_no_set_of_an_edit(hinge: Hinge) -> None:
    hinge("log", "3x10", "--id", "3" * 32)

    assert hinge("edit", "333", "-m", "rounding", "2").code == 0

    (session,) = hinge("history", "--json").json["sessions"]
    assert _sets(hinge) == [10, 10, 10]
    assert [noticed["count"] for noticed in session["mistakes"]] == [2]


@pytest.mark.parametrize("words", ["--note none 3x9", "-n none wall 3x9", "--effort 6 3x9"])
def test_the_id_of_an_edit_is_no_set_before_its_note(hinge: Hinge, words: str) -> None:
    hinge("log", "3x10", "-n", "x", "--id", "3" * 32)

    answer = hinge("edit", "333", *words.split())

    assert answer.code == 0
    assert _sets(hinge) == [9, 9, 9]
