"""A stick on the back: where it lies, and how far from the three places that it has to touch.

Owns the contacts of the dowel hinge. The stick is straight and lies on the back from behind: it
touches what stands out most, and is pressed on so that it touches as many of the three as it can.
"""

from itertools import combinations
from typing import Final

import msgspec

from hingecli.motion.body import (
    FOREARM,
    GIRTHS,
    GRIP,
    HEAD,
    SACRUM,
    UPPER_ARM,
    UPPER_BACK,
)
from hingecli.motion.geometry import (
    Circle,
    Point,
    along,
    distance,
    foot_of,
    offset,
    part_way,
    tangent,
)
from hingecli.motion.skeleton import Skeleton

STICK: Final = 0.008
"""Half the stick's thickness (body heights): a broomstick of 28 mm on a body of 175 cm."""
BEYOND: Final = 0.1
"""So much of it stands out above the head and below the sacrum: 1 m in all (body heights)."""
TOUCHES: Final = 1e-6
"""Nearer than this (body heights) is contact."""
_LOW_HAND, _HIGH_HAND = 3, 7
"""Beside which of the trunk's pieces the hands hold it: the low back, between the shoulders."""


class Contacts(msgspec.Struct, frozen=True, kw_only=True):
    """How far the stick is from each place (body heights); 0 where it touches."""

    head: float
    upper_back: float
    sacrum: float

    @property
    def lost(self) -> tuple[str, ...]:
        """The places that it does not touch."""
        return tuple(
            name for name in self.__struct_fields__ if float(getattr(self, name)) > TOUCHES
        )


class Stick(msgspec.Struct, frozen=True, kw_only=True):
    """The stick from its lower to its upper end, the hands and elbows that hold it."""

    low: Point
    high: Point
    contacts: Contacts
    hands: tuple[Point, Point]
    elbows: tuple[Point, Point]


def stick_on(body: Skeleton) -> Stick:
    """Lay a stick on the back of `body`."""
    back = _back(body)
    places = (back[0], back[UPPER_BACK - SACRUM], back[-1])
    lines = [
        _line(low, high) for low, high in combinations(back, 2) if _clear(_line(low, high), back)
    ]
    best = min(lines, key=lambda line: _looseness(_gaps(line, places)))
    head, upper_back, sacrum = (_gap(best, place) for place in reversed(places))
    hands = (foot_of(*best, body.spine[_LOW_HAND]), foot_of(*best, body.spine[_HIGH_HAND]))
    return Stick(
        low=along(best[1], foot_of(*best, places[0][0]), BEYOND),
        high=along(best[0], foot_of(*best, places[2][0]), BEYOND),
        contacts=Contacts(head=head, upper_back=upper_back, sacrum=sacrum),
        hands=hands,
        elbows=(_elbow(body.shoulder, hands[0]), _elbow(body.shoulder, hands[1])),
    )


_Line = tuple[Point, Point]


def _back(body: Skeleton) -> list[Circle]:
    """Return the back as round pieces from the sacrum to the head."""
    trunk = zip(body.spine[SACRUM:], GIRTHS[SACRUM:], strict=True)
    return [*trunk, (body.head, HEAD)]


def _line(low: Circle, high: Circle) -> _Line:
    """Return the stick's middle line along two round pieces of the back, behind both."""
    return tangent((low[0], low[1] + STICK), (high[0], high[1] + STICK))


def _gap(line: _Line, piece: Circle) -> float:
    """Return how far the stick's skin is from a round piece's; negative inside it."""
    centre, radius = piece
    found = -offset(*line, centre) - radius - STICK
    return 0.0 if abs(found) < TOUCHES else found


def _gaps(line: _Line, places: tuple[Circle, ...]) -> tuple[float, ...]:
    return tuple(_gap(line, place) for place in places)


def _clear(line: _Line, back: list[Circle]) -> bool:
    return all(_gap(line, piece) >= 0.0 for piece in back)


def _looseness(gaps: tuple[float, ...]) -> tuple[int, float]:
    return sum(gap > 0.0 for gap in gaps), sum(gaps)


def _elbow(shoulder: Point, hand: Point) -> Point:
    """Return where an elbow that points to the side is seen: between shoulder and hand."""
    reach = distance(shoulder, hand) or 1.0
    upper, lower = UPPER_ARM, FOREARM + GRIP
    share = (upper**2 - lower**2 + reach**2) / (2 * reach**2)
    return part_way(shoulder, hand, max(-0.5, min(1.5, share)))
