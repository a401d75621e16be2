"""The film of a rendered person whose angles are known, as the track that hinge made of it."""

import json
import random
from functools import cache
from pathlib import Path

from hingecli.content import bundled
from hingecli.content.film import load_film
from hingecli.motion.film.look import Look, look
from hingecli.motion.film.parameters import FilmGuide
from hingecli.motion.film.reading import read_track
from hingecli.motion.film.track import Frame, Track
from motion.film.acting import mirror

FOLDER = Path(__file__).parent.parent.parent / "film"
DRILL = "romanian-deadlift"


@cache
def guide() -> FilmGuide:
    return load_film(bundled())


@cache
def track() -> Track:
    """The clip's track at 30 pictures a second."""
    return read_track((FOLDER / "clip-30.json.gz").read_bytes())


@cache
def truth() -> list[list[float]]:
    """For each thirtieth of a second: trunk, knee, shin, lumbar rounding, neck, heel (degrees)."""
    found: list[list[float]] = json.loads((FOLDER / "clip_truth.json").read_text("utf-8"))
    return found


def seen(shown: Track, drill: str = DRILL, *, one_sided: bool = False) -> Look:
    return look(shown, guide(), drill=drill, one_sided=one_sided)


def found(shown: Track, drill: str = DRILL) -> list[list[str]]:
    """What stands out, rep by rep."""
    return [[finding.mistake for finding in rep.findings] for rep in seen(shown, drill).reps]


def changed(shown: Track, frames: list[Frame]) -> Track:
    return Track(fps=shown.fps, width=shown.width, height=shown.height, frames=tuple(frames))


def mirrored(shown: Track) -> Track:
    frames = [
        Frame(f.t, None if f.landmarks is None else mirror(f.landmarks)) for f in shown.frames
    ]
    return changed(shown, frames)


def thinned(shown: Track, step: int) -> Track:
    return changed(shown, list(shown.frames[::step]))


def with_gaps(shown: Track, share: float, seed: int) -> Track:
    """Lose a share of the frames, here and there."""
    luck = random.Random(seed)
    return changed(shown, [Frame(f.t, None) if luck.random() < share else f for f in shown.frames])


def uneven(shown: Track, seed: int) -> Track:
    """Keep frames at uneven times, as a phone does that is short of breath."""
    luck = random.Random(seed)
    return changed(shown, [f for f in shown.frames if luck.random() < 0.55])
