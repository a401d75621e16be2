"""What was done is understood in one sentence, as people say it and as replies write it."""

import shlex
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.running import Hinge, on
from hingecli.app import App
from hingecli.cli.log_line import command_line
from hingecli.cli.session_words import read_sets
from hingecli.coach.log.events import SessionBody, SetRecord


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("wall 3x10, effort 6", {"effort": 6}),
        ("wall 3x10 effort hard", {"effort": 8}),
        ("wall 3x10 and it was hard", {"effort": 8}),
        ("wall 3x10 felt easy", {"effort": 3}),
        ("wall 3x10 soreness 2", {"sore": 2}),
        ("wall 3x10, no pain", {"pain": {"score": 0, "where": None, "sharp": False}}),
        (
            "wall 3x10, pain 3 in the left knee",
            {"pain": {"score": 3, "where": "knee", "sharp": False}},
        ),
        ("wall 3x10 pain 2, left knee", {"pain": {"score": 2, "where": "knee", "sharp": False}}),
        ("wall 3x10 35 cm from the wall", {"distance_cm": 35}),
        ("wall 3x10 yesterday", {"date": "2026-11-22"}),
        ("yesterday wall 3x10", {"date": "2026-11-22"}),
        ("I did 3x10 wall hinges on Friday", {"date": "2026-11-20"}),
        ("wall 3x10 2 days ago, effort 5", {"date": "2026-11-21", "effort": 5}),
        (
            "wall 3x10, noticed: lower back rounds × 2, looking up too much",
            {
                "mistakes": [
                    {"mistake": "lower-back-rounding", "count": 2, "drill": "wall-hinge"},
                    {"mistake": "looking-up", "count": 1, "drill": "wall-hinge"},
                ]
            },
        ),
    ],
)
def test_what_is_told_beside_the_sets_is_kept(
    hinge: Hinge, sentence: str, told: dict[str, object]
) -> None:
    session = hinge("log", *sentence.split(), "--json").json["session"]

    assert [(s["drill"], s["reps"]) for s in session["sets"]] == [("wall-hinge", 10)] * 3
    assert {name: session[name] for name in told} == told


def test_what_is_told_between_two_drills_parts_neither(hinge: Hinge) -> None:
    session = hinge("log", "wall 10 effort 6 dowel 12", "--json").json["session"]

    assert [(s["drill"], s["reps"]) for s in session["sets"]] == [
        ("wall-hinge", 10),
        ("dowel-hinge", 12),
    ]
    assert session["effort"] == 6


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("wall 10 effort 6 effort 7",), "effort is told twice"),
        (("wall 10 effort 6", "--effort", "7"), "effort is told twice"),
        (("wall 10 yesterday", "-d", "today"), "the day is told twice"),
        (("wall 10 pain 3 wall 10",), "how much, 0-10"),
        (("wall 10 and it was purple",), "easy, medium or hard"),
        (("wall 10 on 30 Nov",), "future"),
        (("wall", "10", "tomorrow"), "future"),
        (("tomorrow",), "future"),
        (("wall", "", "10 yesterday"), "empty"),
        (("yesterday",), "what did you do"),
        (("wall 10 my back hurts",), "how much, 0-10"),
        (("wall 3x10, back hurts a bit",), "pain 3 in the low back."),
        (("jump 3x3 120 cm",), "a distance is told with wall hinges alone"),
        (("all good yesterday",), '"all" is not a set'),
        (("wall 10, sharp pain in the back",), "how much, 0-10"),
    ],
)
def test_what_is_told_twice_or_makes_no_sense_is_refused(
    hinge: Hinge, words: tuple[str, ...], part: str
) -> None:
    answer = hinge("log", *words)

    assert answer.code == 2
    assert part in answer.error


