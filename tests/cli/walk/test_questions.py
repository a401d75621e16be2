"""What is asked after a walk, how pain is taken at any moment, and what comes before what."""

from decimal import Decimal

import msgspec
import pytest

from cli.walk.walkfakes import (
    BEGIN_S,
    END_S,
    INDEX,
    LOADED,
    REP_S,
    FakeKeys,
    Fakes,
    kept,
    make_block,
)
from hingecli.cli.walk.pain import EMERGENCY, HELP
from hingecli.cli.walk.parts import WalkStopped
from hingecli.cli.walk.questions import ask_after, read_effort
from hingecli.cli.walk.stages import walk_sets
from hingecli.coach.log.events import Pain
from hingecli.coach.parse.felt import read_felt
from hingecli.coach.parse.measures import Distance
from hingecli.errors import UsageError


def walked(*, sets: int = 1, loaded: frozenset[str] = frozenset()) -> Fakes:
    fakes = Fakes([(1, "enter")], blocks=[make_block(sets=sets)], loaded=loaded)
    walk_sets(fakes.walk)
    return fakes


def answer(fakes: Fakes, *keys: str) -> None:
    """Answer the questions after a walk with `keys`, one in two seconds."""
    typed = [(2 * n + 2.0, key) for n, key in enumerate(keys)]
    fakes.walk.keys = FakeKeys(fakes.clock, typed)
    ask_after(fakes.walk)


def titles(fakes: Fakes) -> list[str]:
    """Return what was on the screen, one after the other: a list's title, a question."""
    shown = [scene.ask or (scene.title if scene.bullets else "") for scene in fakes.screen.scenes]
    return [text for text, before in zip(shown, ["", *shown], strict=False) if text != before]


def test_what_is_not_answered_is_left_open() -> None:
    fakes = walked()

    answer(fakes, "enter", "enter")

    assert kept(fakes) == [(10, 10)]
    assert (fakes.log.pain, fakes.log.effort) == (None, None)


def test_one_question_takes_the_counts_of_all_sets_and_the_next_what_went_wrong() -> None:
    fakes = walked(sets=2)

    answer(fakes, "9", "space", "8", "enter", "1", "enter", "0", "enter")

    assert kept(fakes) == [(9, 10), (8, 10)]
    assert [done.wrong for done in fakes.walk.done] == [
        ("knees-cave-in",),
        ("knees-cave-in", "knees-cave-in"),
    ]
    assert fakes.log.pain == Pain(score=0)


def test_the_sets_that_are_asked_for_are_named_where_one_was_told_before() -> None:
    fakes = walked(sets=3)
    fakes.walk.done[0] = msgspec.structs.replace(fakes.walk.done[0], sure=True)

    answer(fakes, "9", "space", "8", "enter", "1", "enter", "0", "enter")

    assert "How many were clean in sets 2 and 3? [10 10]" in titles(fakes)
    assert kept(fakes) == [(10, 10), (9, 10), (8, 10)]


def test_effort_is_asked_where_a_load_was_lifted_and_only_there() -> None:
    bare, loaded = walked(), walked(loaded=LOADED)

    answer(bare, *["enter"] * 2)
    answer(loaded, "enter", "enter", "6", "enter")

    assert "How hard was it?" not in titles(bare)
    assert loaded.log.effort == 6


def test_counts_that_do_not_fit_are_asked_again() -> None:
    fakes = walked()

    answer(fakes, "1", "1", "enter", "8", "8", "backspace", "enter", *["enter"] * 2)

    assert kept(fakes) == [(8, 10)]
    assert "There were 10 reps: write 0 to 10." in fakes.screen.lines


def test_the_distance_is_asked_once_with_the_one_on_the_card() -> None:
    fakes = walked()
    fakes.walk.plan = _with(fakes, distance=Distance(cm=Decimal(30), unit="cm"))

    answer(fakes, "enter", "enter", *"14in", "enter")

    assert "How far from the wall were your heels? [30 cm]" in titles(fakes)
    assert fakes.log.distance == Distance(cm=Decimal("35.56"), unit="in")


@pytest.mark.parametrize(("typed", "cm"), [("", 30), ("35", 35), ("32.5 cm", Decimal("32.5"))])
def test_a_distance_without_a_unit_is_in_the_cards(typed: str, cm: Decimal) -> None:
    fakes = walked()
    fakes.walk.plan = _with(fakes, distance=Distance(cm=Decimal(30), unit="cm"))

    answer(fakes, "enter", "enter", *(" ".join(typed).split() if typed else ()), "enter")

    assert fakes.walk.distance == Distance(cm=Decimal(cm), unit="cm")


