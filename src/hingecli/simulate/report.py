"""Many lives, and what they say of the rules: when drills open, who waits, what broke."""

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from multiprocessing import get_context
from multiprocessing.pool import Pool  # now: an interrupt in the midst of an import can be lost
from random import Random

import msgspec

from hingecli.coach.protocol.protocol import Index, Protocol, Rung
from hingecli.simulate.checks import INVARIANTS
from hingecli.simulate.crowd import make_learner
from hingecli.simulate.learner import TROUBLED
from hingecli.simulate.life import Life, live

FIRST_DAY = date(2026, 1, 5)
"""The Monday on which every life begins; which one does not matter, so it is fixed."""
MOST_WORKERS = 8
"""Processes beyond which starting them costs more than they save."""
BATCH = 20
"""Lives a worker lives before it reports: the steps of the progress bar."""
ENOUGH_LOADED_DAYS = 10
"""Loaded days from which a learner's load must have risen."""
EXAMPLES = 3
UNTROUBLED = "without trouble"
"""Who has neither pain to tell of for weeks nor reps that stay unclean."""


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """How many learners were still waiting for one condition at the end."""

    condition: str
    learners: int


class DrillOpening(msgspec.Struct, frozen=True, kw_only=True):
    """When one drill opens: the share of learners (%), and weeks for 10, 50 and 90 % of them.

    `short` is what the drill is called in a narrow place.
    `weeks` counts among those for whom it opened; shares are of those who can reach it.
    """

    drill: str
    name: str
    short: str
    reachable: int
    share: float
    weeks: tuple[int, int, int] | None
    waiting: tuple[Waiting, ...]


class Medians(msgspec.Struct, frozen=True, kw_only=True):
    """The week in which each drill opens for half of some learners; null where it never does.

    `who` is a nature, or a name for several. `weeks` goes by drill, those that everybody goes for;
    it counts among those for whom it opened.
    """

    who: str
    learners: int
    weeks: dict[str, int | None]


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """On how many days of how many learners one invariant broke, with the first of them."""

    invariant: str
    broken: int
    learners: int
    examples: tuple[str, ...]


class StuckLearners(msgspec.Struct, frozen=True, kw_only=True):
    """Learners whose next gate did not move for months, and the sentence they read."""

    drill: str
    condition: str
    learners: int
    text: str


class SimulationReport(msgspec.Struct, frozen=True, kw_only=True):
    """What a simulation found.

    `crowd` counts the learners by their nature, `rose` those with a load increase among those
    `with_ten_loaded_days` and a weight to rise to; `kinds` the days of each kind over all lives,
    `broken` those on which an invariant did not hold.
    """

    learners: int
    weeks: int
    seed: int
    crowd: dict[str, int]
    openings: tuple[DrillOpening, ...]
    medians: tuple[Medians, ...]
    invariants: tuple[Held, ...]
    stuck: tuple[StuckLearners, ...]
    kinds: dict[str, int]
    with_ten_loaded_days: int
    rose: int
    broken: int


