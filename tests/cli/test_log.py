"""`hinge log` saves what was typed, says what it changed, and refuses what it cannot read."""

import shlex
import uuid
from pathlib import Path

import pytest

from cli.running import Hinge, on

ID = "06f3738c-6d0d-4407-b23d-8f48c4c5a52d"


@pytest.mark.parametrize("sets", ["19", "19/20", "3x15"])
def test_less_than_twenty_in_a_row_leaves_the_dowel_locked(hinge: Hinge, sets: str) -> None:
    answer = hinge("log", "wall", sets, "--json").json

    assert answer["unlocked"] == []
    assert answer["next_gate"]["drill"] == "dowel-hinge"


def test_twenty_in_a_row_open_the_dowel_undo_closes_it_and_redo_opens_it(hinge: Hinge) -> None:
    opened = hinge("log", "wall", "20")
    undone = hinge("undo")
    closed = hinge("progress", "--json").json["drills"][1]["status"]
    redone = hinge("redo")

    assert "Opened: dowel hinge" in opened.out
    assert "Closed again: dowel hinge" in undone.out
    assert closed == "next"
    assert "Opened: dowel hinge" in redone.out
    assert hinge("progress", "--json").json["drills"][1]["status"] == "open"


def test_the_answer_says_what_was_saved_what_is_missing_what_is_next_and_undo(
    hinge: Hinge,
) -> None:
    lines = hinge("log", "wall", "18/20", "--plain").out.splitlines()

    assert lines[0] == "Saved: wall hinge 18 clean of 20."
    assert lines[1].startswith("Dowel hinge:")
    assert lines[-2:] == ["Next: hinge today", "undo: hinge undo"]


def test_the_json_of_a_session_is_exact(hinge: Hinge) -> None:
    answer = hinge(
        *("log", "dowel", "10", "kb", "2x8", "7/8", "@35lb", "-m", "rounding:2"),
        *("--pain", "2", "--where", "low-back", "--sore", "1", "--effort", "6"),
        *("--distance", "14in", "-n", "[bold]fine[/bold]", "--id", ID, "--json"),
    ).json

    load, kb = 15.87573295, "kettlebell-deadlift"
    plain = {"side": None, "warmup": False, "variant": None, "range": "full"}
    assert list(answer) == ["schema", "session", "unlocked", "next_gate", "totals"]
    assert answer["schema"] == 1
    assert answer["session"] == {
        "id": ID,
        "date": "2026-11-23",
        "at": "2026-11-23T07:30:00+01:00",
        "sitting": ID,
        "sets": [
            {"drill": "dowel-hinge", "reps": 10, "clean": 10, "load_kg": None, "unit": None}
            | plain,
            {"drill": kb, "reps": 8, "clean": 8, "load_kg": load, "unit": "lb"} | plain,
            {"drill": kb, "reps": 8, "clean": 8, "load_kg": load, "unit": "lb"} | plain,
            {"drill": kb, "reps": 8, "clean": 7, "load_kg": load, "unit": "lb"} | plain,
        ],
        "mistakes": [
            {"mistake": "lower-back-rounding", "count": 2, "drill": "kettlebell-deadlift"}
        ],
        "pain": {"score": 2, "where": "low-back", "sharp": False},
        "sore": 1,
        "effort": 6,
        "distance_cm": 35.56,
        "note": "[bold]fine[/bold]",
    }
    assert answer["unlocked"] == []
    assert list(answer["next_gate"]) == ["drill", "conditions"]
    assert list(answer["next_gate"]["conditions"][0]) == ["id", "text", "have", "need", "met"]
    assert answer["totals"] == {"reps": 34, "clean_reps": 33, "sessions": 1}


