"""The walk through a sitting: set-up, sets and rests; one loop a stage.

Owns what each key does. Paces by `coach.pacer`, draws by `show.walk`; keys, screen, sound,
clock and log are handed in, so that a test walks without any of them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import msgspec

from hingecli.cli.keys import Keys
from hingecli.coach import pacer
from hingecli.coach.events import Pain
from hingecli.coach.pacer import Cue, PacedSet, Run
from hingecli.coach.protocol import DrillPage, Mistake
from hingecli.show.walk import Scene, figure_room

FRAME_S = 1 / 20
"""How long a picture stands: fast enough for the eye, slow enough for an old machine."""
COUNT_IN_S = 3
FIRST_COUNT_IN_S = 5
"""Counting in before a drill's first set is longer: there is a wall or a bell to reach."""
REST_MORE_S = 15
FIVE_LEFT = 5

_SET_KEYS = (
    ("space", "miss"),
    ("p", "pause"),
    ("b", "one rep back"),
    ("s", "end the set"),
    ("q", "stop and keep"),
)
_REST_KEYS = (
    ("enter", "count is right"),
    ("space", "a miss more"),
    ("s", "go on"),
    ("+", f"{REST_MORE_S} s more"),
    ("q", "stop and keep"),
)
_WORDS = {"count-in": "ready", "down": "down", "hold": "hold", "up": "up", "over": "done"}


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """A set as done, the `number`th of the sitting.

    `sure` once the person marked a miss or told the count.
    """

    number: int
    run: Run
    reps: int
    clean: int
    sure: bool = False


class Screen(Protocol):
    """Where it is shown: pictures for eyes, lines for screen readers."""

    def frame(self, scene: Callable[[int, int], Scene]) -> None:
        """Show the scene as it is for the columns and rows there are."""
        ...

    def line(self, text: str) -> None:
        """Tell one event in a line."""
        ...


class Ear(Protocol):
    """What is heard. Never waits."""

    def cue(self, cue: Cue) -> None:
        """Sound a cue of the set."""
        ...

    def say(self, text: str) -> None:
        """Speak a sentence, if there is a voice."""
        ...

    def ring(self) -> None:
        """Ring once, if there is a bell."""
        ...