def simulate(
    protocol: Protocol,
    *,
    learners: int,
    weeks: int,
    seed: int,
    workers: int | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> SimulationReport:
    """Let `learners` live `weeks` weeks; the same seed gives the same report.

    `progress` is told after each batch how many lives are done. `workers` are processes, by
    default as many as there are cores for the work.
    """
    workers = min(os.cpu_count() or 1, MOST_WORKERS) if workers is None else workers
    batches = [range(n, min(n + BATCH, learners)) for n in range(0, learners, BATCH)]
    lives: list[Life] = []
    for batch in _live_all(protocol, batches, weeks=weeks, seed=seed, workers=workers):
        lives += batch
        progress(len(lives))
    return summarize(protocol, lives, weeks=weeks, seed=seed)


def _live_all(
    protocol: Protocol, batches: Sequence[range], *, weeks: int, seed: int, workers: int
) -> Iterator[list[Life]]:
    """Live the batches, in this process or in several; they come back in their order."""
    if workers <= 1 or len(batches) <= 1:
        for batch in batches:
            yield live_batch(protocol, batch, weeks=weeks, seed=seed)
        return
    # A fresh interpreter a worker: the progress bar runs a thread, and threads do not fork well.
    # Leaving the pool, by an interrupt too, ends its workers.
    context = get_context("spawn")
    with Pool(workers, _leave_interrupts_to_the_parent, context=context) as pool:
        yield from pool.imap(partial(live_batch, protocol, weeks=weeks, seed=seed), batches)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def live_batch(protocol: Protocol, numbers: range, *, weeks: int, seed: int) -> list[Life]:
    """Live the learners with these numbers; each draws from its own seed."""
    index = Index(protocol)
    lives = []
    for number in numbers:
        random = Random(f"{seed}/{number}")  # noqa: S311 - a simulation, not a secret
        learner = make_learner(random)
        lives.append(live(index, learner, days=7 * weeks, start=FIRST_DAY, random=random))
    return lives


def summarize(
    protocol: Protocol, lives: Sequence[Life], *, weeks: int, seed: int
) -> SimulationReport:
    """Draw the report from the lives."""
    kinds: Counter[str] = Counter()
    for life in lives:
        kinds.update(life.kinds)
    trained = [
        life
        for life in lives
        if life.weighted_days >= ENOUGH_LOADED_DAYS and (life.rose or life.can_rise)
    ]
    return SimulationReport(
        learners=len(lives),
        weeks=weeks,
        seed=seed,
        crowd=dict(Counter(life.nature for life in lives).most_common()),
        openings=tuple(_opening(rung, lives) for rung in protocol.ladder),
        medians=_medians(protocol, lives),
        invariants=tuple(_held(name, lives) for name in INVARIANTS),
        stuck=_stuck(lives),
        kinds=dict(sorted(kinds.items())),
        with_ten_loaded_days=len(trained),
        rose=sum(life.rose for life in trained),
        broken=sum(len(life.found) for life in lives),
    )


def _opening(rung: Rung, lives: Sequence[Life]) -> DrillOpening:
    drill = rung.id
    reachable = _who_can(lives, drill)
    days = sorted(life.opened[drill] for life in reachable if drill in life.opened)
    waiting = Counter(life.waiting[drill] for life in reachable if drill in life.waiting)
    return DrillOpening(
        drill=drill,
        name=rung.name,
        short=rung.short,
        reachable=len(reachable),
        share=round(100 * len(days) / len(reachable), 1) if reachable else 0.0,
        weeks=_spread([_week(day) for day in days]) if days else None,
        waiting=tuple(
            Waiting(condition=condition, learners=number)
            for condition, number in waiting.most_common(3)
        ),
    )


def _medians(protocol: Protocol, lives: Sequence[Life]) -> tuple[Medians, ...]:
    """Return when drills open for each nature, first for all whom nothing holds back on purpose."""
    steps = [r for r in protocol.ladder if r.loaded and r.role == "ladder" and not r.optional]
    natures = [nature for nature, _ in Counter(life.nature for life in lives).most_common()]
    groups = {UNTROUBLED: [life for life in lives if life.nature not in TROUBLED]}
    groups |= {nature: [life for life in lives if life.nature == nature] for nature in natures}
    return tuple(
        Medians(
            who=who,
            learners=len(group),
            weeks={rung.id: _median(group, rung.id) for rung in steps},
        )
        for who, group in groups.items()
        if group
    )


def _median(lives: Sequence[Life], drill: str) -> int | None:
    days = sorted(life.opened[drill] for life in _who_can(lives, drill) if drill in life.opened)
    return _spread([_week(day) for day in days])[1] if days else None


def _who_can(lives: Sequence[Life], drill: str) -> list[Life]:
    """Return the lives in which `drill` was not out of reach."""
    return [life for life in lives if drill not in life.excluded]


def _week(day: int) -> int:
    """Return the week (from 1) of a day (from 0)."""
    return day // 7 + 1


def _held(invariant: str, lives: Sequence[Life]) -> Held:
    broke = [
        (number, life, found)
        for number, life in enumerate(lives)
        for found in life.found
        if found.invariant == invariant
    ]
    # One day of a life each: what broke for one learner breaks again the day after.
    first = {number: (life, found) for number, life, found in reversed(broke)}
    return Held(
        invariant=invariant,
        broken=len(broke),
        learners=len(first),
        examples=tuple(
            f"learner {number} ({life.nature}), {found.day}: {found.what}"
            for number, (life, found) in sorted(first.items(), key=lambda item: item[0])[:EXAMPLES]
        ),
    )


def _stuck(lives: Sequence[Life]) -> tuple[StuckLearners, ...]:
    stuck = Counter(life.stuck for life in lives if life.stuck is not None)
    return tuple(
        StuckLearners(drill=drill, condition=condition, learners=number, text=text)
        for (drill, condition, text), number in stuck.most_common()
    )


def _spread(weeks: Sequence[int]) -> tuple[int, int, int]:
    last = len(weeks) - 1
    return weeks[last // 10], weeks[last // 2], weeks[last * 9 // 10]
