"""`hinge setup` takes one answer or all, by flags or by questions, and shows them."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cli.running import Hinge
from hingecli.cli.setup.row import SetupRow
from hingecli.cli.setup.table import ROWS
from hingecli.coach.log.events import Cleared, Profile, ProfileSet, SeenProfessional
from hingecli.store import EventLog

QUESTIONS = 13
"""With a kettlebell and both readiness questions."""


def profile(home: Path) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for event in EventLog(home).read().events:
        if isinstance(event, ProfileSet):
            fields = event.profile.__struct_fields__
            new = {name: getattr(event.profile, name) for name in fields}
            told |= {name: value for name, value in new.items() if value is not None}
    return told


def test_every_flag_is_kept(hinge: Hinge, home: Path) -> None:
    answer = hinge(
        "setup",
        *("--start", "2026-11-16", "--days", "mon,wed,fri", "--goal", "strength"),
        *("--equipment", "kettlebell,dumbbells", "--bells", "8,12,16", "--limits", "knee"),
        *("--units", "kg", "--body-mass", "70", "--experience", "some", "--sixty-plus"),
        *("--usual-pain", "1", "--screen", "clear", "--assist", "good-morning"),
        *("--cleared", "yesterday", "--seen-professional", "-2d", "--plain"),
    )

    events = EventLog(home).read().events
    assert answer.code == 0
    assert [type(event) for event in events] == [ProfileSet, Cleared, SeenProfessional]
    assert [str(event.day) for event in events] == ["2026-11-23", "2026-11-22", "2026-11-21"]
    assert len({event.cmd for event in events}) == 1
    told = profile(home)
    assert str(told["start"]) == "2026-11-16"
    assert told["days"] == ("mon", "wed", "fri")
    assert told["equipment"] == ("kettlebell", "dumbbells")
    assert [str(bell) for bell in told["bells"]] == ["8", "12", "16"]
    assert (told["goal"], told["limits"], told["units"]) == ("strength", ("knee",), "kg")
    assert (told["experience"], told["sixty_plus"], told["usual_pain"]) == ("some", True, 1)
    assert (told["screen"], told["assist"]) == ("clear", ("good-morning",))


def test_one_answer_leaves_the_others(hinge: Hinge, home: Path) -> None:
    hinge("setup", "--goal", "strength", "--days", "mon,thu")

    answer = hinge("setup", "--goal", "athletic", "--plain")

    assert answer.out.startswith("Saved: goal: athletic.")
    assert profile(home) == {"goal": "athletic", "days": ("mon", "thu")}


def test_bells_and_body_mass_are_read_in_ones_own_units(hinge: Hinge, home: Path) -> None:
    hinge("setup", "--units", "lb")
    hinge("setup", "--bells", "35", "--body-mass", "150")

    assert str(profile(home)["bells"][0]) == "15.87573295"
    assert "35 lb" in hinge("setup", "--show", "--plain").out


def test_show_tells_every_answer_with_its_flag(hinge: Hinge) -> None:
    hinge("setup", "--goal", "strength")

    out = hinge("setup", "--show", "--plain").out

    assert "Goal: strength." in out
    for flag in ("--start", "--days", "--equipment", "--bells", "--limits", "--screen"):
        assert flag in out


def test_without_a_terminal_setup_shows_the_answers(hinge: Hinge) -> None:
    assert hinge("setup").out == hinge("setup", "--show").out


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        (("--days", "mon,tue"), 2, "neighbours"),
        (("--goal", "fame"), 2, "speed and jumps"),
        (("--equipment", "spaceship"), 2, "barbell"),
        (("--bells", "heavy"), 2, "8, 12, 16"),
        (("--limits", "elbow"), 2, "low-back"),
        (("--units", "stone"), 2, "kg or lb"),
        (("--body-mass", "7"), 2, "20-400"),
        (("--experience", "much"), 2, "trained"),
        (("--usual-pain", "11"), 2, "0 to 10"),
        (("--usual-pain", "6"), 2, "looked at by a doctor or a physical therapist"),
        (("--usual-pain", "10"), 2, "tell each morning: hinge morning 10"),
        (("--screen", "fine"), 2, "unloaded"),
        (("--cleared", "tomorrow"), 2, "future"),
        (("--seen-professional", "x"), 2, "not a day"),
        (("--seen-professional", "tomorrow"), 2, "future"),
        (("--seen-professional", "2026-11-24"), 2, "future"),
        (("--start", "x"), 2, "not a day"),
        (("--assist", "wall"), 2, "assistance"),
        (("--assist", "wll"), 3, "Did you mean"),
    ],
)
def test_an_answer_without_sense_is_refused_and_nothing_is_kept(
    hinge: Hinge, home: Path, words: tuple[str, ...], code: int, part: str
) -> None:
    answer = hinge("setup", *words, "--sixty-plus")

    assert answer.code == code
    assert part in answer.error
    assert not home.exists()


@pytest.mark.parametrize(("flag", "said"), [("--voice", "yes"), ("--no-voice", "no")])
def test_whether_walks_speak_is_kept_and_shown(hinge: Hinge, flag: str, said: str) -> None:
    answer = hinge("setup", flag, "--plain")

    assert answer.out.startswith(f"Saved: voice: {said}.")
    assert f"Voice: {said}" in hinge("setup", "--show", "--plain").out


def test_a_usual_pain_up_to_red_is_kept(hinge: Hinge, home: Path) -> None:
    assert hinge("setup", "--usual-pain", "5").code == 0
    assert profile(home) == {"usual_pain": 5}


@pytest.mark.usefixtures("terminal")
def test_the_questions_are_asked_in_a_minute_and_kept(hinge: Hinge, home: Path) -> None:
    typed = ["", "mon,tue", "mon,wed,fri", "st", "kettlebells", "8,12", "none", "70", "new"]
    answer = hinge("setup", typed="\n".join([*typed, "n", "0", "n", "n", ""]))

    told = profile(home)
    assert answer.code == 0
    assert answer.out.count("? ") <= QUESTIONS + 1
    assert "neighbours" in answer.err
    assert told["days"] == ("mon", "wed", "fri")
    assert (told["goal"], told["screen"], told["sixty_plus"]) == ("strength", "clear", False)
    assert told["limits"] == ()


PLAIN: dict[str, dict[str, object]] = {
    "kilos": {"units": "kg"},
    "mon and wed": {"days": ("mon", "wed")},
    "muscle": {"goal": "hypertrophy"},
    "2 3": {"equipment": ("dowel", "kettlebell")},
    "8 kg and 12": {"bells": (Decimal(8), Decimal(12))},
    "my knee": {"limits": ("knee",)},
    "70 kilos": {"body_mass_kg": Decimal(70)},
    "1": {"experience": "new"},
    "no": {"sixty_plus": False},
    "none": {"usual_pain": 0},
}


@pytest.mark.usefixtures("terminal")
def test_ordinary_answers_are_taken(hinge: Hinge, home: Path) -> None:
    answer = hinge("setup", typed="\n".join([*PLAIN, "nope", "no", ""]))

    told = profile(home)
    assert answer.err.count("\n") == 2  # the two lines that begin it
    for expected in PLAIN.values():
        assert told.items() >= expected.items()
    assert told["screen"] == "clear"


@pytest.mark.usefixtures("terminal")
def test_no_question_and_no_refusal_names_a_flag(hinge: Hinge) -> None:
    wrong = ["stone", "mon tue", "fame", "spaceship", "heavy", "elbow", "7", "heaps", "?", "11"]
    right = ["kg", "mon", "1", "kettlebell", "8", "none", "70", "3", "y", "0", "n", "n"]
    typed = [answer for pair in zip(wrong, right, strict=False) for answer in pair]

    answer = hinge("setup", typed="\n".join([*typed, *right[len(wrong) :], ""]))

    assert "--" not in answer.out.split("Saved")[0] + answer.err
    assert len(answer.err.split("\n")) > len(wrong)


@pytest.mark.usefixtures("terminal")
def test_who_has_lifted_for_years_with_a_barbell_is_asked_for_the_deadlift(
    hinge: Hinge, home: Path
) -> None:
    hinge("setup", typed="\n\n\nbarbell\n\n\n3\n\n\n\n\n100\n")

    assert profile(home)["deadlift_kg"] == 100


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("end", ["q\n", ""])
def test_leaving_the_questions_keeps_what_was_told(hinge: Hinge, home: Path, end: str) -> None:
    answer = hinge("setup", typed=f"\nmon,thu\n{end}")

    assert answer.code == 0
    assert "what you told so far is kept" in answer.err
    assert profile(home) == {"days": ("mon", "thu")}


@pytest.mark.usefixtures("terminal")
def test_leaving_at_once_keeps_nothing_and_says_so(hinge: Hinge, home: Path) -> None:
    answer = hinge("setup", typed="q\n")

    assert answer.code == 130
    assert "nothing was saved" in answer.err
    assert not home.exists()


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(("answers", "screen"), [("y\n", "stop"), ("n\ny\n", "unloaded")])
def test_the_readiness_questions_name_what_is_held(
    hinge: Hinge, home: Path, answers: str, screen: str
) -> None:
    hinge("setup", typed="\n" * 9 + answers)

    assert profile(home)["screen"] == screen


@pytest.mark.usefixtures("terminal")
def test_skipping_every_question_keeps_nothing(hinge: Hinge, home: Path) -> None:
    answer = hinge("setup", typed="\n" * 20)

    assert answer.code == 0
    assert not home.exists()


def test_the_table_has_each_answer_that_can_be_kept_once() -> None:
    fields = [row.field for row in ROWS]

    assert len(set(fields)) == len(fields)
    assert set(fields) == {*Profile.__struct_fields__, "cleared", "seen_professional"}


@pytest.mark.parametrize("row", ROWS, ids=[row.field for row in ROWS])
def test_what_an_answer_is_changed_with_is_its_own_flag(row: SetupRow) -> None:
    flag = row.change.partition(" ")[0]

    assert flag in row.option.names[-1].split("/")


@pytest.mark.parametrize(("where", "ends"), [("chest", True), ("hip", False)])
def test_a_professionals_yes_says_whether_it_ends_the_hold(
    hinge: Hinge, where: str, ends: bool
) -> None:
    hinge("log", "wall", "5", "--pain", "6", "--where", where)

    answer = hinge("setup", "--seen-professional", "today")

    assert ("The hold is over." in answer.out) is ends
