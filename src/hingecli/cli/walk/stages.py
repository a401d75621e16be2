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
    Entry,
    Rest,
    Walk,
    edited,
    stop_on,
)
from hingecli.coach.parse.grammar import read_load
from hingecli.errors import UsageError
from hingecli.motion import pacer
from hingecli.motion.pacer import Cue, Run

FRAME_S = 1 / 20
"""How long a picture stands: fast enough for the eye, slow enough for an old machine."""
AWAY_S = 30.0
"""After a longer gap between two pictures the computer slept: nobody did those reps."""
FIVE_LEFT = 5


def walk_sets(here: Walk) -> None:
    """Walk through all sets, keeping each as it ends. Raises Left when the person stops."""
    n, count = 0, len(here.plan.sets)
    while n < count:
        if here.plan.sets[n].first:
            _setup(here, n)
        done = _set(here, n)
        n += 1
        if done is None:
            continue
        if _passed(done):
            here.screen.line("Passed: every rep clean.")
            while n < count and here.plan.sets[n].until_miss and not here.plan.sets[n].first:
                n += 1
        if n < count:
            here.plan = replace(here.plan, sets=pacer.matched(here.plan.sets, n, done.reps))
            if done.run.paced.rest_s:
                _rest(here, n, done)


def _setup(here: Walk, n: int) -> None:
    """Show how to stand and what to do, until the person begins."""
    paced, entry = here.plan.sets[n], Entry(opened=here.clock())
    opening = f"{scenes.capital(paced.name)}: {scenes.dose(here, n)}."
    for text in (opening, *scenes.setup_lines(here, n), "Enter begins, q stops."):
        here.screen.line(text)
    here.ear.say(". ".join((paced.name, *here.plan.pages[paced.drill].setup)))
    while True:
        here.screen.frame(partial(scenes.setup_scene, here, n, entry))
        for key in here.keys.read(FRAME_S):
            stop_on(key)
            if key in {"enter", "space"} and not entry.asking:
                return
            entry = _entered(here, n, entry, key)


def _entered(here: Walk, n: int, entry: Entry, key: str) -> Entry:
    """Take one key of the set-up: w asks for a weight, Enter takes what was typed."""
    if not entry.asking:
        if key != "w" or here.plan.sets[n].drill not in here.plan.loaded:
            return entry
        here.screen.line(scenes.WHICH_WEIGHT)
        return msgspec.structs.replace(entry, asking=True)
    if key != "enter":
        return msgspec.structs.replace(entry, typed=edited(entry.typed, key))
    told = _weigh(here, n, entry.typed.strip())
    return msgspec.structs.replace(entry, asking=bool(told), typed="", told=told)


def _weigh(here: Walk, n: int, typed: str) -> str:
    """Take another load for the block; give what is wrong with it, empty if nothing."""
    if not typed:
        return ""
    unit = here.plan.sets[n].unit
    try:
        load = read_load(f"{typed}{unit}" if typed[-1].isdigit() else typed)
    except UsageError as problem:
        here.screen.line(str(problem))
        return str(problem)
    sets = pacer.with_load(here.plan.sets, n, load_kg=load.kg, unit=load.unit)
    here.plan = replace(here.plan, sets=sets)
    here.screen.line(f"{scenes.capital(sets[n].name)}: {scenes.dose(here, n)}.")
    return ""


def _set(here: Walk, n: int) -> Done | None:
    """Pace one set and keep it, also when the person leaves; None if no rep was done."""
    paced = here.plan.sets[n]
    here.run = pacer.start(paced, here.clock(), count_in=_count_in(here, n))
    here.screen.line(f"{scenes.number(paced)}: {paced.reps} reps.")
    try:
        _pace(here, n)
    finally:
        done = _as_done(here.run, n, here.clock())
        here.run = None
        if done:
            here.done.append(done)
            here.log.keep(done)
    here.ear.ring()
    if done:
        here.screen.line(f"Set over: {done.clean} clean of {done.reps}.")
    return done


def _pace(here: Walk, n: int) -> None:
    seen = here.clock()
    while here.run is not None:
        if here.clock() - seen > AWAY_S:
            here.run = pacer.pause(here.run, seen)
            here.screen.line("Paused: the computer slept. Any key goes on.")
        seen = here.clock()
        cues, here.run = pacer.due(here.run, here.clock())
        for cue in cues:
            _tell(here, cue)
        if pacer.is_over(here.run, here.clock()) or _failed(here.run):
            return
        here.screen.frame(partial(scenes.set_scene, here, n))
        wait = pacer.until_next(here.run, here.clock())
        for key in here.keys.read(FRAME_S if wait is None else min(FRAME_S, wait)):
            stop_on(key)
            if key == "s":
                return
            _press(here, key)


