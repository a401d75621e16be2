"""Numbers, units, scores and yes or no, as they stand in cells.

Owns which words are a unit and what becomes of half a point. Raises UsageError for anything else.
"""

import re
from decimal import ROUND_CEILING, Decimal, InvalidOperation
from typing import Final

from hingecli.coach.log.events import KG_PER_LB, Unit
from hingecli.errors import UsageError
from hingecli.text import quoted

YES: Final = ("yes", "true", "1", "y", "x")

_UNITS: Final[dict[str, Unit]] = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms"), "kg"),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds"), "lb"),
}
_THOUSAND: Final = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
"""What is a thousand in one country and one in the next."""
_WORD: Final = re.compile(r"[^\W\d_]+")


def whole(text: str, name: str) -> int | None:
    """Return a whole number, however it is written: 8, 8.0; None for an empty cell."""
    number = decimal(text, name)
    if number is None:
        return None
    if number != number.to_integral_value():
        raise UsageError(f"{name}: {quoted(text)} is not a whole number")
    return int(number)


def score(text: str, name: str, *, least: int) -> tuple[int, bool] | None:
    """Return a score up to 10, halves rounded up, and whether it was rounded.

    None for an empty cell. Raises UsageError below `least` and above 10.
    """
    number = decimal(text, name)
    if number is None:
        return None
    up = int(number.to_integral_value(ROUND_CEILING))
    if not least <= number <= 10:
        raise UsageError(f"{name}: {quoted(text)} is not {least}-10")
    return up, up != number


def decimal(text: str, name: str, *, thousands: bool = True) -> Decimal | None:
    """Return the exact number, with a point or a comma in it; None for an empty cell.

    Raises UsageError for what is no number, and, where there may be `thousands`, for a comma that
    may part them.
    """
    if not text:
        return None
    if thousands and _THOUSAND.fullmatch(text):
        raise UsageError(
            f"{name}: {quoted(text)} may be thousands or thousandths; write it without the comma"
        )
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation as error:
        raise UsageError(f"{name}: {quoted(text)} is not a number") from error
    if not number.is_finite() or abs(number) >= 10**9:
        raise UsageError(f"{name}: {quoted(text)} is not a number")
    return number


def unit_of(word: str) -> Unit | None:
    """Return the unit that a cell or a person's word names; None where it is none."""
    return _UNITS.get(word.strip().lower().rstrip("."))


def unit_in(heading: str) -> Unit | None:
    """Return the unit that a heading names: weight_lbs, Weight (kg)."""
    found = (_UNITS.get(word) for word in _WORD.findall(heading.lower()))
    return next((unit for unit in found if unit is not None), None)


def load(text: str, name: str, *, thousands: bool) -> tuple[Decimal | None, Unit | None]:
    """Return a weight as written, and its unit if that stands behind it: 35 lb."""
    compact = "".join(text.lower().split())
    letters = re.search(r"[a-z]+\.?$", compact)
    if letters is not None and (unit := unit_of(letters[0])) is not None:
        return decimal(compact[: letters.start()], name, thousands=thousands), unit
    return decimal(text.strip(), name, thousands=thousands), None


def in_kg(amount: Decimal, unit: Unit) -> Decimal:
    """Return exact kilograms."""
    return amount * KG_PER_LB if unit == "lb" else amount
