"""Who is in a crowd of learners: the ordinary, and those whose lives each tempt a rule.

Owns how many there are of each and what sets them apart; what every learner has is `learner`'s.
The figures describe people, not the coach (our own, grade D).
"""

from collections.abc import Callable
from decimal import Decimal
from random import Random

from msgspec.structs import replace

from hingecli.coach.log.events import Goal
from hingecli.simulate.learner import (
    Learner,
    Nature,
    kilograms,
    make_obedient,
    ordinary_learner,
    with_profile,
)


def make_learner(random: Random) -> Learner:
    """Draw one learner."""
    learner = ordinary_learner(random)
    natures = tuple(_CROWD)
    nature = random.choices(natures, weights=[_CROWD[nature][0] for nature in natures])[0]
    return replace(_CROWD[nature][1](learner, random), nature=nature)


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
    """Answer seven every morning, whatever the day then brings."""
    return replace(learner, says=7, silent=False, shows_up=random.uniform(0.6, 0.95))


def _declining(learner: Learner, random: Random) -> Learner:
    """Decline a drill or two: the swing, the bar, the one leg, or what comes before."""
    declines = random.choice(_DECLINED)
    return with_profile(replace(learner, declines=declines), without=declines)


def _one_bell(learner: Learner, random: Random) -> Learner:
    """Leave one kettlebell as all there is."""
    bell = random.choice((8, 12, 16))
    kit = ("wall", "dowel", "kettlebell")
    return with_profile(learner, equipment=kit, bells=kilograms((bell,)))


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
            bells=random.choice((None, kilograms((16, 24, 32)))),
            deadlift_kg=deadlift,
        )
    bells = kilograms((24, 32, 40))
    kit = ("wall", "dowel", "kettlebell")
    return with_profile(learner, experience="trained", equipment=kit, bells=bells)


def _sloppy(learner: Learner, random: Random) -> Learner:
    """Keep four of five reps clean, honestly counted, forever."""
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
