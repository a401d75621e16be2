"""Starts the walk-through of `hinge today` where there is a terminal, and tells what it kept.

Owns the choice of screen, sound and figure. What happens in between is `stages`.
"""

import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import datetime, timedelta
from types import FrameType
from typing import TYPE_CHECKING

import msgspec

from hingecli.cli.pictures import drill_figure
from hingecli.cli.session_words import command_line
from hingecli.cli.walk import screen as screens
from hingecli.cli.walk.keys import terminal_keys
from hingecli.cli.walk.log import SittingLog
from hingecli.cli.walk.parts import Done, Walk, WalkPlan, WalkStopped
from hingecli.cli.walk.questions import ask_after
from hingecli.cli.walk.sound import Sounds, Voice, quiet_errors, system_voice
from hingecli.cli.walk.stages import walk_sets
from hingecli.coach.log.events import Unit
from hingecli.coach.protocol.parameters import Tempo
from hingecli.coach.results import Decision, Today
from hingecli.errors import StoppedError
from hingecli.motion import pacer
from hingecli.show.walk import ahead_line, plan_lines

if TYPE_CHECKING:
    from hingecli.app import App, Draft
    from hingecli.store import Written

LAST_WORD_S = 3.0
"""How long the voice may finish its sentence when the walk is over."""


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How a walk is paced and heard.

    `tempo` replaces that of the drills, `film_s` seconds count a camera in, `clock` gives the
    seconds that pace it.
    """

    tempo: Tempo | None = None
    bell: bool = True
    voice: bool = False
    film_s: int = 0
    clock: Callable[[], float] = time.monotonic


def run(app: "App", decision: Decision, today: Today, *, options: Options | None = None) -> None:
    """Walk through the day's blocks; without a terminal print what would be walked.

    Each finished set is in the log before its rest begins. Raises StoppedError when the person
    leaves before the first set is done, LogError when a set could not be kept.
    """
    options = options or Options()
    unit: Unit = app.state.profile.units or "kg"
    sets = pacer.sets_of(
        decision.blocks,
        unit=unit,
        right_first=decision.right_first,
        loaded=app.index.loaded,
    )
    if options.tempo is not None:
        sets = pacer.with_tempo(sets, options.tempo)
    if not sets:
        return
    plan = _plan(app, today, sets=sets, film_s=options.film_s)
    if not app.interactive:
        _print(plan_lines(decision.blocks, unit=unit))
        return
    voice = system_voice() if options.voice else None
    written: list[Written] = []
    log = SittingLog(_append(app, written), day=app.today, now=_clock(app))
    done = _walk(app, plan, log, voice=voice, options=options)
    if not done:
        raise StoppedError("stopped before the first rep was done: nothing to keep.")
    with _retry_line(app, log):
        log.flush()
    _answer(app, written, unit=unit, ahead=decision.kind != "test")


def _retry_line(app: "App", log: SittingLog) -> AbstractContextManager[None]:
    """Let a log that takes nothing more end with the line that saves the sets later."""
    left = log.unkept()
    if left is None:
        return nullcontext()
    if not left.known:
        return app.explaining_failure(command_line(left.body, day=app.today, id_=left.id))
    return app.explaining_failure(command_line(left.body, edit=left.id))


def _walk(
    app: "App", plan: WalkPlan, log: SittingLog, *, voice: Voice | None, options: Options
) -> Sequence[Done]:
    ring = screens.ring if options.bell else None
    hushed = quiet_errors() if voice is not None else nullcontext()
    with sigterm_as_interrupt(), hushed, terminal_keys() as keys, _screen(app) as screen:
        walk = Walk(
            plan=plan,
            keys=keys,
            screen=screen,
            audio=Sounds(ring=ring, voice=voice),
            log=log,
            clock=options.clock,
        )
        with suppress(KeyboardInterrupt):
            _through(walk)
    if voice is not None:
        voice.close(LAST_WORD_S)
        if voice.trouble:
            app.tell(f"hinge: {voice.trouble}")
    return walk.done


def _through(walk: Walk) -> None:
    try:
        walk_sets(walk)
    except WalkStopped as stopped:
        if not stopped.asking:
            return
    if walk.done:
        with suppress(WalkStopped):
            ask_after(walk)


def _screen(app: "App") -> "screens.Opening":
    """Show pictures where the terminal can, else lines."""
    bare = app.plain or app.out.options.ascii_only
    return screens.lines_only() if bare else screens.full()


def _plan(app: "App", today: Today, *, sets: tuple[pacer.PacedSet, ...], film_s: int) -> WalkPlan:
    drills = dict.fromkeys(paced.drill for paced in sets)
    figures = {
        (paced.drill, paced.variant): drill_figure(app, paced.drill, variant=paced.variant)
        for paced in sets
    }

    def draw(paced: pacer.PacedSet, depth: float, cols: int, rows: int) -> tuple[str, ...]:
        from hingecli.show.figure import lines

        figure = figures[paced.drill, paced.variant]
        return lines(figure, depth, cols=cols, rows=rows) if figure is not None else ()

    return WalkPlan(
        sets=sets,
        index=app.index,
        pages={drill: app.page(drill) for drill in drills},
        loaded=app.index.loaded,
        variants={variant.id: variant.text for variant in app.index.rules.variety.all},
        half_range=app.index.rules.pain_during.half_range,
        mistakes=app.mistakes.mistakes[:9],
        focus=today.focus.cue if today.focus is not None else "",
        film_s=film_s,
        figure=draw,
    )


def _answer(app: "App", writes: "Sequence[Written]", *, unit: Unit, ahead: bool) -> None:
    """Tell what was kept, what it opened or what is missing, and what comes next.

    `ahead` adds what tomorrow is; after a test the answer has it of itself.
    """
    from msgspec.structs import replace

    from hingecli.cli.reply import Outcome, reply
    from hingecli.coach.day.decide import decide
    from hingecli.coach.fold import fold

    added = tuple(event for write in writes for event in write.added)
    whole = replace(writes[-1], added=added)
    outcome = Outcome(app, whole)
    more: tuple[str, ...] = ()
    if ahead and outcome.day.kind not in {"hold", "paused"}:
        tomorrow = fold(app.index, outcome.log, app.today + timedelta(days=1))
        more = (ahead_line(decide(tomorrow), unit=unit),)
    reply(outcome, sitting=outcome.sitting(added[0].id), more=more)


def _append(app: "App", written: "list[Written]") -> Callable[["Draft"], object]:
    """Write to the log without a word: warnings would tear the screen, `doctor` has them."""

    def append(draft: "Draft") -> object:
        result = app.log.append(draft)
        app.committed = True
        written.append(result)
        return result

    return append


def _clock(app: "App") -> Callable[[], datetime]:
    """Return the time of day as the program sees it, moving on from when it began."""
    began, now = time.monotonic(), app.now
    return lambda: now + timedelta(seconds=int(time.monotonic() - began))


@contextmanager
def sigterm_as_interrupt() -> Iterator[None]:
    """Let a request to end unwind, so that the terminal is given back."""

    def leave(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _print(lines: Sequence[str]) -> None:
    with suppress(OSError):
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        sys.stdout.flush()