@pytest.mark.parametrize(("typed", "keeps"), [("", True), ("y", True), ("n", False)])
def test_whether_to_go_on_speaking_is_asked_once(typed: str, *, keeps: bool) -> None:
    fakes = walked()
    fakes.walk.plan = _with(fakes, ask_voice=True)

    answer(fakes, "enter", "enter", *typed, "enter")

    assert fakes.walk.voice is keeps


def test_who_turned_the_voice_off_is_not_asked() -> None:
    fakes = walked()
    fakes.walk.plan, fakes.walk.voice = _with(fakes, ask_voice=True), False

    answer(fakes, "enter", "enter")

    assert not any("voice" in title for title in titles(fakes))


@pytest.mark.parametrize("speaks", [True, None])
def test_a_voice_that_was_never_heard_is_not_asked_about(*, speaks: bool | None) -> None:
    fakes = walked()
    fakes.walk.plan = _with(fakes, ask_voice=True)
    fakes.audio.speaks, fakes.audio.heard = speaks, False

    answer(fakes, "enter", "enter")

    assert not any("voice" in title for title in titles(fakes))


def test_no_rep_is_called_clean_before_it_is_told() -> None:
    fakes = walked()

    answer(fakes, "9", "enter", "enter", "enter")

    seen = {scene.ask.partition("?")[0]: scene.where for scene in fakes.screen.scenes if scene.ask}
    assert seen["How many were clean"] == "10 done"
    assert seen["Any pain"] == "9 clean of 10"


def test_q_in_the_questions_leaves_with_what_was_answered() -> None:
    fakes = walked()

    with pytest.raises(WalkStopped):
        answer(fakes, "7", "enter", "q")

    assert kept(fakes) == [(7, 10)]


@pytest.mark.parametrize("typed", ["5", "2sharp", "1chest"])
def test_pain_that_stops_shows_the_emergency_list_and_asks_no_more(typed: str) -> None:
    fakes = walked(loaded=LOADED)
    words = [key for part in (typed[0], "space", typed[1:]) for key in _keys(part)]

    answer(fakes, "enter", *words, "enter", "enter")

    assert titles(fakes)[-2:] == ["Any pain?", EMERGENCY]
    assert fakes.log.effort is None
    assert fakes.log.pain is not None


def test_a_sign_that_is_true_after_the_questions_says_to_get_care() -> None:
    fakes = walked(loaded=LOADED)

    with pytest.raises(WalkStopped) as stopped:
        answer(fakes, "enter", "7", "enter", "y", "enter")

    assert titles(fakes)[-2:] == [EMERGENCY, HELP]
    assert not stopped.value.asking
    assert fakes.log.pain == Pain(score=7)


def test_a_four_shows_no_list_and_the_questions_go_on() -> None:
    fakes = walked(loaded=LOADED)

    answer(fakes, "enter", "4", "enter", "7", "enter")

    assert EMERGENCY not in titles(fakes)
    assert (fakes.log.pain, fakes.log.effort) == (Pain(score=4), 7)


def stop_with_pain(*keys: tuple[float, str], sets: int = 3) -> Fakes:
    fakes = Fakes([(1, "enter"), *keys], blocks=[make_block(sets=sets)])
    with pytest.raises(WalkStopped):
        walk_sets(fakes.walk)
    return fakes


def test_pain_in_a_set_keeps_its_reps_and_shows_the_list_before_it_asks() -> None:
    at = BEGIN_S + 3.4 * REP_S
    fakes = stop_with_pain((at, "!"), (at + 3, "enter"), (at + 5, "6"), (at + 6, "enter"))

    assert kept(fakes) == [(3, 3)]
    assert titles(fakes)[-2:] == [EMERGENCY, "How much pain, and where?"]
    listed = [scene.bullets for scene in fakes.screen.scenes if scene.bullets]
    assert listed[0] == ("chest pain", "fainting")
    assert fakes.log.pain == Pain(score=6)
    assert "Stop. Stand still." in fakes.audio.said


@pytest.mark.parametrize("last", ["enter", "q", "ctrl-c"])
def test_a_sign_that_is_true_stops_the_walk_and_keeps_the_reps(last: str) -> None:
    at = BEGIN_S + 3.4 * REP_S
    fakes = Fakes([(1, "enter"), (at, "!"), (at + 0.5, "y"), (at + 3, last)])

    with pytest.raises(WalkStopped) as stopped:
        walk_sets(fakes.walk)

    assert not stopped.value.asking
    assert titles(fakes)[-2:] == [EMERGENCY, HELP]
    listed = next(scene for scene in fakes.screen.scenes if scene.bullets)
    assert listed.keys == (("enter", "none of these"), ("y", "one of these"))
    assert "Enter: none of these, y: one of these" in fakes.screen.lines
    assert f"{HELP}." in fakes.audio.said
    assert kept(fakes) == [(3, 3)]
    assert fakes.log.pain == Pain(score=5)


