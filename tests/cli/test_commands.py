"""Each command does its one thing and says so; what was typed wrong is told in a line."""

from pathlib import Path

import pytest

from cli.running import Hinge, on
from factories import Journal
from hingecli.cli.command_list import COMMANDS
from hingecli.coach.log.events import Purged, Session, ToldOnce
from hingecli.store import EventLog


@pytest.mark.parametrize(
    ("typed", "hint"), [("tody", "today?"), ("histroy", "history?"), ("prog", "progress?")]
)
def test_an_unknown_command_is_answered_with_what_it_looks_like_alone(
    hinge: Hinge, typed: str, hint: str
) -> None:
    assert hinge(typed).error.endswith(f"Did you mean {hint}")


def test_a_new_machine_is_welcomed_with_one_next_command(hinge: Hinge, home: Path) -> None:
    answer = hinge()

    assert answer.code == 0
    assert answer.out.splitlines()[-1] == "Next: hinge today"
    assert not home.exists()


def test_hinge_alone_tells_the_day_and_one_next_command(hinge: Hinge) -> None:
    hinge("log", "wall", "3x10")

    assert "Done today: 30 clean reps" in hinge().out
    assert "Today: wall hinge 3 × 10" in hinge(now=on(2)).out
    assert hinge(now=on(2)).out.splitlines()[-1] == "Next: hinge today"


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_command_explains_itself(hinge: Hinge, name: str, flag: str) -> None:
    answer = hinge(name, flag)

    assert answer.code == 0
    assert answer.out.startswith(f"Usage: hinge {name}")
    assert "Examples:" in answer.out
    assert f"  hinge {name}" in answer.out


def test_help_lists_every_command_and_says_that_nothing_leaves_the_computer(hinge: Hinge) -> None:
    answer = hinge("--help")

    assert hinge("-h").out == answer.out
    assert "never uses the network" in " ".join(answer.out.split())
    for name, command in COMMANDS.items():
        assert f"  {name} " in answer.out
        assert len(command.help) < 70


@pytest.mark.parametrize("words", [("--version",), ("log", "wall", "10", "--version")])
def test_the_version_is_told_anywhere(hinge: Hinge, words: tuple[str, ...]) -> None:
    assert hinge(*words).out == "hinge 0.1.0\n"
    assert not hinge("history", "--json").json["sessions"]


def test_a_typing_error_in_a_command_is_answered_with_the_nearest(hinge: Hinge) -> None:
    answer = hinge("lgo", "wall", "10")

    assert answer.code == 2
    assert answer.error == 'hinge: there is no command "lgo". Did you mean log?'


def test_a_command_like_no_other_is_answered_with_the_help(hinge: Hinge) -> None:
    assert "hinge --help" in hinge("xyzzy").error


def test_edit_changes_what_is_typed_and_keeps_the_rest(hinge: Hinge) -> None:
    session = hinge(
        *("log", "wall", "20", "--pain", "1", "-n", "first", "-m", "looking-up", "--json")
    ).json["session"]

    answer = hinge("edit", session["id"][:6], "18/20", "--effort", "4", "--plain")
    (after,) = hinge("history", "--json").json["sessions"]

    assert "Changed: wall hinge 18 clean of 20" in answer.out
    assert "Closed again: dowel hinge." in answer.out
    assert after == session | {
        "sets": [session["sets"][0] | {"clean": 18}],
        "effort": 4,
    }


def test_edit_takes_answers_away_and_moves_the_day(hinge: Hinge) -> None:
    session = hinge(
        *("log", "wall", "20", "--pain", "1", "-n", "first", "-m", "looking-up", "--json")
    ).json["session"]

    hinge("edit", session["id"], *("--pain", "none", "-n", "none", "-m", "none", "-d", "-1d"))
    (after,) = hinge("history", "--json").json["sessions"]

    assert (after["pain"], after["note"], after["mistakes"]) == (None, None, [])
    assert after["date"] == "2026-11-22"
    assert after["id"] == session["id"]


@pytest.mark.parametrize(
    ("now", "day", "at"),
    [
        ("2026-11-20T18:45:00+01:00", "2026-11-17", "2026-11-17T18:45:00+01:00"),
        ("2026-11-20T18:45:00+01:00", "2026-11-22", "2026-11-22T18:45:00+01:00"),
        ("2026-11-21T01:30:00+01:00", "2026-11-17", "2026-11-18T01:30:00+01:00"),
        ("2026-11-20T18:45:00-05:00", "2026-11-20", "2026-11-20T18:45:00-05:00"),
    ],
)
def test_a_session_moved_to_another_day_keeps_its_hour(
    hinge: Hinge, now: str, day: str, at: str
) -> None:
    id_ = hinge("log", "wall", "20", "--json", now=now).json["session"]["id"]

    hinge("edit", id_, "19", "-d", day)
    (after,) = hinge("history", "--json").json["sessions"]

    assert (after["date"], after["at"]) == (day, at)


