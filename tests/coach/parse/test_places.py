"""Where it hurts is understood in whatever words, and kept as told."""

from typing import get_args

import pytest

from hingecli.coach.log.events import Place
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
        ("bit in the left calf", "left calf"),
        ("left calf a bit", "left calf"),
        ("left calf, slightly", "left calf"),
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
