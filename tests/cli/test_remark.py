"""Words behind the sets that tell none are answered with how to write them; none is guessed."""

import pytest

from cli.running import Hinge


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("3x10 felt good", "hinge log 3x10 -n 'felt good'"),
        ("wall 3x10, felt bad", "hinge log wall 3x10 -n 'felt bad'"),
        ("wall 3x10 — felt good", "hinge log wall 3x10 -n 'felt good'"),
        ("3x10 tired", "hinge log 3x10 -n tired"),
        ("dowel 10, kb 3x10 @16kg, in the garden", "kb 3x10 @16kg -n 'in the garden'"),
        ("3x10 (with the kids)", "hinge log 3x10 -n 'with the kids'"),
        ("3x10 # für mich", "hinge log 3x10 -n 'für mich'"),
        ("3x10 👍", "hinge log 3x10 -n '👍'"),
        ("3x10 but tired", "hinge log 3x10 -n 'but tired'"),
        ("3x10 perfect weather", "hinge log 3x10 -n 'perfect weather'"),
        ("3x10 easy", "hinge log 3x10 --effort easy"),
        ("3x10 hard!", "hinge log 3x10 --effort 'hard!'"),
        ("3x10 and again", "hinge log 3x10 -n 'and again'"),
        ("10 10 8 tired", "hinge log 10 10 8 -n tired"),
        ("wall 3x10 rounding twice", "hinge log wall 3x10 -m 'rounding twice'"),
    ],
)
def test_a_remark_is_answered_with_the_line_that_keeps_it(
    hinge: Hinge, typed: str, line: str
) -> None:
    answer = hinge("log", *typed.split())

    assert answer.code == 2
    assert answer.error.endswith(line)
    assert "No sessions" in hinge("history").out


@pytest.mark.parametrize(
    "words",
    [("3x10", "tired", "--pain", "1"), ("3x10", "felt", "good", "--pain", "1")],
)
def test_beside_other_options_only_the_note_is_written_out(
    hinge: Hinge, words: tuple[str, ...]
) -> None:
    said = " ".join(words[1:-2])
    note = f"'{said}'" if " " in said else said

    assert hinge("log", *words).error.endswith(f"To keep it as a note, write -n {note}")


def test_an_edit_is_answered_with_the_note_alone(hinge: Hinge) -> None:
    hinge("log", "3x10")

    assert hinge("edit", "last", "3x9", "tired").error.endswith("write -n tired")


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("3x10 walll", "Did you mean wall-hinge?"),
        ("3x10 with 2 bad", "in which set"),
        ("3x10 sloppy", "how many were clean"),
        ("3x10 slept badly, back stiff", "say how much, 0-10: pain 3 in the low back. To keep"),
        ("3x10 knee hurt", "say how much, 0-10: pain 3 in the knee. To keep it as a note, write"),
        ("3x10 back", "If it hurts there, say how much"),
        ("3x10 with", '"with" is not a set'),
        ("3x10 30 total", 'no drill is called "total"'),
        ("3x10 two times", '"times" is not a set'),
        ("3x10 and 2 more", 'no drill is called "more"'),
        ("3x10 7/10 effort", "effort"),
        ("3x10 mostly clean", "how many were clean"),
        ("3x10 failed twice", "how many were clean"),
        ("tired", 'no drill is called "tired"'),
    ],
)
def test_what_may_be_more_than_a_remark_is_asked_back(hinge: Hinge, typed: str, part: str) -> None:
    answer = hinge("log", *typed.split())

    assert part in answer.error
    assert "-n tired" not in answer.error


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("3x10 note felt good", "felt good"),
        ("3x10, note: the wall was cold, pain was nowhere", "the wall was cold, pain was nowhere"),
        ("3x10 pain 2 in the knee, note of 2 sets", "of 2 sets"),
    ],
)
def test_what_stands_behind_the_word_note_is_one(hinge: Hinge, typed: str, note: str) -> None:
    session = hinge("log", *typed.split(), "--json").json["session"]

    assert session["note"] == note
    assert [record["reps"] for record in session["sets"]] == [10, 10, 10]


def test_a_note_told_twice_is_refused(hinge: Hinge) -> None:
    assert "note is told twice" in hinge("log", "3x10", "note", "one", "-n", "two").error


@pytest.mark.parametrize(
    "typed", ["no pain at all", "0 pain", "zero pain", "without pain", "without any pain"]
)
def test_no_pain_in_other_words_is_none(hinge: Hinge, typed: str) -> None:
    session = hinge("log", "3x10", *typed.split(), "--json").json["session"]

    assert session["pain"]["score"] == 0


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("3x10 felt good", "3x10 note felt good"),
        ("3x10 tired", "3x10 note tired"),
        ("3x10 easy", "3x10 effort easy"),
        ("3x10 rounding twice", "3x10 noticed rounding twice"),
    ],
)
def test_to_a_question_a_remark_is_answered_with_what_it_understands(
    hinge: Hinge, typed: str, line: str
) -> None:
    refused = hinge("log", typed=f"{typed}\nq\n")
    taken = hinge("log", typed=f"{line}\nq\n")

    assert f"write {line}" in " ".join(refused.err.split())
    assert "Saved: wall hinge 3 × 10 (30 clean)" in taken.out
