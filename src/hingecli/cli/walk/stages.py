"""The walk through a sitting: set-up, sets and rests; one loop a stage.

Owns the order of the stages, and what each key does in a set. Paces by `motion.pacer`; keys,
screen, sound, clock and log are handed in, so that a test walks without any of them.
"""

from dataclasses import replace
from functools import partial

from hingecli.cli.walk import scenes, script
from hingecli.cli.walk.counting import as_done, has_failed, has_passed, menu
from hingecli.cli.walk.keys import SUSPENDED
from hingecli.cli.walk.pain import take_pain
from hingecli.cli.walk.parts import (
    COUNT_IN_S,
    FIRST_COUNT_IN_S,
    FRAME_S,
    SIDE_COUNT_IN_S,
    Done,
    Hurts,
    Walk,
    stop_on,
    switch_voice,
)
from hingecli.cli.walk.rest import rest_before
from hingecli.cli.walk.set_up import set_up
from hingecli.motion import paced_sets, pacer
from hingecli.motion.pacer import Cue, Run

SET_KEYS = (
    "Space marks a miss, p pauses, b takes a rep back, s ends the set, ! tells pain, q stops."
)
"""For who reads lines: said before the first set."""
AWAY_S = 30.0
"""After a longer gap between two pictures the computer slept, or Ctrl-Z: nobody did those reps."""


def walk_sets(walk: Walk) -> None:
    """Walk through all sets, keeping each as it ends; a key begins, the rest goes by itself.

    Raises WalkStopped when the person stops, also because of pain.
    """
    while walk.at < len(walk.plan.sets):
        try:
            _next_set(walk)
        except Hurts:
            take_pain(walk, goes_on=walk.at < len(walk.plan.sets))
            walk.waits = True


def _next_set(walk: Walk) -> None:
    by_key = walk.waits
    if by_key:
        set_up(walk, walk.at)
        walk.waits = False
    elif _rested(walk):
        done, n = _since_the_last_rest(walk), walk.at
        rest_before(walk, n, done)
        _skip_passed(walk)
        if walk.at >= len(walk.plan.sets):
            return
        if walk.at != n:
            rest_before(walk, walk.at, _since_the_last_rest(walk))
    done_now = _set(walk, walk.at, by_key=by_key)
    if done_now is not None and walk.at < len(walk.plan.sets):
        sets = paced_sets.matched(walk.plan.sets, walk.at, done_now.reps)
        walk.plan = replace(walk.plan, sets=sets)


def _skip_passed(walk: Walk) -> None:
    """Leave out the runs that a passed test does not need."""
    if not has_passed(walk.done[-1]):
        return
    walk.screen.line("Passed: every rep clean.")
    sets = walk.plan.sets
    while walk.at < len(sets) and sets[walk.at].until_miss and not sets[walk.at].first:
        walk.at += 1


def _since_the_last_rest(walk: Walk) -> tuple[Done, ...]:
    """Return the set before a rest, with its other side."""
    *before, last = walk.done
    if last.run.paced.side is None or not before:
        return (last,)
    other, paced = before[-1], last.run.paced
    same = (other.run.paced.drill, other.run.paced.number) == (paced.drill, paced.number)
    return (other, last) if same and other.number == last.number - 1 else (last,)


def _set(walk: Walk, n: int, *, by_key: bool) -> Done | None:
    """Pace one set and keep it, also when the person leaves; None if no rep was done."""
    paced = walk.plan.sets[n]
    count_in = _count_in(walk, n, by_key=by_key)
    walk.run = pacer.start(paced, walk.clock(), count_in=count_in)
    walk.screen.line(f"{scenes.number(paced)}: {paced.reps} reps.")
    if not walk.done:
        walk.screen.line(SET_KEYS)
    if count_in == SIDE_COUNT_IN_S:
        walk.audio.say(script.other_side(paced).text, urgent=True)
    done: Done | None = None
    try:
        _pace(walk, n)
        walk.at = n + 1
    finally:
        done = as_done(walk.run, n, walk.clock())
        walk.run, walk.note = None, ""
        if done:
            walk.at = n + 1
            walk.done.append(done)
            walk.log.keep(done)
    walk.audio.ring()
    if done:
        walk.screen.line(f"Set over: {done.clean} clean of {done.reps}.")
    return done


