"""On a terminal `log` and `today` ask; leaving at any point keeps what was told."""

from pathlib import Path

import pytest

from cli.running import Hinge, on

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
    hinge("log", typed="wall 9/10\n3 low back sharp\n6\nrounding:2\n")

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


def test_today_offers_the_walk_and_no_is_no_failure(hinge: Hinge) -> None:
    answer = hinge("today", typed="n\n")

    assert answer.code == 0
    assert "Walk through it now? [Y/n]" in answer.out


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
    hinge("unlock", "kb", "--because", "x", now=on(1))
    hinge("log", "kb", "3x8", "@8kg", now=on(1))

    first = hinge("today", typed="0\nn\n", now=on(2))
    second = hinge("today", typed="n\n", now=on(2))

    assert "Pain this morning, 0-10?" in first.out
    assert "Pain" not in second.out.split("Walk")[0].split("─")[0]


def test_a_purge_is_agreed_to_by_name(hinge: Hinge) -> None:
    id_ = hinge("log", "wall", "10", "--json").json["session"]["id"]

    kept = hinge("delete", id_, "--purge", typed="n\n")
    gone = hinge("delete", id_, "--purge", typed="y\n")

    assert kept.code == 130
    assert "for good?" in kept.out
    assert gone.code == 0
    assert hinge("history", "--json").json["sessions"] == []


def test_before_a_load_pain_and_soreness_are_asked_together(hinge: Hinge) -> None:
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
    hinge("log", "wall", "3x10")

    answer = hinge("today", typed="power\nstrength\nn\n", now=AFTER_THE_PLAN)

    assert answer.out.index("weeks of the plan are behind you") < answer.out.index("Wall hinge  ")
    assert "Which goal is next" in answer.out
    assert "power" in answer.err
    assert "strength" in hinge("setup", "--show", now=AFTER_THE_PLAN).out
    again = hinge("today", typed="\nn\n", now=AFTER_THE_PLAN)
    assert "Enter: today's card" in again.out


def test_enter_at_the_end_of_the_plan_leaves_the_goal_for_later(hinge: Hinge) -> None:
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
