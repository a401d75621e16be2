"""Answers about oneself are read as meant, or refused with what may be written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.coach.log.events import Pain, Place
from hingecli.coach.parse import answers
from hingecli.coach.parse.places import PLACES, read_place
from hingecli.coach.protocol.protocol import Index
from hingecli.content import bundled, load_protocol
from hingecli.errors import UsageError
from hingecli.show.sets import feelings

INDEX = load_protocol(bundled())


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("0", 0),
        ("10", 10),
        (" 7 ", 7),
        ("7.", 7),
        ("7/10", 7),
        ("7 out of 10", 7),
        ("seven", 7),
        ("a 7", 7),
        ("about 7", 7),
        ("none", 0),
        ("No pain", 0),
        ("\uff17", 7),
    ],
)
def test_a_score_is_a_whole_number_to_ten(text: str, score: int) -> None:
    assert answers.read_score(text, what="pain") == score


@pytest.mark.parametrize(
    "text", ["-1", "11", "", "5.5", "3-4", "5/9", "twelve", "hard", "٣", "²", "100", "9" * 5000]
)
def test_what_is_no_score_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="from 0 to 10"):
        answers.read_score(text, what="pain")


def test_a_refused_answer_is_quoted_behind_its_flag_or_alone() -> None:
    with pytest.raises(UsageError, match=r'^--sore "x": write'):
        answers.read_score("x", what="--sore")
    with pytest.raises(UsageError, match=r'^"x": write'):
        answers.read_score("x", what="")


def test_effort_begins_at_one() -> None:
    assert answers.read_score("1", what="effort", least=1) == 1
    with pytest.raises(UsageError, match="from 1 to 10"):
        answers.read_score("0", what="effort", least=1)


@pytest.mark.parametrize(
    ("typed", "effort"),
    [
        ("RPE 8", 8),
        ("rpe: 7/10", 7),
        ("1", 1),
        ("10", 10),
        ("8/10", 8),
        ("easy", 3),
        ("Medium.", 5),
        ("hard", 8),
        ("it was hard", 8),
        ("pretty hard", 7),
        ("very hard!", 9),
        ("so-so", 5),
        ("it was a 7", 7),
    ],
)
def test_effort_is_told_in_a_number_or_in_words(index: Index, typed: str, effort: int) -> None:
    assert answers.read_effort(typed, index) == effort


@pytest.mark.parametrize("typed", ["0", "11", "not hard", "hard or easy", "", "9" * 5000])
def test_effort_that_cannot_be_read_says_how(index: Index, typed: str) -> None:
    with pytest.raises(UsageError, match=r"^--effort .* from 1 to 10, or easy, medium or hard"):
        answers.read_effort(typed, index)


def test_every_word_for_an_effort_of_the_table_is_understood(index: Index) -> None:
    for row in index.protocol.efforts:
        for word in row.words:
            assert answers.read_effort(word.replace("-", " "), index) == row.effort
    assert {row.effort for row in index.protocol.efforts} == set(range(1, 11))


@pytest.mark.parametrize(
    ("typed", "pain"),
    [
        ("0", Pain(score=0)),
        ("none", Pain(score=0)),
        ("No pain.", Pain(score=0)),
        ("3 low-back sharp", Pain(score=3, where="low-back", sharp=True)),
        ("3, Low Back, SPREADING", Pain(score=3, where="low-back", sharp=True)),
        ("10 sharp kn", Pain(score=10, where="knee", sharp=True)),
        ("3 Left sharp Calf", Pain(score=3, where="leg", where_told="Left Calf", sharp=True)),
        ("maybe 2", Pain(score=2)),
        ("yes, 3 in the elbow, dull", Pain(score=3, where="arm", where_told="elbow")),
        ("I'd say 2 or so", Pain(score=2)),
        ("2 in the knee, I guess", Pain(score=2, where="knee")),
        ("nothing hurts", Pain(score=0)),
        ("i'm fine", Pain(score=0)),
        ("3 elbow", Pain(score=3, where="arm", where_told="elbow")),
        ("3 moon", Pain(score=3, where="other", where_told="moon")),
        ("pain 3 in the left knee", Pain(score=3, where="knee", where_told="left knee")),
        ("sharp pain 6 in the low back", Pain(score=6, where="low-back", sharp=True)),
        ("left knee, 3/10", Pain(score=3, where="knee", where_told="left knee")),
        ("knee 3", Pain(score=3, where="knee")),
        ("it was a 2", Pain(score=2)),
        ("three out of ten in the neck", Pain(score=3, where="neck")),
        ("4 in one knee", Pain(score=4, where="knee", where_told="one knee")),
        ("6 back, not sharp", Pain(score=6, where="low-back", where_told="back")),
    ],
)
def test_a_pain_is_a_score_with_a_place_and_a_kind_in_any_order(
    index: Index, typed: str, pain: Pain
) -> None:
    assert answers.read_pain(answers.pain_words(typed), index) == pain


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", 'pain ""'),
        (",", 'pain ""'),
        ("knee", 'pain "knee"'),
        ("in one knee", 'pain "in one knee"'),
        ("3 or 4 knee", 'pain "3 or 4 knee"'),
        ("3-4", 'pain "3-4"'),
        (f"3 {'x' * 61}", "where has"),
    ],
)
def test_a_pain_that_cannot_be_read_names_the_part(index: Index, typed: str, sentence: str) -> None:
    words = answers.pain_words(typed)

    with pytest.raises(UsageError, match=f"^{sentence}"):
        answers.read_pain(words, index)
    with pytest.raises(UsageError, match=f"^--{sentence}"):
        answers.read_pain(words, index, prefix="--")


@given(st.text(max_size=40))
def test_any_pain_is_read_or_refused(text: str) -> None:
    try:
        pain = answers.read_pain(answers.pain_words(text), INDEX)
    except UsageError:
        return
    assert 0 <= pain.score <= 10


def test_a_note_has_a_limit() -> None:
    assert answers.read_note("x" * answers.MOST_NOTE)
    with pytest.raises(UsageError, match="at most 500"):
        answers.read_note("x" * (answers.MOST_NOTE + 1))


@pytest.mark.parametrize("typed", ["Y", "yes", "Yeah!", "sure", "of course.", "“yes”", "ok"])
def test_yes_is_understood_in_many_words(typed: str) -> None:
    assert answers.read_yes(typed)


@pytest.mark.parametrize("typed", ["n", "No.", "nope", "nah", "not really", "no thanks"])
def test_no_is_understood_in_many_words(typed: str) -> None:
    assert not answers.read_yes(typed)


def test_what_is_neither_yes_nor_no_is_asked_again() -> None:
    with pytest.raises(UsageError, match=r'^"maybe": write yes or no'):
        answers.read_yes("maybe")


def test_a_choice_is_read_by_its_beginning_or_by_another_word_for_it() -> None:
    also = {"stronger": "strength"}

    assert answers.read_choice("Hyper.", ("strength", "hypertrophy"), what="", also=also) == (
        "hypertrophy"
    )
    assert answers.read_choice("stronger", ("strength", "hypertrophy"), what="", also=also) == (
        "strength"
    )
    with pytest.raises(UsageError, match=r'^"x": write strength or hypertrophy'):
        answers.read_choice("x", ("strength", "hypertrophy"), what="", also=also)


@given(
    score=st.integers(0, 10),
    where=st.sampled_from([None, *(place for place in PLACES if place != "other")]),
    sharp=st.booleans(),
)
def test_every_pain_that_the_program_writes_is_read_back(
    score: int, where: Place | None, *, sharp: bool
) -> None:
    pain = Pain(score=score, where=where, sharp=sharp)
    (said,) = feelings(pain=pain, sore=None, effort=None, index=INDEX)

    assert answers.read_pain(answers.pain_words(said), INDEX) == pain


def test_every_place_told_in_other_words_is_read_back_with_them() -> None:
    for word, place in INDEX.places.items():
        pain = Pain(score=3, where=place, where_told=f"left {word}")
        (said,) = feelings(pain=pain, sore=None, effort=None, index=INDEX)
        assert answers.read_pain(answers.pain_words(said), INDEX) == pain


@pytest.mark.parametrize("told", ["under the ribs", "headache", "both knees", "moon", "back of it"])
def test_a_place_in_words_of_ones_own_is_read_back_as_it_was_said(told: str) -> None:
    place = read_place(told, INDEX)
    pain = Pain(score=3, where=place.place, where_told=place.told)
    (said,) = feelings(pain=pain, sore=None, effort=None, index=INDEX)

    assert answers.read_pain(answers.pain_words(said), INDEX) == pain
