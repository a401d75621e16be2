"""What every rule of the coach carries, and the tempo that several of them set."""

import msgspec

from hingecli.coach.protocol.conditions import Grade, Source


class Tempo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rhythm of one rep: seconds down, at the end of the movement, and up."""

    down: float
    pause: float
    up: float


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every rule carries: its plain name, where it comes from, how well it is supported.

    `grade` of a coach rule: A trials or guideline, B indirect, C common coaching practice,
    D our arithmetic or simulation. `cite` names the place.
    """

    name: str
    source: Source
    cite: str
    grade: Grade | None = None