def test_an_edit_is_one_step_to_undo(hinge: Hinge) -> None:
    id_ = hinge("log", "wall", "20", "--json").json["session"]["id"]
    hinge("edit", id_, "19")

    undone = hinge("undo", "--plain")

    assert "Undone: the change of wall hinge 20" in undone.out
    assert hinge("history", "--json").json["sessions"][0]["sets"][0]["reps"] == 20


@pytest.mark.parametrize(
    ("words", "code"),
    [((), 2), (("20",), 2), (("-d", "tomorrow"), 2), (("--effort", "11"), 2), (("3xx",), 2)],
)
def test_an_edit_without_sense_is_refused(hinge: Hinge, words: tuple[str, ...], code: int) -> None:
    id_ = hinge("log", "wall", "20", "--json").json["session"]["id"]

    answer = hinge("edit", id_, *words)

    assert answer.code == code
    assert answer.error


@pytest.mark.parametrize("command", ["edit", "delete"])
def test_a_session_that_is_not_there_is_an_unknown_name(hinge: Hinge, command: str) -> None:
    words = ("20",) if command == "edit" else ()

    answer = hinge(command, "abc", *words)

    assert answer.code == 3
    assert "hinge history" in answer.error


def test_delete_is_undone_and_redone(hinge: Hinge) -> None:
    id_ = hinge("log", "wall", "20", "--json").json["session"]["id"]

    deleted = hinge("delete", id_[:8], "--plain")
    gone = hinge("history", "--json").json["sessions"]
    hinge("undo")
    back = hinge("history", "--json").json["sessions"]
    hinge("redo")

    assert deleted.out.startswith("Deleted: wall hinge 20, today.")
    assert "Closed again: dowel hinge." in deleted.out
    assert (len(gone), len(back)) == (0, 1)
    assert hinge("history", "--json").json["sessions"] == []


def test_purge_takes_the_words_out_of_every_file(hinge: Hinge, home: Path) -> None:
    id_ = hinge("log", "wall", "20", "-n", "my secret", "--json").json["session"]["id"]
    hinge("edit", id_, "-n", "another secret")

    refused = hinge("delete", id_, "--purge")
    hinge("delete", id_, "--purge", "--yes")

    assert refused.code == 2
    assert "--yes" in refused.error
    files = [path for path in home.rglob("*") if path.is_file()]
    assert files
    assert not any(b"secret" in path.read_bytes() for path in files)
    assert hinge("history", "--json").json["sessions"] == []


def test_purge_takes_film_reviews_and_what_was_asked_once_along(hinge: Hinge, home: Path) -> None:
    id_ = hinge("log", "wall", "20", "--json").json["session"]["id"]
    session = EventLog(home).read().events[0]
    assert isinstance(session, Session)
    more = (
        Journal()
        .review(0, session.sitting, clip="my secret.mp4")
        .told_once(0, "secret", "yes", cmd=session.cmd)
        .told_once(0, "kept", "yes")
    )
    EventLog(home).append(lambda held: more.events)

    hinge("delete", id_, "--purge", "--yes")

    assert not any(b"secret" in path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert [type(event) for event in EventLog(home).read().events] == [ToldOnce, Purged]


@pytest.mark.parametrize("since", ["2010-01-01", "1900-01-01", "-9999d"])
def test_a_history_may_begin_at_any_day_that_was(hinge: Hinge, since: str) -> None:
    hinge("log", "wall", "20")

    assert len(hinge("history", "--since", since, "--json").json["sessions"]) == 1
    assert "slip of the year" in hinge("log", "wall", "20", "-d", since).error


def test_a_history_does_not_begin_in_the_future(hinge: Hinge) -> None:
    answer = hinge("history", "--since", "tomorrow")

    assert answer.code == 2
    assert "is in the future" in answer.error


def test_with_nothing_done_undo_and_redo_say_so(hinge: Hinge) -> None:
    assert hinge("undo").out == "There is nothing to undo.\n"
    assert hinge("redo").out == "There is nothing to redo.\n"


def test_a_new_command_ends_what_can_be_redone(hinge: Hinge) -> None:
    hinge("log", "wall", "20")
    hinge("undo")
    hinge("log", "wall", "5")

    assert hinge("redo").out == "There is nothing to redo.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("morning", "2"), "the morning score 2"),
        (("setup", "--goal", "strength"), "setup answers"),
        (("pause",), "the pause"),
        (("setup", "--cleared", "today"), "the professional's yes"),
        (("setup", "--seen-professional", "today"), "the visit to a professional"),
        (("unlock", "dowel", "--because", "x"), "the unlock of the dowel hinge"),
    ],
)
def test_undo_says_what_it_took_back(hinge: Hinge, words: tuple[str, ...], said: str) -> None:
    assert hinge(*words).code == 0

    assert f"Undone: {said}, told today." in hinge("undo", "--plain").out


