"""What the screen shows at each stage of a walk: a scene from where it stands.

Owns which facts are shown and which keys are offered. Their look is `show.walk`.
"""

from collections.abc import Sequence

from hingecli.cli.walk.counting import menu_lines
from hingecli.cli.walk.parts import COUNT_IN_S, REST_MORE_S, Done, Rest, SetupInput, Walk, can_weigh
from hingecli.coach.rules import gear
from hingecli.motion import pacer
from hingecli.motion.paced_sets import PacedSet
from hingecli.motion.pacer import Run
from hingecli.show.steps import Step, lined
from hingecli.show.walk import Scene, figure_room
from hingecli.text import capital, count

HALF = 0.5
"""How deep the figure goes in a set of half the range."""
WHICH_WEIGHT = "Which weight? 16kg or 35lb"
_SET_KEYS = (
    ("space", "miss"),
    ("p", "pause"),
    ("!", "pain"),
    ("s", "end the set"),
    ("b", "one rep back"),
    ("q", "stop and keep"),
)
_COUNT_IN_KEYS = tuple(pair for pair in _SET_KEYS if pair[0] in {"p", "!", "q"})
"""There is no rep yet to take back, to miss or to end with."""
_REST_KEYS = (
    ("space", "a miss more"),
    ("s", "go on"),
    ("+", f"{REST_MORE_S} s more"),
    ("!", "pain"),
    ("q", "stop and keep"),
)
_WORDS = {"count-in": "ready", "down": "down", "hold": "hold", "up": "up", "over": "done"}


def setup_scene(walk: Walk, n: int, setup: SetupInput, width: int, height: int) -> Scene:
    """Show how to stand and what to do, the figure doing it."""
    paced = walk.plan.sets[n]
    depth = pacer.demonstrate(paced.tempo, walk.clock() - setup.opened)
    weigh = _weight_key(walk, n)
    lines = setup_lines(walk, n)
    return Scene(
        title=capital(paced.name),
        where=dose(walk, n),
        lines=(setup.message,) if setup.message else () if setup.asking else lines,
        ask=WHICH_WEIGHT if setup.asking else "",
        typed=setup.typed,
        keys=(
            ("enter", "keep" if setup.asking else "begin"),
            *(() if setup.asking else (*weigh, *_voice_key(walk), ("!", "pain"), ("q", "stop"))),
        ),
        figure=_figure(walk, paced, depth, width, height),
        sitting_share=_share(walk, n, 0.0),
    )


def setup_lines(walk: Walk, n: int) -> tuple[str | Step, ...]:
    """Return the lines of a drill's set-up and steps, and of the camera if it is counted in."""
    page = walk.plan.pages[walk.plan.sets[n].drill]
    film = (f"Camera at your side: you get {walk.plan.film_s} s to start it.",)
    return (
        *special_lines(walk, n),
        *lined(page.prepared, page.steps),
        *(film if walk.plan.film_s and n == 0 else ()),
        *((walk.plan.no_voice,) if walk.plan.no_voice and n == 0 else ()),
    )


def special_lines(walk: Walk, n: int) -> tuple[str, ...]:
    """Return what is different about the block that begins at set `n`: a test, half of the way."""
    paced = walk.plan.sets[n]
    variant = walk.plan.variants.get(paced.variant or "", "")
    return (
        *(("Each run ends at your first miss: press space.",) if paced.until_miss else ()),
        *((walk.plan.half_range,) if paced.range == "half" else ()),
        *((variant,) if variant else ()),
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
        lines=(
            *(("Any key goes on.",) if at.paused else ()),
            *((walk.note,) if walk.note and counting else ()),
            *_misses(walk, run, now),
        ),
        keys=_COUNT_IN_KEYS if counting else _SET_KEYS,
        figure=_figure(walk, paced, at.depth, width, height),
        set_share=at.done,
        sitting_share=_share(walk, n, at.done),
        tone="still" if at.paused or counting else "go",
    )


