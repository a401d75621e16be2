"""On a terminal `log` and `today` ask; leaving at any point keeps what was told."""

import sys
from pathlib import Path

import pytest

from cli.running import Hinge, on
from cli.walk.walkfakes import make_block
from hingecli.cli import offer
from hingecli.motion.paced_sets import sets_of

pytestmark = pytest.mark.usefixtures("terminal")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program believe that it is on a terminal."""
    monkeypatch.setattr("hingecli.app.is_terminal", lambda _stream: True)


def test_enter_takes_todays_dose(hinge: Hinge) -> None:
    answer = hinge("log", typed="\n\n\n\n")

    (session,) = hinge("history", "--json").json["sessions"]
    assert "What did you do? [3x10] " in answer.out
    assert [one["reps"] for one in session["sets"]] == [10, 10, 10]
    assert (session["pain"], session["effort"], session["note"]) == (None, None, None)


def test_every_answer_is_kept(hinge: Hinge) -> None:
    hinge("log", typed="wall 8/10\n3 low back sharp\n6\n2\n")

    (session,) = hinge("history", "--json").json["sessions"]
    assert session["pain"] == {"score": 3, "where": "low-back", "sharp": True}
    assert session["effort"] == 6
    assert session["mistakes"][0]["count"] == 2


def test_a_clean_session_is_asked_for_a_note_instead_of_a_mistake(hinge: Hinge) -> None:
    hinge("log", typed="wall 10\n\n\nit felt light\n")

    assert hinge("history", "--json").json["sessions"][0]["note"] == "it felt light"


def test_an_answer_without_sense_is_asked_again(hinge: Hinge) -> None:
    answer = hinge("log", typed="3xx\nwll 5\nwall 8/10\n12\n1\n0\n4\nslump\nrounding\n")

    assert answer.code == 0
    assert '"3xx" is not a set' in answer.err
    assert "Did you mean wall-hinge" in answer.err
    assert "from 1 to 10" in answer.err
    assert len(hinge("history", "--json").json["sessions"]) == 1


def test_flags_given_are_not_asked_again(hinge: Hinge) -> None:
    answer = hinge("log", "--pain", "1", "--effort", "5", typed="wall 10\n\n")

    assert "Pain" not in answer.out
    assert "Effort" not in answer.out


@pytest.mark.parametrize("end", ["q\n", ""])
def test_leaving_after_the_sets_keeps_them_and_says_so(hinge: Hinge, end: str) -> None:
    answer = hinge("log", typed=f"wall 10\n1\n{end}")

    (session,) = hinge("history", "--json").json["sessions"]
    assert answer.code == 0
    assert "what you told so far is kept" in answer.err
    assert (session["pain"]["score"], session["effort"]) == (1, None)


@pytest.mark.parametrize("typed", ["q\n", "", "quit\n"])
def test_leaving_before_the_sets_keeps_nothing(hinge: Hinge, home: Path, typed: str) -> None:
    answer = hinge("log", typed=typed)

    assert answer.code == 130
    assert "nothing was saved" in answer.err
    assert not (home / "hinge.json").exists()


def test_json_never_asks(hinge: Hinge) -> None:
    assert hinge("log", "--json", typed="wall 10\n").code == 2


def asked_before(hinge: Hinge) -> None:
    """Answer the readiness questions, so that today does not ask them."""
    hinge("setup", "--screen", "clear", now=on(1))


def test_today_offers_the_walk_and_no_is_no_failure(hinge: Hinge) -> None:
    asked_before(hinge)

    answer = hinge("today", typed="n\n")

    assert answer.code == 0
    assert "Walk through it now? [Y]es walk, [d]one already, [n]ot now" in answer.out


@pytest.mark.parametrize("typed", ["later\n", "what?\nnot now\n", "q\n", ""])
def test_the_offer_is_left_in_many_words(hinge: Hinge, typed: str) -> None:
    asked_before(hinge)

    answer = hinge("today", typed=typed)

    assert answer.code == 0
    assert ("d logs what you did already" in answer.err) == ("what" in typed)
    assert hinge("history", "--json").json["sessions"] == []


FIRST = "1 Chest pain or fainting"
SECOND = "2 Trouble with heart"


def test_the_first_today_asks_two_questions_then_shows_the_card(hinge: Hinge) -> None:
    first = hinge("today", typed="n\nn\nn\n")
    second = hinge("today", typed="n\n")

    card = first.out.index("3 sets × 10")
    assert first.out.index(FIRST) < first.out.index(SECOND) < card
    assert card < first.out.index("hinge setup takes a minute")
    assert not {FIRST, SECOND, "takes a minute"} & {
        words for words in (FIRST, SECOND, "takes a minute") if words in second.out
    }
    assert "no to the first two; setup has the rest" in hinge("setup", "--show", "--plain").out


def test_a_yes_to_the_first_holds_every_session_and_says_what_to_do(hinge: Hinge) -> None:
    answer = hinge("today", typed="yes\n")

    assert SECOND not in answer.out
    assert "hinge setup --cleared DATE" in answer.out
    assert "Walk through it" not in answer.out
    assert hinge("today", "--json").json["kind"] == "hold"


def test_a_yes_to_the_second_leaves_load_for_later_and_says_what_to_do(hinge: Hinge) -> None:
    answer = hinge("today", typed="no\ny\nn\n")

    assert "Before any load a professional says yes: hinge setup --cleared DATE" in answer.out
    assert "3 sets × 10" in answer.out
    assert hinge("today", "--json").json["kind"] == "practice"
    assert "no load before a professional's yes" in hinge("setup", "--show", "--plain").out


def test_skipped_questions_are_not_asked_again_and_shown_as_skipped(hinge: Hinge) -> None:
    assert "not answered yet" in hinge("setup", "--show", "--plain").out

    hinge("today", typed="\n\nn\n")

    assert FIRST not in hinge("today", typed="n\n").out
    assert "the first two skipped" in hinge("setup", "--show", "--plain").out


def test_who_leaves_at_the_questions_is_asked_again(hinge: Hinge) -> None:
    hinge("today", typed="n\nq\n")

    assert FIRST in hinge("today", typed="q\n").out


@pytest.mark.parametrize("words", [("--no-walk",), ("--json",)])
def test_who_wants_the_card_only_is_asked_nothing(hinge: Hinge, words: tuple[str, ...]) -> None:
    assert FIRST not in hinge("today", *words, typed="").out


def test_what_is_done_already_is_logged_by_its_counts(hinge: Hinge) -> None:
    asked_before(hinge)

    answer = hinge("today", typed="d\n10 9 10\n1\n\n")

    (session,) = hinge("history", "--json").json["sessions"]
    assert "how many of each set were clean? [10 10 10]" in answer.out
    assert "1 Knees cave inward" in answer.err
    assert [(one["clean"], one["reps"]) for one in session["sets"]] == [(10, 10), (9, 10), (10, 10)]
    assert session["mistakes"] == [{"mistake": "knees-cave-in", "count": 1, "drill": "wall-hinge"}]
    assert "Saved: wall hinge" in answer.out
    assert "Tomorrow: wall hinge 3 × 10." in answer.out


def test_all_of_it_is_done_by_default(hinge: Hinge) -> None:
    asked_before(hinge)

    hinge("today", typed="done\n\n\n")

    (session,) = hinge("history", "--json").json["sessions"]
    assert [(one["clean"], one["reps"]) for one in session["sets"]] == [(10, 10)] * 3
    assert (session["mistakes"], session["pain"]) == ([], None)


def test_pain_that_was_done_with_shows_the_signs_at_once(hinge: Hinge) -> None:
    asked_before(hinge)

    answer = hinge("today", typed="d\n\n6 back\n")

    assert "Emergency care now, with any of these" in answer.err
    assert "Emergency care now" not in answer.out
    assert "hinge learn pain" in answer.out
    assert "Tomorrow:" not in answer.out
    assert hinge("today", "--json").json["kind"] == "hold"


def test_who_leaves_before_the_counts_logs_nothing(hinge: Hinge) -> None:
    asked_before(hinge)

    answer = hinge("today", typed="d\nq\n")

    assert answer.code == 130
    assert hinge("history", "--json").json["sessions"] == []


def test_a_test_that_is_done_already_is_told_run_by_run(hinge: Hinge) -> None:
    asked_before(hinge)
    for day in (1, 2):
        hinge("log", "wall", "3x10", now=on(day))
    assert hinge("today", "--json", now=on(3)).json["kind"] == "test"

    hinge("today", typed="d\n21\n12 and 20\n\n\n", now=on(3))

    session = hinge("history", "--json", now=on(3)).json["sessions"][0]
    assert [(one["clean"], one["reps"]) for one in session["sets"]] == [(12, 13), (20, 20)]


def test_one_sided_sets_that_are_done_are_told_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    questions: list[str] = []

    def answer(shown: str) -> str:
        questions.append(shown)
        return "6 5 6 6"

    monkeypatch.setattr("builtins.input", answer)
    sets = sets_of([make_block(sets=2, reps=6, per_side=True)], right_first=("wall-hinge",))

    records = offer._ask_sets(list(sets))

    assert "clean, right and left in turn? [6 6 6 6]" in " ".join(questions[0].split())
    assert [(one.side, one.clean) for one in records] == [("R", 6), ("L", 5), ("R", 6), ("L", 6)]


def test_pain_in_a_session_shows_the_signs_before_the_next_question(hinge: Hinge) -> None:
    answer = hinge("log", typed="wall 10\n5\nq\n")

    assert "Emergency care now" in answer.err
    assert "Emergency care now" not in answer.out


def test_pain_in_a_morning_shows_the_signs_at_once(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "6", now=on(1))

    answer = hinge("today", typed="5\n", now=on(2))

    assert "Emergency care now" in answer.err
    assert "Emergency care now" not in answer.out
    assert "See a doctor soon" not in answer.out
    assert "hinge learn pain" in answer.out


def test_who_tells_two_alarming_pains_reads_the_signs_once(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "6", now=on(1))

    answer = hinge("log", typed="5\nwall 10\n6 back\nq\n", now=on(2))

    assert (answer.err + answer.out).count("Emergency care now") == 1


def test_a_morning_without_alarm_leaves_the_signs_on_the_card(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "6", now=on(1))
    hinge("morning", "5", now=on(2))

    answer = hinge("today", typed="", now=on(2))

    assert "Emergency care now" in answer.out


def test_signs_that_went_to_a_file_are_said_again(
    hinge: Hinge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hingecli.app.is_terminal", lambda stream: stream is not sys.stderr)
    hinge("log", "wall", "10", "--pain", "6", now=on(1))

    answer = hinge("today", typed="5\n", now=on(2))

    assert "Emergency care now" in answer.out


@pytest.mark.parametrize("words", [("--no-walk",), ("--json",), ("--date", "yesterday")])
def test_today_asks_nothing_when_only_the_card_is_wanted(
    hinge: Hinge, words: tuple[str, ...]
) -> None:
    assert "Walk through" not in hinge("today", *words, typed="").out


def test_on_a_hold_today_asks_for_the_pain_first_and_keeps_it(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "6", now=on(1))

    answer = hinge("today", typed="2\n", now=on(2))

    assert "Pain this morning, 0-10?" in answer.out
    assert "half" in answer.out
    assert "morning score 2" in hinge("undo", "--plain", now=on(2)).out


def test_skipping_the_morning_question_keeps_nothing(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "6", now=on(1))

    assert hinge("today", typed="\n", now=on(2)).code == 0
    assert "Undone: wall hinge 10" in hinge("undo", "--plain", now=on(2)).out


def test_leaving_at_the_morning_question_shows_no_more(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "6", now=on(1))

    answer = hinge("today", typed="q\n", now=on(2))

    assert answer.code == 0
    assert "Stopped." in answer.err


def test_the_morning_after_a_loaded_day_is_asked_once(hinge: Hinge) -> None:
    asked_before(hinge)
    hinge("unlock", "kb", "--because", "x", now=on(1))
    hinge("log", "kb", "3x8", "@8kg", now=on(1))

    first = hinge("today", typed="0\nn\n", now=on(2))
    second = hinge("today", typed="n\n", now=on(2))

    assert "Pain this morning, 0-10?" in first.out
    assert "Pain" not in second.out.split("Walk")[0].split("─")[0]


@pytest.mark.parametrize(
    ("day", "asked"), [(3, "Pain yesterday morning, 0-10?"), (5, "Pain on Tuesday morning, 0-10?")]
)
def test_a_morning_after_a_load_that_was_left_open_is_asked_by_its_day(
    hinge: Hinge, day: int, asked: str
) -> None:
    asked_before(hinge)
    hinge("unlock", "kb", "--because", "x", now=on(1))
    hinge("log", "kb", "3x8", "@8kg", now=on(1))
    hinge("pause", now=on(2))

    assert asked in hinge("today", typed="\nn\n", now=on(day)).out


def test_a_purge_is_agreed_to_by_name(hinge: Hinge) -> None:
    id_ = hinge("log", "wall", "10", "--json").json["session"]["id"]

    kept = hinge("delete", id_, "--purge", typed="n\n")
    gone = hinge("delete", id_, "--purge", typed="y\n")

    assert kept.code == 130
    assert "for good?" in kept.out
    assert gone.code == 0
    assert hinge("history", "--json").json["sessions"] == []


def test_before_a_load_pain_and_soreness_are_asked_together(hinge: Hinge) -> None:
    asked_before(hinge)
    hinge("unlock", "dowel", "--because", "x")
    hinge("unlock", "kb", "--because", "x")
    hinge("setup", "--days", "mon,wed,fri")

    answer = hinge("today", typed="11\n1 4\nn\n")

    assert "Pain and soreness this morning" in answer.out
    assert "from 0 to 10" in answer.err
    assert "oreness 4" in answer.out
    assert hinge("today", "--json").json["kind"] != "load"


AFTER_THE_PLAN = on(1 + 7 * 12)


def test_the_end_of_the_plan_asks_for_a_goal_before_the_card(hinge: Hinge) -> None:
    asked_before(hinge)
    hinge("log", "wall", "3x10")

    answer = hinge("today", typed="fame\nstrength\nn\n", now=AFTER_THE_PLAN)

    assert answer.out.index("weeks of the plan are behind you") < answer.out.index("Wall hinge  ")
    assert "Which goal is next" in answer.out
    assert "fame" in answer.err
    assert "strength" in hinge("setup", "--show", now=AFTER_THE_PLAN).out
    again = hinge("today", typed="\nn\n", now=AFTER_THE_PLAN)
    assert "Enter: today's card" in again.out


def test_enter_at_the_end_of_the_plan_leaves_the_goal_for_later(hinge: Hinge) -> None:
    asked_before(hinge)
    hinge("log", "wall", "3x10")

    answer = hinge("today", typed="\nn\n", now=AFTER_THE_PLAN)

    assert answer.out.count("Which goal is next") == 1
    assert hinge("today", "--json", now=AFTER_THE_PLAN).json["plan_end"]["goal"] is None


def test_leaving_at_the_end_of_the_plan_is_no_failure(hinge: Hinge) -> None:
    hinge("log", "wall", "3x10")

    answer = hinge("today", typed="q\n", now=AFTER_THE_PLAN)

    assert answer.code == 0
    assert "Stopped." in answer.err


def test_the_end_of_the_plan_stands_before_the_plan_from_then_on(hinge: Hinge) -> None:
    hinge("log", "wall", "3x10")
    hinge("log", "wall", "3x10", now=AFTER_THE_PLAN)

    assert "plan are behind you" not in hinge("today", "--no-walk", now=AFTER_THE_PLAN).out
    assert "Learned     Wall hinge" in hinge("plan", now=AFTER_THE_PLAN).out


def test_a_long_question_is_broken_between_words(
    hinge: Hinge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hingecli.show.console.columns_of", lambda _stream: 40)

    answer = hinge("log", typed="wall 9/10\n\n\n\n")

    assert "Pain 0-10, and where? (Enter: none\nto tell) " in answer.out


def test_the_status_is_broken_between_words(hinge: Hinge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hingecli.show.console.columns_of", lambda _stream: 30)
    hinge("log", "wall", "12", "-d", "yesterday")

    lines = hinge().out.splitlines()

    assert lines[-1] == "Next: hinge today"
    assert max(len(line) for line in lines) <= 30
    assert " ".join(lines[:-1]).endswith("about 5 min.")


def test_the_first_card_keeps_its_figure_in_a_window_of_twenty_four_rows(
    hinge: Hinge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("TERM", "xterm")

    lines = hinge("today", typed="n\nn\nn\n").out.splitlines()

    card = lines[next(n for n, line in enumerate(lines) if "─" * 80 in line) :]
    assert any(line.startswith("start") for line in card)
    assert len(card) <= 23