def test_unlock_opens_with_a_mark_that_stays(hinge: Hinge) -> None:
    answer = hinge("unlock", "dowel", "--because", "my coach says so", "--plain")

    drill = hinge("progress", "--json").json["drills"][1]

    assert "Opened: dowel hinge" in answer.out
    assert (drill["status"], drill["override"]) == ("open", True)
    assert "my coach says so" in hinge("why", "dowel", "--plain").out


def test_a_reason_to_unlock_may_stand_behind_because(hinge: Hinge) -> None:
    answer = hinge("unlock", *["dowel", "because", "my", "coach", "says", "so"])

    assert "Unlocked: dowel hinge, because my coach says so." in answer.out


def test_unlock_asks_for_a_reason(hinge: Hinge) -> None:
    assert hinge("unlock", "dowel").code == 2
    assert hinge("unlock", "dowel", "because").code == 3
    assert hinge("unlock", "dowel", "--because", "  ").code == 2
    assert hinge("unlock", "dowel", "--because", "x" * 201).code == 2


def test_unlock_of_an_open_drill_changes_nothing(hinge: Hinge) -> None:
    answer = hinge("unlock", "wall", "--because", "x")

    assert answer.out == "The wall hinge is open already.\n"
    assert hinge("undo").out == "There is nothing to undo.\n"


@pytest.mark.parametrize("screen", ["unloaded", "stop"])
def test_unlock_never_passes_the_readiness_screen(hinge: Hinge, screen: str) -> None:
    hinge("setup", "--screen", screen)

    answer = hinge("unlock", "kb", "--because", "x")
    hinge("setup", "--cleared", "today")

    assert answer.code == 4
    assert "hinge setup --cleared" in answer.error
    assert hinge("unlock", "kb", "--because", "x").code == 0


@pytest.mark.parametrize("drill", ["wall", "dowel", "kb"])
def test_nothing_is_unlocked_while_a_hold_decides_the_day(hinge: Hinge, drill: str) -> None:
    hinge("log", "wall", "10", "--pain", "5")

    answer = hinge("unlock", drill, "--because", "x")

    assert answer.code == 4
    assert "safety hold" in answer.error


def test_a_hold_elsewhere_keeps_only_what_loads_that_place(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "5", "--where", "neck")

    assert hinge("unlock", "kb", "--because", "x").code == 4
    assert hinge("unlock", "dowel", "--because", "x").code == 0


def test_a_hold_of_the_shoulder_keeps_the_stick_behind_the_back_too(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "5", "--where", "shoulder")

    assert hinge("unlock", "dowel", "--because", "x").code == 4


def test_two_good_mornings_end_a_hold(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "6", now=on(1))
    hinge("morning", "1", now=on(2))

    ended = hinge("morning", "1", "--plain", now=on(3))

    assert "The hold is over." in ended.out
    assert hinge("today", "--json", now=on(3)).json["kind"] == "practice"


@pytest.mark.parametrize("words", [("11",), ("x",), ("1", "--sore", "11"), ("1", "-d", "fri2"), ()])
def test_a_morning_without_sense_is_refused(hinge: Hinge, words: tuple[str, ...]) -> None:
    answer = hinge("morning", *words)

    assert answer.code == 2
    assert answer.error


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("good", "pain 0, this morning"),
        ("all good", "pain 0, this morning"),
        ("no pain", "pain 0, this morning"),
        ("2 low back", "pain 2, this morning"),
        ("1, a little stiff", "pain 1, this morning"),
        ("0 3", "pain 0, soreness 3, this morning"),
    ],
)
def test_a_morning_is_told_in_words(hinge: Hinge, words: str, said: str) -> None:
    assert said in hinge("morning", *words.split()).out


