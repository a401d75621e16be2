"""A virtual learner's traits: how skill and strength grow, how honestly reps are counted.

Owns who is in the crowd: the ordinary, and those whose lives each tempt a rule. The figures here
describe people, not the coach: they are assumptions of the simulation (our own, grade D), spread
widely so that the rules must hold for the slow and the unlucky too.
"""

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from hingecli.coach.log.events import (
    Goal,
    Limit,
    Place,
    Profile,
    ReadinessResult,
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


def make_learner(random: Random) -> Learner:
    """Draw one learner."""
    learner = _ordinary(random)
    natures = tuple(_CROWD)
    nature = random.choices(natures, weights=[_CROWD[one][0] for one in natures])[0]
    return replace(_CROWD[nature][1](learner, random), nature=nature)


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
        bells=_kilograms(bells),
        goal=goal,
        days=None if learner.profile is None else learner.profile.days,
        units=None if learner.profile is None else learner.profile.units,
        body_mass_kg=None if learner.profile is None else learner.profile.body_mass_kg,
        screen="clear",
    )
    return replace(calm, profile=profile)


def _ordinary(random: Random) -> Learner:
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
        bells=_kilograms(bells),
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


def _kilograms(bells: tuple[int, ...] | None) -> tuple[Decimal, ...] | None:
    return None if bells is None else tuple(Decimal(bell) for bell in bells)


def _same(learner: Learner, _random: Random) -> Learner:
    return learner


def _flaring(learner: Learner, random: Random) -> Learner:
    """Let pain come every few weeks and be told; the answers that end a hold may be late."""
    return replace(
        learner,
        flares=random.uniform(0.015, 0.05),
        tells_pain=random.choice((0.8, 1.0)),
        answers=random.choice((0.2, 0.6, 0.95)),
        silent=random.random() < 0.1,
    )


def _aching(learner: Learner, random: Random) -> Learner:
    """Let a dull pain of 3-4 stay for weeks; most tell it, and some call it usual."""
    learner = replace(
        learner,
        aches=random.uniform(0.008, 0.03),
        tells_pain=random.choice((0.6, 0.9, 1.0)),
        answers=random.choice((0.0, 0.5, 0.9)),
        shows_up=random.uniform(0.6, 0.95),
    )
    if random.random() < 0.3:
        return with_profile(learner, usual_pain=random.choice((3, 3, 4)))
    return learner


def _stiff(learner: Learner, random: Random) -> Learner:
    """Let the back be bad on some mornings and fine by noon; the morning is answered."""
    return replace(
        learner,
        stiffness=random.uniform(0.05, 0.3),
        answers=random.uniform(0.7, 1.0),
        silent=False,
        aches_at="low-back",
    )


def _sevens(learner: Learner, random: Random) -> Learner:
    """Tell a seven every morning, whatever the day then brings."""
    return replace(learner, says=7, silent=False, shows_up=random.uniform(0.6, 0.95))


def _declining(learner: Learner, random: Random) -> Learner:
    """Decline a drill or two: the swing, the bar, the one leg, or what comes before."""
    declines = random.choice(_DECLINED)
    return with_profile(replace(learner, declines=declines), without=declines)


def _one_bell(learner: Learner, random: Random) -> Learner:
    """Leave one kettlebell as all there is."""
    bell = random.choice((8, 12, 16))
    kit = ("wall", "dowel", "kettlebell")
    return with_profile(learner, equipment=kit, bells=_kilograms((bell,)))


def _trained(learner: Learner, random: Random) -> Learner:
    """Add years of lifting: strong, clean, with heavy things to hand."""
    strength = learner.strength_kg * random.uniform(1.4, 1.8)
    learner = replace(
        learner,
        misses=random.uniform(0.01, 0.08),
        floor=random.uniform(0.0005, 0.005),
        newness=random.uniform(0.0, 0.02),
        strength_kg=strength,
        potential_kg=strength * random.uniform(1.05, 1.3),
        shows_up=random.uniform(0.7, 0.98),
        eager=random.choice((0.0, 0.1, 0.2)),
    )
    if random.random() < 0.6:
        deadlift = Decimal(round(strength * 0.85 / 2.5)) * Decimal("2.5")
        return with_profile(
            learner,
            experience="trained",
            equipment=("wall", "dowel", "kettlebell", "dumbbells", "barbell"),
            bells=random.choice((None, _kilograms((16, 24, 32)))),
            deadlift_kg=deadlift,
        )
    bells = _kilograms((24, 32, 40))
    kit = ("wall", "dowel", "kettlebell")
    return with_profile(learner, experience="trained", equipment=kit, bells=bells)


def _sloppy(learner: Learner, random: Random) -> Learner:
    """Keep four reps of five clean, honestly counted, for ever."""
    share = random.uniform(0.17, 0.23)
    return replace(
        learner,
        misses=share,
        floor=share,
        newness=0.0,
        flattery=0.0,
        sternness=0.0,
        shows_up=random.uniform(0.6, 0.95),
    )


def _elder(learner: Learner, random: Random) -> Learner:
    """Make a learner of 68: less strength, slower gains, more pain, and told so."""
    learner = replace(
        learner,
        strength_kg=learner.strength_kg * 0.6,
        potential_kg=learner.strength_kg * 0.9,
        growth=learner.growth * 0.5,
        flares=max(learner.flares, 0.004),
        shows_up=random.uniform(0.6, 0.98),
    )
    return with_profile(learner, sixty_plus=True)


def _obedient(learner: Learner, random: Random) -> Learner:
    """Do exactly what is asked, with any things and any goal."""
    kit, bells = random.choice(OBEDIENT_KITS)
    return make_obedient(learner, kit=kit, bells=bells, goal=random.choice(GOALS))


GOALS: tuple[Goal | None, ...] = (None, "strength", "hypertrophy", "athletic")
OBEDIENT_KITS: tuple[tuple[tuple[str, ...] | None, tuple[int, ...] | None], ...] = (
    (None, None),
    (("wall", "dowel", "kettlebell"), None),
    (("wall", "dowel", "kettlebell"), (8, 12, 16, 20, 24)),
    (("wall", "dowel", "kettlebell"), (16,)),
    (("wall", "dowel", "dumbbells"), None),
    (("wall", "dowel", "barbell"), None),
    (("wall", "dowel", "kettlebell", "dumbbells"), None),
    (("wall", "dowel", "kettlebell", "dumbbells", "barbell"), None),
    (("wall", "dowel", "kettlebell", "barbell", "trap-bar", "cable", "platform", "blocks"), None),
    (("wall", "dowel"), None),
)
"""What those who do exactly what is asked may own, with their bells (kg)."""

_DECLINED: tuple[tuple[str, ...], ...] = (
    ("kettlebell-swing",),
    ("barbell-deadlift",),
    ("kettlebell-swing", "barbell-deadlift"),
    ("single-leg-rdl",),
    ("romanian-deadlift",),
    ("kettlebell-deadlift",),
)
_CROWD: dict[Nature, tuple[int, Callable[[Learner, Random], Learner]]] = {
    "ordinary": (38, _same),
    "flaring": (8, _flaring),
    "aching": (8, _aching),
    "stiff": (6, _stiff),
    "sevens": (2, _sevens),
    "declining": (6, _declining),
    "one-bell": (6, _one_bell),
    "trained": (7, _trained),
    "sloppy": (6, _sloppy),
    "elder": (5, _elder),
    "obedient": (8, _obedient),
}
"""Each nature with its share of a crowd (%) and what it makes of an ordinary learner."""
