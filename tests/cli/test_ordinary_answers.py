"""Ordinary answers, as typed before any help was read, are understood where they are asked."""

import pytest

from cli.running import Hinge

pytestmark = pytest.mark.usefixtures("terminal")

SETUP = ("units", "days", "goal", "equipment", "bells", "limits", "mass", "lifted", "sixty", "pain")
"""The questions of setup, in their order; the two about readiness follow."""


def setup(hinge: Hinge, **answers: str) -> str:
    """Answer some questions of setup, the others by Enter; return what is known then."""
    answers = {"equipment": "kettlebell"} | answers
    typed = "".join(f"{answers.get(question, '')}\n" for question in SETUP)
    answer = hinge("setup", typed=f"{typed}{answers.get('readiness', '')}\n\n")
    assert answer.code == 0
    assert "write" not in answer.err.lower()
    return hinge("setup", "--show", "--plain").out


@pytest.mark.parametrize(
    ("question", "typed", "shown"),
    [
        ("equipment", "broomstick", "Equipment: a dowel, PVC pipe or broomstick."),
        ("equipment", "a broom", "Equipment: a dowel, PVC pipe or broomstick."),
        ("equipment", "2 dumbbells", "Equipment: dumbbells."),
        ("equipment", "2 3", "Equipment: a dowel, PVC pipe or broomstick, kettlebells."),
        ("equipment", "all", "blocks or a rack with pins."),
        ("equipment", "none", "Equipment: none."),
        ("equipment", "barbell and plates up to 140", "Equipment: a barbell with plates."),
        ("equipment", "the gym", "blocks or a rack with pins."),
        ("bells", "8 kg", "Bells: 8 kg."),
        ("bells", "8 and 12", "Bells: 8 kg, 12 kg."),
        ("days", "mon and wed", "Training days: Monday, Wednesday."),
        ("days", "Monday, Wednesday and Friday.", "Training days: Monday, Wednesday, Friday."),
        ("limits", "lower back", "Limits: low back."),
        ("limits", "my left knee", "Limits: knee."),
        ("limits", "Nope", "Limits: none."),
        ("goal", "muscle", "Goal: hypertrophy."),
        ("goal", "get stronger", "Goal: strength."),
        ("goal", "jumps", "Goal: athletic."),
        ("goal", "speed and jumps", "Goal: athletic."),
        ("units", "pounds", "Units: lb."),
        ("mass", "80 kilos", "Body mass: 80 kg."),
        ("lifted", "a little", "Experience: some."),
        ("sixty", "yes", "Sixty or over: yes."),
        ("sixty", "nah", "Sixty or over: no."),
        ("pain", "none", "Usual pain: 0."),
        ("readiness", "yeah", "Readiness: no session before a professional's yes."),
    ],
)
def test_setup_understands(hinge: Hinge, question: str, typed: str, shown: str) -> None:
    assert shown in setup(hinge, **{question: typed})


@pytest.mark.parametrize(
    ("typed", "sets"),
    [
        ("9 of 10", [(9, 10)]),
        ("9/10", [(9, 10)]),
        ("9", [(9, 9)]),
        ("3 sets of 10", [(10, 10)] * 3),
        ("3 × 10", [(10, 10)] * 3),
        ("all", [(10, 10)] * 3),
        ("Yes.", [(10, 10)] * 3),
        ("10 wall hinges", [(10, 10)]),
    ],
)
def test_what_was_done_is_understood(hinge: Hinge, typed: str, sets: list[tuple[int, int]]) -> None:
    answer = hinge("log", typed=f"{typed}\n\n\n\n")

    (session,) = hinge("history", "--json").json["sessions"]
    assert [(done["clean"], done["reps"]) for done in session["sets"]] == sets
    assert "rite" not in answer.err


@pytest.mark.parametrize(
    ("typed", "pain"),
    [
        ("none", (0, None)),
        ("2 back", (2, "low-back")),
        ("3 in my left knee", (3, "knee")),
        ("lower back, 2/10", (2, "low-back")),
    ],
)
def test_a_pain_and_its_place_are_understood(
    hinge: Hinge, typed: str, pain: tuple[int, str | None]
) -> None:
    hinge("log", typed=f"wall 10\n{typed}\n\n\n")

    (session,) = hinge("history", "--json").json["sessions"]
    assert (session["pain"]["score"], session["pain"]["where"]) == pain


@pytest.mark.parametrize(("typed", "effort"), [("hard", 8), ("pretty hard", 7), ("Easy.", 3)])
def test_an_effort_in_words_is_told_back_as_a_number(hinge: Hinge, typed: str, effort: int) -> None:
    answer = hinge("log", typed=f"wall 10\n\n{typed}\n\n")

    assert f"effort {effort}" in answer.out
    assert hinge("history", "--json").json["sessions"][0]["effort"] == effort


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("days", "whenever"),
        ("equipment", "a spaceship"),
        ("bells", "heavy"),
        ("limits", "shoulder"),
        ("goal", "world peace"),
        ("sixty", "perhaps"),
        ("mass", "too much"),
    ],
)
def test_a_refusal_says_what_is_understood_and_names_no_flag(
    hinge: Hinge, question: str, typed: str
) -> None:
    answers = {"equipment": "kettlebell", question: typed}
    lines: list[str] = []
    for name in SETUP:
        lines += [answers.get(name, ""), *([""] if name == question else [])]
    answer = hinge("setup", typed="\n".join([*lines, "", ""]) + "\n")

    assert typed.split()[-1] in answer.err
    assert "rite" in answer.err or "mean" in answer.err
    refusal = next(line for line in answer.err.splitlines() if typed.split()[-1] in line)
    assert "--" not in refusal


