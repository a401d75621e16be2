"""Many lives, and what they say of the rules: when drills open, who waits, what broke."""

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from random import Random

import msgspec

from hingecli.coach.protocol import Index, Protocol
from hingecli.simulate.learner import make_learner
from hingecli.simulate.life import Life, live

FIRST_DAY = date(2026, 1, 5)
"""The Monday on which every life begins; which one does not matter, so it is fixed."""
BATCH = 20


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """When one drill opens: the share of learners (%), and weeks for 10, 50 and 90 % of them.

    `weeks` counts among those for whom it opened; shares are of those who can reach it.
    """

    drill: str
    reachable: int
    share: float
    weeks: tuple[int, int, int] | None
    waiting: tuple[tuple[str, int], ...]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What a simulation found."""

    learners: int
    weeks: int
    seed: int
    openings: tuple[Opening, ...]
    broken: tuple[str, ...]
    broken_count: int
    kinds: tuple[tuple[str, int], ...]
    with_ten_loaded_days: int
    rose: int


def simulate(
    protocol: Protocol,
    *,
    learners: int,
    weeks: int,
    seed: int,
    workers: int,
    progress: Callable[[int], None] = lambda _: None,
) -> Report:
    """Let `learners` live `weeks` weeks; the same seed gives the same report.

    `progress` is told after each batch how many lives are done. `workers` are processes.
    """
    batches = [range(n, min(n + BATCH, learners)) for n in range(0, learners, BATCH)]
    lives: list[Life] = []
    if workers <= 1:
        for batch in batches:
            lives += live_batch(protocol, batch, weeks=weeks, seed=seed)
            progress(len(lives))
    else:
        with ProcessPoolExecutor(workers) as pool:
            jobs = [pool.submit(live_batch, protocol, b, weeks=weeks, seed=seed) for b in batches]
            for job in jobs:
                lives += job.result()
                progress(len(lives))
    return summarize(protocol, lives, weeks=weeks, seed=seed)


def live_batch(protocol: Protocol, numbers: range, *, weeks: int, seed: int) -> list[Life]:
    """Live the learners with these numbers; each draws from its own seed."""
    index = Index(protocol)
    lives = []
    for number in numbers:
        random = Random(f"{seed}/{number}")  # noqa: S311 - a simulation, not a secret
        learner = make_learner(random)
        lives.append(live(index, learner, days=7 * weeks, start=FIRST_DAY, random=random))
    return lives


def summarize(protocol: Protocol, lives: Sequence[Life], *, weeks: int, seed: int) -> Report:
    """Draw the report from the lives."""
    kinds: Counter[str] = Counter()
    for life in lives:
        kinds.update(life.kinds)
    broken = [what for life in lives for what in life.broken]
    trained = [life for life in lives if life.loaded_days >= 10]
    return Report(
        learners=len(lives),
        weeks=weeks,
        seed=seed,
        openings=tuple(_opening(rung.id, lives) for rung in protocol.ladder),
        broken=tuple(broken[:20]),
        broken_count=len(broken),
        kinds=tuple(sorted(kinds.items())),
        with_ten_loaded_days=len(trained),
        rose=sum(life.rose > 0 for life in trained),
    )


def _opening(drill: str, lives: Sequence[Life]) -> Opening:
    reachable = [life for life in lives if drill not in life.excluded]
    days = sorted(life.opened[drill] for life in reachable if drill in life.opened)
    waiting = Counter(life.waiting[drill] for life in reachable if drill in life.waiting)
    return Opening(
        drill=drill,
        reachable=len(reachable),
        share=round(100 * len(days) / len(reachable), 1) if reachable else 0.0,
        weeks=_spread([day // 7 + 1 for day in days]) if days else None,
        waiting=tuple(waiting.most_common(3)),
    )


def _spread(weeks: Sequence[int]) -> tuple[int, int, int]:
    last = len(weeks) - 1
    return weeks[last // 10], weeks[last // 2], weeks[last * 9 // 10]
