"""The walk through a sitting: set-up, sets and rests; one loop a stage.

Owns what each key does. Paces by `coach.pacer`, draws by `show.walk`; keys, screen, sound,
clock and log are handed in, so that a test walks without any of them.
"""

from dataclasses import replace
from functools import partial

import msgspec

from hingecli.cli.walk import scenes
from hingecli.cli.walk.parts import (
    COUNT_IN_S,
    FIRST_COUNT_IN_S,
    REST_MORE_S,
    Done,
    Rest,
    SetupInput,
    Walk,
    edited,
    stop_on,
)
from hingecli.coach.parse.measures import read_load
from hingecli.errors import UsageError
from hingecli.motion import pacer
from hingecli.motion.pacer import Cue, Run
from hingecli.text import capital

FRAME_S = 1 / 20
"""How long a picture stands: fast enough for the eye, slow enough for an old machine."""
AWAY_S = 30.0
"""After a longer gap between two pictures the computer slept: nobody did those reps."""
FIVE_LEFT = 5


def walk_sets(walk: Walk) -> None:
    """Walk through all sets, keeping each as it ends. Raises WalkStopped when the person stops."""
    n, count = 0, len(walk.plan.sets)
    while n < count:
        if walk.plan.sets[n].first:
            _setup(walk, n)
        done = _set(walk, n)
        n += 1
        if done is None:
            continue
        if _passed(done):
            walk.screen.line("Passed: every rep clean.")
            while n < count and walk.plan.sets[n].until_miss and not walk.plan.sets[n].first:
                n += 1
        if n < count:
            walk.plan = replace(walk.plan, sets=pacer.matched(walk.plan.sets, n, done.reps))
            if done.run.paced.rest_s:
                _rest(walk, n, done)


def _setup(walk: Walk, n: int) -> None:
    """Show how to stand and what to do, until the person begins."""
    paced, setup = walk.plan.sets[n], SetupInput(opened=walk.clock())
    opening = f"{capital(paced.name)}: {scenes.dose(walk, n)}."
    for text in (opening, *scenes.setup_lines(walk, n), "Enter begins, q stops."):
        walk.screen.line(text)
    walk.audio.say(". ".join((paced.name, *walk.plan.pages[paced.drill].setup)))
    while True:
        walk.screen.frame(partial(scenes.setup_scene, walk, n, setup))
        for key in walk.keys.read(FRAME_S):
            stop_on(key)
            if key in {"enter", "space"} and not setup.asking:
                return
            setup = _entered(walk, n, setup, key)


def _entered(walk: Walk, n: int, setup: SetupInput, key: str) -> SetupInput:
    """Take one key of the set-up: w asks for a weight, Enter takes what was typed."""
    if not setup.asking:
        if key != "w" or walk.plan.sets[n].drill not in walk.plan.loaded:
            return setup
        walk.screen.line(scenes.WHICH_WEIGHT)
        return msgspec.structs.replace(setup, asking=True)
    if key != "enter":
        return msgspec.structs.replace(setup, typed=edited(setup.typed, key))
    message = _weigh(walk, n, setup.typed.strip())
    return msgspec.structs.replace(setup, asking=bool(message), typed="", message=message)


def _weigh(walk: Walk, n: int, typed: str) -> str:
    """Take another load for the block; give what is wrong with it, empty if nothing."""
    if not typed:
        return ""
    unit = walk.plan.sets[n].unit
    try:
        load = read_load(f"{typed}{unit}" if typed[-1].isdigit() else typed)
    except UsageError as problem:
        walk.screen.line(str(problem))
        return str(problem)
    sets = pacer.with_load(walk.plan.sets, n, load_kg=load.kg, unit=load.unit)
    walk.plan = replace(walk.plan, sets=sets)
    walk.screen.line(f"{capital(sets[n].name)}: {scenes.dose(walk, n)}.")
    return ""


def _set(walk: Walk, n: int) -> Done | None:
    """Pace one set and keep it, also when the person leaves; None if no rep was done."""
    paced = walk.plan.sets[n]
    walk.run = pacer.start(paced, walk.clock(), count_in=_count_in(walk, n))
    walk.screen.line(f"{scenes.number(paced)}: {paced.reps} reps.")
    try:
        _pace(walk, n)
    finally:
        done = _as_done(walk.run, n, walk.clock())
        walk.run = None
        if done:
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
            walk.run = pacer.pause(walk.run, seen)
            walk.screen.line("Paused: the computer slept. Any key goes on.")
        seen = walk.clock()
        cues, walk.run = pacer.due(walk.run, walk.clock())
        for cue in cues:
            _tell(walk, cue)
        if pacer.is_over(walk.run, walk.clock()) or _failed(walk.run):
            return
        walk.screen.frame(partial(scenes.set_scene, walk, n))
        wait = pacer.until_next(walk.run, walk.clock())
        for key in walk.keys.read(FRAME_S if wait is None else min(FRAME_S, wait)):
            stop_on(key)
            if key == "s":
                return
            _press(walk, key)


