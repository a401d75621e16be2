"""Starts the walk-through of `hinge today` where there is a terminal.

Owns the choice of screen, sound and figure. What happens in between is `stages`, what is told at
the end `last_minute`.
"""

import sys
import time
from collections.abc import Callable, Container, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from hingecli.cli.log_line import command_line
from hingecli.cli.pictures import drill_figure
from hingecli.cli.walk import screen as screens
from hingecli.cli.walk.keys import requests_to_end, terminal_keys
from hingecli.cli.walk.last_minute import keep_pain_alone, tell
from hingecli.cli.walk.log import SittingLog
from hingecli.cli.walk.parts import Walk, WalkPlan, WalkStopped
from hingecli.cli.walk.questions import ask_after
from hingecli.cli.walk.script import over
from hingecli.cli.walk.sound import Sounds, Voice
from hingecli.cli.walk.stages import walk_sets
from hingecli.cli.walk.voice import how_to_get, system_speakers
from hingecli.coach.day.card import varied
from hingecli.coach.log.events import DraftEvents, Unit
from hingecli.coach.parse.measures import Distance
from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.coach.results import Decision, Today
from hingecli.coach.rules.practice import distance
from hingecli.coach.rules.severity import stops_training
from hingecli.errors import StoppedError
from hingecli.motion import paced_sets
from hingecli.show.walk import plan_lines

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.protocol.texts import DrillPage
    from hingecli.store import Written

DISTANCE_ASKED = "wall-distance"
VOICE_TOLD = "voice"
"""What is asked or told once, by its key in the log."""
DEPTHS = 96
"""Steps in which the figure goes down, each a dot of a large one. A rep is drawn once."""
DRAWN_AT_MOST = 512
"""Drawings that are kept: a window may be resized all evening."""
LAST_WORD_S = 3.0
"""How long the voice may finish its sentence where the walk ends with one."""


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


def run(app: "App", decision: Decision, today: Today, *, options: Options | None = None) -> None:
    """Walk through the day's blocks; without a terminal print what would be walked.

    Each finished set is in the log before its rest begins. Raises StoppedError when the person
    leaves before the first set is done, LogError when a set could not be kept.
    """
    options = options or Options()
    unit: Unit = app.state.profile.units or "kg"
    sets = paced_sets.sets_of(
        decision.blocks,
        unit=unit,
        right_first=decision.right_first,
        loaded=app.index.loaded,
    )
    if options.tempo is not None:
        sets = paced_sets.with_tempo(sets, options.tempo)
    if not sets:
        return
    if not app.interactive:
        _print(plan_lines(decision.blocks, unit=unit))
        return
    voice = _voice(app, options)
    plan = _plan(app, today, sets=sets, options=options, has_voice=voice is not None)
    written: list[Written] = []
    log = SittingLog(_append(app, written), day=app.today, now=_clock(app))
    with requests_to_end() as ends:
        walk = _walk(app, plan, log, voice=voice, options=options, ends=ends)
        if walk.signs_told and _has_lines_only(app):  # a picture is gone by now, lines are not
            app.signs_above = "emergency"
        if not walk.done and walk.pain is not None:
            keep_pain_alone(app, walk.pain)
            return
        if not walk.done:
            raise StoppedError("stopped before the first rep was done: nothing to keep.")
        with _retry_line(app, log):
            log.flush()
        log.remember(
            voice=None if walk.voice == app.state.profile.voice else walk.voice,
            told=_told_once(walk),
        )
        tell(app, written, walk, unit=unit, ahead=decision.kind != "test")


def _told_once(walk: Walk) -> dict[str, str]:
    answers = {}
    if walk.distance is not None:
        answers[DISTANCE_ASKED] = f"{walk.distance.cm:f} cm"
    if walk.plan.no_voice:
        answers[VOICE_TOLD] = "none here"
    return answers


def _retry_line(app: "App", log: SittingLog) -> AbstractContextManager[None]:
    """Let a log that takes nothing more end with the line that saves the sets later."""
    left = log.unkept()
    if left is None:
        return nullcontext()
    if not left.known:
        return app.explaining_failure(command_line(left.body, day=app.today, id_=left.id))
    return app.explaining_failure(command_line(left.body, edit=left.id))


