"""Every `--json` prints the shape that scripts rely on: stable keys, nothing else on stdout."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from cli.running import Hinge, on
from factories import Journal
from hingecli.coach.log.events import SetRecord
from hingecli.store import EventLog

GATE = ["drill", "conditions"]
CONDITION = ["id", "text", "have", "need", "met"]
REASON = ["rule", "text", "source", "grade"]
SESSION = [
    "id",
    "date",
    "at",
    "sitting",
    "sets",
    "mistakes",
    "pain",
    "sore",
    "effort",
    "distance_cm",
    "note",
]

SET = ["drill", "reps", "clean", "load_kg", "unit", "side", "warmup", "variant", "range"]


def keys_of(values: Iterable[dict[str, Any]]) -> list[list[str]]:
    """Return the different lists of keys that `values` have: one, where all are alike."""
    return [list(keys) for keys in dict.fromkeys(tuple(value) for value in values)]


def test_today_has_its_shape(hinge: Hinge) -> None:
    day = hinge("today", "--json").json

    assert list(day) == [
        "schema",
        "date",
        "week",
        "phase",
        "kind",
        "title",
        "minutes",
        "blocks",
        "cues",
        "focus",
        "breathing",
        "watch",
        "next_gate",
        "reasons",
        "done_today",
        "daily_life",
        "ask",
        "say",
        "red_flags",
        "see_doctor",
        "film",
        "space",
        "last_week",
        "plan_end",
    ]
    assert (day["schema"], day["date"], day["week"]) == (1, "2026-11-23", 1)
    assert (day["phase"], day["kind"]) == ("pattern", "practice")
    (block,) = day["blocks"]
    assert block == {
        "drill": "wall-hinge",
        "name": "wall hinge",
        "purpose": "main",
        "sets": 3,
        "reps": 10,
        "reps_range": [10, 15],
        "load_kg": None,
        "per_side": False,
        "tempo": {"down": 3, "pause": 1, "up": 1.5},
        "rest_s": 45,
        "variant": None,
        "range": "full",
    }
    assert list(day["focus"]) == ["cue", "because"]
    assert list(day["watch"][0]) == ["mistake", "name", "correction"]
    assert list(day["next_gate"]) == GATE
    assert keys_of(day["next_gate"]["conditions"]) == [CONDITION]
    assert keys_of(day["reasons"]) == [REASON]
    assert day["done_today"] == {"clean_reps": 0, "goal": [50, 100]}
    assert isinstance(day["daily_life"], str)
    assert (day["ask"], day["red_flags"], day["see_doctor"], day["film"]) == (None, [], [], True)
    assert (day["last_week"], day["plan_end"]) == (None, None)
    assert all(isinstance(sentence, str) for sentence in day["say"])


@pytest.mark.parametrize("answered", [False, True])
def test_all_that_the_card_of_a_hold_says_is_in_todays_json(hinge: Hinge, answered: bool) -> None:
    hinge("log", "wall", "10", "--pain", "6", "--where", "low-back")
    if answered:
        hinge("morning", "3", now=on(2))

    _, *card = hinge("today", "--plain", now=on(2)).out.splitlines()
    day = hinge("today", "--json", now=on(2)).json

    assert day["kind"] == "hold"
    assert (day["ask"] is None) is answered
    assert [block["range"] for block in day["blocks"]] == ["half"] * answered
    sentences = [
        *(reason["text"] for reason in day["reasons"]),
        *day["say"],
        *(f"Emergency care now with {flag}" for flag in day["red_flags"]),
        *(f"See a doctor soon with {sign}" for sign in day["see_doctor"]),
    ]
    said = {sentence.lower().rstrip(".") for sentence in sentences}
    commands = ("Did it? ", "Why this? ", f"{day['ask']} ")
    left = [line for line in card if not line.startswith((*commands, "Today: "))]
    assert len(day["red_flags"]) > 5
    assert len(day["see_doctor"]) > 3
    assert {line.lower().rstrip(".") for line in left} == said


Told = tuple[tuple[int, str], ...]

OPENED: Told = ((1, "unlock dowel --because trained"), (1, "unlock kb --because trained"))
LOADED: Told = (*OPENED, (1, "log kb 3x8@8kg"))
NECK: Told = ((1, "log wall 5 --pain 6 --where neck"),)
DAYS_OF_CARE: dict[str, Told] = {
    "a bad morning": (*LOADED, (2, "morning 3")),
    "a bad morning before any load": ((1, "log wall 3x10"), (2, "morning 2")),
    "the morning after some pain": (*LOADED, (2, "log kb 3x8@8kg --pain 4"), (3, "morning 1")),
    "the day of some pain": (*LOADED, (3, "log kb 3x8@8kg --pain 4")),
    "sharp pain in the neck": ((1, "log wall 5 --pain 3 --where neck --sharp"),),
    "the day after": (*LOADED, *NECK, (2, "morning 1")),
    "a red morning beside it": (*NECK, (2, "morning 5")),
    "a little in the chest": ((1, "log wall 5 --pain 1 --where chest"), (2, "morning 0")),
    "the first day back": (*LOADED, *NECK, (2, "morning 0"), (3, "morning 0")),
    "no session before a yes": ((1, "setup --screen stop"),),
    "no load before a yes": (*LOADED, (3, "setup --screen unloaded")),
    "a breath to spare": (*LOADED, (3, "setup --screen unloaded"), (3, "setup --cleared today")),
    "a pause in a hold": (*NECK, (2, "pause")),
    "an illness": (*LOADED, (2, "pause --ill")),
    "the day after it": (*LOADED, (2, "pause --ill"), (9, "resume")),
    "the re-check after it": (*LOADED, (2, "pause --ill"), (29, "resume")),
    "soreness": (*LOADED, (3, "morning 0 --sore 5")),
    "a low back before noon": (*LOADED, (3, "setup --limits low-back")),
    "a swing": (*LOADED, (3, "log kb 3x8@8kg"), (5, "unlock swing --because trained")),
}
OF_PRACTICE = (
    *("Warm-up: ", "Second: ", "About ", "Today so far", "One sitting is a", "Why this focus"),
    *("Focus: ", "Film: ", "Next ", "Not yet", "Off the mat", "Done?", "Did it?", "Why this?"),
    *(
        "Steps: ",
        "Step ",
        "Setup: ",
        "Watch: ",
        "Back? ",
        "Tomorrow: hinge",
        "If you like",
        "Left: ",
    ),
    *("First, to warm up", "Last week", "Best run", "After ", "Today: "),
)
"""How the lines begin that say what to do and how far it is: the JSON has them by themselves."""


@pytest.mark.parametrize("told", DAYS_OF_CARE.values(), ids=DAYS_OF_CARE)
def test_no_care_that_a_card_tells_is_missing_in_todays_json(hinge: Hinge, told: Told) -> None:
    for day, words in told:
        assert hinge(*words.split(), now=on(day)).code == 0
    now = on(told[-1][0])

    _, *card = hinge("today", "--plain", now=now).out.splitlines()
    shown = hinge("today", "--json", now=now).json

    said = [*(reason["text"] for reason in shown["reasons"]), *shown["say"]]
    said += [f"Breathe: {breath}" for breath in shown["breathing"]]
    said += [f"Emergency care now with {flag}" for flag in shown["red_flags"]]
    said += [f"See a doctor soon with {sign}" for sign in shown["see_doctor"]]
    said += [f"Setup: {shown['space']}", f"{shown['ask']} hinge morning"]
    known = {sentence.lower().rstrip(".") for sentence in said}
    blocks = tuple(f"{block['name'].capitalize()}, " for block in shown["blocks"])
    spaces = [line for line in card if "lear space" in line]
    left = [line for line in card if not line.startswith((*OF_PRACTICE, *blocks))]
    assert [line for line in (*left, *spaces) if line.lower().rstrip(".") not in known] == []
    assert bool(spaces) is (told[-1] == DAYS_OF_CARE["a swing"][-1])


def test_history_shows_what_a_set_was(hinge: Hinge, home: Path) -> None:
    journal = Journal().with_sets(
        0,
        SetRecord(drill="dowel-hinge", reps=10, clean=10, warmup=True),
        SetRecord(drill="wall-hinge", reps=8, clean=None, variant="kickstand", range="half"),
    )
    EventLog(home).append(lambda held: journal.events)

    (session,) = hinge("history", "--json").json["sessions"]

    assert keys_of(session["sets"]) == [SET]
    assert [
        (record["clean"], record["warmup"], record["variant"], record["range"])
        for record in session["sets"]
    ] == [(10, True, None, "full"), (None, False, "kickstand", "half")]


def test_what_is_absent_today_is_null(hinge: Hinge) -> None:
    hinge("pause")

    day = hinge("today", "--json").json

    assert day["kind"] == "paused"
    assert day["blocks"] == day["cues"] == day["watch"] == []
    assert day["focus"] is None


def test_history_has_its_shape_newest_first(hinge: Hinge) -> None:
    hinge("log", "wall", "10", now=on(1, hour=9))
    hinge("log", "wall", "11", now=on(1, hour=8))
    hinge("log", "wall", "12", now=on(2))
    hinge("log", "wall", "13", "-d", "-5d", now=on(2))
    hinge("log", "wall", "14", now=on(1, hour=9))

    answer = hinge("history", "--json", now=on(3)).json

    assert list(answer) == ["schema", "sessions"]
    assert keys_of(answer["sessions"]) == [SESSION]
    assert [one["sets"][0]["reps"] for one in answer["sessions"]] == [12, 14, 10, 11, 13]


def test_history_shows_the_last_twenty_unless_told_otherwise(hinge: Hinge) -> None:
    for reps in range(1, 23):
        hinge("log", "wall", str(reps), "-d", f"-{reps}d")

    def count(*words: str) -> int:
        return len(hinge("history", "--json", *words).json["sessions"])

    assert count() == 20
    assert count("--limit", "3") == 3
    assert count("--limit", "100") == 22
    assert count("--since", "-22d") == 22
    assert count("--since", "-21d") == 21
    assert count("--since", "-21d", "--limit", "2") == 2


def test_progress_has_its_shape(hinge: Hinge) -> None:
    hinge("log", "wall", "20")

    answer = hinge("progress", "--json").json

    assert list(answer) == [
        "schema",
        "week",
        "phase",
        "drills",
        "totals",
        "milestones",
        "consistency",
        "film",
    ]
    assert answer["film"] is None
    assert keys_of(answer["drills"]) == [
        ["id", "name", "status", "override", "conditions", "load_kg", "next_load"]
    ]
    assert [one["status"] for one in answer["drills"]][:4] == ["open", "open", "next", "locked"]
    assert len(answer["drills"]) == 15
    assert answer["totals"] == {"reps": 20, "clean_reps": 20, "sessions": 1}
    assert keys_of(answer["milestones"]) == [["id", "from", "to", "have"]]
    assert [(one["from"], one["to"]) for one in answer["milestones"]] == [(300, 500), (3000, 5000)]
    assert answer["consistency"] == {"this_week": 1, "of": 4, "good_weeks": 0}


def test_why_has_its_shape_for_a_day_and_for_a_drill(hinge: Hinge) -> None:
    day = hinge("why", "--json").json
    drill = hinge("why", "kb", "--json").json

    assert list(day) == list(drill) == ["schema", "subject", "date", "reasons", "conditions"]
    assert (day["subject"], drill["subject"]) == ("today", "kettlebell-deadlift")
    assert keys_of(drill["reasons"]) == [REASON]
    assert keys_of(drill["conditions"]) == [CONDITION]
    assert len(drill["conditions"]) == 4


def test_why_of_a_past_day_is_told_from_the_log_as_it_stood(hinge: Hinge) -> None:
    hinge("log", "wall", "20", "-d", "-1d", now=on(3))

    before = hinge("why", "dowel", "--date", "-1d", "--json", now=on(3)).json
    after = hinge("why", "dowel", "--json", now=on(3)).json

    assert before["date"] == "2026-11-24"
    assert not before["conditions"][0]["met"]
    assert after["conditions"][0]["met"]


def test_mistakes_have_their_shape_and_the_table_comes_first(hinge: Hinge) -> None:
    answer = hinge("mistakes", "--json").json

    assert list(answer) == ["schema", "mistakes"]
    assert keys_of(answer["mistakes"]) == [["id", "name", "happens", "correction", "group", "mine"]]
    assert [one["id"] for one in answer["mistakes"]][:5] == [
        "knees-cave-in",
        "lower-back-rounding",
        "rising-onto-toes",
        "looking-up",
        "soft-lockout",
    ]
    assert {one["mine"] for one in answer["mistakes"]} == {None}


def test_ones_own_mistakes_are_counted_and_come_first(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "-m", "looking-up:2")
    hinge("log", "wall", "10", "-m", "looking-up", "-m", "soft-lockout")

    rows = hinge("mistakes", "--mine", "--json").json["mistakes"]

    assert [(one["id"], one["mine"]) for one in rows[:3]] == [
        ("looking-up", 3),
        ("soft-lockout", 1),
        ("knees-cave-in", 0),
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("rounding",), ["lower-back-rounding"]),
        (("low", "back", "rounds"), ["lower-back-rounding"]),
        (("looking",), ["looking-up"]),
    ],
)
def test_words_choose_among_the_mistakes(
    hinge: Hinge, words: tuple[str, ...], found: list[str]
) -> None:
    answer = hinge("mistakes", *words, "--json")

    assert [one["id"] for one in answer.json["mistakes"]] == found


def test_words_that_no_mistake_has_are_an_unknown_name(hinge: Hinge) -> None:
    answer = hinge("mistakes", "juggling")

    assert answer.code == 3
    assert "no mistake is called" in answer.error


def test_learn_lists_its_topics(hinge: Hinge) -> None:
    answer = hinge("learn", "--json").json

    assert list(answer) == ["schema", "topics"]
    assert keys_of(answer["topics"]) == [["id", "title"]]
    assert "pain" in [one["id"] for one in answer["topics"]]


def test_an_unknown_topic_is_an_unknown_name(hinge: Hinge) -> None:
    answer = hinge("learn", "breathin")

    assert answer.code == 0
    assert hinge("learn", "juggling").code == 3


def test_json_is_utf_8_with_text_as_it_is(hinge: Hinge) -> None:
    answer = hinge("log", "wall", "10", "-n", "größer 😀", "--json")

    assert '"größer 😀"' in answer.out


def test_the_first_card_of_a_week_tells_last_week(hinge: Hinge) -> None:
    hinge("log", "wall", "3x9/10")

    week = hinge("today", "--json", now=on(8)).json["last_week"]

    assert list(week) == [
        "monday",
        "days",
        "reps",
        "clean_reps",
        "clean_percent",
        "opened",
        "moved",
    ]
    assert (week["days"], week["reps"], week["clean_percent"]) == (1, 30, 90)


def test_the_end_of_the_plan_has_its_shape(hinge: Hinge) -> None:
    hinge("log", "wall", "3x9/10", "-m", "looking-up:3")

    end = hinge("today", "--json", now=on(85)).json["plan_end"]

    assert list(end) == [
        "weeks",
        "learned",
        "waiting",
        "sessions",
        "reps",
        "clean_reps",
        "good_weeks",
        "weights",
        "then_weeks",
        "now_weeks",
        "mistakes",
        "goal",
        "week_ahead",
    ]
    assert end["mistakes"] == [{"mistake": "looking-up", "then": 3, "now": 0}]


@pytest.mark.parametrize(
    ("words", "lesson"),
    [
        ("brace", "breathing"),
        ("back pain", "pain"),
        ("how to hinge", "hinge"),
        ("Pain and soreness", "pain"),
        ("the plan", "plan"),
    ],
)
def test_a_lesson_is_found_by_what_it_is_about(hinge: Hinge, words: str, lesson: str) -> None:
    assert hinge("learn", *words.split(), "--json").json["id"] == lesson


@pytest.mark.parametrize("words", ["the", "pain plan"])
def test_what_several_lessons_are_about_names_none(hinge: Hinge, words: str) -> None:
    assert hinge("learn", *words.split()).code == 3
