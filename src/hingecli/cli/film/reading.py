"""Reads a clip into a track: with the extra and the model, a bar while it lasts, no word of theirs.

Without either it says the line to type; on a terminal it then offers a look of one's own.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import get_terminal_size
from time import monotonic
from typing import TYPE_CHECKING, TextIO

from hingecli.cli.extras import require
from hingecli.clips.model import checked_model
from hingecli.errors import UsageError
from hingecli.motion.film.parameters import FilmGuide
from hingecli.motion.film.track import Track

if TYPE_CHECKING:
    from hingecli.app import App

Tick = Callable[[float], None]
_PATIENCE_S = 2.0
"""What takes longer has a bar."""
_BAR = 20


def read_clip(
    app: "App", path: Path, guide: FilmGuide, *, begin: float | None, end: float | None
) -> Track:
    """Return the track of a clip. Raises UsageError with what to type or to film instead."""
    require("film")
    from hingecli.clips.tracking import too_long, track_of
    from hingecli.clips.video import claimed_seconds, hushed, lasts_longer, measure

    longest = guide.piece.longest_s
    if begin is not None and end is not None and end - begin > longest:
        raise UsageError(f"--from to --to is longer than {longest:.0f} s: choose a part.")
    with hushed() as seen:
        clip = measure(path)  # what is no film needs no model to be told
        model = checked_model(app.home)
        if end is None and lasts_longer(path, (begin or 0.0) + longest):
            raise UsageError(too_long(path, longest))
        last = claimed_seconds(path) if end is None else end
        with _bar(app, seen, first=begin or 0.0, last=last) as tick:
            return track_of(path, clip, model, begin=begin, end=end, longest=longest, tick=tick)


@contextmanager
def _bar(app: "App", stream: TextIO, *, first: float, last: float | None) -> Iterator[Tick]:
    """Return what hears of a second reached; on a terminal a bar shows it once it takes long.

    `last` is what the clip claims to end with: a bar may be wrong.
    """
    from hingecli.motion.film.moments import say_moment

    if not app.interactive or not stream.isatty():
        yield lambda _second: None
        return
    began, shown = monotonic(), ""

    def tick(second: float) -> None:
        nonlocal shown
        if monotonic() - began < _PATIENCE_S:
            return
        words = f"Looking at it  {say_moment(second)}"
        room = min(_BAR, get_terminal_size().columns - len(words) - 3)
        if last is not None and last > first and room > 0:
            full = round(room * min(1.0, (second - first) / (last - first)))
            words = f"Looking at it  {'#' * full}{'.' * (room - full)}  {say_moment(second)}"
        if words != shown:
            stream.write(f"\r{words}\x1b[K")
            stream.flush()
            shown = words

    try:
        yield tick
    finally:
        if shown:
            stream.write("\r\x1b[K")
            stream.flush()
