"""Reads measures: weights and distances, exact, with the unit in which they were typed.

Owns which ones are likely, and the sentences for those that are not.
"""

import re
from decimal import Decimal
from typing import Final

import msgspec

from hingecli.coach.log.events import KG_PER_LB, Length, Unit
from hingecli.coach.parse.signs import NUMBERS, figures, plain
from hingecli.errors import UsageError
from hingecli.text import quoted

MOST_LOAD_KG: Final = Decimal(1000)
MOST_DISTANCE_CM: Final = Decimal(300)
CM_PER_INCH: Final = Decimal("2.54")

PLATES: Final = ("0", "00", "5", "50", "25", "75")
"""What stands behind the comma of a weight; anything else may be a list of two numbers."""

GROUPED: Final = r"[0-9]{1,3}(?:(?:,[0-9]{3})+\.|(?:\.[0-9]{3})+,)[0-9]{1,12}"
"""A number whose thousands stand apart: 1,234.5 or 1.234,5."""
_NUMBER = rf"(?:{GROUPED}|[0-9]{{1,6}}(?:[.,][0-9]{{1,12}})?)"
_LOAD: Final = rf"(?i)({_NUMBER})\s*(kgs?|kilos?|kilogram(?:me)?s?|lbs?|pounds?)?"
_UNITS: Final[dict[str, Unit]] = {"k": "kg", "l": "lb", "p": "lb"}
"""The units by the first letter of their words: kg and kilos; lb, lbs and pounds."""


_FOOT = 12 * CM_PER_INCH
_LENGTHS: Final[dict[str, tuple[Decimal, Length]]] = {
    **dict.fromkeys(("cm", "cms", "centimeter", "centimeters"), (Decimal(1), "cm")),
    **dict.fromkeys(("centimetre", "centimetres"), (Decimal(1), "cm")),
    **dict.fromkeys(("m", "meter", "meters", "metre", "metres"), (Decimal(100), "cm")),
    **dict.fromkeys(("in", "ins", "inch", "inches", '"', "''"), (CM_PER_INCH, "in")),
    **dict.fromkeys(("ft", "foot", "feet", "'"), (_FOOT, "in")),
}
"""The words for lengths: centimetres in one, and the unit in which they are shown again."""
_LENGTH: Final = (
    rf"({_NUMBER}|{'|'.join(NUMBERS)}|an?)\s*"
    rf"({'|'.join(sorted(map(re.escape, _LENGTHS), key=len, reverse=True))})(?![a-z])"
)
_MAYBE_THOUSANDS: Final = "[1-9][0-9]{0,2}[.,][0-9]{3}"
_BESIDE_A_LENGTH: Final = (
    r"\([^)]*\)|\b(?:about|heels|away|and|(?:from|to|off) the wall)\b|,(?![0-9])"
)
"""What may stand beside a distance and says no other one; the card writes `a foot (30 cm)`."""


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """A weight as typed: exact kilograms, and the unit in which it was typed."""

    kg: Decimal
    unit: Unit


class Distance(msgspec.Struct, frozen=True, kw_only=True):
    """A distance as typed: exact centimetres, and the unit in which it was typed."""

    cm: Decimal
    unit: Length


def read_load(text: str) -> Load:
    """Read a weight with its unit: 16kg, 35 lb, 12,5 kilos. Exact."""
    word = plain(text).strip()
    match = re.fullmatch(_LOAD, word)
    if match is None:
        raise UsageError(f"{quoted(text)} is not a weight. Write 16kg or 35lb.")
    number, unit_word = match.groups()
    if unit_word is None:
        raise UsageError(f"{quoted(text)}: which unit? Write {word}kg or {word}lb.")
    unit = _UNITS[unit_word[0].lower()]
    per_unit = KG_PER_LB if unit == "lb" else Decimal(1)
    kg = _decimal(number, unit, text=text, most=MOST_LOAD_KG / per_unit) * per_unit
    if not 0 < kg <= MOST_LOAD_KG:
        why = "leave a weight of 0 out" if kg == 0 else f"at most {MOST_LOAD_KG} kg"
        raise UsageError(f"{quoted(text)} is no weight to log: {why}. Write 16kg or 35lb.")
    return Load(kg=kg, unit=unit)


def read_distance(text: str) -> Distance:
    """Read a distance from the wall: 35cm, 14in, 1 ft 2 in, a foot. Exact."""
    words = re.sub(_BESIDE_A_LENGTH, " ", " ".join(plain(text).lower().split()))
    parts = re.findall(_LENGTH, words)
    if re.fullmatch(_NUMBER, words.strip()):
        number = words.strip()
        raise UsageError(f"{quoted(text)}: which unit? Write {number}cm or {number}in.")
    if not parts or re.sub(_LENGTH, "", words).strip(" ."):
        raise UsageError(f"{quoted(text)} is not a distance. Write 35cm or 14in.")
    cm, unit = Decimal(0), _LENGTHS[parts[0][1]][1]
    for number, word in parts:
        per_unit = _LENGTHS[word][0]
        cm += _value(number, word, text=text, most=MOST_DISTANCE_CM / per_unit) * per_unit
    if not 0 < cm <= MOST_DISTANCE_CM:
        raise UsageError(f"{quoted(text)} is no distance from a wall: 1-{MOST_DISTANCE_CM} cm.")
    return Distance(cm=cm, unit=unit)


def say_distance(cm: Decimal, unit: Length) -> str:
    """Return a distance as it was typed: exact in cm, to a hundredth in inches."""
    if unit == "cm":
        return f"{cm.normalize():f} cm"
    inches = (cm / CM_PER_INCH).quantize(Decimal("0.01")).normalize()
    return f"{inches:f} in"


def _value(number: str, unit: str, *, text: str, most: Decimal) -> Decimal:
    if number in ("a", "an"):
        return Decimal(1)
    return _decimal(figures(number), unit, text=text, most=most)


def _decimal(number: str, unit: str, *, text: str, most: Decimal) -> Decimal:
    """Return the number of a measure that may be `most`; a comma is a decimal one, as a point is.

    Raises UsageError for 1,000: half of the world means a thousand with it, the other half one.
    """
    if re.fullmatch(GROUPED, number) is not None:
        whole, part = re.split(r"[.,](?=[0-9]+$)", number)
        return Decimal(f"{re.sub('[.,]', '', whole)}.{part}")
    exact = Decimal(number.replace(",", "."))
    if re.fullmatch(_MAYBE_THOUSANDS, number) is None:
        return exact
    thousands = Decimal(re.sub("[.,]", "", number))
    if thousands > most and exact != int(exact):
        return exact
    few = f"{exact:f}".rstrip("0").rstrip(".")
    raise UsageError(
        f"{quoted(text)}: {thousands} {unit} or {few} {unit}? "
        f"Write {thousands}{unit} or {few}{unit}."
    )
