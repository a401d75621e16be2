"""How a learner does the blocks of a day, and what is logged of them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from random import Random

from hingecli.coach.day.draft import counts
from hingecli.coach.log.events import MistakeCount, SetRecord, Side
from hingecli.coach.log.sessions import Sitting
from hingecli.coach.protocol.protocol import Rung
from hingecli.coach.results import Block
from hingecli.coach.state.state import State
from hingecli.simulate.body import LearnerBody
from hingecli.simulate.learner import Learner

MISTAKES = ("lower-back-rounding", "soft-lockout", "looking-up")
NAMES_A_MISTAKE = 0.4
"""The chance that the misses of a set are told with what went wrong."""
BAD_FROM, TELLS_BAD_PAIN = 5, 0.9
"""From which score (0-10) on a pain is bad, and the chance that it is told, whoever it is."""
SKIPS_A_SET = 0.05
"""The chance that one of the main sets is left out."""
EFFORT_SPREAD = 0.7
"""How far (standard deviation) the effort that is told lies from the one that it was."""


def practise(
    state: State, body: LearnerBody, blocks: tuple[Block, ...], *, day: date, random: Random
) -> Sitting | None:
    """Do `blocks` as this learner would, and say what is logged; None with nothing to do."""
    learner, index = body.learner, state.index
    if learner.declines:
        blocks = tuple(block for block in blocks if block.drill not in learner.declines)
    if not blocks:
        return None
    body.resume()
    sets: list[SetRecord] = []
    mistakes: Counter[tuple[str, str]] = Counter()
    hardest = 0.0
    for block in blocks:
        rung = index.rungs[block.drill]
        effort = body.effort(rung, block)
        if rung.loaded and block.purpose != "warm-up":
            hardest = max(hardest, effort)
        warmup = not counts(block, blocks, index.loaded)
        for record in _do_block(rung, body, block, effort=effort, warmup=warmup, random=random):
            sets.append(record)
            missed = record.reps - record.clean_reps
            if missed and random.random() < NAMES_A_MISTAKE:
                mistakes[random.choice(MISTAKES), record.drill] += missed
    if hardest:
        body.load(hardest, random)
    return _sitting(sets, mistakes, body, hardest=hardest, day=day, random=random)


def _sitting(
    sets: Sequence[SetRecord],
    mistakes: Mapping[tuple[str, str], int],
    body: LearnerBody,
    *,
    hardest: float,
    day: date,
    random: Random,
) -> Sitting:
    """Return what is logged of `sets`; pain and effort as far as this learner tells them."""
    learner, pain = body.learner, body.pain()
    tells_pain = random.random() < (
        TELLS_BAD_PAIN if pain.score >= BAD_FROM else learner.tells_pain
    )
    tells_effort = hardest > 0 and random.random() < learner.tells_effort
    id_ = f"s{day:%Y%m%d}"
    return Sitting(
        id=id_,
        ids=(id_,),
        sitting=id_,
        day=day,
        at=datetime.combine(day, time(8), tzinfo=UTC),
        seq=day.toordinal(),
        sets=tuple(sets),
        mistakes=tuple(
            MistakeCount(mistake=mistake, count=number, drill=drill)
            for (mistake, drill), number in mistakes.items()
        ),
        pain=pain if tells_pain else None,
        sore=None,
        effort=_told_effort(learner, hardest, random) if tells_effort else None,
        distance_cm=None,
        note=None,
    )


def _told_effort(learner: Learner, effort: float, random: Random) -> int:
    """Return the effort as it is told, 1-10; only one who obeys hits it every time."""
    spread = 0.0 if learner.obedient else EFFORT_SPREAD
    return min(10, max(1, round(random.gauss(effort, spread))))


def _do_block(
    rung: Rung, body: LearnerBody, block: Block, *, effort: float, warmup: bool, random: Random
) -> Iterator[SetRecord]:
    """Do a block's sets; a run of the test ends at the first miss, a set short of strength."""
    is_test = block.purpose == "test"
    sides: tuple[Side | None, ...] = ("L", "R") if block.per_side else (None,)
    reps = block.reps if effort < 10 else max(1, block.reps - random.randint(1, 4))
    skips = block.purpose == "main" and not body.learner.obedient and random.random() < SKIPS_A_SET
    for _ in range(max(1, block.sets - skips)):
        for side in sides:
            counted = body.do_set(rung, reps, effort=effort, random=random)
            if is_test and False in counted:
                counted = counted[: counted.index(False) + 1]
            clean = sum(counted)
            body.practise(block.drill, len(counted))
            yield SetRecord(
                drill=block.drill,
                reps=len(counted),
                clean=clean,
                load_kg=block.load_kg,
                side=side,
                warmup=warmup,
                variant=block.variant,
                range=block.range,
            )
            if is_test and clean == reps:
                return