def test_pain_below_the_stop_may_go_on_from_a_key() -> None:
    at = BEGIN_S + 3.4 * REP_S
    keys = [(at, "!"), (at + 3, "enter"), (at + 5, "3"), (at + 6, "enter"), (at + 9, "g")]
    fakes = Fakes([(1, "enter"), *keys, (at + 20, "enter")], blocks=[make_block(sets=2)])

    walk_sets(fakes.walk)

    assert kept(fakes) == [(3, 3), (10, 10)]
    assert fakes.log.pain == Pain(score=3)


def test_pain_below_the_stop_may_end_the_walk_too() -> None:
    at = BEGIN_S + 3.4 * REP_S
    fakes = stop_with_pain(
        (at, "!"), (at + 3, "enter"), (at + 5, "1"), (at + 6, "enter"), (at + 9, "enter")
    )

    assert kept(fakes) == [(3, 3)]


@pytest.mark.parametrize("at", [0.5, END_S + 5])
def test_pain_can_be_told_before_a_set_and_in_a_rest(at: float) -> None:
    keys = [(at, "!"), (at + 3, "enter"), (at + 5, "7"), (at + 6, "enter")]
    fakes = Fakes([] if at < 1 else [(1, "enter"), *keys])
    if at < 1:
        fakes.walk.keys = FakeKeys(fakes.clock, keys)

    with pytest.raises(WalkStopped) as stopped:
        walk_sets(fakes.walk)

    assert not stopped.value.asking
    assert fakes.walk.pain == Pain(score=7)


def test_pain_is_heard_while_a_weight_is_typed() -> None:
    keys = [(1, "w"), (2, "1"), (3, "!"), (6, "enter"), (7, "8"), (8, "enter")]
    fakes = Fakes(keys, loaded=LOADED)

    with pytest.raises(WalkStopped):
        walk_sets(fakes.walk)

    assert fakes.walk.pain == Pain(score=8)


def test_pain_in_the_middle_of_an_answer_is_heard() -> None:
    at = END_S + 5
    fakes = stop_with_pain(
        (at, "9"), (at + 1, "!"), (at + 4, "enter"), (at + 6, "8"), (at + 7, "enter")
    )

    assert fakes.walk.pain == Pain(score=8)


def test_pain_told_in_the_questions_asks_no_more() -> None:
    fakes = walked(loaded=LOADED)

    answer(fakes, "!", "enter", "2", "enter")

    assert titles(fakes)[-2:] == [EMERGENCY, "How much pain, and where?"]
    assert fakes.log.pain == Pain(score=2)


def test_the_worst_pain_of_a_walk_is_kept() -> None:
    fakes = walked()
    fakes.walk.pain = Pain(score=4, where="knee")

    answer(fakes, "enter", "2", "enter")

    assert "Any pain? [pain 4 in the knee]" in titles(fakes)
    assert fakes.walk.pain == Pain(score=4, where="knee")


def test_the_list_needs_to_be_seen_before_a_key_ends_it() -> None:
    at = BEGIN_S + 3.4 * REP_S
    fakes = stop_with_pain((at, "!"), (at + 0.5, "enter"), (at + 2, "end"))

    assert titles(fakes)[-1] == EMERGENCY


@pytest.mark.parametrize(
    ("typed", "pain"),
    [
        ("0", Pain(score=0)),
        ("none", Pain(score=0)),
        ("No", Pain(score=0)),
        ("4 low back", Pain(score=4, where="low-back")),
        ("6 leg sharp", Pain(score=6, where="leg", sharp=True)),
        ("10, sharp", Pain(score=10, sharp=True)),
        ("3 left calf", Pain(score=3, where="leg", where_told="left calf")),
        ("3 moon", Pain(score=3, where="other", where_told="moon")),
    ],
)
def test_pain_is_a_score_with_a_place(typed: str, pain: Pain) -> None:
    assert read_felt(typed, INDEX) == pain


@pytest.mark.parametrize("typed", ["11", "knee", "", "3 " + "m" * 61, "²", "9" * 5000])
def test_pain_that_cannot_be_read_says_how(typed: str) -> None:
    with pytest.raises(UsageError, match=r"0 to 10|in a word or two"):
        read_felt(typed, INDEX)


@pytest.mark.parametrize(("typed", "effort"), [("1", 1), ("10", 10)])
def test_effort_is_from_one_to_ten(typed: str, effort: int) -> None:
    assert read_effort(typed, INDEX) == effort


@pytest.mark.parametrize("typed", ["0", "11", "²", "9" * 5000])
def test_effort_that_cannot_be_read_says_how(typed: str) -> None:
    with pytest.raises(UsageError, match="from 1"):
        read_effort(typed, INDEX)


def _with(fakes: Fakes, **changes: object):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(fakes.walk.plan, **changes)  # type: ignore[arg-type]


def _keys(part: str) -> list[str]:
    return [part] if part == "space" else list(part)