def _press(here: Walk, key: str) -> None:
    run, now = here.run, here.clock()
    if run is None:
        return
    if run.stopped_at is not None:
        here.run = pacer.resume(run, now)
        here.screen.line("Going on.")
    elif key == "p":
        here.run = pacer.pause(run, now)
        here.screen.line("Paused. Any key goes on.")
    elif key == "b":
        here.run = pacer.back(run, now)
        here.screen.line(f"Back to rep {pacer.moment(here.run, now).rep}.")
    elif key == "space":
        here.run = pacer.miss(run, now)
        if here.run.misses != run.misses:
            here.screen.line(f"Rep {here.run.misses[-1].rep} marked as a miss.")
    else:
        here.run = _name(here, run, key, now)


def _name(here: Walk, run: Run, key: str, now: float) -> Run:
    """Let a digit name the last miss."""
    if not key.isdigit() or not pacer.can_name(run, now):
        return run
    chosen = int(key) - 1
    if not 0 <= chosen < len(here.plan.mistakes):
        return run
    mistake = here.plan.mistakes[chosen]
    if not mistake.suits(run.paced.drill):
        return run
    here.screen.line(f"Rep {run.misses[-1].rep}: {mistake.name}. {mistake.cue}")
    here.ear.say(mistake.cue)
    return pacer.name_miss(run, mistake.id, now)


def _rest(here: Walk, n: int, done: Done) -> None:
    """Count the rest down to set `n`; the count of the set before can be put right."""
    length = done.run.paced.rest_s
    rest = Rest(done=done, until=here.clock() + length, length=length)
    here.screen.line(
        f"Rest {length} s. {done.clean} clean of {done.reps}? Type another number, or Enter."
    )
    here.ear.say(f"Rest {length} seconds")
    while (left := rest.until - here.clock()) > 0:
        here.screen.frame(partial(scenes.rest_scene, here, n, rest))
        for key in here.keys.read(min(FRAME_S, left)):
            stop_on(key)
            before, rest = rest, _rested(here, rest, key)
            if rest.done != before.done:
                put_right(here, rest.done)
    here.ear.ring()


def _rested(here: Walk, rest: Rest, key: str) -> Rest:
    """Take one key of the rest."""
    done, now = rest.done, here.clock()
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
        named = msgspec.structs.replace(done, run=_name(here, done.run, key, now))
        return msgspec.structs.replace(rest, done=named)
    if key == "enter":
        return _counted(here, rest)
    if key == "backspace" or (key.isdigit() and len(rest.typed) < len(str(done.reps))):
        return msgspec.structs.replace(rest, typed=edited(rest.typed, key))
    return rest


def _counted(here: Walk, rest: Rest) -> Rest:
    """Take the count of clean reps that was typed, or the one shown."""
    done = rest.done
    clean = int(rest.typed or done.clean)
    if clean > done.reps:
        told = f"There were {done.reps} reps."
        here.screen.line(told)
        return msgspec.structs.replace(rest, typed="", told=told)
    here.screen.line(f"Kept: {clean} clean of {done.reps}.")
    return msgspec.structs.replace(rest, done=told_clean(done, clean), typed="", told="")


def told_clean(done: Done, clean: int) -> Done:
    """Take the person's own count of clean reps; it beats the marked misses.

    A test run ends with the rep that was missed.
    """
    reps = min(done.reps, clean + 1) if done.run.paced.until_miss else done.reps
    return msgspec.structs.replace(done, reps=reps, clean=clean, sure=True)


def put_right(here: Walk, done: Done) -> None:
    """Keep what is now known better of a set."""
    here.done[[known.number for known in here.done].index(done.number)] = done
    here.log.keep(done)


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


def _tell(here: Walk, cue: Cue) -> None:
    here.ear.cue(cue)
    if here.run is None:
        return
    if cue.signal == "count":
        here.screen.line(str(cue.number))
    elif cue.signal == "rep":
        here.screen.line(f"rep {cue.number} of {here.run.paced.reps}")
        if here.run.paced.reps - cue.number == FIVE_LEFT:
            here.ear.say("five left")
    elif cue.signal == "down" and cue.number == 1 and here.plan.focus:
        here.ear.say(here.plan.focus)


def _count_in(here: Walk, n: int) -> int:
    if n == 0 and here.plan.film_s:
        return here.plan.film_s
    return FIRST_COUNT_IN_S if here.plan.sets[n].first else COUNT_IN_S
