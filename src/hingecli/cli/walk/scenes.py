"""What the screen shows at each stage of a walk: a scene from where it stands.

Owns which facts are shown and which keys are offered. Their look is `show.walk`.
"""

from hingecli.cli.walk.parts import COUNT_IN_S, REST_MORE_S, Rest, SetupInput, Walk
from hingecli.coach.rules import gear
from hingecli.motion import pacer
from hingecli.motion.pacer import PacedSet, Run
from hingecli.show.walk import Scene, figure_room
from hingecli.text import capital, count

HALF = 0.5
"""How deep the figure goes in a set of half the range."""
WHICH_WEIGHT = "Which weight? 16kg or 35lb"
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


def setup_scene(walk: Walk, n: int, setup: SetupInput, width: int, height: int) -> Scene:
    """Show how to stand and what to do, the figure doing it."""
    paced = walk.plan.sets[n]
    depth = pacer.demonstrate(paced.tempo, walk.clock() - setup.opened)
    weigh = (("w", "another weight"),) if paced.drill in walk.plan.loaded else ()
    lines = setup_lines(walk, n)
    return Scene(
        title=capital(paced.name),
        where=dose(walk, n),
        lines=(setup.message,) if setup.message else () if setup.asking else lines,
        ask=WHICH_WEIGHT if setup.asking else "",
        typed=setup.typed,
        keys=(("enter", "keep" if setup.asking else "begin"), *weigh, ("q", "stop")),
        figure=_figure(walk, paced, depth, width, height),
        sitting_share=_share(walk, n, 0.0),
    )


def setup_lines(walk: Walk, n: int) -> tuple[str, ...]:
    """Return the lines of a drill's set-up and steps, and of the camera if it is counted in."""
    page = walk.plan.pages[walk.plan.sets[n].drill]
    film = (f"Camera at your side: you get {walk.plan.film_s} s to start it.",)
    paced = walk.plan.sets[n]
    variant = walk.plan.variants.get(paced.variant or "", "")
    return (
        *(("Each run ends at your first miss: press space.",) if paced.until_miss else ()),
        *((walk.plan.half_range,) if paced.range == "half" else ()),
        *((variant,) if variant else ()),
        *page.setup,
        *(f"{k} {step}" for k, step in enumerate(page.steps, 1)),
        *(film if walk.plan.film_s and n == 0 else ()),
    )


def set_scene(walk: Walk, n: int, width: int, height: int) -> Scene:
    """Show where in the rep one should be, the focus cue, and the misses."""
    run, now = walk.run, walk.clock()
    if run is None:
        return Scene(title="")
    at, paced = pacer.moment(run, now), run.paced
    counting = at.part == "count-in"
    word = "paused" if at.paused else _WORDS[at.part]
    return Scene(
        title=capital(paced.name),
        where=number(paced),
        number=str(at.count if counting else at.rep),
        beside="get in place" if counting else f"of {paced.reps}",
        word=word,
        share=at.share,
        focus="" if _naming(run, now) else walk.plan.focus,
        lines=(*(("Any key goes on.",) if at.paused else ()), *_misses(walk, run, now)),
        keys=_SET_KEYS,
        figure=_figure(walk, paced, at.depth, width, height),
        set_share=at.done,
        sitting_share=_share(walk, n, at.done),
        tone="still" if at.paused or counting else "go",
    )


def rest_scene(walk: Walk, n: int, rest: Rest, width: int, height: int) -> Scene:
    """Show the rest that is left before set `n`, and ask whether the count is right."""
    done, ahead, now = rest.done, walk.plan.sets[n], walk.clock()
    left = max(0.0, rest.until - now)
    naming = _naming(done.run, now)
    lines = _misses(walk, done.run, now) if naming else (rest.message,) if rest.message else ()
    score = f"{done.clean} of {done.reps} clean"
    asking = not done.sure or bool(rest.typed)
    return Scene(
        title="Rest",
        where=f"next: {ahead.name}, {number(ahead).lower()}",
        number=str(int(left - 1e-9) + 1),
        beside="seconds",
        lines=lines,
        ask=f"{score}?" if asking else "",
        typed=rest.typed,
        focus="" if naming or asking else f"{score}.",
        keys=_REST_KEYS,
        figure=_figure(walk, ahead, 0.0, width, height),
        set_share=1 - left / max(1.0, rest.length),
        sitting_share=_share(walk, n, 0.0),
        tone="rest",
    )


def dose(walk: Walk, n: int) -> str:
    """Say the block that begins at set `n`: 3 sets × 10, 16 kg."""
    paced = walk.plan.sets[n]
    each = " each side" if paced.side else ""
    load = f" · {gear.say(paced.load_kg, paced.unit)}" if paced.load_kg is not None else ""
    if paced.until_miss:
        return f"up to {paced.of} runs of {paced.reps}{load}"
    sets = count(paced.of, "set")
    return f"{sets} × {paced.reps}{each}{load}"


def _misses(walk: Walk, run: Run, now: float) -> tuple[str, ...]:
    if not run.misses:
        return ()
    head = count(len(run.misses), "miss", "misses")
    last = run.misses[-1]
    if _naming(run, now):
        return (f"Rep {last.rep} missed. Which?", *_menu(walk, run.paced.drill))
    names = {mistake.id: mistake.short for mistake in walk.plan.mistakes}
    return (head, *((f"→ {names[last.mistake]}",) if last.mistake else ()))


def _naming(run: Run, now: float) -> bool:
    """Return whether the screen asks which mistake the last miss was."""
    return pacer.can_name(run, now) and run.misses[-1].mistake is None


def _menu(walk: Walk, drill: str) -> tuple[str, ...]:
    """List what can be missed in `drill`; a digit means the same in every drill."""
    numbered = enumerate(walk.plan.mistakes, 1)
    return tuple(f"{n} {mistake.name}" for n, mistake in numbered if mistake.suits(drill))


def _figure(walk: Walk, paced: PacedSet, depth: float, width: int, height: int) -> tuple[str, ...]:
    room = figure_room(width, height)
    if walk.plan.figure is None or room is None:
        return ()
    reach = HALF if paced.range == "half" else 1.0
    return walk.plan.figure(paced, depth * reach, *room)


def _share(walk: Walk, n: int, of_set: float) -> float:
    """Return the share of the sitting's time that is over when `of_set` of set `n` is."""
    times = [pacer.length(paced, count_in=COUNT_IN_S) + paced.rest_s for paced in walk.plan.sets]
    return (sum(times[:n]) + of_set * times[n]) / sum(times)


def number(paced: PacedSet) -> str:
    """Say which set it is: Set 2 of 3, left."""
    word = "Run" if paced.until_miss else "Set"
    side = {"L": ", left", "R": ", right", None: ""}[paced.side]
    return f"{word} {paced.number} of {paced.of}{side}"
