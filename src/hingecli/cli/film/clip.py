"""Looks at a clip or a track for `hinge film`: reads it, shows what it found, asks, keeps.

Owns the order of these steps. What a film shows is `motion.film`, how a clip becomes a track
`clips`.
"""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hingecli.cli.output import print_json, show
from hingecli.errors import UsageError
from hingecli.motion.film.look import Look, look
from hingecli.motion.film.parameters import FilmGuide
from hingecli.motion.film.reading import MOST_BYTES, read_track
from hingecli.motion.film.track import Track

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.clips.file import FilmFile
    from hingecli.coach.log.events import MistakeCount
    from hingecli.motion.film.findings import Rep


class FilmRequest(NamedTuple):
    """What was asked for on the command line. Moments in seconds of the clip.

    `log` is None where nobody said yes or no beforehand.
    """

    path: Path
    drill: str
    begin: float | None = None
    end: float | None = None
    still: Path | None = None
    log: bool | None = None
    json: bool = False


def watch(app: "App", asked: FilmRequest) -> None:
    """Look at one film. A refused one is told in a sentence; as JSON too where that was asked."""
    from hingecli.content.film import load_film

    guide = load_film(app.protocol_root)
    track: Track | None = None
    try:
        track = _track(app, asked, guide)
        seen = _looked_at(app, asked, track, guide)
    except UsageError as refused:
        if asked.json:
            seconds = None if track is None else track.seconds
            print_json(_as_json(asked.path.name, None, seconds=seconds, refused=str(refused)))
        raise
    if asked.still is not None:
        from hingecli.cli.film.stills import keep_stills

        keep_stills(app, asked.path, asked.still, track=track, seen=seen)
    if asked.json:
        print_json(_as_json(asked.path.name, seen, seconds=seen.seconds, refused=None))
    else:
        _show(app, asked, seen, guide)
    _offer(app, asked, seen)


def _looked_at(app: "App", asked: FilmRequest, track: Track, guide: FilmGuide) -> Look:
    one_sided = app.index.rungs[asked.drill].per_side
    try:
        return look(track, guide, drill=asked.drill, one_sided=one_sided)
    except UsageError as error:
        raise UsageError(f"{asked.path.name}: {error}") from error


def found_in(seen: Look, drill: str) -> "tuple[MistakeCount, ...]":
    """Return in how many reps each mistake was found; what only a person can tell is left out."""
    from hingecli.coach.log.events import MistakeCount

    counts = Counter(
        finding.mistake
        for rep in seen.reps
        for finding in rep.findings
        if not finding.look_yourself
    )
    return tuple(
        MistakeCount(mistake=mistake, count=number, drill=drill)
        for mistake, number in counts.items()
    )


def _track(app: "App", asked: FilmRequest, guide: FilmGuide) -> Track:
    from hingecli.clips.file import kind_of

    kind: FilmFile = kind_of(asked.path)
    if kind == "clip":
        if asked.still is not None and asked.still.exists() and not asked.still.is_dir():
            raise UsageError(f"--still {asked.still.name} is no folder for pictures.")
        from hingecli.cli.film.reading import read_clip

        return read_clip(app, asked.path, guide, begin=asked.begin, end=asked.end)
    if asked.still is not None:
        raise UsageError("--still draws on a clip's pictures: a track has none.")
    with asked.path.open("rb") as file:
        raw = file.read(MOST_BYTES + 1)
    try:
        return _between(read_track(raw), asked, guide)
    except UsageError as error:
        raise UsageError(f"{asked.path.name}: {error}") from error


def _between(track: Track, asked: FilmRequest, guide: FilmGuide) -> Track:
    """Return the part of a track that was asked for, if it is not too long."""
    from msgspec.structs import replace

    first, last = asked.begin or 0.0, asked.end
    frames = tuple(
        frame for frame in track.frames if frame.t >= first and (last is None or frame.t <= last)
    )
    if not frames:
        raise UsageError(
            f"it ends at {track.frames[-1].t:.0f} s: nothing lies from --from to --to."
        )
    longest = guide.piece.longest_s
    if frames[-1].t - frames[0].t > longest:
        raise UsageError(f"it is longer than {longest:.0f} s. Add --from 10 --to 60, in seconds.")
    return replace(track, frames=frames)


def _show(app: "App", asked: FilmRequest, seen: Look, guide: FilmGuide) -> None:
    from hingecli.cli.pictures import film_picture
    from hingecli.show import film as view
    from hingecli.text import clean

    shown = view.FilmView(
        clip=clean(asked.path.name),
        look=seen,
        guide=guide,
        mistakes={mistake.id: mistake for mistake in app.mistakes.mistakes},
        figure=film_picture(app, asked.drill, telling_rep(seen), reps=len(seen.reps)),
    )
    show(app, rich=lambda: view.render(shown), plain=lambda: view.plain(shown))


def telling_rep(seen: Look) -> "Rep | None":
    """Return the rep whose turn shows the most, the first of several; None without angles."""
    measured = [rep for rep in seen.reps if rep.hip is not None and rep.knee is not None]
    return max(measured, key=_at_the_turn, default=None)


def _at_the_turn(rep: "Rep") -> int:
    return sum(finding.mistake != "soft-lockout" for finding in rep.findings)


def _offer(app: "App", asked: FilmRequest, seen: Look) -> None:
    """Add what was found to the session after a yes, or where `--log` said so beforehand."""
    from hingecli.cli.film import keep

    found = found_in(seen, asked.drill)
    log = asked.log
    if log is None and found and app.interactive and not asked.json:
        log = _agrees(app, found, drill=asked.drill)
    if not log:
        return
    clean = sum(not any(not finding.look_yourself for finding in rep.findings) for rep in seen.reps)
    review = keep.LookResult(
        drill=asked.drill, by="clip", found=found, saw=clean, clip=_kept_name(asked.path)
    )
    keep.keep(app, review, add=True, quiet=asked.json)


def _agrees(app: "App", found: "tuple[MistakeCount, ...]", *, drill: str) -> bool:
    from hingecli.cli.film.keep import filmed_session, whose
    from hingecli.cli.prompt import agree
    from hingecli.errors import StoppedError
    from hingecli.show.film import said

    sitting = filmed_session(app, drill)
    if sitting is None:
        words = " ".join(f"-m {noticed.mistake}:{noticed.count}" for noticed in found)
        app.tell(f"No session of it yet. When you log it: hinge log {drill} SETS {words}")
        return False
    try:
        return agree(f"Add {said(found)} to {whose(app, sitting)}?", default=False)
    except StoppedError:  # the film was shown, which is all that was asked
        return False


def _kept_name(path: Path) -> str:
    from hingecli.text import clean

    return clean(path.name)[:255]


def _as_json(
    clip: str, seen: Look | None, *, seconds: float | None, refused: str | None
) -> dict[str, Any]:
    return {
        "clip": clip,
        "seconds": seconds,
        "facing": None if seen is None else seen.facing,
        "turn": None if seen is None else seen.turn,
        "reps": [
            {
                "rep": rep.rep,
                "at": rep.at,
                "trunk": rep.trunk,
                "hip": rep.hip,
                "knee": rep.knee,
                "shin": rep.shin,
                "findings": [
                    {"mistake": finding.mistake, "look_yourself": finding.look_yourself}
                    for finding in rep.findings
                ],
            }
            for rep in (() if seen is None else seen.reps)
        ],
        "could_not_judge": [
            {"what": missed.what, "because": missed.because, "at": list(missed.at)}
            for missed in (() if seen is None else seen.could_not_judge)
        ],
        "refused": refused,
    }