def test_a_distance_is_shown_in_the_unit_it_was_typed_in(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--distance", "14in", "--id", ID)

    inches = hinge("history").out
    hinge("edit", ID, "--distance", "36 cm")
    centimetres = hinge("history").out
    hinge("edit", ID, "--distance", "none")

    assert "14 in from the wall" in inches
    assert "36 cm from the wall" in centimetres
    assert "from the wall" not in hinge("history").out


@pytest.mark.parametrize(
    ("typed", "place", "shown"),
    [
        ("back", "low-back", "in the back"),
        ("left calf", "leg", "in the left calf"),
        ("moon [b]", "other", '("moon [b]")'),
        ("kn", "knee", "in the knee"),
    ],
)
def test_a_place_is_understood_kept_as_told_and_shown_so(
    hinge: Hinge, typed: str, place: str, shown: str
) -> None:
    answer = hinge("log", "wall", "10", "--pain", "2", "--where", typed, "--id", ID)
    hinge("edit", ID, "--pain", "1")

    (session,) = hinge("history", "--json").json["sessions"]
    history = hinge("history").out
    hinge("edit", ID, "--where", "none")

    assert session["pain"] == {"score": 1, "where": place, "sharp": False}
    assert f"pain 2 {shown}" in answer.out
    assert f"pain 1 {shown}" in history
    assert hinge("history", "--json").json["sessions"][0]["pain"]["where"] is None


def test_a_place_that_nobody_knows_holds_every_load(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "5", "--where", "moon")

    assert hinge("today", "--json").json["kind"] == "hold"


def test_absent_answers_are_null(hinge: Hinge) -> None:
    session = hinge("log", "wall", "10", "--json").json["session"]

    for name in ("pain", "sore", "effort", "distance_cm", "note"):
        assert session[name] is None
    assert session["mistakes"] == []


def test_without_a_drill_todays_main_drill_is_meant(hinge: Hinge) -> None:
    assert hinge("log", "10", "--json").json["session"]["sets"][0]["drill"] == "wall-hinge"


def test_a_mistake_belongs_to_the_last_drill(hinge: Hinge) -> None:
    session = hinge("log", "wall", "5", "dowel", "6", "-m", "looking-up", "--json").json["session"]

    assert session["mistakes"] == [{"mistake": "looking-up", "count": 1, "drill": "dowel-hinge"}]


def test_a_locked_drill_is_saved_with_a_word_on_what_is_missing(hinge: Hinge) -> None:
    answer = hinge("log", "kb", "3x10", "@16kg", "--plain")

    assert answer.code == 0
    assert "not open yet" in answer.out
    assert "3 more conditions (hinge why kettlebell-deadlift)" in answer.out
    assert len(hinge("history", "--json").json["sessions"]) == 1


def test_the_same_id_is_saved_once(hinge: Hinge) -> None:
    first = hinge("log", "wall", "20", "--id", ID, "--json")
    second = hinge("log", "wall", "20", "--id", uuid.UUID(ID).hex, "--json")
    third = hinge("log", "wall", "20", "--id", ID, "--plain")

    assert (first.code, second.code, third.code) == (0, 0, 0)
    assert second.json["session"] == first.json["session"]
    assert second.json["unlocked"] == []
    assert third.out.startswith("Already saved:")
    assert "undo" not in third.out
    assert len(hinge("history", "--json").json["sessions"]) == 1


def test_an_id_that_is_no_uuid_is_refused(hinge: Hinge) -> None:
    assert "UUID" in hinge("log", "wall", "20", "--id", "mine").error


def test_a_dry_run_says_what_would_be_and_saves_nothing(hinge: Hinge, home: Path) -> None:
    answer = hinge("log", "wall", "20", "--dry-run", "--plain")

    assert answer.out.startswith("Would save: wall hinge 20 clean of 20.")
    assert "Opened: dowel hinge" in answer.out
    assert not home.exists()


@pytest.mark.parametrize(
    ("when", "date"),
    [("yesterday", "2026-11-22"), ("-2d", "2026-11-21"), ("fri", "2026-11-20")],
)
def test_a_past_day_can_be_told(hinge: Hinge, when: str, date: str) -> None:
    session = hinge("log", "wall", "10", "-d", when, "--json").json["session"]

    assert session["date"] == date
    assert session["at"] == f"{date}T07:30:00+01:00"


@pytest.mark.parametrize(
    ("now", "date"),
    [
        ("2026-11-24T03:59+01:00", "2026-11-23"),
        ("2026-11-24T04:00+01:00", "2026-11-24"),
        ("2026-11-23T23:00-08:00", "2026-11-23"),
        ("2026-11-24", "2026-11-24"),
    ],
)
def test_a_training_day_ends_at_four_local_time(hinge: Hinge, now: str, date: str) -> None:
    assert hinge("log", "wall", "10", "--json", now=now).json["session"]["date"] == date


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        (("wll", "3x10"), 3, "Did you mean wall-hinge?"),
        (("kettlebell-", "10"), 3, "kettlebell-deadlift or kettlebell-swing"),
        (("wall", "10", "-m", "slumping"), 3, "no mistake is called"),
        (("wall", "3xx10"), 2, '"3xx10"'),
        (("wall",), 2, "no sets behind it"),
        (("wall", "10", "--pain", "11"), 2, "from 0 to 10"),
        (("wall", "10", "--where", "knee"), 2, "--pain 0-10"),
        (("wall", "10", "--sharp"), 2, "--pain 0-10"),
        (("wall", "10", "--pain", "3", "--where", ""), 2, "left calf"),
        (("wall", "10", "--pain", "3", "--where", "x" * 61), 2, "at most 60"),
        (("wall", "10", "--effort", "0"), 2, "from 1 to 10"),
        (("wall", "10", "--sore", "x"), 2, "from 0 to 10"),
        (("wall", "10", "--distance", "35"), 2, "35cm"),
        (("wall", "10", "-d", "tomorrow"), 2, "future"),
        (("wall", "10", "-d", "someday"), 2, "yesterday"),
        (("wall", "10", "-n", "x" * 501), 2, "500"),
        (("", "10"), 2, "empty"),
        (("\udcff", "10"), 3, "no drill is called"),
        (("\ud800", "10"), 2, "not a set"),
        (("\x1b\x1b", "10"), 2, "not a set"),
        ((), 2, "what did you do?"),
        (("--json",), 2, "what did you do?"),
        (("wall", "10", "--nope"), 2, "no option --nope"),
        (("wall", "10", "--pain"), 2, "--pain"),
    ],
)
def test_bad_input_is_answered_in_a_line_and_nothing_is_written(
    hinge: Hinge, home: Path, words: tuple[str, ...], code: int, part: str
) -> None:
    answer = hinge("log", *words)

    assert answer.code == code
    assert part in answer.error
    assert not (home / "hinge.json").exists()


