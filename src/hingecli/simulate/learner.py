"""A virtual learner's traits: how skill and strength grow, how honestly reps are counted.

The figures here describe people, not the coach: they are assumptions of the simulation (our
own, grade D), spread widely so that the rules must hold for the slow and the unlucky too.
"""

from decimal import Decimal
from random import Random

import msgspec

from hingecli.coach.log.events import (
    Limit,
    Place,
    Profile,
    Screen,
)

KITS: tuple[tuple[str, ...] | None, ...] = (
    None,
    ("wall", "dowel", "kettlebell"),
    ("wall", "dowel", "dumbbells"),
    ("wall", "dowel", "kettlebell", "dumbbells", "barbell"),
    ("wall", "dowel", "kettlebell", "dumbbells", "barbell", "trap-bar", "cable", "platform"),
    ("wall", "dowel"),
)
_KIT_WEIGHTS = (30, 20, 12, 18, 14, 6)
_BELLS: tuple[tuple[int, ...] | None, ...] = (None, None, (8, 12, 16), (16,), (4, 8), (12, 24))
_PLACES: tuple[Place, ...] = (
    "low-back",
    "low-back",
    "low-back",
    "hip",
    "knee",
    "shoulder",
    "ankle",
)
_LIMITS: tuple[tuple[Limit, ...] | None, ...] = (None, None, None, None, ("low-back",), ("knee",))
_SCREENS: tuple[Screen | None, ...] = (None, "clear", "unloaded", "stop")
_SCREEN_WEIGHTS = (45, 48, 5, 2)


class Learner(msgspec.Struct, frozen=True, kw_only=True):
    """One person. Shares and chances are 0-1; chances are a day unless told otherwise.

    `misses` is the share of reps missed on the first day, `floor` what practice leaves of it,
    `pace` the part of the gap that 100 reps close, `fade` the part that a week of idleness
    reopens once some days are over, `newness` what a new drill adds at first. `flattery` is
    the share of missed reps counted clean all the same, `sternness` that of clean reps counted
    missed. `strength_kg` is one deadlift on the first day, `growth` the part of the gap to
    `potential_kg` that a loaded day closes. `silent` never answers a question; `usual` is the
    pain of every morning (0-10).
    """

    misses: float
    floor: float
    pace: float
    fade: float
    newness: float
    flattery: float
    sternness: float
    strength_kg: float
    potential_kg: float
    growth: float
    shows_up: float
    eager: float
    answers: float
    silent: bool
    tells_effort: float
    tells_pain: float
    flares: float
    aches_at: Place
    usual: int
    catches_cold: float
    goes_away: float
    pauses: float
    profile: Profile | None


def make_learner(random: Random) -> Learner:
    """Draw one learner."""
    mass = random.uniform(48, 110)
    strength = mass * random.uniform(0.7, 1.6)
    usual = random.choices((0, 1, 2, 3), weights=(85, 8, 5, 2))[0]
    return Learner(
        misses=random.uniform(0.1, 0.45),
        floor=random.uniform(0.0005, 0.015),
        pace=random.uniform(0.06, 0.4),
        fade=random.uniform(0.02, 0.12),
        newness=random.uniform(0.01, 0.1),
        flattery=random.choice((0.0, 0.0, 0.2, 0.6)),
        sternness=random.choice((0.0, 0.0, 0.0, 0.01)),
        strength_kg=strength,
        potential_kg=strength * random.uniform(1.3, 2.0),
        growth=random.uniform(0.004, 0.015),
        shows_up=random.uniform(0.3, 0.95),
        eager=random.choice((0.0, 0.0, 0.0, 0.1)),
        answers=random.choice((0.0, 0.3, 0.9)),
        silent=random.random() < 0.02,
        tells_effort=random.choice((0.0, 0.5, 1.0)),
        tells_pain=random.choice((0.2, 0.8, 1.0)),
        flares=random.choice((0.0005, 0.002, 0.006)),
        aches_at=random.choice(_PLACES),
        usual=usual,
        catches_cold=random.uniform(0.0, 0.012),
        goes_away=random.uniform(0.0, 0.006),
        pauses=random.choice((0.0, 0.5, 1.0)),
        profile=_make_profile(random, mass=mass, usual=usual),
    )


def _make_profile(random: Random, *, mass: float, usual: int) -> Profile | None:
    """Draw what the learner told at setup; a quarter never did."""
    kit = random.choices(KITS, weights=_KIT_WEIGHTS)[0]
    bells = random.choice(_BELLS) if kit is not None and "kettlebell" in kit else None
    if random.random() < 0.25:
        return None
    return Profile(
        equipment=kit,
        bells=None if bells is None else tuple(Decimal(bell) for bell in bells),
        days=random.choice((None, ("mon", "wed", "fri"), ("tue", "sat"), ("mon", "thu", "sat"))),
        goal=random.choice((None, "strength", "hypertrophy", "athletic")),
        limits=random.choice(_LIMITS),
        units=random.choice((None, "kg", "lb")),
        body_mass_kg=random.choice((None, Decimal(round(mass)))),
        experience=random.choice((None, "new", "some", "trained")),
        sixty_plus=random.choice((None, None, None, True)),
        usual_pain=random.choice((None, usual)),
        screen=random.choices(_SCREENS, weights=_SCREEN_WEIGHTS)[0],
    )
