"""Keeps a picture of each rep's turn, where `--still` asked for it: all of them or none."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hingecli.errors import UsageError, cause_of
from hingecli.motion.film.look import Look
from hingecli.motion.film.track import Frame, Track

if TYPE_CHECKING:
    from hingecli.app import App


def keep_stills(app: "App", clip: Path, folder: Path, *, track: Track, seen: Look) -> None:
    """Write `CLIP-rep-N.jpg` for each rep, the skeleton drawn on it. Raises UsageError."""
    from hingecli.clips.still import drawn, pictures_at
    from hingecli.clips.video import hushed
    from hingecli.show.film import still_words

    frames = [_nearest(track, rep.at) for rep in seen.reps]
    mistakes = {mistake.id: mistake for mistake in app.mistakes.mistakes}
    with hushed():
        pictures = pictures_at(clip, [frame.t for frame in frames])
        made = [
            (
                folder / f"{clip.stem}-rep-{rep.rep}.jpg",
                drawn(
                    picture,
                    frame.landmarks or (),
                    near=("left", "right").index(seen.near),
                    scale=picture.shape[1] / track.width,
                    words=still_words(rep, mistakes),
                ),
            )
            for rep, frame, picture in zip(seen.reps, frames, pictures, strict=True)
        ]
    written: list[Path] = []
    is_new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, raw in made:
            written.append(path)
            path.write_bytes(raw)
    except BaseException as error:
        for path in written:
            path.unlink(missing_ok=True)
        if is_new:
            with suppress(OSError):
                folder.rmdir()
        if isinstance(error, OSError):
            raise UsageError(f"{folder}: cannot keep pictures: {cause_of(error)}.") from error
        raise
    app.tell(f"Pictures: {folder}")


def _nearest(track: Track, t: float) -> Frame:
    """Return the frame with a person that is nearest to second `t`."""
    seen = [frame for frame in track.frames if frame.landmarks is not None]
    return min(seen, key=lambda frame: abs(frame.t - t))
