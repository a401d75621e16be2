"""What to do with one loaded drill, as a value, and how a load is said.

What it comes to is `prescription`'s.
"""

from decimal import Decimal

import msgspec

from hingecli.coach.log.events import Range
from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.coach.results import Reason
from hingecli.coach.rules import gear
from hingecli.coach.state.state import State


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """What to do with one loaded drill: load (kg, None for body weight), reps, sets, rest (s).

    `tempo` is set where it differs from the drill's own, `range` where only half of it is asked.
    `dowel` sends the day back to the dowel: the lightest weight is still too much. `because` is
    what the reasons say takes something away.
    """

    load_kg: Decimal | None
    reps: int
    reps_range: tuple[int, int]
    sets: int
    rest_s: int
    reasons: tuple[Reason, ...] = ()
    tempo: Tempo | None = None
    range: Range = "full"
    dowel: bool = False
    because: tuple[str, ...] = ()


def say_load(state: State, load: Decimal | None) -> str:
    """Return a load (kg) in the person's unit."""
    if load is None:
        return "body weight"
    return gear.say(load, "lb" if state.profile.units == "lb" else "kg")
