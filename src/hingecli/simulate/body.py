"""A learner's body over time: pattern and strength grow with practice, pain comes and goes.

Owns what a set costs and how clean it comes out. What the learner tells of it is `life`.
"""

from random import Random

import msgspec

from hingecli.coach.log.events import Pain
from hingecli.coach.protocol.protocol import Rung
from hingecli.coach.results import Block
from hingecli.simulate.learner import Learner

_SHARE_OF_DEADLIFT = {"deadlift": 1.0, "rdl": 0.85, "single-leg": 0.35, "swing": 0.45}
"""One rep of a family's drill, as a share of one deadlift; rough, our own."""
_NEWNESS = {"deadlift": 0.6, "rdl": 1.0, "single-leg": 1.5, "swing": 1.2}
"""How much harder a family is to learn than the RDL; rough, our own."""

OBEDIENT_EFFORT = 5.0
"""The effort (1-10) of every set of one who does exactly what is asked."""
KEPT_DAYS = 4
"""Days without practice that leave skill and strength as they were."""


class LearnerBody(msgspec.Struct, kw_only=True):
    """How one learner stands today.

    `misses` is the share of reps missed for want of the pattern, `drills` the share that the
    newness of each drill adds. `hurts` is today's pain beside the usual (0-10), `idle` the
    days since the last practice, `ill` and `away` the days that they still last; `leaves`
    marks the day on which one of them began. `form` is how well the day goes: 1 as ever, more
    is worse. `ache` is a dull pain that stays for `aching` days more, `stiff` is this morning's.
    """

    learner: Learner
    misses: float
    strength_kg: float
    drills: dict[str, float] = {}
    hurts: float = 0.0
    sharp: bool = False
    sore: float = 0.0
    idle: int = 0
    ill: int = 0
    away: int = 0
    leaves: bool = False
    form: float = 1.0
    ache: float = 0.0
    aching: int = 0
    stiff: float = 0.0

    def wake(self, random: Random) -> None:
        """Begin a day: pain and soreness ease, colds and journeys come and go."""
        learner = self.learner
        self.hurts = max(0.0, self.hurts * random.uniform(0.6, 0.95) - 0.1)
        self.sore = max(0.0, self.sore - random.uniform(0.8, 2.0))
        self.form = random.lognormvariate(0, 0.3)
        self.leaves = False
        if self.ill:
            self.ill -= 1
        elif random.random() < learner.catches_cold:
            self.ill, self.leaves = random.randint(3, 10), True
        if self.away:
            self.away -= 1
        elif random.random() < learner.goes_away:
            self.away, self.leaves = random.choice((5, 10, 16, 30, 90)), True
        if random.random() < learner.flares:
            self.hurts, self.sharp = random.uniform(2, 8), random.random() < 0.1
        if learner.aches:
            self._ache(random)
        if learner.stiffness:
            self.stiff = random.uniform(2, 5.6) if random.random() < learner.stiffness else 0.0

    def _ache(self, random: Random) -> None:
        """Begin a dull ache, or let it go on: it wavers between 3 and 4 for weeks."""
        if self.aching:
            self.aching -= 1
            self.ache = min(4.4, max(2.6, self.ache + random.uniform(-0.5, 0.5)))
        elif random.random() < self.learner.aches:
            self.aching, self.ache = random.randint(14, 70), random.uniform(2.6, 4.4)
        else:
            self.ache = 0.0

    def pain(self, *, morning: bool = False) -> Pain:
        """Return the pain as this learner would score it, in a session or in the morning."""
        hurts = max(self.hurts, self.ache, self.stiff if morning else 0.0)
        score = min(10, round(hurts) + self.learner.usual)
        return Pain(score=score, where=self.learner.aches_at, sharp=self.sharp and score > 3)

    def resume(self) -> None:
        """Return to practice: what the idle days let fade is gone, though never all of it."""
        learner = self.learner
        kept = (1 - learner.fade) ** (max(0, self.idle - KEPT_DAYS) / 7)
        worst = max(self.misses, learner.misses / 2)
        self.misses = worst + (self.misses - worst) * kept
        self.strength_kg = learner.strength_kg + (self.strength_kg - learner.strength_kg) * kept
        self.idle = 0

    def effort(self, rung: Rung, block: Block) -> float:
        """Return the effort (1-10) of a set: by the reps left in reserve at this load."""
        if self.learner.obedient:
            return OBEDIENT_EFFORT
        if block.load_kg is None or not block.load_kg:
            return 4.0
        strength = self.strength_kg * _SHARE_OF_DEADLIFT.get(rung.family, 1.0)
        most = 30 * (strength / float(block.load_kg) - 1)
        left = most - block.reps
        return min(10.0, 10 - left) if left <= 5 else max(2.0, 5 - (left - 5) / 6)

    def do_set(self, rung: Rung, reps: int, *, effort: float, random: Random) -> list[bool]:
        """Do `reps` reps; each comes out clean or not, as the learner counts it."""
        if self.learner.obedient:
            return [True] * reps
        flattery, sternness, draw = self.learner.flattery, self.learner.sternness, random.random
        missed = self.chance_to_miss(rung, effort=effort)
        return [
            draw() < flattery if draw() < missed else not sternness or draw() >= sternness
            for _ in range(reps)
        ]

    def chance_to_miss(self, rung: Rung, *, effort: float) -> float:
        """Return today's chance of a missed rep (0-1)."""
        new = self.drills.setdefault(rung.id, self.learner.newness * _NEWNESS.get(rung.family, 0.3))
        strain = 0.02 * max(0.0, effort - 7) + (0.03 if max(self.hurts, self.ache) >= 3 else 0.0)
        return min(0.7, (self.misses + new) * self.form + strain)

    def practise(self, drill: str, reps: int) -> None:
        """Let `reps` of practice close some of the gap to what practice can give."""
        left = (1 - self.learner.pace) ** (reps / 100)
        self.misses = self.learner.floor + (self.misses - self.learner.floor) * left
        self.drills[drill] = self.drills.get(drill, 0.0) * left

    def load(self, effort: float, random: Random) -> None:
        """Take a loaded day: strength grows, soreness follows, a hard day may hurt."""
        learner = self.learner
        self.strength_kg += (learner.potential_kg - self.strength_kg) * learner.growth
        if learner.obedient:
            return
        self.sore = max(self.sore, random.uniform(0, effort - 2))
        if self.hurts >= 3:
            self.hurts = min(10.0, self.hurts + random.uniform(0, 1))
        elif random.random() < learner.flares * max(1.0, effort - 5):
            self.hurts, self.sharp = random.uniform(1, 7), False


def make_body(learner: Learner) -> LearnerBody:
    """Return the body of `learner` on the first day."""
    return LearnerBody(learner=learner, misses=learner.misses, strength_kg=learner.strength_kg)
