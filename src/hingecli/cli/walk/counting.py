"""Sets as they turn out: the reps of a run, the count that a person tells, what went wrong.

Owns how one becomes the other. Asks nothing and shows nothing.
"""

from collections.abc import Sequence

import msgspec

from hingecli.cli.walk.parts import Done, Walk
from hingecli.coach.parse.numbered import numbered, shared_out
from hingecli.coach.protocol.texts import Mistake
from hingecli.motion import pacer
from hingecli.motion.pacer import Run

MOST_TYPED = 40
"""Characters of an answer in a walk."""


def as_done(run: Run | None, number: int, now: float) -> Done | None:
    """Return what was done of a run by `now`; None where no rep was."""
    if run is None:
        return None
    reps = pacer.reps_done(run, now)
    if has_failed(run):  # a test run ends with the rep that was missed
        reps = min(known.rep for known in run.misses)
    first_missed = any(known.rep == 1 for known in run.misses)
    if not reps or (reps == 1 and first_missed):  # broken off in the first rep: nothing was done
        return None
    clean = pacer.clean_of(run, reps)
    sure = has_failed(run) or run.paced.warmup  # nobody counts what counts for nothing
    return Done(number=number, run=run, reps=reps, clean=clean, sure=sure)


def has_failed(run: Run) -> bool:
    """Return whether a test run is over: at its first miss."""
    return run.paced.until_miss and bool(run.misses)


def has_passed(done: Done) -> bool:
    """Return whether a test run went to its end, all clean."""
    paced = done.run.paced
    return paced.until_miss and done.clean == done.reps == paced.reps


def told_clean(done: Done, clean: int) -> Done:
    """Take the person's own count of clean reps; it beats the marked misses.

    A test run ends with the rep that was missed.
    """
    reps = min(done.reps, clean + 1) if done.run.paced.until_miss else done.reps
    return msgspec.structs.replace(done, reps=reps, clean=clean, sure=True)


def missed_late(done: Done, now: float) -> Done:
    """Mark one more miss after the set."""
    run = pacer.late_miss(done.run, done.reps, now)
    clean = max(0, done.clean - (run.misses != done.run.misses))
    reps = min(done.reps, clean + 1) if run.paced.until_miss else done.reps
    return msgspec.structs.replace(done, run=run, clean=clean, reps=reps)


def named(sets: Sequence[Done], mistakes: Sequence[str]) -> tuple[Done, ...]:
    """Share `mistakes` out among the reps of `sets` that were missed with nothing said of them.

    Each mistake at least once, as far as there are reps; the first one takes what is left over.
    """
    shared = shared_out(mistakes, sum(done.unnamed for done in sets))
    result = []
    for done in sets:
        part, shared = shared[: done.unnamed], shared[done.unnamed :]
        result.append(msgspec.structs.replace(done, wrong=(*done.wrong, *part)))
    return tuple(result)


def put_right(walk: Walk, done: Done) -> None:
    """Keep what is now known better of a set."""
    walk.done[[known.number for known in walk.done].index(done.number)] = done
    walk.log.keep(done)


def menu(walk: Walk, drill: str) -> dict[int, Mistake]:
    """Return what can go wrong in `drill`, by its number; it means the same in every drill."""
    return numbered(walk.plan.mistakes, drill)


def menu_lines(walk: Walk, drill: str) -> tuple[str, ...]:
    """Return what can go wrong in `drill`, numbered."""
    return tuple(f"{n} {mistake.name}" for n, mistake in menu(walk, drill).items())
