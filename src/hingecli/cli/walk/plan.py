"""What a walk is to show, say and ask: put together from the day, before its first set.

Owns which facts go along, the figure's drawings among them. What happens with them is `stages`.
"""

import time
from collections.abc import Callable, Container
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from hingecli.cli.pictures import drill_figure
from hingecli.cli.walk.parts import Draw, Walk, WalkPlan
from hingecli.cli.walk.voice import how_to_get
from hingecli.coach.day.card import page_of_day
from hingecli.coach.parse.measures import Distance
from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.coach.results import Today
from hingecli.coach.rules.practice import distance
from hingecli.motion.paced_sets import PacedSet

if TYPE_CHECKING:
    from hingecli.app import App

DISTANCE_ASKED = "wall-distance"
VOICE_TOLD = "voice"
"""What is asked or told once, by its key in the log."""
DEPTHS = 96
"""Steps in which the figure goes down, each a dot of a large one. A rep is drawn once."""
DRAWN_AT_MOST = 512
"""Drawings that are kept: a window may be resized all evening."""


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How a walk is paced and heard.

    `tempo` replaces that of the drills; `voice`, if given, what the profile says of it; `film_s`
    seconds count a camera in, `clock` gives the seconds that pace it. `said` are the lines that
    were printed right before it: in lines it does not say them again.
    """

    tempo: Tempo | None = None
    bell: bool = True
    voice: bool | None = None
    film_s: int = 0
    said: frozenset[str] = frozenset()
    clock: Callable[[], float] = time.monotonic


def plan_of(
    app: "App", today: Today, sets: tuple[PacedSet, ...], *, options: Options, has_voice: bool
) -> WalkPlan:
    """Return the plan of a walk through the `sets` of `today`."""
    drills = dict.fromkeys(paced.drill for paced in sets)
    return WalkPlan(
        sets=sets,
        index=app.index,
        pages={drill: page_of_day(app.page(drill), today.decision, app.state) for drill in drills},
        loaded=app.index.loaded,
        variants={variant.id: variant.text for variant in app.index.rules.variety.all},
        half_range=app.index.rules.pain_during.half_range,
        mistakes=app.mistakes.mistakes,
        focus=today.focus.cue if today.focus is not None else "",
        film_s=options.film_s,
        setup_s=app.index.rules.warm_up.setup_s,
        red_flags=app.cues.red_flags,
        no_voice="" if has_voice else _no_voice(app, options),
        said=options.said,
        distance=_distance_to_ask(app, today, {s.drill for s in sets if s.variant is None}),
        ask_voice=has_voice and app.state.profile.voice is None and options.voice is None,
        figure=_draws(app, sets),
    )


def wants_voice(app: "App", options: Options) -> bool:
    """Return whether the person wants to hear a voice, or never said."""
    return options.voice if options.voice is not None else app.state.profile.voice is not False


def told_once(walk: Walk) -> dict[str, str]:
    """Return what the walk asked or told once, by its key in the log, and the answer."""
    answers = {}
    if walk.distance is not None:
        answers[DISTANCE_ASKED] = f"{walk.distance.cm:f} cm"
    if walk.plan.no_voice:
        answers[VOICE_TOLD] = "none here"
    return answers


def _draws(app: "App", sets: tuple[PacedSet, ...]) -> Draw:
    """Return what draws the figures of `sets`, each position of one once."""
    figures = {
        (paced.drill, paced.variant): drill_figure(app, paced.drill, variant=paced.variant)
        for paced in sets
    }

    @lru_cache(DRAWN_AT_MOST)
    def drawn(drill: str, variant: str | None, step: int, cols: int, rows: int) -> tuple[str, ...]:
        from hingecli.show.figure import lines

        figure = figures[drill, variant]
        return lines(figure, step / DEPTHS, cols=cols, rows=rows) if figure is not None else ()

    def draw(paced: PacedSet, depth: float, cols: int, rows: int) -> tuple[str, ...]:
        return drawn(paced.drill, paced.variant, round(depth * DEPTHS), cols, rows)

    return draw


def _no_voice(app: "App", options: Options) -> str:
    """Say how to get a voice: once, or whenever one is asked for."""
    if not wants_voice(app, options):
        return ""
    asked_for = options.voice or app.state.profile.voice
    if not asked_for and VOICE_TOLD in app.state.told_once:
        return ""
    return f"No voice here. {how_to_get()}"


def _distance_to_ask(app: "App", today: Today, drills: Container[str]) -> Distance | None:
    """Return where the wall says to stand, until it was asked once (D3)."""
    drill = app.index.rules.wall_distance.drill
    if drill not in drills or DISTANCE_ASKED in app.state.told_once:
        return None
    return Distance(cm=distance(app.state, tested=today.decision.kind == "test"), unit="cm")
