"""The pace of a set: its timed cues, where in a rep one should be, and its misses.

Owns when what is said and where in a rep one should be. Reads no clock: every moment is an
argument, in seconds of any clock that never goes back. Makes no sound and draws nothing.
"""

from bisect import bisect_left, bisect_right
from typing import Literal

import msgspec

from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.motion.paced_sets import PacedSet

Signal = Literal["count", "down", "hold", "up", "rep", "end"]
RepPart = Literal["count-in", "down", "hold", "up", "over"]

LATE_MISS_S = 0.7
"""A miss marked this early in a rep is the one before: nobody presses a key in mid-air."""

NAMING_S = 5.0
"""For this long a digit says which mistake the last miss was."""


class Cue(msgspec.Struct, frozen=True):
    """Something to say or sound `at` seconds after the start; `number` is a count or a rep."""

    at: float
    signal: Signal
    number: int = 0


class Miss(msgspec.Struct, frozen=True):
    """A rep that was not clean, when it was marked, and which mistake it was."""

    rep: int
    at: float
    mistake: str | None = None


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """A set under way: its cues, when it began, how many cues were given, its misses.

    `stopped_at` is the script's time (s) at which it stands still: paused.
    """

    paced: PacedSet
    cues: tuple[Cue, ...]
    count_in: int
    began: float
    given: int = 0
    stopped_at: float | None = None
    misses: tuple[Miss, ...] = ()


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """Where a run is: the rep, its part and the share of it, how deep (0 standing, 1 bottom).

    `done` is the share of the set, `count` what is left to count in (whole seconds).
    """

    part: RepPart
    rep: int
    share: float
    depth: float
    done: float
    count: int = 0
    paused: bool = False


def length(paced: PacedSet, *, count_in: int) -> float:
    """Return how long one set takes, counting in included (s)."""
    return count_in + paced.reps * _rep_length(paced.tempo)


def script(paced: PacedSet, *, count_in: int) -> tuple[Cue, ...]:
    """Write the cues of one set: `count_in` seconds counted down, then each rep, then the end.

    Each time is computed from the start, never from the cue before: errors do not add up.
    """
    cues = [Cue(float(n), "count", count_in - n) for n in range(count_in)]
    tempo, rep_length = paced.tempo, _rep_length(paced.tempo)
    for rep in range(1, paced.reps + 1):
        start = count_in + (rep - 1) * rep_length
        cues.append(Cue(start, "down", rep))
        if tempo.pause:
            cues.append(Cue(start + tempo.down, "hold", rep))
        cues.append(Cue(start + tempo.down + tempo.pause, "up", rep))
        cues.append(Cue(count_in + rep * rep_length, "rep", rep))
    cues.append(Cue(count_in + paced.reps * rep_length, "end", paced.reps))
    return tuple(cues)


def start(paced: PacedSet, now: float, *, count_in: int) -> Run:
    """Begin a set at `now`, counted in for `count_in` seconds."""
    return Run(paced=paced, cues=script(paced, count_in=count_in), count_in=count_in, began=now)


def due(run: Run, now: float) -> tuple[tuple[Cue, ...], Run]:
    """Return the cues that are due by `now` and were not given, and the run that gave them."""
    upto = bisect_right(run.cues, _elapsed(run, now), key=lambda cue: cue.at)
    if upto <= run.given:
        return (), run
    return run.cues[run.given : upto], msgspec.structs.replace(run, given=upto)


def until_next(run: Run, now: float) -> float | None:
    """Return the seconds until the next cue; None while paused or when all were given."""
    if run.stopped_at is not None or run.given >= len(run.cues):
        return None
    return max(0.0, run.cues[run.given].at - _elapsed(run, now))


def is_over(run: Run, now: float) -> bool:
    """Return whether the last rep is done."""
    return _elapsed(run, now) >= run.cues[-1].at


def moment(run: Run, now: float) -> Moment:
    """Return where in the set `now` is."""
    elapsed, paused = _elapsed(run, now), run.stopped_at is not None
    into = elapsed - run.count_in
    if into < 0:
        return Moment(
            part="count-in",
            rep=0,
            share=elapsed / run.count_in,
            depth=0.0,
            done=0.0,
            count=int(-into - 1e-9) + 1,
            paused=paused,
        )
    tempo, rep_length = run.paced.tempo, _rep_length(run.paced.tempo)
    total = run.paced.reps * rep_length
    if into >= total:
        return Moment(part="over", rep=run.paced.reps, share=1.0, depth=0.0, done=1.0)
    rep = min(run.paced.reps, int(into / rep_length + 1e-9) + 1)
    part, share, depth = _within(tempo, max(0.0, into - (rep - 1) * rep_length))
    return Moment(part=part, rep=rep, share=share, depth=depth, done=into / total, paused=paused)


