"""What a person owns is understood in the words that people have for it."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.coach.log.events import KG_PER_LB
from hingecli.coach.parse.equipment import bells_beside, read_bells, read_equipment
from hingecli.coach.protocol.protocol import Index
from hingecli.content import bundled, load_protocol
from hingecli.errors import UsageError

INDEX = load_protocol(bundled())


def test_equipment_is_known_by_the_protocols_words_in_singular_and_plural(index: Index) -> None:
    owned = read_equipment("kettlebells, dumbbell barbell", index)

    assert owned == ("kettlebell", "dumbbells", "barbell")


def test_no_equipment_is_an_answer(index: Index) -> None:
    assert read_equipment("none", index) == ()


def test_unknown_equipment_is_answered_with_what_is_near(index: Index) -> None:
    with pytest.raises(UsageError, match="Did you mean kettlebell"):
        read_equipment("ketlebell", index)
    with pytest.raises(UsageError, match="Write wall, dowel"):
        read_equipment("hovercraft", index)


def test_bells_are_sorted_exact_and_in_the_persons_unit() -> None:
    assert read_bells("16,8,12,8", "kg") == (Decimal(8), Decimal(12), Decimal(16))
    assert read_bells("18 35lb", "lb") == (18 * KG_PER_LB, 35 * KG_PER_LB)
    assert read_bells("none", "kg") == ()


def test_bells_have_a_limit() -> None:
    with pytest.raises(UsageError, match="at most 20"):
        read_bells(",".join(str(n) for n in range(1, 22)), "kg")


@pytest.mark.parametrize(
    ("typed", "owned"),
    [
        ("broomstick", ("dowel",)),
        ("a broom", ("dowel",)),
        ("2 dumbbells", ("dumbbells",)),
        ("Two 8 kg dumbbells.", ("dumbbells",)),
        ("kettlebell (16kg)", ("kettlebell",)),
        ("a 16 kg kettlebell and a broom", ("kettlebell", "dowel")),
        ("wall, dowel and a pair of dumbbells", ("wall", "dowel", "dumbbells")),
        ("dumbbells + rack", ("dumbbells", "blocks")),
        ("resistance band", ("cable",)),
        ("just a wall", ("wall",)),
        ("2", ("dowel",)),
        ("1 3", ("wall", "kettlebell")),
        ("1, 3", ("wall", "kettlebell")),
        ("\uff11\u3001\uff13", ("wall", "kettlebell")),
        ("Nope", ()),
    ],
)
def test_things_are_told_in_words_with_their_number_or_by_their_place_in_the_list(
    index: Index, typed: str, owned: tuple[str, ...]
) -> None:
    assert read_equipment(typed, index) == owned


@pytest.mark.parametrize("typed", ["all", "Everything.", "all of them"])
def test_all_of_it_is_an_answer(index: Index, typed: str) -> None:
    assert read_equipment(typed, index) == tuple(t.id for t in index.protocol.equipment)


def test_every_word_for_a_thing_names_it_alone(index: Index) -> None:
    for thing in index.protocol.equipment:
        for word in (thing.id, *thing.words):
            assert read_equipment(f"a {word.replace('-', ' ')}", index) == (thing.id,)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("no kettlebell", "only what you own"),
        ("rusty kettlebell", '"rusty" is not known'),
        ("99", '"99" is not known. Write wall'),
        ("0", '"0" is not known'),
        ("", "Write what you own"),
        ("a", '"a" is not known'),
    ],
)
def test_what_names_no_thing_is_answered_with_what_does(
    index: Index, typed: str, sentence: str
) -> None:
    with pytest.raises(UsageError, match=sentence):
        read_equipment(typed, index, what="")


@pytest.mark.parametrize(
    ("typed", "bells"),
    [
        ("8 kg", ["8"]),
        ("8 and 12", ["8", "12"]),
        ("8 & 12 kg", ["8", "12"]),
        ("8kg 12kg", ["8", "12"]),
        ("8, 12 and 16 kilos", ["8", "12", "16"]),
        ("8/12/16", ["8", "12", "16"]),
        ("a 16", ["16"]),
        ("a 16 kg kettlebell", ["16"]),
        ("two 8s", ["8"]),
        ("2 x 8", ["8"]),
        ("12.5", ["12.5"]),
        ("8,12", ["8", "12"]),
        ("Nothing", []),
    ],
)
def test_bells_are_told_in_many_ways(typed: str, bells: list[str]) -> None:
    assert read_bells(typed, "kg") == tuple(map(Decimal, bells))


def test_the_one_unit_that_is_told_is_that_of_all_weights() -> None:
    assert read_bells("8, 12 and 16 kg", "lb") == (Decimal(8), Decimal(12), Decimal(16))
    assert read_bells("8 kg, 18 lb and 10", "kg") == (Decimal(8), 18 * KG_PER_LB, Decimal(10))


@pytest.mark.parametrize("typed", ["12,5", "12,5 kg", "12,5 and 16", "8; 12,5", "8, 12,5"])
def test_a_comma_that_may_be_a_point_or_a_list_is_asked_back(typed: str) -> None:
    with pytest.raises(UsageError, match=r"12\.5, or 12 and 5\? Write 12\.5, or 5 and 12"):
        read_bells(typed, "kg")


@pytest.mark.parametrize("typed", ["8,12,16", "8,12 and 16", "12,5,16", "5,12 and 16"])
def test_commas_part_weights_that_cannot_be_one(typed: str) -> None:
    assert len(read_bells(typed, "kg")) == 3


@pytest.mark.parametrize("typed", ["8-12", "banana", "8 banana", "", "0", "1001"])
def test_what_is_no_bell_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(UsageError, match="rite"):
        read_bells(typed, "kg", what="")


@given(st.text(max_size=30))
def test_any_equipment_and_bells_are_read_or_refused(text: str) -> None:
    with suppress(UsageError):
        assert set(read_equipment(text, INDEX)) <= {t.id for t in INDEX.protocol.equipment}
    with suppress(UsageError):
        assert all(bell > 0 for bell in read_bells(text, "lb"))


@pytest.mark.parametrize(
    ("typed", "owned", "bells"),
    [
        ("a 16 kg kettlebell", ["kettlebell"], ["16"]),
        ("kettlebells 12 kg and 16 kg, broom", ["kettlebell", "dowel"], ["12", "16"]),
        ("kettlebells of 12, 16 and 24 kg", ["kettlebell"], ["12", "16", "24"]),
        ("kettlebells 12 and 8", ["kettlebell"], ["8", "12"]),
        ("2 kettlebells, dumbbells of 10 kg", ["kettlebell", "dumbbells"], []),
        ("dumbbells 5 kg and 10 kg", ["dumbbells"], []),
        ("2 kettlebells and 4", ["kettlebell", "dumbbells"], []),
        ("1 2 3", ["wall", "dowel", "kettlebell"], []),
        ("35 lb kettlebell", ["kettlebell"], ["15.875732950"]),
    ],
)
def test_weights_belong_to_the_things_that_they_stand_beside(
    index: Index, typed: str, owned: list[str], bells: list[str]
) -> None:
    assert list(read_equipment(typed, index)) == owned
    assert [str(mass.normalize()) for mass in bells_beside(typed, index, "kg")] == [
        str(Decimal(mass).normalize()) for mass in bells
    ]


@pytest.mark.parametrize("typed", ["spaceship 16 kg", "16 kg", "kettlebell 12,5 kg"])
def test_what_cannot_be_told_apart_gives_no_weights(index: Index, typed: str) -> None:
    assert bells_beside(typed, index, "kg") == ()