def test_a_morning_without_a_number_is_asked_for_one(hinge: Hinge) -> None:
    answer = hinge("morning", "a", "bit", "stiff")

    assert answer.error == (
        'hinge: "a bit stiff": how much pain, 0 to 10? For example: hinge morning 2.'
    )


def test_a_morning_with_pain_in_a_grave_place_warns(hinge: Hinge) -> None:
    assert "Emergency care now" in hinge("morning", "2", "chest").err


def test_a_pause_is_told_in_words(hinge: Hinge) -> None:
    assert "until Thu 7 Jan, get well" in hinge("pause", "ill", "until", "7", "jan").out


def test_a_session_is_named_by_its_day_where_it_is_the_only_one(hinge: Hinge) -> None:
    hinge("log", "wall", "3x10", now=on(1))
    edited = hinge("edit", "yesterday", "3x9", now=on(2))
    hinge("log", "wall", "5", "-d", "yesterday", now=on(2))
    twice = hinge("edit", "yesterday", "3x8", now=on(2))
    none = hinge("delete", "today", now=on(2))
    neither = hinge("delete", "spaceship", now=on(2))

    ids = [session["id"][:6] for session in hinge("history", "--json").json["sessions"]]
    assert "Changed: wall hinge 3 × 9" in edited.out
    assert twice.code == none.code == neither.code == 3
    assert twice.error.startswith("hinge: 2 sessions yesterday: write ")
    assert all(id_ in twice.error for id_ in ids)
    assert none.error == "hinge: there is no session today. hinge history lists them."
    assert "no session has the id" in neither.error


def test_a_pause_waits_until_its_last_day_or_a_resume(hinge: Hinge) -> None:
    hinge("pause", "--until", "+2d", now=on(1))

    def kind(day: int) -> str:
        return str(hinge("today", "--json", now=on(day)).json["kind"])

    assert [kind(1), kind(3), kind(4)] == ["paused", "paused", "practice"]
    assert "welcome back" in hinge("resume", now=on(2)).out
    assert kind(2) == "practice"
    assert "no pause to end" in hinge("resume", now=on(2)).out


def test_a_pause_cannot_end_before_it_begins(hinge: Hinge) -> None:
    assert hinge("pause", "--until", "yesterday").code == 2


def test_today_of_a_past_day_and_never_of_a_coming_one(hinge: Hinge) -> None:
    hinge("log", "wall", "3x10", now=on(1))

    assert hinge("today", "--date", "yesterday", "--json", now=on(2)).json["kind"] == "done"
    assert hinge("today", "--date", "tomorrow").code == 2


def test_a_past_day_is_shown_as_the_log_has_it(hinge: Hinge) -> None:
    hinge("log", "wall", "3x10")

    told = hinge("today", "--date", "yesterday", "--json", now=on(2)).json

    assert told["kind"] == "done"
    assert "A past day, as the log has it." in hinge("today", "--help").out


def test_a_session_that_was_broken_off_can_be_gone_on_with(hinge: Hinge) -> None:
    answer = hinge("log", "10", "2")
    card = hinge("today", "--plain")
    status = hinge()
    rest = hinge("log", "all")

    left = "12 clean reps so far; 2 of 3 sets are left, if you like."
    assert left in answer.out
    assert "Next: hinge today" in answer.out
    assert card.out.startswith("The rest of today.")
    assert left in card.out
    assert "Left: Wall hinge, 2 sets of 10. Rest 45 seconds." in card.out
    assert status.out == f"Week 1. The rest of today: {left}\nNext: hinge today\n"
    assert "wall hinge 2 × 10 (20 clean)" in rest.out
    assert hinge("today", "--plain").out.startswith("Done for today.")


def test_a_drills_page_is_found_by_its_alias(hinge: Hinge) -> None:
    assert "Kettlebell deadlift" in hinge("show", "kb", "--plain").out
    assert hinge("show", "kbx").code == 3


def test_a_lesson_is_found_by_its_beginning(hinge: Hinge) -> None:
    assert "belly" in hinge("learn", "breath", "--plain").out


def test_why_gives_the_source_of_each_rule(hinge: Hinge) -> None:
    assert "guide" in hinge("why", "--plain").out
    assert "coach" in hinge("why", "kb", "--plain").out


def test_the_plan_shows_twelve_weeks(hinge: Hinge) -> None:
    out = hinge("plan", "--plain").out

    assert "50-100" in out
    assert "9" in out


