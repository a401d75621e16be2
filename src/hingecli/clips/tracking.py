"""A clip as a pose track: its pictures, each with the person found in it.

Owns when to stop: nobody there, too dark, too long. What the track means is `motion.film`.
"""

from collections.abc import Callable
from pathlib import Path
from statistics import median

from hingecli.clips.person import Person
from hingecli.clips.video import Clip, shots
from hingecli.errors import UsageError
from hingecli.motion.film.track import Frame, Landmark, Track

DARK = 30.0
"""Under this middle brightness (0-255) it is the light that hides people."""
TOO_DARK = "is too dark. Film by daylight or with the lamp on, from the side."
_HALF = 0.5


def track_of(
    path: Path,
    clip: Clip,
    model: Path,
    *,
    begin: float | None,
    end: float | None,
    longest: float,
    tick: Callable[[float], None],
) -> Track:
    """Return the track of the person in a clip, from second `begin` to `end`.

    `tick` hears each second that was reached. Raises UsageError where the part asked for is
    longer than `longest` seconds, or shows nothing.
    """
    person = Person(model)
    first = begin or 0.0
    frames: list[Frame] = []
    light: list[float] = []
    for t, picture, shrunk in shots(path, begin=first, end=end):
        if t - first > longest:
            raise UsageError(too_long(path, longest))
        found = person.find(picture, t)
        frames.append(Frame(t, None if found is None else _grown(found, shrunk)))
        light.append(float(picture.mean()))
        if person.given_up:
            break
        tick(t)
    if not frames:
        raise UsageError(f"{path.name} has no picture from --from to --to.")
    if len(frames) == 1 and begin is None and end is None:
        raise UsageError(
            f"{path.name} is one picture: it shows no rep. Film one set from the side."
        )
    seen = sum(frame.landmarks is not None for frame in frames)
    if seen < _HALF * len(frames) and median(light) < DARK:
        raise UsageError(f"{path.name} {TOO_DARK}")
    return Track(
        fps=clip.fps, width=float(clip.width), height=float(clip.height), frames=tuple(frames)
    )


def too_long(path: Path, longest: float) -> str:
    """Say that a clip is too long, and how to look at a part of it."""
    return f"{path.name} is longer than {longest:.0f} s. Add --from 10 --to 60, in seconds."


def _grown(landmarks: tuple[Landmark, ...], shrunk: float) -> tuple[Landmark, ...]:
    """Return landmarks in the px of the clip itself."""
    if shrunk == 1:
        return landmarks
    return tuple(
        Landmark(mark.x / shrunk, mark.y / shrunk, mark.z / shrunk, mark.visibility)
        for mark in landmarks
    )
