"""Prints how true the walk's pace is and what a frame costs. A script, no test.

Runs twelve reps on the real clock, drawing twenty frames a second into memory. Takes about a
minute: python tests/bench/pace.py [TEMPO, as in 1-0-1]
"""

import io
import sys
import time

from rich.console import Console
from rich.live import Live

from hingecli.cli.walk.parts import FRAME_S, Walk, WalkPlan
from hingecli.cli.walk.scenes import set_scene
from hingecli.cli.walk.screen import PictureScreen
from hingecli.cli.walk.sound import Sounds
from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.content import bundled, load_mistakes, load_page, load_protocol
from hingecli.content.figures import load_figure
from hingecli.motion import pacer
from hingecli.motion.paced_sets import PacedSet
from hingecli.show.figure import lines

DRILL = "wall-hinge"
REPS = 12


class NoKeys:
    """A keyboard that nobody touches."""

    def read(self, seconds: float) -> tuple[str, ...]:
        """Wait as a person would."""
        time.sleep(seconds)
        return ()


def main() -> None:
    """Walk one set and print the worst lateness, the drift and the cost of a frame."""
    words = (sys.argv[1] if len(sys.argv) > 1 else "3-1-1.5").split("-")
    tempo = Tempo(*(float(word) for word in words))
    here = _walk(_set(tempo))
    console = Console(width=80, height=24, force_terminal=True, file=io.StringIO())
    console.is_interactive = True
    late, costs, ends = [], [], []
    began = time.monotonic()
    here.run = pacer.start(here.plan.sets[0], began, count_in=3)
    with Live(console=console, screen=True, auto_refresh=False) as live:
        screen = PictureScreen(live)
        while not pacer.is_over(here.run, time.monotonic()):
            cues, here.run = pacer.due(here.run, time.monotonic())
            late += [time.monotonic() - began - cue.at for cue in cues]
            ends += [time.monotonic() - began for cue in cues if cue.signal == "rep"]
            spent = time.process_time()
            screen.frame(lambda width, height: set_scene(here, 0, width, height))
            costs.append(time.process_time() - spent)
            wait = pacer.until_next(here.run, time.monotonic())
            here.keys.read(FRAME_S if wait is None else min(FRAME_S, wait))
    length = tempo.down + tempo.pause + tempo.up
    drift = ends[-1] - ends[0] - (len(ends) - 1) * length
    sys.stdout.write(
        f"cues {len(late)}, latest {max(late) * 1000:.1f} ms late\n"
        f"drift over {len(ends)} reps {drift * 1000:+.1f} ms\n"
        f"frame {sum(costs) / len(costs) * 1000:.2f} ms of one core, "
        f"worst {max(costs) * 1000:.2f} ms, {len(costs)} frames\n"
    )


def _set(tempo: Tempo) -> PacedSet:
    return PacedSet(
        drill=DRILL,
        name="wall hinge",
        purpose="main",
        number=1,
        of=1,
        reps=REPS,
        tempo=tempo,
        rest_s=45,
        first=True,
    )


def _walk(paced: PacedSet) -> Walk:
    root = bundled()
    figure = load_figure(root, DRILL)

    def draw(_paced: PacedSet, depth: float, cols: int, rows: int) -> tuple[str, ...]:
        return lines(figure, depth, cols=cols, rows=rows) if figure is not None else ()

    plan = WalkPlan(
        sets=(paced,),
        pages={DRILL: load_page(root, DRILL)},
        mistakes=load_mistakes(root).mistakes,
        focus="Touch the wall with your hips, not your shoulders.",
        index=load_protocol(root),
        figure=draw,
    )
    silent = Sounds(ring=None, voice=None)
    return Walk(
        plan=plan,
        keys=NoKeys(),
        screen=Nowhere(),
        audio=silent,
        log=Nowhere(),
        clock=time.monotonic,
    )


class Nowhere:
    """A screen and a log that keep nothing: the bench draws on its own."""

    def frame(self, scene: object) -> None:
        """Draw nothing."""

    def line(self, text: str) -> None:
        """Print nothing."""

    def keep(self, done: object) -> None:
        """Keep nothing."""

    def finish(self, **felt: object) -> None:
        """Keep nothing."""


if __name__ == "__main__":
    main()