@pytest.mark.parametrize(
    "words",
    [
        ("today",),
        ("mistakes",),
        ("mistakes", "--mine"),
        ("mistakes", "rounding"),
        ("progress",),
        ("why",),
        ("why", "kb"),
        ("history",),
        ("plan",),
        ("learn",),
        ("learn", "pain"),
        ("show", "wall"),
        ("setup", "--show"),
    ],
)
def test_every_view_fits_a_pipe_and_plain_has_one_fact_a_line(
    hinge: Hinge, words: tuple[str, ...]
) -> None:
    hinge("log", "wall", "18/20", "-m", "rounding", "-n", "a note")

    drawn, plain = hinge(*words), hinge(*words, "--plain")

    assert (drawn.code, plain.code, drawn.err, plain.err) == (0, 0, "", "")
    assert max(len(line) for line in drawn.out.splitlines()) <= 80
    assert "\x1b" not in drawn.out + plain.out
    assert not any(sign in plain.out for sign in "─│┌█░")


@pytest.mark.parametrize(
    ("words", "said", "following"),
    [
        (("pause",), "Paused.", "hinge resume"),
        (("log", "wall", "10", "--pain", "6"), "A gentle day.", "hinge morning"),
        (("log", "wall", "20"), "Today: dowel hinge 3 × 10", "hinge today"),
    ],
)
def test_hinge_alone_names_the_day_as_it_is(
    hinge: Hinge, words: tuple[str, ...], said: str, following: str
) -> None:
    hinge(*words, now=on(1))

    lines = hinge(now=on(2)).out.splitlines()

    assert said in lines[0]
    assert lines[-1] == f"Next: {following}"


def test_hinge_alone_says_how_far_the_next_drill_is(hinge: Hinge) -> None:
    hinge("log", "wall", "17")

    assert "Next to open: dowel hinge, best run 17 of 20." in hinge().out


def test_a_test_day_is_named_by_its_runs(hinge: Hinge) -> None:
    hinge("log", "3x10", now=on(1))
    hinge("log", "3x11", now=on(2))

    assert "up to 3 runs of 20" in hinge(now=on(3)).out


@pytest.mark.parametrize(
    "tempo",
    ["fast", "3-1", "0-1-2", "3-1-21", "3--1-2", "nan-1-2", "3-nan-2", "inf-1-2", "3-1-inf"],
)
def test_a_tempo_without_sense_is_refused(hinge: Hinge, tempo: str) -> None:
    answer = hinge("today", "--tempo", tempo)

    assert answer.code == 2
    assert f'--tempo "{tempo}"' in answer.error


@pytest.mark.parametrize("more", [("--walk",), ("--json",), ("--date", "yesterday")])
def test_a_tempo_is_refused_before_anything_is_shown(hinge: Hinge, more: tuple[str, ...]) -> None:
    answer = hinge("today", "--tempo", "fast", *more)

    assert answer.code == 2
    assert '--tempo "fast"' in answer.error


def test_without_a_terminal_the_walk_prints_what_it_would_be(hinge: Hinge) -> None:
    answer = hinge("today", "--walk", "--plain", "--tempo", "3-1-2")

    assert answer.code == 0
    assert "Wall hinge: 3 sets of 10" in answer.out


@pytest.mark.parametrize(
    ("words", "pain"),
    [
        (("--pain", "4"), {"score": 4, "where": "knee", "sharp": False}),
        (("--where", "hip"), {"score": 2, "where": "hip", "sharp": False}),
        (("--sharp",), {"score": 2, "where": "knee", "sharp": True}),
        (("--pain", "none"), None),
    ],
)
def test_an_edit_of_the_pain_keeps_the_rest_of_it(
    hinge: Hinge, words: tuple[str, ...], pain: object
) -> None:
    hinge("log", "wall", "10", "--pain", "2", "--where", "knee")
    id_ = hinge("history", "--json").json["sessions"][0]["id"]

    assert hinge("edit", id_, *words).code == 0
    assert hinge("history", "--json").json["sessions"][0]["pain"] == pain


@pytest.mark.parametrize(
    ("words", "sharp"),
    [
        (("--pain", "4"), True),
        (("--where", "low-back"), True),
        (("--pain", "4", "--no-sharp"), False),
        (("--no-sharp",), False),
    ],
)
def test_an_edit_takes_no_sharp_pain_away_by_the_way(
    hinge: Hinge, words: tuple[str, ...], sharp: bool
) -> None:
    hinge("log", "wall", "10", "--pain", "3", "--sharp")
    id_ = hinge("history", "--json").json["sessions"][0]["id"]

    assert hinge("edit", id_, *words).code == 0
    assert hinge("history", "--json").json["sessions"][0]["pain"]["sharp"] is sharp
    assert (hinge("today", "--json").json["kind"] == "hold") is sharp


