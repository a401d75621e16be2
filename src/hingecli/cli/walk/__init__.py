"""Starts the walk-through of `hinge today` where there is a terminal.

Owns the choice of screen and sound. What happens in between is `stages`, what is told at
the end `last_minute`.
"""

import sys
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from hingecli.cli.log_line import command_line
from hingecli.cli.walk import screen as screens
from hingecli.cli.walk.keys import requests_to_end, terminal_keys
from hingecli.cli.walk.last_minute import keep_pain_alone, tell
from hingecli.cli.walk.log import SittingLog
from hingecli.cli.walk.parts import Walk, WalkPlan, WalkStopped
from hingecli.cli.walk.plan import Options, plan_of, told_once, wants_voice
from hingecli.cli.walk.questions import ask_after
from hingecli.cli.walk.script import over
from hingecli.cli.walk.sound import Sounds, Voice
from hingecli.cli.walk.stages import walk_sets
from hingecli.cli.walk.voice import system_speakers
from hingecli.coach.log.events import DraftEvents, Unit
from hingecli.coach.results import Decision, Today
from hingecli.coach.rules.severity import stops_training
from hingecli.errors import StoppedError
from hingecli.motion import paced_sets
from hingecli.show.walk import plan_lines

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.store import Written

LAST_WORD_S = 3.0
"""How long the voice may finish its sentence where the walk ends with one."""


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
    plan = plan_of(app, today, sets, options=options, has_voice=voice is not None)
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
            told=told_once(walk),
        )
        tell(app, written, walk, unit=unit, ahead=decision.kind != "test")


def _retry_line(app: "App", log: SittingLog) -> AbstractContextManager[None]:
    """Let a log that takes nothing more end with the line that saves the sets later."""
    left = log.unkept()
    if left is None:
        return nullcontext()
    if not left.known:
        return app.explaining_failure(lambda: command_line(left.body, day=app.today, id_=left.id))
    return app.explaining_failure(lambda: command_line(left.body, edit=left.id))


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
    if not wants_voice(app, options):
        return None
    speakers = system_speakers()
    return Voice(speakers) if speakers else None


def _screen(app: "App") -> "screens.OpenScreen":
    """Show pictures where the terminal can, else lines."""
    return screens.lines_only() if _has_lines_only(app) else screens.full()


def _has_lines_only(app: "App") -> bool:
    return bool(app.plain or app.out.options.ascii_only)


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
