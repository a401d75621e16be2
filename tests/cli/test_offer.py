"""What follows the card on a terminal: the walk, or a day that is done already."""

import pytest

from cli.running import Hinge, answer_readiness, on
from cli.walk.walkfakes import make_block
from hingecli.cli import offer
from hingecli.motion.paced_sets import sets_of

pytestmark = pytest.mark.usefixtures("terminal")


def test_today_offers_the_walk_and_no_is_no_failure(hinge: Hinge) -> None:
    answer_readiness(hinge)

    answer = hinge("today", typed="n\n")

    assert answer.code == 0
    assert "Walk through it now? [Y]es walk, [d]one already, [n]ot now" in answer.out


@pytest.mark.parametrize("typed", ["later\n", "what?\nnot now\n", "q\n", ""])
def test_the_offer_is_left_in_many_words(hinge: Hinge, typed: str) -> None:
    answer_readiness(hinge)

    answer = hinge("today", typed=typed)

    assert answer.code == 0
    assert ("d logs what you did already" in answer.err) == ("what" in typed)
    assert hinge("history", "--json").json["sessions"] == []


def test_what_is_done_already_is_logged_by_its_counts(hinge: Hinge) -> None:
    answer_readiness(hinge)

    answer = hinge("today", typed="d\n10 9 10\n1\n\n")

    (session,) = hinge("history", "--json").json["sessions"]
    assert "how many of each set were clean? [10 10 10]" in answer.out
    assert "1 Knees cave inward" in answer.err
    assert [(one["clean"], one["reps"]) for one in session["sets"]] == [(10, 10), (9, 10), (10, 10)]
    assert session["mistakes"] == [{"mistake": "knees-cave-in", "count": 1, "drill": "wall-hinge"}]
    assert "Saved: wall hinge" in answer.out
    assert "Tomorrow: wall hinge 3 × 10." in answer.out


def test_all_of_it_is_done_by_default(hinge: Hinge) -> None:
    answer_readiness(hinge)

    hinge("today", typed="done\n\n\n")

    (session,) = hinge("history", "--json").json["sessions"]
    assert [(one["clean"], one["reps"]) for one in session["sets"]] == [(10, 10)] * 3
    assert (session["mistakes"], session["pain"]) == ([], None)


def test_pain_that_was_done_with_shows_the_signs_at_once(hinge: Hinge) -> None:
    answer_readiness(hinge)

    answer = hinge("today", typed="d\n\n6 back\n")

    assert "Emergency care now, with any of these" in answer.err
    assert "Emergency care now" not in answer.out
    assert "hinge learn pain" in answer.out
    assert "Tomorrow:" not in answer.out
    assert hinge("today", "--json").json["kind"] == "hold"


def test_who_leaves_before_the_counts_logs_nothing(hinge: Hinge) -> None:
    answer_readiness(hinge)

    answer = hinge("today", typed="d\nq\n")

    assert answer.code == 130
    assert hinge("history", "--json").json["sessions"] == []


def test_a_test_that_is_done_already_is_told_run_by_run(hinge: Hinge) -> None:
    answer_readiness(hinge)
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