def rest_scene(walk: Walk, n: int, rest: Rest, width: int, height: int) -> Scene:
    """Show the rest that is left before set `n`, and ask what may be told in it."""
    ahead, now = walk.plan.sets[n], walk.clock()
    left = max(0.0, rest.until - now)
    drill = rest.done[0].run.paced.drill
    about = () if rest.asks or not ahead.first else setup_lines(walk, n)
    return Scene(
        title=f"Rest, then {ahead.name}" if ahead.first else "Rest",
        where=f"next: {dose(walk, n) if ahead.first else number(ahead).lower()}",
        number=str(int(left - 1e-9) + 1),
        beside="seconds",
        lines=(
            *((rest.message,) if rest.message else ()),
            *(menu_lines(walk, drill) if rest.asks == "wrong" else ()),
            *about,
        ),
        ask=question(rest),
        typed=rest.typed,
        focus="" if rest.asks else f"{score(rest.done)}.",
        keys=_rest_keys(walk, n, rest),
        figure=_figure(walk, ahead, 0.0, width, height),
        set_share=1 - left / max(1.0, rest.length),
        sitting_share=_share(walk, n, 0.0),
        tone="rest",
    )


def _rest_keys(walk: Walk, n: int, rest: Rest) -> tuple[tuple[str, str], ...]:
    weigh = _weight_key(walk, n)
    match rest.asks:
        case "weight":
            return (("enter", "keep"), ("!", "pain"))
        case "wrong":
            enter = ("enter", "tell it" if rest.typed else "cannot say")
            return (enter, *weigh, *_REST_KEYS[1:])
        case "count":
            enter = ("enter", "tell it" if rest.typed else "as shown")
            return (enter, *weigh, *_REST_KEYS)
        case _:
            return (*weigh, *_REST_KEYS)


def question(rest: Rest) -> str:
    """Return what a rest asks, with what Enter says."""
    if rest.asks == "weight":
        return WHICH_WEIGHT
    if rest.asks == "wrong":
        unnamed = sum(done.unnamed for done in rest.done)
        return "What went wrong?" if unnamed == 1 else "What went wrong? The most frequent first."
    if not rest.asks:
        return ""
    sides = {"L": "left", "R": "right"}
    named = [sides[side] for done in rest.done if (side := done.run.paced.side) is not None]
    whose = f" {' and '.join(named)}" if named else ""
    run = " in a row" if rest.done[0].run.paced.until_miss else ""
    clean = " ".join(str(done.clean) for done in rest.done)
    return f"How many were clean{run}{whose}? [{clean}]"


def score(sets: Sequence[Done]) -> str:
    """Say the clean ones of sets: 9 of 10 clean."""
    return " and ".join(f"{done.clean} of {done.reps}" for done in sets) + " clean"


def spoken_dose(walk: Walk, n: int) -> str:
    """Say the block that begins at set `n` as one says it: 3 sets of 10, 16 kg."""
    paced = walk.plan.sets[n]
    each = " each side" if paced.side else ""
    load = f", {gear.say(paced.load_kg, paced.unit)}" if paced.load_kg is not None else ""
    sets = count(paced.of, "run" if paced.until_miss else "set")
    return f"{'up to ' if paced.until_miss else ''}{sets} of {paced.reps}{each}{load}"


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
        return (f"Rep {last.rep} missed. Which?", *menu_lines(walk, run.paced.drill))
    names = {mistake.id: mistake.short for mistake in walk.plan.mistakes}
    return (head, *((f"→ {names[last.mistake]}",) if last.mistake else ()))


def _naming(run: Run, now: float) -> bool:
    """Return whether the screen asks which mistake the last miss was."""
    return pacer.can_name(run, now) and run.misses[-1].mistake is None


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


def _weight_key(walk: Walk, n: int) -> tuple[tuple[str, str], ...]:
    return (("w", "another weight"),) if can_weigh(walk, n) else ()


def _voice_key(walk: Walk) -> tuple[tuple[str, str], ...]:
    speaks = walk.audio.speaks
    return () if speaks is None else (("v", "mute" if speaks else "speak"),)
