"""Getting ready for a drill: how to stand and what to do, until a key begins it.

Owns what may be changed before the first rep: the weight, the voice.
"""

from dataclasses import replace
from functools import partial

import msgspec

from hingecli.cli.walk import scenes, script
from hingecli.cli.walk.parts import (
    FRAME_S,
    SETTLE_S,
    SetupInput,
    Walk,
    can_weigh,
    edited,
    stop_on,
    switch_voice,
)
from hingecli.coach.parse.measures import read_load
from hingecli.errors import UsageError
from hingecli.motion import paced_sets
from hingecli.show.steps import Step
from hingecli.text import capital


def set_up(walk: Walk, n: int) -> None:
    """Show how to stand and what to do, until the person begins."""
    setup = SetupInput(opened=walk.clock())
    introduce(walk, n, begins=True)
    while True:
        walk.screen.frame(partial(scenes.setup_scene, walk, n, setup))
        for key in walk.keys.read(FRAME_S):
            if key == "!" or not setup.asking:
                stop_on(key)
            begins = key in {"enter", "space"} and not setup.asking
            if begins and walk.clock() - setup.opened >= SETTLE_S:
                return
            setup = entered(walk, n, setup, key)


def introduce(walk: Walk, n: int, *, begins: bool) -> None:
    """Say the drill that begins at set `n`, in lines and aloud."""
    paced = walk.plan.sets[n]
    head = f"{capital(paced.name)}: {scenes.dose(walk, n)}."
    for line in (head if begins else f"Next: {head}", *scenes.setup_lines(walk, n)):
        text = line.plain if isinstance(line, Step) else line
        if n or text not in walk.plan.said:
            walk.screen.line(text)
    if begins:
        walk.screen.line(_keys_said(walk, n))
    said = script.opening(
        paced,
        dose=scenes.spoken_dose(walk, n),
        hints=(*scenes.special_lines(walk, n), *walk.plan.pages[paced.drill].prepared),
        focus=walk.plan.focus if n == 0 else "",
        begins=begins,
    )
    walk.audio.say(" ".join(said))


def _keys_said(walk: Walk, n: int) -> str:
    """Say what the keys do before the first rep, for those who read lines."""
    speaks = walk.audio.speaks
    keys = [
        "Enter begins",
        *(["w tells another weight"] if can_weigh(walk, n) else []),
        *([] if speaks is None else [f"v turns the voice {'off' if speaks else 'on'}"]),
        "! tells pain",
        "q stops",
    ]
    return f"{', '.join(keys)}."


def entered(walk: Walk, n: int, setup: SetupInput, key: str) -> SetupInput:
    """Take one key of the set-up: w asks for a weight, Enter takes what was typed."""
    if not setup.asking:
        if key == "v":
            switch_voice(walk)
        if key != "w" or not can_weigh(walk, n):
            return setup
        walk.screen.line(scenes.WHICH_WEIGHT)
        return msgspec.structs.replace(setup, asking=True)
    if key in {"ctrl-c", "end"}:
        stop_on(key)
    if key != "enter":
        return msgspec.structs.replace(setup, typed=edited(setup.typed, key))
    message = weigh(walk, n, setup.typed.strip())
    return msgspec.structs.replace(setup, asking=bool(message), typed="", message=message)


def weigh(walk: Walk, n: int, typed: str) -> str:
    """Take another load for the block; return what is wrong with it, empty if nothing."""
    if not typed:
        return ""
    unit = walk.plan.sets[n].unit
    try:
        load = read_load(f"{typed}{unit}" if typed[-1].isdigit() else typed)
    except UsageError as problem:
        walk.screen.line(str(problem))
        return str(problem)
    sets = paced_sets.with_load(walk.plan.sets, n, load_kg=load.kg, unit=load.unit)
    walk.plan = replace(walk.plan, sets=sets)
    walk.screen.line(f"{capital(sets[n].name)}: {scenes.dose(walk, n)}.")
    return ""