class Log(Protocol):
    """Where finished sets go, at once."""

    def keep(self, done: Done) -> None:
        """Keep a set, or what is now known better of a set kept before."""
        ...

    def finish(self, *, pain: Pain | None, effort: int | None) -> None:
        """Keep how the sitting felt."""
        ...


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What is walked: sets, pages and doses by drill, the mistakes that digits name, the cue.

    `doses` are the words for a drill's block; `film_s` counts a camera in (seconds).
    """

    sets: tuple[PacedSet, ...]
    pages: dict[str, DrillPage]
    doses: dict[str, str]
    mistakes: tuple[Mistake, ...]
    focus: str
    film_s: int = 0
    figure: Callable[[str, float, int, int], tuple[str, ...]] | None = None


@dataclass(kw_only=True)
class Walk:
    """A walk under way, and the sets done so far."""

    plan: Plan
    keys: Keys
    screen: Screen
    ear: Ear
    log: Log
    clock: Callable[[], float]
    run: Run | None = None
    done: list[Done] = field(default_factory=list)


class Left(Exception):  # noqa: N818 - no error: the person has had enough
    """The person stops; `asking` if questions are still welcome."""

    def __init__(self, *, asking: bool) -> None:
        """Remember whether to ask how it felt."""
        self.asking = asking
        super().__init__()


def walk_sets(here: Walk) -> None:
    """Walk through all sets, keeping each as it ends. Raises Left when the person stops."""
    sets, n = here.plan.sets, 0
    while n < len(sets):
        if sets[n].first:
            _setup(here, n)
        done = _set(here, n)
        n += 1
        if done and _passed(done):
            here.screen.line("Passed: every rep clean.")
            while n < len(sets) and sets[n].until_miss and not sets[n].first:
                n += 1
        if done and n < len(sets) and done.run.paced.rest_s:
            _rest(here, n, done)


def stop_on(key: str) -> None:
    """Leave when `key` says so: q still answers the questions, Ctrl-C and a lost terminal no."""
    if key == "q":
        raise Left(asking=True)
    if key in {"ctrl-c", "end"}:
        raise Left(asking=False)


def _setup(here: Walk, n: int) -> None:
    paced = here.plan.sets[n]
    page, dose = here.plan.pages[paced.drill], here.plan.doses[paced.drill]
    film = (f"Camera at your side: you get {here.plan.film_s} s to start it.",)
    lines = (
        *page.setup,
        *(f"{k} {step}" for k, step in enumerate(page.steps, 1)),
        *(film if here.plan.film_s and n == 0 else ()),
    )
    for text in (f"{_capital(paced.name)}: {dose}.", *lines, "Enter begins, q stops."):
        here.screen.line(text)
    here.ear.say(". ".join((paced.name, *page.setup)))
    opened = here.clock()

    def scene(width: int, height: int) -> Scene:
        depth = pacer.demonstrate(paced.tempo, here.clock() - opened)
        return Scene(
            title=_capital(paced.name),
            where=dose,
            lines=lines,
            keys=(("enter", "begin"), ("q", "stop")),
            figure=_figure(here, paced.drill, depth, width, height),
            sitting_share=_share(here, n, 0.0),
        )

    while True:
        here.screen.frame(scene)
        for key in here.keys.read(FRAME_S):
            stop_on(key)
            if key in {"enter", "space"}:
                return


def _set(here: Walk, n: int) -> Done | None:
    """Pace one set and keep it, also when the person leaves; None if no rep was done."""
    paced = here.plan.sets[n]
    here.run = pacer.start(paced, here.clock(), count_in=_count_in(here, n))
    here.screen.line(f"{_number(paced)}: {paced.reps} reps.")
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
    while here.run is not None:
        cues, here.run = pacer.due(here.run, here.clock())
        for cue in cues:
            _tell(here, cue)
        if pacer.is_over(here.run, here.clock()) or _failed(here.run):
            return
        here.screen.frame(lambda width, height: _set_scene(here, n, width, height))
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
    here.screen.line(f"Rep {run.misses[-1].rep}: {mistake.name}. {mistake.cue}")
    here.ear.say(mistake.cue)
    return pacer.name_miss(run, mistake.id, now)


def _rest(here: Walk, n: int, done: Done) -> None:
    """Count the rest down to set `n`; the count of the set before can be put right."""
    until, typed, told = here.clock() + done.run.paced.rest_s, "", ""
    here.screen.line(
        f"Rest {done.run.paced.rest_s} s. {done.clean} clean of {done.reps}? "
        "Type another number, or Enter."
    )
    here.ear.say(f"Rest {done.run.paced.rest_s} seconds")
    while (left := until - here.clock()) > 0:
        here.screen.frame(_rest_scene(here, n, done, left=left, typed=typed, told=told))
        for key in here.keys.read(min(FRAME_S, left)):
            now, before = here.clock(), done
            if key in {"q", "ctrl-c", "end"}:
                stop_on(key)
            elif key == "s" or (key == "enter" and done.sure and not typed):
                until = now
            elif key == "+":
                until += REST_MORE_S
            elif key == "space":
                run = pacer.late_miss(done.run, done.reps, now)
                done = msgspec.structs.replace(
                    done, run=run, clean=pacer.clean_of(run, done.reps), sure=True
                )
            elif key.isdigit() and not typed and pacer.can_name(done.run, now):
                done = msgspec.structs.replace(done, run=_name(here, done.run, key, now))
            elif key.isdigit() and len(typed) < len(str(done.reps)):
                typed += key
            elif key == "backspace":
                typed = typed[:-1]
            elif key == "enter":
                fits = int(typed or done.clean) <= done.reps
                told = "" if fits else f"There were {done.reps} reps."
                if fits:
                    done = told_clean(done, int(typed or done.clean))
                    here.screen.line(f"Kept: {done.clean} clean of {done.reps}.")
                typed = ""
            if done != before:
                put_right(here, done)
    here.ear.ring()


def told_clean(done: Done, clean: int) -> Done:
    """Take the person's own count of clean reps; it beats the marked misses."""
    return msgspec.structs.replace(done, clean=clean, sure=True)


