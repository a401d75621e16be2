"""A virtual learner's traits: how skill and strength grow, how honestly reps are counted.

Owns what is drawn for every learner; who else there is in a crowd is `crowd`'s. The figures here
describe people, not the coach: they are assumptions of the simulation (our own, grade D), spread
widely so that the rules must hold for the slow and the unlucky too.
"""

from decimal import Decimal
from random import Random
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from hingecli.coach.log.events import Goal, Limit, Place, Profile, ReadinessResult

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
_SCREENS: tuple[ReadinessResult | None, ...] = (None, "clear", "unloaded", "stop")
_SCREEN_WEIGHTS = (45, 48, 5, 2)


Nature = Literal[
    "ordinary",
    "flaring",
    "aching",
    "stiff",
    "sevens",
    "declining",
    "one-bell",
    "trained",
    "sloppy",
    "elder",
    "obedient",
]
"""What a learner is drawn to be."""


TROUBLED: frozenset[Nature] = frozenset({"flaring", "aching", "stiff", "sevens", "sloppy"})
"""Natures that the rules hold back on purpose: by pain that is told, or by reps that are missed."""


class Learner(msgspec.Struct, frozen=True, kw_only=True):
    """One person. Shares and chances are 0-1; chances are a day unless told otherwise.

    `misses` is the share of reps missed on the first day, `floor` what practice leaves of it,
    `pace` the part of the gap that 100 reps close, `fade` the part that a week of idleness
    reopens once some days are over, `newness` what a new drill adds at first. `flattery` is
    the share of missed reps counted clean all the same, `sternness` that of clean reps counted
    missed. `strength_kg` is one deadlift on the first day, `growth` the part of the gap to
    `potential_kg` that a loaded day closes. `silent` never answers a question; `usual` is the
    pain of every morning (0-10). `flares` is the chance of pain that eases within days, `aches`
    that of a dull one (3-4) that stays for weeks, `stiffness` that of a bad morning that eases
    by noon. `says` is the score told every morning, whatever is felt. `declines` are drills
    that are not wanted. `obedient` does exactly what is asked: each rep clean, at effort 5,
    without pain, on every day.
    """

    nature: Nature = "ordinary"
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
    aches: float = 0.0
    stiffness: float = 0.0
    says: int | None = None
    declines: tuple[str, ...] = ()
    obedient: bool = False


def with_profile(learner: Learner, **answers: Any) -> Learner:
    """Return `learner` with these answers told at setup, those that a profile has room for."""
    profile = learner.profile or Profile()
    known = {name: value for name, value in answers.items() if name in Profile.__struct_fields__}
    return replace(learner, profile=replace(profile, **known))


def make_obedient(
    learner: Learner,
    *,
    kit: tuple[str, ...] | None,
    bells: tuple[int, ...] | None,
    goal: Goal | None,
) -> Learner:
    """Return `learner` as one who does exactly what is asked, with these things and this goal."""
    calm = replace(
        learner,
        obedient=True,
        shows_up=1.0,
        eager=0.0,
        answers=1.0,
        silent=False,
        tells_effort=1.0,
        tells_pain=1.0,
        flares=0.0,
        usual=0,
        catches_cold=0.0,
        goes_away=0.0,
    )
    profile = Profile(
        equipment=kit,
        bells=kilograms(bells),
        goal=goal,
        days=None if learner.profile is None else learner.profile.days,
        units=None if learner.profile is None else learner.profile.units,
        body_mass_kg=None if learner.profile is None else learner.profile.body_mass_kg,
        screen="clear",
    )
    return replace(calm, profile=profile)


def ordinary_learner(random: Random) -> Learner:
    """Draw one without anything special: what every other nature is made from."""
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
        bells=kilograms(bells),
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


def kilograms(bells: tuple[int, ...] | None) -> tuple[Decimal, ...] | None:
    """Return the masses of `bells` as a profile holds them."""
    return None if bells is None else tuple(Decimal(bell) for bell in bells)
