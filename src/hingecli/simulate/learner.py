"""A virtual learner: how skill grows and fades, how honestly reps are counted, what goes wrong.

The figures here describe people, not the coach: they are assumptions of the simulation (our
own, grade D), spread widely so that the rules must hold for the slow and the unlucky too.
"""

from random import Random

import msgspec

from hingecli.coach.events import Profile

KITS: tuple[tuple[str, ...] | None, ...] = (
    None,
    ("wall", "dowel", "kettlebell"),
    ("wall", "dowel", "dumbbells"),
    ("wall", "dowel", "kettlebell", "dumbbells", "barbell"),
    ("wall", "dowel", "kettlebell", "dumbbells", "barbell", "trap-bar", "cable"),
    ("wall", "dowel"),
)
_KIT_WEIGHTS = (30, 20, 12, 15, 15, 8)


class Learner(msgspec.Struct, kw_only=True):
    """One person. Shares are 0-1; `skill` is the chance of a clean rep in the pattern.

    `pace` is how fast skill closes its gap to `ceiling` per 100 reps, `fade` the share of it
    lost per idle week, `transfer` how much of it a new drill begins with. `flattery` is the
    share of missed reps that are counted clean all the same.
    """

    skill: float
    ceiling: float
    pace: float
    fade: float
    transfer: float
    flattery: float
    shows_up: float
    answers: float
    tells_effort: float
    tells_pain: float
    sore_back: float
    catches_cold: float
    goes_away: float
    profile: Profile | None
    drills: dict[str, float] = {}

    def skill_in(self, drill: str, *, loaded: bool) -> float:
        """Give the chance of a clean rep in `drill`."""
        first = self.skill * (self.transfer if loaded else 1.0)
        return self.drills.setdefault(drill, first)

    def practise(self, drill: str, reps: int, *, loaded: bool) -> None:
        """Let `reps` of practice close some of the gap to the ceiling."""
        now = self.skill_in(drill, loaded=loaded)
        self.drills[drill] = now + (self.ceiling - now) * (1 - (1 - self.pace) ** (reps / 100))

    def idle(self, days: int) -> None:
        """Let `days` without practice fade what was learned."""
        kept = (1 - self.fade) ** (days / 7)
        for drill, now in self.drills.items():
            self.drills[drill] = self.skill + (now - self.skill) * kept


def make_learner(random: Random) -> Learner:
    """Draw one learner."""
    return Learner(
        skill=random.uniform(0.55, 0.9),
        ceiling=random.betavariate(12, 0.5) * 0.04 + 0.96,
        pace=random.uniform(0.15, 0.45),
        fade=random.uniform(0.02, 0.15),
        transfer=random.uniform(0.85, 1.0),
        flattery=random.choice((0.0, 0.0, 0.1, 0.5)),
        shows_up=random.uniform(0.45, 0.95),
        answers=random.choice((0.0, 0.3, 0.9)),
        tells_effort=random.choice((0.0, 0.5, 1.0)),
        tells_pain=random.choice((0.2, 0.8, 1.0)),
        sore_back=random.choice((0.001, 0.003, 0.01)),
        catches_cold=random.uniform(0.0, 0.012),
        goes_away=random.uniform(0.0, 0.006),
        profile=_make_profile(random),
    )


def _make_profile(random: Random) -> Profile | None:
    kit = random.choices(KITS, weights=_KIT_WEIGHTS)[0]
    if random.random() < 0.25:
        return None
    return Profile(
        equipment=kit,
        days=random.choice((None, ("mon", "wed", "fri"), ("tue", "sat"), ("mon", "thu", "sat"))),
        goal=random.choice((None, "strength", "hypertrophy", "athletic")),
        limits=random.choice((None, None, None, ("low-back",), ("knee",))),
        sixty_plus=random.choice((None, None, True)),
        screen=random.choice((None, "clear", "clear")),
    )