def test_an_edit_to_no_pain_takes_place_and_kind_away(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "6", "--where", "knee", "--sharp")
    id_ = hinge("history", "--json").json["sessions"][0]["id"]

    hinge("edit", id_, "--pain", "0")

    pain = hinge("history", "--json").json["sessions"][0]["pain"]
    assert pain == {"score": 0, "where": None, "sharp": False}
    assert hinge("today", "--json").json["kind"] != "hold"


def test_a_session_is_not_moved_into_the_evening_to_come(hinge: Hinge) -> None:
    hinge("log", "wall", "10", now="2026-11-22T23:30:00+01:00")
    id_ = hinge("history", "--json").json["sessions"][0]["id"]

    hinge("edit", id_, "-d", "today", now="2026-11-23T10:00:00+01:00")

    (moved,) = hinge("history", "--json").json["sessions"]
    assert (moved["date"], moved["at"][11:16]) == ("2026-11-23", "10:00")


def test_an_edit_can_tell_a_pain_that_was_not_told(hinge: Hinge) -> None:
    id_ = hinge("log", "wall", "10", "--json").json["session"]["id"]

    assert hinge("edit", id_, "--where", "hip").code == 2
    assert hinge("edit", id_, "--pain", "1", "--where", "hip", "--sore", "2").code == 0


def test_a_lesson_can_be_had_as_json(hinge: Hinge) -> None:
    lesson = hinge("learn", "pain", "--json").json

    assert list(lesson) == ["schema", "id", "title", "text"]


def test_a_plan_can_be_had_as_json(hinge: Hinge) -> None:
    assert list(hinge("plan", "--json").json) == ["schema", "week", "rows", "notes", "goal_week"]


def test_replay_keeps_its_own_protocol_option(hinge: Hinge) -> None:
    tiny = Path(__file__).parents[1] / "protocols" / "tiny"

    assert hinge("replay").code == 2
    assert hinge("replay", "--protocol", str(tiny), "--plain").code == 0


@pytest.mark.parametrize(
    "words", [(), ("log",), ("protocol",), ("protocol", "check")], ids=lambda words: " ".join(words)
)
def test_help_is_a_word_too(hinge: Hinge, words: tuple[str, ...]) -> None:
    assert hinge("help", *words).out == hinge(*words, "--help").out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("lgo",), 'hinge has no command "lgo". Did you mean log?'),
        (("protocol", "xyzzy"), 'hinge protocol has no command "xyzzy". hinge help lists them.'),
        (("log", "wall"), 'hinge log has no command "wall". hinge help lists them.'),
    ],
)
def test_help_of_what_is_no_command_says_so(
    hinge: Hinge, words: tuple[str, ...], says: str
) -> None:
    answer = hinge("help", *words)

    assert answer.code == 2
    assert answer.error == f"hinge: {says}"


def test_show_alone_lists_the_drills_as_they_are_typed(hinge: Hinge) -> None:
    drawn, plain = hinge("show").out, hinge("show", "--plain").out

    assert "wall      Wall hinge  open" in drawn
    assert "kb: kettlebell deadlift, locked." in plain.splitlines()
    assert drawn.rstrip().endswith("Read one: hinge show DRILL")


def test_why_alone_says_of_what_else_it_can_be_asked(hinge: Hinge) -> None:
    for words in (("why",), ("why", "--plain")):
        text = " ".join(hinge(*words).out.split())
        assert "Of a drill: hinge why DRILL, as in wall, dowel, kb" in text
    assert "Of a drill" not in hinge("why", "kb").out


def test_a_tempo_is_that_of_the_card_and_of_the_json(hinge: Hinge) -> None:
    card = hinge("today", "--tempo", "5-2-2").out
    (block,) = hinge("today", "--tempo", "5-2-2", "--json").json["blocks"]

    assert "5 s down" in card
    assert "Your tempo today: 5 seconds down, 2 at the end, 2 up." in card
    assert block["tempo"] == {"down": 5.0, "pause": 2.0, "up": 2.0}


def test_a_morning_without_a_score_off_a_terminal_says_how(hinge: Hinge) -> None:
    answer = hinge("morning")

    assert answer.code == 2
    assert "For example: hinge morning 2." in " ".join(answer.err.split())