def test_pain_of_five_holds_the_load_shows_red_flags_and_refuses_an_unlock(hinge: Hinge) -> None:
    saved = hinge("log", "wall", "10", "--pain", "5", "--plain")
    today = hinge("today", "--plain", now=on(2))
    day = hinge("today", "--json", now=on(2)).json
    refused = hinge("unlock", "kb", "--because", "I want to", now=on(2))

    assert "Emergency care now" in saved.out
    assert "Emergency care now" in today.out
    assert day["kind"] == "hold"
    assert refused.code == 4
    assert "safety hold" in refused.error


def test_pain_of_four_shows_no_red_flags(hinge: Hinge) -> None:
    assert "Emergency" not in hinge("log", "wall", "10", "--pain", "4").out


def test_a_test_is_answered_with_the_best_run_and_the_next_test(hinge: Hinge) -> None:
    hinge("log", "3x10", now=on(1))
    hinge("log", "3x11", now=on(2))

    day = hinge("today", "--json", now=on(3)).json
    answer = hinge("log", "12", "17", "--plain", now=on(3))

    assert day["kind"] == "test"
    assert "Best run 17 of 20. Next test Saturday. Tomorrow 3 × 10." in answer.out
    assert "ailed" not in answer.out


def test_a_note_is_shown_as_the_text_it_is(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "-n", "[/red] \x1b[31mred\x1b[0m \u202egnirts\u2069 [bold]x")

    shown = hinge("history").out
    stored = hinge("history", "--json").json["sessions"][0]["note"]

    assert stored == "[/red] [31mred[0m gnirts [bold]x"
    assert stored in shown
    assert "\x1b" not in shown