def _pace(walk: Walk, n: int) -> None:
    seen = walk.clock()
    while walk.run is not None:
        if walk.clock() - seen > AWAY_S:
            _pause_as_of(walk, walk.run, seen)
        seen = walk.clock()
        cues, walk.run = pacer.due(walk.run, walk.clock())
        for cue in cues:
            _tell(walk, cue)
        if pacer.is_over(walk.run, walk.clock()) or has_failed(walk.run):
            return
        walk.screen.frame(partial(scenes.set_scene, walk, n))
        wait = pacer.until_next(walk.run, walk.clock())
        for key in walk.keys.read(FRAME_S if wait is None else min(FRAME_S, wait)):
            stop_on(key)
            if key == SUSPENDED:
                _pause_as_of(walk, walk.run, seen)
            elif key != "s":
                _press(walk, key)
            elif pacer.reps_done(walk.run, walk.clock()):
                return


def _pause_as_of(walk: Walk, run: Run, seen: float) -> None:
    """Pause at the moment at which the person was seen last, unless it is paused already."""
    if run.stopped_at is None:
        walk.run = pacer.pause(run, seen)
        walk.screen.line("Paused while you were away. Any key goes on.")


def _press(walk: Walk, key: str) -> None:
    run, now = walk.run, walk.clock()
    if run is None:
        return
    if key == "v":
        switch_voice(walk)
    elif run.stopped_at is not None:
        walk.run = pacer.resume(run, now)
        walk.screen.line("Going on.")
    elif key == "p":
        walk.run = pacer.pause(run, now)
        walk.screen.line("Paused. Any key goes on.")
    elif key == "b":
        walk.run = pacer.back(run, now)
        walk.screen.line(f"Back to rep {pacer.moment(walk.run, now).rep}.")
    elif key == "space":
        walk.run = pacer.miss(run, now)
        if walk.run.misses != run.misses:
            walk.screen.line(f"Rep {walk.run.misses[-1].rep} marked as a miss.")
    else:
        walk.run = _name(walk, run, key, now)


def _name(walk: Walk, run: Run, key: str, now: float) -> Run:
    """Let a digit name the last miss."""
    if not key.isdigit() or not pacer.can_name(run, now):
        return run
    mistake = menu(walk, run.paced.drill).get(int(key))
    if mistake is None:
        return run
    walk.screen.line(f"Rep {run.misses[-1].rep}: {mistake.name}. {mistake.cue}")
    walk.audio.say(mistake.cue)
    return pacer.name_miss(run, mistake.id, now)


def _tell(walk: Walk, cue: Cue) -> None:
    if walk.run is None:
        return
    paced = walk.run.paced
    if cue.signal == "count":
        walk.screen.line(str(cue.number))
        said = script.counted_in(cue, count_in=walk.run.count_in)
    else:
        said = script.in_a_set(paced, cue, focus=walk.plan.focus)
    if cue.signal == "rep":
        walk.screen.line(f"rep {cue.number} of {paced.reps}")
    if cue.signal in {"up", "rep"}:
        walk.audio.ring()
    if said is not None:
        walk.audio.say(said.text, urgent=said.urgent)


def _count_in(walk: Walk, n: int, *, by_key: bool) -> int:
    if n == 0 and walk.plan.film_s:
        return walk.plan.film_s
    if by_key:
        return FIRST_COUNT_IN_S
    return COUNT_IN_S if _rested(walk) else SIDE_COUNT_IN_S


def _rested(walk: Walk) -> bool:
    """Return whether there is a rest after the set done last; between two sides there is none."""
    return bool(walk.done) and walk.done[-1].run.paced.rest_s > 0
