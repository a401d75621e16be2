"""Reads measures: weights and distances, exact, with the unit in which they were typed.

Owns which ones are likely, and the sentences for those that are not.
"""

import re
from decimal import Decimal
from typing import Final

import msgspec

from hingecli.coach.log.events import KG_PER_LB, Length, Unit
from hingecli.errors import UsageError
from hingecli.text import quoted

MOST_LOAD_KG: Final = Decimal(1000)
MOST_DISTANCE_CM: Final = Decimal(300)
CM_PER_INCH: Final = Decimal("2.54")

_LOAD = re.compile(r"(\d{1,6}(?:[.,]\d{1,12})?)(kgs?|lbs?)?", re.A | re.I)
_DISTANCE = re.compile(r"(\d{1,4}(?:[.,]\d{1,4})?)\s*(cm|in|inch|inches|\")", re.A | re.I)


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """A weight as typed: exact kilograms, and the unit in which it was typed."""

    kg: Decimal
    unit: Unit


class Distance(msgspec.Struct, frozen=True, kw_only=True):
    """A distance as typed: exact centimetres, and the unit in which it was typed."""

    cm: Decimal
    unit: Length


def read_load(text: str) -> Load:
    """Read a weight with its unit: 16kg, 35lb, 12,5kg. Exact."""
    match = _LOAD.fullmatch(text.strip())
    if match is None:
        raise UsageError(f"{quoted(text)} is not a weight. Write 16kg or 35lb.")
    number, unit = match.groups()
    if unit is None:
        raise UsageError(f"{quoted(text)}: which unit? Write {text.strip()}kg or {text.strip()}lb.")
    value = Decimal(number.replace(",", "."))
    pounds = unit.lower().startswith("lb")
    kg = value * KG_PER_LB if pounds else value
    if not 0 < kg <= MOST_LOAD_KG:
        why = "leave a weight of 0 out" if kg == 0 else f"at most {MOST_LOAD_KG} kg"
        raise UsageError(f"{quoted(text)} is no weight to log: {why}. Write 16kg or 35lb.")
    return Load(kg=kg, unit="lb" if pounds else "kg")


def read_distance(text: str) -> Distance:
    """Read a distance from the wall, 35cm or 14in."""
    match = _DISTANCE.fullmatch(text.strip())
    if match is None:
        raise UsageError(f"{quoted(text)} is not a distance. Write 35cm or 14in.")
    number, unit = match.groups()
    value = Decimal(number.replace(",", "."))
    inches = unit.lower() != "cm"
    cm = value * CM_PER_INCH if inches else value
    if not 0 < cm <= MOST_DISTANCE_CM:
        raise UsageError(f"{quoted(text)} is no distance from a wall: 1-{MOST_DISTANCE_CM} cm.")
    return Distance(cm=cm, unit="in" if inches else "cm")


def say_distance(cm: Decimal, unit: Length) -> str:
    """Return a distance as it was typed: exact in cm, to a hundredth in inches."""
    if unit == "cm":
        return f"{cm:f} cm"
    inches = (cm / CM_PER_INCH).quantize(Decimal("0.01")).normalize()
    return f"{inches:f} in"