def _press(walk: Walk, key: str) -> None:
    run, now = walk.run, walk.clock()
    if run is None:
        return
    if run.stopped_at is not None:
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
    chosen = int(key) - 1
    if not 0 <= chosen < len(walk.plan.mistakes):
        return run
    mistake = walk.plan.mistakes[chosen]
    if not mistake.suits(run.paced.drill):
        return run
    walk.screen.line(f"Rep {run.misses[-1].rep}: {mistake.name}. {mistake.cue}")
    walk.audio.say(mistake.cue)
    return pacer.name_miss(run, mistake.id, now)


def _rest(walk: Walk, n: int, done: Done) -> None:
    """Count the rest down to set `n`; the count of the set before can be put right."""
    length = done.run.paced.rest_s
    rest = Rest(done=done, until=walk.clock() + length, length=length)
    walk.screen.line(
        f"Rest {length} s. {done.clean} clean of {done.reps}? Type another number, or Enter."
    )
    walk.audio.say(f"Rest {length} seconds")
    while (left := rest.until - walk.clock()) > 0:
        walk.screen.frame(partial(scenes.rest_scene, walk, n, rest))
        for key in walk.keys.read(min(FRAME_S, left)):
            stop_on(key)
            before, rest = rest, _rested(walk, rest, key)
            if rest.done != before.done:
                put_right(walk, rest.done)
    walk.audio.ring()


def _rested(walk: Walk, rest: Rest, key: str) -> Rest:
    """Take one key of the rest."""
    done, now = rest.done, walk.clock()
    if key == "s" or (key == "enter" and done.sure and not rest.typed):
        return msgspec.structs.replace(rest, until=now)
    if key == "+":
        until, length = rest.until + REST_MORE_S, rest.length + REST_MORE_S
        return msgspec.structs.replace(rest, until=until, length=length)
    if key == "space":
        run = pacer.late_miss(done.run, done.reps, now)
        clean = done.clean - (run.misses != done.run.misses)
        missed = told_clean(msgspec.structs.replace(done, run=run), max(0, clean))
        return msgspec.structs.replace(rest, done=missed)
    if key.isdigit() and not rest.typed and pacer.can_name(done.run, now):
        named = msgspec.structs.replace(done, run=_name(walk, done.run, key, now))
        return msgspec.structs.replace(rest, done=named)
    if key == "enter":
        return _counted(walk, rest)
    if key == "backspace" or (key.isdigit() and len(rest.typed) < len(str(done.reps))):
        return msgspec.structs.replace(rest, typed=edited(rest.typed, key))
    return rest


def _counted(walk: Walk, rest: Rest) -> Rest:
    """Take the count of clean reps that was typed, or the one shown."""
    done = rest.done
    clean = int(rest.typed or done.clean)
    if clean > done.reps:
        message = f"There were {done.reps} reps."
        walk.screen.line(message)
        return msgspec.structs.replace(rest, typed="", message=message)
    walk.screen.line(f"Kept: {clean} clean of {done.reps}.")
    return msgspec.structs.replace(rest, done=told_clean(done, clean), typed="", message="")


def told_clean(done: Done, clean: int) -> Done:
    """Take the person's own count of clean reps; it beats the marked misses.

    A test run ends with the rep that was missed.
    """
    reps = min(done.reps, clean + 1) if done.run.paced.until_miss else done.reps
    return msgspec.structs.replace(done, reps=reps, clean=clean, sure=True)


def put_right(walk: Walk, done: Done) -> None:
    """Keep what is now known better of a set."""
    walk.done[[known.number for known in walk.done].index(done.number)] = done
    walk.log.keep(done)


def _as_done(run: Run | None, n: int, now: float) -> Done | None:
    if run is None:
        return None
    reps = pacer.reps_done(run, now)
    if _failed(run):  # a test run ends with the rep that was missed
        reps = min(known.rep for known in run.misses)
    first_missed = any(known.rep == 1 for known in run.misses)
    if not reps or (reps == 1 and first_missed):  # broken off in the first rep: nothing was done
        return None
    clean = pacer.clean_of(run, reps)
    return Done(number=n, run=run, reps=reps, clean=clean, sure=bool(run.misses))


def _failed(run: Run) -> bool:
    return run.paced.until_miss and bool(run.misses)


def _passed(done: Done) -> bool:
    paced = done.run.paced
    return paced.until_miss and done.clean == done.reps == paced.reps


def _tell(walk: Walk, cue: Cue) -> None:
    walk.audio.cue(cue)
    if walk.run is None:
        return
    if cue.signal == "count":
        walk.screen.line(str(cue.number))
    elif cue.signal == "rep":
        walk.screen.line(f"rep {cue.number} of {walk.run.paced.reps}")
        if walk.run.paced.reps - cue.number == FIVE_LEFT:
            walk.audio.say("five left")
    elif cue.signal == "down" and cue.number == 1 and walk.plan.focus:
        walk.audio.say(walk.plan.focus)


def _count_in(walk: Walk, n: int) -> int:
    if n == 0 and walk.plan.film_s:
        return walk.plan.film_s
    return FIRST_COUNT_IN_S if walk.plan.sets[n].first else COUNT_IN_S
