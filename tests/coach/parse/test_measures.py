"""Weights and distances are read exactly, and shown as they were typed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.coach.log.events import KG_PER_LB, Length
from hingecli.coach.parse.measures import (
    CM_PER_INCH,
    MOST_DISTANCE_CM,
    Distance,
    Load,
    read_distance,
    read_load,
    say_distance,
)
from hingecli.errors import UsageError


@pytest.mark.parametrize(
    ("text", "cm"),
    [
        ("35cm", "35"),
        ("35 CM", "35"),
        ("14in", "35.56"),
        ('14"', "35.56"),
        ("14”", "35.56"),
        ("32,5cm", "32.5"),
        ("0.3 m", "30.0"),
        ("a foot", "30.48"),
        ("A foot (30 cm)", "30.48"),
        ("1 ft 2 in", "35.56"),
        ("1' 2\"", "35.56"),
        ("one foot and two inches", "35.56"),
        ("35 cm from the wall", "35"),
        ("heels about 35 cm away", "35"),
    ],
)
def test_a_distance_is_exact_centimetres(text: str, cm: str) -> None:
    assert read_distance(text).cm == Decimal(cm)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("35cm", "35 cm"),
        ("32,5 CM", "32.5 cm"),
        ("0.35m", "35 cm"),
        ("1m", "100 cm"),
        ("14in", "14 in"),
        ('14.25"', "14.25 in"),
    ],
)
def test_a_distance_is_said_as_it_was_typed(text: str, said: str) -> None:
    typed = read_distance(text)

    assert say_distance(typed.cm, typed.unit) == said
    assert read_distance(said) == typed


def test_inches_that_nobody_typed_are_said_to_a_hundredth() -> None:
    assert say_distance(Decimal(35), "in") == "13.78 in"


@pytest.mark.parametrize(
    "text", ["35", "0cm", "301cm", "119in", "far", "-5cm", "1e2cm", "5 cm wide", "inch", ""]
)
def test_what_is_no_distance_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        read_distance(text)


def test_a_distance_without_a_unit_is_asked_back() -> None:
    with pytest.raises(UsageError, match="Write 30cm or 30in"):
        read_distance("30")


def test_a_weight_without_a_unit_is_asked_back() -> None:
    with pytest.raises(UsageError, match="16kg or 16lb"):
        read_load("16")


def test_a_load_of_the_json_can_be_typed_again() -> None:
    assert read_load("11.79340162kg").kg == Decimal("11.79340162")


@pytest.mark.parametrize(
    ("text", "kg"),
    [
        ("16kg", "16"),
        ("16 kgs", "16"),
        ("12,5 kilos", "12.5"),
        ("8 Kilograms", "8"),
        ("\uff18\u00a0kg", "8"),
    ],
)
def test_a_weight_is_read_in_any_word_for_kilograms(text: str, kg: str) -> None:
    assert read_load(text) == Load(kg=Decimal(kg), unit="kg")


@pytest.mark.parametrize("text", ["35lb", "35 lbs", "35 pounds", "35 Pound"])
def test_a_weight_is_read_in_any_word_for_pounds(text: str) -> None:
    assert read_load(text) == Load(kg=35 * KG_PER_LB, unit="lb")


@pytest.mark.parametrize(
    ("text", "write"),
    [
        ("1,000 kg", "Write 1000kg or 1kg"),
        ("1.000 kg", "Write 1000kg or 1kg"),
        ("1,000lb", "Write 1000lb or 1lb"),
        ("2.200 lbs", "Write 2200lb or 2.2lb"),
        ("12,000 kg", "Write 12000kg or 12kg"),
    ],
)
def test_a_comma_that_may_part_thousands_is_asked_back(text: str, write: str) -> None:
    with pytest.raises(UsageError, match=write):
        read_load(text)


@pytest.mark.parametrize(
    ("text", "kg"),
    [("1,5 kg", "1.5"), ("12.500 kg", "12.5"), ("0,125kg", "0.125"), ("1.001kg", "1.001")],
)
def test_a_comma_that_can_part_no_thousands_is_a_decimal_one(text: str, kg: str) -> None:
    assert read_load(text).kg == Decimal(kg)


@pytest.mark.parametrize("text", ["1,234.5 kg", "1.234,5 kg"])
def test_thousands_before_decimals_are_thousands(text: str) -> None:
    with pytest.raises(UsageError, match="at most 1000 kg"):
        read_load(text)
    assert read_load(text.replace("kg", "lb")).kg == Decimal("1234.5") * KG_PER_LB


def test_a_distance_of_a_thousand_is_asked_back() -> None:
    with pytest.raises(UsageError, match="Write 1000cm or 1cm"):
        read_distance("1,000 cm")
    assert read_distance("1,5 m").cm == 150


@pytest.mark.parametrize("text", ["0kg", "1001kg", "kg", "16 stone", "heavy", "16kgs of it"])
def test_what_is_no_weight_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError, match="Write 16kg or 35lb"):
        read_load(text)


@given(st.decimals(Decimal("0.25"), 299, places=2), st.sampled_from(["cm", "in"]))
def test_a_distance_that_the_program_writes_is_read_back(number: Decimal, unit: Length) -> None:
    cm = number if unit == "cm" else number * CM_PER_INCH
    if cm > MOST_DISTANCE_CM:
        return

    said = say_distance(cm, unit)

    assert say_distance(*_parts(read_distance(said))) == said
    assert say_distance(*_parts(read_distance(f"{said} from the wall"))) == said


def _parts(distance: Distance) -> tuple[Decimal, Length]:
    return distance.cm, distance.unit