def test_a_future_log_needs_no_later_command_to_be_read(hinge: Hinge) -> None:
    hinge("log", "wall", "20", now=on(5))

    assert hinge("today", "--json", now=on(1)).json["week"] == 1
    assert hinge("progress", "--json", now=on(1)).json["drills"][1]["status"] == "next"


def test_on_a_rest_day_the_last_drill_of_the_day_is_meant(hinge: Hinge) -> None:
    hinge("unlock", "dowel", "--because", "x")
    hinge("unlock", "kb", "--because", "x")
    hinge("log", "kb", "3x8", "@8kg")

    assert hinge("today", "--json").json["blocks"] == []
    session = hinge("log", "8", "@8kg", "--json").json["session"]
    assert session["sets"][0]["drill"] == "kettlebell-deadlift"


def test_on_a_day_without_a_drill_one_has_to_be_named(hinge: Hinge) -> None:
    hinge("pause")

    assert "which drill?" in hinge("log", "8").error


def test_a_session_taken_back_is_not_saved_again_under_its_id(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--id", ID)
    hinge("undo")

    answer = hinge("log", "wall", "10", "--id", ID)

    assert answer.code == 0
    assert "saved before, and taken back since; hinge redo brings it back." in answer.err


@pytest.mark.parametrize("id_", [ID, uuid.UUID(ID).hex])
@pytest.mark.parametrize("more", ["--json", "--plain", "--dry-run"])
def test_a_purged_session_is_not_saved_again_under_its_id(
    hinge: Hinge, id_: str, more: str
) -> None:
    hinge("log", "wall", "10", "--id", ID)
    hinge("delete", ID, "--purge", "--yes")

    answer = hinge("log", "wall", "10", "--id", id_, more)

    assert answer.code == 3
    assert "purged for good; nothing was saved" in answer.error
    assert hinge("history", "--json").json["sessions"] == []


def test_a_deleted_session_is_not_saved_again_under_its_id(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--id", ID)
    hinge("delete", ID)

    answer = hinge("log", "wall", "10", "--id", ID)

    assert answer.code == 0
    assert "saved before, and taken back since" in answer.err
    assert "redo" not in answer.err


def test_an_id_may_be_written_in_any_form(hinge: Hinge) -> None:
    session = hinge("log", "wall", "1", "--id", f"{{{ID.upper()}}}", "--json").json["session"]

    assert session["id"] == ID.replace("-", "")


@pytest.mark.parametrize(("count", "code"), [(10, 0), (11, 2)])
def test_no_mistake_is_noticed_in_more_reps_than_there_were(
    hinge: Hinge, count: int, code: int
) -> None:
    answer = hinge("log", "wall", "10", "-m", f"soft-lockout:{count}")

    assert answer.code == code
    if code:
        assert "soft-lockout 11 times in 10 reps" in answer.error


@pytest.mark.parametrize("when", [(), ("-d", "yesterday")])
def test_what_a_hold_left_is_kept_as_half_the_range(hinge: Hinge, when: tuple[str, ...]) -> None:
    hinge("log", "wall", "10", "--pain", "6", now=on(0))
    hinge("morning", "3", now=on(1))

    answer = hinge("log", "wall", "2x8", *when, "--json", now=on(2 if when else 1))

    assert [record["range"] for record in answer.json["session"]["sets"]] == ["half", "half"]


def test_the_answer_is_the_same_for_the_first_session_of_a_day_as_from_all_days(
    hinge: Hinge,
) -> None:
    hinge("log", "wall", "20", now=on(0))

    first = hinge("log", "wall", "20", "dowel", "3x10", "--id", ID, "--json", now=on(1)).json
    again = hinge("log", "wall", "20", "--id", ID, "--json", now=on(1)).json

    assert first == again


@pytest.mark.parametrize(
    "typed", [("10", "9", "7"), ("wall", "10", "9", "7"), ("10,", "9", "and", "7")]
)
def test_fewer_reps_than_asked_are_said_to_be_read_as_reps(
    hinge: Hinge, typed: tuple[str, ...]
) -> None:
    answer = hinge("log", *typed, "-n", "a note", "--plain")
    line = answer.out.partition("hinge undo, then ")[2].splitlines()[0]
    hinge("undo")
    again = hinge(*shlex.split(line)[1:], "--plain")

    assert "Read as reps, all clean. Did you mean the clean ones of 10?" in answer.out
    assert line == "hinge log wall-hinge 10 9/10 7/10 -n 'a note'"
    assert "26 clean of 30" in again.out
    assert "Read as" not in again.out


@pytest.mark.parametrize(
    "typed", [("10", "10", "10"), ("10", "9"), ("10", "reps", "9", "7"), ("10/10", "9/9", "7/7")]
)
def test_sets_that_can_mean_one_thing_are_not_explained(
    hinge: Hinge, typed: tuple[str, ...]
) -> None:
    assert "Read as" not in hinge("log", *typed).out


def test_sets_the_other_way_round_are_said_to_be_read_so(hinge: Hinge) -> None:
    answer = hinge("log", "10x3", "-d", "last monday", "--plain")

    assert "Read as 10 sets of 3. Did you mean 3 sets of 10?" in answer.out
    assert "hinge undo, then hinge log wall-hinge 10 10 10 -d 2026-11-16" in answer.out
    assert "undo" not in hinge("log", "10x3", "--dry-run").out


def test_a_place_where_a_drill_would_stand_is_told_its_flag(hinge: Hinge) -> None:
    error = hinge("log", "10", "back").error

    assert error == (
        'hinge: "back" is no drill. If it hurts there, say how much, 0-10: pain 3 in the low back.'
    )


def test_where_one_stood_is_said_back_as_it_was_typed(hinge: Hinge) -> None:
    answer = hinge("log", "10", "--distance", "14in", "--plain")

    assert answer.out.startswith("Saved: wall hinge 10 clean of 10, 14 in from the wall.")
    hinge("undo")
    said = answer.out.splitlines()[0].removeprefix("Saved: ")
    assert hinge("log", said, "--plain").out.splitlines()[0] == answer.out.splitlines()[0]


def test_fewer_reps_are_not_asked_about_where_pain_stopped_the_set(hinge: Hinge) -> None:
    said = "Did you mean the clean ones"

    assert said in hinge("log", "wall", "3x8", "--dry-run").out
    assert said not in hinge("log", "wall", "3x8", "--pain", "6", "--dry-run").out


def test_sharp_pain_is_called_sharp_where_its_sets_do_not_count(hinge: Hinge) -> None:
    answer = hinge("log", "wall", "3x10", "--pain", "2", "--sharp").out

    assert "With sharp or spreading pain 2 these sets" in " ".join(answer.split())


def test_what_closes_again_is_named_as_what_opened_was(hinge: Hinge) -> None:
    hinge("setup", "--equipment", "kettlebell")
    opened = hinge("unlock", "kb", "--because", "trained", "--plain").out

    undone = hinge("undo", "--plain").out

    assert [line for line in opened.splitlines() if line.startswith("Opened")] == [
        "Opened: kettlebell deadlift."
    ]
    assert [line for line in undone.splitlines() if line.startswith("Closed")] == [
        "Closed again: kettlebell deadlift."
    ]
