"""A name is found by id, alias or unique beginning, or answered with the nearest ones."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import make_mistake
from hingecli.coach.parse import names
from hingecli.coach.parse.names import find, nearest
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.protocol.texts import Mistakes
from hingecli.errors import UnknownNameError

NAMES = {
    "wall-hinge": "wall-hinge",
    "wall": "wall-hinge",
    "wh": "wall-hinge",
    "kettlebell-deadlift": "kettlebell-deadlift",
    "kb": "kettlebell-deadlift",
    "kettlebell-swing": "kettlebell-swing",
    "swing": "kettlebell-swing",
}


def find_drill(word: str) -> str:
    return find(word, NAMES, what="drill", listed_by="hinge progress")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("wall-hinge", "wall-hinge"),
        ("wall", "wall-hinge"),
        ("WALL", "wall-hinge"),
        ("wall hinge", "wall-hinge"),
        ("wall_hinge", "wall-hinge"),
        ("wa", "wall-hinge"),
        ("w", "wall-hinge"),
        ("kb", "kettlebell-deadlift"),
        ("kettlebell-d", "kettlebell-deadlift"),
        ("sw", "kettlebell-swing"),
        ("wallhinge", "wall-hinge"),
        ("wall hinges", "wall-hinge"),
        ("kettle bell dead lift", "kettlebell-deadlift"),
        ("Kettle-Bell Dead-Lifts", "kettlebell-deadlift"),
        ("kettle bell d", "kettlebell-deadlift"),
    ],
)
def test_id_alias_and_unique_beginning_name_a_drill(word: str, expected: str) -> None:
    assert find_drill(word) == expected


def test_a_beginning_of_two_is_ambiguous_and_names_both() -> None:
    with pytest.raises(UnknownNameError) as refused:
        find_drill("kettlebell-")

    assert str(refused.value) == (
        '"kettlebell-" could be kettlebell-deadlift or kettlebell-swing. Type more of it.'
    )


def test_a_typing_error_is_answered_with_the_nearest_name() -> None:
    with pytest.raises(UnknownNameError) as refused:
        find_drill("wll")

    assert str(refused.value) == 'no drill is called "wll". Did you mean wall-hinge?'


@pytest.mark.parametrize("word", ["", "   ", "zzzz", "§"])
def test_a_word_like_no_other_is_answered_with_where_they_are_listed(word: str) -> None:
    with pytest.raises(UnknownNameError, match="hinge progress lists them"):
        find_drill(word)


def test_an_exact_name_wins_over_a_longer_one() -> None:
    names = {"deadlift": "a", "deadlift-x": "b"}

    assert find("deadlift", names, what="drill", listed_by="x") == "a"


def test_near_names_are_few_and_each_once() -> None:
    assert nearest("kettlebell", NAMES) == ("kettlebell-swing", "kettlebell-deadlift")


@given(st.text(max_size=30))
def test_any_word_names_a_drill_or_is_refused(word: str) -> None:
    try:
        found = find_drill(word)
    except UnknownNameError:
        return
    assert found in NAMES.values()


def test_a_long_word_is_repeated_in_part() -> None:
    with pytest.raises(UnknownNameError) as refused:
        find_drill("z" * 1000)

    assert len(str(refused.value)) < 150


def test_a_drill_is_found_by_the_words_of_the_protocol(index: Index) -> None:
    assert names.find_drill(index, "sl-rdl") == "single-leg-rdl"
    with pytest.raises(UnknownNameError, match="hinge progress"):
        names.find_drill(index, "zzz")


NECK = make_mistake("looking-up", name="Looking up", aliases=("neck",))


def test_a_mistake_is_found_by_the_words_of_the_table() -> None:
    table = Mistakes(mistakes=(NECK,))

    assert names.find_mistake(table, "neck") == names.find_mistake(table, "look") == "looking-up"


@pytest.mark.parametrize(
    ("only", "suits"), [((), True), (("wall-hinge",), True), (("kettlebell-swing",), False)]
)
def test_a_mistake_suits_the_drills_that_it_names_or_all(
    only: tuple[str, ...], suits: bool
) -> None:
    one = msgspec.structs.replace(NECK, only=only)

    assert one.suits("wall-hinge") is suits


def test_every_drill_is_found_by_whatever_the_program_calls_it(index: Index) -> None:
    for rung in index.ladder:
        for word in (rung.id, rung.name, rung.plural, *rung.aliases, rung.name.upper()):
            assert names.find_drill(index, word) == rung.id


def test_names_are_alike_wherever_their_words_are_parted() -> None:
    assert names.likeness("dead lift", "deadlift") == 1
    assert names.likeness("Dead-lft", "deadlift") > names.likeness("delete", "deadlift")