@pytest.mark.parametrize("typed", ["my back hurts", "a bit in the low back"])
def test_a_pain_without_a_number_is_asked_how_much(hinge: Hinge, typed: str) -> None:
    answer = hinge("log", typed=f"wall 10\n{typed}\n3 low back\n\n\n")

    assert "How much, from 0 to 10? For example 3 low back." in answer.err
    assert "write" not in answer.err
    (session,) = hinge("history", "--json").json["sessions"]
    assert (session["pain"]["score"], session["pain"]["where"]) == (3, "low-back")


def test_a_little_sore_is_told_what_counts(hinge: Hinge) -> None:
    answer = hinge("today", typed="n\na little sore\nn\nn\n")

    assert "An ordinary stiff or sore back: no." in answer.err
    assert "rite" not in answer.err


@pytest.mark.parametrize(
    ("typed", "said"),
    [("2", "pain 2, this morning"), ("n", "pain 0, this"), ("2 low back", "pain 2, this")],
)
def test_a_morning_alone_is_asked(hinge: Hinge, typed: str, said: str) -> None:
    answer = hinge("morning", typed=f"{typed}\n")

    assert "Pain this morning, 0-10?" in answer.out
    assert said in answer.out
    assert answer.err == ""


def test_a_morning_that_was_before_is_asked_as_that(hinge: Hinge) -> None:
    answer = hinge("morning", "-d", "yesterday", typed="1 3\n")

    assert "Pain that morning, 0-10?" in answer.out
    assert "pain 1, soreness 3, yesterday morning" in answer.out


def test_a_morning_left_open_keeps_nothing(hinge: Hinge) -> None:
    assert "Saved" not in hinge("morning", typed="\n").out


@pytest.mark.parametrize(("typed", "times"), [("2 chest", 1), ("9 chest", 1), ("2", 0)])
def test_a_morning_warns_once_of_a_place_or_a_score(hinge: Hinge, typed: str, times: int) -> None:
    answer = hinge("morning", typed=f"{typed}\n")

    assert (answer.out + answer.err).count("Emergency care now") == times


def test_what_was_noticed_is_said_back(hinge: Hinge) -> None:
    answer = hinge("log", "wall", "3x10", "-m", "rounding")

    assert "noticed: lower back rounds." in " ".join(answer.out.split())


@pytest.mark.parametrize(("typed", "sets"), [("", [10, 10, 10]), ("n", [10, 10, 10]), ("y", [30])])
def test_all_of_todays_reps_as_one_number_are_asked(
    hinge: Hinge, typed: str, sets: list[int]
) -> None:
    answer = hinge("log", "30", typed=f"{typed}\n")

    assert "30 in one go? [y/N: 3 × 10]" in answer.out
    (session,) = hinge("history", "--json").json["sessions"]
    assert [done["reps"] for done in session["sets"]] == sets


@pytest.mark.parametrize(
    "words", [("29",), ("10",), ("wall", "30"), ("30", "-d", "yesterday"), ("30", "--json")]
)
def test_another_number_is_logged_as_it_is(hinge: Hinge, words: tuple[str, ...]) -> None:
    answer = hinge("log", *words)

    assert "in one go" not in answer.out
    assert answer.code == 0


def test_a_weight_told_with_the_kettlebell_is_not_asked_again(hinge: Hinge) -> None:
    answer = hinge(
        "setup", typed="\n\n\na 16 kg kettlebell, 24kg bell and two dumbbells of 10 kg\n"
    )

    assert "Which kettlebells" not in answer.out
    assert "Bells: 16 kg, 24 kg." in hinge("setup", "--show", "--plain").out


def test_a_flag_tells_the_weight_with_the_kettlebell_too(hinge: Hinge) -> None:
    hinge("setup", "--equipment", "16kg kettlebell")
    first = hinge("setup", "--show", "--plain").out
    hinge("setup", "--equipment", "16kg kettlebell", "--bells", "8,12")

    assert "Bells: 16 kg." in first
    assert "Bells: 8 kg, 12 kg." in hinge("setup", "--show", "--plain").out


@pytest.mark.parametrize("typed", ["?", "no idea", "I don't know.", "not sure"])
def test_who_does_not_know_is_told_how_to_go_on(hinge: Hinge, typed: str) -> None:
    answer = hinge("setup", typed=f"\n\n{typed}\nq\n")

    assert "strength (1), muscle (2), or speed and jumps (3). Enter skips, q stops." in answer.err


def test_who_is_not_understood_twice_is_told_how_to_go_on(hinge: Hinge) -> None:
    answer = hinge("setup", typed="\n\nhealth\nbacon\n\nq\n")

    assert answer.err.count("Enter skips, q stops.") == 1
    assert answer.err.index("bacon") < answer.err.index("Enter skips, q stops.")


def test_what_enter_does_is_said_as_it_is(hinge: Hinge) -> None:
    hinge("setup", "--goal", "strength")
    kept = hinge("setup", typed="\n\n?\nq\n")
    dose = hinge("log", typed="?\nq\n")

    assert "Enter keeps it, q stops." in kept.err
    assert "Enter takes 3x10, q stops." in dose.err


def test_a_place_that_changes_no_plan_is_told_so(hinge: Hinge) -> None:
    answer = hinge("setup", typed="\n\n\n\nshoulder\nq\n")

    assert (
        '"shoulder": write low-back, knee or none; pain elsewhere you tell as you log.'
        in answer.err
    )