def reps_done(run: Run, now: float) -> int:
    """Count the reps that were finished by `now`, and one given up if it was marked a miss."""
    elapsed = _elapsed(run, now)
    finished = sum(1 for cue in run.cues if cue.signal == "rep" and cue.at <= elapsed)
    return max([finished, *(known.rep for known in run.misses)])


def demonstrate(tempo: Tempo, at: float) -> float:
    """Return the depth (0-1) of a rep shown over and over, a second's stand between two."""
    into = at % (_rep_length(tempo) + 1.0)
    return _within(tempo, into)[2] if into < _rep_length(tempo) else 0.0


def pause(run: Run, now: float) -> Run:
    """Let the run stand still."""
    return msgspec.structs.replace(run, stopped_at=_elapsed(run, now))


def resume(run: Run, now: float) -> Run:
    """Let a paused run go on from where it stood."""
    if run.stopped_at is None:
        return run
    return msgspec.structs.replace(run, began=now - run.stopped_at, stopped_at=None)


def back(run: Run, now: float) -> Run:
    """Take one rep back: start the rep before this one again, its misses forgotten."""
    here = moment(run, now)
    if here.part == "count-in":
        return run
    rep = max(1, here.rep - 1)
    to = run.count_in + (rep - 1) * _rep_length(run.paced.tempo)
    return msgspec.structs.replace(
        run,
        began=now - to,
        stopped_at=None if run.stopped_at is None else to,
        given=bisect_left(run.cues, to, key=lambda cue: cue.at) + (rep > 1),
        misses=tuple(miss for miss in run.misses if miss.rep < rep),
    )


def miss(run: Run, now: float) -> Run:
    """Mark the rep under way, or the last one if this one has only begun, as not clean."""
    here = moment(run, now)
    if here.part == "count-in":
        return run
    into = here.share * run.paced.tempo.down
    late = here.part == "down" and here.rep > 1 and into < min(LATE_MISS_S, run.paced.tempo.down)
    rep = here.rep - 1 if late else here.rep
    if any(known.rep == rep for known in run.misses):
        return run
    return msgspec.structs.replace(run, misses=(*run.misses, Miss(rep, now)))


def late_miss(run: Run, reps: int, now: float) -> Run:
    """Mark, after the set, the last of its `reps` reps that is not marked yet."""
    marked = {known.rep for known in run.misses}
    rep = next((n for n in range(reps, 0, -1) if n not in marked), None)
    if rep is None:
        return run
    return msgspec.structs.replace(run, misses=(*run.misses, Miss(rep, now)))


def name_miss(run: Run, mistake: str, now: float) -> Run:
    """Say which mistake the last miss was, if it was marked less than NAMING_S ago."""
    if not run.misses or now - run.misses[-1].at > NAMING_S:
        return run
    named = msgspec.structs.replace(run.misses[-1], mistake=mistake, at=now)
    return msgspec.structs.replace(run, misses=(*run.misses[:-1], named))


def can_name(run: Run, now: float) -> bool:
    """Return whether a digit typed at `now` would name the last miss."""
    return bool(run.misses) and now - run.misses[-1].at <= NAMING_S


def clean_of(run: Run, reps: int) -> int:
    """Count the clean ones among the first `reps` reps."""
    return reps - sum(1 for known in run.misses if known.rep <= reps)


def _rep_length(tempo: Tempo) -> float:
    return tempo.down + tempo.pause + tempo.up


def _elapsed(run: Run, now: float) -> float:
    return now - run.began if run.stopped_at is None else run.stopped_at


def _within(tempo: Tempo, at: float) -> tuple[RepPart, float, float]:
    """Return part, share and depth at `at` seconds into a rep."""
    if at < tempo.down:
        share = at / tempo.down
        return "down", share, _eased(share)
    if at < tempo.down + tempo.pause:
        return "hold", (at - tempo.down) / tempo.pause, 1.0
    share = min(1.0, (at - tempo.down - tempo.pause) / tempo.up)
    return "up", share, 1.0 - _eased(share)


def _eased(share: float) -> float:
    """Start and stop softly, as a body does."""
    return share * share * (3 - 2 * share)
