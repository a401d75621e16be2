"""On a terminal `log` and `today` ask; leaving at any point keeps what was told."""

from pathlib import Path

import pytest

from cli.running import Hinge

pytestmark = pytest.mark.usefixtures("terminal")


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


def test_a_purge_is_agreed_to_by_name(hinge: Hinge) -> None:
    id_ = hinge("log", "wall", "10", "--json").json["session"]["id"]

    kept = hinge("delete", id_, "--purge", typed="n\n")
    gone = hinge("delete", id_, "--purge", typed="y\n")

    assert kept.code == 130
    assert "for good?" in kept.out
    assert gone.code == 0
    assert hinge("history", "--json").json["sessions"] == []


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