def test_an_edit_takes_a_sentence_too(hinge: Hinge) -> None:
    id_ = hinge("log", "wall", "10", "--json").json["session"]["id"]

    assert hinge("edit", id_, "9 of 10, effort 4, yesterday").code == 0
    assert hinge("edit", id_, "2 days ago").code == 0

    (session,) = hinge("history", "--json").json["sessions"]
    assert (session["sets"][0]["clean"], session["effort"]) == (9, 4)
    assert session["date"] == "2026-11-21"


@pytest.mark.parametrize("word", ["all", "Everything.", "done", "all good", "did it"])
def test_all_is_what_today_asks_for(hinge: Hinge, word: str) -> None:
    asked = hinge("today", "--json").json["blocks"][0]
    session = hinge("log", word, "--json").json["session"]

    assert [s["reps"] for s in session["sets"]] == [asked["reps"]] * asked["sets"]
    assert all(s["clean"] == s["reps"] for s in session["sets"])


@pytest.mark.parametrize("words", ["nothing", "rest", "Rest day.", "did not train", "skipped"])
def test_a_day_of_rest_needs_no_word(hinge: Hinge, words: str) -> None:
    answer = hinge("log", *words.split())

    assert answer.code == 2
    assert answer.error.endswith("a day without reps needs no word. For longer: hinge pause.")


def test_all_of_a_test_is_no_count(hinge: Hinge) -> None:
    for number in range(1, 4):
        hinge("log", "wall", "3x10", now=on(number))
    day = next(n for n in range(4, 20) if _kind(hinge, n) == "test")

    answer = hinge("log", "all", now=on(day))

    assert answer.code == 2
    assert "today is a test. Log your runs: hinge log 12 17 20" in answer.error


def test_all_of_a_day_without_sets_is_no_count(hinge: Hinge) -> None:
    hinge("log", "3x10", "--pain", "6")

    assert "today asks for no one count" in hinge("log", "all", now=on(2)).error


def _kind(hinge: Hinge, day: int) -> str:
    kind = str(hinge("today", "--json", now=on(day)).json["kind"])
    if kind != "test":
        hinge("log", "wall", "3x10", now=on(day))
    return kind


@pytest.mark.parametrize(
    "line",
    [
        "show single leg rdl",
        "why romanian deadlift",
        "learn daily life",
        "unlock dowel hinge --because because",
    ],
)
def test_a_name_of_several_words_needs_no_quotes(hinge: Hinge, line: str) -> None:
    assert hinge(*line.split()).code == 0


def test_the_last_session_is_edited_by_that_word(hinge: Hinge) -> None:
    hinge("log", "wall", "10")

    assert hinge("edit", "last", "9/10").code == 0
    assert hinge("history", "--json").json["sessions"][0]["sets"][0]["clean"] == 9


def test_a_warm_up_is_told_by_its_word(hinge: Hinge) -> None:
    hinge("log", "wall 10 warm-up, 3x10")

    (session,) = hinge("history", "--json").json["sessions"]
    assert [s["warmup"] for s in session["sets"]] == [True, False, False, False]


@given(
    st.lists(
        st.builds(
            SetRecord,
            drill=st.sampled_from(("wall-hinge", "single-leg-rdl")),
            reps=st.just(10),
            clean=st.none() | st.integers(0, 10),
            load_kg=st.none() | st.just(Decimal("12.5")),
            side=st.sampled_from((None, "L", "R")),
            warmup=st.booleans(),
            variant=st.none() | st.just("far-wall"),
            range=st.sampled_from(("full", "half")),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_the_line_that_would_log_a_session_logs_just_that(
    tmp_path_factory: pytest.TempPathFactory, sets: list[SetRecord]
) -> None:
    app = App(home=str(tmp_path_factory.getbasetemp() / "nowhere"))
    words = shlex.split(command_line(SessionBody(sets=tuple(sets))))

    assert read_sets(app, tuple(words), default=lambda: "wall-hinge") == tuple(sets)


def test_all_of_today_can_be_told_with_how_it_felt(hinge: Hinge) -> None:
    answer = hinge("log", "all good, pain 2 in the back")

    assert "wall hinge 3 × 10 (30 clean), pain 2 in the back" in answer.out