def _walk(
    app: "App",
    plan: WalkPlan,
    log: SittingLog,
    *,
    voice: Voice | None,
    options: Options,
    ends: Callable[[], bool],
) -> Walk:
    ring = screens.ring if options.bell else None
    with terminal_keys(ends=ends) as keys, _screen(app) as screen:
        keys.aside = screen.aside
        walk = Walk(
            plan=plan,
            keys=keys,
            screen=screen,
            audio=Sounds(ring=ring, voice=voice),
            log=log,
            clock=options.clock,
        )
        _through(walk)
    if voice is not None:
        ends_with_a_word = stops_training(app.index, walk.pain) and not ends()
        voice.close(LAST_WORD_S if ends_with_a_word else 0.0)
        if voice.silent:
            app.tell("hinge: this system's voice did not speak; the bell kept the pace.")
    return walk


def _through(walk: Walk) -> None:
    try:
        walk_sets(walk)
    except WalkStopped as stopped:
        if not stopped.asking:
            return
    else:
        work = [done for done in walk.done if not done.run.paced.warmup]
        walk.audio.say(over(sum(done.reps for done in work)))
    if walk.done:
        with suppress(WalkStopped):
            ask_after(walk)


def _voice(app: "App", options: Options) -> Voice | None:
    """Return the system's voice, where it is wanted and there is one."""
    if not _wants_voice(app, options):
        return None
    speakers = system_speakers()
    return Voice(speakers) if speakers else None


def _wants_voice(app: "App", options: Options) -> bool:
    return options.voice if options.voice is not None else app.state.profile.voice is not False


def _screen(app: "App") -> "screens.OpenScreen":
    """Show pictures where the terminal can, else lines."""
    return screens.lines_only() if _has_lines_only(app) else screens.full()


def _has_lines_only(app: "App") -> bool:
    return bool(app.plain or app.out.options.ascii_only)


def _plan(
    app: "App",
    today: Today,
    *,
    sets: tuple[paced_sets.PacedSet, ...],
    options: Options,
    has_voice: bool,
) -> WalkPlan:
    drills = dict.fromkeys(paced.drill for paced in sets)
    figures = {
        (paced.drill, paced.variant): drill_figure(app, paced.drill, variant=paced.variant)
        for paced in sets
    }

    @lru_cache(DRAWN_AT_MOST)
    def drawn(drill: str, variant: str | None, step: int, cols: int, rows: int) -> tuple[str, ...]:
        from hingecli.show.figure import lines

        figure = figures[drill, variant]
        depth = step / DEPTHS
        return lines(figure, depth, cols=cols, rows=rows) if figure is not None else ()

    def draw(paced: paced_sets.PacedSet, depth: float, cols: int, rows: int) -> tuple[str, ...]:
        return drawn(paced.drill, paced.variant, round(depth * DEPTHS), cols, rows)

    return WalkPlan(
        sets=sets,
        index=app.index,
        pages={
            drill: varied(_standing(app.page(drill), app, today), today.decision.blocks, app.index)
            for drill in drills
        },
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
        figure=draw,
    )


def _no_voice(app: "App", options: Options) -> str:
    """Say how to get a voice: once, or whenever one is asked for."""
    if not _wants_voice(app, options):
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
    return Distance(cm=_distance(app, today), unit="cm")


def _distance(app: "App", today: Today) -> Decimal:
    """Return where the card of the day says to stand (cm)."""
    return distance(app.state, tested=today.decision.kind == "test")


def _standing(page: "DrillPage", app: "App", today: Today) -> "DrillPage":
    """Return a page whose set-up names today's distance from the wall, not the first one."""
    rule = app.index.rules.wall_distance
    now = _distance(app, today)
    if page.id != rule.drill or now == rule.start_cm:
        return page
    first = f"about a foot ({rule.start_cm.normalize():f} cm)"
    setup = tuple(text.replace(first, f"{now.normalize():f} cm") for text in page.setup)
    return msgspec.structs.replace(page, setup=setup)


def _append(app: "App", written: "list[Written]") -> Callable[["DraftEvents"], object]:
    """Write to the log silently: warnings would tear the screen, and `doctor` has them."""

    def append(draft: "DraftEvents") -> object:
        result = app.log.append(draft)
        app.committed = True
        written.append(result)
        return result

    return append


def _clock(app: "App") -> Callable[[], datetime]:
    """Return the time of day as the program sees it, moving on from when it began."""
    began, now = time.monotonic(), app.now
    return lambda: now + timedelta(seconds=int(time.monotonic() - began))


def _print(lines: Sequence[str]) -> None:
    with suppress(OSError):
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        sys.stdout.flush()