def put_right(here: Walk, done: Done) -> None:
    """Keep what is now known better of a set."""
    here.done[[known.number for known in here.done].index(done.number)] = done
    here.log.keep(done)


def _as_done(run: Run | None, n: int, now: float) -> Done | None:
    if run is None:
        return None
    reps = pacer.reps_done(run, now)
    if _failed(run):  # a test run is what came before the miss
        reps = min(known.rep for known in run.misses) - 1
    if not reps:
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


def _set_scene(here: Walk, n: int, width: int, height: int) -> Scene:
    run, now = here.run, here.clock()
    if run is None:
        return Scene(title="")
    at, paced = pacer.moment(run, now), run.paced
    counting = at.part == "count-in"
    word = "paused" if at.paused else _WORDS[at.part]
    return Scene(
        title=_capital(paced.name),
        where=_number(paced),
        number=str(at.count if counting else at.rep),
        beside="get in place" if counting else f"of {paced.reps}",
        word=word,
        share=at.share,
        focus="" if _naming(run, now) else here.plan.focus,
        lines=(*(("Any key goes on.",) if at.paused else ()), *_misses(here, run, now)),
        keys=_SET_KEYS,
        figure=_figure(here, paced.drill, at.depth, width, height),
        set_share=at.done,
        sitting_share=_share(here, n, at.done),
        tone="still" if at.paused or counting else "go",
    )


def _misses(here: Walk, run: Run, now: float) -> tuple[str, ...]:
    if not run.misses:
        return ()
    count = len(run.misses)
    head = f"{count} miss" if count == 1 else f"{count} misses"
    last = run.misses[-1]
    if _naming(run, now):
        return (f"Rep {last.rep} missed. Which?", *_menu(here))
    names = {mistake.id: mistake.short for mistake in here.plan.mistakes}
    return (head, *((f"→ {names[last.mistake]}",) if last.mistake else ()))


def _naming(run: Run, now: float) -> bool:
    """Tell whether the screen asks which mistake the last miss was."""
    return pacer.can_name(run, now) and run.misses[-1].mistake is None


def _menu(here: Walk) -> tuple[str, ...]:
    return tuple(f"{n} {mistake.name}" for n, mistake in enumerate(here.plan.mistakes, 1))


def _rest_scene(
    here: Walk, n: int, done: Done, *, left: float, typed: str, told: str
) -> Callable[[int, int], Scene]:
    ahead, now = here.plan.sets[n], here.clock()
    naming = _naming(done.run, now)
    lines = _misses(here, done.run, now) if naming else (told,) if told else ()
    ask = f"{done.clean} of {done.reps} clean?"
    return lambda width, height: Scene(
        title="Rest",
        where=f"next: {ahead.name}, {_number(ahead).lower()}",
        number=str(int(left) + 1),
        beside="seconds",
        lines=lines,
        ask="" if done.sure and not typed else ask,
        typed=typed,
        focus="" if naming else f"{done.clean} clean of {done.reps}." if done.sure else "",
        keys=_REST_KEYS,
        figure=_figure(here, ahead.drill, 0.0, width, height),
        set_share=1 - left / max(1, done.run.paced.rest_s),
        sitting_share=_share(here, n, 0.0),
        tone="rest",
    )


def _figure(here: Walk, drill: str, depth: float, width: int, height: int) -> tuple[str, ...]:
    room = figure_room(width, height)
    if here.plan.figure is None or room is None:
        return ()
    return here.plan.figure(drill, depth, *room)


def _share(here: Walk, n: int, of_set: float) -> float:
    """Give the share of the sitting's time that is over when `of_set` of set `n` is."""
    times = [pacer.length(paced, count_in=COUNT_IN_S) + paced.rest_s for paced in here.plan.sets]
    return (sum(times[:n]) + of_set * times[n]) / sum(times)


def _count_in(here: Walk, n: int) -> int:
    if n == 0 and here.plan.film_s:
        return here.plan.film_s
    return FIRST_COUNT_IN_S if here.plan.sets[n].first else COUNT_IN_S


def _number(paced: PacedSet) -> str:
    word = "Run" if paced.until_miss else "Set"
    side = {"L": ", left", "R": ", right", None: ""}[paced.side]
    return f"{word} {paced.number} of {paced.of}{side}"


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
