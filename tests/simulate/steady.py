"""A steady learner, and a life of theirs: what a test changes of them is what it is about."""

from random import Random

import msgspec

from hingecli.coach.protocol.protocol import Index
from hingecli.simulate import Learner, Life, live, make_learner
from hingecli.simulate.report import FIRST_DAY


def steady(**traits: object) -> Learner:
    """Somebody who comes most days, counts honestly, tells all, and never falls ill."""
    plain = make_learner(Random(0))
    calm = {
        "nature": "ordinary",
        "misses": 0.1,
        "floor": 0.0005,
        "pace": 0.4,
        "newness": 0.01,
        "flattery": 0.0,
        "sternness": 0.0,
        "strength_kg": 90.0,
        "potential_kg": 150.0,
        "shows_up": 0.9,
        "eager": 0.0,
        "answers": 0.9,
        "silent": False,
        "tells_effort": 1.0,
        "tells_pain": 1.0,
        "flares": 0.0,
        "usual": 0,
        "catches_cold": 0.0,
        "goes_away": 0.0,
        "profile": None,
        "aches": 0.0,
        "stiffness": 0.0,
        "says": None,
        "declines": (),
        "obedient": False,
    }
    return msgspec.structs.replace(plain, **(calm | traits))


def lived(index: Index, learner: Learner, *, weeks: int = 40) -> Life:
    """Let `learner` live so many weeks."""
    return live(index, learner, days=7 * weeks, start=FIRST_DAY, random=Random(1))
