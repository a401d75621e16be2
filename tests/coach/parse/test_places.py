"""Where it hurts is understood in whatever words, and kept as told."""

from typing import get_args

import pytest

from hingecli.coach.log.events import Pain, Place
from hingecli.coach.parse import places
from hingecli.coach.protocol.protocol import Index
from hingecli.errors import UsageError


@pytest.mark.parametrize("place", get_args(Place))
def test_every_place_can_be_told(index: Index, place: str) -> None:
    assert places.read_place(place.upper().replace("-", " "), index) == (place, None)


@pytest.mark.parametrize(
    ("typed", "place"), [("low", "low-back"), ("kn", "knee"), ("SHO", "shoulder"), ("oth", "other")]
)
def test_a_place_is_found_by_its_beginning(index: Index, typed: str, place: str) -> None:
    assert places.read_place(typed, index) == (place, None)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("back", "low-back"),
        ("Lower back", "low-back"),
        ("groin", "hip"),
        ("calf", "leg"),
        ("foot", "leg"),
        ("hand", "wrist"),
        ("left_knee", "knee"),
        ("left lower back", "low-back"),
        ("between the shoulder-blades", "upper-back"),
        ("back of the head", "head"),
        ("chest and left arm", "chest"),
        ("hip and knee", "other"),
        ("a", "other"),
        ("moon", "other"),
        ("Rücken", "other"),
        ("???", "other"),
    ],
)
def test_a_plain_word_for_a_place_is_understood_and_kept_as_told(
    index: Index, typed: str, place: str
) -> None:
    assert places.read_place(typed, index) == (place, typed)


def test_every_word_of_the_table_means_its_place(index: Index) -> None:
    for row in index.protocol.places:
        for word in row.words:
            assert places.read_place(f"left {word}", index) == (row.id, f"left {word}")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("in the  left\tcalf", "left calf"),
        ("pain in my calf", "calf"),
        ("a bit in the left calf", "left calf"),
        ("just a little in my calf", "calf"),
        ("slight pain in the calf", "calf"),
        ("my little toe", "little toe"),
        ("a mild ache around the calf", "calf"),
        ("cal\x1b[31mf", "cal[31mf"),
        ("in", "in"),
    ],
)
def test_what_is_no_part_of_a_places_name_is_not_kept(index: Index, typed: str, told: str) -> None:
    assert places.read_place(typed, index).told == told


@pytest.mark.parametrize("typed", ["the knee", "my Knee", "in the knee"])
def test_a_places_own_name_is_not_kept_twice(index: Index, typed: str) -> None:
    assert places.read_place(typed, index) == ("knee", None)


@pytest.mark.parametrize("typed", ["none", "No", "-", "nowhere"])
def test_no_place_is_an_answer(index: Index, typed: str) -> None:
    assert places.read_place(typed, index) == (None, None)


def test_a_place_has_a_length_and_is_not_empty(index: Index) -> None:
    assert places.read_place("x" * 60, index) == ("other", "x" * 60)
    with pytest.raises(UsageError, match="at most 60"):
        places.read_place("x" * 61, index)
    with pytest.raises(UsageError, match="--where"):
        places.read_place(" \t", index)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("back of the knee", "knee"),
        ("the back of my thigh", "leg"),
        ("my lower back.", "low-back"),
        ("“left knee”", "knee"),
        ("left\u00a0knee", "knee"),
        ("\uff4b\uff4e\uff45\uff45 cap", "knee"),
    ],
)
def test_a_place_is_understood_with_the_signs_around_it(
    index: Index, typed: str, place: str
) -> None:
    assert places.read_place(typed, index).place == place


@pytest.mark.parametrize("typed", ["Nope.", "nowhere"])
def test_nowhere_is_no_place(index: Index, typed: str) -> None:
    assert places.read_place(typed, index) == (None, None)


def test_every_place_that_a_text_speaks_of_is_named_once(index: Index) -> None:
    assert places.places_in("my left knee, back and the other knee", index) == ("knee", "low-back")
    assert places.places_in("all good", index) == ()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("knee", " in the knee"),
        ("left knee", " in the left knee"),
        ("Left Calf", " in the left calf"),
        ("lower left back", " in the lower left back"),
        ("back of the left knee", " in the back of the left knee"),
        ("shoulder blade", " in the shoulder blade"),
        ("both knees", " in both knees"),
        ("one hip", " in one hip"),
        ("headache", ' ("headache")'),
        ("sciatica", ' ("sciatica")'),
        ("behind the knee", ' ("behind the knee")'),
        ("under my ribs", ' ("under my ribs")'),
        ("everywhere", ' ("everywhere")'),
        ("knee and hip", ' ("knee and hip")'),
        ("Rücken", ' ("Rücken")'),
        ("other", ' ("other")'),
        (":-(", ' (":-(")'),
    ],
)
def test_a_place_in_words_of_ones_own_is_said_so_that_it_reads(
    index: Index, told: str, said: str
) -> None:
    pain = Pain(score=2, where="other", where_told=told)

    assert places.in_place(pain, index) == said


@pytest.mark.parametrize(
    ("where", "said"), [("low-back", " in the low back"), ("other", ""), (None, "")]
)
def test_a_place_of_the_list_is_said_by_its_name(
    index: Index, where: Place | None, said: str
) -> None:
    assert places.in_place(Pain(score=2, where=where), index) == said
